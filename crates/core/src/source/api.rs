//! The API's own JSON, alone or inside a text.
//!
//! `{"Indicators":[..]}` (import page, 2021-03), a bare array, one object (single API page, 2020-04),
//! `{"value":[..]}` as a list call answers, and several of these one after another. Fields that only
//! the service sets are passed over. An object with an error is refused by itself; reading goes on at
//! the next one. A text that is cut short keeps what is whole.
//!
//! Inside a text, such as a documentation page with an example request, an object counts where it
//! holds an indicator; an example answer holds none.

use crate::{
    change::{Field, Fields},
    diagnostic::{Diagnostic, Finding, Looks, Place, excerpt},
    mapping,
    message::made::expected,
};

use super::{
    SourceKind,
    json::{self, Broken, Kind, Scanner, Value},
    records::{Cell, Intake, Span, Written, small},
    walk::{Shape, Walk, text_as, text_cell},
};

/// Keys that the service sets, or that it alone understands; a list call's answer has them.
const PASSED_OVER: &[&str] = &[
    "id",
    "createdBy",
    "createdByDisplayName",
    "createdBySource",
    "source",
    "sourceType",
    "creationTimeDateTimeUtc",
    "lastUpdateTime",
    "lastUpdatedBy",
    "rbacGroupIds",
    "notificationId",
    "notificationBody",
    "version",
    "historicalDetection",
    "lookBackPeriod",
    "additionalInfo",
    "bypassDurationHours",
    "certificateInfo",
];

/// Without device groups an indicator asks for all devices, and without an expiration never to expire.
const LEFT_OPEN: [Field; 2] = [Field::RbacGroupNames, Field::ExpirationTime];

/// The fields that an object of the API's own leaves open, of those that it speaks of. To create an
/// indicator it says all that the API needs, so that no default fills them.
#[must_use]
pub(crate) fn left_open(given: Fields) -> Fields {
    LEFT_OPEN
        .into_iter()
        .filter(|field| !given.has(*field))
        .collect()
}

/// Whether a record of such a source with these fields is an object of the API's own. A table may have a
/// column for each of these fields and is none: what it has no column for, the defaults fill.
#[must_use]
pub(crate) fn is_own(kind: SourceKind, given: Fields) -> bool {
    matches!(kind, SourceKind::ApiJson | SourceKind::PageWithJson)
        && LEFT_OPEN.into_iter().fold(given, Fields::with) == Fields::ALL
}

/// Reads a text that is JSON as a whole.
pub(super) fn read(text: &str, intake: &mut Intake<'_>) {
    let mut walk = Walk::new(text, intake, false);
    if !walk.documents(text, &mut Api::default()) {
        intake.say(Finding::JsonNotIndicators, Place::FILE);
    }
}

/// Whether a text that is not JSON as a whole holds some with indicators.
pub(super) fn is_inside(text: &str) -> bool {
    text.contains("\"indicatorValue\"")
}

/// Reads the indicators in the JSON inside a text.
pub(super) fn read_inside(text: &str, intake: &mut Intake<'_>) {
    let before = intake.count();
    let mut walk = Walk::new(text, intake, true);
    let mut api = Api::default();
    let mut scanner = Scanner::new(text, 0);
    while let Some(found) = text[scanner.at..].find(['{', '[']) {
        scanner.at += found;
        let start = scanner.at;
        walk.reported = false;
        walk.before = walk.intake.count();
        if let Err(broken) = walk.top(&mut scanner, &mut api) {
            if walk.intake.count() > walk.before {
                walk.complain(broken);
            }
            scanner.at = text.ceil_char_boundary(broken.at.max(start + 1));
        }
    }
    let records = small(intake.count() - before);
    if records == 0 {
        intake.say(Finding::JsonNotIndicators, Place::FILE);
    } else {
        intake.say(Finding::ReadFromPage { records }, Place::FILE);
    }
}

/// The API's shapes.
#[derive(Default)]
struct Api {
    /// Keys whose other case was already said.
    respelled: Fields,
}

/// What an object turned out to hold.
#[derive(Default)]
struct Members {
    cells: Vec<Cell>,
    seen: Fields,
    /// Whether it is an item of an import call's answer.
    is_answer: bool,
    /// Whether it wraps a list of indicators.
    is_wrapper: bool,
    complaint: Option<Finding>,
    /// A value and its type under the keys of a feed.
    foreign: [Option<Value>; 2],
}

impl<'t> Shape<'t> for Api {
    /// Reads an object: an indicator, an answer's item, or at level 1 what wraps a list of them.
    fn object(
        &mut self,
        walk: &mut Walk<'t, '_, '_>,
        scanner: &mut Scanner<'t>,
        level: u32,
    ) -> Result<(), Broken> {
        let start = scanner.at;
        let line = walk.lines.line(start);
        let mut members = Members::default();
        scanner.members(level, |scanner, key| {
            self.member(walk, scanner, (key, level), &mut members)
        })?;
        take_in(walk, members, Span::of(start, scanner.at), line, level);
        Ok(())
    }

    /// Reads an element that is no object: a text is a value, all else is none.
    fn element(
        &mut self,
        walk: &mut Walk<'t, '_, '_>,
        scanner: &mut Scanner<'t>,
        level: u32,
    ) -> Result<(), Broken> {
        let value = scanner.value(level)?;
        match value.kind {
            Kind::Text { escaped } if !walk.inside => {
                let line = walk.lines.line(value.start);
                walk.intake
                    .cell(text_cell(value, escaped, Field::IndicatorValue));
                let span = Span::of(value.start, value.end);
                walk.intake.record(span, line, Fields::NONE);
            }
            _ => walk.stray(value),
        }
        Ok(())
    }
}

impl Api {
    /// Reads one key and its value.
    fn member<'t>(
        &mut self,
        walk: &mut Walk<'t, '_, '_>,
        scanner: &mut Scanner<'t>,
        (key, level): (Value, u32),
        members: &mut Members,
    ) -> Result<(), Broken> {
        let name = key_text(scanner.text(), key);
        if level == 1 && scanner.peek() == Some(b'[') && (wraps(&name) || lists(&name)) {
            members.is_wrapper = true;
            let line = walk.lines.line(key.start);
            if !wraps(&name) && !walk.inside {
                let key = excerpt(&name);
                let finding = Finding::ReadFromKey { key };
                walk.intake.say(finding, Place::line(line));
            }
            return walk.array(scanner, self, level + 1);
        }
        let value = scanner.value(level + 1)?;
        match api_field(&name) {
            Some(field) => {
                self.respell(walk, &name, field, key.start);
                members.add(scanner.text(), field, &name, value);
            }
            None if name == "isFailed" => members.is_answer = true,
            None if is_filled(value) && foreign(&name).is_some() => {
                let slot = foreign(&name).map_or(0, usize::from);
                members.foreign[slot].get_or_insert(value);
            }
            None => pass_over(walk, &name, key.start, level),
        }
        Ok(())
    }

    /// Says once that a key is read in the API's spelling.
    fn respell(&mut self, walk: &mut Walk<'_, '_, '_>, found: &str, field: Field, at: usize) {
        if found == field.as_str() || self.respelled.has(field) {
            return;
        }
        self.respelled = self.respelled.with(field);
        let line = walk.lines.line(at);
        let (found, expected) = (excerpt(found), field.as_str().to_owned());
        walk.intake.say(
            Finding::JsonKeySpelling { found, expected },
            Place::line(line),
        );
    }
}

fn take_in(walk: &mut Walk<'_, '_, '_>, members: Members, span: Span, line: u32, level: u32) {
    if members.is_wrapper && !members.seen.has(Field::IndicatorValue) {
        return;
    }
    let is_indicator = members.seen.has(Field::IndicatorValue);
    if walk.inside && !is_indicator {
        return;
    }
    if members.is_answer && !is_indicator {
        walk.intake.ignored(span, line, Looks::Unknown);
        return;
    }
    if let [Some(value), kind] = members.foreign
        && !is_indicator
        && members.complaint.is_none()
    {
        let cells = members.cells.iter().filter(|cell| cell.span.len > 0);
        return take_foreign(walk, (value, kind), cells, (span, line));
    }
    for cell in members.cells {
        walk.intake.cell(cell);
    }
    let complaint = match members.complaint {
        None if members.seen == Fields::NONE => Some(not_an_indicator(level)),
        complaint => complaint,
    };
    match complaint {
        None => walk.intake.record(span, line, spoken_of(members.seen)),
        Some(finding) => {
            let found = Diagnostic::new(finding, Place::line(line));
            walk.intake.broken(span, line, found);
        }
    }
}

/// What an object speaks of. It leaves open what it has no key for where that would say something by
/// saying nothing: an update keeps it. An empty list, `null` and an empty text are said.
fn spoken_of(seen: Fields) -> Fields {
    left_open(seen).iter().fold(Fields::ALL, Fields::without)
}

/// Takes in an object of a feed: what it has under other keys than the API's, its type as a word of
/// the feed's own.
fn take_foreign<'c>(
    walk: &mut Walk<'_, '_, '_>,
    (value, kind): (Value, Option<Value>),
    cells: impl Iterator<Item = &'c Cell>,
    (span, line): (Span, u32),
) {
    let mut fields = Fields::NONE.with(Field::IndicatorValue);
    text_as(walk, value, Field::IndicatorValue);
    if let Some(kind) = kind {
        text_as(walk, kind, Field::IndicatorType);
    }
    for cell in cells.filter(|cell| cell.field != Field::IndicatorType) {
        fields = fields.with(cell.field);
        walk.intake.cell(*cell);
    }
    walk.intake.record(span, line, fields);
}

/// Says that a key is not read, unless the service sets it.
fn pass_over(walk: &mut Walk<'_, '_, '_>, name: &str, at: usize, level: u32) {
    let is_known =
        PASSED_OVER.iter().any(|key| key.eq_ignore_ascii_case(name)) || name.starts_with('@');
    if is_known || walk.inside || level == 1 {
        return;
    }
    let line = walk.lines.line(at);
    let key = excerpt(name);
    walk.intake
        .unknown(Finding::JsonUnknownKey { key }, Place::line(line));
}

impl Members {
    /// Adds a field with its value, or says what is wrong with it.
    fn add(&mut self, text: &str, field: Field, name: &str, value: Value) {
        if self.seen.has(field) {
            self.complain(Finding::JsonKeyTwice { key: excerpt(name) });
        }
        self.seen = self.seen.with(field);
        let is_list = matches!(field, Field::RbacGroupNames | Field::MitreTechniques);
        let span = Span::of(value.start, value.end);
        let cell = match value.kind {
            Kind::Null => return,
            Kind::Text { escaped } => text_cell(value, escaped, field),
            Kind::Number | Kind::Bool if !is_list => Cell {
                span,
                field,
                written: Written::Plain,
            },
            Kind::Array if is_list && is_names(span.in_text(text)) => Cell {
                span,
                field,
                written: Written::List,
            },
            _ => {
                let expected = if is_list {
                    expected::LIST_OF_TEXTS
                } else {
                    expected::TEXT
                };
                return self.complain(Finding::JsonWrongKind {
                    key: excerpt(name),
                    expected: expected.expected().to_owned(),
                });
            }
        };
        self.cells.push(cell);
    }

    fn complain(&mut self, finding: Finding) {
        self.complaint.get_or_insert(finding);
    }
}

fn is_names(array: &str) -> bool {
    json::texts(array).is_some()
}

/// The field of a key: the API's own names alone, in any case.
fn api_field(name: &str) -> Option<Field> {
    let field = mapping::field(name)?;
    let is_api = field.as_str().eq_ignore_ascii_case(name);
    (is_api || field == Field::RbacGroupNames).then_some(field)
}

/// Why an object without a field of an indicator is none: at the top it is another kind of file.
fn not_an_indicator(level: u32) -> Finding {
    if level == 1 {
        return Finding::JsonNotIndicators;
    }
    let key = "object".to_owned();
    let expected = expected::INDICATOR.expected().to_owned();
    Finding::JsonWrongKind { key, expected }
}

/// Whether a list under this key often holds indicators in feeds.
fn lists(name: &str) -> bool {
    const KEYS: [&str; 5] = ["list", "iocs", "ioc", "data", "results"];
    KEYS.iter().any(|key| key.eq_ignore_ascii_case(name))
}

/// What feeds call a value (0) and its type (1).
fn foreign(name: &str) -> Option<u8> {
    Some(match name {
        "ioc" | "indicator" | "ioc_value" | "observable" | "value" => 0,
        "ioc_type" | "indicator_type" | "type" => 1,
        _ => return None,
    })
}

fn is_filled(value: Value) -> bool {
    matches!(value.kind, Kind::Text { .. }) && value.end > value.start + 2
}

/// Whether a list under this key holds indicators: the import call's body, a list call's answer.
fn wraps(name: &str) -> bool {
    name.eq_ignore_ascii_case("Indicators") || name.eq_ignore_ascii_case("value")
}

fn key_text(text: &str, key: Value) -> String {
    json::said(key.written(text))
        .unwrap_or_default()
        .into_owned()
}
