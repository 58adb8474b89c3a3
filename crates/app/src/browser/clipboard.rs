//! The clipboard, written to: what the page offers to copy.

use js_sys::Promise;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    // Undefined in a page of no secure origin.
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;
}

/// Puts a text on the clipboard, then says whether the browser let the page.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let asked = write_text(text);
    spawn_local(async move {
        let answer = match asked {
            Ok(asked) => JsFuture::from(asked).await,
            Err(error) => Err(error),
        };
        done(answer.is_ok());
    });
}
