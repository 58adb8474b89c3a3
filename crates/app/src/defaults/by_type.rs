//! What differs by type: a table of the three groups.

use ioculate_core::{
    check::Defaults,
    indicator::{Action, Severity, TypeGroup},
};
use yew::prelude::*;

use super::{ACTIONS, Edit, expires::Days};
use crate::{
    parts::{Fold, or_none},
    words::{defaults as words, message::defaults as message},
};

/// The actions that the API takes for addresses and names: there is nothing to remediate.
const OF_THE_NETWORK: [Action; 4] = [Action::Audit, Action::Warn, Action::Block, Action::Allowed];

/// The table, folded; what stands in it beside its name.
pub(super) fn by_type(edit: Edit) -> Html {
    html! {
        <Fold testid="by-type" head={html! { <><span>{ message::by_type() }</span><small class="dim">{ words::by_type(edit.now()) }</small></> }}>
            <table class="by-type">
                <caption class="vh">{ message::by_type() }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ message::action() }</th>
                        <th scope="col">{ message::severity() }</th>
                        <th scope="col">{ message::expires_in_days() }</th>
                    </tr>
                </thead>
                { for TypeGroup::ALL.into_iter().map(|group| edit.group(group)) }
            </table>
        </Fold>
    }
}

impl Edit<'_> {
    fn group(self, group: TypeGroup) -> Html {
        let now = *self.now().of(group);
        let name = words::group(group);
        let actions: &'static [Action] = match group {
            TypeGroup::Files => &ACTIONS,
            TypeGroup::Addresses | TypeGroup::Names => &OF_THE_NETWORK,
        };
        let action = self.on(move |it: &mut Defaults, chosen| it.of_mut(group).action = chosen);
        let severity = self.on(move |it: &mut Defaults, chosen| it.of_mut(group).severity = chosen);
        let days = self.on(move |it: &mut Defaults, days| it.of_mut(group).expires_in_days = days);
        html! {
            <tbody data-testid="type-group" data-group={words::group_id(group)}>
                <tr><th scope="rowgroup" colspan="3">{ name }</th></tr>
                <tr>
                    <td>{ or_none((Some(words::action_of(group)), "group-action"), message::action_as_above(), actions, Action::as_str, now.action, &action) }</td>
                    <td>{ or_none((Some(words::severity_of(group)), "group-severity"), message::severity_as_above(), Severity::ALL, Severity::as_str, now.severity, &severity) }</td>
                    <td><Days label={words::expires_of(group)} days={now.expires_in_days} on={days} testid="group-expires" /></td>
                </tr>
            </tbody>
        }
    }
}
