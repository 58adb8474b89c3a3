//! A tenant and a list of every kind of line, as large as asked for, the same at every run.
//!
//! The list is a portal CSV, objects of the API and a list of hashes. Of fifty lines some create, some
//! update (each field in its turn), some change nothing, some stand against another action in the
//! tenant, and some are duplicates, conflicts, refused or remarks. Hashes come in capitals, addresses
//! defanged, and objects with only some of their fields. What becomes of each is not said here:
//! [`crate::reckoning`] finds it out from the same text. All values name nobody.

mod entity;

use serde_json::Value;

use crate::reckoning::{Defaults, Form, Given, Line, Source};

pub use entity::{entity, value};

/// What the page is told to give lines of the list.
pub const DEFAULTS: Defaults = Defaults {
    action: "Block",
    title: "Of a list",
    description: "made for a test",
};

/// A tenant and what is dropped.
#[derive(Clone, Debug)]
pub struct Made {
    /// What the tenant holds before.
    pub held: Vec<Value>,
    /// What is dropped, in this order.
    pub sources: Vec<Source>,
}

/// So many lines in all, and a tenant that holds so many indicators.
#[must_use]
pub fn made(lines: usize, held: usize) -> Made {
    let (objects, list) = (lines / 5, lines / 10);
    let mut maker = Maker::default();
    let sources = [
        ("rows.csv", Form::Table, lines - objects - list),
        ("objects.json", Form::Objects, objects),
        ("hashes.txt", Form::List, list),
    ];
    let sources = sources.map(|(name, form, lines)| Source {
        name,
        form,
        lines: maker.lines(form, lines),
    });
    // Others of the tenant, of which the list does not speak.
    for number in maker.held.len()..held {
        maker.held.push(entity(OTHERS + number, 0));
    }
    Made {
        held: maker.held,
        sources: sources.into(),
    }
}

/// Where the numbers begin of what the list does not speak of.
const OTHERS: usize = 10_000_000;

/// The fields that a line may change, in their turn. The portal's CSV has no column for the last two.
const CHANGEABLE: [&str; 10] = [
    "title",
    "description",
    "severity",
    "expirationTime",
    "recommendedActions",
    "rbacGroupNames",
    "mitreTechniques",
    "generateAlert",
    "educateUrl",
    "externalId",
];

/// What is made of one line in fifty.
#[derive(Clone, Copy)]
enum Kind {
    Unchanged,
    Update,
    Create,
    TenantConflict,
    Duplicate,
    Conflict,
    Refused,
    Remark,
}

const FIFTY: [(Kind, usize); 8] = [
    (Kind::Unchanged, 14),
    (Kind::Update, 12),
    (Kind::Create, 9),
    (Kind::TenantConflict, 5),
    (Kind::Duplicate, 4),
    (Kind::Conflict, 2),
    (Kind::Refused, 3),
    (Kind::Remark, 1),
];

#[derive(Default)]
struct Maker {
    held: Vec<Value>,
    number: usize,
    turn: usize,
}

impl Maker {
    fn lines(&mut self, form: Form, count: usize) -> Vec<Line> {
        let kinds = FIFTY.iter().flat_map(|(kind, times)| vec![*kind; *times]);
        let kinds: Vec<Kind> = kinds.collect();
        let mut lines: Vec<Line> = Vec::new();
        // Lines that later ones may repeat, each with its value as it is sent.
        let mut plain: Vec<Given> = Vec::new();
        for at in 0..count {
            // A stride that meets all fifty mixes them.
            let kind = kinds[at * 17 % kinds.len()];
            self.number += 1;
            lines.push(self.line(kind, form, &mut plain));
        }
        lines
    }

    fn line(&mut self, kind: Kind, form: Form, plain: &mut Vec<Given>) -> Line {
        let number = self.number;
        let earlier = plain.len().checked_sub(1 + number % 40);
        let earlier = earlier.and_then(|at| plain.get(at));
        Line::Record(match (kind, earlier) {
            (Kind::Remark, _) if matches!(form, Form::Table) => {
                return Line::Comment(format!("remark {number}"));
            }
            (Kind::Refused, _) => refused(form, number),
            (Kind::Duplicate, Some(earlier)) => spelt(earlier, number),
            (Kind::Conflict, Some(earlier)) => spelt(&against(earlier), number),
            _ => {
                let given = self.among_the_tenant(kind, form);
                plain.push(given.clone());
                spelt(&given, number / 3)
            }
        })
    }

    /// A line of which the tenant holds what its kind says.
    fn among_the_tenant(&mut self, kind: Kind, form: Form) -> Given {
        let number = if matches!(form, Form::List) {
            // Hashes alone say by themselves what they are.
            self.number * 7 + 1
        } else {
            self.number
        };
        let own = entity(number, 0);
        let mut given = given(&own, form, number);
        match kind {
            Kind::Update => {
                self.held.push(own);
                self.turn += 1;
                change(&mut given, form, self.turn, number);
            }
            Kind::TenantConflict => {
                let others = if number.is_multiple_of(3) { 2 } else { 1 };
                let others = (1..=others).map(|other| entity(number, other));
                self.held.extend(others);
            }
            Kind::Create => {}
            _ => self.held.push(own),
        }
        given
    }
}

/// The fields of an indicator as a source of this form gives them.
fn given(entity: &Value, form: Form, number: usize) -> Given {
    let text = |name: &str| match &entity[name] {
        Value::String(text) => text.clone(),
        Value::Bool(truth) => truth.to_string(),
        Value::Array(names) => {
            let names = names.iter().filter_map(Value::as_str);
            names.collect::<Vec<_>>().join(",")
        }
        _ => String::new(),
    };
    let identity = ["indicatorType", "indicatorValue", "action"];
    let mut given: Given = identity.iter().map(|name| (*name, text(name))).collect();
    let is_here = |at: usize| match form {
        Form::Table => at < 8,
        // Some objects give only some of their fields; none leaves it open until when an address holds.
        Form::Objects => at < 2 || at == 3 || !(number / 7 + at).is_multiple_of(3),
        Form::List => false,
    };
    for (at, name) in CHANGEABLE.iter().enumerate() {
        let text = text(name);
        // A key with nothing in it would say that nothing is wanted.
        let is_open = matches!(form, Form::Objects) && text.is_empty();
        if is_here(at) && !is_open {
            given.insert(*name, text);
        }
    }
    if matches!(form, Form::Table) {
        given.insert("category", "Malware".to_owned());
    }
    if matches!(form, Form::List) {
        given.retain(|name, _| *name == "indicatorValue");
    }
    given
}

/// Changes the field whose turn it is, and where that is not given the title; a list changes nothing.
fn change(given: &mut Given, form: Form, turn: usize, number: usize) {
    if matches!(form, Form::List) {
        return;
    }
    let field = CHANGEABLE[turn % CHANGEABLE.len()];
    let is_file = given["indicatorType"].starts_with("File");
    let can_alert = matches!(
        given["action"].as_str(),
        "Block" | "Warn" | "BlockAndRemediate"
    );
    let Some(text) = given
        .get_mut(field)
        .filter(|_| field != "generateAlert" || can_alert)
    else {
        given.insert("title", format!("Another title {number}"));
        return;
    };
    let other = match field {
        "severity" if text == "High" => "Low".to_owned(),
        "severity" => "High".to_owned(),
        // Some are to hold for ever that did not.
        "expirationTime" if is_file && !text.is_empty() => String::new(),
        "expirationTime" => "2036-06-30T12:00:00.0Z".to_owned(),
        "rbacGroupNames" if text.is_empty() => "Servers".to_owned(),
        "rbacGroupNames" => String::new(),
        "mitreTechniques" => "T1486,T1055".to_owned(),
        "generateAlert" => (text != "true").to_string(),
        "educateUrl" => format!("https://help.example/{number}"),
        _ => format!("Another {field}, \"{number}\""),
    };
    *text = other;
    // In an object a blank expiration is none; the key goes.
    if matches!(form, Form::Objects) && field == "expirationTime" && text.is_empty() {
        "2036-06-30T12:00:00Z".clone_into(text);
    }
}

/// The same line with its value in another spelling.
fn spelt(given: &Given, number: usize) -> Given {
    let mut given = given.clone();
    let kind = given.get("indicatorType").cloned().unwrap_or_default();
    let Some(value) = given.get_mut("indicatorValue") else {
        return given;
    };
    *value = match (kind.as_str(), number % 4) {
        (_, 0) => value.clone(),
        ("DomainName", 1) => value.replace('.', "[.]"),
        ("DomainName", 2) => value.to_ascii_uppercase(),
        ("DomainName", _) => format!("{value}."),
        ("Url", 1) => value.replacen("http", "hxxp", 1).replacen('.', "[.]", 2),
        ("Url", 2) => value.replacen("https://host", "HTTPS://HOST", 1),
        ("Url", _) => format!(" {value} "),
        ("IpAddress", 1) => value.replace('.', "(.)"),
        ("IpAddress", _) | (_, 1) => value.to_ascii_uppercase(),
        _ => format!("{value} "),
    };
    given
}

/// The same value with another action that its type takes.
fn against(given: &Given) -> Given {
    let mut given = given.clone();
    let is_network = given
        .get("indicatorType")
        .is_some_and(|kind| matches!(kind.as_str(), "DomainName" | "Url" | "IpAddress"));
    if let Some(action) = given.get_mut("action") {
        let other = match action.as_str() {
            "Allowed" if is_network => "Block",
            "Allowed" => "BlockAndRemediate",
            _ => "Allowed",
        };
        other.clone_into(action);
    }
    given
}

/// A line that breaks a rule, each in its turn.
fn refused(form: Form, number: usize) -> Given {
    let mut given = given(&entity(number, 0), Form::Table, number);
    let broken: [(&str, &str, &str); 12] = [
        ("FileSha256", "indicatorValue", "abcdef0123456789"),
        ("IpAddress", "indicatorValue", "203.0.113.0/24"),
        ("IpAddress", "indicatorValue", "10.1.2.3"),
        ("IpAddress", "indicatorValue", "203.0.113.7:8080"),
        ("DomainName", "indicatorValue", "two words"),
        ("Url", "indicatorValue", "mailto:nobody@bad.example"),
        ("DomainName", "action", "BlockAndRemediate"),
        ("FileSha1", "action", "Blok"),
        ("FileSha256", "title", ""),
        ("FileSha256", "description", ""),
        ("FileMd5", "severity", "Critical"),
        ("FileMd5", "expirationTime", "2020-01-31T00:00:00.0Z"),
    ];
    let (kind, field, text) = broken[number / 3 % broken.len()];
    given.insert("indicatorType", kind.to_owned());
    given.insert("indicatorValue", value(kind, number));
    given.insert("action", "Block".to_owned());
    given.insert(field, text.to_owned());
    match form {
        Form::Table => {}
        Form::Objects => drop(given.remove("category")),
        Form::List => {
            given.retain(|name, _| *name == "indicatorValue");
            given.insert("indicatorValue", format!("{number:063x}"));
        }
    }
    given
}
