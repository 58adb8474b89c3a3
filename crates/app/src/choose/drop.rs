//! Where files and text go in.

use web_sys::{File, FileList, HtmlInputElement};
use yew::prelude::*;

use super::paste::Paste;
use crate::{
    parts::{Icon, Tone, icon},
    shell::View,
    words::message::choose as message,
};

pub(super) fn drop(view: &View) -> Html {
    html! {
        <div class="drop">
            { zone(view) }
            <Paste unread={view.model.unread().to_owned()} on={view.on.clone()} on_files={view.on_files.clone()} />
        </div>
    }
}

fn zone(view: &View) -> Html {
    html! {
        <div class="zone">
            <h2>{ message::drop() }</h2>
            <p class="dim small">{ message::drop_body() }</p>
            <span class="menu">
                { file_button(view, "btn main filebtn", message::files()) }
                if view.deployment.demo {
                    <span class="small dim">{ message::sample(sample()) }</span>
                }
            </span>
        </div>
    }
}

/// The link to the sample.
fn sample() -> Html {
    html! { <a href="sample.csv" download="sample.csv">{ message::sample_file() }</a> }
}

/// A real file input under a button's look; a screen has at most one.
pub fn file_button(view: &View, class: &'static str, label: &'static str) -> Html {
    picker(view.on_files, (class, "file-input"), label, true)
}

/// A button that gives files, with its class and its name for tests.
pub(crate) fn picker(
    on_files: &Callback<Vec<File>>,
    (class, testid): (&'static str, &'static str),
    label: &'static str,
    multiple: bool,
) -> Html {
    let on_files = on_files.clone();
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        on_files.emit(listed(input.files()));
        // The same file may be chosen again after it was mended.
        input.set_value("");
    });
    html! {
        <label {class}>
            { icon(Icon::Upload, Tone::Plain) }
            { label }
            <input type="file" {multiple} data-testid={testid} {onchange} />
        </label>
    }
}

/// The files of a list that an input or a drop gives.
#[must_use]
pub fn listed(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else {
        return Vec::new();
    };
    (0..files.length()).filter_map(|i| files.get(i)).collect()
}
