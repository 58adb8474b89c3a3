//! The third screen: the run as it goes, or why it did not start.

mod batches;
mod closed;
mod log;
mod tell;

pub(crate) use closed::said;

use ioculate_core::session::{Connection, Progress, Purpose, TenantState, Waiting};
use yew::prelude::*;

use crate::{
    check,
    figures::number,
    parts::{Icon, Segment, Tone, button, command, icon, plain, ticks, track},
    shell::View,
    state::{Msg, Send},
    words::{
        connection,
        message::{again, send as message, tenant},
        send as words, sentences, undo,
    },
};

/// Marks that one can still tell apart.
const MOST_TICKS: u32 = 120;

/// The screen's content.
pub fn main(view: &View, send: &Send) -> Html {
    match (&send.connection, &send.progress) {
        (Connection::Closed { reason, api_base }, None) => {
            closed::main(view, send, reason, api_base)
        }
        (Connection::Checking | Connection::Open, None) => opening(view, send),
        (_, Some(progress)) => running(view, send, progress),
    }
}

/// Before the first call: the tenant is listed once more, then the API is asked.
fn opening(view: &View, send: &Send) -> Html {
    let (heading, body) = match view.model.tenant {
        TenantState::Listing { listed } => {
            let until = undo::until_read_again(send.origin.purpose());
            (
                again::reading(),
                sentences(&[&tenant::listing_sentence(listed), until]),
            )
        }
        _ => (message::opening(), message::opening_body().to_owned()),
    };
    html! {
        <section class="lead" aria-labelledby="h1">
            <h1 id="h1" tabindex="-1">{ heading }</h1>
            <p class="busy over" data-testid="opening">{ icon(Icon::Spin, Tone::Accent) }{ body }</p>
        </section>
    }
}

fn running(view: &View, send: &Send, progress: &Progress) -> Html {
    let purpose = send.origin.purpose();
    let answered = progress.accepted + progress.rejected + progress.unconfirmed;
    html! {
        <>
            <section aria-labelledby="h1" data-waits={waits(&progress.why)}>
                <div class="lead">
                    <h1 id="h1" tabindex="-1">{ words::heading(&progress.why, progress.cancelling, purpose, &send.who.tenant) }</h1>
                    <p class="dim">{ words::lead(progress, purpose) }</p>
                    if let Some(search) = words::search(progress) { <p class="dim">{ search }</p> }
                    { trouble(view, send, &progress.why) }
                </div>
                <progress
                    data-testid="progress"
                    max={progress.entries.to_string()}
                    value={answered.to_string()}
                    aria-label={message::answered()}
                />
                { meters(progress, purpose) }
            </section>
            <div>
                { batches::strip(progress) }
                { batches::calls(&progress.batches) }
            </div>
            <div class="side">
                { quota(progress) }
                { log::log(&send.log) }
                <section class="sec" aria-labelledby="h-s">
                    <h2 id="h-s">{ message::if_you_leave() }</h2>
                    <p class="small dim">{ words::if_you_leave(send.unjournalled) }</p>
                    { tell::tell(view) }
                </section>
            </div>
        </>
    }
}

/// The name, for tests, of what a run waits for.
const fn waits(why: &Waiting) -> Option<&'static str> {
    match why {
        Waiting::Quota { .. } => Some("quota"),
        Waiting::Retry { .. } => Some("retry"),
        Waiting::Trouble { .. } => Some("trouble"),
        Waiting::SignIn { .. } => Some("sign-in"),
        _ => None,
    }
}

/// What keeps the run from going on, and the button that mends it.
fn trouble(view: &View, send: &Send, why: &Waiting) -> Html {
    match why {
        Waiting::Trouble {
            status, message, ..
        } => html! {
            <>
                <p class="said" role="alert">
                    { message::api_said(html! { <>{ status.map(|s| format!("{s} ")) }{ plain(message) }</> }) }
                </p>
                <p>{ check::opener(view, "mini") }</p>
            </>
        },
        Waiting::Journal { message } => html! {
            <p class="said" role="alert">{ message::browser_said(plain(message)) }</p>
        },
        Waiting::SignIn { .. } if view.who.is_some_and(|who| !send.is_of(who)) => html! {
            <p role="alert">{ message::other_account(plain(&send.who.account.username)) }</p>
        },
        Waiting::SignIn { .. } => html! { <div class="ask">{ view.sign_in.button.clone() }</div> },
        _ => Html::default(),
    }
}

fn meters(progress: &Progress, purpose: &Purpose) -> Html {
    let waits = progress.by_state.iter().filter(|(s, _)| batches::waits(*s));
    let left = waits.map(|(_, count)| count).sum();
    let meter = |name: &'static str, big: Html, small: String| {
        html! { <div><dt>{ name }</dt><dd class="big">{ big }</dd><dd class="small dim">{ small }</dd></div> }
    };
    let accepted = html! { <>{ number(progress.accepted) }{ " " }<small>{ message::of(progress.entries) }</small></> };
    html! {
        <dl class="meters">
            { meter(undo::meter(purpose), accepted, message::some_rejected(progress.rejected)) }
            { meter(message::not_answered(), number(progress.in_flight).into(), message::unconfirmed(progress.unconfirmed)) }
            { meter(message::not_sent(), number(progress.waiting).into(), message::batches_left(left)) }
            { meter(
                message::time_left(),
                words::time_left(progress.seconds_left).into(),
                words::calls_free(progress.quota_used, progress.quota),
            ) }
        </dl>
    }
}

fn quota(progress: &Progress) -> Html {
    let (used, quota) = (progress.quota_used, progress.quota);
    html! {
        <section class="sec" aria-labelledby="h-q">
            <div class="bar-h"><h2 id="h-q">{ message::quota() }</h2><b class="push">{ message::of_quota(used, quota) }</b></div>
            if quota <= MOST_TICKS {
                { ticks(used, quota, message::quota_used(used, quota)) }
            } else {
                { track(&[Segment { class: "a", amount: used }], quota) }
            }
            <p class="small dim">{ message::quota_body() }</p>
        </section>
    }
}

/// The foot: who sends, cancel, pause or resume.
pub fn foot(view: &View, send: &Send) -> Html {
    let tenant = html! { <b>{ plain(&send.who.tenant) }</b> };
    let to = undo::whither(
        send.origin.purpose(),
        tenant,
        plain(&send.who.account.username),
    );
    let to = html! { <span class="small">{ to }</span> };
    let commands = match &send.progress {
        Some(progress) => running_commands(view, progress),
        None if send.is_shut() => {
            let step = send.goes_back_to();
            button(
                "bare",
                view.on,
                Msg::Go(step),
                connection::back(step).into(),
            )
        }
        None if matches!(view.model.tenant, TenantState::Listing { .. }) => command(
            ("", "stop-listing"),
            again::back().to_owned(),
            view.on,
            Msg::Cancel,
            again::back().into(),
        ),
        // It is being opened: it begins, or says why not, in a moment.
        None => Html::default(),
    };
    html! { <footer class="foot">{ to }<span class="menu push">{ commands }</span></footer> }
}

/// A cancelled run that still asks what became of rows in doubt need not be waited for.
fn ending(view: &View, progress: &Progress) -> Html {
    if !words::asks_about_doubts(&progress.why) {
        return Html::default();
    }
    let on = view.on.clone();
    html! {
        <button type="button" data-testid="end-now" onclick={move |_| on.emit(Msg::Cancel)}>
            { message::end_now() }
        </button>
    }
}

fn running_commands(view: &View, progress: &Progress) -> Html {
    if progress.cancelling {
        return ending(view, progress);
    }
    let held = matches!(
        progress.why,
        Waiting::Paused
            | Waiting::Trouble { .. }
            | Waiting::SignIn { .. }
            | Waiting::Journal { .. }
    );
    let on = view.on.clone();
    html! {
        <>
            { button("bare", view.on, Msg::Cancel, message::cancel().into()) }
            if held {
                <button type="button" class="main" data-testid="resume" onclick={move |_| on.emit(Msg::Resume)}>
                    { icon(Icon::Play, Tone::Plain) }{ message::resume() }
                </button>
            } else {
                <button type="button" data-testid="pause" onclick={move |_| on.emit(Msg::Pause)}>
                    { icon(Icon::Pause, Tone::Plain) }{ message::pause() }
                </button>
            }
        </>
    }
}
