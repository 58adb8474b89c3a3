//! What makes two indicators of a tenant the same one.

use std::{borrow::Cow, net::IpAddr};

use crate::{
    indicator::{Action, IndicatorType, folded},
    value::written_address,
};

/// Type, value and action: a second submission with the same three updates the indicator, and one
/// with another action adds a second indicator (recorded answer of 2023-05-04).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// The type.
    pub indicator_type: IndicatorType,
    /// The value in the form in which two equal ones are equal.
    pub value: Box<str>,
    /// The action.
    pub action: Action,
}

impl Key {
    /// The key of an indicator. `value` may be in any case that its type ignores and stand among
    /// blanks; an address may be in any of its forms.
    #[must_use]
    pub fn new(indicator_type: IndicatorType, value: &str, action: Action) -> Self {
        Self {
            indicator_type,
            value: plain(indicator_type, value.trim()).into(),
            action,
        }
    }

    /// The keys under which the service may keep what is sent with these three, the likeliest first.
    /// A legacy action is kept as what replaced it (a correction to Microsoft's pages, 2026-05); a
    /// URL sent with `AlertAndBlock` was seen as `BlockAndRemediate` (2023).
    #[must_use]
    pub fn kept_as(indicator_type: IndicatorType, value: &str, action: Action) -> Vec<Self> {
        let actions = Self::kept_actions(indicator_type, action);
        let key = Self::new(indicator_type, value, action);
        let with = |&action: &Action| Self {
            action,
            ..key.clone()
        };
        actions.iter().map(with).collect()
    }

    /// The actions under which the service may keep an action, the likeliest first.
    #[must_use]
    pub const fn kept_actions(indicator_type: IndicatorType, action: Action) -> &'static [Action] {
        match action {
            Action::Audit => &[Action::Audit],
            Action::Allowed => &[Action::Allowed],
            Action::Warn => &[Action::Warn],
            Action::Block => &[Action::Block],
            Action::BlockAndRemediate => &[Action::BlockAndRemediate],
            Action::Alert => &[Action::Audit, Action::Alert],
            Action::AlertAndBlock if indicator_type.is_network() => &[
                Action::Block,
                Action::BlockAndRemediate,
                Action::AlertAndBlock,
            ],
            Action::AlertAndBlock => &[Action::BlockAndRemediate, Action::AlertAndBlock],
        }
    }
}

fn plain(indicator_type: IndicatorType, value: &str) -> Cow<'_, str> {
    if indicator_type == IndicatorType::IpAddress
        && let Ok(address) = value.parse::<IpAddr>()
    {
        return Cow::Owned(written_address(address));
    }
    folded(indicator_type, value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicator::{Action::*, IndicatorType::*};

    #[test]
    fn one_indicator_has_one_key() {
        for (kind, given, value) in [
            (FileSha1, "ABCDEF", "abcdef"),
            (FileSha1, "abcdef  ", "abcdef"),
            (DomainName, "A.Example\u{a0}", "a.example"),
            (Url, "HTTPS://A.Example/Path", "https://a.example/Path"),
            (IpAddress, "192.0.2.1", "192.0.2.1"),
            (
                IpAddress,
                "2001:DB8::1",
                "2001:0db8:0000:0000:0000:0000:0000:0001",
            ),
            (IpAddress, "192.0.2.0/24", "192.0.2.0/24"),
        ] {
            assert_eq!(*Key::new(kind, given, Block).value, *value, "{given:?}");
        }
    }

    #[test]
    fn a_legacy_action_is_looked_for_under_what_replaced_it() {
        for (kind, sent, kept) in [
            (FileSha1, Block, vec![Block]),
            (FileSha1, Alert, vec![Audit, Alert]),
            (
                FileSha1,
                AlertAndBlock,
                vec![BlockAndRemediate, AlertAndBlock],
            ),
            (
                Url,
                AlertAndBlock,
                vec![Block, BlockAndRemediate, AlertAndBlock],
            ),
        ] {
            let keys = Key::kept_as(kind, "a", sent).into_iter();
            assert_eq!(keys.map(|key| key.action).collect::<Vec<_>>(), kept);
        }
    }
}
