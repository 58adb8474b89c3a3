//! Why an undo, or a run that is gone on with, leaves an indicator as it is.

use std::fmt;

use crate::diagnostic::Finding;

pub(super) fn say(found: &Finding, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match found {
        Finding::LeftAsItWas { is_gone: true } => f.write_str(
            "The tenant does not list it any more. There is nothing to take back.",
        ),
        Finding::LeftChanged { by, at } => {
            f.write_str("It has been changed since")?;
            match (by.as_str(), at.as_str()) {
                ("", "") => {}
                ("", at) => write!(f, ", at {at}")?,
                (by, "") => write!(f, ", by {by}")?,
                (by, at) => write!(f, ", by {by} at {at}")?,
            }
            f.write_str(". It stays; change it by hand where that is wanted.")
        }
        Finding::LeftUnknown => f.write_str(
            "What it was before the run is not known: the tenant had not been listed, or not since somebody made it. It stays; delete or change it by hand where that is wanted.",
        ),
        Finding::LeftUnread => f.write_str(
            "It is not among what could be read of the tenant's list, which is not whole. Nothing is done about it; look for it in the portal.",
        ),
        Finding::LeftAsItWas { is_gone: false } => {
            f.write_str("The tenant holds it as it was before the run. There is nothing to take back.")
        }
        Finding::LeftExpired { at } => write!(
            f,
            "What it was before the run expired at {at}, and would be gone by now. It stays; delete it by hand where that is wanted."
        ),
        Finding::LeftWithoutId => f.write_str(
            "The tenant lists it without an id, by which alone it could be deleted. It stays; delete it in the portal.",
        ),
        Finding::ChangedMeanwhile => f.write_str(
            "While the run lay unfinished, somebody wrote to an indicator that this row would change, made it or deleted it. Nothing was done about it when the run was gone on with. Look at it in the portal; import the row again where it is still wanted.",
        ),
        // Every finding has a sentence of its own; a test says so.
        _ => f.write_str(found.title()),
    }
}
