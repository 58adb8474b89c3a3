//! `cargo xtask suffixes`: the public suffix list as the core holds it.
//!
//! The list comes from a package in an exact version, whose file is compared with what was recorded
//! here. Its rules become one line each, labels from the right, sorted, names in other scripts as
//! `xn--`. To take a newer list, change the version, run, and record what the failure names.

use sha2::{Digest, Sha256};

use crate::{Outcome, command::say, flag, place, sources::hex, wheel};

/// On the Python Package Index; it ships the list as Mozilla gives it out.
const PACKAGE: &str = "publicsuffixlist";
const VERSION: &str = "1.1.2.20261023";

/// The list inside the package, and its SHA-256 as it was when this version was taken in.
const LIST: &str = "publicsuffixlist/public_suffix_list.dat";
const SHA256: &str = "0232f4df0831911356e8ee1f4d5c3b6b12c0ed3f6bd66b0f81c8ab5d3d49e9ca";

/// Where the core holds it.
const FOLDER: &str = "crates/core/src/suffix";

/// `suffixes`: fetches the list and writes the core's files.
pub(crate) fn run(options: &[String]) -> Outcome {
    flag(options, "")?;
    let cache = place::cache()?;
    let folder = cache.join(format!("{PACKAGE}-{VERSION}"));
    wheel::unpacked_into(&folder, &format!("{PACKAGE}=={VERSION}"))?;
    let list = place::text(&folder.join(LIST))?;
    compare(list.as_bytes())?;
    let target = place::root().join(FOLDER);
    let rules = compact(&list)?;
    place::write(&target.join("list.txt"), &rules)?;
    place::write(&target.join("made.rs"), facts(&list)?)?;
    say(format!(
        "{} rules, {} bytes, in {FOLDER}",
        rules.lines().count(),
        rules.len()
    ));
    place::clear(&folder)
}

fn compare(list: &[u8]) -> Outcome {
    let found = hex(&Sha256::digest(list));
    if found == SHA256 {
        return Ok(());
    }
    Err(format!(
        "{LIST} of {PACKAGE} {VERSION} is not the file that was recorded (SHA-256 {found}, recorded \
         {SHA256}). If the version was changed on purpose, look at the list and record the new figure \
         in crates/xtask/src/suffixes.rs"
    ))
}

/// The rules, one a line, sorted by byte.
fn compact(list: &str) -> Outcome<String> {
    let mut rules = Vec::new();
    let mut mark = "";
    for line in list.lines().map(str::trim) {
        if line.contains("===BEGIN PRIVATE DOMAINS===") {
            mark = "+";
        }
        if !line.is_empty() && !line.starts_with("//") {
            rules.push(rule(line, mark)?);
        }
    }
    // Sorted by name: the marks at the end sort below all that a name holds, except the star.
    rules.sort();
    let mut text = String::new();
    for (name, mark) in rules {
        text.extend([&name, mark, "\n"]);
    }
    Ok(text)
}

/// A rule's labels from the right, and its mark.
fn rule(line: &str, mark: &'static str) -> Outcome<(String, &'static str)> {
    let (name, mark) = match line.strip_prefix('!') {
        Some(name) => (name, "!"),
        None => (line, mark),
    };
    let labels: Vec<String> = name.split('.').rev().map(ascii).collect::<Outcome<_>>()?;
    Ok((labels.join("."), mark))
}

fn ascii(label: &str) -> Outcome<String> {
    if label == "*" {
        return Ok(label.to_owned());
    }
    idna::domain_to_ascii(label).map_err(|_| format!("\"{label}\" has no xn-- form"))
}

/// What is shown of where the list comes from.
fn facts(list: &str) -> Outcome<String> {
    let stated = |key: &str| {
        list.lines()
            .find_map(|line| line.strip_prefix("// ")?.strip_prefix(key))
            .map(str::trim)
            .ok_or(format!("the list does not state its {key}"))
    };
    let date = stated("VERSION:")?.split('_').next().unwrap_or_default();
    let commit = stated("COMMIT:")?;
    Ok(format!(
        "//! Where `list.txt` comes from. Made by `cargo xtask suffixes`.\n\n\
         /// The day of the list.\npub const DATE: &str = \"{date}\";\n\n\
         /// The list's own commit.\npub const COMMIT: &str = \"{commit}\";\n\n\
         /// The package that it was taken from.\npub const PACKAGE: &str = \"{PACKAGE} {VERSION}\";\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn rules_are_turned_round_and_sorted() {
        let list = "// a comment\n\nuk\nco.uk\n*.ck\n!www.ck\nрф\n\
                    // ===BEGIN PRIVATE DOMAINS===\nblogspot.com\n";
        assert_eq!(
            compact(list).as_deref(),
            Ok("ck.*\nck.www!\ncom.blogspot+\nuk\nuk.co\nxn--p1ai\n")
        );
    }
}
