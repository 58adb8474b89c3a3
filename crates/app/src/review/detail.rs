//! Everything about the row under the cursor.

use ioculate_core::{
    change::Change,
    check::Verdict,
    diagnostic::Diagnostic,
    import::{Attempt, Outcome},
    indicator::Action,
    indicator::IndicatorType,
    session::{AttemptView, Detail, Excerpt, Fate, Fix, Purpose, Scope},
};
use yew::prelude::*;

use super::{
    changes::difference,
    compared::{caught, compared},
    edit,
    fixes::fixes,
    row,
};
use crate::{
    figures::{date, tenths, time},
    parts::{
        DETAILS, Icon, Tone, back_to_rows, button, code, code_link, data, gravity, icon, plain,
        visible,
    },
    state::{Msg, Rows, Table},
    words::{
        change,
        message::{change as change_message, review as message, undo},
        review as words, say,
    },
};

/// The panel. `overriding` is how the row is sent although the guard stops it.
pub fn detail(
    detail: &Detail,
    table: &Table,
    files: &[AttrValue],
    purpose: &Purpose,
    overriding: Html,
    on: &Callback<Msg>,
) -> Html {
    let is_own = *purpose == Purpose::Import;
    let it = &detail.view;
    let scope = Scope::Row { row: it.row };
    let title = message::line(it.line);
    // A change is taken back where it is listed.
    let is_of_a_change = |fix: &&Fix| matches!(fix, Fix::KeepAsWritten { .. });
    // Nothing is mended of what the tenant holds: it is taken back, or left out.
    let applies = |fix: &&Fix| is_own || matches!(fix, Fix::LeaveOut | Fix::TakeBackIn);
    let at_hand = detail
        .fixes
        .iter()
        .filter(|fix| !is_of_a_change(fix) && applies(fix));
    let at_hand: Vec<Fix> = at_hand.cloned().collect();
    html! {
        <section class="sec sheet" aria-labelledby={DETAILS} onkeydown={back_to_rows()}>
            <div class="bar-h">
                <h2 id={DETAILS} tabindex="-1">{ if is_own { title.as_str() } else { it.indicator_type.map_or(undo::indicator(), IndicatorType::as_str) } }</h2>
                <span class="state small">{ row::state(it, it.outcome.is_some()) }</span>
                { edit::begin(detail, on) }
                { steps(table, on) }
            </div>
            <div class="detail">
                if !is_own { <p>{ data(&it.value) }</p> }
                { file(it.file, files) }
                { findings(&detail.diagnostics) }
                { answer(it.outcome.as_ref()) }
                { attempts(&detail.attempts) }
                { twin(detail) }
                { caught(it.caught.as_ref()) }
                { overriding }
                if let Some(tenant) = &detail.tenant { { compared(it, &detail.rbac_group_names, tenant, is_own.then_some(on)) } }
                { fixes(&at_hand, &scope, 1, &title, on) }
                if is_own {
                    { source(&detail.source) }
                    { changes(detail, &scope, on) }
                }
                { fields(detail, is_own) }
            </div>
        </section>
    }
}

/// The way through the rows of a table, and out of the panel.
pub fn steps<W: Rows>(table: &Table<W>, on: &Callback<Msg>) -> Html {
    let at = table.cursor.unwrap_or(0);
    let last = table.total().saturating_sub(1);
    // At an end it stays where the focus can be: one that is disabled would lose it.
    let step = |name: &'static str, mark: Icon, msg: Msg, is_end: bool| {
        let on = on.clone();
        let onclick = Callback::from(move |_: MouseEvent| on.emit(msg.clone()));
        html! {
            <button type="button" class="mini icon bare" aria-label={name} aria-disabled={is_end.then_some("true")} {onclick}>{ icon(mark, Tone::Plain) }</button>
        }
    };
    html! {
        <span class="menu push">
            { step(message::previous(), Icon::Left, Msg::Cursor(at.saturating_sub(1)), at == 0) }
            { step(message::next(), Icon::Right, Msg::Cursor((at + 1).min(last)), at >= last) }
            { step(message::close(), Icon::Close, Msg::CloseDetail, false) }
        </span>
    }
}

fn file(file: u16, files: &[AttrValue]) -> Html {
    match files.get(usize::from(file)) {
        Some(name) if files.len() > 1 => html! { <p class="small dim">{ plain(name) }</p> },
        _ => Html::default(),
    }
}

fn findings(diagnostics: &[Diagnostic]) -> Html {
    let line = |d: &Diagnostic| {
        html! {
            <li class="finding-line">
                { gravity(d.gravity()) }
                <span>{ plain(&say::finding(&d.finding)) }{ " " }{ code_link(d.code()) }</span>
            </li>
        }
    };
    titled(
        message::findings(),
        diagnostics.is_empty(),
        html! { <ul>{ for diagnostics.iter().map(line) }</ul> },
    )
}

/// A heading with what belongs to it, or nothing.
fn titled(heading: &'static str, empty: bool, content: Html) -> Html {
    if empty {
        Html::default()
    } else {
        html! { <div><h3>{ heading }</h3>{ content }</div> }
    }
}

fn answer(outcome: Option<&Outcome>) -> Html {
    let text = match outcome {
        Some(Outcome::Rejected { reason, target }) => html! {
            <p class="small">{ plain(reason) }{ target.as_deref().map(|t| html! { <>{ " " }{ code(t) }</> }) }</p>
        },
        Some(Outcome::Accepted { id: Some(id) }) => {
            html! { <p class="small">{ message::accepted_as(code(id)) }</p> }
        }
        _ => return Html::default(),
    };
    titled(message::answer(), false, text)
}

/// The calls that carried the row, the first one first.
fn attempts(attempts: &[AttemptView]) -> Html {
    let line = |it: &AttemptView| {
        let Attempt { at, millis, status } = it.attempt;
        html! {
            <li>
                <span>{ message::batch(&it.batch.to_string(), &date(at), &time(at)) }</span>
                <span>{ message::answered_after(&words::answered(status), &tenths(millis)) }</span>
            </li>
        }
    };
    titled(
        message::attempts(),
        attempts.is_empty(),
        html! { <ol class="edits" data-testid="attempts">{ for attempts.iter().map(line) }</ol> },
    )
}

fn twin(detail: &Detail) -> Html {
    match (detail.view.verdict, detail.view.twin) {
        (Verdict::Conflict, Some(twin)) => {
            let action = html! { <b>{ twin.action.map(Action::as_str) }</b> };
            html! { <p class="small">{ message::conflicts_with(twin.line, action) }</p> }
        }
        (Verdict::Duplicate, Some(twin)) => {
            html! { <p class="small">{ message::repeats(twin.line) }</p> }
        }
        _ => Html::default(),
    }
}

fn source(source: &Excerpt) -> Html {
    let marked =
        (!source.value.is_empty()).then(|| html! { <mark>{ lines(&source.value) }</mark> });
    titled(
        message::source(),
        source.before.is_empty() && source.value.is_empty(),
        html! {
            <div class="raw" dir="ltr" tabindex="0" role="group" aria-label={message::source()}>{ lines(&source.before) }{ marked }{ lines(&source.after) }</div>
        },
    )
}

/// A foreign text of several lines.
fn lines(text: &str) -> Html {
    let shown = text.split_inclusive('\n').map(|line| {
        let (content, end) = match line.strip_suffix('\n') {
            Some(content) => (content, "\n"),
            None => (line, ""),
        };
        html! { visible(content).into_owned() + end }
    });
    html! { <>{ for shown }</> }
}

fn changes(detail: &Detail, scope: &Scope, on: &Callback<Msg>) -> Html {
    let first_of =
        |at: usize, kind| detail.changes.iter().position(|it| it.kind == kind) == Some(at);
    let line = |(at, it): (usize, &Change)| {
        let keep = Fix::KeepAsWritten { kind: it.kind };
        let keep = (first_of(at, it.kind) && detail.fixes.contains(&keep)).then_some(keep);
        html! {
            <li>
                <span>
                    <span class="dim">{ it.field.as_str() }{ ": " }</span>
                    { difference(it) }
                    <small class="dim">{ " " }{ change::done(it.kind, it.times) }</small>
                </span>
                if let Some(fix) = keep { { button("mini", on, Msg::Fix(fix, scope.clone()), change_message::keep().into()) } }
            </li>
        }
    };
    titled(
        message::changes(),
        detail.changes.is_empty(),
        html! { <ul class="edits">{ for detail.changes.iter().enumerate().map(line) }</ul> },
    )
}

fn fields(detail: &Detail, is_own: bool) -> Html {
    let it = &detail.view;
    if it.verdict == Verdict::Ignored && is_own {
        return Html::default();
    }
    let heading = match it.fate {
        Some(Fate::Restore) => undo::as_it_was(),
        _ if is_own => message::fields(),
        _ => undo::as_it_is(),
    };
    let groups = match detail.rbac_group_names.as_slice() {
        [] => message::all_devices().to_owned(),
        names => names.join(", "),
    };
    let alert = detail
        .generate_alert
        .map(|on| on.to_string())
        .unwrap_or_default();
    let lines = [
        ("title", it.title.as_str()),
        ("description", detail.description.as_str()),
        ("recommendedActions", detail.recommended_actions.as_str()),
        ("rbacGroupNames", groups.as_str()),
        ("generateAlert", alert.as_str()),
    ];
    let line = |(name, value): &(&'static str, &str)| html! { <><dt>{ *name }</dt><dd>{ plain(value) }</dd></> };
    let filled = lines.iter().filter(|(_, value)| !value.is_empty());
    titled(
        heading,
        false,
        html! { <dl class="facts">{ for filled.map(line) }</dl> },
    )
}
