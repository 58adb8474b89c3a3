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

mod texts;

use std::{hint::black_box, time::Instant};

use ioculate_core::{
    check::{Defaults, Policy},
    clock::WallTime,
    indicator::Action,
    ledger::{Ledger, Settings},
};
use serde_json::json;

use texts::Text;

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

fn usual() -> Vec<Sample> {
    let sample = |text: Text| Sample::new("usual", text.name, text.file, text.content);
    let titles = |name: &str| match name {
        "list" => Some(("list, titles made", "{type} {value} of {file}, {date}")),
        "table" => Some(("table, titles made", "{column:Family} of {file}, {date}")),
        _ => None,
    };
    let with_titles = |text: Text| {
        let made = titles(text.name).map(|(name, title)| sample(text.clone()).titled(name, title));
        std::iter::once(sample(text)).chain(made)
    };
    texts::usual(USUAL)
        .into_iter()
        .flat_map(with_titles)
        .collect()
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
