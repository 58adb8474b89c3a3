//! Every sentence of the page.
//!
//! What is said stands in `messages`, a folder for each language; `message` has a function for each of
//! them, which the build makes. The modules here choose between messages and put them together. Values,
//! API names and what the service says are never translated and are passed in by the views.

pub mod again;
pub mod cause;
pub mod change;
pub mod check;
pub mod choose;
pub mod confirm;
pub mod connection;
pub mod defaults;
pub mod edit;
pub mod guard;
pub mod held;
pub mod late;
pub mod presets;
pub mod report;
pub mod review;
pub mod runs;
pub mod say;
pub mod send;
pub mod shell;
pub mod signs;
pub mod sources;
pub mod tenant;
pub mod undo;

/// The messages, a module for each file of them.
#[expect(
    clippy::doc_markdown,
    reason = "what is said of a message is written for translators"
)]
pub mod message {
    use super::say;

    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

/// Sentences that follow one another; an empty one is none.
pub(crate) fn sentences(all: &[&str]) -> String {
    let said = all.iter().copied().filter(|it| !it.is_empty());
    let said: Vec<&str> = said.collect();
    said.join(message::common::between_sentences())
}

/// What markup says, for tests.
#[cfg(test)]
fn read(html: &yew::Html) -> String {
    use yew::virtual_dom::VNode;

    match html {
        VNode::VText(text) => text.text.to_string(),
        VNode::VList(list) => list.iter().map(read).collect(),
        VNode::VTag(tag) => tag.children().map_or_else(String::new, read),
        _ => String::new(),
    }
}
