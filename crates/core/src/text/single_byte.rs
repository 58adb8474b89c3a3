//! Text of one byte a character: Windows-1252 and Mac Roman.
//!
//! Nothing in such a text says which of the two it is; most are Windows-1252. The one byte that does
//! harm when mistaken is 0xCA: Mac Roman's no-break space, which old exports leave behind values, is
//! the letter `Ê` in Windows-1252 and would make another domain of each.

use super::Encoding;

/// The characters of the bytes from 0x80 to 0x9F (Unicode, `CP1252.TXT`); five have none. From 0xA0
/// on a byte is its own code point.
const WINDOWS_1252: [u16; 32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
];

/// The characters of the bytes from 0x80 on (Unicode, `ROMAN.TXT`).
const MAC_ROMAN: [u16; 128] = [
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3,
    0x00E5, 0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3,
    0x00F2, 0x00F4, 0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3,
    0x00A7, 0x2022, 0x00B6, 0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8,
    0x221E, 0x00B1, 0x2264, 0x2265, 0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA,
    0x00BA, 0x03A9, 0x00E6, 0x00F8, 0x00BF, 0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB,
    0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5, 0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D,
    0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044, 0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02,
    0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1, 0x00CB, 0x00C8, 0x00CD, 0x00CE,
    0x00CF, 0x00CC, 0x00D3, 0x00D4, 0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9, 0x0131, 0x02C6, 0x02DC,
    0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7,
];

/// Mac Roman's no-break space.
const MAC_SPACE: u8 = 0xCA;

/// A text and what was seen in it.
pub(super) struct Read {
    pub(super) text: String,
    pub(super) encoding: Encoding,
    /// Characters above ASCII.
    pub(super) guessed: usize,
    /// Bytes that stand for nothing.
    pub(super) lost: usize,
}

/// Reads bytes that are no UTF-8.
pub(super) fn read(bytes: &[u8]) -> Read {
    let signs = Signs::of(bytes);
    let is_mac = signs.spaces > 0 && signs.windows == 0;
    let mut read = Read {
        text: String::with_capacity(bytes.len() + signs.high),
        encoding: if is_mac {
            Encoding::MacRoman
        } else {
            Encoding::Windows1252
        },
        guessed: 0,
        lost: 0,
    };
    let mut from = 0;
    for (at, byte) in high_bytes(bytes) {
        read.text.extend(ascii(&bytes[from..at]));
        let meant = match byte {
            byte if is_mac => mac_roman(byte),
            // Both readings have signs, so this byte fits none for certain.
            MAC_SPACE if ends_a_cell(bytes, at) => char::REPLACEMENT_CHARACTER,
            byte => windows_1252(byte),
        };
        read.push(meant);
        from = at + 1;
    }
    read.text.extend(ascii(&bytes[from..]));
    read
}

impl Read {
    fn push(&mut self, meant: char) {
        if meant == char::REPLACEMENT_CHARACTER {
            self.lost += 1;
        } else {
            self.guessed += 1;
        }
        self.text.push(meant);
    }
}

fn high_bytes(bytes: &[u8]) -> impl Iterator<Item = (usize, u8)> {
    let all = bytes.iter().copied().enumerate();
    all.filter(|(_, byte)| !byte.is_ascii())
}

fn ascii(bytes: &[u8]) -> Option<&str> {
    str::from_utf8(bytes).ok()
}

fn windows_1252(byte: u8) -> char {
    meant(&WINDOWS_1252, byte)
}

fn mac_roman(byte: u8) -> char {
    meant(&MAC_ROMAN, byte)
}

/// What a byte means by a table of those from 0x80 on; itself where the table ends before.
fn meant(table: &[u16], byte: u8) -> char {
    let above = usize::from(byte).checked_sub(0x80);
    match above.and_then(|at| table.get(at)) {
        Some(&code) => char::from_u32(code.into()).unwrap_or(char::REPLACEMENT_CHARACTER),
        None => char::from(byte),
    }
}

/// What speaks for one encoding or the other.
struct Signs {
    /// Bytes above ASCII.
    high: usize,
    /// Bytes 0xCA at the end of a line or a cell.
    spaces: usize,
    /// Bytes that make sense in Windows-1252 and none in Mac Roman.
    windows: usize,
}

impl Signs {
    fn of(bytes: &[u8]) -> Self {
        let mut signs = Self {
            high: 0,
            spaces: 0,
            windows: 0,
        };
        for (at, byte) in high_bytes(bytes) {
            signs.high += 1;
            signs.spaces += usize::from(byte == MAC_SPACE && ends_a_cell(bytes, at));
            signs.windows += usize::from(is_windows(bytes, at, byte));
        }
        signs
    }
}

/// Whether a byte is what Windows-1252 writes there: a no-break space, a small letter beside a
/// letter, or a quotation mark or dash that is not inside a word. Mac Roman's small letters stand
/// between 0x87 and 0x9F.
fn is_windows(bytes: &[u8], at: usize, byte: u8) -> bool {
    let is_letter = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(u8::is_ascii_alphabetic)
    };
    let (before, after) = (is_letter(at.checked_sub(1)), is_letter(Some(at + 1)));
    match byte {
        0xA0 => true,
        0xE0..=0xFF => before || after,
        0x91..=0x97 => !(before && after),
        _ => false,
    }
}

/// Whether nothing but blanks follows before the cell or the line ends.
fn ends_a_cell(bytes: &[u8], at: usize) -> bool {
    /// Bytes that are looked at.
    const NEAR: usize = 8;
    let rest = &bytes[at + 1..];
    let mut near = rest.iter().take(NEAR);
    match near.find(|&&byte| byte != b' ' && byte != MAC_SPACE) {
        Some(byte) => b"\r\n\t,;|\"".contains(byte),
        None => rest.len() <= NEAR,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(bytes: &[u8]) -> (Encoding, String) {
        let read = read(bytes);
        (read.encoding, read.text)
    }

    #[test]
    fn what_stands_around_a_byte_tells_which_encoding_it_is() {
        use Encoding::{MacRoman, Windows1252};
        let table: &[(&[u8], Encoding, &str)] = &[
            (b"bad.example\xCA\r\n", MacRoman, "bad.example\u{a0}\r\n"),
            (
                b"bad.example\xCA \xCA,x",
                MacRoman,
                "bad.example\u{a0} \u{a0},x",
            ),
            (
                b"caf\x8E,bad.example\xCA",
                MacRoman,
                "café,bad.example\u{a0}",
            ),
            (b"bad.example\xA0\r\n", Windows1252, "bad.example\u{a0}\r\n"),
            (b"caf\xE9\x80", Windows1252, "café€"),
            (b"FOR\xCAT,x", Windows1252, "FORÊT,x"),
            (b"a\x81b", Windows1252, "a\u{fffd}b"),
            (
                b"caf\xE9,bad.example\xCA\n",
                Windows1252,
                "café,bad.example\u{fffd}\n",
            ),
        ];
        for (bytes, encoding, text) in table {
            assert_eq!(shown(bytes), (*encoding, (*text).to_owned()), "{bytes:x?}");
        }
    }
}
