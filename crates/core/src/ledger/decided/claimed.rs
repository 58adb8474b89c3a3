//! Whether what a file claims was decided of a ledger's rows could have been.
//!
//! A run file may be anybody's. Its decisions go in beside the rows that it holds; out comes whether they
//! are about those rows, and would send and delete nothing else than the rows show.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    check::Verdict,
    outlook::may_carry,
    plan::{values, write_object},
    tenant::Key,
};

use super::{Decided, Ledger, NotSent, Replaced, Rows};

/// The most reasons and lists of the guard that rows can be under. Each look at a row goes through them,
/// and a file may name any number.
const MOST: usize = 1_000;

impl Decided {
    /// Whether it could have been decided of the rows.
    pub(in crate::ledger) fn could_be_of(&self, ledger: &Ledger) -> bool {
        self.is_sound(ledger.len())
            && self.carries_what_rows_leave_out(ledger)
            && self.replaces_what_stands_beside_rows(ledger)
    }

    /// Whether it is about `len` rows, and of each once.
    fn is_sound(&self, len: u32) -> bool {
        let held = |(why, _): &(NotSent, _)| *why != NotSent::Cancelled;
        are_in_order(&self.replaced, len)
            && are_in_order(&self.carried, len)
            && self.waiting.are_sound(len)
            && self.held.iter().all(held)
            && are_apart(&self.held, len)
            && are_apart(&self.guarded, len)
    }

    fn carries_what_rows_leave_out(&self, ledger: &Ledger) -> bool {
        self.carried.iter().all(|(row, members)| {
            let own = own_object(ledger, *row);
            own.is_some_and(|own| may_carry(members, &own))
        })
    }

    /// Whether what goes away for a row's sake is what the row stands against, and no id goes away for
    /// the sake of two.
    fn replaces_what_stands_beside_rows(&self, ledger: &Ledger) -> bool {
        let mut claimed = FxHashMap::default();
        self.replaced.iter().all(|(row, replaced)| {
            let mut ids = replaced.iter().map(|it| it.id.as_str());
            stand_beside(ledger, *row, replaced)
                && ids.all(|id| claimed.insert(id, *row).is_none_or(|other| other == *row))
        })
    }
}

/// Whether these are indicators of a row's type and value, with other actions than the service may keep
/// the row's as.
fn stand_beside(ledger: &Ledger, row: u32, replaced: &[Replaced]) -> bool {
    if replaced.is_empty() {
        return true;
    }
    let sent = ledger.indicator_type(row).zip(ledger.action(row));
    let Some((kind, action)) = sent.filter(|_| ledger.verdict(row) == Verdict::Ready) else {
        return false;
    };
    let key = |value: &str| Key::new(kind, value, action).value;
    let values: FxHashSet<_> = values(ledger, row).map(|value| key(&value)).collect();
    let kept = Key::kept_actions(kind, action);
    replaced.iter().all(|it| {
        it.indicator_type == kind && !kept.contains(&it.action) && values.contains(&key(&it.value))
    })
}

/// What a row sends by itself; `None` where it is not ready.
fn own_object(ledger: &Ledger, row: u32) -> Option<Vec<u8>> {
    let mut object = Vec::new();
    if ledger.write_object(row, &mut object) {
        return Some(object);
    }
    let indicator = ledger.indicator(row)?;
    write_object(&mut object, &indicator, &indicator.value);
    Some(object)
}

fn are_in_order<T>(rows: &[(u32, T)], len: u32) -> bool {
    rows.windows(2).all(|pair| pair[0].0 < pair[1].0) && rows.iter().all(|(row, _)| *row < len)
}

/// Whether no row is under two of them, and no two are the same.
fn are_apart<W: PartialEq>(all: &[(W, Rows)], len: u32) -> bool {
    let runs = all.iter().flat_map(|(_, rows)| rows.runs());
    let runs = crate::order::sorted(runs.copied().collect::<Vec<_>>());
    let one_by_one = |(place, (what, _)): (usize, &(W, Rows))| {
        all[..place].iter().all(|(other, _)| other != what)
    };
    all.len() <= MOST
        && all.iter().all(|(_, rows)| rows.are_sound(len))
        && all.iter().enumerate().all(one_by_one)
        && runs.windows(2).all(|pair| pair[0].1 < pair[1].0)
}

#[cfg(test)]
mod tests {
    use super::{super::Guard, *};

    /// Lists of the guard, the nth with the nth row.
    fn guarded(lists: u32) -> Decided {
        let mut decided = Decided::default();
        for row in 0..lists {
            let guard = Guard {
                list: row.to_string(),
                stops: true,
                overridden: false,
            };
            decided.guard(row, guard);
        }
        decided
    }

    #[test]
    fn what_a_file_says_was_decided_is_bounded_and_no_row_is_under_two() {
        let with = |list: &str, row| {
            let mut decided = guarded(2);
            let mut rows = Rows::default();
            rows.push(row);
            let guard = Guard {
                list: list.to_owned(),
                stops: true,
                overridden: false,
            };
            decided.guarded.push((guard, rows));
            decided
        };
        let cases = [
            ("as decided", guarded(2), true),
            ("a third list", with("c", 2), true),
            ("a row under two", with("c", 1), false),
            ("a list twice", with("0", 2), false),
            ("a row that is none", with("c", 3), false),
            ("more lists than there can be", guarded(3_000), false),
        ];
        for (case, decided, expected) in cases {
            let len = if decided.guarded.len() > 3 { 3_000 } else { 3 };
            assert_eq!(decided.is_sound(len), expected, "{case}");
        }
    }
}
