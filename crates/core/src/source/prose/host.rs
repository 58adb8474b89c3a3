//! What labels with dots between are: a domain, an address, a URL without its scheme, or nothing.

use std::net::Ipv4Addr;

use crate::{scripts, suffix};

use super::{
    around, endings,
    marks::{self, is_unspaced},
    mention::Doubt,
    run::{Run, Spacing},
    scan::{Kind, Match},
    url, v6, words,
};

/// The longest scheme that is looked for.
const LONGEST_SCHEME: usize = 12;

/// What a run is, if it is anything.
pub(super) fn read(text: &str, run: &Run) -> Option<Match> {
    if let Some(found) = of_other_scheme(text, run) {
        return Some(found);
    }
    if run.is_numeric() || run.is_numeric_range() {
        return address(text, run);
    }
    if is_mail(text, run) {
        return None;
    }
    let doubt = match judged(text, run)? {
        Name::Sure => None,
        Name::Unsure(doubt) => Some(doubt),
    };
    let mut found = Match::of(Kind::Domain, with_wildcard(text, run.start), run.end);
    found.is_defanged = run.is_defanged;
    found.doubt = doubt.or_else(|| around::is_cut(text, run.start).then_some(Doubt::Cut));
    if text.as_bytes()[..run.start].ends_with(b"//") {
        // A page's link without a scheme, or a comment of a program.
        found.doubt = Some(Doubt::Reference);
    }
    Some(with_rest(text, found))
}

/// `tcp://198.51.100.7:443`: a URL of a scheme that Defender does not take. The check says so.
fn of_other_scheme(text: &str, run: &Run) -> Option<Match> {
    let scheme = text.as_bytes()[..run.start].strip_suffix(b"://")?;
    let letters = scheme.iter().rev().take(LONGEST_SCHEME);
    let len = letters
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count();
    let extent = url::extent(text, run.start, None).filter(|_| len > 0)?;
    let kind = Kind::Url { is_address: true };
    let mut found = Match::of(kind, scheme.len() - len, extent.end);
    found.is_defanged = run.is_defanged;
    Some(found)
}

// --- addresses ---

fn address(text: &str, run: &Run) -> Option<Match> {
    if run.is_numeric_range() {
        return address_range(run);
    }
    let name = run.name()?;
    let is_address = run.labels == 4 && (run.is_defanged || name.parse::<Ipv4Addr>().is_ok());
    if !is_address || !(run.is_defanged || is_plain_address(text, run)) {
        return None;
    }
    let mut found = Match::of(Kind::Address, run.start, run.end);
    found.is_defanged = run.is_defanged;
    if !run.is_defanged && is_small(name) && !is_called_address(text, run.start) {
        found.doubt = Some(Doubt::Version);
    }
    if let Some(end) = prefix_end(text, run.end).or_else(|| spaced_range_end(text, run.end)) {
        found.end = end;
        found.kind = Kind::Range;
        found.doubt = None;
        return Some(found);
    }
    Some(with_rest(text, found))
}

/// `198.51.100.7-9`, `198.51.100.7-198.51.100.9`
fn address_range(run: &Run) -> Option<Match> {
    let (first, last) = run.name()?.split_once('-')?;
    let is_range = first.parse::<Ipv4Addr>().is_ok()
        && (last.parse::<u8>().is_ok() || last.parse::<Ipv4Addr>().is_ok());
    is_range.then(|| Match::of(Kind::Range, run.start, run.end))
}

/// The end of ` - 198.51.100.9`.
fn spaced_range_end(text: &str, at: usize) -> Option<usize> {
    let start = at + " - ".len();
    let is_range = text.get(at..start) == Some(" - ");
    let last = is_range.then(|| Run::read(text, start, marks::word_end(text, start)))?;
    let is_address = last.is_numeric() && last.name()?.parse::<Ipv4Addr>().is_ok();
    is_address.then_some(last.end)
}

/// `/24`, not the beginning of a path.
fn prefix_end(text: &str, at: usize) -> Option<usize> {
    let (start, _) = marks::sign(text.as_bytes(), at, b'/')?;
    let end = v6::number_end(text, start, 3)?;
    let goes_on = matches!(text.as_bytes().get(end), Some(b'/' | b'?' | b'#'))
        || (text.as_bytes().get(end) == Some(&b'.') && marks::is_word_next(text, end + 1));
    (!goes_on).then_some(end)
}

/// Whether four plain numbers are no version, section or piece of a path.
fn is_plain_address(text: &str, run: &Run) -> bool {
    let bytes = text.as_bytes();
    let before = run.start.checked_sub(1).map(|at| bytes[at]);
    let is_piece = match before {
        Some(b'/') => is_product_before(text, run.start - 1),
        Some(b'\\' | b'$' | b'%' | b'~' | b'^') => true,
        _ => false,
    };
    !is_piece && !is_heading(bytes, run.start) && !is_version(text, run)
}

/// `Chrome/96.0.4664.110`
fn is_product_before(text: &str, slash: usize) -> bool {
    let word = around::words_before(text, slash).next().unwrap_or_default();
    words::is_product(word.as_str())
}

/// `## 1.2.3.4 A section`
fn is_heading(bytes: &[u8], start: usize) -> bool {
    let blanks = bytes[..start]
        .iter()
        .rev()
        .take_while(|&&byte| byte == b' ')
        .count();
    let before = start - blanks;
    blanks > 0
        && before > 0
        && matches!(bytes[before - 1], b'#' | b'=')
        && bytes[start.saturating_sub(10)..before - 1]
            .iter()
            .rev()
            .take_while(|byte| **byte != b'\n')
            .all(|byte| matches!(byte, b'#' | b'='))
}

fn is_version(text: &str, run: &Run) -> bool {
    for word in around::words_before(text, run.start) {
        if words::is_address_word(word.as_str()) {
            return false;
        }
        if words::is_version_word(word.as_str()) {
            return true;
        }
    }
    let next = around::word_after(text, run.end);
    let is_tail =
        words::is_version_tail(next.as_str()) && text.as_bytes().get(run.end) == Some(&b' ');
    is_tail && is_later(text, run.end, next.as_str())
}

/// `or later`, `and earlier`, `(build 7)`
fn is_later(text: &str, end: usize, word: &str) -> bool {
    if !matches!(word, "or" | "and") {
        return true;
    }
    let second = around::word_after(text, end + 1 + word.len());
    matches!(
        second.as_str(),
        "later"
            | "newer"
            | "earlier"
            | "older"
            | "higher"
            | "lower"
            | "above"
            | "below"
            | "prior"
            | "up"
    )
}

/// All digits alone, or an end of zeros, as versions are.
fn is_small(name: &str) -> bool {
    name.split('.').all(|octet| octet.len() == 1) || name.ends_with(".0")
}

fn is_called_address(text: &str, start: usize) -> bool {
    around::words_before(text, start).any(|word| words::is_address_word(word.as_str()))
}

// --- names ---

/// Whether a name belongs to an e-mail address, defanged or not.
fn is_mail(text: &str, run: &Run) -> bool {
    let bytes = text.as_bytes();
    let before = bytes[..run.start].trim_ascii_end();
    let before = if run.start - before.len() > 1 {
        &bytes[..run.start]
    } else {
        before
    };
    let ends = [
        &b"@"[..],
        b"[@]",
        b"(@)",
        b"{@}",
        b"[at]",
        b"(at)",
        b"{at}",
        b"<at>",
    ];
    let may_be_sign = matches!(before.last(), Some(b'@' | b']' | b')' | b'}' | b'>'));
    let is_sign = |end: &&[u8]| {
        let at = before.len().checked_sub(end.len());
        at.is_some_and(|at| marks::is_word_at(before, at, end))
    };
    let is_host = may_be_sign && ends.iter().any(is_sign);
    let is_spelt = run.is_defanged && bytes[..run.start].ends_with(b" at ");
    is_host || is_spelt || is_at(bytes, run.end)
}

fn is_at(bytes: &[u8], end: usize) -> bool {
    let at = end + usize::from(bytes.get(end) == Some(&b' '));
    let signs = [
        &b"[@]"[..],
        b"(@)",
        b"{@}",
        b"[at]",
        b"(at)",
        b"{at}",
        b"<at>",
    ];
    let may_be_sign = matches!(bytes.get(at), Some(b'[' | b'(' | b'{' | b'<'));
    let is_sign = |sign: &&[u8]| marks::is_word_at(bytes, at, sign);
    bytes.get(end) == Some(&b'@') || (may_be_sign && signs.iter().any(is_sign))
}

/// `*.` before a name belongs to it: it is taken off where that can be seen.
fn with_wildcard(text: &str, start: usize) -> usize {
    let before = &text.as_bytes()[..start];
    ["*.", "*[.]", "*(.)"]
        .iter()
        .find(|wildcard| before.ends_with(wildcard.as_bytes()))
        .map_or(start, |wildcard| start - wildcard.len())
}

/// The suffix of a name, in whatever script.
fn suffix_of(name: &str) -> Option<suffix::Suffix> {
    if name.is_ascii() {
        return suffix::of(name);
    }
    suffix::of(&scripts::to_ascii(name)?)
}

/// A name that is a domain.
#[derive(Clone, Copy)]
enum Name {
    Sure,
    /// It may be something else as well.
    Unsure(Doubt),
}

fn judged(text: &str, run: &Run) -> Option<Name> {
    if run.is_defanged {
        defanged_name(text, run)
    } else {
        plain_name(text, run)
    }
}

/// A name that somebody made harmless: it is meant.
fn defanged_name(text: &str, run: &Run) -> Option<Name> {
    let name = run.name()?;
    let (_, tld) = name.rsplit_once('.')?;
    let is_name = name
        .bytes()
        .any(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii());
    if !is_name || characters(tld) < 2 || tld.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match suffix_of(name) {
        None if endings::is_file_ending(tld) || run.spacing != Spacing::None => None,
        Some(_) if run.spacing != Spacing::None && words::is_small_word(tld) => None,
        Some(found) if found.start == 0 && found.is_private => {
            Some(Name::Unsure(Doubt::SharedSuffix))
        }
        Some(found) if found.start == 0 => None,
        _ if run.spacing == Spacing::Words => Some(Name::Unsure(Doubt::Spelt)),
        _ => Some(glued(text, run)),
    }
}

/// A name as it is: a domain where nothing speaks against it.
fn plain_name(text: &str, run: &Run) -> Option<Name> {
    let name = run.name()?;
    let (_, tld) = name.rsplit_once('.')?;
    if characters(tld) < 2 || endings::is_file_ending(tld) || !is_free(text, run) {
        return None;
    }
    let found = suffix_of(name)?;
    if found.start == 0 || is_of_program(text, run, name, tld) {
        return None;
    }
    if endings::is_file_tld(tld)
        && (run.labels == 2 || endings::is_mostly_files(tld) || name.starts_with("lib"))
    {
        let before = around::words_before(text, run.start)
            .next()
            .unwrap_or_default();
        let is_asked =
            words::is_domain_word(before.as_str()) || around::is_alone(text, run.start, run.end);
        return is_asked.then_some(Name::Unsure(Doubt::FileName));
    }
    Some(glued(text, run))
}

fn characters(text: &str) -> usize {
    text.chars().count()
}

/// Letters of a script without blanks right before a name may belong to it, and pictures beside it.
fn glued(text: &str, run: &Run) -> Name {
    let before = text[..run.start].chars().next_back();
    let behind = text[run.end..].chars().next();
    let is_picture = |c: char| matches!(c, '\u{2764}' | '\u{1f300}'..='\u{1faff}');
    if before.is_some_and(|c| is_unspaced(c) || is_picture(c)) || behind.is_some_and(is_picture) {
        Name::Unsure(Doubt::Glued)
    } else {
        Name::Sure
    }
}

/// Whether nothing before or behind makes a plain name part of a path, a call or a variable.
fn is_free(text: &str, run: &Run) -> bool {
    let bytes = text.as_bytes();
    let before = &bytes[..run.start];
    let is_piece = match before.last() {
        Some(b'/') => !before.ends_with(b"//"),
        Some(b'\\' | b'$' | b'%' | b'#' | b'~' | b'^' | b'@' | b'&') => true,
        Some(b':') => before.ends_with(b"::"),
        _ => false,
    };
    let is_followed = match bytes.get(run.end) {
        Some(b'(' | b'\\' | b'$' | b'%') => true,
        Some(b':') => bytes.get(run.end + 1) == Some(&b':'),
        Some(b'=') => run.labels == 2 && bytes.get(run.end + 1) != Some(&b' '),
        Some(b'.') => bytes.get(run.end + 1) == Some(&b'*'),
        _ => false,
    };
    !is_piece && !is_followed
}

/// Whether a name is one of a program: in capitals and small letters, from the top down, of a known
/// object, of numbers. What most names are told by is asked first.
fn is_of_program(text: &str, run: &Run, name: &str, tld: &str) -> bool {
    let raw = &text.as_bytes()[run.start..run.end];
    let first = name.split('.').next().unwrap_or_default();
    let has_lower = || raw.iter().any(u8::is_ascii_lowercase);
    let has_upper = |text: &[u8]| text.iter().any(u8::is_ascii_uppercase);
    // A name in small letters is none by its capitals.
    let is_capital = has_upper(raw);
    let is_mixed_tld = || has_upper(&text.as_bytes()[run.last..run.end]) && has_lower();
    let is_camel = || {
        let mut pairs = raw.windows(2);
        pairs.any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase())
            && !words::is_common_tld(tld)
    };
    let is_detection = || has_upper(&raw[..first.len()]) && words::is_detection(first);
    let is_initials = || name.split('.').all(|label| label.len() == 1);
    let is_reverse =
        || run.labels > 2 && words::is_reverse_start(first) && !words::is_common_tld(tld);
    let is_object = || run.labels == 2 && words::is_program_object(first);
    let is_number = || {
        let mut labels = name.rsplit('.').skip(1);
        labels.all(|label| label.bytes().all(|byte| byte.is_ascii_digit()))
    };
    first.starts_with('_')
        || (is_capital && (is_mixed_tld() || is_camel() || is_detection()))
        || is_initials()
        || (first.len() < 2 && !has_lower())
        || is_reverse()
        || is_object()
        || is_number()
}

// --- what follows a host ---

/// The match with its port, or as a URL where a path follows.
fn with_rest(text: &str, mut found: Match) -> Match {
    let bytes = text.as_bytes();
    let port =
        marks::sign(bytes, found.end, b':').and_then(|(start, _)| v6::number_end(text, start, 5));
    let host_end = port.unwrap_or(found.end);
    let is_decimal = port.is_some()
        && bytes.get(host_end) == Some(&b'.')
        && bytes.get(host_end + 1).is_some_and(u8::is_ascii_digit);
    if is_decimal {
        return found;
    }
    let rest = marks::sign(bytes, host_end, b'/')
        .map(|(end, _)| end)
        .filter(|&end| port.is_none() || !is_transport(text, end));
    let next = rest.map(|start| Run::read(text, start, marks::word_end(text, start)));
    if found.kind == Kind::Address && next.as_ref().is_some_and(is_address_run) {
        found.end = host_end;
        return found;
    }
    if rest.is_some()
        && let Some(extent) = url::extent(text, found.start, None)
    {
        if next.as_ref().is_some_and(is_name_run) && found.kind == Kind::Domain {
            found.doubt = Some(Doubt::TwoNames);
        }
        let is_address = found.kind == Kind::Address;
        found.kind = Kind::Url { is_address };
        found.end = extent.end;
        found.is_defanged |= extent.is_defanged;
        return found;
    }
    if port.is_some() {
        found.end = host_end;
    }
    found
}

/// Whether a path is an address of its own.
fn is_address_run(run: &Run) -> bool {
    run.labels == 4
        && run
            .name()
            .is_some_and(|name| name.parse::<Ipv4Addr>().is_ok())
}

/// Whether a path is a domain of its own.
fn is_name_run(run: &Run) -> bool {
    let is_domain = |name: &str| {
        let tld = name.rsplit('.').next().unwrap_or(name);
        suffix_of(name).is_some_and(|found| found.start > 0)
            && !endings::is_file_tld(tld)
            && !endings::is_file_ending(tld)
    };
    run.labels > 1 && run.name().is_some_and(is_domain)
}

/// `443/tcp`
fn is_transport(text: &str, at: usize) -> bool {
    let word = &text.as_bytes()[at..marks::word_end(text, at)];
    word.eq_ignore_ascii_case(b"tcp") || word.eq_ignore_ascii_case(b"udp")
}
