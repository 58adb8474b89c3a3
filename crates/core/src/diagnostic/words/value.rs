//! Of type and value.

use std::fmt;

use crate::{
    check::Mask,
    diagnostic::{
        Finding, Looks,
        figures::{Count, Expand, Grouped, Shown},
    },
    indicator::IndicatorType,
    source::Doubt,
};

pub(super) fn say(found: &Finding, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match found {
        Finding::BadType { given } => write!(
            f,
            "`{given}` is not a type that Defender knows. Use FileSha1, FileSha256, FileMd5, CertificateThumbprint, IpAddress, DomainName or Url."
        ),
        Finding::MissingValue => write!(
            f,
            "There is no value. Defender requires one; add it, or remove the row."
        ),
        Finding::NotAnIndicator {
            given,
            looks: Looks::Unknown,
        } => write!(
            f,
            "`{given}` is not an indicator. Give a hash, an address, a domain or a URL, or remove it."
        ),
        Finding::NotAnIndicator { given, looks } => write!(
            f,
            "`{given}` is {looks}, not an indicator. Give a hash, an address, a domain or a URL, or remove it."
        ),
        Finding::OtherRecord { looks } => write!(
            f,
            "This is {looks}. Defender takes hashes, addresses, domains and URLs; the line is ignored."
        ),
        Finding::Ambiguous {
            given,
            looks,
            doubt,
        } => ask(given, *looks, *doubt, f),
        Finding::ReaderLink { .. } => write!(
            f,
            "This is written as a link for the reader, in plain form in a text that defangs what is malicious, or to a site that reports point to. It is ignored; import it if it is meant."
        ),
        Finding::UnknownTld { tld } => write!(
            f,
            "No top-level domain `{tld}` is known (list of {}). It is sent as it stands. Check the spelling.",
            crate::suffix::DATE
        ),
        Finding::TypeMismatch { given, looks } => write!(
            f,
            "The value looks like {looks}, but the type says {given}. Correct the type or the value."
        ),
        Finding::Masked { given, mask, looks } => write!(
            f,
            "`{given}` seems to be a {looks} {}. It is not guessed at. Read it yourself, and give the value as it is.",
            match mask {
                Mask::Base64 => "in base64",
                Mask::Percent => "with percent signs for its characters",
                Mask::Hex => "in hex digits",
                Mask::Reversed => "written from end to start",
            }
        ),
        Finding::Undecodable { at } => write!(
            f,
            "Character {at} of the value could not be read: its byte fits no encoding. Look it up where the file comes from, and type the value anew."
        ),
        Finding::HiddenCharacter { code_point } => write!(
            f,
            "The value holds a character that cannot be seen (U+{code_point:04X}). It may read as another value than it is; type it anew."
        ),
        Finding::ValueTooLong { len, most } => write!(
            f,
            "The value has {} characters; Defender takes {most}. It is never cut short; shorten it yourself.",
            Grouped((*len).into())
        ),
        Finding::HashLength { expected, len } => write!(
            f,
            "The hash has {len} digits where this type has {expected}. A part may be missing; copy it again."
        ),
        Finding::HashLengthUnknown { len } => write!(
            f,
            "The hash has {len} digits. Defender takes MD5 (32), SHA-1 (40) and SHA-256 (64); use one of these."
        ),
        Finding::HashNotHex { found, at } => write!(
            f,
            "Character {at}, {}, is not a hex digit. Copy the hash again.",
            Shown(*found)
        ),
        Finding::Md5MayBeRefused => write!(
            f,
            "Defender's page lists MD5, but others report that it is refused. Use SHA-256 where you have it."
        ),
        Finding::BadAddress { given } => {
            write!(f, "`{given}` is not an IPv4 or IPv6 address. Correct it.")
        }
        Finding::BadOctet { octet } => write!(
            f,
            "`{octet}` cannot stand in an IPv4 address: each part is 0 to 255, without leading zeros. Correct it."
        ),
        Finding::AddressWithPort { address, port } => write!(
            f,
            "`{address}` carries the port {port}. Defender takes the address alone. Drop the port."
        ),
        Finding::AddressRange { given } => write!(
            f,
            "`{given}` is a range. The Import API takes single addresses. List them one by one, or remove it."
        ),
        Finding::AddressRangeCidr { given, bits } => write!(
            f,
            "`{given}` is a range. The Import API takes single addresses. {}",
            Expand { bits: *bits }
        ),
        Finding::RangeOverCap { given, bits, cap } => write!(
            f,
            "`{given}` holds {} addresses; ranges are expanded up to {}. Raise that, or narrow the range.",
            Count(*bits),
            Grouped((*cap).into())
        ),
        Finding::RangesOverMost { given, bits, most } => write!(
            f,
            "`{given}` holds {} addresses, and all ranges together are expanded into {} rows at most. Expand fewer, or remove it.",
            Count(*bits),
            Grouped((*most).into())
        ),
        Finding::RangeOverlaps { line } => write!(
            f,
            "The range holds an address of line {line}, which would be sent twice. Leave one of the two out."
        ),
        Finding::RangeHostBits { given, network } => write!(
            f,
            "`{given}` names an address inside a range. Write `{network}` for the whole range, or the address alone."
        ),
        Finding::BadPrefix { prefix, most } => write!(
            f,
            "`/{prefix}` is not a prefix length; it goes from 0 to {most}. Correct it."
        ),
        Finding::InternalAddress { given } => write!(
            f,
            "`{given}` is private or reserved: no device outside could reach it, and Defender takes external addresses only. Remove it, or allow internal addresses."
        ),
        Finding::DomainCharacter { found } => {
            write!(f, "{} cannot stand in a domain. Correct it.", Shown(*found))
        }
        Finding::DomainWithoutDot { given } => write!(
            f,
            "`{given}` is a name without a dot, which is not a domain. Write it in full."
        ),
        Finding::DomainEmptyLabel { given } => {
            write!(f, "`{given}` has a dot with nothing beside it. Correct it.")
        }
        Finding::LabelTooLong { len, most } => write!(
            f,
            "A part between two dots has {len} characters; a domain allows {most}. Correct it."
        ),
        Finding::DomainTooLong { len, most } => write!(
            f,
            "The domain has {} characters; {most} are allowed. Correct it.",
            Grouped((*len).into())
        ),
        Finding::LabelUnderscore { label } => write!(
            f,
            "`{label}` begins with an underscore, which Defender does not support. Use the domain above it."
        ),
        Finding::UnusualLabel { label } => write!(
            f,
            "`{label}` is not a plain host name, and Defender may refuse it. Check the spelling."
        ),
        Finding::NumericTld { given } => write!(
            f,
            "`{given}` ends in a number, which no domain does, and is not an address. Correct it."
        ),
        Finding::BadIdn { given } => write!(
            f,
            "`{given}` cannot be written as `xn--`, the form in which domains are sent. Check the spelling."
        ),
        Finding::DomainWildcard { given } => write!(
            f,
            "`{given}` holds a wildcard. Defender takes none: a domain covers its subdomains. Give the domain alone."
        ),
        Finding::DomainWithPort { domain, port } => write!(
            f,
            "`{domain}` carries the port {port}. Defender takes the domain alone. Drop the port, or make it a Url."
        ),
        Finding::DomainWithPath { given } => write!(
            f,
            "`{given}` is more than a domain. Give the domain alone, or make it a Url."
        ),
        Finding::UrlScheme { scheme } => write!(
            f,
            "`{scheme}:` is not a web address. Defender takes http and https. Give the host as a domain, or remove it."
        ),
        Finding::UrlWithoutScheme => write!(
            f,
            "The URL has no `http://` or `https://`. It is sent as it stands, and Defender may refuse it; add the scheme."
        ),
        Finding::UrlBlank { at } => write!(
            f,
            "Character {at} is a blank, which no URL holds. Write it as %20, or take apart what is not one URL."
        ),
        Finding::UrlWildcard => write!(
            f,
            "The URL holds a wildcard. Defender takes none in a URL. Give the domain, or the URL in full."
        ),
        Finding::UrlUserinfo => write!(
            f,
            "The URL holds a user name before the host. Browsers leave it out, so Defender may never see it. Check that it is wanted."
        ),
        Finding::UrlWithComma => write!(
            f,
            "The URL holds a comma and is sent with all behind it. If the line belongs to a table, add a header with `IndicatorValue`."
        ),
        Finding::UrlHost { host } => {
            write!(f, "`{host}` cannot be the host of a URL. Correct it.")
        }
        Finding::UrlPort { port } => write!(
            f,
            "`{port}` is not a port; ports go from 0 to 65,535. Correct it."
        ),
        Finding::UrlInternalHost { host } => write!(
            f,
            "`{host}` is reached from inside a network only. Check that blocking it is meant."
        ),
        Finding::UrlDefangMark { mark } => write!(
            f,
            "`{mark}` after the host is sent as it stands. If it was written to make the URL harmless, correct it."
        ),
        Finding::TrailingPunctuation { found } => write!(
            f,
            "The value ends in {}, as if copied from a sentence, and is sent so. Take it off if it does not belong.",
            Shown(*found)
        ),
        _ => super::fields::say(found, f),
    }
}

/// Both readings, and what to do.
fn ask(given: &str, looks: IndicatorType, doubt: Doubt, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (one, other) = match doubt {
        Doubt::Reference => ("an indicator", "a link for the reader"),
        Doubt::FileName => ("a domain", "the name of a file"),
        Doubt::Version => ("an address", "a version"),
        Doubt::SharedSuffix => (
            "meant as a whole",
            "named as the place where many hold a name: blocking it blocks them all",
        ),
        Doubt::Glued => (
            "all of the value",
            "a part of a longer name in another script",
        ),
        Doubt::Cut => (
            "all of the value",
            "the end of a longer name, cut before it",
        ),
        Doubt::FilterRule => (
            "an indicator",
            "a site that a filter list spares, or whose pages it trims",
        ),
        Doubt::Spelt => ("a domain", "words of a sentence"),
        Doubt::TwoNames => ("a URL without its scheme", "two names with a slash between"),
        Doubt::Cells => ("a URL with commas in it", "a URL and the cells of a table"),
    };
    write!(
        f,
        "`{given}` may be {one} or {other}. Nothing is guessed: import it as {looks}, or say that it is no indicator."
    )
}
