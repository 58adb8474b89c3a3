//! One page a code, and the index: the catalogue as Markdown.
//!
//! The sentence on a page is the one that its example gets when it is read and checked.

use std::fmt::Write as _;

use super::{Entry, Example, GROUPS, Given};
use crate::{
    check::{Defaults, Policy},
    clock::WallTime,
    diagnostic::{Diagnostic, Finding, Gravity},
    indicator::Action,
    ledger::{Ledger, Settings},
    session::Fix,
    value::is_hidden,
};

/// 2026-11-21T00:00:00Z, against which the dates of examples are judged.
const TODAY: WallTime = WallTime(1_795_219_200_000);

/// The name of the index.
const INDEX: &str = "README.md";

/// One file of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The name of the file.
    pub name: String,
    /// Its Markdown.
    pub text: String,
}

/// What was found in the example of a variant.
struct Shown<'e> {
    entry: &'e Entry,
    found: Diagnostic,
}

/// All pages, the index first.
///
/// # Errors
/// Names each variant whose example does not lead to it.
pub fn pages() -> Result<Vec<Page>, String> {
    let mut index = INDEX_HEAD.to_owned();
    let mut pages: Vec<Page> = Vec::new();
    let mut wrong = String::new();
    for group in GROUPS {
        let _ = write!(
            index,
            "\n## {}\n\n| code | what | |\n|---|---|---|\n",
            group.title
        );
        for (variant, entry) in group.entries {
            match shown(variant, entry) {
                Ok(shown) => add(&mut pages, &mut index, &shown),
                Err(why) => wrong.push_str(&why),
            }
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let name = INDEX.to_owned();
    pages.insert(0, Page { name, text: index });
    Ok(pages)
}

const INDEX_HEAD: &str = "# What is said about files and rows

Each finding has a stable code. An *error* keeps the row from being sent; a *warning* is sent, but look at it; a *note* is worth knowing.
These pages are made from the code by `cargo xtask catalogue`; each sentence is what the example on its page gets when it is read.
";

/// A new page, or one more example on that of a code which has a page already.
fn add(pages: &mut Vec<Page>, index: &mut String, shown: &Shown<'_>) {
    let finding = &shown.found.finding;
    let name = format!("{}.md", finding.code());
    if let Some(page) = pages.iter_mut().find(|page| page.name == name) {
        page.text.push_str(&section(shown));
        return;
    }
    let (code, title) = (finding.code(), finding.title());
    let gravity = gravity(finding.gravity());
    // Writing to a String cannot fail.
    let _ = writeln!(index, "| [`{code}`]({name}) | {title} | {gravity} |");
    let meaning = meaning(finding.gravity());
    let head = format!("# `{code}`: {title}\n\n{meaning}\n{}", section(shown));
    pages.push(Page { name, text: head });
}

/// What is said of one variant.
fn section(shown: &Shown<'_>) -> String {
    let Shown { entry, found, .. } = shown;
    let Entry {
        why,
        source,
        remedy,
        example,
    } = entry;
    let sentence = found.to_string();
    let name = example.name;
    let given = given(example);
    let fixes = fixes(&found.finding);
    format!(
        "\n> {sentence}\n\n**Why.** {why}\n\n**Source.** {source}.\n\n**What to do.** {remedy}{fixes}\n\n**Example**, as `{name}`{given}"
    )
}

/// Reads the example and takes what it is an example of.
fn shown<'e>(variant: &str, entry: &'e Entry) -> Result<Shown<'e>, String> {
    let all = found_in(&entry.example);
    let codes: Vec<&str> = all.iter().map(Diagnostic::code).collect();
    let codes = codes.join(", ");
    let mut those = all
        .into_iter()
        .filter(|found| super::entry(&found.finding).0 == variant);
    match those.next() {
        Some(found) => Ok(Shown { entry, found }),
        None => Err(format!(
            "the example of {variant} does not lead to it; found in it: {codes}\n"
        )),
    }
}

/// Everything that is said about an example: of the file, then of its rows.
fn found_in(example: &Example) -> Vec<Diagnostic> {
    let mut ledger = Ledger::new(settings(example));
    match example.given {
        Given::Text(text) | Given::Titled(_, text) => {
            ledger.read(example.name, text.as_bytes().to_vec());
        }
        Given::Bytes(_, bytes) => _ = ledger.read(example.name, bytes.to_vec()),
        Given::Made(_, make) => _ = ledger.read(example.name, make().into_bytes()),
        Given::Happened(_, found) => ledger.refuse(example.name, 0, found()),
    }
    let of_files = ledger.files().iter().flat_map(|file| &file.diagnostics);
    let mut all: Vec<Diagnostic> = of_files.cloned().collect();
    for row in 0..ledger.len() {
        all.extend(ledger.row(row).into_iter().flat_map(|row| row.diagnostics));
    }
    all
}

fn settings(example: &Example) -> Settings {
    let title = match example.given {
        Given::Titled(title, _) => title,
        _ => "a title",
    };
    Settings {
        defaults: Defaults {
            action: Action::Block,
            title: title.to_owned(),
            description: "a description".to_owned(),
            ..Defaults::default().expiring_in(None)
        },
        policy: Policy {
            cidr: example.ranges,
            ..Policy::default()
        },
        today: TODAY,
    }
}

/// The example as a page shows it; what cannot be seen is named by its code point.
fn given(example: &Example) -> String {
    match example.given {
        Given::Text(text) => format!(":\n\n```text\n{}\n```\n", seen(text)),
        Given::Titled(title, text) => format!(
            ", with the default title `{title}`:\n\n```text\n{}\n```\n",
            seen(text)
        ),
        Given::Bytes(what, _) | Given::Made(what, _) | Given::Happened(what, _) => {
            format!(": {what}.\n")
        }
    }
}

fn seen(text: &str) -> String {
    let lines = text.trim_end_matches('\n').split('\n');
    let shown: Vec<String> = lines.map(seen_line).collect();
    shown.join("\n")
}

fn seen_line(line: &str) -> String {
    line.chars()
        .map(|c| match c {
            c if c.is_control() || is_hidden(c) => format!("<U+{:04X}>", u32::from(c)),
            c => c.to_string(),
        })
        .collect()
}

const fn gravity(gravity: Gravity) -> &'static str {
    match gravity {
        Gravity::Note => "note",
        Gravity::Warning => "warning",
        Gravity::Error => "error",
    }
}

const fn meaning(gravity: Gravity) -> &'static str {
    match gravity {
        Gravity::Note => "A note: worth knowing.",
        Gravity::Warning => "A warning: it is sent as it is, or waits for a choice; look at it.",
        Gravity::Error => "An error: what it is said of is not sent.",
    }
}

/// What the page offers, as a sentence behind the advice.
fn fixes(found: &Finding) -> String {
    let offered: Vec<String> = found.fixes().iter().map(fix).collect();
    if offered.is_empty() {
        return String::new();
    }
    format!(" Offered as a fix: {}.", offered.join("; "))
}

fn fix(fix: &Fix) -> String {
    match fix {
        Fix::NeverExpires => "never expire".to_owned(),
        Fix::ExpireIn { days } => format!("expire in {days} days"),
        Fix::ChooseThis => "send this one".to_owned(),
        Fix::KeepStrictest => "keep the strictest action".to_owned(),
        Fix::DropPort => "drop the port".to_owned(),
        Fix::TitleFromFile => "use the file's name".to_owned(),
        Fix::DescriptionFromDefaults => "use the default description".to_owned(),
        Fix::ExpandRange { cap } => format!("expand it into {cap} addresses"),
        Fix::KeepAsWritten { .. } => "keep it as written".to_owned(),
        Fix::TakeAs { indicator_type } => format!("take it as {indicator_type}"),
        Fix::Ignore => "it is no indicator".to_owned(),
        Fix::LeaveOut => "leave it out".to_owned(),
        Fix::TakeBackIn => "take it back in".to_owned(),
        Fix::Reset => "undo what was changed".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A finding that nobody wrote a sentence for would be shown by its title.
    #[test]
    fn every_finding_has_a_sentence_of_its_own() {
        let mut said: Vec<(&str, String)> = Vec::new();
        for (variant, entry) in GROUPS.iter().flat_map(|group| group.entries) {
            let shown = shown(variant, entry).unwrap_or_else(|wrong| panic!("{wrong}"));
            let finding = shown.found.finding;
            let sentence = finding.to_string();
            assert_ne!(sentence, finding.title(), "{variant}");
            assert!(sentence.ends_with('.'), "{variant}: {sentence}");
            let same = said.iter().find(|(_, other)| *other == sentence);
            assert_eq!(same, None, "{variant}");
            said.push((variant, sentence));
        }
    }

    #[test]
    fn an_example_that_leads_elsewhere_is_named() {
        let entry = super::super::value::BAD_OCTET;
        let wrong = shown("BadPrefix", &entry).err().unwrap_or_default();
        assert!(
            wrong.contains("BadPrefix") && wrong.contains("bad-octet"),
            "{wrong}"
        );
    }
}
