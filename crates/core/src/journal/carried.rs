//! The calls of the browser that a run comes from.
//!
//! A run file may be opened in another browser, whose log of calls does not hold those that the run has
//! made: the service counts them all the same. Its records go in; the calls come out, none of them
//! dated earlier than it was made.

use std::collections::{BTreeMap, BTreeSet};

use super::{Kept, PastCall, Stored, stored::from_bytes};
use crate::{
    clock::WallTime,
    import::{CallId, Record},
};

impl Kept {
    /// The calls that left before the run came here; one of which no record says when it was made may
    /// have been made just `now`.
    pub(crate) fn calls_elsewhere(&self, now: WallTime) -> Vec<PastCall> {
        calls_of(first(&self.records, self.header.carried), now)
    }
}

impl Stored {
    /// The calls that left before the run came here, for the log of calls of the browser that takes it
    /// in; one of which no record says when it was made may have been made just `now`.
    #[must_use]
    pub fn calls_elsewhere(&self, now: WallTime) -> Vec<PastCall> {
        let carried = self.header().map_or(0, |header| header.carried);
        let came = first(&self.records, carried).iter();
        let came: Vec<Record> = came.filter_map(|bytes| from_bytes(bytes).ok()).collect();
        calls_of(&came, now)
    }
}

/// The records that came with the file.
fn first<T>(records: &[T], carried: u32) -> &[T] {
    let carried = usize::try_from(carried).unwrap_or(usize::MAX);
    &records[..carried.min(records.len())]
}

fn calls_of(came: &[Record], now: WallTime) -> Vec<PastCall> {
    let mut ends: BTreeMap<CallId, WallTime> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut calls = Vec::new();
    // What is noted before an answer was over when that came.
    let mut by = now;
    for record in came.iter().rev() {
        if let Record::Answer {
            call,
            attempt: Some(attempt),
            ..
        } = record
        {
            by = WallTime(attempt.at.0.saturating_add(attempt.millis.into()));
            ends.insert(*call, by);
        }
        if let Record::Asked { call } = record {
            ends.insert(*call, by);
        }
        if let Some((call, class)) = record.leaving().filter(|(call, _)| seen.insert(*call)) {
            let at = ends.get(&call).copied().unwrap_or(now);
            calls.push(PastCall { class, at });
        }
    }
    calls
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        import::{Attempt, BatchId},
        journal::{FORMAT, Header, Route, RunId, to_bytes},
        plan::Endpoint,
        session::{Account, Counts, Purpose},
    };

    const NOW: WallTime = WallTime(9_000);

    fn kept(records: &[Record], carried: u32) -> Kept {
        let header = Header {
            format: FORMAT,
            account: Account {
                username: "ann@example.com".to_owned(),
                tenant_id: "tenant".to_owned(),
                account_id: "account".to_owned(),
            },
            api_base: "https://api.example".to_owned(),
            started: WallTime(0),
            route: Route::Batches,
            purpose: Purpose::Import,
            files: Vec::new(),
            counts: Counts::default(),
            entries: 0,
            deletions: 0,
            plan: 0,
            from_file: carried > 0,
            carried,
            left_alone: 0,
            on_list_of: None,
        };
        Kept {
            run: RunId("a".to_owned()),
            header,
            input: Vec::new(),
            records: records.to_vec(),
            closing: None,
        }
    }

    fn stored(records: &[Record], carried: u32) -> Stored {
        let Kept { run, header, .. } = kept(records, carried);
        Stored {
            run,
            header: to_bytes(&header),
            records: records.iter().map(to_bytes).collect(),
            closing: None,
            changed: NOW,
        }
    }

    fn intent(call: u32) -> Record {
        Record::Intent {
            batch: BatchId(call),
            call: CallId(call),
            endpoint: Endpoint::Import,
            entries: Vec::new(),
            cut_from: None,
        }
    }

    fn answer(call: u32, at: Option<i64>) -> Record {
        let attempt = at.map(|at| Attempt {
            at: WallTime(at),
            millis: 100,
            status: Some(200),
        });
        Record::Answer {
            batch: BatchId(call),
            call: CallId(call),
            attempt,
            outcomes: Vec::new(),
        }
    }

    fn ask(call: u32) -> [Record; 2] {
        let call = CallId(call);
        [Record::Asking { call }, Record::Asked { call }]
    }

    /// Records, how many of them came with the file, and the dates of the calls, the last one first.
    #[test]
    fn a_call_is_dated_by_its_answer_or_by_a_later_one_or_now() {
        let [asking, asked] = ask(0);
        let table: &[(&[Record], u32, &[i64])] = &[
            (&[], 5, &[]),
            (&[intent(1), answer(1, Some(50))], 0, &[]),
            (&[intent(1), answer(1, Some(50))], 2, &[150]),
            (&[intent(1), intent(1), answer(1, Some(50))], 9, &[150]),
            (&[intent(1), answer(1, None)], 2, &[9_000]),
            (&[intent(1), answer(1, Some(50)), intent(2)], 2, &[150]),
            (
                &[intent(1), answer(1, Some(50)), intent(2)],
                3,
                &[9_000, 150],
            ),
            (
                &[
                    asking.clone(),
                    asked.clone(),
                    intent(1),
                    answer(1, Some(50)),
                ],
                4,
                &[150, 150],
            ),
            (
                &[intent(1), answer(1, Some(50)), asking, asked],
                4,
                &[9_000, 150],
            ),
            (&[intent(1), answer(1, Some(i64::MAX))], 2, &[i64::MAX]),
        ];
        for (records, carried, dates) in table {
            let calls = kept(records, *carried).calls_elsewhere(NOW);
            let found: Vec<i64> = calls.iter().map(|call| call.at.0).collect();
            assert_eq!(found, *dates, "{carried} of {records:?}");
            // No record is read with a date so late.
            if !dates.contains(&i64::MAX) {
                let stored = stored(records, *carried);
                assert_eq!(stored.calls_elsewhere(NOW), calls, "as kept by the host");
            }
        }
    }
}
