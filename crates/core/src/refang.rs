//! Defanged text, such as `hxxp://evil[.]example`, read as what it stands for.
//!
//! The scheme and the host are read so; brackets in a path or a query may be meant, and the brackets
//! of an IPv6 host are. Only where scheme or host show that a URL was defanged is `[.]` in its path read
//! as a dot as well. A text without a mark is given back untouched. Reading twice gives the same as
//! reading once.

use std::borrow::Cow;

use crate::change::{Change, ChangeKind, Field};

/// Schemes as they are defanged, the longer before the shorter.
const SCHEMES: [(&str, &str); 35] = [
    ("[https]", "https"),
    ("[http]", "http"),
    ("[hxxps]", "https"),
    ("[hxxp]", "http"),
    ("(https)", "https"),
    ("(http)", "http"),
    ("(hxxps)", "https"),
    ("(hxxp)", "http"),
    ("http[s]", "https"),
    ("http(s)", "https"),
    ("hxxp[s]", "https"),
    ("hxxp(s)", "https"),
    ("[h]ttps", "https"),
    ("[h]ttp", "http"),
    ("h[t]tp", "http"),
    ("h[tt]ps", "https"),
    ("h[tt]p", "http"),
    ("h[xx]ps", "https"),
    ("h[xx]p", "http"),
    ("hxxps", "https"),
    ("hxxp", "http"),
    ("h**ps", "https"),
    ("h**p", "http"),
    ("hzzps", "https"),
    ("hzzp", "http"),
    ("hxtps", "https"),
    ("hxtp", "http"),
    ("htxps", "https"),
    ("htxp", "http"),
    ("h__ps", "https"),
    ("h__p", "http"),
    ("meows", "https"),
    ("meow", "http"),
    ("fxps", "ftps"),
    ("fxp", "ftp"),
];

/// Schemes as they are, after which a defanged separator may stand.
const PLAIN_SCHEMES: [&str; 4] = ["https", "http", "ftps", "ftp"];

/// What stands between scheme and host.
const SEPARATORS: [&str; 17] = [
    "://",
    "[:]//",
    "[://]",
    "(:)//",
    "(://)",
    "{:}//",
    "{://}",
    ":[//]",
    "[:][//]",
    "<:>//",
    "<://>",
    ":[/][/]",
    "[:][/][/]",
    "[:/]/",
    "[:]/[/]",
    ":/[/]",
    ":[/]/",
];

/// The most bytes between two brackets, as in `[.example.com]`; keeps hostile text cheap.
const MOST_INSIDE: usize = 64;

/// Reads `text` without its defanging, and adds what was read otherwise to `changes`.
pub fn refang<'a>(text: Cow<'a, str>, changes: &mut Vec<Change>) -> Cow<'a, str> {
    let mut text = text;
    while let Some(refanged) = pass(&text, changes) {
        text = Cow::Owned(refanged);
    }
    text
}

/// Whether [`refang`] would change anything. Allocates nothing.
#[must_use]
pub fn is_defanged(text: &str) -> bool {
    let (head, scheme) = scheme(text);
    scheme.is_some_and(|scheme| scheme.is_defanged(text)) || first_mark(text, head).is_some()
}

/// How long a scheme and what stands between it and the host are, defanged or not, and whether they
/// are defanged; `None` where `text` begins with none.
pub(crate) fn scheme_at(text: &str) -> Option<(usize, bool)> {
    let (head, scheme) = scheme(text);
    scheme.map(|scheme| (head, scheme.is_defanged(text)))
}

/// A scheme and a separator, as given and as meant.
struct Scheme {
    /// Where the name ends.
    name_end: usize,
    name: &'static str,
    separator: &'static str,
}

impl Scheme {
    fn is_defanged(&self, text: &str) -> bool {
        self.separator != "://" || !text[..self.name_end].eq_ignore_ascii_case(self.name)
    }
}

/// Where the host begins, and the scheme before it.
fn scheme(text: &str) -> (usize, Option<Scheme>) {
    if !text.starts_with(['h', 'H', 'm', 'M', 'f', 'F', '[', '(']) {
        return (0, None);
    }
    let defanged = SCHEMES.iter().copied();
    let plain = PLAIN_SCHEMES.iter().map(|&name| (name, name));
    // Most are plain, and what is defanged begins with no plain name and separator.
    plain
        .chain(defanged)
        .filter(|(given, _)| starts_with(text, given))
        .find_map(|(given, name)| {
            let separator = SEPARATORS
                .into_iter()
                .find(|sep| text[given.len()..].starts_with(sep))?;
            let scheme = Scheme {
                name_end: given.len(),
                name,
                separator,
            };
            Some((given.len() + separator.len(), Some(scheme)))
        })
        .unwrap_or((0, None))
}

fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// One reading from start to end; `None` where nothing is defanged.
fn pass(text: &str, changes: &mut Vec<Change>) -> Option<String> {
    if !is_defanged(text) {
        return None;
    }
    let (head, scheme) = scheme(text);
    let mut out = Rewritten {
        text: String::with_capacity(text.len()),
        since: changes.len(),
        changes,
    };
    if let Some(scheme) = scheme {
        push_scheme(text, &scheme, head, &mut out);
    }
    let mut from = head;
    while let Some(mark) = first_mark(text, from) {
        from = push_mark(text, from, &mark, &mut out);
        if mark.meant == "/" {
            break;
        }
    }
    while let Some(mark) = dot_in_path(text, from) {
        from = push_mark(text, from, &mark, &mut out);
    }
    out.keep(&text[from..]);
    Some(out.text)
}

/// Writes what stands before a mark and what the mark means. Says where to read on.
fn push_mark(text: &str, from: usize, mark: &Mark<'_>, out: &mut Rewritten<'_>) -> usize {
    out.keep(&text[from..mark.start]);
    out.change(&text[mark.start..mark.end], mark.meant);
    mark.end
}

/// The next `[.]` or `[dot]` in the path of a URL that is known to be defanged.
fn dot_in_path(text: &str, from: usize) -> Option<Mark<'_>> {
    let dot = |at: usize| {
        ["[.]", "[dot]", "(dot)", "{dot}"]
            .iter()
            .find(|dot| starts_with(&text[at..], dot))
            .map(|dot| Mark {
                start: at,
                end: at + dot.len(),
                meant: ".",
            })
    };
    text[from..]
        .match_indices(['[', '(', '{'])
        .find_map(|(at, _)| dot(from + at))
}

fn push_scheme(text: &str, scheme: &Scheme, head: usize, out: &mut Rewritten<'_>) {
    let name = &text[..scheme.name_end];
    if name.eq_ignore_ascii_case(scheme.name) {
        out.keep(name);
    } else {
        out.change(name, scheme.name);
    }
    if scheme.separator == "://" {
        out.keep("://");
    } else {
        out.change(&text[scheme.name_end..head], "://");
    }
}

/// A text on its way to another, from its start to its end.
struct Rewritten<'c> {
    text: String,
    changes: &'c mut Vec<Change>,
    /// How many changes another pass has made.
    since: usize,
}

impl Rewritten<'_> {
    fn keep(&mut self, part: &str) {
        self.text.push_str(part);
    }

    /// Writes `after` for `before`. One change stands for equal ones in a row: all before it are
    /// then made in the text that it makes, and none behind it is.
    fn change(&mut self, before: &str, after: &str) {
        let start = self.text.len();
        self.text.push_str(after);
        match self.changes[self.since..].last_mut() {
            Some(last) if last.before == before && last.after == after => last.again(start),
            _ => self.changes.push(
                Change::new(
                    ChangeKind::Refanged,
                    Field::IndicatorValue,
                    before.to_owned(),
                    after.to_owned(),
                )
                .of_part(start),
            ),
        }
    }
}

/// Something that stands for a dot, a colon, a slash or an at sign.
struct Mark<'t> {
    start: usize,
    end: usize,
    meant: &'t str,
}

/// The first mark at or after `from`, before the path begins.
fn first_mark(text: &str, from: usize) -> Option<Mark<'_>> {
    for (at, byte) in text.bytes().enumerate().skip(from) {
        let mark = match byte {
            b'/' | b'?' | b'#' => return None,
            b'[' | b'(' | b'{' | b'<' => bracketed(text, from, at),
            b'|' => barred_dot(text, at),
            b']' => closed_dot(text, at),
            b'\\' => escaped_dot(text, at),
            b' ' => spelt_dot(text, at),
            _ => None,
        };
        if mark.is_some() {
            return mark;
        }
    }
    None
}

/// `[.]`, `(dot)`, `{:}`, `[.com]`, with the blanks inside and around it; or an open `[.`.
fn bracketed(text: &str, from: usize, open: usize) -> Option<Mark<'_>> {
    let close = match text.as_bytes()[open] {
        b'[' => b']',
        b'(' => b')',
        b'<' => b'>',
        _ => b'}',
    };
    let inner_start = open + 1;
    let within = text.len().min(inner_start + MOST_INSIDE);
    let Some(len) = text.as_bytes()[inner_start..within]
        .iter()
        .position(|&b| b == close)
    else {
        let is_dot = text[inner_start..].starts_with('.') && is_letter_at(text, open + 2);
        return is_dot.then(|| Mark {
            start: open,
            end: open + 2,
            meant: ".",
        });
    };
    let meant = meant_by(text[inner_start..inner_start + len].trim_matches(' '))?;
    let (start, end) = with_blanks(text, from, open, inner_start + len + 1);
    Some(Mark { start, end, meant })
}

fn meant_by(inner: &str) -> Option<&str> {
    match inner {
        "." | "," => Some("."),
        ":" => Some(":"),
        "/" => Some("/"),
        "@" => Some("@"),
        _ if inner.eq_ignore_ascii_case("dot") => Some("."),
        _ if inner.eq_ignore_ascii_case("at") => Some("@"),
        _ if inner.eq_ignore_ascii_case("www") || inner.eq_ignore_ascii_case("www.") => Some(inner),
        _ => is_dotted_rest(inner).then_some(inner),
    }
}

/// `.com` of `evil[.com]`.
fn is_dotted_rest(inner: &str) -> bool {
    let labels = inner.strip_prefix('.');
    labels.is_some_and(|labels| {
        labels.split('.').all(|label| {
            !label.is_empty()
                && label
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b == b'-')
        })
    })
}

fn with_blanks(text: &str, from: usize, start: usize, end: usize) -> (usize, usize) {
    let before = text[from..start].len() - text[from..start].trim_end_matches(' ').len();
    let after = text[end..].len() - text[end..].trim_start_matches(' ').len();
    (start - before, end + after)
}

/// `|.|`
fn barred_dot(text: &str, at: usize) -> Option<Mark<'_>> {
    text[at..].starts_with("|.|").then(|| Mark {
        start: at,
        end: at + "|.|".len(),
        meant: ".",
    })
}

/// The `.]` of `evil.]example`, whose bracket was never opened.
fn closed_dot(text: &str, at: usize) -> Option<Mark<'_>> {
    let is_dot =
        text[..at].ends_with('.') && !text[..at].contains('[') && is_letter_at(text, at + 1);
    is_dot.then(|| Mark {
        start: at,
        end: at + 1,
        meant: "",
    })
}

/// `\.`, in a text that has no other backslash.
fn escaped_dot(text: &str, at: usize) -> Option<Mark<'_>> {
    if at == 0 || !text[at + 1..].starts_with('.') || !is_letter_at(text, at + 2) {
        return None;
    }
    let only_dots = text.split('\\').skip(1).all(|after| after.starts_with('.'));
    only_dots.then(|| Mark {
        start: at,
        end: at + 2,
        meant: ".",
    })
}

/// ` dot ` between two words, in a text that has no other blank.
fn spelt_dot(text: &str, at: usize) -> Option<Mark<'_>> {
    const SPELT: &str = " dot ";
    let is_here = |at: usize| {
        text.get(at..at + SPELT.len())
            .is_some_and(|t| t.eq_ignore_ascii_case(SPELT))
    };
    if at == 0 || !is_here(at) || !is_letter_at(text, at + SPELT.len()) {
        return None;
    }
    let blanks = text.bytes().filter(|&b| b == b' ').count();
    let spelt = text
        .match_indices(' ')
        .filter(|&(at, _)| is_here(at))
        .count();
    (blanks == 2 * spelt).then(|| Mark {
        start: at,
        end: at + SPELT.len(),
        meant: ".",
    })
}

fn is_letter_at(text: &str, at: usize) -> bool {
    text.get(at..)
        .is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}
