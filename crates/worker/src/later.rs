//! What the worker does beyond reading a table or a list and checking it.
//!
//! Who reads one waits for the worker's first part alone; what shows its rows comes meanwhile. The build
//! cuts what is reached through these tables alone out of the program, and each is fetched when the first
//! command comes that needs it.

use std::{cell::Cell, pin::Pin};

use ioculate_browser::journal::Journal;
use ioculate_core::{
    guard::Unloaded,
    journal::{Listed, Stored},
    ledger::tasks,
    scripts,
    session::{self, Command, Event, Session},
    source,
};
use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::{
    crossing::{self, Plain},
    keeper, past,
    pump::Bench,
    run::{self, Seat},
    told,
};

/// What the second part does. The first part calls it through this table alone.
pub(crate) struct Later {
    session: fn() -> &'static session::later::Later,
    tasks: fn() -> &'static tasks::Later,
    /// Reads a command that the first part does not know.
    pub(crate) command: fn(JsValue) -> Option<Command>,
    /// Writes an event that the first part does not know.
    pub(crate) event: fn(&Event) -> Option<String>,
    /// Does what a command asks for; gives the seat of a run that is gone on with.
    pub(crate) obey: for<'b> fn(&'b Bench, Command, JsValue) -> Soon<'b, Option<Seat>>,
    /// Reads the runs that are kept.
    pub(crate) listed: fn(Journal, keeper::At, Vec<Stored>) -> Soon<'static, Listed>,
    /// Sees to it that a run goes on.
    pub(crate) drive: fn(&Bench, Option<Seat>),
}

/// What shows rows and takes decisions about them, called through this table alone.
pub(crate) struct Rows {
    session: fn() -> &'static session::rows::Later,
    /// Takes the guard's lists, which rows are looked at by.
    pub(crate) take_guard_lists: fn(&mut Session, Result<Vec<u8>, Unloaded>) -> Vec<Event>,
    /// Reads a command about rows.
    pub(crate) command: fn(JsValue) -> Option<Command>,
    /// Writes an event about rows.
    pub(crate) event: fn(&Event) -> Option<String>,
}

/// What comes of something that takes its time.
pub(crate) type Soon<'b, T> = Pin<Box<dyn Future<Output = T> + 'b>>;

static LATER: Later = Later {
    session: session::later::all,
    tasks: tasks::all,
    command: crossing::read,
    event: |event| told::json(|told| event.serialize(told).ok()),
    obey: |bench, command, attachment| Box::pin(past::obey(bench, command, attachment)),
    listed: |journal, at, all| Box::pin(keeper::listed(journal, at, all)),
    drive: run::keep_driving,
};

static ROWS: Rows = Rows {
    session: session::rows::all,
    take_guard_lists: Session::take_guard_lists,
    command: |object| session::rows::command(Plain(object)),
    event: |event| told::json(|told| session::rows::event(event, told)),
};

/// Why a part is not there; the browser's console has the browser's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotThere;

thread_local! {
    static HERE: Cell<Option<&'static Later>> = const { Cell::new(None) };
    static ROWS_HERE: Cell<Option<&'static Rows>> = const { Cell::new(None) };
}

/// The second part, if it is here.
pub(crate) fn here() -> Option<&'static Later> {
    HERE.get()
}

/// The second part, fetched where it is not here. What is fetched in vain may be tried again.
pub(crate) async fn fetched() -> Result<&'static Later, NotThere> {
    if let Some(later) = here() {
        return Ok(later);
    }
    let later = cut::run().await?;
    session::later::arrived((later.session)());
    tasks::arrived((later.tasks)());
    HERE.set(Some(later));
    Ok(later)
}

/// What knows rows, if it is here.
pub(crate) fn rows_here() -> Option<&'static Rows> {
    ROWS_HERE.get()
}

/// What knows rows, fetched where it is not here.
pub(crate) async fn rows() -> Result<&'static Rows, NotThere> {
    if let Some(rows) = rows_here() {
        return Ok(rows);
    }
    let rows = cut::rows().await?;
    session::rows::arrived((rows.session)());
    ROWS_HERE.set(Some(rows));
    Ok(rows)
}

/// Has the readers of what is no table and no list fetched, where they are not here.
pub(crate) async fn readers() -> Result<(), NotThere> {
    source::later::arrived(cut::readers().await?);
    Ok(())
}

/// Has what knows names in other scripts fetched, where it is not here.
pub(crate) async fn scripts() -> Result<(), NotThere> {
    scripts::arrived(cut::scripts().await?);
    Ok(())
}

/// The program is whole: nothing is to be fetched.
#[cfg(not(split))]
mod cut {
    use ioculate_core::{scripts, source::later as source};

    use super::{LATER, Later, NotThere, ROWS, Rows};

    pub(super) async fn run() -> Result<&'static Later, NotThere> {
        std::future::ready(Ok(&LATER)).await
    }

    pub(super) async fn rows() -> Result<&'static Rows, NotThere> {
        std::future::ready(Ok(&ROWS)).await
    }

    pub(super) async fn readers() -> Result<&'static source::Later, NotThere> {
        std::future::ready(Ok(source::all())).await
    }

    pub(super) async fn scripts() -> Result<&'static scripts::Later, NotThere> {
        std::future::ready(Ok(scripts::all())).await
    }
}

/// What is reached through these functions alone is cut out of the program.
#[cfg(split)]
mod cut {
    use ioculate_core::{scripts, source::later as source};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{LATER, Later, NotThere, ROWS, Rows};

    impl From<SplitLoaderError> for NotThere {
        fn from(_: SplitLoaderError) -> Self {
            Self
        }
    }

    #[wasm_split(run, fallible)]
    pub(super) fn run() -> Result<&'static Later, NotThere> {
        Ok(&LATER)
    }

    #[wasm_split(rows, fallible)]
    pub(super) fn rows() -> Result<&'static Rows, NotThere> {
        Ok(&ROWS)
    }

    #[wasm_split(readers, fallible)]
    pub(super) fn readers() -> Result<&'static source::Later, NotThere> {
        Ok(source::all())
    }

    #[wasm_split(scripts, fallible)]
    pub(super) fn scripts() -> Result<&'static scripts::Later, NotThere> {
        Ok(scripts::all())
    }
}
