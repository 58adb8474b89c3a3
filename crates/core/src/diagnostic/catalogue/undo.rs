//! Entries on what an undo, or a run that is gone on with, leaves as it is.

use super::{Entry, Example, Given, sources};
use crate::{check::Cidr, diagnostic::Finding};

const fn left(why: &'static str, remedy: &'static str, example: Example) -> Entry {
    Entry {
        why,
        source: sources::OWN,
        remedy,
        example,
    }
}

const fn happened(what: &'static str, found: fn() -> Finding) -> Example {
    Example {
        name: crate::undo::SOURCE,
        given: Given::Happened(what, found),
        ranges: Cidr::Refuse,
    }
}

pub(super) const LEFT_AS_IT_WAS: Entry = left(
    "An undo asks the tenant for its list first. What the run sent and the list does not have was deleted since, or has expired. The same holds of what is gone by the time when an undo or a deletion is sent. And an indicator that has every field that it had before the run is not written again: that would change nothing but the moment of its last update.",
    "Nothing.",
    happened(
        "an undo of a run whose indicator somebody has deleted",
        || Finding::LeftAsItWas { is_gone: true },
    ),
);

pub(super) const LEFT_CHANGED: Entry = left(
    "An undo takes back what the run did and nothing else. An indicator that has other fields than the run sent, that another account wrote to last, or that was written to a while after the run, is somebody's later decision. The tenant is listed once more when the undo, or a deletion, is sent: what has been changed since the review is left too.",
    "Look at it in the portal; delete or change it there where that is wanted.",
    happened(
        "an undo of a run whose indicator a colleague has changed since",
        || Finding::LeftChanged {
            by: "bob@example.com".to_owned(),
            at: "2026-11-22T09:14:00Z".to_owned(),
        },
    ),
);

pub(super) const LEFT_UNKNOWN: Entry = left(
    "The service says when an indicator was last changed and not what it was. Where the tenant was not listed before the run, or somebody made the indicator between the list and the call that wrote it, it cannot be given back what it had; nor is it deleted where the service does not say that this account made it, and when.",
    "List the tenant before a run that is to be undone; of this one, mend by hand.",
    happened(
        "an undo of a run that began before the tenant was listed, and updated an indicator",
        || Finding::LeftUnknown,
    ),
);

pub(super) const LEFT_UNREAD: Entry = left(
    "A part of the tenant's list could not be read, and what the run wrote or deleted is not in the rest. It may be there all the same, and may be somebody's by now.",
    "Look for it in the portal, or undo once more when the list can be read whole.",
    happened(
        "an undo while the tenant lists an object that cannot be read",
        || Finding::LeftUnread,
    ),
);

pub(super) const LEFT_EXPIRED: Entry = left(
    "The service deletes what has expired. The indicator would be gone by now had the run not been; nothing that has expired is brought back.",
    "Delete it where it is not wanted any more.",
    happened(
        "an undo of a run that updated an indicator, whose expiration until then has passed since",
        || Finding::LeftExpired {
            at: "2026-11-22T09:14:00Z".to_owned(),
        },
    ),
);

pub(super) const LEFT_WITHOUT_ID: Entry = left(
    "Indicators are deleted by their ids. The list of the tenant gave none for this one.",
    "Delete it in the portal.",
    happened(
        "an undo of a run that made an indicator, which the tenant lists without an id",
        || Finding::LeftWithoutId,
    ),
);

pub(super) const CHANGED_MEANWHILE: Entry = left(
    "A run that stopped halfway may be gone on with days later. The tenant is listed first. What is no longer as it was seen before the run is somebody's later decision: the row that would change it is not sent, and where it replaces an indicator, that one is not deleted. An import that was not compared with the tenant has seen nothing, and is sent as it is.",
    "Look at it in the portal; import the row again where it is still wanted.",
    happened(
        "an import that is gone on with after a colleague has changed what it would update",
        || Finding::ChangedMeanwhile,
    ),
);
