//! The module for portals and scripts: a list in, a plan, its batches, a run and its report out.
//!
//! It is a thin pump around [`ioculate_core::session`], as the page's worker is one. What crosses has
//! types of its own, in [`given`] and [`told`]: what a portal is built on must not change whenever the
//! page's own messages do. Their TypeScript is made of these very types by `tsify`, so neither can
//! drift from the other; what takes functions is written by hand in [`given`], since no generator
//! knows them, and a program in `tests/fixtures/module` holds it to `tsc --strict`.
//!
//! Nothing in what crosses is a `BigInt`: counts are 32 bits wide, moments are numbers of milliseconds.

pub mod fault;
pub mod given;
pub mod names;
pub mod told;

#[cfg(target_arch = "wasm32")]
mod books;
#[cfg(target_arch = "wasm32")]
pub mod list;
#[cfg(target_arch = "wasm32")]
mod options;
#[cfg(target_arch = "wasm32")]
mod run;
