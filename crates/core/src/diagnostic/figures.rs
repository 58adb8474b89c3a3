//! Numbers, characters and lists as the sentences show them.

use crate::{
    message::{Arg, Phrase, made},
    value::is_hidden,
};

/// The exponent up to which a power of two is written in digits.
const IN_DIGITS: u8 = 40;

/// 2^`bits` as a number, which is 0 where it is too long to be written in digits.
pub(super) struct Power {
    pub(super) count: u64,
    pub(super) bits: String,
}

impl Power {
    pub(super) fn of(bits: u8) -> Self {
        let count = if bits > IN_DIGITS { 0 } else { 1 << bits };
        let bits = bits.to_string();
        Self { count, bits }
    }
}

/// Texts between backticks, with commas between.
pub(super) fn quoted<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let mut quoted = String::new();
    for text in texts {
        if !quoted.is_empty() {
            quoted.push_str(", ");
        }
        quoted.push('`');
        quoted.push_str(text);
        quoted.push('`');
    }
    quoted
}

/// A character, by its code point where it cannot be seen.
pub(super) fn shown(c: char) -> String {
    if c.is_control() || c.is_whitespace() || is_hidden(c) {
        code_point(c.into())
    } else {
        format!("`{c}`")
    }
}

/// `U+200B`
pub(super) fn code_point(number: u32) -> String {
    format!("U+{number:04X}")
}

/// What should stand somewhere: the message with those English words, else the words.
pub(super) fn expected(words: &str) -> Arg<'_> {
    let mut known = made::expected::ALL.map(Phrase::new);
    let known = known.find(|known| known.english() == words);
    known.map_or_else(|| words.into(), Arg::from)
}
