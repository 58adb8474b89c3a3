//! The frame of the static pages beside the page: what to know about a finding, and the licences.
//!
//! Such a page has no script. Its style and its icon are the page's own files, as the built shell names
//! them, so that the same security policy holds.

use std::path::Path;

use crate::{Outcome, place};

/// The built shell.
const SHELL: &str = "index.html";

/// The frame of pages in one folder of the built page.
pub(crate) struct Frame {
    /// The way up to the page's folder: `./`, or `../` from a folder in it.
    up: &'static str,
    links: String,
}

impl Frame {
    /// The frame for pages that lie where `up` leads to the page's folder `dist`.
    pub(crate) fn of(dist: &Path, up: &'static str) -> Outcome<Self> {
        let shell = place::text(&dist.join(SHELL))?;
        let links = links(&shell).ok_or("the built index.html links no stylesheet or no icon")?;
        let links = links.replace("href=\"./", &format!("href=\"{up}"));
        Ok(Self { up, links })
    }

    /// A whole page. `title` is text, `body` is HTML.
    pub(crate) fn around(&self, title: &str, body: &str) -> String {
        let (title, Self { up, links }) = (escaped(title), self);
        format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n\
             <meta name=\"viewport\" content=\"width=device-width\" />\n\
             <meta name=\"color-scheme\" content=\"light dark\" />\n\
             <title>{title} - ioculate</title>\n{links}</head>\n<body>\n<div class=\"page\">\n\
             <header class=\"top\"><a class=\"brand\" href=\"{up}\">ioculate</a></header>\n\
             <main id=\"main\" class=\"sec text\">\n{body}</main>\n</div>\n</body>\n</html>\n"
        )
    }
}

/// The shell's links to its icon and its stylesheet.
fn links(shell: &str) -> Option<String> {
    let tag = |rel: &str| {
        let mut tags = shell.split('<').filter(|tag| tag.starts_with("link"));
        let tag = tags.find(|tag| tag.contains(rel))?;
        Some(format!("<{}>\n", tag.split_once('>')?.0))
    };
    Some(tag("rel=\"icon\"")? + &tag("rel=\"stylesheet\"")?)
}

/// A text as HTML shows it.
pub(crate) fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;");
    text.replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_the_shells_links_and_its_own_words() {
        let shell = r#"<link rel="preload" href="./a.wasm"><link rel="stylesheet" href="./s-1.css" integrity="x"/>
            <link rel="icon" href="./i-1.svg"/>"#;
        let links = links(shell).unwrap();
        let frame = Frame {
            up: "../",
            links: links.replace("href=\"./", "href=\"../"),
        };
        let page = frame.around("a < b", "<p>c</p>");
        for part in [
            r#"<link rel="stylesheet" href="../s-1.css" integrity="x"/>"#,
            r#"<link rel="icon" href="../i-1.svg"/>"#,
            "<title>a &lt; b - ioculate</title>",
            "<p>c</p>",
        ] {
            assert!(page.contains(part), "{page}");
        }
        assert!(!page.contains("a.wasm"));
        assert_eq!(super::links("<link rel=\"icon\" href=\"i\">"), None);
    }
}
