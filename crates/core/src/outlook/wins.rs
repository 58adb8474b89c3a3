//! Which of two indicators a device obeys, as far as that is documented.

use crate::{
    indicator::{Action, IndicatorType},
    session::Wins,
};

/// One of two indicators that a device may meet on the same file, certificate or connection.
#[derive(Clone, Copy, Debug)]
pub struct Side<'s> {
    /// The type.
    pub indicator_type: IndicatorType,
    /// The action.
    pub action: Action,
    /// The device groups; empty means all devices.
    pub groups: &'s [String],
}

/// Which of the two a device obeys that is in the scope of both (overview of indicators, 2025-04).
///
/// One for a device group is obeyed before one for all devices. On the network Allow goes before Warn
/// and Warn before Block. Of files and certificates Block and Warn go before Allow; of two hashes of
/// one file the SHA-256 goes before the SHA-1 and that before the MD5. Nothing is said of Audit, of
/// Warn beside Block for a file, and of groups that have no device in common.
#[must_use]
pub fn wins(row: Side<'_>, tenant: Side<'_>) -> Wins {
    if let Some(by_scope) = by_scope(row.groups, tenant.groups) {
        return by_scope;
    }
    let (one, other) = (rank(row), rank(tenant));
    match (one, other) {
        (Some(one), Some(other)) if one != other => of(one > other),
        (Some(_), Some(_)) => by_hash(row.indicator_type, tenant.indicator_type),
        _ => Wins::Unknown,
    }
}

const fn of(row_is_first: bool) -> Wins {
    if row_is_first {
        Wins::Row
    } else {
        Wins::Tenant
    }
}

/// `None` where both hold on a device for the same reason: on all, or in a group that both name.
fn by_scope(row: &[String], tenant: &[String]) -> Option<Wins> {
    match (row.is_empty(), tenant.is_empty()) {
        (true, true) => None,
        (false, true) => Some(Wins::Row),
        (true, false) => Some(Wins::Tenant),
        (false, false) => {
            let meet = row.iter().any(|group| tenant.contains(group));
            (!meet).then_some(Wins::Unknown)
        }
    }
}

/// How early an action is obeyed; `None` where that is not said.
const fn rank(side: Side<'_>) -> Option<u8> {
    let Side {
        indicator_type,
        action,
        ..
    } = side;
    let is_network = indicator_type.is_network();
    match action {
        Action::Audit | Action::Alert => None,
        Action::Allowed => Some(if is_network { 3 } else { 1 }),
        Action::Warn => Some(2),
        Action::Block | Action::BlockAndRemediate | Action::AlertAndBlock => {
            Some(if is_network { 1 } else { 2 })
        }
    }
}

/// Of two hashes of one file the more secure one.
fn by_hash(row: IndicatorType, tenant: IndicatorType) -> Wins {
    let strength = |kind| match kind {
        IndicatorType::FileSha256 => Some(3),
        IndicatorType::FileSha1 => Some(2),
        IndicatorType::FileMd5 => Some(1),
        _ => None,
    };
    match (strength(row), strength(tenant)) {
        (Some(one), Some(other)) if one != other => of(one > other),
        _ => Wins::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicator::{Action::*, IndicatorType::*};

    fn groups(names: &str) -> Vec<String> {
        names.split_whitespace().map(str::to_owned).collect()
    }

    /// Whichever stands in the row, the same one wins.
    fn assert_wins(
        one: (IndicatorType, Action, &str),
        other: (IndicatorType, Action, &str),
        expected: Wins,
    ) {
        let (first, second) = (groups(one.2), groups(other.2));
        let side = |(indicator_type, action, _): (IndicatorType, Action, &str), groups| Side {
            indicator_type,
            action,
            groups,
        };
        let (one_side, other_side) = (side(one, &first), side(other, &second));
        assert_eq!(wins(one_side, other_side), expected, "{one:?} {other:?}");
        let swapped = match expected {
            Wins::Row => Wins::Tenant,
            Wins::Tenant => Wins::Row,
            Wins::Unknown => Wins::Unknown,
        };
        assert_eq!(wins(other_side, one_side), swapped, "{other:?} {one:?}");
    }

    #[test]
    fn a_device_obeys_as_documented() {
        for (one, other, expected) in [
            // The network: Allow, then Warn, then Block.
            (
                (DomainName, Allowed, ""),
                (DomainName, Block, ""),
                Wins::Row,
            ),
            ((DomainName, Allowed, ""), (DomainName, Warn, ""), Wins::Row),
            ((Url, Warn, ""), (Url, Block, ""), Wins::Row),
            ((Url, Warn, ""), (Url, BlockAndRemediate, ""), Wins::Row),
            (
                (IpAddress, Allowed, ""),
                (IpAddress, AlertAndBlock, ""),
                Wins::Row,
            ),
            (
                (IpAddress, Block, ""),
                (IpAddress, BlockAndRemediate, ""),
                Wins::Unknown,
            ),
            (
                (DomainName, Audit, ""),
                (DomainName, Block, ""),
                Wins::Unknown,
            ),
            (
                (DomainName, Alert, ""),
                (DomainName, Allowed, ""),
                Wins::Unknown,
            ),
            // Files and certificates: Block and Warn before Allow.
            ((FileSha1, Block, ""), (FileSha1, Allowed, ""), Wins::Row),
            ((FileSha1, Warn, ""), (FileSha1, Allowed, ""), Wins::Row),
            (
                (FileSha256, BlockAndRemediate, ""),
                (FileSha256, Allowed, ""),
                Wins::Row,
            ),
            (
                (CertificateThumbprint, Block, ""),
                (CertificateThumbprint, Allowed, ""),
                Wins::Row,
            ),
            ((FileSha1, Block, ""), (FileSha1, Warn, ""), Wins::Unknown),
            (
                (FileSha1, Block, ""),
                (FileSha1, BlockAndRemediate, ""),
                Wins::Unknown,
            ),
            ((FileSha1, Audit, ""), (FileSha1, Block, ""), Wins::Unknown),
            // Hashes of one file.
            ((FileSha256, Block, ""), (FileSha1, Block, ""), Wins::Row),
            ((FileSha1, Warn, ""), (FileMd5, Block, ""), Wins::Row),
            ((FileSha256, Allowed, ""), (FileMd5, Allowed, ""), Wins::Row),
            (
                (FileSha256, Allowed, ""),
                (FileMd5, Block, ""),
                Wins::Tenant,
            ),
            // Device groups.
            (
                (DomainName, Block, "a"),
                (DomainName, Allowed, ""),
                Wins::Row,
            ),
            ((FileSha1, Allowed, "a b"), (FileSha1, Block, ""), Wins::Row),
            ((FileSha1, Audit, "a"), (FileSha1, Block, ""), Wins::Row),
            (
                (FileSha1, Block, "a"),
                (FileSha1, Allowed, "b"),
                Wins::Unknown,
            ),
            (
                (FileSha1, Block, "a b"),
                (FileSha1, Allowed, "b c"),
                Wins::Row,
            ),
        ] {
            assert_wins(one, other, expected);
        }
    }
}
