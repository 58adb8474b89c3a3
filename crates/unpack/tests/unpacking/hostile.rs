//! Files made to fill a memory, to take forever, or to make a reader fail.

use std::{
    io::{Cursor, Write, copy, repeat},
    time::{Duration, Instant},
};

use ioculate_unpack::{Bounds, Unpacked, unpack};
use proptest::prelude::{any, prop, prop_assert, proptest};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::made::{all_of, said, sheet_part, workbook_part, xlsx, xlsx_with, zip};

const MIB: u64 = 1024 * 1024;

/// Bounds so small that a test reaches them.
const SMALL: Bounds = Bounds {
    packed: MIB,
    kept: MIB,
    inflated: 2 * MIB,
    held: MIB / 4,
    described: MIB / 8,
    entries: 20,
    ratio: 200,
    ratio_from: MIB / 2,
    dense: MIB / 4,
    rows: 1_000,
};

/// A zip with one entry of so many zeros.
fn zeros(name: &str, bytes: u64) -> Vec<u8> {
    use std::io::Read;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer
        .start_file(name, SimpleFileOptions::default())
        .unwrap();
    copy(&mut repeat(0).take(bytes), &mut writer).unwrap();
    writer.flush().unwrap();
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_gigabyte_of_zeros_is_a_bomb() {
    let bytes = zeros("zeros.csv", 1024 * MIB);
    assert!(bytes.len() as u64 > MIB / 2);
    let started = Instant::now();
    assert_eq!(all_of("z", &bytes), "z › zeros.csv! bomb");
    assert_eq!(all_of("w", &zip(&[("z.zip", &bytes)])), "w › z.zip! nested");
    assert!(started.elapsed() < Duration::from_mins(1));
}

#[test]
fn a_bomb_inside_a_workbook_is_one() {
    let million = " ".repeat(8 << 20);
    let parts = |name, text| {
        let parts = [
            ("xl/workbook.xml", workbook_part("")),
            ("xl/worksheets/sheet1.xml", sheet_part("")),
            (name, text),
        ];
        xlsx_with(&parts.each_ref().map(|(name, text)| (*name, text.as_str())))
    };
    let table = [
        ("xl/sharedStrings.xml", "f! too-large"),
        ("xl/worksheets/sheet2.xml", "f! bomb"),
        ("xl/theme/theme1.xml", "f! too-large"),
    ];
    for (name, expected) in table {
        let bytes = parts(name, million.clone());
        assert_eq!(said(&unpack("f", &bytes, &SMALL)), expected, "{name}");
    }
}

#[test]
fn styles_that_copy_a_long_format_are_a_bomb() {
    let formats = "<xf numFmtId=\"164\"/>".repeat(1_000);
    let styles = |format: &str| {
        format!(
            "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"{format}\"/></numFmts><cellXfs>{formats}</cellXfs></styleSheet>"
        )
    };
    let sheet = sheet_part("<row><c><v>1</v></c></row>");
    for (format, expected) in [
        ("0", r#"f › S: sheet "1\n""#),
        (&*"0".repeat(1_000), "f! bomb"),
    ] {
        let parts = [
            ("xl/workbook.xml", &*workbook_part("")),
            ("xl/worksheets/sheet1.xml", &sheet),
            ("xl/styles.xml", &styles(format)),
        ];
        assert_eq!(said(&unpack("f", &xlsx_with(&parts), &SMALL)), expected);
    }
}

#[test]
fn no_room_is_made_for_texts_that_are_only_announced() {
    let sheet = sheet_part(r#"<row><c t="s"><v>0</v></c></row>"#);
    let table = [
        ("2", r#"f › S: sheet "a\n""#),
        ("100000000000", "f! bomb"),
        ("18446744073709551615", "f! bomb"),
        ("99999999999999999999999", "f! bomb"),
    ];
    for (count, expected) in table {
        let shared = format!("<sst count=\"1\" uniqueCount=\"{count}\"><si><t>a</t></si></sst>");
        let parts = [
            ("xl/workbook.xml", &*workbook_part("")),
            ("xl/worksheets/sheet1.xml", &sheet),
            ("xl/sharedStrings.xml", &shared),
        ];
        assert_eq!(
            said(&unpack("f", &xlsx_with(&parts), &SMALL)),
            expected,
            "{count}"
        );
    }
}

#[test]
fn entries_that_lie_over_one_another_share_one_room() {
    // Twenty central headers that all mean one local entry, as a quine or an overlapping bomb has.
    let noise: Vec<u8> = (0..200_000_u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect();
    let bytes = zip(&[("a", &noise)]);
    let start = memchr_central(&bytes);
    let end = bytes.len() - 22;
    let (header, mut record) = (bytes[start..end].to_vec(), bytes[end..].to_vec());
    let mut all = bytes[..start].to_vec();
    for n in 0..20_u8 {
        let mut header = header.clone();
        let name = header.len() - usize::from(header[30]) - 1;
        header[name.min(46)] = b'a' + n;
        all.extend(header);
    }
    let size = u32::try_from(all.len() - start).unwrap();
    record[8..12].copy_from_slice(&[20, 0, 20, 0]);
    record[12..16].copy_from_slice(&size.to_le_bytes());
    all.extend(record);
    let unpacked = unpack("z", &all, &SMALL);
    assert_within(&unpacked, &SMALL);
    assert!(
        unpacked.parts.len() < 20 && !unpacked.refusals.is_empty(),
        "{}",
        unpacked.parts.len()
    );
}

fn memchr_central(bytes: &[u8]) -> usize {
    bytes
        .windows(4)
        .position(|window| window == b"PK\x01\x02")
        .unwrap()
}

#[test]
fn more_entries_than_are_read_are_said_once() {
    let names: Vec<String> = (0..30).map(|n| format!("{n}.txt")).collect();
    let entries: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), &b"a"[..]))
        .collect();
    let unpacked = unpack("z", &zip(&entries), &SMALL);
    assert_eq!(unpacked.parts.len(), 20);
    assert_eq!(unpacked.refusals.len(), 1);
    assert!(said(&unpacked).ends_with("z! too-many"));
}

#[test]
fn far_cells_do_not_fill_a_memory() {
    let far = "<row><c/><c r=\"XFD1\"><v>1</v></c></row>";
    let rows: Vec<String> = (1..=900)
        .map(|row| far.replace("XFD1", &format!("XFD{row}")))
        .collect();
    let unpacked = unpack("f", &xlsx(&rows.concat(), "", ""), &SMALL);
    assert_within(&unpacked, &SMALL);
    assert_eq!(unpacked.refusals[0].why.code(), "no-room");
}

#[test]
fn a_file_larger_than_is_unpacked_is_not_opened() {
    let bounds = Bounds {
        packed: 10,
        ..SMALL
    };
    assert_eq!(
        said(&unpack("z", &zip(&[("a", b"a")]), &bounds)),
        "z! too-large"
    );
}

#[test]
fn xml_that_refers_to_itself_is_not_followed() {
    let laughs = r#"<!DOCTYPE s [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>"#;
    let parts = [
        ("xl/workbook.xml", workbook_part("")),
        (
            "xl/sharedStrings.xml",
            format!("{laughs}<sst><si><t>&b;&b;</t></si></sst>"),
        ),
        (
            "xl/worksheets/sheet1.xml",
            sheet_part(r#"<row><c t="s"><v>0</v></c></row>"#),
        ),
    ];
    let bytes = xlsx_with(&parts.each_ref().map(|(name, text)| (*name, text.as_str())));
    assert!(!all_of("f", &bytes).contains("aaaa"));
}

fn samples() -> Vec<Vec<u8>> {
    let rows = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" s="1"><v>45322.5</v></c></row><row r="7"><c r="B7" t="inlineStr"><is><t>one.example</t></is></c></row>"#;
    let book = xlsx(rows, "", "<si><t>value</t></si>");
    let archive = zip(&[
        ("a.csv", b"a,b\n1,2\n"),
        ("book.xlsx", &book),
        ("dir/c.txt", b"c"),
    ]);
    vec![book, archive]
}

/// Nothing that was unpacked is larger than its bounds allow.
fn assert_within(unpacked: &Unpacked, bounds: &Bounds) {
    let kept: usize = unpacked.parts.iter().map(|part| part.bytes.len()).sum();
    assert!(kept as u64 <= bounds.kept, "{kept}");
    assert!(unpacked.parts.len() <= bounds.entries);
}

#[test]
fn a_file_cut_short_is_said() {
    for bytes in samples() {
        for cut in 0..50 {
            let unpacked = unpack("f", &bytes[..bytes.len() * cut / 50], &SMALL);
            assert_eq!(unpacked.parts.len(), 0, "{cut}/50");
            assert_eq!(unpacked.refusals.len(), 1, "{cut}/50");
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_are_unpacked_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2000), zipped in any::<bool>()) {
        let signature: &[u8] = if zipped { b"PK\x03\x04" } else { b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" };
        let unpacked = unpack("f", &[signature, &bytes].concat(), &SMALL);
        assert_within(&unpacked, &SMALL);
        prop_assert!(unpacked.parts.len() + unpacked.refusals.len() > 0);
    }

    #[test]
    fn a_file_with_any_bytes_changed_is_unpacked_or_refused(
        which in 0_usize..2,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let mut bytes = samples().swap_remove(which);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        assert_within(&unpack("f", &bytes, &SMALL), &SMALL);
    }

    #[test]
    fn any_sheet_is_read_or_refused(rows in "(<row( r=\"[0-9]{1,7}\")?>|</row>|<c( r=\"[A-Z]{1,3}[0-9]{1,7}\")?( t=\"(s|b|e|d|n|str)\")?( s=\"[0-9]\")?>|</c>|<v>[-0-9.eE]{0,6}</v>|<is>|</is>|<t>|</t>|x|&amp;|<f>1</f>){0,40}") {
        let unpacked = unpack("f", &xlsx(&rows, "", "<si><t>a</t></si>"), &SMALL);
        assert_within(&unpacked, &SMALL);
        prop_assert!(unpacked.parts.len() + unpacked.refusals.len() > 0);
    }
}
