//! What a run would make of the tenant: whether that is known, the room there, and the choices.

use ioculate_core::{
    import::NotSent,
    session::{
        Choices, Fate, Filter, Outlook, Purpose, Summary, TenantFilter, TenantSort, TenantState,
    },
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::problems::{Line, line};
use crate::{
    figures::{number, to_the_minute},
    parts::{Icon, Segment, Select, Tone, button, command, icon, track},
    shell::View,
    state::{Look, Msg, Review},
    words::{connection, held as held_words, tenant as words},
};

/// The fates of rows that are imported, in the order of the ledger.
pub(super) const FATES: [Fate; 5] = [
    Fate::Create,
    Fate::Update,
    Fate::Unchanged,
    Fate::TenantConflict,
    Fate::OverQuota,
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
    html! {
        <>
            <span data-testid="tenant-state" data-state="known">{ words::COMPARED }{ " " }{ to_the_minute(sums.at) }{ sums.is_stale.then_some(words::STALE) }</span>
            { " " }
            { command(
                ("mini icon bare", "tenant-refresh"),
                words::REFRESH.to_owned(),
                view.on,
                Msg::ListTenant,
                icon(Icon::Retry, Tone::Plain),
            ) }
        </>
    }
}

/// Under the heading: that it is not, and what can be done.
pub(super) fn not_compared(view: &View) -> Html {
    let (state, mark, text, label) = match &view.model.tenant {
        TenantState::Known(_) => return Html::default(),
        TenantState::Unknown if view.who.is_none() => return Html::default(),
        TenantState::Listing { listed } => {
            let text = html! { words::listing(*listed) };
            ("listing", icon(Icon::Spin, Tone::Accent), text, None)
        }
        TenantState::Unknown => {
            let text = html! { <><b>{ words::FAILED }</b>{ " " }{ words::WITHOUT }</> };
            (
                "unknown",
                icon(Icon::Info, Tone::Accent),
                text,
                Some(words::COMPARE),
            )
        }
        TenantState::Failed { reason } => {
            let why = connection::heading(reason);
            let text =
                html! { <><b>{ words::FAILED }</b>{ " " }{ why }{ ". " }{ words::WITHOUT }</> };
            (
                "failed",
                icon(Icon::Warn, Tone::Warn),
                text,
                Some(words::AGAIN),
            )
        }
    };
    let again = label.map(|label| {
        command(
            ("mini", "tenant-refresh"),
            label.to_owned(),
            view.on,
            Msg::ListTenant,
            label.into(),
        )
    });
    html! {
        <p class="small over busy" data-testid="tenant-state" data-state={state}>
            { mark }<span>{ text }</span>{ again }
        </p>
    }
}

/// The way on without the tenant's list.
pub(super) fn skip(view: &View) -> Html {
    command(
        ("", "tenant-skip"),
        words::SKIP.to_owned(),
        view.on,
        Msg::SkipTenant,
        words::SKIP.into(),
    )
}

/// The room in the tenant.
pub(super) fn active(outlook: &Outlook, purpose: &Purpose) -> Html {
    let created = match purpose {
        Purpose::Import => Some(words::CREATED),
        Purpose::Undo { .. } | Purpose::Delete => (outlook.added > 0).then_some(words::MADE_AGAIN),
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
            <h2 class="colh">{ words::ACTIVE }</h2>
            { track(&segments, outlook.most.max(after)) }
            <dl>
                { line(html! { <>{ key("k2") }{ if outlook.is_part { words::USED_AT_LEAST } else { words::USED } }</> }, number(outlook.used)) }
                if let Some(name) = created { { line(html! { <>{ key("") }{ name }</> }, format!("+{}", number(outlook.added))) } }
                if outlook.deleted > 0 { { line(words::DELETED.into(), minus(outlook.deleted)) } }
                <dt class="total">{ words::AFTER }</dt>
                <dd class="total">{ number(after) }</dd>
                <dt class="dim">{ words::of_most(outlook.most) }</dt>
                <dd class="dim">{ words::free(room) }</dd>
                if outlook.freed > 0 {
                    <dt class="dim">{ words::FREED }</dt>
                    <dd class="dim">{ minus(outlook.freed) }</dd>
                }
                if full > 0 {
                    <dt class="bad">{ icon(Icon::Error, Tone::Bad) }{ " " }{ words::NO_ROOM }</dt>
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
        of(Fate::TenantConflict, words::CONFLICT, conflicts(view)),
        of(
            Fate::OverQuota,
            words::OVER_QUOTA,
            over_quota(view, outlook),
        ),
        of(Fate::Unchanged, words::UNCHANGED, unchanged(view)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn on_conflict(view: &View) -> Html {
    pick(
        view,
        words::CONFLICT,
        "conflict-choice",
        &words::CONFLICTS,
        view.model.choices.conflicts,
        |choices, it| choices.conflicts = it,
    )
}

fn conflicts(view: &View) -> Html {
    html! {
        <>
            { on_conflict(view) }
            <small class="note dim">{ words::CONFLICT_BODY }</small>
        </>
    }
}

fn over_quota(view: &View, outlook: &Outlook) -> Html {
    let replaceable = match outlook.replaceable {
        0 => Html::default(),
        rows => html! {
            <>
                <small class="note dim">{ words::replaceable(rows) }</small>
                // Else the choice stands with the conflicts.
                if outlook.fates.tenant_conflict == 0 { { on_conflict(view) } }
            </>
        },
    };
    html! {
        <>
            { replaceable }
            { pick(view, words::STAY, "over-quota-choice", &words::STAYING, view.model.choices.over_quota, |c, it| c.over_quota = it) }
            <small class="note dim">{ words::OVER_QUOTA_BODY }</small>
            { button("mini", view.on, Msg::Look(Look::At(first_to_expire())), held_words::MAKE_ROOM.into()) }
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
            { words::SEND_UNCHANGED }
        </label>
    }
}

/// One choice among a few.
fn pick<T: Copy + PartialEq + 'static>(
    view: &View,
    label: &'static str,
    testid: &'static str,
    all: &'static [(T, &'static str)],
    now: T,
    set: fn(&mut Choices, T),
) -> Html {
    let (on, choices) = (view.on.clone(), view.model.choices.clone());
    let on = Callback::from(move |index: usize| {
        let mut choices = choices.clone();
        if let Some((chosen, _)) = all.get(index) {
            set(&mut choices, *chosen);
            on.emit(Msg::Choices(choices));
        }
    });
    let options: Vec<AttrValue> = all
        .iter()
        .map(|(_, name)| AttrValue::Static(name))
        .collect();
    let chosen = all.iter().position(|(it, _)| *it == now);
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
                <h3 class="colh"><span>{ words::NOT_SENT }</span><span>{ number(behind) }</span></h3>
                <ul class="ledger">{ for held.into_iter().map(|&(why, rows)| fact(kept(why), words::not_sent(why), rows)) }</ul>
            }
        </div>
    }
}

fn sent(outlook: &Outlook) -> Html {
    let sent = &outlook.sent;
    let conflict = if outlook.deleted > 0 {
        words::REPLACED
    } else {
        words::ADDED_BESIDE
    };
    let lines = [
        (Fate::Create, words::fate(Fate::Create), sent.create),
        (Fate::TenantConflict, conflict, sent.tenant_conflict),
        (Fate::Update, words::fate(Fate::Update), sent.update),
        (Fate::Unchanged, words::SENT_UNCHANGED, sent.unchanged),
    ];
    let all = lines.iter().map(|(.., rows)| rows).sum::<u32>();
    let shown = lines.into_iter().filter(|(.., rows)| *rows > 0);
    html! {
        <>
            <h3 class="colh"><span>{ words::AGAINST }</span><span>{ number(all) }</span></h3>
            <ul class="ledger">
                { for shown.map(|(fate, name, rows)| fact(picture(fate), name, rows)) }
                if outlook.deleted > 0 { { fact(picture(Fate::Delete), words::DELETED_FIRST, outlook.deleted) } }
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
