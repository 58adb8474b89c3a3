//! The engine on a virtual clock, against a script of answers and against a model of the service.

mod laws;
mod plan;
mod schedules;
mod server;
mod transcripts;
mod world;
