//! What the workbench has the browser do about presets, and what it hears of them.

use ioculate_core::preset::MOST_BYTES;
use web_sys::File;
use yew::prelude::*;

use super::{Act, Workbench};
use crate::{
    browser,
    state::{Keeping, Msg, PresetMsg},
};

impl Workbench {
    /// Has the browser do what a change of presets asks of it; the rest is not done where it refuses.
    pub(super) fn keep(&mut self, ctx: &Context<Self>, all: Vec<Keeping>) {
        for one in all {
            let (name, done) = match one {
                Keeping::Keep { name, text } => {
                    let kept = browser::keep_preset(&name, &text);
                    (Some(name), kept)
                }
                Keeping::Forget { name } => (None, browser::forget_preset(&name)),
                Keeping::ToFile { file, text } => {
                    browser::download_text(file, &text);
                    (None, Ok(()))
                }
            };
            if let Err(message) = done {
                self.take(ctx, Msg::Preset(PresetMsg::Refused { name, message }));
                return;
            }
        }
    }

    /// Tells the page which presets the browser keeps.
    pub(super) fn presets(&mut self, ctx: &Context<Self>) -> bool {
        let told = match browser::presets() {
            Ok(all) => PresetMsg::Stored(all),
            Err(message) => PresetMsg::Refused {
                name: None,
                message,
            },
        };
        self.take(ctx, Msg::Preset(told))
    }
}

/// Reads the files of presets.
pub(super) fn preset_files(ctx: &Context<Workbench>, files: impl IntoIterator<Item = File>) {
    for file in files {
        let opened = ctx.link().callback(|opened| Act::Msg(Msg::Preset(opened)));
        let name = file.name();
        browser::read_text(file, MOST_BYTES, move |text| {
            opened.emit(PresetMsg::Opened { file: name, text });
        });
    }
}

/// Whether the button that sends this is gone, or cannot be pressed again, once it is done: the focus
/// must stand somewhere then.
pub(super) const fn takes_its_button_away(msg: &Msg) -> bool {
    matches!(
        msg,
        Msg::Preset(
            PresetMsg::Delete | PresetMsg::Rename(_) | PresetMsg::BringBack | PresetMsg::PutBack
        )
    )
}
