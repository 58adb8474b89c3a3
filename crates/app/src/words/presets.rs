//! Presets: defaults and policy under a name.

use ioculate_core::{
    change::ChangeKind,
    check::{Cidr, Defaults, GroupDefaults, Hashes, Policy},
    indicator::{Action, Severity, TypeGroup},
    preset::MOST_BYTES,
};
use yew::AttrValue;

use super::{
    change, defaults as words,
    message::{defaults as fields, presets as message, review as rules},
    review,
};
use crate::{
    parts::visible,
    state::{LONGEST_NAME, MOST_LISTED, Preset, Settings, Wrong},
};

/// A name, in short where it is longer than any may be.
#[must_use]
pub fn name(preset: &Preset) -> String {
    let name = &preset.name;
    let end = name.char_indices().nth(LONGEST_NAME).map(|(end, _)| end);
    end.map_or_else(|| name.clone(), |end| format!("{}...", &name[..end]))
}

/// A preset among the choices.
#[must_use]
pub fn option(preset: &Preset) -> AttrValue {
    let name = name(preset);
    let name = visible(&name);
    match (&preset.read, preset.kept) {
        (Err(_), _) => message::option_unreadable(&name).into(),
        (Ok(_), false) => message::option_not_kept(&name).into(),
        (Ok(_), true) => name.into_owned().into(),
    }
}

/// Beside a name that cannot be one.
#[must_use]
pub fn wrong_name() -> String {
    message::wrong_name(count(LONGEST_NAME))
}

/// Faults that are said of one text.
const MOST_FAULTS: usize = 5;

/// What is wrong: a sentence each.
#[must_use]
pub fn wrong(wrong: &Wrong) -> Vec<String> {
    match wrong {
        Wrong::Name => vec![wrong_name()],
        Wrong::TooLarge => vec![message::too_large(count(MOST_BYTES / 1024))],
        Wrong::Unread => vec![message::unread().to_owned()],
        Wrong::Faults(all) => {
            let mut said: Vec<String> = all
                .iter()
                .take(MOST_FAULTS)
                .map(ToString::to_string)
                .collect();
            let more = count(all.len() - said.len());
            if more > 0 {
                said.push(message::more_faults(more));
            }
            said
        }
    }
}

/// Under the choice where the browser keeps more than are offered.
#[must_use]
pub fn unlisted(more: usize) -> String {
    message::unlisted(count(MOST_LISTED), count(more))
}

/// What choosing a preset changed, over the list of it.
#[must_use]
pub fn changes(settings: usize) -> String {
    message::changes(count(settings))
}

fn count(all: usize) -> u32 {
    u32::try_from(all).unwrap_or(u32::MAX)
}

/// What differs between what held and what holds: the field, what it was and what it is.
#[must_use]
pub fn differences(before: &Settings, now: &Settings) -> Vec<(String, String, String)> {
    let pairs = said(before).into_iter().zip(said(now));
    let differ = pairs.filter(|((_, before), (_, now))| before != now);
    differ
        .map(|((field, before), (_, now))| (field, before, now))
        .collect()
}

/// Every field with what it holds.
fn said(held: &Settings) -> Vec<(String, String)> {
    let mut all = for_all(&held.defaults).to_vec();
    for group in TypeGroup::ALL {
        all.extend(for_group(group, *held.defaults.of(group)));
    }
    all.extend(decided(&held.policy));
    all
}

fn for_all(defaults: &Defaults) -> [(String, String); 6] {
    let severity = defaults
        .severity
        .map_or_else(fields::no_severity, Severity::as_str);
    let groups = &defaults.rbac_group_names;
    let groups = if groups.is_empty() {
        fields::all_devices().to_owned()
    } else {
        groups.join(", ")
    };
    let alert = defaults
        .generate_alert
        .map_or_else(fields::no_alert, words::alert);
    [
        (fields::action(), defaults.action.as_str().to_owned()),
        (fields::severity(), severity.to_owned()),
        (fields::title(), or_none(&defaults.title)),
        (fields::description(), or_none(&defaults.description)),
        (fields::alert(), alert.to_owned()),
        (fields::groups(), groups),
    ]
    .map(|(field, text)| (field.to_owned(), text))
}

fn for_group(group: TypeGroup, own: GroupDefaults) -> [(String, String); 3] {
    let name = words::group(group);
    let action = own
        .action
        .map_or_else(fields::action_as_above, Action::as_str);
    let severity = own
        .severity
        .map_or_else(fields::severity_as_above, Severity::as_str);
    [
        (message::group_action(name), action.to_owned()),
        (message::group_severity(name), severity.to_owned()),
        (
            message::group_expires(name),
            words::expires(own.expires_in_days),
        ),
    ]
}

fn decided(policy: &Policy) -> [(String, String); 5] {
    let ranges = match policy.cidr {
        Cidr::Refuse => rules::ranges_refuse().to_owned(),
        Cidr::Expand { cap } => rules::ranges_expand(cap),
        Cidr::SingleApi => rules::ranges_single().to_owned(),
    };
    let hashes = match policy.hashes {
        Hashes::All => rules::hashes_all().to_owned(),
        Hashes::Strongest => review::strongest(0),
    };
    let kept = ChangeKind::ALL.into_iter();
    let kept = kept
        .filter(|kind| policy.kept.has(*kind))
        .map(change::short);
    let kept = match kept.collect::<Vec<_>>().join(message::between_kinds()) {
        none if none.is_empty() => message::no_kind().to_owned(),
        kept => kept,
    };
    [
        (rules::ranges(), ranges),
        (rules::hashes(), hashes),
        (rules::legacy(), yes(policy.legacy_as_written)),
        (rules::internal(), yes(policy.internal_addresses)),
        (message::kept_as_written(), kept),
    ]
    .map(|(field, text)| (field.to_owned(), text))
}

fn yes(is_so: bool) -> String {
    if is_so { message::yes() } else { message::no() }.to_owned()
}

fn or_none(text: &str) -> String {
    match text {
        "" => message::no_text().to_owned(),
        text => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use ioculate_core::change::ChangeKinds;

    use super::*;

    fn held() -> Settings {
        Settings {
            defaults: Defaults::default(),
            policy: Policy::default(),
        }
    }

    /// What is changed, and what is said of it.
    #[test]
    fn every_difference_is_said() {
        type Change = fn(&mut Settings);
        let table: [(Change, &str); 12] = [
            (|_| {}, ""),
            (
                |it| it.defaults.action = Action::Block,
                "Action: Audit, Block",
            ),
            (
                |it| it.defaults.severity = Some(Severity::Low),
                "Severity: The service's own, Low",
            ),
            (
                |it| it.defaults.title = "{value}".to_owned(),
                "Title: none, {value}",
            ),
            (
                |it| it.defaults.description = "x".to_owned(),
                "Description: none, x",
            ),
            (
                |it| it.defaults.generate_alert = Some(false),
                "Alert: The service's own, Raise none",
            ),
            (
                |it| it.defaults.rbac_group_names = vec!["A".to_owned(), "B".to_owned()],
                "Device groups: All devices, A, B",
            ),
            (
                |it| it.defaults.names.expires_in_days = None,
                "Domains and URLs, expires: In 90 days, Never",
            ),
            (
                |it| it.defaults.files.action = Some(Action::Warn),
                "Hashes and certificates, action: As above, Warn",
            ),
            (
                |it| it.policy.cidr = Cidr::SingleApi,
                "Address ranges: Refuse; the import takes single addresses, Send one by one",
            ),
            (
                |it| it.policy.hashes = Hashes::Strongest,
                "Hashes of one file: Send all, Send only the strongest",
            ),
            (
                |it| it.policy.kept = ChangeKinds::NONE.with(ChangeKind::Trimmed),
                "Kept as written: none, blanks taken off",
            ),
        ];
        for (change, expected) in table {
            let (before, mut now) = (held(), held());
            change(&mut now);
            let said = differences(&before, &now);
            let said = said
                .iter()
                .map(|(field, was, is)| format!("{field}: {was}, {is}"));
            assert_eq!(said.collect::<Vec<_>>().join("; "), expected);
        }
    }
}
