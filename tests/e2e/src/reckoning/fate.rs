//! What becomes of each ready line in the tenant as it is.
//!
//! An indicator is what its type, value and action say: a second submission with the same three updates
//! it, one with another action adds a second (recorded answers of 2023). A tenant holds 15,000 (import
//! page, 2021-01).

use std::collections::{BTreeSet, HashMap};

use serde_json::Value;

use super::{Fate, Row, Sent, Told, Verdict, field::differing, value::normal};
use crate::tenant::entity_key;

/// What the user decides.
#[derive(Clone, Copy, Debug)]
pub struct Choices {
    /// About values that the tenant holds with another action.
    pub conflicts: OnConflict,
    /// Which lines stay behind where there is no room for all.
    pub stays: Stays,
    /// The most indicators that the tenant may hold.
    pub most: usize,
}

/// What is done about a value that the tenant holds with another action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnConflict {
    /// It is added.
    AddBeside,
    /// The tenant's are deleted first.
    Replace,
}

/// Which lines stay behind where there is no room for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the page's own words")]
pub enum Stays {
    Last,
    First,
    LowestSeverity,
    SoonestToExpire,
}

/// What is told of each line; `None` where it is not ready.
#[must_use]
pub fn fates(rows: &[Row], held: &[Value], choices: &Choices) -> Vec<Option<Told>> {
    let tenant = by_value(held);
    let told = rows.iter().map(|row| {
        let sent = row
            .sent
            .as_ref()
            .filter(|_| row.verdict == Verdict::Ready)?;
        let value = ["indicatorType", "indicatorValue"].map(|name| sent.text(name).to_owned());
        let held = tenant.get(&value).map_or(&[][..], Vec::as_slice);
        Some(told(sent, held, choices.conflicts))
    });
    let mut told = told.collect::<Vec<_>>();
    let behind = behind(rows, &told, held.len(), choices);
    for (row, told) in told.iter_mut().enumerate() {
        if let Some(told) = told.as_mut().filter(|_| behind.contains(&row)) {
            told.fate = Fate::OverQuota;
            told.is_sent = false;
            told.replaces.clear();
        }
    }
    told
}

/// The tenant's indicators by type and value, in the form in which equal values are equal.
fn by_value(held: &[Value]) -> HashMap<[String; 2], Vec<&Value>> {
    let mut by_value: HashMap<[String; 2], Vec<&Value>> = HashMap::new();
    for entity in held {
        let [kind, value] = ["indicatorType", "indicatorValue"]
            .map(|name| entity[name].as_str().unwrap_or_default());
        // What no import of ours has, such as a category of the web, is found by none.
        if let Some(value) = normal(kind, value) {
            let key = [kind.to_owned(), value];
            by_value.entry(key).or_default().push(entity);
        }
    }
    by_value
}

/// What becomes of a line beside the tenant's indicators of its value.
fn told(sent: &Sent, held: &[&Value], conflicts: OnConflict) -> Told {
    let same = held
        .iter()
        .find(|entity| entity["action"] == sent.text("action"));
    let (changed, besides) = same.map_or_else(Default::default, |same| differing(sent, same));
    let fate = match (same, held.is_empty()) {
        (Some(_), _) if changed.is_empty() => Fate::Unchanged,
        (Some(_), _) => Fate::Update,
        (None, false) => Fate::TenantConflict,
        (None, true) => Fate::Create,
    };
    let is_replaced = fate == Fate::TenantConflict && conflicts == OnConflict::Replace;
    let replaces = held.iter().filter(|_| is_replaced);
    Told {
        fate,
        changed,
        besides,
        replaces: replaces.map(|entity| entity_key(entity)).collect(),
        is_sent: fate != Fate::Unchanged,
    }
}

/// The lines for which there is no room, of a tenant that holds `used`. What others free is room; a
/// line that needs none always finds some.
fn behind(rows: &[Row], told: &[Option<Told>], used: usize, choices: &Choices) -> BTreeSet<usize> {
    let adds = |told: &Told| matches!(told.fate, Fate::Create | Fate::TenantConflict);
    let added = told.iter().enumerate();
    let added =
        added.filter_map(|(row, told)| Some((row, told.as_ref().filter(|told| adds(told))?)));
    let (takers, givers): (Vec<_>, Vec<_>) = added.partition(|(_, told)| told.replaces.is_empty());
    // One that is added in place of several frees all of them but one.
    let freed: usize = givers.iter().map(|(_, told)| told.replaces.len() - 1).sum();
    let room = choices.most.saturating_sub(used - freed);
    let mut takers: Vec<usize> = takers.into_iter().map(|(row, _)| row).collect();
    let text = |row: usize, field: &str| {
        let sent = rows[row].sent.as_ref();
        sent.map_or_else(String::new, |sent| sent.text(field).to_owned())
    };
    match choices.stays {
        Stays::Last => {}
        Stays::First => takers.reverse(),
        Stays::LowestSeverity => {
            let order = ["High", "Medium", "Low", "Informational", ""];
            let place = |row| {
                order
                    .iter()
                    .position(|known| *known == text(row, "severity"))
            };
            takers.sort_by_key(|row| place(*row));
        }
        Stays::SoonestToExpire => {
            // What never expires outlives all; of two equals the first one goes in.
            let date = |row: usize| match text(row, "expirationTime") {
                never if never.is_empty() => "9".to_owned(),
                date => date,
            };
            takers.sort_by_key(|row| std::cmp::Reverse(date(*row)));
        }
    }
    takers
        .split_off(room.min(takers.len()))
        .into_iter()
        .collect()
}
