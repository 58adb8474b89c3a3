//! The page: its screens over a worker that holds the rows.
//!
//! [`state`] is what the page knows, told by the worker's events and the user's messages; the
//! screens ([`choose`], [`review`], [`send`], [`report`], and [`tenant`] beside them, with the [`ways`] out) inside the
//! [`shell`] are pure functions of it; [`words`] holds every sentence; [`link`] talks to the worker. The page never holds the rows.

pub mod browser;
pub mod check;
pub mod choose;
pub mod config_file;
pub mod crossing;
pub mod defaults;
pub mod figures;
pub mod keys;
pub mod language;
pub mod later;
pub mod link;
pub mod parts;
pub mod report;
pub mod review;
pub mod send;
pub mod shell;
pub mod sign_in;
pub mod sources;
pub mod start;
pub mod state;
pub mod tenant;
pub mod ways;
pub mod words;
pub mod workbench;
