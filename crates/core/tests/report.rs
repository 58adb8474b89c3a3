//! What a run leaves behind, as files: golden ones, and laws.

use ioculate_core::{
    check::{Cidr, Defaults, Policy},
    clock::WallTime,
    import::{Attempt, BatchId, CallId, History, NotSent, Outcome, Record},
    indicator::Action,
    ledger::{Ledger, Settings},
    limits::Limits,
    plan::{Endpoint, EntryId, Plan},
    report::{self, Evidence, NamedFile, Outcomes},
    session::{Account, Fix, Purpose, ReportSummary, Scope},
};
use serde_json::Value;

/// 2026-11-21T00:00:00Z
const TODAY: WallTime = WallTime(1_795_219_200_000);

const FILE: &str = "\
IndicatorType,IndicatorValue,Action,Title,Description,RbacGroups,Category,GenerateAlert,ExpirationTime
# exported by hand
DomainName,bad[.]example.com,Block,=cmd(),d,\"a, b\",Malware,false,2027-01-31T00:00:00Z
DomainName,BAD.example.com,Block,other,d,,,false,
DomainName,bad.example.com,Audit,t,d,,,false,
IpAddress,203.0.114.0/31,Block,t,d,,,false,
FileMd5,d41d8cd98f00b204e9800998ecf8427e,Alert,t,d,,,false,
IpAddress,198.51.101.300,Block,t,d,,,false,
Url,https://bad.example.com/a,Warn,t,d,,,false,
Url,https://bad.example.org/,Warn,\"open,d,,,false,
Url,https://bad.example.net/,Warn,t,d,,,false,
";

fn ledger() -> Ledger {
    let mut ledger = Ledger::new(Settings {
        defaults: Defaults {
            action: Action::Audit,
            title: "a title".to_owned(),
            description: "a description".to_owned(),
            ..Defaults::default().expiring_in(None)
        },
        policy: Policy {
            cidr: Cidr::Expand { cap: 16 },
            ..Policy::default()
        },
        today: TODAY,
    });
    ledger.read("feed.csv", FILE.as_bytes().to_vec());
    ledger.fix(&Fix::LeaveOut, &Scope::Row { row: 9 });
    ledger
}

/// What a service made of the plan: of the range one address is accepted and one refused. The first
/// batch was refused as a whole and cut in two, of which the second was asked for twice.
fn history(plan: &Plan) -> History {
    let intent = |batch, call, entries: &[u32], cut_from: Option<u32>| Record::Intent {
        batch: BatchId(batch),
        call: CallId(call),
        endpoint: Endpoint::Import,
        entries: entries.iter().copied().map(EntryId).collect(),
        cut_from: cut_from.map(BatchId),
    };
    let answer = |batch, call, status, outcomes| Record::Answer {
        batch: BatchId(batch),
        call: CallId(call),
        attempt: Some(Attempt {
            at: WallTime(TODAY.0 + 1_000 * i64::from(call)),
            millis: 340,
            status,
        }),
        outcomes,
    };
    let ids = |range: std::ops::Range<u32>| range.map(EntryId);
    let outcomes = outcomes();
    let told = |range: std::ops::Range<usize>| {
        let ids = ids(0..4).zip(&outcomes).skip(range.start).take(range.len());
        ids.map(|(id, outcome)| (id, outcome.clone())).collect()
    };
    let records = [
        intent(0, 1, &[0, 1, 2, 3], None),
        answer(0, 1, Some(400), Vec::new()),
        intent(1, 2, &[0, 1], Some(0)),
        intent(2, 3, &[2, 3], Some(0)),
        answer(1, 2, Some(200), told(0..2)),
        answer(2, 3, Some(429), Vec::new()),
        intent(2, 5, &[2, 3], Some(0)),
        answer(2, 5, None, told(2..4)),
    ];
    History::of(plan.len(), &records)
}

fn outcomes() -> Vec<Outcome> {
    let accepted = |id: &str| Outcome::Accepted {
        id: Some(id.to_owned()),
    };
    vec![
        accepted("41"),
        accepted("42"),
        Outcome::Rejected {
            reason: "@said \"no\"".to_owned(),
            target: Some("support-id".to_owned()),
        },
        Outcome::Unconfirmed,
    ]
}

fn run(ledger: &Ledger) -> ReportSummary {
    ReportSummary {
        ended: WallTime(TODAY.0 + 2_000),
        calls: 2,
        counts: ledger.counts(),
        accepted: 1,
        rejected: 1,
        unconfirmed: 1,
        not_sent: 2,
        ..ReportSummary::new(
            Account {
                username: "analyst@contoso.example".to_owned(),
                tenant_id: "tenant".to_owned(),
                account_id: "account".to_owned(),
            },
            "https://api.security.microsoft.com".to_owned(),
            Purpose::Import,
            TODAY,
        )
    }
}

fn report<T>(make: impl FnOnce(&Evidence<'_>) -> T) -> T {
    let ledger = ledger();
    let plan = Plan::build(&ledger, &Limits::documented());
    make(&Evidence {
        ledger: &ledger,
        plan: &plan,
        history: &history(&plan),
        otherwise: None,
    })
}

#[test]
fn the_json_report_has_a_row_for_each_record() {
    let bytes = report(|evidence| report::to_json(evidence, &run(evidence.ledger)));
    let value: Value = serde_json::from_slice(&bytes).expect("JSON");
    let rows = value["rows"].as_array().expect("rows");
    assert_eq!(rows.len(), ledger().len() as usize);
    insta::assert_snapshot!(String::from_utf8(bytes).expect("UTF-8"));
}

#[test]
fn the_totals_of_a_run_add_up() {
    let bytes = report(|evidence| report::to_json(evidence, &run(evidence.ledger)));
    let value: Value = serde_json::from_slice(&bytes).expect("JSON");
    let sum = |of: &Value| {
        let names = ["accepted", "rejected", "unconfirmed", "notSent"];
        names
            .iter()
            .map(|name| of[name].as_u64().expect("a total"))
            .sum::<u64>()
    };
    let run = &value["run"];
    assert_eq!(sum(run), run["counts"]["ready"].as_u64().expect("a count"));
    assert_eq!(
        sum(&run["entries"]),
        run["entries"]["planned"].as_u64().expect("a count")
    );
}

#[test]
fn the_csv_report_is_safe_to_open() {
    let bytes = report(report::to_csv);
    insta::assert_snapshot!(String::from_utf8(bytes).expect("UTF-8"));
}

#[test]
fn what_did_not_reach_the_tenant_is_a_table_of_its_own() {
    let shown = |file: Option<NamedFile>| {
        let file = file.expect("a file");
        format!(
            "{}\n{}",
            file.name,
            String::from_utf8(file.bytes).expect("UTF-8")
        )
    };
    insta::assert_snapshot!(shown(report(report::rejects)) + &shown(report(report::unsent)));
}

#[test]
fn a_row_takes_its_entries_worst_outcome() {
    let ledger = ledger();
    let plan = Plan::build(&ledger, &Limits::documented());
    let entries: Vec<u32> = plan.entries.iter().map(|entry| entry.row).collect();
    assert_eq!(entries, [1, 4, 4, 5, 7]);
    let held = outcomes();
    let outcomes = Outcomes::of_run(&ledger, &plan, |id| held.get(id.0 as usize));
    let one = |row| match outcomes.of_row(row) {
        None => "none".to_owned(),
        Some(Outcome::NotSent { reason }) => format!("{reason:?}"),
        Some(outcome) => format!("{outcome:?}").chars().take(8).collect(),
    };
    let rows: Vec<String> = (0..ledger.len()).map(one).collect();
    let cancelled = format!("{:?}", NotSent::Cancelled);
    let left_out = format!("{:?}", NotSent::LeftOut);
    assert_eq!(
        rows,
        [
            "none", "Accepted", "none", "none", "Rejected", "Unconfir", "none", &cancelled, "none",
            &left_out
        ]
    );
}

#[test]
fn the_plan_becomes_portal_csvs_that_read_back() {
    let ledger = ledger();
    let plan = Plan::build(&ledger, &Limits::documented());
    let export = report::portal_csv(&ledger, &plan, plan.ids());
    let files = export.files.iter();
    let texts: Vec<String> = files
        .map(|file| format!("{}\n{}", file.name, String::from_utf8_lossy(&file.bytes)))
        .collect();
    insta::assert_snapshot!(texts.join("\n"));

    let mut again = Ledger::new(ledger.settings().clone());
    again.read("portal-001.csv", export.files[0].bytes.clone());
    assert_eq!(again.counts().ready, export.taken);
    let first = again.indicator(0).expect("ready");
    let given = ledger.indicator(1).expect("ready");
    assert_eq!(first, given);
}

#[test]
fn portal_csvs_hold_five_hundred_rows_each() {
    let mut ledger = Ledger::new(ledger().settings().clone());
    let text: Vec<String> = (0..1_201)
        .map(|n| format!("host{n}.bad.example.com"))
        .collect();
    ledger.read("a.txt", text.join("\n").into_bytes());
    let plan = Plan::build(&ledger, &Limits::documented());
    let export = report::portal_csv(&ledger, &plan, plan.ids());
    let rows = |bytes: &[u8]| bytes.split(|&byte| byte == b'\n').count() - 2;
    let counts: Vec<usize> = export.files.iter().map(|file| rows(&file.bytes)).collect();
    assert_eq!(counts, [500, 500, 201]);
    let bodies = report::request_bodies(&plan, &Limits::documented(), plan.ids());
    let names: Vec<String> = bodies.map(|file| file.name).collect();
    assert_eq!(
        names,
        ["import-001.json", "import-002.json", "import-003.json"]
    );
}
