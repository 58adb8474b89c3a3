//! Title, description and the other free texts: sent byte for byte as given.

use std::borrow::Cow;

use super::{
    Defaults, Filled, Notes,
    template::{self, Facts},
};
use crate::{
    change::{ChangeKind, Field},
    diagnostic::Finding,
    value::{characters, is_hidden},
};

/// Characters of a title. No page of Microsoft's names a limit; it is what a public client sends.
const MOST_IN_TITLE: u32 = 4_000;

/// Characters of a description up to which public clients cut it; not a limit of the API's.
const USUAL_IN_DESCRIPTION: u32 = 100;

/// Characters of a text, or of all names of a list, whatever the field. No page names a limit; with
/// it one record stays below the bytes of a call, however its texts are escaped.
const MOST_IN_TEXT: u32 = 100_000;

/// The title; blank only where the row is refused.
pub(super) fn title<'a>(
    text: Option<Cow<'a, str>>,
    facts: &Facts<'_>,
    defaults: &'a Defaults,
    filled: &mut Filled<'_>,
) -> Cow<'a, str> {
    let title = required(text, &defaults.title, facts, Field::Title, filled);
    if is_longer(&title, MOST_IN_TITLE) {
        let found = Finding::TitleTooLong {
            len: characters(&title),
            most: MOST_IN_TITLE,
        };
        filled.notes.find(Field::Title, found);
    }
    title
}

/// The description; blank only where the row is refused.
pub(super) fn description<'a>(
    text: Option<Cow<'a, str>>,
    facts: &Facts<'_>,
    defaults: &'a Defaults,
    filled: &mut Filled<'_>,
) -> Cow<'a, str> {
    let default = &defaults.description;
    let text = required(text, default, facts, Field::Description, filled);
    if is_longer(&text, USUAL_IN_DESCRIPTION) && !is_longer(&text, MOST_IN_TEXT) {
        let (len, usual) = (characters(&text), USUAL_IN_DESCRIPTION);
        filled
            .notes
            .find(Field::Description, Finding::LongDescription { len, usual });
    }
    text
}

/// A text that must be there: as given, or made of the default one, and then checked likewise.
fn required<'a>(
    text: Option<Cow<'a, str>>,
    default: &'a str,
    facts: &Facts<'_>,
    field: Field,
    filled: &mut Filled<'_>,
) -> Cow<'a, str> {
    if let Some(text) = optional(text, field, filled.notes) {
        return text;
    }
    let mut missing = match field {
        Field::Title => Finding::MissingTitle,
        _ => Finding::MissingDescription,
    };
    if !is_blank(default) && filled.lacks(field) {
        match template::filled(default, facts) {
            Ok(text) => {
                if let Some(text) = optional(Some(text), field, filled.notes) {
                    return text;
                }
            }
            Err(found) => missing = found,
        }
    }
    filled.notes.find(field, missing);
    Cow::Borrowed("")
}

/// A text that may be absent; blank is absent.
pub(super) fn optional<'a>(
    text: Option<Cow<'a, str>>,
    field: Field,
    notes: &mut Notes,
) -> Option<Cow<'a, str>> {
    let text = text.filter(|text| !is_blank(text))?;
    refuse_control(&text, field, notes);
    if field != Field::Title && is_longer(&text, MOST_IN_TEXT) {
        notes.find(field, too_long(characters(&text).into()));
    }
    Some(text)
}

/// The device groups that a record names; the default ones where its source has no place for any.
pub(super) fn groups<'a>(
    named: Vec<Cow<'a, str>>,
    defaults: &'a Defaults,
    filled: &mut Filled<'_>,
) -> Vec<Cow<'a, str>> {
    let default = defaults.rbac_group_names.iter().map(|name| name.trim());
    let mut default = default.filter(|name| !is_blank(name)).peekable();
    let has_none = named.iter().all(|name| is_blank(name)) && default.peek().is_some();
    if has_none && filled.lacks(Field::RbacGroupNames) {
        return default.map(Cow::Borrowed).collect();
    }
    named
}

/// Names of device groups or techniques, without blank ones and blanks around.
pub(super) fn names<'a>(
    mut names: Vec<Cow<'a, str>>,
    field: Field,
    notes: &mut Notes,
) -> Vec<Cow<'a, str>> {
    names.retain(|name| !is_blank(name));
    if let Some(len) = list_too_long(&names) {
        notes.find(field, too_long(len));
        return names;
    }
    for name in &mut names {
        refuse_control(name, field, notes);
        let trimmed = name.trim();
        if trimmed.len() < name.len() {
            let trimmed = trimmed.to_owned();
            notes.change(
                ChangeKind::Trimmed,
                field,
                name.to_string(),
                trimmed.clone(),
            );
            *name = Cow::Owned(trimmed);
        }
    }
    names
}

/// How many characters the names have, commas included, where they are too many.
fn list_too_long(names: &[Cow<'_, str>]) -> Option<u64> {
    let bytes: usize = names.iter().map(|name| name.len() + 1).sum();
    if bytes <= MOST_IN_TEXT as usize {
        return None;
    }
    let len = names
        .iter()
        .map(|name| u64::from(characters(name)) + 1)
        .sum();
    (len > u64::from(MOST_IN_TEXT)).then_some(len)
}

fn too_long(len: u64) -> Finding {
    let most = MOST_IN_TEXT.into();
    Finding::CellTooLong { len, most }
}

/// Notes that the category is not sent: the portal has names for it, the API numbers, and which
/// number is which name is not documented.
pub(super) fn leave_out(category: Option<&str>, notes: &mut Notes) {
    if let Some(category) = category.filter(|text| !is_blank(text)) {
        notes.change(
            ChangeKind::LeftOut,
            Field::Category,
            category.to_owned(),
            "",
        );
    }
}

fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_hidden(c))
}

/// Tabs and line breaks are text; other control characters are damage, or meant to deceive.
fn refuse_control(text: &str, field: Field, notes: &mut Notes) {
    // 0xC2 leads the control characters above ASCII.
    let may_be =
        |b: u8| (b < b' ' && !matches!(b, b'\t' | b'\n' | b'\r')) || matches!(b, 0x7f | 0xc2);
    if !text.bytes().any(may_be) {
        return;
    }
    let found = text
        .chars()
        .find(|&c| c.is_control() && !matches!(c, '\t' | '\n' | '\r'));
    if let Some(found) = found {
        notes.find(
            field,
            Finding::ControlCharacter {
                code_point: found.into(),
            },
        );
    }
}

fn is_longer(text: &str, most: u32) -> bool {
    text.len() > most as usize && characters(text) > most
}
