//! What happened, newest first.

use yew::prelude::*;

use crate::{
    figures::time,
    state::Happened,
    words::{message::send as message, send as words},
};

pub(super) fn log(log: &[Happened]) -> Html {
    let line = |it: &Happened| html! { <li><time>{ time(it.at) }</time><span>{ words::happening(&it.what) }</span></li> };
    html! {
        <section class="sec" aria-labelledby="h-l">
            <div class="bar-h"><h2 id="h-l">{ message::happening() }</h2></div>
            if log.is_empty() { <p class="small dim">{ message::nothing_yet() }</p> }
            <ol class="log">{ for log.iter().map(line) }</ol>
        </section>
    }
}
