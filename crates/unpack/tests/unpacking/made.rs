//! Archives and workbooks made for a test, and what was unpacked as lines.

use std::io::{Cursor, Write};

use ioculate_unpack::{Bounds, Kind, Unpacked, unpack};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// A zip of entries, deflated.
pub(crate) fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    zip_by(CompressionMethod::Deflated, entries)
}

pub(crate) fn zip_by(method: CompressionMethod, entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, bytes) in entries {
        if name.ends_with('/') {
            writer.add_directory(*name, options).unwrap();
        } else {
            writer.start_file(*name, options).unwrap();
            writer.write_all(bytes).unwrap();
        }
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook of one sheet called `S` with these rows (ECMA-376 part 1, 18.3), further children of
/// the workbook's root, and shared texts.
pub(crate) fn xlsx(rows: &str, workbook: &str, shared: &str) -> Vec<u8> {
    xlsx_with(&[
        ("xl/workbook.xml", &workbook_part(workbook)),
        ("xl/sharedStrings.xml", &format!("<sst>{shared}</sst>")),
        ("xl/worksheets/sheet1.xml", &sheet_part(rows)),
    ])
}

pub(crate) fn workbook_part(more: &str) -> String {
    format!(
        r#"<workbook xmlns:r="r">{more}<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    )
}

pub(crate) fn sheet_part(rows: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

/// A workbook of these parts beside those that every one has.
pub(crate) fn xlsx_with(parts: &[(&str, &str)]) -> Vec<u8> {
    const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="46"/><xf numFmtId="10"/></cellXfs></styleSheet>"#;
    const PACKAGE: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    const RELATIONS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
    let common = [
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", PACKAGE),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/styles.xml", STYLES),
    ];
    let is_given = |name: &str| parts.iter().any(|part| part.0 == name);
    let common = common.iter().filter(|(name, _)| !is_given(name));
    let all = common.chain(parts);
    let entries: Vec<_> = all.map(|(name, text)| (*name, text.as_bytes())).collect();
    zip(&entries)
}

/// Everything that was unpacked, as [`said`].
pub(crate) fn all_of(name: &str, bytes: &[u8]) -> String {
    said(&unpack(name, bytes, &Bounds::default()))
}

/// Each part as its name and content, each refusal as its name and reason, a line each.
pub(crate) fn said(unpacked: &Unpacked) -> String {
    let parts = unpacked.parts.iter().map(|part| {
        let kind = match part.kind {
            Kind::File => "file",
            Kind::Sheet => "sheet",
        };
        let text = String::from_utf8_lossy(&part.bytes);
        format!("{}: {kind} {text:?}", part.name)
    });
    let refusals = unpacked
        .refusals
        .iter()
        .map(|refusal| match refusal.why.row() {
            0 => format!("{}! {}", refusal.name, refusal.why),
            row => format!("{}! {} {row}", refusal.name, refusal.why),
        });
    parts.chain(refusals).collect::<Vec<_>>().join("\n")
}
