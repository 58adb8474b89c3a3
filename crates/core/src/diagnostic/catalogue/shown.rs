//! Each finding as its example leads to it, and what the pages say of it in whatever markup.

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

/// What was found in the example of a variant.
pub(super) struct Shown {
    pub(super) entry: &'static Entry,
    pub(super) found: Diagnostic,
}

/// The findings of a group, under its heading.
pub(super) struct Section {
    pub(super) title: &'static str,
    /// Those of one code together, by the order of the first of them.
    pub(super) codes: Vec<Vec<Shown>>,
}

/// Every group, each example read.
///
/// # Errors
/// Names each variant whose example does not lead to it.
pub(super) fn sections() -> Result<Vec<Section>, String> {
    let mut wrong = String::new();
    let mut sections: Vec<Section> = Vec::new();
    for group in GROUPS {
        sections.push(Section {
            title: group.title,
            codes: Vec::new(),
        });
        for (variant, entry) in group.entries {
            match shown(variant, entry) {
                Ok(shown) => add(&mut sections, shown),
                Err(why) => wrong.push_str(&why),
            }
        }
    }
    if wrong.is_empty() {
        Ok(sections)
    } else {
        Err(wrong)
    }
}

/// One more code of the last group, or one more example of a code that is there already.
fn add(sections: &mut [Section], shown: Shown) {
    let code = shown.found.code();
    let mut codes = sections.iter_mut().flat_map(|section| &mut section.codes);
    let known = codes.find(|all| all.iter().any(|it| it.found.code() == code));
    if let Some(known) = known {
        known.push(shown);
    } else if let Some(last) = sections.last_mut() {
        last.codes.push(vec![shown]);
    }
}

/// Reads the example and takes what it is an example of.
fn shown(variant: &str, entry: &'static Entry) -> Result<Shown, String> {
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

/// A text with what cannot be seen in it named by its code point.
pub(super) fn seen(text: &str) -> String {
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

/// What the index says of a gravity.
pub(super) const fn gravity(gravity: Gravity) -> &'static str {
    match gravity {
        Gravity::Note => "note",
        Gravity::Warning => "warning",
        Gravity::Error => "error",
    }
}

/// What a page says of it.
pub(super) const fn meaning(gravity: Gravity) -> &'static str {
    match gravity {
        Gravity::Note => "A note: worth knowing.",
        Gravity::Warning => "A warning: it is sent as it is, or waits for a choice; look at it.",
        Gravity::Error => "An error: what it is said of is not sent.",
    }
}

/// What the page offers, as a sentence behind the advice.
pub(super) fn fixes(found: &Finding) -> String {
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
        Fix::Set { field, .. } => format!("write in `{field}`"),
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
        const ENTRY: Entry = super::super::value::BAD_OCTET;
        let wrong = shown("BadPrefix", &ENTRY).err().unwrap_or_default();
        assert!(
            wrong.contains("BadPrefix") && wrong.contains("bad-octet"),
            "{wrong}"
        );
    }
}
