//! Of the file as a whole, and of one record beside others.

use crate::{
    diagnostic::{
        Finding,
        figures::{expected, quoted},
    },
    message::{Phrase, Said, made::file as message},
    packed::{NotUnpacked, Nothing},
    source::small,
    text::Encoding,
};

pub(super) fn said(found: &Finding) -> Said<'_> {
    match found {
        Finding::EmptyFile => message::EMPTY_FILE.into(),
        Finding::BinaryFile => message::BINARY_FILE.into(),
        Finding::PackedFile => message::PACKED_FILE.into(),
        Finding::ReaderMissing => message::READER_MISSING.into(),
        Finding::NotUnpacked { why, row: 0 } => why_not(*why).into(),
        Finding::NotUnpacked { why, row } => message::not_unpacked_from(why_not(*why), *row),
        Finding::NothingToUnpack { why } => nothing(*why).into(),
        Finding::EncodingGuessed {
            encoding,
            count,
            line,
        } => guessed(*encoding, *count, *line),
        Finding::HostsAddress { count } => message::hosts_address(*count),
        Finding::BytesUndecoded { count } => message::bytes_undecoded(*count),
        Finding::TooManyRecords { most } => message::too_many_records(*most),
        Finding::FileUnreadable => message::FILE_UNREADABLE.into(),
        Finding::TooLarge { bytes, most } => message::too_large(*bytes, *most),
        Finding::NulBytes { count } => message::nul_bytes(*count),
        Finding::MailEncoded { is_base64: true } => message::MAIL_BASE64.into(),
        Finding::MailEncoded { is_base64: false } => message::MAIL_QUOTED_PRINTABLE.into(),
        Finding::QuoteNotClosed { line } => message::quote_not_closed(line.to_string()),
        Finding::CellsMissing { expected, found } => message::cells_missing(*found, *expected),
        Finding::CellsExtra { expected, found } => message::cells_extra(*found, *expected),
        Finding::TooManyColumns { found, most } => message::too_many_columns(*found, *most),
        Finding::CellTooLong { len, most } => message::cell_too_long(*len, *most),
        Finding::NoHeader => message::NO_HEADER.into(),
        Finding::UnknownColumn { name } => message::unknown_column(name),
        Finding::ColumnsNotImported { names, count } => not_imported(names, *count),
        Finding::DuplicateColumn { name } => message::duplicate_column(name),
        Finding::ColumnNotRead { name } => message::column_not_read(name),
        Finding::OtherHeader => message::OTHER_HEADER.into(),
        Finding::MoreUnknown { count } => message::more_unknown(*count),
        _ => json(found),
    }
}

fn json(found: &Finding) -> Said<'_> {
    match found {
        Finding::JsonBroken {
            line,
            column,
            expected: wanted,
            is_cut_short,
        } => {
            let (line, column) = (line.to_string(), column.to_string());
            if *is_cut_short {
                message::json_cut_short(line, column, expected(wanted))
            } else {
                message::json_broken(line, column, expected(wanted))
            }
        }
        Finding::JsonNotIndicators => message::JSON_NOT_INDICATORS.into(),
        Finding::NothingFound => message::NOTHING_FOUND.into(),
        Finding::JsonUnknownKey { key } => message::json_unknown_key(key),
        Finding::JsonKeySpelling { found, expected } => message::json_key_spelling(found, expected),
        Finding::JsonKeyTwice { key } => message::json_key_twice(key),
        Finding::ReadFromPage { records } => message::read_from_page(*records),
        Finding::JsonWrongKind {
            key,
            expected: wanted,
        } => message::json_wrong_kind(expected(key), expected(wanted)),
        _ => neighbour(found),
    }
}

/// Of one record beside others.
fn neighbour(found: &Finding) -> Said<'_> {
    match found {
        Finding::Duplicate { line } => message::duplicate(line.to_string()),
        Finding::DuplicateDiffers { line, fields } => {
            let fields = quoted(fields.iter().map(|field| field.as_str()));
            message::duplicate_differs(line.to_string(), fields)
        }
        Finding::WeakerHash { line, sent } => message::weaker_hash(sent.as_str(), line.to_string()),
        Finding::Conflict { line, action } => message::conflict(line.to_string(), action.as_str()),
        _ => super::exchange::said(found),
    }
}

/// What was not unpacked, and what to do.
const fn why_not(why: NotUnpacked) -> Phrase {
    match why {
        NotUnpacked::Damaged => message::NOT_UNPACKED_DAMAGED,
        NotUnpacked::Encrypted => message::NOT_UNPACKED_ENCRYPTED,
        NotUnpacked::Method => message::NOT_UNPACKED_METHOD,
        NotUnpacked::TooLarge => message::NOT_UNPACKED_TOO_LARGE,
        NotUnpacked::Bomb => message::NOT_UNPACKED_BOMB,
        NotUnpacked::TooMany => message::NOT_UNPACKED_TOO_MANY,
        NotUnpacked::Nested => message::NOT_UNPACKED_NESTED,
        NotUnpacked::SameName => message::NOT_UNPACKED_SAME_NAME,
        NotUnpacked::Document => message::NOT_UNPACKED_DOCUMENT,
        NotUnpacked::BreaksOff => message::NOT_UNPACKED_BREAKS_OFF,
        NotUnpacked::NoRoom => message::NOT_UNPACKED_NO_ROOM,
        NotUnpacked::Failed => message::NOT_UNPACKED_FAILED,
    }
}

const fn nothing(why: Nothing) -> Phrase {
    match why {
        Nothing::Housekeeping => message::NOTHING_HOUSEKEEPING,
        Nothing::EmptyArchive => message::NOTHING_EMPTY_ARCHIVE,
        Nothing::EmptySheet => message::NOTHING_EMPTY_SHEET,
        Nothing::NoCells => message::NOTHING_NO_CELLS,
    }
}

/// Which encoding was seen, and from what.
fn guessed(encoding: Encoding, count: u32, line: u32) -> Said<'static> {
    let (name, line) = (encoding.as_str(), line.to_string());
    match encoding {
        Encoding::Utf16Le | Encoding::Utf16Be => message::encoding_unsaid(name, count),
        Encoding::MacRoman => message::encoding_mac_roman(count, line, name),
        _ => message::encoding_guessed(count, line, name),
    }
}

/// The first names of so many columns, and how many more there are.
fn not_imported(names: &[String], count: u32) -> Said<'_> {
    let shown = quoted(names.iter().map(String::as_str));
    match count.saturating_sub(small(names.len())) {
        0 => message::columns_not_imported(shown),
        more => message::columns_not_imported_and_more(shown, more),
    }
}
