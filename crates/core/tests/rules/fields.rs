//! Type, severity, title, description, defaults and what is not sent.

use ioculate_core::{
    change::{ChangeKind, Field, Fields},
    check::{Defaults, Draft, Policy, Today, Verdict, row},
    clock::WallTime,
    indicator::{Action, IndicatorType, Severity},
};

use crate::outcome::{TODAY, checked, codes, defaults, whole};

const SHA1: &str = "da39a3ee5e6b4b0d3255bfef95601890afd80709";

#[test]
fn types_in_any_case_and_in_other_words() {
    for (given, wanted) in [
        ("DomainName", ""),
        ("domainname", ""),
        (" DOMAINNAME ", ""),
        ("Domain", ""),
        ("FQDN", ""),
        ("domain-name", ""),
        ("SHA-1", "type-mismatch"),
        ("DomainName?", "bad-type"),
        ("hash", "bad-type"),
        ("Sha512", "bad-type"),
        ("IPv4Adress", "bad-type"),
        ("WebCategory", "bad-type"),
    ] {
        let draft = Draft {
            indicator_type: Some(given.into()),
            ..whole()
        };
        assert_eq!(codes(draft), wanted, "{given}");
    }
    for given in ["domainNAME", "Domain"] {
        let draft = Draft {
            indicator_type: Some(given.into()),
            ..whole()
        };
        checked(draft, &Policy::default(), |row| {
            let spelling = &row.changes[0];
            assert_eq!(
                (spelling.kind, spelling.field),
                (ChangeKind::Spelling, Field::IndicatorType)
            );
            assert_eq!((&*spelling.before, &*spelling.after), (given, "DomainName"));
        });
    }
}

#[test]
fn an_unknown_type_is_still_recognised() {
    let draft = Draft {
        indicator_type: Some("hash".into()),
        value: Some(SHA1.into()),
        ..whole()
    };
    checked(draft, &Policy::default(), |row| {
        assert_eq!(row.recognised, Some((IndicatorType::FileSha1, SHA1.into())));
        assert_eq!(row.verdict, Verdict::Refused);
    });
}

#[test]
fn severities() {
    for (given, wanted) in [
        (None, Ok(None)),
        (Some(""), Ok(None)),
        (Some("High"), Ok(Some(Severity::High))),
        (Some("informational"), Ok(Some(Severity::Informational))),
        (Some("Critical"), Err("bad-severity")),
        (Some("5"), Err("bad-severity")),
        (Some("hoch"), Err("bad-severity")),
    ] {
        let draft = Draft {
            severity: given.map(Into::into),
            ..whole()
        };
        checked(draft, &Policy::default(), |row| match row.indicator {
            Some(indicator) => assert_eq!(Ok(indicator.severity), wanted, "{given:?}"),
            None => assert_eq!(Err(row.diagnostics[0].code()), wanted, "{given:?}"),
        });
    }
}

#[test]
fn titles_and_descriptions() {
    let long = "a".repeat(4_001);
    let at_most = "ü".repeat(4_000);
    for (title, wanted) in [
        (Some("Case"), ""),
        (Some(" Case "), ""),
        (Some(""), "missing-title"),
        (Some(" \u{200b}"), "missing-title"),
        (None, "missing-title"),
        (Some("a\0b"), "control-character"),
        (Some("a\u{1b}[31mb"), "control-character"),
        (Some("a\tb"), ""),
        (Some(&at_most), ""),
        (Some(&long), "title-too-long"),
    ] {
        let draft = Draft {
            title: title.map(Into::into),
            ..whole()
        };
        assert_eq!(codes(draft), wanted, "{title:?}");
    }
    let hundred = "é".repeat(100);
    let more = "é".repeat(101);
    for (description, wanted) in [
        (Some("one\ntwo"), ""),
        (Some("Ünïcode – 説明 ✓"), ""),
        (Some(""), "missing-description"),
        (None, "missing-description"),
        (Some(&hundred), ""),
        (Some(&more), "long-description"),
    ] {
        let draft = Draft {
            description: description.map(Into::into),
            ..whole()
        };
        assert_eq!(codes(draft), wanted, "{description:?}");
    }
}

#[test]
fn a_blank_cell_is_refused_where_a_missing_column_is_filled() {
    let blank = Draft {
        value: Some("evil.example".into()),
        fields: Fields::ALL,
        ..Draft::default()
    };
    assert_eq!(
        codes(blank),
        "missing-action missing-title missing-description"
    );
    let list = Draft {
        value: Some("evil.example".into()),
        ..Draft::default()
    };
    assert_eq!(codes(list.clone()), "");
    checked(list, &Policy::default(), |row| {
        let listed: Vec<_> = row.listed_changes().collect();
        let listed: Vec<_> = listed
            .iter()
            .map(|c| (c.kind, c.field, &*c.after))
            .collect();
        assert_eq!(
            listed,
            [
                (ChangeKind::TypeDetected, Field::IndicatorType, "DomainName"),
                (ChangeKind::Defaulted, Field::Action, "Block"),
                (ChangeKind::Defaulted, Field::Title, "list.txt"),
                (ChangeKind::Defaulted, Field::Description, "imported"),
            ]
        );
    });
}

#[test]
fn defaults_reach_every_field_that_a_list_lacks() {
    let defaults = Defaults {
        action: Action::Audit,
        severity: Some(Severity::High),
        rbac_group_names: vec![" Servers".to_owned(), "Kiosks, old".to_owned()],
        ..defaults().expiring_in(Some(30))
    };
    let list = Draft {
        value: Some(SHA1.into()),
        ..Draft::default()
    };
    let now: Today = WallTime(TODAY.0 + 999);
    let row = row(list, &defaults, &Policy::default(), now, 1);
    let listed: Vec<_> = row
        .listed_changes()
        .map(|c| format!("{} {}", c.field, c.after))
        .collect();
    assert_eq!(
        listed,
        [
            "indicatorType FileSha1",
            "expirationTime 2026-12-21T00:00:00Z",
            "action Audit",
            "severity High",
            "title list.txt",
            "description imported",
            "rbacGroupNames [\"Servers\",\"Kiosks, old\"]",
            "generateAlert true",
        ]
    );
    let indicator = row.indicator.as_ref();
    assert_eq!(indicator.and_then(|sent| sent.generate_alert), Some(true));
    let empty = Defaults {
        title: String::new(),
        ..defaults
    };
    let list = Draft {
        value: Some(SHA1.into()),
        ..Draft::default()
    };
    let row = ioculate_core::check::row(list, &empty, &Policy::default(), now, 1);
    assert_eq!(row.diagnostics[0].code(), "missing-title");
}

#[test]
fn what_else_is_sent_and_what_is_not() {
    let draft = Draft {
        category: Some("Malware".into()),
        recommended_actions: Some("triage".into()),
        rbac_group_names: vec!["Group One".into(), " Grp-2".into(), " ".into()],
        mitre_techniques: vec!["T1059.001".into(), "T1105".into()],
        application: Some(" ".into()),
        educate_url: Some("https://help.example".into()),
        external_id: Some("case-7".into()),
        ..whole()
    };
    checked(draft, &Policy::default(), |row| {
        let sent = row.indicator.as_ref().expect("ready");
        assert_eq!(sent.recommended_actions.as_deref(), Some("triage"));
        assert_eq!(sent.rbac_group_names, ["Group One", "Grp-2"]);
        assert_eq!(sent.mitre_techniques, ["T1059.001", "T1105"]);
        assert_eq!(sent.application, None);
        assert_eq!(sent.external_id.as_deref(), Some("case-7"));
        let changes: Vec<_> = row
            .changes
            .iter()
            .map(|c| (c.kind, c.field, &*c.before))
            .collect();
        assert_eq!(
            changes,
            [
                (ChangeKind::Trimmed, Field::RbacGroupNames, " Grp-2"),
                (ChangeKind::LeftOut, Field::Category, "Malware"),
            ]
        );
        assert_eq!(row.diagnostics[0].code(), "educate-url-unused");
    });
}

#[test]
fn all_that_is_wrong_is_listed_the_value_first() {
    let draft = Draft {
        value: Some("10.0.0.1".into()),
        indicator_type: Some("IpAddress".into()),
        action: Some("Blok".into()),
        generate_alert: Some("yes".into()),
        severity: Some("hoch".into()),
        expiration: Some("tomorrow".into()),
        fields: Fields::ALL,
        ..Draft::default()
    };
    assert_eq!(
        codes(draft),
        "internal-address bad-action bad-generate-alert missing-title missing-description \
         bad-severity bad-date"
    );
}

#[test]
fn the_examples_of_microsofts_pages() {
    let sample = |expiration: &'static str, action: &'static str| Draft {
        indicator_type: Some("FileSha1".into()),
        value: Some("220e7d15b011d7fac48f2bd61114db1022197f7f".into()),
        title: Some("demo".into()),
        application: Some("demo-test".into()),
        expiration: Some(expiration.into()),
        action: Some(action.into()),
        severity: Some("Informational".into()),
        description: Some("demo2".into()),
        recommended_actions: Some("nothing".into()),
        rbac_group_names: vec!["group1".into(), "group2".into()],
        fields: Fields::ALL,
        ..Draft::default()
    };
    assert_eq!(codes(sample("2021-12-12T00:00:00Z", "Alert")), "expired");
    let policy = Policy::default();
    let (defaults, day) = (defaults(), WallTime(1_609_459_200_000));
    let row = row(
        sample("2021-12-12T00:00:00Z", "Alert"),
        &defaults,
        &policy,
        day,
        1,
    );
    let sent = row.indicator.as_ref().expect("ready in January 2021");
    assert_eq!(
        (sent.action, sent.generate_alert),
        (Action::Audit, Some(true))
    );
}

#[test]
fn no_field_is_so_long_that_a_call_cannot_hold_it() {
    let long = "\"".repeat(100_001);
    let most = &long[1..];
    let description = |text: &str| Draft {
        description: Some(text.to_owned().into()),
        ..whole()
    };
    assert_eq!(codes(description(most)), "long-description");
    assert_eq!(codes(description(&long)), "cell-too-long");
    let groups = |count: usize| Draft {
        rbac_group_names: vec!["a".into(); count],
        ..whole()
    };
    assert_eq!(codes(groups(50_000)), "");
    assert_eq!(codes(groups(50_001)), "cell-too-long");
    let recommended = Draft {
        recommended_actions: Some(long.into()),
        ..whole()
    };
    assert_eq!(codes(recommended), "cell-too-long");
}

#[test]
fn a_comma_in_a_url_of_a_list_is_worth_a_look() {
    let draft = |fields, url: &'static str| Draft {
        indicator_type: None,
        value: Some(url.into()),
        fields,
        ..whole()
    };
    let list = |url| codes(draft(Fields::NONE, url));
    assert_eq!(list("https://evil.example/x,URL,malware"), "ambiguous");
    assert_eq!(list("https://evil.example/x,y.php"), "url-with-comma");
    assert_eq!(list("https://evil.example/x"), "");
    let table = Fields::NONE.with(Field::IndicatorValue);
    assert_eq!(codes(draft(table, "https://evil.example/x,y")), "");
}
