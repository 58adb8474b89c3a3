//! The tenant's own list of indicators, as far as it matters to an import.
//!
//! A page of `GET /api/indicators` goes in; which indicators the tenant has comes out, each with what
//! an import may set of it. An [`Entity`] says whether it holds what was sent. That decides about a
//! call whose answer is lost, and what an import would create, update or leave as it is.
//!
//! The list is read leniently (list page, 2024; recorded answers of 2022 and 2023): an id may be a
//! number, a hash in capitals, a value followed by blanks. What cannot be read is counted, because it
//! may be the very indicator that is looked for.

mod alike;
mod author;
mod entity;
mod expires;
mod fields;
mod groups;
mod key;
mod page;
mod snapshot;
mod submitted;

pub use author::is_name_of;
pub(crate) use entity::with_entity;
pub use entity::{Entity, Text};
pub use expires::Expires;
pub(crate) use groups::Named;
pub use key::Key;
pub use page::Page;
pub use snapshot::Snapshot;
pub(crate) use submitted::{Submitted, differing};

#[cfg(test)]
mod tests;
