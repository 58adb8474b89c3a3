//! Hard lines: one line in, what it holds out.
//!
//! Each file of `hard_lines` has a frame (lines behind `% `), into which each of its cases is put at
//! `{}`, or at `{json}` as a JSON string; the result is read as a file that is dropped on the page.
//! A case is `input ⟶ expected`. Expected are the values of its line in their order, between ` | `,
//! each as `Type value` in the form in which it is sent, or as `?code` where it is refused or asked;
//! `-` where nothing is said of it, `?` where it is refused with whatever code, and `~` where it must
//! not be sent unasked: refused, asked, ignored or not seen. `<U+200B>` stands for that character.

#![allow(clippy::disallowed_methods, reason = "a test reads its cases")]

mod read;

use std::{fs, path::Path};

use ioculate_core::{
    check::Verdict, diagnostic::Gravity, indicator::IndicatorType, ledger::Ledger,
};

const BETWEEN: &str = " ⟶ ";

/// A file of cases.
struct Suite {
    name: String,
    /// The lines around a case.
    frame: Vec<String>,
    /// Input and what is expected.
    cases: Vec<(String, String)>,
}

impl Suite {
    fn of(name: String, text: &str) -> Self {
        let cases = text.lines().filter_map(|line| line.rsplit_once(BETWEEN));
        let lines = text.lines().filter(|line| !line.contains(BETWEEN));
        Self {
            name,
            frame: lines
                .filter_map(|line| line.strip_prefix("% "))
                .map(str::to_owned)
                .collect(),
            cases: cases
                .map(|(input, expected)| (input.to_owned(), expected.to_owned()))
                .collect(),
        }
    }

    /// The lines on which a case has the wrong outcome, with what was wanted and found.
    fn wrong(&self) -> Vec<String> {
        let found = |input: &str| self.found(&plain(input));
        let wrong = self.cases.iter().filter_map(|(input, expected)| {
            let found = found(input);
            (!fits(expected, &found)).then(|| {
                let (name, found) = (&self.name, found.join(" | "));
                format!("{name}: {input}\n    wanted {expected}\n    found  {found}")
            })
        });
        wrong.collect()
    }

    /// What is read from a case inside its frame.
    fn found(&self, input: &str) -> Vec<String> {
        let at = self
            .frame
            .iter()
            .position(|line| line.contains("{}") || line.contains("{json}"))
            .expect("a frame has a place for its case");
        let put = |line: &String| line.replace("{json}", &json(input)).replace("{}", input);
        let text: Vec<String> = self.frame.iter().map(put).collect();
        let first = u32::try_from(at + 1).expect("a short frame");
        let breaks = input.matches(['\n', '\r']).count() - input.matches("\r\n").count();
        let last = first + u32::try_from(breaks).expect("a short case");
        let ledger = read(&text.join("\n"));
        (0..ledger.len())
            .filter(|&row| (first..=last).contains(&ledger.line_of(row)))
            .filter_map(|row| shown(&ledger, row))
            .collect()
    }
}

/// An input without its notation for characters that cannot be seen.
fn plain(input: &str) -> String {
    let mut parts = input.split("<U+");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('>').expect("a code point ends in `>`");
        let code = u32::from_str_radix(code, 16).expect("a code point in hex");
        plain.push(char::from_u32(code).expect("a character"));
        plain.push_str(rest);
    }
    plain
}

fn json(input: &str) -> String {
    serde_json::to_string(input).expect("a text")
}

fn read(text: &str) -> Ledger {
    read::read("pasted text", text)
}

/// A row as a case names it; none where it is a comment or repeats another.
fn shown(ledger: &Ledger, row: u32) -> Option<String> {
    match ledger.verdict(row) {
        Verdict::Ready => {
            let kind = match ledger.indicator_type(row)? {
                IndicatorType::FileMd5 => "Md5",
                IndicatorType::FileSha1 => "Sha1",
                IndicatorType::FileSha256 => "Sha256",
                IndicatorType::CertificateThumbprint => "Cert",
                IndicatorType::IpAddress => "Ip",
                IndicatorType::DomainName => "Domain",
                IndicatorType::Url => "Url",
            };
            Some(format!("{kind} {}", ledger.value(row)))
        }
        Verdict::Refused | Verdict::Conflict => {
            let row = ledger.row(row)?;
            let mut found = row.diagnostics.iter();
            let error = found.find(|found| found.gravity() == Gravity::Error);
            Some(format!("?{}", error.map_or("", |error| error.code())))
        }
        Verdict::Duplicate | Verdict::Ignored => None,
    }
}

fn fits(expected: &str, found: &[String]) -> bool {
    let is_sent = found.iter().any(|item| !item.starts_with('?'));
    match expected {
        "-" => found.is_empty(),
        "~" => !is_sent,
        "?" => !is_sent && !found.is_empty(),
        list => list.split(" | ").eq(found.iter().map(String::as_str)),
    }
}

fn suites() -> Vec<Suite> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hard_lines");
    let entries = fs::read_dir(folder).expect("the folder of the cases");
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let text = fs::read_to_string(path).expect("a file of cases");
            Suite::of(name.into_owned(), &text)
        })
        .collect()
}

#[test]
fn every_line_holds_what_is_expected() {
    let suites = suites();
    let wrong: Vec<String> = suites.iter().flat_map(Suite::wrong).collect();
    let all: usize = suites.iter().map(|suite| suite.cases.len()).sum();
    assert!(all >= 300, "{all} cases");
    assert!(
        wrong.is_empty(),
        "{} of {all} lines are read wrongly:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn a_case_is_held_against_what_was_found() {
    let table = [
        ("-", "", true),
        ("-", "?x", false),
        ("~", "", true),
        ("~", "?x", true),
        ("~", "Ip 198.51.100.7", false),
        ("?", "", false),
        ("?", "?x", true),
        ("?y", "?x", false),
        ("Ip 198.51.100.7", "Ip 198.51.100.7", true),
        ("Ip 198.51.100.7", "Ip 198.51.100.7;?x", false),
        ("Ip 198.51.100.7 | ?x", "Ip 198.51.100.7;?x", true),
    ];
    for (expected, found, wanted) in table {
        let found: Vec<String> = found
            .split(';')
            .filter(|item| !item.is_empty())
            .map(str::to_owned)
            .collect();
        assert_eq!(fits(expected, &found), wanted, "{expected} of {found:?}");
    }
}
