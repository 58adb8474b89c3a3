//! Workbooks and archives: what unpacks them is loaded when the first one comes, and not before.

use std::io::{Cursor, Write as _};

use ioculate_e2e::{
    act::{self, Account},
    rows, see,
    stage::{Stage, play},
};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use thirtyfour::error::WebDriverResult;
use zip::{ZipWriter, write::SimpleFileOptions};

const HEADER: [&str; 6] = [
    "IndicatorType",
    "IndicatorValue",
    "Action",
    "Title",
    "Description",
    "ExpirationTime",
];

/// A workbook of two sheets: five rows of the portal's table, of which one has no known type and one
/// is a repetition; and nothing.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let date = Format::new().set_num_format("dd/mm/yyyy");
    let sheet = book.add_worksheet().set_name("Blocked").expect("a name");
    let rows = [
        HEADER,
        ["DomainName", "one.example", "Block", "t", "d", ""],
        ["IpAddress", "198.51.100.7", "Block", "t", "two\nlines", ""],
        ["Nothing", "two.example", "Block", "t", "d", ""],
        ["DomainName", "one.example", "Block", "t", "d", ""],
        ["Url", "http://three.example/a,b", "Block", "t", "d", ""],
    ];
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write(row, column, cell).expect("a cell");
        }
    }
    let expires = ExcelDateTime::from_ymd(2099, 12, 24).expect("a date");
    sheet
        .write_with_format(1, 5, expires, &date)
        .expect("a date");
    book.add_worksheet().set_name("Nothing").expect("a name");
    book.save_to_buffer().expect("a workbook")
}

/// A zip of a list, the API's JSON, the workbook, and a zip.
fn archive() -> Vec<u8> {
    let json = r#"{"Indicators":[{"indicatorValue":"four.example","indicatorType":"DomainName","action":"Block","title":"t","description":"d"}]}"#;
    let mut inner = ZipWriter::new(Cursor::new(Vec::new()));
    inner
        .start_file("a.txt", SimpleFileOptions::default())
        .expect("an entry");
    let inner = inner.finish().expect("a zip").into_inner();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [
        (
            "lists/domains.txt",
            b"five.example\nsix.example\n".as_slice(),
        ),
        ("api.json", json.as_bytes()),
        ("book.xlsx", &workbook()),
        ("more.zip", &inner),
    ] {
        zip.start_file(name, SimpleFileOptions::default())
            .expect("an entry");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a zip").into_inner()
}

/// How many files were asked for that only unpacking needs.
fn loads(stage: &Stage) -> usize {
    let asked = stage.emulator.asked();
    asked.iter().filter(|path| path.contains("unpack")).count()
}

/// Opens the page anew, signed in still.
async fn opened_again(stage: &Stage) -> WebDriverResult<()> {
    let browser = stage.open().await?;
    see::shown(browser, "account").await?;
    Ok(())
}

#[tokio::test]
async fn a_workbook_and_an_archive_go_in() {
    play("packed", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        act::drop_file(browser, &rows::fixture("portal.csv")).await?;
        let [records, ..] = see::reviewed(browser).await?;
        assert!(records > 0);
        assert_eq!(loads(stage), 0, "who brings no archive loads no byte of it");

        opened_again(stage).await?;
        act::drop_file(browser, &rows::of_bytes("book.xlsx", &workbook())).await?;
        see::sums(browser, [5, 3, 1, 0, 1, 0]).await?;
        // The script, the glue and the program.
        assert_eq!(loads(stage), 3);
        see::text(browser, "book.xlsx › Blocked").await?;

        opened_again(stage).await?;
        act::drop_file(browser, &rows::of_bytes("lists.zip", &archive())).await?;
        see::sums(browser, [8, 6, 1, 0, 1, 0]).await?;
        see::text(browser, "lists.zip › book.xlsx › Blocked").await?;
        see::text(browser, "lists.zip › more.zip").await?;
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [6, 0, 0, 0]);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_page_that_cannot_load_what_unpacks_goes_on() {
    play("packed-missing", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        let book = rows::of_bytes("late.xlsx", &workbook());
        // The program first: once loaded it is kept, as its name says what is in it.
        for missing in ["ioculate-unpack", "unpack-boot.js"] {
            opened_again(stage).await?;
            stage.emulator.withhold(missing);
            act::drop_file(browser, &book).await?;
            see::text(browser, "did not load").await?;
            stage.emulator.withhold_nothing();
            act::drop_file(browser, &book).await?;
            see::sums(browser, [5, 3, 1, 0, 1, 0]).await?;
        }
        Ok(())
    })
    .await;
}
