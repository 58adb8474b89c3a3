//! Messages in several languages.
//!
//! A folder with one folder for each language goes in, named by its tag, each with the same Fluent files
//! (`send.ftl`); out come Rust functions, one for each message, and for each language one text with all
//! of its messages. What is missing or too much in any language is a fault, so that a page with a hole
//! in one of its languages is not built.
//!
//! Of Fluent's syntax this takes messages with variables and selections. A variable is a text, unless the
//! comment above the message in the first language says `$count (Number)` or `$account (Html)`; one that
//! decides between plural categories is a number.
//!
//! A crate that does not know which language it is read in has [`Messages::said`] made of them: which
//! message it is, and what it is given, as data.

mod building;
mod faults;
mod late;
mod pack;
mod read;
mod rust;
mod said;

use std::{fs, path::Path};

pub use building::write_for_build;
pub use faults::Fault;
pub use late::Late;
use read::Entry;

/// The languages of the page by their tags (RFC 5646). The first one says which messages there are, and
/// what each needs.
pub const LANGUAGES: [&str; 4] = ["en", "nl", "de", "zh-Hant"];

/// The files of the page's own messages that its first screen speaks by. They stand before the others.
pub const FIRST: [&str; 6] = ["choose", "common", "figures", "help", "shell", "sign-in"];

/// A file of messages in all languages, such as those of one screen.
struct Chapter {
    name: String,
    entries: Vec<Entry>,
}

/// All messages, checked.
pub struct Messages {
    languages: Vec<String>,
    chapters: Vec<Chapter>,
}

impl Messages {
    /// Reads the messages of `languages` from `folder`; the first of them is the one that says which
    /// there are.
    ///
    /// # Errors
    /// Every fault that was found.
    pub fn read(folder: &Path, languages: &[&str]) -> Result<Self, Vec<Fault>> {
        let (first, _) = languages.split_first().ok_or_else(Vec::new)?;
        let mut faults = Vec::new();
        let names = chapters(&folder.join(first)).map_err(|fault| vec![fault])?;
        let mut all = Vec::new();
        for name in names {
            let texts: Vec<(String, String)> = languages
                .iter()
                .filter_map(|language| {
                    let file = folder.join(language).join(format!("{name}.ftl"));
                    match fs::read_to_string(&file) {
                        Ok(text) => Some(((*language).to_owned(), text)),
                        Err(why) => {
                            faults.push(Fault::file(&file, &why));
                            None
                        }
                    }
                })
                .collect();
            all.push(Chapter {
                entries: read::entries(&name, &texts, &mut faults),
                name,
            });
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let languages = languages.iter().map(|tag| (*tag).to_owned()).collect();
        Ok(Self {
            languages,
            chapters: all,
        })
    }

    /// The functions, in one module for each file. They call `say` of the module above: `text(number)`,
    /// `filled(number, &[Arg])` and `html(number, &[Arg])`.
    #[must_use]
    pub fn rust(&self) -> String {
        rust::modules(&self.chapters)
    }

    /// The texts of all languages but the first, as files.
    #[must_use]
    pub fn late(&self) -> Vec<Late> {
        let late = self.languages.iter().skip(1);
        late.filter_map(|tag| Some(Late::new(tag, self.packed(tag)?)))
            .collect()
    }

    /// The same for a crate that has no language: constants and functions that give which message it is and
    /// its arguments, in one module for each file, and `LINES`, the messages of the first language. They
    /// make `Phrase`, `Said` and `Arg` of that crate's module `message`.
    #[must_use]
    pub fn said(&self) -> String {
        said::modules(&self.chapters, &self.lines(0))
    }

    /// These messages, those of some files first.
    #[must_use]
    pub fn with_first(mut self, names: &[&str]) -> Self {
        self.chapters
            .sort_by_key(|chapter| !names.contains(&chapter.name.as_str()));
        self
    }

    /// These messages, and behind them others in the same languages.
    #[must_use]
    pub fn and(mut self, others: Self) -> Self {
        self.chapters.extend(others.chapters);
        self
    }

    /// The messages of a language, each in a line, in the order of their numbers; `None` where that
    /// language was not read.
    #[must_use]
    pub fn packed(&self, language: &str) -> Option<String> {
        let at = self.languages.iter().position(|tag| tag == language)?;
        Some(self.lines(at))
    }

    /// The same in two: the messages of some files, and all others.
    #[must_use]
    pub fn packed_in_two(&self, language: &str, names: &[&str]) -> Option<[String; 2]> {
        let at = self.languages.iter().position(|tag| tag == language)?;
        let is_named = |chapter: &&Chapter| names.contains(&chapter.name.as_str());
        let of = |chapters: Vec<&Chapter>| {
            let entries = chapters.into_iter().flat_map(|chapter| &chapter.entries);
            pack::lines(entries, at)
        };
        let (first, rest) = self.chapters.iter().partition(is_named);
        Some([of(first), of(rest)])
    }

    fn lines(&self, language: usize) -> String {
        let entries = self.chapters.iter().flat_map(|chapter| &chapter.entries);
        pack::lines(entries, language)
    }
}

/// The names of a language's files, in the order of the alphabet.
fn chapters(folder: &Path) -> Result<Vec<String>, Fault> {
    let listed = fs::read_dir(folder).map_err(|why| Fault::file(folder, &why))?;
    let mut names: Vec<String> = listed
        .filter_map(|file| file.ok()?.file_name().into_string().ok())
        .filter_map(|name| Some(name.strip_suffix(".ftl")?.to_owned()))
        .collect();
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests;
