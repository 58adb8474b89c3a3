//! One pass over a text: every value that stands in it, with its place.
//!
//! Words are looked at once. A word that goes on with a dot in any form, a colon or a scheme, or that
//! is as long as a hash, is handed to the module that knows such values; all others are passed over.
//! What a value takes up is not looked at again, so that a host in a URL is not a domain as well.

use crate::{indicator::IndicatorType, refang, value::is_hidden};

use super::{hash, host, marks, mention::Doubt, run::Run, url, v6};

/// A value in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
    /// Written so that it does no harm.
    pub(super) is_defanged: bool,
    pub(super) doubt: Option<Doubt>,
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Its host may be an address.
    Url {
        is_address: bool,
    },
    Domain,
    Address,
    Range,
    Hash(IndicatorType),
    Thumbprint,
}

impl Match {
    pub(super) const fn of(kind: Kind, start: usize, end: usize) -> Self {
        Self {
            start,
            end,
            kind,
            is_defanged: false,
            doubt: None,
        }
    }
}

/// All values of a text, in their order.
pub(super) fn all(text: &str) -> Vec<Match> {
    let mut found = Vec::new();
    let mut scanner = Scanner {
        text,
        no_v6_until: 0,
    };
    let mut at = next_start(text.as_bytes(), 0);
    while at < text.len() {
        let (one, next) = scanner.step(at);
        found.extend(one);
        at = next_start(text.as_bytes(), next.max(at + 1));
    }
    found
}

/// Where a value may begin, at or after `at`. Nearly all of a text is words that nothing joins to what
/// follows and the marks between these: [`Scanner::step`] would find nothing there.
fn next_start(bytes: &[u8], mut at: usize) -> usize {
    while let Some(&byte) = bytes.get(at) {
        if marks::is_word(byte) {
            let word = bytes[at..].iter().take_while(|&&byte| marks::is_word(byte));
            let end = at + word.count();
            if end - at >= hash::SHORTEST || goes_on(&bytes[end..]) {
                return at;
            }
            at = end;
        } else if byte.is_ascii() && !matches!(byte, b'[' | b'(' | b':') {
            at += 1;
        } else {
            return at;
        }
    }
    at
}

/// Whether a word may go on with what stands behind it: a dot in any form, a colon, a scheme's marks,
/// letters that are not ASCII.
fn goes_on(behind: &[u8]) -> bool {
    let is_part = |byte: u8| marks::is_word(byte) || !byte.is_ascii();
    match behind {
        [b'.', next, ..] => is_part(*next) || *next == b']',
        [b' ', next, ..] => matches!(next, b' ' | b'[' | b'(' | b'{' | b'd' | b'D'),
        [b':' | b'[' | b'(' | b'*' | b'{' | b'<' | b'\\' | b'|', ..] => true,
        [byte, ..] => !byte.is_ascii(),
        [] => false,
    }
}

struct Scanner<'t> {
    text: &'t str,
    /// Hex digits and colons up to here are no address.
    no_v6_until: usize,
}

impl Scanner<'_> {
    /// What begins at or after `at`, and where to read on.
    fn step(&mut self, at: usize) -> (Option<Match>, usize) {
        let bytes = self.text.as_bytes();
        let byte = bytes[at];
        if byte.is_ascii() && !marks::is_word(byte) {
            return self.at_sign(at, byte);
        }
        let end = marks::word_end(self.text, at);
        if end == at {
            // A character of another script that is no letter.
            let next = self.text.ceil_char_boundary(at + 1);
            return (None, next);
        }
        self.at_word(at, end)
    }

    /// What begins with a bracket or a colon.
    fn at_sign(&mut self, at: usize, byte: u8) -> (Option<Match>, usize) {
        let bytes = self.text.as_bytes();
        let next = bytes.get(at + 1).copied().unwrap_or_default();
        match byte {
            b'[' | b'(' if matches!(next, b'h' | b'H') => match self.url(at) {
                Some(found) => (Some(found), found.end),
                None => (None, at + 1),
            },
            b'[' if marks::is_word_at(bytes, at, b"[www].")
                || marks::is_word_at(bytes, at, b"[www.]") =>
            {
                self.at_www(at)
            }
            b':' if next == b':' => self.v6_at(at).unwrap_or((None, at + 1)),
            _ => (None, at + 1),
        }
    }

    fn at_www(&self, at: usize) -> (Option<Match>, usize) {
        let name = at + "[www].".len();
        let mut run = Run::read(self.text, name, marks::word_end(self.text, name));
        run.is_defanged = true;
        let found = host::read(self.text, &run);
        let found = found.map(|found| Match {
            start: at,
            is_defanged: true,
            ..found
        });
        (found, found.map_or(run.end, |found| found.end))
    }

    /// What begins with the word from `at` to `end`.
    fn at_word(&mut self, at: usize, end: usize) -> (Option<Match>, usize) {
        let bytes = self.text.as_bytes();
        if matches!(
            bytes.get(end),
            Some(b':' | b'[' | b'(' | b'*' | b'{' | b'<')
        ) {
            if let Some(found) = self.scheme_in(at, end) {
                return (Some(found), found.end);
            }
            if let Some(read) = self.v6_at(at) {
                return read;
            }
        }
        let run = match marks::dot(self.text, end) {
            Some(_) => Run::read(self.text, at, end),
            None => return (self.digits_in(at, end), end),
        };
        let bare = trimmed(self.text, &run);
        let found = if bare.labels > 1 {
            host::read(self.text, &bare)
        } else {
            None
        };
        (found, found.map_or(run.end, |found| found.end.max(at + 1)))
    }

    /// A URL whose scheme ends the word.
    fn scheme_in(&self, at: usize, end: usize) -> Option<Match> {
        let word = &self.text.as_bytes()[at..end];
        let letters = word
            .iter()
            .rev()
            .take(8)
            .take_while(|byte| byte.is_ascii_alphanumeric())
            .count();
        let start = end - letters;
        if letters < word.len() && (word.ends_with(b"__p") || word.ends_with(b"__ps")) {
            return self.url(at);
        }
        matches!(
            self.text.as_bytes()[start..end].first(),
            Some(b'h' | b'H' | b'm' | b'M' | b'f' | b'F')
        )
        .then(|| self.url(start))?
    }

    /// The URL whose scheme begins at `start`.
    fn url(&self, start: usize) -> Option<Match> {
        let bytes = self.text.as_bytes();
        let (head, is_defanged) = refang::scheme_at(&self.text[start..])?;
        let quote = start.checked_sub(1).map(|before| bytes[before]);
        let host = url::host(self.text, start + head)?;
        let is_defanged = is_defanged || host.is_defanged;
        // Before its path, which another such URL may stand in.
        if host.dots == 0 && !is_defanged {
            return None;
        }
        let extent = url::with_path(self.text, host, quote);
        let is_address = extent.is_address;
        let mut found = Match::of(Kind::Url { is_address }, start, extent.end);
        found.is_defanged = is_defanged;
        Some(found)
    }

    /// An IPv6 address; `None` where it is none and reading goes on as if nothing were there.
    fn v6_at(&mut self, at: usize) -> Option<(Option<Match>, usize)> {
        let bytes = self.text.as_bytes();
        let is_start = bytes[at] == b':'
            || bytes[at..]
                .iter()
                .take(5)
                .position(|byte| !byte.is_ascii_hexdigit())
                .is_some_and(|len| len > 0 && matches!(bytes[at + len], b':' | b'['));
        if at < self.no_v6_until || !is_start {
            return None;
        }
        let (found, scanned) = v6::read(self.text, at);
        self.no_v6_until = scanned;
        found.map(|found| (Some(found), found.end))
    }

    /// A word without dots: a hash or nothing.
    fn digits_in(&self, at: usize, end: usize) -> Option<Match> {
        if end - at < hash::SHORTEST {
            return None;
        }
        let (start, end) = without_hidden(self.text, at, end);
        let (start, end) = without_unspaced(self.text, start, end);
        hash::read(self.text, start, end)
    }
}

/// The run without dashes at its ends, and without letters of scripts that put no blanks between
/// words.
fn trimmed(text: &str, run: &Run) -> Run {
    let bytes = text.as_bytes();
    let is_edge = |byte: &u8| matches!(byte, b'-' | b'_');
    let (mut start, mut end) = without_hidden(text, run.start, run.end);
    if !text[start..end].is_ascii() {
        let first_end = marks::word_end(text, start);
        start = without_unspaced(text, start, first_end).0;
        end = without_unspaced(text, run.last, end.max(run.last)).1;
    }
    start += bytes[start..end]
        .iter()
        .take_while(|byte| is_edge(byte))
        .count();
    end -= bytes[start..end]
        .iter()
        .rev()
        .take_while(|byte| is_edge(byte))
        .count();
    if (start, end) == (run.start, run.end) {
        return *run;
    }
    let text = &text[..end];
    Run::read(text, start, marks::word_end(text, start))
}

/// The part of a text between marks at its ends that cannot be seen.
fn without_hidden(text: &str, start: usize, end: usize) -> (usize, usize) {
    let part = &text[start..end];
    let after = part.trim_start_matches(is_hidden);
    let start = end - after.len();
    (start, start + after.trim_end_matches(is_hidden).len())
}

/// The part of a word in ASCII, where letters of a script without blanks stand before or behind it.
fn without_unspaced(text: &str, start: usize, end: usize) -> (usize, usize) {
    let word = &text[start..end];
    if word.is_ascii() || !word.contains(marks::is_unspaced) {
        return (start, end);
    }
    let is_ascii_word = |c: char| c.is_ascii_alphanumeric();
    let last = word
        .rfind(marks::is_unspaced)
        .map(|at| at + word[at..].chars().next().map_or(1, char::len_utf8));
    if word.ends_with(is_ascii_word) {
        return (start + last.unwrap_or(0), end);
    }
    if word.starts_with(is_ascii_word) {
        let first = word.find(marks::is_unspaced).unwrap_or(word.len());
        return (start, start + first);
    }
    match (word.find(is_ascii_word), word.rfind(is_ascii_word)) {
        (Some(first), Some(last)) => (start + first, start + last + 1),
        _ => (start, end),
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*, sample::select};

    use super::*;

    /// What is found where nothing is passed over.
    fn step_by_step(text: &str) -> Vec<Match> {
        let mut scanner = Scanner {
            text,
            no_v6_until: 0,
        };
        let (mut found, mut at) = (Vec::new(), 0);
        while at < text.len() {
            let (one, next) = scanner.step(at);
            found.extend(one);
            at = next.max(at + 1);
        }
        found
    }

    proptest! {
        #[test]
        fn nothing_is_in_what_is_passed_over(parts in vec(select(&[
            "evil", "dot", "com", "hxxp", "http", "www", "a", "7", "198", "fe80", "0a1b2c3d",
            "0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3", "-", "_", " ", "  ", ".", ",", "\n", ":", "/", "[", "]",
            "[.]", "[:]", "(dot)", "{", "}", "|", "|.|", "<", ">", "*", "\\", "@", "#", "é", "文",
            "evil dot com", " dot ", " [.] ", " (dot)", ".]", "\\.", "evil.com", "198.51.100.7", "http://a.com",
            "\u{200b}", "\u{2026}", "\"", "=", "&amp;", "24",
        ][..]), 0..24)) {
            let text = parts.concat();
            prop_assert_eq!(all(&text), step_by_step(&text));
        }
    }
}
