//! A run as the bytes that a host keeps, and back.
//!
//! Headers, records and closings are JSON, each by itself, so that one that is torn costs no other.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{Closing, FORMAT, Header, KEPT_DAYS, Kept, NotOpened, RunId, RunView};
use crate::{
    clock::WallTime,
    import::{History, Outcome, Record, Tally},
    plan::EntryId,
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

/// The bytes in which a host keeps a header, a record or a closing.
#[must_use]
pub fn to_bytes<T: Serialize>(what: &T) -> Vec<u8> {
    // Plain data with text for keys: nothing in it can fail to be written.
    serde_json::to_vec(what).unwrap_or_default()
}

fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, NotOpened> {
    serde_json::from_slice(bytes).map_err(|_| NotOpened::Damaged)
}

/// The one thing that every form of a header has.
#[derive(Deserialize)]
struct Form {
    format: u32,
}

impl Stored {
    /// When the host shall forget it by itself.
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

    /// What happened. In a record that cannot be read anything may have happened: then every entry of
    /// which the others say nothing is in doubt, so that the tenant is asked and nothing is taken for
    /// accepted.
    #[inline]
    fn records(&self, entries: u32) -> Vec<Record> {
        let mut records = Vec::with_capacity(self.records.len());
        let readable = self
            .records
            .iter()
            .filter_map(|bytes| from_bytes(bytes).ok());
        records.extend(readable);
        if records.len() < self.records.len() {
            let history = History::of(entries, &records);
            let unknown = (0..entries).map(EntryId);
            let unknown = unknown.filter(|id| history.outcome(*id).is_none());
            records.push(Record::Found {
                outcomes: unknown.map(|id| (id, Outcome::Unconfirmed)).collect(),
            });
        }
        records
    }

    #[inline]
    fn closing(&self) -> Result<Option<Closing>, NotOpened> {
        let closing = self.closing.as_deref();
        closing.map(from_bytes).transpose()
    }

    /// The run, with the input that the host has found to be what was written.
    ///
    /// # Errors
    /// Says why it cannot be read.
    #[inline]
    pub fn kept(&self, input: Vec<u8>) -> Result<Kept, NotOpened> {
        let header = self.header()?;
        Ok(Kept {
            run: self.run.clone(),
            input,
            records: self.records(header.entries),
            closing: self.closing()?,
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
        let closing = self.closing()?;
        let tally = match &closing {
            Some(closing) => closing.entries,
            None => so_far(header.entries, &self.records(header.entries)),
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
            accepted: tally.accepted,
            rejected: tally.rejected,
            unconfirmed: tally.unconfirmed,
            not_sent: tally.not_sent,
            expires: self.expires(),
            from_file: header.from_file,
        })
    }
}

/// What became of the entries so far; what left and was not answered may have arrived.
fn so_far(entries: u32, records: &[Record]) -> Tally {
    let mut history = History::of(entries, records);
    for end in history.ends_in_doubt() {
        history.apply(&end);
    }
    let known = (0..entries).filter_map(|id| history.outcome(EntryId(id)));
    let mut tally = Tally::of(known);
    tally.not_sent += entries - tally.total();
    tally
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        import::{BatchId, CallId},
        plan::Endpoint,
        session::{Account, Counts},
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
            files: vec!["a.csv".to_owned()],
            counts: Counts::default(),
            entries: 4,
            from_file: false,
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
