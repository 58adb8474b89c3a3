//! What an archive or a workbook held, taken in at once.

use ioculate_core::{
    diagnostic::Finding,
    packed::{NotUnpacked, is_packed, not_unpacked},
};
use ioculate_unpack::Why;

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
