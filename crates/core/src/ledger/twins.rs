//! Rows with equal values: duplicates, conflicts, and which of them is sent.
//!
//! Two indicators are the same where type, value and action are equal; the same value with another
//! action would become a second indicator beside the first (the service's own upsert key). So of
//! rows with one type and value the first is sent; a row that repeats an action is a duplicate of the
//! first with it; a row with a new action is a conflict and is held back until the user chooses.

use std::{
    borrow::Cow,
    hash::{BuildHasher, Hasher},
};

use hashbrown::HashTable;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use crate::{
    change::{ChangeKinds, Field, Fields},
    check::Verdict,
    diagnostic::{Diagnostic, Finding},
    indicator::{Action, Indicator, folded},
    source::Cell,
};

use super::{Ledger, assess::Checked, keys::MaybeRow};

/// What is kept of rows with equal values.
#[derive(Clone, Debug, Default)]
pub(super) struct Twins {
    /// Of each first row that has conflicts: the first row of each other action.
    others: FxHashMap<u32, Vec<u32>>,
    /// Of each of those: the first row.
    heads: FxHashMap<u32, u32>,
    /// Duplicates whose other fields differ from the row that is sent.
    differing: FxHashMap<u32, Fields>,
    /// Whether rows of different types were seen to have one value.
    cross_types: bool,
}

impl Ledger {
    /// Sets each row's verdict as its neighbours decide.
    pub(super) fn find_twins(&mut self) {
        let ready = self.reset_twins();
        let mut twins = Twins::default();
        let mut heads: HashTable<u32> = HashTable::with_capacity(ready);
        for row in 0..self.len() {
            if self.verdict(row) == Verdict::Ready {
                self.place_row(row, &mut heads, &mut twins);
            }
        }
        drop(heads);
        self.twins = twins;
        self.follow_choices();
    }

    /// Whether no two rows that are sent have one value, as far as that is known: none of them is a
    /// range that becomes several, a line about the tenant, or chosen among equal ones.
    pub(crate) fn are_values_apart(&self) -> bool {
        !self.has_tasks() && !self.twins.cross_types && !self.may_expand()
    }

    /// Takes back what an earlier search found. Says how many rows are fit to be sent.
    fn reset_twins(&mut self) -> usize {
        let mut ready = 0;
        for checked in &mut self.checked {
            if matches!(checked.verdict, Verdict::Duplicate | Verdict::Conflict) {
                checked.verdict = Verdict::Ready;
                checked.twin = MaybeRow::NONE;
            }
            ready += usize::from(checked.verdict == Verdict::Ready);
        }
        ready
    }

    fn place_row(&mut self, row: u32, heads: &mut HashTable<u32>, twins: &mut Twins) {
        let (kind, value) = (self.indicator_type(row), self.folded(row));
        let hash = hash_of(&value);
        // Before a row is the first with its type and value, all that have its value were looked at.
        let is_head = |&head: &u32| {
            let has_value = self.folded(head) == value;
            let is_it = has_value && self.indicator_type(head) == kind;
            twins.cross_types |= has_value && !is_it;
            is_it
        };
        let Some(&head) = heads.find(hash, is_head) else {
            heads.insert_unique(hash, row, |&head| hash_of(&self.folded(head)));
            return;
        };
        let others = twins.others.get(&head).map_or(&[][..], Vec::as_slice);
        let first = std::iter::once(&head)
            .chain(others)
            .copied()
            .find(|&first| self.action(first) == self.action(row));
        if let Some(first) = first {
            self.settle(row, Verdict::Duplicate, first);
            let differing = self.differing(first, row);
            if differing != Fields::NONE {
                twins.differing.insert(row, differing);
            }
        } else {
            twins.others.entry(head).or_default().push(row);
            twins.heads.insert(row, head);
            self.settle(row, Verdict::Conflict, head);
        }
    }

    fn settle(&mut self, row: u32, verdict: Verdict, twin: u32) {
        if let Some(checked) = self.checked.get_mut(row as usize) {
            checked.verdict = verdict;
            checked.twin = MaybeRow::some(twin);
        }
    }

    /// The value in the form in which equal ones are equal. It is in this form already, but where the
    /// user keeps capitals.
    fn folded(&self, row: u32) -> Cow<'_, str> {
        let value = self.value(row);
        match self.indicator_type(row) {
            Some(kind) if self.may_keep_capitals() => folded(kind, value),
            _ => Cow::Borrowed(value),
        }
    }

    fn may_keep_capitals(&self) -> bool {
        self.settings.policy.kept != ChangeKinds::NONE || !self.edits.are_none()
    }

    /// The fields in which two rows with one type, value and action differ.
    fn differing(&self, first: u32, row: u32) -> Fields {
        let same_source = self.is_same_source(first, row);
        if same_source {
            return Fields::NONE;
        }
        match (self.assess(first).indicator, self.assess(row).indicator) {
            (Some(first), Some(row)) => differing(&first, &row),
            _ => Fields::NONE,
        }
    }

    /// Whether two records' cells read the same but for the value: then no field differs.
    fn is_same_source(&self, one: u32, other: u32) -> bool {
        let cells = |row: u32| {
            let cells = self.records.cells(row as usize).iter();
            let others = cells.filter(|cell| cell.field != Field::IndicatorValue);
            others.map(|cell: &Cell| (cell.field, cell.span.in_text(&self.text)))
        };
        let edited = self.edit(one).is_some() || self.edit(other).is_some();
        !edited && self.file_of(one) == self.file_of(other) && cells(one).eq(cells(other))
    }

    /// Sends what the user chose, and holds back what stood in its way.
    fn follow_choices(&mut self) {
        let mut chosen: Vec<u32> = self.edits.choices().collect();
        chosen.sort_unstable();
        for row in chosen {
            let Some((head, winner)) = self.group_of(row) else {
                continue;
            };
            for member in self.group(head) {
                self.settle(member, Verdict::Conflict, winner);
            }
            if let Some(checked) = self.checked.get_mut(winner as usize) {
                checked.verdict = Verdict::Ready;
                checked.twin = MaybeRow::NONE;
            }
        }
    }

    /// The first row of the group of conflicting rows that a row belongs to, and the first row with
    /// its own action.
    pub(super) fn group_of(&self, row: u32) -> Option<(u32, u32)> {
        let checked: &Checked = self.brief(row)?;
        let first = match checked.verdict {
            Verdict::Duplicate => checked.twin.get()?,
            Verdict::Ready | Verdict::Conflict => row,
            Verdict::Refused | Verdict::Ignored => return None,
        };
        let head = self.twins.heads.get(&first).copied().unwrap_or(first);
        self.twins
            .others
            .contains_key(&head)
            .then_some((head, first))
    }

    /// Whether the user has chosen in every group of conflicting rows.
    pub(crate) fn has_chosen_everywhere(&self) -> bool {
        let chosen = self.edits.choices().filter_map(|row| self.group_of(row));
        let chosen: FxHashSet<u32> = chosen.map(|(head, _)| head).collect();
        self.twins.others.keys().all(|head| chosen.contains(head))
    }

    /// The first rows of each action in a group, by its first row.
    pub(super) fn group(&self, head: u32) -> Vec<u32> {
        let others = self.twins.others.get(&head).into_iter().flatten();
        std::iter::once(head).chain(others.copied()).collect()
    }

    /// Of a group, the row with the strictest action.
    pub(super) fn strictest(&self, head: u32) -> u32 {
        let strictness = |row: &u32| self.action(*row).map_or(0, strictness);
        let members = self.group(head);
        // Of equal ones, the first.
        members
            .into_iter()
            .rev()
            .max_by_key(strictness)
            .unwrap_or(head)
    }

    /// What is to be said about a row because of another.
    pub(super) fn twin_finding(&self, row: u32) -> Option<Diagnostic> {
        let twin = self.twin(row)?;
        let line = twin.line;
        let finding = match (self.verdict(row), twin.action) {
            (Verdict::Conflict, Some(action)) => Finding::Conflict { line, action },
            (Verdict::Duplicate, _) => match self.twins.differing.get(&row) {
                Some(fields) => Finding::DuplicateDiffers {
                    line,
                    fields: fields.iter().collect(),
                },
                None => Finding::Duplicate { line },
            },
            _ => return None,
        };
        let place = crate::diagnostic::Place::line(self.line_of(row));
        Some(Diagnostic::new(finding, place))
    }

    /// The code of [`Ledger::twin_finding`], without making it.
    pub(super) fn twin_code(&self, row: u32) -> Option<&'static str> {
        match self.verdict(row) {
            Verdict::Conflict => Some("conflict"),
            Verdict::Duplicate if self.twins.differing.contains_key(&row) => {
                Some("duplicate-differs")
            }
            Verdict::Duplicate => Some("duplicate"),
            _ => None,
        }
    }
}

fn hash_of(value: &str) -> u64 {
    let mut hasher = FxBuildHasher.build_hasher();
    hasher.write(value.as_bytes());
    hasher.finish()
}

/// How much an action keeps from happening.
const fn strictness(action: Action) -> u8 {
    match action {
        Action::BlockAndRemediate => 7,
        Action::AlertAndBlock => 6,
        Action::Block => 5,
        Action::Warn => 4,
        Action::Alert => 3,
        Action::Audit => 2,
        Action::Allowed => 1,
    }
}

fn differing(one: &Indicator<'_>, other: &Indicator<'_>) -> Fields {
    let checks = [
        (Field::Title, one.title == other.title),
        (Field::Description, one.description == other.description),
        (Field::Severity, one.severity == other.severity),
        (Field::ExpirationTime, one.expiration == other.expiration),
        (
            Field::GenerateAlert,
            one.generate_alert == other.generate_alert,
        ),
        (
            Field::RecommendedActions,
            one.recommended_actions == other.recommended_actions,
        ),
        (
            Field::RbacGroupNames,
            one.rbac_group_names == other.rbac_group_names,
        ),
        (Field::Application, one.application == other.application),
        (Field::EducateUrl, one.educate_url == other.educate_url),
        (
            Field::MitreTechniques,
            one.mitre_techniques == other.mitre_techniques,
        ),
        (Field::ExternalId, one.external_id == other.external_id),
    ];
    let unequal = checks.into_iter().filter(|(_, is_equal)| !is_equal);
    unequal.map(|(field, _)| field).collect()
}
