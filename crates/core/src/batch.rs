//! A plan cut into calls.
//!
//! A batch holds at most [`Limits::batch_items`] entries, or [`Limits::delete_ids`] ids, and stays
//! under [`Limits::batch_bytes`]. It never holds two equal values, whatever their types and actions,
//! because an answer's items name the value alone and could not be told apart; nor one id twice.

use std::{borrow::Cow, collections::VecDeque};

use rustc_hash::FxHashSet;

use crate::{
    import::BatchId,
    indicator::folded,
    limits::Limits,
    plan::{Endpoint, EntryId, Plan, Stage},
    source::small,
};

const CLOSE: &[u8] = b"]}";

/// How the body of a list begins. The names are case-sensitive (import page, 2021-03; batch delete
/// page, 2023-07-31).
const fn open(endpoint: Endpoint) -> &'static [u8] {
    match endpoint {
        Endpoint::Import => b"{\"Indicators\":[",
        Endpoint::Delete => b"{\"IndicatorIds\":[",
        Endpoint::Single => b"",
    }
}

/// The entries of one call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Its number, from 0 in the order of sending.
    pub id: BatchId,
    /// Where it goes.
    pub endpoint: Endpoint,
    /// When it has its turn.
    pub stage: Stage,
    /// What it holds; one entry where it goes to the single API.
    pub entries: Vec<EntryId>,
}

/// Cuts a plan into batches, in the order of their turns; in each first those of the import API, then
/// one for each single entry.
#[must_use]
pub fn split(plan: &Plan, limits: &Limits) -> Vec<Batch> {
    split_of(plan, limits, plan.ids(), BatchId(0))
}

/// The classes of batches, in the order of sending.
const CLASSES: [(Stage, Endpoint); 5] = [
    (Stage::Restoring, Endpoint::Import),
    (Stage::Restoring, Endpoint::Single),
    (Stage::Deleting, Endpoint::Delete),
    (Stage::Submitting, Endpoint::Import),
    (Stage::Submitting, Endpoint::Single),
];

/// Cuts some entries of a plan into batches, the first of which has the number `first`.
#[must_use]
pub fn split_of(
    plan: &Plan,
    limits: &Limits,
    entries: impl IntoIterator<Item = EntryId>,
    first: BatchId,
) -> Vec<Batch> {
    let mut waiting: [VecDeque<EntryId>; CLASSES.len()] = Default::default();
    for id in entries {
        let entry = &plan.entries[id.0 as usize];
        let class = (entry.stage, entry.endpoint);
        let place = CLASSES.iter().position(|known| *known == class);
        waiting[place.unwrap_or_default()].push_back(id);
    }
    let mut batches: Vec<Batch> = Vec::new();
    for ((stage, endpoint), mut waiting) in CLASSES.into_iter().zip(waiting) {
        while !waiting.is_empty() {
            batches.push(Batch {
                id: BatchId(first.0.saturating_add(small(batches.len()))),
                endpoint,
                stage,
                entries: fill(plan, limits, endpoint, &mut waiting),
            });
        }
    }
    batches
}

/// The most entries of one call.
fn most(endpoint: Endpoint, limits: &Limits) -> usize {
    let most = match endpoint {
        Endpoint::Delete => limits.delete_ids,
        Endpoint::Import => limits.batch_items,
        Endpoint::Single => 1,
    };
    most.max(1)
}

/// How many of the next objects one call takes, of which no two have one value; at least one. They are
/// as long as `lens` says.
pub(crate) fn fitting(
    endpoint: Endpoint,
    lens: impl Iterator<Item = usize>,
    limits: &Limits,
) -> usize {
    let mut bytes = open(endpoint).len() + CLOSE.len();
    let fits = |(count, len): &(usize, usize)| {
        bytes += len + 1;
        *count == 0 || bytes <= limits.batch_bytes
    };
    let most = most(endpoint, limits);
    lens.take(most).enumerate().take_while(fits).count()
}

/// Takes the next batch off the queue; entries whose value or id is already in it stay in front.
fn fill(
    plan: &Plan,
    limits: &Limits,
    endpoint: Endpoint,
    waiting: &mut VecDeque<EntryId>,
) -> Vec<EntryId> {
    let most = most(endpoint, limits);
    let mut entries = Vec::new();
    let mut values: FxHashSet<Cow<'_, str>> = FxHashSet::default();
    if !plan.are_apart {
        values.reserve(most.min(waiting.len()));
    }
    let mut held_back = Vec::new();
    let mut bytes = open(endpoint).len() + CLOSE.len();
    while let Some(&id) = waiting.front() {
        let cost = plan.entries[id.0 as usize].json.len() + 1;
        let is_full =
            entries.len() >= most || (!entries.is_empty() && bytes + cost > limits.batch_bytes);
        if is_full {
            break;
        }
        waiting.pop_front();
        let entry = &plan.entries[id.0 as usize];
        let named = || match endpoint {
            Endpoint::Delete => String::from_utf8_lossy(plan.object(id)),
            Endpoint::Import | Endpoint::Single => folded(entry.indicator_type, &entry.value),
        };
        if plan.are_apart || values.insert(named()) {
            entries.push(id);
            bytes += cost;
        } else {
            held_back.push(id);
        }
    }
    for id in held_back.into_iter().rev() {
        waiting.push_front(id);
    }
    entries
}

/// Where a call goes, behind the API base.
#[must_use]
pub const fn path(endpoint: Endpoint) -> &'static str {
    match endpoint {
        Endpoint::Import => "/api/indicators/import",
        Endpoint::Single => "/api/indicators",
        Endpoint::Delete => "/api/indicators/BatchDelete",
    }
}

/// The body of a call: the import API's list, the list of ids, or the single API's one object.
#[must_use]
pub fn body(plan: &Plan, entries: &[EntryId], endpoint: Endpoint) -> Vec<u8> {
    let objects = entries.iter().map(|&id| plan.object(id));
    let bytes = objects.map(<[u8]>::len).sum();
    list(endpoint, bytes, entries, |out, &id| {
        out.extend_from_slice(plan.object(id));
    })
}

/// The body of a call whose objects have so many bytes and are written by `write`.
pub(crate) fn list<T>(
    endpoint: Endpoint,
    bytes: usize,
    objects: &[T],
    mut write: impl FnMut(&mut Vec<u8>, &T),
) -> Vec<u8> {
    let open = open(endpoint);
    let mut out = Vec::with_capacity(open.len() + bytes + objects.len() + CLOSE.len());
    out.extend_from_slice(open);
    for (at, object) in objects.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        write(&mut out, object);
    }
    if !open.is_empty() {
        out.extend_from_slice(CLOSE);
    }
    out
}
