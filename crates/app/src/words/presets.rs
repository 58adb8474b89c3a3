//! Presets: defaults and policy under a name.

use ioculate_core::{
    change::ChangeKind,
    check::{Cidr, Defaults, GroupDefaults, Hashes, Policy},
    indicator::{Action, Severity, TypeGroup},
    preset::MOST_BYTES,
};
use yew::AttrValue;

use super::{change, defaults as words, review};
use crate::{
    figures::number,
    parts::visible,
    state::{LONGEST_NAME, MOST_LISTED, Preset, Settings, Wrong},
    words::{counted, verb},
};

/// Label.
pub const PRESET: &str = "Preset";
/// The choice of none.
pub const STANDARD: &str = "Standard";
/// Under a preset from which the defaults differ.
pub const CHANGED: &str = "Changed, not saved.";

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
        (Err(_), _) => format!("{name} (cannot be read)").into(),
        (Ok(_), false) => format!("{name} (not kept)").into(),
        (Ok(_), true) => name.into_owned().into(),
    }
}

/// Label of what can be done with presets.
pub const SAVE_AND_OPEN: &str = "Save, rename, open a file";
/// Over what can be done.
pub const HOLDS: &str = "A preset holds this form and the review's rules; no list, account or token. It is kept in this browser, or in a file that you give to others.";
/// Label.
pub const NAME: &str = "Name of the preset";

/// Beside a name that cannot be one.
#[must_use]
pub fn wrong_name() -> String {
    format!("A name has 1 to {LONGEST_NAME} characters, on one line.")
}

/// Faults that are said of one text.
const MOST_FAULTS: usize = 5;

/// What is wrong: a sentence each.
#[must_use]
pub fn wrong(wrong: &Wrong) -> Vec<String> {
    match wrong {
        Wrong::Name => vec![wrong_name()],
        Wrong::TooLarge => vec![format!("It is larger than {} KB.", MOST_BYTES / 1024)],
        Wrong::Unread => vec!["The browser could not read it.".to_owned()],
        Wrong::Faults(all) => {
            let mut said: Vec<String> = all
                .iter()
                .take(MOST_FAULTS)
                .map(ToString::to_string)
                .collect();
            let more = u32::try_from(all.len() - said.len()).unwrap_or(u32::MAX);
            if more > 0 {
                let are = verb(more, "is", "are");
                said.push(format!(
                    "{} {are} not listed.",
                    counted(more, "more fault", "more faults")
                ));
            }
            said
        }
    }
}

/// Under the choice where the browser keeps more than are offered.
#[must_use]
pub fn unlisted(more: usize) -> String {
    let more = u32::try_from(more).unwrap_or(u32::MAX);
    format!(
        "The first {MOST_LISTED} are listed; this browser keeps {} more.",
        number(more)
    )
}

/// Label.
pub const SAVE: &str = "Save";
/// The same where there is one of that name.
pub const REPLACE: &str = "Replace";
/// Label.
pub const RENAME: &str = "Rename";
/// Label.
pub const DELETE: &str = "Delete";
/// Label.
pub const TO_FILE: &str = "Save as a file";
/// Label.
pub const FROM_FILE: &str = "Open a file";

/// One was saved; its name follows.
pub const SAVED: &str = "Saved: ";
/// One was saved in place of another of its name; the name follows.
pub const REPLACED: &str = "Replaced: ";
/// Label.
pub const BRING_OLD_BACK: &str = "Bring the old one back";
/// After the name of one that was deleted.
pub const DELETED: &str = " was deleted.";
/// Label.
pub const BRING_BACK: &str = "Bring it back";
/// What stands cannot be saved; why follows.
pub const NOT_SAVED: &str = "Not saved.";
/// After a file's name; why follows.
pub const NOT_READ: &str = " is no preset that can be read. Nothing was changed.";
/// After the name of a preset; why follows.
pub const DAMAGED: &str = " cannot be read. Nothing was changed.";
/// The browser keeps nothing; what it said follows.
pub const NOT_KEPT: &str =
    "This browser keeps no presets. They are here until the page is closed: save them as files.";

/// What choosing a preset changed, over the list of it.
#[must_use]
pub fn changes(settings: usize) -> String {
    let settings = u32::try_from(settings).unwrap_or(u32::MAX);
    format!(
        "{} for the list under review, whose rows are checked again:",
        counted(settings, "setting changed", "settings changed")
    )
}

/// Label.
pub const PUT_BACK: &str = "Back to what it was";

/// What is not rewritten.
const KEPT: &str = "Kept as written";

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
        .map_or(words::NO_SEVERITY, Severity::as_str);
    let groups = &defaults.rbac_group_names;
    let groups = if groups.is_empty() {
        words::ALL_DEVICES.to_owned()
    } else {
        groups.join(", ")
    };
    let alert = defaults
        .generate_alert
        .map_or(words::NO_ALERT, words::alert);
    [
        (words::ACTION, defaults.action.as_str().to_owned()),
        (words::SEVERITY, severity.to_owned()),
        (words::TITLE, or_none(&defaults.title)),
        (words::DESCRIPTION, or_none(&defaults.description)),
        (words::ALERT, alert.to_owned()),
        (words::GROUPS, groups),
    ]
    .map(|(field, text)| (field.to_owned(), text))
}

fn for_group(group: TypeGroup, own: GroupDefaults) -> [(String, String); 3] {
    let action = own.action.map_or(words::AS_ABOVE, Action::as_str);
    let severity = own.severity.map_or(words::AS_ABOVE, Severity::as_str);
    [
        ("action", action.to_owned()),
        ("severity", severity.to_owned()),
        ("expires", words::expires(own.expires_in_days)),
    ]
    .map(|(field, text)| (format!("{}, {field}", words::group(group)), text))
}

fn decided(policy: &Policy) -> [(String, String); 5] {
    let ranges = match policy.cidr {
        Cidr::Refuse => review::RANGES_REFUSE.to_owned(),
        Cidr::Expand { cap } => review::ranges_expand(cap),
        Cidr::SingleApi => review::RANGES_SINGLE.to_owned(),
    };
    let hashes = match policy.hashes {
        Hashes::All => review::HASHES_ALL.to_owned(),
        Hashes::Strongest => review::strongest(0),
    };
    let kept = ChangeKind::ALL.into_iter();
    let kept = kept
        .filter(|kind| policy.kept.has(*kind))
        .map(change::short);
    let yes = |is_so| if is_so { "yes" } else { "no" }.to_owned();
    [
        (review::RANGES, ranges),
        (review::HASHES, hashes),
        (review::LEGACY, yes(policy.legacy_as_written)),
        (review::INTERNAL, yes(policy.internal_addresses)),
        (KEPT, or_none(&kept.collect::<Vec<_>>().join(", "))),
    ]
    .map(|(field, text)| (field.to_owned(), text))
}

fn or_none(text: &str) -> String {
    match text {
        "" => "none".to_owned(),
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
