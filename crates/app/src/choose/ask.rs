//! The question before something is done with a run that is kept.

use ioculate_core::journal::RunView;
use yew::prelude::*;

use super::unfinished::by;
use crate::{
    parts::{Modal, button, command, plain},
    shell::View,
    state::{Choose, Msg, Runs, Wish},
    words::runs as words,
};

pub(super) fn dialog(view: &View, choose: &Choose) -> Html {
    let (Some(wish), Some(runs)) = (&choose.wish, &view.model.runs) else {
        return Html::default();
    };
    let run = wish.run().and_then(|id| runs.get(id));
    let question = match (wish, run) {
        (Wish::ForgetAll, _) => forget_all(runs),
        (Wish::Resume(..), Some(run)) => (words::ask_resume(run), resume(run), words::RESUME),
        (Wish::Show(_), Some(_)) => (words::ASK_SHOW.to_owned(), Vec::new(), words::SHOW),
        (Wish::Forget(_), Some(run)) if run.ended.is_none() => {
            let body = vec![words::discards(run)];
            (words::ASK_DISCARD.to_owned(), body, words::DISCARD)
        }
        (Wish::Forget(_), Some(_)) => {
            let body = vec![words::FORGETS.to_owned()];
            (words::ASK_FORGET.to_owned(), body, words::FORGET)
        }
        // It was forgotten in another tab meanwhile.
        (_, None) => return Html::default(),
    };
    let on = view.on.clone();
    let close = Callback::from(move |()| on.emit(Msg::CloseDialog));
    let loses = matches!(wish, Wish::Resume(..) | Wish::Show(_)) && choose.has_list();
    let loses = loses.then(|| words::puts_away(choose.records()));
    html! { <Modal {close}>{ asked(view, run, question, loses) }</Modal> }
}

fn forget_all(runs: &Runs) -> (String, Vec<String>, &'static str) {
    let unfinished = runs.unfinished().filter(|run| !run.is_running).count();
    let body = vec![words::forgets_all(unfinished, runs.unread())];
    (words::ASK_FORGET_ALL.to_owned(), body, words::FORGET_ALL)
}

fn resume(run: &RunView) -> Vec<String> {
    let unseen = run.from_file.then(|| words::UNSEEN.to_owned());
    [words::will_send(run)].into_iter().chain(unseen).collect()
}

fn asked(
    view: &View,
    run: Option<&RunView>,
    (heading, body, label): (String, Vec<String>, &'static str),
    loses: Option<String>,
) -> Html {
    let cancel = view.on.reform(|_: MouseEvent| Msg::CloseDialog);
    let save = run.filter(|_| label == words::DISCARD).map(|run| {
        button(
            "",
            view.on,
            Msg::SaveRun(run.run.clone()),
            words::SAVE.into(),
        )
    });
    let about = run.map(|run| {
        html! { <p class="dim"><b>{ plain(&view.name(run)) }</b>{ ". " }{ words::begun(run) }{ by(view, run) }{ " " }{ words::so_far(run) }</p> }
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
                <button type="button" autofocus=true onclick={cancel}>{ words::CANCEL }</button>
                { command(("main", "confirm-run"), label.into(), view.on, Msg::ConfirmWish, label.into()) }
            </div>
        </div>
    }
}
