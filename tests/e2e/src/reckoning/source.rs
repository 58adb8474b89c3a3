//! What a user drops: a table, objects of the API or a list, and which fields each line of it gives.

use std::{collections::BTreeMap, fmt::Write as _};

use serde_json::{Map, Value, json};

/// The fields that a line gives, under the API's names and as they are written. A field is there and
/// blank where the source has a place for it and the line says nothing.
pub type Given = BTreeMap<&'static str, String>;

/// A line of a source.
#[derive(Clone, Debug)]
pub enum Line {
    /// A remark.
    Comment(String),
    /// An indicator, or what is meant to be one.
    Record(Given),
}

/// How lines are written.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// The portal's CSV; every record has all its columns.
    Table,
    /// The API's own JSON; a record has the keys that it gives.
    Objects,
    /// Values and nothing else.
    List,
}

/// A file to drop.
#[derive(Clone, Debug)]
pub struct Source {
    /// The file's name.
    pub name: &'static str,
    /// How it is written.
    pub form: Form,
    /// What stands in it.
    pub lines: Vec<Line>,
}

/// The portal's columns, and the API's names of them.
pub(super) const COLUMNS: [(&str, &str); 12] = [
    ("IndicatorType", "indicatorType"),
    ("IndicatorValue", "indicatorValue"),
    ("ExpirationTime", "expirationTime"),
    ("Action", "action"),
    ("Severity", "severity"),
    ("Title", "title"),
    ("Description", "description"),
    ("RecommendedActions", "recommendedActions"),
    ("RbacGroups", "rbacGroupNames"),
    ("Category", "category"),
    ("MitreTechniques", "mitreTechniques"),
    ("GenerateAlert", "generateAlert"),
];

impl Source {
    /// The file's text.
    #[must_use]
    pub fn text(&self) -> String {
        match self.form {
            Form::Table => table(&self.lines),
            Form::Objects => objects(&self.lines),
            Form::List => list(&self.lines),
        }
    }

    /// The line of the file on which the first record may stand; each later one stands on the next.
    pub(super) const fn first_line(&self) -> u32 {
        match self.form {
            Form::Table | Form::Objects => 2,
            Form::List => 1,
        }
    }
}

fn table(lines: &[Line]) -> String {
    let names: Vec<&str> = COLUMNS.iter().map(|(column, _)| *column).collect();
    let mut text = names.join(",") + "\n";
    for line in lines {
        let line = match line {
            Line::Comment(remark) => format!("# {remark}"),
            Line::Record(given) => {
                let cells = COLUMNS.iter().map(|(_, field)| cell(given, field));
                cells.collect::<Vec<_>>().join(",")
            }
        };
        let _ = writeln!(text, "{line}");
    }
    text
}

/// In quotes where it would end before its end (RFC 4180).
fn cell(given: &Given, field: &str) -> String {
    let text = given.get(field).map(String::as_str).unwrap_or_default();
    if text.contains([',', '"', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

fn objects(lines: &[Line]) -> String {
    let objects: Vec<String> = lines.iter().filter_map(object).collect();
    format!("{{\"Indicators\":[\n{}\n]}}\n", objects.join(",\n"))
}

fn object(line: &Line) -> Option<String> {
    let Line::Record(given) = line else {
        return None;
    };
    let fields = given.iter().map(|(name, text)| {
        let value = match *name {
            "rbacGroupNames" | "mitreTechniques" => names(text).collect(),
            "generateAlert" => json!(text == "true"),
            _ => json!(text),
        };
        ((*name).to_owned(), value)
    });
    Some(Value::Object(fields.collect::<Map<_, _>>()).to_string())
}

/// The names in a cell.
pub(super) fn names(text: &str) -> impl Iterator<Item = &str> {
    let names = text.split(',').map(str::trim);
    names.filter(|name| !name.is_empty())
}

fn list(lines: &[Line]) -> String {
    let mut text = String::new();
    for line in lines {
        if let Line::Record(given) = line {
            let _ = writeln!(text, "{}", given["indicatorValue"]);
        }
    }
    text
}
