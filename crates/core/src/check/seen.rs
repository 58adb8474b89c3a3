//! What a text by itself looks like: a hash, an address, a name, a URL, or something that is no
//! indicator. Nothing is checked here; a text that looks like a domain may be a bad one.

use crate::{diagnostic::Looks, indicator::IndicatorType, value};

/// What a text looks like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Seen {
    /// A value of this type, well written or not.
    Type(IndicatorType),
    /// Hex of a length that no supported hash has.
    OddHash,
    /// No indicator.
    Not(Looks),
}

/// What `text`, trimmed and refanged, looks like.
pub(super) fn seen(text: &str) -> Seen {
    if let Some(kind) = value::hash_kind(text) {
        return Seen::Type(kind);
    }
    if value::is_odd_hash(text) {
        return Seen::OddHash;
    }
    if value::is_address_like(text) {
        return Seen::Type(IndicatorType::IpAddress);
    }
    if is_comment(text) {
        return Seen::Not(Looks::Comment);
    }
    if is_placeholder(text) {
        return Seen::Not(Looks::Placeholder);
    }
    seen_by_marks(text)
}

fn seen_by_marks(text: &str) -> Seen {
    if is_registry_key(text) {
        return Seen::Not(Looks::RegistryKey);
    }
    if is_file_path(text) {
        return Seen::Not(Looks::FilePath);
    }
    if is_mutex(text) {
        return Seen::Not(Looks::Mutex);
    }
    match value::scheme(text) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto") => return Seen::Not(Looks::Email),
        Some(_) => return Seen::Type(IndicatorType::Url),
        None => {}
    }
    if text.contains(char::is_whitespace) {
        return Seen::Not(Looks::Sentence);
    }
    if is_reversed(text) {
        return Seen::Not(Looks::Unknown);
    }
    seen_by_host(text)
}

/// Whether a URL stands there from its end to its start. It is masked, not defanged, and not guessed.
fn is_reversed(text: &str) -> bool {
    ["//:ptth", "//:sptth", "//:pxxh", "//:spxxh"]
        .iter()
        .any(|end| ends_with(text, end))
}

fn ends_with(text: &str, end: &str) -> bool {
    let start = text.len().checked_sub(end.len());
    start
        .and_then(|start| text.get(start..))
        .is_some_and(|tail| tail.eq_ignore_ascii_case(end))
}

/// A text without scheme and blanks: a name with or without a path, or none.
fn seen_by_host(text: &str) -> Seen {
    let host_end = text.find(['/', '?', '#']).unwrap_or(text.len());
    let (host, rest) = text.split_at(host_end);
    if host.contains('@') && rest.is_empty() {
        return Seen::Not(Looks::Email);
    }
    let name = host.split_once(':').map_or(host, |(name, _)| name);
    let is_name = name.trim_end_matches('.').contains('.')
        && !name.contains([
            '\\', '=', '"', '\'', '<', '>', '|', ',', ';', '(', ')', '[', ']',
        ]);
    match (is_name, rest.is_empty()) {
        (true, true) if is_file_name(name) => Seen::Not(Looks::FileName),
        (true, true) => Seen::Type(IndicatorType::DomainName),
        (true, false) => Seen::Type(IndicatorType::Url),
        (false, _) if is_vulnerability(text) => Seen::Not(Looks::Vulnerability),
        (false, _) => Seen::Not(Looks::Unknown),
    }
}

fn starts_with_any(text: &str, starts: &[&str]) -> bool {
    starts.iter().any(|start| {
        text.get(..start.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(start))
    })
}

fn is_comment(text: &str) -> bool {
    text.starts_with(['#', ';']) || text.starts_with("//")
}

pub(super) fn is_placeholder(text: &str) -> bool {
    const PLACEHOLDERS: [&str; 12] = [
        "n/a",
        "na",
        "n.a.",
        "none",
        "null",
        "nil",
        "todo",
        "tbd",
        "tba",
        "unknown",
        "undefined",
        "empty",
    ];
    PLACEHOLDERS
        .iter()
        .any(|word| word.eq_ignore_ascii_case(text))
        || !text.contains(char::is_alphanumeric)
}

fn is_registry_key(text: &str) -> bool {
    const HIVES: [&str; 8] = [
        "HKEY_", "HKLM\\", "HKCU\\", "HKCR\\", "HKU\\", "HKCC\\", "HKLM:", "HKCU:",
    ];
    starts_with_any(text, &HIVES)
}

fn is_file_path(text: &str) -> bool {
    let bytes = text.as_bytes();
    let has_drive = bytes.len() > 2
        && bytes[0].is_ascii_alphabetic()
        && bytes[1] == b':'
        && matches!(bytes[2], b'\\' | b'/');
    let is_absolute = bytes.len() > 1 && bytes[0] == b'/' && bytes[1] != b'/';
    let is_variable = (text.starts_with('%') && text[1..].contains('%')) || text.starts_with('$');
    has_drive || is_absolute || is_variable || text.starts_with("\\\\") || text.starts_with("~/")
}

fn is_mutex(text: &str) -> bool {
    starts_with_any(text, &["Global\\", "Local\\", "Session\\", "\\Sessions\\"])
        || (text.starts_with('{') && text.ends_with('}') && text.contains('-'))
}

fn is_vulnerability(text: &str) -> bool {
    starts_with_any(text, &["CVE-"]) && text[4..].bytes().all(|b| b.is_ascii_digit() || b == b'-')
}

/// Endings of files that are no top-level domains, so that the text cannot be a public domain.
pub(super) fn is_file_name(name: &str) -> bool {
    const ENDINGS: [&str; 46] = [
        "exe", "dll", "sys", "bat", "ps1", "psm1", "vbs", "vbe", "js", "jse", "wsf", "hta", "lnk",
        "msi", "scr", "cpl", "ocx", "drv", "doc", "docx", "docm", "xls", "xlsx", "xlsm", "xlsb",
        "ppt", "pptx", "pdf", "rtf", "txt", "csv", "json", "xml", "htm", "html", "php", "asp",
        "aspx", "jsp", "jar", "rar", "7z", "gz", "iso", "img", "tmp",
    ];
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS
        .iter()
        .any(|known| known.eq_ignore_ascii_case(ending))
}
