//! Actions and severities that the user says a column's texts mean.

use ioculate_core::{
    change::{ChangeKind, Field},
    indicator::{Action, Severity},
    ledger::Ledger,
    mapping::{Mapping, Meaning, Reading, Role},
    session::ColumnTexts,
    source::SourceKind,
};

use crate::{given, read, rows};

const VALUE: Role = Role::Indicator(None);

fn meaning(column: u16, text: &str, meant: &str) -> Meaning {
    Meaning {
        column,
        text: text.to_owned(),
        action: meant.split(' ').find_map(Action::read),
        severity: meant.split(' ').find_map(Severity::read),
    }
}

fn reading(columns: &[Role], meanings: &[(u16, &str, &str)]) -> Reading {
    let meanings = meanings.iter();
    Reading {
        kind: SourceKind::Table,
        mapping: Some(Mapping {
            delimiter: ',',
            header: Some(1),
            columns: columns.to_vec(),
            meanings: meanings
                .map(|(at, text, meant)| meaning(*at, text, meant))
                .collect(),
        }),
    }
}

fn said(ledger: &Ledger) -> Vec<String> {
    rows(ledger, |sent| {
        let severity = sent.severity.map_or("-", Severity::as_str);
        format!("{} {severity}", sent.action)
    })
}

/// Of columns by their numbers, what a text means.
type Meanings<'c> = &'c [(u16, &'c str, &'c str)];

/// Roles, meanings, rows, and the action and severity of each.
type Case<'c> = (&'c [Role], Meanings<'c>, &'c str, &'c [&'c str]);

#[test]
fn a_text_means_what_the_user_says() {
    let action = Role::Field(Field::Action);
    let severity = Role::Field(Field::Severity);
    let table: &[Case<'_>] = &[
        (
            &[VALUE, Role::Skip],
            &[(1, "high", "Block"), (1, "low", "Allowed")],
            "a.example,high\nb.example, HIGH \nc.example,low\nd.example,other\ne.example,\n",
            &["Block -", "Block -", "Allowed -", "Audit -", "Audit -"],
        ),
        (
            &[VALUE, Role::Skip],
            &[(1, "high", "Block High"), (1, "some", "Medium")],
            "a.example,high\nb.example,some\n",
            &["Block High", "Audit Medium"],
        ),
        (
            &[VALUE, action],
            &[(1, "kill", "Block")],
            "a.example,kill\nb.example,Warn\nc.example,huh\nd.example,\n",
            &["Block -", "Warn -", "! bad-action", "Audit -"],
        ),
        (
            &[VALUE, severity],
            &[(1, "critical", "High"), (1, "low", "Informational")],
            "a.example,critical\nb.example,medium\nc.example,Low\nd.example,7\n",
            &[
                "Audit High",
                "Audit Medium",
                "Audit Informational",
                "! bad-severity",
            ],
        ),
        (
            &[VALUE, action, Role::Skip],
            &[(2, "x", "Block")],
            "a.example,Warn,x\nb.example,Warn,y\n",
            &["Block -", "Warn -"],
        ),
        (
            &[VALUE, Role::Skip],
            &[(1, "x", "Block"), (1, "x", "Warn High")],
            "a.example,x\n",
            &["Block High"],
        ),
        (
            &[VALUE, Role::Skip],
            &[(1, "a \"b\"", "Block")],
            "a.example,\"a \"\"b\"\"\"\n",
            &["Block -"],
        ),
        (
            &[VALUE, VALUE],
            &[(1, "192.0.2.1", "Block")],
            "a.example,192.0.2.1\n",
            &["Block -", "Block -"],
        ),
    ];
    for (roles, meanings, text, expected) in table {
        let mut ledger = read(
            given(),
            "a.csv",
            &format!("{}\n{text}", &"a,b,c"[..2 * roles.len() - 1]),
        );
        assert!(ledger.read_as(0, &reading(roles, meanings)), "{text}");
        assert_eq!(said(&ledger), *expected, "{text}");
        let kept = Ledger::kept(&ledger.keep()).expect("what was kept");
        assert_eq!(said(&kept), *expected, "{text}");
    }
}

/// It is a change, with what stood there before.
#[test]
fn what_is_said_is_listed() {
    let mut ledger = read(
        given(),
        "a.csv",
        "a,b\na.example,Very high\nb.example,Block\n",
    );
    let meanings = [(1, "very high", "Block High"), (1, "block", "Block")];
    assert!(ledger.read_as(0, &reading(&[VALUE, Role::Skip], &meanings)));
    let listed = |row| {
        let row = ledger.row(row).expect("a row");
        let changes = row
            .changes
            .iter()
            .filter(|change| change.kind == ChangeKind::Assigned);
        let changes = changes.map(|it| format!("{} {} {}", it.field, it.before, it.after));
        changes.collect::<Vec<_>>()
    };
    assert_eq!(
        listed(0),
        ["action Very high Block", "severity Very high High"]
    );
    assert!(listed(1).is_empty());
}

/// Meanings of columns that are not there, of blank texts, and too many.
#[test]
fn what_nobody_can_mean_is_not_taken() {
    let long = "ä".repeat(101);
    let many: Vec<String> = (0..129).map(|number| number.to_string()).collect();
    let many: Vec<_> = many.iter().map(|text| (1, &**text, "Block")).collect();
    let table: &[(Meanings<'_>, bool)] = &[
        (&[(1, "x", "Block")], true),
        (&[(2, "x", "Block")], false),
        (&[(u16::MAX, "x", "Block")], false),
        (&[(1, " ", "Block")], false),
        (&[(1, &long, "Block")], false),
        (&[(1, &long[2..], "Block")], true),
        (&many, false),
        (&many[1..], true),
    ];
    for (meanings, taken) in table {
        let mut ledger = read(given(), "a.csv", "a,b\na.example,x\n");
        let reading = reading(&[VALUE, Role::Skip], meanings);
        assert_eq!(ledger.read_as(0, &reading), *taken, "{}", meanings.len());
    }
}

/// Below another header the columns are others.
#[test]
fn what_is_said_holds_up_to_the_next_header() {
    let text = "Domain,Level\na.example,x\nTitle,Domain\nx,b.example\n";
    let mut ledger = read(given(), "a.csv", text);
    assert!(ledger.read_as(0, &reading(&[VALUE, Role::Skip], &[(1, "x", "Block")])));
    let said: Vec<_> = said(&ledger)
        .into_iter()
        .filter(|row| !row.starts_with('!'))
        .collect();
    assert_eq!(said, ["Block -", "Audit -"]);
    assert_eq!(texts(&ledger, 1).as_deref(), Some("x 1 and 0"));
}

fn texts(ledger: &Ledger, column: u16) -> Option<String> {
    let ColumnTexts { texts, others, .. } = ledger.column_texts(0, column)?;
    let texts = texts.iter().map(|(text, rows)| format!("{text} {rows}"));
    Some(format!(
        "{} and {others}",
        texts.collect::<Vec<_>>().join(", ")
    ))
}

#[test]
fn the_texts_of_a_column_are_offered() {
    let text = "Domain,IP,Level\na.example,192.0.2.1,low\nb.example,,High\nc.example,, high\nd.example,,\"a, b\"\n\
                e.example,,\nf.example,,'=x\nDomain,IP,Level\ng.example,,HIGH\n";
    let ledger = read(given(), "a.csv", text);
    assert_eq!(
        texts(&ledger, 2).as_deref(),
        Some("High 3, low 1, a, b 1, =x 1 and 0")
    );
    assert_eq!(texts(&ledger, 1).as_deref(), Some("192.0.2.1 1 and 0"));
    assert_eq!(texts(&ledger, 3), None);
    assert_eq!(texts(&read(given(), "list.txt", "bad.example\n"), 0), None);
    let level = |number: u32| format!("{number}.example,l{}\n", number % 40);
    let many: String = (0..80).map(level).collect();
    let ledger = read(given(), "a.csv", &format!("Domain,Level\n{many}"));
    let offered = ledger.column_texts(0, 1).expect("a column");
    assert_eq!((offered.texts.len(), offered.others), (32, 16));
    assert!(offered.texts.iter().all(|(_, rows)| *rows == 2));
}

/// The portal's own header: its columns read otherwise make it a table.
#[test]
fn a_portal_csv_can_be_read_with_meanings() {
    let text =
        "IndicatorType,IndicatorValue,Action,Title,Description\nDomainName,a.example,kill,t,d\n";
    let mut ledger = read(given(), "a.csv", text);
    assert_eq!(said(&ledger), ["! bad-action"]);
    let fields = [Field::Action, Field::Title, Field::Description].map(Role::Field);
    let mut roles = vec![Role::Field(Field::IndicatorType), VALUE];
    roles.extend(fields);
    assert!(ledger.read_as(0, &reading(&roles, &[(2, "kill", "Block")])));
    assert_eq!(said(&ledger), ["Block -"]);
}
