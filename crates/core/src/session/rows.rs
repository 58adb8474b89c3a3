//! What of a session shows rows and takes decisions about them.
//!
//! Nobody asks for any of it before a list has been read: it may come while one is.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{change::Field, late::late, mapping::Reading};

use super::{
    ColumnTexts, Command, Detail, Event, FieldText, Filter, Fix, Preview, Scope, Session, Tried,
    Window,
};

late! {
    /// What is called with a command that [`is_known`] knows by its name.
    Later {
        obey: fn(&mut Session, Command) = Session::obey_about_rows,
    }
}

/// The names of these commands that are answered and change nothing.
const ASKS: [&str; 5] = ["rows", "detail", "columnTexts", "previewText", "try"];

/// The names of the others.
const DECIDES: [&str; 5] = ["readAs", "fix", "write", "stepBack", "stepForward"];

/// Whether a command of this name is one of these.
#[must_use]
#[inline]
pub fn is_known(name: &str) -> bool {
    ASKS.contains(&name) || decides(name)
}

/// Whether a summary follows a command of this name.
#[must_use]
#[inline]
pub fn decides(name: &str) -> bool {
    DECIDES.contains(&name)
}

impl Session {
    #[inline]
    fn obey_about_rows(&mut self, command: Command) {
        match command {
            Command::ReadAs { file, reading } => self.change(|session| {
                session.ledger.read_as(file, &reading);
            }),
            Command::Fix { fix, scope } => self.change(|session| {
                let scope = session.found(scope);
                session.ledger.fix(&fix, &scope);
            }),
            Command::Write { texts, scope } => self.change(|session| {
                let scope = session.found(scope);
                session.ledger.write(&texts, &scope);
            }),
            Command::StepBack => self.change(|session| {
                session.ledger.step_back();
            }),
            Command::StepForward => self.change(|session| {
                session.ledger.step_forward();
            }),
            asked => {
                let told = self.told_of_rows(asked);
                self.news.extend(told);
            }
        }
    }

    /// Answers what changes nothing.
    #[inline]
    fn told_of_rows(&mut self, asked: Command) -> Option<Event> {
        match asked {
            Command::Rows {
                filter,
                start,
                count,
            } => Some(Event::Window(self.window(filter, start, count))),
            Command::Detail { row } => self.detail(row).map(Box::new).map(Event::Detail),
            Command::Try { row, texts } => self.try_texts(row, &texts).map(Event::Tried),
            Command::ColumnTexts { file, column } => {
                let texts = self.ledger.column_texts(file, column);
                texts.map(Event::ColumnTexts)
            }
            Command::PreviewText { field, template } => {
                Some(Event::Preview(self.preview(field, template)))
            }
            _ => None,
        }
    }
}

/// The table. A host asks for nothing that needs it before it has arrived.
pub(super) fn here() -> &'static Later {
    there().expect("a part that was asked for")
}

impl Command {
    /// Whether it is one of these.
    pub(super) const fn is_about_rows(&self) -> bool {
        matches!(
            self,
            Self::ReadAs { .. }
                | Self::Rows { .. }
                | Self::Detail { .. }
                | Self::ColumnTexts { .. }
                | Self::PreviewText { .. }
                | Self::Fix { .. }
                | Self::Write { .. }
                | Self::Try { .. }
                | Self::StepBack
                | Self::StepForward
        )
    }
}

/// Such a command, in the very form that a [`Command`] has.
#[derive(Deserialize)]
#[serde(remote = "Command", rename_all = "camelCase")]
enum Asked {
    ReadAs {
        file: u16,
        reading: Reading,
    },
    Rows {
        filter: Filter,
        start: u32,
        count: u32,
    },
    Detail {
        row: u32,
    },
    ColumnTexts {
        file: u16,
        column: u16,
    },
    PreviewText {
        field: Field,
        template: String,
    },
    Fix {
        fix: Fix,
        scope: Scope,
    },
    Write {
        texts: Vec<FieldText>,
        scope: Scope,
    },
    Try {
        row: u32,
        texts: Vec<FieldText>,
    },
    StepBack,
    StepForward,
}

/// What is told of rows alone, in the very form that an [`Event`] has.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
enum Told<'e> {
    Window(&'e Window),
    ColumnTexts(&'e ColumnTexts),
    Preview(&'e Preview),
    Detail(&'e Detail),
    Tried(&'e Tried),
}

/// Reads such a command; `None` where it is another one, or none.
#[must_use]
#[inline]
pub fn command<'de>(from: impl Deserializer<'de>) -> Option<Command> {
    Asked::deserialize(from).ok()
}

/// Writes an event; `None` where it is another one.
#[must_use]
#[inline]
pub fn event<S: Serializer>(event: &Event, to: S) -> Option<S::Ok> {
    let told = match event {
        Event::Window(window) => Told::Window(window),
        Event::ColumnTexts(texts) => Told::ColumnTexts(texts),
        Event::Preview(preview) => Told::Preview(preview),
        Event::Detail(detail) => Told::Detail(detail),
        Event::Tried(tried) => Told::Tried(tried),
        _ => return None,
    };
    told.serialize(to).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_read_by_what_its_name_says() {
        let all = r#"[
            {"rows": {"filter": {}, "start": 0, "count": 1}}, {"detail": {"row": 0}},
            {"columnTexts": {"file": 0, "column": 0}},
            {"previewText": {"field": "title", "template": ""}}, {"try": {"row": 0, "texts": []}},
            {"readAs": {"file": 0, "reading": {"kind": "list"}}},
            {"fix": {"fix": "ignore", "scope": {"row": {"row": 0}}}},
            {"write": {"texts": [], "scope": {"row": {"row": 0}}}}, "stepBack", "stepForward",
            "clear", "pause", "runs", {"paste": {"text": ""}}, {"export": {"kind": "rejects"}}
        ]"#;
        let all: Vec<serde_json::Value> = serde_json::from_str(all).unwrap();
        let mut known = Vec::new();
        for asked in all {
            let whole: Command = serde_json::from_value(asked.clone()).unwrap();
            let object = asked.as_object().and_then(|it| it.keys().next());
            let name = object.map_or_else(|| asked.as_str().unwrap(), String::as_str);
            assert_eq!(is_known(name), whole.is_about_rows(), "{name}");
            let read = command(&asked);
            assert_eq!(decides(name), is_known(name) && whole.changes_rows());
            assert_eq!(read, whole.is_about_rows().then_some(whole), "{name}");
            known.extend(is_known(name).then(|| name.to_owned()));
        }
        assert_eq!(known, [ASKS, DECIDES].concat());
    }
}
