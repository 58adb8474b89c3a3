//! A full tenant and as many rows, for what is measured: some of the rows are there as given, some
//! otherwise, some with another action, some not at all.

use std::fmt::Write as _;

use ioculate_core::{
    check::{Defaults, Policy},
    clock::WallTime,
    import::Method,
    indicator::Action,
    ledger::{Ledger, Settings},
    tenant::Snapshot,
    wire::{self, Reply},
};

/// 2026-11-21T12:00:00Z.
pub(crate) const NOON: WallTime = WallTime(1_795_262_400_000);

/// The value of a row or an indicator, and its type.
fn value(number: u32) -> (&'static str, String) {
    match number % 4 {
        0 => ("DomainName", format!("bad-{number}.example")),
        1 => ("Url", format!("https://bad-{number}.example/a/{number}")),
        2 => ("FileSha256", format!("{number:064x}")),
        _ => ("FileSha1", format!("{number:040x}")),
    }
}

/// The tenant's list of so many indicators, as the service answers. Every third row is new to it, one
/// in five has another action there, one in seven another title.
pub(crate) fn listed(count: u32) -> String {
    let mut body = "{\"value\":[".to_owned();
    for number in 0..count {
        let comma = if number == 0 { "" } else { "," };
        let is = |every: u32| number.is_multiple_of(every);
        let (kind, value) = value(if is(3) { number + count } else { number });
        let action = if is(5) { "Audit" } else { "Block" };
        let title = if is(7) { "another title" } else { "a title" };
        let _ = write!(
            body,
            "{comma}{{\"id\":\"{number}\",\"indicatorValue\":\"{value}\",\"indicatorType\":\"{kind}\",\
             \"action\":\"{action}\",\"createdBy\":\"ann@example.com\",\"severity\":\"High\",\
             \"category\":1,\"application\":null,\"title\":\"{title}\",\
             \"description\":\"a description, quoted\",\"recommendedActions\":\"triage\",\
             \"expirationTime\":\"2030-01-01T00:00:00Z\",\"externalId\":null,\
             \"rbacGroupNames\":[\"Servers\",\"Clients\"],\"rbacGroupIds\":[],\"generateAlert\":true,\
             \"creationTimeDateTimeUtc\":\"2026-01-01T00:00:00.1234567Z\",\
             \"lastUpdateTime\":\"2026-01-01T00:00:00.1234567Z\",\"mitreTechniques\":[\"T1110\"]}}"
        );
    }
    body.push_str("]}");
    body
}

/// What such a list says.
pub(crate) fn snapshot(body: &str) -> Snapshot {
    match wire::read(Method::Get, 200, |_| None, body.as_bytes()) {
        Reply::Page { page, .. } => Snapshot::of(vec![page], NOON),
        other => panic!("{other:?}"),
    }
}

/// So many rows.
pub(crate) fn rows(count: u32) -> Ledger {
    let mut text = "IndicatorType,IndicatorValue,ExpirationTime,Action,Severity,Title,Description,\
                    RecommendedActions,RbacGroups,Category,MitreTechniques,GenerateAlert\n"
        .to_owned();
    for number in 0..count {
        let (kind, value) = value(number);
        let _ = writeln!(
            text,
            "{kind},{value},2030-01-01T00:00:00.0Z,Block,High,a title,\"a description, quoted\",\
             triage,\"Clients,Servers\",,T1110,true"
        );
    }
    let mut ledger = Ledger::new(Settings {
        defaults: Defaults {
            action: Action::Audit,
            title: "measured".to_owned(),
            description: "measured".to_owned(),
            ..Defaults::default().expiring_in(None)
        },
        policy: Policy::default(),
        today: NOON,
    });
    ledger.read("portal.csv", text.into_bytes());
    ledger
}
