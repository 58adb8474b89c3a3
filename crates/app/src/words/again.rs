//! The tenant is looked at once more right before an import is sent.

use ioculate_core::{
    clock::WallTime,
    session::{Closed, Fate, Fates, TenantChange},
};

use crate::{
    figures::{moment, number, to_the_minute},
    words::{connection, counted, tenant},
};

/// Heading while the tenant is listed before anything is sent.
pub const READING: &str = "Reading the tenant once more";
/// Under it.
pub const READING_BODY: &str =
    "Nothing is sent before it is known whether the tenant is still what was reviewed.";
/// Label of not waiting for it.
pub const BACK: &str = "Back to review";

/// The tenant could not be listed again: what is so, and what to do.
#[must_use]
pub fn unlisted(at: WallTime, reason: Option<&Closed>) -> (String, String) {
    let (what, why) = match reason {
        None => ("The tenant was not read again.", String::new()),
        Some(reason) => (
            "The tenant could not be read again.",
            format!(" {}.", connection::heading(reason)),
        ),
    };
    let todo = format!(
        "Nothing was sent.{why} The rows stand as compared at {}. Sending tries once more; the question before it now \
         also offers to send by that list.",
        to_the_minute(at)
    );
    (what.to_owned(), todo)
}

/// The tenant is another one than was reviewed: what has changed, and what to do.
#[must_use]
pub fn changed(change: &TenantChange) -> (String, String) {
    let what = format!(
        "The tenant has changed since {}.",
        to_the_minute(change.since)
    );
    let otherwise = match change.otherwise {
        0 => String::new(),
        rows => format!(
            " {} now do something else{}.",
            counted(rows, "row would", "rows would"),
            fates(&change.before, &change.now)
        ),
    };
    let written = match change.written {
        0 => String::new(),
        rows => format!(
            " {} an indicator that somebody has changed since.",
            counted(
                rows,
                "row would change or delete",
                "rows would change or delete"
            )
        ),
    };
    let todo =
        format!("Nothing was sent.{otherwise}{written} The review shows the tenant as it is now.");
    (what, todo)
}

/// The fates of which there are more or fewer, in brackets; none where only the rows are others.
fn fates(before: &Fates, now: &Fates) -> String {
    let counts = [
        (Fate::Create, before.create, now.create),
        (Fate::Update, before.update, now.update),
        (Fate::Unchanged, before.unchanged, now.unchanged),
        (
            Fate::TenantConflict,
            before.tenant_conflict,
            now.tenant_conflict,
        ),
        (Fate::OverQuota, before.over_quota, now.over_quota),
    ];
    let told = counts.iter().filter(|(_, before, now)| before != now);
    let told = told.map(|(fate, before, now)| {
        format!(
            "{}: {}, before {}",
            tenant::fate(*fate),
            number(*now),
            number(*before)
        )
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() {
        return String::new();
    }
    format!(" ({})", told.join("; "))
}

/// In the question, where it could not be listed again: heading.
pub const NOT_AGAIN: &str = "The tenant could not be read again when it was last asked";

/// Label of sending all the same.
#[must_use]
pub fn as_listed(at: WallTime) -> String {
    format!("Send by the list of {}", to_the_minute(at))
}

/// Under it.
pub const AS_LISTED_BODY: &str = "What others have changed in the tenant since is then not seen: an undo would give back what was there at \
                                  that time. The report says that it was sent so.";

/// In the report of a run that was sent so.
#[must_use]
pub fn was_sent_as_listed(at: WallTime) -> String {
    format!(
        "The tenant could not be read again before the first call: by your choice this was sent as it compared with the \
         tenant's list of {}.",
        moment(at)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_changed_is_said_in_plain_words() {
        let at = WallTime(1_795_262_400_000);
        let before = Fates {
            create: 5,
            update: 2,
            ..Fates::default()
        };
        let later = Fates {
            create: 3,
            update: 2,
            unchanged: 2,
            ..Fates::default()
        };
        for (now, otherwise, written, said) in [
            (
                later,
                2,
                0,
                "2 rows would now do something else (Create: 3, before 5; Unchanged: 2, before 0). The",
            ),
            (before, 1, 0, "1 row would now do something else. The"),
            (
                before,
                0,
                1,
                "sent. 1 row would change or delete an indicator that somebody has changed since. The",
            ),
            (before, 1, 2, "else. 2 rows would change or delete an"),
        ] {
            let change = TenantChange {
                since: at,
                before,
                now,
                otherwise,
                written,
            };
            let (_, told) = changed(&change);
            assert!(told.contains(said), "{told}");
        }
    }
}
