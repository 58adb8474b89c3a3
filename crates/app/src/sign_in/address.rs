//! Where the page stands: its address, and whether it is in a frame.

use wasm_bindgen::JsValue;

use super::{Cause, Failure};

/// The page's address, without query and fragment.
///
/// # Errors
/// Where there is no window: the page runs nowhere else.
pub fn here() -> Result<String, Failure> {
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    let href = href.ok_or_else(|| Failure::of(Cause::Unknown, "no-window"))?;
    Ok(bare(&href).to_owned())
}

/// Whether the page is in a frame.
#[must_use]
pub fn embedded() -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    // A parent that cannot be asked for is a parent.
    !matches!(window.parent(), Ok(Some(parent)) if parent == window)
}

/// Takes what a sign-in or sign-out left in the address out of it.
pub(super) fn clean() {
    let Some(window) = web_sys::window() else {
        return;
    };
    let (Ok(href), Ok(history)) = (window.location().href(), window.history()) else {
        return;
    };
    if is_marked(&href) {
        // Where the browser refuses, the answer has been used all the same and is worth nothing.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(bare(&href)));
    }
}

fn bare(href: &str) -> &str {
    &href[..href.find(['?', '#']).unwrap_or(href.len())]
}

/// Whether query or fragment hold what a provider adds to an address.
fn is_marked(href: &str) -> bool {
    let added = &href[bare(href).len()..];
    let mut names = added
        .split(['?', '#', '&'])
        .filter_map(|pair| pair.split_once('='));
    names.any(|(name, _)| matches!(name, "state" | "code" | "error" | "client_info"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_providers_marks_are_known() {
        let table = [
            ("https://a.example/", false),
            ("https://a.example/?state=1", true),
            ("https://a.example/#code=1&client_info=2", true),
            ("https://a.example/?lang=nl#error=access_denied", true),
            ("https://a.example/?lang=nl#state-of-things", false),
            ("https://a.example/code=1/", false),
        ];
        for (href, expected) in table {
            assert_eq!(is_marked(href), expected, "{href}");
        }
        assert_eq!(bare("https://a.example/x?y#z"), "https://a.example/x");
    }
}
