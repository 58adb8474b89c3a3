//! Fluent files: their text goes in; messages with patterns in every language come out.

use std::collections::BTreeSet;

use fluent_syntax::{
    ast::{Entry as Parsed, Expression, InlineExpression, Message, PatternElement, VariantKey},
    parser,
};

use crate::Fault;

/// A message in every language.
pub(crate) struct Entry {
    /// Its name in the files.
    pub(crate) name: String,
    /// What is written above it.
    pub(crate) comment: String,
    /// Its variables, in the order in which the first language has them.
    pub(crate) arguments: Vec<Argument>,
    /// Its pattern in each language.
    pub(crate) patterns: Vec<Vec<Part>>,
}

/// A variable.
pub(crate) struct Argument {
    pub(crate) name: String,
    pub(crate) kind: Kind,
}

/// What a variable is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Number,
    Text,
    Html,
}

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Text(String),
    Argument(String),
    /// The way whose key the argument has, or the last one.
    Choice(String, Vec<(String, Vec<Part>)>),
}

/// A message of one language.
struct Single {
    name: String,
    comment: String,
    pattern: Vec<Part>,
}

/// The most variables of a message.
const MOST: usize = 10;

/// What CLDR calls the forms of a plural.
const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The messages of one file in every language, each a tag and a text; the first one says which there
/// are.
pub(crate) fn entries(
    chapter: &str,
    texts: &[(String, String)],
    faults: &mut Vec<Fault>,
) -> Vec<Entry> {
    let read = texts.iter();
    let read = read.map(|(tag, text)| (tag.as_str(), singles(tag, chapter, text, faults)));
    let mut read = read.collect::<Vec<_>>().into_iter();
    let Some((first, messages)) = read.next() else {
        return Vec::new();
    };
    let mut entries: Vec<Entry> = Vec::new();
    for message in messages {
        if entries.iter().any(|entry| entry.name == message.name) {
            faults.push(Fault::new(
                first,
                chapter,
                &message.name,
                "it is there twice",
            ));
            continue;
        }
        let arguments = arguments(&message);
        if arguments.len() > MOST {
            let what = "it has more variables than a digit can number";
            faults.push(Fault::new(first, chapter, &message.name, what));
        }
        entries.push(Entry {
            arguments,
            name: message.name,
            comment: message.comment,
            patterns: vec![message.pattern],
        });
    }
    for (tag, messages) in read {
        add(&mut entries, (tag, chapter), messages, faults);
    }
    entries
}

/// Adds the patterns of a further language.
fn add(
    entries: &mut [Entry],
    (tag, chapter): (&str, &str),
    mut messages: Vec<Single>,
    faults: &mut Vec<Fault>,
) {
    for entry in &mut *entries {
        let of_it = |message: &Single| message.name == entry.name;
        let Some(at) = messages.iter().position(of_it) else {
            faults.push(Fault::new(tag, chapter, &entry.name, "it is missing"));
            entry.patterns.push(Vec::new());
            continue;
        };
        let message = messages.remove(at);
        let known = entry.arguments.iter().map(|argument| &*argument.name);
        let known: BTreeSet<&str> = known.collect();
        let used = used(&message.pattern);
        for name in known.symmetric_difference(&used) {
            let what = if known.contains(name) {
                format!("${name} is missing")
            } else {
                format!("${name} is not in the first language")
            };
            faults.push(Fault::new(tag, chapter, &entry.name, &what));
        }
        let texts = entry.arguments.iter().filter(|it| it.kind != Kind::Number);
        for it in texts.filter(|it| is_counted(&message.pattern, &it.name)) {
            let what = format!("${} is no number", it.name);
            faults.push(Fault::new(tag, chapter, &entry.name, &what));
        }
        entry.patterns.push(message.pattern);
    }
    for message in messages {
        let what = "the first language has no such message, or it is there twice";
        faults.push(Fault::new(tag, chapter, &message.name, what));
    }
}

/// The messages of a text.
fn singles(tag: &str, chapter: &str, text: &str, faults: &mut Vec<Fault>) -> Vec<Single> {
    let parsed = parser::parse(text).unwrap_or_else(|(parsed, errors)| {
        for error in errors {
            let line = 1 + text[..error.pos.start].matches('\n').count();
            faults.push(Fault::line(tag, chapter, line, &error.kind.to_string()));
        }
        parsed
    });
    let mut singles = Vec::new();
    for entry in parsed.body {
        let fault = match entry {
            Parsed::Message(message) => match single(&message) {
                Ok(single) => {
                    singles.push(single);
                    continue;
                }
                Err(what) => Fault::new(tag, chapter, message.id.name, what),
            },
            Parsed::Term(term) => Fault::new(tag, chapter, term.id.name, "terms are not taken"),
            Parsed::Comment(_)
            | Parsed::GroupComment(_)
            | Parsed::ResourceComment(_)
            | Parsed::Junk { .. } => continue,
        };
        faults.push(fault);
    }
    singles
}

fn single(message: &Message<&str>) -> Result<Single, &'static str> {
    if !message.attributes.is_empty() {
        return Err("attributes are not taken");
    }
    let pattern = message.value.as_ref().ok_or("it says nothing")?;
    let comment = message.comment.as_ref();
    Ok(Single {
        name: message.id.name.to_owned(),
        comment: comment.map_or_else(String::new, |comment| comment.content.join("\n")),
        pattern: parts(&pattern.elements)?,
    })
}

fn parts(elements: &[PatternElement<&str>]) -> Result<Vec<Part>, &'static str> {
    elements.iter().map(part).collect()
}

fn part(element: &PatternElement<&str>) -> Result<Part, &'static str> {
    match element {
        // A line may be broken anywhere: HTML does not show it.
        PatternElement::TextElement { value } => plain(&value.replace('\n', " ")),
        PatternElement::Placeable { expression } => match expression {
            Expression::Inline(InlineExpression::StringLiteral { value }) => plain(value),
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                Ok(Part::Argument(id.name.to_owned()))
            }
            Expression::Select {
                selector: InlineExpression::VariableReference { id },
                variants,
            } => {
                // Fluent has exactly one that is the default; it goes last.
                let (default, others): (Vec<_>, Vec<_>) =
                    variants.iter().partition(|variant| variant.default);
                let ways = others.into_iter().chain(default).map(|variant| {
                    let (VariantKey::Identifier { name: key }
                    | VariantKey::NumberLiteral { value: key }) = &variant.key;
                    Ok(((*key).to_owned(), parts(&variant.value.elements)?))
                });
                let ways: Result<_, &str> = ways.collect();
                Ok(Part::Choice(id.name.to_owned(), ways?))
            }
            _ => Err("only variables and selections among them are taken"),
        },
    }
}

fn plain(text: &str) -> Result<Part, &'static str> {
    if text.contains(char::is_control) {
        return Err("it has a control character");
    }
    Ok(Part::Text(text.to_owned()))
}

/// The variables of a message, in their order.
fn arguments(message: &Single) -> Vec<Argument> {
    let mut names = Vec::new();
    collect(&message.pattern, &mut names);
    let mut arguments: Vec<Argument> = Vec::new();
    for name in names {
        if arguments.iter().all(|argument| argument.name != name) {
            arguments.push(Argument {
                kind: kind(message, name),
                name: name.to_owned(),
            });
        }
    }
    arguments
}

/// What the comment says of a variable, or what it decides.
fn kind(message: &Single, name: &str) -> Kind {
    let said = message.comment.lines().find_map(|line| {
        let rest = line.trim().strip_prefix('$')?.strip_prefix(name)?;
        let (kind, _) = rest.trim_start().strip_prefix('(')?.split_once(')')?;
        match kind {
            "Number" => Some(Kind::Number),
            "Html" => Some(Kind::Html),
            _ => Some(Kind::Text),
        }
    });
    said.unwrap_or(if is_counted(&message.pattern, name) {
        Kind::Number
    } else {
        Kind::Text
    })
}

/// Whether a variable decides between forms of a plural.
fn is_counted(pattern: &[Part], name: &str) -> bool {
    pattern.iter().any(|part| match part {
        Part::Choice(on, ways) => {
            let is_plural = |(key, _): &(String, _)| PLURALS.contains(&key.as_str());
            (on == name && ways.iter().any(is_plural))
                || ways.iter().any(|(_, way)| is_counted(way, name))
        }
        Part::Text(_) | Part::Argument(_) => false,
    })
}

fn used(pattern: &[Part]) -> BTreeSet<&str> {
    let mut names = Vec::new();
    collect(pattern, &mut names);
    names.into_iter().collect()
}

fn collect<'p>(pattern: &'p [Part], names: &mut Vec<&'p str>) {
    for part in pattern {
        match part {
            Part::Text(_) => {}
            Part::Argument(name) => names.push(name),
            Part::Choice(name, ways) => {
                names.push(name);
                for (_, way) in ways {
                    collect(way, names);
                }
            }
        }
    }
}
