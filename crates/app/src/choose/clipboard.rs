//! What is pasted on the first screen where nothing takes it by itself.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Event, File};

use super::listed;
use crate::browser::Ear;

/// What takes text itself, and what is over the screen.
const FIELDS: &str =
    "textarea, [contenteditable], input:not([type=checkbox], [type=radio], [type=file])";
const OVER: &str = "dialog[open]";

/// What was copied, in the forms that the page knows.
pub(super) struct Copied {
    pub text: String,
    pub html: String,
    pub files: Vec<File>,
}

impl Copied {
    /// Whether the files are what was copied. A table program adds a picture of its cells, and is told by
    /// its markup.
    pub(super) fn is_files(&self) -> bool {
        let is_table = !self.html.is_empty() && !self.text.trim().is_empty();
        !self.files.is_empty() && !is_table
    }

    fn is_empty(&self) -> bool {
        self.files.is_empty() && self.text.trim().is_empty() && self.html.is_empty()
    }
}

/// What a paste brings.
pub(super) fn copied(event: Event) -> Copied {
    let data = event.unchecked_into::<ClipboardEvent>().clipboard_data();
    let text = |kind| data.as_ref()?.get_data(kind).ok();
    Copied {
        text: text("text/plain").unwrap_or_default(),
        html: text("text/html").unwrap_or_default(),
        files: listed(data.as_ref().and_then(web_sys::DataTransfer::files)),
    }
}

/// Calls `take` with what is pasted anywhere but in a field, until the ear is dropped.
pub(super) fn listen(take: impl Fn(Copied) + 'static) -> Ear {
    Ear::new("paste", move |event| {
        if is_taken(&event) {
            return;
        }
        let copied = copied(event.clone());
        if !copied.is_empty() {
            event.prevent_default();
            take(copied);
        }
    })
}

/// Whether a field takes it, or a question stands over the screen.
fn is_taken(event: &Event) -> bool {
    let at: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    let Some(at) = at else { return false };
    let is_field = matches!(at.closest(FIELDS), Ok(Some(_)));
    let document = at.owner_document();
    let over = document.and_then(|document| document.query_selector(OVER).ok()?);
    is_field || over.is_some()
}
