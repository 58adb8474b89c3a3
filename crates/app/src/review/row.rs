//! One row of the table, and the table's head.

use ioculate_core::{
    check::Verdict,
    diagnostic::Finding,
    import::{NotSent, Outcome},
    indicator::{Action, IndicatorType, Severity},
    session::{Filter, RowSort, RowView, Twin},
};
use yew::prelude::*;

use super::{grid::GridProps, summary::verdict_icon, tenant};
use crate::{
    figures::{day, number},
    parts::{
        Grip, Icon, Part, Spot, Tone, arrow, compare, data, icon, on_row, plain, row_id, tick,
        tick_all, visible,
    },
    state::{Column, Msg, Picked},
    words::{
        guard,
        message::{held, review as message, undo as undo_message},
        review as words, say, tenant as tenant_words, undo,
    },
};

pub(super) fn head(several: bool, props: &GridProps) -> Html {
    let line = if several {
        message::file_and_line()
    } else {
        message::line_number()
    };
    let columns = [
        ("state", message::state(), Some(RowSort::Verdict), None),
        ("c-val", message::value(), Some(RowSort::Value), None),
        (
            "c-type",
            message::r#type(),
            Some(RowSort::Type),
            Some(Column::Type),
        ),
        (
            "c-act",
            message::action(),
            Some(RowSort::Action),
            Some(Column::Action),
        ),
        (
            "c-sev",
            message::severity(),
            Some(RowSort::Severity),
            Some(Column::Severity),
        ),
        (
            "c-exp",
            message::expires(),
            Some(RowSort::Expires),
            Some(Column::Expires),
        ),
        (
            "c-title",
            message::title(),
            Some(RowSort::Title),
            Some(Column::Title),
        ),
        ("c-line end", line, None, Some(Column::Line)),
    ];
    let columns = columns.into_iter().enumerate();
    let shown = |(_, (.., column)): &(usize, (_, _, _, Option<Column>))| {
        column.is_none_or(|it| !props.hidden.has(it))
    };
    html! {
        <div role="row" class="head" aria-rowindex="1">
            if let Some(picked) = &props.picked { { pick_all(picked, props) } }
            { for columns.filter(shown).map(|(place, (class, name, sort, _))| column(props, place, class, name, sort)) }
        </div>
    }
}

fn pick_all(picked: &Picked, props: &GridProps) -> Html {
    let all = tick_all(
        &props.on,
        held::select_passing().to_owned(),
        props.table.ticked(picked),
    );
    html! { <div role="columnheader" class="c-tick">{ all }</div> }
}

/// The head of a column, which orders the rows by it: that way, the other way, and by lines again.
fn column(
    props: &GridProps,
    place: usize,
    class: &'static str,
    name: &'static str,
    sort: Option<RowSort>,
) -> Html {
    let now = &props.table.filter;
    let is_it = now.sort == sort && (sort.is_some() || now.descending);
    let order = match (now.sort == sort, now.descending) {
        (false, _) => "none",
        (true, false) => "ascending",
        (true, true) => "descending",
    };
    let wanted = if is_it && now.descending {
        Filter::default()
    } else {
        Filter {
            sort,
            descending: now.sort == sort,
            ..Filter::default()
        }
    };
    let wanted = now.clone().ordered_as(&wanted);
    let on = props.on.clone();
    let onclick = Callback::from(move |_: MouseEvent| on.emit(Msg::Filter(wanted.clone())));
    html! {
        <div role="columnheader" {class} aria-sort={order}>
            <button type="button" {onclick}>{ name }{ is_it.then(|| arrow(now.descending)) }</button>
            if props.picked.is_some() { <Grip column={place} widths={props.widths} on={props.on.clone()} /> }
        </div>
    }
}

pub(super) fn row(it: &RowView, spot: Spot, props: &GridProps) -> Html {
    let place = spot.place;
    let open = props.table.cursor == Some(place);
    let picked = props.picked.as_ref().map(|picked| picked.has(it.row));
    let shows = |column| !props.hidden.has(column);
    let onclick = on_row(&props.on, place, picked.is_some());
    let class = classes!(
        "row",
        open.then_some("is-open"),
        stays(it).then_some("is-out")
    );
    html! {
        <div
            key={spot.key}
            id={row_id(it.row)}
            role="row"
            {class}
            aria-rowindex={(place + 2).to_string()}
            aria-selected={picked.unwrap_or(open).to_string()}
            data-testid="row"
            {onclick}
        >
            if let Some(picked) = picked { { pick(it, picked, place, props) } }
            <div role="gridcell" class="state">{ state(it, props.ended) }</div>
            <div role="gridcell" class="c-val">{ value(it, props.ended) }</div>
            if shows(Column::Type) { <div role="gridcell" class="c-type"><span class="cut">{ it.indicator_type.map(IndicatorType::as_str) }</span></div> }
            if shows(Column::Action) { <div role="gridcell" class="c-act">{ action(it) }</div> }
            if shows(Column::Severity) { <div role="gridcell" class="c-sev"><span class="cut">{ it.severity.map(Severity::as_str) }</span></div> }
            if shows(Column::Expires) { <div role="gridcell" class="c-exp">{ expires(it) }</div> }
            if shows(Column::Title) { <div role="gridcell" class="c-title"><span class="cut">{ plain(&it.title) }</span></div> }
            if shows(Column::Line) { <div role="gridcell" class="c-line end">{ line(it, &props.files) }</div> }
        </div>
    }
}

fn pick(it: &RowView, picked: bool, place: u32, props: &GridProps) -> Html {
    let name = held::select(&visible(&it.value));
    html! { <div role="gridcell" class="c-tick">{ tick(&props.on, name, picked, place) }</div> }
}

/// Whether a row stays behind.
fn stays(it: &RowView) -> bool {
    it.left_out || it.held.is_some() || !matches!(it.verdict, Verdict::Ready | Verdict::Conflict)
}

/// Whether it is of an undo or a deletion, and stays as the tenant holds it.
fn is_left(it: &RowView) -> bool {
    let finding = it.finding.as_ref();
    finding.is_some_and(|it| it.code().starts_with("left-"))
}

/// A row's state: picture and word.
pub(super) fn state(it: &RowView, ended: bool) -> Html {
    match (&it.outcome, it.left_out) {
        (Some(outcome), _) if ended => {
            html! { <>{ outcome_icon(outcome) }{ undo::outcome(outcome, it.fate) }</> }
        }
        (_, true) => html! { <>{ icon(Icon::Ignored, Tone::Dim) }{ message::left_out() }</> },
        _ => match (it.held, it.fate) {
            // The other reasons are fates, and the fate says it more exactly.
            (Some(NotSent::Guarded), _) => {
                html! { <>{ tenant::kept(NotSent::Guarded) }{ tenant_words::held(NotSent::Guarded) }</> }
            }
            (_, Some(fate)) => html! { <>{ tenant::picture(fate) }{ tenant_words::fate(fate) }</> },
            (Some(why), None) => html! { <>{ tenant::kept(why) }{ tenant_words::held(why) }</> },
            (None, None) => {
                let word = if is_left(it) {
                    undo_message::left_alone()
                } else {
                    words::verdict(it.verdict)
                };
                html! { <>{ verdict_icon(it.verdict) }{ word }</> }
            }
        },
    }
}

/// An outcome's picture.
fn outcome_icon(outcome: &Outcome) -> Html {
    match outcome {
        Outcome::Accepted { .. } => icon(Icon::Accepted, Tone::Ok),
        Outcome::Rejected { .. } => icon(Icon::Rejected, Tone::Bad),
        Outcome::Unconfirmed => icon(Icon::Unknown, Tone::Warn),
        Outcome::NotSent { .. } => icon(Icon::Ignored, Tone::Dim),
    }
}

fn value(it: &RowView, ended: bool) -> Html {
    if let (true, Some(Outcome::Rejected { reason, .. })) = (ended, &it.outcome) {
        return html! { <>{ data(&it.value) }<span class="why cut">{ plain(reason) }</span></> };
    }
    match (why(it), &it.given) {
        (Some(why), _) => html! { <>{ data(&it.value) }<span class="why cut">{ why }</span></> },
        (None, Some(given)) => difference(given, &it.value),
        (None, None) => data(&it.value),
    }
}

/// Why a row stays behind, in a few words.
fn why(it: &RowView) -> Option<String> {
    match (it.verdict, it.twin, &it.finding) {
        (Verdict::Ready, _, _) => it
            .caught
            .as_ref()
            .map(|caught| guard::list(&caught.list).0.to_owned()),
        (Verdict::Duplicate, Some(Twin { line, .. }), _) => Some(message::same_as(line)),
        (_, _, finding) => match &finding.as_ref()?.finding {
            Finding::LeftChanged { by, at } => Some(undo::changed_since(&visible(by), at)),
            finding => Some(say::title(finding).to_owned()),
        },
    }
}

/// What is sent, with what was given beside it.
pub(super) fn difference(given: &str, sent: &str) -> Html {
    let (given, sent) = (visible(given), visible(sent));
    let parts = compare(&given, &sent);
    let now = parts.iter().map(|part| match part {
        Part::Same(text) => html! { text.clone() },
        Part::New(text) => html! { <ins>{ text.clone() }</ins> },
        Part::Gone(_) => Html::default(),
    });
    let was = parts.iter().map(|part| match part {
        Part::Same(text) => html! { text.clone() },
        Part::Gone(text) => html! { <del>{ text.clone() }</del> },
        Part::New(_) => Html::default(),
    });
    html! {
        <>
            <bdi class="v cut" dir="ltr">{ for now }</bdi>
            <span class="was">
                <span class="vh">{ message::was() }</span>
                <span aria-hidden="true">{ "← " }</span>
                <bdi class="v" dir="ltr">{ for was }</bdi>
            </span>
        </>
    }
}

fn action(it: &RowView) -> Html {
    let own = match (it.action, &it.action_given) {
        (Some(action), _) => html! { action.as_str() },
        // A row that is refused for something else still says its action.
        (None, Some(given)) if Action::read(given).is_some() => plain(given),
        (None, Some(given)) => html! { <del>{ plain(given) }</del> },
        (None, None) => Html::default(),
    };
    match (it.verdict, it.twin.and_then(|twin| twin.action)) {
        (Verdict::Conflict, Some(first)) => html! {
            <>
                { own }
                { icon(Icon::Conflict, Tone::Warn) }
                <span class="vh">{ message::against() }</span>
                <span class="cut">{ first.as_str() }</span>
            </>
        },
        _ => html! { <span class="cut">{ own }</span> },
    }
}

fn expires(it: &RowView) -> String {
    match (it.expires, it.indicator_type) {
        (Some(moment), _) => day(moment),
        (None, Some(_)) if it.verdict != Verdict::Refused => message::never().to_owned(),
        _ => String::new(),
    }
}

fn line(it: &RowView, files: &[AttrValue]) -> Html {
    match files.get(usize::from(it.file)) {
        Some(name) if files.len() > 1 => {
            html! { <><span class="cut dim">{ plain(name) }</span><span>{ ":" }{ number(it.line) }</span></> }
        }
        _ => number(it.line).into(),
    }
}
