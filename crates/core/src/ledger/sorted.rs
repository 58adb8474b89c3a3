//! Rows in another order than that of their lines.

use std::borrow::Cow;

use crate::{
    change::Field,
    order::{by_figure, by_words},
    session::RowSort,
};

use super::Ledger;

impl Ledger {
    /// Rows by a column, equal ones as they stood. What a row lacks stands before all that others have,
    /// and what never expires behind all that does.
    #[must_use]
    pub fn sorted(&self, rows: Vec<u32>, sort: RowSort) -> Vec<u32> {
        match sort {
            RowSort::Value => by_words(&rows, |row| Cow::Borrowed(self.value(row))),
            RowSort::Title => by_words(&rows, |row| self.title(row)),
            _ => by_figure(rows, |row| self.figure(*row, sort).into()),
        }
    }

    fn figure(&self, row: u32, sort: RowSort) -> i64 {
        match sort {
            RowSort::Type => self.indicator_type(row).map_or(-1, |kind| kind as i64),
            RowSort::Action => self.action(row).map_or(-1, |action| action as i64),
            RowSort::Verdict => self.verdict(row) as i64,
            RowSort::Severity => {
                let severity = self.indicator(row).and_then(|sent| sent.severity);
                severity.map_or(-1, |severity| severity as i64)
            }
            RowSort::Expires => self.indicator(row).map_or(i64::MIN, |sent| {
                sent.expiration.map_or(i64::MAX, |moment| moment.0)
            }),
            RowSort::Value | RowSort::Title => 0,
        }
    }

    fn title(&self, row: u32) -> Cow<'_, str> {
        let sent = self.indicator(row).map(|sent| sent.title);
        let stated = || self.stated_field(row, Field::Title);
        sent.or_else(stated).unwrap_or_default()
    }
}
