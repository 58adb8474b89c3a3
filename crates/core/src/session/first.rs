//! What crosses between the page and its worker while a list is read, checked and shown.
//!
//! A [`Command`] and an [`Event`] know how to read and write themselves. These read and write the
//! commonest of them, in the very same form, for a worker that has the rest fetched when it is needed.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{
    change::Field,
    check::{Defaults, Policy},
    guard::Own,
    journal::{JournalState, NotOpened},
    limits::Limits,
    mapping::Reading,
};

use super::{
    Choices, ColumnTexts, Command, Detail, Event, FieldText, Filter, Fix, Preview, Scope, Summary,
    Token, Tried, Window,
};

/// A command that needs nothing but this.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
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
    ReadAs {
        file: u16,
        reading: Reading,
    },
    Clear,
    SetDefaults(Defaults),
    SetPolicy(Policy),
    SetChoices(Choices),
    Rows {
        filter: Filter,
        start: u32,
        count: u32,
    },
    Detail {
        row: u32,
    },
    ColumnTexts {
        file: u16,
        column: u16,
    },
    PreviewText {
        field: Field,
        template: String,
    },
    Fix {
        fix: Fix,
        scope: Scope,
    },
    Write {
        texts: Vec<FieldText>,
        scope: Scope,
    },
    Try {
        row: u32,
        texts: Vec<FieldText>,
    },
    StepBack,
    StepForward,
    Runs,
    Token(Token),
    SignInFailed {
        code: String,
    },
}

impl From<First> for Command {
    fn from(first: First) -> Self {
        match first {
            First::Configure { api_base, limits } => Self::Configure { api_base, limits },
            First::Protect(own) => Self::Protect(own),
            First::Read { name } => Self::Read { name },
            First::Paste { text } => Self::Paste { text },
            First::ReadAs { file, reading } => Self::ReadAs { file, reading },
            First::Clear => Self::Clear,
            First::SetDefaults(defaults) => Self::SetDefaults(defaults),
            First::SetPolicy(policy) => Self::SetPolicy(policy),
            First::SetChoices(choices) => Self::SetChoices(choices),
            First::Rows {
                filter,
                start,
                count,
            } => Self::Rows {
                filter,
                start,
                count,
            },
            First::Detail { row } => Self::Detail { row },
            First::ColumnTexts { file, column } => Self::ColumnTexts { file, column },
            First::PreviewText { field, template } => Self::PreviewText { field, template },
            First::Fix { fix, scope } => Self::Fix { fix, scope },
            First::Write { texts, scope } => Self::Write { texts, scope },
            First::Try { row, texts } => Self::Try { row, texts },
            First::StepBack => Self::StepBack,
            First::StepForward => Self::StepForward,
            First::Runs => Self::Runs,
            First::Token(token) => Self::Token(token),
            First::SignInFailed { code } => Self::SignInFailed { code },
        }
    }
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
    Window(&'e Window),
    ColumnTexts(&'e ColumnTexts),
    Preview(&'e Preview),
    Detail(&'e Detail),
    Tried(&'e Tried),
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
    let first = First::deserialize(from).ok()?;
    Some(first.into())
}

/// Writes an event; `None` where it is another one.
#[must_use]
#[inline]
pub fn event<S: Serializer>(event: &Event, to: S) -> Option<S::Ok> {
    let told = match event {
        Event::Ready { build } => Told::Ready { build },
        Event::Reading { name } => Told::Reading { name },
        Event::Summary(summary) => Told::Summary(summary),
        Event::Window(window) => Told::Window(window),
        Event::ColumnTexts(texts) => Told::ColumnTexts(texts),
        Event::Preview(preview) => Told::Preview(preview),
        Event::Detail(detail) => Told::Detail(detail),
        Event::Tried(tried) => Told::Tried(tried),
        Event::Runs { journal, runs } if runs.is_empty() => Told::Runs { journal, runs: [] },
        Event::NotOpened(NotOpened::PartMissing) => Told::NotOpened(Missing::PartMissing),
        Event::Failed { place } => Told::Failed { place },
        _ => return None,
    };
    told.serialize(to).ok()
}
