//! One page a code, and the index: the catalogue as Markdown.
//!
//! The sentence on a page is the one that its example gets when it is read and checked.

use std::fmt::Write as _;

use super::{
    Entry, Example, Given,
    shown::{Shown, fixes, gravity, meaning, sections, seen},
};

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

/// All pages, the index first.
///
/// # Errors
/// Names each variant whose example does not lead to it.
pub fn pages() -> Result<Vec<Page>, String> {
    let mut index = INDEX_HEAD.to_owned();
    let mut pages: Vec<Page> = Vec::new();
    for group in sections()? {
        let _ = write!(
            index,
            "\n## {}\n\n| code | what | |\n|---|---|---|\n",
            group.title
        );
        pages.extend(group.codes.iter().map(|of_code| page(of_code, &mut index)));
    }
    let name = INDEX.to_owned();
    pages.insert(0, Page { name, text: index });
    Ok(pages)
}

const INDEX_HEAD: &str = "# What is said about files and rows

Each finding has a stable code. An *error* keeps the row from being sent; a *warning* is sent, but look at it; a *note* is worth knowing.
These pages are made from the code by `cargo xtask catalogue`; each sentence is what the example on its page gets when it is read.
";

/// The page of a code, and its line in the index.
fn page(of_code: &[Shown], index: &mut String) -> Page {
    let finding = &of_code[0].found.finding;
    let (code, title) = (finding.code(), finding.title());
    let name = format!("{code}.md");
    let gravity = gravity(finding.gravity());
    // Writing to a String cannot fail.
    let _ = writeln!(index, "| [`{code}`]({name}) | {title} | {gravity} |");
    let meaning = meaning(finding.gravity());
    let sections: String = of_code.iter().map(section).collect();
    let text = format!("# `{code}`: {title}\n\n{meaning}\n{sections}");
    Page { name, text }
}

/// What is said of one variant.
fn section(shown: &Shown) -> String {
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

/// The example as a page shows it.
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
