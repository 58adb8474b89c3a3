//! One value of a row and what is known of it; and values that are two things in one, as MISP has them.

use crate::{
    change::Field,
    check::{Said, said},
    diagnostic::Looks,
    indicator::IndicatorType,
    source::{
        csv::RawCell,
        records::{Cell, Span, Written},
    },
};

/// One value of a row.
pub(super) struct Part {
    pub(super) cell: Cell,
    pub(super) meaning: Meaning,
}

/// What is known of a value.
pub(super) enum Meaning {
    /// Nothing.
    Bare,
    /// The user says its type.
    Type(IndicatorType),
    /// The text here says what it is.
    SaidBy(Cell),
    /// It is no indicator.
    Other(Looks),
}

pub(super) fn cell_of(cell: &RawCell, field: Field) -> Cell {
    Cell {
        span: Span::of(cell.start, cell.end),
        field,
        written: cell.written,
    }
}

/// The parts of a value whose type has as many: `filename|sha256`, `ip-dst|port`, and MISP's
/// `malware-sample`, which is the first of these in other words. Whether it is such a value.
pub(super) fn composite(
    text: &str,
    cell: &RawCell,
    kind: &RawCell,
    values: &mut Vec<Part>,
) -> bool {
    let (raw, kinds) = (&text[cell.start..cell.end], &text[kind.start..kind.end]);
    if cell.written == Written::Quoted || kind.written == Written::Quoted || !raw.contains('|') {
        return false;
    }
    let is_sample = kinds.trim().eq_ignore_ascii_case("malware-sample");
    let kinds = if is_sample { "filename|" } else { kinds };
    let (count, of_kinds) = (raw.split('|').count(), kinds.split('|').count());
    let first = match said(kinds.split('|').next().unwrap_or_default()) {
        Some(Said::Other(Looks::RegistryKey)) => return false,
        // Bars in the name of a file are its own.
        Some(Said::Other(Looks::FileName)) => (count + 1).saturating_sub(of_kinds),
        _ => 1,
    };
    if of_kinds < 2 || first == 0 || count != first + of_kinds - 1 {
        return false;
    }
    let (mut at, mut kind_at) = (cell.start, kind.start);
    for (number, word) in kinds.split('|').enumerate() {
        let bars = if number == 0 { first } else { 1 };
        let end = text[at..cell.end].match_indices('|').nth(bars - 1);
        let part = RawCell {
            start: at,
            end: end.map_or(cell.end, |(bar, _)| at + bar),
            ..*cell
        };
        let said_by = RawCell {
            start: kind_at,
            end: kind_at + word.len(),
            ..*kind
        };
        (at, kind_at) = ((part.end + 1).min(cell.end), said_by.end + 1);
        let meaning = match said(word) {
            Some(Said::Other(looks)) => Meaning::Other(looks),
            _ if is_sample => Meaning::Bare,
            _ => Meaning::SaidBy(cell_of(&said_by, Field::IndicatorType)),
        };
        let cell = cell_of(&part, Field::IndicatorValue);
        values.push(Part { cell, meaning });
    }
    true
}
