//! Action and alert.

use ioculate_core::{
    check::{Draft, Policy},
    diagnostic::Diagnostic,
    indicator::{Action, IndicatorType},
};

use crate::outcome::{checked, codes, of_type, whole};

/// The action and alert as sent with the changes, or the codes that refuse the row.
fn action(draft: Draft<'_>, policy: &Policy) -> String {
    checked(draft, policy, |row| match row.indicator {
        None => row
            .diagnostics
            .iter()
            .map(Diagnostic::code)
            .collect::<Vec<_>>()
            .join(" "),
        Some(indicator) => {
            let alert = indicator
                .generate_alert
                .map_or("-".to_owned(), |alert| alert.to_string());
            let changes = row
                .changes
                .iter()
                .map(|change| format!(" +{:?}", change.kind));
            format!(
                "{} {alert}{}",
                indicator.action,
                changes.collect::<String>()
            )
        }
    })
}

#[test]
fn which_action_goes_with_which_type() {
    use Action::{Allowed, Audit, Block, BlockAndRemediate, Warn};
    const MODERN: [Action; 5] = [Allowed, Audit, Warn, Block, BlockAndRemediate];
    for (kind, taken) in [
        (IndicatorType::FileSha1, [true; 5]),
        (IndicatorType::FileSha256, [true; 5]),
        (IndicatorType::FileMd5, [true; 5]),
        (IndicatorType::IpAddress, [true, true, true, true, false]),
        (IndicatorType::DomainName, [true, true, true, true, false]),
        (IndicatorType::Url, [true, true, true, true, false]),
        (
            IndicatorType::CertificateThumbprint,
            [true, false, false, false, true],
        ),
    ] {
        let found = MODERN.map(|action| {
            let draft = Draft {
                action: Some(action.as_str().into()),
                generate_alert: Some("true".into()),
                ..of_type(kind)
            };
            !codes(draft).contains("action-not-for-type")
        });
        assert_eq!(found, taken, "{kind}");
    }
}

#[test]
fn actions_and_alerts() {
    for (given, alert, wanted) in [
        ("Block", None, "Block -"),
        ("Block", Some("true"), "Block true"),
        ("Block", Some("FALSE"), "Block false"),
        ("Block", Some(" True "), "Block true"),
        ("Block", Some(""), "Block -"),
        ("block", None, "Block - +Spelling"),
        (" BLOCK ", None, "Block - +Spelling"),
        ("Warn", Some("false"), "Warn false"),
        ("Audit", Some("true"), "Audit true"),
        ("Audit", Some("false"), "Audit true +AlertForced"),
        ("Audit", None, "Audit true +AlertForced"),
        ("audit", Some("TRUE"), "Audit true +Spelling"),
        ("Allowed", None, "Allowed -"),
        ("Allowed", Some("true"), "Allowed true"),
        ("Alert", Some("true"), "Audit true +LegacyAction"),
        ("Alert", None, "Audit true +LegacyAction +AlertForced"),
        (
            "alert",
            None,
            "Audit true +Spelling +LegacyAction +AlertForced",
        ),
        ("AlertAndBlock", Some("true"), "Block true +LegacyAction"),
        (
            "AlertAndBlock",
            Some("false"),
            "Block true +LegacyAction +AlertForced",
        ),
        ("BlockAndRemediate", None, "action-not-for-type"),
        ("Allow", None, "bad-action"),
        ("Blok", None, "bad-action"),
        ("Delete", None, "bad-action"),
        ("\"block all", None, "bad-action"),
        ("", None, "missing-action"),
        (" ", None, "missing-action"),
        ("Block", Some("yes"), "bad-generate-alert"),
        ("Block", Some("1"), "bad-generate-alert"),
    ] {
        let draft = Draft {
            action: Some(given.into()),
            generate_alert: alert.map(Into::into),
            ..whole()
        };
        assert_eq!(
            action(draft, &Policy::default()),
            wanted,
            "{given} {alert:?}"
        );
    }
}

#[test]
fn legacy_actions_by_type_and_policy() {
    use IndicatorType::{CertificateThumbprint, FileSha1, IpAddress, Url};
    let as_written = Policy {
        legacy_as_written: true,
        ..Policy::default()
    };
    for (kind, given, rewritten, written) in [
        (
            FileSha1,
            "AlertAndBlock",
            "BlockAndRemediate true +LegacyAction +AlertForced",
            "AlertAndBlock -",
        ),
        (
            FileSha1,
            "Alert",
            "Audit true +LegacyAction +AlertForced",
            "Alert -",
        ),
        (
            IpAddress,
            "AlertAndBlock",
            "Block true +LegacyAction +AlertForced",
            "AlertAndBlock -",
        ),
        (
            Url,
            "AlertAndBlock",
            "Block true +LegacyAction +AlertForced",
            "AlertAndBlock -",
        ),
        (
            CertificateThumbprint,
            "Alert",
            "action-not-for-type",
            "Alert -",
        ),
        (
            CertificateThumbprint,
            "AlertAndBlock",
            "BlockAndRemediate true +LegacyAction +AlertForced",
            "AlertAndBlock -",
        ),
    ] {
        let draft = || Draft {
            action: Some(given.into()),
            ..of_type(kind)
        };
        assert_eq!(
            action(draft(), &Policy::default()),
            rewritten,
            "{kind} {given}"
        );
        assert_eq!(
            action(draft(), &as_written),
            written,
            "{kind} {given} as written"
        );
    }
}

#[test]
fn what_is_allowed_never_alerts() {
    let draft = |alert: &'static str| Draft {
        action: Some("Allowed".into()),
        generate_alert: Some(alert.into()),
        ..whole()
    };
    assert_eq!(codes(draft("true")), "allowed-never-alerts");
    assert_eq!(codes(draft("false")), "");
}
