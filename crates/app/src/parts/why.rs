//! The link from a finding to its page in the catalogue, which the build puts beside the page.

use yew::prelude::*;

use crate::words::message::help as message;

/// Says why: for a line that does not show the finding's code.
pub fn why(code: &str) -> Html {
    link(
        code,
        html! { <>{ message::why() }<span class="vh">{ " " }{ code.to_owned() }</span></> },
    )
}

/// The finding's code, leading there.
pub fn code_link(code: &str) -> Html {
    link(
        code,
        html! { <><span class="vh">{ message::why() }{ " " }</span><code>{ code.to_owned() }</code></> },
    )
}

/// In a tab of its own: what is on this page is not left for it.
fn link(code: &str, label: Html) -> Html {
    let href = format!("help/{code}.html");
    html! {
        <a class="why-link" {href} target="_blank" rel="noopener noreferrer" data-testid="why">{ label }</a>
    }
}
