//! The tab's icon, and whether the browser asks before the page is left.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::Event;

use super::{document, window};
use crate::state::Sign;

/// Where the icon's element keeps the address of the product's own, which the build has named.
const OWN: &str = "data-own";

/// Shows an icon in the tab.
pub fn show_sign(sign: Sign) {
    let link = document().and_then(|it| it.query_selector("link[rel=icon]").ok()?);
    let Some(link) = link else { return };
    let own = link.get_attribute(OWN).or_else(|| {
        let own = link.get_attribute("href")?;
        link.set_attribute(OWN, &own).ok()?;
        Some(own)
    });
    let address = match sign {
        Sign::Idle => own.as_deref().unwrap_or_default(),
        Sign::Runs => "icon-runs.svg",
        Sign::Waits => "icon-waits.svg",
        Sign::Done => "icon-done.svg",
        Sign::Look => "icon-look.svg",
    };
    // An address of ours is always a valid value.
    let _ = link.set_attribute("href", address);
}

/// Has the browser ask before the page is closed or loaded again, or has it not.
pub fn ask_before_leaving(ask: bool) {
    let Some(window) = window() else { return };
    let stay = Closure::<dyn Fn(Event)>::new(|event: Event| event.prevent_default());
    let stay = ask.then(|| stay.into_js_value());
    window.set_onbeforeunload(stay.as_ref().map(JsCast::unchecked_ref));
}
