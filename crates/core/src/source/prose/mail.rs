//! Whether a text is a mail as servers pass it on, whose parts are encoded (RFC 2045, section 6).

use memchr::memmem;

use super::marks::is_word_at;

/// The name of the header field that says so, behind its first word, whose case differs.
const FIELD: &[u8] = b"ransfer-";

/// Where the first header field stands that names an encoding, and whether it is base64.
pub(super) fn encoded(text: &str) -> Option<(usize, bool)> {
    let bytes = text.as_bytes();
    memmem::find_iter(bytes, FIELD).find_map(|at| {
        let start = at.checked_sub("Content-T".len())?;
        let is_start = start == 0 || matches!(bytes[start - 1], b'\n' | b'\r');
        if !is_start || !is_word_at(bytes, start, b"content-transfer-encoding:") {
            return None;
        }
        let value = start + "content-transfer-encoding:".len();
        let blanks = bytes[value..].iter().take_while(|byte| **byte == b' ');
        let value = value + blanks.count();
        let is_base64 = is_word_at(bytes, value, b"base64");
        (is_base64 || is_word_at(bytes, value, b"quoted-printable")).then_some((start, is_base64))
    })
}
