//! The disk of one browser: what is committed survives its pages, as the bytes that a browser keeps.

use std::collections::BTreeMap;

use ioculate_core::{
    clock::WallTime,
    import::{CallId, Record},
    journal::{Closing, Header, Kept, NotOpened, PastCall, RunFile, RunId, Stored, to_bytes},
    limits::Limits,
    plan::Endpoint,
};
use sha2::{Digest as _, Sha256};

use super::laws::{Law, Lawful, holds};

/// One life of one page.
pub(crate) type Life = (usize, u32);

/// What is written at once, or not at all.
#[derive(Clone, Debug)]
pub(crate) enum Write {
    Begin(Box<Header>, Vec<u8>),
    Record(Box<Record>),
    Close(Box<Closing>),
}

#[derive(Clone, Debug)]
struct Logged {
    life: Life,
    call: CallId,
    class: Endpoint,
    at: WallTime,
}

#[derive(Debug, Default)]
pub(crate) struct Disk {
    pub(crate) runs: BTreeMap<u32, RunFile>,
    /// The notes of runs of which nothing is kept, for the laws alone.
    unkept: BTreeMap<u32, Vec<Vec<u8>>>,
    calls: Vec<Logged>,
    /// The page that runs.
    pub(crate) lock: Option<Life>,
}

impl Disk {
    /// Commits one write of a page's run.
    pub(crate) fn commit(&mut self, life: Life, run: u32, at: WallTime, write: &Write) -> Lawful {
        match write {
            Write::Begin(header, input) => self.begin(run, header, input),
            Write::Record(record) => {
                let bytes = to_bytes(record);
                let again: Option<Record> = serde_json::from_slice(&bytes).ok();
                holds(
                    Law::MemoryIsJournal,
                    again.as_ref() == Some(&**record),
                    || format!("{record:?} was written, and {again:?} is read"),
                )?;
                match self.runs.get_mut(&run) {
                    Some(kept) => kept.stored.records.push(bytes),
                    None => self.unkept.entry(run).or_default().push(bytes),
                }
                self.log(life, at, record);
            }
            Write::Close(closing) => {
                if let Some(kept) = self.runs.get_mut(&run) {
                    kept.stored.closing = Some(to_bytes(closing));
                }
            }
        }
        if let Some(kept) = self.runs.get_mut(&run) {
            kept.stored.changed = at;
        }
        Ok(())
    }

    pub(crate) fn begin(&mut self, run: u32, header: &Header, input: &[u8]) {
        let stored = Stored {
            run: name(run),
            header: to_bytes(header),
            records: Vec::new(),
            closing: None,
            changed: WallTime(0),
        };
        let kept = RunFile {
            stored,
            input: input.to_vec(),
            digest: digest(input),
        };
        self.runs.insert(run, kept);
    }

    fn log(&mut self, life: Life, at: WallTime, record: &Record) {
        if let Some((call, class)) = record.leaving() {
            self.calls.push(Logged {
                life,
                call,
                class,
                at,
            });
        }
        let over = record.ended();
        let mine = |past: &&mut Logged| past.life == life && Some(past.call) == over;
        if let Some(past) = self.calls.iter_mut().rfind(mine) {
            past.at = at;
        }
    }

    /// Takes in a run file from another browser, and the calls that it made there.
    pub(crate) fn take_in(&mut self, run: u32, file: RunFile, now: WallTime) {
        for (call, past) in (0..).zip(file.stored.calls_elsewhere(now)) {
            self.calls.push(Logged {
                life: (usize::MAX, run),
                call: CallId(call),
                class: past.class,
                at: past.at,
            });
        }
        self.runs.insert(run, file);
    }

    /// Whether a page has written down that this call is about to leave.
    pub(crate) fn has_call(&self, life: Life, call: CallId) -> bool {
        let is_it = |past: &Logged| past.life == life && past.call == call;
        self.calls.iter().rev().any(is_it)
    }

    /// The calls that may still count and that a page has not seen leave. One that lies ahead, since
    /// the clock was put back, is dated now.
    pub(crate) fn past_calls(
        &mut self,
        life: Life,
        now: WallTime,
        limits: &Limits,
    ) -> Vec<PastCall> {
        let counts_for = i64::try_from(limits.calls_count_for().as_millis()).unwrap_or(i64::MAX);
        self.calls.retain(|past| past.at.0 >= now.0 - counts_for);
        for past in &mut self.calls {
            past.at = past.at.min(now);
        }
        let others = self.calls.iter().filter(|past| past.life != life);
        let past = others.map(|past| PastCall {
            class: past.class,
            at: past.at,
        });
        past.collect()
    }

    /// The number of the last run that began and has not ended.
    pub(crate) fn unfinished(&self) -> Option<u32> {
        let open = |(_, kept): &(&u32, &RunFile)| kept.stored.closing.is_none();
        self.runs.iter().rfind(open).map(|(run, _)| *run)
    }

    /// A run, read from its bytes.
    pub(crate) fn kept(&self, run: u32) -> Lawful<Kept> {
        let read = match self.runs.get(&run) {
            Some(file) => file.stored.kept(file.input.clone()),
            None => Err(NotOpened::Gone),
        };
        read.map_err(|why| super::Broken::new(Law::Finishes, format!("run {run}: {why:?}")))
    }

    /// What was written of a run, also where it is not kept.
    pub(crate) fn records(&self, run: u32) -> Vec<Record> {
        let kept = self.runs.get(&run).map(|kept| &kept.stored.records);
        let records = kept.or_else(|| self.unkept.get(&run)).into_iter().flatten();
        let records = records.map(|bytes| serde_json::from_slice(bytes));
        records.map(|read| read.expect("it was read")).collect()
    }

    /// A run goes into a file, and comes out of it as it was, but for the mark of how it came.
    pub(crate) fn through_a_file(&self, run: u32) -> Lawful<Option<RunFile>> {
        let Some(kept) = self.runs.get(&run) else {
            return Ok(None);
        };
        let read = RunFile::from_bytes(&kept.to_bytes());
        let header = |file: &RunFile| {
            let header = file.stored.header().ok()?;
            Some(Header {
                from_file: true,
                carried: u32::try_from(file.stored.records.len()).ok()?,
                ..header
            })
        };
        let is_it = read.as_ref().is_ok_and(|read| {
            let mut same = kept.clone();
            same.stored.header.clone_from(&read.stored.header);
            *read == same && header(read) == header(kept) && read.digest == digest(&read.input)
        });
        holds(Law::MemoryIsJournal, is_it, || {
            format!("{kept:?} comes out as {read:?}")
        })?;
        Ok(read.ok())
    }
}

fn digest(input: &[u8]) -> String {
    format!("{:x}", Sha256::digest(input))
}

/// The name of a run.
pub(crate) fn name(run: u32) -> RunId {
    RunId(format!("run-{run}"))
}
