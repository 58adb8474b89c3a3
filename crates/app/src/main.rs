//! The page's program. It only starts the worker until there are screens.

use wasm_bindgen::prelude::wasm_bindgen;
use yew::{Html, function_component, html};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ioculate, js_name = startWorker, catch)]
    fn start_worker() -> Result<web_sys::Worker, wasm_bindgen::JsValue>;
}

#[function_component]
fn App() -> Html {
    yew::use_effect_with((), |()| {
        // The worker's own failure is reported by the browser.
        let _ = start_worker();
    });
    html! { <main><h1>{"ioculate"}</h1></main> }
}

fn main() {
    if let Some(root) = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"))
    {
        yew::Renderer::<App>::with_root(root).render();
    }
}
