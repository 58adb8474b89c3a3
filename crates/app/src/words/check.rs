//! What the connection check says.

use ioculate_core::session::Closed;

use crate::{
    check::{Finding, State, Step},
    state::Copied,
    words::{
        connection as closed,
        message::{check as message, connection, failure},
    },
};

/// A step's name.
#[must_use]
pub fn step(step: Step) -> &'static str {
    match step {
        Step::Network => message::network(),
        Step::Policy => message::policy(),
        Step::SignInHost => message::sign_in_host(),
        Step::ApiHost => connection::network(),
        Step::Access => connection::access(),
        Step::SignIn => connection::sign_in(),
        Step::Permission => connection::permission(),
    }
}

/// How a step stands, in a word.
#[must_use]
pub fn state(state: State) -> &'static str {
    match state {
        State::Asking | State::NotKnown => connection::not_known(),
        State::Passed => connection::passed(),
        State::Failed => connection::failed(),
    }
}

/// What was found in a step, but for what names hosts.
#[must_use]
pub fn found(finding: Finding) -> &'static str {
    match finding {
        Finding::Asking => message::asking(),
        Finding::Online => message::online(),
        Finding::Offline => message::offline(),
        Finding::Allows => message::allows(),
        Finding::Forbids => message::forbids_heading(),
        Finding::Unserved => message::unserved(),
        Finding::Unread => message::unread(),
        Finding::NotAsked => message::not_asked(),
        Finding::Busy => message::busy(),
        Finding::Answers => connection::answered(),
        Finding::SignInSilent | Finding::ApiSilent => connection::no_answer(),
        Finding::InTrouble | Finding::TooMany => connection::found_in_trouble(),
        Finding::WrongHost => connection::not_the_api(),
        Finding::Readable => connection::allowed(),
        Finding::Refused => connection::no_header(),
        Finding::Withheld => message::withheld(),
        Finding::NeedsAccess => connection::needs_access(),
        Finding::TokenTaken => connection::token_taken(),
        Finding::TokenRefused => connection::token_refused(),
        Finding::NoToken => message::no_token(),
        Finding::SignedOut => message::signed_out(),
        Finding::NeedsSignIn => connection::needs_sign_in(),
        Finding::Permitted => message::permitted(),
        Finding::NotPermitted => connection::no_permission(),
        Finding::Disabled => message::disabled(),
    }
}

/// What the check comes to.
#[must_use]
pub fn heading(finding: Finding) -> &'static str {
    match finding {
        Finding::Offline => message::offline_heading(),
        Finding::Forbids => message::forbids_heading(),
        Finding::Unserved => message::unserved_heading(),
        Finding::SignInSilent => message::sign_in_silent(),
        Finding::Withheld => message::withheld_heading(),
        Finding::SignedOut => message::signed_out_heading(),
        Finding::NoToken => failure::run_out(),
        Finding::Disabled => message::disabled_heading(),
        Finding::Busy => message::busy_heading(),
        Finding::Asking => connection::checking(),
        finding => shut(finding).map_or_else(connection::open, |reason| closed::heading(&reason)),
    }
}

/// The next step where one failed, or waits for the user.
#[must_use]
pub fn todo(finding: Finding) -> Option<&'static str> {
    Some(match finding {
        Finding::Offline => message::offline_todo(),
        Finding::Forbids | Finding::Unserved => message::policy_todo(),
        Finding::SignInSilent => message::sign_in_silent_todo(),
        Finding::Withheld => message::withheld_todo(),
        Finding::SignedOut => message::signed_out_todo(),
        Finding::NoToken => failure::run_out_todo(),
        Finding::Disabled => message::disabled_todo(),
        finding => closed::meaning(&shut(finding)?),
    })
}

/// The same as a run would say it.
fn shut(finding: Finding) -> Option<Closed> {
    let (code, message) = (String::new(), String::new());
    let unexpected = |status| Closed::Unexpected {
        status,
        message: String::new(),
    };
    Some(match finding {
        Finding::ApiSilent => Closed::Unreachable,
        Finding::Refused => Closed::CrossOrigin,
        Finding::WrongHost => unexpected(0),
        Finding::InTrouble => unexpected(500),
        Finding::TooMany => unexpected(429),
        Finding::TokenRefused => Closed::SignIn { code },
        Finding::NotPermitted => Closed::Permission { code, message },
        _ => return None,
    })
}

/// Label of the button that copies.
#[must_use]
pub fn copy(what: Copied) -> &'static str {
    match what {
        Copied::Header => message::copy_header(),
        Copied::Report => message::copy_report(),
    }
}

/// What is said after it.
#[must_use]
pub fn copied(done: bool) -> &'static str {
    if done {
        message::copied()
    } else {
        message::not_copied()
    }
}
