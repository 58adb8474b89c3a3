//! Entries on the file as a whole, tables and JSON.

use super::{Entry, Example, Given, sources};
use crate::{check::Cidr, diagnostic::Finding, packed::not_unpacked};

pub(super) const EMPTY_FILE: Entry = Entry {
    why: "A file without content is more often a failed download than a wish to import nothing.",
    source: sources::OWN,
    remedy: "Choose the file again, or the one that was meant.",
    example: Example::list("\n"),
};

pub(super) const BINARY_FILE: Entry = Entry {
    why: "The first bytes are those of a program, a picture or a document. Values picked out of such bytes would be guesses.",
    source: "The signature at the start of each of these file formats",
    remedy: "Save the content as CSV, JSON or plain text.",
    example: Example {
        name: "dropper.exe",
        given: Given::Bytes(
            "`MZ`, with which a Windows program begins",
            b"MZ\x90\x00\x03\x00",
        ),
        ranges: Cidr::Refuse,
    },
};

pub(super) const PACKED_FILE: Entry = Entry {
    why: "The first bytes are those of a zip, which workbooks are too. What reads the file was not given what is in it.",
    source: "The signature of zip (APPNOTE.TXT, section 4.3.7) and of compound files ([MS-CFB], section 2.2)",
    remedy: "Unpack the archive and give its files, or save each sheet of the workbook as CSV.",
    example: Example {
        name: "lists.zip",
        given: Given::Bytes("`PK`, with which a zip begins", b"PK\x03\x04"),
        ranges: Cidr::Refuse,
    },
};

pub(super) const READER_MISSING: Entry = Entry {
    why: "What unpacks archives and workbooks, and what reads anything but tables and lists, is loaded when the first such file comes. It was not there: the connection broke, or the page was replaced by a newer one meanwhile.",
    source: sources::OWN,
    remedy: "Choose the file again. If that does not help, load the page again.",
    example: Example {
        name: "book.xlsx",
        given: Given::Happened("a workbook that is chosen without a connection", || {
            Finding::ReaderMissing
        }),
        ranges: Cidr::Refuse,
    },
};

pub(super) const NOT_UNPACKED: Entry = Entry {
    why: "It is damaged, needs a password, is packed in another way than by deflate, is an archive inside an archive, or becomes larger than there is room for. What lies beside it in the same archive is read.",
    source: "APPNOTE.TXT, *.ZIP File Format Specification*, section 4.4; the bounds are a rule of this program",
    remedy: "Unpack it yourself, and give the lists that are in it.",
    example: Example {
        name: "lists.zip › old.zip",
        given: Given::Happened("an archive inside an archive", || not_unpacked("nested", 0)),
        ranges: Cidr::Refuse,
    },
};

pub(super) const NOTHING_TO_UNPACK: Entry = Entry {
    why: "An empty sheet, a chart, or a file that macOS or Windows wrote for itself holds no list. It is named so that all of an archive is accounted for.",
    source: sources::OWN,
    remedy: "Nothing.",
    example: Example {
        name: "book.xlsx › Sheet2",
        given: Given::Happened("an empty sheet", || not_unpacked("empty-sheet", 0)),
        ranges: Cidr::Refuse,
    },
};

pub(super) const ENCODING_GUESSED: Entry = Entry {
    why: "Text that is not UTF-8 and has no byte order mark does not say what its bytes mean. The encoding is seen from the bytes, which can be wrong for characters above ASCII.",
    source: "Unicode, mapping tables `CP1252.TXT` and `ROMAN.TXT`; RFC 2781, section 4",
    remedy: "Look at the characters, or save the file as UTF-8.",
    example: Example {
        name: "list.txt",
        given: Given::Bytes(
            "`bad.example` and the byte 0xA0 behind it",
            b"bad.example\xA0\n",
        ),
        ranges: Cidr::Refuse,
    },
};

pub(super) const BYTES_UNDECODED: Entry = Entry {
    why: "A byte that fits no encoding was damaged, or two encodings stand in one file. What it was cannot be told, so U+FFFD stands for it.",
    source: "RFC 3629, section 3; Unicode Standard, section 5.22",
    remedy: "Save the file as UTF-8 where it comes from.",
    example: Example {
        name: "list.txt",
        given: Given::Bytes(
            "`bücher.example` in UTF-8, cut off inside another `ü`",
            b"b\xC3\xBCcher.example\nb\xC3",
        ),
        ranges: Cidr::Refuse,
    },
};

pub(super) const HOSTS_ADDRESS: Entry = Entry {
    why: "In a hosts file the address is where a name is sent. One such as 0.0.0.0 sends it nowhere; any other may be a server of an attacker or of one's own.",
    source: "hosts(5), *Linux Programmer's Manual*",
    remedy: "Give the address in a list of its own if it is meant.",
    example: Example::named("hosts", "0.0.0.0 bad.example\n198.51.100.7 worse.example\n"),
};

pub(super) const NUL_BYTES: Entry = Entry {
    why: "No text holds the character NUL. Where it stands something was lost or the file is no text.",
    source: sources::OWN,
    remedy: "Choose the text, or export it again.",
    example: Example::list("bad.exam\0ple\n"),
};

pub(super) const TOO_MANY_RECORDS: Entry = Entry {
    why: "All rows are held in the memory of the page. So many are a mistake: a tenant holds 15,000.",
    source: sources::OWN,
    remedy: "Split the file.",
    example: Example {
        name: "list.txt",
        given: Given::Happened("a list of more than 8,000,000 lines", || {
            Finding::TooManyRecords {
                most: crate::source::MOST_RECORDS,
            }
        }),
        ranges: Cidr::Refuse,
    },
};

pub(super) const FILE_UNREADABLE: Entry = Entry {
    why: "Between the choice of a file and its reading the file can be moved, changed or locked.",
    source: "W3C, *File API*, section *Errors and exceptions*",
    remedy: "Choose the file again.",
    example: Example {
        name: "list.txt",
        given: Given::Happened("a file that is deleted while it is read", || {
            Finding::FileUnreadable
        }),
        ranges: Cidr::Refuse,
    },
};

pub(super) const TOO_LARGE: Entry = Entry {
    why: "All texts are held in the memory of the page, and a page has little of it.",
    source: sources::OWN,
    remedy: "Split the file.",
    example: Example {
        name: "list.txt",
        given: Given::Happened("a file of 5 GB", || Finding::TooLarge {
            bytes: 5_000_000_000,
            most: crate::ledger::MOST_BYTES,
        }),
        ranges: Cidr::Refuse,
    },
};

pub(super) const QUOTE_NOT_CLOSED: Entry = Entry {
    why: "A quotation mark at the start of a cell is closed by another. Where there is none, all rows behind it would be one cell.",
    source: sources::CSV,
    remedy: "Close the quote, or double it where it belongs to the text.",
    example: Example::csv("IndicatorValue,Title\nbad.example,\"a title\nworse.example,another\n"),
};

pub(super) const CELLS_MISSING: Entry = Entry {
    why: "A row with fewer cells than the header was cut short, or its cells belong to other columns.",
    source: sources::CSV,
    remedy: "Add the missing cells, blank ones too.",
    example: Example::csv("IndicatorValue,Action,Title\nbad.example,Block\n"),
};

pub(super) const CELLS_EXTRA: Entry = Entry {
    why: "A row with more cells than the header most often has a comma in a text without quotes, so that its cells belong to other columns.",
    source: sources::CSV,
    remedy: "Put the text into quotes.",
    example: Example::csv("IndicatorValue,Title\nbad.example,phishing, wave two\n"),
};

pub(super) const TOO_MANY_COLUMNS: Entry = Entry {
    why: "A hostile or broken header must not fill the memory of the page. What stands in the columns behind is counted, not read.",
    source: sources::OWN,
    remedy: "Remove columns that are not needed.",
    example: Example::made("table.csv", "a header of 100,002 columns", || {
        format!("IndicatorValue{}\nbad.example\n", ",".repeat(100_001))
    }),
};

pub(super) const UNKNOWN_COLUMN: Entry = Entry {
    why: "No field of an indicator has this name, so what the column says is not sent.",
    source: sources::RESOURCE,
    remedy: "Nothing, unless the column was meant as one of the fields; then rename it.",
    example: Example::csv("IndicatorValue,Confidence score\nbad.example,80\n"),
};

pub(super) const COLUMNS_NOT_IMPORTED: Entry = Entry {
    why: "A table made for something else has columns that an indicator has no field for. They are named once, so that one that was meant can be seen.",
    source: sources::RESOURCE,
    remedy: "Nothing, unless a column was meant as one of the fields; then say on the page what it holds.",
    example: Example::csv("domain,malware family,score\nbad.example,Example Loader,80\n"),
};

pub(super) const DUPLICATE_COLUMN: Entry = Entry {
    why: "Two columns stand for one field. The first is used, so that which one is meant never depends on the row.",
    source: sources::OWN,
    remedy: "Remove or rename the column that is not meant.",
    example: Example::csv("IndicatorValue,Title,Title\nbad.example,one,two\n"),
};

pub(super) const MORE_UNKNOWN: Entry = Entry {
    why: "The first 20 names that are not known get a line each; the others are counted.",
    source: sources::OWN,
    remedy: "Nothing. None of them is sent.",
    example: Example::made(
        "table.csv",
        "a header with 25 columns of unknown names",
        || {
            let names: Vec<String> = (1..=25).map(|n| format!("score {n}")).collect();
            format!(
                "IndicatorValue,{}\nbad.example{}\n",
                names.join(","),
                ",".repeat(25)
            )
        },
    ),
};

pub(super) const JSON_BROKEN: Entry = Entry {
    why: "From this place on the text is no JSON. What stands before it is whole and was read.",
    source: sources::JSON,
    remedy: "Mend the place that is named, or export the file again.",
    example: Example::json(
        "[{\"indicatorValue\": \"bad.example\"},\n {\"indicatorValue\": \"worse.",
    ),
};

pub(super) const JSON_NOT_INDICATORS: Entry = Entry {
    why: "The JSON can be read, yet has none of the shapes that are known.",
    source: sources::IMPORT,
    remedy: "Choose the file that has the indicators, or wrap them in `{\"Indicators\": [..]}`.",
    example: Example::json("[]\n"),
};

pub(super) const JSON_UNKNOWN_KEY: Entry = Entry {
    why: "The API has no such field, so what it says is not sent.",
    source: sources::RESOURCE,
    remedy: "Nothing, unless the key was meant as one of the fields; then correct its name.",
    example: Example::json("[{\"indicatorValue\": \"bad.example\", \"confidence\": 80}]\n"),
};

pub(super) const JSON_KEY_SPELLING: Entry = Entry {
    why: "The API takes its own spelling alone; with another the field would be missing there.",
    source: sources::RESOURCE,
    remedy: "Nothing. It is sent in the API's spelling.",
    example: Example::json("[{\"IndicatorValue\": \"bad.example\"}]\n"),
};

pub(super) const JSON_KEY_TWICE: Entry = Entry {
    why: "Readers differ in which of two equal keys they take. An indicator must not depend on that.",
    source: "RFC 8259, section 4: names within an object should be unique",
    remedy: "Remove one of the two.",
    example: Example::json(
        "[{\"indicatorValue\": \"bad.example\", \"title\": \"one\", \"title\": \"two\"}]\n",
    ),
};

pub(super) const JSON_WRONG_KIND: Entry = Entry {
    why: "The field takes a text, a list or true and false; another kind of value is not sent in its place.",
    source: sources::RESOURCE,
    remedy: "Correct the value.",
    example: Example::json("[{\"indicatorValue\": [\"bad.example\"]}]\n"),
};

pub(super) const READ_FROM_PAGE: Entry = Entry {
    why: "The text is no JSON as a whole, yet holds some with indicators, as a page of documentation does.",
    source: sources::OWN,
    remedy: "Check that the examples of the page were meant.",
    example: Example::named(
        "page.md",
        "Send this:\n\n    {\"indicatorValue\": \"bad.example\", \"action\": \"Audit\"}\n",
    ),
};

pub(super) const NO_HEADER: Entry = Entry {
    why: "A table is read by the names of its columns and by what their cells look like. Here neither tells where the indicators are.",
    source: sources::OWN,
    remedy: "Say which column holds the indicators, or give it a name such as `IndicatorValue`.",
    example: Example::csv("first,last,city\nAnn,Example,Anytown\n"),
};

pub(super) const COLUMN_NOT_READ: Entry = Entry {
    why: "A version such as 1.2.3.4 looks like an address, and the thumbprint of a certificate like the hash of a file. Where the name of the column says that it is something else, its cells are not taken for indicators.",
    source: sources::OWN,
    remedy: "Nothing, unless the column does list indicators; then say so.",
    example: Example::csv("Domain,Version\nbad.example,1.2.3.4\n"),
};

pub(super) const OTHER_HEADER: Entry = Entry {
    why: "Several tables were put one behind the other, and their columns differ.",
    source: sources::OWN,
    remedy: "Nothing. Each row is read by the names above it.",
    example: Example::csv(
        "IndicatorValue,Title\nbad.example,a title\nTitle,IndicatorValue\nanother,worse.example\n",
    ),
};
