//! The engine on a virtual clock, against a script of answers and against a model of the service.

mod deletion;
mod doubt;
mod found;
mod full;
mod laws;
mod plan;
mod restoring;
mod schedules;
mod server;
mod soak;
mod tenant;
mod transcripts;
mod universe;
mod world;
