//! What the page knows, and how it changes.
//!
//! [`Msg`]s go in, from the user and from the worker; a changed [`Model`] and the worker's
//! [`Command`]s come out. No effects here: the same messages give the same screens.

mod check;
mod columns;
mod editing;
mod frame;
mod happening;
mod held;
mod help;
mod leaving;
mod message;
mod model;
mod notice;
mod picked;
mod prepared;
mod presets;
mod reach;
mod reading;
mod run;
mod runs;
mod said;
mod screen;
mod standing;
mod table;
mod telling;
mod tenant;
#[cfg(test)]
mod tests;
mod texts;
mod update;
mod who;
mod widths;
mod written;

pub use check::{Check, CheckMsg, Copied};
pub use columns::{Column, Hidden};
pub use editing::{EditMsg, Edited, Editing, ToCopy, Way, Went};
pub use frame::Totals;
pub use happening::{Happened, Happening, happenings};
pub use held::{Chosen, Held, Look, Tick};
pub use help::{Help, HelpMsg, Hint};
pub use leaving::{Loss, Unkept};
pub use message::Msg;
pub use model::{Fault, Model};
pub use notice::Notice;
pub use picked::Picked;
pub use prepared::Preparing;
pub use presets::{
    Keeping, LONGEST_NAME, MOST_LISTED, PRESET_FILE, Preset, PresetMsg, PresetNews, Presets,
    Settings, Wrong,
};
pub use reach::{Choice, Reach};
pub use runs::{Errand, Runs, Wish};
pub use said::Said;
pub use screen::{
    Before, Choose, Confirm, Dialog, Journalling, Listing, Origin, Report, Review, Screen, Send,
    Step,
};
pub use standing::{Pace, Sign, Standing};
pub use table::{Rows, Table};
pub use telling::{Tell, Telling};
pub use update::Update;
pub use who::Who;
pub use widths::{WIDTHS, Widths};

pub use ioculate_core::session::Command;
