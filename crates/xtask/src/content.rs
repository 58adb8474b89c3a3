//! What the names and the integrity of the page's files are made of: their content.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256, Sha384};

use crate::sources::hex;

/// The part of a name that changes with the content of these, in this order.
pub(crate) fn short_hash<'a>(contents: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut digest = Sha256::new();
    for content in contents {
        digest.update(content);
    }
    hex(&digest.finalize())[..16].to_owned()
}

/// What a browser holds a file to (Subresource Integrity, section 3.1).
pub(crate) fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

/// A text without the indents of its lines, and without those that `is_said` does not want or that are
/// empty.
pub(crate) fn flat(text: &str, is_said: impl Fn(&str) -> bool) -> String {
    let lines = text.lines().map(str::trim);
    let said = lines.filter(|line| !line.is_empty() && is_said(line));
    said.fold(String::new(), |text, line| text + line + "\n")
}

/// A script without what stands before its lines and lines that are remarks. No text in ours and in those of
/// wasm-bindgen goes over several lines; where one does, the script stays as it is.
pub(crate) fn script(text: &str) -> String {
    let goes_on = |line: &str| !line.matches('`').count().is_multiple_of(2);
    if text.lines().any(goes_on) {
        return text.to_owned();
    }
    let is_remark = |line: &str| {
        ["//", "/**", "* ", "*/"]
            .iter()
            .any(|mark| line.starts_with(mark))
    };
    flat(text, |line| !is_remark(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_named_together_has_one_name() {
        let (one, two) = (b"one".as_slice(), b"two".as_slice());
        assert_eq!(short_hash([one, two]), short_hash([b"onetwo".as_slice()]));
        assert_ne!(short_hash([one, two]), short_hash([two, one]));
        assert_eq!(short_hash([one]).len(), 16);
    }

    #[test]
    fn integrity_is_that_of_the_standard() {
        let expected = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(integrity(b"alert('Hello, world.');"), expected);
    }

    #[test]
    fn a_script_loses_what_stands_before_its_lines() {
        let remarked =
            "  // a remark\n\n  f(`a ${b}`);\n/**\n * More.\n */\n    return 1; // one\n";
        assert_eq!(script(remarked), "f(`a ${b}`);\nreturn 1; // one\n");
        let text = "f(`\n  two lines`);\n";
        assert_eq!(script(text), text);
    }
}
