//! Of records of exchange formats.

use crate::{
    diagnostic::{Finding, figures::expected},
    message::{Said, made::exchange as message},
};

pub(super) fn said(found: &Finding) -> Said<'_> {
    match found {
        Finding::ReadFromKey { key } => message::read_from_key(key),
        Finding::XmlBroken {
            line,
            column,
            expected: wanted,
        } => message::xml_broken(line.to_string(), column.to_string(), expected(wanted)),
        Finding::XmlNotIndicators => message::XML_NOT_INDICATORS.into(),
        Finding::OtherObjects { count, names } => message::other_objects(*count, names),
        Finding::ObservedRead { records } => message::observed_read(*records),
        Finding::Revoked => message::REVOKED.into(),
        Finding::Deleted => message::DELETED.into(),
        Finding::Benign => message::BENIGN.into(),
        Finding::NotForDetection => message::NOT_FOR_DETECTION.into(),
        Finding::Reference => message::REFERENCE.into(),
        Finding::OnlyObserved => message::ONLY_OBSERVED.into(),
        Finding::OtherLanguage { language } => message::other_language(language),
        Finding::PatternBroken {
            at,
            expected: wanted,
        } => message::pattern_broken(expected(wanted), *at),
        Finding::PatternNegation => message::PATTERN_NEGATION.into(),
        Finding::PatternOperator { operator } => message::pattern_operator(operator),
        Finding::PatternPart => message::PATTERN_PART.into(),
        Finding::PatternConjunction { with } => message::pattern_conjunction(with),
        Finding::PortLeftOut { with } => message::port_left_out(with),
        Finding::OtherHash { name } => message::other_hash(name),
        _ => super::value::said(found),
    }
}
