//! The type and the value: what the record says it is, and what it looks like.

use std::borrow::Cow;

use super::{
    Notes, Policy, Row, ignored, masked,
    vocabulary::{self, Said},
};
use crate::{
    change::{ChangeKind, Field, Fields},
    diagnostic::{Finding, Looks, excerpt},
    indicator::IndicatorType,
    refang::refang,
    source::{Doubt, are_commas_of_url},
    value,
};

/// What became of type and value.
pub(super) enum Value<'a> {
    /// The type and value it was recognised as, if any; what is wrong is noted.
    Read(Option<(IndicatorType, Cow<'a, str>)>),
    /// Nothing that could be imported, in a source that does not say it is.
    Other,
}

impl Value<'_> {
    fn recognised(&self) -> Option<&(IndicatorType, Cow<'_, str>)> {
        match self {
            Self::Read(recognised) => recognised.as_ref(),
            Self::Other => None,
        }
    }
}

/// What the record says of its type.
#[derive(Clone, Copy, PartialEq)]
enum Given {
    Type(IndicatorType),
    /// What a foreign word says; the value decides.
    Said(Said),
    /// Blank in a source that has the field.
    Blank,
    /// The source has no such field.
    Untyped,
    /// Not a type; noted.
    Unknown,
}

pub(super) fn read<'a>(
    given: Option<&str>,
    text: Option<Cow<'a, str>>,
    fields: Fields,
    is_mention: bool,
    policy: &Policy,
    notes: &mut Notes,
    defaulted: &mut Fields,
) -> Value<'a> {
    let given = given_type(given, fields, notes);
    let text = match text.map(|text| value::trim(text, notes)) {
        Some(Ok(text)) if !text.is_empty() => text,
        Some(Err(found)) => {
            notes.find_value(found);
            return Value::Read(None);
        }
        _ => return blank(given, notes),
    };
    let text = if is_mention {
        without_port(refanged(text, notes), notes)
    } else {
        text
    };
    match given {
        Given::Type(kind) => return Value::Read(Some((kind, typed(kind, text, policy, notes)))),
        Given::Said(Said::Other(looks)) => {
            notes.find_value(Finding::OtherRecord { looks });
            return Value::Other;
        }
        _ => {}
    }
    let read = detected(given, text, policy, notes, defaulted);
    if fields == Fields::NONE && !is_mention {
        note_comma(&read, notes);
        ask_of_file(given, &read, notes);
    }
    read
}

/// The text without its defanging, unless that is to be kept.
fn refanged<'a>(text: Cow<'a, str>, notes: &mut Notes) -> Cow<'a, str> {
    if notes.keeps(ChangeKind::Refanged) {
        return text;
    }
    refang(text, &mut notes.changes)
}

fn given_type(given: Option<&str>, fields: Fields, notes: &mut Notes) -> Given {
    let Some(text) = given.filter(|text| !text.trim().is_empty()) else {
        let is_typed = fields.has(Field::IndicatorType);
        return if is_typed {
            Given::Blank
        } else {
            Given::Untyped
        };
    };
    if !fields.has(Field::IndicatorType) {
        return vocabulary::said(text).map_or(Given::Untyped, Given::Said);
    }
    let Some(kind) = IndicatorType::read(text.trim()) else {
        notes.find(
            Field::IndicatorType,
            Finding::BadType {
                given: excerpt(text),
            },
        );
        return Given::Unknown;
    };
    if kind.as_str() != text {
        notes.change(
            ChangeKind::Spelling,
            Field::IndicatorType,
            text.to_owned(),
            kind.as_str(),
        );
    }
    Given::Type(kind)
}

fn blank<'a>(given: Given, notes: &mut Notes) -> Value<'a> {
    if matches!(given, Given::Untyped | Given::Said(_)) {
        notes.find_value(Finding::OtherRecord {
            looks: Looks::Blank,
        });
        return Value::Other;
    }
    notes.find_value(Finding::MissingValue);
    Value::Read(None)
}

/// Reads `text` as what the record says it is.
fn typed<'a>(
    kind: IndicatorType,
    text: Cow<'a, str>,
    policy: &Policy,
    notes: &mut Notes,
) -> Cow<'a, str> {
    let text = refanged(text, notes);
    if masked::is_plainly(&text)
        && let Some(found) = masked::masked(&text)
    {
        notes.find_value(found);
        return text;
    }
    if is_placeholder(&text) && !value::is_address_like(&text) {
        let looks = Looks::Placeholder;
        notes.find_value(Finding::NotAnIndicator {
            given: excerpt(&text),
            looks,
        });
        return text;
    }
    let changes = notes.changes.len();
    // A refused text keeps the form up to which it could be read.
    let kept = text.clone();
    match value::read(kind, text, policy, notes) {
        Ok(value) => value,
        Err(found) => {
            notes.changes.truncate(changes);
            notes.find_value(mismatch(kind, &kept, found));
            kept
        }
    }
}

/// The finding that says most: of another type, not an indicator at all, or `found`.
fn mismatch(kind: IndicatorType, text: &str, found: Finding) -> Finding {
    if value::hash_kind(text).is_none()
        && let Some(masked) = masked::masked(text)
    {
        return masked;
    }
    let is_telling = matches!(
        found,
        Finding::DomainWithPath { .. }
            | Finding::DomainWithPort { .. }
            | Finding::AddressWithPort { .. }
            | Finding::AddressRange { .. }
            | Finding::AddressRangeCidr { .. }
            | Finding::RangeOverCap { .. }
            | Finding::RangeHostBits { .. }
            | Finding::BadPrefix { .. }
            | Finding::BadOctet { .. }
            | Finding::InternalAddress { .. }
            | Finding::UrlScheme { .. }
            | Finding::DomainWildcard { .. }
    );
    if is_telling {
        return found;
    }
    match seen(text) {
        Seen::Type(looks) if looks != kind && !same_text(kind, looks) => {
            Finding::TypeMismatch { given: kind, looks }
        }
        Seen::Not(Looks::Unknown) | Seen::Type(_) | Seen::OddHash => found,
        Seen::Not(looks) => Finding::NotAnIndicator {
            given: excerpt(text),
            looks,
        },
    }
}

/// Whether a text of one type may look like the other: a thumbprint is a SHA-1.
fn same_text(kind: IndicatorType, looks: IndicatorType) -> bool {
    matches!(
        (kind, looks),
        (IndicatorType::CertificateThumbprint, _) if looks.is_file()
    ) || matches!(
        (kind, looks),
        (IndicatorType::Url, IndicatorType::DomainName)
    ) || matches!(
        (kind, looks),
        (IndicatorType::DomainName, IndicatorType::Url)
    )
}

/// Reads `text` as what it looks like.
fn detected<'a>(
    given: Given,
    text: Cow<'a, str>,
    policy: &Policy,
    notes: &mut Notes,
    defaulted: &mut Fields,
) -> Value<'a> {
    let text = refanged(text, notes);
    let seen = seen(&text);
    if (!matches!(seen, Seen::Type(_)) || masked::is_plainly(&text))
        && let Some(found) = masked::masked(&text)
    {
        notes.find_value(found);
        return Value::Read(None);
    }
    let kind = match seen {
        Seen::Type(kind) => kind,
        Seen::OddHash => {
            notes.find_value(Finding::HashLengthUnknown {
                len: value::characters(&text),
            });
            return Value::Read(None);
        }
        Seen::Not(looks)
            if matches!(given, Given::Untyped | Given::Said(Said::Indicator))
                && is_passed_over(looks) =>
        {
            notes.find_value(Finding::OtherRecord { looks });
            return Value::Other;
        }
        Seen::Not(looks) => {
            notes.find_value(Finding::NotAnIndicator {
                given: excerpt(&text),
                looks,
            });
            return Value::Read(None);
        }
    };
    let kind = match given {
        Given::Said(Said::Type(said)) => match decided(said, kind) {
            Ok(kind) => kind,
            Err(mismatch) => {
                notes.find_value(mismatch);
                return Value::Read(Some((said, text)));
            }
        },
        _ => kind,
    };
    match given {
        Given::Untyped | Given::Said(_) => *defaulted = defaulted.with(Field::IndicatorType),
        Given::Blank => {
            notes.change(
                ChangeKind::TypeDetected,
                Field::IndicatorType,
                "",
                kind.as_str(),
            );
        }
        Given::Type(_) | Given::Unknown => {}
    }
    Value::Read(Some((kind, typed(kind, text, policy, notes))))
}

/// The type of a value that a foreign word speaks of. Among network types the value decides: feeds
/// call a URL a domain. A hash of another length, or no hash, is not what the source says it is.
fn decided(said: IndicatorType, looks: IndicatorType) -> Result<IndicatorType, Finding> {
    match (said, looks) {
        _ if said == looks => Ok(looks),
        (IndicatorType::CertificateThumbprint, IndicatorType::FileSha1) => Ok(said),
        _ if said.is_network() && looks.is_network() => Ok(looks),
        _ => Err(Finding::TypeMismatch { given: said, looks }),
    }
}

/// Notes a comma in a URL of a list: `https://evil.example/x,2026-01-31,malware` is a URL too.
fn note_comma(read: &Value<'_>, notes: &mut Notes) {
    if let Value::Read(Some((IndicatorType::Url, url))) = read
        && url.contains(',')
        && !notes.refused()
    {
        if are_commas_of_url(url) {
            notes.find_value(Finding::UrlWithComma);
        } else {
            ask(read.recognised(), Doubt::Cells, notes);
        }
    }
}

/// Asks whether `update.zip` in a list is a domain or a file: both are common. A name that was made
/// harmless is a domain.
fn ask_of_file(given: Given, read: &Value<'_>, notes: &mut Notes) {
    let Value::Read(Some((IndicatorType::DomainName, name))) = read else {
        return;
    };
    let is_refanged = notes
        .changes
        .iter()
        .any(|change| change.kind == ChangeKind::Refanged);
    if given == Given::Untyped && !is_refanged && is_archive_name(name) {
        ask(read.recognised(), Doubt::FileName, notes);
    }
}

/// Top-level domains that are endings of archives and films first.
fn is_archive_name(name: &str) -> bool {
    let tld = name.rsplit('.').next();
    matches!(tld, Some("zip" | "mov")) && !name.starts_with("www.")
}

/// Holds a value back until the user has chosen between two readings. A value that is refused
/// anyway asks nothing.
pub(super) fn ask(
    recognised: Option<&(IndicatorType, Cow<'_, str>)>,
    doubt: Doubt,
    notes: &mut Notes,
) {
    if let Some((looks, value)) = recognised.filter(|_| !notes.refused()) {
        notes.find_value(Finding::Ambiguous {
            given: excerpt(value),
            looks: *looks,
            doubt,
        });
    }
}

/// A link for the reader: ignored, with the type as which it can be taken in.
pub(super) fn reference<'a>(looks: Option<IndicatorType>, mut notes: Notes) -> Row<'a> {
    notes.diagnostics.clear();
    let looks = looks.unwrap_or(IndicatorType::Url);
    notes.find_value(Finding::ReaderLink { looks });
    ignored(notes)
}

/// In running text a port is part of how a host is spoken of; it is taken off an address or a name,
/// and noted.
fn without_port<'a>(text: Cow<'a, str>, notes: &mut Notes) -> Cow<'a, str> {
    let Some((host, port)) = text.rsplit_once(':') else {
        return text;
    };
    let is_port = (1..=5).contains(&port.len()) && port.bytes().all(|b| b.is_ascii_digit());
    let is_host = !host.contains(['/', ':', '@']) || (host.starts_with('[') && host.ends_with(']'));
    if !is_port || !is_host || notes.keeps(ChangeKind::PortDropped) {
        return text;
    }
    let end = host.len();
    notes.change_part(ChangeKind::PortDropped, text[end..].to_owned(), "", end);
    value::part(text, 0..end)
}

/// Whether a list is expected to hold such lines.
fn is_passed_over(looks: Looks) -> bool {
    !matches!(looks, Looks::Placeholder | Looks::Sentence | Looks::Unknown)
}

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

fn is_placeholder(text: &str) -> bool {
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
fn is_file_name(name: &str) -> bool {
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
