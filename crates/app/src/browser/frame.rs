//! The page in whose frame this one stands: what it is told, and what it may ask.
//!
//! Nothing goes to a page of another origin than the configured ones: each message is addressed to an
//! origin, and the browser delivers it nowhere else. Nothing is heard of any other window.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{MessageEvent, ResizeObserver, Window};

use super::{document, window};

/// The version of what is said, under the name that tells it from what others say.
const PROTOCOL: (&str, u32) = ("ioculate", 1);

/// What the frame's page says to have everything told anew.
const HELLO: &str = "hello";

/// The page around this one.
#[derive(Clone)]
pub struct Around {
    parent: Window,
    origins: Vec<String>,
}

impl Around {
    /// It, where this page is in a frame and some origin may be told.
    #[must_use]
    pub fn of(allowed: &[String]) -> Option<Self> {
        let window = window()?;
        let parent = window.parent().ok()??;
        if parent == window {
            return None;
        }
        let root = document()?.document_element()?;
        // The page is then as high as what is on it.
        let _ = root.set_attribute("data-framed", "");
        let known = crate::sign_in::parent_origin();
        let may = |origin: &&String| known.as_ref().is_none_or(|known| known == *origin);
        let origins: Vec<String> = allowed.iter().filter(may).cloned().collect();
        (!origins.is_empty()).then_some(Self { parent, origins })
    }

    /// Tells it something.
    pub fn tell(&self, kind: &str, with: impl IntoIterator<Item = (&'static str, JsValue)>) {
        let message = Object::new();
        let head = [(PROTOCOL.0, PROTOCOL.1.into()), ("type", kind.into())];
        for (name, value) in head.into_iter().chain(with) {
            // An object of ours takes every property.
            let _ = Reflect::set(&message, &name.into(), &value);
        }
        for origin in &self.origins {
            // Where the origin is another, the browser delivers nothing.
            let _ = self.parent.post_message(&message, origin);
        }
    }

    /// Calls `heard` whenever the page around this one asks to be told everything anew.
    pub fn hear(&self, heard: impl Fn() + 'static) {
        let around = self.clone();
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if around.said(&event) {
                heard();
            }
        });
        if let Some(window) = window() {
            let heard = heard.into_js_value();
            // Listens as long as the page lives; a function of ours is always taken.
            let _ = window.add_event_listener_with_callback("message", heard.unchecked_ref());
        }
    }

    fn said(&self, event: &MessageEvent) -> bool {
        let of_parent = event.source().is_some_and(|source| {
            let (source, parent): (JsValue, JsValue) = (source.into(), self.parent.clone().into());
            source == parent
        });
        let data = event.data();
        let member = |name: &str| Reflect::get(&data, &name.into()).unwrap_or_default();
        of_parent
            && self.origins.contains(&event.origin())
            && member(PROTOCOL.0).as_f64() == Some(PROTOCOL.1.into())
            && member("type").as_string().as_deref() == Some(HELLO)
    }
}

/// Calls `changed` with the height of what is on the page, now and whenever it is another.
pub fn watch_height(changed: impl Fn(u32) + 'static) {
    let Some(app) = document().and_then(|document| document.get_element_by_id("app")) else {
        return;
    };
    let measured = app.clone();
    let changed = Closure::<dyn Fn(Array)>::new(move |_| {
        let height = measured.get_bounding_client_rect().height().ceil();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "pixels of a page"
        )]
        changed(height as u32);
    });
    // Watches as long as the page lives.
    if let Ok(observer) = ResizeObserver::new(changed.into_js_value().unchecked_ref()) {
        observer.observe(&app);
    }
}
