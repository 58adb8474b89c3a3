//! What an archive or a workbook held, taken in at once.

use ioculate_core::{
    check::{Defaults, Policy, Verdict},
    clock::WallTime,
    diagnostic::Finding,
    indicator::Action,
    ledger::{Content, Given, Ledger, Settings},
    mapping::Reading,
    packed::{NotUnpacked, is_packed, not_unpacked},
    source::SourceKind,
};
use ioculate_unpack::Why;

fn settings() -> Settings {
    Settings {
        defaults: Defaults {
            action: Action::Audit,
            title: "t".to_owned(),
            description: "d".to_owned(),
            ..Defaults::default().expiring_in(None)
        },
        policy: Policy::default(),
        today: WallTime(0),
    }
}

#[test]
fn every_reason_has_its_sentence() {
    let all = [
        Why::Damaged,
        Why::Encrypted,
        Why::Method,
        Why::TooLarge,
        Why::Bomb,
        Why::TooMany,
        Why::Nested,
        Why::SameName,
        Why::Document,
        Why::Housekeeping,
        Why::EmptyArchive,
        Why::EmptySheet,
        Why::NoCells,
        Why::BreaksOff { row: 7 },
        Why::NoRoom { row: 7 },
    ];
    let failed = NotUnpacked::Failed;
    for why in all {
        let found = not_unpacked(why.code(), why.row());
        assert_ne!(
            found,
            Finding::NotUnpacked {
                why: failed,
                row: why.row()
            },
            "{why}"
        );
    }
    let unknown = not_unpacked(Why::NotPacked.code(), 0);
    assert_eq!(
        unknown,
        Finding::NotUnpacked {
            why: failed,
            row: 0
        }
    );
}

#[test]
fn a_row_of_a_sheet_has_the_number_that_the_workbook_shows() {
    let text = "indicatorValue,description\none.example,\"two\nlines\"\n\ntwo.example,\"a\n\nb\"\nbad example,\n";
    let text = text.as_bytes().to_vec();
    let of = |content: Content| {
        let name = "book.xlsx › S".to_owned();
        let mut ledger = Ledger::new(settings());
        ledger.take_all(vec![Given { name, content }]);
        ledger
    };
    let lines = |ledger: &Ledger| -> Vec<u32> {
        let rows = (0..ledger.len()).filter(|&row| ledger.verdict(row) != Verdict::Ignored);
        rows.map(|row| ledger.line_of(row)).collect()
    };
    assert_eq!(lines(&of(Content::File(text.clone()))), [2, 5, 8]);
    let mut sheet = of(Content::Sheet(text));
    assert_eq!(lines(&sheet), [2, 4, 5]);
    let last = sheet.row(sheet.len() - 1).expect("a row");
    assert!(!last.diagnostics.is_empty());
    for found in &last.diagnostics {
        assert_eq!(found.place.line, 5, "{found}");
    }
    // Read again as something else, and back.
    for kind in [SourceKind::List, SourceKind::PortalCsv] {
        let mapping = None;
        sheet.read_as(0, &Reading { kind, mapping });
    }
    assert_eq!(lines(&sheet), [2, 4, 5]);
}

#[test]
fn what_is_packed_is_seen_by_its_first_bytes() {
    let table: &[(&[u8], bool)] = &[
        (b"", false),
        (b"PK", false),
        (b"PK\x03\x04", true),
        (b"PK\x05\x06", true),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", true),
        (b"a,PK\x03\x04", false),
    ];
    for (bytes, expected) in table {
        assert_eq!(is_packed(bytes), *expected, "{bytes:?}");
    }
}
