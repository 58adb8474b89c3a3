//! Words that must not appear: places of one machine, addresses of registries, and what the
//! page's security policy refuses.

use super::{files::has_ending, line_at};

/// A text that must not appear in some files, and what to do instead.
struct Banned {
    word: &'static str,
    /// Where the path begins with one of these; empty means everywhere.
    below: &'static [&'static str],
    /// Only where it does not follow a letter, a digit or one of these.
    not_after: &'static [char],
    instead: &'static str,
}

// Written in two parts, so that this file passes its own check.
const BANNED: [Banned; 7] = [
    Banned {
        word: concat!("/wo", "rk/"),
        below: &[],
        not_after: &['.', '-'],
        instead: "is a place of one machine. Take the path from the environment or the manifest",
    },
    Banned {
        word: concat!("/ro", "ot/"),
        below: &[],
        not_after: &['.', '-'],
        instead: "is a place of one machine. Take the path from the environment or the manifest",
    },
    Banned {
        word: concat!("registry.npm", "js.org"),
        below: &[],
        not_after: &[],
        instead: "names a registry. The user's own client knows which one to ask",
    },
    Banned {
        word: concat!("index.cra", "tes.io"),
        below: &[],
        not_after: &[],
        instead: "names a registry. The user's own client knows which one to ask",
    },
    Banned {
        word: concat!("from_html_", "unchecked"),
        below: &["crates/app/", "crates/module/"],
        not_after: &[],
        instead: "makes markup of text. Write the elements; what a user brings is shown as text",
    },
    Banned {
        word: concat!("sty", "le="),
        below: &["crates/app/", "crates/module/", "index.html", "www/"],
        // `~style=` sets the property, which the policy allows.
        not_after: &['~', '-', '_'],
        instead: "is refused by the page's policy. Use a class, or the property (`~style`)",
    },
    Banned {
        word: concat!("inner", "HTML"),
        below: &["crates/app/", "crates/module/", "www/"],
        not_after: &[],
        instead: "makes markup of text. Use textContent",
    },
];

pub(super) fn findings(name: &str, text: &str) -> Vec<String> {
    let mut findings: Vec<String> = BANNED
        .iter()
        .filter(|banned| banned.applies_to(name))
        .flat_map(|banned| banned.found_in(name, text))
        .collect();
    findings.extend(inline_script(name, text));
    findings
}

impl Banned {
    fn applies_to(&self, name: &str) -> bool {
        self.below.is_empty() || self.below.iter().any(|folder| name.starts_with(folder))
    }

    fn found_in(&self, name: &str, text: &str) -> Vec<String> {
        let stands_alone = |at: usize| {
            let before = text[..at].chars().next_back();
            self.not_after.is_empty()
                || !before.is_some_and(|c| c.is_alphanumeric() || self.not_after.contains(&c))
        };
        text.match_indices(self.word)
            .filter(|(at, _)| stands_alone(*at))
            .map(|(at, word)| format!("{name}:{}: `{word}` {}", line_at(text, at), self.instead))
            .collect()
    }
}

/// A script with a body, in a page of ours.
fn inline_script(name: &str, text: &str) -> Vec<String> {
    if !has_ending(name, "html") || name.starts_with("tests/") {
        return Vec::new();
    }
    let scripts = text.match_indices("<script");
    scripts
        .filter(|(at, _)| {
            let tag = text[*at..].split('>').next().unwrap_or_default();
            !tag.contains("src=")
        })
        .map(|(at, _)| {
            let line = line_at(text, at);
            format!(
                "{name}:{line}: an inline script is refused by the page's policy. Move it to a file"
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn banned_words_are_found_where_they_are_banned() {
        let machine = concat!("/wo", "rk/main");
        let style = concat!("sty", "le=\"\"");
        let table = [
            ("README.md", format!("see {machine}"), 1),
            ("README.md", format!("https://a.example{machine}"), 0),
            (
                "crates/core/src/a.rs",
                format!("\"{machine}\"\n\"{machine}\""),
                2,
            ),
            ("crates/app/src/a.rs", format!("<p {style}>"), 1),
            ("crates/app/src/a.rs", format!("<p ~{style}>"), 0),
            ("crates/core/src/a.rs", format!("<p {style}>"), 0),
            ("index.html", "<script>let a;</script>".to_owned(), 1),
            (
                "index.html",
                "<script type=\"module\" src=\"a.js\"></script>".to_owned(),
                0,
            ),
            (
                "tests/fixtures/a.html",
                "<script>let a;</script>".to_owned(),
                0,
            ),
        ];
        for (name, text, expected) in table {
            assert_eq!(findings(name, &text).len(), expected, "{name}: {text}");
        }
    }

    #[test]
    fn a_finding_names_its_line() {
        let text = format!("a\nb {}", concat!("/wo", "rk/x"));
        assert!(findings("README.md", &text)[0].starts_with("README.md:2: "));
    }
}
