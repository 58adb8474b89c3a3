//! Labels with dots between: what may be a domain, an IPv4 address, a file's name, a version.

use super::marks::{self, DotForm};

/// The most bytes of a name; longer ones are no domains.
const LONGEST: usize = 253;

/// Labels joined by dots in any form.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the last label begins.
    pub(super) last: usize,
    pub(super) labels: u32,
    pub(super) is_defanged: bool,
    /// Whether blanks stand beside its dots.
    pub(super) spacing: Spacing,
    name: [u8; LONGEST],
    len: usize,
    is_long: bool,
}

/// Blanks beside the dots of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spacing {
    None,
    /// Beside a mark that is no word.
    Marks,
    /// Every dot is spelt ` dot `.
    Words,
}

impl Run {
    /// The run that begins at `start`, whose first label ends at `first_end`.
    pub(super) fn read(text: &str, start: usize, first_end: usize) -> Self {
        let mut run = Self {
            start,
            end: first_end,
            last: start,
            labels: 1,
            is_defanged: false,
            spacing: Spacing::None,
            name: [0; LONGEST],
            len: 0,
            is_long: false,
        };
        run.push(&text.as_bytes()[start..first_end]);
        let mut pending = None;
        while let Some(dot) = marks::dot(text, run.end) {
            let end = marks::word_end(text, dot.end);
            run.push(b".");
            run.push(&text.as_bytes()[dot.end..end]);
            run.labels = run.labels.saturating_add(1);
            run.is_defanged |= dot.form != DotForm::Plain;
            run.spacing = match dot.form {
                DotForm::Spelt if run.labels == 2 => Spacing::Words,
                DotForm::Spelt | DotForm::Spaced if run.spacing != Spacing::Words => Spacing::Marks,
                DotForm::Spelt => Spacing::Words,
                _ if run.spacing == Spacing::Words => Spacing::Marks,
                _ => run.spacing,
            };
            (run.last, run.end) = (dot.end, end);
            if let DotForm::Open(close) = dot.form {
                pending = Some(close);
            }
            if pending.is_some() && pending == text.as_bytes().get(end).copied() {
                pending = None;
                run.end += 1;
            }
        }
        run
    }

    fn push(&mut self, bytes: &[u8]) {
        let Some(slot) = self.name.get_mut(self.len..self.len + bytes.len()) else {
            self.is_long = true;
            return;
        };
        slot.copy_from_slice(bytes);
        slot.make_ascii_lowercase();
        self.len += bytes.len();
    }

    /// The name in lower case with plain dots; `None` where it is too long for one.
    pub(super) fn name(&self) -> Option<&str> {
        let name = std::str::from_utf8(&self.name[..self.len]).ok()?;
        (!self.is_long).then_some(name)
    }

    /// Whether all labels are numbers.
    pub(super) fn is_numeric(&self) -> bool {
        self.name[..self.len]
            .iter()
            .all(|byte| byte.is_ascii_digit() || *byte == b'.')
    }

    /// Whether all labels are numbers, with one dash: `198.51.100.7-9`.
    pub(super) fn is_numeric_range(&self) -> bool {
        let name = &self.name[..self.len];
        let dashes = memchr::memchr_iter(b'-', name).count();
        dashes == 1
            && name
                .iter()
                .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'))
    }
}
