//! The style sheet as a browser is sent it: without its remarks, and named by what is left.

use std::path::Path;

use crate::{
    Outcome,
    content::{flat, integrity, short_hash},
    place,
};

/// How the shell names the sheet, up to what changes with its content.
const NAMED: &str = "href=\"./style-";

/// Takes the remarks and indents out of the sheet in `dist`, and has the shell ask for what is left.
pub(crate) fn shorten(dist: &Path) -> Outcome {
    let shell = dist.join("index.html");
    let text = place::text(&shell)?;
    let named = text
        .split_once(NAMED)
        .and_then(|(_, rest)| rest.split_once('"'));
    let (name, rest) = named.ok_or("index.html names no style sheet")?;
    let held_to = rest
        .split_once("integrity=\"")
        .and_then(|(_, it)| it.split_once('"'));
    let (held, _) = held_to.ok_or("index.html holds its style sheet to no integrity")?;
    let old = format!("style-{name}");
    let sheet = shortened(&place::text(&dist.join(&old))?);
    let new = format!("style-{}.css", short_hash([sheet.as_bytes()]));
    let shown = text.replace(&old, &new);
    place::write(&shell, shown.replace(held, &integrity(sheet.as_bytes())))?;
    place::rename(&dist.join(old), &dist.join(&new))?;
    place::write(&dist.join(new), sheet)
}

/// What the rules are without what is said of them. No text in the sheet looks like a remark.
fn shortened(sheet: &str) -> String {
    let mut left = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        left.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    left.push_str(rest);
    flat(&left, |_| true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_are_left() {
        let sheet = "/* one\n two */\n.a {\n  color: red; /* why */\n}\n\n.b {\n}\n";
        assert_eq!(shortened(sheet), ".a {\ncolor: red;\n}\n.b {\n}\n");
    }

    #[test]
    fn no_text_of_the_sheet_is_taken_for_a_remark() {
        let sheet = place::text(&place::root().join("www/style.css")).unwrap();
        let (open, closed) = (sheet.matches("/*").count(), sheet.matches("*/").count());
        assert_eq!(open, closed);
        let quoted = sheet.split('"').skip(1).step_by(2);
        assert!(quoted.into_iter().all(|text| !text.contains("/*")));
    }
}
