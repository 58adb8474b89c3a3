//! The words of a STIX pattern (STIX 2.1, section 9.2).

use memchr::{memchr, memmem};

use crate::{
    message::{Phrase, made::expected},
    source::Span,
};

/// What kind of word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A name or a word of the language, such as `ipv4-addr` or `FOLLOWEDBY`.
    Name,
    /// A text; its span leaves the quotation marks out.
    Text,
    /// `h'..'`, `b'..'` or `t'..'`; its span is all of it.
    Coded,
    /// A number.
    Number,
    /// A comparison such as `!=`.
    Comparison,
    /// One of `[ ] ( ) , . : *`.
    Mark(u8),
    /// The end of the pattern.
    End,
}

/// A word and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) span: Span,
}

impl Token {
    fn of(kind: Kind, start: usize, end: usize) -> Self {
        let span = Span::of(start, end);
        Self { kind, span }
    }
}

/// What should have stood at a byte of the pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Broken {
    pub(super) at: usize,
    pub(super) expected: Phrase,
}

/// Cuts a pattern into words, one at a time.
#[derive(Clone, Debug)]
pub(super) struct Tokens<'p> {
    text: &'p str,
    at: usize,
}

impl<'p> Tokens<'p> {
    pub(super) const fn new(text: &'p str) -> Self {
        Self { text, at: 0 }
    }

    /// The next word.
    pub(super) fn next(&mut self) -> Result<Token, Broken> {
        self.skip_blanks();
        let start = self.at;
        let rest = &self.text.as_bytes()[start..];
        let Some(&first) = rest.first() else {
            return Ok(Token::of(Kind::End, start, start));
        };
        match first {
            b'\'' => self.quoted(start, start, Kind::Text),
            b'h' | b'b' | b't' if rest.get(1) == Some(&b'\'') => {
                self.quoted(start, start + 1, Kind::Coded)
            }
            b'=' | b'!' | b'<' | b'>' => self.comparison(rest),
            b'[' | b']' | b'(' | b')' | b',' | b'.' | b':' | b'*' => {
                self.at += 1;
                Ok(Token::of(Kind::Mark(first), start, self.at))
            }
            b'+' | b'-' | b'0'..=b'9' => Ok(self.run(Kind::Number, |byte| {
                byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'+' | b'-')
            })),
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => Ok(self.run(Kind::Name, |byte| {
                byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
            })),
            _ => Err(self.broken(expected::WORD)),
        }
    }

    const fn broken(&self, expected: Phrase) -> Broken {
        let at = self.at;
        Broken { at, expected }
    }

    /// Blanks and comments, which may stand between any words.
    fn skip_blanks(&mut self) {
        loop {
            let rest = &self.text[self.at..];
            let blank = rest.len() - rest.trim_start().len();
            let comment = match rest.as_bytes() {
                [b'/', b'/', behind @ ..] => memchr(b'\n', behind).unwrap_or(behind.len()) + 2,
                [b'/', b'*', behind @ ..] => {
                    memmem::find(behind, b"*/").map_or(0, |found| found + 4)
                }
                _ => 0,
            };
            if blank + comment == 0 {
                return;
            }
            self.at += blank + comment;
        }
    }

    fn run(&mut self, kind: Kind, goes_on: impl Fn(&u8) -> bool) -> Token {
        let start = self.at;
        let rest = &self.text.as_bytes()[start + 1..];
        let len = rest.iter().take_while(|byte| goes_on(byte)).count();
        self.at = start + 1 + len;
        Token::of(kind, start, self.at)
    }

    fn comparison(&mut self, rest: &[u8]) -> Result<Token, Broken> {
        let len = match rest {
            [b'!' | b'>' | b'=', b'=', ..] | [b'<', b'>' | b'=', ..] => 2,
            [b'!', ..] => return Err(self.broken(expected::NOT_EQUAL)),
            _ => 1,
        };
        let start = self.at;
        self.at += len;
        Ok(Token::of(Kind::Comparison, start, self.at))
    }

    /// A word that a quotation mark at `quote` opens. Only `\'` and `\\` are escapes; a backslash
    /// before anything else stands for itself, as many producers have it.
    fn quoted(&mut self, start: usize, quote: usize, kind: Kind) -> Result<Token, Broken> {
        let bytes = self.text.as_bytes();
        let mut at = quote + 1;
        loop {
            match bytes.get(at) {
                Some(b'\'') => break,
                Some(b'\\') if matches!(bytes.get(at + 1), Some(b'\'' | b'\\')) => at += 2,
                Some(_) => at += 1,
                None => {
                    self.at = bytes.len();
                    return Err(self.broken(expected::CLOSING_QUOTE));
                }
            }
        }
        self.at = at + 1;
        Ok(match kind {
            Kind::Text => Token::of(kind, quote + 1, at),
            _ => Token::of(kind, start, at + 1),
        })
    }
}

/// A text of a pattern without its escapes.
pub(crate) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(mark) = memchr(b'\\', rest.as_bytes()) {
        out.push_str(&rest[..mark]);
        rest = &rest[mark + 1..];
        match rest.as_bytes().first() {
            Some(b'\'' | b'\\') => {
                out.push_str(&rest[..1]);
                rest = &rest[1..];
            }
            _ => out.push('\\'),
        }
    }
    out.push_str(rest);
    out
}
