//! Rows that the user writes in: which ones are meant, what would come of it, and the way back.

use crate::check::Row;

use super::{FieldText, Scope, Session, Steps, Tried};

impl Session {
    /// A scope that a ledger knows by itself: what passes a filter may be the tenant's to say.
    pub(super) fn found(&self, scope: Scope) -> Scope {
        let Scope::Passing { filter, except } = scope else {
            return scope;
        };
        let mut left = vec![false; self.ledger.len() as usize];
        for row in except {
            if let Some(left) = left.get_mut(row as usize) {
                *left = true;
            }
        }
        let mut rows = self.passing(&filter);
        rows.retain(|&row| !left[row as usize]);
        Scope::Rows { rows }
    }

    /// What would come of texts in a row's fields, as long as they can be written.
    #[inline]
    pub(super) fn try_texts(&mut self, row: u32, texts: &[FieldText]) -> Option<Box<Tried>> {
        if !self.may_change() {
            return None;
        }
        let told = |it: Row<'_>| Tried {
            row,
            texts: texts.to_vec(),
            verdict: it.verdict,
            changes: it.listed_changes().collect(),
            diagnostics: it.diagnostics,
        };
        self.ledger.tried(row, texts, told).map(Box::new)
    }

    /// What stands in the fields of a row, as long as they can be written.
    pub(super) fn texts(&self, row: u32) -> Vec<FieldText> {
        if self.may_change() {
            self.ledger.texts(row)
        } else {
            Vec::new()
        }
    }

    /// The decisions that can be taken back or made again, as long as any can.
    pub(super) fn steps(&self) -> Steps {
        if self.may_change() {
            self.ledger.steps()
        } else {
            Steps::default()
        }
    }
}
