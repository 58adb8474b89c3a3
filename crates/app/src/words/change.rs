//! Changes of a value, said once for each kind.

use ioculate_core::change::ChangeKind;

use crate::words::message::change as message;

/// What a change did, after "given" and "sent".
#[must_use]
pub fn kind(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::WildcardDropped => message::wildcard_dropped_since(),
        ChangeKind::FragmentDropped => message::fragment_dropped_since(),
        ChangeKind::LeftOut => message::left_out_since(),
        kind => short(kind),
    }
}

/// The same without its reason.
#[must_use]
pub fn short(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Trimmed => message::trimmed(),
        ChangeKind::Refanged => message::refanged(),
        ChangeKind::Lowercased => message::lowercased(),
        ChangeKind::Punycode => message::punycode(),
        ChangeKind::WildcardDropped => message::wildcard_dropped(),
        ChangeKind::TrailingDotDropped => message::trailing_dot_dropped(),
        ChangeKind::Ipv6Expanded => message::ipv6_expanded(),
        ChangeKind::Ipv4Unmapped => message::ipv4_unmapped(),
        ChangeKind::PrefixDropped => message::prefix_dropped(),
        ChangeKind::FragmentDropped => message::fragment_dropped(),
        ChangeKind::LegacyAction => message::legacy_action(),
        ChangeKind::AlertForced => message::alert_forced(),
        ChangeKind::Spelling => message::spelling(),
        ChangeKind::TypeDetected => message::type_detected(),
        ChangeKind::DateRewritten => message::date_rewritten(),
        ChangeKind::Defaulted => message::defaulted(),
        ChangeKind::LeftOut => message::left_out(),
        ChangeKind::Unguarded => message::unguarded(),
        ChangeKind::PortDropped => message::port_dropped(),
        ChangeKind::Edited => message::edited(),
        ChangeKind::Assigned => message::assigned(),
    }
}

/// What a change did, and in how many places where that is more than one.
#[must_use]
pub fn done(change: ChangeKind, places: u32) -> String {
    if places > 1 {
        message::in_places(kind(change), places)
    } else {
        kind(change).to_owned()
    }
}
