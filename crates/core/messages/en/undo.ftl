### Why an undo, or a run that is gone on with, leaves an indicator as it is. "It" is the indicator. Moments stand
### as they are: 2026-11-22T09:14:00Z.

left-is-gone = The tenant does not list it any more. There is nothing to take back.
left-as-it-was = The tenant holds it as it was before the run. There is nothing to take back.
left-changed = It has been changed since. It stays; change it by hand where that is wanted.
# $at is a moment.
left-changed-at =
    It has been changed since, at { $at }. It stays; change it by hand where that is wanted.
# $by is an account or an application.
left-changed-by =
    It has been changed since, by { $by }. It stays; change it by hand where that is wanted.
# $by is an account or an application, $at a moment.
left-changed-by-at =
    It has been changed since, by { $by } at { $at }. It stays; change it by hand where that is wanted.
left-unknown =
    What it was before the run is not known: the tenant had not been listed, or not since somebody made it. It
    stays; delete or change it by hand where that is wanted.
left-unread =
    It is not among what could be read of the tenant's list, which is not whole. Nothing is done about it; look
    for it in the portal.
# $at is a moment.
left-expired =
    What it was before the run expired at { $at }, and would be gone by now. It stays; delete it by hand where
    that is wanted.
left-without-id =
    The tenant lists it without an id, by which alone it could be deleted. It stays; delete it in the portal.
changed-meanwhile =
    While the run lay unfinished, somebody wrote to an indicator that this row would change, made it or deleted
    it. Nothing was done about it when the run was gone on with. Look at it in the portal; import the row again
    where it is still wanted.
