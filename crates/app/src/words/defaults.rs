//! What a list is given that does not say it.

use ioculate_core::{
    check::Defaults,
    indicator::{Action, Severity, TypeGroup},
};
use yew::AttrValue;

use crate::{figures::number, parts::visible, words::counted};

/// Heading.
pub const DEFAULTS: &str = "If the list does not say";
/// Under it.
pub const DEFAULTS_BODY: &str =
    "A portal CSV says all of this itself; a plain list says none of it. What the list says wins.";
/// Label.
pub const ACTION: &str = "Action";
/// Under the action while it is Audit.
pub const AUDIT_BLOCKS_NOTHING: &str = "Audit records a match and blocks nothing.";
/// Label.
pub const SEVERITY: &str = "Severity";
/// The severity is left to the service.
pub const NO_SEVERITY: &str = "The service's own";
/// Label.
pub const TITLE: &str = "Title";
/// What the title is where none is given.
pub const TITLE_EXAMPLE: &str = "The file's name";
/// Label.
pub const DESCRIPTION: &str = "Description";

/// Label.
pub const EXPIRES: &str = "Expires";
/// The choice where types differ.
pub const BY_TYPE_BELOW: &str = "By type, as below";
/// The choice of a number that is not offered.
pub const OTHER_DAYS: &str = "In another number of days";
/// Label of the number.
pub const EXPIRES_IN_DAYS: &str = "Expires in days";
/// What the box of the number shows while it is empty.
pub const NEVER: &str = "Never";

/// A choice of expiration.
#[must_use]
pub fn expires(days: Option<u16>) -> String {
    match days {
        None => NEVER.to_owned(),
        Some(365) => "In 1 year".to_owned(),
        Some(days) => format!("In {}", counted(days.into(), "day", "days")),
    }
}

/// Beside a number of days that cannot be.
#[must_use]
pub fn wrong_days(most: u16) -> String {
    format!("1 to {} days, or nothing for never.", number(most.into()))
}

/// Label of what differs by type.
pub const BY_TYPE: &str = "By type";
/// A group has no action or severity of its own.
pub const AS_ABOVE: &str = "As above";

/// A group of types.
#[must_use]
pub const fn group(group: TypeGroup) -> &'static str {
    match group {
        TypeGroup::Files => "Hashes and certificates",
        TypeGroup::Addresses => "Addresses",
        TypeGroup::Names => "Domains and URLs",
    }
}

/// The same for tests.
#[must_use]
pub const fn group_id(group: TypeGroup) -> &'static str {
    match group {
        TypeGroup::Files => "files",
        TypeGroup::Addresses => "addresses",
        TypeGroup::Names => "names",
    }
}

/// Label.
#[must_use]
pub fn action_of(of: TypeGroup) -> AttrValue {
    format!("{ACTION}: {}", group(of)).into()
}

/// Label.
#[must_use]
pub fn severity_of(of: TypeGroup) -> AttrValue {
    format!("{SEVERITY}: {}", group(of)).into()
}

/// Label.
#[must_use]
pub fn expires_of(of: TypeGroup) -> AttrValue {
    format!("{EXPIRES_IN_DAYS}: {}", group(of)).into()
}

/// What differs by type, in short: the groups that say something of their own.
#[must_use]
pub fn by_type(defaults: &Defaults) -> String {
    let said = |group: TypeGroup| {
        let own = defaults.of(group);
        let days = match own.expires_in_days {
            None => "never".to_owned(),
            Some(days) => format!("{}\u{a0}d", number(days.into())),
        };
        let action = own.action.map(Action::as_str);
        let severity = own.severity.map(Severity::as_str);
        let parts = [action, severity].into_iter().flatten().chain([&*days]);
        parts.collect::<Vec<_>>().join(" ")
    };
    let [files, addresses, names] = TypeGroup::ALL.map(said);
    if files == addresses && addresses == names {
        return "All alike".to_owned();
    }
    format!("Files {files}, addresses {addresses}, names {names}")
}

/// Label.
pub const ALERT_AND_GROUPS: &str = "Alerts and device groups";
/// Label.
pub const ALERT: &str = "Alert";
/// Whether to alert is left to the service.
pub const NO_ALERT: &str = "The service's own";
/// Under it.
pub const ALERT_BY_ACTION: &str = "Audit always raises one, Allowed never does.";

/// A choice of whether to alert.
#[must_use]
pub const fn alert(alerts: bool) -> &'static str {
    if alerts {
        "Raise an alert"
    } else {
        "Raise none"
    }
}

/// Label.
pub const GROUPS: &str = "Device groups";
/// What the box shows while it is empty.
pub const ALL_DEVICES: &str = "All devices";
/// Under it.
pub const GROUPS_HELP: &str = "One name at a time, as the portal spells it; Enter adds it.";
/// Beside a group that no indicator of the tenant names.
pub const UNKNOWN_GROUP: &str = "No indicator of the tenant names this group. Check its spelling.";

/// Label.
#[must_use]
pub fn take_off(group: &str) -> String {
    format!("Take off {}", visible(group))
}

/// Whether to alert and on which devices, in short.
#[must_use]
pub fn alert_and_groups(defaults: &Defaults) -> String {
    let alert = defaults.generate_alert.map(alert);
    let groups = u32::try_from(defaults.rbac_group_names.len()).unwrap_or(u32::MAX);
    let groups = match groups {
        0 => ALL_DEVICES.to_owned(),
        n => counted(n, "group", "groups"),
    };
    let parts: Vec<&str> = alert.into_iter().chain([&*groups]).collect();
    parts.join(", ")
}

/// Label of the fields of templates.
pub const TEMPLATE: &str = "Fields for title and description";
/// Over them.
pub const TEMPLATE_BODY: &str =
    "Written into a text, each is filled in row by row. A brace by itself is written twice: {{.";
/// Before what a template makes of a row.
pub const FIRST_ROW: &str = "First ready row: ";
/// There is no row to show it with.
pub const NO_ROW: &str = "Filled in row by row; there is no ready row yet to show it with.";
/// Each field with what it is filled in with.
pub const TEMPLATE_FIELDS: [(&str, &str); 9] = [
    ("{value}", "the indicator"),
    ("{type}", "its type, such as DomainName"),
    ("{action}", "what is done"),
    ("{severity}", "how grave it is"),
    ("{expires}", "the day it expires, or never"),
    ("{date}", "today, in UTC"),
    ("{file}", "the file's name"),
    ("{line}", "its line in the file"),
    ("{column:Name}", "the row's text in a column of a table"),
];
