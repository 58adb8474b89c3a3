//! How fast texts are read, usual ones and hostile ones.
//!
//! ```text
//! cargo run --release -p ioculate-core --example reading_speed [-- NAME...]
//! ```
//!
//! Names choose texts; without one all are read. Every text is generated, the same in each run. Each
//! line of the output is `{"set","name","kind","bytes","records","nanoseconds"}`: the median of several
//! runs, in which the texts take turns so that a slow moment of the machine falls on all. Reading
//! includes checking. `cargo xtask bench reading` holds the figures to their budgets.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program has a clock and a terminal; the core has none"
)]

use std::{hint::black_box, time::Instant};

use ioculate_core::{
    check::{Defaults, Policy},
    clock::WallTime,
    indicator::Action,
    ledger::{Ledger, Settings},
};
use serde_json::json;

/// Rounds in which each text is read once.
const ROUNDS: usize = 9;

/// Bytes of a usual text, about.
const USUAL: usize = 4_000_000;

/// Bytes of a hostile text.
const HOSTILE: usize = 1_000_000;

/// A line that makes any text a running one.
const LEAD: &str = "This is what was seen in the last days by those who looked.\n";

/// A text to be read.
struct Sample {
    set: &'static str,
    name: &'static str,
    file: &'static str,
    /// The default title.
    title: &'static str,
    text: String,
    nanoseconds: Vec<u128>,
    records: u32,
    kind: &'static str,
}

fn main() {
    let chosen: Vec<String> = std::env::args().skip(1).collect();
    let names_each = !chosen.is_empty();
    let is_chosen =
        |sample: &Sample| chosen.is_empty() || chosen.iter().any(|name| name == sample.name);
    let mut samples: Vec<Sample> = usual()
        .into_iter()
        .chain(hostile())
        .filter(is_chosen)
        .collect();
    for _ in 0..ROUNDS {
        for sample in &mut samples {
            // Named before it is read: a text that takes for ever is seen.
            if names_each {
                eprintln!("{}", sample.name);
            }
            sample.read();
        }
    }
    for sample in &mut samples {
        sample.nanoseconds.sort_unstable();
        println!(
            "{}",
            json!({
                "set": sample.set,
                "name": sample.name,
                "kind": sample.kind,
                "bytes": sample.text.len(),
                "records": sample.records,
                "nanoseconds": sample.nanoseconds[ROUNDS / 2],
            })
        );
    }
}

impl Sample {
    fn new(set: &'static str, name: &'static str, file: &'static str, text: String) -> Self {
        Self {
            set,
            name,
            file,
            title: "measured",
            text,
            nanoseconds: Vec::new(),
            records: 0,
            kind: "",
        }
    }

    /// The same under another name, with another default title.
    fn titled(mut self, name: &'static str, title: &'static str) -> Self {
        (self.name, self.title) = (name, title);
        self
    }

    fn read(&mut self) {
        let bytes = self.text.clone().into_bytes();
        let mut ledger = Ledger::new(settings(self.title));
        let started = Instant::now();
        ledger.read(self.file, bytes);
        self.nanoseconds.push(started.elapsed().as_nanos());
        self.records = ledger.len();
        self.kind = ledger.files()[0].kind.map_or("", |kind| kind.as_str());
        black_box(ledger);
    }
}

fn settings(title: &str) -> Settings {
    Settings {
        defaults: Defaults {
            action: Action::Audit,
            title: title.to_owned(),
            description: "measured".to_owned(),
            ..Defaults::default().expiring_in(None)
        },
        policy: Policy::default(),
        today: WallTime(1_760_000_000_000),
    }
}

/// Numbers that look like chance and are the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    fn hex(&mut self, digits: usize) -> String {
        let digit = |_| char::from_digit(u32::try_from(self.below(16)).unwrap_or(0), 16);
        (0..digits).filter_map(digit).collect()
    }

    fn one<'w>(&mut self, words: &[&'w str]) -> &'w str {
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

fn usual() -> Vec<Sample> {
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
    let table = || {
        Sample::new(
            "usual",
            "table",
            "table.csv",
            filled("Domain,Family,Note\n", table, ""),
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
    let header = "IndicatorType,IndicatorValue,ExpirationTime,Action,Severity,Title,Description,RecommendedActions,RbacGroups,Category,MitreTechniques,GenerateAlert\n";
    vec![
        Sample::new(
            "usual",
            "prose",
            "report.md",
            filled("# A report\n\n", paragraph, ""),
        ),
        Sample::new("usual", "list", "list.txt", filled("", list, "")),
        Sample::new("usual", "list", "list.txt", filled("", list, ""))
            .titled("list, titles made", "{type} {value} of {file}, {date}"),
        table(),
        table().titled("table, titles made", "{column:Family} of {file}, {date}"),
        Sample::new(
            "usual",
            "portal CSV",
            "portal.csv",
            filled(header, portal, ""),
        ),
        Sample::new(
            "usual",
            "STIX",
            "bundle.json",
            filled(
                "{\"type\":\"bundle\",\"id\":\"bundle--00000000-0000-4000-8000-000000000001\",\"objects\":[",
                stix,
                "{\"type\":\"note\"}]}",
            ),
        ),
        Sample::new(
            "usual",
            "MISP",
            "event.json",
            filled(
                "{\"Event\":{\"info\":\"an event\",\"date\":\"2026-01-31\",\"Attribute\":[",
                misp,
                "{\"type\":\"text\",\"value\":\"end\"}]}}",
            ),
        ),
    ]
}

fn filled(before: &str, mut piece: impl FnMut(&mut Numbers) -> String, after: &str) -> String {
    let mut numbers = Numbers(7);
    let mut text = before.to_owned();
    while text.len() < USUAL {
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

/// Pieces that are repeated until a text is long: each is unkind to one way of looking for values.
const UNKIND: [(&str, &str); 44] = [
    (
        "one line of words",
        "the loader then contacts its server and ",
    ),
    ("labels", "a."),
    ("numbers with dots", "1."),
    ("near addresses", "\n- 198.51.100."),
    ("large octets", "\n- 300.300.300.300"),
    ("five parts", "\n- 1.2.3.4.5"),
    ("versions", "version 1.2.3.4 "),
    ("small numbers", "1.2.3.4 "),
    ("addresses", "198.51.100.7 "),
    ("addresses with ports", "198.51.100.7:80 "),
    ("ranges", "198.51.100.0/24 "),
    ("spaced ranges", "198.51.100.7 - "),
    ("paths", "198.51.100.7/"),
    ("opening brackets", "["),
    ("brackets in brackets", "([{<"),
    ("closing brackets", "]})>"),
    ("dots in brackets", "[.]"),
    ("defanged labels", "a[.]"),
    ("open dots", "a[.b"),
    ("spelt dots", "a dot "),
    ("spaced dots", "a [.] "),
    ("escaped dots", "a\\."),
    ("schemes without hosts", "hxxp:"),
    ("schemes", "hxxp://"),
    ("stars", "h**p"),
    ("one URL", "http://a.example/b("),
    ("a path of brackets", "http://a.example/()[]"),
    ("commas in a path", "http://a.example/b,"),
    ("entities", "http://a.example/?b&amp;"),
    ("colons", ":"),
    ("hex groups", "dead:"),
    ("short groups", "a:b:"),
    ("double colons", "a::"),
    ("hex", "0123456789abcdef"),
    ("hashes", "0123456789abcdef0123456789abcdef "),
    ("at signs", "@"),
    ("mail", "a@b."),
    ("percent signs", "%"),
    ("names", "a.com "),
    ("unknown names", "a.unheardof "),
    ("dashes", "-"),
    ("pictures", "😀"),
    ("letters without blanks", "的a.com"),
    ("what is hidden", "a\u{200b}."),
];

fn hostile() -> Vec<Sample> {
    UNKIND
        .iter()
        .map(|&(name, piece)| {
            let text = LEAD.to_owned() + &piece.repeat(HOSTILE / piece.len());
            Sample::new("hostile", name, "report.md", text)
        })
        .collect()
}
