//! What a run would make of the tenant, and what the user decides as it stands.

use ioculate_core::{
    import::NotSent,
    session::{Fate, OnConflict, Outlook, OverQuota, TenantSums, Wins},
};
use yew::Html;

use crate::words::{message::tenant as message, sentences};

/// What would happen to a row.
#[must_use]
pub fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Create => message::fate_create(),
        Fate::Update => message::fate_update(),
        Fate::Unchanged => message::fate_unchanged(),
        Fate::TenantConflict => message::fate_conflict(),
        Fate::OverQuota => message::fate_over_quota(),
        Fate::Delete => message::fate_delete(),
        Fate::Restore => message::fate_restore(),
    }
}

/// Why a row that is ready would stay behind.
#[must_use]
pub fn held(why: NotSent) -> &'static str {
    match why {
        NotSent::Unchanged => message::held_unchanged(),
        NotSent::OverQuota => message::held_over_quota(),
        NotSent::LeftOut => message::held_left_out(),
        NotSent::Guarded => message::held_guarded(),
        NotSent::Cancelled => message::held_cancelled(),
    }
}

/// The same in a list of what is not sent.
#[must_use]
pub fn not_sent(why: NotSent) -> &'static str {
    match why {
        NotSent::Unchanged => message::not_sent_unchanged(),
        NotSent::OverQuota => message::not_sent_over_quota(),
        NotSent::LeftOut => message::not_sent_left_out(),
        NotSent::Guarded => message::not_sent_guarded(),
        NotSent::Cancelled => message::not_sent_cancelled(),
    }
}

/// Heading where the tenant is known.
pub fn heading(imports: u32, deletions: u32, tenant: Html) -> Html {
    match deletions {
        0 => message::will_send(imports, tenant),
        n => message::will_import_and_delete(imports, n, tenant),
    }
}

/// Under the heading: what is sent, by what it does.
#[must_use]
pub fn lead(outlook: &Outlook, updated: u32, behind: u32) -> String {
    let sent = match outlook.deleted {
        0 => message::sent(outlook.added, updated),
        n => message::sent_and_deleted(outlook.added, updated, n),
    };
    let behind = match behind {
        0 => String::new(),
        n => message::behind(n),
    };
    let unsure = if outlook.is_part {
        message::not_whole()
    } else {
        ""
    };
    sentences(&[&sent, &behind, message::nothing_sent_yet(), unsure])
}

/// What a delegated account sees.
#[must_use]
pub fn seen(sums: &TenantSums) -> String {
    let foreign = match sums.foreign {
        0 => String::new(),
        n => message::seen_foreign(n),
    };
    let unread = match sums.unread {
        0 => String::new(),
        n => message::seen_unread(n),
    };
    sentences(&[message::seen(), &foreign, &unread])
}

/// A choice about a value that the tenant holds with another action.
#[must_use]
pub fn on_conflict(choice: OnConflict) -> &'static str {
    match choice {
        OnConflict::AddBeside => message::add_beside(),
        OnConflict::Replace => message::replace(),
        OnConflict::LeaveOut => message::leave_out(),
    }
}

/// A choice about rows for which there is no room.
#[must_use]
pub fn over_quota(choice: OverQuota) -> &'static str {
    match choice {
        OverQuota::Last => message::last_stay(),
        OverQuota::First => message::first_stay(),
        OverQuota::LowestSeverity => message::lowest_severity_stays(),
        OverQuota::SoonestToExpire => message::soonest_to_expire_stay(),
    }
}

/// Which of two indicators of one value a device obeys: the row's, for these device groups, or the
/// tenant's, for those.
#[must_use]
pub fn wins(wins: Wins, row: &[String], tenant: &[String]) -> &'static str {
    match (wins, row.is_empty(), tenant.is_empty()) {
        (Wins::Row, false, true) => message::row_wins_in_its_groups(),
        (Wins::Tenant, true, false) => message::tenant_wins_in_its_groups(),
        (Wins::Row, false, false) => message::row_wins_in_both_groups(),
        (Wins::Tenant, false, false) => message::tenant_wins_in_both_groups(),
        (Wins::Row, ..) => message::row_wins(),
        (Wins::Tenant, ..) => message::tenant_wins(),
        (Wins::Unknown, ..) => message::nobody_knows_which_wins(),
    }
}

#[cfg(test)]
mod tests {
    use yew::html;

    use super::*;
    use crate::{figures::number, words::read};

    /// Of which device groups the row is, of which the tenant's, and where which one wins.
    #[test]
    fn where_an_indicator_wins_is_said_by_device_groups() {
        let groups =
            |names: &str| -> Vec<String> { names.split_whitespace().map(str::to_owned).collect() };
        for (row, tenant, wins, said) in [
            ("", "", Wins::Row, "A device obeys this row's."),
            ("", "", Wins::Tenant, "A device obeys the tenant's."),
            ("a", "", Wins::Row, "In the row's device groups"),
            ("", "b", Wins::Tenant, "In its device groups"),
            ("a", "a b", Wins::Row, "In the device groups of both"),
            ("a", "a b", Wins::Tenant, "In the device groups of both"),
            ("a", "b", Wins::Unknown, "not documented"),
        ] {
            let told = super::wins(wins, &groups(row), &groups(tenant));
            assert!(told.contains(said), "{row} {tenant}: {told}");
        }
    }

    /// Imported and deleted first.
    #[test]
    fn what_is_deleted_first_is_counted_apart() {
        let said = |imports, deletions| read(&heading(imports, deletions, html! { "Contoso" }));
        assert_eq!(said(1, 0), "1 indicator will be sent to Contoso");
        assert_eq!(
            said(1_000, 20),
            format!(
                "{} indicators to import, 20 to delete first, in Contoso",
                number(1_000)
            )
        );
    }
}
