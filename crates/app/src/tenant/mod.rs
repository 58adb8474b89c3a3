//! What the tenant holds now: searched, filtered, sorted, chosen from, exported.
//!
//! It is no step of an import. It lies over the screen that the user came from, and gives it back.

mod detail;
mod row;
mod sums;
mod tools;

use ioculate_core::session::{Closed, TenantExportKind, TenantState, TenantSums};
use yew::prelude::*;

use crate::{
    check,
    parts::{self, Icon, Place, Tone, at_hand, banner, button, command, icon, plain},
    send::said,
    shell::View,
    state::{Held, Look, Msg},
    words::{
        connection, held as words,
        message::{common, held as message, shell as shell_message},
        tenant as tenant_words,
    },
};

/// What is on screen, which the heading says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State<'a> {
    /// Nobody is signed in.
    SignedOut,
    /// Nobody has asked.
    Unread,
    /// So many were read.
    Listing(u32),
    /// It could not be read.
    Failed(&'a Closed),
    /// It was read, and there is nothing.
    Empty(&'a TenantSums),
    /// It was read.
    Known(&'a TenantSums),
}

impl<'a> State<'a> {
    fn of(view: &'a View) -> Self {
        match &view.model.tenant {
            _ if view.who.is_none() => Self::SignedOut,
            TenantState::Unknown => Self::Unread,
            TenantState::Listing { listed } => Self::Listing(*listed),
            TenantState::Failed { reason } => Self::Failed(reason),
            TenantState::Known(sums) if sums.held == 0 && sums.unread == 0 => Self::Empty(sums),
            TenantState::Known(sums) => Self::Known(sums),
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::SignedOut => "signed-out",
            Self::Unread => "unread",
            Self::Listing(_) => "listing",
            Self::Failed(_) => "failed",
            Self::Empty(_) => "empty",
            Self::Known(_) => "known",
        }
    }
}

/// Whether its table is on screen.
#[must_use]
pub fn is_table(view: &View) -> bool {
    matches!(State::of(view), State::Known(_))
}

/// Above the screen: that it is another tenant by now.
pub fn notice(view: &View) -> Html {
    match &view.model.tenant {
        TenantState::Known(sums) if sums.is_stale => {
            let again = command(
                ("", "held-refresh"),
                message::refresh().to_owned(),
                view.on,
                Msg::ListTenant,
                message::refresh().into(),
            );
            banner(
                Tone::Warn,
                Icon::Warn,
                false,
                message::stale().into(),
                again,
            )
        }
        _ => Html::default(),
    }
}

/// The screen's content.
pub fn main(view: &View, held: &Held) -> Html {
    let state = State::of(view);
    match state {
        State::Known(sums) => known(view, held, sums),
        state => html! {
            <section class="sec" aria-labelledby="h1" data-testid="held" data-state={state.name()}>{ otherwise(view, state) }</section>
        },
    }
}

fn known(view: &View, held: &Held, sums: &TenantSums) -> Html {
    let table = &held.table;
    let rows = at_hand(table).map(|(it, spot)| row::row(view, held, it, spot));
    let detail = table.detail.as_deref();
    html! {
        <>
            { sums::sums(view, held, sums) }
            <section class="data" aria-label={message::rows()}>
                { tools::tools(view, held, sums) }
                <parts::Grid
                    label={message::rows()}
                    class="held"
                    columns="9"
                    chooses=true
                    place={Place::of(table)}
                    head={row::head(view, held)}
                    rows={rows.collect::<Vec<_>>()}
                    none={message::no_rows()}
                    on={view.on.clone()}
                />
            </section>
            <div class="side one">
                if let Some(it) = detail { { detail::detail(view, held, it) } }
                { notes(sums, detail.is_some()) }
            </div>
        </>
    }
}

/// What must be known of the list, where nothing else stands there. It may be longer than its place, and
/// is scrolled by the keys too.
fn notes(sums: &TenantSums, hidden: bool) -> Html {
    let notes = [
        Some(tenant_words::seen(sums)),
        words::not_shown(sums),
        (sums.conflicts > 0).then(|| message::conflict_body().to_owned()),
        (sums.same_files > 0).then(|| message::same_file_body().to_owned()),
        Some(message::keys().to_owned()),
    ];
    let line = |text: String| html! { <li>{ text }</li> };
    html! {
        <section class="sec" aria-labelledby="h-notes" tabindex="0" {hidden}>
            <div class="bar-h"><h2 id="h-notes">{ message::notes() }</h2></div>
            <ul class="next">{ for notes.into_iter().flatten().map(line) }</ul>
        </section>
    }
}

/// There are no rows: why, and what can be done.
fn otherwise(view: &View, state: State<'_>) -> Html {
    let again = |label: &'static str| {
        command(
            ("main", "held-refresh"),
            label.to_owned(),
            view.on,
            Msg::ListTenant,
            label.into(),
        )
    };
    let heading = |text: Html| html! { <h1 id="h1" tabindex="-1">{ text }</h1> };
    let tenant = || {
        let name = view.who.map(|who| plain(&who.tenant));
        name.unwrap_or_default()
    };
    match state {
        State::SignedOut => html! {
            <>
                { heading(message::sign_in().into()) }
                <p>{ message::sign_in_body() }</p>
                <div class="ask">{ view.sign_in.button.clone() }</div>
            </>
        },
        State::Unread => html! {
            <>{ heading(message::unread().into()) }<p>{ message::stopped() }</p><div class="ask">{ again(message::read()) }</div></>
        },
        State::Listing(listed) => html! {
            <>
                { heading(message::reading(tenant())) }
                { listing(view, listed) }
            </>
        },
        State::Failed(reason) => html! {
            <>
                { heading(message::failed().into()) }
                <p class="busy over" role="alert">{ icon(Icon::Warn, Tone::Warn) }<span><b>{ common::sentence(connection::heading(reason)) }</b>{ common::between_sentences() }{ connection::meaning(reason) }</span></p>
                { said(reason) }
                <div class="ask">
                    if matches!(reason, Closed::SignIn { .. }) { { view.sign_in.button.clone() } }
                    { again(message::again()) }
                    { check::opener(view, "") }
                </div>
            </>
        },
        State::Empty(sums) | State::Known(sums) => html! {
            <>
                { heading(words::heading(sums.held, sums.is_part, tenant())) }
                <p>{ message::empty() }</p>
                { sums::when(view, sums) }
                <p class="small dim">{ tenant_words::seen(sums) }</p>
            </>
        },
    }
}

fn listing(view: &View, listed: u32) -> Html {
    let (most, ..) = view.deployment.limits;
    html! {
        <>
            <p class="busy">{ icon(Icon::Spin, Tone::Accent) }<span data-testid="held-listed">{ message::listed(listed, most) }</span></p>
            <progress class="after" aria-label={shell_message::tenant_view()} max={most.to_string()} value={listed.min(most).to_string()} />
            <div class="ask">
                { command(("", "held-stop"), message::stop().to_owned(), view.on, Msg::SkipTenant, message::stop().into()) }
            </div>
        </>
    }
}

/// The foot: back, what is chosen, and what can be done with it.
pub fn foot(view: &View, held: &Held) -> Html {
    let back = words::back(held.before.step());
    let back = html! { <>{ icon(Icon::Left, Tone::Plain) }{ back }</> };
    html! {
        <footer class={classes!("foot", (held.count().0 == 0).then_some("still"))}>
            { button("bare", view.on, Msg::Look(Look::Away), back) }
            if is_table(view) { { chosen(view, held) }{ commands(view, held) } }
        </footer>
    }
}

fn chosen(view: &View, held: &Held) -> Html {
    let (all, deletable) = held.count();
    let passing = held.table.total();
    let select = message::select_all(passing);
    html! {
        <span class="menu">
            <span role="status" class="small" data-testid="held-chosen" data-chosen={all.to_string()}>{ words::chosen(all, deletable) }</span>
            if all < passing {
                { command(("mini bare", "held-all"), select.clone(), view.on, Msg::Look(Look::TickAll), select.into()) }
            }
            if all > 0 {
                { button("mini bare", view.on, Msg::Look(Look::TickNone), message::select_none().into()) }
            }
        </span>
    }
}

fn commands(view: &View, held: &Held) -> Html {
    let (all, deletable) = held.count();
    let rows = if all > 0 { all } else { held.table.total() };
    let export = |testid: &'static str, label: String, kind: TenantExportKind| {
        let shown = html! { <>{ icon(Icon::Download, Tone::Plain) }{ label.clone() }</> };
        command(
            ("", testid),
            label,
            view.on,
            Msg::Look(Look::Export(kind)),
            shown,
        )
    };
    let on = view.on.clone();
    let delete = Callback::from(move |_: MouseEvent| on.emit(Msg::Look(Look::Delete)));
    let disabled = deletable == 0 || view.model.preparing.is_some();
    html! {
        <span class="menu push">
            if rows > 0 {
                { export("held-csv", message::as_csv(rows), TenantExportKind::PortalCsv) }
                { export("held-json", message::as_json(rows), TenantExportKind::ApiJson) }
            }
            <button type="button" class="main" data-testid="delete-selected" {disabled} onclick={delete}>
                { message::delete(deletable) }
                if !disabled { <small>{ message::after_a_review() }</small> }
            </button>
        </span>
    }
}
