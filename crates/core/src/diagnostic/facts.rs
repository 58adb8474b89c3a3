//! Code, gravity and title of each finding, one line each; and what may be done about it.

use super::{Finding, Gravity, Gravity::Error, Gravity::Note, Gravity::Warning};
use crate::session::Fix;

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
    pub const fn title(&self) -> &'static str {
        self.facts().2
    }

    const fn facts(&self) -> (&'static str, Gravity, &'static str) {
        match self {
            Self::EmptyFile => ("empty-file", Error, "Empty file"),
            Self::BinaryFile => ("binary-file", Error, "Not a text"),
            Self::PackedFile => ("packed-file", Error, "Not unpacked"),
            Self::UnpackerMissing => ("unpacker-missing", Error, "Not unpacked"),
            Self::NotUnpacked { .. } => ("not-unpacked", Error, "Not unpacked"),
            Self::NothingToUnpack { .. } => ("nothing-to-unpack", Note, "Nothing to read"),
            Self::EncodingGuessed { .. } => ("encoding-guessed", Warning, "Encoding guessed"),
            Self::BytesUndecoded { .. } => ("bytes-undecoded", Warning, "Unreadable bytes"),
            Self::TooManyRecords { .. } => ("too-many-records", Error, "Too many records"),
            Self::FileUnreadable => ("file-unreadable", Error, "File unreadable"),
            Self::TooLarge { .. } => ("too-large", Error, "File too large"),
            Self::NulBytes { .. } => ("nul-bytes", Warning, "NUL characters"),
            Self::MailEncoded { .. } => ("mail-encoded", Warning, "Encoded mail"),
            Self::QuoteNotClosed { .. } => ("quote-not-closed", Error, "Quote not closed"),
            Self::CellsMissing { .. } => ("cells-missing", Error, "Row cut short"),
            Self::CellsExtra { .. } => ("cells-extra", Error, "Too many cells"),
            Self::TooManyColumns { .. } => ("too-many-columns", Error, "Too many columns"),
            Self::CellTooLong { .. } => ("cell-too-long", Error, "Cell too long"),
            Self::NoHeader => ("no-header", Error, "No header"),
            Self::UnknownColumn { .. } => ("unknown-column", Note, "Unknown column"),
            Self::ColumnsNotImported { .. } => {
                ("columns-not-imported", Note, "Columns not imported")
            }
            Self::DuplicateColumn { .. } => ("duplicate-column", Warning, "Column given twice"),
            Self::ColumnNotRead { .. } => ("column-not-read", Note, "Column not read"),
            Self::OtherHeader => ("other-header", Note, "Another header"),
            Self::MoreUnknown { .. } => ("more-unknown", Note, "More unknown names"),
            Self::JsonBroken { .. } => ("json-broken", Error, "Broken JSON"),
            Self::JsonNotIndicators => ("json-not-indicators", Error, "No indicators"),
            Self::NothingFound => ("nothing-found", Error, "Nothing found"),
            Self::JsonUnknownKey { .. } => ("json-unknown-key", Note, "Unknown key"),
            Self::JsonKeySpelling { .. } => ("json-key-spelling", Note, "Key respelled"),
            Self::JsonKeyTwice { .. } => ("json-key-twice", Error, "Key given twice"),
            Self::ReadFromPage { .. } => ("read-from-page", Note, "Read from a text"),
            Self::JsonWrongKind { .. } => ("json-wrong-kind", Error, "Wrong kind of value"),
            Self::ReadFromKey { .. } => ("read-from-key", Warning, "Read from a list"),
            Self::XmlBroken { .. } => ("xml-broken", Error, "Broken XML"),
            Self::XmlNotIndicators => ("xml-not-indicators", Error, "No indicators"),
            Self::OtherObjects { .. } => ("other-objects", Note, "Other objects"),
            Self::ObservedRead { .. } => ("observed-read", Warning, "Observed, not judged"),
            Self::Revoked => ("revoked", Note, "Taken back"),
            Self::Deleted => ("deleted", Note, "Deleted"),
            Self::Benign => ("benign", Note, "Said to be harmless"),
            Self::NotForDetection => ("not-for-detection", Note, "Not for detection"),
            Self::Reference => ("reference", Note, "Something to read"),
            Self::OnlyObserved => ("only-observed", Note, "Only observed"),
            Self::OtherLanguage { .. } => ("other-language", Note, "Another pattern language"),
            Self::PatternBroken { .. } => ("pattern-broken", Error, "Broken pattern"),
            Self::PatternNegation => ("pattern-negation", Note, "Must not be there"),
            Self::PatternOperator { .. } => ("pattern-operator", Note, "Fits many values"),
            Self::PatternPart => ("pattern-part", Warning, "Part of a value"),
            Self::PatternConjunction { .. } => {
                ("pattern-conjunction", Warning, "Asked for with more")
            }
            Self::PortLeftOut { .. } => ("port-left-out", Note, "Port left out"),
            Self::OtherHash { .. } => ("other-hash", Note, "Hash of another kind"),
            Self::Duplicate { .. } => ("duplicate", Note, "Repeated"),
            Self::DuplicateDiffers { .. } => ("duplicate-differs", Note, "Repeated, differs"),
            Self::Conflict { .. } => ("conflict", Warning, "Different actions"),
            Self::WeakerHash { .. } => ("weaker-hash", Note, "Weaker hash"),
            Self::BadType { .. } => ("bad-type", Error, "Unknown type"),
            Self::MissingValue => ("missing-value", Error, "No value"),
            Self::NotAnIndicator { .. } => ("not-an-indicator", Error, "Not an indicator"),
            Self::OtherRecord { .. } => ("other-record", Note, "Nothing to import"),
            Self::Ambiguous { .. } => ("ambiguous", Error, "Two readings"),
            Self::ReaderLink { .. } => ("reader-link", Note, "Link for the reader"),
            Self::TypeMismatch { .. } => ("type-mismatch", Error, "Of another type"),
            Self::Masked { .. } => ("masked", Error, "Masked value"),
            Self::HostsAddress { .. } => ("hosts-address", Note, "Address left out"),
            Self::Undecodable { .. } => ("undecodable", Error, "Unreadable character"),
            Self::HiddenCharacter { .. } => ("hidden-character", Error, "Hidden character"),
            Self::ValueTooLong { .. } => ("value-too-long", Error, "Value too long"),
            Self::HashLength { .. } | Self::HashLengthUnknown { .. } => {
                ("hash-length", Error, "Hash of a wrong length")
            }
            Self::HashNotHex { .. } => ("hash-not-hex", Error, "Not a hash"),
            Self::Md5MayBeRefused => ("md5-may-be-refused", Warning, "MD5"),
            Self::BadAddress { .. } => ("bad-address", Error, "Not an IP address"),
            Self::BadOctet { .. } => ("bad-octet", Error, "Not an IP address"),
            Self::AddressWithPort { .. } => ("address-with-port", Error, "With a port"),
            Self::AddressRange { .. } => ("address-range", Error, "IP range"),
            Self::AddressRangeCidr { .. } => ("address-range-cidr", Error, "IP range"),
            Self::RangeOverCap { .. } => ("range-over-cap", Error, "IP range too large"),
            Self::RangesOverMost { .. } => ("ranges-over-most", Error, "Too many addresses"),
            Self::RangeOverlaps { .. } => ("range-overlaps", Error, "Overlapping IP ranges"),
            Self::RangeHostBits { .. } => ("range-host-bits", Error, "Range or address"),
            Self::BadPrefix { .. } => ("bad-prefix", Error, "Not an IP range"),
            Self::InternalAddress { .. } => {
                ("internal-address", Error, "Private or reserved address")
            }
            Self::DomainCharacter { .. } => ("domain-character", Error, "Not a domain"),
            Self::DomainWithoutDot { .. } => ("domain-without-dot", Error, "Name without a dot"),
            Self::DomainEmptyLabel { .. } => ("domain-empty-label", Error, "Not a domain"),
            Self::LabelTooLong { .. } => ("label-too-long", Error, "Domain too long"),
            Self::DomainTooLong { .. } => ("domain-too-long", Error, "Domain too long"),
            Self::LabelUnderscore { .. } => ("label-underscore", Error, "Leading underscore"),
            Self::UnusualLabel { .. } => ("unusual-label", Warning, "Unusual host name"),
            Self::NumericTld { .. } => ("numeric-tld", Error, "Not a domain"),
            Self::BadIdn { .. } => ("bad-idn", Error, "Not a domain"),
            Self::DomainWildcard { .. } => ("domain-wildcard", Error, "Wildcard"),
            Self::UnknownTld { .. } => ("unknown-tld", Warning, "Unknown top-level domain"),
            Self::DomainWithPort { .. } => ("domain-with-port", Error, "With a port"),
            Self::DomainWithPath { .. } => ("domain-with-path", Error, "With a path"),
            Self::UrlScheme { .. } => ("url-scheme", Error, "Not a web address"),
            Self::UrlWithoutScheme => ("url-without-scheme", Warning, "URL without a scheme"),
            Self::UrlBlank { .. } => ("url-blank", Error, "Blank in a URL"),
            Self::UrlWildcard => ("url-wildcard", Error, "Wildcard"),
            Self::UrlUserinfo => ("url-userinfo", Warning, "URL with a login"),
            Self::UrlWithComma => ("url-with-comma", Warning, "Comma in a URL"),
            Self::UrlHost { .. } => ("url-host", Error, "URL with a bad host"),
            Self::UrlPort { .. } => ("url-port", Error, "URL with a bad port"),
            Self::UrlInternalHost { .. } => ("url-internal-host", Warning, "Internal host"),
            Self::UrlDefangMark { .. } => ("url-defang-mark", Warning, "Brackets in a path"),
            Self::TrailingPunctuation { .. } => {
                ("trailing-punctuation", Warning, "Punctuation at the end")
            }
            Self::BadAction { .. } => ("bad-action", Error, "Unknown action"),
            Self::MissingAction => ("missing-action", Error, "No action"),
            Self::ActionNotForType { .. } => ("action-not-for-type", Error, "Action not possible"),
            Self::BadGenerateAlert { .. } => ("bad-generate-alert", Error, "Unclear alert setting"),
            Self::AllowedNeverAlerts => ("allowed-never-alerts", Note, "Allowed never alerts"),
            Self::BadSeverity { .. } => ("bad-severity", Error, "Unknown severity"),
            Self::MissingTitle => ("missing-title", Error, "No title"),
            Self::MissingDescription => ("missing-description", Error, "No description"),
            Self::TitleTooLong { .. } => ("title-too-long", Error, "Title too long"),
            Self::LongDescription { .. } => ("long-description", Note, "Long description"),
            Self::ControlCharacter { .. } => ("control-character", Error, "Control character"),
            Self::BadDate { .. } => ("bad-date", Error, "Unreadable date"),
            Self::AmbiguousDate { .. } => ("ambiguous-date", Error, "Ambiguous date"),
            Self::Expired { .. } => ("expired", Error, "Expired"),
            Self::FarExpiration { .. } => ("far-expiration", Warning, "Far expiration"),
            Self::LeftAsItWas { .. } => ("left-as-it-was", Note, "Nothing to take back"),
            Self::LeftChanged { .. } => ("left-changed", Warning, "Changed since"),
            Self::LeftUnknown => ("left-unknown", Warning, "Not known before"),
            Self::LeftUnread => ("left-unread", Warning, "List not whole"),
            Self::LeftExpired { .. } => ("left-expired", Note, "Expired meanwhile"),
            Self::LeftWithoutId => ("left-without-id", Warning, "No id"),
            Self::ChangedMeanwhile => ("changed-meanwhile", Warning, "Changed meanwhile"),
            Self::TemplateField { .. } => ("template-field", Error, "Unknown field in a default"),
            Self::TemplateColumn { .. } => ("template-column", Error, "Column not there"),
            Self::TemplateNotClosed { .. } => ("template-not-closed", Error, "Brace not closed"),
            Self::TemplateTooLong { .. } => ("template-too-long", Error, "Default too long"),
            Self::GroupNotSeen { .. } => ("group-not-seen", Warning, "Device group not seen"),
            Self::EducateUrlUnused => ("educate-url-unused", Note, "Support link unused"),
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

    /// Whether it says why an undo leaves an indicator as it is.
    #[must_use]
    pub(crate) const fn is_of_undo(&self) -> bool {
        matches!(
            self,
            Self::LeftAsItWas { .. }
                | Self::LeftChanged { .. }
                | Self::LeftUnknown
                | Self::LeftUnread
                | Self::LeftExpired { .. }
                | Self::LeftWithoutId
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
