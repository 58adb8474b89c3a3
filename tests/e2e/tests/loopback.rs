//! The engine over real HTTP against the emulator, and its report against the emulator's state.

use std::{collections::BTreeSet, sync::Arc, time::Instant};

use ioculate_core::{
    batch,
    check::{Defaults, Policy},
    host::drive,
    import::{CallLog, Import, Outcome},
    indicator::{Action, IndicatorType},
    journal::Route,
    ledger::{Decided, Ledger, Replaced, Settings},
    limits::Limits,
    plan::Plan,
    session::{Account, Command, ExportKind, Session},
};
use ioculate_e2e::{
    loopback::{LoopbackHost, now_since},
    rows,
    tenant::{Key, State, Tenant, entity_key},
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
            as_listed: false,
        },
        None,
    );
    drive(&mut session, &mut LoopbackHost::new(api, token)).await;
    let report = session.files(ExportKind::ReportJson).next();
    serde_json::from_slice(&report.expect("the report").bytes).expect("of JSON")
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

/// Rows that replace what the tenant has of the same value with another action, then rows that
/// replace nothing.
const REPLACING: usize = 1_200;
const ROWS: usize = 1_300;

/// Indicators of the tenant that no row names.
const UNTOUCHED: usize = 20;

fn rival(number: usize) -> Value {
    json!({ "indicatorType": "FileSha256", "indicatorValue": rows::sha256(number), "action": "Audit",
        "title": "of old", "description": "made before", "generateAlert": true })
}

/// The plan of a file whose first rows replace these ids.
fn replacing(ids: Vec<String>) -> Plan {
    let mut ledger = Ledger::new(Settings {
        defaults: Defaults {
            action: Action::Audit,
            title: String::new(),
            description: String::new(),
            ..Defaults::default().expiring_in(None)
        },
        policy: Policy::default(),
        today: now_since(Instant::now()).wall,
    });
    ledger.read("rows.csv", rows::portal_csv(ROWS).into_bytes());
    let mut decided = Decided::default();
    for (row, id) in (0..).zip(ids) {
        let replaced = Replaced {
            id,
            indicator_type: IndicatorType::FileSha256,
            value: ledger.value(row).to_owned(),
            action: Action::Audit,
        };
        decided.replace(row, vec![replaced]);
    }
    ledger.decide(decided);
    Plan::build(&ledger, &Limits::documented())
}

/// Replaces under `faults`, after others have deleted so many of what was to go; how the entries
/// ended, which was held against the tenant.
async fn replace(gone: usize, faults: Value) -> Ended {
    let emulator = Emulator::start(Options::default()).expect("the emulator starts");
    let tenant = Tenant::new(&emulator.manage);
    let before: Vec<Value> = (gone..REPLACING)
        .chain(ROWS..ROWS + UNTOUCHED)
        .map(rival)
        .collect();
    tenant.seed(before.into()).await;
    let state = tenant.state().await;
    let held = state.by_key();
    let id = |number: usize| match held.get(&entity_key(&rival(number))) {
        Some(entity) => entity["id"].as_str().expect("an id").to_owned(),
        None => format!("9{number}"),
    };
    let plan = Arc::new(replacing((0..REPLACING).map(id).collect()));
    tenant.faults(faults).await;
    let limits = Limits::documented();
    let batches = batch::split(&plan, &limits);
    let calls = CallLog::new(&limits);
    let mut import = Import::new(Arc::clone(&plan), batches, limits, calls);
    let token = tenant.token("analyst").await;
    drive(&mut import, &mut LoopbackHost::new(&emulator.api, &token)).await;
    holds_what_is_told(&plan, &import, &tenant.state().await);
    let ends = import.tally();
    [
        ends.accepted,
        ends.rejected,
        ends.unconfirmed,
        ends.not_sent,
    ]
    .map(|entries| entries as usize)
}

fn holds_what_is_told(plan: &Plan, import: &Import, state: &State) {
    let held = state.keys();
    for (id, entry) in plan.ids().zip(&plan.entries) {
        let key = (
            entry.indicator_type.as_str().to_owned(),
            entry.value.to_string(),
            entry.action.as_str().to_owned(),
        );
        let is_accepted = matches!(import.outcome(id), Some(Outcome::Accepted { .. }));
        let deletes = plan.deleted(id).is_some();
        assert_eq!(held.contains(&key), is_accepted != deletes, "{key:?}");
    }
    for number in ROWS..ROWS + UNTOUCHED {
        assert!(
            held.contains(&entity_key(&rival(number))),
            "nothing else is deleted"
        );
    }
    let deletions = state.arrivals("POST", "/BatchDelete");
    let sends = state.arrivals("POST", "/import");
    assert!(
        deletions.iter().max() <= sends.iter().min(),
        "deletions come first"
    );
}

/// One run under these faults: how many are gone already, and how the entries end.
macro_rules! replaces {
    ($($name:ident: $gone:expr, $faults:tt => $ended:expr;)+) => { $(
        #[tokio::test]
        async fn $name() {
            assert_eq!(replace($gone, json!($faults)).await, $ended);
        }
    )+ };
}

replaces! {
    what_conflicts_is_replaced: 0, {} => [2_500, 0, 0, 0];
    a_deletion_may_be_answered_with_200: 0, {"delete_status": 200} => [2_500, 0, 0, 0];
    who_may_not_delete_may_send_the_rest: 0, {"delete_status": 403} => [100, 1_200, 0, 1_200];
    what_others_have_deleted_is_gone: 7, {} => [2_500, 0, 0, 0];
    lost_deletions_are_asked_after: 0, {"drop_after_commit_every": 2} => [2_500, 0, 0, 0];
    deletions_lost_before_the_work: 0, {"drop_before_commit_every": 2} => [2_500, 0, 0, 0];
    errors_among_deletions_are_ridden_out: 0, {"error_every": 3} => [2_500, 0, 0, 0];
    throttled_deletions_are_sent_again: 0, {"throttle_every": 3} => [2_500, 0, 0, 0];
    gateways_in_between_are_not_believed: 0, {"delete_status": 200, "garble_every": 2} => [2_500, 0, 0, 0];
    lists_that_fail_are_asked_for_again: 7, {"list_error_every": 2} => [2_500, 0, 0, 0];
}
