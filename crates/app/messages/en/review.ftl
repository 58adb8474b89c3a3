### The second screen, what stands there of a row, and the question before sending.

## The result: its heading, and the sentences under it.

# Heading: no row can be sent.
nothing-ready = Nothing is ready to send
# Heading, where the tenant's name is not known.
ready-to-send = { $indicators ->
    [one] { $indicators } indicator is
   *[other] { $indicators } indicators are
 } ready to send
# First sentence under the heading.
records-read = { $records ->
    [one] { $records } record was read.
   *[other] { $records } records were read.
 }
# A further sentence: of these files nothing was taken.
files-unread = { $files ->
    [one] { $files } file could not be read.
   *[other] { $files } files could not be read.
 }
# Second sentence: records that are not sent.
records-behind = { $behind ->
    [one] { $behind } stays behind.
   *[other] { $behind } stay behind.
 }
# Second sentence, where the user can do something about some of the records that are not sent.
records-behind-and-waiting = { $behind ->
    [one] { $behind } stays
   *[other] { $behind } stay
 } behind; { $waiting ->
    [one] { $waiting } of those waits
   *[other] { $waiting } of those wait
 } for your decision.
# Last sentence under the heading.
nothing-sent-yet = Nothing has been sent yet.

# While rows are checked again.
checking = Checking again.
# While a file is read.
# $file (Html) is its name.
reading = Reading { $file }
# What was read, where that is several files.
# $file (Html) is the name of the first.
# $more (Number)
file-and-more = { $file } and { $more } more

# Hashes of files of which a stronger hash is sent, where they are left out.
weaker-left-out = { $hashes ->
    [one] { $hashes } hash
   *[other] { $hashes } hashes
 } left out, since a stronger hash of the same file is sent.
# The same, where they are sent.
weaker-beside = { $hashes ->
    [one] { $hashes } hash stands
   *[other] { $hashes } hashes stand
 } beside a stronger one of the same file.
# Label of leaving those hashes out.
leave-out-weaker = Leave them out
# Label of sending them.
send-weaker = Send them too

## The sums under the heading.

# Name of the list of sums, for screen readers.
ledger = Records by verdict
# The sum of them all.
records = Records
# Heading of a chart.
by-type = To send, by type
# Heading of a chart.
by-action = To send, by action
# Heading of a box.
calls = Calls to send them
# In that box: how many are needed.
calls-needed = Calls
# In that box: how many may be made.
calls-a-minute = Allowed a minute
# In that box: how long they take.
time = Time
# About how long the calls take. $time is a duration, such as "3 min 20 s".
estimate = about { $time }

## States of a row, one or two words each.

# A row that can be sent.
ready = Ready
# A row whose indicator stands in an earlier row.
duplicate = Duplicate
# A row whose value stands in an earlier row with another action.
conflict = Conflict
# A row that breaks a rule of the API.
refused = Refused
# A row that is no indicator.
ignored = Ignored
# A row that the service has taken.
accepted = Accepted
# A row that the service has not taken.
rejected = Rejected
# A row of which it is not known whether the service has taken it.
unconfirmed = Unconfirmed
# A row that was not sent.
not-sent = Not sent
# A row that was not sent since it would change nothing.
unchanged = Unchanged
# A row that was not sent since the tenant is full.
no-room = No room
# A row that the user left out.
left-out = Left out
# A row that was not sent since it might hit more than the attacker.
held-back = Held back
# A row that was not sent since the run was cancelled.
cancelled = Cancelled

## The foot.

# Label of the button that sends.
# $imports (Number) are indicators.
send = Send { $imports }
# The same, where some are deleted before.
# $imports (Number) are indicators.
# $deletions (Number) are indicators.
import-and-delete = Import { $imports }, delete { $deletions } first
# Under the label, in small. $time is a duration, such as "3 min 20 s".
in-calls = in { $calls ->
    [one] { $calls } call
   *[other] { $calls } calls
 }, about { $time }
# Beside the button that signs in.
sign-in-to-send = Sign in to send them.
# Label of the button that opens files.
add-more = Add files

## Problems.

# Heading.
problems = Problems
# There are none.
no-problems = None. Every record is ready or a duplicate.
# Beside the heading.
problem-count = { $records ->
    [one] { $records } record
   *[other] { $records } records
 }, { $causes ->
    [one] { $causes } cause
   *[other] { $causes } causes
 }

## The settings.

# Heading.
settings = Rules and defaults
# Label: what is done with ranges of addresses, such as 198.51.100.0/24.
ranges = Address ranges
# A choice for ranges.
ranges-refuse = Refuse; the import takes single addresses
# A choice for ranges.
# $most (Number), the most addresses of a range.
ranges-expand = Write as single addresses, up to { $most }
# A choice for ranges: a call for each.
ranges-single = Send one by one
# Label: what is done where a file has several hashes.
hashes = Hashes of one file
# A choice for hashes.
hashes-all = Send all
# A choice for hashes.
hashes-strongest = Send only the strongest
# The same, with how many indicators it saves.
# $fewer (Number)
hashes-strongest-saves = Send only the strongest: { $fewer } fewer
# A choice. Alert and AlertAndBlock are actions of the API.
legacy = Send Alert and AlertAndBlock as written
# A choice.
internal = Send private and reserved addresses

## The table of rows, and the tools over it.

# Its name, for screen readers.
rows = Records
# Label of the search.
find = Find in { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 }
# A filter that takes every state.
any-state = State: any
# A filter that takes every action.
any-action = Action: any
# A filter that takes every type.
any-type = Type: any
# A filter, and a figure: rows whose value or action was changed.
# $rows (Number)
rewritten = Rewritten { $rows }
# How many rows pass the filters.
# $rows (Number)
shown = { $rows } shown
# Label of taking every filter off.
clear-filters = Show all
# In place of rows: none passes.
no-rows = No row passes the filter.

# Column.
state = State
# Column.
value = Value
# Column.
type = Type
# Column.
action = Action
# Column.
severity = Severity
# Column: until when an indicator is held.
expires = Expires
# Column.
title = Title
# Column: the number of the line in the file.
line-number = Line
# Column, where there are several files.
file-and-line = File and line
# In the column of expirations: there is no end.
never = Never
# Between what is sent and what was given, for a screen reader, with a blank on either side.
was = { " " }was{ " " }
# Between two actions of one value, for a screen reader, with a blank on either side.
against = { " " }against{ " " }
# In a row whose indicator stands in an earlier row.
# $line (Number) is that row's.
same-as = { "=" } Line { $line }

## The details of a row.

# Heading: where the row stands.
# $line (Number)
line = Line { $line }
# Heading of what the source says.
source = Source
# Heading of what was changed.
changes = Changes
# Heading of what was found.
findings = Findings
# Heading of the calls that carried the row.
attempts = Calls that carried it
# A call. $number is its place in the run; $date and $time are when it was made.
batch = Batch { $number }, { $date } { $time }
# How it was answered. $status is the status, such as 200, or the next message; $time is a duration, such as "1.2 s".
answered-after = { $status }, { $time }
# In place of the status of an answer.
no-answer = no answer
# Heading of what the service said.
answer = Defender's answer
# What the service said.
# $id (Html) is the id that it gave.
accepted-as = Accepted with the id { $id }
# Heading of the fields that are sent.
fields = As sent
# In place of device groups: there are none.
all-devices = All devices
# Label of a button with a picture.
previous = Previous row
# Label of a button with a picture.
next = Next row
# Label of a button with a picture.
close = Close details
# An earlier row has the same value and another action.
# $line (Number) is that row's.
# $action (Html) is that action, such as "Block".
conflicts-with = The same value stands in line { $line } with another action: { $action }
# An earlier row has the same indicator.
# $line (Number) is that row's.
repeats = The same indicator stands in line { $line }; it is sent once.

## The question before sending.

# Heading.
# $tenant (Html) is the tenant's name.
ask = Send { $imports ->
    [one] { $imports } indicator
   *[other] { $imports } indicators
 } to { $tenant }?
# The same, where some are deleted before.
# $deletions (Number) are indicators.
# $tenant (Html) is the tenant's name.
ask-and-delete = Import { $imports ->
    [one] { $imports } indicator
   *[other] { $imports } indicators
 } and delete { $deletions } first in { $tenant }?
# Under the heading: who, and where to.
# $account (Html) is the account.
# $cloud is the name of one of Microsoft's clouds.
# $host (Html) is the API's.
ask-where = { $account }, { $cloud }, { $host }.
# After that: how many calls, and about how long they take. $time is a duration, such as "3 min 20 s".
ask-calls = { $calls ->
    [one] { $calls } call
   *[other] { $calls } calls
 }, about { $time }.
# A warning, in bold.
blocking = { $indicators ->
    [one] { $indicators } indicator
   *[other] { $indicators } indicators
 } will block something on devices
# Under it. Block and BlockAndRemediate are actions of the API.
blocking-body =
    Block and BlockAndRemediate stop files, addresses, domains or URLs on every device that the indicator covers. Look
    at the values before you go on.
# At the foot.
safe-twice = Sending the same list twice stores nothing twice.
# Label.
cancel = Cancel
# Heading of a chart.
ask-by-action = By action
