//! MISP events in JSON: one event, what a search answers, or a list of attributes.
//!
//! An attribute gives one record, a composite one such as `filename|sha256` one for each part. Its
//! type says what it is; `to_ids` says whether it is meant for detection. The event's `info` is the
//! title. Files that are attached are passed over without being looked into.

use crate::{
    change::{Field, Fields},
    diagnostic::{Diagnostic, Finding, Looks, Place, excerpt},
};

use super::{
    json::{Broken, Kind, Said, Scanner, Value},
    records::{Cell, Intake, Span, Written},
    walk::{Shape, Walk, text_as},
};

/// Reads a text with MISP events.
pub(super) fn read(text: &str, intake: &mut Intake<'_>) {
    let mut walk = Walk::new(text, intake, false);
    if !walk.documents(text, &mut Misp::default()) {
        intake.say(Finding::JsonNotIndicators, Place::FILE);
    }
}

/// The shapes of MISP.
#[derive(Default)]
struct Misp {
    /// The `info` of the event that is being read.
    info: Option<Value>,
    /// Whether the elements of the list that is being read are objects with attributes.
    in_objects: bool,
    /// Whether they are attributes.
    in_attributes: bool,
}

/// The members of an attribute that matter.
#[derive(Clone, Copy, Debug, Default)]
struct Attribute {
    kind: Option<Value>,
    value: Option<Value>,
    comment: Option<Value>,
    to_ids: Option<Value>,
    deleted: Option<Value>,
}

impl<'t> Shape<'t> for Misp {
    fn object(
        &mut self,
        walk: &mut Walk<'t, '_, '_>,
        scanner: &mut Scanner<'t>,
        level: u32,
    ) -> Result<(), Broken> {
        let start = scanner.at;
        let line = walk.lines.line(start);
        let is_attribute = self.in_attributes;
        let is_file = self.in_objects && names(scanner, level, "name", "\"file\"");
        if is_file {
            walk.intake.begin_group();
        }
        let mut attribute = Attribute::default();
        let read = scanner.members(level, |scanner, key| {
            self.member(walk, scanner, (key, level), &mut attribute)
        });
        if is_file {
            walk.intake.end_group();
        }
        read?;
        let whole = Value {
            start,
            end: scanner.at,
            kind: Kind::Object,
        };
        let text = scanner.text();
        match (attribute.kind, attribute.value) {
            (Some(_), Some(_)) => self.records(walk, text, (whole, line), &attribute),
            (None, None) if !is_attribute => {}
            _ => walk.refuse_value(whole, line, Finding::MissingValue),
        }
        Ok(())
    }
}

impl Misp {
    fn member<'t>(
        &mut self,
        walk: &mut Walk<'t, '_, '_>,
        scanner: &mut Scanner<'t>,
        (key, level): (Value, u32),
        attribute: &mut Attribute,
    ) -> Result<(), Broken> {
        let name = scanner.text().get(key.start + 1..key.end - 1);
        match (name.unwrap_or_default(), scanner.peek()) {
            ("response", Some(b'{')) => return self.object(walk, scanner, level + 1),
            ("response", Some(b'[')) => return walk.array(scanner, self, level + 1),
            ("Event", Some(b'{')) => {
                self.info = member_of(scanner, level + 1, "info");
                self.in_attributes = false;
                return self.object(walk, scanner, level + 1);
            }
            ("Attribute", Some(b'[')) => {
                let outer = (self.in_objects, self.in_attributes);
                (self.in_objects, self.in_attributes) = (false, true);
                let read = walk.array(scanner, self, level + 1);
                (self.in_objects, self.in_attributes) = outer;
                return read;
            }
            ("Object", Some(b'[')) => {
                self.in_objects = true;
                let read = walk.array(scanner, self, level + 1);
                self.in_objects = false;
                return read;
            }
            _ => {}
        }
        let value = scanner.value(level + 1)?;
        let slot = match name.unwrap_or_default() {
            "type" => &mut attribute.kind,
            "value" => &mut attribute.value,
            "comment" => &mut attribute.comment,
            "to_ids" => &mut attribute.to_ids,
            "deleted" => &mut attribute.deleted,
            _ => return Ok(()),
        };
        *slot = Some(value);
        Ok(())
    }

    /// The records of one attribute.
    fn records(
        &self,
        walk: &mut Walk<'_, '_, '_>,
        text: &str,
        (whole, line): (Value, u32),
        attribute: &Attribute,
    ) {
        let (Some(kind), Some(value)) = (attribute.kind, attribute.value) else {
            return;
        };
        let read = Read {
            text,
            whole: Span::of(whole.start, whole.end),
            line,
            kind: Said::of(text, kind),
            value: Said::of(text, value),
            refused: attribute.refused(text),
            title: self.info,
            description: attribute.comment.filter(is_filled).or(self.info),
        };
        read.parts(walk);
    }
}

impl Attribute {
    /// Why nothing of it is imported, whatever it is.
    fn refused(&self, text: &str) -> Option<Finding> {
        let says = |value: Option<Value>, word: &str| {
            value.is_some_and(|value| text[value.start..value.end].trim_matches('"') == word)
        };
        if says(self.deleted, "true") || says(self.deleted, "1") {
            Some(Finding::Deleted)
        } else if says(self.to_ids, "false") || says(self.to_ids, "0") {
            Some(Finding::NotForDetection)
        } else {
            None
        }
    }
}

fn is_filled(value: &Value) -> bool {
    matches!(value.kind, Kind::Text { .. }) && value.end > value.start + 2
}

/// The value of a member of the object that is next; nothing where it cannot be read.
fn member_of(scanner: &Scanner<'_>, level: u32, wanted: &str) -> Option<Value> {
    let mut ahead = scanner.clone();
    let mut found = None;
    let _ = ahead.members(level, |scanner, key| {
        let value = scanner.value(level + 1)?;
        if scanner.text().get(key.start + 1..key.end - 1) == Some(wanted) {
            found = Some(value);
        }
        Ok(())
    });
    found.filter(is_filled)
}

/// Whether a member of the object that is next is written like this.
fn names(scanner: &Scanner<'_>, level: u32, member: &str, written: &str) -> bool {
    let value = member_of(scanner, level, member);
    value.is_some_and(|value| scanner.text().get(value.start..value.end) == Some(written))
}

/// What a type says of a value (MISP core format, section 2.4.2.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    /// One that may be imported; the type is a word that is known.
    Value,
    /// A hash of another kind.
    OtherHash,
    /// A port of what stands before it.
    Port,
    /// A rule in a language of its own.
    Rule,
    /// A link to a report.
    Reference,
    /// Something else.
    Other(Looks),
}

/// What one part of a type says.
fn meaning(kind: &str) -> Meaning {
    match kind {
        "md5"
        | "sha1"
        | "sha256"
        | "ip-src"
        | "ip-dst"
        | "ip"
        | "domain"
        | "hostname"
        | "url"
        | "uri"
        | "x509-fingerprint-sha1" => Meaning::Value,
        "port" | "dst-port" | "src-port" => Meaning::Port,
        "yara" | "sigma" | "snort" | "zeek" | "bro" | "suricata" | "pattern-in-file"
        | "pattern-in-memory" | "pattern-in-traffic" | "filename-pattern" | "stix2-pattern" => {
            Meaning::Rule
        }
        "link" => Meaning::Reference,
        "filename" | "attachment" | "malware-sample" => Meaning::Other(Looks::FileName),
        "mutex" => Meaning::Other(Looks::Mutex),
        "regkey" => Meaning::Other(Looks::RegistryKey),
        "vulnerability" => Meaning::Other(Looks::Vulnerability),
        "comment" => Meaning::Other(Looks::Comment),
        _ if kind.starts_with("email") => Meaning::Other(Looks::Email),
        _ if is_hash(kind) => Meaning::OtherHash,
        _ => Meaning::Other(Looks::Unknown),
    }
}

/// Whether a type is a hash that Defender does not take.
fn is_hash(kind: &str) -> bool {
    const NAMES: [&str; 11] = [
        "sha",
        "ssdeep",
        "imphash",
        "impfuzzy",
        "pehash",
        "tlsh",
        "cdhash",
        "authentihash",
        "vhash",
        "telfhash",
        "x509-fingerprint",
    ];
    const PARTS: [&str; 2] = ["-md5", "jarm"];
    NAMES.iter().any(|name| kind.starts_with(name)) || PARTS.iter().any(|part| kind.contains(part))
}

/// An attribute on its way to records.
struct Read<'t> {
    text: &'t str,
    whole: Span,
    line: u32,
    kind: Said<'t>,
    value: Said<'t>,
    refused: Option<Finding>,
    title: Option<Value>,
    description: Option<Value>,
}

/// Where a part stands in the type, if there, and in the value.
type Part = (Option<(usize, usize)>, (usize, usize));

impl Read<'_> {
    /// One record for each part of a composite attribute, one for any other.
    fn parts(&self, walk: &mut Walk<'_, '_, '_>) {
        let (kind, value) = (&*self.kind.text, &*self.value.text);
        let whole = (0, value.len());
        // A sample is named and its MD5 given, without the type saying so.
        if kind == "malware-sample"
            && let Some(bar) = value.rfind('|')
        {
            self.part(walk, (Some((0, kind.len())), (0, bar)), None);
            return self.part(walk, (None, (bar + 1, value.len())), None);
        }
        let Some(split) = kind.find('|') else {
            return self.part(walk, (Some((0, kind.len())), whole), None);
        };
        let (first, second) = ((0, split), (split + 1, kind.len()));
        // A file name may hold a bar; what follows it never does.
        let bar = match meaning(&kind[..split]) {
            Meaning::Other(_) => value.rfind('|'),
            _ => value.find('|'),
        };
        let port = meaning(&kind[split + 1..]) == Meaning::Port;
        let Some(bar) = bar else {
            let meant = if port { first } else { second };
            return self.part(walk, (Some(meant), whole), None);
        };
        let behind = &value[bar + 1..];
        self.part(walk, (Some(first), (0, bar)), port.then_some(behind));
        if !port {
            self.part(walk, (Some(second), (bar + 1, value.len())), None);
        }
    }

    fn part(&self, walk: &mut Walk<'_, '_, '_>, (kind, value): Part, port: Option<&str>) {
        let name = kind.map_or("", |(start, end)| &self.kind.text[start..end]);
        self.cell(
            walk,
            self.value.written(value.0, value.1),
            Field::IndicatorValue,
        );
        let meant = kind.map_or(Meaning::Value, |_| meaning(name));
        let reason = match meant {
            _ if self.refused == Some(Finding::Deleted) => self.refused.clone(),
            Meaning::Value => self.refused.clone(),
            Meaning::OtherHash => Some(Finding::OtherHash {
                name: excerpt(name),
            }),
            Meaning::Rule => Some(Finding::OtherLanguage {
                language: excerpt(name),
            }),
            Meaning::Reference => Some(Finding::Reference),
            Meaning::Other(looks) => {
                return walk.intake.ignored(self.whole, self.line, looks);
            }
            Meaning::Port => {
                return walk.intake.ignored(self.whole, self.line, Looks::Unknown);
            }
        };
        let noted = |finding| Diagnostic::new(finding, Place::line(self.line));
        if let Some(reason) = reason {
            return walk.intake.pass_over(self.whole, self.line, noted(reason));
        }
        if let Some((start, end)) = kind {
            self.cell(walk, self.kind.written(start, end), Field::IndicatorType);
        }
        if let Some(port) = port {
            let with = excerpt(port);
            walk.intake.note(noted(Finding::PortLeftOut { with }));
        }
        let fields = self.shared(walk);
        walk.intake.record(self.whole, self.line, fields);
    }

    /// Adds the title and the description.
    fn shared(&self, walk: &mut Walk<'_, '_, '_>) -> Fields {
        let mut fields = Fields::NONE.with(Field::IndicatorValue);
        for (field, value) in [
            (Field::Title, self.title),
            (Field::Description, self.description),
        ] {
            if let Some(value) = value {
                text_as(walk, value, field);
                fields = fields.with(field);
            }
        }
        fields
    }

    fn cell(&self, walk: &mut Walk<'_, '_, '_>, span: Span, field: Field) {
        let written = if span.in_text(self.text).contains('\\') {
            Written::Escaped
        } else {
            Written::Plain
        };
        walk.intake.cell(Cell {
            span,
            field,
            written,
        });
    }
}
