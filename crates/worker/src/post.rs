//! Letters to the page and from it, and the last word of a worker that fails.

use std::panic::PanicHookInfo;

use ioculate_core::{
    journal::NotOpened,
    report::NamedFile,
    session::{Command, Event, ExportFile, first, rows},
};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

use crate::{crossing, later, told};

/// Posts what the session says, in order.
pub(crate) fn all(events: &[Event]) {
    events.iter().for_each(event);
}

/// Posts one event.
pub(crate) fn event(event: &Event) {
    with_buffers(event, &Array::new());
}

/// Posts files to download, if there are any. Each is made, and has left the program's memory, before
/// the next one.
pub(crate) fn files(files: impl IntoIterator<Item = NamedFile>) {
    let (mut named, buffers) = (Vec::new(), Array::new());
    for file in files {
        named.push(ExportFile::of(&file));
        buffers.push(&Uint8Array::from(&*file.bytes).buffer());
    }
    if !named.is_empty() {
        with_buffers(&Event::Export { files: named }, &buffers);
    }
}

fn with_buffers(event: &Event, buffers: &Array) {
    let Some(event) = plain(event) else {
        return failed("event");
    };
    let parts = Array::of1(&event).concat(buffers);
    // A message of plain objects and fresh buffers can be cloned; there is nobody to tell otherwise.
    let _: Result<(), JsValue> = scope().post_message_with_transfer(&parts, buffers);
}

/// The event as a plain object. What the first part does not know comes of a later one.
fn plain(event: &Event) -> Option<JsValue> {
    let json = told::json(|told| first::event(event, told))
        .or_else(|| (later::rows_here()?.event)(event))
        .or_else(|| (later::here()?.event)(event))?;
    crossing::object(&json)
}

/// What the page asks for.
pub(crate) enum Asked {
    /// A command that the first part knows.
    First(Command),
    /// One about rows, as it came.
    Rows(JsValue),
    /// Another one, likewise.
    Later(JsValue),
}

/// What is asked for and what came with it; `None` where it is no message of this build's page.
pub(crate) fn read(data: &JsValue) -> Option<(Asked, JsValue)> {
    let parts = data.dyn_ref::<Array>()?;
    let object = parts.get(0);
    let asked = match first::command(crossing::Plain(object.clone())) {
        Some(command) => Asked::First(command),
        None if crossing::name(&object).is_some_and(|name| rows::is_known(&name)) => {
            Asked::Rows(object)
        }
        None => Asked::Later(object),
    };
    Some((asked, parts.get(1)))
}

/// Tells the page where in the program a panic happened. The panic's own text may hold a value of
/// the user's, so it stays here.
pub(crate) fn tell_panics() {
    std::panic::set_hook(Box::new(|info: &PanicHookInfo<'_>| {
        let place = info.location().map(|at| {
            let file = at.file().rsplit(['/', '\\']).next().unwrap_or_default();
            format!("{file}:{}", at.line())
        });
        failed(&place.unwrap_or_default());
    }));
}

/// Posts [`Event::Failed`] with as little as possible of what may itself have failed.
pub(crate) fn failed(place: &str) {
    let event = Event::Failed {
        place: place.to_owned(),
    };
    if let Some(event) = plain(&event) {
        let _: Result<(), JsValue> = scope().post_message(&Array::of1(&event));
    }
}

/// Tells the page that what was asked for needs a part of the program that could not be fetched.
pub(crate) fn part_missing() {
    event(&Event::NotOpened(NotOpened::PartMissing));
}

/// The worker's global object.
pub(crate) fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}
