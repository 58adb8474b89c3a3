//! Whole texts: what the values of one text say of one another.

use crate::{holds, outcome, read};

#[test]
fn a_plain_link_beside_defanged_values_is_for_the_reader() {
    let report = "Our post at https://blog.example/a tells more.\n\
                  It calls evil[.]example each hour.\n\
                  \n\
                  - https://other.example/b\n\
                  - 198.51.100.7\n\
                  \n\
                  Both bad[.]example and worse.example were seen.\n";
    assert_eq!(
        outcome(report),
        "-https://blog.example/a evil.example ?https://other.example/b 198.51.100.7 bad.example ?worse.example"
    );
}

#[test]
fn a_text_that_defangs_nothing_means_what_it_says() {
    let mail = "Please block http://evil.example/a and bad.example today.\n\
                See [our post](https://blog.example/a) and https://attack.mitre.org/x there.\n";
    assert_eq!(
        outcome(mail),
        "http://evil.example/a bad.example https://blog.example/a -https://attack.mitre.org/x"
    );
}

#[test]
fn links() {
    holds(&[
        (
            "[text](http://evil.example/a) there",
            "http://evil.example/a",
        ),
        (
            "[text](hxxp://evil[.]example/a) there",
            "http://evil.example/a",
        ),
        (
            "https://blog.example/a[text of it] there",
            "https://blog.example/a",
        ),
        (
            "<a href=\"http://evil.example/a\">text</a>",
            "http://evil.example/a",
        ),
        (
            "<x xmlns=\"http://www.w3.org/1999/xhtml\">",
            "-http://www.w3.org/1999/xhtml",
        ),
    ]);
}

#[test]
fn what_a_filter_list_spares_or_only_trims_is_asked_about() {
    let table = [
        ("||evil.example^", "evil.example"),
        ("||evil.example^$third-party", "evil.example"),
        ("@@||good.example^", "?good.example"),
        ("@@||good.example^$document", "?good.example"),
        ("@@|https://good.example/a|", "?https://good.example/a"),
        (
            "||evil.example^$domain=good.example|fine.example",
            "evil.example ?good.example ?fine.example",
        ),
        ("good.example##.banner", "?good.example"),
        ("good.example#@#.banner", "?good.example"),
        ("good.example#?#div", "?good.example"),
        (
            "fine.example,good.example##.banner",
            "?fine.example ?good.example",
        ),
    ];
    for (text, expected) in table {
        let text = format!("This is what we saw in the last days.\n{text}\n");
        assert_eq!(outcome(&text), expected, "{text}");
    }
}

#[test]
fn the_end_of_a_name_that_was_cut_is_asked_about() {
    let table = [
        ("evil[.]<wbr>example[.]com there", "?example.com"),
        ("evil.<wbr>example.com there", "?example.com"),
        ("evil[.]</b>example[.]com there", "?example.com"),
        ("evil[.]\nexample[.]com there", "?example.com"),
        ("evil(dot)=\r\nexample[.]com there", "?example.com"),
        ("It ends. <b>evil[.]example</b> there", "evil.example"),
        (
            "evil[.]example,\nworse[.]example there",
            "evil.example worse.example",
        ),
    ];
    for (text, expected) in table {
        assert_eq!(outcome(text), expected, "{text}");
    }
}

#[test]
fn hashes_of_one_line_are_one_files() {
    let sha256 = "0123456789abcdef".repeat(4);
    let (md5, sha1) = (&sha256[..32], &sha256[..40]);
    let text = format!("Some words before.\n| {md5} | {sha1} | {sha256} |\n| {md5} | {md5} |\n");
    let ledger = read(&text);
    assert_eq!(ledger.len(), 5);
    assert_eq!((ledger.line_of(0), ledger.line_of(3)), (2, 3));
}

#[test]
fn a_text_without_values_says_so() {
    let ledger = read("Nothing was seen today, and nothing is known.\n");
    let codes: Vec<&str> = ledger.files()[0]
        .diagnostics
        .iter()
        .map(|found| found.finding.code())
        .collect();
    assert_eq!((ledger.len(), codes), (0, vec!["nothing-found"]));
}

#[test]
fn an_encoded_mail_says_so() {
    let table = [
        ("quoted-printable", vec!["mail-encoded"]),
        ("Base64", vec!["mail-encoded"]),
        ("8bit", vec![]),
    ];
    for (encoding, expected) in table {
        let text = format!(
            "Subject: to be blocked\r\nContent-Transfer-encoding: {encoding}\r\n\r\nIt is evil[.]example there.\r\n"
        );
        let said: Vec<_> = read(&text).files()[0]
            .diagnostics
            .iter()
            .map(|found| (found.code(), found.place.line))
            .collect();
        let expected: Vec<_> = expected.into_iter().map(|code| (code, 2)).collect();
        assert_eq!(said, expected, "{text}");
    }
}

#[test]
fn a_record_shows_its_line() {
    let ledger = read("One line before.\nIt calls evil[.]example each hour.\nOne behind.\n");
    assert_eq!(ledger.source_of(0), "It calls evil[.]example each hour.");
    assert_eq!(
        &ledger.source_of(0)[ledger.value_in_source(0)],
        "evil[.]example"
    );
}
