//! The tenant is looked at once more right before an import is sent.

use ioculate_core::{
    clock::WallTime,
    session::{Closed, Fate, Fates, TenantChange},
};

use crate::{
    figures::{moment, to_the_minute},
    words::{
        connection,
        message::{again as message, common},
        sentences, tenant,
    },
};

/// The tenant could not be listed again: what is so, and what to do.
#[must_use]
pub fn unlisted(at: WallTime, reason: Option<&Closed>) -> (String, String) {
    let (what, why) = match reason {
        None => (message::not_read(), String::new()),
        Some(reason) => (
            message::not_readable(),
            common::sentence(connection::heading(reason)),
        ),
    };
    let stands = message::stands(&to_the_minute(at));
    let todo = sentences(&[message::nothing_sent(), &why, &stands]);
    (what.to_owned(), todo)
}

/// The tenant is another one than was reviewed: what has changed, and what to do.
#[must_use]
pub fn changed(change: &TenantChange) -> (String, String) {
    let what = message::changed(&to_the_minute(change.since));
    let otherwise = match (change.otherwise, fates(&change.before, &change.now)) {
        (0, _) => String::new(),
        (rows, None) => message::otherwise(rows),
        (rows, Some(sums)) => message::otherwise_in_sums(rows, &sums),
    };
    let written = match change.written {
        0 => String::new(),
        rows => message::written(rows),
    };
    let todo = sentences(&[
        message::nothing_sent(),
        &otherwise,
        &written,
        message::shown(),
    ]);
    (what, todo)
}

/// The fates of which there are more or fewer; none where only the rows are others.
fn fates(before: &Fates, now: &Fates) -> Option<String> {
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
    let told = told.map(|(fate, before, now)| message::sum(tenant::fate(*fate), *now, *before));
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join(message::between_sums()))
}

/// Label of sending all the same, where it could not be listed again.
#[must_use]
pub fn as_listed(at: WallTime) -> String {
    message::as_listed(&to_the_minute(at))
}

/// In the report of a run that was sent so.
#[must_use]
pub fn was_sent_as_listed(at: WallTime) -> String {
    message::was_sent_as_listed(&moment(at))
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
