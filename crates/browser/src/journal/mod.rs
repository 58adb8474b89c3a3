//! What this browser keeps: the runs, and the calls that all its pages have made.
//!
//! It is kept in `IndexedDB`, and a note is told as written when it is on disk. What the bytes say is
//! the core's to know. The calls are noted in the transaction of the record that speaks of them, so
//! that neither is there without the other.

mod calls;
mod database;
mod seat;
mod store;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use ioculate_core::{
    import::Record,
    journal::{Closing, Header, NotOpened, PastCall, RunFile, RunId, Stored, to_bytes},
};

pub use seat::{Seat, running};

use crate::digest;

use self::{
    calls::Calls,
    database::{Database, Transaction},
    store::{INPUTS, RECORDS, RUNS, Writing},
};

/// The database's name.
const NAME: &str = "ioculate";

/// The form of the database: which stores there are. What is in them has forms of its own.
const VERSION: u32 = 1;

const STORES: [&str; 4] = [RUNS, INPUTS, RECORDS, calls::STORE];

/// The open journal. Clones write to the same one.
#[derive(Clone, Debug)]
pub struct Journal {
    db: Database,
    /// What this page is called beside its calls; a new one with each start.
    page: Rc<str>,
    /// How many calls it has noted.
    noted: Rc<Cell<u32>>,
}

impl Journal {
    /// Opens the journal of this browser.
    ///
    /// # Errors
    /// Says what the browser says where it keeps nothing.
    pub async fn open() -> Result<Self, String> {
        Self::open_as(NAME, VERSION).await
    }

    /// Opens another database in another form, for tests.
    #[doc(hidden)]
    pub async fn open_as(name: &str, version: u32) -> Result<Self, String> {
        Ok(Self {
            page: digest::name()?.into(),
            db: Database::open(name, version, &STORES).await?,
            noted: Rc::default(),
        })
    }

    /// Closes it; another page may then open it in a later form.
    pub fn close(&self) {
        self.db.close();
    }

    /// All runs, in no order that means anything; with the records of those that have not ended.
    ///
    /// # Errors
    /// Says what the browser says.
    pub async fn list(&self) -> Result<Vec<Stored>, String> {
        store::list(&self.db).await
    }

    /// A run with everything that was written of it.
    ///
    /// # Errors
    /// [`NotOpened::Gone`] where it is not there, [`NotOpened::Damaged`] where its input is not what
    /// was written, [`NotOpened::Storage`] where the browser does not say.
    pub async fn load(&self, run: &RunId) -> Result<RunFile, NotOpened> {
        store::load(&self.db, run).await
    }

    /// The calls of other pages, and of earlier lives of this one, that may still count.
    ///
    /// # Errors
    /// Says what the browser says.
    pub async fn past_calls(&self) -> Result<Vec<PastCall>, String> {
        calls::of_others(&self.db, &self.page).await
    }

    /// Begins a run under a new name.
    async fn begin(&self, header: &Header, input: &[u8]) -> Result<Writer, String> {
        let run = RunId(digest::name()?);
        let writing = store::begin(&self.db, &run, &to_bytes(header), input).await?;
        Ok(self.writer(Some(writing)))
    }

    /// Goes on with a run; `None` where it is not there, or has ended.
    async fn go_on(&self, run: &RunId) -> Result<Option<Writer>, String> {
        let writing = store::go_on(&self.db, run).await?;
        Ok(writing.map(|writing| self.writer(Some(writing))))
    }

    /// Writes calls to this journal and, where there is a run, everything else.
    fn writer(&self, run: Option<Writing>) -> Writer {
        Writer {
            journal: self.clone(),
            run: RefCell::new(run),
            calls: RefCell::default(),
        }
    }
}

/// What writes down what happens in one run.
#[derive(Debug)]
struct Writer {
    journal: Journal,
    run: RefCell<Option<Writing>>,
    calls: RefCell<Calls>,
}

impl Writer {
    fn run(&self) -> Option<RunId> {
        self.run.borrow().as_ref().map(Writing::run)
    }

    /// Begins at once to write a record, so that records are written in the order in which they were
    /// given; ends when it is on disk.
    fn note(&self, record: &Record) -> impl Future<Output = Result<(), String>> + use<> {
        let done = self.begin_note(record).map(Transaction::done);
        async move { done?.await }
    }

    fn begin_note(&self, record: &Record) -> Result<Transaction, String> {
        let Journal { db, page, noted } = &self.journal;
        let written = db.write(&STORES)?;
        let number = || noted.replace(noted.get().wrapping_add(1));
        let mut calls = self.calls.borrow_mut();
        calls.note(&written, record, page, number)?;
        if let Some(run) = &mut *self.run.borrow_mut() {
            run.add(&written, &to_bytes(record))?;
        }
        Ok(written)
    }

    /// Writes down how the run ended.
    fn close(&self, closing: &Closing) -> impl Future<Output = Result<(), String>> + use<> {
        let done = self
            .begin_close(closing)
            .map(|written| written.map(Transaction::done));
        async move {
            match done? {
                Some(done) => done.await,
                None => Ok(()),
            }
        }
    }

    fn begin_close(&self, closing: &Closing) -> Result<Option<Transaction>, String> {
        let run = self.run.borrow();
        let Some(run) = &*run else { return Ok(None) };
        let written = self.journal.db.write(&STORES)?;
        run.close(&written, &to_bytes(closing))?;
        Ok(Some(written))
    }
}
