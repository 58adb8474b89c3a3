//! Workbooks as programs write them.

use ioculate_unpack::{Bounds, unpack};
use rust_xlsxwriter::{Chart, ChartType, ExcelDateTime, Format, Workbook, XlsxError};

use crate::made::{all_of, said, sheet_part, workbook_part, xlsx_with, zip};

fn book() -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let date = Format::new().set_num_format("dd/mm/yyyy");
    let sheet = book.add_worksheet().set_name("Blocked, 2024")?;
    sheet.write(0, 0, "IndicatorType")?;
    sheet.write(0, 1, "IndicatorValue")?;
    sheet.write(0, 2, "ExpirationTime")?;
    sheet.write(1, 0, "DomainName")?;
    sheet.write(1, 1, "one.example")?;
    sheet.write_with_format(1, 2, ExcelDateTime::from_ymd(2031, 12, 24)?, &date)?;
    sheet.merge_range(2, 0, 2, 2, "both, of \"them\"", &Format::new())?;
    sheet.write(3, 1, "two\nlines")?;
    book.add_worksheet().set_name("Empty")?;
    let hidden = book.add_worksheet().set_name("Old")?;
    hidden.set_hidden(true).write(1, 1, 192.5)?;
    let mut chart = Chart::new(ChartType::Pie);
    chart.add_series().set_values("Old!$B$2:$B$3");
    let charts = book.add_chartsheet();
    charts.set_name("Chart")?.insert_chart(0, 0, &chart)?;
    book.save_to_buffer()
}

#[test]
fn every_sheet_is_a_table_of_its_own() {
    let bytes = book().unwrap();
    let expected = [
        r#"f.xlsx › Blocked, 2024: sheet "IndicatorType,IndicatorValue,ExpirationTime\nDomainName,one.example,2031-12-24\n\"both, of \"\"them\"\"\",,\n,\"two\nlines\",\n""#,
        r#"f.xlsx › Old (hidden): sheet "\n,192.5\n""#,
        "f.xlsx › Empty! empty-sheet",
        "f.xlsx › Chart! no-cells",
    ];
    assert_eq!(all_of("f.xlsx", &bytes), expected.join("\n"));
}

#[test]
fn an_ods_is_read_as_well() {
    let content = r#"<office:document-content><office:body><office:spreadsheet><table:table table:name="T"><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"/></table:table-row><table:table-row><table:table-cell/><table:table-cell office:value-type="string"><text:p>one.example</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1.5"><text:p>1.5</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2031-12-24"><text:p>24.12.31</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;
    let bytes = zip(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ]);
    assert_eq!(
        all_of("f.ods", &bytes),
        r#"f.ods › T: sheet "\n\n,one.example,1.5,2031-12-24\n""#
    );
}

#[test]
fn a_million_rows_are_read_and_one_more_is_no_row() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..1_000_000 {
        sheet.write(row, 0, f64::from(row)).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let unpacked = unpack("f", &bytes, &Bounds::default());
    let text = &unpacked.parts[0].bytes;
    assert_eq!(
        text.split_inclusive(|&byte| byte == b'\n').count(),
        1_000_000
    );
    assert!(text.ends_with(b"\n999999\n"));
    assert_eq!(unpacked.refusals, []);

    let bounds = Bounds {
        rows: 999_999,
        ..Bounds::default()
    };
    let unpacked = unpack("f", &bytes, &bounds);
    assert!(unpacked.parts[0].bytes.ends_with(b"\n999998\n"));
    assert_eq!(unpacked.refusals[0].why.row(), 999_999);
}

#[test]
fn sheets_share_what_there_is_room_for() {
    let bytes = book().unwrap();
    let bounds = Bounds {
        entries: 1,
        ..Bounds::default()
    };
    assert!(said(&unpack("f", &bytes, &bounds)).ends_with("f! too-many"));
    let bounds = Bounds {
        kept: 60,
        ..Bounds::default()
    };
    let said = said(&unpack("f", &bytes, &bounds));
    assert!(said.contains("f › Blocked, 2024! no-room"), "{said}");
    assert!(
        said.contains(r#"f › Old (hidden): sheet "\n,192.5\n""#),
        "{said}"
    );
}

#[test]
fn a_workbook_that_lists_no_sheet_is_damaged() {
    let sheet = sheet_part("<row><c><v>1</v></c></row>");
    let listed = workbook_part("");
    for list in ["", "<other/>", "<sheets/>"] {
        let start = listed.find("<sheets>").expect("a list of sheets");
        let book = format!("{}{list}</workbook>", &listed[..start]);
        let bytes = xlsx_with(&[
            ("xl/workbook.xml", &book),
            ("xl/sharedStrings.xml", "<sst/>"),
            ("xl/worksheets/sheet1.xml", &sheet),
        ]);
        assert_eq!(all_of("f", &bytes), "f! damaged", "{book}");
    }
}
