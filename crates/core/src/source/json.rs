//! Where the values of a JSON text begin and end.
//!
//! A strict scanner (RFC 8259) that keeps spans instead of building a tree, because records need
//! their lines and a text that is cut short must keep what came before. It nests at most
//! [`MOST_LEVELS`] deep. Tests hold it to what `serde_json` takes and refuses.

use std::borrow::Cow;

use memchr::memchr;

use super::records::Span;
use crate::message::{Phrase, made::expected};

/// The deepest level that is read; an indicator needs four.
pub(crate) const MOST_LEVELS: u32 = 64;

/// A value, in bytes of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Value {
    /// Its first byte; a string's quotation mark included.
    pub(crate) start: usize,
    /// One past its last byte.
    pub(crate) end: usize,
    /// What it is.
    pub(crate) kind: Kind,
}

impl Value {
    /// It, as it is written in `text`.
    pub(crate) fn written(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text { escaped: bool },
    Number,
    Bool,
    Null,
    Array,
    Object,
}

impl Kind {
    /// What a user calls it.
    pub(crate) const fn phrase(self) -> Phrase {
        match self {
            Self::Text { .. } => expected::TEXT,
            Self::Number => expected::NUMBER,
            Self::Bool => expected::BOOLEAN,
            Self::Null => expected::NULL,
            Self::Array => expected::LIST,
            Self::Object => expected::OBJECT,
        }
    }
}

/// Where and why a text is no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Broken {
    /// The byte that does not fit; the text's length where it is cut short.
    pub(crate) at: usize,
    /// What should stand there.
    pub(crate) expected: Phrase,
}

/// A place in a JSON text, and what follows.
#[derive(Clone, Debug)]
pub(crate) struct Scanner<'t> {
    text: &'t str,
    /// The next byte.
    pub(crate) at: usize,
}

impl<'t> Scanner<'t> {
    pub(crate) const fn new(text: &'t str, at: usize) -> Self {
        Self { text, at }
    }

    pub(crate) fn text(&self) -> &'t str {
        self.text
    }

    fn bytes(&self) -> &'t [u8] {
        self.text.as_bytes()
    }

    /// The next byte behind blanks.
    pub(crate) fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.bytes().get(self.at) {
            self.at += 1;
        }
        self.bytes().get(self.at).copied()
    }

    /// Goes behind `byte` if it is next.
    pub(crate) fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    /// Goes behind `byte`, or says that it should stand here.
    pub(crate) fn expect(&mut self, byte: u8, expected: Phrase) -> Result<(), Broken> {
        if self.take(byte) {
            Ok(())
        } else {
            Err(self.broken(expected))
        }
    }

    pub(crate) const fn broken(&self, expected: Phrase) -> Broken {
        let at = self.at;
        Broken { at, expected }
    }

    /// Goes behind the next value, which stands at `level`.
    pub(crate) fn value(&mut self, level: u32) -> Result<Value, Broken> {
        let next = self.peek();
        let start = self.at;
        let kind = match next {
            Some(b'"') => self.string()?,
            Some(b'{') => {
                self.members(level, |scanner, _| scanner.value(level + 1).map(drop))?;
                Kind::Object
            }
            Some(b'[') => {
                self.elements(level, |scanner| scanner.value(level + 1).map(drop))?;
                Kind::Array
            }
            Some(b't') => self.word("true", Kind::Bool)?,
            Some(b'f') => self.word("false", Kind::Bool)?,
            Some(b'n') => self.word("null", Kind::Null)?,
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => return Err(self.broken(expected::VALUE)),
        };
        let end = self.at;
        Ok(Value { start, end, kind })
    }

    /// Goes through an object; `each` gets the key and goes behind the value.
    pub(crate) fn members(
        &mut self,
        level: u32,
        mut each: impl FnMut(&mut Self, Value) -> Result<(), Broken>,
    ) -> Result<(), Broken> {
        self.open(b'{', level)?;
        if self.take(b'}') {
            return Ok(());
        }
        loop {
            if self.peek() != Some(b'"') {
                return Err(self.broken(expected::QUOTED_KEY));
            }
            let start = self.at;
            let kind = self.string()?;
            let end = self.at;
            self.expect(b':', expected::COLON)?;
            self.peek();
            each(self, Value { start, end, kind })?;
            if !self.take(b',') {
                return self.expect(b'}', expected::COMMA_OR_BRACE);
            }
        }
    }

    /// Goes through an array; `each` goes behind one element.
    pub(crate) fn elements(
        &mut self,
        level: u32,
        mut each: impl FnMut(&mut Self) -> Result<(), Broken>,
    ) -> Result<(), Broken> {
        self.open(b'[', level)?;
        if self.take(b']') {
            return Ok(());
        }
        loop {
            each(self)?;
            if !self.take(b',') {
                return self.expect(b']', expected::COMMA_OR_BRACKET);
            }
        }
    }

    fn open(&mut self, byte: u8, level: u32) -> Result<(), Broken> {
        if level > MOST_LEVELS {
            return Err(self.broken(expected::LESS_NESTED));
        }
        self.expect(byte, expected::VALUE)
    }

    fn word(&mut self, word: &str, kind: Kind) -> Result<Kind, Broken> {
        for byte in word.bytes() {
            if self.bytes().get(self.at) != Some(&byte) {
                return Err(self.broken(expected::LITERAL));
            }
            self.at += 1;
        }
        Ok(kind)
    }

    fn number(&mut self) -> Result<Kind, Broken> {
        self.at += usize::from(self.bytes()[self.at] == b'-');
        if self.bytes().get(self.at) == Some(&b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.bytes().get(self.at) == Some(&b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.bytes().get(self.at) {
            self.at += 1;
            self.at += usize::from(matches!(self.bytes().get(self.at), Some(b'+' | b'-')));
            self.digits()?;
        }
        Ok(Kind::Number)
    }

    fn digits(&mut self) -> Result<(), Broken> {
        let start = self.at;
        while self.bytes().get(self.at).is_some_and(u8::is_ascii_digit) {
            self.at += 1;
        }
        if self.at == start {
            return Err(self.broken(expected::DIGIT));
        }
        Ok(())
    }

    /// Goes behind a string whose quotation mark is next. Nothing of it is copied, so that a file
    /// attached in base64 costs no more than looking at it.
    fn string(&mut self) -> Result<Kind, Broken> {
        let start = self.at;
        self.at += 1;
        let mut escaped = false;
        while let Some(&byte) = self.bytes().get(self.at) {
            match byte {
                b'"' => {
                    self.at += 1;
                    return Ok(Kind::Text { escaped });
                }
                b'\\' => {
                    escaped = true;
                    match escape(self.rest()) {
                        Escape::Sound(len) => self.at += len,
                        Escape::Cut => break,
                        Escape::Unsound => {
                            self.at = start;
                            return Err(self.broken(expected::SOUND_ESCAPES));
                        }
                    }
                }
                0..0x20 => return Err(self.broken(expected::NO_CONTROL)),
                _ => self.at += 1,
            }
        }
        self.at = self.bytes().len();
        Err(self.broken(expected::CLOSING_QUOTE))
    }

    /// Goes to the comma behind which the next object of an array seems to begin. Says whether there
    /// is one; if not, the text is at its end.
    pub(crate) fn resync(&mut self) -> bool {
        while let Some(found) = memchr(b'}', self.rest()) {
            self.at += found + 1;
            let mark = self.at;
            let another = self.take(b',') && self.peek() == Some(b'{');
            self.at = mark;
            if another {
                return true;
            }
        }
        self.at = self.bytes().len();
        false
    }

    fn rest(&self) -> &'t [u8] {
        self.bytes().get(self.at..).unwrap_or_default()
    }
}

/// What begins with a backslash in a string.
enum Escape {
    /// An escape of so many bytes that stands for a character.
    Sound(usize),
    /// One that the text ends in.
    Cut,
    /// One that stands for nothing, such as half a surrogate pair.
    Unsound,
}

fn escape(bytes: &[u8]) -> Escape {
    match bytes.get(1) {
        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Escape::Sound(2),
        Some(b'u') => match (unit(bytes), bytes.get(6..)) {
            (Some(0xD800..0xDC00), Some(low)) => match unit(low) {
                Some(0xDC00..0xE000) => Escape::Sound(12),
                _ => Escape::Unsound,
            },
            (Some(0xD800..0xE000) | None, _) => Escape::Unsound,
            (Some(_), _) => Escape::Sound(6),
        },
        Some(_) => Escape::Unsound,
        None => Escape::Cut,
    }
}

/// The code unit of an escape such as `\u00e9`.
fn unit(bytes: &[u8]) -> Option<u16> {
    let digits = bytes.strip_prefix(b"\\u")?.get(..4)?;
    digits.iter().try_fold(0, |unit, &digit| {
        let value = char::from(digit).to_digit(16)?;
        Some(unit << 4 | u16::try_from(value).ok()?)
    })
}

/// What a string says, and where each of its pieces is written.
#[derive(Clone, Debug)]
pub(crate) struct Said<'t> {
    /// Without quotation marks and escapes.
    pub(crate) text: Cow<'t, str>,
    /// Where the string's content begins.
    start: usize,
    /// Behind each escape: where that is in what is said, and where it is written.
    jumps: Vec<(usize, usize)>,
}

impl<'t> Said<'t> {
    /// What the string `value` of `text` says. A value that is no string says nothing.
    pub(crate) fn of(text: &'t str, value: Value) -> Self {
        let Kind::Text { escaped } = value.kind else {
            return Self {
                text: Cow::Borrowed(""),
                start: value.start,
                jumps: Vec::new(),
            };
        };
        let start = value.start + 1;
        let raw = text.get(start..value.end - 1).unwrap_or_default();
        let mut said = Self {
            text: Cow::Borrowed(raw),
            start,
            jumps: Vec::new(),
        };
        if escaped {
            said.undo(raw);
        }
        said
    }

    fn undo(&mut self, raw: &str) {
        let mut out = String::with_capacity(raw.len());
        let mut at = 0;
        while let Some(found) = memchr(b'\\', raw.as_bytes().get(at..).unwrap_or_default()) {
            let mark = at + found;
            out.push_str(&raw[at..mark]);
            let Escape::Sound(len) = escape(&raw.as_bytes()[mark..]) else {
                break;
            };
            at = mark + len;
            out.push(character(&raw[mark..at]));
            self.jumps.push((out.len(), self.start + at));
        }
        out.push_str(&raw[at..]);
        self.text = Cow::Owned(out);
    }

    /// Where the piece from `start` to `end` of what is said is written.
    pub(crate) fn written(&self, start: usize, end: usize) -> Span {
        Span::of(self.place(start), self.place(end))
    }

    /// Where the byte at `at` of what is said is written; an escape's place is its end, which is where
    /// what follows it begins.
    fn place(&self, at: usize) -> usize {
        let behind = self.jumps.partition_point(|&(said, _)| said <= at);
        match behind.checked_sub(1) {
            Some(last) => self.jumps[last].1 + (at - self.jumps[last].0),
            None => self.start + at,
        }
    }
}

/// The character that a sound escape stands for.
fn character(escape: &str) -> char {
    match escape.as_bytes()[1] {
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => {
            let bytes = escape.as_bytes();
            let units = [unit(bytes), bytes.get(6..).and_then(unit)];
            let mut decoded = char::decode_utf16(units.into_iter().flatten());
            decoded
                .next()
                .and_then(Result::ok)
                .unwrap_or(char::REPLACEMENT_CHARACTER)
        }
        other => char::from(other),
    }
}

/// What a string says, given as it is written in sound JSON; `None` where something else is.
pub(crate) fn said(written: &str) -> Option<Cow<'_, str>> {
    let inside = written.strip_prefix('"')?.strip_suffix('"')?;
    Some(if inside.contains('\\') {
        Cow::Owned(unescaped(inside))
    } else {
        Cow::Borrowed(inside)
    })
}

/// The texts of an array that holds nothing else; `None` where something else is written.
pub(crate) fn texts(written: &str) -> Option<Vec<String>> {
    let mut scanner = Scanner::new(written, 0);
    let mut texts = Vec::new();
    let read = scanner.elements(1, |scanner| {
        let text = scanner.value(2)?.written(written);
        let text = said(text).ok_or(scanner.broken(expected::VALUE))?;
        texts.push(text.into_owned());
        Ok(())
    });
    (read.is_ok() && scanner.peek().is_none()).then_some(texts)
}

/// A string's content between other pieces, unescaped; its escapes are sound.
pub(crate) fn unescaped(raw: &str) -> String {
    let mut said = Said {
        text: Cow::Borrowed(""),
        start: 0,
        jumps: Vec::new(),
    };
    said.undo(raw);
    said.text.into_owned()
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use proptest::prelude::*;
    use serde::de::IgnoredAny;

    use super::*;

    #[test]
    fn only_a_string_says_something() {
        for (written, says) in [
            (r#""a""#, Some("a")),
            (r#""""#, Some("")),
            (r#""\"""#, Some("\"")),
            (r#""\u0022a\\""#, Some("\"a\\")),
            ("a", None),
            ("7", None),
            ("null", None),
            (r#"["a"]"#, None),
            (r#"""#, None),
            ("", None),
        ] {
            assert_eq!(said(written).as_deref(), says, "{written}");
        }
    }

    /// Whether a text is one JSON value and nothing else.
    fn is_json(text: &str) -> bool {
        let mut scanner = Scanner::new(text, 0);
        scanner.value(1).is_ok() && scanner.peek().is_none()
    }

    /// The same by a reader that is not ours. Reading as a value, not as nothing, so that it looks
    /// into strings.
    fn oracle(text: &str) -> bool {
        let is_json = serde_json::from_str::<IgnoredAny>(text).is_ok();
        let only_a_number_is_too_large = is_json
            && serde_json::from_str::<serde_json::Value>(text)
                .is_err_and(|error| error.to_string().contains("out of range"));
        is_json
            && (only_a_number_is_too_large
                || serde_json::from_str::<serde_json::Value>(text).is_ok())
    }

    #[test]
    fn what_is_json_and_what_is_not() {
        let table = [
            (r#"{"a":[1,-0.5e+3,true,false,null,"\u00e9\n"]}"#, true),
            (" [ ] ", true),
            ("[1,]", false),
            ("{'a':1}", false),
            ("{a:1}", false),
            ("[01]", false),
            ("[1.]", false),
            ("\"a\nb\"", false),
            (r#""\x""#, false),
            (r#""\ud800""#, false),
            ("[1 2]", false),
            ("tru", false),
            ("", false),
        ];
        for (text, expected) in table {
            assert_eq!(is_json(text), expected, "{text}");
            assert_eq!(oracle(text), expected, "{text} by serde_json");
        }
    }

    #[test]
    fn it_goes_down_so_many_levels_and_no_further() {
        let nested = |levels: u32| {
            let levels = levels as usize;
            "[".repeat(levels) + &"]".repeat(levels)
        };
        assert!(is_json(&nested(MOST_LEVELS)));
        assert!(!is_json(&nested(MOST_LEVELS + 1)));
        assert!(!is_json(&"[".repeat(1_000_000)));
        assert!(!is_json(&"{\"a\":".repeat(1_000_000)));
    }

    #[test]
    #[allow(
        clippy::disallowed_methods,
        reason = "a test reads the files that it is given"
    )]
    fn the_test_suite_of_others_agrees() {
        let corpus = std::env::var_os("IOCULATE_CORPUS");
        let folder = corpus.map(|corpus| Path::new(&corpus).join("json-test-suite"));
        let Some(files) = folder.and_then(|folder| fs::read_dir(folder).ok()) else {
            println!("skipped: IOCULATE_CORPUS names no folder with json-test-suite");
            return;
        };
        for file in files.flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            let bytes = fs::read(file.path()).unwrap_or_default();
            let Ok(text) = String::from_utf8(bytes) else {
                continue;
            };
            let is_deep = text.len() > 50_000;
            match name.as_bytes() {
                [b'y', ..] => assert!(is_json(&text), "{name}"),
                [b'n', ..] => assert!(!is_json(&text), "{name}"),
                _ if is_deep => {}
                _ => assert_eq!(is_json(&text), oracle(&text), "{name}"),
            }
        }
    }

    fn tree() -> impl Strategy<Value = serde_json::Value> {
        let leaf = prop_oneof![
            Just(serde_json::Value::Null),
            any::<bool>().prop_map(Into::into),
            any::<i32>().prop_map(Into::into),
            any::<String>().prop_map(Into::into),
        ];
        leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Into::into),
                proptest::collection::vec((any::<String>(), inner), 0..4)
                    .prop_map(|members| members.into_iter().collect()),
            ]
        })
    }

    #[test]
    fn an_array_of_texts_holds_nothing_else() {
        let table = [
            (r#"["a,b", "\u00e9"]"#, Some(vec!["a,b", "\u{e9}"])),
            (" [ ] ", Some(Vec::new())),
            (r#"["a"] b"#, None),
            (r#"["a", 1]"#, None),
            (r#"["a",]"#, None),
            ("a,b", None),
            ("", None),
        ];
        for (written, expected) in table {
            let expected = expected.map(|it| it.into_iter().map(str::to_owned).collect());
            assert_eq!(texts(written), expected, "{written}");
        }
    }

    proptest! {
        #[test]
        fn every_tree_is_read(value in tree()) {
            prop_assert!(is_json(&value.to_string()));
            let spread = format!("{value:#}");
            prop_assert!(is_json(&spread));
        }

        #[test]
        fn arrays_of_texts_are_read_as_serde_json_reads_them(
            written in "\\[?[\"\\\\,\\[\\]{}a1u0dcf8 \\n\u{a0}]{0,14}\\]?"
        ) {
            prop_assert_eq!(texts(&written), serde_json::from_str(&written).ok());
        }

        #[test]
        fn scraps_read_as_serde_json_reads_them(text in r#"[\[\]{}",:1e.\-tn\\u0 a]{0,12}"#) {
            prop_assert_eq!(is_json(&text), oracle(&text));
        }

        #[test]
        fn a_cut_tree_breaks_at_its_end(value in tree(), share in 0_usize..1_000) {
            let text = format!("[{value}]");
            let wanted = (text.len() - 1) * share / 1_000;
            let cut = &text[..text.floor_char_boundary(wanted)];
            let mut scanner = Scanner::new(cut, 0);
            let broken = scanner.value(1).expect_err("the closing bracket is missing");
            prop_assert!(broken.at <= cut.len());
        }
    }
}
