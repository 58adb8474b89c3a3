//! Rows that are alike: what is judged of one holds for all.
//!
//! In a list nearly every cell repeats but value, title and description, and these are nearly always
//! plain: of a [plain value](crate::value::plain) its kind alone decides what is said of it, of a plain
//! text whether it is there and how long it is. So a row is judged by [`crate::check::row`] once for all
//! rows that are alike, which differ in nothing but these three; of the others only the value is read.
//! A row that is out of the ordinary in any way is judged by itself. That both come to the same is held
//! by the tests beside this.

use std::{
    borrow::Cow,
    hash::{BuildHasher, Hash, Hasher},
};

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use crate::{
    change::{ChangeKind, ChangeKinds, Field, Fields},
    check::{Row, template},
    indicator::IndicatorType,
    plan::Frame,
    source::{Cell, Form, Mention, Span, Written},
    value::{Plain, plain},
};

use super::{Ledger, assess::Checked};

/// Rows that are judged before it is asked whether looking for rows alike pays.
const TRIAL: u32 = 1_000;

/// So many rows must be alike to one before them, of each that is not.
const WORTH: u32 = 2;

/// Bytes up to which a description is short, and of the longest plain text.
const SHORT: usize = 100;
const LONGEST: usize = 4_000;

/// The fields in which rows may differ that are alike.
const OWN: Fields = Fields::NONE
    .with(Field::IndicatorValue)
    .with(Field::Title)
    .with(Field::Description);

/// How a row's title or description stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Given {
    /// Not at all: what it is follows from the file.
    Absent,
    Short,
    Long,
}

/// What of a row decides which rows it is alike to.
#[derive(Debug)]
pub(super) struct Look<'l> {
    row: u32,
    hash: u64,
    /// Whether it is a link for the reader, whose value is kept as given.
    is_link: bool,
    plain: Plain<'l>,
    /// The value as it is sent.
    pub(super) sent: Cow<'l, str>,
    title: (Given, Span),
    description: (Given, Span),
}

/// What is known of rows that are alike.
#[derive(Clone, Debug)]
struct Kind {
    /// The row that was judged.
    row: u32,
    hash: u64,
    value: (IndicatorType, Option<ChangeKind>),
    tld: Box<str>,
    title: Given,
    description: Given,
    /// What is kept of it. Its value is its own.
    checked: Checked,
    /// The number of what is sent for it, if anything is.
    frame: Option<u32>,
}

/// All kinds of rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Alike {
    kinds: Vec<Kind>,
    places: HashTable<u32>,
    found: u32,
}

/// What is kept of a row that is alike to one before it.
pub(super) struct Known {
    pub(super) checked: Checked,
    /// The number of its frame and the bytes of the texts in it.
    pub(super) object: Option<(u32, usize)>,
}

impl Alike {
    /// What is known of rows alike to this one.
    pub(super) fn known(&mut self, ledger: &Ledger, look: &Look<'_>) -> Option<Known> {
        let is_it = |place: &u32| ledger.are_alike(&self.kinds[*place as usize], look);
        let kind = &self.kinds[*self.places.find(look.hash, is_it)? as usize];
        self.found += 1;
        let texts = look.sent.len() + (look.title.1.len + look.description.1.len) as usize;
        Some(Known {
            checked: kind.checked,
            object: kind.frame.map(|frame| (frame, texts)),
        })
    }

    /// Learns from a row that was judged by itself; the frame of its object goes into `frames`.
    pub(super) fn learn(
        &mut self,
        look: &Look<'_>,
        judged: &Row<'_>,
        checked: Checked,
        frames: &mut Vec<Frame>,
    ) {
        let is_as_seen = |(kind, value): &(IndicatorType, Cow<'_, str>)| {
            is_kind(look.plain.kind, *kind) && *value == look.sent
        };
        let is_known = match &judged.recognised {
            Some(recognised) => is_as_seen(recognised),
            None => look.is_link && look.plain.change.is_none(),
        };
        if !is_known {
            return;
        }
        let frame = judged.indicator.as_ref().map(|indicator| {
            let (title, description) = (look.title.0, look.description.0);
            let is_given = |given| given != Given::Absent;
            frames.push(Frame::of(indicator, is_given(title), is_given(description)));
            crate::source::small(frames.len() - 1)
        });
        let place = crate::source::small(self.kinds.len());
        self.kinds.push(Kind {
            row: look.row,
            hash: look.hash,
            value: (look.plain.kind, look.plain.change),
            tld: look.plain.tld.into(),
            title: look.title.0,
            description: look.description.0,
            checked,
            frame,
        });
        let kinds = &self.kinds;
        let hash_again = |place: &u32| kinds[*place as usize].hash;
        self.places.insert_unique(look.hash, place, hash_again);
    }

    /// Whether it pays to look at rows.
    pub(super) fn pays(&self) -> bool {
        let kinds = crate::source::small(self.kinds.len());
        kinds < TRIAL || self.found / WORTH > kinds
    }
}

/// Whether a value that is plainly of one type was read as that type: a SHA-1 may be a certificate's.
fn is_kind(plain: IndicatorType, read: IndicatorType) -> bool {
    plain == read
        || (plain == IndicatorType::FileSha1 && read == IndicatorType::CertificateThumbprint)
}

impl Ledger {
    /// Looks at a row; `None` where it is to be judged by itself.
    pub(super) fn look(&self, row: u32) -> Option<Look<'_>> {
        let record = self.record(row)?;
        let is_usual = matches!(record.form, Form::Fields(_) | Form::Mention(_))
            && self.settings.policy.kept == ChangeKinds::NONE
            && self.edit(row).is_none()
            && self.records.beside(row).is_none();
        if !is_usual {
            return None;
        }
        let (mut value, mut title, mut description) = (None, None, None);
        for cell in self.records.cells(row as usize) {
            let place = match cell.field {
                Field::IndicatorValue => &mut value,
                Field::Title => &mut title,
                Field::Description => &mut description,
                _ => continue,
            };
            // What stands for a field twice is no usual record.
            if place.is_some() || !matches!(cell.written, Written::Plain | Written::Guarded) {
                return None;
            }
            *place = Some(cell.span);
        }
        let (plain, sent) = plain(value?.in_text(&self.text))?;
        let defaults = self.defaults_of(row);
        let mut look = Look {
            row,
            hash: 0,
            is_link: record.form == Form::Mention(Mention::Reference),
            plain,
            sent,
            title: self.given_text(title, &defaults.title)?,
            description: self.given_text(description, &defaults.description)?,
        };
        look.hash = self.hash_of(&look);
        Some(look)
    }

    /// How a title or a description stands there; `None` where it may be read in another way than as it
    /// stands, or where its default differs from row to row.
    fn given_text(&self, span: Option<Span>, default: &str) -> Option<(Given, Span)> {
        let span = span.unwrap_or_default();
        match span.len as usize {
            0 => (!template::is_template(default)).then_some((Given::Absent, Span::default())),
            len => {
                let given = if len <= SHORT {
                    Given::Short
                } else {
                    Given::Long
                };
                let text = span.in_text(&self.text).as_bytes();
                (len <= LONGEST && is_plain(text)).then_some((given, span))
            }
        }
    }

    fn hash_of(&self, look: &Look<'_>) -> u64 {
        let mut hasher = FxBuildHasher.build_hasher();
        (look.title.0, look.description.0).hash(&mut hasher);
        look.plain.hash(&mut hasher);
        for cell in self.shared(look.row) {
            hasher.write(self.bytes_of(cell));
        }
        hasher.finish()
    }

    /// The cells of a row that are the same in rows that are alike.
    fn shared(&self, row: u32) -> impl Iterator<Item = &Cell> {
        let cells = self.records.cells(row as usize).iter();
        cells.filter(|cell| !OWN.has(cell.field))
    }

    fn bytes_of(&self, cell: &Cell) -> &[u8] {
        let start = cell.span.start as usize;
        let bytes = self.text.as_bytes();
        bytes
            .get(start..start + cell.span.len as usize)
            .unwrap_or_default()
    }

    fn are_alike(&self, kind: &Kind, look: &Look<'_>) -> bool {
        let (Some(one), Some(other)) = (self.record(kind.row), self.record(look.row)) else {
            return false;
        };
        (kind.title, kind.description) == (look.title.0, look.description.0)
            && (kind.value, &*kind.tld) == ((look.plain.kind, look.plain.change), look.plain.tld)
            && (one.file, one.form, one.given_type) == (other.file, other.form, other.given_type)
            && self.have_same_cells(kind.row, look.row)
    }

    /// Whether two rows have the same cells but for those that each has of its own.
    fn have_same_cells(&self, one: u32, other: u32) -> bool {
        let (mut one, mut other) = (self.shared(one), self.shared(other));
        loop {
            let (one, other) = match (one.next(), other.next()) {
                (Some(one), Some(other)) => (one, other),
                (None, None) => return true,
                _ => return false,
            };
            let are_same = (one.field, one.written) == (other.field, other.written)
                && self.bytes_of(one) == self.bytes_of(other);
            if !are_same {
                return false;
            }
        }
    }

    /// Title and description as they stand in a row that is alike to others; nothing where one is absent.
    pub(super) fn plain_texts(&self, row: u32) -> [&str; 2] {
        let mut texts = ["", ""];
        for cell in self.records.cells(row as usize) {
            match cell.field {
                Field::Title => texts[0] = cell.span.in_text(&self.text),
                Field::Description => texts[1] = cell.span.in_text(&self.text),
                _ => {}
            }
        }
        texts
    }
}

/// Whether a text reads as it stands, in a table as in JSON, and has nothing that is said of texts: no
/// control character, no guard of a spreadsheet's, and no blank in front. Characters above ASCII may
/// be fewer than bytes, so that their number is not known.
fn is_plain(text: &[u8]) -> bool {
    let is_odd = |b: u8| !(b' '..=b'~').contains(&b) || b == b'"' || b == b'\\';
    !matches!(text.first(), Some(b' ' | b'\''))
        && !text.iter().fold(false, |odd, &b| odd | is_odd(b))
}

#[cfg(test)]
#[allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a test reads files and says what it skipped"
)]
mod tests;
