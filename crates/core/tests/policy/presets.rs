//! Presets as files.

use ioculate_core::{
    change::{ChangeKind, ChangeKinds},
    check::{Cidr, Defaults, GroupDefaults, Hashes, Policy},
    indicator::{Action, Severity},
    preset::{MOST_BYTES, Preset},
};
use proptest::prelude::*;

/// The faults as `key code`.
fn faults(text: &str) -> Vec<String> {
    let faults = Preset::read(text.as_bytes()).err().unwrap_or_default();
    let said = faults
        .iter()
        .map(|fault| format!("{} {}", fault.key(), fault.code()));
    said.collect()
}

#[test]
fn a_preset_says_what_it_says_and_nothing_else() {
    let text = r#"{"ioculatePreset": 1, "name": "Weekly feed",
        "defaults": {"action": "Block", "title": "Feed of {date}", "rbacGroupNames": ["Servers"],
                     "names": {"expiresInDays": 30}, "files": {"action": "BlockAndRemediate"}},
        "policy": {"cidr": 256, "hashes": "strongest", "kept": ["lowercased"]}}"#;
    let mut defaults = Defaults {
        action: Action::Block,
        title: "Feed of {date}".to_owned(),
        rbac_group_names: vec!["Servers".to_owned()],
        ..Defaults::default()
    };
    defaults.names.expires_in_days = Some(30);
    defaults.files.action = Some(Action::BlockAndRemediate);
    let policy = Policy {
        cidr: Cidr::Expand { cap: 256 },
        hashes: Hashes::Strongest,
        kept: ChangeKinds::NONE.with(ChangeKind::Lowercased),
        ..Policy::default()
    };
    let expected = Preset {
        name: "Weekly feed".to_owned(),
        defaults,
        policy,
    };
    assert_eq!(Preset::read(text.as_bytes()), Ok(expected));
    let bare = Preset::read(br#"{"ioculatePreset": 1, "name": "x"}"#).expect("a preset");
    assert_eq!(
        (bare.defaults, bare.policy),
        (Defaults::default(), Policy::default())
    );
}

#[test]
fn what_is_wrong_is_named_by_its_key() {
    let with = |rest: &str| format!(r#"{{"ioculatePreset": 1, "name": "x", {rest}}}"#);
    let table: &[(String, &[&str])] = &[
        (String::new(), &[" preset-bad-value"]),
        ("[]".to_owned(), &[" preset-bad-value"]),
        ("{".repeat(1_000), &[" preset-bad-value"]),
        ("[".repeat(10_000), &[" preset-bad-value"]),
        (
            "{}".to_owned(),
            &[
                "ioculatePreset preset-missing-key",
                "name preset-missing-key",
            ],
        ),
        (
            r#"{"ioculatePreset": 2, "name": 5, "other": {}}"#.to_owned(),
            &["ioculatePreset preset-bad-value"],
        ),
        (
            r#"{"ioculatePreset": "1", "name": " "}"#.to_owned(),
            &["ioculatePreset preset-bad-value", "name preset-bad-value"],
        ),
        (with(r#""Defaults": {}"#), &["Defaults preset-unknown-key"]),
        (with(r#""defaults": []"#), &["defaults preset-bad-value"]),
        (
            with(
                r#""defaults": {"titel": "x", "title": "{valeu}", "names": {"expiresInDays": 0}}"#,
            ),
            &[
                "defaults.titel preset-unknown-key",
                "defaults.title preset-bad-value",
                "defaults.names.expiresInDays preset-bad-value",
            ],
        ),
        (
            with(r#""defaults": {"action": "Alert", "rbacGroupNames": ["a", 7]}"#),
            &[
                "defaults.action preset-bad-value",
                "defaults.rbacGroupNames[1] preset-bad-value",
            ],
        ),
        (
            with(
                r#""policy": {"cidr": 0, "hashes": "All", "kept": ["lowercased", "spelling"], "cap": 1}"#,
            ),
            &[
                "policy.cap preset-unknown-key",
                "policy.cidr preset-bad-value",
                "policy.hashes preset-bad-value",
                "policy.kept[1] preset-bad-value",
            ],
        ),
        (
            format!("{}{}", with(r#""policy": {}"#), " ".repeat(MOST_BYTES)),
            &[" preset-bad-value"],
        ),
    ];
    for (text, expected) in table {
        assert_eq!(faults(text), *expected, "{text:.200}");
    }
    let fault = Preset::read(b"{\"ioculatePreset\": 3}").expect_err("a later version");
    assert_eq!(
        fault[0].to_string(),
        "ioculatePreset is 3. It takes 1: this is of a later version of the page. Reload the page."
    );
}

/// What would not be read again is not written.
#[test]
fn a_preset_that_would_not_be_read_is_not_written() {
    let sound = Preset {
        name: "x".to_owned(),
        defaults: Defaults::default(),
        policy: Policy::default(),
    };
    let keys = |preset: &Preset| {
        let faults = preset.write().err().unwrap_or_default();
        faults
            .iter()
            .map(|fault| fault.key().to_owned())
            .collect::<Vec<_>>()
    };
    assert!(keys(&sound).is_empty());
    let with = |title: String, days| Preset {
        defaults: Defaults {
            title,
            ..Defaults::default().expiring_in(days)
        },
        ..sound.clone()
    };
    assert_eq!(keys(&with("a".repeat(1_001), None)), ["defaults.title"]);
    assert_eq!(keys(&with("{x}".to_owned(), None)), ["defaults.title"]);
    assert_eq!(keys(&with(String::new(), Some(0))).len(), 3);
    let nameless = Preset {
        name: String::new(),
        ..sound
    };
    assert_eq!(keys(&nameless), ["name"]);
}

fn group() -> impl Strategy<Value = GroupDefaults> {
    let action = prop::option::of(prop::sample::select(&MODERN[..]));
    let severity = prop::option::of(prop::sample::select(Severity::ALL));
    (action, severity, prop::option::of(1_u16..=3_650)).prop_map(
        |(action, severity, expires_in_days)| GroupDefaults {
            action,
            severity,
            expires_in_days,
        },
    )
}

const MODERN: [Action; 5] = [
    Action::Audit,
    Action::Allowed,
    Action::Warn,
    Action::Block,
    Action::BlockAndRemediate,
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[^\\pC{]{0,40}x",
        "a\\{(value|date|column:[a-z ü]{1,9}x)\\}\\{\\{[^\\pC{]{0,9}",
    ]
}

prop_compose! {
    fn defaults()(
        action in prop::sample::select(&MODERN[..]), severity in prop::option::of(prop::sample::select(Severity::ALL)),
        title in text(), description in text(), generate_alert: Option<bool>,
        rbac_group_names in prop::collection::vec("[^\\pC]{0,20}x", 0..4),
        files in group(), addresses in group(), names in group(),
    ) -> Defaults {
        Defaults { action, severity, title, description, generate_alert, rbac_group_names, files, addresses, names }
    }
}

prop_compose! {
    fn policy()(
        cidr in prop_oneof![Just(Cidr::Refuse), Just(Cidr::SingleApi), (1_u32..=100_000).prop_map(|cap| Cidr::Expand { cap })],
        legacy_as_written: bool, internal_addresses: bool, strongest: bool,
        kinds in prop::sample::subsequence(ChangeKind::ALL.to_vec(), 0..ChangeKind::ALL.len()),
    ) -> Policy {
        let kept = kinds.into_iter().filter(|kind| kind.can_be_kept());
        Policy {
            cidr, legacy_as_written, internal_addresses,
            hashes: if strongest { Hashes::Strongest } else { Hashes::All },
            kept: kept.fold(ChangeKinds::NONE, ChangeKinds::with),
        }
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(name in "[^\\pC]{0,90}x", defaults in defaults(), policy in policy()) {
        let preset = Preset { name, defaults, policy };
        let text = preset.write();
        prop_assert_eq!(text.as_deref().map(|text| Preset::read(text.as_bytes())), Ok(Ok(preset)));
    }

    /// Any bytes are a preset or a list of faults, and what is read can be written.
    #[test]
    fn any_bytes_are_read_or_refused(bytes: Vec<u8>, text in "[{}\\[\\]\",:a-z0-9 ]{0,60}", cut in 0_usize..400) {
        for bytes in [&bytes[..], text.as_bytes()] {
            prop_assert!(Preset::read(bytes).is_ok_and(|it| it.write().is_ok()) || !faults(&String::from_utf8_lossy(bytes)).is_empty());
        }
        let whole = Preset { name: "x".to_owned(), defaults: Defaults::default(), policy: Policy::default() };
        let whole = whole.write().expect("a preset");
        let cut = cut.min(whole.trim_end().len() - 1);
        prop_assert_eq!(faults(&whole[..cut]), [" preset-bad-value"]);
    }
}
