//! Rows beside rows: duplicates, conflicts, the user's decisions, and what the plan makes of them.

use ioculate_core::{
    batch,
    change::ChangeKind,
    check::{Cidr, Defaults, Hashes, Policy, Verdict},
    clock::WallTime,
    indicator::{Action, IndicatorType, folded},
    ledger::{Ledger, Settings},
    limits::Limits,
    plan::{Endpoint, Plan},
    session::{Filter, Fix, Scope, VerdictFilter},
};
use proptest::prelude::*;

/// 2026-11-21T00:00:00Z
const TODAY: WallTime = WallTime(1_795_219_200_000);

fn settings(cidr: Cidr) -> Settings {
    Settings {
        defaults: Defaults {
            action: Action::Audit,
            title: "a title".to_owned(),
            description: "a description".to_owned(),
            ..Defaults::default().expiring_in(None)
        },
        policy: Policy {
            cidr,
            ..Policy::default()
        },
        today: TODAY,
    }
}

/// A table of `value,action,title,expiration` rows.
fn table(rows: &[&str]) -> Ledger {
    let mut ledger = Ledger::new(settings(Cidr::Refuse));
    add(&mut ledger, rows);
    ledger
}

fn add(ledger: &mut Ledger, rows: &[&str]) {
    let text = format!(
        "indicatorValue,action,title,expirationTime\n{}",
        rows.join("\n")
    );
    ledger.read("a.csv", text.into_bytes());
}

/// Each row's verdict, shortened, and the row that is sent in its stead.
fn verdicts(ledger: &Ledger) -> Vec<String> {
    let one = |row| {
        let name = match ledger.verdict(row) {
            Verdict::Ready => "ready",
            Verdict::Duplicate => "duplicate",
            Verdict::Conflict => "conflict",
            Verdict::Refused => "refused",
            Verdict::Ignored => "ignored",
        };
        match ledger.twin(row) {
            Some(twin) => format!("{name} of {}", twin.row),
            None => name.to_owned(),
        }
    };
    (0..ledger.len()).map(one).collect()
}

fn row(row: u32) -> Scope {
    Scope::Row { row }
}

fn code(code: &str) -> Scope {
    let code = code.to_owned();
    Scope::Code { code }
}

const GROUP: [&str; 5] = [
    "bad.example.com,Audit,t,",
    "BAD.example.com,Audit,t,",
    "bad.example.com,Block,t,",
    "bad.example.com,Block,t,",
    "bad.example.com,Warn,t,",
];

#[test]
fn the_first_action_is_sent_and_others_are_held_back() {
    assert_eq!(
        verdicts(&table(&GROUP)),
        [
            "ready",
            "duplicate of 0",
            "conflict of 0",
            "duplicate of 2",
            "conflict of 0"
        ]
    );
}

#[test]
fn the_user_chooses_among_conflicting_rows() {
    let mut ledger = table(&GROUP);
    ledger.fix(&Fix::ChooseThis, &row(3));
    let chosen = [
        "conflict of 2",
        "duplicate of 0",
        "ready",
        "duplicate of 2",
        "conflict of 2",
    ];
    assert_eq!(verdicts(&ledger), chosen);
    ledger.fix(&Fix::ChooseThis, &row(4));
    assert_eq!(verdicts(&ledger)[4], "ready");
    assert_eq!(verdicts(&ledger)[2], "conflict of 4");
    ledger.fix(&Fix::KeepStrictest, &code("conflict"));
    assert_eq!(verdicts(&ledger), chosen);
    ledger.fix(&Fix::Reset, &row(2));
    assert_eq!(verdicts(&ledger), verdicts(&table(&GROUP)));
}

#[test]
fn ten_thousand_conflicts_are_settled_at_once() {
    let rows: Vec<String> = (0..10_000)
        .flat_map(|n| {
            ["Audit", "Block"].map(|action| format!("host{n}.bad.example.com,{action},t,"))
        })
        .collect();
    let mut ledger = table(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(ledger.counts().conflict, 10_000);
    assert_eq!(ledger.fix(&Fix::KeepStrictest, &code("conflict")), 10_000);
    let counts = ledger.counts();
    assert_eq!((counts.ready, counts.conflict), (10_000, 10_000));
    assert!((0..ledger.len()).all(|row| (row % 2 == 1) == (ledger.verdict(row) == Verdict::Ready)));
}

#[test]
fn files_add_up_in_one_ledger() {
    let mut ledger = table(&GROUP[..1]);
    add(
        &mut ledger,
        &[
            "bad.example.com,Audit,another title,",
            "bad.example.org,Audit,t,",
        ],
    );
    assert_eq!(verdicts(&ledger), ["ready", "duplicate of 0", "ready"]);
    assert_eq!((ledger.file_of(1), ledger.line_of(1)), (1, 2));
    assert_eq!(ledger.counts_of(1).records, 2);
    assert!(ledger.has_code(1, "duplicate-differs"));
    let full = ledger.row(1).expect("a row");
    let last = full
        .diagnostics
        .last()
        .expect("a finding")
        .finding
        .to_string();
    assert!(last.ends_with("not sent: `title`."), "{last}");
}

#[test]
fn one_fix_repairs_every_row_with_the_same_finding() {
    let mut ledger = table(&[
        "bad.example.com,Audit,t,2021-01-01T00:00:00Z",
        "bad.example.org,Audit,t,2021-01-01T00:00:00Z",
        "bad.example.net,Audit,,",
        "198.51.101.7:443,Audit,t,",
    ]);
    assert_eq!(ledger.counts().refused, 4);
    assert_eq!(ledger.fix(&Fix::NeverExpires, &code("expired")), 2);
    assert_eq!(ledger.indicator(0).map(|one| one.expiration), Some(None));
    ledger.fix(&Fix::ExpireIn { days: 30 }, &row(1));
    let month = 30 * 24 * 60 * 60 * 1_000;
    assert_eq!(
        ledger.indicator(1).and_then(|one| one.expiration),
        Some(WallTime(TODAY.0 + month))
    );
    ledger.fix(&Fix::TitleFromFile, &code("missing-title"));
    assert_eq!(
        ledger.indicator(2).map(|one| one.title.into_owned()),
        Some("a.csv".to_owned())
    );
    ledger.fix(&Fix::DropPort, &code("address-with-port"));
    assert_eq!(ledger.value(3), "198.51.101.7");
    assert_eq!(ledger.counts().ready, 4);
    let edited = Filter {
        change: Some(ChangeKind::Edited),
        ..Filter::default()
    };
    assert_eq!(ledger.select(&edited), [0, 1, 2, 3]);
    ledger.fix(&Fix::Reset, &row(0));
    assert!(ledger.has_code(0, "expired"));
}

#[test]
fn a_row_that_is_left_out_is_ready_and_not_planned() {
    let mut ledger = table(&["bad.example.com,Audit,t,", "bad.example.org,Audit,t,"]);
    ledger.fix(&Fix::LeaveOut, &row(0));
    assert_eq!(ledger.counts().ready, 2);
    let planned = |ledger: &Ledger| Plan::build(ledger, &Limits::documented()).len();
    assert_eq!(planned(&ledger), 1);
    ledger.fix(&Fix::TakeBackIn, &row(0));
    assert_eq!(planned(&ledger), 2);
}

#[test]
fn new_settings_check_every_row_again() {
    let mut ledger = Ledger::new(settings(Cidr::Refuse));
    ledger.read("a.txt", b"bad.example.com\n203.0.114.0/30\n".to_vec());
    assert_eq!(ledger.counts().ready, 1);
    let mut other = settings(Cidr::Expand { cap: 16 });
    other.defaults.action = Action::Block;
    ledger.set(other);
    assert_eq!(ledger.counts().ready, 2);
    assert_eq!(ledger.action(0), Some(Action::Block));
}

#[test]
fn a_range_goes_as_the_policy_says() {
    let values = |cidr| {
        let mut ledger = Ledger::new(settings(cidr));
        ledger.read("a.txt", b"203.0.114.0/30\nbad.example.com\n".to_vec());
        let plan = Plan::build(&ledger, &Limits::documented());
        let one = |entry: &ioculate_core::plan::Entry| {
            format!("{} {:?} {}", entry.row, entry.endpoint, entry.value)
        };
        plan.entries.iter().map(one).collect::<Vec<_>>()
    };
    assert_eq!(values(Cidr::Refuse), ["1 Single bad.example.com"]);
    assert_eq!(
        values(Cidr::Expand { cap: 4 }),
        [
            "0 Import 203.0.114.0",
            "0 Import 203.0.114.1",
            "0 Import 203.0.114.2",
            "0 Import 203.0.114.3",
            "1 Import bad.example.com"
        ]
    );
    assert_eq!(
        values(Cidr::SingleApi),
        ["0 Single 203.0.114.0/30", "1 Import bad.example.com"]
    );
    let mut ledger = Ledger::new(settings(Cidr::Refuse));
    ledger.read("a.txt", b"203.0.114.0/30\n".to_vec());
    ledger.fix(&Fix::ExpandRange { cap: 4 }, &row(0));
    assert_eq!(Plan::build(&ledger, &Limits::documented()).len(), 4);
}

#[test]
fn a_filter_finds_rows() {
    let ledger = table(&[
        "bad.example.com,Audit,First,",
        "198.51.101.7,Block,Second,",
        "198[.]51[.]101[.]8,Block,Größe,",
        "198.51.101.300,Block,t,",
    ]);
    let text = |text: &str| Filter {
        text: text.to_owned(),
        ..Filter::default()
    };
    let cases = [
        (Filter::default(), vec![0, 1, 2, 3]),
        (text("EXAMPLE"), vec![0]),
        (text("second"), vec![1]),
        (text("grösse"), vec![]),
        (text("GRÖSS"), vec![]),
        (text("GRÖ"), vec![2]),
        (text("[.]51"), vec![2]),
        (
            Filter {
                indicator_type: Some(IndicatorType::IpAddress),
                verdict: Some(VerdictFilter::Ready),
                ..Filter::default()
            },
            vec![1, 2],
        ),
        (
            Filter {
                action: Some(Action::Audit),
                ..Filter::default()
            },
            vec![0],
        ),
        (
            Filter {
                code: Some("bad-octet".to_owned()),
                ..Filter::default()
            },
            vec![3],
        ),
        (
            Filter {
                changed: true,
                ..Filter::default()
            },
            vec![2],
        ),
    ];
    for (filter, expected) in cases {
        assert_eq!(ledger.select(&filter), expected, "{filter:?}");
    }
    let tally = ledger.tally();
    assert_eq!(tally.changed, 1);
    let refanged = tally
        .changes
        .iter()
        .find(|it| it.kind == ChangeKind::Refanged);
    assert_eq!(refanged.map(|it| (it.count, it.first)), Some((1, 2)));
    assert_eq!(tally.ready, [ledger.counts().ready]);
    assert!(
        tally
            .codes
            .iter()
            .any(|code| code.code == "bad-octet" && code.first == 3)
    );
}

/// Rows that often meet: few values, few actions, and some that are refused or ignored.
fn rows() -> impl Strategy<Value = Vec<String>> {
    let value = prop_oneof![
        Just("bad.example.com"),
        Just("BAD.example.com"),
        Just("198.51.101.7"),
        Just("http://bad.example.com/"),
        Just("nonsense"),
        Just("203.0.114.0/30"),
        Just("203.0.114.1"),
    ];
    let action = prop_oneof![
        Just("Audit"),
        Just("Block"),
        Just("Warn"),
        Just("Blok"),
        Just("")
    ];
    let row = (value, action).prop_map(|(value, action)| format!("{value},{action},t,"));
    let row =
        prop_oneof![8 => row, 1 => Just("# comment".to_owned()), 1 => Just("short".to_owned())];
    proptest::collection::vec(row, 0..60)
}

fn fix() -> impl Strategy<Value = Fix> {
    prop::sample::select(vec![
        Fix::NeverExpires,
        Fix::ExpireIn { days: 9 },
        Fix::ChooseThis,
        Fix::KeepStrictest,
        Fix::DropPort,
        Fix::TitleFromFile,
        Fix::ExpandRange { cap: 4 },
        Fix::KeepAsWritten {
            kind: ChangeKind::Lowercased,
        },
        Fix::LeaveOut,
        Fix::TakeBackIn,
        Fix::Ignore,
        Fix::Reset,
    ])
}

fn scope() -> impl Strategy<Value = Scope> {
    let codes = ["conflict", "duplicate", "address-range-cidr", "bad-action"];
    prop_oneof![
        6 => (0_u32..60).prop_map(row),
        2 => prop::sample::select(codes.to_vec()).prop_map(code),
        1 => Just(Scope::Changed { kind: ChangeKind::Lowercased }),
    ]
}

fn cidr() -> impl Strategy<Value = Cidr> {
    prop_oneof![
        Just(Cidr::Refuse),
        Just(Cidr::Expand { cap: 8 }),
        Just(Cidr::SingleApi)
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_fix_leaves_what_checking_every_row_gives(
        rows in rows(),
        expands in any::<bool>(),
        hashes in any::<bool>(),
        fixes in proptest::collection::vec((fix(), scope()), 1..6),
    ) {
        let mut now = settings(if expands { Cidr::Expand { cap: 8 } } else { Cidr::Refuse });
        now.policy.hashes = if hashes { Hashes::Strongest } else { Hashes::All };
        let mut ledger = Ledger::new(now.clone());
        // Few rows beside many are checked by themselves.
        let others = (0..100).map(|n| format!("host{n}.example,Audit,t,"));
        let rows: Vec<String> = rows.into_iter().chain(others).collect();
        add(&mut ledger, &rows.iter().map(String::as_str).collect::<Vec<_>>());
        for (fix, scope) in &fixes {
            ledger.fix(fix, scope);
            let mut anew = ledger.clone();
            let mut later = now.clone();
            later.today = WallTime(TODAY.0 + 1);
            anew.set(later);
            anew.set(now.clone());
            prop_assert_eq!(verdicts(&ledger), verdicts(&anew));
            prop_assert_eq!(ledger.tally(), anew.tally());
            for row in 0..ledger.len() {
                prop_assert_eq!(ledger.value(row), anew.value(row));
                prop_assert_eq!(ledger.row(row), anew.row(row));
            }
            let limits = Limits::documented();
            prop_assert_eq!(Plan::build(&ledger, &limits), Plan::build(&anew, &limits));
        }
    }
}

proptest! {
    #[test]
    fn the_ledger_adds_up(rows in rows(), cidr in cidr(), chosen in 0_u32..60, left_out in 0_u32..60) {
        let mut ledger = Ledger::new(settings(cidr));
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        add(&mut ledger, &rows);
        ledger.fix(&Fix::ChooseThis, &row(chosen));
        ledger.fix(&Fix::LeaveOut, &row(left_out));
        let counts = ledger.counts();
        let blank = u32::from(rows.is_empty());
        prop_assert_eq!(counts.records + blank, u32::try_from(rows.len()).unwrap() + blank);
        prop_assert_eq!(
            counts.records,
            counts.ready + counts.duplicate + counts.conflict + counts.refused + counts.ignored
        );
        // Of one type and value, at most one row is sent; each other one points at a row.
        let mut sent = std::collections::HashSet::new();
        for row in 0..ledger.len() {
            match ledger.verdict(row) {
                Verdict::Ready => prop_assert!(sent.insert((ledger.indicator_type(row), ledger.value(row)))),
                Verdict::Duplicate | Verdict::Conflict => prop_assert!(ledger.twin(row).is_some()),
                _ => prop_assert!(ledger.twin(row).is_none()),
            }
        }
    }

    #[test]
    fn every_entry_is_in_one_batch_and_no_batch_holds_equal_values(
        rows in rows(),
        cidr in cidr(),
        batch_items in 1_usize..6,
        batch_bytes in 100_usize..2_000,
    ) {
        let mut ledger = Ledger::new(settings(cidr));
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        add(&mut ledger, &rows);
        let limits = Limits { batch_items, batch_bytes, ..Limits::documented() };
        let plan = Plan::build(&ledger, &limits);
        let batches = batch::split(&plan, &limits);
        let mut all: Vec<_> = batches.iter().flat_map(|batch| batch.entries.clone()).collect();
        all.sort_unstable();
        prop_assert_eq!(all, plan.ids().collect::<Vec<_>>());
        for batch in &batches {
            let entries: Vec<_> = batch.entries.iter().map(|id| &plan.entries[id.0 as usize]).collect();
            let values: std::collections::HashSet<_> =
                entries.iter().map(|entry| folded(entry.indicator_type, &entry.value)).collect();
            prop_assert_eq!(values.len(), entries.len());
            prop_assert!(entries.iter().all(|entry| entry.endpoint == batch.endpoint));
            let body = batch::body(&plan, &batch.entries, batch.endpoint);
            let most = if batch.endpoint == Endpoint::Single { 1 } else { batch_items };
            prop_assert!(entries.len() <= most);
            prop_assert!(entries.len() == 1 || body.len() <= batch_bytes);
            prop_assert!(serde_json::from_slice::<serde_json::Value>(&body).is_ok());
        }
    }
}

#[test]
fn a_list_takes_its_title_from_the_defaults_or_its_name() {
    let title = |given: &str, file: &str| {
        let mut settings = settings(Cidr::Refuse);
        settings.defaults.title = given.to_owned();
        let mut ledger = Ledger::new(settings);
        ledger.read("first.txt", b"192.0.2.1".to_vec());
        ledger.read(file, b"192.0.2.2".to_vec());
        ledger
            .indicator(1)
            .map(|indicator| indicator.title.into_owned())
    };
    assert_eq!(title("Case 7", "c2.txt").as_deref(), Some("Case 7"));
    assert_eq!(title("", "c2.txt").as_deref(), Some("c2.txt"));
    assert_eq!(title(" ", "pasted text").as_deref(), Some("pasted text"));
}

#[test]
fn a_range_beside_one_of_its_addresses_is_refused_until_one_is_left_out() {
    let ledger = |list: &str| {
        let mut ledger = Ledger::new(settings(Cidr::Expand { cap: 256 }));
        ledger.read("list.txt", list.replace(' ', "\n").into_bytes());
        ledger
    };
    let table = [
        ("198.51.100.0/30 198.51.100.4", "ready ready"),
        ("198.51.100.0/30 198.51.100.3", "refused ready"),
        ("198.51.100.3 198.51.100.0/30", "ready refused"),
        ("198.51.100.0/30 198.51.100.2/31", "ready refused"),
        ("198.51.100.2/31 198.51.100.0/30", "ready refused"),
        ("198.51.100.0/30 198.51.100.0/30", "ready duplicate of 0"),
        ("2001:db8::/126 2001:db8::3", "refused ready"),
        ("198.51.100.0/30 ::198.51.100.1", "ready ready"),
    ];
    for (list, expected) in table {
        assert_eq!(verdicts(&ledger(list)).join(" "), expected, "{list}");
    }
    let mut met = ledger("198.51.100.0/30 198.51.100.3");
    let row = met.row(0).expect("a row");
    assert_eq!(
        row.diagnostics.last().map(|found| found.finding.code()),
        Some("range-overlaps")
    );
    assert_eq!((row.verdict, row.indicator), (Verdict::Refused, None));
    met.fix(&Fix::LeaveOut, &Scope::Row { row: 1 });
    assert_eq!(met.verdict(0), Verdict::Ready);
}

#[test]
fn files_that_come_together_are_what_they_are_one_by_one() {
    let files = [
        ("a.txt", "192.0.2.1\n192.0.2.2\n"),
        ("b.txt", ""),
        ("c.txt", "192.0.2.2\nhttps://bad.example/x\n"),
    ];
    let (mut alone, mut together) = (
        table(&["192.0.2.9,Block,t,"]),
        table(&["192.0.2.9,Block,t,"]),
    );
    for (name, text) in files {
        alone.read(name, text.as_bytes().to_vec());
    }
    together.read_all(
        files
            .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
            .into(),
    );
    assert_eq!(alone.files(), together.files());
    assert_eq!(verdicts(&alone), verdicts(&together));
    assert_eq!(
        verdicts(&together),
        ["ready", "ready", "ready", "duplicate of 2", "ready"]
    );
}
