//! What a list is given that does not say it.

use ioculate_core::{
    check::Defaults,
    indicator::{Action, Severity, TypeGroup},
};
use yew::AttrValue;

use crate::{parts::visible, words::message::defaults as message};

/// A choice of expiration.
#[must_use]
pub fn expires(days: Option<u16>) -> String {
    match days {
        None => message::never().to_owned(),
        Some(365) => message::in_a_year().to_owned(),
        Some(days) => message::in_days(days.into()),
    }
}

/// A group of types.
#[must_use]
pub fn group(group: TypeGroup) -> &'static str {
    match group {
        TypeGroup::Files => message::files(),
        TypeGroup::Addresses => message::addresses(),
        TypeGroup::Names => message::names(),
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
    message::action_of(group(of)).into()
}

/// Label.
#[must_use]
pub fn severity_of(of: TypeGroup) -> AttrValue {
    message::severity_of(group(of)).into()
}

/// Label.
#[must_use]
pub fn expires_of(of: TypeGroup) -> AttrValue {
    message::expires_of(group(of)).into()
}

/// What differs by type, in short: the groups that say something of their own.
#[must_use]
pub fn by_type(defaults: &Defaults) -> String {
    let said = |group: TypeGroup| {
        let own = defaults.of(group);
        let days = match own.expires_in_days {
            None => message::never_in_short().to_owned(),
            Some(days) => message::days_in_short(days.into()),
        };
        let action = own.action.map(Action::as_str);
        let severity = own.severity.map(Severity::as_str);
        let parts = [action, severity].into_iter().flatten().chain([&*days]);
        parts.collect::<Vec<_>>().join(" ")
    };
    let [files, addresses, names] = TypeGroup::ALL.map(said);
    if files == addresses && addresses == names {
        return message::all_alike().to_owned();
    }
    message::by_type_in_short(&files, &addresses, &names)
}

/// A choice of whether to alert.
#[must_use]
pub fn alert(alerts: bool) -> &'static str {
    if alerts {
        message::raise_alert()
    } else {
        message::raise_none()
    }
}

/// Label.
#[must_use]
pub fn take_off(group: &str) -> String {
    message::take_off(&visible(group))
}

/// Whether to alert and on which devices, in short.
#[must_use]
pub fn alert_and_groups(defaults: &Defaults) -> String {
    let groups = u32::try_from(defaults.rbac_group_names.len()).unwrap_or(u32::MAX);
    let groups = match groups {
        0 => message::all_devices().to_owned(),
        groups => message::group_count(groups),
    };
    match defaults.generate_alert.map(alert) {
        Some(alert) => message::alert_and_groups_in_short(alert, &groups),
        None => groups,
    }
}

/// Each field of templates with what it is filled in with.
#[must_use]
pub fn template_fields() -> [(&'static str, &'static str); 9] {
    [
        ("{value}", message::field_value()),
        ("{type}", message::field_type()),
        ("{action}", message::field_action()),
        ("{severity}", message::field_severity()),
        ("{expires}", message::field_expires()),
        ("{date}", message::field_date()),
        ("{file}", message::field_file()),
        ("{line}", message::field_line()),
        ("{column:Name}", message::field_column()),
    ]
}
