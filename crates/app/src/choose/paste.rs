//! The box that text is pasted into.
//!
//! What is copied from a page or a mail comes as text and as HTML. A link's target stands in the
//! HTML alone where the text shows other words: such targets are offered, and added to the text only
//! when asked for.
//!
//! What is pasted elsewhere on the screen goes into the box too, and files are read as if they had been
//! dropped.

use web_sys::{File, HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::clipboard::{self, Copied, listen};
use crate::{
    parts::button,
    state::Msg,
    words::{choose as words, message::choose as message},
};

/// Links looked at in one paste: each is searched for in the whole text.
const MOST_LINKS: usize = 2_000;

#[derive(PartialEq, Properties)]
pub(super) struct PasteProps {
    /// What was written earlier and not read.
    pub unread: AttrValue,
    /// Where messages go.
    pub on: Callback<Msg>,
    /// Where files go.
    pub on_files: Callback<Vec<File>>,
}

/// What the box says of what was pasted last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Pasted {
    /// How many lines were taken that were not pasted into the box itself.
    taken: Option<usize>,
    /// The targets of links that its text does not show.
    links: Vec<String>,
}

/// The box. Its text is read when asked for; what is typed is the box's own until then, or until another
/// screen takes its place.
#[component]
pub(super) fn Paste(props: &PasteProps) -> Html {
    let (text, reads) = (use_node_ref(), use_node_ref());
    let pasted = use_state(Pasted::default);
    let read = {
        let (text, on, pasted) = (text.clone(), props.on.clone(), pasted.setter());
        Callback::from(move |_: MouseEvent| {
            if let Some(text) = text.cast::<HtmlTextAreaElement>() {
                pasted.set(Pasted::default());
                on.emit(Msg::Pasted(text.value()));
            }
        })
    };
    {
        let (text, unread, on) = (text.clone(), props.unread.clone(), props.on.clone());
        use_effect_with((), move |()| {
            let text = text.cast::<HtmlTextAreaElement>();
            if let Some(text) = &text {
                text.set_value(&unread);
            }
            move || {
                let left = text.map(|text| text.value());
                on.emit(Msg::LeftUnread(left.unwrap_or_default()));
            }
        });
    }
    {
        let (text, reads) = (text.clone(), reads.clone());
        let (pasted, on_files) = (pasted.setter(), props.on_files.clone());
        use_effect_with((), move |()| {
            let ear = listen(move |copied| take(copied, &text, &reads, &pasted, &on_files));
            move || drop(ear)
        });
    }
    let onpaste = {
        let pasted = pasted.setter();
        Callback::from(move |event: Event| {
            let Copied { text, html, .. } = clipboard::copied(event);
            let links = hidden_links(&html, &text);
            pasted.set(Pasted { taken: None, links });
        })
    };
    let add = {
        let (text, pasted) = (text.clone(), pasted.clone());
        Callback::from(move |()| {
            if let Some(text) = text.cast::<HtmlTextAreaElement>() {
                append(&text, &pasted.links.join("\n"));
                pasted.set(Pasted::default());
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
                <button type="button" ref={reads} onclick={read}>{ message::read() }</button>
                { said(&pasted, &add) }
            </span>
        </div>
    }
}

/// What was pasted, or what may be.
fn said(pasted: &Pasted, add: &Callback<()>) -> Html {
    match (pasted.links.len(), pasted.taken) {
        (0, None) => html! { <span class="small dim">{ message::defanged() }</span> },
        (0, Some(lines)) => {
            html! { <span class="small" role="status" data-testid="pasted">{ words::pasted(lines) }</span> }
        }
        (links, _) => html! {
            <>
                <span class="small" role="status">{ words::hidden_links(links) }</span>
                { button("mini", add, (), message::add_links().into()) }
            </>
        },
    }
}

/// Takes what was pasted outside of the box: files are read, text is put where it is seen, and the focus
/// on what has it read.
fn take(
    copied: Copied,
    text: &NodeRef,
    reads: &NodeRef,
    pasted: &UseStateSetter<Pasted>,
    on_files: &Callback<Vec<File>>,
) {
    if copied.is_files() {
        return on_files.emit(copied.files);
    }
    let links = hidden_links(&copied.html, &copied.text);
    let full = copied.text.lines().filter(|line| !line.trim().is_empty());
    let taken = Some(full.count());
    let Some(text) = text.cast::<HtmlTextAreaElement>() else {
        return;
    };
    append(&text, &copied.text);
    pasted.set(Pasted { taken, links });
    if let Some(reads) = reads.cast::<HtmlElement>() {
        let _ = reads.focus();
    }
}

/// Puts lines after what stands in the box.
fn append(text: &HtmlTextAreaElement, lines: &str) {
    let before = text.value();
    let before = before.trim_end();
    let all = if before.is_empty() {
        format!("{lines}\n")
    } else {
        format!("{before}\n{lines}\n")
    };
    text.set_value(&all);
}

/// The targets of links in `html` that `shown` does not hold, each once.
fn hidden_links(html: &str, shown: &str) -> Vec<String> {
    // Of the same length: letters outside ASCII stay.
    let lower = html.to_ascii_lowercase();
    let ends = lower
        .match_indices("href")
        .map(|(at, name)| at + name.len());
    let targets = ends.filter_map(|end| target(&html[end..]));
    let mut hidden: Vec<String> = Vec::new();
    for link in targets.filter(|link| is_web(link)).take(MOST_LINKS) {
        if !shown.contains(&link) && !hidden.contains(&link) {
            hidden.push(link);
        }
    }
    hidden
}

fn is_web(link: &str) -> bool {
    let starts = |with: &str| {
        link.get(..with.len())
            .is_some_and(|it| it.eq_ignore_ascii_case(with))
    };
    starts("http") || starts("hxxp")
}

/// The value of the attribute whose name stands before a text: in quotes, or up to a blank or the end of
/// its tag.
fn target(text: &str) -> Option<String> {
    let text = text.trim_start().strip_prefix('=')?.trim_start();
    let value = match text.chars().next()? {
        quote @ ('"' | '\'') => text[1..].split_once(quote)?.0,
        _ => text.split(|c: char| c.is_whitespace() || c == '>').next()?,
    };
    Some(value.trim().replace("&amp;", "&"))
}

#[cfg(test)]
mod tests {
    use super::hidden_links;

    #[test]
    fn links_are_offered_whose_targets_the_text_does_not_show() {
        let cases: [(&str, &str, &[&str]); 9] = [
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
                "<a class=b href=https://bare.example>x</a> href=\"http://open",
                "",
                &["https://bare.example"],
            ),
            (
                "<A HREF = \"HTTPS://a.example/A\">x</A>",
                "",
                &["HTTPS://a.example/A"],
            ),
            ("the attribute href of http://a.example", "", &[]),
            ("", "https://a.example", &[]),
        ];
        for (html, shown, expected) in cases {
            assert_eq!(hidden_links(html, shown), expected, "{html}");
        }
    }
}
