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
};

use super::{
    json::{Broken, Kind, Scanner, Value},
    lines::Lines,
    records::{Cell, Intake, Span, Written, small},
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

/// Reads a text that is JSON as a whole.
pub(super) fn read(text: &str, intake: &mut Intake<'_>) {
    let before = intake.count();
    let mut api = Api::new(text, intake, false);
    let mut scanner = Scanner::new(text, 0);
    while scanner.peek().is_some() && !api.intake.is_full() {
        if let Err(broken) = api.top(&mut scanner) {
            api.complain(broken);
            break;
        }
    }
    let silent = !api.reported;
    if intake.count() == before && silent {
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
    let mut api = Api::new(text, intake, true);
    let mut scanner = Scanner::new(text, 0);
    while let Some(found) = text[scanner.at..].find(['{', '[']) {
        scanner.at += found;
        let start = scanner.at;
        api.reported = false;
        api.before = api.intake.count();
        if let Err(broken) = api.top(&mut scanner) {
            if api.intake.count() > api.before {
                api.complain(broken);
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

/// A reader of the API's shapes over one text.
struct Api<'t, 'i, 'r> {
    intake: &'i mut Intake<'r>,
    lines: Lines<'t>,
    /// Only objects that hold an indicator count; the text around them is no JSON.
    inside: bool,
    /// Whether the error that ends the reading was already said.
    reported: bool,
    /// Keys whose other case was already said.
    respelled: Fields,
    /// Records before the value that is being read; inside a text, broken JSON counts only where an
    /// indicator was found in it.
    before: usize,
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
}

impl<'t, 'i, 'r> Api<'t, 'i, 'r> {
    fn new(text: &'t str, intake: &'i mut Intake<'r>, inside: bool) -> Self {
        let before = intake.count();
        Self {
            intake,
            before,
            lines: Lines::new(text),
            inside,
            reported: false,
            respelled: Fields::NONE,
        }
    }

    /// Reads one value that nothing encloses.
    fn top(&mut self, scanner: &mut Scanner<'t>) -> Result<(), Broken> {
        match scanner.peek() {
            Some(b'[') => self.array(scanner, 1),
            Some(b'{') => self.guarded_object(scanner, 1),
            _ => Err(scanner.broken("an object or a list")),
        }
    }

    /// Reads the elements of a list; a broken one is refused, and reading goes on behind it.
    fn array(&mut self, scanner: &mut Scanner<'t>, level: u32) -> Result<(), Broken> {
        scanner.elements(level, |scanner| {
            let next = scanner.peek();
            let start = scanner.at;
            let line = self.lines.line(start);
            let read = match next {
                Some(b'{') => self.object(scanner, level + 1),
                Some(b']' | b',') | None => Err(scanner.broken("an indicator")),
                Some(_) => self.element(scanner, level + 1),
            };
            let Err(broken) = read else {
                return Ok(());
            };
            self.refuse(scanner, (start, line), broken)
        })
    }

    /// Refuses the element that begins at `start` in `line` and goes behind it, if another follows.
    /// Inside a text nothing is skipped to find one: what follows may be another example.
    fn refuse(
        &mut self,
        scanner: &mut Scanner<'t>,
        (start, line): (usize, u32),
        broken: Broken,
    ) -> Result<(), Broken> {
        if self.inside && self.intake.count() == self.before {
            return Err(broken);
        }
        let found = self.described(broken);
        scanner.at = broken.at.min(scanner.text().len());
        let another = !self.inside && scanner.resync();
        let end = if another || self.inside {
            scanner.at
        } else {
            self.lines.content_end()
        };
        self.intake
            .broken(Span::of(start, end.max(start)), line, found);
        if another {
            return Ok(());
        }
        self.reported = true;
        Err(broken)
    }

    /// Reads an element that is no object: a text is a value, all else is none.
    fn element(&mut self, scanner: &mut Scanner<'t>, level: u32) -> Result<(), Broken> {
        let value = scanner.value(level)?;
        if self.inside {
            return Ok(());
        }
        let span = Span::of(value.start, value.end);
        let line = self.lines.line(value.start);
        if let Kind::Text { escaped } = value.kind {
            self.intake
                .cell(text_cell(value, escaped, Field::IndicatorValue));
            self.intake.record(span, line, Fields::NONE);
        } else {
            let key = value.kind.as_str().to_owned();
            let expected = "an indicator".to_owned();
            let finding = Finding::JsonWrongKind { key, expected };
            let found = Diagnostic::new(finding, Place::line(line));
            self.intake.broken(span, line, found);
        }
        Ok(())
    }

    /// Reads an object that nothing encloses; if it is broken, so is the rest.
    fn guarded_object(&mut self, scanner: &mut Scanner<'t>, level: u32) -> Result<(), Broken> {
        let start = scanner.at;
        let line = self.lines.line(start);
        let before = self.intake.count();
        let read = self.object(scanner, level);
        if let Err(broken) = read
            && !self.inside
            && !self.reported
            && self.intake.count() == before
        {
            let found = self.described(broken);
            let end = self.lines.content_end();
            self.intake
                .broken(Span::of(start, end.max(start)), line, found);
            self.reported = true;
        }
        read
    }

    /// Reads an object: an indicator, an answer's item, or at level 1 what wraps a list of them.
    fn object(&mut self, scanner: &mut Scanner<'t>, level: u32) -> Result<(), Broken> {
        let start = scanner.at;
        let line = self.lines.line(start);
        let mut members = Members::default();
        scanner.members(level, |scanner, key| {
            self.member(scanner, key, level, &mut members)
        })?;
        self.take_in(members, Span::of(start, scanner.at), line, level);
        Ok(())
    }

    fn take_in(&mut self, members: Members, span: Span, line: u32, level: u32) {
        if members.is_wrapper && members.seen == Fields::NONE {
            return;
        }
        let is_indicator = members.seen.has(Field::IndicatorValue);
        if self.inside && !is_indicator {
            return;
        }
        if members.is_answer && !is_indicator {
            self.intake.ignored(span, line, Looks::Unknown);
            return;
        }
        for cell in members.cells {
            self.intake.cell(cell);
        }
        match members.complaint {
            None if members.seen == Fields::NONE => {
                let finding = not_an_indicator(level);
                let found = Diagnostic::new(finding, Place::line(line));
                self.intake.broken(span, line, found);
            }
            None => self.intake.record(span, line, Fields::ALL),
            Some(finding) => {
                let found = Diagnostic::new(finding, Place::line(line));
                self.intake.broken(span, line, found);
            }
        }
    }

    /// Reads one key and its value.
    fn member(
        &mut self,
        scanner: &mut Scanner<'t>,
        key: Value,
        level: u32,
        members: &mut Members,
    ) -> Result<(), Broken> {
        let name = key_text(scanner.text(), key);
        if level == 1 && wraps(&name) && scanner.peek() == Some(b'[') {
            members.is_wrapper = true;
            return self.array(scanner, level + 1);
        }
        let value = scanner.value(level + 1)?;
        match api_field(&name) {
            Some(field) => {
                self.respell(&name, field, key.start);
                members.add(scanner.text(), field, &name, value);
            }
            None if name == "isFailed" => members.is_answer = true,
            None => self.pass_over(&name, key.start, level),
        }
        Ok(())
    }

    /// Says once that a key is read in the API's spelling.
    fn respell(&mut self, found: &str, field: Field, at: usize) {
        if found == field.as_str() || self.respelled.has(field) {
            return;
        }
        self.respelled = self.respelled.with(field);
        let line = self.lines.line(at);
        let (found, expected) = (excerpt(found), field.as_str().to_owned());
        self.intake.say(
            Finding::JsonKeySpelling { found, expected },
            Place::line(line),
        );
    }

    /// Says that a key is not read, unless the service sets it.
    fn pass_over(&mut self, name: &str, at: usize, level: u32) {
        let is_known =
            PASSED_OVER.iter().any(|key| key.eq_ignore_ascii_case(name)) || name.starts_with('@');
        if is_known || self.inside || level == 1 {
            return;
        }
        let line = self.lines.line(at);
        let key = excerpt(name);
        self.intake
            .unknown(Finding::JsonUnknownKey { key }, Place::line(line));
    }

    /// Says why the text is no JSON, unless a record already says it.
    fn complain(&mut self, broken: Broken) {
        if !self.reported {
            let found = self.described(broken);
            self.intake.say(found.finding, found.place);
            self.reported = true;
        }
    }

    fn described(&mut self, broken: Broken) -> Diagnostic {
        let (line, column) = self.lines.place(self.lines.within(broken.at));
        let expected = broken.expected;
        let message = if self.lines.is_end(broken.at) {
            format!("the text ends where {expected} should stand")
        } else {
            format!("{expected} should stand there")
        };
        let finding = Finding::JsonBroken {
            line,
            column,
            message,
        };
        let place = Place {
            line,
            column,
            field: None,
        };
        Diagnostic::new(finding, place)
    }
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
                let expected = if is_list { "a list of texts" } else { "a text" };
                return self.complain(Finding::JsonWrongKind {
                    key: excerpt(name),
                    expected: expected.to_owned(),
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
    serde_json::from_str::<Vec<String>>(array).is_ok()
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
    let expected = "an indicator".to_owned();
    Finding::JsonWrongKind { key, expected }
}

/// Whether a list under this key holds indicators: the import call's body, a list call's answer.
fn wraps(name: &str) -> bool {
    name.eq_ignore_ascii_case("Indicators") || name.eq_ignore_ascii_case("value")
}

/// A string's content, quotation marks left out.
fn text_cell(value: Value, escaped: bool, field: Field) -> Cell {
    Cell {
        span: Span::of(value.start + 1, value.end - 1),
        field,
        written: if escaped {
            Written::Escaped
        } else {
            Written::Plain
        },
    }
}

fn key_text(text: &str, key: Value) -> String {
    let raw = &text[key.start..key.end];
    serde_json::from_str(raw).unwrap_or_default()
}
