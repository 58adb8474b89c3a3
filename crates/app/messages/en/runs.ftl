### Runs that this browser keeps: those that did not finish, and those of the past.

## Runs that did not finish

# Heading over the only one, while another tab sends it.
goes-on-elsewhere = A run is going on in another tab
# Heading.
unfinished = { $runs ->
    [one] A run did not finish
   *[other] { $runs } runs did not finish
 }
# Heading, where another tab sends some of them.
# $runs (Number)
unfinished-yet = { $runs } runs did not finish yet
# When it began ($moment: a day and a time), by whom, and in which tenant ($tenant: a name).
# $account (Html)
# $tenant (Html)
begun = Begun { $moment } by { $account } in { $tenant }.
# The same where the tenant has no name here but its id, which is $tenant.
# $account (Html)
# $tenant (Html)
begun-in-id = Begun { $moment } by { $account } in tenant { $tenant }.
# In the list of past runs: by whom, and in which tenant ($tenant: a name).
# $account (Html)
# $tenant (Html)
by = { $account } in { $tenant }.
# The same where the tenant has no name here but its id, which is $tenant.
# $account (Html)
# $tenant (Html)
by-in-id = { $account } in tenant { $tenant }.
# After any of these: it came with a file.
from-file = It came with a run file.
# What became of its indicators so far. $sums is such as "3 accepted, 2 not sent".
so-far = { $indicators ->
    [one] Of { $indicators } indicator: { $sums }.
   *[other] Of { $indicators } indicators: { $sums }.
 }
# Another tab is at it.
running = Another tab of this browser is sending it. It can be watched there.
# Nobody is signed in.
# $account (Html)
sign-in-as = To go on with it, sign in as { $account }.
# Somebody else is signed in: $who, whose tenant is $tenant.
# $account (Html)
# $who (Html)
# $tenant (Html)
belongs-to =
    Only its own account can go on with it: { $account }. Signed in is { $who } in { $tenant }. Sign out by the
    account menu, then sign in with that account.

## What a run is called, and what became of it

# Where its list was pasted, or is not known.
no-file = no file
# Names of files.
two-files = { $first }, { $second }
# Names of files, and how many more there are.
# $more (Number)
more-files = { $first }, { $second } and { $more } more
# In place of the name of a tenant that is not known.
tenant = tenant { $id }
# A sum: of an import.
# $count (Number)
accepted = { $count } accepted
# A sum: of an undo.
# $count (Number)
taken-back = { $count } taken back
# A sum: of a deletion.
# $count (Number)
deleted = { $count } deleted
# A sum.
# $count (Number)
rejected = { $count } rejected
# A sum: the answer was lost.
# $count (Number)
unconfirmed = { $count } unconfirmed
# A sum.
# $count (Number)
not-sent = { $count } not sent
# Between two of these sums.
between-sums = { ", " }

## Labels

# Goes on with a run.
resume = Resume
# The same while nobody is signed in.
sign-in-and-resume = Sign in and resume
# Downloads the run as a file.
save = Save run file
# Deletes a run that did not finish.
discard = Discard
# Shows the report of a past run.
show = Show report
# Shows the rows of a run that did not finish.
show-rows = Show its rows
# Heading, on the report of a run that did not finish.
go-on = Go on with it
# Deletes a past run.
forget = Forget
# Deletes all runs.
forget-all = Forget all
# Leaves a question.
cancel = Cancel
# A button's name for screen readers, where several stand under one another. $label is any of these labels,
# $name what the run is called, $moment when it began.
of-run = { $label }: { $name }, { $moment }

## Past runs

# Heading.
history = Past runs
# Label.
open-file = Open a run file
# While one is taken in.
taking-in = Reading the run file
# While a report is fetched.
showing = Opening the report
# Nothing is there.
no-past = No run has finished yet. A run file that was saved elsewhere can be opened here.
# Column: when.
started = Started
# Column: what the run is called.
list = List
# Column.
became = What became of it
# Column, for screen readers.
commands = Commands
# How long runs are kept, and who can read them.
# $days (Number)
kept =
    Kept in this browser for { $days } days, lists included. Whoever can use this browser can read them; no
    password or token is among them.
# Then, where the browser may clear them.
may-be-cleared =
    The browser may clear them earlier when space runs low: save a run file of what must last.
# The browser keeps nothing. $said are its own words.
# $said (Html)
keeps-nothing =
    Runs are not kept in this browser at the moment: one that begins now cannot be gone on with after its tab
    is closed. Keep the tab open until the report is there. The browser says: { $said }
# What is kept and cannot be listed. $forget-all is the label "Forget all".
unread = { $runs ->
    [one]
        { $runs } run that is kept here cannot be read: a later version of this page wrote it, or it is damaged.
        Load the page again to get the latest version. If that does not help, open a run file that was saved of
        it; "{ $forget-all }" deletes it too.
   *[other]
        { $runs } runs that are kept here cannot be read: a later version of this page wrote them, or they are
        damaged. Load the page again to get the latest version. If that does not help, open a run file that was
        saved of them; "{ $forget-all }" deletes them too.
 }
# More of them are folded away.
# $runs (Number)
earlier = { $runs } earlier

## On a report

# The report is of a past run.
past = A past run, as it was written down in this browser.
# Until when it is kept. $day is such as "2026-12-22".
kept-until = Kept in this browser until { $day }.
# That day is past.
# $days (Number)
days-are-over =
    Its { $days } days in this browser are over, and it may be forgotten at any time: download what must last.
# Nothing of it is kept.
not-kept = Nothing of this run is kept in this browser: download what must last.

## Questions, and what is said under them

# Under any of the questions: what the run is called, when it began (as above) and what became of it (as above).
# $name (Html)
# $begun (Html)
# $so-far (Html)
about = { $name }. { $begun } { $so-far }
# Heading.
ask-resume = { $indicators ->
    [one] Go on with { $indicators } indicator?
   *[other] Go on with { $indicators } indicators?
 }
# What will be sent.
will-send = { $indicators ->
    [one] { $indicators } indicator is left to send, or to be settled where an answer is missing.
   *[other] { $indicators } indicators are left to send, or to be settled where an answer is missing.
 }
# Then, where some of them are to be deleted: how many the run has, and how many of those.
will-delete = Of the run's { $indicators ->
    [one] { $indicators } indicator
   *[other] { $indicators } indicators
 }, { $deletions ->
    [one] { $deletions } is
   *[other] { $deletions } are
 } not sent but deleted from the tenant.
# The rows came with a file.
unseen =
    This run came with a run file. Its rows may never have been reviewed by you: what the file says is sent
    with your rights.
# Heading.
ask-show = Show the rows of this run and what became of them?
# A list is at hand, and no screen holds both; without a record so far, it is being read.
puts-away = { $records ->
    [0] What is being read now is put away: give it again afterwards.
    [one] The list at hand ({ $records } record) is put away with what you decided about it: give it again afterwards.
   *[other] The list at hand ({ $records } records) is put away with what you decided about it: give it again afterwards.
 }
# Heading.
ask-discard = Discard this run?
# What discarding it means.
discards = Its list and its record are deleted from this browser; it cannot be gone on with.
# Then.
discards-accepted = { $accepted ->
    [0] Nothing of it was accepted so far.
    [one] { $accepted } was accepted and stays in the tenant.
   *[other] { $accepted } were accepted and stay in the tenant.
 }
# Then: of how many it is not known whether they arrived.
# $unconfirmed (Number)
discards-unconfirmed = { $unconfirmed } may be there or not.
# Then.
discards-unsent = { $unsent ->
    [one] { $unsent } was not sent.
   *[other] { $unsent } were not sent.
 }
# Heading.
ask-forget = Forget this run?
# What forgetting it means.
forgets = Its report and its list are deleted from this browser. Nothing changes in the tenant.
# Heading.
ask-forget-all = Forget all runs?
# What forgetting all means.
forgets-all = Their reports and lists are deleted from this browser. Nothing changes in the tenant.
# The same with runs that did not finish.
forgets-all-unfinished = { $unfinished ->
    [one] Their reports and lists are deleted from this browser, also { $unfinished } run that did not finish. Nothing changes in the tenant.
   *[other] Their reports and lists are deleted from this browser, also { $unfinished } runs that did not finish. Nothing changes in the tenant.
 }
# The same with runs that a later version of the page wrote, or that are damaged.
forgets-all-unread = { $unread ->
    [one] Their reports and lists are deleted from this browser, also { $unread } run that cannot be read. Nothing changes in the tenant.
   *[other] Their reports and lists are deleted from this browser, also { $unread } runs that cannot be read. Nothing changes in the tenant.
 }
# The same with both.
forgets-all-of-both = Their reports and lists are deleted from this browser, also { $unfinished ->
    [one] { $unfinished } run
   *[other] { $unfinished } runs
 } that did not finish and { $unread ->
    [one] { $unread } run
   *[other] { $unread } runs
 } that cannot be read. Nothing changes in the tenant.

## What a screen reader is told

# How many did not finish, where any did.
said-unfinished = { $runs ->
    [one] { $runs } run did not finish.
   *[other] { $runs } runs did not finish.
 }
# How many there are of the past.
said-past = { $runs ->
    [one] { $runs } past run is kept.
   *[other] { $runs } past runs are kept.
 }

## What could not be done: what is so, and what to do

# What is so.
elsewhere = Another tab of this browser is at work with Defender.
# What to do.
elsewhere-body =
    One tab sends or asks at a time, so that the service's limits hold. Nothing was sent from here. Try again
    when the other tab has ended.
# What is so.
busy = This page is still at another run.
# What to do.
busy-body = Nothing has changed. Try again when that run has ended and is written down.
# What is so.
nothing-to-send = No row is ready to be sent.
# What to do.
nothing-to-send-body =
    Nothing was sent. Rows may have expired since they were read: look at what is refused, and mend or leave
    out.
# What is so.
other-base = The run went to another address of the API than this page is set up for.
# What to do. config.json is a file; $address is that of the API.
# $address (Html)
other-base-body =
    Nothing was sent. Whoever hosts this page sets the address in config.json. The run went to: { $address }
# What is so.
storage = The browser did not keep what the run needs.
# What to do. "Send without a record" is a label; $said are the browser's own words.
# $said (Html)
storage-body =
    Nothing was sent, and nothing is lost. Free some space on this device, then try again; or send without a
    record, which the question before sending now offers. The browser says: { $said }
# What is so.
other-account = The run is another account's.
# What to do.
# $account (Html)
other-account-body =
    Nothing was sent: a run goes on with the account that began it. Sign in with that account: { $account }
# What is so.
gone = The run is not kept here any more.
# What to do.
gone-body =
    It was forgotten in another tab, its time was over, or the browser cleared it. A run file that was saved of
    it can still be opened.
# What is so.
damaged = The run is damaged: it is not what was written.
# What to do.
damaged-body =
    Nothing was done with it, since parts of it may be missing. A run file of it that was saved or copied anew
    may be whole. Otherwise give the list again: the API updates what it has.
# What is so.
newer = A later version of this page wrote the run.
# What to do.
newer-body =
    This version cannot read all of it, so nothing was done. Load the page again to get the later version.
# What is so.
read-otherwise = This version of the page would send something else than was confirmed.
# What to do.
read-otherwise-body =
    Nothing was sent. Save the run file, discard the run, and give the list again: you then see and confirm
    what is sent, and the API updates what it has.
# What is so.
no-run-file = The file is no run file.
# What to do. "Choose files" is a label.
no-run-file-body = Nothing was taken from it. A list of indicators is given under "Choose files".
# What is so.
part-missing = A part of the page did not load, so nothing was done.
# What to do.
part-missing-body = What was read is kept. Try again.
# What is so.
unlisted = What the tenant holds was not read, so nothing was changed.
# What to do.
unlisted-body = What is taken back or deleted depends on what is there now. Try again.
