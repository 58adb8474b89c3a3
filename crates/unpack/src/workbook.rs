//! Workbooks: each sheet as a table.
//!
//! Cells hold what was stored: a formula's last result, a shared text, a date by its number format.
//! New workbooks are read cell by cell; of an `.xls` or `.ods` the reader holds a sheet whole.

use std::{
    io::{self, Cursor, Read},
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{
    Cell, Data, DataRef, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls, XlsError,
    Xlsb, XlsbError, Xlsx, XlsxError,
};

use memchr::memmem;

use crate::{Kind, Unpacking, Why, cell::Value, inside, sheet::Sheet, signature};

/// How a workbook is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Xlsx,
    Xlsb,
    Xls,
    Ods,
}

/// How the part is called in which the formats of cells are.
const STYLES: &str = "styles.xml";

/// How the part is called in which the texts are that cells share.
const SHARED: &str = "sharedstrings.xml";

/// What says how many shared texts there are, and what is held of each beside itself, in bytes.
const ANNOUNCED: &[u8] = b"uniqueCount";
const TEXT: u64 = 24;

/// What calamine reads a workbook from.
type Source<'a> = Cursor<&'a [u8]>;

/// A workbook that was opened.
enum Workbook<'a> {
    Xlsx(Box<Xlsx<Source<'a>>>),
    Xlsb(Box<Xlsb<Source<'a>>>),
    Xls(Box<Xls<Source<'a>>>),
    Ods(Box<Ods<Source<'a>>>),
}

impl Unpacking<'_> {
    /// Reads every sheet.
    pub(crate) fn read_workbook(&mut self, name: &str, bytes: &[u8], format: Format) {
        let weighed = match format {
            Format::Xls => self.weigh_compound(bytes),
            _ => self.weigh_parts(bytes, format),
        };
        let opened =
            weighed.and_then(|()| guarded(|| open(bytes, format)).unwrap_or(Err(Why::Damaged)));
        match opened {
            Err(why) => self.refuse(name.to_owned(), why),
            Ok(mut workbook) => {
                let sheets = workbook.sheets();
                if sheets.is_empty() {
                    // A workbook has one at least: what lists them is damaged.
                    self.refuse(name.to_owned(), Why::Damaged);
                }
                for sheet in sheets {
                    self.read_sheet(name, &mut workbook, &sheet);
                }
            }
        }
    }

    fn weigh_compound(&mut self, bytes: &[u8]) -> Result<(), Why> {
        if signature::has_stream(bytes, "EncryptedPackage") {
            return Err(Why::Encrypted);
        }
        if bytes.len() as u64 > self.bounds.dense {
            return Err(Why::TooLarge);
        }
        Ok(())
    }

    /// Inflates every part once and counts: afterwards nothing in it can grow further.
    fn weigh_parts(&mut self, bytes: &[u8], format: Format) -> Result<(), Why> {
        let mut archive = self.opened(bytes)?;
        if archive.len() > self.bounds.entries {
            return Err(Why::TooMany);
        }
        for index in 0..archive.len() {
            // What cannot be inflated cannot be read either; calamine says so where it matters.
            let Ok(mut part) = archive.by_index(index) else {
                continue;
            };
            let name = part.name().unwrap_or_default().to_ascii_lowercase();
            let by_ratio = self.by_ratio(part.compressed_size());
            let room = self.most_of(&name, format).min(self.room.left_to_inflate());
            let limited = part.by_ref().take(room.min(by_ratio) + 1);
            let weight = Weight::of(&name, limited);
            self.room.inflate(weight.bytes);
            if weight.bytes > by_ratio || weight.grows_to() > self.bounds.held {
                return Err(Why::Bomb);
            }
            if weight.bytes > room {
                return Err(Why::TooLarge);
            }
        }
        Ok(())
    }

    /// How large a part of a workbook may be.
    fn most_of(&self, name: &str, format: Format) -> u64 {
        if format == Format::Ods {
            self.bounds.dense
        } else if name.ends_with(STYLES) {
            self.bounds.described
        } else if name.contains("sharedstrings") {
            self.bounds.held
        } else if name.contains("worksheets") || name.contains("media") {
            self.bounds.inflated
        } else {
            self.bounds.described
        }
    }

    fn read_sheet(&mut self, book: &str, workbook: &mut Workbook<'_>, sheet: &calamine::Sheet) {
        let name = inside(book, &shown(sheet));
        if !self.room.enter() {
            return self.refuse(name, Why::TooMany);
        }
        if sheet.typ != SheetType::WorkSheet {
            return self.refuse(name, Why::NoCells);
        }
        let mut table = Sheet::new(self.room.left_to_keep(), self.bounds.rows);
        let whole =
            guarded(|| workbook.cells(&sheet.name, &mut table)).unwrap_or(Err(Why::Damaged));
        let why = whole.err().map(|why| match why {
            Why::Damaged => Why::BreaksOff { row: table.row() },
            why => why,
        });
        match (table.finish(), why) {
            (None, None) => return self.refuse(name, Why::EmptySheet),
            (None, Some(_)) => {}
            (Some(text), _) => {
                self.room.keep(text.len());
                self.give(name.clone(), Kind::Sheet, text.into_bytes());
            }
        }
        if let Some(why) = why {
            self.refuse(name, why);
        }
    }
}

fn shown(sheet: &calamine::Sheet) -> String {
    match sheet.visible {
        SheetVisible::Visible => sheet.name.clone(),
        SheetVisible::Hidden | SheetVisible::VeryHidden => format!("{} (hidden)", sheet.name),
    }
}

/// What a part of a workbook weighs.
#[derive(Clone, Copy, Debug, Default)]
struct Weight {
    bytes: u64,
    /// The most bytes between two quotation marks: no attribute is longer.
    longest: u64,
    /// The bytes since the last quotation mark.
    since: u64,
    /// How often `xf` stands there, with which a cell's format begins.
    formats: u64,
    last: u8,
    /// The room that is made at once for the shared texts that are announced.
    announced: u64,
}

impl Weight {
    /// Reads a part up to its end, or to what cannot be read.
    fn of(name: &str, from: impl Read) -> Self {
        let mut weight = Self::default();
        if name.ends_with(SHARED) {
            weight.take_shared(from);
            return weight;
        }
        weight.take(from);
        if !name.ends_with(STYLES) {
            weight.formats = 0;
        }
        weight
    }

    fn take(&mut self, mut from: impl Read) {
        let mut buffer = [0; 16 * 1024];
        loop {
            match from.read(&mut buffer) {
                Ok(read @ 1..) => self.add(&buffer[..read]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Ok(0) | Err(_) => return,
            }
        }
    }

    fn add(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        for &byte in bytes {
            self.since += 1;
            if matches!(byte, b'"' | b'\'') {
                self.since = 0;
            }
            self.longest = self.longest.max(self.since);
            self.formats += u64::from((self.last, byte) == (b'x', b'f'));
            self.last = byte;
        }
    }

    /// Reads the shared texts, which are held anyway, and looks how many are announced.
    fn take_shared(&mut self, mut from: impl Read) {
        let mut bytes = Vec::new();
        // What was read before an error is there.
        let _: io::Result<usize> = from.read_to_end(&mut bytes);
        self.bytes = bytes.len() as u64;
        let counts = memmem::find_iter(&bytes, ANNOUNCED).map(|at| {
            let after = bytes[at + ANNOUNCED.len()..].iter();
            let digits = after.skip_while(|byte| !byte.is_ascii_digit());
            digits
                .take_while(|byte| byte.is_ascii_digit())
                .fold(0_u64, |count, digit| {
                    count
                        .saturating_mul(10)
                        .saturating_add(u64::from(digit - b'0'))
                })
        });
        self.announced = counts.max().unwrap_or(0).saturating_mul(TEXT);
    }

    /// What is made of it at most, beside itself. Each cell's format is given a copy of its number
    /// format and of its font's name.
    fn grows_to(&self) -> u64 {
        let copied = self.formats.saturating_mul(self.longest).saturating_mul(2);
        copied.max(self.announced)
    }
}

/// What `read` gives; `None` where it panics. In a browser a panic ends the program, which is why
/// it runs there in a worker of its own.
fn guarded<T>(read: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(read)).ok()
}

fn open(bytes: &[u8], format: Format) -> Result<Workbook<'_>, Why> {
    let source = Cursor::new(bytes);
    match format {
        Format::Xlsx => Xlsx::new(source)
            .map(|book| Workbook::Xlsx(Box::new(book)))
            .map_err(|error| locked(matches!(error, XlsxError::Password))),
        Format::Xlsb => Xlsb::new(source)
            .map(|book| Workbook::Xlsb(Box::new(book)))
            .map_err(|error| locked(matches!(error, XlsbError::Password))),
        Format::Ods => Ods::new(source)
            .map(|book| Workbook::Ods(Box::new(book)))
            .map_err(|error| locked(matches!(error, OdsError::Password))),
        Format::Xls => Xls::new(source)
            .map(|book| Workbook::Xls(Box::new(book)))
            .map_err(|error| match error {
                XlsError::Password => Why::Encrypted,
                _ if !signature::has_stream(bytes, "Workbook") => Why::Document,
                _ => Why::Damaged,
            }),
    }
}

fn locked(is_locked: bool) -> Why {
    if is_locked {
        Why::Encrypted
    } else {
        Why::Damaged
    }
}

impl Workbook<'_> {
    fn sheets(&self) -> Vec<calamine::Sheet> {
        match self {
            Self::Xlsx(book) => book.sheets_metadata().to_vec(),
            Self::Xlsb(book) => book.sheets_metadata().to_vec(),
            Self::Xls(book) => book.sheets_metadata().to_vec(),
            Self::Ods(book) => book.sheets_metadata().to_vec(),
        }
    }

    /// Writes the cells of one sheet.
    fn cells(&mut self, name: &str, table: &mut Sheet) -> Result<(), Why> {
        match self {
            Self::Xlsx(book) => {
                let mut cells = book.worksheet_cells_reader(name).map_err(damaged)?;
                stream(|| cells.next_cell().map_err(damaged), table)
            }
            Self::Xlsb(book) => {
                let mut cells = book.worksheet_cells_reader(name).map_err(damaged)?;
                stream(|| cells.next_cell().map_err(damaged), table)
            }
            Self::Xls(book) => whole(&book.worksheet_range(name).map_err(damaged)?, table),
            Self::Ods(book) => whole(&book.worksheet_range(name).map_err(damaged)?, table),
        }
    }
}

/// The library's reasons speak of its own parts; what matters is the row, which the table knows.
fn damaged<E>(_: E) -> Why {
    Why::Damaged
}

fn stream<'a>(
    mut next: impl FnMut() -> Result<Option<Cell<DataRef<'a>>>, Why>,
    table: &mut Sheet,
) -> Result<(), Why> {
    while let Some(cell) = next()? {
        let (row, column) = cell.get_position();
        table.put(row, column, cell.get_value().into())?;
    }
    Ok(())
}

fn whole(range: &Range<Data>, table: &mut Sheet) -> Result<(), Why> {
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let at = |from: u32, offset: usize| {
            from.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX))
        };
        table.put(at(top, row), at(left, column), Value::from(value))?;
    }
    Ok(())
}
