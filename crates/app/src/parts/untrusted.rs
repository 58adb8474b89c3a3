//! Text that comes from a file or the network.
//!
//! It is always a text node, in its own direction; marks that would steer or hide other text are
//! written out, and what is clipped says so.

use std::borrow::Cow;

use yew::prelude::*;

/// Characters of one value shown in a table or a sentence.
const CLIP: usize = 300;

/// Values longer than this are compared by their ends alone: the comparison takes the product of
/// both lengths.
const COMPARED: usize = 200;

/// Text with every character visible: control characters as their pictures, marks of direction and
/// of no width as their code points.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(steers) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\0'..='\u{1f}' => shown.extend(char::from_u32(0x2400 + u32::from(c))),
            '\u{7f}' => shown.push('\u{2421}'),
            c if steers(c) => shown.extend(["[U+", &format!("{:04X}", u32::from(c)), "]"]),
            c => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// Whether a character is invisible or changes how its neighbours are shown.
fn steers(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}'
        | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Visible and clipped; what is missing is named.
fn shown(text: &str) -> String {
    match text.char_indices().nth(CLIP) {
        None => visible(text).into_owned(),
        Some((end, _)) => {
            let more = text[end..].chars().count();
            format!("{}… (+{more})", visible(&text[..end]))
        }
    }
}

/// A value: monospaced, left to right.
pub fn data(text: &str) -> Html {
    html! { <bdi class="v cut" dir="ltr">{ shown(text) }</bdi> }
}

/// Foreign text inside a sentence, in its own direction.
pub fn plain(text: &str) -> Html {
    html! { <bdi>{ shown(text) }</bdi> }
}

/// A short foreign text in code.
pub fn code(text: &str) -> Html {
    html! { <code><bdi dir="ltr">{ shown(text) }</bdi></code> }
}

/// A stretch of two texts compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// In both.
    Same(String),
    /// In the first alone.
    Gone(String),
    /// In the second alone.
    New(String),
}

/// What turns `before` into `after`: the longest common subsequence of characters, in stretches.
#[must_use]
pub fn compare(before: &str, after: &str) -> Vec<Part> {
    let (a, b): (Vec<char>, Vec<char>) = (before.chars().collect(), after.chars().collect());
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let tail = a[head..]
        .iter()
        .rev()
        .zip(b[head..].iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    let (middle_a, middle_b) = (&a[head..a.len() - tail], &b[head..b.len() - tail]);
    let mut parts = Parts::default();
    parts.push(Part::Same, &a[..head]);
    if middle_a.len() > COMPARED || middle_b.len() > COMPARED {
        parts.push(Part::Gone, middle_a);
        parts.push(Part::New, middle_b);
    } else {
        walk(middle_a, middle_b, &mut parts);
    }
    parts.push(Part::Same, &a[a.len() - tail..]);
    parts.0
}

#[derive(Default)]
struct Parts(Vec<Part>);

impl Parts {
    fn push(&mut self, kind: fn(String) -> Part, chars: &[char]) {
        if chars.is_empty() {
            return;
        }
        let text: String = chars.iter().collect();
        let same_kind = |last: &Part| {
            std::mem::discriminant(last) == std::mem::discriminant(&kind(String::new()))
        };
        match self.0.last_mut() {
            Some(last) if same_kind(last) => {
                let (Part::Same(held) | Part::Gone(held) | Part::New(held)) = last;
                held.push_str(&text);
            }
            _ => self.0.push(kind(text)),
        }
    }
}

fn walk(a: &[char], b: &[char], parts: &mut Parts) {
    let lengths = common_lengths(a, b);
    let at = |i: usize, j: usize| lengths[i * (b.len() + 1) + j];
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            parts.push(Part::Same, &a[i..=i]);
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || (i < a.len() && at(i + 1, j) >= at(i, j + 1)) {
            parts.push(Part::Gone, &a[i..=i]);
            i += 1;
        } else {
            parts.push(Part::New, &b[j..=j]);
            j += 1;
        }
    }
}

/// The length of the longest common subsequence of every pair of tails.
fn common_lengths(a: &[char], b: &[char]) -> Vec<u16> {
    let width = b.len() + 1;
    let mut lengths = vec![0_u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            lengths[i * width + j] = if a[i] == b[j] {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    lengths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_hides_or_steers() {
        let cases = [
            ("evil.example", "evil.example"),
            ("a\0b\tc\u{7f}", "a␀b␉c␡"),
            ("invoice\u{202e}fdp.exe", "invoice[U+202E]fdp.exe"),
            ("e\u{200b}vil", "e[U+200B]vil"),
            ("\u{feff}x\u{e0041}", "[U+FEFF]x[U+E0041]"),
            ("日本 münchen", "日本 münchen"),
        ];
        for (given, seen) in cases {
            assert_eq!(visible(given), seen);
        }
    }

    #[test]
    fn a_clipped_text_says_how_much_is_missing() {
        assert_eq!(shown(&"a".repeat(CLIP)), "a".repeat(CLIP));
        assert!(shown(&"é".repeat(CLIP + 7)).ends_with("é… (+7)"));
    }

    /// `-gone-`, `+new+`, and the rest as it stands.
    fn marked(before: &str, after: &str) -> String {
        let mark = |part| match part {
            Part::Same(text) => text,
            Part::Gone(text) => format!("-{text}-"),
            Part::New(text) => format!("+{text}+"),
        };
        compare(before, after).into_iter().map(mark).collect()
    }

    #[test]
    fn a_comparison_marks_what_changed() {
        let cases = [
            ("evil.example", "evil.example", "evil.example"),
            (
                "hxxp://evil[.]example",
                "http://evil.example",
                "h-xx-+tt+p://evil-[-.-]-example",
            ),
            ("Evil.Example.", "evil.example", "-E-+e+vil.-E-+e+xample-.-"),
            ("", "new", "+new+"),
            ("gone", "", "-gone-"),
        ];
        for (before, after, seen) in cases {
            assert_eq!(marked(before, after), seen);
        }
    }

    #[test]
    fn long_texts_are_compared_by_their_ends() {
        let (before, after) = ("x".repeat(COMPARED + 1), "y".repeat(3));
        assert_eq!(
            marked(&format!("a{before}b"), &format!("a{after}b")),
            format!("a-{before}-+{after}+b")
        );
    }
}
