//! `OpenIOC` 1.0 and 1.1, in XML.
//!
//! Each `IndicatorItem` gives one record: its `Context` says what its `Content` is. A value that is
//! compared by anything else than `is` fits other values too, and one with `negate` must not be
//! there. Items under one AND are asked for together: those of one file are one file, others are
//! taken with a warning. The document's `short_description` is the title.

mod xml;

use crate::{
    change::{Field, Fields},
    diagnostic::{Diagnostic, Finding, Looks, Place, excerpt},
    message::made::expected,
};

use super::{
    lines::Lines,
    records::{Cell, Intake, Span, Written},
};

pub(crate) use xml::unescaped;
use xml::{Piece, Pieces, attribute};

/// The deepest nesting of `Indicator` elements that is read.
const MOST_LEVELS: usize = 64;

/// Whether a text is an `OpenIOC` document: XML whose first element is `ioc` or `OpenIOC`.
pub(super) fn looks_like(text: &str) -> bool {
    if !text.trim_start().starts_with('<') {
        return false;
    }
    let mut pieces = Pieces::new(text);
    while let Ok(Some(piece)) = pieces.next() {
        if let Piece::Open { name, .. } = piece {
            return matches!(name, "ioc" | "OpenIOC" | "iocs");
        }
    }
    false
}

/// Reads an `OpenIOC` document.
pub(super) fn read(text: &str, intake: &mut Intake<'_>) {
    let mut document = Document {
        text,
        lines: Lines::new(text),
        pieces: Pieces::new(text),
        title: None,
        description: None,
        levels: Vec::new(),
        items: Vec::new(),
    };
    let broken = document.walk();
    let count = document.items.len();
    document.records(intake);
    if let Some(broken) = broken {
        let (line, column) = document.lines.place(broken.at);
        let finding = Finding::XmlBroken {
            line,
            column,
            expected: broken.expected.expected().to_owned(),
        };
        intake.say(finding, Place::line(line));
    } else if count == 0 {
        intake.say(Finding::XmlNotIndicators, Place::FILE);
    }
}

/// A document on its way to records.
struct Document<'t> {
    text: &'t str,
    lines: Lines<'t>,
    pieces: Pieces<'t>,
    title: Option<Cell>,
    description: Option<Cell>,
    /// The `Indicator` elements that are open.
    levels: Vec<Level>,
    items: Vec<Item<'t>>,
}

/// An `Indicator` element.
#[derive(Clone, Debug)]
struct Level {
    is_all: bool,
    /// The first item of each of its operands.
    parts: Vec<usize>,
}

/// An `IndicatorItem` element.
#[derive(Clone, Copy, Debug)]
struct Item<'t> {
    start: usize,
    end: usize,
    /// What its content is, as `FileItem/Md5sum`.
    search: &'t str,
    content: Option<(Span, Written)>,
    condition: &'t str,
    negate: bool,
    /// Another item that it is asked for with.
    partner: Option<usize>,
    /// A port that it is asked for with.
    port: Option<usize>,
    /// Where the AND of one file that holds it begins, counted from 1; 0 where none does.
    file: usize,
}

/// What a content is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Subject {
    /// An address, domain or URL.
    Network,
    /// A hash of a file.
    Hash,
    /// A port.
    Port,
    /// A rule in a language of its own.
    Rule,
    /// Something else.
    Other(Looks),
}

impl Item<'_> {
    /// What `search` says, by the last step of its path.
    fn subject(&self) -> Subject {
        let path = self.search.to_ascii_lowercase();
        let last = path.rsplit('/').next().unwrap_or_default();
        let is_part = path.contains("sectionlist") || path.contains("peinfo");
        match last {
            "md5sum" | "sha1sum" | "sha256sum" | "servicedllmd5sum" if !is_part => Subject::Hash,
            "dns" | "uri" | "url" | "host" | "hostname" | "recordname" | "remoteip"
            | "ipv4address" | "ipv6address" | "destination" => Subject::Network,
            "remoteport" | "localport" => Subject::Port,
            "snort" | "yara" => Subject::Rule,
            "filename" => Subject::Other(Looks::FileName),
            "fullpath" | "filepath" | "path" | "servicedll" => Subject::Other(Looks::FilePath),
            _ if path.starts_with("registryitem") => Subject::Other(Looks::RegistryKey),
            _ if path.starts_with("email") => Subject::Other(Looks::Email),
            "name" if path.contains("handle") => Subject::Other(Looks::Mutex),
            _ => Subject::Other(Looks::Unknown),
        }
    }

    /// The kind of thing that it is a property of, such as `FileItem`.
    fn family(&self) -> &str {
        self.search.split('/').next().unwrap_or_default()
    }

    /// Whether what is looked for may stand inside a longer value. Editors write `contains` for
    /// names as a rule, where a domain with its subdomains is meant.
    fn is_part(&self) -> bool {
        self.condition == "contains"
    }

    /// Why its value is not imported; nothing where it is.
    fn reason(&self, subject: Subject) -> Option<Finding> {
        match subject {
            Subject::Other(looks) => Some(Finding::OtherRecord { looks }),
            Subject::Port => Some(Finding::OtherRecord {
                looks: Looks::Unknown,
            }),
            Subject::Rule => Some(Finding::OtherLanguage {
                language: excerpt(self.family()),
            }),
            _ if self.negate || self.condition.ends_with("not") => Some(Finding::PatternNegation),
            Subject::Network if self.is_part() => None,
            _ if !self.condition.is_empty() && self.condition != "is" => {
                Some(Finding::PatternOperator {
                    operator: excerpt(self.condition),
                })
            }
            _ => None,
        }
    }
}

impl<'t> Document<'t> {
    /// Goes through the document; gives what ends it early.
    fn walk(&mut self) -> Option<xml::Broken> {
        let mut item: Option<Item<'t>> = None;
        let mut inside = "";
        loop {
            let piece = match self.pieces.next() {
                Ok(Some(piece)) => piece,
                Ok(None) => return None,
                Err(broken) => return Some(broken),
            };
            match piece {
                Piece::Open { name, empty, .. } => {
                    if let Some(broken) = self.open(piece, &mut item) {
                        return Some(broken);
                    }
                    inside = if empty { "" } else { name };
                    if empty {
                        self.close(name, &mut item);
                    }
                }
                Piece::Text { span, written } => self.text(inside, span, written, &mut item),
                Piece::Close { name } => {
                    self.close(name, &mut item);
                    inside = "";
                }
            }
        }
    }

    fn open(&mut self, piece: Piece<'t>, item: &mut Option<Item<'t>>) -> Option<xml::Broken> {
        let Piece::Open {
            name, attributes, ..
        } = piece
        else {
            return None;
        };
        match name {
            "Indicator" if self.levels.len() >= MOST_LEVELS => {
                let (at, expected) = (self.pieces.at, expected::LESS_NESTED);
                return Some(xml::Broken { at, expected });
            }
            "Indicator" => {
                let is_all = attribute(attributes, "operator").eq_ignore_ascii_case("and");
                let parts = Vec::new();
                self.begin_part();
                self.levels.push(Level { is_all, parts });
            }
            "IndicatorItem" => {
                self.begin_part();
                *item = Some(Item {
                    start: self.text[..self.pieces.at].rfind('<').unwrap_or_default(),
                    end: self.pieces.at,
                    search: "",
                    content: None,
                    condition: attribute(attributes, "condition"),
                    negate: attribute(attributes, "negate").eq_ignore_ascii_case("true"),
                    partner: None,
                    port: None,
                    file: 0,
                });
            }
            "Context" => {
                if let Some(item) = item {
                    item.search = attribute(attributes, "search");
                }
            }
            _ => {}
        }
        None
    }

    /// What begins here is one operand of the `Indicator` around it.
    fn begin_part(&mut self) {
        let count = self.items.len();
        if let Some(level) = self.levels.last_mut() {
            level.parts.push(count);
        }
    }

    fn text(&mut self, inside: &str, span: Span, written: Written, item: &mut Option<Item<'t>>) {
        let cell = |field| Cell {
            span,
            field,
            written,
        };
        match (inside, item) {
            ("Content", Some(item)) => {
                // In several pieces it is no value; all of it is shown.
                item.content = match item.content {
                    None => Some((span, written)),
                    Some((first, _)) => {
                        let end = (span.start + span.len) as usize;
                        Some((Span::of(first.start as usize, end), Written::Plain))
                    }
                };
            }
            ("short_description", None) => {
                self.title.get_or_insert(cell(Field::Title));
            }
            ("description", None) => {
                self.description.get_or_insert(cell(Field::Description));
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str, item: &mut Option<Item<'t>>) {
        match name {
            "IndicatorItem" => {
                if let Some(mut item) = item.take() {
                    item.end = self.pieces.at;
                    self.items.push(item);
                }
            }
            "Indicator" => {
                if let Some(level) = self.levels.pop().filter(|level| level.is_all) {
                    self.join(&level.parts);
                }
            }
            _ => {}
        }
    }

    /// Notes for each item of an AND what it is asked for with. Of a wide AND only what stands near
    /// is looked at, so that it takes linear time.
    fn join(&mut self, parts: &[usize]) {
        const NEAR: usize = 8;
        let end = self.items.len();
        let Some(&start) = parts.first() else { return };
        let is_file = |item: &Item<'_>| item.family() == self.items[start].family();
        if end > start + 1 && self.items[start..].iter().all(is_file) {
            for item in &mut self.items[start..] {
                item.file = start + 1;
            }
        }
        for (nth, &from) in parts.iter().enumerate() {
            let to = parts.get(nth + 1).copied().unwrap_or(end);
            let others = || (start..from).take(NEAR).chain((to..end).take(NEAR));
            for at in from..to {
                let Item { search, .. } = self.items[at];
                let subject = self.items[at].subject();
                let family = search.split('/').next();
                let is_port = |&other: &usize| self.items[other].subject() == Subject::Port;
                let is_apart = |&other: &usize| match subject {
                    Subject::Hash => Some(self.items[other].family()) != family,
                    _ => !is_port(&other),
                };
                let partner = others().find(is_apart);
                let port = others().find(is_port);
                let item = &mut self.items[at];
                item.partner = item.partner.or(partner);
                item.port = item.port.or(port);
            }
        }
    }

    /// Hands over the records, those of one file together.
    fn records(&mut self, intake: &mut Intake<'_>) {
        let mut file = 0;
        for at in 0..self.items.len() {
            if self.items[at].file != file {
                file = self.items[at].file;
                intake.end_group();
                if file > 0 {
                    intake.begin_group();
                }
            }
            self.record(intake, at);
        }
        intake.end_group();
    }

    fn record(&mut self, intake: &mut Intake<'_>, at: usize) {
        let item = self.items[at];
        let subject = item.subject();
        let line = self.lines.line(item.start);
        let span = Span::of(item.start, item.end);
        if let Some((span, written)) = item.content {
            let field = Field::IndicatorValue;
            intake.cell(Cell {
                span,
                field,
                written,
            });
        }
        let noted = |finding| Diagnostic::new(finding, Place::line(line));
        match item.reason(subject) {
            Some(Finding::OtherRecord { looks }) => return intake.ignored(span, line, looks),
            Some(reason) => return intake.pass_over(span, line, noted(reason)),
            None => {}
        }
        let with = |other: usize| {
            let other = self.items[other];
            let content = other
                .content
                .map_or("", |(span, _)| span.in_text(self.text));
            excerpt(&[other.search, " ", content].concat())
        };
        if let Some(partner) = item.partner {
            let with = with(partner);
            intake.note(noted(Finding::PatternConjunction { with }));
        } else if let Some(port) = item.port.filter(|_| subject == Subject::Network) {
            let with = with(port);
            intake.note(noted(Finding::PortLeftOut { with }));
        } else if item.is_part() {
            intake.note(noted(Finding::PatternPart));
        }
        let mut fields = Fields::NONE.with(Field::IndicatorValue);
        for cell in [self.title, self.description].into_iter().flatten() {
            fields = fields.with(cell.field);
            intake.cell(cell);
        }
        intake.record(span, line, fields);
    }
}
