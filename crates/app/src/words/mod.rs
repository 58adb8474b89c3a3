//! Every sentence of the page.
//!
//! One module for each screen; functions take numbers and give text. Values, API names and what the
//! service says are never translated and are passed in by the views. English for now: a second
//! language becomes a trait over these functions, so that a missing one does not compile.

pub mod again;
pub mod cause;
pub mod change;
pub mod choose;
pub mod confirm;
pub mod connection;
pub mod defaults;
pub mod guard;
pub mod held;
pub mod presets;
pub mod report;
pub mod review;
pub mod runs;
pub mod send;
pub mod shell;
pub mod sources;
pub mod tenant;
pub mod undo;

use crate::figures::number;

/// A count with its noun.
fn counted(count: u32, one: &str, many: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { many })
}

/// One of two forms of a verb.
fn verb(count: u32, one: &'static str, many: &'static str) -> &'static str {
    if count == 1 { one } else { many }
}
