//! Tags and texts of an XML document, one after another.
//!
//! Enough of XML 1.0 for what `OpenIOC` writes: elements, attributes, comments, CDATA, the five named
//! entities and numeric ones. A document type is passed over and nothing it declares is ever put in.
//! Each step goes forward; nothing is copied.

use memchr::{memchr, memmem};

use crate::{
    message::{Phrase, made::expected},
    source::{Span, Written},
};

/// A piece of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    /// `<name ..>`, or `<name ../>` where it is `empty`.
    Open {
        name: &'t str,
        attributes: &'t str,
        empty: bool,
    },
    /// `</name>`
    Close { name: &'t str },
    /// What stands between two tags.
    Text { span: Span, written: Written },
}

/// Where and why a text is no XML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Broken {
    pub(super) at: usize,
    pub(super) expected: Phrase,
}

/// A place in a document.
#[derive(Clone, Debug)]
pub(super) struct Pieces<'t> {
    text: &'t str,
    pub(super) at: usize,
}

impl<'t> Pieces<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// The next piece; none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Piece<'t>>, Broken> {
        loop {
            let rest = &self.text[self.at..];
            let Some(mark) = memchr(b'<', rest.as_bytes()) else {
                let text = self.words(rest.len());
                self.at = self.text.len();
                return Ok(text);
            };
            if let Some(text) = self.words(mark) {
                self.at += mark;
                return Ok(Some(text));
            }
            self.at += mark;
            let rest = &self.text[self.at..];
            if rest.starts_with("<!--") {
                self.pass("-->", expected::END_OF_COMMENT)?;
            } else if rest.starts_with("<![CDATA[") {
                return self.cdata().map(Some);
            } else if rest.starts_with("<?") {
                self.pass("?>", expected::END_OF_INSTRUCTION)?;
            } else if rest.starts_with("<!") {
                self.declaration()?;
            } else {
                return self.tag().map(Some);
            }
        }
    }

    /// The text before the next tag, blanks at its ends left out; none where it is blank.
    fn words(&self, len: usize) -> Option<Piece<'t>> {
        let raw = &self.text[self.at..self.at + len];
        let words = raw.trim();
        if words.is_empty() {
            return None;
        }
        let start = self.at + (raw.len() - raw.trim_start().len());
        let written = if words.contains('&') {
            Written::Xml
        } else {
            Written::Plain
        };
        let span = Span::of(start, start + words.len());
        Some(Piece::Text { span, written })
    }

    fn broken<T>(&self, expected: Phrase) -> Result<T, Broken> {
        let at = self.at;
        Err(Broken { at, expected })
    }

    fn pass(&mut self, end: &str, expected: Phrase) -> Result<usize, Broken> {
        match memmem::find(&self.text.as_bytes()[self.at..], end.as_bytes()) {
            Some(found) => {
                self.at += found + end.len();
                Ok(self.at - end.len())
            }
            None => self.broken(expected),
        }
    }

    fn cdata(&mut self) -> Result<Piece<'t>, Broken> {
        let start = self.at + "<![CDATA[".len();
        let end = self.pass("]]>", expected::END_OF_CDATA)?;
        Ok(Piece::Text {
            span: Span::of(start, end.max(start)),
            written: Written::Plain,
        })
    }

    /// Goes behind `<!DOCTYPE ..>`, with brackets in it.
    fn declaration(&mut self) -> Result<(), Broken> {
        let bytes = self.text.as_bytes();
        let mut depth = 0_u32;
        for (at, byte) in bytes.iter().enumerate().skip(self.at) {
            match byte {
                b'<' | b'[' => depth += 1,
                b'>' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                self.at = at + 1;
                return Ok(());
            }
        }
        self.broken(expected::END_OF_DECLARATION)
    }

    fn tag(&mut self) -> Result<Piece<'t>, Broken> {
        let start = self.at + 1;
        let Some(end) = tag_end(&self.text.as_bytes()[start..]) else {
            return self.broken(expected::END_OF_TAG);
        };
        let inside = &self.text[start..start + end];
        self.at = start + end + 1;
        if let Some(name) = inside.strip_prefix('/') {
            let name = local(name.trim_end());
            return Ok(Piece::Close { name });
        }
        let (inside, empty) = match inside.strip_suffix('/') {
            Some(inside) => (inside, true),
            None => (inside, false),
        };
        let name_end = inside.find(|c: char| c.is_ascii_whitespace());
        let (name, attributes) = inside.split_at(name_end.unwrap_or(inside.len()));
        Ok(Piece::Open {
            name: local(name),
            attributes,
            empty,
        })
    }
}

/// Where a tag ends: the first `>` that stands in no quotation marks.
fn tag_end(bytes: &[u8]) -> Option<usize> {
    let mut quote = None;
    for (at, &byte) in bytes.iter().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// A name without its namespace.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// The value of an attribute, as it is written; nothing where it is not there.
pub(super) fn attribute<'t>(attributes: &'t str, wanted: &str) -> &'t str {
    let mut rest = attributes;
    while let Some((name, behind)) = rest.split_once('=') {
        let behind = behind.trim_start();
        let Some(quote) = behind.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
            break;
        };
        let Some((value, after)) = behind[1..].split_once(quote) else {
            break;
        };
        if name.trim() == wanted {
            return value;
        }
        rest = after;
    }
    ""
}

/// A text with its entities undone. Others than the five of XML stay as they stand.
pub(crate) fn unescaped(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(mark) = memchr(b'&', rest.as_bytes()) {
        out.push_str(&rest[..mark]);
        rest = &rest[mark..];
        let (c, len) = entity(rest).unwrap_or(('&', 1));
        out.push(c);
        rest = &rest[len..];
    }
    out.push_str(rest);
    out
}

/// The character that an entity stands for, and its length; the longest is `&#x10FFFF;`, leading
/// zeros aside.
fn entity(text: &str) -> Option<(char, usize)> {
    const LONGEST: usize = 16;
    let near = &text.as_bytes()[..text.len().min(LONGEST)];
    let end = memchr(b';', near)?;
    let name = &text[1..end];
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let number = name.strip_prefix('#')?;
            let (digits, radix) = match number.strip_prefix(['x', 'X']) {
                Some(digits) => (digits, 16),
                None => (number, 10),
            };
            char::from_u32(u32::from_str_radix(digits, radix).ok()?)?
        }
    };
    Some((c, end + 1))
}
