//! What a page says, without what is another at each run: moments, how long something took, how much of the
//! quota is used by then, the ports of this machine, ids that are made up on the way, and the id of the build.

/// What stands in place of what differs.
const ANY: &str = "…";

/// A text without them.
#[must_use]
pub fn steady(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let steady = words.iter().enumerate();
    let steady: Vec<String> = steady
        .map(|(at, word)| of(word, &words[at + 1..]))
        .collect();
    steady.join(" ")
}

fn of(word: &str, after: &[&str]) -> String {
    let is_of_it = |c: char| c.is_ascii_hexdigit() || matches!(c, '-' | ':' | '/' | '.');
    let mut steady = String::new();
    let mut rest = word;
    while let Some(start) = rest.find(is_of_it) {
        let end = rest[start..]
            .find(|c| !is_of_it(c))
            .map_or(rest.len(), |end| start + end);
        let (before, core) = (&rest[..start], &rest[start..end]);
        // A sentence or a label may end with it.
        let bare = core.trim_end_matches(['.', ':', '-', '/']);
        steady += before;
        steady += &without(bare, after);
        steady += &core[bare.len()..];
        rest = &rest[end..];
    }
    steady + rest
}

fn without(core: &str, after: &[&str]) -> String {
    let next = after.first().copied().unwrap_or_default();
    let is_seconds = core.contains('.') && core.parse::<f64>().is_ok() && next.starts_with('s');
    let is_quota = is_number(core)
        && (after.starts_with(&["of", "30"]) || after.starts_with(&["calls", "free"]));
    if is_moment(core) || is_made_up(core) || is_seconds || is_quota {
        return ANY.to_owned();
    }
    match core.rsplit_once(':') {
        Some((host, port)) if port.len() >= 4 && is_number(port) => format!("{host}:{ANY}"),
        _ => core.to_owned(),
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit())
}

/// Whether it is a date or a time: short groups of digits, with `:`, `/` or `-` between them.
fn is_moment(core: &str) -> bool {
    // Some are told to the tenth of a microsecond.
    let whole = core
        .split_once('.')
        .filter(|(whole, _)| whole.contains(':'));
    let whole = whole.map_or(core, |(whole, _)| whole);
    let groups: Vec<&str> = whole.split([':', '/', '-']).collect();
    let is_short = |it: &&str| it.len() <= 4 && is_number(it);
    (2..=3).contains(&groups.len()) && groups.iter().all(is_short)
}

/// Whether it is a GUID, or the id of a build.
fn is_made_up(core: &str) -> bool {
    let is_hex = |it: &str| it.bytes().all(|it| it.is_ascii_hexdigit());
    let lengths: Vec<usize> = core.split('-').map(str::len).collect();
    core.split('-').all(is_hex) && (lengths == [8, 4, 4, 4, 12] || lengths == [16])
}

#[cfg(test)]
mod tests {
    use super::steady;

    #[test]
    fn what_differs_is_any() {
        for (text, expected) in [
            ("Compared at 18:05.", "Compared at …."),
            ("on 2026-11-22 at 18:05:31", "on … at …"),
            ("by 11/22/2026, 6:05", "by …, …"),
            ("2026-11-22T19:03:54.6060000Z", "…T…Z"),
            ("http://127.0.0.1:43121/", "http://127.0.0.1:…/"),
            ("localhost:43121", "localhost:…"),
            ("took 0.1 s", "took … s"),
            (
                "2 of 30 calls, 28 calls free",
                "… of 30 calls, … calls free",
            ),
            ("Build 64b6dbeaa3d666e2, of 2026-11-21.", "Build …, of …."),
            ("id 01a204a0-44c7-7f2c-99fc-491f38c13fc3", "id …"),
            ("198.51.100.7 and 1,200 rows", "198.51.100.7 and 1,200 rows"),
            ("UTF-8, 2 of 3, in 60 s", "UTF-8, 2 of 3, in 60 s"),
        ] {
            assert_eq!(steady(text), expected);
        }
    }
}
