//! Why an undo, or a run that is gone on with, leaves an indicator as it is.

use crate::{
    diagnostic::Finding,
    message::{Said, made::undo as message},
};

pub(super) fn said(found: &Finding) -> Said<'_> {
    match found {
        Finding::LeftAsItWas { is_gone: true } => message::LEFT_IS_GONE.into(),
        Finding::LeftAsItWas { is_gone: false } => message::LEFT_AS_IT_WAS.into(),
        Finding::LeftChanged { by, at } => match (by.as_str(), at.as_str()) {
            ("", "") => message::LEFT_CHANGED.into(),
            ("", at) => message::left_changed_at(at),
            (by, "") => message::left_changed_by(by),
            (by, at) => message::left_changed_by_at(by, at),
        },
        Finding::LeftUnknown => message::LEFT_UNKNOWN.into(),
        Finding::LeftUnread => message::LEFT_UNREAD.into(),
        Finding::LeftExpired { at } => message::left_expired(at),
        Finding::LeftWithoutId => message::LEFT_WITHOUT_ID.into(),
        Finding::ChangedMeanwhile => message::CHANGED_MEANWHILE.into(),
        // Every finding has a sentence of its own; a test says so.
        _ => found.titled().into(),
    }
}
