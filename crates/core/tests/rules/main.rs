//! The rules of one record as tables: one line in, one line out.

mod actions;
mod addresses;
mod domains;
mod expirations;
mod fields;
mod kinds;
mod laws;
mod outcome;
mod urls;
mod words;
