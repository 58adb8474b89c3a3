//! What is read: tables that are made here, the same in each run, and real files where there are any.

use std::{env, fs, path::PathBuf};

use ioculate_e2e::rows;
use serde_json::{Value, json};

#[path = "../../../../crates/core/examples/texts/mod.rs"]
mod texts;

use texts::Manner;

/// Which contest an input is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Set {
    /// Portal CSVs. All must come to the same calls.
    Tables,
    /// The same, each time in a worker that has read nothing before.
    Fresh,
    /// Tables of others, of which one column is taken.
    Columns,
    /// Running texts, lists, and whatever else holds indicators.
    Texts,
    /// How time grows with rows.
    Growth,
}

impl Set {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Tables => "tables",
            Self::Fresh => "fresh",
            Self::Columns => "columns",
            Self::Texts => "texts",
            Self::Growth => "growth",
        }
    }

    pub(crate) const fn contestants(self) -> &'static [&'static str] {
        match self {
            Self::Tables | Self::Fresh | Self::Columns => &["ours", "papa-zod", "papa-ajv"],
            Self::Texts => &["ours", "ioc-extractor"],
            Self::Growth => &["ours"],
        }
    }
}

/// One text to be read.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    pub(crate) set: Set,
    pub(crate) name: String,
    pub(crate) file: String,
    pub(crate) bytes: usize,
    /// 0 where rows are not what it is made of.
    pub(crate) rows: usize,
    /// What the contestants are told of it.
    pub(crate) how: Value,
    /// Whether memory is taken too.
    pub(crate) is_weighed: bool,
}

const PROSE: usize = 1_000_000;

/// Real files that hold one kind of indicator in one column: name, header, type, column.
const COLUMNS: [(&str, &str, &str); 2] = [
    ("u42-silverterrier-domains18.csv", "DomainName", "Domain"),
    ("echap-samples.csv", "FileSha256", "SHA256"),
];

/// Other real files, the largest first.
const TEXTS: [&str; 4] = [
    "anudeep-adservers-hosts.txt",
    "maltrail-apt-kimsuky.txt",
    "eset-moustachedbouncer-misp.json",
    "prodaft-vicesociety.md",
];

/// All of them, in the order in which they are read.
pub(crate) fn all() -> Vec<Input> {
    fs::create_dir_all(folder()).expect("a folder for temporary files");
    let mut all = vec![
        table(Set::Tables, 15_000, Manner::Usual),
        table(Set::Tables, 15_000, Manner::Unquoted),
        table(Set::Tables, 300_000, Manner::Usual),
        table(Set::Fresh, 15_000, Manner::Usual),
    ];
    all.extend(COLUMNS.into_iter().filter_map(column));
    let report = Input {
        how: defaults("report.md"),
        ..input(
            Set::Texts,
            "a report",
            "report.md",
            texts::prose(PROSE).as_bytes(),
        )
    };
    all.push(report);
    all.extend(TEXTS.into_iter().filter_map(text));
    let sizes = [1_000, 10_000, 100_000, 1_000_000];
    all.extend(sizes.map(|rows| table(Set::Growth, rows, Manner::Usual)));
    all
}

/// Where they lie until [`erase`].
pub(crate) fn folder() -> PathBuf {
    env::temp_dir().join(format!("ioculate-beside-{}", std::process::id()))
}

/// Removes them.
pub(crate) fn erase() {
    let _ = fs::remove_dir_all(folder());
}

fn table(set: Set, rows: usize, manner: Manner) -> Input {
    let note = match (set, manner) {
        (Set::Fresh, _) => ", a worker's first",
        (_, Manner::Unquoted) => ", none with a quote",
        _ => "",
    };
    let file = format!("{rows}-{manner:?}.csv");
    Input {
        rows,
        is_weighed: set == Set::Tables && manner == Manner::Usual,
        ..input(
            set,
            &format!("{rows} rows{note}"),
            &file,
            texts::rows(rows, manner).as_bytes(),
        )
    }
}

fn column((name, kind, column): (&str, &str, &str)) -> Option<Input> {
    let mut how = defaults(name);
    how["type"] = json!(kind);
    how["column"] = json!(column);
    let bytes = fs::read(rows::corpus(name)?).ok()?;
    Some(Input {
        how,
        ..input(Set::Columns, name, name, &bytes)
    })
}

fn text(name: &str) -> Option<Input> {
    let bytes = fs::read(rows::corpus(name)?).ok()?;
    Some(Input {
        how: defaults(name),
        ..input(Set::Texts, name, name, &bytes)
    })
}

/// What stands beside the values where the text holds nothing else.
fn defaults(name: &str) -> Value {
    let defaults = json!({ "action": "Audit", "title": "measured", "description": "measured" });
    json!({ "name": name, "defaults": defaults })
}

fn input(set: Set, name: &str, file: &str, bytes: &[u8]) -> Input {
    fs::write(folder().join(file), bytes).expect("a temporary file");
    Input {
        set,
        name: name.to_owned(),
        file: file.to_owned(),
        bytes: bytes.len(),
        rows: 0,
        how: json!({}),
        is_weighed: false,
    }
}
