//! The connection check: what lies between this page and the API, asked step by step.
//!
//! [`Facts`] are what the browser found out, and [`findings`] what each step comes to. Both are pure; the
//! browser is asked in `workbench/check.rs`. None of it belongs to the first screen.

mod dialog;
mod facts;
mod finding;
mod policy;
mod told;

pub use dialog::{dialog, opener, table};
pub use facts::{Call, Facts, Found, Needed, Place, Probe, Served};
pub use finding::{Finding, State, Step, findings, heading};
pub use policy::Directive;
pub use told::told;
