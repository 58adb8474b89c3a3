//! The sentences: what, why, what to do.

use std::fmt;

use super::{
    Finding, Looks,
    figures::{Count, Expand, Grouped, Instead, Shown},
};

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptyFile => write!(f, "The file is empty. Choose one with indicators in it."),
            Self::BinaryFile => write!(
                f,
                "The file is not a text. Save it as CSV, JSON or plain text."
            ),
            Self::NotUtf8 { offset, line } => write!(
                f,
                "Byte {} (line {line}) is not UTF-8. Save the file as UTF-8.",
                Grouped(*offset)
            ),
            Self::Utf16 => write!(f, "The file is UTF-16. Nothing was read. Save it as UTF-8."),
            Self::TooManyRecords { most } => write!(
                f,
                "More than {} records are not held at a time. Nothing was read from here on. Split the file.",
                Grouped((*most).into())
            ),
            Self::FileUnreadable => write!(
                f,
                "The browser could not read the file. It may have been moved or changed meanwhile. Choose it again."
            ),
            Self::TooLarge { bytes, most } => write!(
                f,
                "The file has {} bytes; at most {} are read. Split it.",
                Grouped(*bytes),
                Grouped(*most)
            ),
            Self::NulBytes { count } => write!(
                f,
                "The text holds {} NUL characters, so it is damaged or no text. Nothing was read. Choose a text file.",
                Grouped((*count).into())
            ),
            Self::QuoteNotClosed { line } => write!(
                f,
                "The quote opened in line {line} is never closed. That line is refused, and reading went on at the next. Close it."
            ),
            Self::CellsMissing { expected, found } => write!(
                f,
                "The row has {found} cells where the header has {expected}. It may be cut short; add what is missing."
            ),
            Self::CellsExtra { expected, found } => write!(
                f,
                "The row has {found} cells where the header has {expected}. Put quotes around a text with a comma in it."
            ),
            Self::TooManyColumns { found, most } => write!(
                f,
                "The header has {} columns; at most {} are read. Remove those that are not needed.",
                Grouped((*found).into()),
                Grouped((*most).into())
            ),
            Self::CellTooLong { len, most } => write!(
                f,
                "The text has {} characters; at most {} are sent. Shorten it.",
                Grouped(*len),
                Grouped(*most)
            ),
            Self::NoHeader => write!(
                f,
                "The columns have no names that are known. Add a header such as `IndicatorType,IndicatorValue,Action`."
            ),
            Self::UnknownColumn { name } => write!(
                f,
                "No field of an indicator is called `{name}`. The column is not sent."
            ),
            Self::DuplicateColumn { name } => write!(
                f,
                "The column `{name}` is there twice. The first one is used."
            ),
            Self::MoreUnknown { count } => write!(
                f,
                "{} more unknown names, which are not sent either.",
                Grouped((*count).into())
            ),
            Self::JsonBroken {
                line,
                column,
                message,
            } => write!(
                f,
                "The JSON breaks off at line {line}, column {column}: {message}. What stands before it was read."
            ),
            Self::JsonNotIndicators => write!(
                f,
                "The JSON holds no indicators. It needs an object with `Indicators`, a list of indicators, or one indicator."
            ),
            Self::JsonUnknownKey { key } => {
                write!(f, "The API has no field `{key}`. It is not sent.")
            }
            Self::JsonKeySpelling { found, expected } => write!(
                f,
                "The key `{found}` is read as `{expected}`. The API takes that spelling alone."
            ),
            Self::JsonKeyTwice { key } => write!(
                f,
                "The object holds `{key}` twice. Which one is meant cannot be told; remove one."
            ),
            Self::ReadFromPage { records } => write!(
                f,
                "The text holds JSON with indicators: {} were read. The text around it was not.",
                Grouped((*records).into())
            ),
            Self::JsonWrongKind { key, expected } => write!(
                f,
                "`{key}` is not {expected}, which the API takes there. Correct it."
            ),
            Self::Duplicate { line } => {
                write!(f, "Line {line} has the same indicator. It is sent once.")
            }
            Self::DuplicateDiffers { line, fields } => {
                write!(
                    f,
                    "Line {line} has the same indicator and is sent. Different here, and not sent:"
                )?;
                for (at, field) in fields.iter().enumerate() {
                    write!(f, "{} `{field}`", if at == 0 { "" } else { "," })?;
                }
                f.write_str(".")
            }
            Self::Conflict { line, action } => write!(
                f,
                "Line {line} has the same value with the action {action}. Both would become indicators of their own; choose which is meant."
            ),
            Self::BadType { given } => write!(
                f,
                "`{given}` is not a type that Defender knows. Use FileSha1, FileSha256, FileMd5, CertificateThumbprint, IpAddress, DomainName or Url."
            ),
            Self::MissingValue => write!(
                f,
                "There is no value. Defender requires one; add it, or remove the row."
            ),
            Self::NotAnIndicator {
                given,
                looks: Looks::Unknown,
            } => write!(
                f,
                "`{given}` is not an indicator. Give a hash, an address, a domain or a URL, or remove it."
            ),
            Self::NotAnIndicator { given, looks } => write!(
                f,
                "`{given}` is {looks}, not an indicator. Give a hash, an address, a domain or a URL, or remove it."
            ),
            Self::OtherRecord { looks } => write!(
                f,
                "This is {looks}. Defender takes hashes, addresses, domains and URLs; the line is ignored."
            ),
            Self::TypeMismatch { given, looks } => write!(
                f,
                "The value looks like {looks}, but the type says {given}. Correct the type or the value."
            ),
            Self::HiddenCharacter { code_point } => write!(
                f,
                "The value holds a character that cannot be seen (U+{code_point:04X}). It may read as another value than it is; type it anew."
            ),
            Self::ValueTooLong { len, most } => write!(
                f,
                "The value has {} characters; Defender takes {most}. It is never cut short; shorten it yourself.",
                Grouped((*len).into())
            ),
            Self::HashLength { expected, len } => write!(
                f,
                "The hash has {len} digits where this type has {expected}. A part may be missing; copy it again."
            ),
            Self::HashLengthUnknown { len } => write!(
                f,
                "The hash has {len} digits. Defender takes MD5 (32), SHA-1 (40) and SHA-256 (64); use one of these."
            ),
            Self::HashNotHex { found, at } => write!(
                f,
                "Character {at}, {}, is not a hex digit. Copy the hash again.",
                Shown(*found)
            ),
            Self::Md5MayBeRefused => write!(
                f,
                "Defender's page lists MD5, but others report that it is refused. Use SHA-256 where you have it."
            ),
            Self::BadAddress { given } => {
                write!(f, "`{given}` is not an IPv4 or IPv6 address. Correct it.")
            }
            Self::BadOctet { octet } => write!(
                f,
                "`{octet}` cannot stand in an IPv4 address: each part is 0 to 255, without leading zeros. Correct it."
            ),
            Self::AddressWithPort { address, port } => write!(
                f,
                "`{address}` carries the port {port}. Defender takes the address alone. Drop the port."
            ),
            Self::AddressRange { given } => write!(
                f,
                "`{given}` is a range. The Import API takes single addresses. List them one by one, or remove it."
            ),
            Self::AddressRangeCidr { given, bits } => write!(
                f,
                "`{given}` is a range. The Import API takes single addresses. {}",
                Expand { bits: *bits }
            ),
            Self::RangeOverCap { given, bits, cap } => write!(
                f,
                "`{given}` holds {} addresses; ranges are expanded up to {}. Raise that, or narrow the range.",
                Count(*bits),
                Grouped((*cap).into())
            ),
            Self::RangesOverMost { given, bits, most } => write!(
                f,
                "`{given}` holds {} addresses, and all ranges together are expanded into {} rows at most. Expand fewer, or remove it.",
                Count(*bits),
                Grouped((*most).into())
            ),
            Self::RangeOverlaps { line } => write!(
                f,
                "The range holds an address of line {line}, which would be sent twice. Leave one of the two out."
            ),
            Self::RangeHostBits { given, network } => write!(
                f,
                "`{given}` names an address inside a range. Write `{network}` for the whole range, or the address alone."
            ),
            Self::BadPrefix { prefix, most } => write!(
                f,
                "`/{prefix}` is not a prefix length; it goes from 0 to {most}. Correct it."
            ),
            Self::InternalAddress { given } => write!(
                f,
                "`{given}` is private or reserved: no device outside could reach it, and Defender takes external addresses only. Remove it, or allow internal addresses."
            ),
            Self::DomainCharacter { found } => {
                write!(f, "{} cannot stand in a domain. Correct it.", Shown(*found))
            }
            Self::DomainWithoutDot { given } => write!(
                f,
                "`{given}` is a name without a dot, which is not a domain. Write it in full."
            ),
            Self::DomainEmptyLabel { given } => {
                write!(f, "`{given}` has nothing between two dots. Correct it.")
            }
            Self::LabelTooLong { len, most } => write!(
                f,
                "A part between two dots has {len} characters; a domain allows {most}. Correct it."
            ),
            Self::DomainTooLong { len, most } => write!(
                f,
                "The domain has {} characters; {most} are allowed. Correct it.",
                Grouped((*len).into())
            ),
            Self::LabelUnderscore { label } => write!(
                f,
                "`{label}` begins with an underscore, which Defender does not support. Use the domain above it."
            ),
            Self::UnusualLabel { label } => write!(
                f,
                "`{label}` is not a plain host name, and Defender may refuse it. Check the spelling."
            ),
            Self::NumericTld { given } => write!(
                f,
                "`{given}` ends in a number, which no domain does, and is not an address. Correct it."
            ),
            Self::BadIdn { given } => write!(
                f,
                "`{given}` cannot be written as `xn--`, the form in which domains are sent. Check the spelling."
            ),
            Self::DomainWildcard { given } => write!(
                f,
                "`{given}` holds a wildcard. Defender takes none: a domain covers its subdomains. Give the domain alone."
            ),
            Self::DomainWithPort { domain, port } => write!(
                f,
                "`{domain}` carries the port {port}. Defender takes the domain alone. Drop the port, or make it a Url."
            ),
            Self::DomainWithPath { given } => write!(
                f,
                "`{given}` is more than a domain. Give the domain alone, or make it a Url."
            ),
            Self::UrlScheme { scheme } => write!(
                f,
                "`{scheme}:` is not a web address. Defender takes http and https. Give the host as a domain, or remove it."
            ),
            Self::UrlWithoutScheme => write!(
                f,
                "The URL has no `http://` or `https://`. It is sent as it stands, and Defender may refuse it; add the scheme."
            ),
            Self::UrlBlank { at } => write!(
                f,
                "Character {at} is a blank, which no URL holds. Write it as %20, or take apart what is not one URL."
            ),
            Self::UrlWildcard => write!(
                f,
                "The URL holds a wildcard. Defender takes none in a URL. Give the domain, or the URL in full."
            ),
            Self::UrlUserinfo => write!(
                f,
                "The URL holds a user name before the host. Browsers leave it out, so Defender may never see it. Check that it is wanted."
            ),
            Self::UrlWithComma => write!(
                f,
                "The URL holds a comma and is sent with all behind it. If the line belongs to a table, add a header with `IndicatorValue`."
            ),
            Self::UrlHost { host } => {
                write!(f, "`{host}` cannot be the host of a URL. Correct it.")
            }
            Self::UrlPort { port } => write!(
                f,
                "`{port}` is not a port; ports go from 0 to 65,535. Correct it."
            ),
            Self::UrlInternalHost { host } => write!(
                f,
                "`{host}` is reached from inside a network only. Check that blocking it is meant."
            ),
            Self::UrlDefangMark { mark } => write!(
                f,
                "`{mark}` after the host is sent as it stands. If it was written to make the URL harmless, correct it."
            ),
            Self::TrailingPunctuation { found } => write!(
                f,
                "The value ends in {}, as if copied from a sentence, and is sent so. Take it off if it does not belong.",
                Shown(*found)
            ),
            Self::BadAction { given } => write!(
                f,
                "`{given}` is not an action. Use Audit, Allowed, Warn, Block or BlockAndRemediate."
            ),
            Self::MissingAction => write!(
                f,
                "There is no action. Defender requires one: Audit, Allowed, Warn, Block or BlockAndRemediate."
            ),
            Self::ActionNotForType {
                action,
                indicator_type,
            } => write!(
                f,
                "{action} is not possible for {indicator_type}. Use {}.",
                Instead(*indicator_type)
            ),
            Self::BadGenerateAlert { given } => write!(
                f,
                "`{given}` does not say whether to raise an alert. Write true or false."
            ),
            Self::AllowedNeverAlerts => write!(
                f,
                "What is allowed never raises an alert, so generateAlert does nothing here."
            ),
            Self::BadSeverity { given } => write!(
                f,
                "`{given}` is not a severity. Use Informational, Low, Medium or High, or leave it out."
            ),
            Self::MissingTitle => write!(
                f,
                "There is no title. Defender requires one. Use the file's name, or write one."
            ),
            Self::MissingDescription => write!(
                f,
                "There is no description. Defender requires one. Use the default one, or write one."
            ),
            Self::TitleTooLong { len, most } => write!(
                f,
                "The title has {} characters; {} are sent at most. Shorten it.",
                Grouped((*len).into()),
                Grouped((*most).into())
            ),
            Self::LongDescription { len, usual } => write!(
                f,
                "The description has {} characters. Other tools send {usual} at most; Microsoft names no limit. It is sent in full.",
                Grouped((*len).into())
            ),
            Self::ControlCharacter { code_point } => write!(
                f,
                "The text holds a control character (U+{code_point:04X}). Type it anew."
            ),
            Self::BadDate { given } => write!(
                f,
                "`{given}` is not a date that can be read for certain. Write it as 2027-01-31 or 2027-01-31T00:00:00Z."
            ),
            Self::Expired { given } => write!(
                f,
                "It expired on {given}. Defender deletes what has expired. Give a later date, or none."
            ),
            Self::FarExpiration { given, years } => write!(
                f,
                "It expires on {given}, more than {years} years ahead. Check the date."
            ),
            Self::EducateUrlUnused => write!(
                f,
                "educateUrl is shown for URLs that are blocked or warned of. It does nothing here."
            ),
        }
    }
}
