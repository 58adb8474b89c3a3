//! Of the file as a whole, and of one record beside others.

use std::fmt;

use crate::{
    diagnostic::{
        Finding,
        figures::{Grouped, Names, Several},
    },
    packed::{NotUnpacked, Nothing},
    text::Encoding,
};

pub(super) fn say(found: &Finding, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match found {
        Finding::EmptyFile => write!(f, "The file is empty. Choose one with indicators in it."),
        Finding::BinaryFile => write!(
            f,
            "The file is not a text. Save it as CSV, JSON or plain text."
        ),
        Finding::PackedFile => write!(
            f,
            "The file is an archive or a workbook, and is not unpacked here. Unpack it, or save its sheets as CSV."
        ),
        Finding::UnpackerMissing => write!(
            f,
            "The part of this page that reads archives and workbooks did not load. Check the connection and choose the file again; if that does not help, load the page again."
        ),
        Finding::NotUnpacked { why, row } => f.write_str(why_not(*why)).and_then(|()| match row {
            0 => Ok(()),
            _ => write!(
                f,
                " The last row that was read is {}.",
                Grouped((*row).into())
            ),
        }),
        Finding::NothingToUnpack { why } => f.write_str(match why {
            Nothing::Housekeeping => "A system wrote this file for itself. It holds no list.",
            Nothing::EmptyArchive => "The archive holds no file.",
            Nothing::EmptySheet => "The sheet is empty.",
            Nothing::NoCells => "A chart or a macro, which has no cells.",
        }),
        Finding::EncodingGuessed {
            encoding,
            count,
            line,
        } => guessed(*encoding, *count, *line, f),
        Finding::HostsAddress { count } => write!(
            f,
            "{} of the hosts file name an address that is reached, the first here. The names are read, the addresses are not. Add these yourself if they are meant.",
            Several(*count, "line")
        ),
        Finding::BytesUndecoded { count } => write!(
            f,
            "{} of the file fit no encoding, the first here. A value that holds one is refused; other texts show U+FFFD for it. Save the file as UTF-8.",
            Several(*count, "byte sequence")
        ),
        Finding::TooManyRecords { most } => write!(
            f,
            "More than {} records are not held at a time. Nothing was read from here on. Split the file.",
            Grouped((*most).into())
        ),
        Finding::FileUnreadable => write!(
            f,
            "The browser could not read the file. It may have been moved or changed meanwhile. Choose it again."
        ),
        Finding::TooLarge { bytes, most } => write!(
            f,
            "The file has {} bytes; at most {} are read. Split it.",
            Grouped(*bytes),
            Grouped(*most)
        ),
        Finding::NulBytes { count } => write!(
            f,
            "The text holds {}, the first here, so it is damaged. A value that holds one is refused. Export the file again.",
            Several(*count, "NUL character")
        ),
        Finding::MailEncoded { is_base64: true } => f.write_str(
            "A part of this mail is encoded as base64. Nothing in it was read. Open the mail in its program, and save or paste its text.",
        ),
        Finding::MailEncoded { is_base64: false } => f.write_str(
            "A part of this mail is encoded as quoted-printable: `=3D` stands for `=`, and long values are cut. Values from it may be wrong or missing. Open the mail in its program, and save or paste its text.",
        ),
        Finding::QuoteNotClosed { line } => write!(
            f,
            "The quote opened in line {line} is never closed. That line is refused, and reading went on at the next. Close it."
        ),
        Finding::CellsMissing { expected, found } => write!(
            f,
            "The row has {found} cells where the header has {expected}. It may be cut short; add what is missing."
        ),
        Finding::CellsExtra { expected, found } => write!(
            f,
            "The row has {found} cells where the header has {expected}. Put quotes around a text with a comma in it."
        ),
        Finding::TooManyColumns { found, most } => write!(
            f,
            "The header has {} columns; at most {} are read. Remove those that are not needed.",
            Grouped((*found).into()),
            Grouped((*most).into())
        ),
        Finding::CellTooLong { len, most } => write!(
            f,
            "The text has {} characters; at most {} are sent. Shorten it.",
            Grouped(*len),
            Grouped(*most)
        ),
        Finding::NoHeader => write!(
            f,
            "The columns have no names that are known. Add a header such as `IndicatorType,IndicatorValue,Action`."
        ),
        Finding::UnknownColumn { name } => write!(
            f,
            "No field of an indicator is called `{name}`. The column is not sent."
        ),
        Finding::ColumnsNotImported { names, count } => write!(
            f,
            "Not imported, as no field of an indicator is called so: {}.",
            Names(names, *count)
        ),
        Finding::DuplicateColumn { name } => write!(
            f,
            "The column `{name}` is there twice. The first one is used."
        ),
        Finding::ColumnNotRead { name } => write!(
            f,
            "The column `{name}` holds what look like indicators, but its name says that it does not list any. It is not read. Say what it holds if it does."
        ),
        Finding::OtherHeader => write!(
            f,
            "Another header stands here, with other columns. The rows below it are read by its names."
        ),
        Finding::MoreUnknown { count } => write!(
            f,
            "{} more unknown names, which are not sent either.",
            Grouped((*count).into())
        ),
        Finding::JsonBroken {
            line,
            column,
            message,
        } => write!(
            f,
            "The JSON breaks off at line {line}, column {column}: {message}. What stands before it was read."
        ),
        Finding::JsonNotIndicators => write!(
            f,
            "The JSON holds no indicators. It needs an object with `Indicators`, a list of indicators, or one indicator."
        ),
        Finding::NothingFound => write!(
            f,
            "The text holds no hash, address, domain or URL. If it should, choose how it is read, or give the values one a line."
        ),
        Finding::JsonUnknownKey { key } => {
            write!(f, "The API has no field `{key}`. It is not sent.")
        }
        Finding::JsonKeySpelling { found, expected } => write!(
            f,
            "The key `{found}` is read as `{expected}`. The API takes that spelling alone."
        ),
        Finding::JsonKeyTwice { key } => write!(
            f,
            "The object holds `{key}` twice. Which one is meant cannot be told; remove one."
        ),
        Finding::ReadFromPage { records } => write!(
            f,
            "The text holds JSON with indicators: {} were read. The text around it was not.",
            Grouped((*records).into())
        ),
        Finding::JsonWrongKind { key, expected } => write!(
            f,
            "`{key}` is not {expected}, which the API takes there. Correct it."
        ),
        Finding::Duplicate { line } => {
            write!(f, "Line {line} has the same indicator. It is sent once.")
        }
        Finding::DuplicateDiffers { line, fields } => {
            write!(
                f,
                "Line {line} has the same indicator and is sent. Different here, and not sent:"
            )?;
            for (at, field) in fields.iter().enumerate() {
                write!(f, "{} `{field}`", if at == 0 { "" } else { "," })?;
            }
            f.write_str(".")
        }
        Finding::WeakerHash { line, sent } => write!(
            f,
            "The {sent} of the same file in line {line} is sent, and the weaker hash is left out by your setting. Take it back in to send both."
        ),
        Finding::Conflict { line, action } => write!(
            f,
            "Line {line} has the same value with the action {action}. Both would become indicators of their own; choose which is meant."
        ),
        _ => super::exchange::say(found, f),
    }
}

/// What was not unpacked, and what to do.
const fn why_not(why: NotUnpacked) -> &'static str {
    match why {
        NotUnpacked::Damaged => {
            "It is damaged or cut short. Nothing of it was read. Get it again, or pack it again."
        }
        NotUnpacked::Encrypted => {
            "It needs a password. Nothing of it was read. Unpack it yourself, or save it without one."
        }
        NotUnpacked::Method => {
            "It is compressed in a way that is not read here. Pack it as a plain zip, or unpack it yourself."
        }
        NotUnpacked::TooLarge => {
            "There is not enough room to unpack it. Split it, or give its lists one by one."
        }
        NotUnpacked::Bomb => {
            "It becomes so large when unpacked that it may be meant to do harm. It was left alone. Give its lists one by one if you trust it."
        }
        NotUnpacked::TooMany => {
            "It has more entries than are read. Those after the last one listed here were left out. Split it."
        }
        NotUnpacked::Nested => {
            "It is an archive inside an archive, which is not unpacked. Unpack it yourself and give what is in it."
        }
        NotUnpacked::SameName => {
            "Several entries have the same name. Of these only the last was read. Unpack it yourself and look which is meant."
        }
        NotUnpacked::Document => {
            "It is a document of an office program and no workbook. Save it as plain text or CSV."
        }
        NotUnpacked::BreaksOff => {
            "The sheet is damaged. What follows could not be read. Open the workbook and save it again."
        }
        NotUnpacked::NoRoom => {
            "There is not enough room for the whole sheet. Split it, or save it as CSV."
        }
        NotUnpacked::Failed => {
            "Unpacking it failed or took too long. Nothing of it was read. Unpack it yourself, or save it as CSV."
        }
    }
}

/// Which encoding was seen, and from what.
fn guessed(encoding: Encoding, count: u32, line: u32, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let count = Several(count, "character");
    match encoding {
        Encoding::Utf16Le | Encoding::Utf16Be => write!(
            f,
            "The file does not say how it is encoded. It was read as {encoding}, because every other byte is zero: {count}."
        ),
        Encoding::MacRoman => write!(
            f,
            "The file is not UTF-8. {count}, the first in line {line}, read as {encoding}: at the ends of values stands byte 0xCA, its no-break space. Check them, or save the file as UTF-8."
        ),
        _ => write!(
            f,
            "The file is not UTF-8. {count}, the first in line {line}, read as {encoding}, which most such files are. Check them, or save the file as UTF-8."
        ),
    }
}
