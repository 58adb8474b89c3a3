//! The few things that the page does to the browser: title and icon, focus, language, theme, downloads,
//! reload, notifications, a screen that stays awake.

use ioculate_core::{journal::RunId, session::ExportFile};
use js_sys::{Array, ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, Document, Element, HtmlAnchorElement, HtmlElement, Storage, Url, Window,
};

use crate::{language::Language, shell::Theme, state::Errand};

mod awake;
pub mod clipboard;
mod columns;
mod frame;
mod hear;
mod help;
mod notice;
mod presets;
pub mod probe;
mod signs;

pub use awake::Awake;
pub use columns::{hidden_columns, keep_columns, keep_widths, widths};
pub use frame::{Around, watch_height};
pub use hear::Ear;
pub use help::{focus_search, help, keep_help, watch_keys};
pub use notice::{ask_to_notify, can_notify, notify};
pub use presets::{forget_preset, keep_preset, presets, read_text, watch_presets};
pub use signs::{ask_before_leaving, show_sign};

const LANGUAGE: &str = "ioculate.language";
const THEME: &str = "ioculate.theme";
const RELOADED: &str = "ioculate.reloaded-for";
const TO_RESUME: &str = "ioculate.run-to-go-on-with";
const TO_UNDO: &str = "ioculate.run-to-undo";

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// Sets the document's title, where it is another: to set it takes a browser milliseconds.
pub fn title(title: &str) {
    if let Some(document) = document().filter(|it| it.title() != title) {
        document.set_title(title);
    }
}

/// Moves the focus to the screen's heading, so that a change of screen is heard.
pub fn focus_heading() {
    focus("h1");
}

fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // What cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Moves the focus to the choice of a preset.
pub fn focus_presets() {
    let choice = document().and_then(|it| it.query_selector(".presets select").ok()?);
    if let Some(choice) = choice.and_then(|choice| choice.dyn_into::<HtmlElement>().ok()) {
        let _ = choice.focus();
    }
}

/// What belongs to a table, where the page has one.
const AT_TABLE: &str = ".sheet, .tools, .foot";

/// Where the focus is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focused {
    /// On nothing.
    #[default]
    Nowhere,
    /// On what belongs to a table: the details of a row, its filters, what is done with it.
    AtTable,
    /// On something else.
    Elsewhere,
}

/// Where the focus is now.
#[must_use]
pub fn focused() -> Focused {
    let focused = document().and_then(|document| document.active_element());
    // A browser takes the focus from what is disabled, only later.
    let is_lost = |it: &Element| it.matches("body, :disabled").unwrap_or(false);
    match focused.filter(|element| !is_lost(element)) {
        None => Focused::Nowhere,
        Some(element) if matches!(element.closest(AT_TABLE), Ok(Some(_))) => Focused::AtTable,
        Some(_) => Focused::Elsewhere,
    }
}

/// What had the focus before the page was drawn may be gone by now, or drawn anew. Then the focus goes to
/// the table that it belonged to, or to the heading: from nowhere, the keys lead to the page's start.
pub fn focus_if_lost(before: Focused) {
    if before == Focused::Nowhere || focused() != Focused::Nowhere {
        return;
    }
    if before == Focused::AtTable {
        focus("rows");
    }
    if focused() == Focused::Nowhere {
        focus_heading();
    }
}

/// Whether the page is in a tab that is not looked at.
#[must_use]
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// Remembers, over the way to the sign-in and back, what the user signs in for.
pub fn wish_for(errand: &Errand) {
    let (key, run) = match errand {
        Errand::Resume(run) => (TO_RESUME, run),
        Errand::Undo(run) => (TO_UNDO, run),
    };
    forget_wish();
    if let Some(storage) = of_this_tab() {
        // Where it cannot be kept the user chooses again.
        let _ = storage.set_item(key, &run.0);
    }
}

/// What the user has signed in for, if it was remembered.
#[must_use]
pub fn wished() -> Option<Errand> {
    let storage = of_this_tab()?;
    let run = |key| storage.get_item(key).ok().flatten().map(RunId);
    let resume = run(TO_RESUME).map(Errand::Resume);
    resume.or_else(|| run(TO_UNDO).map(Errand::Undo))
}

/// Remembers it no longer.
pub fn forget_wish() {
    if let Some(storage) = of_this_tab() {
        for key in [TO_RESUME, TO_UNDO] {
            let _ = storage.remove_item(key);
        }
    }
}

fn of_this_tab() -> Option<Storage> {
    window()?.session_storage().ok()?
}

#[wasm_bindgen]
extern "C" {
    // Undefined in some browsers, and in a page of no secure origin.
    #[wasm_bindgen(js_namespace = ["navigator", "storage"], catch)]
    fn persist() -> Result<Promise, JsValue>;
}

/// Asks the browser not to clear what is kept when space runs low, then calls `answered`. A worker
/// cannot ask; a browser may ask the user in turn.
pub fn ask_to_keep(answered: impl FnOnce() + 'static) {
    let Ok(asked) = persist() else { return };
    spawn_local(async move {
        // Where it is refused, what is kept is kept as long as there is room.
        let _ = JsFuture::from(asked).await;
        answered();
    });
}

fn kept() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// The language chosen earlier on this device, or else the first of those that the user prefers.
#[must_use]
pub fn language() -> Language {
    let kept = kept().and_then(|storage| storage.get_item(LANGUAGE).ok()?);
    let kept = kept.and_then(|tag| Language::of_tag(&tag));
    kept.unwrap_or_else(|| Language::preferred(preferred()))
}

/// The languages that the user prefers, the most preferred first.
fn preferred() -> Vec<String> {
    let tags = window().map(|window| window.navigator().languages());
    tags.into_iter()
        .flatten()
        .filter_map(|tag| tag.as_string())
        .collect()
}

/// Tells the browser, and whatever reads the page aloud, in which language it is.
pub fn show_language(language: Language) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // A tag of ours is always a valid value.
        let _ = root.set_attribute("lang", language.tag());
    }
}

/// Keeps a language for later visits on this device.
pub fn keep_language(language: Language) {
    if let Some(storage) = kept() {
        // Storage may be full or forbidden: the language then holds for this visit.
        let _ = storage.set_item(LANGUAGE, language.tag());
    }
}

/// The theme chosen earlier on this device.
#[must_use]
pub fn theme() -> Theme {
    let kept = kept().and_then(|storage| storage.get_item(THEME).ok()?);
    kept.map_or_else(Theme::default, |name| Theme::read(&name))
}

/// Shows a theme and keeps it on this device.
pub fn set_theme(theme: Theme) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // A name of ours is always a valid value.
        let _ = match theme {
            Theme::System => root.remove_attribute("data-theme"),
            named => root.set_attribute("data-theme", named.name()),
        };
    }
    if let Some(storage) = kept() {
        // Storage may be full or forbidden: the theme then holds for this visit.
        let _ = storage.set_item(THEME, theme.name());
    }
}

/// Chromium drops what exceeds ten downloads a second, without a word.
const BETWEEN_DOWNLOADS_MS: i32 = 200;

/// Hands the user files, one after another.
pub fn download(files: Vec<ExportFile>, bytes: Vec<ArrayBuffer>) {
    for ((file, bytes), turn) in files.into_iter().zip(bytes).zip(0..) {
        // Nothing to mend in the page where the browser refuses a download; it says so itself.
        later(turn * BETWEEN_DOWNLOADS_MS, move || {
            let _ = try_download(&file, &bytes);
        });
    }
}

/// Hands the user a text as a file.
pub fn download_text(name: String, text: &str) {
    let file = ExportFile {
        name,
        media_type: "application/json".to_owned(),
    };
    let bytes = Uint8Array::from(text.as_bytes()).buffer();
    download(vec![file], vec![bytes]);
}

/// Does something after some milliseconds.
pub fn later(millis: i32, what: impl FnOnce() + 'static) {
    let what = Closure::once_into_js(what);
    if let Some(window) = window() {
        let _ = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(what.unchecked_ref(), millis);
    }
}

/// An element that is in no document: what is drawn in it is not seen.
#[must_use]
pub fn off_stage() -> Option<Element> {
    document()?.create_element("div").ok()
}

/// Lets the browser see to what else has come, such as a click, before more is done.
pub async fn let_others_go_first() {
    let next = Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            // A browser refuses no timer.
            let _ = window.set_timeout_with_callback(&resolve);
        }
    });
    // It is never rejected.
    let _ = JsFuture::from(next).await;
}

/// For how long the browser is waited for where it shows nothing, as in a tab behind others, in
/// milliseconds.
const SHOWN_AT_LATEST_MS: i32 = 100;

/// Lets the browser show what was drawn before more is done.
pub async fn let_it_be_shown() {
    let next = Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            let _ = window.request_animation_frame(&resolve);
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
                &resolve,
                SHOWN_AT_LATEST_MS,
            );
        }
    });
    // It is never rejected. What asks for a frame is asked before the frame is laid out.
    let _ = JsFuture::from(next).await;
    let_others_go_first().await;
}

fn try_download(file: &ExportFile, bytes: &ArrayBuffer) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(&file.media_type);
    let blob = Blob::new_with_buffer_source_sequence_and_options(&Array::of1(bytes), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(&file.name);
    link.click();
    // The browser reads the address after the click has returned: it is given a minute.
    later(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    });
    Ok(())
}

/// Loads the page again for a build that the page is not of; once, so that it does not go on for
/// ever where a cache holds one half back.
pub fn reload_for(build: &str) -> bool {
    let (Some(window), Some(storage)) = (window(), of_this_tab()) else {
        return false;
    };
    if storage.get_item(RELOADED).ok().flatten().as_deref() == Some(build) {
        return false;
    }
    let _ = storage.set_item(RELOADED, build);
    window.location().reload().is_ok()
}

#[wasm_bindgen]
extern "C" {
    /// Has the page say that a part of it did not load.
    #[wasm_bindgen(js_namespace = ioculate, js_name = didNotLoad)]
    pub fn did_not_load();
}
