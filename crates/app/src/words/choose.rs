//! The first screen, signed in or not.

use yew::Html;

use crate::words::message::choose as message;

/// What the paste box shows while it is empty: values, so it is the same in every language.
pub const PASTE_EXAMPLE: &str =
    "hxxp://evil[.]example/gate\n203.0.113[.]77\n9f86d081884c7d659a2feaa0c55ad015...";

/// What was pasted holds links to addresses that its text does not show.
#[must_use]
pub fn hidden_links(links: usize) -> String {
    message::hidden_links(u32::try_from(links).unwrap_or(u32::MAX))
}

/// Lines were pasted.
#[must_use]
pub fn pasted(lines: usize) -> String {
    message::pasted(u32::try_from(lines).unwrap_or(u32::MAX))
}

/// While files are read; `file` is the name of the one that is, or nothing.
pub fn reading(files: u32, file: Html) -> Html {
    if files > 1 {
        message::reading_more(files, file)
    } else {
        message::reading(file)
    }
}

/// What the page does.
#[must_use]
pub fn will_lines() -> [&'static str; 4] {
    [
        message::will_show(),
        message::will_check(),
        message::will_send(),
        message::will_account(),
    ]
}

/// What it does not.
#[must_use]
pub fn will_not_lines() -> [&'static str; 4] {
    [
        message::will_not_contact(),
        message::will_not_keep(),
        message::will_not_open(),
        message::will_not_guess(),
    ]
}
