//! The box that text is pasted into.
//!
//! What is copied from a page or a mail comes as text and as HTML. A link's target stands in the
//! HTML alone where the text shows other words: such targets are offered, and added to the text only
//! when asked for.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlTextAreaElement};
use yew::prelude::*;

use crate::{
    parts::button,
    state::Msg,
    words::{choose as words, message::choose as message},
};

/// Links looked at in one paste: each is searched for in the whole text.
const MOST_LINKS: usize = 2_000;

#[derive(PartialEq, Properties)]
pub(super) struct PasteProps {
    /// Where messages go.
    pub on: Callback<Msg>,
}

/// The box. Its text is read when asked for; what is typed is the box's own until then.
#[component]
pub(super) fn Paste(props: &PasteProps) -> Html {
    let text = use_node_ref();
    let links = use_state(Vec::new);
    let read = {
        let (text, on, links) = (text.clone(), props.on.clone(), links.setter());
        Callback::from(move |_: MouseEvent| {
            if let Some(text) = text.cast::<HtmlTextAreaElement>() {
                links.set(Vec::new());
                on.emit(Msg::Pasted(text.value()));
            }
        })
    };
    let onpaste = {
        let links = links.setter();
        Callback::from(move |event: Event| {
            let event: ClipboardEvent = event.unchecked_into();
            let copied = |kind| event.clipboard_data()?.get_data(kind).ok();
            let html = copied("text/html").unwrap_or_default();
            let shown = copied("text/plain").unwrap_or_default();
            links.set(hidden_links(&html, &shown));
        })
    };
    let add = {
        let (text, links) = (text.clone(), links.clone());
        Callback::from(move |()| {
            if let Some(text) = text.cast::<HtmlTextAreaElement>() {
                text.set_value(&format!(
                    "{}\n{}\n",
                    text.value().trim_end(),
                    links.join("\n")
                ));
                links.set(Vec::new());
            }
        })
    };
    html! {
        <div class="paste">
            <label class="field" for="paste"><span>{ message::paste() }</span></label>
            <textarea
                id="paste"
                ref={text}
                data-testid="paste-input"
                spellcheck="false"
                placeholder={words::PASTE_EXAMPLE}
                {onpaste}
            />
            <span class="menu">
                <button type="button" onclick={read}>{ message::read() }</button>
                if links.is_empty() {
                    <span class="small dim">{ message::defanged() }</span>
                } else {
                    <span class="small" role="status">{ words::hidden_links(links.len()) }</span>
                    { button("mini", &add, (), message::add_links().into()) }
                }
            </span>
        </div>
    }
}

/// The targets of links in `html` that `shown` does not hold, each once.
fn hidden_links(html: &str, shown: &str) -> Vec<String> {
    let targets = html.split("href=").skip(1).filter_map(target);
    let is_web = |link: &String| link.starts_with("http") || link.starts_with("hxxp");
    let mut hidden: Vec<String> = Vec::new();
    for link in targets.filter(is_web).take(MOST_LINKS) {
        if !shown.contains(&link) && !hidden.contains(&link) {
            hidden.push(link);
        }
    }
    hidden
}

/// The attribute's value at the beginning of a text.
fn target(text: &str) -> Option<String> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (value, _) = text[1..].split_once(quote)?;
    Some(value.trim().replace("&amp;", "&"))
}

#[cfg(test)]
mod tests {
    use super::hidden_links;

    #[test]
    fn links_are_offered_whose_targets_the_text_does_not_show() {
        let cases: [(&str, &str, &[&str]); 7] = [
            (
                "<a href=\"https://a.example/x\">see here</a>",
                "see here",
                &["https://a.example/x"],
            ),
            (
                "<a href='http://a.example/?a=1&amp;b=2'>x</a>",
                "x",
                &["http://a.example/?a=1&b=2"],
            ),
            (
                "<a href=\"https://a.example\">https://a.example</a>",
                "https://a.example",
                &[],
            ),
            (
                "<a href=\"hxxp://a.example\">x</a><a href=\"hxxp://a.example\">y</a>",
                "x y",
                &["hxxp://a.example"],
            ),
            (
                "<a href=\"mailto:a@b.example\">x</a><a href=\"#top\">y</a>",
                "",
                &[],
            ),
            (
                "<a href=https://bare.example>x</a> href=\"http://open",
                "",
                &[],
            ),
            ("", "https://a.example", &[]),
        ];
        for (html, shown, expected) in cases {
            assert_eq!(hidden_links(html, shown), expected, "{html}");
        }
    }
}
