//! A preset: defaults and policy under a name, as a file that a browser keeps and a colleague may be
//! given.
//!
//! JSON goes in; a [`Preset`] comes out, or every fault at once with the key it stands at. Its
//! `defaults` have the form that `config.json` has them in, so that one may be copied into the other.
//! What is absent is what holds where nobody says anything. A key that is not known is a fault: a
//! misspelt one must not pass for none.

use std::fmt;

use serde_json::{Map, Value, json};

use crate::{
    change::{ChangeKind, ChangeKinds},
    check::{Cidr, Defaults, GroupDefaults, Hashes, Policy},
    config::{ConfigError, Fault, Keys, given_defaults, label, whole},
};

/// The most bytes of a preset.
pub const MOST_BYTES: usize = 64 * 1024;

/// The form; a higher number is of a later version of the page.
const FORM: u64 = 1;

const KEYS: &[&str] = &["ioculatePreset", "name", "defaults", "policy"];
const POLICY: &[&str] = &[
    "cidr",
    "legacyAsWritten",
    "internalAddresses",
    "hashes",
    "kept",
];

/// Defaults and policy under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    /// `name`: 1 to 100 characters.
    pub name: String,
    /// `defaults`
    pub defaults: Defaults,
    /// `policy`
    pub policy: Policy,
}

/// One fault of a preset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PresetError(ConfigError);

impl PresetError {
    /// The key's path, such as `defaults.names.expiresInDays`; empty where the whole file is meant.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.0.key
    }

    /// What is wrong there.
    #[must_use]
    pub const fn fault(&self) -> &Fault {
        &self.0.fault
    }

    /// The stable code, in kebab case.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self.0.fault {
            Fault::Unknown { .. } => "preset-unknown-key",
            Fault::Missing { .. } => "preset-missing-key",
            Fault::Bad { .. } => "preset-bad-value",
        }
    }
}

impl fmt::Display for PresetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write(f, "The preset")
    }
}

impl std::error::Error for PresetError {}

impl Preset {
    /// Reads a preset.
    ///
    /// # Errors
    /// Every fault in it; of a file that is no preset, or one of a later version, that alone.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<PresetError>> {
        let whole = |found: String, allowed| vec![PresetError(ConfigError::whole(found, allowed))];
        if bytes.len() > MOST_BYTES {
            let found = format!("{} bytes long", bytes.len());
            return Err(whole(found, "at most 65,536 bytes"));
        }
        let json: Value = serde_json::from_slice(bytes)
            .map_err(|error| whole(format!("no JSON ({error})"), "a preset as it was saved"))?;
        let mut faults = Vec::new();
        match root(&json, &mut faults) {
            Some(preset) if faults.is_empty() => Ok(preset),
            _ => Err(faults.into_iter().map(PresetError).collect()),
        }
    }

    /// The preset as a file, which [`Preset::read`] reads.
    ///
    /// # Errors
    /// Every fault for which it would not be read: a text that is too long, a name that is blank.
    pub fn write(&self) -> Result<String, Vec<PresetError>> {
        let json = json!({
            "ioculatePreset": FORM,
            "name": self.name,
            "defaults": defaults(&self.defaults),
            "policy": policy(&self.policy),
        });
        let text = format!("{json:#}\n");
        Self::read(text.as_bytes()).map(|_| text)
    }
}

/// `None` only where a fault was noted.
fn root(json: &Value, faults: &mut Vec<ConfigError>) -> Option<Preset> {
    let form = json.get("ioculatePreset").and_then(Value::as_u64);
    if let Some(form) = form.filter(|form| *form > FORM) {
        // What a later version has besides is no fault of the file's.
        faults.push(ConfigError {
            key: "ioculatePreset".to_owned(),
            fault: Fault::Bad {
                found: form.to_string(),
                allowed: "1: this is of a later version of the page. Reload the page",
            },
        });
        return None;
    }
    let mut keys = Keys::of(json, String::new(), KEYS, faults)?;
    keys.required("ioculatePreset", "1", |v| {
        (v.as_u64() == Some(FORM)).then_some(())
    });
    let name = keys.required("name", "a name of 1 to 100 characters", |v| label(v, 100));
    let given = given_defaults(&mut keys);
    let policy = keys
        .object("policy", POLICY)
        .map_or_else(Policy::default, |mut keys| read_policy(&mut keys));
    Some(Preset {
        name: name?,
        defaults: given.over(Defaults::default()),
        policy,
    })
}

fn read_policy(keys: &mut Keys) -> Policy {
    let mut flag = |key| {
        let given = keys.optional(key, "true or false", Value::as_bool);
        given.unwrap_or_default()
    };
    let [legacy_as_written, internal_addresses] =
        ["legacyAsWritten", "internalAddresses"].map(&mut flag);
    let cidr = keys.optional(
        "cidr",
        "\"refuse\", \"singleApi\", or the most addresses that a range may become, from 1 to 100000",
        cidr,
    );
    let hashes = keys.optional("hashes", "\"all\" or \"strongest\"", |v| {
        match v.as_str()? {
            "all" => Some(Hashes::All),
            "strongest" => Some(Hashes::Strongest),
            _ => None,
        }
    });
    let kept = keys.texts(
        "kept",
        "a change that can be taken back, such as lowercased or refanged",
        kind,
    );
    Policy {
        cidr: cidr.unwrap_or_default(),
        legacy_as_written,
        internal_addresses,
        hashes: hashes.unwrap_or_default(),
        kept: kept.into_iter().fold(ChangeKinds::NONE, ChangeKinds::with),
    }
}

fn cidr(value: &Value) -> Option<Cidr> {
    match value.as_str() {
        Some("refuse") => Some(Cidr::Refuse),
        Some("singleApi") => Some(Cidr::SingleApi),
        Some(_) => None,
        None => {
            let cap = whole(value, 1..=100_000)?;
            let cap = u32::try_from(cap).ok()?;
            Some(Cidr::Expand { cap })
        }
    }
}

/// The kind of change of this name, where what was written can be kept instead.
fn kind(name: &str) -> Option<ChangeKind> {
    let kinds = ChangeKind::ALL.into_iter();
    let mut kinds = kinds.filter(|kind| kind.can_be_kept());
    kinds.find(|kind| json!(kind) == name)
}

fn defaults(defaults: &Defaults) -> Value {
    let mut map = Map::new();
    map.insert("action".to_owned(), json!(defaults.action));
    let texts = [
        ("title", &defaults.title),
        ("description", &defaults.description),
    ];
    for (key, text) in texts
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty())
    {
        map.insert(key.to_owned(), json!(text));
    }
    if let Some(severity) = defaults.severity {
        map.insert("severity".to_owned(), json!(severity));
    }
    if let Some(alert) = defaults.generate_alert {
        map.insert("generateAlert".to_owned(), json!(alert));
    }
    if !defaults.rbac_group_names.is_empty() {
        map.insert(
            "rbacGroupNames".to_owned(),
            json!(defaults.rbac_group_names),
        );
    }
    let groups = [
        ("files", defaults.files),
        ("addresses", defaults.addresses),
        ("names", defaults.names),
    ];
    for (key, group) in groups {
        map.insert(key.to_owned(), of_group(group));
    }
    Value::Object(map)
}

fn of_group(group: GroupDefaults) -> Value {
    let mut map = Map::new();
    if let Some(action) = group.action {
        map.insert("action".to_owned(), json!(action));
    }
    if let Some(severity) = group.severity {
        map.insert("severity".to_owned(), json!(severity));
    }
    let expires = group
        .expires_in_days
        .map_or(json!("never"), |days| json!(days));
    map.insert("expiresInDays".to_owned(), expires);
    Value::Object(map)
}

fn policy(policy: &Policy) -> Value {
    let kept = ChangeKind::ALL.into_iter();
    let kept = kept.filter(|kind| kind.can_be_kept() && policy.kept.has(*kind));
    json!({
        "cidr": match policy.cidr {
            Cidr::Refuse => json!("refuse"),
            Cidr::SingleApi => json!("singleApi"),
            Cidr::Expand { cap } => json!(cap),
        },
        "legacyAsWritten": policy.legacy_as_written,
        "internalAddresses": policy.internal_addresses,
        "hashes": match policy.hashes {
            Hashes::All => "all",
            Hashes::Strongest => "strongest",
        },
        "kept": kept.collect::<Vec<_>>(),
    })
}
