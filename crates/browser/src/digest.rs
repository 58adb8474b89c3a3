//! Digests and names that the browser makes.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

use crate::complaint::complaint;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["crypto", "subtle"], catch)]
    fn digest(algorithm: &str, data: &Uint8Array) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["crypto"], js_name = randomUUID, catch)]
    fn random_uuid() -> Result<String, JsValue>;
}

/// The SHA-256 of `bytes`; the error is what the browser says.
pub(crate) async fn sha256(bytes: &Uint8Array) -> Result<Vec<u8>, String> {
    let digest = digest("SHA-256", bytes).map_err(|why| complaint(&why))?;
    let digest = JsFuture::from(digest).await;
    digest
        .map(|buffer| Uint8Array::new(&buffer).to_vec())
        .map_err(|why| complaint(&why))
}

/// Lower-case hexadecimal digits, two for each byte.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |of: u8| char::from_digit(of.into(), 16);
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(digit).collect()
}

/// A name that nothing else has.
///
/// # Errors
/// Says what the browser says.
pub fn name() -> Result<String, String> {
    random_uuid().map_err(|why| complaint(&why))
}
