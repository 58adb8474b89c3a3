//! Single characters and defanged dots, as they stand between the parts of a value.

use crate::value::is_hidden;

/// The most blanks inside a mark or beside it.
const MOST_BLANKS: usize = 2;

/// A dot that joins two labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dot {
    /// Where the next label begins.
    pub(super) end: usize,
    pub(super) form: DotForm,
}

/// How a dot is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DotForm {
    Plain,
    /// `[.]`, `(dot)`, `\.` and the like.
    Defanged,
    /// A mark with blanks beside it: ` [.] `
    Spaced,
    /// `[.com]`: this bracket closes behind the label.
    Open(u8),
    /// ` dot `
    Spelt,
}

/// The dot at `at`, in any form, if a label follows it.
pub(super) fn dot(text: &str, at: usize) -> Option<Dot> {
    let bytes = text.as_bytes();
    let found = match bytes.get(at)? {
        b'.' => plain_dot(bytes, at),
        b'[' | b'(' | b'{' | b'<' => bracketed_dot(text, at)?,
        b'\\' if bytes.get(at + 1) == Some(&b'.') => defanged(at + 2),
        b'|' if bytes[at..].starts_with(b"|.|") => defanged(at + 3),
        b' ' => spaced_dot(text, at)?,
        _ => return None,
    };
    (word_len(text, found.end) > 0).then_some(found)
}

const fn defanged(end: usize) -> Dot {
    let form = DotForm::Defanged;
    Dot { end, form }
}

fn plain_dot(bytes: &[u8], at: usize) -> Dot {
    if bytes.get(at + 1) == Some(&b']') {
        return defanged(at + 2);
    }
    let form = DotForm::Plain;
    Dot { end: at + 1, form }
}

/// `[.]`, `(dot)`, `{ . }`, with a blank behind it; or the `[.` of `[.com]`.
fn bracketed_dot(text: &str, open: usize) -> Option<Dot> {
    let bytes = text.as_bytes();
    let close = closing(bytes[open]);
    let inner = after_blanks(bytes, open + 1);
    let after = match bytes.get(inner)? {
        b'.' | b',' => inner + 1,
        _ if is_word_at(bytes, inner, b"dot") => inner + 3,
        _ => return None,
    };
    let end = after_blanks(bytes, after);
    if bytes.get(end) == Some(&close) {
        let end = end + 1;
        if bytes.get(end) != Some(&b' ') {
            return Some(defanged(end));
        }
        let form = DotForm::Spaced;
        return Some(Dot { end: end + 1, form });
    }
    let is_open = bytes[inner] == b'.' && matches!(bytes[open], b'[' | b'(');
    let form = DotForm::Open(close);
    is_open.then_some(Dot { end: after, form })
}

/// A dot with blanks around it: ` [.] ` or ` dot `. A lone `.` between blanks ends a sentence.
fn spaced_dot(text: &str, at: usize) -> Option<Dot> {
    let bytes = text.as_bytes();
    let next = after_blanks(bytes, at);
    match bytes.get(next)? {
        b'[' | b'(' | b'{' => {
            let dot = bracketed_dot(text, next)?;
            let form = DotForm::Spaced;
            (!matches!(dot.form, DotForm::Open(_))).then_some(Dot { form, ..dot })
        }
        b'd' | b'D' if next == at + 1 && is_word_at(bytes, next, b"dot ") => {
            let form = DotForm::Spelt;
            Some(Dot {
                end: next + 4,
                form,
            })
        }
        _ => None,
    }
}

fn after_blanks(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest
        .iter()
        .take(MOST_BLANKS)
        .take_while(|&&byte| byte == b' ')
        .count()
}

/// `word` at `at`, in any case.
pub(super) fn is_word_at(bytes: &[u8], at: usize, word: &[u8]) -> bool {
    bytes
        .get(at..at + word.len())
        .is_some_and(|found| found.eq_ignore_ascii_case(word))
}

/// What closes what `open` opens.
pub(super) const fn closing(open: u8) -> u8 {
    match open {
        b'[' => b']',
        b'(' => b')',
        b'<' => b'>',
        _ => b'}',
    }
}

/// `sign` in brackets at `at`, such as `[:]`, or alone: where it ends, and whether it is in brackets.
pub(super) fn sign(bytes: &[u8], at: usize, sign: u8) -> Option<(usize, bool)> {
    match *bytes.get(at)? {
        found if found == sign => Some((at + 1, false)),
        open @ (b'[' | b'(' | b'{') => {
            let is_closed =
                bytes.get(at + 1) == Some(&sign) && bytes.get(at + 2) == Some(&closing(open));
            is_closed.then_some((at + 3, true))
        }
        _ => None,
    }
}

/// Whether a byte stands in words: letters, digits, `-` and `_`.
#[inline]
pub(super) const fn is_word(byte: u8) -> bool {
    IN_WORDS[byte as usize]
}

/// Each byte is asked at least once.
static IN_WORDS: [bool; 256] = {
    let mut all = [false; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        all[byte as usize] = byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        byte += 1;
    }
    all
};

/// How many bytes the character at `at` has if it stands in words; 0 if it does not.
pub(super) fn word_len(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at) {
        Some(&byte) if byte.is_ascii() => usize::from(is_word(byte)),
        Some(_) => {
            let found = text.get(at..).and_then(|rest| rest.chars().next());
            found.filter(|&c| is_letter(c)).map_or(0, char::len_utf8)
        }
        None => 0,
    }
}

/// A letter, digit or mark of any script; what cannot be seen as well, so that it is reported where
/// it hides in a value.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_hidden(c) || matches!(c, '\u{300}'..='\u{36f}')
}

/// Where the word that holds `at` ends.
pub(super) fn word_end(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        while bytes.get(at).is_some_and(|&byte| is_word(byte)) {
            at += 1;
        }
        match word_len(text, at) {
            0 => return at,
            len => at += len,
        }
    }
}

/// Whether the text goes on with a word at `at`.
pub(super) fn is_word_next(text: &str, at: usize) -> bool {
    word_len(text, at) > 0
}

/// Letters of scripts that are written without blanks between words.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}')
}

/// Whether a character that is not ASCII ends a URL: blanks, quotation marks, dashes, the
/// punctuation of other scripts.
pub(super) fn ends_url(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '«' | '»' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}'
            | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{303f}' | '\u{ff01}'..='\u{ff0f}'
            | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}'
            | '\u{fffd}')
}
