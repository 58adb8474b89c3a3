//! The engine over real HTTP against the emulator, and its report against the emulator's state.

use std::{collections::BTreeSet, time::Instant};

use ioculate_core::{
    host::drive,
    journal::Route,
    limits::Limits,
    session::{Account, Command, Event, ExportKind, Message, Session},
};
use ioculate_e2e::{
    loopback::{LoopbackHost, now_since},
    rows,
    tenant::{Key, Tenant, entity_key},
};
use ioculate_emulator::{Emulator, Options};
use serde_json::{Value, json};

/// Accepted, rejected, unconfirmed, not sent.
type Ended = [usize; 4];

/// Sends `csv` under `faults`; the totals of the report, which was held against the tenant.
async fn send(csv: String, faults: Value) -> Ended {
    let emulator = Emulator::start(Options::default()).expect("the emulator starts");
    let tenant = Tenant::new(&emulator.manage);
    tenant.faults(faults).await;
    let report = report(&emulator.api, &tenant.token("analyst").await, csv).await;
    let rows = report["rows"].as_array().expect("rows");
    let state = tenant.state().await;
    assert!(state.busiest_minute() <= 30, "the quota holds");
    let of = |outcome: &str| {
        rows.iter()
            .filter(|row| row["outcome"] == json!(outcome))
            .count()
    };
    let accepted: BTreeSet<Key> = rows
        .iter()
        .filter(|row| row["outcome"] == json!("accepted"))
        .map(entity_key)
        .collect();
    let held = state.keys();
    assert!(
        accepted.is_subset(&held),
        "what is reported as accepted is in the tenant"
    );
    let rejected = rows
        .iter()
        .filter(|row| row["outcome"] == json!("rejected"))
        .map(entity_key);
    assert!(
        rejected.into_iter().all(|key| !held.contains(&key)),
        "what is rejected is not"
    );
    ["accepted", "rejected", "unconfirmed", "not-sent"].map(of)
}

async fn report(api: &str, token: &str, csv: String) -> Value {
    let started = Instant::now();
    let now = || now_since(started);
    let mut session = Session::new();
    let configure = Command::Configure {
        api_base: api.to_owned(),
        limits: Limits::documented(),
    };
    let account = Account {
        username: "analyst@contoso.example".into(),
        tenant_id: "tenant".into(),
        account_id: "account".into(),
    };
    let _ = session.handle(now(), configure, None);
    let read = Command::Read {
        name: "rows.csv".into(),
    };
    let _ = session.handle(now(), read, Some(csv.into_bytes()));
    let _ = session.handle(
        now(),
        Command::Send {
            account,
            route: Route::Batches,
            unjournalled: false,
        },
        None,
    );
    drive(&mut session, &mut LoopbackHost::new(api, token)).await;
    let export = Command::Export {
        kind: ExportKind::ReportJson,
    };
    let said = session.handle(now(), export, None);
    let is_export = |message: &&Message| matches!(message.event, Event::Export { .. });
    let file = said.iter().find(is_export).expect("the report").files[0].clone();
    serde_json::from_slice(&file).expect("of JSON")
}

/// One run under these faults: rows in, totals out.
macro_rules! ends {
    ($($name:ident: $rows:expr, $faults:tt => $ended:expr;)+) => { $(
        #[tokio::test]
        async fn $name() {
            assert_eq!(send(rows::portal_csv($rows), json!($faults)).await, $ended);
        }
    )+ };
}

ends! {
    one_row_goes_by_the_single_api: 1, {} => [1, 0, 0, 0];
    a_clean_run: 2_600, {} => [2_600, 0, 0, 0];
    throttled_calls_are_sent_again: 2_000, {"throttle_every": 3} => [2_000, 0, 0, 0];
    failed_items_are_told: 1_000, {"fail_item_every": 50} => [980, 20, 0, 0];
    answers_in_another_order: 1_000, {"shuffle": true, "fail_item_every": 7} => [858, 142, 0, 0];
    lost_answers_are_asked_again: 1_500, {"drop_after_commit_every": 2} => [1_500, 0, 0, 0];
    errors_are_ridden_out: 1_500, {"error_every": 3} => [1_500, 0, 0, 0];
    numeric_ids: 600, {"id_form": "number"} => [600, 0, 0, 0];
    results_left_out_of_an_answer_are_asked_for: 600, {"omit_item_every": 10} => [600, 0, 0, 0];
    results_that_contradict_each_other: 600, {"contradict_item_every": 50} => [600, 0, 0, 0];
    results_of_other_types: 600, {"mistype_every": 10} => [600, 0, 0, 0];
    calls_lost_before_the_work: 1_500, {"drop_before_commit_every": 2} => [1_500, 0, 0, 0];
    answers_cut_short: 1_500, {"cut_body_every": 2} => [1_500, 0, 0, 0];
    answers_that_cannot_be_read: 2_500, {"garble_every": 2} => [2_500, 0, 0, 0];
    a_date_to_come_again: 1_500, {"throttle_every": 3, "retry_after": "date"} => [1_500, 0, 0, 0];
    a_full_tenant: 700, {"quota": 650} => [650, 50, 0, 0];
}

#[tokio::test]
async fn a_batch_refused_as_a_whole_is_halved_until_the_bad_row_is_found() {
    let mut csv = rows::portal_csv(20);
    csv.push_str(
        "DomainName,bad.example,,Block,Low,Bad,Names a group that is not there,,Lab,,,true\n",
    );
    let faults = json!({ "strict": "batch", "groups": ["Servers"] });
    assert_eq!(send(csv, faults).await, [20, 1, 0, 0]);
}
