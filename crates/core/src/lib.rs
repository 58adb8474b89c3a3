//! Everything Ioculate knows that is not an effect.
//!
//! Bytes go in; records, checked rows, a plan, batches, the steps of a run and a report come out.
//! The crate has no clock, no randomness and no I/O: `now`, jitter and what the network answered are
//! arguments. The same code runs in the page's worker, in the portal module and natively in tests.
//!
//! - Reading a user's file never fails as a whole: it yields what was read and [`diagnostic`]s.
//! - A value is never changed silently: every change is a [`change::Change`].
//! - The ledger adds up: every record ends in exactly one [`check::Verdict`].

pub mod batch;
mod calendar;
pub mod change;
pub mod check;
pub mod clock;
pub mod config;
#[cfg(test)]
mod csv_oracle;
pub mod diagnostic;
mod fnv;
pub mod guard;
pub mod host;
pub mod import;
pub mod indicator;
pub mod journal;
mod late;
pub mod ledger;
mod lexicon;
pub mod limits;
pub mod mapping;
pub mod message;
mod order;
pub mod outlook;
pub mod pacer;
pub mod packed;
pub mod plan;
pub mod preset;
pub mod refang;
pub mod report;
pub mod retry;
pub mod scripts;
pub mod session;
pub mod source;
pub mod suffix;
pub mod tenant;
pub mod text;
pub mod undo;
pub mod value;
pub mod wire;
