//! Whether to alert, and on which devices.

use ioculate_core::{check::Defaults, session::TenantState};
use yew::prelude::*;

use super::Edit;
use crate::{
    parts::{Fold, Icon, Tone, Typed, command, icon, or_none, plain},
    words::{defaults as words, message::defaults as message},
};

/// The id of the names that are offered.
const KNOWN: &str = "device-groups";

/// The id of how a name is written.
const HELP: &str = "about-device-groups";

/// Both, folded; what stands beside their names.
pub(super) fn fold(edit: Edit) -> Html {
    html! {
        <Fold testid="alert-and-groups" head={html! { <><span>{ message::alert_and_groups() }</span><small class="dim">{ words::alert_and_groups(edit.now()) }</small></> }}>
            <div class="fields">{ alert(edit) }{ groups(edit) }</div>
        </Fold>
    }
}

fn alert(edit: Edit) -> Html {
    let on = edit.on(|it: &mut Defaults, chosen| it.generate_alert = chosen);
    html! {
        <label class="field wide">
            <span>{ message::alert() }</span>
            { or_none((None, "default-alert"), message::no_alert(), &[true, false], words::alert, edit.now().generate_alert, &on) }
            <small>{ message::alert_by_action() }</small>
        </label>
    }
}

/// The device groups: each with a way to take it off, and a box for one more.
fn groups(edit: Edit) -> Html {
    let tenant = tenant(edit);
    let one = |(at, name): (usize, &String)| {
        let on = edit.on(move |it: &mut Defaults, ()| {
            it.rbac_group_names.remove(at);
        });
        let is_unknown = tenant.is_some_and(|known| known.iter().all(|(it, _)| it != name));
        let label = words::take_off(name);
        let off = icon(Icon::Close, Tone::Plain);
        html! {
            <li key={name.clone()} data-testid="device-group">
                <span>{ plain(name) }</span>
                { command(("mini bare icon", "device-group-off"), label, &on, (), off) }
                if is_unknown { <small>{ icon(Icon::Warn, Tone::Warn) }{ message::unknown_group() }</small> }
            </li>
        }
    };
    let add = edit.on(|it: &mut Defaults, (name, _): (String, bool)| {
        if !name.is_empty() && !it.rbac_group_names.contains(&name) {
            it.rbac_group_names.push(name);
        }
    });
    let offered = tenant.into_iter().flatten();
    html! {
        <div class="wide">
            <label class="field">
                <span>{ message::groups() }</span>
                <Typed value="" list={KNOWN} about={HELP} placeholder={message::all_devices()} testid="default-groups" on={add} />
            </label>
            <datalist id={KNOWN}>{ for offered.map(|(name, _)| html! { <option value={name.clone()} /> }) }</datalist>
            <small id={HELP} class="dim">{ message::groups_help() }</small>
            <ul class="groups">{ for edit.now().rbac_group_names.iter().enumerate().map(one) }</ul>
        </div>
    }
}

/// The device groups that the tenant's indicators are for; `None` where the tenant is not known.
fn tenant(edit: Edit<'_>) -> Option<&[(String, u32)]> {
    match &edit.view.model.tenant {
        TenantState::Known(sums) => Some(&sums.groups),
        _ => None,
    }
}
