//! Whether the API lets the page in, and the ways on where it does not.

use ioculate_core::session::{Closed, Connection};

use crate::state::Step;

/// Heading of the check.
pub const HEADING: &str = "Connection check";
/// Being asked.
pub const CHECKING: &str = "Asking the API whether it lets this page in.";
/// It does.
pub const OPEN: &str = "The API answers this page, and your account may read its indicators.";
/// Label of asking again.
pub const AGAIN: &str = "Check again";

/// What a connection says in one sentence.
#[must_use]
pub fn sentence(connection: &Connection) -> &'static str {
    match connection {
        Connection::Checking => CHECKING,
        Connection::Open => OPEN,
        Connection::Closed { reason, .. } => heading(reason),
    }
}

/// Heading where the API does not let the page in.
#[must_use]
pub fn heading(reason: &Closed) -> &'static str {
    match reason {
        Closed::CrossOrigin => "The API does not let this page call it from a browser",
        Closed::Unreachable => "The API host does not answer",
        Closed::SignIn { .. } => "The API did not accept the sign-in",
        Closed::Permission { .. } => "Your account may not manage indicators",
        Closed::Unexpected { status: 429, .. } => "The API asks for fewer calls",
        Closed::Unexpected {
            status: 500..=599, ..
        } => "The API answers with an error of its own",
        Closed::Unexpected { .. } => "The API host answers, but not as the API",
    }
}

/// What it means.
#[must_use]
pub fn meaning(reason: &Closed) -> &'static str {
    match reason {
        Closed::CrossOrigin => {
            "A browser asks the API's permission before it sends your token from another origin, and withholds the answer \
             where that is not given. The API's host decides it; neither you nor this page can switch it on."
        }
        Closed::Unreachable => {
            "No answer came, readable or not. The network may be down, a proxy or an extension may block the host, \
             or the host's name in config.json may be wrong."
        }
        Closed::SignIn { .. } => {
            "The token was missing, expired, or meant for another service. Sign in again. If it stays so, \
             the host of this page should compare the scope in config.json with the app registration."
        }
        Closed::Permission { .. } => {
            "The sign-in is good. What is missing is the app's delegated permission Ti.ReadWrite with consent, \
             or a Defender role of yours that manages security settings."
        }
        Closed::Unexpected { status: 429, .. } => {
            "Other programs in the tenant share its limit. Nothing is wrong with your account or your list. Wait a minute, then try again."
        }
        Closed::Unexpected {
            status: 500..=599, ..
        } => {
            "It was asked several times. Nothing is wrong with your account or your list. Try again in some minutes."
        }
        Closed::Unexpected { .. } => {
            "Something else may stand at this address: a proxy, a sign-in page of the network, or another product."
        }
    }
}

/// No harm was done; a run that was gone on with goes back to the first screen.
#[must_use]
pub fn nothing_sent(back: Step) -> &'static str {
    match back {
        Step::Choose => "Nothing more was sent, and what was sent before stays.",
        _ => "No indicator was sent, and your list is kept.",
    }
}

/// Heading of the table.
pub const CHECKED: &str = "What was checked";
/// Column.
pub const STATE: &str = "State";
/// Column.
pub const CHECK: &str = "Check";
/// Column.
pub const FOUND: &str = "Found";
/// State.
pub const PASSED: &str = "Passed";
/// State.
pub const FAILED: &str = "Failed";
/// State.
pub const NOT_KNOWN: &str = "Not known";
/// Check.
pub const NETWORK: &str = "API host";
/// Check.
pub const CROSS_ORIGIN: &str = "Cross-origin access (CORS)";
/// Check.
pub const SIGN_IN: &str = "Sign-in";
/// Check.
pub const PERMISSION: &str = "Permission";
/// Found.
pub const ANSWERED: &str = "The host answers.";
/// Found.
pub const NO_ANSWER: &str = "No answer came.";
/// Found.
pub const NO_HEADER: &str = "The answer does not name this page's origin.";
/// Found.
pub const ALLOWED: &str = "The answer may be read by this page.";
/// Found.
pub const TOKEN_TAKEN: &str = "The token was accepted.";
/// Found.
pub const NEEDS_ACCESS: &str = "Cannot be asked before the page is let in.";
/// Found.
pub const NEEDS_SIGN_IN: &str = "Cannot be asked before the sign-in is accepted.";

/// Found.
pub const TOKEN_REFUSED: &str = "The token was not accepted.";
/// Found.
pub const NO_PERMISSION: &str = "The account or the app may not do this.";
/// Found.
pub const IN_TROUBLE: &str = "The API answers with an error.";
/// Found.
pub const NOT_THE_API: &str = "Something answers, but not as the API does.";

/// Heading of the header.
pub const HEADER: &str = "The header that the answer lacks";
/// Heading of the explanation.
pub const MEANS: &str = "What it means";
/// Where it was asked.
pub const ASKED_AT: &str = "Asked at";
/// What the API said.
pub const SAID: &str = "It said";

/// Heading of the ways on.
pub const WAYS_ON: &str = "Ways on";
/// Way.
pub const TRY_AGAIN: &str = "Try again";
/// Its body.
pub const TRY_AGAIN_BODY: &str = "The same question is asked once more. Nothing is sent by it.";
/// Way.
pub const PORTAL: &str = "Upload it in the Defender portal, now";
/// Its body.
pub const PORTAL_BODY: &str = "The plan as portal CSVs of up to 500 rows each. Import them under Settings, Endpoints, Indicators.";
/// Its button.
pub const PORTAL_BUTTON: &str = "Download portal CSVs";
/// Way.
pub const DELETIONS: &str = "Have it deleted by somebody who may";
/// Its body.
pub const DELETIONS_BODY: &str =
    "The ids of what would be deleted, and ready requests for POST /api/indicators/BatchDelete.";
/// Way.
pub const PROXY: &str = "Serve the API from this page's own address";
/// Its body.
pub const PROXY_BODY: &str = "For the host of this page: a reverse proxy on the same origin passes the calls on. \
                              Then apiBases in config.json names its path.";
/// Way.
pub const BODIES: &str = "Save the request bodies";
/// Its body.
pub const BODIES_BODY: &str = "One JSON file for each call, for a script of yours.";
/// Its button.
pub const BODIES_BUTTON: &str = "Download request bodies";
/// Label of the way back.
#[must_use]
pub fn back(step: Step) -> &'static str {
    match step {
        Step::Choose => "Back",
        _ => "Back to review",
    }
}
