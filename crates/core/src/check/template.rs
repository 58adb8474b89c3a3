//! Default texts with fields in braces: `From {file}, line {line}`.
//!
//! A template and what is known of a record go in; the text comes out, or the [`Finding`] that says
//! why there is none. `{{` is a brace, and a brace that closes none stands for itself. A field that
//! does not exist is never sent as it stands. Both the fields of a template and its length are
//! bounded, so that the texts of a table take time in proportion to the table.

use std::borrow::Cow;

use super::{Defaults, Today, expiration};
use crate::{
    change::{self, Fields},
    clock::WallTime,
    diagnostic::{Finding, excerpt},
    indicator::{Action, IndicatorType, Severity},
    source::small,
    value::characters,
};

/// Fields of one template: so many times a cell is copied at most.
const MOST_FIELDS: usize = 16;

/// Characters of a text that has fields.
const MOST: u32 = 1_000;

/// What a field of a column begins with: `{column:Malware family}`.
const COLUMN: &str = "column:";

/// Characters of `YYYY-MM-DD`.
const DAY: usize = 10;

/// Where a record stands, as far as a template may say it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origin<'a> {
    /// The name of its file.
    pub file: &'a str,
    /// What its row has in the columns that templates name, each once.
    pub columns: Vec<(&'a str, Cow<'a, str>)>,
}

/// What is known of a record: its fields as they are given, and what holds where they are not.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Facts<'f> {
    pub(crate) origin: &'f Origin<'f>,
    pub(crate) line: u32,
    pub(crate) value: &'f str,
    pub(crate) kind: Option<IndicatorType>,
    /// As it is sent.
    pub(crate) action: Option<Action>,
    pub(crate) severity: Option<&'f str>,
    pub(crate) expiration: Option<&'f str>,
    /// The fields that its source has.
    pub(crate) fields: Fields,
    pub(crate) defaults: &'f Defaults,
    pub(crate) today: Today,
}

/// One field of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field<'t> {
    Value,
    Type,
    File,
    Line,
    Date,
    Action,
    Severity,
    Expires,
    /// The column of this name.
    Column(&'t str),
}

/// A piece of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'t> {
    Text(&'t str),
    Field(Field<'t>),
}

impl<'t> Field<'t> {
    /// The field of a name, in any case and with blanks around it.
    fn read(name: &'t str) -> Option<Self> {
        let name = name.trim();
        let column = name.get(..COLUMN.len());
        if column.is_some_and(|column| column.eq_ignore_ascii_case(COLUMN)) {
            let column = name[COLUMN.len()..].trim();
            return (!column.is_empty()).then_some(Self::Column(column));
        }
        let known = [
            ("value", Self::Value),
            ("type", Self::Type),
            ("file", Self::File),
            ("line", Self::Line),
            ("date", Self::Date),
            ("action", Self::Action),
            ("severity", Self::Severity),
            ("expires", Self::Expires),
        ];
        let known = known.iter().find(|(own, _)| own.eq_ignore_ascii_case(name));
        known.map(|(_, field)| *field)
    }
}

/// Whether a text has fields, or braces that stand for themselves by being doubled.
pub(crate) fn is_template(text: &str) -> bool {
    text.contains('{')
}

/// Hands over the pieces of a template.
fn each<'t>(
    template: &'t str,
    mut take: impl FnMut(Piece<'t>) -> Result<(), Finding>,
) -> Result<(), Finding> {
    let len = characters(template);
    let too_long = Finding::TemplateTooLong {
        len,
        most: MOST,
        most_fields: small(MOST_FIELDS),
    };
    if len > MOST {
        return Err(too_long);
    }
    let (mut rest, mut fields) = (template, 0);
    while let Some(open) = rest.find('{') {
        take(Piece::Text(&rest[..open]))?;
        let behind = &rest[open + 1..];
        if let Some(behind) = behind.strip_prefix('{') {
            take(Piece::Text("{"))?;
            rest = behind;
            continue;
        }
        let Some((name, behind)) = behind.split_once('}') else {
            let at = template.len() - rest.len() + open;
            let at = characters(&template[..at]) + 1;
            return Err(Finding::TemplateNotClosed { at });
        };
        fields += 1;
        if fields > MOST_FIELDS {
            return Err(too_long);
        }
        let field = Field::read(name).ok_or_else(|| Finding::TemplateField {
            name: excerpt(name),
        })?;
        take(Piece::Field(field))?;
        rest = behind;
    }
    take(Piece::Text(rest))
}

/// What is wrong with a template by itself, whatever the source: what a form says of it.
///
/// # Errors
/// Why no text can be made of it.
pub fn check_template(text: &str) -> Result<(), Finding> {
    if is_template(text) {
        each(text, |_| Ok(()))
    } else {
        Ok(())
    }
}

/// The columns that a template names.
pub(crate) fn columns(text: &str) -> Vec<&str> {
    let mut columns = Vec::new();
    let named = each(text, |piece| {
        if let Piece::Field(Field::Column(name)) = piece {
            columns.push(name);
        }
        Ok(())
    });
    match named {
        Ok(()) => columns,
        Err(_) => Vec::new(),
    }
}

/// A text in which every brace stands for itself.
pub(crate) fn literal(text: &str) -> String {
    text.replace('{', "{{")
}

/// The text that a template makes of a record; the template itself where it has no brace.
pub(crate) fn filled<'t>(template: &'t str, facts: &Facts<'_>) -> Result<Cow<'t, str>, Finding> {
    if !is_template(template) {
        return Ok(Cow::Borrowed(template));
    }
    let mut text = String::with_capacity(template.len());
    each(template, |piece| {
        match piece {
            Piece::Text(piece) => text.push_str(piece),
            Piece::Field(field) => text.push_str(&facts.said(field)?),
        }
        Ok(())
    })?;
    Ok(Cow::Owned(text))
}

impl Facts<'_> {
    fn said(&self, field: Field<'_>) -> Result<Cow<'_, str>, Finding> {
        let name = |name: Option<&'static str>| Cow::Borrowed(name.unwrap_or_default());
        Ok(match field {
            Field::Value => self.value.into(),
            Field::Type => name(self.kind.map(IndicatorType::as_str)),
            Field::File => self.origin.file.into(),
            Field::Line => self.line.to_string().into(),
            Field::Date => day(self.today).into(),
            Field::Action => name(self.action.map(Action::as_str)),
            Field::Severity => name(self.severity().map(Severity::as_str)),
            Field::Expires => self.expires().map_or("never".into(), |at| day(at).into()),
            Field::Column(name) => return self.column(name),
        })
    }

    fn severity(&self) -> Option<Severity> {
        match self.severity {
            Some(given) => Severity::read(given.trim()),
            None if self.fields.has(change::Field::Severity) => None,
            None => self.defaults.severity_of(self.kind),
        }
    }

    fn expires(&self) -> Option<WallTime> {
        match self.expiration {
            Some(given) => expiration::moment_of(given),
            None if self.fields.has(change::Field::ExpirationTime) => None,
            None => expiration::by_default(self.defaults, self.kind, self.today),
        }
    }

    fn column(&self, name: &str) -> Result<Cow<'_, str>, Finding> {
        let mut columns = self.origin.columns.iter();
        let found = columns.find(|(own, _)| own.eq_ignore_ascii_case(name));
        let missing = || Finding::TemplateColumn {
            name: excerpt(name),
        };
        found
            .map(|(_, cell)| Cow::Borrowed(&**cell))
            .ok_or_else(missing)
    }
}

/// The day of a moment in UTC.
fn day(at: WallTime) -> String {
    let mut day = expiration::written(at);
    day.truncate(DAY);
    day
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a template makes of a record, or the code that says why it makes nothing.
    fn made(template: &str) -> String {
        let origin = Origin {
            file: "feed{1}.csv",
            columns: vec![
                ("Family", "Evil{value}".into()),
                ("note", String::new().into()),
            ],
        };
        let facts = Facts {
            origin: &origin,
            line: 7,
            value: "bad.example",
            kind: Some(IndicatorType::DomainName),
            action: Some(Action::Block),
            severity: None,
            expiration: None,
            fields: Fields::NONE,
            defaults: &Defaults::default(),
            today: WallTime(1_795_219_200_999),
        };
        match filled(template, &facts) {
            Ok(text) => text.into_owned(),
            Err(found) => format!("! {found:?}"),
        }
    }

    #[test]
    fn a_template_becomes_a_text() {
        let crowded = "{line}".repeat(17);
        let long = format!("{}{{line}}", "a".repeat(995));
        let plain = "a".repeat(5_000);
        let table = [
            ("", ""),
            ("no field", "no field"),
            ("{value}", "bad.example"),
            (
                "{type} {action} from {file}:{line}",
                "DomainName Block from feed{1}.csv:7",
            ),
            ("{date} to {expires}", "2026-11-21 to 2027-02-19"),
            ("[{severity}]", "[]"),
            ("{ Value }{TYPE}", "bad.exampleDomainName"),
            ("{column:Family}", "Evil{value}"),
            ("{Column: FAMILY }!{column:note}!", "Evil{value}!!"),
            ("{{value}", "{value}"),
            ("{{{value}}", "{bad.example}"),
            ("a } b", "a } b"),
            ("{{", "{"),
            ("{{{{", "{{"),
            ("{valeu}", "! TemplateField { name: \"valeu\" }"),
            ("{}", "! TemplateField { name: \"\" }"),
            ("{column:}", "! TemplateField { name: \"column:\" }"),
            ("{column:x}", "! TemplateColumn { name: \"x\" }"),
            ("ü {value", "! TemplateNotClosed { at: 3 }"),
            ("{value} {", "! TemplateNotClosed { at: 9 }"),
            ("{ {value}", "! TemplateField { name: \" {value\" }"),
            (&plain, &plain),
            (
                &crowded,
                "! TemplateTooLong { len: 102, most: 1000, most_fields: 16 }",
            ),
            (
                &long,
                "! TemplateTooLong { len: 1001, most: 1000, most_fields: 16 }",
            ),
        ];
        for (template, expected) in table {
            assert_eq!(made(template), expected, "{template}");
        }
    }

    #[test]
    fn a_literal_text_stands_for_itself() {
        for text in ["", "a", "{value}", "{{", "}{", "{column:x}}"] {
            assert_eq!(made(&literal(text)), text);
        }
    }
}
