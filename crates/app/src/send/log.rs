//! What happened, newest first.

use yew::prelude::*;

use crate::{figures::time, state::Happened, words::send as words};

pub(super) fn log(log: &[Happened]) -> Html {
    let line = |it: &Happened| html! { <li><time>{ time(it.at) }</time><span>{ words::happening(&it.what) }</span></li> };
    html! {
        <section class="sec" aria-labelledby="h-l">
            <div class="bar-h"><h2 id="h-l">{ words::HAPPENING }</h2></div>
            if log.is_empty() { <p class="small dim">{ words::NOTHING_YET }</p> }
            <ol class="log">{ for log.iter().map(line) }</ol>
        </section>
    }
}
