//! A ledger as one piece of bytes, and back.
//!
//! A line of JSON comes first: the settings, each file with how it was read, and what the user decided
//! about rows. Behind it stands the whole text, and behind that what the tenant held before the run.
//! From the bytes the text is read again by the same readers, so that what comes back has the same
//! rows, verdicts and plan, and nothing that could be made anew is kept.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::{
    diagnostic::Diagnostic,
    journal::NotOpened,
    mapping::Reading,
    session::Fix,
    source::{SourceKind, Survey},
    text::Encoding,
};

use super::{
    Decided, Edits, File, Images, Ledger, MOST_BYTES, Settings, before::KeptImages, rows::Rows,
    said::Said, sheet,
};

/// The form of the bytes; a higher one is of a later version of the page.
///
/// 1 had no decisions, 2 no images, 3 one expiration for all
/// types, 4 nothing that the user wrote in a field.
const FORMAT: u32 = 5;

/// The largest whole number that a page can be told exactly (ECMAScript, `Number.MAX_SAFE_INTEGER`).
const MOST_TOLD: u64 = (1 << 53) - 1;

/// More decisions than a row can have: at most one of each aspect.
const MOST_FIXES: usize = 64;

/// The one thing that every form has.
#[derive(Deserialize)]
struct Form {
    format: u32,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Head {
    format: u32,
    settings: Settings,
    files: Vec<KeptFile>,
    edits: Vec<KeptEdit>,
    #[serde(default)]
    decided: Decided,
    #[serde(default)]
    pub(super) images: Option<KeptImages>,
}

#[derive(Serialize, Deserialize)]
struct KeptFile {
    name: String,
    bytes: u64,
    /// What is said of it that reading its text does not say anew.
    said: Vec<Said>,
    /// `None` where it is no text or was not taken in.
    text: Option<KeptText>,
}

#[derive(Serialize, Deserialize)]
struct KeptText {
    encoding: Encoding,
    /// Bytes of it, the byte order mark left out.
    len: usize,
    /// What it was seen to be.
    kind: SourceKind,
    /// How it is read.
    reading: Reading,
    /// What the user chose, if that is how it is read.
    chosen: Option<Reading>,
    is_sheet: bool,
}

/// The same decisions about some rows.
#[derive(Serialize, Deserialize)]
struct KeptEdit {
    fixes: Vec<Fix>,
    rows: Rows,
}

impl Ledger {
    /// All that was read and decided, in a form that [`Ledger::kept`] takes.
    #[must_use]
    #[inline]
    pub fn keep(&self) -> Vec<u8> {
        self.keep_with(None)
    }

    /// The same, with what the tenant held before the run, where that is known: see [`Images::kept`].
    #[must_use]
    #[inline]
    pub fn keep_with(&self, images: Option<&Images>) -> Vec<u8> {
        let head = Head {
            format: FORMAT,
            settings: self.settings.clone(),
            files: self.files.iter().map(kept_file).collect(),
            edits: kept_edits(&self.edits),
            decided: self.decided.clone().unwrap_or_default(),
            images: images.map(Images::head),
        };
        // Plain data with text for keys: nothing in it can fail to be written.
        let head = serde_json::to_vec(&head).unwrap_or_default();
        let page = images.map_or("", |images| images.page.as_str());
        let mut out = Vec::with_capacity(head.len() + 1 + self.text.len() + page.len());
        out.extend_from_slice(&head);
        out.push(b'\n');
        out.extend_from_slice(self.text.as_bytes());
        out.extend_from_slice(page.as_bytes());
        out
    }

    /// The ledger that [`Ledger::keep`] kept.
    ///
    /// # Errors
    /// [`NotOpened::Newer`] where a later version of the page kept it, [`NotOpened::Damaged`] where it
    /// is anything else than what was kept.
    #[inline]
    pub fn kept(bytes: &[u8]) -> Result<Self, NotOpened> {
        let (head, text) = parts(bytes)?;
        let images = head.images.map_or(0, |images| images.len);
        let end = text.len().checked_sub(images);
        let text = end.and_then(|end| text.get(..end));
        let text = text.ok_or(NotOpened::Damaged)?;
        Self::restored(head, text).ok_or(NotOpened::Damaged)
    }

    fn restored(head: Head, text: &str) -> Option<Self> {
        if text.len() as u64 > MOST_BYTES {
            return None;
        }
        let mut ledger = Self::new(head.settings);
        text.clone_into(&mut ledger.text);
        let mut start = 0;
        for file in head.files {
            start = ledger.take_back(file, start)?;
        }
        if ledger.is_mixed() {
            return None;
        }
        ledger.edits = edits(&head.edits, ledger.len())?;
        ledger.edits.changed();
        ledger.check();
        if !head.decided.could_be_of(&ledger) {
            return None;
        }
        ledger.decided = Some(head.decided);
        (start == text.len()).then_some(ledger)
    }

    /// Takes in a file whose text begins at `start`. Says where that of the next one does.
    fn take_back(&mut self, mut kept: KeptFile, start: usize) -> Option<usize> {
        let said = std::mem::take(&mut kept.said);
        if kept.bytes > MOST_TOLD || said.iter().any(|said| said.most() > MOST_TOLD) {
            return None;
        }
        let file = self.next_file();
        let encoding = kept.text.as_ref().map(|text| text.encoding);
        let said = said.iter().map(|said| said.found(encoding));
        let mut entry = File {
            name: kept.name,
            kind: None,
            encoding,
            bytes: kept.bytes,
            base: start,
            len: 0,
            survey: None,
            rows: None,
            records: 0,
            diagnostics: said.collect(),
        };
        if let Some(kept) = kept.text {
            if file == u16::MAX {
                return None;
            }
            entry.base += kept.encoding.mark();
            entry.len = kept.len;
            let end = entry.base.checked_add(kept.len)?;
            let text = self.text.get(entry.base..end)?;
            entry.rows = kept.is_sheet.then(|| sheet::Rows::of(text));
            let survey = surveyed(&kept, &entry.name, text);
            self.read_text(&mut entry, file, survey);
        }
        let end = entry.base + entry.len;
        self.files.push(entry);
        Some(end)
    }
}

/// The head, and all that stands behind it.
pub(super) fn parts(bytes: &[u8]) -> Result<(Head, &str), NotOpened> {
    let end = memchr::memchr(b'\n', bytes).ok_or(NotOpened::Damaged)?;
    let head = &bytes[..end];
    let Form { format } = serde_json::from_slice(head).map_err(|_| NotOpened::Damaged)?;
    if format > FORMAT {
        return Err(NotOpened::Newer { format });
    }
    let head: Head = serde_json::from_slice(head).map_err(|_| NotOpened::Damaged)?;
    let text = std::str::from_utf8(&bytes[end + 1..]).map_err(|_| NotOpened::Damaged)?;
    Ok((head, text))
}

/// How a text was read. Where this version of the page would see it otherwise by itself, it is read as
/// it was then; where it cannot be read so any more, the plan's fingerprint tells.
fn surveyed(kept: &KeptText, name: &str, text: &str) -> Survey {
    let seen = Survey::new(kept.kind, name, text);
    let reading = match &kept.chosen {
        None if seen.reading() == kept.reading => return seen,
        None => &kept.reading,
        Some(chosen) => chosen,
    };
    seen.otherwise(reading, name, text).unwrap_or(seen)
}

fn kept_file(file: &File) -> KeptFile {
    let read = file.survey.as_ref().zip(file.encoding);
    let kept = |found: &&Diagnostic| read.is_none() || found.finding.is_of_bytes();
    let said = file.diagnostics.iter().filter(kept).map(Said::of);
    KeptFile {
        name: file.name.clone(),
        bytes: file.bytes,
        said: said.collect(),
        text: read.map(|(survey, encoding)| KeptText {
            encoding,
            len: file.len,
            kind: survey.seen(),
            reading: survey.reading(),
            chosen: survey.chosen().cloned(),
            is_sheet: file.rows.is_some(),
        }),
    }
}

/// The decisions, equal ones together: one decision may be about a million rows.
#[inline]
fn kept_edits(edits: &Edits) -> Vec<KeptEdit> {
    let mut all: Vec<KeptEdit> = Vec::new();
    let mut places: FxHashMap<String, usize> = FxHashMap::default();
    for (row, fixes) in edits.all() {
        let key = serde_json::to_string(fixes).unwrap_or_default();
        let place = *places.entry(key).or_insert_with(|| {
            let fixes = fixes.to_vec();
            let rows = Rows::default();
            all.push(KeptEdit { fixes, rows });
            all.len() - 1
        });
        all[place].rows.push(row);
    }
    all
}

/// The decisions about a ledger of `len` rows; `None` where one is about a row that it has not, or a
/// row has two.
fn edits(kept: &[KeptEdit], len: u32) -> Option<Edits> {
    let mut edits = Edits::default();
    for KeptEdit { fixes, rows } in kept {
        if fixes.len() > MOST_FIXES || !rows.are_sound(len) {
            return None;
        }
        for row in rows.all() {
            if edits.get(row).is_some() {
                return None;
            }
            for fix in fixes {
                edits.apply(row, fix);
            }
            if !edits.get(row)?.is(fixes) {
                return None;
            }
        }
    }
    Some(edits)
}
