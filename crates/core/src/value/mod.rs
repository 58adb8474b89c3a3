//! The value of an indicator: from the text as given to the text as sent.
//!
//! Each type has its reader. It takes the text without blanks around it, notes what it changes and
//! what deserves a look, and gives the value, or the one finding that refuses it. Where nothing has
//! to change, the text is given back as it is, byte for byte, without an allocation.

mod address;
mod domain;
mod hash;
mod plain;
mod range;
mod url;

use std::borrow::Cow;
use std::ops::Range;

pub use range::AddressRange;
pub(crate) use {
    address::{
        INTERNAL as INTERNAL_ADDRESSES, is_like as is_address_like, sent as written_address,
    },
    hash::{is_odd as is_odd_hash, kind as hash_kind},
    plain::{Plain, plain},
    url::{host as url_host, scheme},
};

use crate::{
    change::ChangeKind,
    check::{Notes, Policy},
    diagnostic::Finding,
    indicator::{IndicatorType, has_capitals},
};

/// The most characters of a value. No page of Microsoft's names a limit; clients that run in
/// production cut at this length and call it Defender's. A longer value is refused, never cut.
pub const MOST_CHARACTERS: u32 = 800;

/// The most bytes that are looked at; more than any defanged form of the longest value.
const MOST_BYTES: usize = 16 * 1024;

/// Reads `text` as a value of type `kind`.
pub(crate) fn read<'a>(
    kind: IndicatorType,
    text: Cow<'a, str>,
    policy: &Policy,
    notes: &mut Notes,
) -> Result<Cow<'a, str>, Finding> {
    match kind {
        IndicatorType::IpAddress => address::read(text, policy, notes),
        IndicatorType::DomainName => domain::read(text, notes),
        IndicatorType::Url => url::read(text, notes),
        hash => hash::read(hash, text, notes),
    }
}

/// Takes blanks, no-break spaces and invisible marks off both ends, and refuses what is hidden
/// inside or far too long.
pub(crate) fn trim<'a>(text: Cow<'a, str>, notes: &mut Notes) -> Result<Cow<'a, str>, Finding> {
    let kept = match text.trim_matches(is_edge) {
        kept if !kept.is_empty() && notes.keeps(ChangeKind::Trimmed) => &text,
        kept => kept,
    };
    let start = kept.as_ptr() as usize - text.as_ptr() as usize;
    let kept = start..start + kept.len();
    if kept.len() > MOST_BYTES {
        return Err(too_long(&text[kept]));
    }
    let trimmed = if kept.len() == text.len() {
        text
    } else if kept.is_empty() {
        return Ok(Cow::Borrowed(""));
    } else {
        notes.change_value(
            ChangeKind::Trimmed,
            text.to_string(),
            text[kept.clone()].to_owned(),
        );
        part(text, kept)
    };
    match hidden_inside(&trimmed) {
        None => Ok(trimmed),
        Some((before, char::REPLACEMENT_CHARACTER)) => Err(Finding::Undecodable {
            at: characters(&trimmed[..before]).saturating_add(1),
        }),
        Some((_, found)) => Err(Finding::HiddenCharacter {
            code_point: found.into(),
        }),
    }
}

/// The same text without the port at its end, for the fix that drops it.
#[must_use]
pub fn without_port(text: &str) -> Option<&str> {
    let (host, port) = text.trim_matches(is_edge).rsplit_once(':')?;
    let host = ["[", "(", "{"]
        .iter()
        .find_map(|open| host.strip_suffix(open))
        .unwrap_or(host);
    let port = port.trim_start_matches([']', ')', '}']);
    let bare = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'))
        .unwrap_or(host);
    (!bare.is_empty() && !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()))
        .then_some(bare)
}

/// A character that shows nothing, or turns the direction of what follows.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

fn is_edge(c: char) -> bool {
    c.is_whitespace() || is_hidden(c)
}

/// The first character that cannot be seen where it stands, or was not read, and what stands before
/// it in bytes; a plain space can be seen.
fn hidden_inside(text: &str) -> Option<(usize, char)> {
    if text.bytes().all(|b| (b' '..0x7f).contains(&b)) {
        return None;
    }
    text.char_indices().find(|&(_, c)| {
        c != ' ' && (c.is_control() || is_edge(c) || c == char::REPLACEMENT_CHARACTER)
    })
}

fn too_long(text: &str) -> Finding {
    Finding::ValueTooLong {
        len: characters(text),
        most: MOST_CHARACTERS,
    }
}

/// How many characters `text` has.
pub(crate) fn characters(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

/// A part of a text, borrowed where the whole is.
pub(crate) fn part(text: Cow<'_, str>, range: Range<usize>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(&text[range]),
        Cow::Owned(mut text) => {
            text.truncate(range.end);
            text.drain(..range.start);
            Cow::Owned(text)
        }
    }
}

/// Lower-cases ASCII letters and notes it.
fn lower<'a>(text: Cow<'a, str>, notes: &mut Notes) -> Cow<'a, str> {
    if !has_capitals(&text) || notes.keeps(ChangeKind::Lowercased) {
        return text;
    }
    let lower = text.to_ascii_lowercase();
    notes.change_value(ChangeKind::Lowercased, text.into_owned(), lower.clone());
    Cow::Owned(lower)
}
