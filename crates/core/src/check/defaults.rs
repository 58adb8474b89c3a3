//! What a record is given where its source has no such field.
//!
//! A deployment, a preset or the user says it; [`super::row`] asks for each record's type. The types
//! stand in three groups ([`TypeGroup`]), since what is blocked wears out at different speeds: a hash
//! names a file for ever, an address or a name changes hands.

use serde::{Deserialize, Serialize};

use crate::indicator::{Action, IndicatorType, Severity, TypeGroup};

/// Days after which an address or a name expires, where nobody says otherwise.
const NETWORK_DAYS: u16 = 90;

/// What a source that lacks a field is given. A portal CSV that has the column and leaves the cell
/// blank is not given a default for title, description or action: the blank is refused.
///
/// As JSON it is read in its older form too, in which one expiration held for all types.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", from = "Written")]
pub struct Defaults {
    /// `action` of a record from a source that has none.
    pub action: Action,
    /// `severity`
    pub severity: Option<Severity>,
    /// `title`; where it is blank, a ledger takes the name of the source.
    pub title: String,
    /// `description`
    pub description: String,
    /// `generateAlert`: never put beside `Allowed`, which does not alert, and without effect beside
    /// `Audit`, which always does.
    pub generate_alert: Option<bool>,
    /// `rbacGroupNames`: device groups; empty means all devices.
    pub rbac_group_names: Vec<String>,
    /// What holds for hashes of files and for certificates.
    pub files: GroupDefaults,
    /// What holds for addresses.
    pub addresses: GroupDefaults,
    /// What holds for domains and URLs.
    pub names: GroupDefaults,
}

/// What holds for one group of types.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct GroupDefaults {
    /// `action`, instead of the one for all types.
    pub action: Option<Action>,
    /// `severity`, instead of the one for all types.
    pub severity: Option<Severity>,
    /// `expirationTime`: days from today; `None` never expires.
    pub expires_in_days: Option<u16>,
}

impl Default for Defaults {
    /// `Audit`, which blocks nothing; no texts; hashes and certificates never expire, addresses and
    /// names in 90 days.
    fn default() -> Self {
        let network = GroupDefaults {
            expires_in_days: Some(NETWORK_DAYS),
            ..GroupDefaults::default()
        };
        Self {
            action: Action::Audit,
            severity: None,
            title: String::new(),
            description: String::new(),
            generate_alert: None,
            rbac_group_names: Vec::new(),
            files: GroupDefaults::default(),
            addresses: network,
            names: network,
        }
    }
}

impl Defaults {
    /// What holds for a group of types.
    #[must_use]
    pub const fn of(&self, group: TypeGroup) -> &GroupDefaults {
        match group {
            TypeGroup::Files => &self.files,
            TypeGroup::Addresses => &self.addresses,
            TypeGroup::Names => &self.names,
        }
    }

    /// The same, to be changed.
    pub const fn of_mut(&mut self, group: TypeGroup) -> &mut GroupDefaults {
        match group {
            TypeGroup::Files => &mut self.files,
            TypeGroup::Addresses => &mut self.addresses,
            TypeGroup::Names => &mut self.names,
        }
    }

    /// The same with one expiration for all types.
    #[must_use]
    pub fn expiring_in(mut self, days: Option<u16>) -> Self {
        for group in TypeGroup::ALL {
            self.of_mut(group).expires_in_days = days;
        }
        self
    }

    /// The action of a record of this type; of one whose type is not known the one for all.
    #[must_use]
    pub fn action_of(&self, kind: Option<IndicatorType>) -> Action {
        let own = self.of_type(kind).and_then(|group| group.action);
        own.unwrap_or(self.action)
    }

    /// The severity of a record of this type.
    #[must_use]
    pub fn severity_of(&self, kind: Option<IndicatorType>) -> Option<Severity> {
        let own = self.of_type(kind).and_then(|group| group.severity);
        own.or(self.severity)
    }

    /// In how many days a record of this type expires; `None` never does.
    #[must_use]
    pub fn expires_in_days(&self, kind: Option<IndicatorType>) -> Option<u16> {
        self.of_type(kind)?.expires_in_days
    }

    fn of_type(&self, kind: Option<IndicatorType>) -> Option<&GroupDefaults> {
        kind.map(|kind| self.of(kind.group()))
    }
}

/// Both forms of [`Defaults`] as JSON: the older one has `expiresInDays` and no groups.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Written {
    action: Action,
    severity: Option<Severity>,
    title: String,
    description: String,
    expires_in_days: Option<u16>,
    generate_alert: Option<bool>,
    #[serde(default)]
    rbac_group_names: Vec<String>,
    files: Option<GroupDefaults>,
    addresses: Option<GroupDefaults>,
    names: Option<GroupDefaults>,
}

impl From<Written> for Defaults {
    fn from(written: Written) -> Self {
        let for_all = GroupDefaults {
            expires_in_days: written.expires_in_days,
            ..GroupDefaults::default()
        };
        Self {
            action: written.action,
            severity: written.severity,
            title: written.title,
            description: written.description,
            generate_alert: written.generate_alert,
            rbac_group_names: written.rbac_group_names,
            files: written.files.unwrap_or(for_all),
            addresses: written.addresses.unwrap_or(for_all),
            names: written.names.unwrap_or(for_all),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Defaults {
        serde_json::from_str(json).expect("defaults")
    }

    /// A type, and what holds for it: action, severity, days.
    #[test]
    fn a_group_says_what_it_has_and_leaves_the_rest_to_all() {
        let mut defaults = Defaults {
            severity: Some(Severity::Low),
            ..Defaults::default()
        };
        defaults.files.action = Some(Action::BlockAndRemediate);
        defaults.names.severity = Some(Severity::High);
        let table = [
            ("FileMd5", "BlockAndRemediate Low never"),
            ("FileSha1", "BlockAndRemediate Low never"),
            ("FileSha256", "BlockAndRemediate Low never"),
            ("CertificateThumbprint", "BlockAndRemediate Low never"),
            ("IpAddress", "Audit Low 90"),
            ("DomainName", "Audit High 90"),
            ("Url", "Audit High 90"),
            ("none", "Audit Low never"),
        ];
        for (name, expected) in table {
            let kind = IndicatorType::read(name);
            let severity = defaults.severity_of(kind).map_or("", Severity::as_str);
            let days = defaults.expires_in_days(kind);
            let days = days.map_or("never".to_owned(), |days| days.to_string());
            let said = format!("{} {severity} {days}", defaults.action_of(kind));
            assert_eq!(said, expected, "{name}");
        }
    }

    #[test]
    fn the_older_form_holds_for_all_types() {
        for (days, expected) in [("null", None), ("30", Some(30))] {
            let json = format!(
                r#"{{"action":"Block","title":"t","description":"d","severity":null,"expiresInDays":{days}}}"#
            );
            let expected = Defaults {
                action: Action::Block,
                title: "t".to_owned(),
                description: "d".to_owned(),
                ..Defaults::default().expiring_in(expected)
            };
            assert_eq!(read(&json), expected, "{days}");
        }
    }

    #[test]
    fn what_was_written_is_read_again() {
        let defaults = Defaults {
            generate_alert: Some(false),
            rbac_group_names: vec!["Servers".to_owned()],
            ..Defaults::default()
        };
        let json = serde_json::to_string(&defaults).expect("JSON");
        assert_eq!(read(&json), defaults);
    }
}
