### What the tenant holds now.

## The way here, and the heading

# Label of the way to one value of it.
show = Show it among what the tenant holds
# Label of the way to what can go.
make-room = Look for what can go
# Heading. $tenant is a name.
# $tenant (Html)
holds = { $held ->
    [0] No indicators in { $tenant }
    [one] { $held } indicator in { $tenant }
   *[other] { $held } indicators in { $tenant }
 }
# Heading, where the list could not be read whole.
# $tenant (Html)
holds-at-least = { $held ->
    [0] No indicators in { $tenant }
    [one] At least { $held } indicator in { $tenant }
   *[other] At least { $held } indicators in { $tenant }
 }
# Under it: when it was read ($time: a time of day), and as whom.
# $account (Html)
read-at = Read at { $time } as { $account }
# Label of reading it again.
refresh = Read again
# Above it: a run has changed the tenant since.
stale = A run has changed the tenant since this was read.
# There is nothing.
empty = Nothing is blocked, allowed or watched for by an indicator that your account is shown.
# What a screen reader is told once it was read.
said = { $held ->
    [one] The tenant holds { $held } indicator.
   *[other] The tenant holds { $held } indicators.
 }

## It is not there

# Nobody is signed in: heading.
sign-in = Sign in to see what the tenant holds
# Nobody is signed in: why.
sign-in-body =
    The list of indicators is read with your own account, and shows what that account may see. Nothing of it
    is kept once this page is closed.
# While it is read: heading. $tenant is a name.
# $tenant (Html)
reading = Reading the indicators of { $tenant }
# While it is read: how many so far, and how many a tenant may hold.
# $listed (Number)
# $most (Number)
listed = { $listed ->
    [0] A tenant holds at most { $most }.
   *[other] { $listed } read so far. A tenant holds at most { $most }.
 }
# Label of reading no further.
stop = Stop reading
# It was not read: heading.
unread = What the tenant holds was not read
# It was not read: why.
stopped = Nobody has asked for it, or it was not waited for.
# Label of reading it.
read = Read it
# It could not be read: heading.
failed = What the tenant holds could not be read
# Label of another try.
again = Try again

## Sums; each is a filter

# Heading.
sums = Indicators
# Every one that can be shown.
all = All
# Those that expire soon.
only-expiring = Expire within a week
# Those that have expired.
only-expired = Expired
# Those of values that have others with another action.
only-conflict = Values with several actions
# Those that seem to be of files that others are of too.
only-same-file = Files under several hashes
# Those that the account made.
only-mine = Made by you
# Those of a type or with an action that this page does not know.
foreign = Of a kind unknown here
# Those that are not readable.
not-read = Could not be read
# Heading of bars; also in the review of an undo or a deletion.
by-type = By type
# Heading of bars; also in the review of an undo or a deletion.
by-action = By action
# Of the bar of the tenant's room: how many more it may hold.
room = Room left
# Of that bar: room that becomes free.
freed = Freed in a day

## Search, filter and order

# Label of the search.
find = { $rows ->
    [one] Find in { $rows } indicator
   *[other] Find in { $rows } indicators
 }
# Choice of the severity: any.
any-severity = Severity: any
# Choice of the order: as the service lists them.
order-as-listed = Order: as listed
# Choice of the order.
order-value = Order: value
# Choice of the order.
order-type = Order: type
# Choice of the order.
order-action = Order: action
# Choice of the order.
order-severity = Order: severity
# Choice of the order.
order-title = Order: title
# Choice of the order: when it expires.
order-expires = Order: expires
# Choice of the order: when it was created.
order-created = Order: created
# Choice of the order: when it was updated.
order-updated = Order: updated
# Choice of the order: by whom it was made.
order-made-by = Order: made by
# Label of turning the order round.
turn = The other way round
# How many pass search and filters.
# $rows (Number)
shown = { $rows } shown
# Label of showing all.
clear-filters = Show all

## The table

# Its label.
rows = Indicators of the tenant
# No row passes. "Show all" is a label.
no-rows = No indicator passes the search and the filters. "Show all" clears them.
# Column: who made it.
made-by = Made by
# Column: when it was updated.
updated = Updated
# Of a row, for screen readers.
soon = expires within a week
# Of a row, for screen readers.
expired = expired
# Of a row, for screen readers: it stands beside others, whose actions are $actions.
also = also with { $actions }
# How the table is used by keyboard.
keys =
    In the table, the arrow keys, Page Up, Page Down, Home and End move; Space selects; Ctrl+A selects all that
    are shown.

## What is selected, and what is done with it

# Label of selecting one.
select = Select { $value }
# Label of selecting all that pass, in the table's head.
select-passing = Select all that are shown
# Label of selecting all that pass.
# $rows (Number)
select-all = Select all { $rows }
# Label of selecting none.
select-none = Clear the selection
# How many are selected.
selected = { $rows ->
    [0] None selected
   *[other] { $rows } selected
 }
# The same where the service lists no id for some.
# $all (Number)
# $without (Number)
selected-without-ids = { $all } selected, { $without } without an id: it cannot be deleted from here
# Label of a download. "Portal": Microsoft's.
# $rows (Number)
as-csv = { $rows } as portal CSV
# Label of a download.
# $rows (Number)
as-json = { $rows } as API JSON
# Label of deleting what is selected.
delete = { $rows ->
    [0] Delete
   *[other] Delete { $rows }
 }
# Beside that label: not at once.
after-a-review = after a review
# Label of going back.
back-to-choose = Back to the first screen
# Label of going back.
back-to-review = Back to the review
# Label of going back, to a run as it goes.
back-to-send = Back
# Label of going back.
back-to-report = Back to the report

## One of them

# Heading: every field.
fields = As the tenant lists it
# It has expired.
expired-body =
    It has expired, and is listed still. It counts against the limit until the service takes it away.
# Heading of others.
same-file = The same file, as it seems
# Which of two a device obeys: $winner is for device groups, $loser for all devices. Each is an action or a
# type, such as "Block".
wins-in-its-groups = In its device groups a device obeys { $winner }, elsewhere { $loser }.
# Both are for device groups. $winner is an action or a type, such as "Block".
wins-in-both-groups = In the device groups of both a device obeys { $winner }.
# In general. $winner is an action or a type, such as "Block".
wins = Of the two, a device obeys { $winner }.
# It is not known.
nobody-knows-which-wins = Which of the two a device obeys is not documented.
# Label of showing what belongs together.
show-these = Show these

## What must be known of the list

# Heading.
notes = What this list says
# How files under several hashes are told.
same-file-body =
    Which hashes are of one file is a guess: those of different kinds with the same title and description,
    where no other hash has both. A file may be missed, and two files with one title may be taken for one.
# What is true of a value with several actions. Allowed, Warn and Block are names of actions, which are not
# translated.
conflict-body =
    Where a value has several actions, devices obey Allowed over Warn over Block; for files, Block and Warn
    over Allowed. A device group's own goes before one for all devices.
# Kinds and gaps that cannot be shown.
not-shown = { $rows ->
    [one] { $rows } is not in the table.
   *[other] { $rows } are not in the table.
 }
