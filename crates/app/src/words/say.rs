//! Messages as the user reads them.
//!
//! The messages of a language are the lines of one text: the page's own, in the order in which the
//! functions of the generated modules number them, then the core's. A line and its arguments go in; text
//! or markup comes out. How a line says where arguments go is written down in the core's `message`.

use std::{
    borrow::Cow,
    cell::{Cell, RefCell},
};

use ioculate_core::{
    diagnostic::{Diagnostic, Finding},
    message::{self, Phrase, Piece, Speech},
};
use yew::{Html, html};

use super::message::COUNT;
use crate::{figures, language::Language};

/// What a message is given.
#[derive(Clone, Debug)]
pub enum Arg<'a> {
    /// A count: written with thousands marked, and what forms of a plural go by.
    Number(u64),
    /// A text, as it is.
    Text(&'a str),
    /// Markup, such as a value that is never translated.
    Html(Html),
}

/// The messages of one language.
#[derive(Clone, Copy)]
struct Table {
    language: Language,
    lines: &'static [&'static str],
    core: &'static [&'static str],
}

/// What the page's first screen says before anything else is fetched.
const FIRST: &str = include_str!(concat!(env!("OUT_DIR"), "/first.txt"));

thread_local! {
    /// The languages whose messages are there, English first.
    static LEARNT: RefCell<Vec<Table>> = RefCell::new(vec![if cfg!(split) { first_words() } else { english() }]);
    /// The place there of the one that is spoken.
    static SPOKEN: Cell<usize> = const { Cell::new(0) };
}

/// How many messages the page has of its own.
#[must_use]
pub const fn count() -> usize {
    COUNT
}

/// How many of them the first screen speaks by; they stand first.
#[must_use]
pub fn first() -> usize {
    FIRST.lines().count()
}

/// English as far as the first screen needs it.
fn first_words() -> Table {
    Table {
        language: Language::English,
        lines: Vec::leak(FIRST.lines().collect()),
        core: &[],
    }
}

/// All of English.
fn english() -> Table {
    let rest = include_str!(concat!(env!("OUT_DIR"), "/rest.txt"));
    Table {
        language: Language::English,
        lines: Vec::leak(FIRST.lines().chain(rest.lines()).collect()),
        core: message::english(),
    }
}

/// Has the page know all of English. It is called by what comes after the first screen, with which the
/// texts come.
pub fn learn_english() {
    LEARNT.with_borrow_mut(|all| {
        if let Some(known) = all.first_mut() {
            *known = english();
        }
    });
}

impl Table {
    fn new(language: Language, text: &'static str) -> Self {
        let lines: &[&str] = Vec::leak(text.lines().collect());
        let (lines, core) = lines.split_at(COUNT.min(lines.len()));
        Self {
            language,
            lines,
            core,
        }
    }

    fn phrase(self, phrase: Phrase) -> &'static str {
        self.core.get(phrase.number()).copied().unwrap_or_default()
    }
}

/// The language that is spoken, as the numbers and plurals of [`figures`] are.
impl Speech for Table {
    fn line(&self, number: usize) -> &str {
        self.core.get(number).copied().unwrap_or_default()
    }

    fn number(&self, count: u64) -> String {
        figures::large(count)
    }

    fn plural(&self, count: u64) -> Cow<'static, str> {
        figures::plural(count).into()
    }
}

fn place(language: Language) -> Option<usize> {
    LEARNT.with_borrow(|all| all.iter().position(|table| table.language == language))
}

fn table() -> Option<Table> {
    LEARNT.with_borrow(|all| all.get(SPOKEN.get()).copied())
}

/// The language in which the page speaks.
#[must_use]
pub fn spoken() -> Language {
    table().map_or(Language::English, |table| table.language)
}

/// Whether the messages of a language are there.
#[must_use]
pub fn knows(language: Language) -> bool {
    place(language).is_some()
}

/// Takes the messages of a language in; they are kept until the page is closed. Gives whether they are
/// as many as the page has.
#[must_use]
pub fn learn(language: Language, text: String) -> bool {
    let fits = text.lines().count() == COUNT + message::COUNT;
    if fits && !knows(language) {
        let table = Table::new(language, String::leak(text));
        LEARNT.with_borrow_mut(|all| all.push(table));
    }
    fits
}

/// Has the page speak a language. Gives whether it does: not without its messages.
#[must_use]
pub fn speak(language: Language) -> bool {
    let place = place(language);
    if let Some(place) = place {
        SPOKEN.set(place);
    }
    place.is_some()
}

/// A message that takes nothing.
#[must_use]
pub fn text(number: usize) -> &'static str {
    let line = table().and_then(|table| table.lines.get(number).copied());
    line.unwrap_or_default()
}

/// A message with its arguments as text.
#[must_use]
pub fn filled(number: usize, args: &[Arg<'_>]) -> String {
    let mut said = String::new();
    each(number, args, &mut |piece| {
        if let Piece::Text(text) = piece {
            said.push_str(text);
        }
    });
    said
}

/// A message with markup among its arguments.
pub fn html(number: usize, args: &[Arg<'_>]) -> Html {
    let mut said: Vec<Html> = Vec::new();
    each(number, args, &mut |piece| match piece {
        Piece::Text(text) => said.push(html! { { text.to_owned() } }),
        Piece::Other(number) => {
            if let Some(Arg::Html(html)) = args.get(number) {
                said.push(html.clone());
            }
        }
    });
    said.into_iter().collect()
}

fn each(number: usize, args: &[Arg<'_>], tell: &mut dyn FnMut(Piece<'_>)) {
    if let Some(table) = table() {
        message::tell(text(number), &given(args), &table, tell);
    }
}

fn given<'a>(args: &'a [Arg<'_>]) -> Vec<message::Arg<'a>> {
    let given = args.iter().map(|arg| match arg {
        Arg::Number(count) => message::Arg::Number(*count),
        Arg::Text(text) => (*text).into(),
        Arg::Html(_) => message::Arg::Other,
    });
    given.collect()
}

/// A message of the core's that takes nothing.
#[must_use]
pub fn phrase(phrase: Phrase) -> &'static str {
    table().map_or("", |table| table.phrase(phrase))
}

/// A text that comes from the core in English, where it is one of its messages; any other as it is, such
/// as what the service said.
#[must_use]
pub fn told(text: &str) -> &str {
    match Phrase::of_english(text) {
        Some(known) => phrase(known),
        None => text,
    }
}

/// What is said of what was found.
#[must_use]
pub fn finding(finding: &Finding) -> String {
    let said = finding.said();
    table().map_or_else(|| said.to_string(), |table| said.tell(&table))
}

/// The same with the place before it.
#[must_use]
pub fn diagnostic(found: &Diagnostic) -> String {
    table().map_or_else(|| found.to_string(), |table| found.tell(&table))
}

/// What was found, in two to four words.
#[must_use]
pub fn title(finding: &Finding) -> &'static str {
    phrase(finding.titled())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_spoken_once_its_messages_are_there() {
        assert!(!speak(Language::German));
        assert!(!learn(Language::German, "Eine\n".to_owned()), "too few");
        assert!(!knows(Language::German));
        assert_eq!(spoken(), Language::English);

        let english = text(0);
        let known = super::english();
        let lines = [known.lines, known.core].concat();
        let german = lines.join("!\n") + "!\n";
        assert!(learn(Language::German, german.clone()));
        assert!(learn(Language::German, german), "no second time");
        assert_eq!(text(0), english, "known, not spoken");
        assert!(speak(Language::German));
        assert_eq!(text(0), format!("{english}!"));
        assert!(speak(Language::English));
        assert_eq!(text(0), english);
    }

    #[test]
    fn markup_stands_where_the_pattern_has_it() {
        let args = [Arg::Html(html! { <b>{ "x" }</b> }), Arg::Number(1_000)];
        let mut pieces = Vec::new();
        message::tell(
            "\u{1}1 of \u{1}0",
            &given(&args),
            &first_words(),
            &mut |piece| {
                pieces.push(format!("{piece:?}"));
            },
        );
        let expected = [r#"Text("1,000")"#, r#"Text(" of ")"#, "Other(0)"];
        assert_eq!(pieces, expected);
    }

    #[test]
    fn what_was_found_is_told_in_the_language_that_is_spoken() {
        use ioculate_core::diagnostic::Place;

        let german = include_str!(concat!(env!("OUT_DIR"), "/de.txt"));
        let too_large = Finding::TooLarge {
            bytes: 300_000_000,
            most: 200_000_000,
        };
        let found = Diagnostic::new(too_large, Place::line(1_200));
        let told_now = || {
            let (title, text) = (title(&found.finding), diagnostic(&found));
            [title, &text, told("No answer came."), told("Bad luck.")].map(ToOwned::to_owned)
        };
        let english = [
            "File too large",
            "Line 1200: The file has 300,000,000 bytes; at most 200,000,000 are read. Split it.",
            "No answer came.",
            "Bad luck.",
        ];
        assert_eq!(told_now(), english);
        assert!(learn(Language::German, german.to_owned()));
        assert!(speak(Language::German));
        let in_german = [
            "Datei zu groß",
            "Zeile 1200: Die Datei hat 300,000,000 Bytes; höchstens 200,000,000 werden gelesen. \
             Teilen Sie sie auf.",
            "Es kam keine Antwort.",
            "Bad luck.",
        ];
        assert_eq!(told_now(), in_german);
    }
}
