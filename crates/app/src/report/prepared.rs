//! The report's part about taking back: of this run by another, and what this one took back.

use ioculate_core::{
    journal::RunView,
    session::{ExportKind, Purpose, ReportSummary},
};
use yew::prelude::*;

use super::{download, kept, sum, takeaway};
use crate::{
    choose::undo,
    parts::{Icon, Tone, banner, plain},
    shell::View,
    state::Report,
    words::{
        message::{common, report as report_message, undo as message},
        undo as words,
    },
};

/// Above the screen: the API refused to delete.
pub(super) fn refused(view: &View, report: &Report) -> Html {
    let refused = report.summary.undeletable;
    if refused == 0 {
        return Html::default();
    }
    let between = common::between_sentences();
    let body = html! {
        <span data-testid="deletion-refused">
            <b>{ message::refused(refused) }</b>{ between }{ words::refused_leaves(report.summary.deleted) }{ between }{ message::refused_why() }{ between }{ message::refused_way_on() }
        </span>
    };
    let way_on = download(
        view,
        ExportKind::Deletions,
        "download-deletions",
        None,
        message::deletions(),
    );
    banner(Tone::Warn, Icon::Warn, true, body, way_on)
}

/// What was looked at, and what became of it.
pub(super) fn totals(summary: &ReportSummary) -> Html {
    let counts = &summary.counts;
    let looked_at = [
        (Icon::Check, Tone::Ok, message::to_be_done(), counts.ready),
        (
            Icon::Ignored,
            Tone::Dim,
            message::left_alone(),
            counts.ignored,
        ),
        (
            Icon::Refused,
            Tone::Bad,
            report_message::unreadable(),
            counts.refused,
        ),
    ];
    let became = [
        (Icon::Delete, Tone::Ok, message::deleted(), summary.deleted),
        (Icon::Undo, Tone::Ok, message::restored(), summary.restored),
        (
            Icon::Rejected,
            Tone::Bad,
            report_message::rejected(),
            summary.rejected,
        ),
        (
            Icon::Unknown,
            Tone::Warn,
            report_message::unconfirmed(),
            summary.unconfirmed,
        ),
        (
            Icon::Ignored,
            Tone::Dim,
            report_message::not_sent(),
            summary.not_sent,
        ),
    ];
    let looked_at = &looked_at[..if counts.refused > 0 { 3 } else { 2 }];
    html! {
        <section class="sec sum" aria-label={report_message::totals()}>
            { sum(message::looked_up(), message::looked_at(), looked_at, message::all_looked_at(), counts.records) }
            { sum(message::became(), message::looked_at(), &became, message::to_be_done(), counts.ready) }
            if summary.unconfirmed > 0 { <p class="small wide">{ message::unconfirmed() }</p> }
        </section>
    }
}

/// Whether this run was undone, and the button that undoes it.
pub(super) fn offer(view: &View, report: &Report) -> Html {
    let summary = &report.summary;
    if summary.accepted + summary.unconfirmed + summary.deleted == 0 || view.model.runs.is_none() {
        return Html::default();
    }
    let body = match kept(view, report) {
        Some(run) => offered(view, run),
        None => html! { <p class="small">{ message::not_kept() }</p> },
    };
    html! {
        <section class="sec" aria-labelledby="h-undo" data-testid="undo-offer">
            <div class="bar-h"><h2 id="h-undo">{ message::undo() }</h2></div>
            { body }
        </section>
    }
}

fn offered(view: &View, run: &RunView) -> Html {
    let is_elsewhere = view.who.is_some_and(|who| !who.may_undo(run));
    let told = run.undone.as_ref().map(|undone| {
        let runs = view.model.runs.as_ref();
        let by = runs.and_then(|runs| runs.get(&undone.by));
        let by = by.map(|by| plain(&by.account.username));
        html! {
            <p class="small" data-testid="undone">
                <b>{ words::undone(undone, by) }</b>
                if undone.partly { { common::between_sentences() }{ message::stays() } }
            </p>
        }
    });
    html! {
        <>
            { told }
            if run.may_be_undone() {
                <p class="small">{ if is_elsewhere { message::other_tenant() } else { words::meaning(&run.purpose) } }</p>
                <span class="ask">{ undo(view, run, "", words::undo(run)) }</span>
            }
        </>
    }
}

/// What is to be deleted and is not, as a file.
pub(super) fn deletions(view: &View, summary: &ReportSummary) -> Html {
    match summary.undeletable {
        0 => Html::default(),
        rows => takeaway(
            view,
            ExportKind::Deletions,
            "download-undeleted",
            message::undeleted(rows).into(),
            message::deletions(),
        ),
    }
}

/// Whether the run was prepared: its rows are nobody's list.
pub(super) fn is_prepared(summary: &ReportSummary) -> bool {
    summary.purpose != Purpose::Import
}
