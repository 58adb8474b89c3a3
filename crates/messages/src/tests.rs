use std::env;

use super::*;

/// What is made of these texts, the first in English, the second in Dutch.
fn made(english: &str, dutch: &str) -> Result<(String, String, String), Vec<String>> {
    let mut faults = Vec::new();
    let texts = [("en", english), ("nl", dutch)];
    let texts = texts.map(|(tag, text)| (tag.to_owned(), text.to_owned()));
    let chapter = Chapter {
        entries: read::entries("send", &texts, &mut faults),
        name: "send".to_owned(),
    };
    if !faults.is_empty() {
        return Err(faults.iter().map(ToString::to_string).collect());
    }
    let messages = Messages {
        languages: vec!["en".to_owned(), "nl".to_owned()],
        chapters: vec![chapter],
    };
    let packed = |tag| messages.packed(tag).expect("a language");
    Ok((messages.rust(), packed("en"), packed("nl")))
}

const ENGLISH: &str = "\
# Heading of a run that waits.
# $at (Text)
retrying = Trying again at { $at }
# $account (Html)
# $rows (Number)
belongs-to = { $rows } of { $account },
    who is { \"{\" }away{ \"}\" }
rows = { $count ->
    [0] none
    [one] { $count } row
   *[other] { $count } rows
 } left
type = Type
";

const DUTCH: &str = "\
type = Soort
retrying = Om { $at } nog eens
belongs-to = { $account }: { $rows } { \"{\" }weg{ \"}\" }
rows = Nog { $count ->
   *[other] { $count } rijen
    [one] { $count } rij
 }
";

#[test]
fn each_message_is_a_function_and_a_line_in_each_language() {
    let (rust, english, dutch) = made(ENGLISH, DUTCH).expect("no fault");
    insta::assert_snapshot!(format!("{rust}\n{english:?}\n{dutch:?}"));
}

#[test]
fn a_crate_without_a_language_says_which_message_it_is() {
    let text = "\
# A title.
no-title = No title
# $most (Number)
too-long = { $given } has { $len } characters of { $most }
half = { $percent } %
count = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 }
";
    let mut faults = Vec::new();
    let chapter = Chapter {
        entries: read::entries("value", &[("en".to_owned(), text.to_owned())], &mut faults),
        name: "value".to_owned(),
    };
    assert_eq!(faults, []);
    let languages = vec!["en".to_owned()];
    let chapters = vec![chapter];
    insta::assert_snapshot!(
        Messages {
            languages,
            chapters
        }
        .said()
    );
}

#[test]
fn a_hole_in_a_language_is_a_fault() {
    let cases = [
        ("a = A\n", "", "nl/send.ftl, a: it is missing"),
        (
            "",
            "a = A\n",
            "nl/send.ftl, a: the first language has no such message, or it is there twice",
        ),
        (
            "a = A\na = B\n",
            "a = A\n",
            "en/send.ftl, a: it is there twice",
        ),
        ("a = { $b }\n", "a = A\n", "nl/send.ftl, a: $b is missing"),
        (
            "a = A\n",
            "a = { $b }\n",
            "nl/send.ftl, a: $b is not in the first language",
        ),
        (
            "a = { $b }\n",
            "a = { $b ->\n    [one] A\n   *[other] B\n }\n",
            "nl/send.ftl, a: $b is no number",
        ),
        (
            "a = { NUMBER($b) }\n",
            "a = A\n",
            "en/send.ftl, a: only variables and selections among them are taken",
        ),
        ("-a = A\n", "", "en/send.ftl, a: terms are not taken"),
        (
            "a = A\n    .b = B\n",
            "a = A\n",
            "en/send.ftl, a: attributes are not taken",
        ),
        (
            "a = \u{7}\n",
            "a = A\n",
            "en/send.ftl, a: it has a control character",
        ),
        (
            "a = A\n\n}\n",
            "a = A\n",
            "en/send.ftl:3: Expected one of \"a-zA-Z\"",
        ),
    ];
    for (english, dutch, expected) in cases {
        let told = made(english, dutch).expect_err(expected);
        assert!(
            told.iter().any(|fault| fault == expected),
            "{told:?}, not {expected}"
        );
    }
}

#[test]
fn a_file_is_named_and_known_by_what_is_in_it() {
    let late = Late::new("nl", "B\n".to_owned());
    // echo B | sha256sum; echo B | openssl dgst -sha256 -binary | base64
    assert_eq!(late.name, "messages-nl-c0cde77fa8fef97d.txt");
    assert_eq!(
        late.integrity,
        "sha256-wM3nf6j++X1HbBCq09LVT8wvM2FA0HNlHC3Mzx43n9Y="
    );
    assert_ne!(Late::new("nl", "C\n".to_owned()).name, late.name);
}

#[test]
fn a_folder_of_each_language_is_read() {
    let folder = env::temp_dir().join(format!("ioculate-messages-{}", std::process::id()));
    for (language, text) in [("en", "a = A\n"), ("nl", "a = B\n")] {
        fs::create_dir_all(folder.join(language)).expect("a folder");
        fs::write(folder.join(language).join("send.ftl"), text).expect("a file");
    }
    let packed = |languages: &[&str], of| {
        Messages::read(&folder, languages).map(|messages| messages.packed(of))
    };
    assert_eq!(packed(&["en", "nl"], "nl"), Ok(Some("B\n".to_owned())));
    assert_eq!(packed(&["en", "nl"], "de"), Ok(None));
    let late = Messages::read(&folder, &["en", "nl"]).map(|messages| messages.late());
    assert_eq!(late, Ok(vec![Late::new("nl", "B\n".to_owned())]));
    let told = packed(&["en", "de"], "en").expect_err("no German");
    assert!(told[0].to_string().contains("send.ftl"), "{told:?}");
    fs::remove_dir_all(folder).expect("nothing is left");
}
