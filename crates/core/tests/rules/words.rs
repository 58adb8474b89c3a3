//! The sentences, whole, so that a change of wording is seen.

use ioculate_core::{
    change::Field,
    check::{Mask, Policy, row},
    clock::WallTime,
    diagnostic::{Diagnostic, Finding, Gravity, Looks, Place, excerpt},
    indicator::{Action, IndicatorType},
    packed::not_unpacked,
    source::Doubt,
    text::Encoding,
};

use crate::outcome::{TODAY, defaults, draft};

/// One of each finding.
fn each() -> Vec<Finding> {
    let text = |text: &str| text.to_owned();
    vec![
        Finding::EmptyFile,
        Finding::BinaryFile,
        Finding::PackedFile,
        Finding::ReaderMissing,
        not_unpacked("damaged", 0),
        not_unpacked("encrypted", 0),
        not_unpacked("method", 0),
        not_unpacked("too-large", 0),
        not_unpacked("bomb", 0),
        not_unpacked("too-many", 0),
        not_unpacked("nested", 0),
        not_unpacked("same-name", 0),
        not_unpacked("document", 0),
        not_unpacked("breaks-off", 1_204),
        not_unpacked("no-room", 7),
        not_unpacked("something else", 0),
        not_unpacked("housekeeping", 0),
        not_unpacked("empty-archive", 0),
        not_unpacked("empty-sheet", 0),
        not_unpacked("no-cells", 0),
        Finding::EncodingGuessed {
            encoding: Encoding::Windows1252,
            count: 1,
            line: 9,
        },
        Finding::EncodingGuessed {
            encoding: Encoding::MacRoman,
            count: 79,
            line: 9,
        },
        Finding::EncodingGuessed {
            encoding: Encoding::Utf16Le,
            count: 12_345,
            line: 1,
        },
        Finding::BytesUndecoded { count: 2 },
        Finding::HostsAddress { count: 1 },
        Finding::Masked {
            given: text("aHR0cHM6Ly9iYWQuZXhhbXBsZQ=="),
            mask: Mask::Base64,
            looks: IndicatorType::Url,
        },
        Finding::Undecodable { at: 3 },
        Finding::TooLarge {
            bytes: 300_000_000,
            most: 200_000_000,
        },
        Finding::TooManyRecords { most: 1_000_000 },
        Finding::MoreUnknown { count: 4 },
        Finding::JsonKeySpelling {
            found: text("IndicatorValue"),
            expected: text("indicatorValue"),
        },
        Finding::JsonKeyTwice { key: text("title") },
        Finding::ReadFromPage { records: 2 },
        Finding::DuplicateDiffers {
            line: 12,
            fields: vec![Field::Title, Field::Severity],
        },
        Finding::NulBytes { count: 3 },
        Finding::MailEncoded { is_base64: true },
        Finding::MailEncoded { is_base64: false },
        Finding::QuoteNotClosed { line: 4 },
        Finding::CellsMissing {
            expected: 12,
            found: 5,
        },
        Finding::CellsExtra {
            expected: 12,
            found: 14,
        },
        Finding::TooManyColumns {
            found: 10_000,
            most: 1_024,
        },
        Finding::CellTooLong {
            len: 10_000_000,
            most: 65_536,
        },
        Finding::NoHeader,
        Finding::UnknownColumn {
            name: text("Score"),
        },
        Finding::ColumnsNotImported {
            names: vec![text("family")],
            count: 1,
        },
        Finding::ColumnsNotImported {
            names: vec![text("family"), text("score")],
            count: 1_002,
        },
        Finding::DuplicateColumn {
            name: text("Title"),
        },
        Finding::ColumnNotRead {
            name: text("Certificate"),
        },
        Finding::OtherHeader,
        Finding::JsonBroken {
            line: 3,
            column: 14,
            expected: text("a comma or `}`"),
            is_cut_short: false,
        },
        Finding::JsonBroken {
            line: 3,
            column: 14,
            expected: text("a closing quotation mark"),
            is_cut_short: true,
        },
        Finding::JsonNotIndicators,
        Finding::NothingFound,
        Finding::Ambiguous {
            given: text("update.zip"),
            looks: IndicatorType::DomainName,
            doubt: Doubt::FileName,
        },
        Finding::Ambiguous {
            given: text("4.2.0.0"),
            looks: IndicatorType::IpAddress,
            doubt: Doubt::Version,
        },
        Finding::Ambiguous {
            given: text("https://blog.example/post"),
            looks: IndicatorType::Url,
            doubt: Doubt::Reference,
        },
        Finding::Ambiguous {
            given: text("blogspot.com"),
            looks: IndicatorType::DomainName,
            doubt: Doubt::SharedSuffix,
        },
        Finding::Ambiguous {
            given: text("evil.example"),
            looks: IndicatorType::DomainName,
            doubt: Doubt::Glued,
        },
        Finding::ReaderLink {
            looks: IndicatorType::Url,
        },
        Finding::UnknownTld {
            tld: text("exmaple"),
        },
        Finding::JsonUnknownKey { key: text("score") },
        Finding::JsonWrongKind {
            key: text("title"),
            expected: text("a text"),
        },
        Finding::ReadFromKey { key: text("list") },
        Finding::XmlBroken {
            line: 3,
            column: 14,
            expected: text("the end of a tag"),
        },
        Finding::XmlNotIndicators,
        Finding::OtherObjects {
            count: 1_005,
            names: text("1000 relationship, 5 malware"),
        },
        Finding::ObservedRead { records: 2 },
        Finding::Revoked,
        Finding::Deleted,
        Finding::Benign,
        Finding::NotForDetection,
        Finding::Reference,
        Finding::OnlyObserved,
        Finding::OtherLanguage {
            language: text("yara"),
        },
        Finding::PatternBroken {
            at: 12,
            expected: text("a closing quotation mark"),
        },
        Finding::PatternNegation,
        Finding::PatternOperator {
            operator: text("LIKE"),
        },
        Finding::PatternPart,
        Finding::PatternConjunction {
            with: text("ipv4-addr:value = '198.51.100.7'"),
        },
        Finding::PortLeftOut {
            with: text("network-traffic:dst_port = 443"),
        },
        Finding::OtherHash {
            name: text("SHA-512"),
        },
        Finding::Duplicate { line: 12 },
        Finding::Conflict {
            line: 12,
            action: Action::Block,
        },
        Finding::WeakerHash {
            line: 12,
            sent: IndicatorType::FileSha256,
        },
        Finding::BadType {
            given: text("Sha512"),
        },
        Finding::MissingValue,
        Finding::NotAnIndicator {
            given: text("see report"),
            looks: Looks::Sentence,
        },
        Finding::NotAnIndicator {
            given: text("hostonly"),
            looks: Looks::Unknown,
        },
        Finding::OtherRecord {
            looks: Looks::Email,
        },
        Finding::TypeMismatch {
            given: IndicatorType::DomainName,
            looks: IndicatorType::FileSha256,
        },
        Finding::HiddenCharacter { code_point: 0x200b },
        Finding::ValueTooLong {
            len: 1_204,
            most: 800,
        },
        Finding::HashLength {
            expected: 64,
            len: 63,
        },
        Finding::HashLengthUnknown { len: 128 },
        Finding::HashNotHex { found: 'g', at: 3 },
        Finding::Md5MayBeRefused,
        Finding::BadAddress {
            given: text("2001:db8::g"),
        },
        Finding::BadOctet { octet: text("256") },
        Finding::AddressWithPort {
            address: text("198.51.100.7"),
            port: text("8443"),
        },
        Finding::AddressRange {
            given: text("198.51.100.7-9"),
        },
        Finding::AddressRangeCidr {
            given: text("198.51.100.0/24"),
            bits: 8,
        },
        Finding::AddressRangeCidr {
            given: text("2001:db8::/32"),
            bits: 96,
        },
        Finding::RangeOverCap {
            given: text("198.51.0.0/16"),
            bits: 16,
            cap: 256,
        },
        Finding::RangeOverlaps { line: 7 },
        Finding::RangesOverMost {
            given: text("198.51.0.0/16"),
            bits: 16,
            most: 100_000,
        },
        Finding::RangeHostBits {
            given: text("198.51.100.5/24"),
            network: text("198.51.100.0/24"),
        },
        Finding::BadPrefix {
            prefix: text("33"),
            most: 32,
        },
        Finding::InternalAddress {
            given: text("10.20.0.15"),
        },
        Finding::DomainCharacter { found: ',' },
        Finding::DomainCharacter { found: ' ' },
        Finding::DomainWithoutDot {
            given: text("hostonly"),
        },
        Finding::DomainEmptyLabel {
            given: text("evil..example"),
        },
        Finding::LabelTooLong { len: 64, most: 63 },
        Finding::DomainTooLong {
            len: 1_254,
            most: 253,
        },
        Finding::LabelUnderscore {
            label: text("_dmarc"),
        },
        Finding::UnusualLabel { label: text("a_b") },
        Finding::NumericTld {
            given: text("evil.123"),
        },
        Finding::BadIdn {
            given: text("\u{fffd}.example"),
        },
        Finding::DomainWildcard {
            given: text("a.*.example"),
        },
        Finding::DomainWithPort {
            domain: text("evil.example"),
            port: text("8443"),
        },
        Finding::DomainWithPath {
            given: text("evil.example/x"),
        },
        Finding::UrlScheme {
            scheme: text("ftp"),
        },
        Finding::UrlWithoutScheme,
        Finding::UrlBlank { at: 21 },
        Finding::UrlWildcard,
        Finding::UrlUserinfo,
        Finding::UrlWithComma,
        Finding::UrlHost {
            host: text("evil..example"),
        },
        Finding::UrlPort {
            port: text("99999"),
        },
        Finding::UrlInternalHost {
            host: text("10.0.0.1"),
        },
        Finding::UrlDefangMark { mark: text("[.]") },
        Finding::TrailingPunctuation { found: ',' },
        Finding::BadAction {
            given: text("Blok"),
        },
        Finding::MissingAction,
        Finding::ActionNotForType {
            action: Action::BlockAndRemediate,
            indicator_type: IndicatorType::DomainName,
        },
        Finding::ActionNotForType {
            action: Action::Warn,
            indicator_type: IndicatorType::CertificateThumbprint,
        },
        Finding::BadGenerateAlert { given: text("yes") },
        Finding::AllowedNeverAlerts,
        Finding::BadSeverity {
            given: text("hoch"),
        },
        Finding::MissingTitle,
        Finding::MissingDescription,
        Finding::TitleTooLong {
            len: 4_001,
            most: 4_000,
        },
        Finding::LongDescription {
            len: 140,
            usual: 100,
        },
        Finding::ControlCharacter { code_point: 0x1b },
        Finding::BadDate {
            given: text("31/12/2027"),
        },
        Finding::AmbiguousDate {
            given: text("12/7/2027"),
            day_first: text("2027-07-12"),
            month_first: text("2027-12-07"),
        },
        Finding::Expired {
            given: text("2021-12-12T00:00:00Z"),
        },
        Finding::FarExpiration {
            given: text("2040-01-01"),
            years: 5,
        },
        Finding::EducateUrlUnused,
        Finding::LeftAsItWas { is_gone: true },
        Finding::LeftAsItWas { is_gone: false },
        Finding::LeftChanged {
            by: text("bob@example.com"),
            at: text("2026-11-22T09:14:00Z"),
        },
        Finding::LeftChanged {
            by: text(""),
            at: text("2026-11-22T09:14:00Z"),
        },
        Finding::LeftChanged {
            by: text("bob@example.com"),
            at: text(""),
        },
        Finding::LeftUnknown,
        Finding::LeftUnread,
        Finding::LeftExpired {
            at: text("2026-11-22T09:14:00Z"),
        },
        Finding::LeftWithoutId,
    ]
}

#[test]
fn the_sentences() {
    let lines: Vec<String> = each()
        .iter()
        .map(|found| format!("{} [{}] {found}", found.code(), found.title()))
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn every_finding_has_its_own_code() {
    let mut codes: Vec<_> = each()
        .iter()
        .map(|f| (std::mem::discriminant(f), f.code()))
        .collect();
    codes.dedup_by_key(|(variant, _)| *variant);
    let listed = codes.len();
    codes.sort_unstable_by_key(|(_, code)| *code);
    codes.dedup_by_key(|(_, code)| *code);
    // A hash of a wrong length has one code, whether its type was given or not.
    assert_eq!(codes.len(), listed - 1);
    for (_, code) in codes {
        assert!(
            code.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        );
    }
}

#[test]
fn findings_cross_as_json_and_back() {
    for finding in each() {
        let there = Diagnostic::new(finding, Place::line(7));
        let json = serde_json::to_string(&there).expect("data");
        let back: Diagnostic = serde_json::from_str(&json).expect("its own text");
        assert_eq!(back, there, "{json}");
    }
}

#[test]
fn a_place_comes_first() {
    let at = |place| Diagnostic::new(Finding::EmptyFile, place).to_string();
    assert!(at(Place::FILE).starts_with("The file"));
    assert!(at(Place::line(7)).starts_with("Line 7: The file"));
    assert!(
        at(Place {
            line: 7,
            column: 3,
            field: None
        })
        .starts_with("Line 7, column 3: ")
    );
}

#[test]
fn a_row_speaks_of_its_line() {
    let defaults = defaults();
    let said = |kind, value| {
        let row = row(draft(kind, value), &defaults, &Policy::default(), TODAY, 7);
        row.diagnostics
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        said("IpAddress", "198.51.100.0/24"),
        "Line 7: `198.51.100.0/24` is a range. The Import API takes single addresses. \
         Expand it into 256 rows, or remove it."
    );
    assert_eq!(
        said("FileSha256", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
        "Line 7: The value looks like FileSha1, but the type says FileSha256. \
         Correct the type or the value."
    );
}

#[test]
fn hostile_text_stays_short_in_a_sentence() {
    let long = "x".repeat(10_000);
    let defaults = defaults();
    let row = row(
        draft(&long, "evil.example"),
        &defaults,
        &Policy::default(),
        WallTime(0),
        7,
    );
    assert!(
        row.diagnostics
            .iter()
            .all(|found| found.to_string().len() < 400)
    );
    assert_eq!(row.diagnostics[0].gravity(), Gravity::Error);
}

#[test]
fn what_a_sentence_advises_is_offered() {
    for bits in 1..=128 {
        let given = "198.51.100.0/24".to_owned();
        let range = Finding::AddressRangeCidr { given, bits };
        let advises = range.to_string().contains("Expand it");
        assert_eq!(advises, !range.fixes().is_empty(), "{bits}");
    }
}

#[test]
fn an_excerpt_shows_what_cannot_be_seen() {
    for (text, shown) in [
        ("Block", "Block"),
        ("two words", "two words"),
        ("東京", "東京"),
        ("txt.\u{202e}exe", "txt.<U+202E>exe"),
        ("a\u{200b}b\n\u{a0}", "a<U+200B>b<U+000A><U+00A0>"),
        ("\u{1b}[31m", "<U+001B>[31m"),
    ] {
        assert_eq!(excerpt(text), shown);
    }
    let long = "é".repeat(81);
    assert_eq!(excerpt(&long), format!("{}…", "é".repeat(80)));
}
