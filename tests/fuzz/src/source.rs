//! Laws of each reader, whatever a text is said to be.

use ioculate_core::source::{self, Records, SourceKind};

/// Every kind; a test holds this against the list of the core.
const KINDS: &[SourceKind] = &[
    SourceKind::PortalCsv,
    SourceKind::Table,
    SourceKind::ApiJson,
    SourceKind::PageWithJson,
    SourceKind::Stix,
    SourceKind::Misp,
    SourceKind::OpenIoc,
    SourceKind::Hosts,
    SourceKind::List,
    SourceKind::Prose,
    SourceKind::TenantChanges,
];

/// The first byte chooses the kind. Spans lie inside the text, at the edges of characters; groups
/// point back; the same text reads the same twice.
pub(crate) fn read(bytes: &[u8]) {
    let Some((kind, text)) = bytes.split_first() else {
        return;
    };
    if let Ok(text) = std::str::from_utf8(text) {
        hold(KINDS[usize::from(*kind) % KINDS.len()], text);
    }
}

/// The text of a report.
pub(crate) fn prose(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        hold(SourceKind::Prose, text);
    }
}

/// The pattern of an indicator in a STIX bundle.
pub(crate) fn pattern(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let escaped: String = text
        .chars()
        .map(|c| match c {
            '"' | '\\' => format!("\\{c}"),
            c if c < ' ' => format!("\\u{:04x}", u32::from(c)),
            c => c.to_string(),
        })
        .collect();
    let bundle = format!(
        r#"{{"type":"bundle","objects":[{{"type":"indicator","pattern_type":"stix","pattern":"{escaped}"}}]}}"#
    );
    hold(SourceKind::Stix, &bundle);
}

fn hold(kind: SourceKind, text: &str) {
    let (records, said) = once(kind, text);
    for row in 0..records.len() {
        holds(&records, row, text);
    }
    let lines = lines(text);
    for found in &said {
        assert!(found.place.line <= lines, "{found}");
    }
    let (again, said_again) = once(kind, text);
    assert_eq!(said, said_again);
    assert_eq!(records.len(), again.len());
    for row in 0..records.len() {
        assert_eq!(records.get(row), again.get(row));
        assert_eq!(records.cells(row), again.cells(row));
    }
}

fn once(kind: SourceKind, text: &str) -> (Records, Vec<ioculate_core::diagnostic::Diagnostic>) {
    let mut records = Records::default();
    let mut intake = records.intake(0, 0);
    source::read(kind, text, &mut intake);
    let said = intake.finish();
    (records, said)
}

fn holds(records: &Records, row: usize, text: &str) {
    let record = records.get(row).expect("a record below the length");
    let inside = |span: source::Span| {
        let start = span.start as usize;
        text.get(start..start + span.len as usize).is_some()
    };
    assert!(inside(record.span), "{record:?}");
    assert!(record.group as usize <= row, "{record:?}");
    assert!((1..=lines(text)).contains(&record.line), "{record:?}");
    for cell in records.cells(row) {
        assert!(inside(cell.span), "{cell:?}");
    }
}

/// Lines of a text, the one behind its last break included.
fn lines(text: &str) -> u32 {
    let breaks = text.bytes().filter(|b| matches!(b, b'\n' | b'\r')).count();
    u32::try_from(breaks + 1).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_read() {
        let source = include_str!("../../../crates/core/src/source/mod.rs");
        let (_, list) = source.split_once("pub enum SourceKind {").expect("a list");
        let (list, _) = list.split_once("\n}").expect("its end");
        let listed: Vec<&str> = list
            .lines()
            .map(|line| line.trim().trim_end_matches(','))
            .filter(|line| line.starts_with(|c: char| c.is_ascii_uppercase()))
            .collect();
        let known: Vec<String> = KINDS.iter().map(|kind| format!("{kind:?}")).collect();
        assert_eq!(listed, known);
    }
}
