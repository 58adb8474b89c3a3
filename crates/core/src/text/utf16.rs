//! UTF-16, with and without a byte order mark.

use super::Encoding;

/// Bytes that are looked at for the pattern of zeros.
const LOOKED_AT: usize = 64 * 1024;

/// The byte order of a text without a mark, seen from its zeros. A text in a Latin script has one in
/// nearly every pair, always on the same side; one in another script has them in its line breaks and
/// digits. A text of single bytes into which a few NULs have got has them on either side.
pub(super) fn unmarked(bytes: &[u8]) -> Option<Encoding> {
    let looked_at = &bytes[..bytes.len().min(LOOKED_AT)];
    memchr::memchr(0, looked_at)?;
    let pairs = || looked_at.chunks_exact(2);
    let zeros = |side: usize| pairs().filter(|pair| pair[side] == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let (encoding, line_break, on, off) = if second > first {
        (Encoding::Utf16Le, b"\n\0", second, first)
    } else {
        (Encoding::Utf16Be, b"\0\n", first, second)
    };
    let is_dense = on * 2 > pairs().len();
    let has_breaks = on * 10 >= pairs().len() && pairs().any(|pair| pair == line_break);
    (on > 0 && off * 50 <= on && (is_dense || has_breaks)).then_some(encoding)
}

/// Reads UTF-16, and counts what stands for no character: half a pair, or half a unit at the end.
pub(super) fn read(bytes: &[u8], encoding: Encoding) -> (String, usize) {
    let units = bytes.chunks_exact(2).map(|pair| {
        let pair = [pair[0], pair[1]];
        if encoding == Encoding::Utf16Le {
            u16::from_le_bytes(pair)
        } else {
            u16::from_be_bytes(pair)
        }
    });
    let mut text = String::with_capacity(bytes.len() / 2 + bytes.len() / 16);
    let mut lost = 0;
    for unit in char::decode_utf16(units) {
        text.push(unit.unwrap_or_else(|_| {
            lost += 1;
            char::REPLACEMENT_CHARACTER
        }));
    }
    if bytes.len() % 2 == 1 {
        lost += 1;
        text.push(char::REPLACEMENT_CHARACTER);
    }
    (text, lost)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zeros_tell_the_byte_order() {
        let utf16 = |text: &str| -> Vec<u8> {
            let units = text.encode_utf16();
            units.flat_map(u16::to_le_bytes).collect()
        };
        let table: &[(&[u8], Option<Encoding>)] = &[
            (b"a\0", Some(Encoding::Utf16Le)),
            (b"\0a\0b", Some(Encoding::Utf16Be)),
            (&utf16("абвгабвг\n"), Some(Encoding::Utf16Le)),
            (b"a\nb\0c", None),
            (b"bad\0example\nworse.example\n", None),
            (b"plain", None),
            (b"", None),
            (b"a\0\0b", None),
        ];
        for (bytes, expected) in table {
            assert_eq!(unmarked(bytes), *expected, "{bytes:?}");
        }
    }

    #[test]
    fn halves_are_counted() {
        let read = |bytes| read(bytes, Encoding::Utf16Le);
        assert_eq!(read(b"a\0\x3D\xD8\x00\xDE"), ("a\u{1f600}".to_owned(), 0));
        assert_eq!(read(b"\x3D\xD8b\0"), ("\u{fffd}b".to_owned(), 1));
        assert_eq!(read(b"a\0b"), ("a\u{fffd}".to_owned(), 1));
    }
}
