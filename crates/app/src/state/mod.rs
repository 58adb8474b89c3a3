//! What the page knows, and how it changes.
//!
//! [`Msg`]s go in, from the user and from the worker; a changed [`Model`] and the worker's
//! [`Command`]s come out. No effects here: the same messages give the same screens.

mod happening;
mod message;
mod model;
mod prepared;
mod run;
mod runs;
mod screen;
mod table;
mod tenant;
#[cfg(test)]
mod tests;

pub use happening::{Happened, Happening, happenings};
pub use message::Msg;
pub use model::{Fault, Model, Notice, Said, Update, Who};
pub use prepared::Preparing;
pub use runs::{Errand, Runs, Wish};
pub use screen::{
    Before, Choose, Confirm, Dialog, Journalling, Origin, Report, Review, Screen, Send, Step, Table,
};

pub use ioculate_core::session::Command;
