//! Sheets cell by cell, written as the standard has them.

use crate::made::{all_of, xlsx};

/// What the rows of one sheet become.
fn read(rows: &str, workbook: &str, shared: &str) -> String {
    all_of("f", &xlsx(rows, workbook, shared)).replace("f › S: sheet ", "")
}

#[test]
fn a_cell_reads_as_it_was_stored() {
    let shared = "<si><t>plain</t></si><si><r><t>ri</t></r><r><rPr><b/></rPr><t>ch</t></r></si>\
                  <si><t xml:space=\"preserve\"> a &amp; b </t></si><si><t>漢</t><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>\
                  <si><t>two_x000D_\nlines</t></si>";
    let table = [
        (r#"<c r="A1"><v>45292</v></c>"#, r#""45292\n""#),
        (r#"<c r="A1"><v>0.30000000000000004</v></c>"#, r#""0.3\n""#),
        (
            r#"<c r="A1"><v>1.0000000000000001E-5</v></c>"#,
            r#""0.00001\n""#,
        ),
        (r#"<c r="A1" s="5"><v>0.5</v></c>"#, r#""0.5\n""#),
        (
            r#"<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>"#,
            r#""TRUE,FALSE\n""#,
        ),
        (r#"<c r="A1" t="e"><v>#N/A</v></c>"#, r##""#N/A\n""##),
        (
            r#"<c r="A1"><v>x</v></c><c r="B1" t="e"><v>#DIV/0!</v></c>"#,
            r#""x,#DIV/0!\n""#,
        ),
        (r#"<c r="A1" t="s"><v>0</v></c>"#, r#""plain\n""#),
        (r#"<c r="A1" t="s"><v>1</v></c>"#, r#""rich\n""#),
        (r#"<c r="A1" t="s"><v>2</v></c>"#, r#"" a & b \n""#),
        (r#"<c r="A1" t="s"><v>3</v></c>"#, r#""漢\n""#),
        (r#"<c r="A1" t="s"><v>4</v></c>"#, r#""\"two\r\nlines\"\n""#),
        (
            r#"<c r="A1" t="inlineStr"><is><t>in</t><r><t>line</t></r></is></c>"#,
            r#""inline\n""#,
        ),
        (
            r#"<c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>"#,
            r#""ab\n""#,
        ),
        (r#"<c r="A1"><f>1+1</f><v>2</v></c>"#, r#""2\n""#),
        // A formula that was never worked out holds nothing.
        (
            r#"<c r="A1"><f>1+1</f></c><c r="B1"><v>3</v></c>"#,
            r#"",3\n""#,
        ),
        (
            r#"<c r="A1" t="inlineStr"><is><t>=1+1</t></is></c>"#,
            r#""=1+1\n""#,
        ),
        (
            r#"<c r="A1" t="inlineStr"><is><t>'a</t></is></c>"#,
            r#""'a\n""#,
        ),
        (
            r#"<c r="A1" t="inlineStr"><is><t>00123</t></is></c>"#,
            r#""00123\n""#,
        ),
        (r#"<c r="A1" s="1"><v>45322</v></c>"#, r#""2024-01-31\n""#),
        (
            r#"<c r="A1" s="2"><v>45322.5</v></c>"#,
            r#""2024-01-31T12:00:00\n""#,
        ),
        (r#"<c r="A1" s="3"><v>45322</v></c>"#, r#""2024-01-31\n""#),
        (r#"<c r="A1" s="4"><v>1.5</v></c>"#, r#""36:00:00\n""#),
        (
            r#"<c r="A1" t="d"><v>2024-01-31T08:00:00Z</v></c>"#,
            r#""2024-01-31T08:00:00Z\n""#,
        ),
        (r#"<c r="B1"><v>1</v></c>"#, r#"",1\n""#),
        (r"<c><v>1</v></c><c><v>2</v></c>", r#""1,2\n""#),
        (r#"<c r="A1"/><c r="B1" s="1"/>"#, "f › S! empty-sheet"),
    ];
    for (cells, expected) in table {
        assert_eq!(
            read(&format!("<row r=\"1\">{cells}</row>"), "", shared),
            expected,
            "{cells}"
        );
    }
}

#[test]
fn days_are_counted_from_1904_where_the_workbook_says_so() {
    let row = r#"<row r="1"><c r="A1" s="1"><v>43860</v></c></row>"#;
    assert_eq!(read(row, "", ""), r#""2020-01-30\n""#);
    let since_1904 = r#"<workbookPr date1904="1"/>"#;
    assert_eq!(read(row, since_1904, ""), r#""2024-01-31\n""#);
}

#[test]
fn a_row_keeps_its_number() {
    let table = [
        (
            r#"<row r="3"><c r="B3"><v>1</v></c></row>"#,
            r#""\n\n,1\n""#,
        ),
        (
            r"<row><c><v>1</v></c></row><row><c><v>2</v></c></row>",
            r#""1\n2\n""#,
        ),
        (
            r#"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="4"><c r="A4"><v>3</v></c></row>"#,
            r#""1,2\n\n\n3,\n""#,
        ),
        // Of merged cells the first holds the value.
        (
            r#"<row r="1"><c r="A1"><v>1</v></c><c r="B1"/></row><row r="2"><c r="A2"/><c r="B2"><v>2</v></c></row>"#,
            r#""1,\n,2\n""#,
        ),
    ];
    for (rows, expected) in table {
        assert_eq!(read(rows, "", ""), expected, "{rows}");
    }
}

#[test]
fn a_sheet_that_breaks_off_gives_what_stands_before() {
    let sound = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>"#;
    let table = [
        r#"<row r="3"><c r="A3" t="s"><v>99</v></c></row>"#,
        r#"<row r="3"><c r="A3" t="wrong"><v>1</v></c></row>"#,
        r#"<row r="3"><c r="A3" t="b"><v>maybe</v></c></row>"#,
        r#"<row r="1"><c r="A1"><v>1</v></c></row>"#,
        r#"<row r="9999999"><c r="A9999999"><v>1</v></c></row>"#,
        r#"<row r="3"><c r="A3"><v>1</v></row>"#,
        "<row r=\"3\"><c r=\"A3\"><v>1",
    ];
    for broken in table {
        assert_eq!(
            read(&format!("{sound}{broken}"), "", ""),
            "\"1\\n2\\n\"\nf › S! breaks-off 2",
            "{broken}"
        );
    }
}
