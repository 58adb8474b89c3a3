//! Zip archives: names, methods, entries inside entries.

use zip::CompressionMethod;

use crate::made::{all_of, sheet_part, workbook_part, xlsx, xlsx_with, zip, zip_by};

/// A name and a content.
type Entry<'a> = (&'a str, &'a [u8]);

#[test]
fn each_entry_is_a_file_or_a_reason() {
    let book = xlsx(r#"<row r="1"><c r="A1"><v>7</v></c></row>"#, "", "");
    let inner = zip(&[("b.txt", b"b")]);
    let letter = xlsx_with(&[("word/document.xml", "<document/>")]);
    let table: &[(&[Entry<'_>], &str)] = &[
        (&[], "z! empty-archive"),
        (&[("dir/", b"")], "z! empty-archive"),
        (&[("a.csv", b"a,b\n")], r#"z › a.csv: file "a,b\n""#),
        (&[("empty.txt", b"")], r#"z › empty.txt: file """#),
        (
            &[("dir/", b""), ("dir/a.csv", b"a")],
            r#"z › dir/a.csv: file "a""#,
        ),
        // Names are shown, never followed.
        (
            &[("../../etc/passwd", b"a")],
            r#"z › ../../etc/passwd: file "a""#,
        ),
        (&[("/abs.txt", b"a")], r#"z › /abs.txt: file "a""#),
        (
            &[("C:\\a\\..\\b.txt", b"a")],
            r#"z › C:\a\..\b.txt: file "a""#,
        ),
        (&[("Zürich.txt", b"a")], r#"z › Zürich.txt: file "a""#),
        (&[("a.png", b"\x89PNG")], "z › a.png: file \"\u{fffd}PNG\""),
        (&[("book.xlsx", &book)], r#"z › book.xlsx › S: sheet "7\n""#),
        // What a file is, its content says.
        (&[("book.csv", &book)], r#"z › book.csv › S: sheet "7\n""#),
        (&[("inner.zip", &inner)], "z › inner.zip! nested"),
        (&[("letter.docx", &letter)], "z › letter.docx! document"),
        (&[("bad.zip", b"PK\x03\x04")], "z › bad.zip! damaged"),
        (
            &[("__MACOSX/._a", b"a"), (".DS_Store", b"a")],
            "z › __MACOSX/._a! housekeeping\nz › .DS_Store! housekeeping",
        ),
    ];
    for (entries, expected) in table {
        let names: Vec<_> = entries.iter().map(|entry| entry.0).collect();
        assert_eq!(all_of("z", &zip(entries)), *expected, "{names:?}");
        let stored = zip_by(CompressionMethod::Stored, entries);
        assert_eq!(all_of("z", &stored), *expected, "stored {names:?}");
    }
}

#[test]
fn a_long_name_is_cut() {
    let name = "n".repeat(60_000);
    let said = all_of("z", &zip(&[(&name, b"a")]));
    assert_eq!(said, format!("z › {}…: file \"a\"", "n".repeat(200)));
}

#[test]
fn what_is_no_archive_is_said() {
    let letter = xlsx_with(&[("word/document.xml", "<document/>")]);
    let note = zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", b"<m/>"),
    ]);
    let compound = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    let with_stream = |name: &str| {
        let wide = name.encode_utf16().flat_map(u16::to_le_bytes);
        compound.iter().copied().chain(wide).collect::<Vec<u8>>()
    };
    let table: &[(&[u8], &str)] = &[
        (b"", "f! not-packed"),
        (b"a,b", "f! not-packed"),
        (b"PK", "f! not-packed"),
        (b"PK\x03\x04 and nothing", "f! damaged"),
        (compound, "f! document"),
        (&with_stream("Workbook"), "f! damaged"),
        (&with_stream("EncryptedPackage"), "f! encrypted"),
        (&letter, "f! document"),
        (&note, "f! document"),
    ];
    for (bytes, expected) in table {
        assert_eq!(all_of("f", bytes), *expected, "{bytes:?}");
    }
}

/// Changes two bytes in every header of a zip, local and central, counted from its signature.
fn with_header(mut zip: Vec<u8>, local: usize, value: [u8; 2]) -> Vec<u8> {
    for at in 0..zip.len().saturating_sub(4) {
        // A central header has two more bytes before what both have.
        let offset = match &zip[at..at + 4] {
            b"PK\x03\x04" => local,
            b"PK\x01\x02" => local + 2,
            _ => continue,
        };
        zip[at + offset..at + offset + 2].copy_from_slice(&value);
    }
    zip
}

#[test]
fn what_cannot_be_unpacked_is_said_entry_by_entry() {
    // APPNOTE 4.3.7: the general purpose flags stand at 6, the method at 8, the checksum at 14.
    let one = || zip(&[("a.txt", b"some text")]);
    let table = [
        (with_header(one(), 6, [1, 0]), "z › a.txt! encrypted"),
        (with_header(one(), 8, [12, 0]), "z › a.txt! method"),
        (with_header(one(), 8, [14, 0]), "z › a.txt! method"),
        (with_header(one(), 8, [99, 0]), "z › a.txt! method"),
        (with_header(one(), 14, [1, 2]), "z › a.txt! damaged"),
    ];
    for (bytes, expected) in table {
        assert_eq!(all_of("z", &bytes), expected);
    }
}

#[test]
fn a_name_given_twice_is_said() {
    // The writer takes no name twice, so the second is made the first's afterwards.
    let mut bytes = zip(&[("a.txt", b"first"), ("b.txt", b"second")]);
    for at in 0..bytes.len() - 5 {
        if &bytes[at..at + 5] == b"b.txt" {
            bytes[at] = b'a';
        }
    }
    assert_eq!(
        all_of("z", &bytes),
        "z › a.txt: file \"second\"\nz! same-name"
    );
}

#[test]
fn a_workbook_whose_parts_are_named_the_other_way_is_one() {
    let parts = [
        ("XL\\workbook.xml", workbook_part("")),
        ("xl\\worksheets\\sheet1.xml", sheet_part("<row/>")),
    ];
    let parts = parts.each_ref().map(|(name, text)| (*name, text.as_str()));
    assert_eq!(all_of("f", &xlsx_with(&parts)), "f › S! empty-sheet");
}
