//! Domain names: lower case, other scripts as `xn--`, no wildcard, no dot at the end.

use std::borrow::Cow;

use super::{characters, part};
use crate::{
    change::ChangeKind,
    check::Notes,
    diagnostic::{Finding, excerpt},
    scripts, suffix,
};

/// Characters of a label and of a name (RFC 1035 section 2.3.4, without the trailing dot).
const MOST_IN_LABEL: u32 = 63;
const MOST_IN_NAME: u32 = 253;

pub(super) fn read<'a>(text: Cow<'a, str>, notes: &mut Notes) -> Result<Cow<'a, str>, Finding> {
    let text = without_wildcard(text, notes);
    let text = without_final_dot(text, notes);
    if let Some(refusal) = more_than_a_name(&text) {
        return Err(refusal);
    }
    let name = ascii(text, notes)?;
    check(&name, notes)?;
    note_unknown_tld(&name, notes);
    Ok(name)
}

/// Notes a top-level domain that no list knows; it may be new or of an internal network.
fn note_unknown_tld(name: &str, notes: &mut Notes) {
    if name.is_ascii() && !suffix::is_known(name) {
        let tld = name.rsplit('.').next().unwrap_or(name);
        notes.find_value(Finding::UnknownTld { tld: excerpt(tld) });
    }
}

/// The name in ASCII and lower case, as it is sent; noted where that differs. A name in another
/// script is given back as it is where that is to be kept.
pub(super) fn ascii<'a>(name: Cow<'a, str>, notes: &mut Notes) -> Result<Cow<'a, str>, Finding> {
    if name.is_ascii() {
        return Ok(super::lower(name, notes));
    }
    if notes.keeps(ChangeKind::Punycode) {
        return Ok(name);
    }
    match scripts::to_ascii(&name) {
        Some(ascii) if !ascii.is_empty() => {
            notes.change_value(ChangeKind::Punycode, name.into_owned(), ascii.clone());
            Ok(Cow::Owned(ascii))
        }
        _ => Err(Finding::BadIdn {
            given: excerpt(&name),
        }),
    }
}

/// Whether an ASCII name is one that Defender takes; what is unusual is noted.
pub(super) fn check(name: &str, notes: &mut Notes) -> Result<(), Finding> {
    if let Some(found) = name.chars().find(|&c| !is_name_character(c)) {
        return Err(match found {
            '*' => Finding::DomainWildcard {
                given: excerpt(name),
            },
            found => Finding::DomainCharacter { found },
        });
    }
    if name.split('.').any(str::is_empty) {
        return Err(Finding::DomainEmptyLabel {
            given: excerpt(name),
        });
    }
    let Some((_, tld)) = name.rsplit_once('.') else {
        return Err(Finding::DomainWithoutDot {
            given: excerpt(name),
        });
    };
    if tld.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Finding::NumericTld {
            given: excerpt(name),
        });
    }
    if characters(name) > MOST_IN_NAME {
        return Err(Finding::DomainTooLong {
            len: characters(name),
            most: MOST_IN_NAME,
        });
    }
    name.split('.')
        .try_for_each(|label| check_label(label, notes))
}

fn check_label(label: &str, notes: &mut Notes) -> Result<(), Finding> {
    if characters(label) > MOST_IN_LABEL {
        return Err(Finding::LabelTooLong {
            len: characters(label),
            most: MOST_IN_LABEL,
        });
    }
    if label.starts_with('_') {
        return Err(Finding::LabelUnderscore {
            label: excerpt(label),
        });
    }
    let is_plain = !label.starts_with('-') && !label.ends_with('-') && !label.contains('_');
    if !is_plain || (label.starts_with("xn--") && !scripts::is_label(label)) {
        notes.find_value(Finding::UnusualLabel {
            label: excerpt(label),
        });
    }
    Ok(())
}

fn is_name_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_')
}

/// Takes off `*.` or the bare dot that some lists use for it: a domain covers its subdomains.
fn without_wildcard<'a>(text: Cow<'a, str>, notes: &mut Notes) -> Cow<'a, str> {
    let dropped = ["*.", "."]
        .into_iter()
        .find(|start| text.starts_with(start));
    match dropped {
        Some(dropped)
            if text.len() > dropped.len() && !notes.keeps(ChangeKind::WildcardDropped) =>
        {
            notes.change_part(ChangeKind::WildcardDropped, dropped, "", 0);
            let end = text.len();
            part(text, dropped.len()..end)
        }
        _ => text,
    }
}

fn without_final_dot<'a>(text: Cow<'a, str>, notes: &mut Notes) -> Cow<'a, str> {
    let is_final = text.len() > 1 && text.ends_with('.') && !text.ends_with("..");
    if !is_final || notes.keeps(ChangeKind::TrailingDotDropped) {
        return text;
    }
    let end = text.len() - 1;
    notes.change_part(ChangeKind::TrailingDotDropped, ".", "", end);
    part(text, 0..end)
}

/// Why `text` is a name with something after it.
fn more_than_a_name(text: &str) -> Option<Finding> {
    if text.contains(['/', '?', '#']) {
        return Some(Finding::DomainWithPath {
            given: excerpt(text),
        });
    }
    let (domain, port) = text.split_once(':')?;
    let is_port = !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit());
    (is_port && domain.contains('.')).then(|| Finding::DomainWithPort {
        domain: excerpt(domain),
        port: excerpt(port),
    })
}
