//! The list of everything that can be said.

use serde::{Deserialize, Serialize};

use crate::{
    change::Field,
    check::Mask,
    indicator::{Action, IndicatorType},
    packed::{NotUnpacked, Nothing},
    source::Doubt,
    text::Encoding,
};

/// What a text that is no indicator looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Looks {
    /// Nothing at all.
    Blank,
    /// A line that begins with `#`, `//` or `;`.
    Comment,
    /// `N/A`, `-`, `TODO`.
    Placeholder,
    /// Several words.
    Sentence,
    /// `name@host`.
    Email,
    /// `C:\..`, `/usr/bin/..`, `%TEMP%\..`.
    FilePath,
    /// `dropper.exe`: an ending that is no top-level domain.
    FileName,
    /// `HKLM\..`.
    RegistryKey,
    /// `Global\..`, `{GUID}`.
    Mutex,
    /// `CVE-2021-44228`.
    Vulnerability,
    /// A line above the header of a table.
    Heading,
    /// The header of a table, once more.
    Header,
    /// A row of a table with nothing in its indicator columns.
    NoValue,
    /// The port of an address or a name.
    Port,
    /// A hash that is not of a file's bytes, or of a kind that Defender does not take.
    OtherHash,
    /// Something whose type says that it is no indicator of Defender's.
    OtherType,
    /// `localhost` and the like: a name of the machine itself.
    LocalName,
    /// None of these.
    Unknown,
}

/// What can be said. Texts inside are excerpts ([`super::excerpt`]); lengths count characters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(
    missing_docs,
    reason = "the fields say what they are; each variant is documented"
)]
pub enum Finding {
    // --- the file as a whole ---
    /// It has no content.
    EmptyFile,
    /// It is no text: a picture, a program, a workbook.
    BinaryFile,
    /// An archive or a workbook, which whoever gave it should have unpacked.
    PackedFile,
    /// What unpacks archives and workbooks could not be loaded.
    ReaderMissing,
    /// Something in an archive or a workbook was not unpacked; of a sheet that breaks off, `row` is
    /// the last one that was read.
    NotUnpacked { why: NotUnpacked, row: u32 },
    /// Something in an archive or a workbook holds nothing to read.
    NothingToUnpack { why: Nothing },
    /// Nothing says how it is encoded; `count` characters, the first at `line`, were read so.
    EncodingGuessed {
        encoding: Encoding,
        count: u32,
        line: u32,
    },
    /// Bytes that fit no encoding; each stands as U+FFFD in the text.
    BytesUndecoded { count: u32 },
    /// Names of a hosts file beside an address that is no sink.
    HostsAddress { count: u32 },
    /// More records than are held.
    TooManyRecords { most: u32 },
    /// Its bytes could not be had: it was moved, changed or taken away meanwhile.
    FileUnreadable,
    /// It is larger than is read.
    TooLarge { bytes: u64, most: u64 },
    /// NUL characters in a text.
    NulBytes { count: u32 },
    /// A part of a mail in quoted-printable or base64 (RFC 2045, section 6), which is read as it stands.
    MailEncoded { is_base64: bool },
    /// A quote that is opened at `line` and never closed.
    QuoteNotClosed { line: u32 },
    /// A row with fewer cells than the header.
    CellsMissing { expected: u32, found: u32 },
    /// A row with more cells than the header.
    CellsExtra { expected: u32, found: u32 },
    /// A header with more columns than are read.
    TooManyColumns { found: u32, most: u32 },
    /// A text, or a list of names, longer than any field may be.
    CellTooLong { len: u64, most: u64 },
    /// No header and no list: the columns have no known name.
    NoHeader,
    /// A column that no field of an indicator answers to.
    UnknownColumn { name: String },
    /// Columns that no field of an indicator answers to: the first names, and how many there are.
    ColumnsNotImported { names: Vec<String>, count: u32 },
    /// Two columns for one field; the first is used.
    DuplicateColumn { name: String },
    /// A column of what look like indicators, which is not read.
    ColumnNotRead { name: String },
    /// A header in the middle of a table that names other columns.
    OtherHeader,
    /// More unknown columns or keys than are listed.
    MoreUnknown { count: u32 },
    /// JSON that cannot be read on from here; what should stand there, or behind the end of the text.
    JsonBroken {
        line: u32,
        column: u32,
        expected: String,
        is_cut_short: bool,
    },
    /// JSON that can be read but holds no indicators.
    JsonNotIndicators,
    /// A key that the API does not know.
    JsonUnknownKey { key: String },
    /// A key in another spelling than the API's.
    JsonKeySpelling { found: String, expected: String },
    /// A key that one object holds twice.
    JsonKeyTwice { key: String },
    /// A running text without a value.
    NothingFound,
    /// Indicators in the JSON that a text holds.
    ReadFromPage { records: u32 },
    /// A key with a value of another kind than the API takes.
    JsonWrongKind { key: String, expected: String },
    /// A list under a key that is not the API's, read as indicators.
    ReadFromKey { key: String },
    /// XML that cannot be read on from here; what should stand there.
    XmlBroken {
        line: u32,
        column: u32,
        expected: String,
    },
    /// XML that can be read but holds no indicators.
    XmlNotIndicators,
    /// Objects of an exchange format that are no indicators; how many of which type.
    OtherObjects { count: u32, names: String },
    /// Observed objects, read because no indicator is there.
    ObservedRead { records: u32 },

    // --- one record beside others ---
    /// The same indicator as an earlier record.
    Duplicate { line: u32 },
    /// The same indicator as an earlier record, which is sent; these fields differ and are not sent.
    DuplicateDiffers { line: u32, fields: Vec<Field> },
    /// The same value as an earlier record, with another action.
    Conflict { line: u32, action: Action },
    /// A weaker hash of the file whose hash in `line` is sent.
    WeakerHash { line: u32, sent: IndicatorType },

    // --- what an exchange format says of a record ---
    /// It was taken back by who published it.
    Revoked,
    /// It was deleted by who published it.
    Deleted,
    /// It is said to be harmless.
    Benign,
    /// It is not meant for detection.
    NotForDetection,
    /// It leads to something to read.
    Reference,
    /// It says what was seen, beside indicators that say what is bad.
    OnlyObserved,
    /// A pattern in another language than STIX.
    OtherLanguage { language: String },
    /// A pattern that cannot be read; the character that does not fit.
    PatternBroken { at: u32, expected: String },
    /// A value that must not be there.
    PatternNegation,
    /// A value that others resemble.
    PatternOperator { operator: String },
    /// A value that may stand inside longer ones.
    PatternPart,
    /// A value that means something only together with another.
    PatternConjunction { with: String },
    /// An address or name whose port is left out.
    PortLeftOut { with: String },
    /// A hash of another kind than Defender takes.
    OtherHash { name: String },

    // --- type and value ---
    /// A type that the API does not know.
    BadType { given: String },
    /// No value, in a source that has the field.
    MissingValue,
    /// A text that is no indicator, in a source that says it is one.
    NotAnIndicator { given: String, looks: Looks },
    /// A text of another kind, in a source that says nothing of kinds.
    OtherRecord { looks: Looks },
    /// Two readings of a text are honest, and the user has to choose.
    Ambiguous {
        given: String,
        looks: IndicatorType,
        doubt: Doubt,
    },
    /// A link for the reader, in a text that defangs what is malicious.
    ReaderLink { looks: IndicatorType },
    /// The value is of another type than the record says.
    TypeMismatch {
        given: IndicatorType,
        looks: IndicatorType,
    },
    /// A text that seems to be an indicator of the type `looks`, masked.
    Masked {
        given: String,
        mask: Mask,
        looks: IndicatorType,
    },
    /// A character of the value, counted from 1, that could not be read (U+FFFD).
    Undecodable { at: u32 },
    /// An invisible, directional or control character inside the value.
    HiddenCharacter { code_point: u32 },
    /// A value longer than Defender takes.
    ValueTooLong { len: u32, most: u32 },
    /// Hex of another length than the type's.
    HashLength { expected: u32, len: u32 },
    /// Hex of a length that no supported hash has.
    HashLengthUnknown { len: u32 },
    /// A character in a hash that is no hex digit.
    HashNotHex { found: char, at: u32 },
    /// MD5: documented, yet reported as refused.
    Md5MayBeRefused,
    /// An address that cannot be read as one.
    BadAddress { given: String },
    /// An octet above 255, or with a leading zero.
    BadOctet { octet: String },
    /// An address with a port.
    AddressWithPort { address: String, port: String },
    /// Two addresses with a dash between.
    AddressRange { given: String },
    /// A range in CIDR notation; it holds 2^`bits` addresses.
    AddressRangeCidr { given: String, bits: u8 },
    /// A range of 2^`bits` addresses, more than the `cap` up to which ranges are expanded.
    RangeOverCap { given: String, bits: u8, cap: u32 },
    /// A range for which no room is left after those before it.
    RangesOverMost { given: String, bits: u8, most: u32 },
    /// A range that would become single addresses, one of which another row has; its line.
    RangeOverlaps { line: u32 },
    /// A CIDR notation whose address lies inside the range; `network` is its first address.
    RangeHostBits { given: String, network: String },
    /// A prefix length that is none.
    BadPrefix { prefix: String, most: u8 },
    /// An address that no device outside could reach.
    InternalAddress { given: String },
    /// A domain that cannot be read as one; `found` cannot stand in it.
    DomainCharacter { found: char },
    /// A name without a dot.
    DomainWithoutDot { given: String },
    /// Two dots in a row, or a dot at the start.
    DomainEmptyLabel { given: String },
    /// A label of a domain that is too long.
    LabelTooLong { len: u32, most: u32 },
    /// A domain that is too long.
    DomainTooLong { len: u32, most: u32 },
    /// A label that begins with an underscore.
    LabelUnderscore { label: String },
    /// A label that is no plain host name, such as `-a` or `a_b`.
    UnusualLabel { label: String },
    /// A top-level domain of digits only.
    NumericTld { given: String },
    /// A name in another script that has no `xn--` form.
    BadIdn { given: String },
    /// A wildcard elsewhere than at the start.
    DomainWildcard { given: String },
    /// A domain whose top-level domain is none that is known.
    UnknownTld { tld: String },
    /// A domain with a port.
    DomainWithPort { domain: String, port: String },
    /// A domain with a path.
    DomainWithPath { given: String },
    /// A scheme other than `http` and `https`.
    UrlScheme { scheme: String },
    /// No scheme.
    UrlWithoutScheme,
    /// A blank inside a URL.
    UrlBlank { at: u32 },
    /// A wildcard in a URL.
    UrlWildcard,
    /// A user name or password in a URL.
    UrlUserinfo,
    /// A comma in a URL of a list, which may be a table.
    UrlWithComma,
    /// A host that cannot be read.
    UrlHost { host: String },
    /// A port that is none.
    UrlPort { port: String },
    /// A host that only an internal network reaches.
    UrlInternalHost { host: String },
    /// `[.]` and the like after the host, where they may be meant as they stand.
    UrlDefangMark { mark: String },
    /// Punctuation at the end, as from a sentence.
    TrailingPunctuation { found: char },

    // --- the other fields ---
    /// An action that the API does not know.
    BadAction { given: String },
    /// No action, in a source that has the field.
    MissingAction,
    /// An action that the type does not take.
    ActionNotForType {
        action: Action,
        indicator_type: IndicatorType,
    },
    /// `generateAlert` that is neither true nor false.
    BadGenerateAlert { given: String },
    /// `Allowed` with an alert asked for.
    AllowedNeverAlerts,
    /// A severity that the API does not know.
    BadSeverity { given: String },
    /// No title.
    MissingTitle,
    /// No description.
    MissingDescription,
    /// A title longer than public clients send.
    TitleTooLong { len: u32, most: u32 },
    /// A description longer than other clients send.
    LongDescription { len: u32, usual: u32 },
    /// A control character in a text.
    ControlCharacter { code_point: u32 },
    /// A date that cannot be read.
    BadDate { given: String },
    /// A date that means one of two days, both written as `YYYY-MM-DD`.
    AmbiguousDate {
        given: String,
        day_first: String,
        month_first: String,
    },
    /// The date lies in the past.
    Expired { given: String },
    /// The date lies more than `years` ahead.
    FarExpiration { given: String, years: u8 },
    /// `educateUrl` where it does nothing.
    EducateUrlUnused,
    /// A default text with a field in braces that does not exist.
    TemplateField { name: String },
    /// A default text with a column that the source has not.
    TemplateColumn { name: String },
    /// A default text with a brace that opens a field, the character at `at`, and none that closes it.
    TemplateNotClosed { at: u32 },
    /// A default text with more characters or more fields than one with fields may have.
    TemplateTooLong {
        len: u32,
        most: u32,
        most_fields: u32,
    },
    /// A device group that no indicator of the tenant is for.
    GroupNotSeen { name: String },

    // --- an undo ---
    /// There is nothing to take back: what the run sent is gone from the tenant's list, or is what it
    /// was before the run.
    LeftAsItWas { is_gone: bool },
    /// It has been written to since, or is not what the run sent: by whom and when, as far as is known.
    LeftChanged { by: String, at: String },
    /// What it was before the run is not known.
    LeftUnknown,
    /// It is not among what could be read of the tenant's list.
    LeftUnread,
    /// What it was would have expired by now.
    LeftExpired { at: String },
    /// It has no id by which it could be deleted.
    LeftWithoutId,

    // --- a run that is gone on with ---
    /// Others have written to what it would change, or have made it, while the run lay unfinished.
    ChangedMeanwhile,
}
