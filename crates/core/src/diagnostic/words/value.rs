//! Of type and value.

use crate::{
    check::Mask,
    diagnostic::{
        Finding, Looks,
        facts::EXPANDABLE_BITS,
        figures::{Power, code_point, shown},
    },
    indicator::IndicatorType,
    message::{
        Phrase, Said,
        made::{looks as look, value as message},
    },
    source::Doubt,
};

/// The highest port.
const PORT: u32 = 65_535;

pub(super) fn said(found: &Finding) -> Said<'_> {
    match found {
        Finding::BadType { given } => message::bad_type(given),
        Finding::MissingValue => message::MISSING_VALUE.into(),
        Finding::NotAnIndicator {
            given,
            looks: Looks::Unknown,
        } => message::not_an_indicator(given),
        Finding::NotAnIndicator { given, looks } => message::looks_like(given, seen(*looks)),
        Finding::OtherRecord { looks } => message::other_record(seen(*looks)),
        Finding::Ambiguous {
            given,
            looks,
            doubt,
        } => message::ambiguous(given, readings(*doubt), looks.as_str()),
        Finding::ReaderLink { .. } => message::READER_LINK.into(),
        Finding::UnknownTld { tld } => message::unknown_tld(tld, crate::suffix::DATE),
        Finding::TypeMismatch { given, looks } => {
            message::type_mismatch(looks.as_str(), given.as_str())
        }
        Finding::Masked { given, mask, looks } => masked(given, *mask, *looks),
        Finding::Undecodable { at } => message::undecodable(at.to_string()),
        Finding::HiddenCharacter { code_point: at } => message::hidden_character(code_point(*at)),
        Finding::ValueTooLong { len, most } => message::value_too_long(*len, *most),
        Finding::TrailingPunctuation { found } => message::trailing_punctuation(shown(*found)),
        Finding::HashLength { expected, len } => message::hash_length(*len, *expected),
        Finding::HashLengthUnknown { len } => message::hash_length_unknown(*len),
        Finding::HashNotHex { found, at } => message::hash_not_hex(at.to_string(), shown(*found)),
        Finding::Md5MayBeRefused => message::MD5_MAY_BE_REFUSED.into(),
        _ => address(found),
    }
}

/// Of addresses.
fn address(found: &Finding) -> Said<'_> {
    match found {
        Finding::BadAddress { given } => message::bad_address(given),
        Finding::BadOctet { octet } => message::bad_octet(octet),
        Finding::AddressWithPort { address, port } => message::address_with_port(address, port),
        Finding::AddressRange { given } => message::address_range(given),
        Finding::AddressRangeCidr { given, bits } => {
            let Power { count, bits: power } = Power::of(*bits);
            if *bits <= EXPANDABLE_BITS {
                message::address_range_small(given, count)
            } else {
                message::address_range_large(given, count, power)
            }
        }
        Finding::RangeOverCap { given, bits, cap } => {
            let Power { count, bits } = Power::of(*bits);
            message::range_over_cap(given, count, bits, *cap)
        }
        Finding::RangesOverMost { given, bits, most } => {
            let Power { count, bits } = Power::of(*bits);
            message::ranges_over_most(given, count, bits, *most)
        }
        Finding::RangeOverlaps { line } => message::range_overlaps(line.to_string()),
        Finding::RangeHostBits { given, network } => message::range_host_bits(given, network),
        Finding::BadPrefix { prefix, most } => message::bad_prefix(prefix, most.to_string()),
        Finding::InternalAddress { given } => message::internal_address(given),
        _ => name(found),
    }
}

/// Of domains and URLs.
fn name(found: &Finding) -> Said<'_> {
    match found {
        Finding::DomainCharacter { found } => message::domain_character(shown(*found)),
        Finding::DomainWithoutDot { given } => message::domain_without_dot(given),
        Finding::DomainEmptyLabel { given } => message::domain_empty_label(given),
        Finding::LabelTooLong { len, most } => message::label_too_long(*len, *most),
        Finding::DomainTooLong { len, most } => message::domain_too_long(*len, *most),
        Finding::LabelUnderscore { label } => message::label_underscore(label),
        Finding::UnusualLabel { label } => message::unusual_label(label),
        Finding::NumericTld { given } => message::numeric_tld(given),
        Finding::BadIdn { given } => message::bad_idn(given),
        Finding::DomainWildcard { given } => message::domain_wildcard(given),
        Finding::DomainWithPort { domain, port } => message::domain_with_port(domain, port),
        Finding::DomainWithPath { given } => message::domain_with_path(given),
        Finding::UrlScheme { scheme } => message::url_scheme(scheme),
        Finding::UrlWithoutScheme => message::URL_WITHOUT_SCHEME.into(),
        Finding::UrlBlank { at } => message::url_blank(at.to_string()),
        Finding::UrlWildcard => message::URL_WILDCARD.into(),
        Finding::UrlUserinfo => message::URL_USERINFO.into(),
        Finding::UrlWithComma => message::URL_WITH_COMMA.into(),
        Finding::UrlHost { host } => message::url_host(host),
        Finding::UrlPort { port } => message::url_port(port, PORT),
        Finding::UrlInternalHost { host } => message::url_internal_host(host),
        Finding::UrlDefangMark { mark } => message::url_defang_mark(mark),
        _ => super::fields::said(found),
    }
}

fn masked(given: &str, mask: Mask, looks: IndicatorType) -> Said<'_> {
    let looks = looks.as_str();
    match mask {
        Mask::Base64 => message::masked_base64(given, looks),
        Mask::Percent => message::masked_percent(given, looks),
        Mask::Hex => message::masked_hex(given, looks),
        Mask::Reversed => message::masked_reversed(given, looks),
    }
}

/// What a text that is no indicator looks like.
const fn seen(looks: Looks) -> Phrase {
    match looks {
        Looks::Blank => look::BLANK,
        Looks::Comment => look::COMMENT,
        Looks::Placeholder => look::PLACEHOLDER,
        Looks::Sentence => look::SENTENCE,
        Looks::Email => look::EMAIL,
        Looks::FilePath => look::FILE_PATH,
        Looks::FileName => look::FILE_NAME,
        Looks::RegistryKey => look::REGISTRY_KEY,
        Looks::Mutex => look::MUTEX,
        Looks::Vulnerability => look::VULNERABILITY,
        Looks::Heading => look::HEADING,
        Looks::Header => look::HEADER,
        Looks::NoValue => look::NO_VALUE,
        Looks::Port => look::PORT,
        Looks::OtherHash => look::OTHER_HASH,
        Looks::OtherType => look::OTHER_TYPE,
        Looks::LocalName => look::LOCAL_NAME,
        Looks::Unknown => look::UNKNOWN,
    }
}

/// Both readings of a text.
const fn readings(doubt: Doubt) -> Phrase {
    match doubt {
        Doubt::Reference => message::REFERENCE_OR_INDICATOR,
        Doubt::FileName => message::DOMAIN_OR_FILE_NAME,
        Doubt::Version => message::ADDRESS_OR_VERSION,
        Doubt::SharedSuffix => message::WHOLE_OR_PLACE,
        Doubt::Glued => message::WHOLE_OR_GLUED,
        Doubt::Cut => message::WHOLE_OR_CUT,
        Doubt::FilterRule => message::BLOCKED_OR_SPARED,
        Doubt::Spelt => message::DOMAIN_OR_WORDS,
        Doubt::TwoNames => message::URL_OR_TWO_NAMES,
        Doubt::Cells => message::URL_OR_CELLS,
    }
}
