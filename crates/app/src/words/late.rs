//! The messages of the languages that are not compiled in: files beside the page.
//!
//! A language goes in; its file is fetched and its messages are taken in, unless they are there
//! already. The browser holds a file to what it was when the page was built.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, RequestCache, RequestInit, Response};

use super::say;
use crate::language::Language;

/// Of each file the language's tag, its name and its integrity.
static FILES: [(&str, &str, &str); 3] = include!(concat!(env!("OUT_DIR"), "/late.rs"));

/// A file that takes longer than this, in milliseconds, is not waited for.
const PATIENCE_MS: u32 = 10_000;

/// Has the page know the messages of a language. Gives whether it does.
pub async fn learn(language: Language) -> bool {
    if say::knows(language) {
        return true;
    }
    let in_time = AbortSignal::timeout_with_u32(PATIENCE_MS);
    // What the browser holds may be something else, such as a page of the network's own: then the server
    // is asked again.
    for cache in [RequestCache::Default, RequestCache::Reload] {
        if let Ok(text) = fetched(language, cache, &in_time).await {
            return say::learn(language, text);
        }
    }
    false
}

async fn fetched(
    language: Language,
    cache: RequestCache,
    in_time: &AbortSignal,
) -> Result<String, JsValue> {
    let of_it = |(tag, ..): &&(&str, &str, &str)| *tag == language.tag();
    let (_, name, integrity) = FILES.iter().find(of_it).ok_or(JsValue::NULL)?;
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let how = RequestInit::new();
    how.set_integrity(integrity);
    how.set_cache(cache);
    how.set_signal(Some(in_time));
    let response = JsFuture::from(window.fetch_with_str_and_init(name, &how)).await?;
    let response: Response = response.into();
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    let text = JsFuture::from(response.text()?).await?;
    text.as_string().ok_or(JsValue::NULL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_is_compiled_in_or_has_a_file() {
        for language in Language::ALL {
            let files = FILES.iter().filter(|(tag, ..)| *tag == language.tag());
            let known = usize::from(say::knows(language));
            assert_eq!(files.count() + known, 1, "{language:?}");
        }
    }
}
