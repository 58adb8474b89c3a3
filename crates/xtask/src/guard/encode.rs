//! The form in which the core reads the lists; its `guard/names.rs` and `guard/ranges.rs` say it.

use super::choose::{Names, Span};

/// The names, labels turned round and sorted, each as what differs from the one before.
pub(super) fn names(names: &Names) -> Vec<u8> {
    let mut turned: Vec<(String, u16)> = names
        .iter()
        .map(|(name, lists)| (name.rsplit('.').collect::<Vec<_>>().join("."), *lists))
        .collect();
    turned.sort();
    let mut bytes = Vec::new();
    let mut before = "";
    for (name, lists) in &turned {
        let shared = shared(before, name);
        bytes.push(shared);
        bytes.extend(&name.as_bytes()[usize::from(shared)..]);
        bytes.extend([lists & 0x7f, lists >> 7].map(|part| 0x80 | low_bits(part.into())));
        before = name;
    }
    bytes
}

fn shared(one: &str, other: &str) -> u8 {
    let both = one.bytes().zip(other.bytes());
    let count = both.take_while(|(a, b)| a == b).count();
    u8::try_from(count).unwrap_or(u8::MAX)
}

/// The spans: how far each begins behind the one before, and how many numbers follow its first.
pub(super) fn spans(spans: &[Span]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut base = 0;
    for &(first, last) in spans {
        push(first - base, &mut bytes);
        push(last - first, &mut bytes);
        base = last + 1;
    }
    bytes
}

/// LEB128.
fn push(mut number: u128, bytes: &mut Vec<u8>) {
    while number > 0x7f {
        bytes.push(0x80 | low_bits(number));
        number >>= 7;
    }
    bytes.push(low_bits(number));
}

#[allow(clippy::cast_possible_truncation, reason = "seven bits")]
fn low_bits(number: u128) -> u8 {
    (number & 0x7f) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_by_what_differs() {
        let table = Names::from([
            ("b.example".to_owned(), 1),
            ("a.b.example".to_owned(), 1 << 7),
        ]);
        assert_eq!(names(&table), b"\x00example.b\x81\x80\x09.a\x80\x81");
    }

    #[test]
    fn spans_count_from_the_one_before() {
        assert_eq!(
            spans(&[(3, 3), (4, 6), (300, 301)]),
            [3, 0, 0, 2, 0xa5, 2, 1]
        );
    }
}
