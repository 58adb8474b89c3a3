//! What the name of a column says of its cells.
//!
//! A header comes from many hands: the API's own names, words for fields (`valid_until`, `Comments`),
//! words for types (`FQDN`, `ip-dst`), and words that speak against an indicator however much the
//! cells look like one: a version is no address, the thumbprint of a certificate no hash of a file.

use crate::{
    change::Field,
    check::{Said, said},
    indicator::IndicatorType,
    lexicon::Lexicon,
};

/// The longest name that is compared; no known one is longer.
pub(super) const LONGEST: usize = 40;

/// The columns of our own tables that say why a row stands there and where it comes from. They are
/// never read.
pub(crate) const NOTES: [&str; 7] = [
    "ReportOutcome",
    "ReportCode",
    "ReportReason",
    "ReportTarget",
    "ReportFile",
    "ReportLine",
    "ReportRecord",
];

/// Whether a column is one of [`NOTES`].
pub(crate) fn is_note(name: &str) -> bool {
    NOTES.iter().any(|note| note.eq_ignore_ascii_case(name))
}

/// What a column's name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    /// It holds a field; never the value or its type.
    Field(Field),
    /// It says what the value beside it is.
    Type,
    /// It holds indicators; of this type alone where the name is the API's.
    Indicator(Option<IndicatorType>),
    /// It may hold indicators: its cells decide.
    Perhaps,
    /// It holds something else, whatever its cells look like.
    Other,
    /// Nothing.
    Unknown,
}

/// Whole names.
static NAMES: Lexicon<Word> = Lexicon::new(&[
    (
        Word::Indicator(None),
        "indicatorvalue indicator indicators ioc iocs iocvalue observable observables \
         observablevalue obfuscatedvalue indicatorofcompromise indicatorsofcompromise",
    ),
    (
        Word::Type,
        "type kind ioctype indicatortype entitytype observabletype datatype attributetype \
         artifacttype typeofindicator indicatorkind ioccategory indicatorcategory",
    ),
    (
        Word::Field(Field::ExpirationTime),
        "expiration expirationdate expirationdatetime expires expireson expiresat expiry \
         expirydate expirytime validuntil expiredate expiretime",
    ),
    (
        Word::Field(Field::Description),
        "desc comment comments note notes context details remark remarks",
    ),
    (
        Word::Field(Field::Title),
        "name indicatorname threatname alerttitle alertname",
    ),
    (
        Word::Field(Field::RecommendedActions),
        "recommendedaction recommendation recommendations",
    ),
    // Words of many meanings, of which the field's is the rarest.
    (Word::Other, "category scope application links link"),
]);

/// Parts of names.
static PARTS: Lexicon<Word> = Lexicon::new(&[
    (
        Word::Other,
        "version ver build compile compiled date time timestamp datetime seen created \
         updated modified added published id uuid guid tlp certificate cert thumbprint \
         serial issuer signer fingerprint imphash authentihash ssdeep tlsh vhash pehash ja3 \
         ja3s jarm fuzzy salt key wallet price port ports asn country reference references \
         ref source sources link links permalink report reports blog author reporter \
         package app path pdb extension size count score confidence email mail sender agent \
         mutex registry registrar nameserver resolver sinkhole victim target benign \
         legitimate allowlist whitelist signature yara rule cve name filename",
    ),
    (
        Word::Perhaps,
        "sha256 sha1 md5 hash hashes ip ips ipv4 ipv6 domain domains fqdn host hostname url \
         urls uri ioc iocs indicator indicators c2 address observable",
    ),
]);

/// What a name says. Case, blanks and marks do not count.
pub(crate) fn word(name: &str) -> Word {
    let mut folded = [0; LONGEST];
    let Some(folded) = fold(name, &mut folded) else {
        return Word::Unknown;
    };
    if is_note(name.trim()) {
        return Word::Other;
    }
    if let Some(word) = exact(name, folded) {
        return word;
    }
    match said(name) {
        Some(Said::Type(IndicatorType::CertificateThumbprint) | Said::Other(_)) => Word::Other,
        Some(Said::Type(_)) => Word::Indicator(None),
        Some(Said::Indicator) => Word::Perhaps,
        None => by_parts(name),
    }
}

/// The letters and digits of a name in lower case; `None` where it is too long to be known.
pub(super) fn fold<'b>(name: &str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b [u8]> {
    let mut len = 0;
    for byte in name.bytes().filter(u8::is_ascii_alphanumeric) {
        *buffer.get_mut(len)? = byte.to_ascii_lowercase();
        len += 1;
    }
    Some(&buffer[..len])
}

fn exact(name: &str, folded: &[u8]) -> Option<Word> {
    if let Some(kind) = IndicatorType::read(name.trim()) {
        // `Url` and `IPAddress` are as much everybody's words as they are the API's.
        let strict = Some(kind).filter(|kind| !kind.is_network());
        return Some(Word::Indicator(strict));
    }
    if folded.is_empty() {
        return Some(Word::Unknown);
    }
    let known = NAMES.get(folded);
    known.or_else(|| super::field(name).map(Word::Field))
}

/// By the words that a name is made of.
fn by_parts(name: &str) -> Word {
    let mut word = Word::Unknown;
    let mut start = 0;
    let bytes = name.as_bytes();
    for end in 1..=bytes.len() {
        let ends = bytes.get(end).is_none_or(|&next| {
            let last = bytes[end - 1];
            !next.is_ascii_alphanumeric()
                || (next.is_ascii_uppercase() && !last.is_ascii_uppercase())
        });
        if !ends {
            continue;
        }
        let part = bytes[start..end].trim_ascii();
        let part = part.strip_prefix(b"_").unwrap_or(part);
        match of_part(part) {
            Word::Other => return Word::Other,
            Word::Unknown => {}
            found => word = found,
        }
        start = end;
    }
    word
}

fn of_part(part: &[u8]) -> Word {
    let mut folded = [0; LONGEST];
    let part = std::str::from_utf8(part).unwrap_or_default();
    let folded = fold(part, &mut folded).unwrap_or_default();
    PARTS.get(folded).unwrap_or(Word::Unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_a_column_holds() {
        const VALUE: Word = Word::Indicator(None);
        let table = [
            ("IndicatorValue", VALUE),
            ("IoC", VALUE),
            ("obfuscated_value", VALUE),
            ("FQDN", VALUE),
            ("ip-dst", VALUE),
            ("domain_name", VALUE),
            ("ip_address", VALUE),
            ("SHA256", VALUE),
            ("Web URI", VALUE),
            ("Domain", VALUE),
            (
                "FileSha256",
                Word::Indicator(Some(IndicatorType::FileSha256)),
            ),
            ("value", Word::Perhaps),
            ("C2Domain", Word::Indicator(None)),
            ("Domain Use", Word::Perhaps),
            ("IoC_Type", Word::Type),
            ("entity_type", Word::Type),
            ("Type", Word::Type),
            ("valid_until", Word::Field(Field::ExpirationTime)),
            ("ExpirationDateTime", Word::Field(Field::ExpirationTime)),
            ("Expires", Word::Field(Field::ExpirationTime)),
            ("Comments", Word::Field(Field::Description)),
            ("Name", Word::Field(Field::Title)),
            ("severity", Word::Field(Field::Severity)),
            ("DateAdded", Word::Other),
            ("FirstSeen", Word::Other),
            ("first_seen_utc", Word::Other),
            ("Version", Word::Other),
            ("Certificate", Word::Other),
            ("Package Name", Word::Other),
            ("feed_link", Word::Other),
            ("permalink", Word::Other),
            ("C2 port", Word::Other),
            ("Filename", Word::Other),
            ("AES Encrypted Strings?", Word::Unknown),
            ("Malware", Word::Unknown),
            ("", Word::Unknown),
        ];
        for (name, expected) in table {
            assert_eq!(word(name), expected, "{name}");
        }
    }
}
