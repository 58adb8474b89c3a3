//! Runs that did not finish, said before anything else: what is done, what is not, and the ways on.

use ioculate_core::journal::RunView;
use yew::prelude::*;

use crate::{
    parts::{Icon, Segment, Tone, command, icon, plain, track},
    shell::View,
    state::{Errand, Msg, Runs, Wish},
    words::{
        message::{common, runs as message},
        runs as words,
    },
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
                <p class="small">{ begun(view, run) }</p>
                <p class="small">{ words::so_far(run) }</p>
                { track(&segments, run.entries) }
                { who_may(view, run) }
            </div>
            if !run.is_running { <span class="menu">{ commands(view, run) }</span> }
        </li>
    }
}

/// When it was begun, by whom, and in which tenant.
pub(super) fn begun(view: &View, run: &RunView) -> Html {
    let (account, tenant, is_unnamed) = whose(view, run);
    from_file(run, words::begun(run, account, tenant, is_unnamed))
}

/// Whose it is, and in which tenant.
pub(super) fn by(view: &View, run: &RunView) -> Html {
    let (account, tenant, is_unnamed) = whose(view, run);
    from_file(run, words::by(account, tenant, is_unnamed))
}

/// Account and tenant, and whether that one has no name here but its id.
fn whose(view: &View, run: &RunView) -> (Html, Html, bool) {
    let tenant = view.tenant(&run.account);
    let is_unnamed = tenant == run.account.tenant_id;
    (plain(&run.account.username), plain(tenant), is_unnamed)
}

/// What is said of a run, and that it came with a file where it did.
fn from_file(run: &RunView, said: Html) -> Html {
    html! {
        <>
            { said }
            if run.from_file { { common::between_sentences() }{ message::from_file() } }
        </>
    }
}

/// Why there is no button that goes on, where there is none.
pub(crate) fn who_may(view: &View, run: &RunView) -> Html {
    let account = html! { <b>{ plain(&run.account.username) }</b> };
    match view.who {
        _ if run.is_running => html! { <p class="small"><b>{ message::running() }</b></p> },
        None => html! { <p class="small">{ message::sign_in_as(account) }</p> },
        Some(who) if who.began(run) => Html::default(),
        Some(who) => {
            let signed_in = html! { <b>{ plain(&who.account.username) }</b> };
            let said = message::belongs_to(account, signed_in, plain(&who.tenant));
            html! { <p class="small">{ said }</p> }
        }
    }
}

/// The button that goes on with a run, where who is signed in may.
pub(crate) fn resume(view: &View, run: &RunView) -> Html {
    match view.who {
        None => command(
            ("main", "resume-run"),
            words::of_run(message::sign_in_and_resume(), &view.name(run), run),
            view.on_sign_in_for,
            Errand::Resume(run.run.clone()),
            message::sign_in_and_resume().into(),
        ),
        Some(who) if who.began(run) => command(
            ("main", "resume-run"),
            words::of_run(message::resume(), &view.name(run), run),
            view.on,
            Msg::Wish(Wish::Resume(run.run.clone(), who.clone())),
            html! { <>{ icon(Icon::Play, Tone::Plain) }{ message::resume() }</> },
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
                words::of_run(message::show_rows(), &view.name(run), run),
                view.on,
                Msg::Wish(Wish::Show(run.run.clone())),
                message::show_rows().into(),
            ) }
            { command(
                ("", "save-run"),
                words::of_run(message::save(), &view.name(run), run),
                view.on,
                Msg::SaveRun(run.run.clone()),
                message::save().into(),
            ) }
            { command(
                ("bare", "discard-run"),
                words::of_run(message::discard(), &view.name(run), run),
                view.on,
                Msg::Wish(Wish::Forget(run.run.clone())),
                message::discard().into(),
            ) }
        </>
    }
}
