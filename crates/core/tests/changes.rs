//! Every change of a value is listed and can be taken back.
//!
//! Three laws over generated values and over every row of real files (`IOCULATE_CORPUS` names their
//! folder): undoing the changes of a value gives the text as given; a value that differs from it has a
//! change; a change is listed only where something changed.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a test reads files and says what it skipped"
)]

use std::{borrow::Cow, fs, path::PathBuf};

use ioculate_core::{
    change::{Change, ChangeKind, ChangeKinds, Field, Fields, undo},
    check::{Cidr, Defaults, Draft, Policy, Row, Verdict, row},
    clock::WallTime,
    indicator::Action,
    ledger::{Ledger, Settings},
    plan::moment,
    session::{Fix, Scope},
    source::guarded,
};
use proptest::prelude::*;

/// 2026-11-21T00:00:00Z
const TODAY: WallTime = WallTime(1_795_219_200_000);

fn defaults() -> Defaults {
    Defaults {
        action: Action::Audit,
        title: "a title".to_owned(),
        description: "a description".to_owned(),
        ..Defaults::default().expiring_in(None)
    }
}

fn settings(policy: Policy) -> Settings {
    Settings {
        defaults: defaults(),
        policy,
        today: TODAY,
    }
}

fn ledger(name: &str, bytes: impl Into<Vec<u8>>) -> Ledger {
    let mut ledger = Ledger::new(settings(Policy::default()));
    ledger.read(name, bytes.into());
    ledger
}

/// What breaks a law in this row, if anything.
fn broken(raw: &str, row: &Row<'_>) -> Option<String> {
    let of_value = |change: &Change| change.field == Field::IndicatorValue;
    let changes: Vec<Change> = row.listed_changes().filter(of_value).collect();
    let indicator = row.indicator.as_ref().map(|indicator| &indicator.value);
    let recognised = row.recognised.as_ref().map(|(_, value)| value);
    let Some(value) = indicator.or(recognised) else {
        let is_listed = !changes.is_empty();
        return is_listed.then(|| format!("{raw:?} is shown as given, beside {changes:?}"));
    };
    let undone = undo(value, &changes);
    if undone != raw {
        return Some(format!(
            "{raw:?} became {value:?}, undone {undone:?} by {changes:?}"
        ));
    }
    if changes.is_empty() != (value == raw) {
        return Some(format!("{raw:?} became {value:?} by {changes:?}"));
    }
    let idle = changes.iter().find(|change| change.before == change.after);
    let miscounted = changes
        .iter()
        .find(|change| !change.at.is_empty() && change.at.len() != change.times as usize);
    idle.or(miscounted)
        .map(|change| format!("{raw:?}: {change:?}"))
}

/// A part of a value, as people write it.
fn one_of(parts: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::select(parts).prop_map(str::to_owned)
}

fn edge() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => Just(String::new()),
        1 => one_of(&[" ", "\t", "\u{a0}", "\u{200b}", "\u{feff}", "\u{200e} ", "  \u{a0}\u{2009}"]),
    ]
}

fn scheme() -> impl Strategy<Value = String> {
    one_of(&[
        "",
        "",
        "http://",
        "https://",
        "HTTP://",
        "Https://",
        "hxxp://",
        "hXXps://",
        "HXXP[:]//",
        "http[:]//",
        "h**p://",
        "htxp(://)",
        "[http]://",
        "hxxp[s]://",
        "meow://",
        "fxp://",
        "ftp://",
        "http:\\\\",
        "http[:][//]",
        "://",
        "h__ps:[//]",
    ])
}

fn label() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-z]{1,5}",
        2 => "[a-zA-Z0-9-]{1,8}",
        1 => one_of(&["bücher", "ПРИМЕР", "例え", "ｅｖｉｌ", "xn--bcher-kva", "_dmarc", "*", "www", ""]),
    ]
}

fn dot() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(".".to_owned()),
        2 => Just("[.]".to_owned()),
        2 => one_of(&["(.)", "{.}", "[dot]", "(DOT)", " dot ", "\\.", "[.", ".]", "[ . ]", "[.com]", " [.] "]),
    ]
}

fn name() -> impl Strategy<Value = String> {
    let rest = prop::collection::vec((dot(), label()), 1..5);
    let tld = one_of(&[
        "example",
        "Example",
        "example.",
        "EXAMPLE..",
        "test[.]",
        "com",
    ]);
    let start = one_of(&["", "", "*.", ".", "*[.]"]);
    (start, label(), rest, dot(), tld).prop_map(|(start, first, rest, dot, tld)| {
        let rest: String = rest
            .into_iter()
            .flat_map(|(dot, label)| [dot, label])
            .collect();
        format!("{start}{first}{rest}{dot}{tld}")
    })
}

fn address() -> impl Strategy<Value = String> {
    let octets = (
        0_u16..300,
        0_u16..256,
        dot(),
        dot(),
        one_of(&["", "/32", "/31", "/8", ":443"]),
    );
    prop_oneof![
        octets.prop_map(|(a, b, one, other, end)| format!("{a}{one}{b}{other}7{one}9{end}")),
        one_of(&[
            "2001:db8::1",
            "2001:DB8::ABCD",
            "[2001:db8::1]",
            "2001:db8::1/128",
            "2001:DB8::/126",
            "::ffff:198.51.100.7",
            "::FFFF:198.51.100.7/128",
            "2001[:]db8[:][:]1",
            "fe80::1%eth0",
            "2001:0db8:0000:0000:0000:0000:0000:00AB",
            "2001:0DB8:0000:0000:0000:0000:0000:00AB",
            "[2001:db8::1]:443",
        ]),
    ]
}

fn hash() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9a-f]{32}",
        "[0-9A-F]{40}",
        "[0-9a-fA-F]{64}",
        "[0-9a-fA-F]{30,66}"
    ]
}

fn tail() -> impl Strategy<Value = String> {
    let path = "(/[a-zA-Z0-9.()\\[\\]%é-]{0,9}){0,2}";
    let query = prop_oneof![Just(String::new()), "[?][a-z=#&.]{0,9}"];
    let fragment = one_of(&["", "", "#", "#a[.]b", "##", "#\u{e9}"]);
    let port = one_of(&["", "", ":80", "[:]8080", ":99999", ":"]);
    (port, path, query, fragment)
        .prop_map(|(port, path, query, fragment)| format!("{port}{path}{query}{fragment}"))
}

/// Values as feeds, reports and mails hold them, and texts that only look like them.
fn value() -> impl Strategy<Value = String> {
    let login = one_of(&["", "", "user@", "User:Pass@", "user[@]"]);
    let host = || prop_oneof![3 => name(), 1 => address()];
    let url = (scheme(), login, host(), tail())
        .prop_map(|(scheme, login, host, tail)| format!("{scheme}{login}{host}{tail}"));
    let bare = prop_oneof![
        4 => url,
        3 => name(),
        2 => address(),
        1 => hash(),
        1 => any::<String>(),
        1 => "[\\[\\](){}.:/\\\\ dothxp]{0,24}",
    ];
    (edge(), bare, edge()).prop_map(|(before, bare, after)| format!("{before}{bare}{after}"))
}

fn kept() -> impl Strategy<Value = ChangeKinds> {
    let kinds = prop::collection::vec(prop::sample::select(&ChangeKind::ALL[..]), 0..4);
    let all = |kinds: Vec<ChangeKind>| kinds.into_iter().fold(ChangeKinds::NONE, ChangeKinds::with);
    prop_oneof![2 => Just(ChangeKinds::NONE), 1 => kinds.prop_map(all)]
}

fn policy() -> impl Strategy<Value = Policy> {
    let cidr = prop_oneof![
        Just(Cidr::Refuse),
        (0_u32..5_000).prop_map(|cap| Cidr::Expand { cap }),
        Just(Cidr::SingleApi)
    ];
    (cidr, any::<bool>(), kept()).prop_map(|(cidr, internal_addresses, kept)| Policy {
        cidr,
        internal_addresses,
        kept,
        ..Policy::default()
    })
}

/// What a source says of the type: a type, a word of its own, or nothing, with or without the field.
fn said() -> impl Strategy<Value = (Option<&'static str>, Fields)> {
    let words = [
        "IpAddress",
        "DomainName",
        "Url",
        "FileSha256",
        "filemd5",
        "FQDN",
        "ip-dst",
        "?",
        "",
    ];
    let fields = prop::sample::select(vec![Fields::NONE, Fields::ALL]);
    (prop::sample::select(words.to_vec()), fields)
        .prop_map(|(word, fields)| (Some(word).filter(|word| !word.is_empty()), fields))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undoing_the_changes_gives_the_text_as_given(value in value(), (kind, fields) in said(), policy in policy()) {
        let draft = Draft {
            indicator_type: kind.map(Cow::Borrowed),
            value: Some(Cow::Borrowed(&value)),
            action: Some("Block".into()),
            title: Some("t".into()),
            description: Some("d".into()),
            fields,
            ..Draft::default()
        };
        let defaults = defaults();
        let row = row(draft, &defaults, &policy, TODAY, 9);
        prop_assert_eq!(broken(&value, &row), None);
        let is_kept = |change: &Change| change.kind.can_be_kept() && policy.kept.has(change.kind);
        prop_assert!(!row.changes.iter().any(is_kept), "{:?} {:?}", value, row.changes);
    }
}

/// What stands in a field, or nothing where it is blank.
fn text() -> impl Strategy<Value = Option<String>> {
    prop_oneof![
        1 => Just(None),
        3 => "[ \t\u{a0}a-zA-Z'=]{0,9}".prop_map(Some),
        3 => one_of(&[
            "Block", " block", "AUDIT ", "alert", "AlertAndBlock", "Allowed", "High", "low", " Medium",
            "true", "FALSE", " True", "2027-01-31", "2027-01-31T00:00:00Z", "2027-01-31T01:00:00+02:00",
        ]).prop_map(Some),
    ]
}

/// Each field with what was given for it and what would be sent.
fn fields_of(row: &Row<'_>, given: &[Option<String>]) -> Vec<(Field, String, String)> {
    let Some(sent) = &row.indicator else {
        return Vec::new();
    };
    let severity = sent.severity.map(|severity| severity.to_string());
    let optional = |text: &Option<Cow<'_, str>>| text.as_deref().unwrap_or_default().to_owned();
    let fields = [
        (Field::Action, sent.action.to_string()),
        (Field::Title, sent.title.to_string()),
        (Field::Description, sent.description.to_string()),
        (Field::Severity, severity.unwrap_or_default()),
        (
            Field::ExpirationTime,
            sent.expiration.and_then(moment).unwrap_or_default(),
        ),
        (
            Field::RecommendedActions,
            optional(&sent.recommended_actions),
        ),
        (Field::EducateUrl, optional(&sent.educate_url)),
    ];
    let beside = |((field, sent), given): ((Field, String), &Option<String>)| {
        // Blank is absent.
        let given = given.clone().filter(|text| !text.trim().is_empty());
        (field, given.unwrap_or_default(), sent)
    };
    fields.into_iter().zip(given).map(beside).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_other_field_is_sent_as_given_or_its_change_is_listed(
        given in prop::collection::vec(text(), 7),
        has_fields in any::<bool>(),
    ) {
        let mut texts = given.iter().map(|text| text.as_deref().map(Cow::Borrowed));
        let mut next = || texts.next().flatten();
        let draft = Draft {
            value: Some("evil.example".into()),
            action: next(),
            title: next(),
            description: next(),
            severity: next(),
            expiration: next(),
            recommended_actions: next(),
            educate_url: next(),
            fields: if has_fields { Fields::ALL } else { Fields::NONE },
            ..Draft::default()
        };
        let defaults = defaults();
        let row = row(draft, &defaults, &Policy::default(), TODAY, 9);
        let changes: Vec<Change> = row.listed_changes().collect();
        for (field, given, sent) in fields_of(&row, &given) {
            let of_field: Vec<&Change> = changes.iter().filter(|change| change.field == field).collect();
            let first = of_field.first().map_or(&*sent, |change| &*change.before);
            let last = of_field.last().map_or(&*given, |change| &*change.after);
            prop_assert_eq!((first, last), (&*given, &*sent), "{:?} {:?}", field, changes);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_cell_is_undone_to_what_it_says(values in prop::collection::vec(value(), 1..8)) {
        let cell = |value: &String| format!("\"{}\"", guarded(value).replace('"', "\"\""));
        let lines: Vec<String> = values.iter().map(cell).collect();
        let csv = format!("indicatorValue\n{}\n", lines.join("\n"));
        let json = serde_json::json!({ "Indicators": values
            .iter()
            .map(|value| serde_json::json!({ "indicatorValue": value }))
            .collect::<Vec<_>>() });
        for (name, text) in [("a.csv", csv), ("a.json", json.to_string())] {
            let ledger = ledger(name, text);
            prop_assert_eq!(ledger.len() as usize, values.len(), "{}", name);
            for (row, value) in (0..).zip(&values) {
                let Some(given) = ledger.given_field(row, Field::IndicatorValue) else {
                    continue;
                };
                if name == "a.json" {
                    prop_assert_eq!(&given, value);
                }
                let full = ledger.row(row).expect("a row");
                prop_assert_eq!(broken(&given, &full), None, "{}", name);
            }
        }
    }
}

#[test]
fn every_row_of_every_real_file_is_undone() {
    let Some(folder) = std::env::var_os("IOCULATE_CORPUS").map(PathBuf::from) else {
        println!("skipped: IOCULATE_CORPUS names no folder");
        return;
    };
    let files = fs::read_dir(folder).expect("a folder");
    let paths = files.map(|file| file.expect("an entry").path());
    let (mut rows, mut changed) = (0_u32, 0_u32);
    for path in paths.filter(|path| path.is_file()) {
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let ledger = ledger(&name, fs::read(&path).expect("a readable file"));
        for row in 0..ledger.len() {
            let Some(given) = ledger.given_field(row, Field::IndicatorValue) else {
                continue;
            };
            let full = ledger.row(row).expect("a row");
            // Values of real files are not to be shown.
            assert!(broken(&given, &full).is_none(), "{name}, row {row}");
            rows += 1;
            changed += u32::from(!full.changes.is_empty());
        }
    }
    assert!(changed > 100, "{rows} rows, {changed} changed");
    println!("{rows} rows, {changed} changed");
}

/// A row's value as it would be sent, or why it is not; with the kinds of its changes.
fn outcome(ledger: &Ledger, row: u32) -> String {
    let full = ledger.row(row).expect("a row");
    let mut line = match &full.indicator {
        Some(indicator) => indicator.value.to_string(),
        None => full
            .diagnostics
            .last()
            .map_or("?", |found| found.code())
            .to_owned(),
    };
    for change in full
        .changes
        .iter()
        .filter(|change| change.field == Field::IndicatorValue)
    {
        line = format!("{line} +{:?}", change.kind);
    }
    line
}

#[test]
fn a_change_can_be_taken_back() {
    use ChangeKind::{
        FragmentDropped, Ipv6Expanded, Lowercased, PrefixDropped, Punycode, Refanged,
        TrailingDotDropped, Trimmed, WildcardDropped,
    };
    let table = [
        ("EVIL.example", Lowercased, "EVIL.example"),
        (
            "D41D8CD98F00B204E9800998ECF8427E",
            Lowercased,
            "D41D8CD98F00B204E9800998ECF8427E",
        ),
        ("HTTP://Evil.example/A", Lowercased, "HTTP://Evil.example/A"),
        (
            "http://evil.example/a#b",
            FragmentDropped,
            "http://evil.example/a#b",
        ),
        ("hxxp://evil[.]example/#b", Refanged, "url-scheme"),
        ("evil[.]example", Refanged, "not-an-indicator"),
        (
            "hxxp://EVIL.example/#b",
            FragmentDropped,
            "http://evil.example/#b +Refanged +Lowercased",
        ),
        ("evil.example.", TrailingDotDropped, "domain-empty-label"),
        (
            "http://evil.example./",
            TrailingDotDropped,
            "http://evil.example./",
        ),
        ("*.evil.example", WildcardDropped, "domain-wildcard"),
        ("bücher.example", Punycode, "domain-character"),
        ("http://bücher.example/", Punycode, "url-host"),
        ("198.51.100.7/32", PrefixDropped, "address-range-cidr"),
        ("\u{a0}evil.example", Trimmed, "hidden-character"),
        ("\u{a0}evil.example ", Lowercased, "evil.example +Trimmed"),
        // The API has one form only.
        (
            "2001:db8::1",
            Ipv6Expanded,
            "2001:0db8:0000:0000:0000:0000:0000:0001 +Ipv6Expanded",
        ),
    ];
    for (value, kind, expected) in table {
        let mut fixed = ledger("a.txt", format!("{value}\n"));
        let before = outcome(&fixed, 0);
        fixed.fix(&Fix::KeepAsWritten { kind }, &Scope::Row { row: 0 });
        assert_eq!(outcome(&fixed, 0), expected, "{value} keeps {kind:?}");
        fixed.fix(&Fix::Reset, &Scope::Changed { kind });
        assert_eq!(outcome(&fixed, 0), before, "{value} reset");
        let kept = ChangeKinds::NONE.with(kind);
        let policy = Policy {
            kept,
            ..Policy::default()
        };
        fixed.set(settings(policy));
        assert_eq!(
            outcome(&fixed, 0),
            expected,
            "{value} with all {kind:?} kept"
        );
        fixed.set(settings(Policy::default()));
        assert_eq!(outcome(&fixed, 0), before, "{value} with none kept");
    }
}

#[test]
fn all_changes_of_a_kind_are_taken_back_at_once() {
    let mut list = ledger(
        "a.txt",
        "EVIL.example\nWWW.evil.example\nevil.example\nhxxp://x.example/\n",
    );
    assert_eq!(list.verdict(2), Verdict::Duplicate);
    let scope = Scope::Changed {
        kind: ChangeKind::Lowercased,
    };
    let keep = Fix::KeepAsWritten {
        kind: ChangeKind::Lowercased,
    };
    assert_eq!(list.fix(&keep, &scope), 2);
    // Two that differ in case alone are one indicator to the service.
    let values: Vec<String> = (0..4).map(|row| outcome(&list, row)).collect();
    assert_eq!(values[0], "EVIL.example");
    assert_eq!(values[1], "WWW.evil.example");
    assert_eq!(values[3], "http://x.example/ +Refanged");
    assert_eq!(list.verdict(2), Verdict::Duplicate);
    assert_eq!(list.fix(&Fix::Reset, &scope), 2);
    assert_eq!(outcome(&list, 0), "evil.example +Lowercased");
}

#[test]
fn a_guard_and_a_legacy_action_can_be_kept() {
    let table = "indicatorValue,action,title\nevil.example,AlertAndBlock,'=1+1\n";
    let mut ledger = ledger("a.csv", table);
    let sent = |ledger: &Ledger| {
        let sent = ledger.indicator(0).expect("ready");
        format!("{} {} {:?}", sent.action, sent.title, sent.generate_alert)
    };
    assert_eq!(sent(&ledger), "Block =1+1 Some(true)");
    for kind in [ChangeKind::Unguarded, ChangeKind::LegacyAction] {
        ledger.fix(&Fix::KeepAsWritten { kind }, &Scope::Row { row: 0 });
    }
    assert_eq!(sent(&ledger), "AlertAndBlock '=1+1 None");
    ledger.fix(
        &Fix::KeepAsWritten {
            kind: ChangeKind::Edited,
        },
        &Scope::Row { row: 0 },
    );
    assert_eq!(sent(&ledger), "AlertAndBlock '=1+1 None");
}

#[test]
fn equal_changes_in_a_row_are_one() {
    let of = |value: &str| {
        let ledger = ledger("a.txt", value);
        let full = ledger.row(0).expect("a row");
        let one = |change: &Change| format!("{}>{}@{:?}", change.before, change.after, change.at);
        full.changes.iter().map(one).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        of("hxxp[:]//a[.]b[.]c(.)d[.]example"),
        "hxxp>http@[0] [:]//>://@[4] [.]>.@[8, 10] (.)>.@[12] [.]>.@[14]"
    );
    assert_eq!(
        of("HTTP://user@EVIL.example/#x"),
        "#x>@[25] HTTP>http@[0] EVIL.example>evil.example@[12]"
    );
}
