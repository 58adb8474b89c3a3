//! The seat of the one page that may send, and of the one that is at a run.
//!
//! Two locks: one that is the same for all runs, so that one page of this origin sends at a time, and
//! one of the run's own, so that others can see at which it is, and nobody erases or goes on with it
//! meanwhile. Whoever wants to go on with a run takes its seat first and reads the run then: what is
//! read without the seat may have been sent meanwhile.
//!
//! A browser without locks for this page cannot keep two pages from using the quota twice, nor from
//! going on with one run. Nothing is journalled there; a run that leaves no trace may go on, and the
//! quota holds within its page alone. It is met in a frame of no origin, whose storage is closed too.

use std::{rc::Rc, time::Duration};

use ioculate_core::{
    import::Record,
    journal::{Closing, Header, NotOpened, Opened, Opening, RunFile, RunId},
};

use super::{Journal, Writer, store};
use crate::{
    clock, digest,
    host::{Books, Notes},
    locks::{self, Lock},
};

/// The lock of whoever sends.
const RUNNER: &str = "ioculate";

/// How often a lock that is held is asked for, and how long is waited in between.
const TRIES: u32 = 6;
const PAUSE: Duration = Duration::from_millis(40);

/// The lock of whoever is at a run.
fn lock_of(run: &RunId) -> String {
    format!("{RUNNER}/{}", run.0)
}

/// The run that a page of this browser is at, for each of the locks held; `None` for a page that
/// only asks whether the API lets it in, or keeps nothing of its run.
///
/// # Errors
/// Says what the browser says where it has no locks for this page.
pub async fn running() -> Result<Vec<Option<RunId>>, String> {
    let held = locks::held().await?;
    let at = |name: String| match name.strip_prefix(RUNNER)? {
        "" => Some(None),
        run => Some(run.strip_prefix('/').map(|run| Some(RunId(run.to_owned())))).flatten(),
    };
    Ok(held.into_iter().filter_map(at).collect())
}

/// The page's right to send, until it is dropped.
#[derive(Debug)]
pub struct Seat {
    writer: Option<Rc<Writer>>,
    /// Where locks are to be had, the runner's and, where there is one, the run's.
    _locks: Vec<Lock>,
}

impl Seat {
    /// Takes the seat for what `opening` wants, and writes down what is known of a new run.
    ///
    /// # Errors
    /// Says why the run may not begin.
    pub async fn open(
        journal: &Result<Journal, String>,
        opening: Opening,
    ) -> Result<(Self, Opened), NotOpened> {
        match opening {
            Opening::Check | Opening::Unjournalled => Self::unwritten(journal.as_ref().ok()).await,
            Opening::Begin { header, input } => {
                let journal = journal.as_ref().map_err(refused)?;
                let runner = take(RUNNER).await?;
                // Nobody takes it for one that nobody is at, not even before it begins.
                let run = RunId(digest::name().map_err(refused)?);
                let own = take(&lock_of(&run)).await?;
                let begun = Self::begin(journal, &run, &header, &input).await;
                let (writer, opened) = match begun {
                    Ok(begun) => begun,
                    Err(why) => {
                        // A run that did not begin is none; where it stays, it is seen to have sent
                        // nothing.
                        let _: Result<(), String> = store::forget(&journal.db, &run).await;
                        return Err(why);
                    }
                };
                let seat = Self {
                    writer: Some(writer),
                    _locks: vec![runner, own],
                };
                Ok((seat, opened))
            }
            // Whoever goes on with a run has taken its seat before.
            Opening::Continue { .. } => Err(NotOpened::Gone),
        }
    }

    /// Takes the seat of a run and gives the run as it is now; none of it changes but by this seat.
    ///
    /// # Errors
    /// Says why it may not be gone on with.
    pub async fn of(
        journal: &Result<Journal, String>,
        run: &RunId,
    ) -> Result<(Self, RunFile), NotOpened> {
        let journal = journal.as_ref().map_err(refused)?;
        let runner = take(RUNNER).await?;
        let own = take(&lock_of(run)).await?;
        let whole = journal.load(run).await?;
        let writer = journal.go_on(run).await.map_err(refused)?;
        let seat = Self {
            writer,
            _locks: vec![runner, own],
        };
        Ok((seat, whole))
    }

    /// What the seat of a run opens: the calls that count now.
    ///
    /// # Errors
    /// [`NotOpened::Gone`] where it is another run's seat or the run has ended,
    /// [`NotOpened::Storage`] where the browser does not say.
    pub async fn opens(&self, run: &RunId) -> Result<Opened, NotOpened> {
        let writer = self.writer.as_ref();
        let writer = writer.filter(|writer| writer.run().as_ref() == Some(run));
        writer.ok_or(NotOpened::Gone)?.opened().await
    }

    async fn unwritten(journal: Option<&Journal>) -> Result<(Self, Opened), NotOpened> {
        let lock = match patiently(RUNNER).await {
            Ok(None) => return Err(NotOpened::Elsewhere),
            Ok(Some(lock)) => Some(lock),
            Err(_) => None,
        };
        let calls = match journal {
            // Where they cannot be read, the user has been told that nothing is kept here.
            Some(journal) => journal.past_calls().await.unwrap_or_default(),
            None => Vec::new(),
        };
        let seat = Self {
            writer: journal.map(|journal| journal.writer(None)),
            _locks: lock.into_iter().collect(),
        };
        Ok((seat, Opened { run: None, calls }))
    }

    async fn begin(
        journal: &Journal,
        run: &RunId,
        header: &Header,
        input: &[u8],
    ) -> Result<(Rc<Writer>, Opened), NotOpened> {
        let writer = journal.begin(run, header, input).await.map_err(refused)?;
        let opened = writer.opened().await?;
        Ok((writer, opened))
    }

    /// Writes down a record and the call that it speaks of; ends when they are on disk. Records are
    /// written in the order in which they are given.
    ///
    /// # Errors
    /// Says what the browser says where a run that is kept cannot be written.
    pub fn note(&self, record: &Record) -> impl Future<Output = Result<(), String>> + use<> {
        let written = self.writer.as_ref().map(|writer| writer.note(record));
        let must = self.run().is_some();
        async move {
            match written {
                Some(written) => written
                    .await
                    .or_else(|why| if must { Err(why) } else { Ok(()) }),
                None => Ok(()),
            }
        }
    }

    /// Writes down how the run ended.
    ///
    /// # Errors
    /// Says what the browser says.
    pub fn close(&self, closing: &Closing) -> impl Future<Output = Result<(), String>> + use<> {
        let written = self.writer.as_ref().map(|writer| writer.close(closing));
        async move {
            match written {
                Some(written) => written.await,
                None => Ok(()),
            }
        }
    }

    /// The run that is written; `None` where nothing is kept of it.
    pub fn run(&self) -> Option<RunId> {
        self.writer.as_ref()?.run()
    }
}

/// The journal of this browser; where it keeps nothing, no run begins that is to be kept.
impl Books for Result<Journal, String> {
    type Seat = Seat;

    async fn open(
        &self,
        taken: Option<Seat>,
        opening: Opening,
    ) -> Result<(Seat, Opened), NotOpened> {
        match (opening, taken) {
            (Opening::Continue { run }, Some(seat)) => {
                let opened = seat.opens(&run).await?;
                Ok((seat, opened))
            }
            (opening, old) => {
                // Its locks are wanted for the new one.
                drop(old);
                Seat::open(self, opening).await
            }
        }
    }
}

impl Notes for Seat {
    fn note(&self, record: &Record) -> impl Future<Output = Result<(), String>> + 'static {
        Self::note(self, record)
    }

    fn close(&self, closing: &Closing) -> impl Future<Output = Result<(), String>> + 'static {
        Self::close(self, closing)
    }
}

impl Writer {
    async fn opened(&self) -> Result<Opened, NotOpened> {
        let calls = self.journal.past_calls().await.map_err(refused)?;
        let run = self.run();
        Ok(Opened { run, calls })
    }
}

impl Journal {
    /// Erases a run, all of it or nothing.
    ///
    /// # Errors
    /// [`NotOpened::Elsewhere`] where a page is at it, this one or another;
    /// [`NotOpened::Storage`] where the browser does not do it.
    pub async fn forget(&self, run: &RunId) -> Result<(), NotOpened> {
        let _own = take(&lock_of(run)).await?;
        self.db.open_again().await.map_err(refused)?;
        store::forget(&self.db, run).await.map_err(refused)
    }

    /// Forgets a run whose time is over, if it was seen to be so a day ago or earlier: no single look
    /// at a clock erases a run. Says whether it is forgotten.
    ///
    /// # Errors
    /// As [`Journal::forget`].
    pub async fn forget_overdue(&self, run: &RunId) -> Result<bool, NotOpened> {
        let _own = take(&lock_of(run)).await?;
        self.db.open_again().await.map_err(refused)?;
        let is_long = store::is_long_overdue(&self.db, run).await;
        let is_long = is_long.map_err(refused)?;
        if is_long {
            store::forget(&self.db, run).await.map_err(refused)?;
        }
        Ok(is_long)
    }

    /// Takes in a run from elsewhere. Where the run is here already, the one of which more was
    /// written stays: what was noted as sent is never forgotten.
    ///
    /// # Errors
    /// [`NotOpened::Damaged`] where the input is not what its digest says, [`NotOpened::Elsewhere`]
    /// where a page is at it, [`NotOpened::Storage`] where the browser does not do it.
    pub async fn take_in(&self, file: &RunFile) -> Result<(), NotOpened> {
        let _own = take(&lock_of(&file.stored.run)).await?;
        let written = |file: &RunFile| (file.stored.records.len(), file.stored.closing.is_some());
        match self.load(&file.stored.run).await {
            Ok(here) if written(&here) >= written(file) => Ok(()),
            Ok(_) | Err(NotOpened::Gone | NotOpened::Damaged) => {
                store::take_in(&self.db, file).await
            }
            Err(why) => Err(why),
        }
    }
}

async fn take(name: &str) -> Result<Lock, NotOpened> {
    let lock = patiently(name).await.map_err(refused)?;
    lock.ok_or(NotOpened::Elsewhere)
}

/// A lock that was let go of a moment ago may not be free yet.
async fn patiently(name: &str) -> Result<Option<Lock>, String> {
    for _ in 1..TRIES {
        if let Some(lock) = locks::take(name).await? {
            return Ok(Some(lock));
        }
        clock::sleep(PAUSE).await;
    }
    locks::take(name).await
}

fn refused(message: impl Into<String>) -> NotOpened {
    let message = message.into();
    NotOpened::Storage { message }
}
