//! What the user decided about single rows.
//!
//! A fix is kept beside the row and applied to its draft before each check, so that it can be taken
//! back and survives a change of settings. What is decided about many rows at once is held once.

use std::{borrow::Cow, ops::Range, sync::Arc};

use rustc_hash::FxHashMap;

use crate::{
    calendar,
    change::{Change, ChangeKind, Field},
    check::{Cidr, Draft, Policy, Today},
    clock::WallTime,
    session::{Did, Filter, Fix, Scope},
    source::{Mention, small},
    value,
};

use super::{Ledger, Settings, edit, steps::Before};

const MILLIS_OF_A_DAY: i64 = 24 * 60 * 60 * 1_000;

/// The fixes of all rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Edits {
    of: FxHashMap<u32, Arc<Edit>>,
    /// What was decided before about rows that have changed since it was asked for.
    before: Before,
}

/// The fixes of one row; at most one of each [`aspect`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Edit(Vec<Fix>);

impl Edits {
    /// Whether nothing was decided about any row.
    pub(super) fn are_none(&self) -> bool {
        self.of.is_empty()
    }

    pub(super) fn get(&self, row: u32) -> Option<&Edit> {
        self.of.get(&row).map(|edit| &**edit)
    }

    /// Puts another edit of a row in place, or none; gives the one that stood there.
    pub(super) fn swap(&mut self, row: u32, edit: Option<Arc<Edit>>) -> Option<Arc<Edit>> {
        match edit {
            Some(edit) => self.of.insert(row, edit),
            None => self.of.remove(&row),
        }
    }

    /// A row's edit with more fixes.
    pub(super) fn with(&self, row: u32, fixes: &[Fix]) -> Arc<Edit> {
        let mut edit = self.get(row).cloned().unwrap_or_default();
        for fix in fixes {
            edit.put(fix);
        }
        Arc::new(edit)
    }

    /// Notes fixes of many rows that concern no other row.
    pub(super) fn put_all(&mut self, rows: &[u32], fixes: &[Fix]) {
        let shared = self.with(u32::MAX, fixes);
        for &row in rows {
            let edit = match self.get(row) {
                None => Arc::clone(&shared),
                Some(_) => self.with(row, fixes),
            };
            self.note(row);
            self.of.insert(row, edit);
        }
    }

    /// What was decided before about the rows that changed since this was asked last, in order.
    pub(super) fn changed(&mut self) -> Vec<(u32, Option<Arc<Edit>>)> {
        let before = self.before.take().into_iter();
        let before = before.filter(|(row, edit)| self.of.get(row) != edit.as_ref());
        before.collect()
    }

    /// Notes what is decided about a row that is about to change.
    fn note(&mut self, row: u32) {
        self.before.note(row, self.of.get(&row));
    }

    /// The rows that the user decided about, in order, with what was decided.
    pub(super) fn all(&self) -> Vec<(u32, &[Fix])> {
        let all = self.of.iter().map(|(row, edit)| (*row, edit.0.as_slice()));
        let mut all: Vec<(u32, &[Fix])> = all.collect();
        all.sort_unstable_by_key(|(row, _)| *row);
        all
    }

    /// Notes that some rows were replaced by others, which end at `end`: what was decided about them
    /// is dropped, and what follows them moves.
    pub(super) fn replace(&mut self, rows: &Range<u32>, end: u32) {
        let old = std::mem::take(&mut self.of);
        self.of = old
            .into_iter()
            .filter(|(row, _)| !rows.contains(row))
            .map(|(row, edit)| match row.checked_sub(rows.end) {
                Some(behind) => (end + behind, edit),
                None => (row, edit),
            })
            .collect();
    }

    /// The rows that the user chose among conflicting ones.
    pub(super) fn choices(&self) -> impl Iterator<Item = u32> {
        let chosen = |(_, edit): &(&u32, &Arc<Edit>)| edit.0.contains(&Fix::ChooseThis);
        self.of.iter().filter(chosen).map(|(&row, _)| row)
    }

    /// Whether any range is written as single addresses by the user's decision.
    pub(super) fn expand(&self) -> bool {
        let expands = |fix: &Fix| matches!(fix, Fix::ExpandRange { .. });
        self.of.values().any(|edit| edit.0.iter().any(expands))
    }

    /// Notes a fix of one row that concerns no other.
    pub(super) fn apply(&mut self, row: u32, fix: &Fix) {
        match fix {
            Fix::Reset => {
                self.note(row);
                self.of.remove(&row);
            }
            Fix::KeepAsWritten { kind } if !kind.can_be_kept() => {}
            _ => self.put(row, fix),
        }
    }

    fn put(&mut self, row: u32, fix: &Fix) {
        self.note(row);
        Arc::make_mut(self.of.entry(row).or_default()).put(fix);
    }

    fn take_back(&mut self, row: u32, meant: Aspect) {
        self.note(row);
        if let Some(edit) = self.of.get_mut(&row) {
            let edit = Arc::make_mut(edit);
            edit.take_back(meant);
            if edit.0.is_empty() {
                self.of.remove(&row);
            }
        }
    }
}

/// What a fix is about; a later fix of the same aspect takes the place of an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Aspect {
    Expiration,
    Choice,
    Port,
    Title,
    Description,
    Range,
    Written(ChangeKind),
    Meaning,
    Presence,
    Other(Field),
}

const fn aspect(fix: &Fix) -> Aspect {
    match fix {
        Fix::NeverExpires | Fix::ExpireIn { .. } => Aspect::Expiration,
        Fix::ChooseThis | Fix::KeepStrictest => Aspect::Choice,
        Fix::DropPort => Aspect::Port,
        Fix::TitleFromFile => Aspect::Title,
        Fix::DescriptionFromDefaults => Aspect::Description,
        Fix::ExpandRange { .. } => Aspect::Range,
        Fix::KeepAsWritten { kind } => Aspect::Written(*kind),
        Fix::TakeAs { .. } | Fix::Ignore => Aspect::Meaning,
        Fix::LeaveOut | Fix::TakeBackIn | Fix::Reset => Aspect::Presence,
        Fix::Set { field, .. } => match field {
            Field::ExpirationTime => Aspect::Expiration,
            Field::Title => Aspect::Title,
            Field::Description => Aspect::Description,
            Field::IndicatorType => Aspect::Meaning,
            field => Aspect::Other(*field),
        },
    }
}

/// Whether a fix writes what tells an indicator from others of its value, or the value itself.
const fn is_of_the_key(fix: &Fix) -> bool {
    matches!(
        fix,
        Fix::Set {
            field: Field::IndicatorValue | Field::IndicatorType | Field::Action,
            ..
        }
    )
}

impl Edit {
    fn put(&mut self, fix: &Fix) {
        self.take_back(aspect(fix));
        if is_of_the_key(fix) {
            // It was chosen among those of another value.
            self.take_back(Aspect::Choice);
        }
        self.0.push(fix.clone());
    }

    fn take_back(&mut self, meant: Aspect) {
        self.0.retain(|fix| aspect(fix) != meant);
    }

    /// What the user wrote in a field, if that is how it stands.
    pub(super) fn text_of(&self, meant: Field) -> Option<&str> {
        self.0.iter().find_map(|fix| match fix {
            Fix::Set { field, text } if *field == meant => Some(&**text),
            _ => None,
        })
    }

    /// Whether it is these decisions and no other.
    pub(super) fn is(&self, fixes: &[Fix]) -> bool {
        self.0 == fixes
    }

    pub(super) fn is_left_out(&self) -> bool {
        self.0.contains(&Fix::LeaveOut)
    }

    /// Whether it is sent although a setting leaves it out.
    pub(super) fn is_taken_in(&self) -> bool {
        self.0.contains(&Fix::TakeBackIn)
    }

    /// Whether the user said that it is no indicator.
    pub(super) fn is_dismissed(&self) -> bool {
        self.0.contains(&Fix::Ignore)
    }

    /// Whether a blank description becomes the default one.
    pub(super) fn takes_default_description(&self) -> bool {
        self.0.contains(&Fix::DescriptionFromDefaults)
    }

    /// The policy for this row.
    pub(super) fn policy(&self, policy: &Policy) -> Policy {
        let mut policy = policy.clone();
        for fix in &self.0 {
            match fix {
                Fix::ExpandRange { cap } => policy.cidr = Cidr::Expand { cap: *cap },
                Fix::KeepAsWritten { kind } => policy.kept = policy.kept.with(*kind),
                _ => {}
            }
        }
        policy
    }

    fn keeps(&self, kind: ChangeKind) -> bool {
        self.0.contains(&Fix::KeepAsWritten { kind })
    }

    /// Changes a draft, and says what it changed.
    pub(super) fn apply<'l>(
        &'l self,
        draft: &mut Draft<'l>,
        file: &'l str,
        settings: &'l Settings,
    ) -> Vec<Change> {
        let change = |fix| apply(fix, draft, file, settings);
        self.0.iter().filter_map(change).collect()
    }
}

fn apply<'l>(
    fix: &'l Fix,
    draft: &mut Draft<'l>,
    file: &'l str,
    settings: &'l Settings,
) -> Option<Change> {
    match fix {
        Fix::NeverExpires => {
            // A source that has the field and leaves it blank never expires.
            draft.fields = draft.fields.with(Field::ExpirationTime);
            set(&mut draft.expiration, Field::ExpirationTime, None)
        }
        Fix::ExpireIn { days } => {
            let date = days_from(settings.today, *days).map(Cow::Owned);
            set(&mut draft.expiration, Field::ExpirationTime, date)
        }
        Fix::DropPort => {
            let bare = value::without_port(draft.value.as_deref()?)?.to_owned();
            set(
                &mut draft.value,
                Field::IndicatorValue,
                Some(Cow::Owned(bare)),
            )
        }
        Fix::TakeAs { indicator_type } => {
            draft.mention = draft.mention.map(|_| Mention::Indicator);
            let taken = Some(Cow::Borrowed(indicator_type.as_str()));
            set(&mut draft.indicator_type, Field::IndicatorType, taken)
        }
        Fix::TitleFromFile if is_blank(draft.title.as_deref()) => {
            set(&mut draft.title, Field::Title, Some(Cow::Borrowed(file)))
        }
        Fix::DescriptionFromDefaults if is_blank(draft.description.as_deref()) => {
            // The default may say what is known of the row only once it is checked.
            draft.fields = draft.fields.without(Field::Description);
            None
        }
        Fix::Set { field, text } => edit::set(draft, *field, text),
        _ => None,
    }
}

pub(super) fn set<'l>(
    slot: &mut Option<Cow<'l, str>>,
    field: Field,
    value: Option<Cow<'l, str>>,
) -> Option<Change> {
    let before = std::mem::replace(slot, value);
    let (before, after) = (
        before.as_deref().unwrap_or(""),
        slot.as_deref().unwrap_or(""),
    );
    (before != after).then(|| Change::edited(field, before, after))
}

fn is_blank(text: Option<&str>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}

/// A moment so many days after today, as RFC 3339.
fn days_from(today: Today, days: u16) -> Option<String> {
    let millis = today.0.checked_add(i64::from(days) * MILLIS_OF_A_DAY)?;
    calendar::written(WallTime(millis))
}

impl Ledger {
    /// The rows that are meant, in the order in which they are named.
    pub(crate) fn meant(&self, scope: &Scope) -> Vec<u32> {
        let mut rows = match scope {
            Scope::Row { row } => vec![*row],
            Scope::Rows { rows } => rows.clone(),
            // What passes a filter may be the tenant's to say: the session has said it.
            Scope::Passing { .. } => Vec::new(),
            Scope::Code { code } => self.select(&Filter {
                code: Some(code.clone()),
                ..Filter::default()
            }),
            Scope::Changed { kind } => self.changed(*kind),
            Scope::Guard { list, stops } => {
                let is_meant = |row: &u32| {
                    let said = self.guarded(*row);
                    said.is_some_and(|guard| (&guard.list, guard.stops) == (list, *stops))
                };
                (0..self.len()).filter(is_meant).collect()
            }
        };
        rows.retain(|&row| row < self.len());
        rows
    }

    /// Applies a fix to one row, or to all that are meant. Says how many rows it concerns.
    pub fn fix(&mut self, fix: &Fix, scope: &Scope) -> u32 {
        let rows = self.meant(scope);
        match fix {
            Fix::ChooseThis => self.choose(&rows),
            Fix::KeepStrictest => {
                let groups = rows.iter().filter_map(|&row| self.group_of(row));
                let strictest: Vec<u32> = groups.map(|(head, _)| self.strictest(head)).collect();
                self.choose(&strictest);
            }
            Fix::TakeBackIn => rows.iter().for_each(|&row| self.take_back_in(row)),
            _ => rows.iter().for_each(|&row| self.edits.apply(row, fix)),
        }
        self.take_step(Did::Fixed(fix.clone()));
        self.check_again(&rows);
        small(rows.len())
    }

    /// Sends a row that the user left out, or that a setting does.
    fn take_back_in(&mut self, row: u32) {
        self.edits.take_back(row, Aspect::Presence);
        if self.is_left_out(row) {
            self.edits.put(row, &Fix::TakeBackIn);
        }
    }

    /// The rows with a change of a kind, and those that keep what was written instead.
    fn changed(&self, kind: ChangeKind) -> Vec<u32> {
        let keeps = |row| self.edit(row).is_some_and(|edit| edit.keeps(kind));
        let changed = |row| {
            let checked = self.brief(row);
            checked.is_some_and(|checked| checked.changes.has(kind))
        };
        let rows = 0..self.len();
        rows.filter(|&row| changed(row) || keeps(row)).collect()
    }

    /// Of each row's group, sends this row and no other.
    fn choose(&mut self, rows: &[u32]) {
        let groups = rows.iter().filter_map(|&row| self.group_of(row));
        let chosen: FxHashMap<u32, u32> = groups.collect();
        let is_replaced = |row: &u32| {
            let group = self.group_of(*row);
            group.is_some_and(|(head, _)| chosen.contains_key(&head))
        };
        let replaced: Vec<u32> = self.edits.choices().filter(is_replaced).collect();
        for row in replaced {
            self.edits.take_back(row, Aspect::Choice);
        }
        for &row in chosen.values() {
            self.edits.put(row, &Fix::ChooseThis);
        }
    }
}
