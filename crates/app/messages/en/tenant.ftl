### What a run would make of the tenant, and what the user decides as it stands.

## What would happen to a row, or does: its state, a line of the sums, and what an undo does

# The tenant does not hold it.
fate-create = Create
# The tenant holds it with other fields.
fate-update = Update
# The tenant holds it as it is.
fate-unchanged = Unchanged
# The tenant holds its value with another action.
fate-conflict = Tenant conflict
# The tenant has no room for it.
fate-over-quota = Over quota
# In an undo or a deletion.
fate-delete = Delete
# In an undo.
fate-restore = Restore

## Why a row that is ready would stay behind: its state

# The tenant holds it as it is.
held-unchanged = Unchanged
# The tenant has no room for it.
held-over-quota = Over quota
# By the user.
held-left-out = Left out
# By the guard.
held-guarded = Held back
# The user cancelled the run.
held-cancelled = Cancelled

## The same in the question before sending, in the list of what is not sent

# The tenant holds it as it is.
not-sent-unchanged = Unchanged in the tenant
# The tenant has no room for it.
not-sent-over-quota = No room in the tenant
# By the user.
not-sent-left-out = Left out
# By the guard.
not-sent-guarded = Held back by the guard
# The user cancelled the run.
not-sent-cancelled = Cancelled

## The review's heading, where the tenant is known

# Heading. $tenant is a name.
# $tenant (Html)
will-send = { $indicators ->
    [one] { $indicators } indicator will be sent to { $tenant }
   *[other] { $indicators } indicators will be sent to { $tenant }
 }
# Heading, where others are deleted to make way.
# $deletions (Number)
# $tenant (Html)
will-import-and-delete = { $indicators ->
    [one] { $indicators } indicator to import, { $deletions } to delete first, in { $tenant }
   *[other] { $indicators } indicators to import, { $deletions } to delete first, in { $tenant }
 }
# Under it: what is sent, by what it does.
# $created (Number)
# $updated (Number)
sent = { $created } created, { $updated } updated.
# The same where others are deleted to make way.
# $created (Number)
# $updated (Number)
# $deleted (Number)
sent-and-deleted = { $created } created, { $updated } updated, { $deleted } deleted.
# Then: rows that are not sent.
behind = { $rows ->
    [one] { $rows } stays behind.
   *[other] { $rows } stay behind.
 }
# Then.
nothing-sent-yet = Nothing has been sent yet.
# Then, where the tenant holds more than is known.
not-whole =
    The tenant's list could not be read whole: what is said to be created may be there already, and would be
    updated.

## Whether the rows are compared with the tenant

# Behind the names of the files. $time is a time of day.
compared = , compared with the tenant at { $time }
# The same where a run has changed the tenant since.
compared-before-run = , compared with the tenant at { $time }, before the last run
# Label of reading the tenant again.
refresh = Compare again
# While the tenant is read: how many indicators so far.
listing = { $listed ->
    [0] Reading what the tenant holds
   *[other] Reading what the tenant holds: { $listed } so far
 }
# The same as a sentence of a paragraph.
listing-sentence = { $listed ->
    [0] Reading what the tenant holds.
   *[other] Reading what the tenant holds: { $listed } so far.
 }
# The tenant could not be read, or was not waited for.
not-compared = Not compared with the tenant.
# What that means.
without =
    Which rows it holds already, and how much room it has, is not known. Sending works all the same.
# Label of another try.
again = Try again
# Label of comparing after all.
compare = Compare
# Beside the button that cannot be pressed yet.
waits = Waits until the tenant is read.
# Likewise, for the guard's lists.
waits-for-guard = Waits for the guard's lists.
# Likewise: everything that is ready stays behind.
nothing-to-send = Every row stays behind.
# Label of not waiting.
skip = Go on without
# What an account sees of a tenant, as far as that is documented.
seen =
    Microsoft does not document which indicators an account of your own is shown: the tenant may hold more
    than this page could read.
# Then.
seen-foreign = { $indicators ->
    [one] { $indicators } is of a type or with an action that this page does not know; they count against the limit.
   *[other] { $indicators } are of a type or with an action that this page does not know; they count against the limit.
 }
# Then.
# $indicators (Number)
seen-unread = { $indicators } could not be read.

## The room in the tenant

# Heading of a bar.
active = Active indicators
# Line.
used = Used now
# Line, where the list could not be read whole.
used-at-least = Used now, at least
# Line: by this import.
created = Created
# Line: what was deleted comes back.
made-again = Made again
# Line.
deleted = Deleted
# Line: the sum of those before.
after = After
# Line: of how many that a tenant may hold.
# $most (Number)
of-most = of { $most }
# Beside it.
# $room (Number)
free = { $room } free
# Line: what expires.
freed = Freed in a day
# Line: rows without room.
no-room = No room for

## What keeps rows back as the tenant stands, with the choices about it

# The tenant holds the value with another action.
conflict = Another action in the tenant
# A choice about it.
add-beside = Add beside: both then hold
# A choice about it.
replace = Replace: delete the tenant's first
# A choice about it.
leave-out = Leave out: the tenant's stays
# Under the choices. Allowed, Warn and Block are names of actions, which are not translated.
conflict-body =
    Of both, devices obey Allowed over Warn over Block; for files, Block over Allowed. One for a device group
    goes before one for all devices.
# There is no room.
over-quota = No room in the tenant
# Before the choices about it.
stay = What stays behind
# A choice about it.
last-stay = The last rows stay behind
# A choice about it.
first-stay = The first rows stay behind
# A choice about it.
lowest-severity-stays = The lowest severity stays behind
# A choice about it.
soonest-to-expire-stay = The soonest to expire stay behind
# Under the choices.
over-quota-body = What you leave out by hand makes room for them.
# Of those without room, the ones that stand against another action. "Replace" is a choice above.
replaceable = { $rows ->
    [one] { $rows } of them stands against another action in the tenant. "Replace" needs no room: the tenant's goes first.
   *[other] { $rows } of them stand against another action in the tenant. "Replace" needs no room: the tenant's goes first.
 }
# Nothing would change.
unchanged = Unchanged
# Label of the choice about it.
send-unchanged = Send them too

## A row beside what the tenant holds

# Heading.
in-the-tenant = In the tenant
# The tenant does not hold the row.
not-there = The tenant does not hold this value with this action.
# The same where the list could not be read whole.
not-found =
    What could be read of the tenant's list does not hold this value with this action. It may be there.
# The tenant holds the row, and nothing would change.
the-same = The tenant holds it, with every field that the source gives.
# Column: the name of a field.
field = Field
# Column: what the field is.
now = Now
# Column: what the field would be.
then = Then
# A field that the source did not give.
from-defaults = from the defaults
# An empty field.
empty = empty
# Heading of other indicators.
beside = The same value with another action
# Of another indicator: who made it, and for which device groups.
made-by = by { $who }, { $groups }
# Of the two, which one a device obeys: in general.
row-wins = A device obeys this row's.
# In general.
tenant-wins = A device obeys the tenant's.
# The row's is for device groups, the tenant's for all devices.
row-wins-in-its-groups = In the row's device groups a device obeys this row's, elsewhere the tenant's.
# The tenant's is for device groups, the row's for all devices.
tenant-wins-in-its-groups = In its device groups a device obeys the tenant's, elsewhere this row's.
# Both are for device groups.
row-wins-in-both-groups = In the device groups of both a device obeys this row's.
# Both are for device groups.
tenant-wins-in-both-groups = In the device groups of both a device obeys the tenant's.
# It is not known.
nobody-knows-which-wins = Which one a device obeys is not documented.
# Of a row that would replace it.
no-id =
    The row is left out: the service lists no id for this one, so that it cannot be deleted first.

## In the question before sending

# Heading of a sum: what will happen in the tenant.
against = In the tenant
# Heading of a sum.
not-sent = Not sent
# Line: sent though nothing changes.
sent-unchanged = Sent again, unchanged
# Line: added beside what the tenant holds.
added-beside = Create beside another action
# Line: instead of what the tenant holds.
replaced = Create in place of another
# Line.
deleted-first = Delete first
# The tenant is not known: heading.
unknown = Nothing is known of the tenant
# Under it.
unknown-body =
    Whether these rows create indicators, update some, or stand against others with another action shows only
    in the report.
# What holds afterwards.
held-is-kept = It can be undone: what the tenant holds of these values now is kept with the run.
# What holds afterwards.
not-undone-unknown = Only what it creates can be undone: what the tenant holds now is not known.
# What holds afterwards.
not-undone-unkept = It cannot be undone from here: the browser keeps no record of it.
