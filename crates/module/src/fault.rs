//! What goes wrong between the module and its caller: an `Error` with a code that stays.

use std::fmt;

use ioculate_core::{journal::NotOpened, session::Closed};
use serde::{Deserialize, Serialize};
use tsify::Tsify;
use wasm_bindgen::prelude::wasm_bindgen;

/// What went wrong, for a program to go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorCode {
    /// An option is unknown, missing or not allowed.
    BadOption,
    /// The program did not load: its file is missing, or a policy forbids it. Why is in `cause`.
    NotLoaded,
    /// An archive or a workbook: this module reads texts.
    Packed,
    /// No row is ready, or nothing was given.
    NothingToSend,
    /// This list was sent: its report stands.
    AlreadySent,
    /// Another run or comparison goes on in this program.
    Busy,
    /// Another page of this browser sends.
    Elsewhere,
    /// The signal was given, or the list was freed. What was sent is in `summary`.
    Aborted,
    /// No token was to be had, or the API refused it.
    SignIn,
    /// The API answers, but not to pages of this origin.
    CrossOrigin,
    /// The API does not answer.
    Unreachable,
    /// Signed in, but not allowed to.
    Forbidden,
    /// The API answers something else.
    UnexpectedAnswer,
    /// The tenant is not what the list was compared with: look at the plan again.
    TenantChanged,
    /// The tenant could not be listed.
    Unlisted,
    /// The journal does not keep what it is given, or gives back something else.
    Journal,
    /// The run is another account's, or went to another API.
    NotYours,
}

/// What went wrong, with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// For a program.
    pub code: ErrorCode,
    /// For people, in English.
    pub message: String,
}

impl Fault {
    /// A fault of this code.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { code, message }
    }

    /// One thing at a time.
    #[must_use]
    pub fn busy() -> Self {
        Self::new(
            ErrorCode::Busy,
            "Another run or comparison goes on in this program: one at a time.",
        )
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}

impl From<Closed> for Fault {
    fn from(closed: Closed) -> Self {
        let (code, message) = match closed {
            Closed::CrossOrigin => (
                ErrorCode::CrossOrigin,
                "The API answers, but not to pages of this origin. Call it through a proxy of your own."
                    .to_owned(),
            ),
            Closed::Unreachable => (
                ErrorCode::Unreachable,
                "The API does not answer.".to_owned(),
            ),
            Closed::SignIn { code } => (
                ErrorCode::SignIn,
                format!("No token that the API takes: {code}."),
            ),
            Closed::Permission { code, message } => {
                (ErrorCode::Forbidden, format!("{code}: {message}"))
            }
            Closed::Unexpected { status, message } => (
                ErrorCode::UnexpectedAnswer,
                format!("The API answers {status}: {message}"),
            ),
        };
        Self { code, message }
    }
}

impl From<NotOpened> for Fault {
    fn from(why: NotOpened) -> Self {
        let (code, message) = match why {
            NotOpened::Elsewhere => (
                ErrorCode::Elsewhere,
                "Another page of this browser sends.".to_owned(),
            ),
            NotOpened::Busy => return Self::busy(),
            NotOpened::NothingToSend => (ErrorCode::NothingToSend, "No row is ready.".to_owned()),
            NotOpened::Storage { message } => (ErrorCode::Journal, message),
            NotOpened::Gone => (
                ErrorCode::Journal,
                "The run is not kept any more.".to_owned(),
            ),
            NotOpened::Damaged | NotOpened::NoRunFile => (
                ErrorCode::Journal,
                "What was kept is not what was written.".to_owned(),
            ),
            NotOpened::Newer { format } => (
                ErrorCode::Journal,
                format!("A later version of this module wrote it, in form {format}."),
            ),
            NotOpened::ReadOtherwise => (
                ErrorCode::Journal,
                "This version of the module would send something else.".to_owned(),
            ),
            NotOpened::OtherAccount { account } => (
                ErrorCode::NotYours,
                format!("The run is {}'s.", account.username),
            ),
            NotOpened::OtherBase { api_base } => {
                (ErrorCode::NotYours, format!("The run went to {api_base}."))
            }
            // Not said here: the module is whole.
            NotOpened::PartMissing => (ErrorCode::Unreachable, "A part did not load.".to_owned()),
            NotOpened::Unlisted => (
                ErrorCode::Unlisted,
                "The tenant could not be listed.".to_owned(),
            ),
            NotOpened::UnlistedAgain { reason, .. } => {
                let why = reason.map_or_else(String::new, |reason| Self::from(reason).message);
                (
                    ErrorCode::Unlisted,
                    format!("The tenant could not be listed again. {why}"),
                )
            }
            NotOpened::TenantChanged(_) => (
                ErrorCode::TenantChanged,
                "The tenant is not what the list was compared with. Look at the plan again."
                    .to_owned(),
            ),
            NotOpened::Guarded(_) => (
                ErrorCode::NotYours,
                "The guard stops some of what the run would still send.".to_owned(),
            ),
        };
        Self { code, message }
    }
}

#[wasm_bindgen(typescript_custom_section)]
const ERROR: &str = r"
/** What this module throws and rejects with. */
export interface IoculateError extends Error {
    name: 'IoculateError' | 'AbortError';
    /** What went wrong; it stays the same from version to version. */
    code: ErrorCode;
    /** What became of the rows, where some may have been sent. */
    summary?: RunSummary;
    /** What `getToken` threw, or the reason of the signal. */
    cause?: unknown;
}
";
