//! Going through a JSON text, whatever its objects mean.
//!
//! A text holds one value or several, one after another: one object a line, or a list, or an object
//! around one. A [`Shape`] says what an object is; this says where one is broken, refuses that one
//! by itself, and goes on behind it. A text that is cut short keeps what is whole.

use memchr::memchr2_iter;

use crate::{
    change::Field,
    diagnostic::{Diagnostic, Finding, Place},
    message::made::expected,
};

use super::{
    json::{Broken, Kind, Scanner, Value},
    lines::Lines,
    records::{Cell, Intake, Span, Written},
};

/// What a reader makes of objects.
pub(super) trait Shape<'t> {
    /// Reads the object that is next, which stands at `level`; 1 is what nothing encloses.
    fn object(
        &mut self,
        walk: &mut Walk<'t, '_, '_>,
        scanner: &mut Scanner<'t>,
        level: u32,
    ) -> Result<(), Broken>;

    /// Reads an element of a list that is no object.
    fn element(
        &mut self,
        walk: &mut Walk<'t, '_, '_>,
        scanner: &mut Scanner<'t>,
        level: u32,
    ) -> Result<(), Broken> {
        let value = scanner.value(level)?;
        walk.stray(value);
        Ok(())
    }
}

/// A way through one text.
pub(super) struct Walk<'t, 'i, 'r> {
    pub(super) intake: &'i mut Intake<'r>,
    pub(super) lines: Lines<'t>,
    /// Only objects that hold an indicator count; the text around them is no JSON.
    pub(super) inside: bool,
    /// Whether the error that ends the reading was already said.
    pub(super) reported: bool,
    /// Records before the value that is being read; inside a text, broken JSON counts only where an
    /// indicator was found in it.
    pub(super) before: usize,
}

impl<'t, 'i, 'r> Walk<'t, 'i, 'r> {
    pub(super) fn new(text: &'t str, intake: &'i mut Intake<'r>, inside: bool) -> Self {
        let before = intake.count();
        Self {
            intake,
            lines: Lines::new(text),
            inside,
            reported: false,
            before,
        }
    }

    /// Reads the values of a text, one after another. Says whether any record came of them, or what
    /// is broken was said.
    pub(super) fn documents(&mut self, text: &'t str, shape: &mut dyn Shape<'t>) -> bool {
        let before = self.intake.count();
        let mut scanner = Scanner::new(text, 0);
        while scanner.peek().is_some() && !self.intake.is_full() {
            let (start, count) = (scanner.at, self.intake.count());
            if let Err(broken) = self.top(&mut scanner, shape) {
                let is_whole = self.intake.count() == count;
                let next = next_line(text, start).filter(|_| is_whole && !self.reported);
                let Some(next) = next else {
                    self.give_up(text, start, is_whole, broken);
                    break;
                };
                scanner.at = self.skip_to(next, start, broken);
            }
        }
        self.reported || self.intake.count() > before
    }

    /// Reads one value that nothing encloses.
    pub(super) fn top(
        &mut self,
        scanner: &mut Scanner<'t>,
        shape: &mut dyn Shape<'t>,
    ) -> Result<(), Broken> {
        match scanner.peek() {
            Some(b'[') => self.array(scanner, shape, 1),
            Some(b'{') => shape.object(self, scanner, 1),
            _ => Err(scanner.broken(expected::OBJECT_OR_LIST)),
        }
    }

    /// Refuses what stands from `start` to the line at `next`, where reading goes on.
    fn skip_to(&mut self, next: usize, start: usize, broken: Broken) -> usize {
        let line = self.lines.line(start);
        // What is wrong is often seen only behind the break, where the next line begins.
        let at = broken.at.min(next);
        let found = self.described(Broken { at, ..broken });
        self.intake.broken(Span::of(start, next), line, found);
        next
    }

    /// Refuses the rest of the text, which begins with an object or is no value.
    fn give_up(&mut self, text: &str, start: usize, is_whole: bool, broken: Broken) {
        if !is_whole || self.reported || text.as_bytes().get(start) != Some(&b'{') {
            return self.complain(broken);
        }
        let line = self.lines.line(start);
        let found = self.described(broken);
        let end = self.lines.content_end();
        self.intake
            .broken(Span::of(start, end.max(start)), line, found);
        self.reported = true;
    }

    /// Reads the elements of a list; a broken one is refused, and reading goes on behind it.
    pub(super) fn array(
        &mut self,
        scanner: &mut Scanner<'t>,
        shape: &mut dyn Shape<'t>,
        level: u32,
    ) -> Result<(), Broken> {
        scanner.elements(level, |scanner| {
            let next = scanner.peek();
            let start = scanner.at;
            let line = self.lines.line(start);
            let read = match next {
                Some(b'{') => shape.object(self, scanner, level + 1),
                Some(b']' | b',') | None => Err(scanner.broken(expected::INDICATOR)),
                Some(_) => shape.element(self, scanner, level + 1),
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
        if self.reported || (self.inside && self.intake.count() == self.before) {
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

    /// Refuses a value that is no indicator.
    pub(super) fn stray(&mut self, value: Value) {
        if self.inside {
            return;
        }
        let line = self.lines.line(value.start);
        let key = value.kind.phrase().expected().to_owned();
        let expected = expected::INDICATOR.expected().to_owned();
        let finding = Finding::JsonWrongKind { key, expected };
        self.refuse_value(value, line, finding);
    }

    /// Refuses a value that can be read but means nothing.
    pub(super) fn refuse_value(&mut self, value: Value, line: u32, finding: Finding) {
        let found = Diagnostic::new(finding, Place::line(line));
        let span = Span::of(value.start, value.end);
        self.intake.broken(span, line, found);
    }

    /// Says why the text is no JSON, unless a record already says it.
    pub(super) fn complain(&mut self, broken: Broken) {
        if !self.reported {
            let found = self.described(broken);
            self.intake.say(found.finding, found.place);
            self.reported = true;
        }
    }

    fn described(&mut self, broken: Broken) -> Diagnostic {
        let (line, column) = self.lines.place(self.lines.within(broken.at));
        let finding = Finding::JsonBroken {
            line,
            column,
            expected: broken.expected.expected().to_owned(),
            is_cut_short: self.lines.is_end(broken.at),
        };
        let place = Place {
            line,
            column,
            field: None,
        };
        Diagnostic::new(finding, place)
    }
}

/// Adds a cell with a string's content.
pub(super) fn text_as(walk: &mut Walk<'_, '_, '_>, value: Value, field: Field) {
    if let Kind::Text { escaped } = value.kind {
        walk.intake.cell(text_cell(value, escaped, field));
    }
}

/// A string's content, quotation marks left out.
pub(super) fn text_cell(value: Value, escaped: bool, field: Field) -> Cell {
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

/// Where the next line that begins with an object stands, behind the one that holds `start`. Of one
/// object a line, the next is read even if one is broken.
fn next_line(text: &str, start: usize) -> Option<usize> {
    let rest = &text.as_bytes()[start..];
    memchr2_iter(b'\n', b'\r', rest)
        .map(|found| start + found + 1)
        .find(|&next| text.as_bytes().get(next) == Some(&b'{'))
}
