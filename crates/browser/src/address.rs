//! An address as a browser reads it.
//!
//! In a browser that is the browser's own parser, the same that `fetch` uses: no second reading can
//! differ from it, and none has to be sent along. Natively a library stands in, of the same standard.

#[cfg(target_arch = "wasm32")]
use web_sys::Url;

#[cfg(not(target_arch = "wasm32"))]
use url::Url;

/// A complete address.
pub(crate) struct Address {
    url: Url,
    /// In the standard form.
    text: String,
}

#[cfg(target_arch = "wasm32")]
impl Address {
    /// Reads a complete address, `None` where it is none.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let url = Url::new(text).ok()?;
        let text = url.href();
        Some(Self { url, text })
    }

    /// The host in the standard form, IPv6 in brackets; empty where there is none.
    pub(crate) fn host(&self) -> String {
        self.url.hostname()
    }

    /// Whether it has a user name or a password.
    pub(crate) fn names_a_user(&self) -> bool {
        !self.url.username().is_empty() || !self.url.password().is_empty()
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Address {
    /// Reads a complete address, `None` where it is none.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let url = Url::parse(text).ok()?;
        let text = url.as_str().to_owned();
        Some(Self { url, text })
    }

    /// The host in the standard form, IPv6 in brackets; empty where there is none.
    pub(crate) fn host(&self) -> String {
        self.url.host_str().unwrap_or_default().to_owned()
    }

    /// Whether it has a user name or a password.
    pub(crate) fn names_a_user(&self) -> bool {
        !self.url.username().is_empty() || self.url.password().is_some()
    }
}

impl Address {
    /// The whole address in the standard form.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// What stands before the first colon.
    pub(crate) fn scheme(&self) -> &str {
        self.text.split(':').next().unwrap_or_default()
    }
}
