//! Has archives and workbooks unpacked.
//!
//! What unpacks is another program in another worker, which `worker-boot.js` starts when the first
//! such file comes: who brings none does not load it. The file goes there as it is, unread here.

use ioculate_core::{
    diagnostic::Finding,
    ledger::{Content, Given},
    packed::not_unpacked,
};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// `[parts, refusals]`: each part as `[name, isSheet, bytes]`, each refusal as
    /// `[name, reason, row]`; fails with a word.
    #[wasm_bindgen(js_namespace = ioculate, catch)]
    async fn unpack(name: &str, file: &JsValue) -> Result<JsValue, JsValue>;
}

/// What a file held, with the reason for each that was not unpacked.
pub(crate) async fn unpacked(name: &str, file: &JsValue) -> Result<Vec<Given>, Finding> {
    match unpack(name, file).await {
        Ok(held) => read(&held).ok_or_else(|| not_unpacked("failed", 0)),
        Err(why) if why == "missing" => Err(Finding::ReaderMissing),
        Err(_) => Err(not_unpacked("failed", 0)),
    }
}

fn read(held: &JsValue) -> Option<Vec<Given>> {
    let held = held.dyn_ref::<Array>()?;
    let (parts, refusals) = (held.get(0), held.get(1));
    let parts = parts.dyn_ref::<Array>()?.iter().map(|entry| part(&entry));
    let refusals = refusals.dyn_ref::<Array>()?.iter();
    parts.chain(refusals.map(|entry| refusal(&entry))).collect()
}

fn part(entry: &JsValue) -> Option<Given> {
    let entry = entry.dyn_ref::<Array>()?;
    let bytes = entry.get(2).dyn_into::<Uint8Array>().ok()?.to_vec();
    let content = if entry.get(1).is_truthy() {
        Content::Sheet(bytes)
    } else {
        Content::File(bytes)
    };
    let name = entry.get(0).as_string()?;
    Some(Given { name, content })
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a row of a sheet"
)]
fn refusal(entry: &JsValue) -> Option<Given> {
    let entry = entry.dyn_ref::<Array>()?;
    let row = entry.get(2).as_f64()? as u32;
    let why = not_unpacked(&entry.get(1).as_string()?, row);
    let name = entry.get(0).as_string()?;
    let content = Content::Refused { bytes: 0, why };
    Some(Given { name, content })
}
