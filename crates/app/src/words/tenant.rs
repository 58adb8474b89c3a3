//! What a run would make of the tenant, and what the user decides as it stands.

use ioculate_core::{
    import::NotSent,
    session::{Fate, OnConflict, Outlook, OverQuota, TenantSums, Wins},
};

use crate::{
    figures::number,
    words::{counted, verb},
};

/// What would happen to a row.
#[must_use]
pub fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Create => "Create",
        Fate::Update => "Update",
        Fate::Unchanged => "Unchanged",
        Fate::TenantConflict => "Tenant conflict",
        Fate::OverQuota => "Over quota",
        Fate::Delete => "Delete",
        Fate::Restore => "Restore",
    }
}

/// Why a row that is ready would stay behind.
#[must_use]
pub fn held(why: NotSent) -> &'static str {
    match why {
        NotSent::Unchanged => "Unchanged",
        NotSent::OverQuota => "Over quota",
        NotSent::LeftOut => "Left out",
        NotSent::Guarded => "Held back",
        NotSent::Cancelled => "Cancelled",
    }
}

/// The same in a list of what is not sent.
#[must_use]
pub fn not_sent(why: NotSent) -> &'static str {
    match why {
        NotSent::Unchanged => "Unchanged in the tenant",
        NotSent::OverQuota => "No room in the tenant",
        NotSent::LeftOut => "Left out",
        NotSent::Guarded => "Held back by the guard",
        NotSent::Cancelled => "Cancelled",
    }
}

/// Heading where the tenant is known; its name follows.
#[must_use]
pub fn heading(imports: u32, deletions: u32) -> String {
    let imports = counted(imports, "indicator", "indicators");
    match deletions {
        0 => format!("{imports} will be sent to "),
        n => format!("{imports} to import, {} to delete first, in ", number(n)),
    }
}

/// Under the heading: what is sent, by what it does.
#[must_use]
pub fn lead(outlook: &Outlook, updated: u32, behind: u32) -> String {
    let (created, deleted) = (outlook.added, outlook.deleted);
    let unsure = if outlook.is_part { NOT_WHOLE } else { "" };
    let deleted = match deleted {
        0 => String::new(),
        n => format!(", {} deleted", number(n)),
    };
    let behind = match behind {
        0 => String::new(),
        n => format!(" {} {} behind.", number(n), verb(n, "stays", "stay")),
    };
    format!(
        "{} created, {} updated{deleted}.{behind} Nothing has been sent yet.{unsure}",
        number(created),
        number(updated)
    )
}

/// Under the heading, where the tenant holds more than is known.
const NOT_WHOLE: &str = " The tenant's list could not be read whole: what is said to be created may be there already, and would be updated.";

/// Beside what was read; the time follows.
pub const COMPARED: &str = ", compared with the tenant at";
/// Behind the time, where a run has changed the tenant since.
pub const STALE: &str = ", before the last run";
/// Label of reading it again.
pub const REFRESH: &str = "Compare again";
/// While the tenant is read.
#[must_use]
pub fn listing(listed: u32) -> String {
    match listed {
        0 => "Reading what the tenant holds".to_owned(),
        n => format!("Reading what the tenant holds: {} so far", number(n)),
    }
}
/// The tenant could not be read, or was not waited for.
pub const FAILED: &str = "Not compared with the tenant.";
/// What that means.
pub const WITHOUT: &str = "Which rows it holds already, and how much room it has, is not known. Sending works all the same.";
/// Label of another try.
pub const AGAIN: &str = "Try again";
/// Label of comparing after all.
pub const COMPARE: &str = "Compare";
/// Beside the button that cannot be pressed yet.
pub const WAITS: &str = "Waits until the tenant is read.";
/// Likewise, for the guard's lists.
pub const WAITS_FOR_GUARD: &str = "Waits for the guard's lists.";
/// Likewise: everything that is ready stays behind.
pub const NOTHING_TO_SEND: &str = "Every row stays behind.";
/// Label of not waiting.
pub const SKIP: &str = "Go on without";

/// What a delegated account sees.
#[must_use]
pub fn seen(sums: &TenantSums) -> String {
    let foreign = match sums.foreign {
        0 => String::new(),
        n => format!(
            " {} of a type or with an action that this page does not know; they count against the limit.",
            counted(n, "is", "are")
        ),
    };
    let unread = match sums.unread {
        0 => String::new(),
        n => format!(" {} could not be read.", number(n)),
    };
    format!("{SEEN}{foreign}{unread}")
}

/// What the documents leave open.
const SEEN: &str = "Microsoft does not document which indicators an account of your own is shown: the tenant may hold \
                    more than this page could read.";

/// Heading of the bar.
pub const ACTIVE: &str = "Active indicators";
/// Of the bar.
pub const USED: &str = "Used now";
/// Of the bar, where the list could not be read whole.
pub const USED_AT_LEAST: &str = "Used now, at least";
/// Of the bar.
pub const CREATED: &str = "Created";
/// Of the bar, where what was deleted comes back.
pub const MADE_AGAIN: &str = "Made again";
/// Of the bar.
pub const DELETED: &str = "Deleted";
/// Of the bar.
pub const AFTER: &str = "After";
/// Of the bar.
pub const FREED: &str = "Freed in a day";
/// Of the bar: rows without room.
pub const NO_ROOM: &str = "No room for";

/// Of the bar.
#[must_use]
pub fn of_most(most: u32) -> String {
    format!("of {}", number(most))
}

/// Of the bar.
#[must_use]
pub fn free(room: u32) -> String {
    format!("{} free", number(room))
}

/// The bar in words.
#[must_use]
pub fn bar(used: u32, added: u32, most: u32) -> String {
    format!(
        "{} used now and {} created, of {}",
        number(used),
        number(added),
        number(most)
    )
}

/// Cause: the tenant holds the value with another action.
pub const CONFLICT: &str = "Another action in the tenant";
/// The choices about it.
pub const CONFLICTS: [(OnConflict, &str); 3] = [
    (OnConflict::AddBeside, "Add beside: both then hold"),
    (OnConflict::Replace, "Replace: delete the tenant's first"),
    (OnConflict::LeaveOut, "Leave out: the tenant's stays"),
];
/// Under the choices.
pub const CONFLICT_BODY: &str = "Of both, devices obey Allowed over Warn over Block; for files, Block over Allowed. \
     One for a device group goes before one for all devices.";
/// Cause: no room.
pub const OVER_QUOTA: &str = "No room in the tenant";
/// Before the choices about it.
pub const STAY: &str = "What stays behind";
/// The choices about it.
pub const STAYING: [(OverQuota, &str); 4] = [
    (OverQuota::Last, "The last rows stay behind"),
    (OverQuota::First, "The first rows stay behind"),
    (
        OverQuota::LowestSeverity,
        "The lowest severity stays behind",
    ),
    (
        OverQuota::SoonestToExpire,
        "The soonest to expire stay behind",
    ),
];
/// Under the choices.
pub const OVER_QUOTA_BODY: &str = "What you leave out by hand makes room for them.";
/// Of those without room, the ones that stand against another action.
#[must_use]
pub fn replaceable(rows: u32) -> String {
    format!(
        "{} against another action in the tenant. \"Replace\" needs no room: the tenant's goes first.",
        counted(rows, "of them stands", "of them stand")
    )
}

/// Cause: nothing would change.
pub const UNCHANGED: &str = "Unchanged";
/// Label of the choice about them.
pub const SEND_UNCHANGED: &str = "Send them too";

/// Heading of a detail.
pub const IN_THE_TENANT: &str = "In the tenant";
/// The tenant does not hold the row.
pub const NOT_THERE: &str = "The tenant does not hold this value with this action.";
/// The same where the list could not be read whole.
pub const NOT_FOUND: &str = "What could be read of the tenant's list does not hold this value with this action. It may be there.";
/// The tenant holds the row, and nothing would change.
pub const THE_SAME: &str = "The tenant holds it, with every field that the source gives.";
/// Column.
pub const FIELD: &str = "Field";
/// Column.
pub const NOW: &str = "Now";
/// Column.
pub const THEN: &str = "Then";
/// A field that the source did not give.
pub const FROM_DEFAULTS: &str = "from the defaults";
/// An empty field.
pub const EMPTY: &str = "empty";
/// Of the same value.
pub const BESIDE: &str = "The same value with another action";

/// Who made an indicator; the name follows.
pub const MADE_BY: &str = "by";

/// Which of two indicators of one value a device obeys: the row's, for these device groups, or the
/// tenant's, for those.
#[must_use]
pub fn wins(wins: Wins, row: &[String], tenant: &[String]) -> &'static str {
    match (wins, row.is_empty(), tenant.is_empty()) {
        (Wins::Row, false, true) => {
            "In the row's device groups a device obeys this row's, elsewhere the tenant's."
        }
        (Wins::Tenant, true, false) => {
            "In its device groups a device obeys the tenant's, elsewhere this row's."
        }
        (Wins::Row, false, false) => "In the device groups of both a device obeys this row's.",
        (Wins::Tenant, false, false) => "In the device groups of both a device obeys the tenant's.",
        (Wins::Row, ..) => "A device obeys this row's.",
        (Wins::Tenant, ..) => "A device obeys the tenant's.",
        (Wins::Unknown, ..) => "Which one a device obeys is not documented.",
    }
}

/// Of a row that would replace it.
pub const NO_ID: &str = "The row is left out: the service lists no id for this one, so that it cannot be deleted first.";

/// Heading in the dialog.
pub const AGAINST: &str = "In the tenant";
/// Heading in the dialog.
pub const NOT_SENT: &str = "Not sent";
/// In the dialog: sent though nothing changes.
pub const SENT_UNCHANGED: &str = "Sent again, unchanged";
/// In the dialog: added beside what the tenant holds.
pub const ADDED_BESIDE: &str = "Create beside another action";
/// In the dialog: instead of what the tenant holds.
pub const REPLACED: &str = "Create in place of another";
/// In the dialog.
pub const DELETED_FIRST: &str = "Delete first";
/// In the dialog, where the tenant is not known: heading.
pub const UNKNOWN: &str = "Nothing is known of the tenant";
/// In the dialog, where the tenant is not known.
pub const UNKNOWN_BODY: &str = "Whether these rows create indicators, update some, or stand against others with another action \
                                shows only in the report.";
/// In the dialog: what holds afterwards.
pub const HELD_IS_KEPT: &str =
    "It can be undone: what the tenant holds of these values now is kept with the run.";
/// In the dialog: what holds afterwards.
pub const NOT_UNDONE_UNKNOWN: &str =
    "Only what it creates can be undone: what the tenant holds now is not known.";
/// In the dialog: what holds afterwards.
pub const NOT_UNDONE_UNKEPT: &str =
    "It cannot be undone from here: the browser keeps no record of it.";

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(heading(1, 0), "1 indicator will be sent to ");
        assert_eq!(
            heading(1_000, 20),
            format!(
                "{} indicators to import, 20 to delete first, in ",
                number(1_000)
            )
        );
    }
}
