//! A run as the bytes that a host keeps, and back.
//!
//! Headers, records and closings are JSON, each by itself, so that one that is torn costs no other.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{Closing, FORMAT, Header, KEPT_DAYS, Kept, NotOpened, RunId, RunView};
use crate::{
    clock::WallTime,
    import::{History, Record, Tally},
    plan::EntryId,
    source::small,
};

const MILLIS_OF_A_DAY: i64 = 24 * 60 * 60 * 1_000;

/// What the host has of a run; the input is fetched apart, since it is large.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its name.
    pub run: RunId,
    /// The bytes of its [`Header`].
    pub header: Vec<u8>,
    /// The bytes of each [`Record`], in order. A list of runs does without those of a run that has
    /// ended.
    pub records: Vec<Vec<u8>>,
    /// The bytes of its [`Closing`], if it has ended.
    pub closing: Option<Vec<u8>>,
    /// When it was last written to.
    pub changed: WallTime,
}

/// What a host has, as a list of runs shows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listed {
    /// The runs that can be read, in the order in which they were added.
    pub runs: Vec<RunView>,
    /// How many cannot.
    pub unread: u32,
}

impl Listed {
    /// Adds a run, at which a page of this browser may be.
    #[inline]
    pub fn add(&mut self, stored: &Stored, is_running: bool) {
        match stored.view(is_running) {
            Ok(view) => self.runs.push(view),
            Err(_) => self.unread += 1,
        }
    }
}

/// The bytes in which a host keeps a header, a record or a closing.
#[must_use]
pub fn to_bytes<T: Serialize>(what: &T) -> Vec<u8> {
    // Plain data with text for keys: nothing in it can fail to be written.
    serde_json::to_vec(what).unwrap_or_default()
}

pub(super) fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, NotOpened> {
    serde_json::from_slice(bytes).map_err(|_| NotOpened::Damaged)
}

/// The one thing that every form of a header has.
#[derive(Deserialize)]
struct Form {
    format: u32,
}

impl Stored {
    /// When its time is over; the host forgets it a day after it has seen so.
    #[must_use]
    pub const fn expires(&self) -> WallTime {
        let days = KEPT_DAYS as i64;
        WallTime(self.changed.0.saturating_add(days * MILLIS_OF_A_DAY))
    }

    /// What is known of it.
    ///
    /// # Errors
    /// [`NotOpened::Newer`] where a later version of the page wrote it, else [`NotOpened::Damaged`].
    #[inline]
    pub fn header(&self) -> Result<Header, NotOpened> {
        let Form { format } = from_bytes(&self.header)?;
        if format > FORMAT {
            return Err(NotOpened::Newer { format });
        }
        from_bytes(&self.header)
    }

    /// The records that can be read.
    #[inline]
    fn readable(&self) -> Vec<Record> {
        let mut records = Vec::with_capacity(self.records.len());
        let readable = self
            .records
            .iter()
            .filter_map(|bytes| from_bytes(bytes).ok());
        records.extend(readable);
        records
    }

    /// What happened. In a record that cannot be read anything may have happened: then every entry of
    /// which the others say nothing is in doubt, so that the tenant is asked and nothing is taken for
    /// accepted.
    #[inline]
    fn records(&self, entries: u32) -> Vec<Record> {
        let mut records = self.readable();
        if records.len() < self.records.len() {
            let in_doubt = History::of(entries, &records).unknown_in_doubt();
            records.push(in_doubt);
        }
        records
    }

    /// How it ended; its parts make up all `entries`.
    #[inline]
    fn closing(&self, entries: u32) -> Result<Option<Closing>, NotOpened> {
        let Some(closing) = self.closing.as_deref() else {
            return Ok(None);
        };
        let closing: Closing = from_bytes(closing)?;
        if closing.entries.checked_total() != Some(entries) {
            return Err(NotOpened::Damaged);
        }
        Ok(Some(closing))
    }

    /// The run, with the input that the host has found to be what was written.
    ///
    /// # Errors
    /// Says why it cannot be read.
    #[inline]
    pub fn kept(&self, input: Vec<u8>) -> Result<Kept, NotOpened> {
        let header = self.header()?;
        if header.entries > most_entries(input.len()) {
            return Err(NotOpened::Damaged);
        }
        Ok(Kept {
            run: self.run.clone(),
            input,
            records: self.records(header.entries),
            closing: self.closing(header.entries)?,
            header,
        })
    }

    /// The run as a list of runs shows it.
    ///
    /// # Errors
    /// Says why it cannot be read.
    #[inline]
    pub fn view(&self, is_running: bool) -> Result<RunView, NotOpened> {
        let header = self.header()?;
        let closing = self.closing(header.entries)?;
        let tally = match &closing {
            Some(closing) => closing.entries,
            None => self.so_far(header.entries),
        };
        Ok(RunView {
            run: self.run.clone(),
            account: header.account,
            api_base: header.api_base,
            started: header.started,
            ended: closing.map(|closing| closing.summary.ended),
            is_running,
            files: header.files,
            route: header.route,
            entries: header.entries,
            deletions: header.deletions,
            accepted: tally.accepted,
            rejected: tally.rejected,
            unconfirmed: tally.unconfirmed,
            not_sent: tally.not_sent,
            expires: self.expires(),
            from_file: header.from_file,
            purpose: header.purpose,
            left_alone: header.left_alone,
            undone: None,
        })
    }

    /// What became of the entries so far; what left and was not answered may have arrived. The
    /// entries are claimed by bytes that may be hostile: room is taken for those alone that records
    /// speak of.
    #[inline]
    fn so_far(&self, entries: u32) -> Tally {
        let mut records = self.readable();
        let is_torn = records.len() < self.records.len();
        let spoken_of = renumber(&mut records, entries);
        let mut history = History::of(spoken_of, &records);
        for end in history.ends_in_doubt() {
            history.apply(&end);
        }
        let known = (0..spoken_of).filter_map(|id| history.outcome(EntryId(id)));
        let mut tally = Tally::of(known);
        let left = entries - tally.total();
        if is_torn {
            tally.unconfirmed += left;
        } else {
            tally.not_sent += left;
        }
        tally
    }
}

/// Numbers anew, from zero on, those of the first `entries` entries that records speak of; gives how
/// many they are.
fn renumber(records: &mut [Record], entries: u32) -> u32 {
    let mut spoken_of = Vec::new();
    for record in &mut *records {
        ids(record, |id| {
            spoken_of.push(*id);
        });
    }
    spoken_of.sort_unstable();
    spoken_of.dedup();
    spoken_of.truncate(spoken_of.partition_point(|id| id.0 < entries));
    for record in records {
        ids(record, |id| {
            let place = spoken_of.binary_search(id).ok();
            // What the plan does not have is passed over by its number.
            *id = EntryId(place.map_or(u32::MAX, small));
        });
    }
    small(spoken_of.len())
}

/// Every entry that a record speaks of.
fn ids(record: &mut Record, each: impl FnMut(&mut EntryId)) {
    match record {
        Record::Asking { .. } | Record::Asked { .. } => {}
        Record::Intent { entries, .. } => entries.iter_mut().for_each(each),
        Record::Answer { outcomes, .. } | Record::Found { outcomes } => {
            outcomes.iter_mut().map(|(id, _)| id).for_each(each);
        }
    }
}

/// The shortest value and what ends it, in bytes.
const SHORTEST: usize = 4;

/// The addresses that all ranges of a ledger become at most; every other entry has bytes of its own.
const MOST_EXPANDED: usize = 100_000;

/// Several hundred times what a tenant holds; what is known of so many still fits a browser's memory.
const MOST_ENTRIES: usize = 10_000_000;

/// The entries that a plan can have whose input has `len` bytes.
pub(super) fn most_entries(len: usize) -> u32 {
    let most = len / SHORTEST + MOST_EXPANDED;
    small(most.min(MOST_ENTRIES))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        import::{BatchId, CallId, Outcome},
        plan::Endpoint,
        session::{Account, Counts, Purpose},
    };

    fn stored(format: u32, records: &[Record]) -> Stored {
        let header = Header {
            format,
            account: Account {
                username: "ann@example.com".to_owned(),
                tenant_id: "tenant".to_owned(),
                account_id: "account".to_owned(),
            },
            api_base: "https://api.example".to_owned(),
            started: WallTime(7),
            route: super::super::Route::Batches,
            purpose: Purpose::Import,
            files: vec!["a.csv".to_owned()],
            counts: Counts::default(),
            entries: 4,
            deletions: 0,
            from_file: false,
            carried: 0,
            left_alone: 0,
            on_list_of: None,
            plan: u64::MAX,
        };
        Stored {
            run: RunId("a".to_owned()),
            header: to_bytes(&header),
            records: records.iter().map(to_bytes).collect(),
            closing: None,
            changed: WallTime(9),
        }
    }

    fn happened() -> [Record; 3] {
        let intent = |batch, entries: &[u32]| Record::Intent {
            batch: BatchId(batch),
            call: CallId(batch),
            endpoint: Endpoint::Import,
            entries: entries.iter().copied().map(EntryId).collect(),
            cut_from: None,
        };
        let rejected = Outcome::Rejected {
            reason: "No.".to_owned(),
            target: None,
        };
        let answer = Record::Answer {
            batch: BatchId(0),
            call: CallId(0),
            attempt: None,
            outcomes: vec![
                (EntryId(0), Outcome::Accepted { id: None }),
                (EntryId(1), rejected),
            ],
        };
        [intent(0, &[0, 1]), answer, intent(1, &[2])]
    }

    #[test]
    fn a_run_comes_back_as_it_was_written() {
        let stored = stored(FORMAT, &happened());
        let kept = stored.kept(b"input".to_vec()).expect("a run");
        assert_eq!((kept.header.plan, kept.header.entries), (u64::MAX, 4));
        assert_eq!(kept.records, happened());
        assert_eq!((kept.input, kept.closing), (b"input".to_vec(), None));
    }

    #[test]
    fn a_list_adds_up_and_counts_an_open_batch_as_unconfirmed() {
        let view = stored(FORMAT, &happened()).view(true).expect("a view");
        let sums = [
            view.accepted,
            view.rejected,
            view.unconfirmed,
            view.not_sent,
        ];
        assert_eq!(sums, [1, 1, 1, 1]);
        assert!(view.is_running && view.ended.is_none());
    }

    /// Which records are torn: accepted, rejected, unconfirmed, not sent.
    #[test]
    fn a_torn_record_puts_in_doubt_what_no_other_speaks_of() {
        let table: &[(&[usize], [u32; 4])] = &[
            (&[], [1, 1, 1, 1]),
            (&[0], [1, 1, 2, 0]),
            (&[1], [0, 0, 4, 0]),
            (&[2], [1, 1, 2, 0]),
            (&[0, 1, 2], [0, 0, 4, 0]),
        ];
        for (torn, expected) in table {
            let mut stored = stored(FORMAT, &happened());
            for record in *torn {
                stored.records[*record].truncate(20);
            }
            let view = stored.view(false).expect("a view");
            let sums = [
                view.accepted,
                view.rejected,
                view.unconfirmed,
                view.not_sent,
            ];
            assert_eq!(sums, *expected, "{torn:?}");
            let kept = stored.kept(Vec::new()).expect("a run");
            let history = History::of(4, &kept.records);
            let doubts = (0..4).map(|id| history.outcome(EntryId(id)));
            let doubts = doubts.filter(|outcome| *outcome == Some(&Outcome::Unconfirmed));
            assert_eq!(doubts.count() == 0, torn.is_empty());
        }
    }

    fn claiming(entries: u32) -> Stored {
        let mut stored = stored(FORMAT, &happened());
        let header = stored.header().expect("a header");
        stored.header = to_bytes(&Header { entries, ..header });
        stored
    }

    /// No room is taken for what is only claimed, nor for a number that no entry has.
    #[test]
    fn a_list_counts_what_records_speak_of() {
        for (claimed, not_sent) in [(u32::MAX, u32::MAX - 3), (3, 0)] {
            let mut stored = claiming(claimed);
            let beyond = Outcome::Unconfirmed;
            stored.records.push(to_bytes(&Record::Found {
                outcomes: vec![(EntryId(u32::MAX), beyond)],
            }));
            let view = stored.view(false).expect("a view");
            let sums = [view.accepted, view.rejected, view.unconfirmed];
            assert_eq!((sums, view.not_sent), ([1, 1, 1], not_sent));
        }
    }

    /// Bytes of the input, and the most entries.
    #[test]
    fn no_more_entries_are_taken_than_the_input_can_hold() {
        for (len, most) in [(0, 100_000), (4_000, 101_000)] {
            let input = vec![0; len];
            assert!(claiming(most).kept(input.clone()).is_ok());
            assert_eq!(claiming(most + 1).kept(input), Err(NotOpened::Damaged));
        }
        assert_eq!(most_entries(usize::MAX), 10_000_000);
    }

    #[test]
    fn what_cannot_be_listed_is_counted() {
        let mut damaged = stored(FORMAT, &happened());
        damaged.header.pop();
        let mut listed = Listed::default();
        for stored in [
            stored(FORMAT, &[]),
            stored(FORMAT + 1, &[]),
            damaged,
            stored(FORMAT, &happened()),
        ] {
            listed.add(&stored, false);
        }
        assert_eq!((listed.runs.len(), listed.unread), (2, 2));
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let newer = stored(FORMAT + 1, &[]);
        assert_eq!(
            newer.view(false),
            Err(NotOpened::Newer { format: FORMAT + 1 })
        );
        let mut damaged = stored(FORMAT, &happened());
        damaged.header.pop();
        assert_eq!(damaged.view(false), Err(NotOpened::Damaged));
    }
}
