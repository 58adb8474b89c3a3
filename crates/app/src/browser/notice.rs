//! Notifications of the browser, for a user who looks elsewhere.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Event;

use super::{is_hidden, window};

#[wasm_bindgen]
extern "C" {
    // Not in every browser; and where it is on a phone, a page cannot make one itself.
    type Notification;
    #[wasm_bindgen(constructor, catch)]
    fn new(title: &str, options: &JsValue) -> Result<Notification, JsValue>;
    #[wasm_bindgen(static_method_of = Notification, js_name = requestPermission, catch)]
    fn request_permission() -> Result<Promise, JsValue>;
    #[wasm_bindgen(method)]
    fn close(this: &Notification);
    #[wasm_bindgen(method, setter)]
    fn set_onclick(this: &Notification, clicked: &Function);
}

/// Whether the browser knows notifications.
#[must_use]
pub fn can_notify() -> bool {
    Reflect::has(&js_sys::global(), &"Notification".into()).unwrap_or(false)
}

/// Has the browser ask the user whether the page may notify them, then says what came of it.
pub fn ask_to_notify(answered: impl FnOnce(bool) + 'static) {
    let asked = Notification::request_permission();
    spawn_local(async move {
        let answer = match asked {
            Ok(asked) => JsFuture::from(asked).await,
            Err(error) => Err(error),
        };
        answered(answer.is_ok_and(|answer| answer == "granted"));
    });
}

/// Notifies the user, unless they look at the page. A click brings them to it.
pub fn notify(title: &str, body: &str) {
    if !is_hidden() {
        return;
    }
    let options = Object::new();
    let said = Reflect::set(&options, &"body".into(), &body.into());
    if let (Ok(_), Ok(notice)) = (said, Notification::new(title, &options)) {
        notice.set_onclick(Closure::once_into_js(come_back).unchecked_ref());
    }
}

#[expect(clippy::needless_pass_by_value, reason = "as the browser calls it")]
fn come_back(click: Event) {
    if let Some(window) = window() {
        // It stays where it is where the browser does not let it come forward.
        let _ = window.focus();
    }
    if let Some(notice) = click.target() {
        notice.unchecked_ref::<Notification>().close();
    }
}
