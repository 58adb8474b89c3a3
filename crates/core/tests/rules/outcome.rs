//! A checked row in one line.

use ioculate_core::{
    change::{Field, Fields},
    check::{Defaults, Draft, Policy, Row, Verdict, row},
    clock::WallTime,
    diagnostic::Diagnostic,
    indicator::{Action, IndicatorType},
};

/// 2026-11-21T00:00:00Z.
pub(crate) const TODAY: WallTime = WallTime(1_795_219_200_000);

/// What a list is given.
pub(crate) fn defaults() -> Defaults {
    Defaults {
        action: Action::Block,
        title: "list.txt".to_owned(),
        description: "imported".to_owned(),
        ..Defaults::default().expiring_in(None)
    }
}

/// A record of `kind`: a type, blank in a file that has the column, or `?` in one that has not;
/// behind a `?`, a word of the source's own.
pub(crate) fn draft<'a>(kind: &'a str, value: &'a str) -> Draft<'a> {
    let typed = Fields::NONE.with(Field::IndicatorType);
    Draft {
        indicator_type: Some(kind.trim_start_matches('?'))
            .filter(|kind| !kind.is_empty())
            .map(Into::into),
        value: Some(value.into()),
        fields: if kind.starts_with('?') {
            Fields::NONE
        } else {
            typed
        },
        ..Draft::default()
    }
}

/// `same` where the value is sent as given; else the value with its changes (`+`) and findings
/// (`!`), or the verdict with its findings.
pub(crate) fn outcome(draft: Draft<'_>, policy: &Policy) -> String {
    let given = draft.value.clone().unwrap_or_default().into_owned();
    let defaults = defaults();
    let row = row(draft, &defaults, policy, TODAY, 7);
    let mut line = match (&row.indicator, row.verdict) {
        (Some(indicator), Verdict::Ready) if indicator.value == given => "same".to_owned(),
        (Some(indicator), Verdict::Ready) => indicator.value.to_string(),
        (None, verdict) => format!("{verdict:?}").to_lowercase(),
        (Some(_), verdict) => panic!("an indicator of a row that is {verdict:?}"),
    };
    line.extend(marks(&row));
    line
}

fn marks(row: &Row<'_>) -> impl Iterator<Item = String> {
    let changes = row
        .changes
        .iter()
        .map(|change| format!(" +{:?}", change.kind));
    let found = row
        .diagnostics
        .iter()
        .map(|found| format!(" !{}", found.code()));
    changes.chain(found).collect::<Vec<_>>().into_iter()
}

/// Holds a table of (value, outcome) for one type.
pub(crate) fn holds(kind: &str, policy: &Policy, table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(value, wanted)| (value, wanted, outcome(draft(kind, value), policy)))
        .filter(|(_, wanted, found)| found != *wanted)
        .map(|(value, wanted, found)| format!("{value:?}\n  wanted {wanted}\n  found  {found}"))
        .collect();
    assert!(wrong.is_empty(), "as {kind:?}:\n{}", wrong.join("\n"));
}

const SHA1: &str = "da39a3ee5e6b4b0d3255bfef95601890afd80709";

/// A portal CSV's row in which all that is required is there.
pub(crate) fn whole() -> Draft<'static> {
    Draft {
        indicator_type: Some("DomainName".into()),
        value: Some("evil.example".into()),
        action: Some("Block".into()),
        title: Some("Case 1".into()),
        description: Some("C2".into()),
        fields: Fields::ALL,
        ..Draft::default()
    }
}

pub(crate) fn value_of(kind: IndicatorType) -> &'static str {
    match kind {
        IndicatorType::FileSha1 | IndicatorType::CertificateThumbprint => SHA1,
        IndicatorType::FileSha256 => {
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        }
        IndicatorType::FileMd5 => "d41d8cd98f00b204e9800998ecf8427e",
        IndicatorType::IpAddress => "198.51.100.7",
        IndicatorType::DomainName => "evil.example",
        IndicatorType::Url => "http://evil.example/x",
    }
}

pub(crate) fn of_type(kind: IndicatorType) -> Draft<'static> {
    Draft {
        indicator_type: Some(kind.as_str().into()),
        value: Some(value_of(kind).into()),
        ..whole()
    }
}

/// Checks a draft and gives what `read` reads of it.
pub(crate) fn checked<T>(draft: Draft<'_>, policy: &Policy, read: impl FnOnce(Row<'_>) -> T) -> T {
    let defaults = defaults();
    read(row(draft, &defaults, policy, TODAY, 7))
}

pub(crate) fn codes(draft: Draft<'_>) -> String {
    checked(draft, &Policy::default(), |row| {
        row.diagnostics
            .iter()
            .map(Diagnostic::code)
            .collect::<Vec<_>>()
            .join(" ")
    })
}
