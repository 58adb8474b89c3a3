//! The device groups that rows are for.

use rustc_hash::FxHashMap;

use crate::{
    change::Field,
    check::Verdict,
    mapping,
    source::{Cell, Form},
    tenant::Named,
};

use super::Ledger;

impl Ledger {
    /// The device groups that ready rows name or are given, each with how many of them, the most
    /// first.
    #[must_use]
    pub fn groups(&self) -> Vec<(String, u32)> {
        // Most rows are for the same groups: each list of names is read once.
        let mut lists: FxHashMap<&str, usize> = FxHashMap::default();
        let mut counted: Vec<(&Cell, u32)> = Vec::new();
        let (mut given, mut written) = (0, FxHashMap::default());
        for row in (0..self.len()).filter(|&row| self.verdict(row) == Verdict::Ready) {
            if let Some(text) = self.written(row, Field::RbacGroupNames) {
                *written.entry(text).or_insert(0) += 1;
                continue;
            }
            let Some(cell) = self.groups_cell(row) else {
                given += u32::from(!self.has_groups(row));
                continue;
            };
            let names = cell.span.in_text(&self.text);
            let place = *lists.entry(names).or_insert(counted.len());
            match counted.get_mut(place) {
                Some((_, count)) => *count += 1,
                None => counted.push((cell, 1)),
            }
        }
        let mut named = Named::default();
        for (text, count) in written {
            for name in mapping::names(text) {
                named.add(name.trim(), count);
            }
        }
        for (cell, count) in counted {
            for name in mapping::list(&self.text, cell) {
                named.add(name.trim(), count);
            }
        }
        if given > 0 {
            for name in &self.settings.defaults.rbac_group_names {
                named.add(name.trim(), given);
            }
        }
        let mut groups = named.most_first();
        groups.retain(|(name, _)| !name.is_empty());
        groups
    }

    fn groups_cell(&self, row: u32) -> Option<&Cell> {
        let mut cells = self.records.cells(row as usize).iter();
        cells.find(|cell| cell.field == Field::RbacGroupNames)
    }

    /// Whether a row's source has a place for device groups.
    fn has_groups(&self, row: u32) -> bool {
        match self.record(row).map(|record| record.form) {
            Some(Form::Fields(fields)) => fields.has(Field::RbacGroupNames),
            Some(Form::Mention(_)) => false,
            _ => true,
        }
    }
}
