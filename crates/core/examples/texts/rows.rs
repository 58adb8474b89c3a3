//! Rows of a portal CSV as people bring them: of every type, some wrong, some twice.

use std::fmt::Write as _;

use super::Numbers;

/// The portal's columns.
pub(crate) const HEADER: &str = "IndicatorType,IndicatorValue,ExpirationTime,Action,Severity,Title,Description,RecommendedActions,RbacGroups,Category,MitreTechniques,GenerateAlert\n";

/// How cells are written.
#[allow(dead_code, reason = "not every program that measures writes both")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// Some hold a comma and stand in quotes, as any spreadsheet writes them.
    Usual,
    /// No quote in the whole file, for which some readers have a shorter way.
    Unquoted,
}

/// Of so many rows one has each of the faults below.
const ONE_IN: u64 = 200;

/// Rows that may come again.
const MOST_EARLIER: usize = 5_000;

/// A file of so many rows. In 100 about 4 are wrong, each in one of the ways that any checker of these
/// columns knows, and some hold the value of one above, with the same action or another.
#[allow(dead_code, reason = "not every program that measures reads rows")]
pub(crate) fn rows(count: usize, manner: Manner) -> String {
    let mut numbers = Numbers(11);
    let mut text = HEADER.to_owned();
    let mut earlier: Vec<Row> = Vec::new();
    for _ in 0..count {
        let fate = numbers.below(ONE_IN);
        let row = match fate {
            8..=10 if !earlier.is_empty() => {
                let at = numbers.below(earlier.len() as u64);
                let again = earlier[usize::try_from(at).unwrap_or(0)].clone();
                let action = if fate == 10 { "Allowed" } else { again.action };
                Row { action, ..again }
            }
            _ => Row::new(&mut numbers, manner).spoilt(fate, &mut numbers),
        };
        row.write(&mut text);
        if fate > 10 && earlier.len() < MOST_EARLIER {
            earlier.push(row);
        }
    }
    text
}

#[derive(Clone)]
struct Row {
    kind: &'static str,
    value: String,
    expires: &'static str,
    action: &'static str,
    severity: &'static str,
    title: String,
    description: &'static str,
    techniques: &'static str,
}

impl Row {
    fn new(numbers: &mut Numbers, manner: Manner) -> Self {
        let quotes = manner == Manner::Usual;
        let (kind, value, action) = match numbers.below(100) {
            0..55 => ("FileSha256", numbers.hex(64), "BlockAndRemediate"),
            55..65 => ("FileSha1", numbers.hex(40), "Block"),
            65..70 => ("IpAddress", address(numbers), "Block"),
            70..77 => (
                "IpAddress",
                format!(
                    "2001:0db8:{}:{}:0000:0000:0000:0001",
                    numbers.hex(4),
                    numbers.hex(4)
                ),
                "Block",
            ),
            77..89 => (
                "DomainName",
                format!("h{}.example", numbers.hex(10)),
                "Warn",
            ),
            _ => (
                "Url",
                format!("https://h{}.example/{}", numbers.hex(8), numbers.hex(6)),
                "Audit",
            ),
        };
        Self {
            kind,
            value,
            expires: numbers.one(&["", "2029-06-30T00:00:00.0Z"]),
            action,
            severity: numbers.one(&["Low", "Medium", "High"]),
            title: format!("Case {}", numbers.below(900)),
            description: if quotes && numbers.below(3) == 0 {
                "\"seen in a mail, opened once\""
            } else {
                "seen in a mail"
            },
            techniques: if quotes && numbers.below(4) == 0 {
                "\"T1566,T1204\""
            } else {
                ""
            },
        }
    }

    /// The same with the fault of this number, if there is one.
    fn spoilt(mut self, fault: u64, numbers: &mut Numbers) -> Self {
        match fault {
            0 => self.action = "Blok",
            1 => self.value.push('!'),
            2 => self.title.clear(),
            3 => self.expires = "2020-01-01T00:00:00Z",
            4 => self.kind = "FileSha512",
            5 => {
                (self.kind, self.action) = ("IpAddress", "Block");
                self.value = format!("10.0.{}.{}", numbers.below(256), numbers.below(256));
            }
            6 => {
                (self.kind, self.action) = ("Url", "Block");
                self.value = format!("ftp://h{}.example/", numbers.hex(8));
            }
            7 => self.severity = "Critical",
            _ => {}
        }
        self
    }

    fn write(&self, text: &mut String) {
        // What is allowed does not alert.
        let alert = self.action != "Allowed";
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "{},{},{},{},{},{},{},,,Malware,{},{alert}",
            self.kind,
            self.value,
            self.expires,
            self.action,
            self.severity,
            self.title,
            self.description,
            self.techniques
        );
    }
}

/// In one of the ranges for documentation, which name nobody.
fn address(numbers: &mut Numbers) -> String {
    let network = numbers.one(&["192.0.2", "198.51.100", "203.0.113"]);
    format!("{network}.{}", numbers.below(256))
}
