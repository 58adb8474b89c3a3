//! One thing that is to be done to an indicator of the tenant, as a line of JSON.
//!
//! `{"delete":{..}}` with the indicator as the tenant listed it; `{"restore":{..},"now":{..}}` with
//! what it was and what it is, without `now` where it is to be made again; `{"leave":{..},"why":..}`
//! with a [`Finding`] that says why nothing is done. It is the product's own form. Nothing detects it
//! in a file, so that no file that somebody is given deletes anything.

use serde::Deserialize;

use crate::{
    diagnostic::Finding,
    message::made::expected,
    source::json::{Broken, Scanner, said},
};

/// Why an indicator is left, in the words of [`Finding`]: of all that can be found, an undo finds these. A
/// reader of everything would be the heaviest part of the program that reads lines.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[expect(clippy::enum_variant_names, reason = "the names are those of findings")]
enum Why {
    LeftAsItWas { is_gone: bool },
    LeftChanged { by: String, at: String },
    LeftUnknown,
    LeftUnread,
    LeftExpired { at: String },
    LeftWithoutId,
}

impl From<Why> for Finding {
    fn from(why: Why) -> Self {
        match why {
            Why::LeftAsItWas { is_gone } => Self::LeftAsItWas { is_gone },
            Why::LeftChanged { by, at } => Self::LeftChanged { by, at },
            Why::LeftUnknown => Self::LeftUnknown,
            Why::LeftUnread => Self::LeftUnread,
            Why::LeftExpired { at } => Self::LeftExpired { at },
            Why::LeftWithoutId => Self::LeftWithoutId,
        }
    }
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// An indicator goes away.
    Delete,
    /// It gets back what it was, or is made again.
    Restore,
}

/// A line, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'t> {
    /// What is to be done; `None` where the indicator is left as it is.
    pub task: Option<Task>,
    /// The indicator: to be deleted, as it was, or left.
    pub object: &'t str,
    /// What it is now, where it is to be restored in its place.
    pub now: Option<&'t str>,
    why: Option<&'t str>,
}

impl<'t> Line<'t> {
    /// Takes a line apart; `None` where it is something else.
    #[must_use]
    pub fn read(line: &'t str) -> Option<Self> {
        let mut found: [Option<&str>; NAMES.len()] = [None; NAMES.len()];
        let is_read = members(line, |name, value| {
            let place = NAMES.iter().position(|known| *known == name);
            place.is_some_and(|place| found[place].replace(value).is_none())
        });
        let [delete, restore, leave, now, why] = found;
        let (task, object) = match (delete, restore, leave) {
            (Some(object), None, None) => (Some(Task::Delete), object),
            (None, Some(object), None) => (Some(Task::Restore), object),
            (None, None, Some(object)) => (None, object),
            _ => return None,
        };
        let is_sound = is_read
            && why.is_some() == task.is_none()
            && (now.is_none() || task == Some(Task::Restore));
        is_sound.then_some(Self {
            task,
            object,
            now,
            why,
        })
    }

    /// Why it is left as it is.
    #[must_use]
    pub fn why(&self) -> Option<Finding> {
        let why: Why = serde_json::from_str(self.why?).ok()?;
        Some(why.into())
    }
}

const NAMES: [&str; 5] = ["delete", "restore", "leave", "now", "why"];

/// Goes through an object; `each` gets a name and the text of its value and says whether to go on.
/// Says whether that was all.
pub(crate) fn members<'t>(object: &'t str, mut each: impl FnMut(&str, &'t str) -> bool) -> bool {
    let mut scanner = Scanner::new(object, 0);
    let read = scanner.members(1, |scanner, name| {
        let value = scanner.value(2)?;
        let name = said(name.written(object)).unwrap_or_default();
        if each(&name, value.written(object)) {
            Ok(())
        } else {
            let expected = expected::KEY;
            let at = value.start;
            Err(Broken { at, expected })
        }
    });
    read.is_ok() && scanner.peek().is_none()
}

/// Writes lines.
#[derive(Clone, Debug, Default)]
pub struct Lines(String);

impl Lines {
    /// Has an indicator deleted.
    pub fn delete(&mut self, object: &str) {
        self.write(&[("delete", object)]);
    }

    /// Has an indicator be what it was, in place of what it is `now` or made again.
    pub fn restore(&mut self, object: &str, now: Option<&str>) {
        match now {
            Some(now) => self.write(&[("restore", object), ("now", now)]),
            None => self.write(&[("restore", object)]),
        }
    }

    /// Has an indicator left as it is.
    pub fn leave(&mut self, object: &str, why: &Finding) {
        // Plain data with text for keys: nothing in it can fail to be written.
        let why = serde_json::to_string(why).unwrap_or_default();
        self.write(&[("leave", object), ("why", &why)]);
    }

    /// Takes in a line as it was written.
    pub fn copy(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn write(&mut self, members: &[(&str, &str)]) {
        for (number, (name, value)) in members.iter().enumerate() {
            self.0.push_str(if number == 0 { "{\"" } else { ",\"" });
            self.0.push_str(name);
            self.0.push_str("\":");
            // In sound JSON a line break stands between values and never in a string.
            let on_one_line = |c| if matches!(c, '\n' | '\r') { ' ' } else { c };
            self.0.extend(value.chars().map(on_one_line));
        }
        self.0.push_str("}\n");
    }

    /// The text.
    #[must_use]
    pub fn into_text(self) -> String {
        self.0
    }
}
