//! The disk of one browser: what is committed survives its pages.

use std::collections::BTreeMap;

use ioculate_core::{
    clock::WallTime,
    import::{CallId, Record},
    journal::{Closing, Header, Kept, PastCall, RunId},
    plan::Endpoint,
};

/// One life of one page.
pub(crate) type Life = (usize, u32);

/// What is written at once, or not at all.
#[derive(Clone, Debug)]
pub(crate) enum Write {
    Begin(Box<Header>, Vec<u8>),
    Record(Box<Record>),
    Close(Box<Closing>),
}

/// A run as it is kept.
#[derive(Clone, Debug, Default)]
pub(crate) struct OnDisk {
    /// `None` where nothing is to survive the page.
    pub(crate) opening: Option<(Header, Vec<u8>)>,
    pub(crate) records: Vec<Record>,
    pub(crate) closing: Option<Closing>,
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
    pub(crate) runs: BTreeMap<u32, OnDisk>,
    calls: Vec<Logged>,
    /// The page that runs.
    pub(crate) lock: Option<Life>,
}

impl Disk {
    /// Commits one write of a page's run.
    pub(crate) fn commit(&mut self, life: Life, run: u32, at: WallTime, write: &Write) {
        let kept = self.runs.entry(run).or_default();
        match write {
            Write::Begin(header, input) => {
                kept.opening = Some(((**header).clone(), input.clone()));
            }
            Write::Record(record) => {
                kept.records.push((**record).clone());
                self.log(life, at, record);
            }
            Write::Close(closing) => kept.closing = Some((**closing).clone()),
        }
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
        if let Some(past) = self.calls.iter_mut().find(mine) {
            past.at = at;
        }
    }

    /// Whether a page has written down that this call is about to leave.
    pub(crate) fn has_call(&self, life: Life, call: CallId) -> bool {
        let is_it = |past: &Logged| past.life == life && past.call == call;
        self.calls.iter().any(is_it)
    }

    /// The calls that a page has not seen leave.
    pub(crate) fn past_calls(&self, life: Life) -> Vec<PastCall> {
        let others = self.calls.iter().filter(|past| past.life != life);
        let past = others.map(|past| PastCall {
            class: past.class,
            at: past.at,
        });
        past.collect()
    }

    /// The last run that began and has not ended.
    pub(crate) fn unfinished(&self) -> Option<(u32, Kept)> {
        let (run, kept) = self
            .runs
            .iter()
            .rfind(|(_, kept)| kept.opening.is_some() && kept.closing.is_none())?;
        let (header, input) = kept.opening.clone()?;
        let kept = Kept {
            run: name(*run),
            header,
            input,
            records: kept.records.clone(),
            closing: None,
        };
        Some((*run, kept))
    }
}

/// The name of a run.
pub(crate) fn name(run: u32) -> RunId {
    RunId(format!("run-{run}"))
}
