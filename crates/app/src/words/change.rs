//! Changes of a value, said once for each kind.

use ioculate_core::change::ChangeKind;

use crate::figures::number;

/// What a change did, after "given" and "sent".
#[must_use]
pub fn kind(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Trimmed => "blanks taken off",
        ChangeKind::Refanged => "read as defanged",
        ChangeKind::Lowercased => "lower-cased",
        ChangeKind::Punycode => "written as xn--",
        ChangeKind::WildcardDropped => "*. taken off; a domain covers its subdomains",
        ChangeKind::TrailingDotDropped => "last dot taken off",
        ChangeKind::Ipv6Expanded => "written in eight groups",
        ChangeKind::Ipv4Unmapped => "the IPv4 address that it stands for",
        ChangeKind::PrefixDropped => "a prefix that covers one address taken off",
        ChangeKind::FragmentDropped => "fragment taken off; it never reaches a server",
        ChangeKind::LegacyAction => "what the service makes of it today",
        ChangeKind::AlertForced => "Audit requires an alert",
        ChangeKind::Spelling => "in the API's spelling",
        ChangeKind::TypeDetected => "seen from the value",
        ChangeKind::DateRewritten => "written as UTC",
        ChangeKind::Defaulted => "from the defaults",
        ChangeKind::LeftOut => "left out; the API does not take it",
        ChangeKind::Unguarded => "a formula guard taken off",
        ChangeKind::PortDropped => "port taken off",
        ChangeKind::Edited => "by you",
        ChangeKind::Assigned => "what you say it means",
    }
}

/// The same without its reason.
#[must_use]
pub fn short(change: ChangeKind) -> &'static str {
    let said = kind(change);
    said.split_once(';').map_or(said, |(what, _)| what)
}

/// Label of keeping what was written, in a row.
pub const KEEP: &str = "Keep as written";
/// The same in all rows.
pub const KEEP_ALL: &str = "Keep all as written";
/// Label of rewriting after all.
pub const REWRITE: &str = "Rewrite after all";
/// A way of rewriting that the user has switched off.
pub const KEPT: &str = "Kept as written.";

/// In how many places, where that is more than one.
#[must_use]
pub fn places(places: u32) -> String {
    if places > 1 {
        format!(" ({} places)", number(places))
    } else {
        String::new()
    }
}

/// Where nothing stood.
pub const NOTHING: &str = "nothing";
