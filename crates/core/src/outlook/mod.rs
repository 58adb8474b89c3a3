//! What a run would make of the tenant: a fate for each ready row.
//!
//! The ledger, what the tenant holds, what the user chose and the limits go in; each ready row's
//! [`Fate`], the sums, and what is to be held back or replaced come out, and on demand the differences
//! of one row. An indicator of the tenant is the one that a row updates where type, value and action
//! are the same ([`Key`](crate::tenant::Key)); device groups are no part of that.
//!
//! A row that is a range stands for many addresses and has one fate: [`Fate::TenantConflict`] if any
//! of them has it, else [`Fate::Update`], else [`Fate::Create`], else [`Fate::Unchanged`]; over quota
//! as a whole.

mod carried;
mod compare;
mod freed;
mod room;
mod since;
mod wins;

pub(crate) use carried::may_carry;
pub(crate) use compare::of_line;
pub use since::{Foreseen, change};
pub use wins::{Side, wins};

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use crate::{
    change::Fields,
    check::{Row, Verdict},
    clock::WallTime,
    import::NotSent,
    indicator::{Action, IndicatorType},
    ledger::{Decided, Ledger, Replaced},
    limits::Limits,
    plan::values,
    session::{Beside, Choices, Compared, Fate, Fates, OnConflict, Outlook},
    source::small,
    tenant::{Entity, Key, Snapshot, Text, differing, with_entity},
    undo::{Line, Task},
};

use self::room::Change;

/// The most indicators beside a row that are told of: a range may have thousands.
const MOST_BESIDE: usize = 50;

/// The most device groups that are told of.
const MOST_GROUPS: usize = 100;

/// What a run is held against.
#[derive(Clone, Copy, Debug)]
pub struct Tenant<'t> {
    /// What the tenant holds.
    pub snapshot: &'t Snapshot,
    /// What the user decides about it.
    pub choices: &'t Choices,
    /// How much it may hold.
    pub limits: &'t Limits,
    /// The moment of asking.
    pub now: WallTime,
}

/// What would happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prospect {
    /// One for each row; `None` where it is not ready.
    fates: Vec<Option<Fate>>,
    /// The rows with the places of what they would update or delete, in the order of the rows; of a row
    /// that is not sent they may be here too.
    touched: Vec<(u32, u32)>,
    /// In numbers.
    pub sums: Outlook,
}

impl Prospect {
    /// What would happen to a row; `None` where it is not ready.
    #[must_use]
    pub fn fate(&self, row: u32) -> Option<Fate> {
        *self.fates.get(row as usize)?
    }

    /// The places of what a row would update or delete.
    fn touched(&self, row: u32) -> impl Iterator<Item = u32> {
        let start = self.touched.partition_point(|(of, _)| *of < row);
        let of_row = self.touched[start..].iter();
        of_row
            .take_while(move |(of, _)| *of == row)
            .map(|(_, place)| *place)
    }
}

/// A row as the tenant stands, before it is known whether there is room.
struct Standing {
    fate: Fate,
    /// Indicators that it would add.
    added: u32,
    /// What is sent of the tenant's own with an update; `None` where that cannot be read, so that the
    /// update would change it unseen.
    carried: Option<String>,
}

impl Standing {
    /// What a row says is to be done.
    fn of_task(line: &Line<'_>) -> Self {
        match line.task {
            Some(Task::Delete) => Self {
                fate: Fate::Delete,
                added: 0,
                carried: Some(String::new()),
            },
            Some(Task::Restore) | None => Self {
                fate: Fate::Restore,
                added: u32::from(line.now.is_none()),
                carried: Some(String::new()),
            },
        }
    }
}

/// How the tenant stands to one indicator that would be sent.
enum Match<'t> {
    /// It is there, with these indicators of the same value beside it.
    Held(Entity<'t>),
    /// Its value is there with other actions.
    Beside,
    Absent,
}

impl Tenant<'_> {
    /// Looks at every ready row, and notes in `decided` what is held back and what is replaced. What
    /// is held back by then, and what the user left out, takes no room.
    #[must_use]
    pub fn prospect(&self, ledger: &Ledger, decided: &mut Decided) -> Prospect {
        let rows = 0..ledger.len();
        let mut fates = vec![None; rows.len()];
        let mut held = Vec::new();
        let mut changes = Vec::new();
        let mut replaced = Vec::new();
        let mut carried = Vec::new();
        let mut touched = Vec::new();
        for row in rows.filter(|&row| ledger.verdict(row) == Verdict::Ready) {
            let standing = self.standing(ledger, row, &mut touched);
            fates[row as usize] = Some(standing.fate);
            if ledger.is_left_out(row) || decided.holds(row) {
                continue;
            }
            match self.chosen(ledger, row, &standing, &mut touched) {
                Err(why) => held.push((row, why)),
                Ok(gone) => {
                    changes.push(Change {
                        row,
                        added: standing.added,
                        deleted: small(gone.len()) + u32::from(standing.fate == Fate::Delete),
                    });
                    if !gone.is_empty() {
                        replaced.push((row, gone));
                    }
                    let members = standing.carried.filter(|members| !members.is_empty());
                    carried.extend(members.map(|members| (row, members)));
                }
            }
        }
        let used = self.snapshot.held();
        let rule = self.choices.over_quota;
        let behind = room::over_quota(&mut changes, used, self.limits, rule, ledger);
        for (row, why) in held {
            decided.hold(row, why);
        }
        let replaceable = self.replaceable(ledger, &fates, &behind);
        for row in &behind {
            fates[*row as usize] = Some(Fate::OverQuota);
            decided.hold(*row, NotSent::OverQuota);
        }
        for (row, gone) in replaced {
            if behind.binary_search(&row).is_err() {
                decided.replace(row, gone);
            }
        }
        for (row, members) in carried {
            decided.carry(row, members);
        }
        for row in self.waiting(ledger, &changes) {
            decided.wait(row);
        }
        let mut sums = self.sums(&fates, &changes);
        let not_freed = self.not_freed(ledger, &fates, &changes, &touched);
        sums.freed = sums.freed.saturating_sub(not_freed);
        sums.replaceable = replaceable;
        sums.unseen_groups = self.snapshot.unseen(ledger.groups());
        sums.unseen_groups.truncate(MOST_GROUPS);
        Prospect {
            fates,
            touched,
            sums,
        }
    }

    /// The rows that give something back and wait until what is to go away has gone: it may be what they
    /// would change, or there is no room for both.
    fn waiting(&self, ledger: &Ledger, changes: &[Change]) -> Vec<u32> {
        let key = |row: u32| {
            let kind = ledger.indicator_type(row)?;
            Some(Key::new(kind, ledger.value(row), ledger.action(row)?))
        };
        let is = |change: &&Change, task| ledger.task(change.row) == Some(task);
        let going = changes.iter().filter(|change| is(change, Task::Delete));
        let going: FxHashSet<Key> = going.filter_map(|change| key(change.row)).collect();
        if going.is_empty() {
            return Vec::new();
        }
        let most = small(self.limits.tenant_indicators);
        let mut room = most.saturating_sub(self.snapshot.held());
        let mut waiting = Vec::new();
        for change in changes.iter().filter(|change| is(change, Task::Restore)) {
            let is_going = key(change.row).is_some_and(|key| going.contains(&key));
            match room.checked_sub(change.added) {
                Some(left) if !is_going => room = left,
                _ => waiting.push(change.row),
            }
        }
        waiting
    }

    /// What the user chose for such a row: what goes away for its sake, or why it is not sent.
    fn chosen(
        &self,
        ledger: &Ledger,
        row: u32,
        standing: &Standing,
        touched: &mut Vec<(u32, u32)>,
    ) -> Result<Vec<Replaced>, NotSent> {
        match (standing.fate, self.choices.conflicts) {
            (Fate::Unchanged, _) if !self.is_sent(Fate::Unchanged) => Err(NotSent::Unchanged),
            _ if standing.carried.is_none() => Err(NotSent::LeftOut),
            (Fate::TenantConflict, OnConflict::LeaveOut) => Err(NotSent::LeftOut),
            (Fate::TenantConflict, OnConflict::Replace) => {
                let beside = self.beside(ledger, row);
                touched.extend(beside.iter().map(|entity| (row, entity.place())));
                // One that has no id cannot be deleted, and would stand beside the row.
                replaced(&beside).ok_or(NotSent::LeftOut)
            }
            _ => Ok(Vec::new()),
        }
    }

    /// Whether a row of what is there already is sent.
    fn is_sent(&self, fate: Fate) -> bool {
        fate != Fate::Unchanged || self.choices.send_unchanged
    }

    fn sums(&self, fates: &[Option<Fate>], changes: &[Change]) -> Outlook {
        let of_sent = changes.iter().map(|change| fates.get(change.row as usize));
        let sent = summed(of_sent.flatten());
        let frees_room = |entity: &Entity<'_>| entity.expires().frees_room(self.now);
        Outlook {
            fates: summed(fates),
            sent,
            at: self.snapshot.at(),
            used: self.snapshot.held(),
            most: small(self.limits.tenant_indicators),
            freed: small(self.snapshot.entities().filter(frees_room).count()),
            added: changes.iter().map(|change| change.added).sum(),
            deleted: changes.iter().map(|change| change.deleted).sum(),
            replaceable: 0,
            is_part: self.snapshot.is_part(),
            unseen_groups: Vec::new(),
        }
    }

    /// How the tenant stands to a row.
    fn standing(&self, ledger: &Ledger, row: u32, touched: &mut Vec<(u32, u32)>) -> Standing {
        if let Some(line) = ledger.line(row) {
            let id = with_entity(line.object, |entity| entity.id().map(Cow::into_owned)).flatten();
            let held = id.and_then(|id| self.snapshot.find_id(&id));
            touched.extend(held.map(|held| (row, held.place())));
            return Standing::of_task(&line);
        }
        let mut standing = Standing {
            fate: Fate::Unchanged,
            added: 0,
            carried: Some(String::new()),
        };
        let Some((kind, action)) = ledger.indicator_type(row).zip(ledger.action(row)) else {
            return standing;
        };
        let mut full = None;
        for value in values(ledger, row) {
            let fate = match self.find(kind, &value, action) {
                Match::Held(entity) => {
                    touched.push((row, entity.place()));
                    let full = full.get_or_insert_with(|| ledger.alone(row));
                    let fate = match changes(full, entity) {
                        Fields::NONE => Fate::Unchanged,
                        _ => Fate::Update,
                    };
                    if carried::carries(ledger, row) && self.is_sent(fate) {
                        standing.carried = carried::carried(full, entity, self.now);
                    }
                    fate
                }
                Match::Beside => Fate::TenantConflict,
                Match::Absent => Fate::Create,
            };
            standing.added += u32::from(matches!(fate, Fate::TenantConflict | Fate::Create));
            if weight(fate) > weight(standing.fate) {
                standing.fate = fate;
            }
        }
        standing
    }

    /// What the tenant has of an indicator that would be sent. A legacy action is looked for under
    /// what replaced it, the likeliest first.
    fn find(&self, kind: IndicatorType, value: &str, action: Action) -> Match<'_> {
        let (mut found, mut best) = (Match::Absent, usize::MAX);
        for entity in self.snapshot.beside(kind, value) {
            let held = entity.key().action;
            match Key::kept_actions(kind, action)
                .iter()
                .position(|kept| *kept == held)
            {
                // Of several with one key the one that was listed last.
                Some(likely) if likely < best || (likely == best && is_later(entity, &found)) => {
                    (found, best) = (Match::Held(entity), likely);
                }
                None if matches!(found, Match::Absent) => found = Match::Beside,
                _ => {}
            }
        }
        found
    }

    /// The indicators with the values of a row and other actions.
    fn beside(&self, ledger: &Ledger, row: u32) -> Vec<Entity<'_>> {
        let Some((kind, action)) = ledger.indicator_type(row).zip(ledger.action(row)) else {
            return Vec::new();
        };
        let kept = Key::kept_actions(kind, action);
        let mut beside = Vec::new();
        for value in values(ledger, row) {
            let others = self.snapshot.beside(kind, &value);
            beside.extend(others.filter(|other| !kept.contains(&other.key().action)));
        }
        beside
    }

    /// A row beside what the tenant holds; of a range the first address that would be changed.
    #[must_use]
    pub fn compared(&self, ledger: &Ledger, row: u32) -> Compared {
        let full = ledger.alone(row);
        let Some(sent) = full.indicator.as_ref() else {
            return Compared::default();
        };
        let line = ledger.line(row);
        let mut compared = line.as_ref().and_then(of_line).unwrap_or_default();
        for value in values(ledger, row).filter(|_| line.is_none()) {
            if let Match::Held(entity) = self.find(sent.indicator_type, &value, sent.action) {
                let carries = carried::carries(ledger, row);
                compared.id = entity.id().map(Cow::into_owned);
                compared.fields = compare::differences(&full, entity, self.now, carries);
                if compared.fields.iter().any(|field| field.given) {
                    break;
                }
            }
        }
        let groups: Vec<String> = sent
            .rbac_group_names
            .iter()
            .map(ToString::to_string)
            .collect();
        let row_side = Side {
            indicator_type: sent.indicator_type,
            action: sent.action,
            groups: &groups,
        };
        let others = self.beside(ledger, row).into_iter().take(MOST_BESIDE);
        compared.is_part = self.snapshot.is_part();
        compared.beside = others.map(|entity| beside(row_side, entity)).collect();
        compared
    }
}

/// The fields that the source gave and that sending a row would change.
fn changes(row: &Row<'_>, held: Entity<'_>) -> Fields {
    let Some(sent) = &row.indicator else {
        return Fields::NONE;
    };
    compare::given(row, differing(sent, held))
}

/// Indicators as what goes away; `None` where one has no id.
fn replaced(beside: &[Entity<'_>]) -> Option<Vec<Replaced>> {
    let replaced = beside.iter().map(|entity| {
        let key = entity.key();
        Some(Replaced {
            id: entity.id()?.into_owned(),
            indicator_type: key.indicator_type,
            value: key.value.to_string(),
            action: key.action,
        })
    });
    replaced.collect()
}

fn is_later(entity: Entity<'_>, found: &Match<'_>) -> bool {
    matches!(found, Match::Held(other) if entity.place() > other.place())
}

/// An indicator of the tenant beside another one that a device may meet on the same thing; for
/// [`Beside::wins`] that one is the row.
#[must_use]
pub fn beside(row: Side<'_>, entity: Entity<'_>) -> Beside {
    let text = |field| {
        entity
            .text(field)
            .map(|text| compare::shown(text.into_owned()))
    };
    let groups = entity.rbac_group_names().unwrap_or_default();
    let groups: Vec<String> = groups.into_iter().map(Cow::into_owned).collect();
    let tenant = Side {
        indicator_type: entity.key().indicator_type,
        action: entity.key().action,
        groups: &groups,
    };
    Beside {
        id: entity.id().map(Cow::into_owned),
        action: tenant.action,
        title: text(Text::Title).unwrap_or_default(),
        created_by: text(Text::CreatedByDisplayName)
            .or_else(|| text(Text::CreatedBy))
            .unwrap_or_default(),
        wins: wins(row, tenant),
        rbac_group_names: groups
            .into_iter()
            .take(MOST_GROUPS)
            .map(compare::shown)
            .collect(),
    }
}

/// Which of the fates of a row's indicators is the row's: the heaviest.
const fn weight(fate: Fate) -> u8 {
    match fate {
        Fate::Unchanged => 0,
        Fate::Create => 1,
        Fate::Update => 2,
        Fate::TenantConflict => 3,
        Fate::OverQuota | Fate::Delete | Fate::Restore => 4,
    }
}

/// So many of each fate.
fn summed<'f>(fates: impl IntoIterator<Item = &'f Option<Fate>>) -> Fates {
    let mut sums = Fates::default();
    for fate in fates.into_iter().flatten() {
        *count(&mut sums, *fate) += 1;
    }
    sums
}

const fn count(sums: &mut Fates, fate: Fate) -> &mut u32 {
    match fate {
        Fate::Create => &mut sums.create,
        Fate::Update => &mut sums.update,
        Fate::Unchanged => &mut sums.unchanged,
        Fate::TenantConflict => &mut sums.tenant_conflict,
        Fate::OverQuota => &mut sums.over_quota,
        Fate::Delete => &mut sums.delete,
        Fate::Restore => &mut sums.restore,
    }
}

#[cfg(test)]
mod tests;
