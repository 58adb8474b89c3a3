//! What the name of a column says of its cells.
//!
//! A header comes from many hands: the API's own names, words for fields (`valid_until`, `Comments`)
//! in the languages of the page, words for types (`FQDN`, `ip-dst`), and words that speak against an
//! indicator however much the cells look like one: a version is no address, the thumbprint of a
//! certificate no hash of a file.

use crate::{
    change::{Field, Fields},
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
         observablevalue obfuscatedvalue indicatorofcompromise indicatorsofcompromise \
         indikator indikatoren indikatorwert indicatoren indicatorwaarde 指標 指標值",
    ),
    (
        Word::Type,
        "type kind ioctype indicatortype entitytype observabletype datatype attributetype \
         artifacttype typeofindicator indicatorkind ioccategory indicatorcategory typ \
         indikatortyp soort 類型 指標類型",
    ),
    (
        Word::Field(Field::ExpirationTime),
        "expiration expirationdate expirationdatetime expires expireson expiresat expiry \
         expirydate expirytime validuntil expiredate expiretime ablaufdatum \
         verfallsdatum gültigbis vervaldatum verlooptop geldigtot 到期日 到期日期 有效期限",
    ),
    (
        Word::Field(Field::Description),
        "desc comment comments note notes context details remark remarks beschreibung \
         bemerkung bemerkungen kommentar beschrijving omschrijving opmerking opmerkingen \
         描述 說明 備註",
    ),
    (
        Word::Field(Field::Title),
        "name indicatorname threatname alerttitle alertname titel 標題 名稱",
    ),
    (
        Word::Field(Field::RecommendedActions),
        "recommendedaction recommendation recommendations empfohleneaktionen \
         empfohlenemaßnahmen aanbevolenacties 建議的動作",
    ),
    (Word::Field(Field::Action), "aktion actie 動作"),
    (Word::Field(Field::Severity), "schweregrad ernst 嚴重性"),
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

/// The field that each column of a table with the API's names holds. Where none has the API's own name
/// for a field, the first with another word for it holds it.
pub(crate) fn fields<N: AsRef<str>>(names: &[N]) -> Vec<Option<Field>> {
    let own = |name: &N| super::field(name.as_ref());
    let mut fields: Vec<Option<Field>> = names.iter().map(own).collect();
    let mut given = fields
        .iter()
        .flatten()
        .fold(Fields::NONE, |given, field| given.with(*field));
    for (name, held) in names.iter().zip(&mut fields) {
        if held.is_none() {
            *held = other_word(name.as_ref()).filter(|field| !given.has(*field));
            given = held.map_or(given, |field| given.with(field));
        }
    }
    fields
}

fn other_word(name: &str) -> Option<Field> {
    match word(name) {
        Word::Field(field) => Some(field),
        Word::Type => Some(Field::IndicatorType),
        _ => None,
    }
}

/// The letters and digits of a name in lower case; `None` where it is too long to be known.
pub(super) fn fold<'b>(name: &str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b [u8]> {
    let mut len = 0;
    for letter in name.chars().filter(|letter| letter.is_alphanumeric()) {
        let letter = letter.to_ascii_lowercase();
        let next = buffer.get_mut(len..len + letter.len_utf8())?;
        len += letter.encode_utf8(next).len();
    }
    Some(&buffer[..len])
}

/// Whether a name is that of a value or a field as a whole, not by the words in it.
pub(crate) fn is_known_whole(name: &str) -> bool {
    let mut folded = [0; LONGEST];
    let exact = fold(name, &mut folded).and_then(|folded| exact(name, folded));
    exact.map_or_else(
        || said(name).is_some(),
        |word| !matches!(word, Word::Other | Word::Unknown),
    )
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
    fn one_column_holds_a_field_and_the_name_of_the_api_comes_first() {
        let table = [
            ("Notes,Description", ". description"),
            ("Notes,Comment", "description ."),
            ("Typ,Titel,Gültig bis", "indicatorType title expirationTime"),
            ("Title,TITLE", "title title"),
            ("Colour,First seen,Source", ". . ."),
        ];
        for (header, expected) in table {
            let names: Vec<&str> = header.split(',').collect();
            let shown = |field: &Option<Field>| field.map_or(".", Field::as_str);
            let held: Vec<&str> = fields(&names).iter().map(shown).collect();
            assert_eq!(held.join(" "), expected, "{header}");
        }
    }

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
            ("Indikator", VALUE),
            ("Gültig bis", Word::Field(Field::ExpirationTime)),
            ("Opmerking", Word::Field(Field::Description)),
            ("Schweregrad", Word::Field(Field::Severity)),
            ("指標類型", Word::Type),
            ("動作", Word::Field(Field::Action)),
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
