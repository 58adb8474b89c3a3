//! Encodings: whatever a text is written in, the same values are read from it.

mod read;

use ioculate_core::{
    diagnostic::Diagnostic,
    ledger::Ledger,
    text::{self, Encoding},
};
use proptest::prelude::*;

use read::read;

/// Each record as `line verdict value [codes]`.
fn rows(ledger: &Ledger) -> Vec<String> {
    let one = |row| {
        let full = ledger.row(row).expect("a row of the ledger");
        let codes: Vec<_> = full.diagnostics.iter().map(Diagnostic::code).collect();
        let verdict = format!("{:?}", full.verdict).to_lowercase();
        let value = ledger.value(row);
        let line = format!(
            "{} {verdict} {value:?} {}",
            ledger.line_of(row),
            codes.join(" ")
        );
        line.trim_end().to_owned()
    };
    (0..ledger.len()).map(one).collect()
}

/// The codes of what is said about the file.
fn said(ledger: &Ledger) -> Vec<&'static str> {
    let said = ledger.files()[0].diagnostics.iter();
    said.map(Diagnostic::code).collect()
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

fn behind(mark: &[u8], bytes: &[u8]) -> Vec<u8> {
    [mark, bytes].concat()
}

/// One byte a character; every character of `text` is below U+0100.
fn latin(text: &str) -> Vec<u8> {
    let byte = |c| u8::try_from(u32::from(c)).expect("a character of Latin-1");
    text.chars().map(byte).collect()
}

#[test]
fn a_damaged_value_is_refused_and_its_neighbours_are_not() {
    let table: &[(&[u8], &[&str], &[&str])] = &[
        // No encoding has the byte 0x81.
        (
            b"bad.example\nb\x81d.example\nworse.example\n",
            &[
                "1 ready \"bad.example\"",
                "2 refused \"b\u{fffd}d.example\" undecodable",
                "3 ready \"worse.example\"",
            ],
            &["bytes-undecoded", "encoding-guessed"],
        ),
        (
            b"bad.example\nbad\0example.example\nworse.example\n",
            &[
                "1 ready \"bad.example\"",
                "2 refused \"bad\\0example.example\" hidden-character",
                "3 ready \"worse.example\"",
            ],
            &["nul-bytes"],
        ),
        // UTF-8, cut off inside the last character.
        (
            b"b\xC3\xBCcher.example\nb\xC3",
            &[
                "1 ready \"xn--bcher-kva.example\"",
                "2 refused \"b\u{fffd}\" undecodable",
            ],
            &["bytes-undecoded"],
        ),
        // Half a code unit at the end.
        (
            b"\xFF\xFEa\0.\0t\0e\0s\0t\0\n\0x",
            &["1 ready \"a.test\"", "2 refused \"\u{fffd}\" undecodable"],
            &["bytes-undecoded"],
        ),
        (
            b"\x80\x81\xFE\xFF",
            &["1 refused \"€\u{fffd}þÿ\" undecodable"],
            &["bytes-undecoded", "encoding-guessed"],
        ),
    ];
    for (bytes, expected, expected_said) in table {
        let ledger = read("list.txt", bytes);
        assert_eq!(rows(&ledger), *expected);
        assert_eq!(said(&ledger), *expected_said);
    }
}

#[test]
fn a_no_break_space_of_any_encoding_is_taken_off() {
    let table: &[(&[u8], &str)] = &[
        (b"bad.example\xA0\nworse.example\n", "Windows-1252"),
        (b"bad.example\xCA\nworse.example\n", "Mac Roman"),
        (b"bad.example\xC2\xA0\nworse.example\n", "UTF-8"),
    ];
    for (bytes, encoding) in table {
        let ledger = read("list.txt", bytes);
        assert_eq!(ledger.value(0), "bad.example", "{encoding}");
        let seen = ledger.files()[0].encoding.map(Encoding::as_str);
        assert_eq!(seen, Some(*encoding));
        let full = ledger.row(0).expect("a row");
        assert_eq!(full.changes.len(), 1, "{encoding}");
        assert!(full.changes[0].before.ends_with('\u{a0}'), "{encoding}");
    }
}

#[test]
fn hidden_marks_are_trimmed_at_the_ends_and_refused_inside() {
    for mark in [
        "\u{a0}", "\u{200b}", "\u{200e}", "\u{200f}", "\u{202e}", "\u{2060}", "\u{feff}", "\u{ad}",
    ] {
        let list = format!("{mark}bad.example{mark}\nbad{mark}site.example\n");
        let table =
            format!("IndicatorValue,Title\n{mark}bad.example{mark},t\nbad{mark}site.example,t\n");
        for (name, text) in [("list.txt", list), ("table.csv", table)] {
            let ledger = read(name, text.as_bytes());
            assert_eq!(ledger.value(0), "bad.example", "{name} {mark:?}");
            let full = ledger.row(1).expect("a row");
            let codes: Vec<_> = full.diagnostics.iter().map(Diagnostic::code).collect();
            assert_eq!(codes, ["hidden-character"], "{name} {mark:?}");
        }
    }
}

#[test]
fn ten_megabytes_of_any_encoding_are_decoded_in_one_pass() {
    let text = "b\u{fc}cher.example\n".repeat(700_000);
    for bytes in [
        utf16(&text, u16::to_le_bytes),
        utf16(&text, u16::to_be_bytes),
        latin(&text),
        vec![0xCA; 10_000_000],
        vec![0x80; 10_000_000],
        b"\xC3\n".repeat(5_000_000),
    ] {
        assert!(text::decode(bytes).is_ok());
    }
}

/// Lines of a list as somebody holds it: values, remarks, blanks. Small letters of Latin-1 stand in
/// words, so that nothing is valid UTF-8 by chance.
fn lines() -> impl Strategy<Value = String> {
    let word = "[a-z]{1,8}[éüßñà]?[a-z]{1,4}";
    let value = proptest::string::string_regex(&format!("{word}(\\.{word}){{1,2}}"));
    let value = value.expect("a pattern");
    let remark = proptest::string::string_regex(&format!("# {word} {word}"));
    let line = prop_oneof![4 => value, 1 => remark.expect("a pattern"), 1 => Just(String::new())];
    let end = prop_oneof![Just("\n"), Just("\r\n"), Just("\r")];
    proptest::collection::vec((line, end), 1..12)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

proptest! {
    #[test]
    fn every_encoding_gives_the_same_values(text in lines()) {
        let expected = rows(&read("list.txt", text.as_bytes()));
        let (le, be) = (utf16(&text, u16::to_le_bytes), utf16(&text, u16::to_be_bytes));
        let table = [
            ("UTF-8 with a mark", behind(b"\xEF\xBB\xBF", text.as_bytes())),
            ("UTF-16 LE", le.clone()),
            ("UTF-16 BE", be.clone()),
            ("UTF-16 LE with a mark", behind(b"\xFF\xFE", &le)),
            ("UTF-16 BE with a mark", behind(b"\xFE\xFF", &be)),
            ("Windows-1252", latin(&text)),
        ];
        for (encoding, bytes) in table {
            prop_assert_eq!(&rows(&read("list.txt", &bytes)), &expected, "{}", encoding);
        }
    }
}
