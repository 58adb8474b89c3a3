//! What crosses between the page and its worker until a list is read and checked.
//!
//! A [`Command`] and an [`Event`] know how to read and write themselves. These read and write the
//! commonest of them, in the very same form, for a worker that has the rest fetched when it is needed.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{
    check::{Defaults, Policy},
    guard::Own,
    journal::{JournalState, NotOpened},
    limits::Limits,
};

use super::{Choices, Command, Event, Summary, Token};

/// A command that needs nothing but this.
#[derive(Deserialize)]
#[serde(remote = "Command", rename_all = "camelCase")]
enum First {
    #[serde(rename_all = "camelCase")]
    Configure {
        api_base: String,
        limits: Limits,
    },
    Protect(Own),
    Read {
        name: String,
    },
    Paste {
        text: String,
    },
    Clear,
    SetDefaults(Defaults),
    SetPolicy(Policy),
    SetChoices(Choices),
    Runs,
    Token(Token),
    SignInFailed {
        code: String,
    },
}

/// An event that needs nothing but this.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
enum Told<'e> {
    Ready {
        build: &'e str,
    },
    Reading {
        name: &'e str,
    },
    Summary(&'e Summary),
    Runs {
        journal: &'e JournalState,
        runs: [(); 0],
    },
    NotOpened(Missing),
    Failed {
        place: &'e str,
    },
}

/// Why something cannot be done, where that is all there is to say.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
enum Missing {
    PartMissing,
}

/// Reads a command; `None` where it is another one, or none.
#[must_use]
#[inline]
pub fn command<'de>(from: impl Deserializer<'de>) -> Option<Command> {
    First::deserialize(from).ok()
}

/// Writes an event; `None` where it is another one.
#[must_use]
#[inline]
pub fn event<S: Serializer>(event: &Event, to: S) -> Option<S::Ok> {
    let told = match event {
        Event::Ready { build } => Told::Ready { build },
        Event::Reading { name } => Told::Reading { name },
        Event::Summary(summary) => Told::Summary(summary),
        Event::Runs { journal, runs } if runs.is_empty() => Told::Runs { journal, runs: [] },
        Event::NotOpened(NotOpened::PartMissing) => Told::NotOpened(Missing::PartMissing),
        Event::Failed { place } => Told::Failed { place },
        _ => return None,
    };
    told.serialize(to).ok()
}
