//! The plan as the bodies of its calls, and what it deletes as a list, for a tenant that this page cannot
//! reach.
//!
//! All bodies together are larger than what they were read from, so each is written when it is asked for.

use std::ops::Deref;

use rustc_hash::FxHashSet;

use crate::{
    batch::{self, Batch},
    import::{BatchId, Outcome},
    ledger::Ledger,
    limits::Limits,
    plan::{Endpoint, EntryId, Even, Plan},
};

use super::{csv::write_row, parts};

/// A file to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFile {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Writes entries of a plan as the bodies of their calls, in the order of sending.
pub fn request_bodies<P, E>(
    plan: P,
    limits: &Limits,
    entries: E,
) -> impl Iterator<Item = NamedFile> + use<P, E>
where
    P: Deref<Target = Plan>,
    E: IntoIterator<Item = EntryId>,
{
    let batches = batch::split_of(&plan, limits, entries, BatchId(0));
    batches.into_iter().map(move |batch| NamedFile {
        name: name(&batch),
        bytes: batch::body(&plan, &batch.entries, batch.endpoint),
    })
}

fn name(batch: &Batch) -> String {
    let number = batch.id.0 + 1;
    match batch.endpoint {
        Endpoint::Import => format!("import-{number:03}.json"),
        Endpoint::Single => format!("single-{number:03}.json"),
        Endpoint::Delete => format!("delete-{number:03}.json"),
    }
}

/// The same of a ledger whose rows need no plan; `None` of any other.
pub(crate) fn bodies_of<'l>(
    ledger: &'l Ledger,
    limits: &Limits,
) -> Option<impl Iterator<Item = NamedFile> + use<'l>> {
    let bodies = Even::of(ledger)?.into_bodies(ledger, limits)?;
    let named = bodies.zip(1..).map(|(bytes, number)| NamedFile {
        name: format!("import-{number:03}.json"),
        bytes,
    });
    Some(named)
}

/// The columns of the list of what is to be deleted.
const TO_DELETE: [&str; 5] = [
    "IndicatorId",
    "IndicatorType",
    "IndicatorValue",
    "Action",
    "FailureReason",
];

/// Writes what a plan deletes, but for what has gone, for somebody who may delete it: a list by which
/// each is found in the portal, and the bodies of the calls. `of` says what became of an entry.
#[must_use]
pub fn deletions<'o>(
    plan: &Plan,
    limits: &Limits,
    of: impl Fn(EntryId) -> Option<&'o Outcome>,
) -> Vec<NamedFile> {
    let mut list = String::new();
    write_row(&mut list, TO_DELETE);
    let mut left = Vec::new();
    let mut ids = FxHashSet::default();
    for id in plan.deletions() {
        let outcome = of(id);
        let named = plan.deleted(id).unwrap_or_default();
        let is_gone = matches!(outcome, Some(Outcome::Accepted { .. }));
        if is_gone || !ids.insert(named.clone()) {
            continue;
        }
        let entry = &plan.entries[id.0 as usize];
        let cells = [
            named.as_str(),
            entry.indicator_type.as_str(),
            &entry.value,
            entry.action.as_str(),
            parts(outcome).failure_reason.unwrap_or(""),
        ];
        write_row(&mut list, cells);
        left.push(id);
    }
    if left.is_empty() {
        return Vec::new();
    }
    let bodies = left.chunks(limits.delete_ids.max(1)).zip(1..);
    let bodies = bodies.map(|(ids, number)| NamedFile {
        name: format!("delete-{number:03}.json"),
        bytes: batch::body(plan, ids, Endpoint::Delete),
    });
    let list = NamedFile {
        name: "delete-ids.csv".to_owned(),
        bytes: list.into_bytes(),
    };
    std::iter::once(list).chain(bodies).collect()
}
