//! Values that are written so that no program takes them for what they are.
//!
//! Base64, percent signs, hex digits and letters in reverse order hide an indicator from filters and
//! from readers. What such a text seems to be is said and never taken for its value: whether it was
//! masked by whoever reported it, or is used so by an attacker, cannot be told.

use serde::{Deserialize, Serialize};

use super::alone::alone;
use crate::{
    diagnostic::{Finding, excerpt},
    indicator::IndicatorType,
};

/// The longest text that is looked into, in bytes: more than any masked form of the longest value.
const LONGEST: usize = 4_096;

/// How a value seems to be masked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mask {
    /// Base64 (RFC 4648, sections 4 and 5).
    Base64,
    /// `%65` for `e` (RFC 3986, section 2.1).
    Percent,
    /// Two hex digits for each character.
    Hex,
    /// From the last character to the first.
    Reversed,
}

/// What a text is when a mask is taken off, if it may wear it.
type Unmask = fn(&str) -> Option<String>;

/// The finding for a text that seems to be a masked indicator. It is asked of what is no value by
/// itself; a hash is one and is never taken for hex.
pub(super) fn masked(text: &str) -> Option<Finding> {
    if text.len() > LONGEST {
        return None;
    }
    let readings: [(Mask, Unmask); 4] = [
        (Mask::Percent, from_percent),
        (Mask::Hex, from_hex),
        (Mask::Base64, from_base64),
        (Mask::Reversed, from_reverse),
    ];
    readings.into_iter().find_map(|(mask, unmask)| {
        let looks = seems(&unmask(text)?)?;
        let given = excerpt(text);
        Some(Finding::Masked { given, mask, looks })
    })
}

/// What a text seems to be once it is read otherwise; also a private address or an address range.
fn seems(text: &str) -> Option<IndicatorType> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic());
    is_plain.then(|| alone(text)).flatten()
}

fn from_percent(text: &str) -> Option<String> {
    text.contains('%').then_some(())?;
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        if *first == b'%' {
            let (digits, behind) = after.split_at_checked(2)?;
            out.push(hex_byte(digits)?);
            rest = behind;
        } else {
            out.push(*first);
            rest = after;
        }
    }
    String::from_utf8(out).ok()
}

fn from_hex(text: &str) -> Option<String> {
    let digits = text.strip_prefix("0x").unwrap_or(text).as_bytes();
    (digits.len().is_multiple_of(2) && !digits.is_empty()).then_some(())?;
    let bytes: Option<Vec<u8>> = digits.chunks_exact(2).map(hex_byte).collect();
    String::from_utf8(bytes?).ok()
}

fn hex_byte(digits: &[u8]) -> Option<u8> {
    let digit = |at: usize| char::from(*digits.get(at)?).to_digit(16);
    u8::try_from(digit(0)? << 4 | digit(1)?).ok()
}

fn from_base64(text: &str) -> Option<String> {
    let digits = text.trim_end_matches('=');
    (digits.len() >= 6 && text.len() - digits.len() <= 2).then_some(())?;
    let mut out = Vec::with_capacity(digits.len());
    let (mut held, mut bits) = (0_u32, 0);
    for byte in digits.bytes() {
        held = held << 6 & 0xFFFF | u32::from(sextet(byte)?);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from(held >> bits & 0xFF).ok()?);
        }
    }
    String::from_utf8(out).ok()
}

/// The six bits of a digit of either alphabet.
fn sextet(byte: u8) -> Option<u8> {
    Some(match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    })
}

/// A text with a scheme at its end. A name in reverse order is a name too, and is taken as it stands.
fn from_reverse(text: &str) -> Option<String> {
    is_reversed(text).then(|| text.chars().rev().collect())
}

/// Whether a text that has the form of a value begins or ends as no value does: with `http` in hex
/// digits, which one hash of 2^32 begins with and none of these goes on as a URL, or with a scheme in
/// reverse order.
pub(super) fn is_plainly(text: &str) -> bool {
    text.starts_with("68747470") || is_reversed(text)
}

/// Whether a text ends as a URL in reverse order does.
fn is_reversed(text: &str) -> bool {
    let (_, end) = text.rsplit_once("//:").unwrap_or_default();
    (4..=5).contains(&end.len()) && end.bytes().all(|byte| byte.is_ascii_alphabetic())
}
