//! A run as one file that the user holds, since a browser may forget what it is given.
//!
//! A line that says what it is, then parts, each a line with its name and its length in bytes, and the
//! bytes with a line break behind them. The last part is a check of all before it: a file that was cut
//! off or changed is refused, whatever it was that changed. The input's SHA-256, which the host makes
//! and compares, is one of the parts.

use serde::{Deserialize, Serialize};

use super::{FORMAT, Header, NotOpened, RunId, Stored, stored::most_entries, to_bytes};
use crate::{
    clock::WallTime,
    fnv::Fnv,
    ledger::Ledger,
    limits::Limits,
    plan::{Plan, moment},
    source::small,
};

/// How a run file begins; the number of its form and a line break follow.
const MAGIC: &[u8] = b"ioculate run ";

/// The parts in their order. There may be any number of records.
const ABOUT: &str = "about";
const HEADER: &str = "header";
const RECORD: &str = "record";
const CLOSING: &str = "closing";
const INPUT: &str = "input";
const CHECK: &str = "check";

/// A run with its input, as it goes into a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunFile {
    /// The run.
    pub stored: Stored,
    /// What was read, with all that was decided about it.
    pub input: Vec<u8>,
    /// The SHA-256 of the input in 64 lower-case hexadecimal digits. The host makes it, and compares it
    /// when a file is opened.
    pub digest: String,
}

/// What has no form of its own.
#[derive(Serialize, Deserialize)]
struct About {
    run: RunId,
    changed: WallTime,
    digest: String,
}

impl RunFile {
    /// The file's name: `ioculate-run-2026-11-22-0914.iocrun`, by when the run began, in UTC.
    #[must_use]
    #[inline]
    pub fn name(&self) -> String {
        let started = self.stored.header().ok();
        let started = started.and_then(|header| moment(header.started));
        let minute: String = match &started {
            // `2026-11-22T09:14:00Z`
            Some(text) => text.chars().take(16).filter(|c| *c != ':').collect(),
            None => "unknown".to_owned(),
        };
        format!("ioculate-run-{}.iocrun", minute.replace('T', "-"))
    }

    /// The file's bytes.
    #[must_use]
    #[inline]
    pub fn to_bytes(&self) -> Vec<u8> {
        let Stored {
            run,
            header,
            records,
            closing,
            changed,
        } = &self.stored;
        let about = to_bytes(&About {
            run: run.clone(),
            changed: *changed,
            digest: self.digest.clone(),
        });
        let parts = [(ABOUT, &about), (HEADER, header)].into_iter();
        let parts = parts.chain(records.iter().map(|record| (RECORD, record)));
        let parts = parts.chain(closing.iter().map(|closing| (CLOSING, closing)));
        let parts = parts.chain([(INPUT, &self.input)]);
        // The bytes of a part, its line of at most 20 digits, and the breaks.
        let room: usize = parts.clone().map(|(_, bytes)| bytes.len() + 32).sum();
        let mut out = Vec::with_capacity(room + 64);
        out.extend_from_slice(MAGIC);
        out.extend_from_slice(format!("{FORMAT}\n").as_bytes());
        for (name, bytes) in parts {
            write_part(&mut out, name, bytes);
        }
        let check = check(&out);
        write_part(&mut out, CHECK, check.as_bytes());
        out
    }

    /// The run in a file, marked as one that came so. The caller compares the digest with the input's.
    ///
    /// # Errors
    /// [`NotOpened::NoRunFile`] where it is another file, [`NotOpened::Newer`] where a later version of
    /// the page wrote it, [`NotOpened::Damaged`] where it was cut off or changed.
    #[inline]
    pub fn from_bytes(file: &[u8]) -> Result<Self, NotOpened> {
        let rest = file.strip_prefix(MAGIC).ok_or(NotOpened::NoRunFile)?;
        let mut parts = Parts { rest };
        let format = parts.line().and_then(number);
        match format.and_then(|format| u32::try_from(format).ok()) {
            Some(format) if format > FORMAT => return Err(NotOpened::Newer { format }),
            Some(_) => {}
            None => return Err(NotOpened::Damaged),
        }
        let mut read = parts.run_file(file).ok_or(NotOpened::Damaged)?;
        let header = read.stored.header()?;
        if header.entries > most_entries(read.input.len()) {
            return Err(NotOpened::Damaged);
        }
        // What cannot be listed would be kept unseen.
        read.stored.view(false)?;
        read.stored.header = to_bytes(&Header {
            from_file: true,
            carried: small(read.stored.records.len()),
            deletions: deletions(&read.input),
            ..header
        });
        Ok(read)
    }
}

/// How many of the tenant's indicators go away by what was read and decided: a file may say anything of
/// itself.
fn deletions(input: &[u8]) -> u32 {
    // What is damaged is said when the run is opened.
    let ledger = Ledger::kept(input).ok();
    let plan = ledger.map(|ledger| Plan::build(&ledger, &Limits::documented()));
    plan.map_or(0, |plan| small(plan.deletions().count()))
}

fn write_part(out: &mut Vec<u8>, name: &str, bytes: &[u8]) {
    out.extend_from_slice(format!("{name} {}\n", bytes.len()).as_bytes());
    out.extend_from_slice(bytes);
    out.push(b'\n');
}

/// The check of everything before it.
fn check(before: &[u8]) -> String {
    let mut hash = Fnv::new();
    hash.write(before);
    format!("{:016x}", hash.finish())
}

/// Digits and nothing else.
fn number(text: &[u8]) -> Option<usize> {
    let are_digits = text.iter().all(u8::is_ascii_digit);
    std::str::from_utf8(text)
        .ok()?
        .parse()
        .ok()
        .filter(|_| are_digits)
}

/// What is left to be read of a file.
struct Parts<'f> {
    rest: &'f [u8],
}

impl<'f> Parts<'f> {
    fn line(&mut self) -> Option<&'f [u8]> {
        let end = memchr::memchr(b'\n', self.rest)?;
        let line = &self.rest[..end];
        self.rest = &self.rest[end + 1..];
        Some(line)
    }

    /// The next part, if it is of this name; where it is not, nothing is taken.
    fn part(&mut self, name: &str) -> Option<&'f [u8]> {
        let mut ahead = Self { rest: self.rest };
        let line = ahead.line()?.strip_prefix(name.as_bytes())?;
        let len = number(line.strip_prefix(b" ")?)?;
        let (bytes, behind) = ahead.rest.split_at_checked(len)?;
        self.rest = behind.strip_prefix(b"\n")?;
        Some(bytes)
    }

    /// All parts, where they are what was written.
    #[inline]
    fn run_file(&mut self, file: &[u8]) -> Option<RunFile> {
        let about: About = serde_json::from_slice(self.part(ABOUT)?).ok()?;
        let header = self.part(HEADER)?.to_vec();
        let records = std::iter::from_fn(|| self.part(RECORD).map(<[u8]>::to_vec)).collect();
        let closing = self.part(CLOSING).map(<[u8]>::to_vec);
        let input = self.part(INPUT)?;
        let before = &file[..file.len() - self.rest.len()];
        let is_whole = self.part(CHECK)? == check(before).as_bytes() && self.rest.is_empty();
        is_whole.then(|| RunFile {
            stored: Stored {
                run: about.run,
                header,
                records,
                closing,
                changed: about.changed,
            },
            input: input.to_vec(),
            digest: about.digest,
        })
    }
}
