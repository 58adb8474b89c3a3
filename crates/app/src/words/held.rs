//! What the tenant holds now.

use ioculate_core::session::{TenantOnly, TenantSort, TenantSums, Wins};
use yew::Html;

use crate::{state::Step, words::message::held as message};

/// Heading.
pub fn heading(held: u32, is_part: bool, tenant: Html) -> Html {
    if is_part {
        message::holds_at_least(held, tenant)
    } else {
        message::holds(held, tenant)
    }
}

/// What indicators have in common.
#[must_use]
pub fn only(only: TenantOnly) -> &'static str {
    match only {
        TenantOnly::Expiring => message::only_expiring(),
        TenantOnly::Expired => message::only_expired(),
        TenantOnly::Conflict => message::only_conflict(),
        TenantOnly::SameFile => message::only_same_file(),
        TenantOnly::Mine => message::only_mine(),
    }
}

/// Choice of the order.
#[must_use]
pub fn sorted(sort: TenantSort) -> &'static str {
    match sort {
        TenantSort::Value => message::order_value(),
        TenantSort::Type => message::order_type(),
        TenantSort::Action => message::order_action(),
        TenantSort::Severity => message::order_severity(),
        TenantSort::Title => message::order_title(),
        TenantSort::Expires => message::order_expires(),
        TenantSort::Created => message::order_created(),
        TenantSort::Updated => message::order_updated(),
        TenantSort::CreatedBy => message::order_made_by(),
    }
}

/// How many are chosen, and how many of them can be deleted.
#[must_use]
pub fn chosen(all: u32, deletable: u32) -> String {
    match all.saturating_sub(deletable) {
        0 => message::selected(all),
        without => message::selected_without_ids(all, without),
    }
}

/// Label of going back.
#[must_use]
pub fn back(step: Step) -> &'static str {
    match step {
        Step::Choose => message::back_to_choose(),
        Step::Review => message::back_to_review(),
        Step::Send => message::back_to_send(),
        Step::Report => message::back_to_report(),
    }
}

/// Which of two indicators a device obeys, each by what tells it apart and its device groups; none are all
/// devices.
#[must_use]
pub fn wins(wins: Wins, row: (&str, &[String]), other: (&str, &[String])) -> String {
    let ((winner, its), (loser, others)) = match wins {
        Wins::Row => (row, other),
        Wins::Tenant => (other, row),
        Wins::Unknown => return message::nobody_knows_which_wins().to_owned(),
    };
    match (its.is_empty(), others.is_empty()) {
        (false, true) => message::wins_in_its_groups(winner, loser),
        (false, false) => message::wins_in_both_groups(winner),
        (true, _) => message::wins(winner),
    }
}

/// Kinds and gaps that cannot be shown, where there are any.
#[must_use]
pub fn not_shown(sums: &TenantSums) -> Option<String> {
    match sums.foreign + sums.unread {
        0 => None,
        n => Some(message::not_shown(n)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_winner_is_named_and_where_it_wins() {
        let (all, kiosks): (&[String], &[String]) = (&[], &["Kiosks".to_owned()]);
        for (it, row, other, text) in [
            (Wins::Row, all, all, "Of the two, a device obeys Allowed."),
            (Wins::Tenant, all, all, "Of the two, a device obeys Block."),
            (
                Wins::Row,
                kiosks,
                all,
                "In its device groups a device obeys Allowed, elsewhere Block.",
            ),
            (
                Wins::Tenant,
                all,
                kiosks,
                "In its device groups a device obeys Block, elsewhere Allowed.",
            ),
            (
                Wins::Row,
                kiosks,
                kiosks,
                "In the device groups of both a device obeys Allowed.",
            ),
            (
                Wins::Unknown,
                all,
                all,
                "Which of the two a device obeys is not documented.",
            ),
        ] {
            assert_eq!(wins(it, ("Allowed", row), ("Block", other)), text);
        }
    }
}
