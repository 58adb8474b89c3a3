//! Where a URL ends in running text.
//!
//! The host ends at what cannot stand in a host, defanged or not. Path, query and fragment end at a
//! blank, a quotation mark, an angle bracket, a bar, a bracket that was not opened inside; the
//! punctuation of the sentence around it is taken off.

use super::marks::{self, DotForm};

/// The most bytes of a host with its marks, login and port.
const LONGEST_HOST: usize = 1_024;

/// The most brackets inside one another that are followed.
const DEEPEST: usize = 8;

/// A URL's extent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    pub(super) host_end: usize,
    pub(super) end: usize,
    /// Dots in the host.
    pub(super) dots: u32,
    pub(super) is_defanged: bool,
    /// The host is an address.
    pub(super) is_address: bool,
}

/// The extent of the URL whose host begins at `start` and which is quoted by `quote`.
pub(super) fn extent(text: &str, start: usize, quote: Option<u8>) -> Option<Extent> {
    Some(with_path(text, host(text, start)?, quote))
}

/// The extent of a URL whose host is known.
pub(super) fn with_path(text: &str, host: Extent, quote: Option<u8>) -> Extent {
    let end = path_end(text, host.host_end, quote);
    let end = without_punctuation(text, host.host_end, end, quote);
    let end = end.max(host.host_end);
    Extent { end, ..host }
}

/// The host with login and port. None where there is no name.
pub(super) fn host(text: &str, start: usize) -> Option<Extent> {
    let bytes = text.as_bytes();
    let mut found = Extent {
        host_end: start,
        end: start,
        dots: 0,
        is_defanged: false,
        is_address: true,
    };
    let mut at = www_in_brackets(bytes, start);
    found.is_defanged = at > start;
    let mut pending = None;
    while at < bytes.len() && at - start < LONGEST_HOST {
        if let Some(end) = bracketed_v6(text, at).filter(|_| at == start) {
            at = end;
            found.dots += 1;
        } else if let Some(dot) =
            marks::dot(text, at).filter(|dot| is_joint(text, start, at, dot.form))
        {
            found.dots += 1;
            found.is_defanged |= dot.form != DotForm::Plain;
            if let DotForm::Open(close) = dot.form {
                pending = Some(close);
            }
            at = dot.end;
        } else if pending.is_some() && pending == bytes.get(at).copied() {
            pending = None;
            at += 1;
        } else if let Some((end, marked)) = colon_or_at(text, at) {
            found.is_defanged |= marked;
            found.is_address |= bytes[at] == b'@' || bytes.get(at + 1) == Some(&b'@');
            at = end;
        } else {
            let len = marks::word_len(text, at);
            if len == 0 {
                break;
            }
            found.is_address &= bytes[at].is_ascii_digit();
            at += len;
        }
    }
    let has_name =
        bytes.get(start..at)?.iter().any(u8::is_ascii_alphanumeric) || !text[start..at].is_ascii();
    found.host_end = at;
    has_name.then_some(found)
}

/// A spelt dot joins only where nothing else than blanks can be meant.
fn is_joint(text: &str, start: usize, at: usize, form: DotForm) -> bool {
    at > start && (form != DotForm::Spelt || marks::word_len(text, at + 1) > 0)
}

fn www_in_brackets(bytes: &[u8], start: usize) -> usize {
    ["[www]", "[www.]"]
        .iter()
        .find(|www| marks::is_word_at(bytes, start, www.as_bytes()))
        .map_or(start, |www| start + www.len())
}

/// A colon before a port or a password, an at sign before the host, in brackets or not.
fn colon_or_at(text: &str, at: usize) -> Option<(usize, bool)> {
    let bytes = text.as_bytes();
    let found = marks::sign(bytes, at, b':')
        .or_else(|| marks::sign(bytes, at, b'@'))
        .or_else(|| marks::is_word_at(bytes, at, b"[at]").then_some((at + 4, true)));
    found.filter(|&(end, _)| marks::is_word_next(text, end))
}

/// `[2001:db8::1]`
fn bracketed_v6(text: &str, at: usize) -> Option<usize> {
    let rest = text.as_bytes().get(at..)?.strip_prefix(b"[")?;
    let inner = rest
        .iter()
        .take(64)
        .position(|byte| !byte.is_ascii_hexdigit() && !matches!(byte, b':' | b'.'))?;
    let is_v6 = rest[inner] == b']' && memchr::memchr_iter(b':', &rest[..inner]).count() > 1;
    is_v6.then_some(at + inner + 2)
}

/// Where path, query and fragment end.
fn path_end(text: &str, start: usize, quote: Option<u8>) -> usize {
    let bytes = text.as_bytes();
    let slash = marks::sign(bytes, start, b'/').map(|(end, _)| end);
    let Some(mut at) =
        slash.or_else(|| matches!(bytes.get(start), Some(b'?' | b'#')).then_some(start + 1))
    else {
        return start;
    };
    let mut open = Brackets::default();
    let mut in_query = bytes[start] == b'?';
    while let Some(&byte) = bytes.get(at) {
        let goes_on = match byte {
            b'?' => {
                in_query = true;
                true
            }
            b'(' | b'{' => open.push(byte),
            b'[' => is_bracket_of_path(text, at, in_query) && open.push(byte),
            b')' | b']' | b'}' => open.pop(byte),
            b'\'' => quote != Some(b'\''),
            b',' => is_comma_of_path(bytes, at),
            b';' => {
                !matches!(
                    bytes.get(at + 1),
                    None | Some(b' ' | b'\n' | b'\r' | b'"' | b'\'')
                ) && !is_scheme_next(text, at + 1)
            }
            b'&' => !is_closing_entity(bytes, at),
            b'<' | b'>' | b'"' | b'`' | b'|' | b'\\' | b'^' => false,
            _ if byte.is_ascii() => byte.is_ascii_graphic(),
            _ => false,
        };
        if byte.is_ascii() {
            if !goes_on {
                return at;
            }
            at += 1;
            continue;
        }
        match text[at..].chars().next().filter(|&c| !marks::ends_url(c)) {
            Some(c) => at += c.len_utf8(),
            None => return at,
        }
    }
    at
}

/// Brackets that were opened inside a path.
#[derive(Default)]
struct Brackets {
    closing: [u8; DEEPEST],
    depth: usize,
}

impl Brackets {
    fn push(&mut self, open: u8) -> bool {
        if let Some(slot) = self.closing.get_mut(self.depth) {
            *slot = marks::closing(open);
            self.depth += 1;
        }
        true
    }

    /// Whether `close` belongs to the path.
    fn pop(&mut self, close: u8) -> bool {
        let top = self.depth.checked_sub(1);
        let is_mine = top.is_some_and(|top| self.closing[top] == close);
        if is_mine {
            self.depth -= 1;
        }
        is_mine
    }
}

/// Whether `[` goes on with the path: `[.]`, or short and closed with more of the URL behind it.
/// Otherwise it opens the text of a link, as in `AsciiDoc`.
fn is_bracket_of_path(text: &str, at: usize, in_query: bool) -> bool {
    let bytes = text.as_bytes();
    if marks::dot(text, at).is_some() || marks::sign(bytes, at, b'/').is_some() {
        return true;
    }
    let rest = &bytes[at + 1..];
    let close = rest.iter().take(32).position(|byte| !marks::is_word(*byte));
    let Some(close) = close.filter(|&close| rest[close] == b']') else {
        return false;
    };
    in_query
        || matches!(rest.get(close + 1), Some(b'/' | b'=' | b'&' | b'?' | b'['))
        || rest.get(close + 1).is_some_and(u8::is_ascii_alphanumeric)
}

/// Whether a comma goes on with the path: not where a blank, a quotation mark or the next field of a
/// table follows, which is a word or a number or a URL of its own.
pub(super) fn is_comma_of_path(bytes: &[u8], at: usize) -> bool {
    let rest = &bytes[at + 1..];
    let field = rest
        .iter()
        .position(|byte| !byte.is_ascii_graphic() || matches!(byte, b',' | b'"' | b'\''));
    let field = &rest[..field.unwrap_or(rest.len())];
    let is_url = field.starts_with(b"http") || field.starts_with(b"hxxp");
    !is_url
        && field
            .iter()
            .any(|byte| matches!(byte, b'.' | b'/' | b'=' | b'&'))
        && !field.ends_with(b".")
}

fn is_scheme_next(text: &str, at: usize) -> bool {
    text.get(at..)
        .is_some_and(|rest| crate::refang::scheme_at(rest).is_some())
}

/// `&quot;` and the like close what an HTML source quotes.
fn is_closing_entity(bytes: &[u8], at: usize) -> bool {
    const CLOSING: [&[u8]; 7] = [
        b"&quot;", b"&lt;", b"&gt;", b"&nbsp;", b"&#39;", b"&#34;", b"&apos;",
    ];
    CLOSING.iter().any(|entity| bytes[at..].starts_with(entity))
}

/// The punctuation of the sentence around it taken off the end.
fn without_punctuation(text: &str, from: usize, mut end: usize, quote: Option<u8>) -> usize {
    let bytes = text.as_bytes();
    while end > from {
        let last = bytes[end - 1];
        let is_around = match last {
            b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b'*' | b'~' => true,
            b'+' => quote == Some(b'+'),
            b')' | b']' | b'}' => !is_opened(&bytes[from..end - 1], last),
            _ => false,
        };
        if !is_around {
            break;
        }
        end -= 1;
    }
    end
}

fn is_opened(before: &[u8], close: u8) -> bool {
    let opens = before
        .iter()
        .filter(|&&byte| marks::closing(byte) == close && matches!(byte, b'(' | b'[' | b'{'));
    let closes = before.iter().filter(|&&byte| byte == close);
    opens.count() > closes.count()
}
