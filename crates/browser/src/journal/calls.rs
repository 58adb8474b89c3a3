//! The log of calls that all pages of this origin share.
//!
//! A call is noted when it is about to leave, and again when its answer has come. A page knows its own
//! calls better by its own clock, so each is told only those of others.

use ioculate_core::{
    clock::WallTime,
    import::{CallId, Record},
    journal::PastCall,
    limits::Limits,
    plan::Endpoint,
};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

use super::database::{Database, Transaction};
use crate::clock;

/// The store's name.
pub(super) const STORE: &str = "calls";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = js_sys::Object)]
    type Call;

    #[wasm_bindgen(method, getter)]
    fn page(this: &Call) -> String;
    #[wasm_bindgen(method, setter)]
    fn set_page(this: &Call, page: &str);
    #[wasm_bindgen(method, getter)]
    fn class(this: &Call) -> String;
    #[wasm_bindgen(method, setter)]
    fn set_class(this: &Call, class: &str);
    #[wasm_bindgen(method, getter)]
    fn at(this: &Call) -> f64;
    #[wasm_bindgen(method, setter)]
    fn set_at(this: &Call, at: f64);
}

/// The calls of one run that have left and were not answered.
#[derive(Debug, Default)]
pub(super) struct Calls {
    open: Vec<(CallId, JsValue, Endpoint)>,
}

impl Calls {
    /// Notes what `record` says of a call, in its transaction. `number` gives a number that no other
    /// call of this page has.
    pub(super) fn note(
        &mut self,
        written: &Transaction,
        record: &Record,
        page: &str,
        number: impl FnOnce() -> u32,
    ) -> Result<(), String> {
        if let Some((id, class)) = record.leaving() {
            let key = Array::of2(&page.into(), &number().into()).into();
            put(written, &key, page, class)?;
            // A note that was not written is made again.
            self.open.retain(|(open, ..)| *open != id);
            self.open.push((id, key, class));
        }
        let ended = |id| self.open.iter().position(|(open, ..)| *open == id);
        if let Some(place) = record.ended().and_then(ended) {
            let (_, key, class) = self.open.swap_remove(place);
            put(written, &key, page, class)?;
        }
        Ok(())
    }
}

fn put(written: &Transaction, key: &JsValue, page: &str, class: Endpoint) -> Result<(), String> {
    let at = clock::wall();
    put_at(written, key, page, PastCall { class, at })
}

fn put_at(
    written: &Transaction,
    key: &JsValue,
    page: &str,
    PastCall { class, at }: PastCall,
) -> Result<(), String> {
    let call: Call = js_sys::Object::new().unchecked_into();
    call.set_page(page);
    call.set_class(match class {
        Endpoint::Import => "import",
        Endpoint::Single => "single",
        Endpoint::Delete => "delete",
    });
    call.set_at(millis(at));
    written.put(STORE, key, &call)
}

/// Notes the calls that a run made in another browser, where they may still count. Taken in once more
/// they stand in the same places: each is one call.
pub(super) fn carry(written: &Transaction, run: &str, past: &[PastCall]) -> Result<(), String> {
    let oldest = millis(clock::wall()) - counts_for();
    for (number, call) in (0_u32..).zip(past) {
        if millis(call.at) >= oldest {
            let key = Array::of2(&run.into(), &number.into()).into();
            put_at(written, &key, run, *call)?;
        }
    }
    Ok(())
}

/// How long a call counts at most, in milliseconds. A deployment may lower the documented limits,
/// never raise them.
fn counts_for() -> f64 {
    Limits::documented().calls_count_for().as_secs_f64() * 1_000.0
}

#[allow(clippy::cast_precision_loss, reason = "a date is far below 2^53")]
fn millis(at: WallTime) -> f64 {
    at.0 as f64
}

/// The calls of other pages that may still count. Those that count no more are forgotten; one that
/// lies ahead, since the clock was put back, is taken for one of now, or it would count for ever.
pub(super) async fn of_others(db: &Database, page: &str) -> Result<Vec<PastCall>, String> {
    let read = db.read(&[STORE])?;
    let all = JsValue::UNDEFINED;
    let (keys, calls) = (read.keys(STORE, &all)?, read.values(STORE, &all)?);
    let (keys, calls) = (keys.list().await?, calls.list().await?);
    let now = clock::wall();
    let oldest = millis(now) - counts_for();
    let mended = db.write(&[STORE])?;
    let mut past = Vec::new();
    for (key, call) in keys.iter().zip(calls.iter()) {
        let call: Call = call.unchecked_into();
        if call.at() < oldest {
            mended.delete(STORE, &key)?;
            continue;
        }
        if call.at() > millis(now) {
            call.set_at(millis(now));
            mended.put(STORE, &key, &call)?;
        }
        past.extend((call.page() != page).then(|| past_call(&call)));
    }
    mended.done().await?;
    Ok(past)
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "a date of ECMAScript has at most 54 bits"
)]
fn past_call(call: &Call) -> PastCall {
    let class = match call.class().as_str() {
        "import" => Endpoint::Import,
        "delete" => Endpoint::Delete,
        _ => Endpoint::Single,
    };
    PastCall {
        class,
        at: WallTime(call.at() as i64),
    }
}
