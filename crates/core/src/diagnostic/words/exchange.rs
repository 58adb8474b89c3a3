//! Of records of exchange formats.

use std::fmt;

use crate::diagnostic::{Finding, figures::Grouped};

pub(super) fn say(found: &Finding, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match found {
        Finding::ReadFromKey { key } => write!(
            f,
            "The list under `{key}` was read as indicators. Check that it names what is bad: some lists name what must not be blocked."
        ),
        Finding::XmlBroken {
            line,
            column,
            message,
        } => write!(
            f,
            "The XML breaks off at line {line}, column {column}: {message}. What stands before it was read."
        ),
        Finding::XmlNotIndicators => write!(
            f,
            "The document holds no `IndicatorItem`, so there is nothing to import."
        ),
        Finding::OtherObjects { count, names } => write!(
            f,
            "{} objects are no indicators and were not read: {names}.",
            Grouped((*count).into())
        ),
        Finding::ObservedRead { records } => write!(
            f,
            "There is no indicator, only what was observed: {} of these were read. Check that they are meant to be imported.",
            Grouped((*records).into())
        ),
        Finding::Revoked => write!(
            f,
            "Its publisher took the indicator back. It is not imported."
        ),
        Finding::Deleted => write!(f, "It was deleted by its publisher. It is not imported."),
        Finding::Benign => write!(
            f,
            "Its publisher says that what it describes is harmless. It is not imported."
        ),
        Finding::NotForDetection => write!(
            f,
            "Its publisher says that it is not meant for detection (`to_ids` is false). It is not imported."
        ),
        Finding::Reference => write!(
            f,
            "This links to something to read about the incident. It is not imported."
        ),
        Finding::OnlyObserved => write!(
            f,
            "This says what was observed, not what is bad; the indicators beside it say that. It is not imported."
        ),
        Finding::OtherLanguage { language } => write!(
            f,
            "The pattern is written in `{language}`. Defender's indicators are single values, so it is not imported."
        ),
        Finding::PatternBroken { at, expected } => write!(
            f,
            "The STIX pattern cannot be read: {expected} should stand at character {}. Correct it.",
            Grouped((*at).into())
        ),
        Finding::PatternNegation => write!(
            f,
            "The pattern says that this value must not be there. It is not imported."
        ),
        Finding::PatternOperator { operator } => write!(
            f,
            "The pattern compares by `{operator}`, which fits many values. Defender takes single ones; it is not imported."
        ),
        Finding::PatternPart => write!(
            f,
            "The source looks for values that contain this one. Defender matches a domain with its subdomains, and all else as it stands; check that it is meant."
        ),
        Finding::PatternConjunction { with } => write!(
            f,
            "The source asks for this value together with `{with}`. Alone it may be harmless; check that it is meant."
        ),
        Finding::PortLeftOut { with } => write!(
            f,
            "The source asks for a port as well: `{with}`. Defender takes the value alone, for every port."
        ),
        Finding::OtherHash { name } => write!(
            f,
            "`{name}` is a hash that Defender does not take. It takes MD5, SHA-1 and SHA-256 of a file and SHA-1 of a certificate."
        ),
        _ => super::value::say(found, f),
    }
}
