//! Texts for what is measured, of any length and the same in each run: what people bring.

mod rows;

#[allow(unused_imports, reason = "not every program that measures reads rows")]
pub(crate) use rows::{Manner, rows};

/// A text and the name of its file, which says how it is read.
#[allow(
    dead_code,
    reason = "not every program that measures reads one of each kind"
)]
#[derive(Clone)]
pub(crate) struct Text {
    pub(crate) name: &'static str,
    pub(crate) file: &'static str,
    pub(crate) content: String,
}

/// Numbers that look like chance and are the same each time.
pub(crate) struct Numbers(u64);

impl Numbers {
    pub(crate) fn below(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    pub(crate) fn hex(&mut self, digits: usize) -> String {
        let digit = |_| char::from_digit(u32::try_from(self.below(16)).unwrap_or(0), 16);
        (0..digits).filter_map(digit).collect()
    }

    pub(crate) fn one<'w>(&mut self, words: &[&'w str]) -> &'w str {
        let at = self.below(words.len() as u64);
        words[usize::try_from(at).unwrap_or(0)]
    }
}

const WORDS: [&str; 40] = [
    "the",
    "loader",
    "then",
    "contacts",
    "its",
    "server",
    "and",
    "downloads",
    "a",
    "second",
    "stage",
    "which",
    "is",
    "encrypted",
    "with",
    "RC4.",
    "We",
    "observed",
    "several",
    "campaigns",
    "in",
    "October,",
    "each",
    "of",
    "them",
    "using",
    "new",
    "infrastructure.",
    "The",
    "file",
    "README.md",
    "explains",
    "how",
    "version",
    "1.2.3.4",
    "of",
    "System.IO",
    "was",
    "abused",
    "(see",
];

/// One text of each kind, each of about so many bytes.
#[allow(
    dead_code,
    reason = "not every program that measures reads one of each kind"
)]
pub(crate) fn usual(bytes: usize) -> Vec<Text> {
    let list = |numbers: &mut Numbers| match numbers.below(4) {
        0 => format!("bad-{}.example\n", numbers.hex(8)),
        1 => format!("198[.]51[.]100[.]{}\n", numbers.below(256)),
        2 => format!("hxxps://bad-{}[.]example/a\n", numbers.hex(6)),
        _ => format!("{}\n", numbers.hex(64)),
    };
    let table = |numbers: &mut Numbers| {
        format!(
            "bad-{}.example,family {},\"seen, once\"\n",
            numbers.hex(8),
            numbers.hex(4)
        )
    };
    let portal = |numbers: &mut Numbers| {
        format!(
            "FileSha256,{},2030-01-01T00:00:00.0Z,Block,High,a title,\"a description, quoted\",,,Malware,,true\n",
            numbers.hex(64)
        )
    };
    let stix = |numbers: &mut Numbers| {
        format!(
            "{{\"type\":\"indicator\",\"spec_version\":\"2.1\",\"id\":\"indicator--{}-0000-4000-8000-000000000002\",\"name\":\"a name\",\"pattern_type\":\"stix\",\"valid_from\":\"2026-01-01T00:00:00Z\",\"pattern\":\"[file:hashes.'SHA-256' = '{}']\"}},",
            numbers.hex(8),
            numbers.hex(64)
        )
    };
    let misp = |numbers: &mut Numbers| {
        format!(
            "{{\"type\":\"sha256\",\"category\":\"Payload delivery\",\"to_ids\":true,\"uuid\":\"{}-0000-4000-8000-000000000002\",\"comment\":\"seen\",\"value\":\"{}\"}},",
            numbers.hex(8),
            numbers.hex(64)
        )
    };
    let bundle = "{\"type\":\"bundle\",\"id\":\"bundle--00000000-0000-4000-8000-000000000001\",\"objects\":[";
    let event = "{\"Event\":{\"info\":\"an event\",\"date\":\"2026-01-31\",\"Attribute\":[";
    let text = |name, file, content| Text {
        name,
        file,
        content,
    };
    vec![
        text("prose", "report.md", prose(bytes)),
        text("list", "list.txt", filled(bytes, "", list, "")),
        text(
            "table",
            "table.csv",
            filled(bytes, "Domain,Family,Note\n", table, ""),
        ),
        text(
            "portal CSV",
            "portal.csv",
            filled(bytes, rows::HEADER, portal, ""),
        ),
        text(
            "STIX",
            "bundle.json",
            filled(bytes, bundle, stix, "{\"type\":\"note\"}]}"),
        ),
        text(
            "MISP",
            "event.json",
            filled(
                bytes,
                event,
                misp,
                "{\"type\":\"text\",\"value\":\"end\"}]}}",
            ),
        ),
    ]
}

/// A report of about so many bytes.
pub(crate) fn prose(bytes: usize) -> String {
    filled(bytes, "# A report\n\n", paragraph, "")
}

fn filled(
    bytes: usize,
    before: &str,
    mut piece: impl FnMut(&mut Numbers) -> String,
    after: &str,
) -> String {
    let mut numbers = Numbers(7);
    let mut text = before.to_owned();
    while text.len() < bytes {
        text.push_str(&piece(&mut numbers));
    }
    text + after
}

/// A paragraph of a report, with a value now and then, and a table of hashes at times.
fn paragraph(numbers: &mut Numbers) -> String {
    let mut text = String::new();
    for _ in 0..80 {
        text.push_str(numbers.one(&WORDS));
        text.push(' ');
    }
    let end = match numbers.below(6) {
        0 => format!(
            "hxxps://bad-{}[.]example/gate.php?id={}.",
            numbers.hex(6),
            numbers.hex(4)
        ),
        1 => format!(
            "[our post](https://blog.example/{}) there.",
            numbers.hex(12)
        ),
        2 => format!(
            "198.51.100[.]{}, 203.0.113.{}:443.",
            numbers.below(256),
            numbers.below(256)
        ),
        3 => format!(
            "\n\n| {} | {} | {} |\n",
            numbers.hex(32),
            numbers.hex(40),
            numbers.hex(64)
        ),
        4 => format!("bad-{}[.]example and update.zip.", numbers.hex(8)),
        _ => "“nothing else” was seen.".to_owned(),
    };
    text.push_str(&end);
    text.push_str("\n\n");
    text
}
