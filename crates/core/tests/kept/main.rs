//! What outlives the page: a ledger as bytes, a run as a file, and a session that goes on from them.

#[path = "../read/mod.rs"]
mod read;

mod ledger;
mod material;
mod run_file;
