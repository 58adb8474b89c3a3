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
    rc::{Rc, Weak},
};

use ioculate_core::{
    import::Record,
    journal::{Closing, Header, NotOpened, PastCall, RunFile, RunId, Stored, to_bytes},
};
use wasm_bindgen_futures::spawn_local;

pub use seat::{Seat, running};

use crate::{digest, line::Line, mailbox::Mailbox};

use self::{
    calls::Calls,
    database::Database,
    store::{INPUTS, RECORDS, RUNS, Writing},
};

/// The database's name.
const NAME: &str = "ioculate";

/// The form of the database: which stores there are. What is in them has forms of its own.
const VERSION: u32 = 1;

const STORES: &[&str] = &[RUNS, INPUTS, RECORDS, calls::STORE];

/// What is said where the run is there no more, and where nobody writes it any more.
const ERASED: &str = "What was kept of this run has been erased in this browser. Cancel it, and \
                      save its report.";
const GIVEN_UP: &str = "The run was given up.";

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
            db: Database::open(name, version, STORES).await?,
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
        self.db.open_again().await?;
        store::list(&self.db).await
    }

    /// A run with everything that was written of it.
    ///
    /// # Errors
    /// [`NotOpened::Gone`] where it is not there, [`NotOpened::Damaged`] where its input is not what
    /// was written, [`NotOpened::Storage`] where the browser does not say.
    pub async fn load(&self, run: &RunId) -> Result<RunFile, NotOpened> {
        let opened = self.db.open_again().await;
        opened.map_err(|message| NotOpened::Storage { message })?;
        store::load(&self.db, run).await
    }

    /// The calls of other pages, and of earlier lives of this one, that may still count.
    ///
    /// # Errors
    /// Says what the browser says.
    pub async fn past_calls(&self) -> Result<Vec<PastCall>, String> {
        self.db.open_again().await?;
        calls::of_others(&self.db, &self.page).await
    }

    /// Begins a run under a new name.
    async fn begin(
        &self,
        run: &RunId,
        header: &Header,
        input: &[u8],
    ) -> Result<Rc<Writer>, String> {
        self.db.open_again().await?;
        let writing = store::begin(&self.db, run, &to_bytes(header), input).await?;
        Ok(self.writer(Some(writing)))
    }

    /// Goes on with a run; `None` where it is not there, or has ended.
    async fn go_on(&self, run: &RunId) -> Result<Option<Rc<Writer>>, String> {
        let writing = store::go_on(&self.db, run).await?;
        Ok(writing.map(|writing| self.writer(Some(writing))))
    }

    /// Writes calls to this journal and, where there is a run, everything else.
    fn writer(&self, run: Option<Writing>) -> Rc<Writer> {
        Rc::new(Writer {
            journal: self.clone(),
            seen: Cell::new(self.db.openings()),
            run: RefCell::new(run),
            calls: RefCell::default(),
            line: Line::default(),
        })
    }
}

/// What writes down what happens in one run.
#[derive(Debug)]
struct Writer {
    journal: Journal,
    /// The opening of the database in which the run was last seen.
    seen: Cell<u32>,
    run: RefCell<Option<Writing>>,
    calls: RefCell<Calls>,
    /// What waits to be written. `WebKit` never ends a transaction that had not begun when its worker was
    /// ended, and every later page would wait for it: of those that come one after another none is left.
    line: Line,
}

/// What is to be written.
enum Note {
    Record(Record),
    Closing(Vec<u8>),
}

impl Writer {
    fn run(&self) -> Option<RunId> {
        self.run.borrow().as_ref().map(Writing::run)
    }

    /// Writes a record behind those that were given before; ends when it is on disk. Where the database
    /// was lost, it is opened again first.
    fn note(self: &Rc<Self>, record: &Record) -> impl Future<Output = Result<(), String>> + use<> {
        self.write(Note::Record(record.clone()))
    }

    /// Writes down how the run ended.
    fn close(
        self: &Rc<Self>,
        closing: &Closing,
    ) -> impl Future<Output = Result<(), String>> + use<> {
        self.write(Note::Closing(to_bytes(closing)))
    }

    fn write(self: &Rc<Self>, note: Note) -> impl Future<Output = Result<(), String>> + use<> {
        let (db, whose) = (self.journal.db.clone(), Rc::downgrade(self));
        let (mut place, done) = (self.line.place(), Mailbox::default());
        let told = done.clone();
        // Others wait for it, whether anybody waits to be told or not.
        spawn_local(async move {
            place.comes().await;
            told.put(Self::written(&db, &whose, &note).await);
        });
        async move { done.next().await }
    }

    async fn written(db: &Database, whose: &Weak<Self>, note: &Note) -> Result<(), String> {
        let writer = whose.upgrade().ok_or(GIVEN_UP)?;
        let begun = writer.is_seen().then(|| writer.begin(note));
        drop(writer);
        let begun = match begun.filter(|begun| begun.is_ok() || !db.is_lost()) {
            Some(begun) => begun?,
            None => Self::again(db, whose).await?.begin(note)?,
        };
        begun.done.await?;
        if let (Some(writer), Some(number)) = (whose.upgrade(), begun.number) {
            writer.is_written(number);
        }
        Ok(())
    }

    /// Whether the database is still the one in which the run was seen. It may have been opened again
    /// for something else.
    fn is_seen(&self) -> bool {
        self.seen.get() == self.journal.db.openings()
    }

    /// Opens the database again and looks whether the run is in it; not where the run was given up
    /// meanwhile, for then another page may be at it.
    async fn again(db: &Database, whose: &Weak<Self>) -> Result<Rc<Self>, String> {
        let run = whose.upgrade().and_then(|writer| writer.run());
        db.open_again().await?;
        let opening = db.openings();
        if let Some(run) = run
            && !store::is_there(db, &run).await?
        {
            return Err(ERASED.to_owned());
        }
        let writer = whose.upgrade().ok_or(GIVEN_UP)?;
        writer.seen.set(opening);
        Ok(writer)
    }

    fn begin(
        &self,
        note: &Note,
    ) -> Result<Begun<impl Future<Output = Result<(), String>> + use<>>, String> {
        let Journal { db, page, noted } = &self.journal;
        let written = db.write(STORES)?;
        let mut run = self.run.borrow_mut();
        let mut added = None;
        match (note, &mut *run) {
            (Note::Record(record), run) => {
                let number = || noted.replace(noted.get().wrapping_add(1));
                let mut calls = self.calls.borrow_mut();
                calls.note(&written, record, page, number)?;
                if let Some(run) = run {
                    added = Some(run.add(&written, &to_bytes(record))?);
                }
            }
            (Note::Closing(closing), Some(run)) => run.close(&written, closing)?,
            (Note::Closing(_), None) => {}
        }
        Ok(Begun {
            done: written.done(),
            number: added,
        })
    }

    fn is_written(&self, number: u32) {
        if let Some(run) = &mut *self.run.borrow_mut() {
            run.is_written(number);
        }
    }
}

/// What is being written.
struct Begun<F> {
    /// Ends when it is on disk.
    done: F,
    /// The number of the record, where it is one of a run that is kept.
    number: Option<u32>,
}
