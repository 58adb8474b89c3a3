//! The emulator against Microsoft's pages, over raw HTTP.

mod import;
mod raw;
mod sign_in;
