//! What stands there when the page cannot work: what is lost, and what to do.

use yew::prelude::*;

use crate::{
    parts::plain,
    state::Fault,
    words::{message::shell as message, shell as words},
};

/// The worker died, or does not start.
pub fn fault(fault: &Fault, build: &str) -> Html {
    let reload = Callback::from(|_: MouseEvent| reload());
    let Fault::Worker { reason, sending } = fault else {
        return html! {
            <section class="sec" role="alert" aria-labelledby="h1" data-testid="worker-late">
                <h1 id="h1" tabindex="-1">{ words::fault(fault) }</h1>
                <p>{ message::late_body() }</p>
                <div class="ask"><button type="button" class="main" onclick={reload}>{ message::reload() }</button></div>
            </section>
        };
    };
    html! {
        <section class="sec" role="alert" aria-labelledby="h1">
            <h1 id="h1" tabindex="-1">{ words::fault(fault) }</h1>
            <p>{ words::worker_lost(*sending) }</p>
            <p>{ message::lost_todo() }</p>
            <div class="ask"><button type="button" class="main" onclick={reload}>{ message::reload() }</button></div>
            <h2 class="after">{ message::last_words() }</h2>
            <pre class="raw" dir="ltr">{ crate::parts::visible(reason).into_owned() }{ "\n" }{ words::build(build) }</pre>
        </section>
    }
}

/// The configuration is wrong: a page of its own.
pub fn config_failed(faults: &[String]) -> Html {
    html! {
        <main id="main">
            <section class="sec" role="alert" aria-labelledby="h1" data-testid="config-error">
                <h1 id="h1" tabindex="-1">{ message::config_failed() }</h1>
                <p>{ message::config_failed_body() }</p>
                <ul class="next">{ for faults.iter().map(|fault| html! { <li>{ plain(fault) }</li> }) }</ul>
            </section>
        </main>
    }
}

fn reload() {
    if let Some(window) = web_sys::window() {
        // A refused reload leaves this text standing.
        let _ = window.location().reload();
    }
}
