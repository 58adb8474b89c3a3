//! Runs of the past that this browser keeps.

use ioculate_core::journal::{JournalState, RunView};
use yew::prelude::*;

use super::{drop::picker, undo::undo, unfinished::by};
use crate::{
    figures::moment,
    parts::{Icon, Tone, command, icon, plain},
    shell::View,
    state::{Choose, Msg, Runs, Wish},
    words::{message::runs as message, runs as words, undo as undo_words},
};

/// Runs in view; the rest is folded away.
const RECENT: usize = 8;

pub(super) fn history(view: &View, choose: &Choose) -> Html {
    let Some(runs) = &view.model.runs else {
        return Html::default();
    };
    html! {
        <section class="sec" aria-labelledby="h-r" data-testid="history">
            <div class="bar-h">
                <h2 id="h-r">{ message::history() }</h2>
                <span class="menu push">
                    { picker(view.on_run_file, ("btn mini filebtn", "run-file-input"), message::open_file(), false) }
                    if !runs.all.is_empty() || runs.unread() > 0 {
                        { command(("mini", "forget-all"), message::forget_all().into(), view.on, Msg::Wish(Wish::ForgetAll), message::forget_all().into()) }
                    }
                </span>
            </div>
            { kept(&runs.journal) }
            if runs.unread() > 0 {
                <p class="said" data-testid="unread-runs">{ icon(Icon::Warn, Tone::Warn) }{ " " }{ message::unread(runs.unread(), message::forget_all()) }</p>
            }
            { busy(choose) }
            { past(view, runs) }
        </section>
    }
}

fn kept(journal: &JournalState) -> Html {
    match journal {
        JournalState::Kept { persisted, .. } => {
            html! { <p class="small dim">{ words::kept(*persisted) }</p> }
        }
        JournalState::Unavailable { message } => html! {
            <p class="said">{ message::keeps_nothing(plain(message)) }</p>
        },
    }
}

fn busy(choose: &Choose) -> Html {
    let what = match (&choose.showing, choose.taking_in) {
        (Some(_), _) => message::showing(),
        (None, true) => message::taking_in(),
        (None, false) => return Html::default(),
    };
    html! { <p class="busy after" role="status">{ icon(Icon::Spin, Tone::Accent) }{ what }</p> }
}

fn past(view: &View, runs: &Runs) -> Html {
    let past: Vec<_> = runs.past().collect();
    let (recent, earlier) = past.split_at(past.len().min(RECENT));
    if recent.is_empty() {
        return match runs.journal {
            JournalState::Kept { unread: 0, .. } => {
                html! { <p class="small dim">{ message::no_past() }</p> }
            }
            JournalState::Kept { .. } | JournalState::Unavailable { .. } => Html::default(),
        };
    }
    html! {
        <>
            { table(view, recent) }
            if !earlier.is_empty() {
                <details>
                    <summary>{ words::earlier(earlier.len()) }</summary>
                    { table(view, earlier) }
                </details>
            }
        </>
    }
}

fn table(view: &View, runs: &[&RunView]) -> Html {
    html! {
        <table class="stack runs">
            <thead>
                <tr>
                    <th scope="col">{ message::started() }</th>
                    <th scope="col">{ message::list() }</th>
                    <th scope="col">{ message::became() }</th>
                    <th scope="col"><span class="vh">{ message::commands() }</span></th>
                </tr>
            </thead>
            <tbody>{ for runs.iter().map(|run| line(view, run)) }</tbody>
        </table>
    }
}

fn line(view: &View, run: &RunView) -> Html {
    let id = || run.run.clone();
    let commands = [
        ("show-run", message::show(), Msg::Wish(Wish::Show(id()))),
        ("save-run", message::save(), Msg::SaveRun(id())),
        (
            "forget-run",
            message::forget(),
            Msg::Wish(Wish::Forget(id())),
        ),
    ];
    let commands = commands.map(|(testid, label, msg)| {
        command(
            ("mini", testid),
            words::of_run(label, &view.name(run), run),
            view.on,
            msg,
            label.into(),
        )
    });
    html! {
        <tr data-testid="past-run">
            <td>{ moment(run.started) }</td>
            <th scope="row">
                { plain(&view.name(run)) }
                <small class="dim">{ by(view, run) }</small>
            </th>
            <td>
                { words::sums(run) }
                if let Some(undone) = &run.undone { <small class="dim">{ undo_words::undone_short(undone) }</small> }
            </td>
            <td><span class="menu">{ undo(view, run, "mini", undo_words::undo_short(run)) }{ for commands }</span></td>
        </tr>
    }
}
