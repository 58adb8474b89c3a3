//! One JSON object, read key by key: what is absent, unknown or not allowed becomes a fault.

use serde_json::{Map, Number, Value};

use super::{ConfigError, Fault};

const AN_OBJECT: &str = "an object in braces";
const A_LIST: &str = "a list in brackets";

/// One object's keys, where it stands, and the faults found so far in the whole file.
pub(crate) struct Keys<'a> {
    map: &'a Map<String, Value>,
    path: String,
    faults: &'a mut Vec<ConfigError>,
}

impl<'a> Keys<'a> {
    /// Notes a value that is no object, and every key that is not `known`.
    pub(crate) fn of(
        value: &'a Value,
        path: String,
        known: &'static [&'static str],
        faults: &'a mut Vec<ConfigError>,
    ) -> Option<Self> {
        let Value::Object(map) = value else {
            faults.push(bad(path, value, AN_OBJECT));
            return None;
        };
        for key in map.keys().filter(|key| !known.contains(&key.as_str())) {
            let fault = Fault::Unknown { known };
            faults.push(ConfigError {
                key: join(&path, &clip(key)),
                fault,
            });
        }
        Some(Self { map, path, faults })
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.map.contains_key(key)
    }

    pub(crate) fn required<T>(
        &mut self,
        key: &str,
        allowed: &'static str,
        rule: impl FnOnce(&Value) -> Option<T>,
    ) -> Option<T> {
        if !self.has(key) {
            let fault = Fault::Missing { allowed };
            self.faults.push(ConfigError {
                key: join(&self.path, key),
                fault,
            });
        }
        self.optional(key, allowed, rule)
    }

    pub(crate) fn optional<T>(
        &mut self,
        key: &str,
        allowed: &'static str,
        rule: impl FnOnce(&Value) -> Option<T>,
    ) -> Option<T> {
        let found = rule(self.map.get(key)?);
        if found.is_none() {
            self.bad(key, allowed)
        } else {
            found
        }
    }

    /// Notes that the value at `key` is not allowed.
    pub(crate) fn bad<T>(&mut self, key: &str, allowed: &'static str) -> Option<T> {
        let path = join(&self.path, key);
        self.faults.push(bad(path, &self.map[key], allowed));
        None
    }

    pub(crate) fn object(&mut self, key: &str, known: &'static [&'static str]) -> Option<Keys<'_>> {
        let value = self.map.get(key)?;
        Keys::of(value, join(&self.path, key), known, self.faults)
    }

    /// The values of a list; none where the key is absent, `None` where the value is no list.
    pub(crate) fn values(&mut self, key: &str) -> Option<&'a [Value]> {
        match self.map.get(key) {
            None => Some(&[]),
            Some(Value::Array(values)) => Some(values),
            Some(_) => self.bad(key, A_LIST),
        }
    }

    /// A list of objects; `None` where anything in it is wrong.
    pub(crate) fn list<T>(
        &mut self,
        key: &str,
        known: &'static [&'static str],
        read: fn(&mut Keys) -> Option<T>,
    ) -> Option<Vec<T>> {
        let values = self.values(key)?;
        let items: Vec<Option<T>> = (0..)
            .zip(values)
            .map(|(at, value)| {
                let path = format!("{}[{at}]", join(&self.path, key));
                Keys::of(value, path, known, self.faults).and_then(|mut keys| read(&mut keys))
            })
            .collect();
        items.into_iter().collect()
    }

    /// What each text of a list stands for.
    pub(crate) fn texts<T>(
        &mut self,
        key: &str,
        allowed: &'static str,
        rule: fn(&str) -> Option<T>,
    ) -> Vec<T> {
        let mut texts = Vec::new();
        for (at, value) in self.values(key).unwrap_or_default().iter().enumerate() {
            if let Some(text) = value.as_str().and_then(rule) {
                texts.push(text);
            } else {
                let path = format!("{}[{at}]", join(&self.path, key));
                self.faults.push(bad(path, value, allowed));
            }
        }
        texts
    }
}

fn bad(key: String, value: &Value, allowed: &'static str) -> ConfigError {
    let fault = Fault::Bad {
        found: shown(value),
        allowed,
    };
    ConfigError { key, fault }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}

/// A fraction is not written out: what writes one weighs as much as all of this module.
fn whole(number: &Number) -> String {
    match (number.as_u64(), number.as_i64()) {
        (Some(number), _) => number.to_string(),
        (None, Some(number)) => number.to_string(),
        (None, None) => "a fraction".to_owned(),
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => whole(number),
        Value::String(text) => format!("\"{}\"", clip(text)),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

fn clip(text: &str) -> String {
    const MOST: usize = 80;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
    }
}
