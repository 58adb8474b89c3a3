//! The catalogue: for each finding why it is found, which document says so, a text in which it is
//! found, and what to do.
//!
//! [`entry`] names every finding, so that a new one does not compile without an entry. [`pages`] makes
//! one page a code for `docs/diagnostics`, with the sentence that the example really gets; [`web_pages`]
//! the same for a browser. No part of this is in the page's program.
//!
//! To add a finding: an entry in the file of its group, a line in the table below, and
//! `cargo xtask catalogue`.

mod defaults;
mod exchange;
mod fields;
mod file;
mod neighbours;
mod pages;
mod prose;
mod shown;
mod sources;
mod undo;
mod value;
mod web;

pub use pages::{Page, pages};
pub use web::{WebPage, web_pages};

use crate::{check::Cidr, diagnostic::Finding};

/// What is to be known about a finding beside its code, gravity, title and sentence.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Why it is found.
    pub why: &'static str,
    /// The document and section that says so.
    pub source: &'static str,
    /// What to do about it.
    pub remedy: &'static str,
    /// A text in which it is found.
    pub example: Example,
}

/// An input and the name under which it is given.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The name of the file.
    pub name: &'static str,
    /// What it holds.
    pub given: Given,
    /// What is done with ranges.
    pub ranges: Cidr,
}

/// What an example is made of.
#[derive(Clone, Copy, Debug)]
pub enum Given {
    /// A text, short enough to be shown.
    Text(&'static str),
    /// A default title, and a list whose rows are given it.
    Titled(&'static str, &'static str),
    /// Bytes that are no text, and what they are.
    Bytes(&'static str, &'static [u8]),
    /// Too much to be shown: what it is, and what makes it.
    Made(&'static str, fn() -> String),
    /// No content leads to it: what happened to the file, and what is said.
    Happened(&'static str, fn() -> Finding),
}

impl Example {
    const fn named(name: &'static str, text: &'static str) -> Self {
        Self {
            name,
            given: Given::Text(text),
            ranges: Cidr::Refuse,
        }
    }

    const fn list(text: &'static str) -> Self {
        Self::named("list.txt", text)
    }

    const fn csv(text: &'static str) -> Self {
        Self::named("table.csv", text)
    }

    const fn json(text: &'static str) -> Self {
        Self::named("indicators.json", text)
    }

    const fn titled(title: &'static str) -> Self {
        Self {
            name: "list.txt",
            given: Given::Titled(title, "bad.example\n"),
            ranges: Cidr::Refuse,
        }
    }

    const fn made(name: &'static str, what: &'static str, make: fn() -> String) -> Self {
        Self {
            name,
            given: Given::Made(what, make),
            ranges: Cidr::Refuse,
        }
    }

    const fn expanding(mut self, cap: u32) -> Self {
        self.ranges = Cidr::Expand { cap };
        self
    }
}

/// A group of findings, as the index lists them.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// Its heading.
    pub title: &'static str,
    /// The variants of [`Finding`] in it, in their order, each with its entry.
    pub entries: &'static [(&'static str, Entry)],
}

macro_rules! catalogue {
    (
        $($title:literal $module:ident { $($variant:ident $entry:ident,)* })*
    ) => {
        /// Every group.
        pub const GROUPS: &[Group] = &[$(Group {
            title: $title,
            entries: &[$((stringify!($variant), $module::$entry),)*],
        },)*];

        /// How many findings there are.
        pub const COUNT: usize = {
            let mut count = 0;
            $(count += [$(stringify!($variant)),*].len();)*
            count
        };

        /// The name of a finding's variant, and its entry.
        #[must_use]
        pub fn entry(found: &Finding) -> (&'static str, Entry) {
            match found {
                $($(Finding::$variant { .. } => (stringify!($variant), $module::$entry),)*)*
            }
        }
    };
}

catalogue! {
    "The file" file {
        EmptyFile EMPTY_FILE,
        BinaryFile BINARY_FILE,
        PackedFile PACKED_FILE,
        ReaderMissing READER_MISSING,
        NotUnpacked NOT_UNPACKED,
        NothingToUnpack NOTHING_TO_UNPACK,
        EncodingGuessed ENCODING_GUESSED,
        BytesUndecoded BYTES_UNDECODED,
        HostsAddress HOSTS_ADDRESS,
        NulBytes NUL_BYTES,
        TooManyRecords TOO_MANY_RECORDS,
        FileUnreadable FILE_UNREADABLE,
        TooLarge TOO_LARGE,
    }
    "Tables" file {
        QuoteNotClosed QUOTE_NOT_CLOSED,
        CellsMissing CELLS_MISSING,
        CellsExtra CELLS_EXTRA,
        TooManyColumns TOO_MANY_COLUMNS,
        UnknownColumn UNKNOWN_COLUMN,
        ColumnsNotImported COLUMNS_NOT_IMPORTED,
        DuplicateColumn DUPLICATE_COLUMN,
        NoHeader NO_HEADER,
        ColumnNotRead COLUMN_NOT_READ,
        OtherHeader OTHER_HEADER,
        MoreUnknown MORE_UNKNOWN,
    }
    "Running text" prose {
        NothingFound NOTHING_FOUND,
        MailEncoded MAIL_ENCODED,
        Ambiguous AMBIGUOUS,
        ReaderLink READER_LINK,
    }
    "JSON" file {
        JsonBroken JSON_BROKEN,
        JsonNotIndicators JSON_NOT_INDICATORS,
        JsonUnknownKey JSON_UNKNOWN_KEY,
        JsonKeySpelling JSON_KEY_SPELLING,
        JsonKeyTwice JSON_KEY_TWICE,
        JsonWrongKind JSON_WRONG_KIND,
        ReadFromPage READ_FROM_PAGE,
    }
    "Exchange formats" exchange {
        ReadFromKey READ_FROM_KEY,
        XmlBroken XML_BROKEN,
        XmlNotIndicators XML_NOT_INDICATORS,
        OtherObjects OTHER_OBJECTS,
        ObservedRead OBSERVED_READ,
        OnlyObserved ONLY_OBSERVED,
        Revoked REVOKED,
        Benign BENIGN,
        Deleted DELETED,
        NotForDetection NOT_FOR_DETECTION,
        Reference REFERENCE,
        OtherLanguage OTHER_LANGUAGE,
        PatternBroken PATTERN_BROKEN,
        PatternNegation PATTERN_NEGATION,
        PatternOperator PATTERN_OPERATOR,
        PatternPart PATTERN_PART,
        PatternConjunction PATTERN_CONJUNCTION,
        PortLeftOut PORT_LEFT_OUT,
        OtherHash OTHER_HASH,
    }
    "One record beside others" neighbours {
        Duplicate DUPLICATE,
        DuplicateDiffers DUPLICATE_DIFFERS,
        Conflict CONFLICT,
        WeakerHash WEAKER_HASH,
        RangesOverMost RANGES_OVER_MOST,
        RangeOverlaps RANGE_OVERLAPS,
    }
    "Type and value" value {
        BadType BAD_TYPE,
        MissingValue MISSING_VALUE,
        NotAnIndicator NOT_AN_INDICATOR,
        OtherRecord OTHER_RECORD,
        TypeMismatch TYPE_MISMATCH,
        Masked MASKED,
        Undecodable UNDECODABLE,
        HiddenCharacter HIDDEN_CHARACTER,
        ValueTooLong VALUE_TOO_LONG,
        TrailingPunctuation TRAILING_PUNCTUATION,
    }
    "Hashes" value {
        HashLength HASH_LENGTH,
        HashLengthUnknown HASH_LENGTH_UNKNOWN,
        HashNotHex HASH_NOT_HEX,
        Md5MayBeRefused MD5_MAY_BE_REFUSED,
    }
    "Addresses" value {
        BadAddress BAD_ADDRESS,
        BadOctet BAD_OCTET,
        AddressWithPort ADDRESS_WITH_PORT,
        AddressRange ADDRESS_RANGE,
        AddressRangeCidr ADDRESS_RANGE_CIDR,
        RangeOverCap RANGE_OVER_CAP,
        RangeHostBits RANGE_HOST_BITS,
        BadPrefix BAD_PREFIX,
        InternalAddress INTERNAL_ADDRESS,
    }
    "Domains" value {
        DomainCharacter DOMAIN_CHARACTER,
        DomainWithoutDot DOMAIN_WITHOUT_DOT,
        DomainEmptyLabel DOMAIN_EMPTY_LABEL,
        LabelTooLong LABEL_TOO_LONG,
        DomainTooLong DOMAIN_TOO_LONG,
        LabelUnderscore LABEL_UNDERSCORE,
        UnusualLabel UNUSUAL_LABEL,
        NumericTld NUMERIC_TLD,
        BadIdn BAD_IDN,
        DomainWildcard DOMAIN_WILDCARD,
        UnknownTld UNKNOWN_TLD,
        DomainWithPort DOMAIN_WITH_PORT,
        DomainWithPath DOMAIN_WITH_PATH,
    }
    "URLs" value {
        UrlScheme URL_SCHEME,
        UrlWithoutScheme URL_WITHOUT_SCHEME,
        UrlBlank URL_BLANK,
        UrlWildcard URL_WILDCARD,
        UrlUserinfo URL_USERINFO,
        UrlWithComma URL_WITH_COMMA,
        UrlHost URL_HOST,
        UrlPort URL_PORT,
        UrlInternalHost URL_INTERNAL_HOST,
        UrlDefangMark URL_DEFANG_MARK,
    }
    "The other fields" fields {
        BadAction BAD_ACTION,
        MissingAction MISSING_ACTION,
        ActionNotForType ACTION_NOT_FOR_TYPE,
        BadGenerateAlert BAD_GENERATE_ALERT,
        AllowedNeverAlerts ALLOWED_NEVER_ALERTS,
        BadSeverity BAD_SEVERITY,
        MissingTitle MISSING_TITLE,
        MissingDescription MISSING_DESCRIPTION,
        TitleTooLong TITLE_TOO_LONG,
        LongDescription LONG_DESCRIPTION,
        CellTooLong CELL_TOO_LONG,
        ControlCharacter CONTROL_CHARACTER,
        BadDate BAD_DATE,
        AmbiguousDate AMBIGUOUS_DATE,
        Expired EXPIRED,
        FarExpiration FAR_EXPIRATION,
        EducateUrlUnused EDUCATE_URL_UNUSED,
        GroupNotSeen GROUP_NOT_SEEN,
    }
    "Default texts" defaults {
        TemplateField TEMPLATE_FIELD,
        TemplateColumn TEMPLATE_COLUMN,
        TemplateNotClosed TEMPLATE_NOT_CLOSED,
        TemplateTooLong TEMPLATE_TOO_LONG,
    }
    "An undo" undo {
        LeftAsItWas LEFT_AS_IT_WAS,
        LeftChanged LEFT_CHANGED,
        LeftUnknown LEFT_UNKNOWN,
        LeftUnread LEFT_UNREAD,
        LeftExpired LEFT_EXPIRED,
        LeftWithoutId LEFT_WITHOUT_ID,
        ChangedMeanwhile CHANGED_MEANWHILE,
    }
}
