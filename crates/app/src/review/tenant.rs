//! What a run would make of the tenant: whether that is known, the room there, and the choices.

use ioculate_core::{
    import::NotSent,
    session::{
        Choices, Fate, Filter, OnConflict, Outlook, OverQuota, Purpose, Summary, TenantFilter,
        TenantSort, TenantState,
    },
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::problems::{Line, line};
use crate::{
    check,
    figures::{number, to_the_minute},
    parts::{Icon, Segment, Select, Tone, button, command, icon, names, track},
    shell::View,
    state::{Look, Msg, Review},
    words::{
        connection,
        message::{common, held, tenant as message},
        tenant as words,
    },
};

/// The fates of rows that are imported, in the order of the ledger.
pub(super) const FATES: [Fate; 5] = [
    Fate::Create,
    Fate::Update,
    Fate::Unchanged,
    Fate::TenantConflict,
    Fate::OverQuota,
];

/// What may be done about a value that the tenant holds with another action.
const CONFLICTS: [OnConflict; 3] = [
    OnConflict::AddBeside,
    OnConflict::Replace,
    OnConflict::LeaveOut,
];

/// Which rows may stay behind where there is no room for all.
const STAYING: [OverQuota; 4] = [
    OverQuota::Last,
    OverQuota::First,
    OverQuota::LowestSeverity,
    OverQuota::SoonestToExpire,
];

/// How many rows have a fate.
pub(super) fn count(outlook: &Outlook, fate: Fate) -> u32 {
    let fates = &outlook.fates;
    match fate {
        Fate::Create => fates.create,
        Fate::Update => fates.update,
        Fate::Unchanged => fates.unchanged,
        Fate::TenantConflict => fates.tenant_conflict,
        Fate::OverQuota => fates.over_quota,
        Fate::Delete => fates.delete,
        Fate::Restore => fates.restore,
    }
}

/// A fate's picture.
pub(super) fn picture(fate: Fate) -> Html {
    match fate {
        Fate::Create => icon(Icon::Create, Tone::Accent),
        Fate::Update => icon(Icon::Update, Tone::Accent),
        Fate::Unchanged => icon(Icon::Unchanged, Tone::Dim),
        Fate::TenantConflict => icon(Icon::Conflict, Tone::Warn),
        Fate::OverQuota => icon(Icon::Error, Tone::Bad),
        Fate::Delete => icon(Icon::Delete, Tone::Bad),
        Fate::Restore => icon(Icon::Undo, Tone::Accent),
    }
}

/// Whether what was read is compared with the tenant, beside what was read.
pub(super) fn compared(view: &View) -> Html {
    let TenantState::Known(sums) = &view.model.tenant else {
        return Html::default();
    };
    let time = to_the_minute(sums.at);
    let compared = if sums.is_stale {
        message::compared_before_run(&time)
    } else {
        message::compared(&time)
    };
    html! {
        <>
            <span data-testid="tenant-state" data-state="known">{ compared }</span>
            { " " }
            { command(
                ("mini icon bare", "tenant-refresh"),
                message::refresh().to_owned(),
                view.on,
                Msg::ListTenant,
                icon(Icon::Retry, Tone::Plain),
            ) }
        </>
    }
}

/// That the tenant is being read, in the place of what was read.
pub(super) fn listing(view: &View) -> Option<Html> {
    let TenantState::Listing { listed } = view.model.tenant else {
        return None;
    };
    Some(html! {
        <span class="busy" data-testid="tenant-state" data-state="listing">
            { icon(Icon::Spin, Tone::Accent) }{ message::listing(listed) }
        </span>
    })
}

/// Under the heading: that it is not, and what can be done.
pub(super) fn not_compared(view: &View) -> Html {
    let between = common::between_sentences();
    let (state, mark, text, label) = match &view.model.tenant {
        TenantState::Known(_) | TenantState::Listing { .. } => return Html::default(),
        TenantState::Unknown if view.who.is_none() => return Html::default(),
        TenantState::Unknown => {
            let text =
                html! { <><b>{ message::not_compared() }</b>{ between }{ message::without() }</> };
            (
                "unknown",
                icon(Icon::Info, Tone::Accent),
                text,
                message::compare(),
            )
        }
        TenantState::Failed { reason } => {
            let why = common::sentence(connection::heading(reason));
            let text = html! {
                <><b>{ message::not_compared() }</b>{ between }{ why }{ between }{ message::without() }</>
            };
            (
                "failed",
                icon(Icon::Warn, Tone::Warn),
                text,
                message::again(),
            )
        }
    };
    let is_failed = matches!(view.model.tenant, TenantState::Failed { .. });
    let again = command(
        ("mini", "tenant-refresh"),
        label.to_owned(),
        view.on,
        Msg::ListTenant,
        label.into(),
    );
    html! {
        <p class="small over busy" data-testid="tenant-state" data-state={state}>
            { mark }<span>{ text }</span>{ again }
            if is_failed { { check::opener(view, "mini") } }
        </p>
    }
}

/// The way on without the tenant's list.
pub(super) fn skip(view: &View) -> Html {
    command(
        ("", "tenant-skip"),
        message::skip().to_owned(),
        view.on,
        Msg::SkipTenant,
        message::skip().into(),
    )
}

/// The room in the tenant.
pub(super) fn active(outlook: &Outlook, purpose: &Purpose) -> Html {
    let created = match purpose {
        Purpose::Import => Some(message::created()),
        Purpose::Undo { .. } | Purpose::Delete => {
            (outlook.added > 0).then_some(message::made_again())
        }
    };
    let after = (outlook.used + outlook.added).saturating_sub(outlook.deleted);
    let room = outlook.most.saturating_sub(after);
    let stays = outlook.used.saturating_sub(outlook.deleted);
    let segments = [
        Segment {
            class: "b",
            amount: stays,
        },
        Segment {
            class: "a",
            amount: outlook.added,
        },
    ];
    let full = outlook.fates.over_quota;
    let key =
        |class: &'static str| html! { <span class={classes!("key", class)} aria-hidden="true" /> };
    let line = |name: Html, amount: String| html! { <><dt>{ name }</dt><dd>{ amount }</dd></> };
    let minus = |count: u32| format!("\u{2212}{}", number(count));
    html! {
        <div class="quota" data-testid="active-indicators">
            <h2 class="colh">{ message::active() }</h2>
            { track(&segments, outlook.most.max(after)) }
            <dl>
                { line(html! { <>{ key("k2") }{ if outlook.is_part { message::used_at_least() } else { message::used() } }</> }, number(outlook.used)) }
                if let Some(name) = created { { line(html! { <>{ key("") }{ name }</> }, format!("+{}", number(outlook.added))) } }
                if outlook.deleted > 0 { { line(message::deleted().into(), minus(outlook.deleted)) } }
                <dt class="total">{ message::after() }</dt>
                <dd class="total">{ number(after) }</dd>
                <dt class="dim">{ message::of_most(outlook.most) }</dt>
                <dd class="dim">{ message::free(room) }</dd>
                if outlook.freed > 0 {
                    <dt class="dim">{ message::freed() }</dt>
                    <dd class="dim">{ minus(outlook.freed) }</dd>
                }
                if full > 0 {
                    <dt class="bad">{ icon(Icon::Error, Tone::Bad) }{ " " }{ message::no_room() }</dt>
                    <dd class="bad">{ number(full) }</dd>
                }
            </dl>
        </div>
    }
}

/// What keeps rows back as the tenant stands, with what may be done about each.
pub(super) fn causes(view: &View, review: &Review) -> Vec<Html> {
    let Some(outlook) = &review.summary.outlook else {
        return Vec::new();
    };
    let of = |fate: Fate, name: &'static str, body: Html| {
        let count = count(outlook, fate);
        (count > 0).then(|| {
            let filter = Filter {
                fate: Some(fate),
                ..Filter::default()
            };
            let mark = picture(fate);
            line(
                view,
                review,
                Line {
                    mark,
                    count,
                    name,
                    filter,
                    testid: None,
                },
                body,
            )
        })
    };
    [
        of(Fate::TenantConflict, message::conflict(), conflicts(view)),
        of(
            Fate::OverQuota,
            message::over_quota(),
            over_quota(view, outlook),
        ),
        of(Fate::Unchanged, message::unchanged(), unchanged(view)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn on_conflict(view: &View) -> Html {
    pick(
        view,
        (message::conflict(), "conflict-choice"),
        &CONFLICTS,
        words::on_conflict,
        view.model.choices.conflicts,
        |choices, it| choices.conflicts = it,
    )
}

fn conflicts(view: &View) -> Html {
    html! {
        <>
            { on_conflict(view) }
            <small class="note dim">{ message::conflict_body() }</small>
        </>
    }
}

fn over_quota(view: &View, outlook: &Outlook) -> Html {
    let replaceable = match outlook.replaceable {
        0 => Html::default(),
        rows => html! {
            <>
                <small class="note dim">{ message::replaceable(rows) }</small>
                // Else the choice stands with the conflicts.
                if outlook.fates.tenant_conflict == 0 { { on_conflict(view) } }
            </>
        },
    };
    html! {
        <>
            { replaceable }
            { pick(
                view,
                (message::stay(), "over-quota-choice"),
                &STAYING,
                words::over_quota,
                view.model.choices.over_quota,
                |choices, it| choices.over_quota = it,
            ) }
            <small class="note dim">{ message::over_quota_body() }</small>
            { button("mini", view.on, Msg::Look(Look::At(first_to_expire())), held::make_room().into()) }
        </>
    }
}

/// What the tenant holds, in the order in which it goes by itself.
fn first_to_expire() -> TenantFilter {
    TenantFilter {
        sort: Some(TenantSort::Expires),
        ..TenantFilter::default()
    }
}

fn unchanged(view: &View) -> Html {
    let (on, choices) = (view.on.clone(), view.model.choices.clone());
    let checked = choices.send_unchanged;
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        on.emit(Msg::Choices(Choices {
            send_unchanged: input.checked(),
            ..choices.clone()
        }));
    });
    html! {
        <label class="small">
            <span class="tick"><input type="checkbox" data-testid="send-unchanged" {checked} {onchange} /></span>
            { message::send_unchanged() }
        </label>
    }
}

/// One choice among a few.
fn pick<T: Copy + PartialEq + 'static>(
    view: &View,
    (label, testid): (&'static str, &'static str),
    all: &'static [T],
    name: fn(T) -> &'static str,
    now: T,
    set: fn(&mut Choices, T),
) -> Html {
    let (on, choices) = (view.on.clone(), view.model.choices.clone());
    let on = Callback::from(move |index: usize| {
        let mut choices = choices.clone();
        if let Some(chosen) = all.get(index) {
            set(&mut choices, *chosen);
            on.emit(Msg::Choices(choices));
        }
    });
    let options = names(all, name);
    let chosen = all.iter().position(|it| *it == now);
    html! { <span class="small-f pick"><Select {label} {testid} {options} {chosen} {on} /></span> }
}

/// What an account sees of a tenant, in small.
pub(super) fn seen(view: &View) -> Html {
    match &view.model.tenant {
        TenantState::Known(sums) => html! { <p class="small dim">{ words::seen(sums) }</p> },
        _ => Html::default(),
    }
}

/// What will happen in the tenant, and what stays behind: in the dialog.
pub(super) fn plan(summary: &Summary) -> Html {
    let held: Vec<_> = summary.held.iter().filter(|(_, rows)| *rows > 0).collect();
    let behind = held.iter().map(|(_, rows)| rows).sum::<u32>();
    html! {
        <div>
            if let Some(outlook) = &summary.outlook { { sent(outlook) } }
            if behind > 0 {
                <h3 class="colh"><span>{ message::not_sent() }</span><span>{ number(behind) }</span></h3>
                <ul class="ledger">{ for held.into_iter().map(|&(why, rows)| fact(kept(why), words::not_sent(why), rows)) }</ul>
            }
        </div>
    }
}

fn sent(outlook: &Outlook) -> Html {
    let sent = &outlook.sent;
    let conflict = if outlook.deleted > 0 {
        message::replaced()
    } else {
        message::added_beside()
    };
    let lines = [
        (Fate::Create, words::fate(Fate::Create), sent.create),
        (Fate::TenantConflict, conflict, sent.tenant_conflict),
        (Fate::Update, words::fate(Fate::Update), sent.update),
        (Fate::Unchanged, message::sent_unchanged(), sent.unchanged),
    ];
    let all = lines.iter().map(|(.., rows)| rows).sum::<u32>();
    let shown = lines.into_iter().filter(|(.., rows)| *rows > 0);
    html! {
        <>
            <h3 class="colh"><span>{ message::against() }</span><span>{ number(all) }</span></h3>
            <ul class="ledger">
                { for shown.map(|(fate, name, rows)| fact(picture(fate), name, rows)) }
                if outlook.deleted > 0 { { fact(picture(Fate::Delete), message::deleted_first(), outlook.deleted) } }
            </ul>
        </>
    }
}

/// One figure of a ledger that filters nothing.
pub(super) fn fact(mark: Html, name: &'static str, count: u32) -> Html {
    html! { <li><span><span>{ mark }</span><span>{ name }</span><b>{ number(count) }</b></span></li> }
}

/// The picture of a row that is ready and stays behind.
pub(super) fn kept(why: NotSent) -> Html {
    match why {
        NotSent::Unchanged => picture(Fate::Unchanged),
        NotSent::OverQuota => picture(Fate::OverQuota),
        NotSent::Guarded => icon(Icon::Shield, Tone::Bad),
        NotSent::LeftOut | NotSent::Cancelled => icon(Icon::Ignored, Tone::Dim),
    }
}
