//! What a page says, without what is another at each run: moments, and the ports of this machine.

/// What stands in place of what differs.
const ANY: &str = "…";

/// A text without dates, times and ports.
#[must_use]
pub fn steady(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let core = word.trim_matches(|c: char| !c.is_ascii_digit());
        if is_moment(core) || is_port(core) {
            word.replace(core, ANY)
        } else {
            word.to_owned()
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Whether a word is a date or a time: groups of digits, with `:`, `/` or `-` between them.
fn is_moment(word: &str) -> bool {
    let groups: Vec<&str> = word.split([':', '/', '-']).collect();
    let is_number =
        |it: &&str| (1..=4).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit());
    (2..=3).contains(&groups.len()) && groups.iter().all(is_number)
}

/// Whether it ends with a port: `http://127.0.0.1:43121/api`.
fn is_port(word: &str) -> bool {
    let number = |it: &str| it.len() >= 4 && it.bytes().all(|it| it.is_ascii_digit());
    word.rsplit_once(':').is_some_and(|(_, port)| number(port))
}

#[cfg(test)]
mod tests {
    use super::steady;

    #[test]
    fn moments_and_ports_are_any() {
        for (text, expected) in [
            ("Compared at 18:05.", "Compared at …."),
            ("on 2026-11-22 at 18:05:31", "on … at …"),
            ("by 11/22/2026, 6:05", "by …, …"),
            ("http://127.0.0.1:43121/api", "http://…/api"),
            ("198.51.100.7 and 1,200 rows", "198.51.100.7 and 1,200 rows"),
            ("UTF-8, 2 of 3", "UTF-8, 2 of 3"),
        ] {
            assert_eq!(steady(text), expected);
        }
    }
}
