//! Everything the page can ask and be told.
//!
//! A session is a ledger, a plan and a run. [`Command`]s go in, [`Event`]s come out; both are plain
//! data that cross from the page to its worker. The page never holds the rows: it asks for a window.

mod command;
mod event;

pub use command::*;
pub use event::*;
