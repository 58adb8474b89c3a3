//! Laws of one value: refanged, checked as each type, and stable once it is what would be sent.

use std::borrow::Cow;

use ioculate_core::{
    change::{Change, Field, Fields, undo},
    check::{self, Draft, Policy, Row, Verdict},
    indicator::IndicatorType,
    ledger::Ledger,
    refang,
    source::SourceKind,
};

use crate::ledger::settings;

/// Refanging twice is refanging once; what changes is said, and what is said changes.
pub(crate) fn refang(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let mut changes: Vec<Change> = Vec::new();
    let once = refang::refang(Cow::Borrowed(text), &mut changes);
    assert_eq!(once != text, !changes.is_empty(), "{text:?}: {changes:?}");
    assert!(!refang::is_defanged(&once), "{text:?} became {once:?}");
    assert_eq!(refang::is_defanged(text), once != text, "{text:?}");
}

/// The first byte chooses the type. What would be sent, given again, is sent again without a change.
pub(crate) fn row(bytes: &[u8]) {
    let Some((kind, text)) = bytes.split_first() else {
        return;
    };
    let Ok(text) = std::str::from_utf8(text) else {
        return;
    };
    let types = IndicatorType::ALL;
    let kind = types.get(usize::from(*kind) % (types.len() + 1)).copied();
    let mut parts = text.split('\u{1f}');
    let mut next = || parts.next().map(Cow::Borrowed);
    let draft = Draft {
        value: next(),
        action: next(),
        title: next(),
        expiration: next(),
        severity: next(),
        generate_alert: next(),
        indicator_type: kind.map(|kind| kind.as_str().into()),
        fields: kind.map_or(Fields::NONE, |_| Fields::NONE.with(Field::IndicatorType)),
        ..Draft::default()
    };
    let settings = settings();
    let row = check::row(
        draft,
        &settings.defaults,
        &Policy::default(),
        settings.today,
        1,
    );
    assert_eq!(row.indicator.is_some(), row.verdict == Verdict::Ready);
    is_undone(text.split('\u{1f}').next().unwrap_or_default(), &row);
    is_stable(&row);
}

/// With its changes undone, a value is what was given.
fn is_undone(given: &str, row: &Row<'_>) {
    let Some(indicator) = &row.indicator else {
        return;
    };
    let changes: Vec<Change> = row.listed_changes().collect();
    let undone = undo(&indicator.value, &changes);
    assert_eq!(undone, given, "{:?} by {changes:?}", indicator.value);
}

/// What would be sent is in the form in which it would be sent.
fn is_stable(row: &Row<'_>) {
    let Some(indicator) = &row.indicator else {
        return;
    };
    let draft = Draft {
        value: Some(indicator.value.clone()),
        indicator_type: Some(indicator.indicator_type.as_str().into()),
        fields: Fields::NONE.with(Field::IndicatorType),
        ..Draft::default()
    };
    let settings = settings();
    let again = check::row(
        draft,
        &settings.defaults,
        &Policy::default(),
        settings.today,
        1,
    );
    let value = again.indicator.as_ref().map(|again| &again.value);
    assert_eq!(value, Some(&indicator.value), "{:?}", again.diagnostics);
    let of_value = |change: &&Change| change.field == Field::IndicatorValue;
    assert_eq!(again.changes.iter().find(of_value), None);
}

/// Nothing that is sent was not in the list: with its changes undone it stands in its line.
pub(crate) fn list(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let mut ledger = Ledger::new(settings());
    ledger.read("list.txt", text.as_bytes().to_vec());
    if ledger.files()[0].kind != Some(SourceKind::List) {
        // In other texts a value may be written with escapes.
        return;
    }
    for row in 0..ledger.len() {
        let Some(full) = ledger.row(row).filter(|row| row.verdict == Verdict::Ready) else {
            continue;
        };
        let of_value = |change: &Change| change.field == Field::IndicatorValue;
        if !full.listed_changes().any(|change| of_value(&change)) {
            let value = ledger.value(row);
            assert!(text.contains(value), "{value:?} is not in {text:?}");
        }
    }
}
