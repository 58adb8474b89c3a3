//! One STIX object: the members that matter, and the records that come of it.

use std::borrow::Cow;

use crate::{
    change::{Field, Fields},
    diagnostic::{Diagnostic, Finding, Looks, Place, excerpt},
    source::{
        Cell, Span, Written,
        json::{self, Kind, Said, Value},
        walk::{Walk, text_as},
    },
};

use super::{
    meaning::{self, Standing, Subject},
    pattern::{self, Pattern, Run, Test},
    token,
};

/// The members that matter, as they stand in the text.
#[derive(Clone, Debug)]
pub(super) struct Object<'t> {
    pub(super) text: &'t str,
    pub(super) line: u32,
    pub(super) whole: Span,
    pub(super) kind: Option<Value>,
    pattern: Option<Value>,
    pattern_type: Option<Value>,
    pub(super) name: Option<Value>,
    description: Option<Value>,
    valid_until: Option<Value>,
    revoked: Option<Value>,
    labels: Option<Value>,
    indicator_types: Option<Value>,
    pub(super) value: Option<Value>,
    pub(super) hashes: Option<Value>,
    pub(super) key: Option<Value>,
    pub(super) objects: Option<Value>,
    /// A key that is there twice.
    twice: Option<&'static str>,
}

impl<'t> Object<'t> {
    pub(super) fn new(text: &'t str, line: u32) -> Self {
        Self {
            text,
            line,
            whole: Span::default(),
            kind: None,
            pattern: None,
            pattern_type: None,
            name: None,
            description: None,
            valid_until: None,
            revoked: None,
            labels: None,
            indicator_types: None,
            value: None,
            hashes: None,
            key: None,
            objects: None,
            twice: None,
        }
    }

    /// Notes a member, where it matters.
    pub(super) fn add(&mut self, key: Value, value: Value) {
        let (name, slot) = match &self.text[key.start..key.end] {
            "\"type\"" => ("type", &mut self.kind),
            "\"pattern\"" => ("pattern", &mut self.pattern),
            "\"pattern_type\"" => ("pattern_type", &mut self.pattern_type),
            "\"name\"" => ("name", &mut self.name),
            "\"description\"" => ("description", &mut self.description),
            "\"valid_until\"" => ("valid_until", &mut self.valid_until),
            "\"revoked\"" => ("revoked", &mut self.revoked),
            "\"labels\"" => ("labels", &mut self.labels),
            "\"indicator_types\"" => ("indicator_types", &mut self.indicator_types),
            "\"value\"" => ("value", &mut self.value),
            "\"hashes\"" => ("hashes", &mut self.hashes),
            "\"key\"" => ("key", &mut self.key),
            "\"objects\"" => ("objects", &mut self.objects),
            _ => return,
        };
        if slot.is_some() {
            self.twice.get_or_insert(name);
        }
        *slot = Some(value);
    }

    pub(super) fn end(&mut self, start: usize, end: usize) {
        self.whole = Span::of(start, end);
    }

    /// All of it.
    pub(super) fn value(&self) -> Value {
        let start = self.whole.start as usize;
        Value {
            start,
            end: start + self.whole.len as usize,
            kind: Kind::Object,
        }
    }

    /// Its type; nothing where it says none.
    pub(super) fn kind(&self) -> Cow<'t, str> {
        self.says(self.kind)
    }

    fn says(&self, value: Option<Value>) -> Cow<'t, str> {
        value.map_or(Cow::Borrowed(""), |value| Said::of(self.text, value).text)
    }

    fn says_true(&self, value: Option<Value>) -> bool {
        value.is_some_and(|value| &self.text[value.start..value.end] == "true")
    }

    /// Whether it says that what it describes is harmless (indicator type vocabulary, section 10.9).
    fn is_benign(&self) -> bool {
        let lists = [self.labels, self.indicator_types];
        lists.into_iter().flatten().any(|list| {
            let names = json::texts(list.written(self.text)).unwrap_or_default();
            names.iter().any(|name| name.eq_ignore_ascii_case("benign"))
        })
    }

    /// Adds the cells that all records of an indicator share; gives the fields that it has.
    fn shared(&self, walk: &mut Walk<'_, '_, '_>) -> Fields {
        // It always has a value, so that it is no plain list.
        let mut fields = Fields::NONE.with(Field::IndicatorValue);
        for (field, value) in [
            (Field::Title, self.name),
            (Field::Description, self.description),
            (Field::ExpirationTime, self.valid_until),
        ] {
            if let Some(value) = value
                && is_text(&value)
                && value.end > value.start + 2
            {
                text_as(walk, value, field);
                fields = fields.with(field);
            }
        }
        fields
    }

    pub(super) fn refuse(&self, walk: &mut Walk<'_, '_, '_>, finding: Finding) {
        let found = Diagnostic::new(finding, Place::line(self.line));
        walk.intake.broken(self.whole, self.line, found);
    }

    pub(super) fn pass_over(&self, walk: &mut Walk<'_, '_, '_>, finding: Finding) {
        let found = Diagnostic::new(finding, Place::line(self.line));
        walk.intake.pass_over(self.whole, self.line, found);
    }

    /// Reads an indicator.
    pub(super) fn indicator(&self, walk: &mut Walk<'_, '_, '_>) {
        let pattern = self.pattern.filter(is_text);
        if let Some(key) = self.twice {
            let key = key.to_owned();
            return self.refuse(walk, Finding::JsonKeyTwice { key });
        }
        let Some(pattern) = pattern else {
            return self.refuse(walk, Finding::MissingValue);
        };
        let language = self.says(self.pattern_type);
        let is_stix = language.is_empty() || language.eq_ignore_ascii_case("stix");
        let reason = if !is_stix {
            let language = excerpt(&language);
            Some(Finding::OtherLanguage { language })
        } else if self.says_true(self.revoked) {
            Some(Finding::Revoked)
        } else if self.is_benign() {
            Some(Finding::Benign)
        } else {
            None
        };
        if let Some(finding) = reason {
            text_as(walk, pattern, Field::IndicatorValue);
            return self.pass_over(walk, finding);
        }
        let said = Said::of(self.text, pattern);
        match pattern::read(&said.text) {
            Ok(parsed) => self.tests(walk, &said, &parsed),
            Err(broken) => {
                text_as(walk, pattern, Field::IndicatorValue);
                self.refuse(walk, pattern_broken(&said.text, broken));
            }
        }
    }

    /// One record for each value, those of one file together.
    fn tests(&self, walk: &mut Walk<'_, '_, '_>, said: &Said<'_>, pattern: &Pattern) {
        let subject = |test| meaning::subject(&said.text, pattern, test);
        let subjects: Vec<Subject> = pattern.tests.iter().map(subject).collect();
        let standings = meaning::standings(&said.text, pattern, &subjects);
        for &run in &pattern.observations {
            let is_one_file = meaning::is_one_file(&said.text, pattern, &subjects, run);
            if is_one_file {
                walk.intake.begin_group();
            }
            for at in run.start as usize..run.end as usize {
                let read = Read {
                    object: self,
                    said,
                    test: &pattern.tests[at],
                    subject: subjects[at],
                    standing: standings[at],
                };
                if !read.is_told_elsewhere(pattern, &subjects, run) {
                    read.records(walk, pattern);
                }
            }
            walk.intake.end_group();
        }
    }
}

pub(super) fn is_text(value: &Value) -> bool {
    matches!(value.kind, Kind::Text { .. })
}

fn pattern_broken(pattern: &str, broken: token::Broken) -> Finding {
    let at = pattern.floor_char_boundary(broken.at);
    let before = pattern[..at].chars().count();
    Finding::PatternBroken {
        at: u32::try_from(before).map_or(u32::MAX, |before| before.saturating_add(1)),
        expected: broken.expected.expected().to_owned(),
    }
}

/// A test of an indicator's pattern on its way to records.
struct Read<'o, 't> {
    object: &'o Object<'t>,
    said: &'o Said<'t>,
    test: &'o Test,
    subject: Subject,
    standing: Standing,
}

impl Read<'_, '_> {
    /// Whether a record of another test of the same brackets tells of this one: a port or protocol
    /// beside an address.
    fn is_told_elsewhere(&self, pattern: &Pattern, subjects: &[Subject], run: Run) -> bool {
        let is_light = matches!(self.subject, Subject::Port | Subject::Plain);
        let range = run.start as usize..run.end as usize;
        is_light
            && pattern.tests.len() > 1
            && subjects[range]
                .iter()
                .any(|subject| matches!(subject, Subject::Network(_)))
    }

    fn records(&self, walk: &mut Walk<'_, '_, '_>, pattern: &Pattern) {
        let literals = pattern.literals_of(self.test);
        if literals.is_empty() {
            let span = self.test.span;
            self.cell(walk, span, Field::IndicatorValue);
            self.end(walk, false);
        }
        for literal in literals {
            self.cell(walk, literal.span, Field::IndicatorValue);
            self.end(walk, literal.is_text);
        }
    }

    /// A cell that stands at `span` of the pattern.
    fn cell(&self, walk: &mut Walk<'_, '_, '_>, span: Span, field: Field) {
        let start = span.start as usize;
        let span = self.said.written(start, start + span.len as usize);
        let is_escaped = span.in_text(self.object.text).contains('\\');
        let written = if is_escaped {
            Written::Pattern
        } else {
            Written::Plain
        };
        walk.intake.cell(Cell {
            span,
            field,
            written,
        });
    }

    /// Ends the record of a value.
    fn end(&self, walk: &mut Walk<'_, '_, '_>, is_text: bool) {
        let (whole, line) = (self.object.whole, self.object.line);
        match self.reason(is_text) {
            Some(Finding::OtherRecord { looks }) => walk.intake.ignored(whole, line, looks),
            Some(finding) => self.object.pass_over(walk, finding),
            None => self.take(walk),
        }
    }

    /// Why the value is not imported.
    fn reason(&self, is_text: bool) -> Option<Finding> {
        let other = |looks| Some(Finding::OtherRecord { looks });
        match (self.standing, self.subject) {
            (_, Subject::OtherHash(name)) => {
                let name = excerpt(name.in_text(&self.said.text));
                Some(Finding::OtherHash { name })
            }
            (_, Subject::Other(looks)) => other(looks),
            (_, Subject::Port | Subject::Plain) => other(Looks::Unknown),
            (Standing::Negated, _) => Some(Finding::PatternNegation),
            (Standing::Compared(operator), _) => {
                let operator = operator.as_str().to_owned();
                Some(Finding::PatternOperator { operator })
            }
            _ if !is_text => other(Looks::Unknown),
            _ => None,
        }
    }

    /// A record to be checked, with what the pattern asks for beside its value.
    fn take(&self, walk: &mut Walk<'_, '_, '_>) {
        if let Subject::Network(Some(word)) | Subject::Hash(word) = self.subject {
            self.cell(walk, word, Field::IndicatorType);
        }
        let fields = self.object.shared(walk);
        let with = |span: Span| excerpt(span.in_text(&self.said.text));
        let noted = match self.standing {
            Standing::Together(span) => Some(Finding::PatternConjunction { with: with(span) }),
            Standing::WithPort(span) => Some(Finding::PortLeftOut { with: with(span) }),
            _ => None,
        };
        let (whole, line) = (self.object.whole, self.object.line);
        if let Some(finding) = noted {
            walk.intake
                .note(Diagnostic::new(finding, Place::line(line)));
        }
        walk.intake.record(whole, line, fields);
    }
}
