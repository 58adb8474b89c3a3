//! The file that is imported: rows of every kind, with what the service makes of each.

use std::fmt::Write as _;

use super::tenant::Key;

/// A row of the file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub(crate) kind: Kind,
    pub(crate) fate: Fate,
}

/// What it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Domain,
    Url,
    Sha1,
    Sha256,
    /// The row before it once more.
    Repeat,
    /// The value of the row before it with another action.
    Rival,
    /// No indicator that the API takes.
    Refused,
}

/// What the service makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    Fine,
    /// It fails as an item.
    Fails,
    /// Its whole batch is refused.
    Poison,
    /// The tenant has it with another title.
    HeldOtherwise,
    /// The tenant has it just so.
    Held,
    /// The tenant has its value with another action.
    Rivalled,
}

/// What the portal's CSV begins with.
const HEADER: &str = "IndicatorType,IndicatorValue,Action,Title,Description,ExpirationTime\n";

/// The cells of one row: type, value, action, title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cells {
    pub(crate) kind: &'static str,
    pub(crate) value: String,
    pub(crate) action: &'static str,
    pub(crate) title: String,
    pub(crate) fate: Fate,
    /// Whether it may be sent at all.
    pub(crate) ready: bool,
}

impl Cells {
    /// What the tenant knows it by.
    pub(crate) fn key(&self) -> Key {
        [
            self.kind.to_owned(),
            self.value.clone(),
            self.action.to_owned(),
        ]
    }
}

/// Every row's cells.
pub(crate) fn cells(rows: &[Row]) -> Vec<Cells> {
    let mut all: Vec<Cells> = Vec::with_capacity(rows.len());
    for (number, row) in rows.iter().enumerate() {
        let cells = match (row.kind, all.last()) {
            (Kind::Repeat, Some(before)) => Cells {
                ready: false,
                ..before.clone()
            },
            (Kind::Rival, Some(before)) if before.ready => Cells {
                action: "Audit",
                ready: false,
                ..before.clone()
            },
            (kind, _) => own(number, kind, row.fate),
        };
        all.push(cells);
    }
    all
}

fn own(number: usize, kind: Kind, fate: Fate) -> Cells {
    let (name, value) = match kind {
        Kind::Url => ("Url", format!("https://u{number}.example/Path")),
        Kind::Sha1 => ("FileSha1", format!("{number:040x}")),
        Kind::Sha256 => ("FileSha256", format!("{number:064x}")),
        Kind::Refused => ("IpAddress", format!("999.0.0.{number}")),
        Kind::Domain | Kind::Repeat | Kind::Rival => ("DomainName", format!("d{number}.example")),
    };
    Cells {
        kind: name,
        value,
        action: if matches!(kind, Kind::Sha1 | Kind::Sha256) {
            "BlockAndRemediate"
        } else {
            "Block"
        },
        title: format!("t{number}"),
        fate,
        ready: kind != Kind::Refused,
    }
}

/// The file's bytes.
pub(crate) fn file(cells: &[Cells]) -> Vec<u8> {
    let mut text = HEADER.to_owned();
    for row in cells {
        let Cells {
            kind,
            value,
            action,
            title,
            ..
        } = row;
        writeln!(text, "{kind},{value},{action},{title},about {title},").expect("text grows");
    }
    text.into_bytes()
}
