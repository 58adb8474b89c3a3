//! Zip archives: each entry as a file of its own, or with the reason why not.

use std::io::{Cursor, Read};

use zip::{CompressionMethod, ZipArchive, read::ZipFile};

use crate::{
    Bounds, Kind, Unpacked, Unpacking, Why, inside,
    signature::{self, Packed},
    workbook::Format,
};

pub(crate) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// How many more headers than entries are held before an archive is not opened. A stored archive
/// inside has headers too, so there may be more than its own.
const HEADERS_TO_ENTRIES: usize = 20;

impl Unpacking<'_> {
    /// A zip is a workbook, another document, or an archive of files.
    pub(crate) fn open_zip(&mut self, name: &str, bytes: &[u8]) {
        match self.opened(bytes) {
            Err(why) => self.refuse(name.to_owned(), why),
            Ok(archive) => match contents(&archive) {
                Contents::Workbook(format) => self.read_workbook(name, bytes, format),
                Contents::Document => self.refuse(name.to_owned(), Why::Document),
                Contents::Files => self.entries(name, archive),
            },
        }
    }

    pub(crate) fn opened<'a>(&self, bytes: &'a [u8]) -> Result<Archive<'a>, Why> {
        let most = self.bounds.entries.saturating_mul(HEADERS_TO_ENTRIES);
        if signature::central_headers(bytes) > most {
            return Err(Why::TooMany);
        }
        ZipArchive::new(Cursor::new(bytes)).map_err(|_| Why::Damaged)
    }

    fn entries(&mut self, name: &str, mut archive: Archive<'_>) {
        let listed = |into: &Unpacked| into.parts.len() + into.refusals.len();
        let before = listed(&self.into);
        if archive.has_duplicate_names() {
            self.refuse(name.to_owned(), Why::SameName);
        }
        for index in 0..archive.len() {
            if !self.room.enter() {
                self.refuse(name.to_owned(), Why::TooMany);
                return;
            }
            self.entry(name, &mut archive, index);
        }
        if listed(&self.into) == before {
            self.refuse(name.to_owned(), Why::EmptyArchive);
        }
    }

    fn entry(&mut self, outer: &str, archive: &mut Archive<'_>, index: usize) {
        let Some(entry) = named(outer, archive, index) else {
            return;
        };
        let content = entry.sound.and_then(|()| {
            let mut file = archive.by_index(index).map_err(|_| Why::Damaged)?;
            self.content(&mut file)
        });
        match content {
            Err(why) => self.refuse(entry.name, why),
            Ok(bytes) => self.file(entry.name, bytes),
        }
    }

    /// A file of an archive. What it holds itself is read where it is a workbook.
    fn file(&mut self, name: String, bytes: Vec<u8>) {
        match signature::packed(&bytes) {
            None => {
                self.room.keep(bytes.len());
                self.give(name, Kind::File, bytes);
            }
            Some(Packed::Compound) => self.read_workbook(&name, &bytes, Format::Xls),
            Some(Packed::Zip) => match self.opened(&bytes).map(|archive| contents(&archive)) {
                Ok(Contents::Workbook(format)) => self.read_workbook(&name, &bytes, format),
                Ok(Contents::Document) => self.refuse(name, Why::Document),
                Ok(Contents::Files) => self.refuse(name, Why::Nested),
                Err(why) => self.refuse(name, why),
            },
        }
    }

    /// Everything in an entry, as far as there is room for it.
    fn content(&mut self, file: &mut ZipFile<'_, Cursor<&[u8]>>) -> Result<Vec<u8>, Why> {
        let room = self.room.left_to_keep().min(self.room.left_to_inflate());
        let by_ratio = self.by_ratio(file.compressed_size());
        let mut bytes = Vec::new();
        let read = file.take(room.min(by_ratio) + 1).read_to_end(&mut bytes);
        let len = bytes.len() as u64;
        self.room.inflate(len);
        match read {
            _ if len > by_ratio => Err(Why::Bomb),
            _ if len > room => Err(Why::TooLarge),
            Err(_) => Err(Why::Damaged),
            Ok(_) => Ok(bytes),
        }
    }

    /// The most bytes that an entry of a packed size may have.
    pub(crate) fn by_ratio(&self, packed: u64) -> u64 {
        let Bounds {
            ratio, ratio_from, ..
        } = *self.bounds;
        packed.saturating_mul(ratio).max(ratio_from)
    }
}

/// An entry that is to be listed.
struct Entry {
    name: String,
    /// Whether it can be unpacked, by what the archive says of it.
    sound: Result<(), Why>,
}

/// An entry by its header; nothing for a folder, which holds nothing of its own.
fn named(outer: &str, archive: &mut Archive<'_>, index: usize) -> Option<Entry> {
    let Ok(file) = archive.by_index_raw(index) else {
        let name = inside(outer, &(index + 1).to_string());
        let sound = Err(Why::Damaged);
        return Some(Entry { name, sound });
    };
    if file.is_dir() {
        return None;
    }
    let raw = String::from_utf8_lossy(file.name_raw());
    let shown = file.name().unwrap_or(raw);
    let sound = if file.encrypted() {
        Err(Why::Encrypted)
    } else if is_housekeeping(&shown) {
        Err(Why::Housekeeping)
    } else {
        match file.compression() {
            CompressionMethod::Stored | CompressionMethod::Deflated => Ok(()),
            _ => Err(Why::Method),
        }
    };
    let name = inside(outer, &shown);
    Some(Entry { name, sound })
}

/// Whether macOS or Windows wrote an entry for itself.
fn is_housekeeping(name: &str) -> bool {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    name.starts_with("__MACOSX/")
        || file.starts_with("._")
        || matches!(file, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}

enum Contents {
    Workbook(Format),
    Document,
    Files,
}

/// What a zip is, by the names in it (ECMA-376 part 2, 10; ODF 1.2 part 3, 3).
fn contents(archive: &Archive<'_>) -> Contents {
    let has = |wanted: &str| {
        archive
            .file_names()
            .flatten()
            .any(|name| name.replace('\\', "/").eq_ignore_ascii_case(wanted))
    };
    if has("xl/workbook.xml") {
        return Contents::Workbook(Format::Xlsx);
    }
    if has("xl/workbook.bin") {
        return Contents::Workbook(Format::Xlsb);
    }
    if has("content.xml") && has("mimetype") {
        return Contents::Workbook(Format::Ods);
    }
    if has("[Content_Types].xml") || has("mimetype") && has("META-INF/manifest.xml") {
        Contents::Document
    } else {
        Contents::Files
    }
}
