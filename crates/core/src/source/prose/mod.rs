//! Running text: reports, mails, Markdown, `AsciiDoc`, the source of a page, what was pasted.
//!
//! A text goes in, a record for each value in it comes out; the words around are no records. A record
//! shows the line around its value.
//!
//! Hashes and addresses are taken however they are written. In a text that defangs what is malicious,
//! a URL or a domain in plain form is a link for the reader: it is a record that is ignored with its
//! reason, and can be taken in with one choice. Where it stands alone in its line, its list item or
//! its table cell, or beside a defanged value, the user is asked. A text that defangs nothing means
//! what it says, links to the sites that reports point to aside.

mod around;
mod endings;
mod hash;
mod host;
mod mail;
mod marks;
mod mention;
mod run;
mod scan;
mod url;
mod v6;
mod words;

use std::borrow::Cow;

use crate::{
    change::Field,
    check::begins_with_words,
    diagnostic::{Finding, Place},
    indicator::IndicatorType,
    refang::refang,
};

pub use mention::{Doubt, Mention};

use self::scan::{Kind, Match};
use super::{
    csv::line_breaks,
    records::{Cell, Intake, Span, Written},
};

/// How much of a value's line is shown to either side, in bytes.
const SHOWN: usize = 240;

/// Reads a running text.
pub(super) fn read(text: &str, intake: &mut Intake<'_>) {
    let found = scan::all(text);
    if found.is_empty() && !text.trim().is_empty() {
        intake.say(Finding::NothingFound, Place::FILE);
    }
    if let Some((at, is_base64)) = mail::encoded(text) {
        let line = line_breaks(&text.as_bytes()[..at]) + 1;
        intake.say(Finding::MailEncoded { is_base64 }, Place::line(line));
    }
    intake.reserve(found.len(), 1, text.len());
    let mut writer = Writer {
        text,
        is_defanged: found.iter().any(|one| one.is_defanged),
        line: 1,
        at: 0,
        in_group: Vec::new(),
        group_line: 0,
    };
    for (index, one) in found.iter().enumerate() {
        if intake.is_full() {
            return;
        }
        let is_beside = [index.checked_sub(1), Some(index + 1)]
            .into_iter()
            .flatten()
            .filter_map(|index| found.get(index))
            .any(|other| other.is_defanged && is_one_line(text, one, other));
        writer.write(one, is_beside, intake);
    }
    intake.end_group();
}

/// Whether two neighbouring values stand in one line.
fn is_one_line(text: &str, one: &Match, other: &Match) -> bool {
    let (first, second) = if one.start < other.start {
        (one, other)
    } else {
        (other, one)
    };
    let between = text.get(first.end..second.start).unwrap_or_default();
    between.len() < 2 * SHOWN && memchr::memchr2(b'\n', b'\r', between.as_bytes()).is_none()
}

/// Writes records in the order of their values.
struct Writer<'t> {
    text: &'t str,
    /// Whether the text defangs what is malicious.
    is_defanged: bool,
    /// The line of `at`, from 1.
    line: u32,
    at: usize,
    /// The kinds of hashes of the group so far.
    in_group: Vec<Kind>,
    group_line: u32,
}

impl Writer<'_> {
    fn write(&mut self, one: &Match, is_beside: bool, intake: &mut Intake<'_>) {
        self.line += line_breaks(&self.text.as_bytes()[self.at..one.start]);
        self.at = one.start;
        self.group(one, intake);
        intake.cell(Cell {
            span: Span::of(one.start, one.end),
            field: Field::IndicatorValue,
            written: self.written(one),
        });
        let shown = self.shown(one);
        let is_thumbprint = one.kind == Kind::Thumbprint;
        let given_type = is_thumbprint.then_some(IndicatorType::CertificateThumbprint);
        intake.mention(shown, self.line, given_type, self.mention(one, is_beside));
    }

    /// How a value is written: in the source of a page, `&amp;` stands in a URL for `&`.
    fn written(&self, one: &Match) -> Written {
        let value = &self.text[one.start..one.end];
        if matches!(one.kind, Kind::Url { .. }) && value.contains("&amp;") {
            Written::Entities
        } else {
            Written::Plain
        }
    }

    /// Hashes of different kinds in one line are one file's.
    fn group(&mut self, one: &Match, intake: &mut Intake<'_>) {
        let goes_on = self.group_line == self.line && !self.in_group.contains(&one.kind);
        if !matches!(one.kind, Kind::Hash(_)) {
            self.in_group.clear();
            self.group_line = 0;
            intake.end_group();
            return;
        }
        if !goes_on {
            self.in_group.clear();
            intake.begin_group();
        }
        self.in_group.push(one.kind);
        self.group_line = self.line;
    }

    /// The line around a value, as far as it is shown.
    fn shown(&self, one: &Match) -> Span {
        let bytes = self.text.as_bytes();
        let first = self
            .text
            .floor_char_boundary(one.start.saturating_sub(SHOWN));
        let last = self
            .text
            .ceil_char_boundary((one.end + SHOWN).min(bytes.len()));
        let start = memchr::memrchr2(b'\n', b'\r', &bytes[first..one.start]);
        let end = memchr::memchr2(b'\n', b'\r', &bytes[one.end..last]);
        Span::of(
            start.map_or(first, |at| first + at + 1),
            end.map_or(last, |at| one.end + at),
        )
    }

    fn mention(&self, one: &Match, is_beside: bool) -> Mention {
        let is_name = matches!(one.kind, Kind::Domain | Kind::Url { .. });
        if is_name && around::is_spared(self.text, one.start, one.end) {
            return Mention::Unclear(Doubt::FilterRule);
        }
        let Some(doubt) = one.doubt else {
            let is_plain_name = matches!(one.kind, Kind::Domain | Kind::Url { is_address: false });
            return if is_plain_name && !one.is_defanged {
                self.plain(one, is_beside)
            } else {
                Mention::Indicator
            };
        };
        Mention::Unclear(doubt)
    }

    /// What a plain URL or domain is there for.
    fn plain(&self, one: &Match, is_beside: bool) -> Mention {
        let is_link = around::is_link(self.text, one.start, one.end);
        let is_site = words::is_reference_site(host_of(&self.text[one.start..one.end]));
        let is_asked = around::is_alone(self.text, one.start, one.end) || is_beside;
        let is_doubted = match (self.is_defanged, is_site) {
            (true, _) => is_asked && !is_link && !is_site,
            (false, true) => is_asked && !is_link,
            (false, false) => return Mention::Indicator,
        };
        if is_doubted {
            Mention::Unclear(Doubt::Reference)
        } else {
            Mention::Reference
        }
    }
}

/// Whether all commas of a URL in a list belong to it, so far as that can be seen.
pub(crate) fn are_commas_of_url(url: &str) -> bool {
    let mut commas = memchr::memchr_iter(b',', url.as_bytes());
    commas.all(|at| url::is_comma_of_path(url.as_bytes(), at))
}

/// The host of a URL, or a domain.
fn host_of(value: &str) -> &str {
    let rest = value.split_once("://").map_or(value, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

/// Lines that are looked at to tell a running text from a list.
const MOST_LINES: usize = 400;

/// The longest line, in bytes, that could be one value.
const LONGEST_VALUE: usize = 2_048;

/// Words of a line that is a sentence.
const SENTENCE: usize = 6;

/// Whether a text runs in sentences, rows or markup rather than being one value a line: a third of
/// its lines hold more than a value could, or a few do and some are sentences.
pub(super) fn is_prose(text: &str) -> bool {
    let (mut all, mut more, mut sentences) = (0, 0, 0);
    let lines = text.lines().map(str::trim);
    for line in lines
        .filter(|line| !line.is_empty() && !is_comment(line))
        .take(MOST_LINES)
    {
        all += 1;
        more += usize::from(is_more_than_a_value(line));
        sentences += usize::from(line.split_whitespace().nth(SENTENCE).is_some());
    }
    more > 0 && (more * 3 >= all || (sentences >= 3 && more * 20 >= all))
}

fn is_comment(line: &str) -> bool {
    line.starts_with(['#', ';']) || line.starts_with("//")
}

/// Whether a line is not one value, defanged with blanks perhaps, or a URL with a query. A STIX
/// pattern in a list is one thing too.
fn is_more_than_a_value(line: &str) -> bool {
    let bytes = line.as_bytes();
    let comment = memchr::memchr_iter(b'#', bytes).find(|&at| bytes[..at].ends_with(b" "));
    let bare = line[..comment.unwrap_or(line.len())].trim_end();
    let is_marked = |text: &str| text.contains([' ', '\t', '<', '>', '"', '|', '`']);
    if !is_marked(bare) && !bare.contains('=') {
        return false;
    }
    if bare.len() > LONGEST_VALUE || begins_with_words(bare) {
        return true;
    }
    let is_pattern = bare.starts_with('[') && bare.ends_with(']') && bare.contains(":value");
    let value = refang(Cow::Borrowed(bare), &mut Vec::new());
    let is_assigned = value
        .split_once('=')
        .is_some_and(|(name, _)| !name.contains(['/', '?']));
    !is_pattern && (is_assigned || is_marked(&value))
}
