//! From a source's names and cells to the fields of an indicator.
//!
//! A column's name or a JSON key goes in, a [`Field`] comes out; a record's cells go in, a [`Draft`]
//! comes out, whose texts are pieces of the source wherever nothing had to be unescaped.

pub(crate) mod dates;
pub(crate) mod names;
pub(crate) mod suggest;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

pub use dates::Order;
pub(crate) use names::NOTES;

use crate::{
    change::{Change, ChangeKind, ChangeKinds, Field, Fields},
    check::Draft,
    indicator::{Action, IndicatorType, Severity},
    plan::write_texts,
    source::{
        Cell, SourceKind, Written, guarded, json, pattern_unescaped, unescaped, unguarded,
        unquoted, xml_unescaped,
    },
};

/// How a source is read. The page is told what was chosen, and may choose otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reading {
    /// As what.
    pub kind: SourceKind,
    /// Its columns, where it is a table.
    pub mapping: Option<Mapping>,
}

/// What the columns of a table hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Mapping {
    /// What stands between cells.
    pub delimiter: char,
    /// The line of the header, from 1; `None` where the table has none.
    pub header: Option<u32>,
    /// One for each column; columns behind the last are skipped. Empty, they are suggested anew for
    /// this delimiter and header.
    pub columns: Vec<Role>,
    /// What texts of columns mean, as the user says; of two about one text the first holds. Columns
    /// that are suggested anew have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meanings: Vec<Meaning>,
}

/// What a text in a column means, whatever else the column holds: `high` may stand for `Block`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Meaning {
    /// The column, from 0.
    pub column: u16,
    /// The whole text of a cell. Case does not count, nor blanks around it.
    pub text: String,
    /// The action of the row's indicators.
    pub action: Option<Action>,
    /// Their severity.
    pub severity: Option<Severity>,
}

impl Meaning {
    /// Characters of a text that can be given a meaning.
    pub const LONGEST: usize = 100;

    /// The most meanings of one source.
    pub const MOST: usize = 128;

    /// Whether it is about this text of its column.
    pub(crate) fn is_of(&self, text: &str) -> bool {
        let text = text.trim();
        let bare = unguarded(text).unwrap_or(text);
        self.text.trim().eq_ignore_ascii_case(bare)
    }

    /// Whether its text is one that can be given a meaning.
    pub(crate) fn is_sound(&self) -> bool {
        let text = self.text.trim();
        !text.is_empty() && text.chars().nth(Self::LONGEST).is_none()
    }
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// Nothing that is imported.
    Skip,
    /// An indicator in each cell, each a record of its own: of this type, or of the type it looks
    /// like.
    Indicator(Option<IndicatorType>),
    /// A field of the row's indicators; never [`Field::IndicatorValue`], which is the role above.
    Field(Field),
}

/// The field that a column or key of this name holds. Case, blanks and marks do not count.
#[must_use]
pub fn field(name: &str) -> Option<Field> {
    let mut folded = [0; names::LONGEST];
    let field = match names::fold(name, &mut folded)? {
        b"indicatortype" => Field::IndicatorType,
        b"indicatorvalue" => Field::IndicatorValue,
        b"expirationtime" => Field::ExpirationTime,
        b"action" => Field::Action,
        b"severity" => Field::Severity,
        b"title" => Field::Title,
        b"description" => Field::Description,
        b"recommendedactions" => Field::RecommendedActions,
        // The portal's sample says RbacGroups, its older pages and the API rbacGroupNames.
        b"rbacgroups" | b"rbacgroupnames" | b"devicegroups" | b"scope" => Field::RbacGroupNames,
        b"category" => Field::Category,
        b"mitretechniques" => Field::MitreTechniques,
        b"generatealert" => Field::GenerateAlert,
        b"application" => Field::Application,
        b"educateurl" => Field::EducateUrl,
        b"externalid" => Field::ExternalId,
        _ => return None,
    };
    Some(field)
}

/// A record's fields for checking, and what reading them changed. Changes of `kept` kinds are not
/// made.
pub(crate) fn draft<'t>(
    text: &'t str,
    cells: &[Cell],
    fields: Fields,
    kept: ChangeKinds,
) -> (Draft<'t>, Vec<Change>) {
    let mut draft = Draft {
        fields,
        ..Draft::default()
    };
    let mut changes = Vec::new();
    for cell in cells {
        match cell.field {
            Field::RbacGroupNames => draft.rbac_group_names = list(text, cell),
            Field::MitreTechniques => draft.mitre_techniques = list(text, cell),
            field => {
                let read = match cell.written {
                    Written::Date(order) => date(text, cell, order, &mut changes),
                    Written::Action(meant) => said(text, cell, meant.as_str(), &mut changes),
                    Written::Severity(meant) => said(text, cell, meant.as_str(), &mut changes),
                    _ => content(text, cell),
                };
                let bare = if kept.has(ChangeKind::Unguarded) {
                    read
                } else {
                    off_guard(read, field, cell.written, &mut changes)
                };
                if !bare.is_empty() {
                    *slot(&mut draft, field) = Some(bare);
                }
            }
        }
    }
    (draft, changes)
}

/// A date of a spreadsheet as it is sent, or as it stands where it can mean two days or none.
fn date<'t>(text: &'t str, cell: &Cell, order: Order, changes: &mut Vec<Change>) -> Cow<'t, str> {
    let given = cell.span.in_text(text);
    let Some(read) = dates::read(given, order) else {
        return Cow::Borrowed(given);
    };
    let (kind, before) = (ChangeKind::DateRewritten, given.to_owned());
    changes.push(Change::new(kind, cell.field, before, read.clone()));
    Cow::Owned(read)
}

/// What the user says that a text means.
fn said(
    text: &str,
    cell: &Cell,
    meant: &'static str,
    changes: &mut Vec<Change>,
) -> Cow<'static, str> {
    let given = cell.span.in_text(text);
    if given != meant {
        let (kind, before) = (ChangeKind::Assigned, given.to_owned());
        changes.push(Change::new(kind, cell.field, before, meant));
    }
    Cow::Borrowed(meant)
}

/// Takes off the apostrophe that keeps a spreadsheet from running a cell, and says so.
fn off_guard<'t>(
    read: Cow<'t, str>,
    field: Field,
    written: Written,
    changes: &mut Vec<Change>,
) -> Cow<'t, str> {
    if !matches!(written, Written::Guarded | Written::Quoted) || !read.starts_with('\'') {
        return read;
    }
    let Some(bare) = unguarded(&read) else {
        return read;
    };
    let bare = bare.to_owned();
    let (before, after) = (read.into_owned(), bare.clone());
    changes.push(Change::new(ChangeKind::Unguarded, field, before, after));
    Cow::Owned(bare)
}

/// What a cell says.
pub(crate) fn content<'t>(text: &'t str, cell: &Cell) -> Cow<'t, str> {
    let raw = cell.span.in_text(text);
    match cell.written {
        Written::Plain
        | Written::Guarded
        | Written::List
        | Written::Date(_)
        | Written::Action(_)
        | Written::Severity(_) => Cow::Borrowed(raw),
        Written::Quoted => Cow::Owned(unquoted(raw)),
        Written::Escaped => Cow::Owned(unescaped(raw)),
        Written::Xml => Cow::Owned(xml_unescaped(raw)),
        Written::Pattern => Cow::Owned(pattern_unescaped(&unescaped(raw))),
        Written::Entities => Cow::Owned(raw.replace("&amp;", "&")),
    }
}

/// The names in a cell: a JSON array's, which is how one holds names with commas, or those between commas.
pub(crate) fn list<'t>(text: &'t str, cell: &Cell) -> Vec<Cow<'t, str>> {
    match content(text, cell) {
        content if cell.written == Written::List => {
            let names = json::texts(&content).unwrap_or_default();
            names.into_iter().map(Cow::Owned).collect()
        }
        Cow::Borrowed(content) => names(content),
        Cow::Owned(content) => {
            let owned = |name: Cow<'_, str>| Cow::Owned(name.into_owned());
            names(&content).into_iter().map(owned).collect()
        }
    }
}

/// The names that stand in a text: a JSON array, or names between commas.
pub(crate) fn names(text: &str) -> Vec<Cow<'_, str>> {
    match json::texts(text) {
        Some(names) => names.into_iter().map(Cow::Owned).collect(),
        None => parts(text).map(Cow::Borrowed).collect(),
    }
}

/// Names as the cell of a table holds them: between commas, or as a JSON array where that would be
/// read otherwise.
pub(crate) fn written_list(names: &[Cow<'_, str>]) -> String {
    let joined = names.join(",");
    if guarded(&joined) == joined && json::texts(&joined).is_none() && parts(&joined).eq(names) {
        return joined;
    }
    let mut array = Vec::new();
    write_texts(&mut array, names);
    String::from_utf8(array).unwrap_or_default()
}

fn parts(names: &str) -> impl Iterator<Item = &str> {
    names
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
}

/// Where a field of one text is held.
pub(crate) fn slot<'d, 't>(draft: &'d mut Draft<'t>, field: Field) -> &'d mut Option<Cow<'t, str>> {
    match field {
        Field::IndicatorType => &mut draft.indicator_type,
        Field::IndicatorValue | Field::RbacGroupNames | Field::MitreTechniques => &mut draft.value,
        Field::ExpirationTime => &mut draft.expiration,
        Field::Action => &mut draft.action,
        Field::Severity => &mut draft.severity,
        Field::Title => &mut draft.title,
        Field::Description => &mut draft.description,
        Field::RecommendedActions => &mut draft.recommended_actions,
        Field::Category => &mut draft.category,
        Field::GenerateAlert => &mut draft.generate_alert,
        Field::Application => &mut draft.application,
        Field::EducateUrl => &mut draft.educate_url,
        Field::ExternalId => &mut draft.external_id,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn names_are_read_as_they_were_written(names: Vec<String>) {
            let names: Vec<Cow<'_, str>> = names.into_iter().map(Cow::Owned).collect();
            let written = written_list(&names);
            if written.starts_with('[') {
                prop_assert_eq!(super::names(&written), names);
            }
        }
    }
}
