### Runs that take back what another did, or delete what was selected in the tenant.

## What such a run is called; $moment is a day and a time

# In a list of runs: it deleted what was selected in the tenant.
deletion = Deletion
# In a list of runs: it took back another.
undo-of-import = Undo of the import of { $moment }
# In a list of runs: it took back another.
undo-of-deletion = Undo of the deletion of { $moment }
# In a list of runs: it took back another, which was an undo too.
undo-of-undo = Undo of the undo of { $moment }
# In a list of runs: it took back one that is not known here any more.
undo-of-run = Undo of the run of { $moment }

## Buttons that begin it

# Label on the report of an import.
undo-import = Undo this import
# Label on the report of a deletion.
undo-deletion = Undo this deletion
# Label on the report of an undo.
undo-undo = Undo this undo
# Label where some of the run was undone already.
undo-rest = Undo the rest
# Label in a list of runs, where little room is.
undo-short = Undo
# Label while nobody is signed in.
sign-in-and-undo = Sign in and undo
# The same where some of the run was undone already.
sign-in-and-undo-rest = Sign in and undo the rest
# In place of the button: somebody of another tenant is signed in.
other-tenant = Only an account of its tenant can undo it.

## On the report of a run that may be undone

# Heading.
undo = Undo
# What undoing an import means.
undoes-import =
    What this run created is deleted, and what it updated or replaced gets back what it was. What others have
    changed since is left alone. You see it all before anything is sent.
# What undoing a deletion means.
undoes-deletion =
    What this run deleted is made again from what is kept of it here, under new ids. You see it all before
    anything is sent.
# What undoing an undo means.
undoes-undo =
    What this undo deleted is made again under new ids, and what it restored becomes what it was before. You
    see it all before anything is sent.
# That it was undone. $moment is a day and a time, at which the run began that did it.
undone = Undone by the run of { $moment }.
# The same. $account is who began that run.
# $account (Html)
undone-by = Undone by the run of { $moment } by { $account }.
# The same where some of it was left as it is.
undone-partly = Undone in part by the run of { $moment }.
# The same where some of it was left as it is. $account is who began that run.
# $account (Html)
undone-partly-by = Undone in part by the run of { $moment } by { $account }.
# Then, where some of it was left as it is.
stays = Some of it stays: its report says what, and why.
# In a list of runs, below what became of the run. $moment is a day and a time.
undone-short = undone on { $moment }
# The same where some of it was left as it is.
undone-partly-short = undone in part on { $moment }
# Nothing of the run is kept.
not-kept = It cannot be undone from here: the browser keeps no record of it.

## While it is prepared

# A deletion of what was selected. How far the tenant is read follows.
preparing-deletion = Preparing the deletion.
# An undo of a run that began at $moment. How far the tenant is read follows.
preparing-undo-of-import = Preparing to undo the import of { $moment }.
# Likewise.
preparing-undo-of-deletion = Preparing to undo the deletion of { $moment }.
# Likewise.
preparing-undo-of-undo = Preparing to undo the undo of { $moment }.
# Label of ending that.
cancel = Cancel

## The review of it

# Heading: nothing is left to do. $tenant is a name.
# $tenant (Html)
will-nothing = Nothing is left to do in { $tenant }
# Heading: how many indicators get back what they were.
# $tenant (Html)
will-restore = { $restored ->
    [one] { $restored } indicator will be restored in { $tenant }
   *[other] { $restored } indicators will be restored in { $tenant }
 }
# Heading: how many indicators go away.
# $tenant (Html)
will-delete = { $deleted ->
    [one] { $deleted } indicator will be deleted from { $tenant }
   *[other] { $deleted } indicators will be deleted from { $tenant }
 }
# Heading: both, of different indicators.
# $restored (Number)
# $tenant (Html)
will-delete-and-restore = { $deleted ->
    [one] { $deleted } indicator will be deleted and { $restored } restored in { $tenant }
   *[other] { $deleted } indicators will be deleted and { $restored } restored in { $tenant }
 }
# Heading: the same where nothing is known of the tenant, so not which of them.
# $tenant (Html)
will-delete-or-restore = { $indicators ->
    [one] { $indicators } indicator will be deleted or restored in { $tenant }
   *[other] { $indicators } indicators will be deleted or restored in { $tenant }
 }
# In these headings: a tenant whose name is not known, since nobody is signed in.
the-tenant = the tenant
# Under the heading of a deletion.
selected = These were selected in the tenant.
# Under the heading of an undo. $moment is a day and a time.
takes-back-import = This takes back the import of { $moment }.
# Likewise.
takes-back-deletion = This takes back the deletion of { $moment }.
# Likewise.
takes-back-undo = This takes back the undo of { $moment }.
# Likewise, of one that is not known here any more.
takes-back-run = This takes back the run of { $moment }.
# Then: of how many indicators nothing is changed.
some-left-alone = { $left ->
    [one] { $left } is left alone.
   *[other] { $left } are left alone.
 }
# Then.
unchanged-yet = Nothing has been changed yet.
# Of when what is said is. $time is a time of day.
as-of = As the tenant was at { $time }

# Label of the sums.
sums = What would happen, and filters
# A sum: everything that was looked at; also the unit of the report's sums.
looked-at = Indicators
# A line of the sums, and a row's state: of these nothing is changed.
left-alone = Left alone
# Heading of the reasons why.
why-left = Left alone
# There are none, in an undo.
none-left = Nothing: all of it can be taken back.
# There are none, in a deletion.
all-deletable = Nothing: all of it can be deleted.
# In a row: somebody changed the indicator since the run.
changed-since = Changed since
# The same with the day, such as "2026-11-22".
changed-since-on = Changed since, on { $day }
# The same with who did.
changed-since-by = Changed since by { $who }
# The same with both.
changed-since-by-on = Changed since by { $who }, on { $day }
# Heading beside a row whose type is not known.
indicator = Indicator
# Heading of a row's fields that stay as they are.
as-it-is = As it is now
# Heading of a row's fields that come back.
as-it-was = As it would be again
# Of a row: nothing is there any more.
made-again = The tenant does not hold it any more. It is made again, under a new id.
# Of a row: it goes away.
# $id (Html)
goes-away = It is deleted, by its id { $id }.

## The foot of that review, and the question

# Label of leaving the review of an undo.
drop-undo = Drop this undo
# Label of leaving the review of a deletion.
drop-deletion = Drop this deletion
# Label of the button that leads to the question, and of the question's own.
send-undo = { $indicators ->
    [one] Undo { $indicators } indicator
   *[other] Undo { $indicators } indicators
 }
# The same of a deletion.
send-deletion = { $indicators ->
    [one] Delete { $indicators } indicator
   *[other] Delete { $indicators } indicators
 }
# The document's title where nothing is left to do.
nothing = Nothing left to do
# Beside the button that cannot be pressed: nothing is left to do.
nothing-to-do = Every indicator is left alone.
# Beside the button: nobody is signed in.
sign-in = Sign in to go on.

# Heading of the question, where it is not known which of them go away and which come back.
# $tenant (Html)
ask-undo = { $indicators ->
    [one] Undo { $indicators } indicator in { $tenant }?
   *[other] Undo { $indicators } indicators in { $tenant }?
 }
# Heading of the question.
# $tenant (Html)
ask-delete = { $deleted ->
    [one] Delete { $deleted } indicator from { $tenant }?
   *[other] Delete { $deleted } indicators from { $tenant }?
 }
# Heading of the question: they get back what they were.
# $tenant (Html)
ask-restore = { $restored ->
    [one] Restore { $restored } indicator in { $tenant }?
   *[other] Restore { $restored } indicators in { $tenant }?
 }
# Heading of the question: both, of different indicators.
# $restored (Number)
# $tenant (Html)
ask-delete-and-restore = { $deleted ->
    [one] Delete { $deleted } indicator and restore { $restored } in { $tenant }?
   *[other] Delete { $deleted } indicators and restore { $restored } in { $tenant }?
 }
# Heading of a sum in the question.
will-be = What will be done
# Heading of a warning in the question.
# $deleted (Number)
gone = The service cannot bring back what is deleted ({ $deleted })
# Under it, where the run is written down.
# $days (Number)
gone-kept =
    Ids and values, every field included, are kept with this run in this browser for { $days } days. Undoing
    this run makes them again from there, under new ids.
# Under it, where nothing of the run is kept.
gone-unkept =
    Nothing of this run will be kept in this browser: download its report, which lists ids and values. It
    cannot be undone from here.
# Heading of a warning in the question.
may-be-refused = Defender may refuse to delete
# Under it. "For applications": with application permissions, in Microsoft's sense.
may-be-refused-body =
    Microsoft documents deletion for applications, not for an account of your own. Where it is refused, the
    report offers the ids and ready requests for somebody who may delete.
# Then, where something is to be restored.
restored-all-the-same = What is to be restored is restored all the same.
# At the question's foot.
safe = Safe to repeat: what is done is not done twice.

## While it runs

# Heading of an import that goes on. $tenant is a name.
sending = Sending to { $tenant }
# Heading of an undo that goes on.
undoing = Undoing in { $tenant }
# Heading of a deletion that goes on.
deleting = Deleting from { $tenant }
# The document's title during an import.
sending-title = Sending
# The document's title during an undo.
undoing-title = Undoing
# The document's title during a deletion.
deleting-title = Deleting
# While the tenant is listed once more before anything is sent.
until-read-again = Nothing is changed before that. What somebody has changed since the review is left alone.
# At the foot, of an import: where to, and as whom.
# $tenant (Html)
# $account (Html)
to = To { $tenant } as { $account }
# The same of an undo.
# $tenant (Html)
# $account (Html)
undo-in = In { $tenant } as { $account }
# The same of a deletion.
# $tenant (Html)
# $account (Html)
delete-from = From { $tenant } as { $account }
# That a call of an import is made again.
sends-again = Sending again does no harm: the API updates what it has.
# That a call of an undo or a deletion is made again.
asks-again = Asking again does no harm: what is done already is not done twice.
# Heading of the meter of what the service accepted of an import.
meter-accepted = Accepted
# The same of an undo.
meter-taken-back = Taken back
# The same of a deletion.
meter-deleted = Deleted

## Its report

# Heading: nothing came of it. $tenant is a name.
# $tenant (Html)
changed-nothing = Nothing was changed in { $tenant }
# Heading: how many indicators got back what they were.
# $tenant (Html)
has-restored = { $restored ->
    [one] { $restored } indicator restored in { $tenant }
   *[other] { $restored } indicators restored in { $tenant }
 }
# Heading: how many indicators went away.
# $tenant (Html)
has-deleted = { $deleted ->
    [one] { $deleted } indicator deleted from { $tenant }
   *[other] { $deleted } indicators deleted from { $tenant }
 }
# Heading: both, of different indicators.
# $restored (Number)
# $tenant (Html)
has-deleted-and-restored = { $deleted ->
    [one] { $deleted } indicator deleted and { $restored } restored in { $tenant }
   *[other] { $deleted } indicators deleted and { $restored } restored in { $tenant }
 }
# The document's title.
# $deleted (Number)
# $restored (Number)
# $rejected (Number)
title = Report: { $deleted } deleted, { $restored } restored, { $rejected } rejected

# Heading of a sum.
looked-up = What was looked at
# Its total.
all-looked-at = Looked at
# A line of it, and the total of the next sum.
to-be-done = To be done
# Heading of a sum.
became = What became of it
# A line of it, and a row's state.
deleted = Deleted
# A line of it, and a row's state.
restored = Restored
# Under the sums: what unconfirmed means here.
unconfirmed =
    Unconfirmed: sent, but the answer was lost. It may have been done or not. Undo the same run again: the
    tenant is listed, and what is left is offered.

# Above the report: the API refused to delete.
refused = { $deletions ->
    [one] Defender refused { $deletions } deletion.
   *[other] Defender refused { $deletions } deletions.
 }
# Then. "Rejected" is the heading of a sum below.
refused-leaves = They are still in the tenant; its own reason stands below, under "Rejected".
# Then, where some were deleted.
deleted-before = { $deleted ->
    [one] { $deleted } was deleted before it refused.
   *[other] { $deleted } were deleted before it refused.
 }
# Then: the likeliest cause. "For applications": with application permissions, in Microsoft's sense.
refused-why =
    If that is a missing permission: Microsoft documents deletion for applications only, so your account may
    never be allowed to.
# Then: whom to ask. Settings, Endpoints and Indicators are names in Microsoft's portal.
refused-way-on =
    Then hand the ids and ready requests to somebody who may delete: an administrator finds the values in the
    portal under Settings, Endpoints, Indicators; an application with Ti.ReadWrite.All can send the requests
    as they are.
# Label of a download.
deletions = Ids and requests
# Beside that label in the list of downloads.
undeleted = { $indicators ->
    [one] { $indicators } indicator still to be deleted
   *[other] { $indicators } indicators still to be deleted
 }
# Label of leaving the report, towards another report.
leave-for-report = Back to the report before
# Label of leaving the report, towards what the tenant holds.
leave-for-tenant = Back to what the tenant holds
# Label of leaving the report.
leave = Back
