//! What a run would make of a tenant, against a plain second way to say it, and against a tenant that
//! takes what is sent.

use std::collections::{BTreeMap, BTreeSet};

use ioculate_core::{
    check::{Defaults, Policy, Verdict},
    clock::WallTime,
    import::{Method, NotSent},
    indicator::Action,
    ledger::{Decided, Ledger, Settings},
    limits::Limits,
    outlook::{Prospect, Tenant},
    plan::{Endpoint, Plan},
    session::{Choices, Fate, OnConflict, OverQuota},
    tenant::Snapshot,
    wire::{self, Reply},
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// 2026-11-21T12:00:00Z.
const NOON: WallTime = WallTime(1_795_262_400_000);

/// The columns of a portal CSV that the tests use.
const COLUMNS: [&str; 7] = [
    "IndicatorType",
    "IndicatorValue",
    "Action",
    "Severity",
    "Title",
    "Description",
    "ExpirationTime",
];

/// An entity's fields by which the tenant tells it from others.
type Key = (String, String, String);

/// A tenant that keeps what it is given, as the API does: by type, value and action.
#[derive(Clone, Debug, Default)]
struct Model {
    held: BTreeMap<Key, Map<String, Value>>,
    ids: u32,
}

fn text(entity: &Map<String, Value>, name: &str) -> String {
    entity
        .get(name)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

fn key(entity: &Map<String, Value>) -> Key {
    (
        text(entity, "indicatorType"),
        text(entity, "indicatorValue").to_ascii_lowercase(),
        text(entity, "action"),
    )
}

impl Model {
    fn of(entities: impl IntoIterator<Item = Map<String, Value>>) -> Self {
        let mut model = Self::default();
        for entity in entities {
            model.submit(entity);
        }
        model
    }

    /// Creates or updates. What is not sent stays, but for what is absent where it is not sent.
    fn submit(&mut self, sent: Map<String, Value>) {
        let fresh = self.ids + 1;
        let held = self.held.entry(key(&sent)).or_default();
        if held.is_empty() {
            self.ids = fresh;
            held.insert("id".to_owned(), json!(fresh.to_string()));
            held.insert("severity".to_owned(), json!("Informational"));
        }
        held.insert("expirationTime".to_owned(), Value::Null);
        held.insert("rbacGroupNames".to_owned(), json!([]));
        held.extend(sent);
    }

    fn delete(&mut self, id: &str) {
        self.held.retain(|_, held| text(held, "id") != id);
    }

    fn snapshot(&self) -> Snapshot {
        let listed: Vec<&Map<String, Value>> = self.held.values().collect();
        let body = json!({ "value": listed }).to_string();
        match wire::read(Method::Get, 200, |_| None, body.as_bytes()) {
            Reply::Page { page, .. } => Snapshot::of(vec![page], NOON),
            other => panic!("{other:?}"),
        }
    }

    /// Carries a plan out: first what is to go away. Says how many it held at most.
    fn carry_out(&mut self, plan: &Plan) -> usize {
        let mut most = 0;
        for id in plan.deletions() {
            self.delete(&plan.deleted(id).expect("an id"));
        }
        for id in plan.ids() {
            if plan.entries[id.0 as usize].endpoint != Endpoint::Delete {
                let sent = serde_json::from_slice(plan.object(id)).expect("an object");
                self.submit(sent);
            }
            most = most.max(self.held.len());
        }
        most
    }

    /// An indicator without what the service alone decides.
    fn said(&self, key: &Key) -> Map<String, Value> {
        self.held[key].clone()
    }
}

fn settings() -> Settings {
    Settings {
        defaults: Defaults {
            action: Action::Block,
            title: "a title".to_owned(),
            description: "a description".to_owned(),
            ..Defaults::default().expiring_in(None)
        },
        policy: Policy::default(),
        today: NOON,
    }
}

/// A table of some columns; the cells of the others are left out.
fn table(columns: &[usize], rows: &[[String; 7]]) -> String {
    let line = |cells: Vec<&str>| cells.join(",") + "\n";
    let mut text = line(columns.iter().map(|&at| COLUMNS[at]).collect());
    for row in rows {
        text.push_str(&line(columns.iter().map(|&at| row[at].as_str()).collect()));
    }
    text
}

fn read(text: &str) -> Ledger {
    let mut ledger = Ledger::new(settings());
    ledger.read("rows.csv", text.as_bytes().to_vec());
    ledger
}

fn limits(most: usize) -> Limits {
    Limits {
        tenant_indicators: most,
        ..Limits::documented()
    }
}

fn look(ledger: &mut Ledger, model: &Model, choices: &Choices, limits: &Limits) -> Prospect {
    let snapshot = model.snapshot();
    let tenant = Tenant {
        snapshot: &snapshot,
        choices,
        limits,
        now: NOON,
    };
    let mut decided = Decided::default();
    let prospect = tenant.prospect(ledger, &mut decided);
    ledger.decide(decided);
    prospect
}

// The plain second way: maps of text, one row after the other.

/// What a row gives: its key, and the fields that the source has with what they would be.
struct Given {
    key: Key,
    fields: Vec<(&'static str, Value)>,
}

fn given(columns: &[usize], row: &[String; 7]) -> Given {
    let cell = |at: usize| row[at].clone();
    let mut fields = Vec::new();
    for (at, name) in [
        (3, "severity"),
        (4, "title"),
        (5, "description"),
        (6, "expirationTime"),
    ] {
        let has_value = !row[at].is_empty();
        if columns.contains(&at) && (has_value || name == "expirationTime") {
            let value = if has_value {
                json!(cell(at))
            } else {
                Value::Null
            };
            fields.push((name, value));
        }
    }
    Given {
        key: (cell(0), cell(1).to_ascii_lowercase(), cell(2)),
        fields,
    }
}

/// The fate of each row that is ready, by the rule for where there is no room.
fn plain(
    ledger: &Ledger,
    columns: &[usize],
    rows: &[[String; 7]],
    model: &Model,
    most: usize,
    rule: OverQuota,
) -> Vec<Option<Fate>> {
    let mut fates = Vec::new();
    let values: BTreeSet<(&String, &String)> =
        model.held.keys().map(|key| (&key.0, &key.1)).collect();
    for (number, row) in (0..).zip(rows) {
        if ledger.verdict(number) != Verdict::Ready {
            fates.push(None);
            continue;
        }
        let given = given(columns, row);
        let same = |held: &Map<String, Value>| {
            given
                .fields
                .iter()
                .all(|(name, value)| held.get(*name).unwrap_or(&Value::Null) == value)
        };
        fates.push(Some(match model.held.get(&given.key) {
            Some(held) if same(held) => Fate::Unchanged,
            Some(_) => Fate::Update,
            None if values.contains(&(&given.key.0, &given.key.1)) => Fate::TenantConflict,
            None => Fate::Create,
        }));
    }
    let mut adding: Vec<usize> = (0..rows.len())
        .filter(|&at| matches!(fates[at], Some(Fate::Create | Fate::TenantConflict)))
        .collect();
    let severity = |at: &usize| {
        let grades = ["", "Informational", "Low", "Medium", "High"];
        let grade = if columns.contains(&3) {
            rows[*at][3].as_str()
        } else {
            ""
        };
        grades.iter().position(|known| *known == grade)
    };
    let expires = |at: &usize| match rows[*at][6].as_str() {
        date if columns.contains(&6) && !date.is_empty() => date.to_owned(),
        _ => "9999".to_owned(),
    };
    match rule {
        OverQuota::Last => {}
        OverQuota::First => adding.reverse(),
        OverQuota::LowestSeverity => adding.sort_by_key(|at| std::cmp::Reverse(severity(at))),
        OverQuota::SoonestToExpire => adding.sort_by_key(|at| std::cmp::Reverse(expires(at))),
    }
    let room = most.saturating_sub(model.held.len());
    for at in adding.into_iter().skip(room) {
        fates[at] = Some(Fate::OverQuota);
    }
    fates
}

fn assert_same(ledger: &Ledger, prospect: &Prospect, expected: &[Option<Fate>]) {
    let fates: Vec<Option<Fate>> = (0..ledger.len()).map(|row| prospect.fate(row)).collect();
    for (row, (found, expected)) in fates.iter().zip(expected).enumerate() {
        assert_eq!(
            found,
            expected,
            "row {row}: {}",
            ledger.source_of(u32::try_from(row).expect("few"))
        );
    }
    assert_eq!(fates.len(), expected.len());
    let sums = prospect.sums.fates;
    let counted = [
        (Fate::Create, sums.create),
        (Fate::Update, sums.update),
        (Fate::Unchanged, sums.unchanged),
        (Fate::TenantConflict, sums.tenant_conflict),
        (Fate::OverQuota, sums.over_quota),
        (Fate::Delete, sums.delete),
        (Fate::Restore, sums.restore),
    ];
    for (fate, sum) in counted {
        let rows = expected
            .iter()
            .filter(|known| **known == Some(fate))
            .count();
        assert_eq!(sum as usize, rows, "{fate:?}");
    }
    let total: u32 = counted.iter().map(|(_, sum)| sum).sum();
    assert_eq!(total, ledger.counts().ready);
}

// What is thrown at both.

const VALUES: [(&str, &str); 5] = [
    ("DomainName", "one.example"),
    ("DomainName", "two.example"),
    ("Url", "https://one.example/A"),
    ("FileMd5", "0123456789abcdef0123456789abcdef"),
    ("IpAddress", "198.51.100.7"),
];

fn cells() -> impl Strategy<Value = [String; 7]> {
    let pick = |words: &'static [&'static str]| prop::sample::select(words);
    (
        prop::sample::select(&VALUES[..]),
        pick(&["Block", "Warn", "Allowed"]),
        pick(&["", "Low", "High"]),
        pick(&["a title", "another"]),
        pick(&["a description", "other words"]),
        pick(&["", "2028-01-01T00:00:00Z", "2029-01-01T00:00:00Z"]),
    )
        .prop_map(
            |((kind, value), action, severity, title, description, expires)| {
                [kind, value, action, severity, title, description, expires].map(str::to_owned)
            },
        )
}

fn columns() -> impl Strategy<Value = Vec<usize>> {
    let optional = prop::sample::subsequence(vec![3_usize, 6], 0..=2);
    optional.prop_map(|optional| {
        let mut columns = vec![0, 1, 2, 4, 5];
        columns.extend(optional);
        columns.sort_unstable();
        columns
    })
}

fn entity(cells: &[String; 7]) -> Map<String, Value> {
    let names = [
        "indicatorType",
        "indicatorValue",
        "action",
        "severity",
        "title",
        "description",
        "expirationTime",
    ];
    let pairs = names.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
    pairs
        .map(|(name, cell)| ((*name).to_owned(), json!(cell)))
        .collect()
}

fn model() -> impl Strategy<Value = Model> {
    prop::collection::vec(cells(), 0..8).prop_map(|all| Model::of(all.iter().map(entity)))
}

fn rule() -> impl Strategy<Value = OverQuota> {
    prop::sample::select(vec![
        OverQuota::Last,
        OverQuota::First,
        OverQuota::LowestSeverity,
        OverQuota::SoonestToExpire,
    ])
}

fn choices() -> impl Strategy<Value = Choices> {
    let conflicts = prop::sample::select(vec![
        OnConflict::AddBeside,
        OnConflict::Replace,
        OnConflict::LeaveOut,
    ]);
    (any::<bool>(), conflicts, rule()).prop_map(|(send_unchanged, conflicts, over_quota)| Choices {
        send_unchanged,
        conflicts,
        over_quota,
        overridden: Vec::new(),
    })
}

proptest! {
    #[test]
    fn the_fates_are_those_of_the_plain_way(
        columns in columns(),
        rows in prop::collection::vec(cells(), 0..10),
        model in model(),
        most in 0..12_usize,
        rule in rule(),
    ) {
        let mut ledger = read(&table(&columns, &rows));
        let choices = Choices { over_quota: rule, ..Choices::default() };
        let prospect = look(&mut ledger, &model, &choices, &limits(most));
        let expected = plain(&ledger, &columns, &rows, &model, most, rule);
        assert_same(&ledger, &prospect, &expected);
    }

    /// Sent all the same, an unchanged row changes no field that the source gave.
    #[test]
    fn unchanged_is_unchanged(
        columns in columns(),
        rows in prop::collection::vec(cells(), 1..10),
        model in model(),
    ) {
        let mut ledger = read(&table(&columns, &rows));
        let choices = Choices { send_unchanged: true, ..Choices::default() };
        let prospect = look(&mut ledger, &model, &choices, &limits(100));
        let mut after = model.clone();
        after.carry_out(&Plan::build(&ledger, &limits(100)));
        for (number, row) in (0..).zip(&rows) {
            let given = given(&columns, row);
            let is_same = |name: &str| model.held[&given.key].get(name) == after.said(&given.key).get(name);
            match prospect.fate(number) {
                Some(Fate::Unchanged) => {
                    prop_assert!(given.fields.iter().all(|(name, _)| is_same(name)), "row {number}");
                }
                Some(Fate::Update) => {
                    prop_assert!(!given.fields.iter().all(|(name, _)| is_same(name)), "row {number}");
                }
                _ => {}
            }
        }
    }

    /// What was imported would change nothing if it were imported again.
    #[test]
    fn a_file_that_was_imported_is_unchanged(
        columns in columns(),
        rows in prop::collection::vec(cells(), 1..10),
        model in model(),
        choices in choices(),
    ) {
        let mut ledger = read(&table(&columns, &rows));
        let _before = look(&mut ledger, &model, &choices, &limits(100));
        let sent: Vec<bool> = (0..ledger.len()).map(|row| ledger.held_back(row).is_none()).collect();
        let mut after = model;
        after.carry_out(&Plan::build(&ledger, &limits(100)));
        let again = look(&mut ledger, &after, &Choices::default(), &limits(100));
        for row in (0..ledger.len()).filter(|row| ledger.verdict(*row) == Verdict::Ready) {
            if sent[row as usize] {
                prop_assert_eq!(again.fate(row), Some(Fate::Unchanged), "row {}", row);
            }
        }
    }

    #[test]
    fn no_tenant_is_filled_beyond_what_it_may_hold(
        columns in columns(),
        rows in prop::collection::vec(cells(), 0..10),
        model in model(),
        room in 0..6_usize,
        choices in choices(),
    ) {
        let most = model.held.len() + room;
        let mut ledger = read(&table(&columns, &rows));
        let prospect = look(&mut ledger, &model, &choices, &limits(most));
        let plan = Plan::build(&ledger, &limits(most));
        let mut after = model.clone();
        prop_assert!(after.carry_out(&plan) <= most);
        // And is told rightly.
        let sums = &prospect.sums;
        let told = sums.used + sums.added - sums.deleted;
        prop_assert_eq!(told as usize, after.held.len());
        let over = (0..ledger.len()).filter(|&row| ledger.held_back(row) == Some(NotSent::OverQuota));
        prop_assert_eq!(over.count(), sums.fates.over_quota as usize);
        // Nobody stays behind while there is room for one more.
        let is_left = sums.fates.over_quota > 0 && after.held.len() < most;
        prop_assert!(!is_left, "{} of {most}", after.held.len());
    }

    /// Where conflicts are replaced, of each value that was sent one action is there.
    #[test]
    fn what_is_replaced_is_gone(
        columns in columns(),
        rows in prop::collection::vec(cells(), 0..10),
        model in model(),
    ) {
        let mut ledger = read(&table(&columns, &rows));
        let choices = Choices { conflicts: OnConflict::Replace, ..Choices::default() };
        let prospect = look(&mut ledger, &model, &choices, &limits(100));
        let mut after = model.clone();
        after.carry_out(&Plan::build(&ledger, &limits(100)));
        for (number, row) in (0..).zip(&rows) {
            if prospect.fate(number) == Some(Fate::TenantConflict) {
                let of_value = after.held.keys().filter(|key| key.0 == row[0] && key.1 == row[1].to_ascii_lowercase());
                prop_assert_eq!(of_value.count(), 1, "row {}", number);
            }
        }
        let others = model.held.keys().filter(|key| !rows.iter().any(|row| key.1 == row[1].to_ascii_lowercase()));
        prop_assert!(others.into_iter().all(|key| after.held.contains_key(key)));
    }
}

/// A value for each number, of every type.
fn value(number: u32) -> (&'static str, String) {
    match number % 5 {
        0 => ("DomainName", format!("bad-{number}.example")),
        1 => ("Url", format!("https://bad-{number}.example/a/{number}")),
        2 => ("FileSha256", format!("{number:064x}")),
        3 => ("FileSha1", format!("{number:040x}")),
        _ => (
            "IpAddress",
            format!(
                "203.{}.{}.{}",
                1 + number / 65_536,
                number / 256 % 256,
                number % 256
            ),
        ),
    }
}

fn made(number: u32, salt: u32) -> [String; 7] {
    let (kind, value) = value(number);
    let one = |words: &[&str], by: u32| {
        let mixed = (number + salt * 31 + by * 7_919).wrapping_mul(2_654_435_761);
        words[(mixed >> 8) as usize % words.len()].to_owned()
    };
    [
        kind.to_owned(),
        value,
        one(&["Block", "Warn", "Allowed"], 3),
        one(&["", "Low", "Medium", "High"], 7),
        one(&["a title", "a title", "another"], 11),
        one(&["a description", "other words"], 13),
        one(&["", "2028-01-01T00:00:00Z", "2029-01-01T00:00:00Z"], 17),
    ]
}

#[test]
fn a_full_tenant_and_as_many_rows_have_the_fates_of_the_plain_way() {
    const COUNT: u32 = 15_000;
    // A third as it is given, a third otherwise, a third not at all.
    let held = (0..COUNT).map(|number| match number % 3 {
        0 => made(number, 0),
        1 => made(number, 77_777),
        _ => made(number + COUNT, 0),
    });
    let mut model = Model::default();
    for cells in held {
        model.submit(entity(&cells));
    }
    assert_eq!(model.held.len(), 15_000);
    let rows: Vec<[String; 7]> = (0..COUNT).map(|number| made(number, 0)).collect();
    let columns: Vec<usize> = (0..7).collect();
    for (most, rule) in [
        (15_000, OverQuota::Last),
        (16_000, OverQuota::First),
        (17_500, OverQuota::LowestSeverity),
        (18_000, OverQuota::SoonestToExpire),
        (40_000, OverQuota::Last),
    ] {
        let mut ledger = read(&table(&columns, &rows));
        assert_eq!(ledger.counts().ready, COUNT);
        let choices = Choices {
            over_quota: rule,
            ..Choices::default()
        };
        let prospect = look(&mut ledger, &model, &choices, &limits(most));
        let expected = plain(&ledger, &columns, &rows, &model, most, rule);
        assert_same(&ledger, &prospect, &expected);
        let sums = prospect.sums.fates;
        assert!(sums.update > 500 && sums.unchanged > 1_000, "{sums:?}");
        assert!(sums.create + sums.over_quota > 1_000, "{sums:?}");
    }
}
