//! What bytes are, by how they begin.

use memchr::memmem;

/// A zip's first local header, and the end record of one without entries.
const ZIP: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];

/// A compound file, in which old workbooks and encrypted new ones lie ([MS-CFB] 2.2).
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// What holds other files or sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Packed {
    Zip,
    Compound,
}

pub(crate) fn packed(bytes: &[u8]) -> Option<Packed> {
    if ZIP.iter().any(|signature| bytes.starts_with(signature)) {
        return Some(Packed::Zip);
    }
    bytes.starts_with(COMPOUND).then_some(Packed::Compound)
}

/// Whether a compound file has a stream of this name. Names stand in UTF-16 ([MS-CFB] 2.6.1); a
/// text that happens to hold the same is found as well, so this only chooses between two refusals.
pub(crate) fn has_stream(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    memmem::find(bytes, &wide).is_some()
}

/// How many central headers a zip seems to have: they are held before one is looked at.
pub(crate) fn central_headers(bytes: &[u8]) -> usize {
    memmem::find_iter(bytes, b"PK\x01\x02").count()
}
