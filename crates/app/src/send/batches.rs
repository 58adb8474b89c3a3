//! The batches of a run: a strip of all where they are few enough to be told, and a table of those
//! that were called.

use ioculate_core::session::{BatchState, BatchView, Progress};
use yew::prelude::*;

use crate::{
    figures::{number, tenths},
    parts::{Icon, Tone, icon},
    words::{message::send as message, send as words},
};

/// Calls in the table.
const CALLS: usize = 60;

/// The order of the legend.
const LEGEND: [BatchState; 8] = [
    BatchState::Accepted,
    BatchState::Partly,
    BatchState::Rejected,
    BatchState::Unconfirmed,
    BatchState::Retry,
    BatchState::InFlight,
    BatchState::Waiting,
    BatchState::NotSent,
];

/// Whether a batch has yet to leave.
pub(super) fn waits(state: BatchState) -> bool {
    matches!(state, BatchState::Waiting | BatchState::Retry)
}

fn look(state: BatchState) -> (&'static str, Icon, Tone) {
    match state {
        BatchState::Waiting => ("wait", Icon::Wait, Tone::Plain),
        BatchState::InFlight => ("fly", Icon::Spin, Tone::Accent),
        BatchState::Retry => ("fail", Icon::Retry, Tone::Bad),
        BatchState::Accepted => ("done", Icon::Check, Tone::Ok),
        BatchState::Partly => ("part", Icon::Half, Tone::Warn),
        BatchState::Rejected => ("fail", Icon::Rejected, Tone::Bad),
        BatchState::Unconfirmed => ("part", Icon::Unknown, Tone::Warn),
        BatchState::NotSent => ("wait", Icon::Ignored, Tone::Dim),
    }
}

pub(super) fn strip(progress: &Progress) -> Html {
    let batches = &progress.batches;
    let all: u32 = progress.by_state.iter().map(|(_, count)| count).sum();
    let cell = |batch: &BatchView| {
        let (class, mark, tone) = look(batch.state);
        html! {
            <li {class}>
                { icon(mark, tone) }
                <span>{ batch.number }</span>
                <span class="vh">{ words::state(batch.state) }</span>
            </li>
        }
    };
    html! {
        <section class="sec" aria-labelledby="h-b">
            <div class="bar-h"><h2 id="h-b">{ message::batches(all) }</h2></div>
            if all as usize == batches.len() { <ol class="strip">{ for batches.iter().map(cell) }</ol> }
            <ul class="legend">{ for LEGEND.into_iter().filter_map(|state| legend(progress, state)) }</ul>
        </section>
    }
}

fn legend(progress: &Progress, state: BatchState) -> Option<Html> {
    let (_, count) = progress.by_state.iter().find(|(it, _)| *it == state)?;
    let (_, mark, tone) = look(state);
    let name = words::in_state(state);
    Some(html! { <li>{ icon(mark, tone) }{ " " }<b>{ number(*count) }</b>{ " " }{ name }</li> })
}

pub(super) fn calls(batches: &[BatchView]) -> Html {
    let was_called = |it: &&BatchView| it.tries > 0 || it.state == BatchState::InFlight;
    let mut called = batches.iter().rev().filter(was_called).peekable();
    if called.peek().is_none() {
        return html! {
            <section class="sec" aria-labelledby="h-t">
                <div class="bar-h"><h2 id="h-t">{ message::calls() }</h2></div>
                <p class="small dim">{ message::no_calls() }</p>
            </section>
        };
    }
    html! {
        <section class="sec" aria-labelledby="h-t">
            <div class="bar-h"><h2 id="h-t">{ message::calls() }</h2></div>
            <div class="wrap" tabindex="0" role="region" aria-label={message::calls_newest_first()}>
                <table>
                    <thead>
                        <tr>
                            <th scope="col" class="num">{ message::batch() }</th>
                            <th scope="col">{ message::indicators() }</th>
                            <th scope="col" class="grow">{ message::state() }</th>
                            <th scope="col" class="num">{ message::rejected() }</th>
                            <th scope="col" class="num">{ message::tries() }</th>
                            <th scope="col" class="num">{ message::http() }</th>
                            <th scope="col" class="num">{ message::took() }</th>
                        </tr>
                    </thead>
                    <tbody>{ for called.take(CALLS).map(call) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn call(batch: &BatchView) -> Html {
    let (_, mark, tone) = look(batch.state);
    let answered = matches!(
        batch.state,
        BatchState::Accepted | BatchState::Partly | BatchState::Rejected
    );
    html! {
        <tr>
            <th scope="row" class="num">{ batch.number }</th>
            <td>{ words::range(batch) }</td>
            <td class="state">{ icon(mark, tone) }{ words::state(batch.state) }</td>
            <td class="num">{ answered.then(|| number(batch.rejected)) }</td>
            <td class="num">{ batch.tries }</td>
            <td class="num">{ batch.status }</td>
            <td class="num">{ (batch.millis > 0).then(|| tenths(batch.millis)) }</td>
        </tr>
    }
}
