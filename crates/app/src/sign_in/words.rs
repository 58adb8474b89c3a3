//! What went wrong at the sign-in, in sentences.

use super::Cause;
use crate::words::message::failure as message;

/// Heading, what happened, what to do.
#[must_use]
pub fn failure(cause: Cause) -> (&'static str, &'static str, &'static str) {
    match cause {
        Cause::ConsentMissing => (
            message::consent_missing(),
            message::consent_missing_happened(),
            message::consent_missing_todo(),
        ),
        Cause::ApprovalNeeded => (
            message::approval_needed(),
            message::approval_needed_happened(),
            message::approval_needed_todo(),
        ),
        Cause::NotAssigned => (
            message::not_assigned(),
            message::not_assigned_happened(),
            message::not_assigned_todo(),
        ),
        Cause::RedirectUri => (
            message::redirect_uri(),
            message::redirect_uri_happened(),
            message::redirect_uri_todo(),
        ),
        Cause::UnknownApplication => (
            message::unknown_application(),
            message::unknown_application_happened(),
            message::unknown_application_todo(),
        ),
        Cause::NotSinglePage => (
            message::not_single_page(),
            message::not_single_page_happened(),
            message::not_single_page_todo(),
        ),
        Cause::SignInAgain => (
            message::run_out(),
            message::run_out_happened(),
            message::run_out_todo(),
        ),
        Cause::WindowBlocked => (
            message::window_blocked(),
            message::window_blocked_happened(),
            message::window_blocked_todo(),
        ),
        Cause::WindowClosed => (
            message::window_closed(),
            message::window_closed_happened(),
            message::window_closed_todo(),
        ),
        Cause::AlreadyOpen => (
            message::already_open(),
            message::already_open_happened(),
            message::already_open_todo(),
        ),
        Cause::Superseded => (
            message::superseded(),
            message::superseded_happened(),
            message::superseded_todo(),
        ),
        Cause::Cancelled => (
            message::cancelled(),
            message::cancelled_happened(),
            message::cancelled_todo(),
        ),
        Cause::Embedded => (
            message::embedded(),
            message::embedded_happened(),
            message::embedded_todo(),
        ),
        Cause::Insecure => (
            message::insecure(),
            message::insecure_happened(),
            message::insecure_todo(),
        ),
        Cause::Authority => (
            message::authority(),
            message::authority_happened(),
            message::authority_todo(),
        ),
        Cause::Network => (
            message::network(),
            message::network_happened(),
            message::network_todo(),
        ),
        Cause::Storage => (
            message::storage(),
            message::storage_happened(),
            message::storage_todo(),
        ),
        Cause::Library => (
            message::library(),
            message::library_happened(),
            message::library_todo(),
        ),
        Cause::Unknown => (
            message::unknown(),
            message::unknown_happened(),
            message::unknown_todo(),
        ),
    }
}
