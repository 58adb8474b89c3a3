//! Runs that did not finish, said before anything else: what is done, what is not, and the ways on.

use ioculate_core::journal::RunView;
use yew::prelude::*;

use crate::{
    parts::{Icon, Segment, Tone, command, icon, plain, track},
    shell::View,
    state::{Errand, Msg, Runs, Wish},
    words::runs as words,
};

pub(super) fn unfinished(view: &View) -> Html {
    let runs = view.model.runs.iter().flat_map(Runs::unfinished);
    let runs: Vec<_> = runs.collect();
    if runs.is_empty() {
        return Html::default();
    }
    let running = runs.iter().filter(|run| run.is_running).count();
    html! {
        <section class="banner unfinished" aria-labelledby="h-u" data-testid="unfinished">
            <h2 id="h-u">{ words::unfinished(runs.len(), running) }</h2>
            <ul>{ for runs.into_iter().map(|run| line(view, run)) }</ul>
        </section>
    }
}

fn line(view: &View, run: &RunView) -> Html {
    let segments = [
        ("a", run.accepted),
        ("d", run.rejected),
        ("c", run.unconfirmed),
    ];
    let segments = segments.map(|(class, amount)| Segment { class, amount });
    html! {
        <li data-testid="unfinished-run">
            { icon(Icon::Half, Tone::Warn) }
            <div>
                <p><b>{ plain(&view.name(run)) }</b></p>
                <p class="small">{ words::begun(run) }{ by(view, run) }</p>
                <p class="small">{ words::so_far(run) }</p>
                { track(&segments, run.entries) }
                { who_may(view, run) }
            </div>
            if !run.is_running { <span class="menu">{ commands(view, run) }</span> }
        </li>
    }
}

/// Whose it is, and in which tenant.
pub(super) fn by(view: &View, run: &RunView) -> Html {
    let tenant = view.tenant(&run.account);
    let unnamed = tenant == run.account.tenant_id;
    html! {
        <>
            { plain(&run.account.username) }{ words::in_tenant(unnamed) }{ plain(tenant) }{ "." }
            if run.from_file { { " " }{ words::FROM_FILE } }
        </>
    }
}

/// Why there is no button that goes on, where there is none.
pub(crate) fn who_may(view: &View, run: &RunView) -> Html {
    let account = plain(&run.account.username);
    match view.who {
        _ if run.is_running => html! { <p class="small"><b>{ words::RUNNING }</b></p> },
        None => html! { <p class="small">{ words::SIGN_IN_AS }<b>{ account }</b>{ "." }</p> },
        Some(who) if who.began(run) => Html::default(),
        Some(who) => html! {
            <p class="small">
                { words::BELONGS_TO }<b>{ account }</b>{ ". " }
                { words::SIGNED_IN_IS }<b>{ plain(&who.account.username) }</b>
                { words::in_tenant(false) }{ plain(&who.tenant) }{ ". " }{ words::SIGN_OUT_FIRST }
            </p>
        },
    }
}

/// The button that goes on with a run, where who is signed in may.
pub(crate) fn resume(view: &View, run: &RunView) -> Html {
    match view.who {
        None => command(
            ("main", "resume-run"),
            words::of_run(words::SIGN_IN_AND_RESUME, &view.name(run), run),
            view.on_sign_in_for,
            Errand::Resume(run.run.clone()),
            words::SIGN_IN_AND_RESUME.into(),
        ),
        Some(who) if who.began(run) => command(
            ("main", "resume-run"),
            words::of_run(words::RESUME, &view.name(run), run),
            view.on,
            Msg::Wish(Wish::Resume(run.run.clone(), who.clone())),
            html! { <>{ icon(Icon::Play, Tone::Plain) }{ words::RESUME }</> },
        ),
        Some(_) => Html::default(),
    }
}

fn commands(view: &View, run: &RunView) -> Html {
    html! {
        <>
            { resume(view, run) }
            { command(
                ("", "show-run"),
                words::of_run(words::SHOW_ROWS, &view.name(run), run),
                view.on,
                Msg::Wish(Wish::Show(run.run.clone())),
                words::SHOW_ROWS.into(),
            ) }
            { command(
                ("", "save-run"),
                words::of_run(words::SAVE, &view.name(run), run),
                view.on,
                Msg::SaveRun(run.run.clone()),
                words::SAVE.into(),
            ) }
            { command(
                ("bare", "discard-run"),
                words::of_run(words::DISCARD, &view.name(run), run),
                view.on,
                Msg::Wish(Wish::Forget(run.run.clone())),
                words::DISCARD.into(),
            ) }
        </>
    }
}
