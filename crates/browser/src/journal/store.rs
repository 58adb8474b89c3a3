//! Runs in the database: what is known of each, its input, and its records in order.

use ioculate_core::{
    clock::WallTime,
    journal::{NotOpened, RunFile, RunId, Stored},
};
use js_sys::{Array, Object, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::IdbKeyRange;

use super::{
    calls,
    database::{Database, Transaction},
};
use crate::{clock, complaint::complaint, digest};

/// In milliseconds.
const A_DAY: f64 = 24.0 * 60.0 * 60.0 * 1_000.0;

/// One row for each run.
pub(super) const RUNS: &str = "runs";
/// The input of each run, apart since it is large and a list does without.
pub(super) const INPUTS: &str = "inputs";
/// The records of all runs, by run and number.
pub(super) const RECORDS: &str = "records";

// Bytes, not blobs: WebKit refuses a blob in an object store.
#[wasm_bindgen]
extern "C" {
    /// What is known of a run.
    #[wasm_bindgen(extends = Object)]
    #[derive(Clone, Debug)]
    pub(super) type Row;

    #[wasm_bindgen(method, getter)]
    fn run(this: &Row) -> String;
    #[wasm_bindgen(method, setter)]
    fn set_run(this: &Row, run: &str);
    #[wasm_bindgen(method, getter)]
    fn header(this: &Row) -> Option<Uint8Array>;
    #[wasm_bindgen(method, setter)]
    fn set_header(this: &Row, header: &Uint8Array);
    /// Of the input.
    #[wasm_bindgen(method, getter)]
    fn sha256(this: &Row) -> Option<Uint8Array>;
    #[wasm_bindgen(method, setter)]
    fn set_sha256(this: &Row, sha256: &Uint8Array);
    #[wasm_bindgen(method, getter)]
    fn closing(this: &Row) -> Option<Uint8Array>;
    #[wasm_bindgen(method, setter)]
    fn set_closing(this: &Row, closing: &Uint8Array);
    #[wasm_bindgen(method, getter)]
    fn changed(this: &Row) -> f64;
    #[wasm_bindgen(method, setter)]
    fn set_changed(this: &Row, changed: f64);
    /// When its time was first seen to be over.
    #[wasm_bindgen(method, getter)]
    fn overdue(this: &Row) -> Option<f64>;
    #[wasm_bindgen(method, setter)]
    fn set_overdue(this: &Row, overdue: Option<f64>);
}

impl Row {
    fn new(run: &RunId, header: &[u8], sha256: &[u8]) -> Self {
        let row: Self = Object::new().unchecked_into();
        row.set_run(&run.0);
        row.set_header(&header.into());
        row.set_sha256(&sha256.into());
        row
    }

    /// Writes it, as changed now.
    fn put(&self, written: &Transaction) -> Result<(), String> {
        self.set_changed(date(clock::wall()));
        self.set_overdue(None);
        written.put(RUNS, &self.run().into(), self)
    }

    #[allow(clippy::cast_possible_truncation, reason = "it was a whole number")]
    fn stored(&self, records: Vec<Vec<u8>>) -> Stored {
        Stored {
            run: RunId(self.run()),
            header: to_vec(self.header()).unwrap_or_default(),
            records,
            closing: to_vec(self.closing()),
            changed: WallTime(self.changed() as i64),
        }
    }
}

/// A run that is being written.
#[derive(Debug)]
pub(super) struct Writing {
    row: Row,
    /// The number of the next record.
    next: u32,
    /// Records that were given a number and are not known to be on disk. One that is given again may
    /// be there already, for a write may end after it was given up: it keeps its number.
    unsure: Vec<(u32, Vec<u8>)>,
}

impl Writing {
    pub(super) fn run(&self) -> RunId {
        RunId(self.row.run())
    }

    /// Adds a record; gives its number.
    pub(super) fn add(&mut self, written: &Transaction, record: &[u8]) -> Result<u32, String> {
        let number = self.number_of(record);
        let key = Array::of2(&self.row.run().into(), &number.into());
        written.put(RECORDS, &key, &Uint8Array::from(record))?;
        self.row.put(written)?;
        Ok(number)
    }

    fn number_of(&mut self, record: &[u8]) -> u32 {
        let given = self.unsure.iter().find(|(_, given)| given == record);
        if let Some((number, _)) = given {
            return *number;
        }
        let number = self.next;
        self.next += 1;
        self.unsure.push((number, record.to_vec()));
        number
    }

    /// The record of this number is on disk.
    pub(super) fn is_written(&mut self, number: u32) {
        self.unsure.retain(|(unsure, _)| *unsure != number);
    }

    /// Writes how it ended.
    pub(super) fn close(&self, written: &Transaction, closing: &[u8]) -> Result<(), String> {
        self.row.set_closing(&closing.into());
        self.row.put(written)
    }
}

/// Writes a new run with nothing recorded of it.
pub(super) async fn begin(
    db: &Database,
    run: &RunId,
    header: &[u8],
    input: &[u8],
) -> Result<Writing, String> {
    let input = Uint8Array::from(input);
    let row = Row::new(run, header, &digest::sha256(&input).await?);
    let written = db.write(&[RUNS, INPUTS])?;
    row.put(&written)?;
    written.put(INPUTS, &row.run().into(), &input)?;
    written.done().await?;
    Ok(Writing {
        row,
        next: 0,
        unsure: Vec::new(),
    })
}

/// Writes a whole run, in the place of one with the same name.
///
/// # Errors
/// [`NotOpened::Damaged`] where the input is not what its digest says.
pub(super) async fn take_in(db: &Database, file: &RunFile) -> Result<(), NotOpened> {
    let input = Uint8Array::from(file.input.as_slice());
    let sha256 = digest::sha256(&input).await.map_err(refused)?;
    if digest::hexadecimal(&sha256) != file.digest {
        return Err(NotOpened::Damaged);
    }
    write(db, &file.stored, &input, &sha256)
        .await
        .map_err(refused)
}

async fn write(
    db: &Database,
    stored: &Stored,
    input: &Uint8Array,
    sha256: &[u8],
) -> Result<(), String> {
    let row = Row::new(&stored.run, &stored.header, sha256);
    if let Some(closing) = &stored.closing {
        row.set_closing(&closing[..].into());
    }
    let written = db.write(&[RUNS, INPUTS, RECORDS, calls::STORE])?;
    let elsewhere = stored.calls_elsewhere(clock::wall());
    calls::carry(&written, &stored.run.0, &elsewhere)?;
    written.delete(RECORDS, &records_of(&stored.run)?)?;
    written.put(INPUTS, &row.run().into(), input)?;
    row.put(&written)?;
    for (number, record) in (0_u32..).zip(&stored.records) {
        let key = Array::of2(&row.run().into(), &number.into());
        written.put(RECORDS, &key, &Uint8Array::from(record.as_slice()))?;
    }
    written.done().await
}

/// Whether a run and its input are there.
pub(super) async fn is_there(db: &Database, run: &RunId) -> Result<bool, String> {
    let read = db.read(&[RUNS, INPUTS])?;
    let key = JsValue::from(&run.0);
    let (row, input) = (read.keys(RUNS, &key)?, read.keys(INPUTS, &key)?);
    let (row, input) = (row.list().await?, input.list().await?);
    Ok(row.length() > 0 && input.length() > 0)
}

/// Goes on writing a run; `None` where it is not there, or has ended.
pub(super) async fn go_on(db: &Database, run: &RunId) -> Result<Option<Writing>, String> {
    let read = db.read(&[RUNS, RECORDS])?;
    let row = read.get(RUNS, &(&run.0).into())?;
    let numbers = read.keys(RECORDS, &records_of(run)?)?;
    let (row, numbers) = (row.come().await?, numbers.list().await?);
    let last = numbers.get(numbers.length().wrapping_sub(1));
    let row: Option<Row> = (!row.is_undefined()).then(|| row.unchecked_into());
    let row = row.filter(|row| row.closing().is_none());
    Ok(row.map(|row| Writing {
        row,
        next: number(&last).map_or(0, |number| number + 1),
        unsure: Vec::new(),
    }))
}

/// The number in a record's key.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it was a whole number"
)]
fn number(key: &JsValue) -> Option<u32> {
    let key = key.dyn_ref::<Array>()?;
    key.get(1).as_f64().map(|number| number as u32)
}

/// All runs, with the records of those that have not ended.
pub(super) async fn list(db: &Database) -> Result<Vec<Stored>, String> {
    let read = db.read(&[RUNS])?.values(RUNS, &JsValue::UNDEFINED)?;
    let mut runs = Vec::new();
    for row in read.list().await?.iter() {
        let row: Row = row.unchecked_into();
        let records = match row.closing() {
            Some(_) => Vec::new(),
            None => records(db, &RunId(row.run())).await?,
        };
        runs.push(row.stored(records));
    }
    Ok(runs)
}

async fn records(db: &Database, run: &RunId) -> Result<Vec<Vec<u8>>, String> {
    let read = db.read(&[RECORDS])?;
    let records = read.values(RECORDS, &records_of(run)?)?.list().await?;
    Ok(bytes(&records))
}

/// Each value's bytes; none where it is something else, which no record can be read from.
fn bytes(list: &Array) -> Vec<Vec<u8>> {
    let bytes = |bytes: JsValue| to_vec(bytes.dyn_into().ok()).unwrap_or_default();
    list.iter().map(bytes).collect()
}

fn to_vec(bytes: Option<Uint8Array>) -> Option<Vec<u8>> {
    bytes.map(|bytes| bytes.to_vec())
}

/// A run with everything that was written of it.
///
/// # Errors
/// [`NotOpened::Gone`] where it is not there, [`NotOpened::Damaged`] where its input is not what was
/// written.
pub(super) async fn load(db: &Database, run: &RunId) -> Result<RunFile, NotOpened> {
    let (row, input, records) = read(db, run).await.map_err(refused)?;
    let (row, input) = row.zip(input).ok_or(NotOpened::Gone)?;
    let sha256 = digest::sha256(&input).await.map_err(refused)?;
    if Some(&sha256) != to_vec(row.sha256()).as_ref() {
        return Err(NotOpened::Damaged);
    }
    Ok(RunFile {
        stored: row.stored(records),
        input: input.to_vec(),
        digest: digest::hexadecimal(&sha256),
    })
}

fn refused(message: String) -> NotOpened {
    NotOpened::Storage { message }
}

type Parts = (Option<Row>, Option<Uint8Array>, Vec<Vec<u8>>);

async fn read(db: &Database, run: &RunId) -> Result<Parts, String> {
    let read = db.read(&[RUNS, INPUTS, RECORDS])?;
    let key = JsValue::from(&run.0);
    let (row, input) = (read.get(RUNS, &key)?, read.get(INPUTS, &key)?);
    let records = read.values(RECORDS, &records_of(run)?)?;
    let (row, input) = (row.come().await?, input.come().await?);
    let records = bytes(&records.list().await?);
    let row = (!row.is_undefined()).then(|| row.unchecked_into());
    Ok((row, input.dyn_into().ok(), records))
}

#[allow(clippy::cast_precision_loss, reason = "a date is far below 2^53")]
fn date(at: WallTime) -> f64 {
    at.0 as f64
}

/// Whether a run whose time is over was seen to be so a day ago or earlier; where not, it is noted
/// that it is now.
pub(super) async fn is_long_overdue(db: &Database, run: &RunId) -> Result<bool, String> {
    let written = db.write(&[RUNS])?;
    let key = JsValue::from(&run.0);
    let row = written.get(RUNS, &key)?.come().await?;
    if row.is_undefined() {
        return Ok(false);
    }
    let row: Row = row.unchecked_into();
    let now = date(clock::wall());
    // What lies ahead was noted by a clock that was wrong.
    let seen = row.overdue().filter(|seen| *seen <= now);
    if seen.is_none() {
        row.set_overdue(Some(now));
        written.put(RUNS, &key, &row)?;
    }
    written.done().await?;
    Ok(seen.is_some_and(|seen| now - seen >= A_DAY))
}

/// Erases a run, all of it or nothing.
pub(super) async fn forget(db: &Database, run: &RunId) -> Result<(), String> {
    let written = db.write(&[RUNS, INPUTS, RECORDS])?;
    let key = JsValue::from(&run.0);
    written.delete(RUNS, &key)?;
    written.delete(INPUTS, &key)?;
    written.delete(RECORDS, &records_of(run)?)?;
    written.done().await
}

/// Every key that begins with the run: a list stands behind every number.
fn records_of(run: &RunId) -> Result<JsValue, String> {
    let run = JsValue::from(&run.0);
    let (first, last) = (Array::of1(&run), Array::of2(&run, &Array::new()));
    let range = IdbKeyRange::bound(&first, &last);
    range.map(JsValue::from).map_err(|why| complaint(&why))
}
