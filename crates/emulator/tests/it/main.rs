//! The emulator against Microsoft's pages, over raw HTTP.

mod body;
mod broken;
mod cors;
mod delete;
mod faults;
mod keys;
mod limits;
mod list;
mod manage;
mod raw;
mod rules;
mod sign_in;
mod site;
