//! What `docs/threat-model.md` names as holding a threat is there: a file, or a test by its name.

const PAGE: &str = "docs/threat-model.md";

/// `page` is the page's text, `texts` are the project's files with their paths.
pub(super) fn findings(page: &str, texts: &[(String, String)]) -> Vec<String> {
    let missing = named(page).filter(|name| !is_there(name, texts));
    missing
        .map(|name| {
            format!("{PAGE}: {name} is no more. Name what holds this now, or say that nothing does")
        })
        .collect()
}

/// What stands in code in the last column of its table.
fn named(page: &str) -> impl Iterator<Item = &str> {
    let rows = page.lines().filter_map(|line| line.strip_suffix('|'));
    let held = rows.filter_map(|row| row.rsplit_once('|').map(|(_, held)| held));
    held.flat_map(|held| held.split('`').skip(1).step_by(2))
}

fn is_there(name: &str, texts: &[(String, String)]) -> bool {
    if name.contains('/') {
        return texts.iter().any(|(path, _)| path == name);
    }
    let function = format!("fn {name}(");
    texts.iter().any(|(_, text)| text.contains(&function))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_more_is_found() {
        let page = "| threat | done `x` | held by |\n|---|---|---|\n\
                    | one | `y` | `a/b.rs`, `it_holds` |\n| two | not held | |\n";
        let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
        let there = [file("a/b.rs", "fn it_holds() {}")];
        assert_eq!(findings(page, &there), [""; 0]);
        assert_eq!(findings(page, &[file("a/b.rs", "")]).len(), 1);
        assert_eq!(findings(page, &[file("c.rs", "fn it_holds() {}")]).len(), 1);
    }
}
