//! A plan cut into calls.
//!
//! A batch holds at most [`Limits::batch_items`] entries and stays under [`Limits::batch_bytes`]. It
//! never holds two equal values, whatever their types and actions, because an answer's items name the
//! value alone and could not be told apart.

use std::{borrow::Cow, collections::VecDeque};

use rustc_hash::FxHashSet;

use crate::{
    import::BatchId,
    indicator::folded,
    limits::Limits,
    plan::{Endpoint, EntryId, Plan},
};

const OPEN: &[u8] = b"{\"Indicators\":[";
const CLOSE: &[u8] = b"]}";

/// The entries of one call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Its number, from 0 in the order of sending.
    pub id: BatchId,
    /// Where it goes.
    pub endpoint: Endpoint,
    /// What it holds; one entry where it goes to the single API.
    pub entries: Vec<EntryId>,
}

/// Cuts a plan into batches: first those of the import API, then one for each single entry.
#[must_use]
pub fn split(plan: &Plan, limits: &Limits) -> Vec<Batch> {
    split_of(plan, limits, plan.ids(), BatchId(0))
}

/// Cuts some entries of a plan into batches, the first of which has the number `first`.
#[must_use]
pub fn split_of(
    plan: &Plan,
    limits: &Limits,
    entries: impl IntoIterator<Item = EntryId>,
    first: BatchId,
) -> Vec<Batch> {
    let is_import = |id: &EntryId| plan.entries[id.0 as usize].endpoint == Endpoint::Import;
    let (batched, single): (Vec<EntryId>, Vec<EntryId>) = entries.into_iter().partition(is_import);
    let mut waiting = VecDeque::from(batched);
    let mut contents = Vec::new();
    while !waiting.is_empty() {
        contents.push((Endpoint::Import, fill(plan, limits, &mut waiting)));
    }
    contents.extend(single.into_iter().map(|id| (Endpoint::Single, vec![id])));
    let numbered = (first.0..).zip(contents);
    let batch = |(number, (endpoint, entries))| Batch {
        id: BatchId(number),
        endpoint,
        entries,
    };
    numbered.map(batch).collect()
}

/// Takes the next batch off the queue; entries whose value is already in it stay in front.
fn fill(plan: &Plan, limits: &Limits, waiting: &mut VecDeque<EntryId>) -> Vec<EntryId> {
    let mut entries = Vec::new();
    let mut values: FxHashSet<Cow<'_, str>> = FxHashSet::default();
    let mut held_back = Vec::new();
    let mut bytes = OPEN.len() + CLOSE.len();
    while let Some(&id) = waiting.front() {
        let cost = plan.object(id).len() + 1;
        let is_full = entries.len() >= limits.batch_items.max(1)
            || (!entries.is_empty() && bytes + cost > limits.batch_bytes);
        if is_full {
            break;
        }
        waiting.pop_front();
        let entry = &plan.entries[id.0 as usize];
        if values.insert(folded(entry.indicator_type, &entry.value)) {
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

/// The body of a call: the import API's list, or the single API's one object.
#[must_use]
pub fn body(plan: &Plan, entries: &[EntryId], endpoint: Endpoint) -> Vec<u8> {
    let objects = || entries.iter().map(|&id| plan.object(id));
    let inner: usize = objects().map(|object| object.len() + 1).sum();
    let mut out = Vec::with_capacity(inner + OPEN.len() + CLOSE.len());
    if endpoint == Endpoint::Import {
        out.extend_from_slice(OPEN);
    }
    for (at, object) in objects().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        out.extend_from_slice(object);
    }
    if endpoint == Endpoint::Import {
        out.extend_from_slice(CLOSE);
    }
    out
}
