//! Messages: which one it is and what it is given, as data; and what that comes to in a language.
//!
//! The messages of a language are lines, each with a number that is the same in every language. The core
//! gives a [`Phrase`] or a [`Said`], and has the lines of its own messages in [`English`] alone, for
//! what it writes into files. Whoever shows them in another language has lines of that one, of which
//! there are [`COUNT`], from the same folder of messages as the core's build.
//!
//! A line is a pattern. A text in it stands for itself. [`ARGUMENT`] and a digit stand for an argument
//! by its number. A choice is [`CHOICE`] and the digit of what it is made by; then come its ways, each a
//! key, [`WAY`], a pattern and [`END`]; then [`END`] once more. Of the ways the last one is taken where
//! no key fits.

use std::{borrow::Cow, fmt};

use made::{
    LINES,
    marks::{ARGUMENT, CHOICE, END, WAY},
};

/// The core's messages, a module for each file of them.
#[expect(
    clippy::doc_markdown,
    reason = "what is said of a message is written for translators"
)]
pub(crate) mod made {
    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

/// The core's messages in English, in the order of their numbers.
#[must_use]
pub fn english() -> &'static [&'static str] {
    &LINES
}

/// What readers expected, in English: they bring along nothing else.
static EXPECTED: [&str; HOW_MANY_EXPECTED] = {
    let mut lines = [""; HOW_MANY_EXPECTED];
    let mut at = 0;
    while at < lines.len() {
        lines[at] = LINES[made::expected::ALL.start as usize + at];
        at += 1;
    }
    lines
};

const HOW_MANY_EXPECTED: usize = (made::expected::ALL.end - made::expected::ALL.start) as usize;

/// How many messages the core has.
pub const COUNT: usize = LINES.len();

/// What a message is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// A count: written with thousands marked, and what forms of a plural go by.
    Number(u64),
    /// A text, as it is.
    Text(Cow<'a, str>),
    /// A message of the core's that takes nothing.
    Phrase(Phrase),
    /// What is no text, such as markup: it is told by its number.
    Other,
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<Phrase> for Arg<'_> {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(phrase)
    }
}

/// A piece of what a message comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'p> {
    /// A text.
    Text(&'p str),
    /// The argument of this number, which is [`Arg::Other`].
    Other(usize),
}

/// A language that messages are told in.
pub trait Speech {
    /// The core's message of a number below [`COUNT`].
    fn line(&self, number: usize) -> &str;

    /// A count with its thousands marked.
    fn number(&self, count: u64) -> String;

    /// The form of a plural that a count takes, as CLDR names it: `one`, `other` and their like.
    fn plural(&self, count: u64) -> Cow<'static, str>;
}

/// English.
#[derive(Clone, Copy, Debug)]
pub struct English;

impl Speech for English {
    fn line(&self, number: usize) -> &str {
        LINES.get(number).copied().unwrap_or_default()
    }

    fn number(&self, count: u64) -> String {
        let digits = count.to_string();
        let mut text = String::with_capacity(digits.len() + digits.len() / 3);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        text
    }

    fn plural(&self, count: u64) -> Cow<'static, str> {
        if count == 1 { "one" } else { "other" }.into()
    }
}

/// A message of the core's that takes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase(u16);

impl Phrase {
    pub(crate) const fn new(number: u16) -> Self {
        Self(number)
    }

    /// Its number among the core's messages, below [`COUNT`].
    #[must_use]
    pub const fn number(self) -> usize {
        self.0 as usize
    }

    /// The one that is a text in English, in whatever place: what crosses as English text is known again.
    #[must_use]
    pub fn of_english(text: &str) -> Option<Self> {
        let at = LINES.iter().position(|line| *line == text)?;
        u16::try_from(at).ok().map(Self)
    }

    /// What it is in English. Of one that is not known before the program runs, all of them are brought
    /// along: whoever waits for a part of the program waits for them as well.
    #[must_use]
    pub const fn english(self) -> &'static str {
        LINES[self.number()]
    }

    /// The same of one that says what a reader expected; nothing for another.
    pub(crate) fn expected(self) -> &'static str {
        let at = self.0.checked_sub(made::expected::ALL.start);
        let line = at.and_then(|at| EXPECTED.get(usize::from(at)));
        line.copied().unwrap_or_default()
    }
}

/// A message of the core's, and what it is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said<'a> {
    number: u16,
    args: Vec<Arg<'a>>,
}

impl<'a> Said<'a> {
    /// One function for each number of arguments: there are many messages.
    #[inline(never)]
    pub(crate) fn new<const N: usize>(number: u16, args: [Arg<'a>; N]) -> Self {
        let args = Vec::from(args);
        Self { number, args }
    }

    /// Its text in a language.
    #[must_use]
    pub fn tell(&self, speech: &dyn Speech) -> String {
        let mut said = String::new();
        tell(
            speech.line(self.number.into()),
            &self.args,
            speech,
            &mut |piece| {
                if let Piece::Text(text) = piece {
                    said.push_str(text);
                }
            },
        );
        said
    }
}

impl From<Phrase> for Said<'_> {
    fn from(phrase: Phrase) -> Self {
        Self {
            number: phrase.0,
            args: Vec::new(),
        }
    }
}

/// In English.
impl fmt::Display for Said<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.tell(&English))
    }
}

/// Tells the pieces of a pattern with its arguments in a language, one after the other.
pub fn tell(pattern: &str, args: &[Arg<'_>], speech: &dyn Speech, tell: &mut dyn FnMut(Piece<'_>)) {
    let mut rest = pattern;
    while let Some(at) = rest.find([ARGUMENT, CHOICE, END]) {
        if at > 0 {
            tell(Piece::Text(&rest[..at]));
        }
        let mut after = rest[at..].chars();
        let mark = after.next();
        if mark == Some(END) {
            return;
        }
        let number = after.next().and_then(|digit| digit.to_digit(10));
        let number = number.map_or(args.len(), |number| number as usize);
        let arg = args.get(number);
        rest = after.as_str();
        match (mark, arg) {
            (Some(CHOICE), arg) => {
                let (way, behind) = choose(rest, arg, speech);
                self::tell(way, args, speech, tell);
                rest = behind;
            }
            (_, Some(Arg::Number(count))) => tell(Piece::Text(&speech.number(*count))),
            (_, Some(Arg::Text(text))) => tell(Piece::Text(text)),
            (_, Some(Arg::Phrase(phrase))) => tell(Piece::Text(speech.line(phrase.number()))),
            (_, Some(Arg::Other)) => tell(Piece::Other(number)),
            (_, None) => {}
        }
    }
    if !rest.is_empty() {
        tell(Piece::Text(rest));
    }
}

/// The way of a choice whose key its argument has, or the last one; and what stands behind the choice.
fn choose<'p>(ways: &'p str, arg: Option<&Arg<'_>>, speech: &dyn Speech) -> (&'p str, &'p str) {
    let (mut rest, mut chosen) = (ways, None);
    loop {
        if let Some(behind) = rest.strip_prefix(END) {
            return (chosen.unwrap_or_default(), behind);
        }
        let Some((key, way)) = rest.split_once(WAY) else {
            return (chosen.unwrap_or_default(), "");
        };
        rest = behind(way);
        let is_last = rest.starts_with(END);
        if chosen.is_none() && (is_last || arg.is_some_and(|arg| has_key(arg, key, speech))) {
            chosen = Some(way);
        }
    }
}

/// What stands behind the [`END`] of a way, past the choices in it.
fn behind(way: &str) -> &str {
    let mut depth = 0_u32;
    for (at, mark) in way.match_indices([CHOICE, WAY, END]) {
        match (mark.chars().next(), depth) {
            (Some(END), 0) => return &way[at + mark.len()..],
            (Some(END), _) => depth -= 1,
            _ => depth += 1,
        }
    }
    ""
}

fn has_key(arg: &Arg<'_>, key: &str, speech: &dyn Speech) -> bool {
    match arg {
        Arg::Number(count) => key == speech.plural(*count) || key.parse() == Ok(*count),
        Arg::Text(text) => text == key,
        Arg::Phrase(_) | Arg::Other => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(pattern: &str, args: &[Arg<'_>]) -> String {
        let mut told = String::new();
        tell(pattern, args, &English, &mut |piece| match piece {
            Piece::Text(text) => told.push_str(text),
            Piece::Other(number) => told.extend(["#", &number.to_string()]),
        });
        told
    }

    #[test]
    fn arguments_stand_where_the_pattern_has_them() {
        let rows =
            "\u{2}00\u{3}none\u{4}one\u{3}\u{1}0 row\u{4}other\u{3}\u{1}0 rows\u{4}\u{4} left";
        let nested =
            "\u{2}0a\u{3}A\u{2}1one\u{3}1\u{4}other\u{3}n\u{4}\u{4}!\u{4}b\u{3}B\u{4}\u{4}.";
        let last_nested =
            "\u{2}0a\u{3}A\u{4}b\u{3}B\u{2}1one\u{3}1\u{4}other\u{3}n\u{4}\u{4}\u{4}\u{4}.";
        for (pattern, args, expected) in [
            ("Paused", &[][..], "Paused"),
            ("at \u{1}0", &["14:06".into()], "at 14:06"),
            (
                "\u{1}1 of \u{1}0",
                &[Arg::Other, Arg::Number(1_000)],
                "1,000 of #0",
            ),
            (rows, &[Arg::Number(0)], "none left"),
            (rows, &[Arg::Number(1)], "1 row left"),
            (rows, &[Arg::Number(12_000)], "12,000 rows left"),
            (
                rows,
                &[Arg::Number(u64::MAX)],
                "18,446,744,073,709,551,615 rows left",
            ),
            (nested, &["a".into(), Arg::Number(1)], "A1!."),
            (nested, &["a".into(), Arg::Number(2)], "An!."),
            (nested, &["b".into(), Arg::Number(2)], "B."),
            (nested, &["c".into(), Arg::Number(2)], "B."),
            (last_nested, &["a".into(), Arg::Number(1)], "A."),
            (last_nested, &["c".into(), Arg::Number(1)], "B1."),
            // An argument is never read as a pattern.
            ("\u{1}0!", &["\u{1}0\u{2}\u{4}".into()], "\u{1}0\u{2}\u{4}!"),
            // What is cut short or numbers too much is left out.
            ("a\u{1}", &[], "a"),
            ("a\u{1}7b", &[], "ab"),
            ("a\u{2}0one\u{3}b", &[Arg::Number(1)], "ab"),
        ] {
            assert_eq!(told(pattern, args), expected, "{pattern:?}");
        }
    }

    #[test]
    fn a_phrase_is_in_the_language_that_is_spoken() {
        struct Loud;
        impl Speech for Loud {
            fn line(&self, number: usize) -> &str {
                if number == 0 { "LOUD" } else { "(\u{1}0)" }
            }
            fn number(&self, count: u64) -> String {
                English.number(count)
            }
            fn plural(&self, count: u64) -> Cow<'static, str> {
                English.plural(count)
            }
        }
        let said = Said::new(1, [Phrase::new(0).into()]);
        assert_eq!(said.tell(&Loud), "(LOUD)");
    }

    #[test]
    fn a_phrase_is_known_again_by_its_english() {
        let phrase = made::trouble::NO_ANSWER;
        assert_eq!(phrase.english(), "No answer came.");
        assert_eq!(Phrase::of_english("No answer came."), Some(phrase));
        assert_eq!(Phrase::of_english("No answer came"), None);
        assert_eq!(Said::from(phrase).to_string(), phrase.english());
    }
}
