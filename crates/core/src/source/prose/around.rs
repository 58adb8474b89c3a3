//! What stands around a value in its line.

use super::marks;

/// How far to either side is looked, in bytes.
const FAR: usize = 160;

/// The most words before a value that are looked at.
const MOST_WORDS: usize = 5;

/// The words before `at` in its line, the nearest first, in lower case.
pub(super) fn words_before(text: &str, at: usize) -> impl Iterator<Item = Word> {
    let bytes = text.as_bytes();
    let first = at.saturating_sub(FAR);
    let mut end = at;
    std::iter::from_fn(move || {
        while end > first && !is_part(bytes[end - 1]) && !is_break(bytes[end - 1]) {
            end -= 1;
        }
        let word_end = end;
        while end > first && is_part(bytes[end - 1]) {
            end -= 1;
        }
        (end < word_end).then(|| Word::of(&bytes[end..word_end]))
    })
    .take(MOST_WORDS)
}

/// The word behind `at`, over blanks and an opening bracket.
pub(super) fn word_after(text: &str, at: usize) -> Word {
    let bytes = text.as_bytes();
    let rest = &bytes[at.min(bytes.len())..bytes.len().min(at + FAR)];
    let skipped = rest
        .iter()
        .take_while(|byte| matches!(byte, b' ' | b'('))
        .count();
    let word = &rest[skipped..];
    let len = word.iter().take_while(|&&byte| is_part(byte)).count();
    Word::of(&word[..len])
}

const fn is_part(byte: u8) -> bool {
    marks::is_word(byte) || byte == b'&' || byte >= 0x80
}

const fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// A short word in lower case.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    bytes: [u8; 24],
    len: usize,
}

impl Word {
    fn of(bytes: &[u8]) -> Self {
        let mut word = Self::default();
        if let Some(slot) = word.bytes.get_mut(..bytes.len()) {
            slot.copy_from_slice(bytes);
            slot.make_ascii_lowercase();
            word.len = bytes.len();
        }
        word
    }

    /// The word; nothing where it is long.
    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }
}

/// Whether a value stands alone: in its line, its list item, its table cell, or in back quotes.
pub(super) fn is_alone(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    let before = &bytes[start.saturating_sub(FAR)..start];
    let after = &bytes[end..bytes.len().min(end + FAR)];
    if before.last() == Some(&b'`') && after.first() == Some(&b'`') {
        return true;
    }
    is_bare_after(after, end + FAR >= bytes.len()) && is_bare_before(before, start <= FAR)
}

/// Whether what begins at `at` goes on from a defanged dot before it, over a break of the line or a
/// tag: `evil[.]<wbr>example[.]com` is no `example[.]com`.
pub(super) fn is_cut(text: &str, at: usize) -> bool {
    let before = text.as_bytes()[at.saturating_sub(FAR)..at].trim_ascii_end();
    let tag = before.strip_suffix(b">").and_then(|tag| {
        let open = memchr::memrchr2(b'<', b'>', tag)?;
        (tag[open] == b'<').then(|| before[..open].trim_ascii_end())
    });
    if before.ends_with(b".<wbr>") {
        return true;
    }
    let before = tag.unwrap_or(before);
    // In a mail of quoted-printable text, `=` ends a line that goes on.
    let before = before.strip_suffix(b"=").unwrap_or(before);
    let dots: [&[u8]; 5] = [b"[.]", b"(.)", b"{.}", b"[dot]", b"(dot)"];
    dots.iter().any(|dot| {
        before.strip_suffix(*dot).is_some_and(|name| {
            let last = name.last();
            last.is_some_and(|&byte| marks::is_word(byte))
        })
    })
}

/// Whether a filter list spares what stands from `start` to `end` (`@@||name^`), holds a rule for its
/// pages alone (`||other^$domain=name`), or hides parts of them (`name##.banner`).
pub(super) fn is_spared(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    let before = &bytes[start.saturating_sub(FAR)..start];
    let line = memchr::memrchr2(b'\n', b'\r', before);
    let line = &before[line.map_or(0, |at| at + 1)..];
    let is_option = || line.starts_with(b"||") && memchr::memmem::find(line, b"domain=").is_some();
    line.starts_with(b"@@|") || is_option() || is_trimmed(&bytes[end..bytes.len().min(end + FAR)])
}

/// `##`, `#@#` or `#?#` behind a name, or behind more names after a comma.
fn is_trimmed(after: &[u8]) -> bool {
    let is_name = |byte: &u8| marks::is_word(*byte) || matches!(byte, b'.' | b',' | b'~' | b'*');
    let rest = match after.first() {
        Some(b',') => {
            let names = after.iter().take_while(|byte| is_name(byte)).count();
            &after[names..]
        }
        _ => after,
    };
    [&b"##"[..], b"#@#", b"#?#", b"#$#"]
        .iter()
        .any(|mark| rest.starts_with(mark))
}

/// Nothing but blanks, a list's mark and opening marks since the line or the cell began.
fn is_bare_before(before: &[u8], is_all: bool) -> bool {
    let mut near = before.iter().rev().skip_while(|&&byte| byte == b' ');
    if near.next().is_some_and(u8::is_ascii_alphanumeric) {
        return false;
    }
    let line = before
        .iter()
        .rposition(|&byte| is_break(byte) || byte == b'|' || byte == b'\t');
    if line.is_none() && !is_all {
        return false;
    }
    let line = &before[line.map_or(0, |at| at + 1)..];
    let line = line.trim_ascii();
    let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let is_number = digits > 0 && matches!(line.get(digits..), Some(b"." | b")"));
    is_number
        || line.iter().all(|byte| {
            matches!(
                byte,
                b'-' | b'*' | b'+' | b'>' | b'<' | b'"' | b'\'' | b'`' | b'\\' | b' '
            )
        })
        || line == "•".as_bytes()
}

fn is_bare_after(after: &[u8], is_all: bool) -> bool {
    for &byte in after {
        match byte {
            b'|' | b'\t' | b'\n' | b'\r' => return true,
            b'>' | b'"' | b'\'' | b'`' | b',' | b';' | b'.' | b' ' | b'+' | b'\\' => {}
            _ => return false,
        }
    }
    is_all
}

/// Whether a URL is the target of a link: `[text](url)`, `href="url"`, `url[text]`.
pub(super) fn is_link(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    let before = &bytes[start.saturating_sub(FAR)..start];
    let before = before.strip_suffix(b"<").unwrap_or(before);
    before.ends_with(b"](")
        || before.ends_with(b"link:")
        || before.ends_with(b"]: ")
        || is_attribute(before)
        || (bytes.get(end) == Some(&b'[') && marks::dot(text, end).is_none())
}

/// `href="`, `src='`, `xmlns:x="`
fn is_attribute(before: &[u8]) -> bool {
    let Some(before) = before.strip_suffix(b"\"").or(before.strip_suffix(b"'")) else {
        return false;
    };
    let Some(before) = before.strip_suffix(b"=") else {
        return false;
    };
    let name = before
        .iter()
        .rposition(|byte| !(marks::is_word(*byte) || *byte == b':'));
    let name = &before[name.map_or(0, |at| at + 1)..];
    [&b"href"[..], b"src", b"action", b"cite"]
        .iter()
        .any(|known| name.eq_ignore_ascii_case(known))
        || name.starts_with(b"xmlns")
        || name.ends_with(b"schemaLocation")
}
