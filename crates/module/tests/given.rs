//! Holds the options to the readers that judge them: neither may know a key that the other lacks.

use ioculate_core::{
    check::Cidr,
    config::{Config, Fault},
    indicator::Action as CoreAction,
    preset::Preset,
};
use ioculate_module::{
    fault::ErrorCode,
    given::{Defaults, GroupDefaults, Limits, Mapping, Meaning, Policy, ReadOptions, Role},
    names::{Action, ChangeKind, Field, IndicatorType, Severity},
};
use serde::Serialize;
use serde_json::{Value, json};

fn keys(of: &impl Serialize) -> Vec<String> {
    let json = serde_json::to_value(of).expect("plain data");
    let mut keys: Vec<String> = json
        .as_object()
        .into_iter()
        .flatten()
        .map(|(key, _)| key.clone())
        .collect();
    keys.sort();
    keys
}

fn group() -> GroupDefaults {
    GroupDefaults {
        action: Some(Action::Block),
        severity: Some(Severity::High),
        expires_in_days: Some(json!("never")),
    }
}

fn defaults() -> Defaults {
    Defaults {
        action: Some(Action::Warn),
        title: Some("{value}".to_owned()),
        description: Some("Seen".to_owned()),
        severity: Some(Severity::Low),
        generate_alert: Some(true),
        rbac_group_names: Some(vec!["Servers".to_owned()]),
        expires_in_days: Some(json!(30)),
        files: Some(group()),
        addresses: Some(group()),
        names: Some(group()),
    }
}

fn policy() -> Policy {
    Policy {
        cidr: Some(json!(256)),
        legacy_as_written: Some(true),
        internal_addresses: Some(true),
        hashes: Some("strongest".to_owned()),
        kept: Some(vec![ChangeKind::PortDropped]),
    }
}

fn limits() -> Limits {
    Limits {
        calls_per_minute: Some(3),
        batch_items: Some(10),
        delete_calls_per_minute: Some(2),
        delete_ids: Some(5),
    }
}

fn options() -> ReadOptions {
    ReadOptions {
        name: "a.csv".to_owned(),
        defaults: Some(defaults()),
        policy: Some(policy()),
        own_domains: Some(vec!["contoso.example".to_owned()]),
        own_addresses: Some(vec!["198.51.100.0/24".to_owned()]),
        limits: Some(limits()),
        ..ReadOptions::default()
    }
}

#[test]
fn every_option_reaches_the_core() {
    let taken = options().settings().expect("all of them are allowed");
    assert_eq!(taken.defaults.action, CoreAction::Warn);
    assert_eq!(taken.defaults.names.action, Some(CoreAction::Block));
    assert_eq!(taken.defaults.files.expires_in_days, None);
    assert_eq!(taken.policy.cidr, Cidr::Expand { cap: 256 });
    assert!(taken.policy.legacy_as_written && taken.policy.internal_addresses);
    assert_eq!(taken.own.names, ["contoso.example"]);
    assert_eq!(taken.own.addresses, ["198.51.100.0/24"]);
    assert!(
        taken
            .own
            .sign_in
            .iter()
            .any(|host| host == "login.microsoftonline.us")
    );
    assert_eq!((taken.limits.batch_items, taken.limits.delete_ids), (10, 5));
    assert_eq!(
        (taken.limits.import[0].calls, taken.limits.delete[0].calls),
        (3, 2)
    );
}

/// What a reader says that it knows, where it is given what nobody knows.
fn known(fault: &Fault) -> Vec<String> {
    let Fault::Unknown { known } = fault else {
        return Vec::new();
    };
    let mut known: Vec<String> = known.iter().map(ToString::to_string).collect();
    known.sort();
    known
}

fn of_preset(json: &Value) -> Vec<String> {
    let faults = Preset::read(json.to_string().as_bytes()).expect_err("an unknown key");
    known(faults[0].fault())
}

#[test]
fn the_options_are_those_that_the_core_knows() {
    let preset = |more: Value| {
        let mut json = json!({ "ioculatePreset": 1, "name": "a" });
        json.as_object_mut()
            .expect("an object")
            .extend(more.as_object().expect("one").clone());
        of_preset(&json)
    };
    assert_eq!(preset(json!({ "defaults": { "?": 1 } })), keys(&defaults()));
    assert_eq!(
        preset(json!({ "defaults": { "names": { "?": 1 } } })),
        keys(&group())
    );
    assert_eq!(preset(json!({ "policy": { "?": 1 } })), keys(&policy()));
    let config = Config::read(&json!({ "clientId": "?", "limits": { "?": 1 } }));
    let faults = config.expect_err("an unknown key");
    let mut of_limits = faults.iter().filter(|fault| fault.key == "limits.?");
    let mut known = known(&of_limits.next().expect("it is said").fault);
    // What counts as a minute is an emulator's to say.
    known.retain(|key| key != "windowSeconds");
    assert_eq!(known, keys(&limits()));
}

#[test]
fn what_is_not_allowed_is_said() {
    let with = |change: fn(&mut ReadOptions)| {
        let mut options = options();
        change(&mut options);
        let fault = options.settings().expect_err("it is not allowed");
        assert_eq!(fault.code, ErrorCode::BadOption);
        fault.message
    };
    for (said, key) in [
        (
            with(|it| it.own_domains = Some(vec!["a b".to_owned()])),
            "ownDomains",
        ),
        (
            with(|it| {
                it.limits = Some(Limits {
                    batch_items: Some(501),
                    ..limits()
                });
            }),
            "limits.batchItems",
        ),
        (
            with(|it| {
                it.defaults = Some(Defaults {
                    expires_in_days: Some(json!("ever")),
                    ..defaults()
                });
            }),
            "defaults.expiresInDays",
        ),
        (
            with(|it| {
                it.policy = Some(Policy {
                    hashes: Some("none".to_owned()),
                    ..policy()
                });
            }),
            "policy.hashes",
        ),
    ] {
        assert!(said.contains(key), "{said}");
    }
}

#[test]
fn a_mapping_goes_to_the_core_and_back() {
    let columns = Field::ALL.iter().map(|field| Role::Field(*field));
    let types = IndicatorType::ALL
        .iter()
        .map(|kind| Role::Indicator(Some(*kind)));
    let mapping = Mapping {
        delimiter: ';',
        header: Some(3),
        columns: columns
            .chain(types)
            .chain([Role::Skip, Role::Indicator(None)])
            .collect(),
        meanings: Some(vec![Meaning {
            column: 1,
            text: "deny".to_owned(),
            action: Some(Action::Block),
            severity: None,
        }]),
    };
    let taken = ioculate_core::mapping::Mapping::from(&mapping);
    assert_eq!(Mapping::from(&taken), mapping);
    let same = |name: Value, core: Value| assert_eq!(name, core);
    for (role, core) in mapping.columns.iter().zip(&taken.columns) {
        same(json!(role), json!(core));
    }
}
