//! IPv6 addresses, with brackets and ports or without, and ranges of them.

use std::net::Ipv6Addr;

use super::{
    marks,
    scan::{Kind, Match},
};

/// The longest address with all its groups and an IPv4 address at the end.
const LONGEST: usize = 48;

/// What hex digits and colons from `at` on are, and where they end.
pub(super) fn read(text: &str, at: usize) -> (Option<Match>, usize) {
    let found = Digits::read(text, at);
    let scanned = found.scanned;
    (address(text, at, &found), scanned)
}

fn address(text: &str, at: usize, found: &Digits) -> Option<Match> {
    let bytes = text.as_bytes();
    let address: Ipv6Addr = found.text()?.parse().ok()?;
    let is_marked = found.is_defanged || is_in_brackets(bytes, at, found.end);
    if !(is_marked || is_plausible(found.text()?, address)) {
        return None;
    }
    if marks::is_word_next(text, found.end) {
        return None;
    }
    let mut one = Match::of(Kind::Address, at, found.end);
    one.is_defanged = found.is_defanged;
    if let Some(end) = prefix_end(text, found.end) {
        one.end = end;
        one.kind = Kind::Range;
    } else if let Some(end) = port_end(text, at, found.end) {
        one.start = at - 1;
        one.end = end;
    }
    Some(one)
}

/// Digits, colons and dots without their marks.
struct Digits {
    bytes: [u8; LONGEST],
    len: usize,
    /// Where they end in the text, punctuation left out.
    end: usize,
    /// How far was read.
    scanned: usize,
    is_defanged: bool,
}

impl Digits {
    fn read(text: &str, start: usize) -> Self {
        let bytes = text.as_bytes();
        let mut found = Self {
            bytes: [0; LONGEST],
            len: 0,
            end: start,
            scanned: start,
            is_defanged: false,
        };
        let mut at = start;
        loop {
            let (byte, end, is_marked) = match bytes.get(at) {
                Some(&byte) if byte.is_ascii_hexdigit() => (byte, at + 1, false),
                Some(b':' | b'[') => match marks::sign(bytes, at, b':') {
                    Some((end, is_marked)) => (b':', end, is_marked),
                    None => break,
                },
                Some(b'.') if bytes.get(at + 1).is_some_and(u8::is_ascii_digit) => {
                    (b'.', at + 1, false)
                }
                _ => break,
            };
            if let Some(slot) = found.bytes.get_mut(found.len) {
                *slot = byte;
            }
            found.len += 1;
            found.is_defanged |= is_marked;
            at = end;
            let is_open = byte == b':' && !found.text_so_far().ends_with("::");
            if !is_open {
                found.end = at;
            }
        }
        found.scanned = at;
        if found.end < at {
            found.len = found.len.saturating_sub(1);
        }
        found
    }

    fn text_so_far(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len.min(LONGEST)]).unwrap_or_default()
    }

    /// The address as it would be written plainly; `None` where it is too long for one.
    fn text(&self) -> Option<&str> {
        (self.len <= LONGEST).then(|| self.text_so_far())
    }
}

/// Whether an address that nothing marks as one is not a name of a program, a time or a serial
/// number.
fn is_plausible(text: &str, address: Ipv6Addr) -> bool {
    let groups = || text.split(':').filter(|group| !group.is_empty());
    let is_serial = groups().count() == 8 && groups().all(|group| group.len() <= 2);
    let is_global = (0x2000..0x4000).contains(&address.segments()[0]);
    let digits: usize = groups().map(str::len).sum();
    !is_serial && (is_global || (groups().count() >= 3 && digits >= 6))
}

fn is_in_brackets(bytes: &[u8], start: usize, end: usize) -> bool {
    start > 0 && bytes[start - 1] == b'[' && bytes.get(end) == Some(&b']')
}

/// The end of `/64`.
fn prefix_end(text: &str, at: usize) -> Option<usize> {
    let (start, _) = marks::sign(text.as_bytes(), at, b'/')?;
    number_end(text, start, 3)
}

/// The end of the port in `[2001:db8::1]:8080`.
fn port_end(text: &str, start: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if !is_in_brackets(bytes, start, end) {
        return None;
    }
    let (port, _) = marks::sign(bytes, end + 1, b':')?;
    number_end(text, port, 5)
}

/// The end of a number of at most `most` digits at `at`.
pub(super) fn number_end(text: &str, at: usize, most: usize) -> Option<usize> {
    let rest = text.as_bytes().get(at..)?;
    let len = rest
        .iter()
        .take(most + 1)
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let is_number = len > 0 && len <= most && !marks::is_word_next(text, at + len);
    is_number.then_some(at + len)
}
