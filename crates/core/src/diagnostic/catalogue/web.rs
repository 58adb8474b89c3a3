//! The same catalogue as pages for the web: what stands between the frame of each, as HTML.
//!
//! Whoever builds the page puts the frame around them. Every text is escaped; where the catalogue's own
//! words hold `code` or *emphasis*, they become elements.

use std::fmt::Write as _;

use serde::Serialize;

use super::{
    Entry, Example, Given,
    shown::{Section, Shown, fixes, gravity, meaning, sections, seen},
};

/// The name of the index.
const INDEX: &str = "index.html";
const INDEX_TITLE: &str = "What is said about files and rows";

/// One page of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WebPage {
    /// The name of the file.
    pub name: String,
    /// Its title: text.
    pub title: String,
    /// What it shows: HTML.
    pub body: String,
}

/// All pages, the index first.
///
/// # Errors
/// Names each variant whose example does not lead to it.
pub fn web_pages() -> Result<Vec<WebPage>, String> {
    let sections = sections()?;
    let codes = sections.iter().flat_map(|section| &section.codes);
    let pages = codes.map(|of_code| page(of_code));
    Ok([index(&sections)].into_iter().chain(pages).collect())
}

fn index(sections: &[Section]) -> WebPage {
    let mut body = format!(
        "<h1>{INDEX_TITLE}</h1>\n<p>Each finding has a stable code. An <em>error</em> keeps the row from \
         being sent; a <em>warning</em> is sent, but look at it; a <em>note</em> is worth knowing.</p>\n"
    );
    for section in sections {
        let _ = write!(body, "<h2>{}</h2>\n<table>\n", escaped(section.title));
        for of_code in &section.codes {
            let finding = &of_code[0].found.finding;
            let (code, title) = (finding.code(), escaped(finding.title()));
            let gravity = gravity(finding.gravity());
            // Writing to a String cannot fail.
            let _ = writeln!(
                body,
                "<tr><th scope=\"row\"><a href=\"{code}.html\"><code>{code}</code></a></th>\
                 <td>{title}</td><td>{gravity}</td></tr>"
            );
        }
        body.push_str("</table>\n");
    }
    WebPage {
        name: INDEX.to_owned(),
        title: INDEX_TITLE.to_owned(),
        body,
    }
}

/// The page of a code.
fn page(of_code: &[Shown]) -> WebPage {
    let finding = &of_code[0].found.finding;
    let (code, title) = (finding.code(), finding.title());
    let meaning = meaning(finding.gravity());
    let sections: String = of_code.iter().map(section).collect();
    WebPage {
        name: format!("{code}.html"),
        title: format!("{code}: {title}"),
        body: format!(
            "<p><a href=\"{INDEX}\">{INDEX_TITLE}</a></p>\n<h1><code>{code}</code>: {}</h1>\n\
             <p>{meaning}</p>\n{sections}",
            escaped(title)
        ),
    }
}

/// What is said of one variant.
fn section(Shown { entry, found }: &Shown) -> String {
    let Entry {
        why,
        source,
        remedy,
        example,
    } = entry;
    let sentence = marked(&found.to_string(), false);
    let [why, source, remedy] = [why, source, remedy].map(|text| marked(text, true));
    let fixes = escaped(&fixes(&found.finding));
    let name = escaped(example.name);
    let given = given(example);
    format!(
        "<section>\n<blockquote class=\"said\">{sentence}</blockquote>\n<h2>Why</h2>\n<p>{why}</p>\n\
         <h2>Source</h2>\n<p>{source}.</p>\n<h2>What to do</h2>\n<p>{remedy}{fixes}</p>\n\
         <h2>Example</h2>\n<p>As <code>{name}</code>{given}</section>\n"
    )
}

fn given(example: &Example) -> String {
    match example.given {
        Given::Text(text) => format!(":</p>\n{}", raw(text)),
        Given::Titled(title, text) => format!(
            ", with the default title <code>{}</code>:</p>\n{}",
            escaped(title),
            raw(text)
        ),
        Given::Bytes(what, _) | Given::Made(what, _) | Given::Happened(what, _) => {
            format!(": {}.</p>\n", marked(what, true))
        }
    }
}

/// It may be wider than the page: whoever scrolls by keyboard must be able to reach it.
fn raw(text: &str) -> String {
    let text = escaped(&seen(text));
    format!("<pre class=\"raw\" dir=\"ltr\" tabindex=\"0\">{text}</pre>\n")
}

/// Escaped, with what stands between backticks as code; where the words are our own, what stands between
/// asterisks as emphasis. A mark without its fellow stays as it is.
fn marked(text: &str, own: bool) -> String {
    let mut rest = text;
    let mut made = String::with_capacity(text.len());
    while let Some((at, mark)) = next_mark(rest, own) {
        let inner = &rest[at + 1..];
        let Some(end) = inner.find(mark).filter(|end| *end > 0) else {
            let (before, after) = rest.split_at(at + 1);
            made.push_str(&escaped(before));
            rest = after;
            continue;
        };
        let tag = if mark == '`' { "code" } else { "em" };
        let (before, inside) = (escaped(&rest[..at]), escaped(&inner[..end]));
        let _ = write!(made, "{before}<{tag}>{inside}</{tag}>");
        rest = &inner[end + 1..];
    }
    made.push_str(&escaped(rest));
    made
}

fn next_mark(text: &str, own: bool) -> Option<(usize, char)> {
    text.char_indices()
        .find(|(_, c)| *c == '`' || (own && *c == '*'))
}

/// A text as HTML shows it, between tags and in an attribute.
fn escaped(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => made.push_str("&amp;"),
            '<' => made.push_str("&lt;"),
            '>' => made.push_str("&gt;"),
            '"' => made.push_str("&quot;"),
            '\'' => made.push_str("&#39;"),
            c => made.push(c),
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped_and_marks_become_elements() {
        for (text, own, html) in [
            ("a `b<c>` d", true, "a <code>b&lt;c&gt;</code> d"),
            ("*RFC 1*, `*.a`", true, "<em>RFC 1</em>, <code>*.a</code>"),
            ("`*.a` and *.b, *.c", false, "<code>*.a</code> and *.b, *.c"),
            ("a ` b & \"c\"", true, "a ` b &amp; &quot;c&quot;"),
            ("`` <b>", true, "`` &lt;b&gt;"),
        ] {
            assert_eq!(marked(text, own), html, "{text}");
        }
    }

    /// As the pages in Markdown are: one for each code, which the index leads to.
    #[test]
    fn each_code_has_a_page() {
        let pages = web_pages().unwrap_or_else(|wrong| panic!("{wrong}"));
        let written = super::super::pages().unwrap_or_default();
        assert_eq!(pages.len(), written.len());
        for (page, written) in pages.iter().zip(&written).skip(1) {
            let code = written.name.strip_suffix(".md").unwrap_or_default();
            assert_eq!(page.name, format!("{code}.html"));
            assert!(pages[0].body.contains(&format!("href=\"{code}.html\"")));
            for html in [&page.body, &pages[0].body] {
                let refused = ["<script", " style", "<style", " on", "<img"];
                let tags = html.split('<').skip(1);
                let mut tags = tags.filter_map(|tag| Some(format!("<{}", tag.split_once('>')?.0)));
                let wrong = tags.find(|tag| refused.iter().any(|it| tag.contains(it)));
                assert_eq!(wrong, None, "{code}");
            }
        }
    }
}
