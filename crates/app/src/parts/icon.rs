//! Pictures of 16 px from one sprite, always beside a word.

use yew::prelude::*;

/// A picture of the sprite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is named by what it shows")]
pub enum Icon {
    Accepted,
    Check,
    Clock,
    Close,
    Conflict,
    Copy,
    Create,
    Download,
    Duplicate,
    Error,
    Half,
    Ignored,
    Info,
    Left,
    Mark,
    Pause,
    Person,
    Play,
    Refused,
    Rejected,
    Retry,
    Right,
    Search,
    Shield,
    Spin,
    Table,
    Unchanged,
    Unknown,
    Update,
    Upload,
    Wait,
    Warn,
}

impl Icon {
    /// Every picture.
    pub const ALL: &'static [Self] = &[
        Self::Accepted,
        Self::Check,
        Self::Clock,
        Self::Close,
        Self::Conflict,
        Self::Copy,
        Self::Create,
        Self::Download,
        Self::Duplicate,
        Self::Error,
        Self::Half,
        Self::Ignored,
        Self::Info,
        Self::Left,
        Self::Mark,
        Self::Pause,
        Self::Person,
        Self::Play,
        Self::Refused,
        Self::Rejected,
        Self::Retry,
        Self::Right,
        Self::Search,
        Self::Shield,
        Self::Spin,
        Self::Table,
        Self::Unchanged,
        Self::Unknown,
        Self::Update,
        Self::Upload,
        Self::Wait,
        Self::Warn,
    ];

    /// Where the picture stands, as seen from the page.
    #[must_use]
    pub const fn href(self) -> &'static str {
        match self {
            Self::Accepted => "icons.svg#accepted",
            Self::Check => "icons.svg#check",
            Self::Clock => "icons.svg#clock",
            Self::Close => "icons.svg#close",
            Self::Conflict => "icons.svg#conflict",
            Self::Copy => "icons.svg#copy",
            Self::Create => "icons.svg#create",
            Self::Download => "icons.svg#download",
            Self::Duplicate => "icons.svg#duplicate",
            Self::Error => "icons.svg#error",
            Self::Half => "icons.svg#half",
            Self::Ignored => "icons.svg#ignored",
            Self::Info => "icons.svg#info",
            Self::Left => "icons.svg#left",
            Self::Mark => "icons.svg#mark",
            Self::Pause => "icons.svg#pause",
            Self::Person => "icons.svg#person",
            Self::Play => "icons.svg#play",
            Self::Refused => "icons.svg#refused",
            Self::Rejected => "icons.svg#rejected",
            Self::Retry => "icons.svg#retry",
            Self::Right => "icons.svg#right",
            Self::Search => "icons.svg#search",
            Self::Shield => "icons.svg#shield",
            Self::Spin => "icons.svg#spin",
            Self::Table => "icons.svg#table",
            Self::Unchanged => "icons.svg#unchanged",
            Self::Unknown => "icons.svg#unknown",
            Self::Update => "icons.svg#update",
            Self::Upload => "icons.svg#upload",
            Self::Wait => "icons.svg#wait",
            Self::Warn => "icons.svg#warn",
        }
    }
}

/// The colour of a picture. Colour never says anything alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// The text's own colour.
    Plain,
    /// Quieter than text.
    Dim,
    /// The accent.
    Accent,
    /// Went well.
    Ok,
    /// Wants a look.
    Warn,
    /// Went wrong.
    Bad,
}

/// One picture, hidden from a screen reader: the word beside it speaks.
pub fn icon(icon: Icon, tone: Tone) -> Html {
    let tone = match tone {
        Tone::Plain => "",
        Tone::Dim => "dim",
        Tone::Accent => "acc",
        Tone::Ok => "ok",
        Tone::Warn => "warn",
        Tone::Bad => "bad",
    };
    let spin = (icon == Icon::Spin).then_some("spin");
    html! { <svg class={classes!("i", tone, spin)} aria-hidden="true"><use href={icon.href()} /></svg> }
}
