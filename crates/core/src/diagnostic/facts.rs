//! Code, gravity and title of each finding, one line each; and what may be done about it.

use super::{Finding, Gravity, Gravity::Error, Gravity::Note, Gravity::Warning};
use crate::{
    message::{Phrase, made::titles},
    session::Fix,
};

/// The most addresses that a range is offered to be expanded into, as 2^n.
pub(super) const EXPANDABLE_BITS: u8 = 12;

/// Days after which an expired row is offered to expire instead.
const EXPIRE_IN: u16 = 90;

impl Finding {
    /// The stable code, in kebab case.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.facts().0
    }

    /// How much it matters.
    #[must_use]
    pub const fn gravity(&self) -> Gravity {
        self.facts().1
    }

    /// Two to four words for a list of causes.
    #[must_use]
    pub const fn titled(&self) -> Phrase {
        self.facts().2
    }

    /// The same in English.
    #[must_use]
    pub fn title(&self) -> &'static str {
        self.titled().english()
    }

    const fn facts(&self) -> (&'static str, Gravity, Phrase) {
        match self {
            Self::EmptyFile => ("empty-file", Error, titles::EMPTY_FILE),
            Self::BinaryFile => ("binary-file", Error, titles::BINARY_FILE),
            Self::PackedFile => ("packed-file", Error, titles::PACKED_FILE),
            Self::ReaderMissing => ("reader-missing", Error, titles::READER_MISSING),
            Self::NotUnpacked { .. } => ("not-unpacked", Error, titles::NOT_UNPACKED),
            Self::NothingToUnpack { .. } => ("nothing-to-unpack", Note, titles::NOTHING_TO_UNPACK),
            Self::EncodingGuessed { .. } => ("encoding-guessed", Warning, titles::ENCODING_GUESSED),
            Self::BytesUndecoded { .. } => ("bytes-undecoded", Warning, titles::BYTES_UNDECODED),
            Self::TooManyRecords { .. } => ("too-many-records", Error, titles::TOO_MANY_RECORDS),
            Self::FileUnreadable => ("file-unreadable", Error, titles::FILE_UNREADABLE),
            Self::TooLarge { .. } => ("too-large", Error, titles::TOO_LARGE),
            Self::NulBytes { .. } => ("nul-bytes", Warning, titles::NUL_BYTES),
            Self::MailEncoded { .. } => ("mail-encoded", Warning, titles::MAIL_ENCODED),
            Self::QuoteNotClosed { .. } => ("quote-not-closed", Error, titles::QUOTE_NOT_CLOSED),
            Self::CellsMissing { .. } => ("cells-missing", Error, titles::CELLS_MISSING),
            Self::CellsExtra { .. } => ("cells-extra", Error, titles::CELLS_EXTRA),
            Self::TooManyColumns { .. } => ("too-many-columns", Error, titles::TOO_MANY_COLUMNS),
            Self::CellTooLong { .. } => ("cell-too-long", Error, titles::CELL_TOO_LONG),
            Self::NoHeader => ("no-header", Error, titles::NO_HEADER),
            Self::UnknownColumn { .. } => ("unknown-column", Note, titles::UNKNOWN_COLUMN),
            Self::ColumnsNotImported { .. } => {
                ("columns-not-imported", Note, titles::COLUMNS_NOT_IMPORTED)
            }
            Self::DuplicateColumn { .. } => ("duplicate-column", Warning, titles::DUPLICATE_COLUMN),
            Self::ColumnNotRead { .. } => ("column-not-read", Note, titles::COLUMN_NOT_READ),
            Self::OtherHeader => ("other-header", Note, titles::OTHER_HEADER),
            Self::MoreUnknown { .. } => ("more-unknown", Note, titles::MORE_UNKNOWN),
            Self::JsonBroken { .. } => ("json-broken", Error, titles::JSON_BROKEN),
            Self::JsonNotIndicators => ("json-not-indicators", Error, titles::JSON_NOT_INDICATORS),
            Self::NothingFound => ("nothing-found", Error, titles::NOTHING_FOUND),
            Self::JsonUnknownKey { .. } => ("json-unknown-key", Note, titles::JSON_UNKNOWN_KEY),
            Self::JsonKeySpelling { .. } => ("json-key-spelling", Note, titles::JSON_KEY_SPELLING),
            Self::JsonKeyTwice { .. } => ("json-key-twice", Error, titles::JSON_KEY_TWICE),
            Self::ReadFromPage { .. } => ("read-from-page", Note, titles::READ_FROM_PAGE),
            Self::JsonWrongKind { .. } => ("json-wrong-kind", Error, titles::JSON_WRONG_KIND),
            Self::ReadFromKey { .. } => ("read-from-key", Warning, titles::READ_FROM_KEY),
            Self::XmlBroken { .. } => ("xml-broken", Error, titles::XML_BROKEN),
            Self::XmlNotIndicators => ("xml-not-indicators", Error, titles::XML_NOT_INDICATORS),
            Self::OtherObjects { .. } => ("other-objects", Note, titles::OTHER_OBJECTS),
            Self::ObservedRead { .. } => ("observed-read", Warning, titles::OBSERVED_READ),
            Self::Revoked => ("revoked", Note, titles::REVOKED),
            Self::Deleted => ("deleted", Note, titles::DELETED),
            Self::Benign => ("benign", Note, titles::BENIGN),
            Self::NotForDetection => ("not-for-detection", Note, titles::NOT_FOR_DETECTION),
            Self::Reference => ("reference", Note, titles::REFERENCE),
            Self::OnlyObserved => ("only-observed", Note, titles::ONLY_OBSERVED),
            Self::OtherLanguage { .. } => ("other-language", Note, titles::OTHER_LANGUAGE),
            Self::PatternBroken { .. } => ("pattern-broken", Error, titles::PATTERN_BROKEN),
            Self::PatternNegation => ("pattern-negation", Note, titles::PATTERN_NEGATION),
            Self::PatternOperator { .. } => ("pattern-operator", Note, titles::PATTERN_OPERATOR),
            Self::PatternPart => ("pattern-part", Warning, titles::PATTERN_PART),
            Self::PatternConjunction { .. } => {
                ("pattern-conjunction", Warning, titles::PATTERN_CONJUNCTION)
            }
            Self::PortLeftOut { .. } => ("port-left-out", Note, titles::PORT_LEFT_OUT),
            Self::OtherHash { .. } => ("other-hash", Note, titles::OTHER_HASH),
            Self::Duplicate { .. } => ("duplicate", Note, titles::DUPLICATE),
            Self::DuplicateDiffers { .. } => ("duplicate-differs", Note, titles::DUPLICATE_DIFFERS),
            Self::Conflict { .. } => ("conflict", Warning, titles::CONFLICT),
            Self::WeakerHash { .. } => ("weaker-hash", Note, titles::WEAKER_HASH),
            Self::BadType { .. } => ("bad-type", Error, titles::BAD_TYPE),
            Self::MissingValue => ("missing-value", Error, titles::MISSING_VALUE),
            Self::NotAnIndicator { .. } => ("not-an-indicator", Error, titles::NOT_AN_INDICATOR),
            Self::OtherRecord { .. } => ("other-record", Note, titles::OTHER_RECORD),
            Self::Ambiguous { .. } => ("ambiguous", Error, titles::AMBIGUOUS),
            Self::ReaderLink { .. } => ("reader-link", Note, titles::READER_LINK),
            Self::TypeMismatch { .. } => ("type-mismatch", Error, titles::TYPE_MISMATCH),
            Self::Masked { .. } => ("masked", Error, titles::MASKED),
            Self::HostsAddress { .. } => ("hosts-address", Note, titles::HOSTS_ADDRESS),
            Self::Undecodable { .. } => ("undecodable", Error, titles::UNDECODABLE),
            Self::HiddenCharacter { .. } => ("hidden-character", Error, titles::HIDDEN_CHARACTER),
            Self::ValueTooLong { .. } => ("value-too-long", Error, titles::VALUE_TOO_LONG),
            Self::HashLength { .. } | Self::HashLengthUnknown { .. } => {
                ("hash-length", Error, titles::HASH_LENGTH)
            }
            Self::HashNotHex { .. } => ("hash-not-hex", Error, titles::HASH_NOT_HEX),
            Self::Md5MayBeRefused => ("md5-may-be-refused", Warning, titles::MD5_MAY_BE_REFUSED),
            Self::BadAddress { .. } => ("bad-address", Error, titles::BAD_ADDRESS),
            Self::BadOctet { .. } => ("bad-octet", Error, titles::BAD_OCTET),
            Self::AddressWithPort { .. } => ("address-with-port", Error, titles::ADDRESS_WITH_PORT),
            Self::AddressRange { .. } => ("address-range", Error, titles::ADDRESS_RANGE),
            Self::AddressRangeCidr { .. } => {
                ("address-range-cidr", Error, titles::ADDRESS_RANGE_CIDR)
            }
            Self::RangeOverCap { .. } => ("range-over-cap", Error, titles::RANGE_OVER_CAP),
            Self::RangesOverMost { .. } => ("ranges-over-most", Error, titles::RANGES_OVER_MOST),
            Self::RangeOverlaps { .. } => ("range-overlaps", Error, titles::RANGE_OVERLAPS),
            Self::RangeHostBits { .. } => ("range-host-bits", Error, titles::RANGE_HOST_BITS),
            Self::BadPrefix { .. } => ("bad-prefix", Error, titles::BAD_PREFIX),
            Self::InternalAddress { .. } => ("internal-address", Error, titles::INTERNAL_ADDRESS),
            Self::DomainCharacter { .. } => ("domain-character", Error, titles::DOMAIN_CHARACTER),
            Self::DomainWithoutDot { .. } => {
                ("domain-without-dot", Error, titles::DOMAIN_WITHOUT_DOT)
            }
            Self::DomainEmptyLabel { .. } => {
                ("domain-empty-label", Error, titles::DOMAIN_EMPTY_LABEL)
            }
            Self::LabelTooLong { .. } => ("label-too-long", Error, titles::LABEL_TOO_LONG),
            Self::DomainTooLong { .. } => ("domain-too-long", Error, titles::DOMAIN_TOO_LONG),
            Self::LabelUnderscore { .. } => ("label-underscore", Error, titles::LABEL_UNDERSCORE),
            Self::UnusualLabel { .. } => ("unusual-label", Warning, titles::UNUSUAL_LABEL),
            Self::NumericTld { .. } => ("numeric-tld", Error, titles::NUMERIC_TLD),
            Self::BadIdn { .. } => ("bad-idn", Error, titles::BAD_IDN),
            Self::DomainWildcard { .. } => ("domain-wildcard", Error, titles::DOMAIN_WILDCARD),
            Self::UnknownTld { .. } => ("unknown-tld", Warning, titles::UNKNOWN_TLD),
            Self::DomainWithPort { .. } => ("domain-with-port", Error, titles::DOMAIN_WITH_PORT),
            Self::DomainWithPath { .. } => ("domain-with-path", Error, titles::DOMAIN_WITH_PATH),
            Self::UrlScheme { .. } => ("url-scheme", Error, titles::URL_SCHEME),
            Self::UrlWithoutScheme => ("url-without-scheme", Warning, titles::URL_WITHOUT_SCHEME),
            Self::UrlBlank { .. } => ("url-blank", Error, titles::URL_BLANK),
            Self::UrlWildcard => ("url-wildcard", Error, titles::URL_WILDCARD),
            Self::UrlUserinfo => ("url-userinfo", Warning, titles::URL_USERINFO),
            Self::UrlWithComma => ("url-with-comma", Warning, titles::URL_WITH_COMMA),
            Self::UrlHost { .. } => ("url-host", Error, titles::URL_HOST),
            Self::UrlPort { .. } => ("url-port", Error, titles::URL_PORT),
            Self::UrlInternalHost { .. } => {
                ("url-internal-host", Warning, titles::URL_INTERNAL_HOST)
            }
            Self::UrlDefangMark { .. } => ("url-defang-mark", Warning, titles::URL_DEFANG_MARK),
            Self::TrailingPunctuation { .. } => (
                "trailing-punctuation",
                Warning,
                titles::TRAILING_PUNCTUATION,
            ),
            Self::BadAction { .. } => ("bad-action", Error, titles::BAD_ACTION),
            Self::MissingAction => ("missing-action", Error, titles::MISSING_ACTION),
            Self::ActionNotForType { .. } => {
                ("action-not-for-type", Error, titles::ACTION_NOT_FOR_TYPE)
            }
            Self::BadGenerateAlert { .. } => {
                ("bad-generate-alert", Error, titles::BAD_GENERATE_ALERT)
            }
            Self::AllowedNeverAlerts => {
                ("allowed-never-alerts", Note, titles::ALLOWED_NEVER_ALERTS)
            }
            Self::BadSeverity { .. } => ("bad-severity", Error, titles::BAD_SEVERITY),
            Self::MissingTitle => ("missing-title", Error, titles::MISSING_TITLE),
            Self::MissingDescription => ("missing-description", Error, titles::MISSING_DESCRIPTION),
            Self::TitleTooLong { .. } => ("title-too-long", Error, titles::TITLE_TOO_LONG),
            Self::LongDescription { .. } => ("long-description", Note, titles::LONG_DESCRIPTION),
            Self::ControlCharacter { .. } => {
                ("control-character", Error, titles::CONTROL_CHARACTER)
            }
            Self::BadDate { .. } => ("bad-date", Error, titles::BAD_DATE),
            Self::AmbiguousDate { .. } => ("ambiguous-date", Error, titles::AMBIGUOUS_DATE),
            Self::Expired { .. } => ("expired", Error, titles::EXPIRED),
            Self::FarExpiration { .. } => ("far-expiration", Warning, titles::FAR_EXPIRATION),
            Self::LeftAsItWas { .. } => ("left-as-it-was", Note, titles::LEFT_AS_IT_WAS),
            Self::LeftChanged { .. } => ("left-changed", Warning, titles::LEFT_CHANGED),
            Self::LeftUnknown => ("left-unknown", Warning, titles::LEFT_UNKNOWN),
            Self::LeftUnread => ("left-unread", Warning, titles::LEFT_UNREAD),
            Self::LeftExpired { .. } => ("left-expired", Note, titles::LEFT_EXPIRED),
            Self::LeftWithoutId => ("left-without-id", Warning, titles::LEFT_WITHOUT_ID),
            Self::ChangedMeanwhile => ("changed-meanwhile", Warning, titles::CHANGED_MEANWHILE),
            Self::TemplateField { .. } => ("template-field", Error, titles::TEMPLATE_FIELD),
            Self::TemplateColumn { .. } => ("template-column", Error, titles::TEMPLATE_COLUMN),
            Self::TemplateNotClosed { .. } => {
                ("template-not-closed", Error, titles::TEMPLATE_NOT_CLOSED)
            }
            Self::TemplateTooLong { .. } => ("template-too-long", Error, titles::TEMPLATE_TOO_LONG),
            Self::GroupNotSeen { .. } => ("group-not-seen", Warning, titles::GROUP_NOT_SEEN),
            Self::EducateUrlUnused => ("educate-url-unused", Note, titles::EDUCATE_URL_UNUSED),
        }
    }

    /// Whether it is of the bytes of a file, whatever these are read as.
    #[must_use]
    pub(crate) const fn is_of_bytes(&self) -> bool {
        matches!(
            self,
            Self::EncodingGuessed { .. } | Self::BytesUndecoded { .. } | Self::NulBytes { .. }
        )
    }

    /// What may be done about it in one click, the best first.
    #[must_use]
    pub fn fixes(&self) -> Vec<Fix> {
        match self {
            Self::Expired { .. } => vec![Fix::ExpireIn { days: EXPIRE_IN }, Fix::NeverExpires],
            Self::AddressWithPort { .. } | Self::DomainWithPort { .. } => vec![Fix::DropPort],
            Self::Ambiguous { looks, .. } => vec![
                Fix::TakeAs {
                    indicator_type: *looks,
                },
                Fix::Ignore,
            ],
            Self::ReaderLink { looks } => vec![Fix::TakeAs {
                indicator_type: *looks,
            }],
            Self::MissingTitle => vec![Fix::TitleFromFile],
            Self::MissingDescription => vec![Fix::DescriptionFromDefaults],
            Self::AddressRangeCidr { bits, .. } | Self::RangeOverCap { bits, .. }
                if *bits <= EXPANDABLE_BITS =>
            {
                vec![Fix::ExpandRange { cap: 1 << bits }]
            }
            Self::Conflict { .. } => vec![Fix::ChooseThis, Fix::KeepStrictest],
            Self::WeakerHash { .. } => vec![Fix::TakeBackIn],
            _ => Vec::new(),
        }
    }
}
