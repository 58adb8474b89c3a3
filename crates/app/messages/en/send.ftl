### The third screen: a run as it goes.

## Heading: what the run does or waits for

# $time is a time of day, as in the headings below.
quota-is-used = The calls allowed for now are used; sending goes on at { $time }
# The API said to wait.
asked-to-wait = Defender asked us to wait until { $time }
# A call failed.
trying-again = Trying again at { $time }
# By the user.
paused = Paused
# By itself. A batch: the indicators that one call carries.
paused-after-failures = Paused: several batches failed in a row
# The token has run out.
sign-in-again = Sign in again to go on
# There is no network.
offline = Waiting for the network
# Of some indicators sent it is not known whether they arrived: the tenant's list is read.
asking = Asking Defender what became of rows in doubt
# The browser refuses to keep what the run needs.
unwritten = Paused: the browser no longer writes the run down
# The user has cancelled it, and the list is read later.
cancelled-asks-later = Cancelled; what became of rows in doubt is asked at { $time }
# The user has cancelled it, and the list is being read.
cancelled-asks = Cancelled; asking what became of rows in doubt
# The user has cancelled it, and calls are on their way.
cancelled-waits = Cancelled; waiting for the last answers
# Heading before the run begins.
opening = Asking the API whether it lets this page in
# Under it.
opening-body = No indicator leaves before it has answered.

## Under the heading: how many so far, then what it means

# Of an import.
# $accepted (Number)
# $rejected (Number)
so-far-accepted = { $accepted } accepted and { $rejected } rejected so far.
# Of an undo.
# $done (Number)
# $rejected (Number)
so-far-taken-back = { $done } taken back and { $rejected } rejected so far.
# Of a deletion.
# $deleted (Number)
# $rejected (Number)
so-far-deleted = { $deleted } deleted and { $rejected } rejected so far.
# It was cancelled and asks what became of rows in doubt.
ending =
    Nothing more is sent. Where you end it now, rows in doubt stay unconfirmed: they may be in the tenant or
    not.
# It was paused. "Resume" is the label of a button.
paused-body = Nothing new is sent until you resume. Nothing is lost.
# The API said to wait.
asked-to-wait-body =
    Nothing is wrong with your list, and nothing is lost. Another program in the tenant may use the limit too.
# The token has run out.
sign-in-again-body = The rest needs a new token. What was sent is kept.
# There is no network. It: the network.
offline-body = Sending goes on by itself when it is back.
# The tenant's list is read. Them: rows in doubt.
asking-body =
    The tenant's list says which of them arrived; what did not is sent again. Nothing is sent meanwhile.
# The browser refuses to keep what the run needs.
unwritten-body =
    Nothing is sent that is not written down first. Where the device is full, free some space, then resume.
    Where that does not help, cancel the rest: the report is then shown and can be downloaded.
# Several batches failed in a row. $time is a time of day; "Resume" is the label of a button.
paused-after-failures-until =
    What was accepted stays. At { $time } one harmless call asks by itself whether it is over; Resume tries at
    once.
# The same where it does not ask by itself.
paused-after-failures-body = What was accepted stays. Resume tries the failed batches once more.
# Nothing is the matter.
goes-well = You may use other tabs meanwhile.
# Answers are missing. That sending again does no harm follows.
no-answer = { $batches ->
    [one] No answer came to { $batches } batch.
   *[other] No answer came to { $batches } batches.
 }
# Then.
check-network = If no answer comes at all, check the network.
# What trying again has cost, besides one call for each batch.
extra-calls = { $calls ->
    [one] { $calls } call more than one for each batch: tries again, and the search for rows at fault.
   *[other] { $calls } calls more than one for each batch: tries again, and the search for rows at fault.
 }
# The same while batches that were refused as a whole are searched for the rows at fault.
searching = Finding the rows at fault: { $calls ->
    [one] { $calls } call
   *[other] { $calls } calls
 } more, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 } still searched.
# Another account is signed in than the one that confirmed the run, which is $account.
# $account (Html)
other-account =
    This run belongs to { $account }. Nothing is sent as anybody else. Sign out by the account menu, then sign
    in with that account.
# What the browser said when it kept nothing.
# $said (Html)
browser-said = The browser said: { $said }
# What the API said last.
# $said (Html)
api-said = The API said: { $said }

## Meters

# What the bar measures, for screen readers.
answered = Indicators answered
# Beside the number of those accepted: of how many.
# $entries (Number)
of = of { $entries }
# Under it.
# $count (Number)
some-rejected = { $count } rejected
# Meter: sent, but without an answer so far.
not-answered = Not answered yet
# Under it: those whose answer was lost.
unconfirmed = { $count ->
    [0] none lost
   *[other] and { $count } unconfirmed
 }
# Meter.
not-sent = Not sent yet
# Under it.
batches-left = { $batches ->
    [one] { $batches } batch
   *[other] { $batches } batches
 }
# Meter.
time-left = Time left
# In its place.
not-known = not known
# Under it: calls that may be made at once.
calls-free = { $calls ->
    [one] { $calls } call free
   *[other] { $calls } calls free
 }

## Batches: their strip, its legend, and the table of calls

# Heading of the strip.
batches = { $batches ->
    [one] { $batches } batch
   *[other] { $batches } batches
 }
# A batch's state, in the table.
state-waiting = Waiting
# A batch's state, in the table: called, not answered.
state-in-flight = In flight
# A batch's state, in the table.
state-retry = To be tried again
# A batch's state, in the table.
state-accepted = Accepted
# A batch's state, in the table.
state-partly = Partly accepted
# A batch's state, in the table.
state-rejected = Rejected
# A batch's state, in the table: the answer was lost.
state-unconfirmed = Unconfirmed
# A batch's state, in the table.
state-not-sent = Not sent
# In the legend, behind a number of batches.
in-waiting = waiting
# In the legend, behind a number of batches.
in-flight = in flight
# In the legend, behind a number of batches.
in-retry = to be tried again
# In the legend, behind a number of batches.
in-accepted = accepted
# In the legend, behind a number of batches.
in-partly = partly accepted
# In the legend, behind a number of batches.
in-rejected = rejected
# In the legend, behind a number of batches.
in-unconfirmed = unconfirmed
# In the legend, behind a number of batches.
in-not-sent = not sent

# Heading of the table.
calls = Calls
# In its place.
no-calls = None has carried an indicator yet.
# Label of the table's region.
calls-newest-first = Calls, newest first
# Column.
batch = Batch
# Column.
indicators = Indicators
# In that column: from which indicator of the run to which.
# $first (Number)
# $last (Number)
range = { $first } to { $last }
# Column.
state = State
# Column.
rejected = Rejected
# Column: how often it was called.
tries = Tries
# Column: the status of the last answer.
http = HTTP
# Column: how long the last answer took.
took = Took

## The limit of calls

# Heading.
quota = Calls that count now
# Beside it.
# $used (Number)
# $quota (Number)
of-quota = { $used } of { $quota }
# What its ticks show, for screen readers.
# $used (Number)
# $quota (Number)
quota-used = { $used } of { $quota } calls used
# Under it.
quota-body = A call counts until 60 s after its answer. Other programs in the tenant share the limit.

## The log: what happened, newest first; $batch is a batch's number

# Heading.
happening = What is happening
# In place of lines.
nothing-yet = The first call has not left yet.
# A line.
batch-sent = Batch { $batch } sent.
# A line: several at once.
batches-sent = Batches { $first } to { $last } sent.
# A line: all indicators of it.
batch-accepted = { $items ->
    [1] Batch { $batch } accepted.
   *[other] Batch { $batch } accepted, all { $items }.
 }
# A line.
# $accepted (Number)
# $rejected (Number)
batch-answered = Batch { $batch }: { $accepted } accepted, { $rejected } rejected.
# A line: the call failed, without an answer.
batch-without-answer = { $items ->
    [one] Batch { $batch } got no answer. Its { $items } indicator is sent again; sending twice does no harm.
   *[other] Batch { $batch } got no answer. Its { $items } indicators are sent again; sending twice does no harm.
 }
# A line: the call failed. $status is an HTTP status, such as "503".
batch-again = { $items ->
    [one] Batch { $batch } answered { $status }. Its { $items } indicator is sent again; sending twice does no harm.
   *[other] Batch { $batch } answered { $status }. Its { $items } indicators are sent again; sending twice does no harm.
 }
# A line: it is not sent again.
batch-lost = { $items ->
    [one] The answer to batch { $batch } is lost. Its { $items } indicator is unconfirmed.
   *[other] The answer to batch { $batch } is lost. Its { $items } indicators are unconfirmed.
 }
# A line, after a wait.
goes-on = Sending goes on.

## If the page is closed, and the foot

# Heading.
if-you-leave = If you leave
# Under it, where the run is written down.
# $days (Number)
if-you-leave-kept =
    Every step is written down in this browser before it is taken. Close the tab or lose the network: sending
    stops, and the run can be gone on with here, on this computer and with this account, within { $days } days.
# Under it, where nothing is written down.
if-you-leave-unkept =
    Nothing of this run is kept in this browser: closing the tab ends it. What was accepted stays in the
    tenant, and giving the same list again updates it, so that nothing is stored twice.
# Label.
pause = Pause
# Label.
resume = Resume
# Label.
cancel = Cancel the rest
# Label, once it is cancelled: nothing more is asked.
end-now = End now
