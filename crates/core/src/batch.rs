//! The entries of a plan, cut into calls.
//!
//! A plan and the limits go in; batches come out, in the order of the plan. A batch goes to one
//! endpoint, holds no two equal values, and keeps the limits of items and bytes.

use std::collections::HashSet;

use crate::{
    import::BatchId,
    indicator::folded,
    limits::Limits,
    plan::{Endpoint, EntryId, Plan},
};

/// What one call carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Its number.
    pub id: BatchId,
    /// Where it goes.
    pub endpoint: Endpoint,
    /// What it holds.
    pub entries: Vec<EntryId>,
}

const HEAD: &[u8] = br#"{"Indicators":["#;
const TAIL: &[u8] = b"]}";

/// The body of a call that carries `entries`: a wrapper for the import API, the bare object for the
/// single one.
#[must_use]
pub fn body(plan: &Plan, entries: &[EntryId], endpoint: Endpoint) -> Vec<u8> {
    let objects: Vec<&[u8]> = entries.iter().map(|id| plan.object(*id)).collect();
    let objects = objects.join(&b","[..]);
    match endpoint {
        Endpoint::Import => [HEAD, &objects, TAIL].concat(),
        Endpoint::Single => objects,
    }
}

/// Cuts the plan. An entry whose object alone breaks the byte limit is a batch of its own.
#[must_use]
pub fn split(plan: &Plan, limits: &Limits) -> Vec<Batch> {
    let mut batches: Vec<Open> = Vec::new();
    for (place, entry) in plan.entries.iter().enumerate() {
        let id = EntryId(u32::try_from(place).unwrap_or(u32::MAX));
        let key = folded(entry.indicator_type, &entry.value).into_owned();
        let bytes = entry.json.len() + 1;
        let fits = |open: &&mut Open| open.takes(entry.endpoint, &key, bytes, limits);
        match batches.iter_mut().rev().take(1).find(fits) {
            Some(open) => open.add(id, key, bytes),
            None => batches.push(Open::new(entry.endpoint, id, key, bytes)),
        }
    }
    let numbered = batches.into_iter().zip(0..);
    numbered
        .map(|(open, number)| Batch {
            id: BatchId(number),
            endpoint: open.endpoint,
            entries: open.entries,
        })
        .collect()
}

struct Open {
    endpoint: Endpoint,
    entries: Vec<EntryId>,
    keys: HashSet<String>,
    bytes: usize,
}

impl Open {
    fn new(endpoint: Endpoint, id: EntryId, key: String, bytes: usize) -> Self {
        Self {
            endpoint,
            entries: vec![id],
            keys: HashSet::from([key]),
            bytes: HEAD.len() + TAIL.len() + bytes,
        }
    }

    fn takes(&self, endpoint: Endpoint, key: &str, bytes: usize, limits: &Limits) -> bool {
        endpoint == Endpoint::Import
            && self.endpoint == endpoint
            && self.entries.len() < limits.batch_items
            && self.bytes + bytes <= limits.batch_bytes
            && !self.keys.contains(key)
    }

    fn add(&mut self, id: EntryId, key: String, bytes: usize) {
        self.entries.push(id);
        self.keys.insert(key);
        self.bytes += bytes;
    }
}
