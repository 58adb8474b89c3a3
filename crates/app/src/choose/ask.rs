//! The question before something is done with a run that is kept.

use ioculate_core::journal::RunView;
use yew::prelude::*;

use super::unfinished::begun;
use crate::{
    parts::{Modal, button, command, plain},
    shell::View,
    state::{Choose, Msg, Runs, Wish},
    words::{message::runs as message, runs as words},
};

pub(super) fn dialog(view: &View, choose: &Choose) -> Html {
    let (Some(wish), Some(runs)) = (&choose.wish, &view.model.runs) else {
        return Html::default();
    };
    let run = wish.run().and_then(|id| runs.get(id));
    let question = match (wish, run) {
        (Wish::ForgetAll, _) => forget_all(runs),
        (Wish::Resume(..), Some(run)) => (words::ask_resume(run), resume(run), message::resume()),
        (Wish::Show(_), Some(_)) => (message::ask_show().into(), Vec::new(), message::show()),
        (Wish::Forget(_), Some(run)) if run.ended.is_none() => {
            let body = vec![words::discards(run)];
            (message::ask_discard().to_owned(), body, message::discard())
        }
        (Wish::Forget(_), Some(_)) => {
            let body = vec![message::forgets().to_owned()];
            (message::ask_forget().to_owned(), body, message::forget())
        }
        // It was forgotten in another tab meanwhile.
        (_, None) => return Html::default(),
    };
    let on = view.on.clone();
    let close = Callback::from(move |()| on.emit(Msg::CloseDialog));
    let loses = matches!(wish, Wish::Resume(..) | Wish::Show(_)) && choose.has_list();
    let loses = loses.then(|| message::puts_away(choose.records()));
    // What is deleted before it has ended can be saved first.
    let saved = run.filter(|run| matches!(wish, Wish::Forget(_)) && run.ended.is_none());
    html! { <Modal {close}>{ asked(view, (run, saved), question, loses) }</Modal> }
}

fn forget_all(runs: &Runs) -> (String, Vec<String>, &'static str) {
    let unfinished = runs.unfinished().filter(|run| !run.is_running).count();
    let body = vec![words::forgets_all(unfinished, runs.unread())];
    let heading = message::ask_forget_all().to_owned();
    (heading, body, message::forget_all())
}

fn resume(run: &RunView) -> Vec<String> {
    let unseen = run.from_file.then(|| message::unseen().to_owned());
    [words::will_send(run)].into_iter().chain(unseen).collect()
}

fn asked(
    view: &View,
    (run, saved): (Option<&RunView>, Option<&RunView>),
    (heading, body, label): (String, Vec<String>, &'static str),
    loses: Option<String>,
) -> Html {
    let cancel = view.on.reform(|_: MouseEvent| Msg::CloseDialog);
    let save = saved.map(|run| {
        button(
            "",
            view.on,
            Msg::SaveRun(run.run.clone()),
            message::save().into(),
        )
    });
    let about = run.map(|run| {
        let name = html! { <b>{ plain(&view.name(run)) }</b> };
        let about = message::about(name, begun(view, run), words::so_far(run).into());
        html! { <p class="dim">{ about }</p> }
    });
    html! {
        <div class="dlg">
            <div class="dlg-h">
                <h2 id="dlg-h">{ heading }</h2>
                { about }
                { for body.into_iter().chain(loses).map(|text| html! { <p>{ text }</p> }) }
            </div>
            <div class="dlg-f">
                { save }
                <button type="button" autofocus=true onclick={cancel}>{ message::cancel() }</button>
                { command(("main", "confirm-run"), label.into(), view.on, Msg::ConfirmWish, label.into()) }
            </div>
        </div>
    }
}
