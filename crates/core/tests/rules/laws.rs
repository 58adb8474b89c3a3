//! What holds for every record, whatever it says.

use std::borrow::Cow;

use ioculate_core::{
    change::{Change, Fields},
    check::{Cidr, Draft, Policy, Row, Verdict, row},
    diagnostic::Gravity,
    indicator::{Action, Indicator, IndicatorType, folded},
    refang::{is_defanged, refang},
};
use proptest::prelude::*;

use crate::outcome::{TODAY, defaults};

/// Text of any kind, text that nearly is a value, and values with marks thrown in.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9a-fA-F]{30,66}",
        "[0-9]{1,3}(\\.[0-9]{1,3}){3}(:[0-9]{1,5}|/[0-9]{1,2}|)",
        "([0-9a-fA-F]{0,4}:){2,8}[0-9a-fA-F]{0,4}",
        "[ *.]{0,2}[a-zA-Z0-9_ü東-]{1,9}([.]|\\[[.]\\]|[(]dot[)]|[.]{2})[a-zA-Z-]{1,9}[.]?",
        "(http|hxxp|h[*][*]ps|HTTPS|ftp)(://|\\[:\\]//)[a-zA-Z0-9.ü@\\[\\]:-]{1,20}(/[a-zA-Z0-9.()\\[\\]#?*%é -]{0,20})?",
        "[\\[\\](){}.:/\\\\ dothxp]{0,24}",
    ]
}

fn field() -> impl Strategy<Value = Option<String>> {
    prop_oneof![
        Just(None),
        any::<String>().prop_map(Some),
        "(Block|audit|ALERT|AlertAndBlock|Allowed|BlockAndRemediate|true|FALSE|High|low)"
            .prop_map(Some),
        "20[0-9]{2}-[01][0-9]-[0-3][0-9](T[0-2][0-9]:[0-5][0-9]:00([.][0-9]{1,7})?(Z|[+]0[0-9]:00))?"
            .prop_map(Some),
    ]
}

fn kind() -> impl Strategy<Value = Option<String>> {
    prop_oneof![
        Just(None),
        any::<String>().prop_map(Some),
        prop::sample::select(IndicatorType::ALL).prop_map(|kind| Some(kind.to_string())),
    ]
}

fn fields() -> impl Strategy<Value = Fields> {
    prop_oneof![Just(Fields::NONE), Just(Fields::ALL)]
}

fn policy() -> impl Strategy<Value = Policy> {
    let cidr = prop_oneof![
        Just(Cidr::Refuse),
        (0_u32..5_000).prop_map(|cap| Cidr::Expand { cap }),
        Just(Cidr::SingleApi)
    ];
    (cidr, any::<bool>(), any::<bool>()).prop_map(
        |(cidr, legacy_as_written, internal_addresses)| Policy {
            cidr,
            legacy_as_written,
            internal_addresses,
            ..Policy::default()
        },
    )
}

prop_compose! {
    fn draft()(
        (indicator_type, value, fields) in (kind(), value(), fields()),
        rest in prop::collection::vec(field(), 7),
        rbac_group_names in prop::collection::vec(any::<String>(), 0..3),
    ) -> Draft<'static> {
        let mut rest = rest.into_iter().map(|text| text.map(Cow::Owned));
        let mut next = || rest.next().flatten();
        Draft {
            indicator_type: indicator_type.map(Cow::Owned),
            value: Some(value.into()),
            action: next(),
            title: next(),
            description: next(),
            severity: next(),
            expiration: next(),
            generate_alert: next(),
            category: next(),
            rbac_group_names: rbac_group_names.into_iter().map(Cow::Owned).collect(),
            fields,
            ..Draft::default()
        }
    }
}

/// A draft in which only the value is in question, so that many rows are ready.
fn plain(kind: Option<IndicatorType>, value: String) -> Draft<'static> {
    Draft {
        indicator_type: kind.map(|kind| kind.as_str().into()),
        value: Some(value.into()),
        ..Draft::default()
    }
}

fn again(sent: &Indicator<'_>) -> Draft<'static> {
    Draft {
        indicator_type: Some(sent.indicator_type.as_str().into()),
        value: Some(sent.value.to_string().into()),
        action: Some(sent.action.as_str().into()),
        title: Some(sent.title.to_string().into()),
        description: Some(sent.description.to_string().into()),
        severity: sent.severity.map(|severity| severity.as_str().into()),
        generate_alert: sent.generate_alert.map(|alert| alert.to_string().into()),
        rbac_group_names: sent
            .rbac_group_names
            .iter()
            .map(|name| name.to_string().into())
            .collect(),
        fields: Fields::ALL,
        ..Draft::default()
    }
}

fn adds_up(row: &Row<'_>) {
    let errors = row
        .diagnostics
        .iter()
        .filter(|found| found.gravity() == Gravity::Error)
        .count();
    match row.verdict {
        Verdict::Ready => assert!(row.indicator.is_some() && errors == 0),
        Verdict::Refused => assert!(row.indicator.is_none() && errors > 0),
        Verdict::Ignored => assert!(row.indicator.is_none() && errors == 0),
        other => panic!("a row knows nothing of its neighbours, but is {other:?}"),
    }
    for found in &row.diagnostics {
        assert!(found.to_string().starts_with("Line 9: "), "{found}");
        assert!(found.to_string().chars().count() < 600, "{found}");
    }
}

fn may_be_sent(sent: &Indicator<'_>) {
    let (kind, action) = (sent.indicator_type, sent.action);
    assert!(!kind.is_network() || action != Action::BlockAndRemediate);
    assert!(action != Action::Audit || sent.generate_alert == Some(true));
    assert!(!sent.title.is_empty() && !sent.description.is_empty());
    assert_eq!(sent.value, sent.value.trim());
    assert_eq!(folded(kind, &sent.value), sent.value);
    assert!(sent.value.chars().count() <= 800);
    if sent.value.contains("://") && kind == IndicatorType::Url && sent.value.is_ascii() {
        let parsed = url::Url::parse(&sent.value);
        assert!(parsed.is_ok(), "{} {parsed:?}", sent.value);
    }
}

fn is_value(change: &Change) -> bool {
    change.field == ioculate_core::change::Field::IndicatorValue
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_row_ends_in_one_state(draft in draft(), policy in policy()) {
        let defaults = defaults();
        let row = row(draft, &defaults, &policy, TODAY, 9);
        adds_up(&row);
        if let Some(sent) = &row.indicator {
            may_be_sent(sent);
        }
    }

    #[test]
    fn what_is_ready_stays_as_it_is(
        kind in prop::option::of(prop::sample::select(IndicatorType::ALL)),
        value in value(),
        policy in policy(),
    ) {
        let defaults = defaults();
        let first = row(plain(kind, value.clone()), &defaults, &policy, TODAY, 9);
        adds_up(&first);
        if let Some(sent) = &first.indicator {
            may_be_sent(sent);
            if !first.changes.iter().any(is_value) {
                prop_assert_eq!(&sent.value, &value);
            }
            let second = row(again(sent), &defaults, &policy, TODAY, 9);
            prop_assert_eq!(&second.changes, &[]);
            prop_assert_eq!(second.indicator.as_ref(), first.indicator.as_ref());
        }
    }

    #[test]
    fn reading_twice_refangs_once(value in value()) {
        let mut changes = Vec::new();
        let once = refang(Cow::Borrowed(&value), &mut changes);
        prop_assert_eq!(once != value, !changes.is_empty() && once != value);
        prop_assert_eq!(changes.is_empty(), !is_defanged(&value));
        prop_assert!(!is_defanged(&once));
        let mut none = Vec::new();
        prop_assert_eq!(refang(once.clone(), &mut none), once);
        prop_assert!(none.is_empty());
    }

    #[test]
    fn a_path_is_never_refanged(path in "[a-z.()\\[\\]{}dot]{0,20}", query in "[a-z.()\\[\\]]{0,9}") {
        let url = format!("http://[2001:db8::1]:8080/{path}?{query}");
        prop_assert!(!is_defanged(&url));
        let row_of = |url: String| plain(Some(IndicatorType::Url), url);
        let defaults = defaults();
        let row = row(row_of(url.clone()), &defaults, &Policy::default(), TODAY, 9);
        prop_assert_eq!(row.indicator.map(|sent| sent.value.into_owned()), Some(url));
    }
}
