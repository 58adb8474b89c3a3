//! Cells that a spreadsheet would run.
//!
//! A cell that begins with one of these characters is a formula to a spreadsheet, whatever quotation
//! marks stand around it (OWASP, CSV injection, 2025). Such a cell is written with an apostrophe in
//! front, and the apostrophe is taken off again on reading; [`guarded`] and [`unguarded`] undo each
//! other for every text.

use std::borrow::Cow;

/// Whether a spreadsheet takes a cell that begins so for a formula.
const fn runs(first: char) -> bool {
    matches!(
        first,
        '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'
    )
}

/// The text as it is written into a cell.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    let mut chars = text.chars();
    let runs_or_hides = match chars.next() {
        Some('\'') => chars
            .next()
            .is_some_and(|second| second == '\'' || runs(second)),
        Some(first) => runs(first),
        None => false,
    };
    if runs_or_hides {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text behind the guard, where there is one.
#[must_use]
pub fn unguarded(cell: &str) -> Option<&str> {
    let text = cell.strip_prefix('\'')?;
    let first = text.chars().next()?;
    (first == '\'' || runs(first)).then_some(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_runs_is_guarded() {
        let table = [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("\n=1", "'\n=1"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("''", "'''"),
            ("'quoted'", "'quoted'"),
            ("plain", "plain"),
            ("a=1", "a=1"),
            ("", ""),
        ];
        for (text, cell) in table {
            assert_eq!(guarded(text), cell, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn the_guard_comes_off_again(text in "['=+@\t\na＝-]{0,6}") {
            let cell = guarded(&text);
            prop_assert_eq!(unguarded(&cell).unwrap_or(&cell), &text);
        }

        #[test]
        fn no_cell_runs(text in "['=+@\t\na＝-]{0,6}") {
            prop_assert!(!guarded(&text).starts_with(runs));
        }
    }
}
