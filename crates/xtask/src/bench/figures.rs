//! Figures as a reader wants them.

/// With a comma before each three digits of the number that it begins with.
pub(super) fn grouped(input: &str) -> String {
    let digits = input.bytes().take_while(u8::is_ascii_digit).count();
    let mut text = String::new();
    for (at, digit) in input[..digits].char_indices() {
        if at > 0 && (digits - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text + &input[digits..]
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn digits_are_in_groups() {
        assert_eq!(grouped("1000000 rows"), "1,000,000 rows");
        assert_eq!(grouped("150 rows"), "150 rows");
        assert_eq!(grouped("a report"), "a report");
    }
}
