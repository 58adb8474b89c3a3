//! The last screen: what became of every record.

mod paper;
mod prepared;
mod rest;

use std::rc::Rc;

use ioculate_core::{
    indicator::Action,
    journal::RunView,
    session::{ExportKind, Filter, ReportSummary, Stopped, VerdictFilter},
};
use yew::prelude::*;

use prepared::is_prepared;

use crate::{
    choose::{resume, who_may},
    figures::number,
    parts::{Icon, Tone, banner, button, command, icon, plain},
    review::{AFTER, AFTER_PREPARED, Grid, detail, tools},
    shell::{View, hint},
    state::{Hint, Msg, Report},
    ways,
    words::{
        again,
        message::{common, report as message, runs as runs_message},
        report as words, review as review_words, runs, undo,
    },
};

/// Above the screen: where the report is from, and why the run stopped before its end.
pub fn notice(view: &View, report: &Report) -> Html {
    let told =
        |tone, mark, text: &'static str| banner(tone, mark, false, text.into(), Html::default());
    let source = match (&report.who, report.summary.from_file) {
        (Some(_), false) => Html::default(),
        (None, false) => told(Tone::Accent, Icon::Clock, runs_message::past()),
        (None, true) => told(Tone::Warn, Icon::Clock, message::past_of_file()),
        (Some(_), true) => told(Tone::Warn, Icon::Warn, message::begun_elsewhere()),
    };
    let as_listed = report.summary.on_list_of.map(|at| {
        let text = again::was_sent_as_listed(at);
        banner(
            Tone::Accent,
            Icon::Clock,
            false,
            text.into(),
            Html::default(),
        )
    });
    html! { <>{ source }{ as_listed }{ stopped(report) }{ prepared::refused(view, report) }</> }
}

fn stopped(report: &Report) -> Html {
    let Some(stopped) = &report.summary.stopped else {
        return Html::default();
    };
    let said = match stopped {
        Stopped::Forbidden { code, message } => {
            html! { <>{ plain(code) }{ ": " }{ plain(message) }</> }
        }
        Stopped::OverQuota { message } => plain(message),
        _ => Html::default(),
    };
    let (first, rest) = words::stopped(stopped, said);
    let body = html! { <><b>{ first }</b>{ common::between_sentences() }{ rest }</> };
    banner(Tone::Warn, Icon::Warn, true, body, Html::default())
}

/// The screen's content.
pub fn main(view: &View, report: &Report) -> Html {
    let summary = &report.summary;
    html! {
        <>
            <section class="lead" aria-labelledby="h1">
                <h1 id="h1" tabindex="-1">{ words::heading(summary, plain(&tenant(view, report))) }</h1>
                <p class="dim">{ words::lead(summary, plain(&summary.account.username)) }</p>
                { paper::origin(report) }
                { hint(view, Hint::Report) }
            </section>
            { sums(view, report) }
            { side(view, report) }
        </>
    }
}

/// The tenant's name, as far as it is known.
fn tenant(view: &View, report: &Report) -> String {
    let account = &report.summary.account;
    match &report.who {
        Some(who) => who.tenant.clone(),
        None => match view.tenant(account) {
            id if id == account.tenant_id => runs_message::tenant(id),
            name => name.to_owned(),
        },
    }
}

fn sums(view: &View, report: &Report) -> Html {
    let summary = &report.summary;
    let counts = &summary.counts;
    let states: &[VerdictFilter] = if is_prepared(summary) {
        &AFTER_PREPARED
    } else {
        &AFTER
    };
    html! {
        <div
            data-testid="report"
            data-records={counts.records.to_string()}
            data-ready={counts.ready.to_string()}
            data-duplicate={counts.duplicate.to_string()}
            data-conflict={counts.conflict.to_string()}
            data-refused={counts.refused.to_string()}
            data-ignored={counts.ignored.to_string()}
            data-accepted={summary.accepted.to_string()}
            data-rejected={summary.rejected.to_string()}
            data-unconfirmed={summary.unconfirmed.to_string()}
            data-not-sent={summary.not_sent.to_string()}
            data-deleted={summary.deleted.to_string()}
            data-restored={summary.restored.to_string()}
        >
            if is_prepared(summary) { { prepared::totals(summary) } } else { { totals(summary) } }
            { reasons(view, summary) }
            <section class={classes!("data", is_prepared(summary).then_some("prepared"))} aria-labelledby="h-x">
                <h2 id="h-x" class="vh">{ message::every_row() }</h2>
                { tools(&report.table, counts.records, None, states, Html::default(), view.on) }
                <Grid table={report.table.clone()} files={names(report)} ended=true on={view.on.clone()} />
                { paper::rows(report) }
            </section>
        </div>
    }
}

fn names(report: &Report) -> Rc<[AttrValue]> {
    report.files.iter().cloned().map(AttrValue::from).collect()
}

fn totals(summary: &ReportSummary) -> Html {
    let counts = &summary.counts;
    let given = [
        (Icon::Check, Tone::Ok, message::ready(), counts.ready),
        (
            Icon::Duplicate,
            Tone::Plain,
            review_words::verdict(ioculate_core::check::Verdict::Duplicate),
            counts.duplicate,
        ),
        (
            Icon::Conflict,
            Tone::Warn,
            review_words::verdict(ioculate_core::check::Verdict::Conflict),
            counts.conflict,
        ),
        (
            Icon::Refused,
            Tone::Bad,
            review_words::verdict(ioculate_core::check::Verdict::Refused),
            counts.refused,
        ),
        (
            Icon::Ignored,
            Tone::Dim,
            review_words::verdict(ioculate_core::check::Verdict::Ignored),
            counts.ignored,
        ),
    ];
    let became = [
        (
            Icon::Accepted,
            Tone::Ok,
            message::accepted(),
            summary.accepted,
        ),
        (
            Icon::Rejected,
            Tone::Bad,
            message::rejected(),
            summary.rejected,
        ),
        (
            Icon::Unknown,
            Tone::Warn,
            message::unconfirmed(),
            summary.unconfirmed,
        ),
        (
            Icon::Ignored,
            Tone::Dim,
            message::not_sent(),
            summary.not_sent,
        ),
    ];
    html! {
        <section class="sec sum" aria-label={message::totals()}>
            { sum(message::given(), message::records(), &given, message::records_read(), counts.records) }
            { sum(message::became(), message::rows(), &became, message::ready(), counts.ready) }
            if summary.unconfirmed > 0 { <p class="small wide">{ message::unconfirmed_body() }</p> }
        </section>
    }
}

/// A sum written out: its lines add up to its foot.
fn sum(
    heading: &'static str,
    unit: &'static str,
    lines: &[(Icon, Tone, &'static str, u32)],
    total: &'static str,
    all: u32,
) -> Html {
    let line = |&(mark, tone, name, count): &(Icon, Tone, &'static str, u32)| {
        html! { <tr><th scope="row">{ icon(mark, tone) }{ " " }{ name }</th><td class="num">{ number(count) }</td></tr> }
    };
    html! {
        <table>
            <thead><tr><th scope="col">{ heading }</th><th scope="col" class="num">{ unit }</th></tr></thead>
            <tbody>{ for lines.iter().map(line) }</tbody>
            <tfoot><tr><th scope="row">{ total }</th><td class="num">{ number(all) }</td></tr></tfoot>
        </table>
    }
}

fn reasons(view: &View, summary: &ReportSummary) -> Html {
    if summary.reasons.is_empty() {
        return Html::default();
    }
    let rejected = Filter {
        verdict: Some(VerdictFilter::Rejected),
        ..Filter::default()
    };
    let line = |reason: &ioculate_core::session::Reason| {
        html! { <tr><th scope="row">{ plain(&reason.text) }</th><td class="num">{ number(reason.rows) }</td></tr> }
    };
    html! {
        <section class="sec" aria-labelledby="h-o">
            <div class="bar-h">
                <h2 id="h-o">{ message::reasons() }</h2>
                <small class="dim">{ message::word_for_word(html! { <code>{ "failureReason" }</code> }) }</small>
                { button("mini push", view.on, Msg::Filter(rejected), message::show(summary.rejected).into()) }
            </div>
            <table class="reasons">
                <thead>
                    <tr><th scope="col">{ message::reason() }</th><th scope="col" class="num">{ message::rows() }</th></tr>
                </thead>
                <tbody>{ for summary.reasons.iter().map(line) }</tbody>
                <tfoot>
                    <tr><th scope="row">{ message::all_rejected() }</th><td class="num">{ number(summary.rejected) }</td></tr>
                </tfoot>
            </table>
        </section>
    }
}

fn side(view: &View, report: &Report) -> Html {
    let sums = &report.summary;
    let unsent = sums.unconfirmed + sums.not_sent;
    let is_own = !is_prepared(sums);
    html! {
        <div class="side">
            if let Some(it) = &report.table.detail { { detail(it, &report.table, &names(report), &sums.purpose, Html::default(), view.on) } }
            { unfinished(view, report) }
            { prepared::offer(view, report) }
            <section class="sec on-screen" aria-labelledby="h-dl">
                <div class="bar-h"><h2 id="h-dl">{ message::keep() }</h2></div>
                <ul class="downs">
                    { takeaway(view, ExportKind::ReportCsv, "download-report-csv", message::as_csv().into(), "CSV") }
                    { takeaway(view, ExportKind::ReportJson, "download-report-json", message::as_json().into(), "JSON") }
                    { prepared::deletions(view, sums) }
                    { rest::to_mend(view, report) }
                    if unsent > 0 && is_own {
                        { takeaway(view, ExportKind::Unsent, "download-unsent", message::unsent(unsent).into(), "CSV") }
                    }
                    { run_file(view, report) }
                </ul>
                if unsent > 0 && is_own { { ways::folded(view) } }
            </section>
            if is_own {
                <section class="sec" aria-labelledby="h-n">
                    <div class="bar-h"><h2 id="h-n">{ message::not_yet() }</h2></div>
                    <ul class="next">{ for not_yet().into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
                </section>
            }
        </div>
    }
}

/// The way on, where the run has not ended: its rows are at hand, so no further question is asked.
fn unfinished(view: &View, report: &Report) -> Html {
    let Some(run) = kept(view, report).filter(|run| run.ended.is_none()) else {
        return Html::default();
    };
    html! {
        <section class="sec" aria-labelledby="h-g" data-testid="go-on">
            <div class="bar-h"><h2 id="h-g">{ runs_message::go_on() }</h2></div>
            <p>{ runs::will_send(run) }</p>
            if run.from_file { <p class="small">{ runs_message::unseen() }</p> }
            { who_may(view, run) }
            if run.may_go_on() { <span class="menu">{ resume(view, run) }</span> }
        </section>
    }
}

/// The run as it is kept, where it is.
fn run_file(view: &View, report: &Report) -> Html {
    let Some(run) = kept(view, report) else {
        return Html::default();
    };
    html! {
        <li>
            { message::as_run() }
            { command(
                ("mini", "download-run"),
                runs_message::save().into(),
                view.on,
                Msg::SaveRun(run.run.clone()),
                html! { <>{ icon(Icon::Download, Tone::Plain) }{ message::run_file() }</> },
            ) }
        </li>
    }
}

/// The run in this browser that the report speaks of.
fn kept<'a>(view: &'a View, report: &Report) -> Option<&'a RunView> {
    view.model.runs.as_ref()?.of(&report.summary)
}

/// What "accepted" does not yet mean.
fn not_yet() -> [Html; 4] {
    let first = |words: &'static str| html! { <b>{ words }</b> };
    [
        message::network_acts(first(message::network())),
        message::files_act(first(message::files())),
        message::certificates_act(first(message::certificates())),
        message::audit_acts(first(Action::Audit.as_str())),
    ]
}

/// What can be taken away, and its button: the button's name says both, for several are of one kind.
fn takeaway(
    view: &View,
    kind: ExportKind,
    testid: &'static str,
    what: Html,
    label: &'static str,
) -> Html {
    takeaway_or(view, kind, testid, what, label, Html::default())
}

/// The same, with another way on beside it.
fn takeaway_or(
    view: &View,
    kind: ExportKind,
    testid: &'static str,
    what: Html,
    label: &'static str,
    other: Html,
) -> Html {
    let about = format!("about-{testid}");
    let names = format!("{testid} {about}");
    html! {
        <li>
            <span id={about}>{ what }</span>
            { download(view, kind, testid, Some(names), label) }
            { other }
        </li>
    }
}

/// A button that takes something away; with the ids of what names it, where its label is not enough.
fn download(
    view: &View,
    kind: ExportKind,
    testid: &'static str,
    names: Option<String>,
    label: &'static str,
) -> Html {
    let on = view.on.clone();
    let onclick = Callback::from(move |_: MouseEvent| on.emit(Msg::Export(kind)));
    html! {
        <button type="button" class="mini" id={testid} aria-labelledby={names} data-testid={testid} {onclick}>
            { icon(Icon::Download, Tone::Plain) }{ label }
        </button>
    }
}

/// The foot: how long it is kept, and the next import.
pub fn foot(view: &View, report: &Report) -> Html {
    let term = kept(view, report).map(|run| runs::kept_until(run, view.model.now));
    let (msg, next) = match (&report.before, &report.who) {
        (Some(before), _) => (Msg::Drop, undo::leave(before)),
        (None, Some(_)) => (Msg::StartOver, message::more()),
        (None, None) => (Msg::StartOver, message::back()),
    };
    html! {
        <footer class="foot still">
            <span class="small dim">
                { common::sentence(&crate::words::shell::build(&view.deployment.build)) }{ common::between_sentences() }
                if view.model.runs.is_some() { { term.unwrap_or_else(|| runs_message::not_kept().to_owned()) } }
            </span>
            <span class="menu push">{ command(("", "leave-report"), next.to_owned(), view.on, msg, next.into()) }</span>
        </footer>
    }
}
