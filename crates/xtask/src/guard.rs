//! `cargo xtask guard`: the guard's public lists as the page loads them.
//!
//! They are the warning lists of the MISP project (CC0), from a package in an exact version whose hash
//! is recorded here. [`choose`] says which of them go into which list of the guard, [`encode`] writes
//! them in the form that the core reads. To take newer ones, change the version, run, and record the
//! hash that pip names.

mod choose;
mod encode;

use std::{collections::BTreeMap, path::Path};

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{Outcome, command::say, flag, place, precompress, sources::hex, wheel};

const PACKAGE: &str = "pymispwarninglists";
const VERSION: &str = "1.7.0";
/// Of the wheel.
const SHA256: &str = "18b0922a6334e20850b7ab84a0d9e52746302abc36ec034ecc141fb2db67d4a7";

/// The lists inside the package.
const LISTS: &str = "pymispwarninglists/data/misp-warninglists/lists";

/// Of the lists. The package's own program, of which nothing is taken, is under another.
const LICENCE: &str = "CC0-1.0";

/// Where the core has them.
const FOLDER: &str = "crates/core/src/guard";

/// One warning list.
struct Source {
    version: String,
    entries: Vec<String>,
}

/// The warning lists that are used, by name.
type Sources = BTreeMap<&'static str, Source>;

/// `guard`: fetches the lists and writes the core's files.
pub(crate) fn run(options: &[String]) -> Outcome {
    flag(options, "")?;
    let folder = place::cache()?.join(format!("{PACKAGE}-{VERSION}"));
    wheel::unpacked_into(
        &folder,
        &format!("{PACKAGE}=={VERSION} --hash=sha256:{SHA256}"),
    )?;
    let sources = read(&folder.join(LISTS))?;
    let date = newest(&sources)?;
    let file = file(&sources, &date)?;
    let target = place::root().join(FOLDER);
    place::write(&target.join("guard-lists.bin"), &file)?;
    place::write(&target.join("made.rs"), made(&file, &date))?;
    let sent = precompress::shrink(&file, 11)?.len();
    say(format!(
        "{} bytes, {sent} as they are sent, in {FOLDER}",
        file.len()
    ));
    place::clear(&folder)
}

fn read(data: &Path) -> Outcome<Sources> {
    let names = choose::names_of_sources();
    names
        .map(|name| {
            let text = place::text(&data.join(name).join("list.json"))?;
            source(&text)
                .map(|source| (name, source))
                .ok_or(format!("{name} is not a warning list as they were"))
        })
        .collect()
}

fn source(text: &str) -> Option<Source> {
    let list: Value = serde_json::from_str(text).ok()?;
    let entries = list["list"].as_array()?.iter();
    Some(Source {
        version: list["version"].as_u64()?.to_string(),
        entries: entries
            .map(|entry| entry.as_str().map(str::to_owned))
            .collect::<Option<_>>()?,
    })
}

/// The day of the newest list; some are numbered instead.
fn newest(sources: &Sources) -> Outcome<String> {
    let versions = sources.values().map(|source| source.version.as_str());
    let day = versions
        .filter(|version| version.len() == 8 && version.starts_with("20"))
        .max()
        .ok_or("no list has a day for its version")?;
    Ok(format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..]))
}

fn file(sources: &Sources, date: &str) -> Outcome<Vec<u8>> {
    let mut head = vec![
        "ioculate-guard 1".to_owned(),
        format!("package {PACKAGE} {VERSION}"),
        format!("sha256 {SHA256}"),
        format!("licence {LICENCE}"),
        format!("date {date}"),
    ];
    for (code, name) in choose::pairs() {
        let version = &sources[name].version;
        head.push(format!("source {code} {name} {version}"));
    }
    let names = choose::names(sources)?;
    let mut body = encode::names(&names);
    head.push(format!("names {} {}", names.len(), body.len()));
    for (code, spans) in choose::spans(sources)? {
        let bytes = encode::spans(&spans);
        head.push(format!("ranges {code} {} {}", spans.len(), bytes.len()));
        body.extend(bytes);
    }
    let hashes = choose::hashes(sources);
    let lines: Vec<u8> = hashes
        .iter()
        .flat_map(|hash| [hash.as_bytes(), b"\n"].concat())
        .collect();
    head.push(format!("hashes {} {}\n\n", hashes.len(), lines.len()));
    body.extend(lines);
    let mut file = head.join("\n").into_bytes();
    file.extend(body);
    Ok(file)
}

fn made(file: &[u8], date: &str) -> String {
    let digest = hex(&Sha256::digest(file));
    let bytes = grouped(file.len());
    format!(
        "//! Which file of public lists this build is made with. Made by `cargo xtask guard`.\n\n\
         /// The file's SHA-256, in hex.\npub const SHA256: &str = \"{digest}\";\n\n\
         /// Its bytes.\npub const BYTES: usize = {bytes};\n\n\
         /// The day of the newest list.\npub const DATE: &str = \"{date}\";\n\n\
         /// The licence of the lists.\npub const LICENCE: &str = \"{LICENCE}\";\n\n\
         /// The package that they were taken from.\npub const PACKAGE: &str = \"{PACKAGE} {VERSION}\";\n"
    )
}

/// A number with a mark at each third digit, as the code writes them.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warning_list_is_read() {
        let found = source(r#"{"list":["a.example"],"version":20251223,"name":"x"}"#).unwrap();
        assert_eq!(found.version, "20251223");
        assert_eq!(found.entries, ["a.example"]);
        assert!(source(r#"{"list":[1],"version":1}"#).is_none());
        assert!(source("[]").is_none());
    }

    #[test]
    fn numbers_are_written_in_groups() {
        let table = [
            (7, "7"),
            (700, "700"),
            (7000, "7_000"),
            (1_234_567, "1_234_567"),
        ];
        for (number, expected) in table {
            assert_eq!(grouped(number), expected);
        }
    }
}
