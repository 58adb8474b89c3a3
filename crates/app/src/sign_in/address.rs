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
fn embedded() -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    // A parent that cannot be asked for is a parent.
    !matches!(window.parent(), Ok(Some(parent)) if parent == window)
}

/// Where the page stands in the browser's window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Framing {
    /// In a tab of its own.
    Tab,
    /// In a frame, of its own site as far as is known.
    Frame,
    /// In a frame of another site, in `WebKit` of another origin. The browser keeps what it stores there
    /// apart: the answer of a sign-in in a window does not come through.
    Apart,
}

impl Framing {
    /// Where this page stands.
    #[must_use]
    pub fn of_page() -> Self {
        if !embedded() {
            return Self::Tab;
        }
        let own = here().unwrap_or_default();
        match parent_origin() {
            Some(parent) if !is_same_site(&parent, &own) => Self::Apart,
            Some(parent) if keeps_origins_apart() && !is_same_origin(&parent, &own) => Self::Apart,
            _ => Self::Frame,
        }
    }
}

/// The origin of the page around this one, where the browser says it.
#[must_use]
pub fn parent_origin() -> Option<String> {
    let location = web_sys::window()?.location();
    get(&get(&location, "ancestorOrigins")?, "0")?.as_string()
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(of, &name.into()).ok()
}

/// `WebKit` does, others go by the site. It cannot be tried without a window.
fn keeps_origins_apart() -> bool {
    let navigator = web_sys::window().map(|window| window.navigator());
    let vendor = navigator.and_then(|it| get(&it, "vendor")?.as_string());
    vendor.is_some_and(|vendor| vendor.starts_with("Apple"))
}

/// Whether an address is of this origin.
fn is_same_origin(origin: &str, address: &str) -> bool {
    let rest = address.strip_prefix(origin);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether two addresses are of one site, as far as their names tell. Without the list of public suffixes
/// two names below one such as `co.uk` pass for one site: the frame then offers its window first.
fn is_same_site(one: &str, other: &str) -> bool {
    let (Some(one), Some(other)) = (one.split_once("://"), other.split_once("://")) else {
        return false;
    };
    let host = |rest: &str| -> String {
        let end = rest.find('/').unwrap_or(rest.len());
        let host = &rest[..end];
        let port = host.rfind(':').filter(|_| !host.ends_with(']'));
        host[..port.unwrap_or(host.len())].to_ascii_lowercase()
    };
    let (first, second) = (host(one.1), host(other.1));
    let is_address = |host: &str| {
        host.starts_with('[')
            || host
                .rsplit('.')
                .next()
                .is_some_and(|last| last.parse::<u32>().is_ok())
    };
    let domain = |host: &str| {
        let labels: Vec<&str> = host.rsplit('.').take(2).collect();
        labels.join(".")
    };
    let has_domain = first.contains('.') && !is_address(&first) && !is_address(&second);
    one.0 == other.0 && (first == second || (has_domain && domain(&first) == domain(&second)))
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
    fn sites_are_told_apart() {
        let table = [
            ("http://localhost:1", "http://localhost:2/page/", true),
            ("http://127.0.0.1:1", "http://localhost:2", false),
            ("http://127.0.0.1", "http://127.1.0.1", false),
            ("http://[::1]:1", "http://[::1]:2", true),
            (
                "https://portal.contoso.example",
                "https://ioculate.contoso.example/x",
                true,
            ),
            (
                "https://contoso.example",
                "https://ioculate.contoso.example",
                true,
            ),
            ("https://portal.example", "https://contoso.example", false),
            (
                "http://portal.contoso.example",
                "https://ioculate.contoso.example",
                false,
            ),
            ("", "https://contoso.example", false),
        ];
        for (parent, own, expected) in table {
            assert_eq!(is_same_site(parent, own), expected, "{parent} {own}");
        }
    }

    #[test]
    fn origins_are_told_apart() {
        let table = [
            ("http://localhost:1", "http://localhost:1/page/", true),
            ("http://localhost:1", "http://localhost:12/page/", false),
            (
                "https://contoso.example",
                "https://contoso.example.evil/",
                false,
            ),
        ];
        for (parent, own, expected) in table {
            assert_eq!(is_same_origin(parent, own), expected, "{parent} {own}");
        }
    }

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
