//! Whether the API lets the page in, and the ways on where it does not.

use ioculate_core::session::Closed;

use crate::{state::Step, words::message::connection as message};

/// Heading where the API does not let the page in.
#[must_use]
pub fn heading(reason: &Closed) -> &'static str {
    match reason {
        Closed::CrossOrigin => message::cross_origin(),
        Closed::Unreachable => message::unreachable(),
        Closed::SignIn { .. } => message::no_sign_in(),
        Closed::Permission { .. } => message::not_permitted(),
        Closed::Unexpected { status: 429, .. } => message::too_many_calls(),
        Closed::Unexpected {
            status: 500..=599, ..
        } => message::in_trouble(),
        Closed::Unexpected { .. } => message::unexpected(),
    }
}

/// What it means.
#[must_use]
pub fn meaning(reason: &Closed) -> &'static str {
    match reason {
        Closed::CrossOrigin => message::cross_origin_means(),
        Closed::Unreachable => message::unreachable_means(),
        Closed::SignIn { .. } => message::no_sign_in_means(),
        Closed::Permission { .. } => message::not_permitted_means(),
        Closed::Unexpected { status: 429, .. } => message::too_many_calls_means(),
        Closed::Unexpected {
            status: 500..=599, ..
        } => message::in_trouble_means(),
        Closed::Unexpected { .. } => message::unexpected_means(),
    }
}

/// No harm was done; a run that was gone on with goes back to the first screen.
#[must_use]
pub fn nothing_sent(back: Step) -> &'static str {
    match back {
        Step::Choose => message::nothing_more_sent(),
        _ => message::nothing_sent(),
    }
}

/// Label of the way back.
#[must_use]
pub fn back(step: Step) -> &'static str {
    match step {
        Step::Choose => message::back(),
        _ => message::back_to_review(),
    }
}
