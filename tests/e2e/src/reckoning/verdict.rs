//! Each line by itself, and among those before it.
//!
//! A line is refused that breaks a rule of the API: a value that is none of its type, an action that its
//! type does not take, no title or description, an expiration that has passed (Submit or Update
//! Indicator API, 2021-08; indicators overview, 2025-04). Of the others the first one of a type and
//! value is ready; the same with the same action is a duplicate, with another a conflict that waits.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{
    Row, Sent, Verdict,
    source::{COLUMNS, Form, Given, Line, Source, names},
    value,
};

/// What a list is given.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "the names are the API's own fields")]
pub struct Defaults {
    pub action: &'static str,
    pub title: &'static str,
    pub description: &'static str,
}

/// What expires before has expired: this was written then, and what is made for tests lies well off.
const PAST: &str = "2026-11-01";

/// The verdict of each line, in the order in which the sources are dropped.
#[must_use]
pub fn verdicts(sources: &[Source], defaults: &Defaults) -> Vec<Row> {
    let mut seen: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    let mut rows = Vec::new();
    for source in sources {
        let places = places(source);
        for (at, line) in (source.first_line()..).zip(&source.lines) {
            let (verdict, sent) = match line {
                Line::Comment(_) => (Verdict::Ignored, None),
                Line::Record(given) => match sent(given, &places, defaults) {
                    None => (Verdict::Refused, None),
                    Some(mut sent) => {
                        sent.open = left_open(source.form, given);
                        (among(&mut seen, &sent), Some(sent))
                    }
                },
            };
            rows.push(Row {
                place: (source.name, at),
                verdict,
                sent,
            });
        }
    }
    rows
}

/// What a line is among those before it.
fn among(seen: &mut BTreeMap<(String, String), Vec<String>>, sent: &Sent) -> Verdict {
    let [kind, value, action] =
        ["indicatorType", "indicatorValue", "action"].map(|name| sent.text(name).to_owned());
    let actions = seen.entry((kind, value)).or_default();
    let verdict = match (actions.is_empty(), actions.contains(&action)) {
        (true, _) => Verdict::Ready,
        (false, true) => Verdict::Duplicate,
        (false, false) => Verdict::Conflict,
    };
    actions.push(action);
    verdict
}

/// The fields that a source has a place for: a column, or a key in any of its objects. Where it has one,
/// a line that says nothing has left it blank.
fn places(source: &Source) -> BTreeSet<&'static str> {
    let keys = source.lines.iter().flat_map(|line| match line {
        Line::Record(given) => given.keys().copied().collect(),
        Line::Comment(_) => Vec::new(),
    });
    match source.form {
        Form::Table => COLUMNS.iter().map(|(_, field)| *field).collect(),
        Form::Objects | Form::List => keys.collect(),
    }
}

/// What an object leaves as it is: it has no key for it, whatever others of its file have.
fn left_open(form: Form, given: &Given) -> BTreeSet<&'static str> {
    let open = ["expirationTime", "rbacGroupNames"].into_iter();
    open.filter(|field| matches!(form, Form::Objects) && !given.contains_key(field))
        .collect()
}

/// What would be sent of a line; `None` where it breaks a rule.
fn sent(given: &Given, places: &BTreeSet<&'static str>, defaults: &Defaults) -> Option<Sent> {
    let mut sent = Sent {
        fields: Map::new(),
        given: places.clone(),
        open: BTreeSet::new(),
        defaulted: BTreeSet::new(),
    };
    identity(given, defaults, &mut sent)?;
    for (field, default) in [
        ("title", defaults.title),
        ("description", defaults.description),
    ] {
        let text = required(given, field, default, &mut sent)?;
        sent.fields.insert(field.to_owned(), json!(text));
    }
    options(given, &mut sent)?;
    Some(sent)
}

/// Type, value, action and alert.
fn identity(given: &Given, defaults: &Defaults, sent: &mut Sent) -> Option<()> {
    let written = given.get("indicatorValue")?;
    let kind = match given.get("indicatorType") {
        Some(kind) => kind.clone(),
        None => value::kind_of_hash(written)?.to_owned(),
    };
    let value = value::normal(&kind, written)?;
    let action = required(given, "action", defaults.action, sent)?;
    let is_network = matches!(kind.as_str(), "IpAddress" | "DomainName" | "Url");
    // The two of former years, and what has replaced them.
    let (action, is_of_old) = match action.as_str() {
        "Alert" => ("Audit".to_owned(), true),
        "AlertAndBlock" if is_network => ("Block".to_owned(), true),
        "AlertAndBlock" => ("BlockAndRemediate".to_owned(), true),
        _ => (action, false),
    };
    if !takes(&kind, is_network, &action) {
        return None;
    }
    let alerts = given.get("generateAlert").filter(|text| !text.is_empty());
    let alerts = alerts.map(|text| text.eq_ignore_ascii_case("true"));
    // Audit without an alert is an error of the API's.
    let is_forced = action == "Audit" || is_of_old;
    if is_forced && alerts.is_none() && !sent.given.contains("generateAlert") {
        sent.defaulted.insert("generateAlert");
    }
    let alerts = if is_forced { Some(true) } else { alerts };
    let fields = &mut sent.fields;
    fields.insert("indicatorType".to_owned(), json!(kind));
    fields.insert("indicatorValue".to_owned(), json!(value));
    fields.insert("action".to_owned(), json!(action));
    if let Some(alerts) = alerts {
        fields.insert("generateAlert".to_owned(), json!(alerts));
    }
    Some(())
}

/// The table of types and actions (indicators overview, 2025-04).
fn takes(kind: &str, is_network: bool, action: &str) -> bool {
    match action {
        "Allowed" => true,
        "BlockAndRemediate" => !is_network,
        "Audit" | "Block" | "Warn" => kind != "CertificateThumbprint",
        _ => false,
    }
}

/// A field that must not be blank: where the source has no place for it, the default's.
fn required(given: &Given, field: &'static str, default: &str, sent: &mut Sent) -> Option<String> {
    match given.get(field).filter(|text| !text.trim().is_empty()) {
        Some(text) => Some(text.clone()),
        None if sent.given.contains(field) => None,
        None => {
            sent.defaulted.insert(field);
            Some(default.to_owned())
        }
    }
}

/// The fields that may be blank.
fn options(given: &Given, sent: &mut Sent) -> Option<()> {
    for field in ["recommendedActions", "educateUrl", "externalId"] {
        if let Some(text) = filled(given, field) {
            sent.fields.insert(field.to_owned(), json!(text));
        }
    }
    if let Some(severity) = filled(given, "severity") {
        let known = ["Informational", "Low", "Medium", "High"];
        let severity = known.contains(&severity).then_some(severity)?;
        sent.fields.insert("severity".to_owned(), json!(severity));
    }
    if let Some(moment) = filled(given, "expirationTime") {
        let moment = second(moment)?;
        if moment.as_str() <= PAST {
            return None;
        }
        sent.fields
            .insert("expirationTime".to_owned(), json!(moment));
    }
    for field in ["rbacGroupNames", "mitreTechniques"] {
        let list: Vec<Value> = names(given.get(field).map_or("", String::as_str))
            .map(|name| json!(name))
            .collect();
        if !list.is_empty() {
            sent.fields.insert(field.to_owned(), json!(list));
        }
    }
    Some(())
}

fn filled<'g>(given: &'g Given, field: &str) -> Option<&'g str> {
    let text = given.get(field).map(String::as_str);
    text.filter(|text| !text.trim().is_empty())
}

/// A moment in UTC to the second, `2035-01-31T00:00:00Z`; `None` where it is none.
pub(super) fn second(text: &str) -> Option<String> {
    let (moment, rest) = text.split_at_checked(19)?;
    let shape = moment.bytes().zip("dddd-dd-ddTdd:dd:dd".bytes());
    let fits = |(byte, shape): (u8, u8)| {
        if shape == b'd' {
            byte.is_ascii_digit()
        } else {
            byte == shape
        }
    };
    let is_moment = shape.into_iter().all(fits) && rest.ends_with('Z') && &moment[5..7] <= "12";
    is_moment.then(|| format!("{moment}Z"))
}
