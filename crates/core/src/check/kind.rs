//! The type and the value: what the record says it is, and what it looks like.

use std::borrow::Cow;

use super::{
    Notes, Policy, Row, ignored, masked,
    seen::{Seen, is_placeholder, seen},
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
    let Some(kind) = IndicatorType::read(text.trim()).or_else(|| meant(text)) else {
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

/// The type of the API that another word for it means. Our own tables write `DomainName?` where it was
/// not certain, and that is for the user to settle.
fn meant(text: &str) -> Option<IndicatorType> {
    match vocabulary::said(text) {
        Some(Said::Type(kind)) if !text.contains('?') => Some(kind),
        _ => None,
    }
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
