//! Formats in which indicators are exchanged: STIX, MISP and `OpenIOC` in, rows out.

#![allow(clippy::disallowed_methods, reason = "a test has a clock")]

#[path = "../cpu/mod.rs"]
mod cpu;
mod misp;
mod openioc;
#[path = "../read/mod.rs"]
mod read;
mod stix;

use ioculate_core::{check::Verdict, ledger::Ledger};

const MD5: &str = "0123456789abcdef0123456789abcdef";
const SHA1: &str = "0123456789abcdef0123456789abcdef01234567";
const SHA256: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// Each record: `Type value` where it is ready, else its verdict; then every code but that of MD5.
fn rows(ledger: &Ledger) -> Vec<String> {
    let one = |row| {
        let full = ledger.row(row).expect("a row of the ledger");
        let mut line = match (&full.verdict, &full.indicator) {
            (Verdict::Ready, Some(indicator)) => {
                format!("{} {}", indicator.indicator_type, indicator.value)
            }
            (verdict, _) => format!("{verdict:?}").to_lowercase(),
        };
        for found in &full.diagnostics {
            let code = found.finding.code();
            if code != "md5-may-be-refused" {
                line.push(' ');
                line.push_str(code);
            }
        }
        line
    };
    (0..ledger.len()).map(one).collect()
}

/// What is said of the file.
fn said(ledger: &Ledger) -> Vec<&'static str> {
    let found = ledger.files()[0].diagnostics.iter();
    found.map(|found| found.finding.code()).collect()
}

/// `{md5}` and the like, written out.
fn filled(text: &str) -> String {
    text.replace("{md5}", MD5)
        .replace("{sha1}", SHA1)
        .replace("{sha256}", SHA256)
}
