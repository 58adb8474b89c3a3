//! Defaults by groups of types, alerts and device groups.

use ioculate_core::{
    change::{ChangeKind, Field},
    check::{Defaults, GroupDefaults, check_template},
    indicator::{Action, Indicator, IndicatorType, Severity},
};
use proptest::prelude::*;

use crate::{given, read, rows};

const SHA1: &str = "da39a3ee5e6b4b0d3255bfef95601890afd80709";

/// Action, severity, the day of the expiration, alert, groups.
fn said(sent: &Indicator<'_>) -> String {
    let severity = sent.severity.map_or("-", Severity::as_str);
    let expires = sent.expiration.map_or("never".to_owned(), |at| {
        ((at.0 - crate::TODAY.0) / 86_400_000).to_string()
    });
    let alert = sent
        .generate_alert
        .map_or("-", |alert| if alert { "alert" } else { "silent" });
    format!(
        "{} {severity} {expires} {alert} [{}]",
        sent.action,
        sent.rbac_group_names.join("|")
    )
}

fn list(defaults: Defaults) -> Vec<String> {
    let text = format!("{SHA1}\n198.51.100.7\nbad.example\nhttps://bad.example/a\n");
    rows(&read(defaults, "list.txt", &text), said)
}

#[test]
fn a_plain_list_is_given_what_its_types_are_given() {
    assert_eq!(
        list(given()),
        [
            "Audit - never alert []",
            "Audit - 90 alert []",
            "Audit - 90 alert []",
            "Audit - 90 alert []",
        ]
    );
    let by_group = Defaults {
        action: Action::Block,
        severity: Some(Severity::Low),
        generate_alert: Some(false),
        rbac_group_names: vec![" Servers ".to_owned(), " ".to_owned(), "Kiosks".to_owned()],
        files: GroupDefaults {
            action: Some(Action::BlockAndRemediate),
            severity: Some(Severity::High),
            expires_in_days: Some(400),
        },
        addresses: GroupDefaults {
            expires_in_days: None,
            ..GroupDefaults::default()
        },
        ..given()
    };
    assert_eq!(
        list(by_group),
        [
            "BlockAndRemediate High 400 silent [Servers|Kiosks]",
            "Block Low never silent [Servers|Kiosks]",
            "Block Low 90 silent [Servers|Kiosks]",
            "Block Low 90 silent [Servers|Kiosks]",
        ]
    );
}

/// The default action and alert, the row's own, and what is sent with which change.
#[test]
fn a_default_alert_goes_with_the_action() {
    let table = [
        ("Block", None, "", "-"),
        ("Block", Some(true), "", "alert Defaulted"),
        ("Block", Some(false), "", "silent Defaulted"),
        ("Warn", Some(true), "", "alert Defaulted"),
        ("Audit", None, "", "alert AlertForced"),
        ("Audit", Some(true), "", "alert AlertForced"),
        ("Audit", Some(false), "", "alert AlertForced"),
        ("Allowed", Some(true), "", "-"),
        ("Allowed", Some(false), "", "silent Defaulted"),
        ("Block", Some(true), "Allowed", "-"),
        ("Allowed", Some(true), "Block", "alert Defaulted"),
        ("Block", Some(false), "Alert", "alert AlertForced"),
    ];
    for (action, generate_alert, own, expected) in table {
        let defaults = Defaults {
            action: Action::read(action).expect("an action"),
            generate_alert,
            ..given()
        };
        let text = format!("indicatorValue,action,title\nbad.example,{own},t\n");
        let text = if own.is_empty() {
            "bad.example\n"
        } else {
            &text
        };
        let ledger = read(defaults, "a", text);
        let row = ledger.row(0).expect("a row");
        let sent = row.indicator.as_ref().expect("ready");
        let change = row
            .listed_changes()
            .find(|change| change.field == Field::GenerateAlert);
        let alert = match sent.generate_alert {
            None => "-",
            Some(true) => "alert",
            Some(false) => "silent",
        };
        let kind = change.map_or(String::new(), |change| format!(" {:?}", change.kind));
        let codes = row
            .diagnostics
            .iter()
            .filter(|found| found.code() == "allowed-never-alerts");
        assert_eq!(codes.count(), 0, "{action} {generate_alert:?} {own}");
        assert_eq!(
            format!("{alert}{kind}"),
            expected,
            "{action} {generate_alert:?} {own}"
        );
    }
}

/// The header and row of a table, and what is sent.
#[test]
fn what_a_source_has_a_place_for_is_its_own() {
    let defaults = Defaults {
        action: Action::Block,
        severity: Some(Severity::Low),
        generate_alert: Some(true),
        rbac_group_names: vec!["Servers".to_owned()],
        ..given()
    };
    let table = [
        (
            "indicatorValue",
            "bad.example",
            "Block Low 90 alert [Servers]",
        ),
        (
            "indicatorValue,severity",
            "bad.example,",
            "Block - 90 alert [Servers]",
        ),
        (
            "indicatorValue,severity",
            "bad.example,High",
            "Block High 90 alert [Servers]",
        ),
        (
            "indicatorValue,rbacGroups",
            "bad.example,",
            "Block Low 90 alert []",
        ),
        (
            "indicatorValue,rbacGroups",
            "bad.example,Kiosks",
            "Block Low 90 alert [Kiosks]",
        ),
        (
            "indicatorValue,expirationTime",
            "bad.example,",
            "Block Low never alert [Servers]",
        ),
        (
            "indicatorValue,generateAlert",
            "bad.example,",
            "Block Low 90 - [Servers]",
        ),
        (
            "indicatorValue,generateAlert",
            "bad.example,false",
            "Block Low 90 silent [Servers]",
        ),
        ("indicatorValue,action", "bad.example,", "! missing-action"),
    ];
    for (header, row, expected) in table {
        let ledger = read(defaults.clone(), "a.csv", &format!("{header}\n{row}\n"));
        assert_eq!(rows(&ledger, said), [expected], "{header} {row}");
    }
}

/// A default is held to the rules of any text and any action.
#[test]
fn a_default_that_breaks_a_rule_is_refused() {
    let files = |action| GroupDefaults {
        action: Some(action),
        ..GroupDefaults::default()
    };
    let with = |change: &dyn Fn(&mut Defaults)| {
        let mut defaults = Defaults {
            action: Action::Block,
            ..given()
        };
        change(&mut defaults);
        rows(&read(defaults, "list.txt", "bad.example\n"), said).remove(0)
    };
    let ready = "Block - 90 - []";
    assert_eq!(with(&|_| ()), ready);
    assert_eq!(
        with(&|it| it.files = files(Action::BlockAndRemediate)),
        ready
    );
    assert_eq!(
        with(&|it| it.names = files(Action::BlockAndRemediate)),
        "! action-not-for-type"
    );
    assert_eq!(
        with(&|it| it.names = files(Action::Allowed)),
        "Allowed - never - []"
    );
    assert_eq!(with(&|it| it.title = "a".repeat(4_001)), "! title-too-long");
    assert_eq!(
        with(&|it| it.title = "a\u{1b}[31m".to_owned()),
        "! control-character"
    );
    assert_eq!(
        with(&|it| it.description = " \u{200b}".to_owned()),
        "! missing-description"
    );
    assert_eq!(
        with(&|it| it.names.expires_in_days = Some(0)),
        "Block - 0 - []"
    );
    let names = vec!["a\u{7}".to_owned()];
    assert_eq!(
        with(&|it| it.rbac_group_names.clone_from(&names)),
        "! control-character"
    );
}

proptest! {
    /// Whatever the defaults are, what a source says itself is sent as it says it.
    #[test]
    fn what_is_given_wins(
        title in "\\PC{0,20}", action in prop::sample::select(Action::ALL), alert: Option<bool>,
        days: Option<u16>, group in "[a-z{}]{0,5}",
    ) {
        let network = GroupDefaults { action: Some(action), severity: Some(Severity::High), expires_in_days: days };
        let defaults = Defaults {
            action, title: title.clone(), description: title, generate_alert: alert,
            rbac_group_names: vec![group], addresses: network, names: network, files: network,
            severity: Some(Severity::Low),
        };
        let own = "indicatorType,indicatorValue,expirationTime,action,severity,title,description,rbacGroups,generateAlert\n\
                   DomainName,bad.example,2027-01-31T00:00:00Z,Block,Medium,{value},{},Kiosks,false\n";
        let ledger = read(defaults, "a.csv", own);
        let row = ledger.row(0).expect("a row");
        prop_assert!(row.defaulted.iter().next().is_none());
        let sent = row.indicator.as_ref().expect("ready");
        prop_assert_eq!(said(sent), "Block Medium 71 silent [Kiosks]");
        prop_assert_eq!((&*sent.title, &*sent.description), ("{value}", "{}"));
    }

    /// A default is listed as a change with what is sent, or the row is not sent.
    #[test]
    fn what_is_filled_is_listed(
        title in "([a-z ]|\\{(value|type|file|line|date|action|severity|expires|column:a|x)\\}|[{}]){0,8}",
        alert: Option<bool>,
    ) {
        let column = title.replace("{{", "").contains("{column:a}");
        let is_sound = check_template(&title).is_ok() && !column;
        let defaults = Defaults { title: title.clone(), generate_alert: alert, action: Action::Block, ..given() };
        let ledger = read(defaults, "list.txt", "bad.example\n");
        let row = ledger.row(0).expect("a row");
        let Some(sent) = &row.indicator else {
            prop_assert!(!is_sound || title.contains("severity"), "{}", title);
            return Ok(());
        };
        prop_assert!(is_sound);
        let listed: Vec<_> = row.listed_changes().filter(|change| change.kind == ChangeKind::Defaulted).collect();
        let text = |field| listed.iter().find(|change| change.field == field).map(|change| change.after.to_string());
        prop_assert_eq!(text(Field::Title), Some(sent.title.to_string()));
        prop_assert_eq!(text(Field::GenerateAlert), alert.map(|alert| alert.to_string()));
        let is_raw = sent.title.contains("{value}") && !title.contains("{{");
        prop_assert!(!is_raw);
    }
}

#[test]
fn every_type_stands_in_one_group() {
    let groups: Vec<String> = IndicatorType::ALL
        .iter()
        .map(|kind| format!("{kind} {:?}", kind.group()))
        .collect();
    assert_eq!(
        groups,
        [
            "FileSha1 Files",
            "FileSha256 Files",
            "FileMd5 Files",
            "CertificateThumbprint Files",
            "IpAddress Addresses",
            "DomainName Names",
            "Url Names",
        ]
    );
}
