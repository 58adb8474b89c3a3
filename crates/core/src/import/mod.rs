//! The import engine: told the time and what happened, asked what to do next.
//!
//! Sans-IO: [`Step`]s come out, [`Input`]s go in, extra calls are no-ops. A batch's intent is
//! recorded before the batch is sent, and the engine gives [`Step::Send`] only after it was told so.

mod alone;
mod answers;
mod calls;
mod deletion;
mod doubt;
mod engine;
mod estimate;
mod full;
mod gate;
mod history;
mod inputs;
mod journal;
mod listing;
mod matching;
mod progress;
mod question;
mod resume;
mod seen;
mod sending;
mod shown;
mod tokens;
mod trouble;
mod work;
mod works;

pub use alone::{ConnectionCheck, TenantListing};
pub use calls::CallLog;
pub use engine::Import;
pub use history::{Attempt, History};
pub(crate) use seen::take_note;
pub use work::Tally;

use serde::{Deserialize, Serialize};

use crate::{
    clock::Instant,
    journal::{Closing, NotOpened, Opened, Opening},
    plan::{Endpoint, EntryId},
    wire::Reply,
};

/// One call, from its intent to its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CallId(pub u32);

/// One batch of entries, and one note in the journal's log of it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct BatchId(pub u32);

/// A request without the API base in front and without the token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// `GET` or `POST`.
    pub method: Method,
    /// Path and query after the configured API base, such as `/api/indicators/import`.
    pub path: String,
    /// The JSON body of a `POST`.
    pub body: Option<Vec<u8>>,
}

/// The verbs in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Read.
    Get,
    /// Submit.
    Post,
}

/// How fresh a token must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Freshness {
    /// From the cache where it is still good.
    Cached,
    /// Renewed: the API has just refused the cached one.
    Renewed,
}

/// What happened, as the host tells it. What the engine did not ask for changes nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// The moment of [`Step::Wait`] came.
    Woke,
    /// The journal is open for the run, and no other page of this browser has one.
    Opened(Opened),
    /// The run may not begin.
    NotOpened(NotOpened),
    /// The run's end is written down, or cannot be.
    Closed,
    /// The note is written down.
    Recorded(RecordId),
    /// The note cannot be written down; what the browser says.
    NotRecorded(RecordId, String),
    /// A call was answered, or its answer is lost.
    Reply(CallId, Reply),
    /// A token is at hand. The host keeps it and puts it into the next [`Step::Send`]; the engine
    /// never sees it.
    Token,
    /// There is no token to be had.
    SignInFailed {
        /// The sign-in library's code, or our own.
        code: String,
    },
    /// Send nothing new.
    Pause,
    /// Go on.
    Resume,
    /// End the run; what is in flight is waited for.
    Cancel,
    /// The browser believes that there is a network.
    Online,
    /// The browser believes that there is none.
    Offline,
}

/// What the host should do next.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// See to it that no other page of this browser runs, open the journal, then say
    /// [`Input::Opened`] or [`Input::NotOpened`].
    Open(Box<Opening>),
    /// Write down how the run ended, then say [`Input::Closed`].
    Close(Box<Closing>),
    /// Write this down, then say [`Input::Recorded`] or [`Input::NotRecorded`].
    Record(RecordId, Record),
    /// Send this with the token that [`Input::Token`] announced, then say [`Input::Reply`]. Other
    /// steps may follow before the reply.
    Send(CallId, Request),
    /// Get a token, then say [`Input::Token`] or [`Input::SignInFailed`].
    NeedToken(Freshness),
    /// Nothing to do until an input or this moment.
    Wait(Option<Instant>),
    /// Nothing more to do.
    Finished,
}

/// A note for the journal, so that the host can say which one it has written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RecordId(pub u32);

/// What is written down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Record {
    /// A call that changes nothing is about to leave: the gate's, or a page of the tenant's list.
    Asking {
        /// The call.
        call: CallId,
    },
    /// It was answered, or its answer is lost.
    Asked {
        /// The call.
        call: CallId,
    },
    /// A batch is about to be sent; noted again under the same numbers where it leaves much later.
    #[serde(rename_all = "camelCase")]
    Intent {
        /// The batch.
        batch: BatchId,
        /// The call that will carry it.
        call: CallId,
        /// Where to.
        endpoint: Endpoint,
        /// What it holds.
        entries: Vec<EntryId>,
        /// The batch that it is a part of, where one was cut in halves.
        cut_from: Option<BatchId>,
    },
    /// A batch was answered, or its answer is lost.
    Answer {
        /// The batch.
        batch: BatchId,
        /// The call.
        call: CallId,
        /// How the call went; `None` where it never left.
        attempt: Option<Attempt>,
        /// What became of each entry; one that is not listed is to be sent again.
        outcomes: Vec<(EntryId, Outcome)>,
    },
    /// What the tenant's list says of entries in doubt.
    Found {
        /// What became of each; one that is not listed is to be sent again.
        outcomes: Vec<(EntryId, Outcome)>,
    },
}

impl Record {
    /// The call that is about to leave, with the class whose quota it uses; to be written down
    /// together with the record, so that no quota is exceeded after a restart.
    #[must_use]
    pub const fn leaving(&self) -> Option<(CallId, Endpoint)> {
        match self {
            Self::Asking { call } => Some((*call, Endpoint::Single)),
            Self::Intent { call, endpoint, .. } => Some((*call, *endpoint)),
            Self::Asked { .. } | Self::Answer { .. } | Self::Found { .. } => None,
        }
    }

    /// The call whose end this is.
    #[must_use]
    pub const fn ended(&self) -> Option<CallId> {
        match self {
            Self::Asked { call } | Self::Answer { call, .. } => Some(*call),
            Self::Asking { .. } | Self::Intent { .. } | Self::Found { .. } => None,
        }
    }
}

/// What became of some entries.
type EntryOutcomes = Vec<(EntryId, Outcome)>;

/// What became of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// The API has it; of one that was to go away, the tenant does not have it any more.
    Accepted {
        /// The id that the API gave, where it gave one; none of what is gone.
        id: Option<String>,
    },
    /// The API refused it.
    Rejected {
        /// `failureReason`, or the error's code and message, word for word.
        reason: String,
        /// The support id (`target`), where the error had one.
        target: Option<String>,
    },
    /// Sent; the answer is unknown.
    Unconfirmed,
    /// Not sent, or not deleted because the run ended before that.
    NotSent {
        /// Why.
        reason: NotSent,
    },
}

/// Why an entry was not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotSent {
    /// The tenant has it already, with these fields.
    Unchanged,
    /// The tenant has no room for it.
    OverQuota,
    /// The user left it out; or others have changed what it would change, until the run was gone on with.
    LeftOut,
    /// The guard held it back.
    Guarded,
    /// The run ended before the API took it, or went without it: a deletion that had to come first
    /// was not carried out.
    Cancelled,
}
