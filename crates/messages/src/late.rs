//! The texts of all languages but the first, as files beside the page: it asks for one when it is to
//! speak that language.

use std::fmt::Write as _;

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// A language's text as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Late {
    /// The language's tag.
    pub language: String,
    /// The file's name, which changes with its content: a cache never hands out another's.
    pub name: String,
    /// What the browser holds the file to (Subresource Integrity, section 3.1).
    pub integrity: String,
    /// What is in the file.
    pub text: String,
}

impl Late {
    pub(crate) fn new(language: &str, text: String) -> Self {
        let digest = Sha256::digest(&text);
        let short = digest[..8].iter().fold(String::new(), |mut short, byte| {
            // Writing to a String cannot fail.
            let _ = write!(short, "{byte:02x}");
            short
        });
        Self {
            name: format!("messages-{language}-{short}.txt"),
            integrity: format!("sha256-{}", STANDARD.encode(digest)),
            language: language.to_owned(),
            text,
        }
    }
}
