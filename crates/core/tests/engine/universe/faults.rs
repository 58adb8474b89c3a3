//! What can go wrong, and under which name it is counted.

/// A class of faults: a line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Class {
    None,
    ItemsFailed,
    TooManyTold,
    TooManyDated,
    TooManyUntold,
    FailedBefore,
    FailedAfter,
    LostBefore,
    LostAfter,
    Cut,
    NotJson,
    Missing,
    Extra,
    Double,
    Shuffled,
    Mistyped,
    NoEcho,
    Loud,
    Poison,
    QuotaFull,
    StaleList,
    Forbidden,
    ListFails,
    TokenGone,
    SignedOut,
    Crash,
    CrashInTheAir,
    HeldUp,
    Carried,
    SecondTab,
    TakeOver,
    OtherAccount,
    Freeze,
    Sleep,
    Offline,
    CutOff,
    ClockSet,
    DiskRefuses,
    Colleagues,
    Paused,
    Cancelled,
    OneByOne,
    Unjournalled,
    TakesBack,
    Others,
}

impl Class {
    /// All of them, in the table's order.
    pub(crate) const ALL: [Self; 45] = [
        Self::None,
        Self::ItemsFailed,
        Self::TooManyTold,
        Self::TooManyDated,
        Self::TooManyUntold,
        Self::FailedBefore,
        Self::FailedAfter,
        Self::LostBefore,
        Self::LostAfter,
        Self::Cut,
        Self::NotJson,
        Self::Missing,
        Self::Extra,
        Self::Double,
        Self::Shuffled,
        Self::Mistyped,
        Self::NoEcho,
        Self::Loud,
        Self::Poison,
        Self::QuotaFull,
        Self::StaleList,
        Self::Forbidden,
        Self::ListFails,
        Self::TokenGone,
        Self::SignedOut,
        Self::Crash,
        Self::CrashInTheAir,
        Self::HeldUp,
        Self::Carried,
        Self::SecondTab,
        Self::TakeOver,
        Self::OtherAccount,
        Self::Freeze,
        Self::Sleep,
        Self::Offline,
        Self::CutOff,
        Self::ClockSet,
        Self::DiskRefuses,
        Self::Colleagues,
        Self::Paused,
        Self::Cancelled,
        Self::OneByOne,
        Self::Unjournalled,
        Self::TakesBack,
        Self::Others,
    ];

    /// What the table calls it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::ItemsFailed => "items failed inside a 200",
            Self::TooManyTold => "429 with `Retry-After` in seconds",
            Self::TooManyDated => "429 with `Retry-After` as a date",
            Self::TooManyUntold => "429 without",
            Self::FailedBefore => "408, 500, 502, 503 before the commit",
            Self::FailedAfter => "408, 500, 502, 503 after the commit",
            Self::LostBefore => "no answer, not carried out",
            Self::LostAfter => "no answer, carried out",
            Self::Cut => "body cut short",
            Self::NotJson => "body not JSON",
            Self::Missing => "a result missing",
            Self::Extra => "a stranger's result added",
            Self::Double => "a result twice",
            Self::Shuffled => "results in another order",
            Self::Mistyped => "`isFailed` a text, `id` a number",
            Self::NoEcho => "`indicator` missing",
            Self::Loud => "values echoed in upper case",
            Self::Poison => "400 of a whole batch",
            Self::QuotaFull => "tenant full in mid-run",
            Self::StaleList => "tenant full, its list behind",
            Self::Forbidden => "403 or 404 in mid-run",
            Self::ListFails => "list of the tenant fails or is cut",
            Self::TokenGone => "token refused until renewed",
            Self::SignedOut => "no token until the user signs in",
            Self::Crash => "page killed between two steps",
            Self::CrashInTheAir => "page killed with a note or a call in the air",
            Self::HeldUp => "held up for more than 11 minutes, then killed",
            Self::Carried => "run file, gone on with in another tab or browser",
            Self::SecondTab => "second tab while one runs",
            Self::TakeOver => "another tab goes on with the run",
            Self::OtherAccount => "another account wants to go on",
            Self::Freeze => "tab frozen, then everything at once",
            Self::Sleep => "computer sleeps, its clock standing or not",
            Self::Offline => "offline and online, with events",
            Self::CutOff => "network gone, no event",
            Self::ClockSet => "wall clock set",
            Self::DiskRefuses => "journal refuses to write for a while",
            Self::Colleagues => "colleagues call on the same quota",
            Self::Paused => "user pauses and goes on",
            Self::Cancelled => "user cancels",
            Self::OneByOne => "one by one, by the single API",
            Self::Unjournalled => "nothing kept of the run",
            Self::TakesBack => "a run is taken back",
            Self::Others => "another client writes to what a run has seen",
        }
    }
}

/// How a 429 says how long to wait, and how many seconds that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wait {
    Seconds(u32),
    /// A date beside a `Date` that the page may read.
    Dated(u32),
    /// A date, and no other.
    DateAlone(u32),
}

impl Wait {
    pub(crate) const fn class(self) -> Class {
        match self {
            Self::Seconds(_) => Class::TooManyTold,
            Self::Dated(_) | Self::DateAlone(_) => Class::TooManyDated,
        }
    }
}

/// What goes wrong with one `POST`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PostFault {
    Nothing,
    /// 429 with `Retry-After`, or without.
    TooMany(Option<Wait>),
    /// The status, and whether the call was carried out.
    Failed(u16, bool),
    /// No answer, and whether the call was carried out.
    Lost(bool),
    /// Carried out; what is wrong with the answer.
    Told(Garble),
    /// The token is refused from now on, until it is renewed.
    TokenGone,
    /// Refused for good.
    Forbidden(u16),
}

/// What is wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Garble {
    Cut,
    NotJson,
    Missing,
    Extra,
    Double,
    Shuffled,
    Mistyped,
    NoEcho,
    Loud,
}

impl Garble {
    pub(crate) const ALL: [Self; 9] = [
        Self::Cut,
        Self::NotJson,
        Self::Missing,
        Self::Extra,
        Self::Double,
        Self::Shuffled,
        Self::Mistyped,
        Self::NoEcho,
        Self::Loud,
    ];

    const fn class(self) -> Class {
        match self {
            Self::Cut => Class::Cut,
            Self::NotJson => Class::NotJson,
            Self::Missing => Class::Missing,
            Self::Extra => Class::Extra,
            Self::Double => Class::Double,
            Self::Shuffled => Class::Shuffled,
            Self::Mistyped => Class::Mistyped,
            Self::NoEcho => Class::NoEcho,
            Self::Loud => Class::Loud,
        }
    }
}

impl PostFault {
    pub(crate) const fn class(self) -> Option<Class> {
        Some(match self {
            Self::Nothing => return None,
            Self::TooMany(Some(wait)) => wait.class(),
            Self::TooMany(None) => Class::TooManyUntold,
            Self::Failed(_, false) => Class::FailedBefore,
            Self::Failed(_, true) => Class::FailedAfter,
            Self::Lost(false) => Class::LostBefore,
            Self::Lost(true) => Class::LostAfter,
            Self::Told(garble) => garble.class(),
            Self::TokenGone => Class::TokenGone,
            Self::Forbidden(_) => Class::Forbidden,
        })
    }
}

/// What goes wrong with one `GET`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GetFault {
    Nothing,
    TooMany(Option<Wait>),
    Failed(u16),
    Lost,
    Cut,
    NotJson,
    TokenGone,
}
