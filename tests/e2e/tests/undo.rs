//! A run over real HTTP and its undo: what the emulator holds before the one and after the other.

use std::{collections::BTreeMap, time::Instant};

use ioculate_core::{
    host::drive,
    journal::{Kept, Route},
    limits::Limits,
    session::{Account, Choices, Command, Event, OnConflict, Session, Summary},
};
use ioculate_e2e::{
    loopback::{LoopbackHost, now_since},
    tenant::{Key, State, Tenant},
};
use ioculate_emulator::{Emulator, Options};
use serde_json::{Value, json};

fn account() -> Account {
    Account {
        username: "analyst@contoso.example".into(),
        tenant_id: "tenant".into(),
        account_id: "account".into(),
    }
}

/// A page and the tenant that it sends to.
struct Page {
    session: Session,
    api: String,
    token: String,
    started: Instant,
}

impl Page {
    fn new(api: &str, token: &str) -> Self {
        let mut page = Self {
            session: Session::new(),
            api: api.to_owned(),
            token: token.to_owned(),
            started: Instant::now(),
        };
        page.told(Command::Configure {
            api_base: api.to_owned(),
            limits: Limits::documented(),
        });
        page
    }

    fn told(&mut self, command: Command) -> Vec<Event> {
        self.session.handle(now_since(self.started), command, None)
    }

    async fn driven(&mut self) -> Option<Kept> {
        let mut host = LoopbackHost::new(&self.api, &self.token);
        drive(&mut self.session, &mut host).await;
        host.kept
    }

    async fn send(&mut self) -> Kept {
        self.told(Command::Send {
            account: account(),
            route: Route::Batches,
            unjournalled: false,
            as_listed: false,
        });
        self.driven().await.expect("a run")
    }

    async fn list(&mut self) {
        let account = account();
        self.told(Command::ListTenant { account });
        self.driven().await;
    }

    /// Prepares to undo a run, and says what would happen.
    async fn prepare(&mut self, kept: Kept) -> Summary {
        let now = now_since(self.started);
        let refused = self.session.prepare_undo(now, kept, account());
        assert!(
            refused
                .iter()
                .all(|told| !matches!(told, Event::NotOpened(_)))
        );
        self.driven().await;
        let news = self.session.news().into_iter();
        let mut summaries = news.filter_map(|event| match event {
            Event::Summary(summary) => Some(*summary),
            _ => None,
        });
        let none = Command::SetChoices(Choices::default());
        let asked = self.told(none).into_iter().find_map(|event| match event {
            Event::Summary(summary) => Some(*summary),
            _ => None,
        });
        summaries.next_back().or(asked).expect("a summary")
    }
}

/// `n` indicators with every field that a submission sets, under these names.
fn seeded(name: &str, action: &str, n: usize) -> Vec<Value> {
    let item = |number: usize| {
        json!({
            "indicatorValue": format!("{name}-{number}.example"), "indicatorType": "DomainName",
            "action": action, "title": format!("old {number} \u{e9}\""), "description": "old",
            "severity": "High", "category": 4, "application": "feeder", "generateAlert": true,
            "expirationTime": "2031-01-01T00:00:00Z", "recommendedActions": "call",
            "rbacGroupNames": ["Servers", "Clients"], "rbacGroupIds": [7, 3], "mitreTechniques": ["T1110"],
            "externalId": "x", "educateUrl": "https://help.example", "bypassDurationHours": 3,
            "notificationId": "n", "notificationBody": "b", "historicalDetection": true,
            "createdBy": "bob@contoso.example", "lastUpdatedBy": "bob@contoso.example",
        })
    };
    (0..n).map(item).collect()
}

/// What an undo can give back: all but when and by whom it was last changed, and of what was made
/// again, under `remade`, who made it, when, and its id.
fn plain(state: &State, remade: &str) -> BTreeMap<Key, Value> {
    let plain = |(key, entity): (Key, &Value)| {
        let mut entity = entity.clone();
        let fields = entity.as_object_mut().expect("an object");
        for name in ["lastUpdateTime", "lastUpdatedBy"] {
            fields.remove(name);
        }
        if key.1.starts_with(remade) {
            for name in [
                "id",
                "createdBy",
                "createdByDisplayName",
                "creationTimeDateTimeUtc",
                "createdBySource",
            ] {
                fields.remove(name);
            }
        }
        (key, entity)
    };
    state.by_key().into_iter().map(plain).collect()
}

fn rows() -> String {
    let header = "IndicatorType,IndicatorValue,Action,Title,Description".to_owned();
    let row = |name: &str, number: i32| format!("DomainName,{name}-{number}.example,Block,new,d");
    let sent = (0..600).flat_map(|number| ["made", "updated"].map(|name| row(name, number)));
    let replaced = (0..50).map(|number| row("replaced", number));
    let lines: Vec<String> = [header].into_iter().chain(sent).chain(replaced).collect();
    lines.join("\n")
}

#[tokio::test]
async fn after_an_undo_the_tenant_is_what_it_was_but_for_what_another_changed() {
    let emulator = Emulator::start(Options::default()).expect("the emulator starts");
    let tenant = Tenant::new(&emulator.manage);
    let held = [
        seeded("updated", "Block", 600),
        seeded("replaced", "Audit", 50),
        seeded("other", "Warn", 20),
    ];
    tenant.seed(json!(held.concat())).await;
    let before = plain(&tenant.state().await, "replaced");
    let mut page = Page::new(&emulator.api, &tenant.token("analyst").await);
    let read = Command::Read {
        name: "rows.csv".into(),
    };
    let now = now_since(page.started);
    let _ = page.session.handle(now, read, Some(rows().into_bytes()));
    page.told(Command::SetChoices(Choices {
        conflicts: OnConflict::Replace,
        ..Choices::default()
    }));
    page.list().await;
    let kept = page.send().await;
    assert_eq!(tenant.state().await.len(), 600 + 600 + 50 + 20);
    // Somebody else changes two of them, and one that the run has nothing to do with.
    let mut changed = [("made-0.example", "Block"), ("updated-0.example", "Block"), ("other-0.example", "Warn")]
        .map(|(value, action)| json!({
            "indicatorValue": value, "indicatorType": "DomainName", "action": action, "title": "mine",
            "description": "d", "generateAlert": true, "lastUpdatedBy": "bob@contoso.example",
        }));
    tenant.seed(json!(changed)).await;
    let between = plain(&tenant.state().await, "replaced");
    let summary = page.prepare(kept).await;
    let fates = summary.outlook.expect("an outlook").fates;
    assert_eq!((fates.delete, fates.restore), (599 + 50, 599 + 50));
    assert_eq!(summary.counts.ignored, 2);
    page.send().await;
    let state = tenant.state().await;
    assert!(state.busiest_minute() <= 30, "the quota holds");
    let mut expected = before;
    for entity in &mut changed {
        let of = |name: &str| entity[name].as_str().unwrap_or_default().to_owned();
        let key = (of("indicatorType"), of("indicatorValue"), of("action"));
        let theirs = between[&key].clone();
        expected.insert(key, theirs);
    }
    let after = plain(&state, "replaced");
    assert_eq!(
        after.keys().collect::<Vec<_>>(),
        expected.keys().collect::<Vec<_>>()
    );
    for (key, entity) in after {
        assert_eq!(entity, expected[&key], "{key:?}");
    }
}
