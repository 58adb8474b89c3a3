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
    Delete,
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
    Undo,
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
        Self::Delete,
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
        Self::Undo,
        Self::Unknown,
        Self::Update,
        Self::Upload,
        Self::Wait,
        Self::Warn,
    ];

    /// Where the picture stands: the sprite is in the page itself, so that none is fetched when first
    /// drawn.
    #[must_use]
    pub const fn href(self) -> &'static str {
        match self {
            Self::Accepted => "#i-accepted",
            Self::Check => "#i-check",
            Self::Clock => "#i-clock",
            Self::Close => "#i-close",
            Self::Conflict => "#i-conflict",
            Self::Copy => "#i-copy",
            Self::Create => "#i-create",
            Self::Delete => "#i-delete",
            Self::Download => "#i-download",
            Self::Duplicate => "#i-duplicate",
            Self::Error => "#i-error",
            Self::Half => "#i-half",
            Self::Ignored => "#i-ignored",
            Self::Info => "#i-info",
            Self::Left => "#i-left",
            Self::Mark => "#i-mark",
            Self::Pause => "#i-pause",
            Self::Person => "#i-person",
            Self::Play => "#i-play",
            Self::Refused => "#i-refused",
            Self::Rejected => "#i-rejected",
            Self::Retry => "#i-retry",
            Self::Right => "#i-right",
            Self::Search => "#i-search",
            Self::Shield => "#i-shield",
            Self::Spin => "#i-spin",
            Self::Table => "#i-table",
            Self::Unchanged => "#i-unchanged",
            Self::Undo => "#i-undo",
            Self::Unknown => "#i-unknown",
            Self::Update => "#i-update",
            Self::Upload => "#i-upload",
            Self::Wait => "#i-wait",
            Self::Warn => "#i-warn",
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
