//! The report's part about taking back: of this run by another, and what this one took back.

use ioculate_core::{
    journal::RunView,
    session::{ExportKind, Purpose, ReportSummary},
};
use yew::prelude::*;

use super::{download, kept, sum};
use crate::{
    choose::undo,
    parts::{Icon, Tone, banner, plain},
    shell::View,
    state::Report,
    words::{report as report_words, undo as words},
};

/// Above the screen: the API refused to delete.
pub(super) fn refused(view: &View, report: &Report) -> Html {
    let refused = report.summary.undeletable;
    if refused == 0 {
        return Html::default();
    }
    let body = html! {
        <span data-testid="deletion-refused">
            <b>{ words::refused(refused) }</b>{ " " }{ words::refused_leaves(report.summary.deleted) }{ " " }{ words::REFUSED_WHY }{ " " }{ words::REFUSED_WAY_ON }
        </span>
    };
    let way_on = download(
        view,
        ExportKind::Deletions,
        "download-deletions",
        words::DELETIONS,
    );
    banner(Tone::Warn, Icon::Warn, true, body, way_on)
}

/// What was looked at, and what became of it.
pub(super) fn totals(summary: &ReportSummary) -> Html {
    let counts = &summary.counts;
    let looked_at = [
        (Icon::Check, Tone::Ok, words::TO_DO, counts.ready),
        (Icon::Ignored, Tone::Dim, words::LEFT_ALONE, counts.ignored),
        (
            Icon::Refused,
            Tone::Bad,
            report_words::UNREADABLE,
            counts.refused,
        ),
    ];
    let became = [
        (Icon::Delete, Tone::Ok, words::DELETED, summary.deleted),
        (Icon::Undo, Tone::Ok, words::RESTORED, summary.restored),
        (
            Icon::Rejected,
            Tone::Bad,
            report_words::REJECTED,
            summary.rejected,
        ),
        (
            Icon::Unknown,
            Tone::Warn,
            report_words::UNCONFIRMED,
            summary.unconfirmed,
        ),
        (
            Icon::Ignored,
            Tone::Dim,
            report_words::NOT_SENT,
            summary.not_sent,
        ),
    ];
    let looked_at = &looked_at[..if counts.refused > 0 { 3 } else { 2 }];
    html! {
        <section class="sec sum" aria-label={report_words::TOTALS}>
            { sum(words::LOOKED_UP, words::LOOKED_AT, looked_at, words::ALL_LOOKED_AT, counts.records) }
            { sum(words::BECAME, words::LOOKED_AT, &became, words::TO_DO, counts.ready) }
            if summary.unconfirmed > 0 { <p class="small wide">{ words::UNCONFIRMED }</p> }
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
        None => html! { <p class="small">{ words::NOT_KEPT }</p> },
    };
    html! {
        <section class="sec" aria-labelledby="h-undo" data-testid="undo-offer">
            <div class="bar-h"><h2 id="h-undo">{ words::UNDO }</h2></div>
            { body }
        </section>
    }
}

fn offered(view: &View, run: &RunView) -> Html {
    let is_elsewhere = view.who.is_some_and(|who| !who.may_undo(run));
    let told = run.undone.as_ref().map(|undone| {
        let runs = view.model.runs.as_ref();
        let by = runs.and_then(|runs| runs.get(&undone.by));
        let by = by.map(|by| html! { <>{ words::BY }{ plain(&by.account.username) }</> });
        html! { <p class="small" data-testid="undone"><b>{ words::undone(undone) }{ by }{ "." }</b>{ words::stays(undone) }</p> }
    });
    html! {
        <>
            { told }
            if run.may_be_undone() {
                <p class="small">{ if is_elsewhere { words::OTHER_TENANT } else { words::meaning(&run.purpose) } }</p>
                <span class="ask">{ undo(view, run, "", words::undo(run)) }</span>
            }
        </>
    }
}

/// What is to be deleted and is not, as a file.
pub(super) fn deletions(view: &View, summary: &ReportSummary) -> Html {
    match summary.undeletable {
        0 => Html::default(),
        rows => html! {
            <li>
                { words::undeleted(rows) }
                { download(view, ExportKind::Deletions, "download-undeleted", words::DELETIONS) }
            </li>
        },
    }
}

/// Whether the run was prepared: its rows are nobody's list.
pub(super) fn is_prepared(summary: &ReportSummary) -> bool {
    summary.purpose != Purpose::Import
}
