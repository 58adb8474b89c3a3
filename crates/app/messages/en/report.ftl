### The last screen: what became of every row.

## Heading

# Heading: nothing was imported, but something was deleted to make way for it. $tenant is a name.
# $tenant (Html)
only-deleted = { $deleted ->
    [one] Nothing was imported, { $deleted } indicator deleted from { $tenant }
   *[other] Nothing was imported, { $deleted } indicators deleted from { $tenant }
 }
# Heading: nothing was sent.
# $tenant (Html)
sent-nothing = Nothing was sent to { $tenant }
# Heading: all that was sent was accepted.
# $tenant (Html)
all-accepted = { $accepted ->
    [one] { $accepted } indicator accepted by { $tenant }
   *[other] { $accepted } indicators accepted by { $tenant }
 }
# Heading: not all that was sent was accepted.
# $accepted (Number)
# $tenant (Html)
some-accepted = { $sent ->
    [one] { $accepted } of { $sent } indicator accepted by { $tenant }
   *[other] { $accepted } of { $sent } indicators accepted by { $tenant }
 }
# Under it: of how many indicators it is known that they did not arrive, and of how many it is not known.
results = { $rejected ->
    [0] None
   *[other] { $rejected }
 } rejected, { $unconfirmed ->
    [0] none
   *[other] { $unconfirmed }
 } unconfirmed.
# Then: what was deleted of what the tenant held, in favour of what was imported.
made-way = { $indicators ->
    [one] { $indicators } indicator of the tenant was deleted to make way.
   *[other] { $indicators } indicators of the tenant were deleted to make way.
 }
# Then: when, in how many calls, and as whom. $began is a day and a time, $ended too or a time alone.
# $account (Html)
when-and-who = { $calls ->
    [one] { $began } to { $ended }, { $calls } call, by { $account }.
   *[other] { $began } to { $ended }, { $calls } calls, by { $account }.
 }

## Why the run stopped before its end: first words, and the rest

# First words.
cancelled = You cancelled the rest.
# The rest. What had left: calls that were on their way.
cancelled-body = What had left was waited for.
# First words.
unfinished = This run has not ended.
# The rest.
unfinished-body = Its page was closed before the rest was sent.
# First words.
not-let-in = The API did not let this page in.
# The rest.
not-let-in-body = Nothing was sent.
# First words.
forbidden = Defender forbade it.
# The rest. $said are the API's own words.
# $said (Html)
forbidden-body =
    Your account or the app registration lacks the right to manage indicators. What is left can be gone on
    with from the first screen once the right is there. It said: { $said }
# First words.
over-quota = The tenant has no room for more.
# The rest. $said are the API's own words.
# $said (Html)
over-quota-body =
    The rest was not sent. Delete indicators in the portal, or let some expire, then give the rows that were
    not sent once more; they can be downloaded here. It said: { $said }
# First words.
wrong-host = The host is not the API.
# The rest. $status is an HTTP status, such as "404"; config.json is a file.
wrong-host-body = It answered { $status }. The API's address in config.json may be wrong.

## Where the report is from

# Above it: it came with a run file.
past-of-file =
    A past run, as its run file tells it. Whoever made the file may have changed it: this page has not asked
    the tenant.
# Above it: the run came with a run file and was gone on with here.
begun-elsewhere =
    This run came with a run file. What became of rows before it was opened here is as the file tells it.

## Sums

# Label of the sums.
totals = Totals
# Heading of the first sum.
given = What you gave
# Heading of the second sum.
became = What became of the ready ones
# Unit of the first sum: what was read, of which a row is made.
records = Records
# Unit of the second sum; also a column of the reasons.
rows = Rows
# Total of the first sum.
records-read = Records read
# A line of the first sum, and the total of the second: what could be sent.
ready = Ready
# A line: a row that a run file holds and nobody can read.
unreadable = Unreadable
# A line: sent, and taken by the service.
accepted = Accepted
# A line: sent, and refused by the service.
rejected = Rejected
# A line: sent, and the answer was lost.
unconfirmed = Unconfirmed
# A line.
not-sent = Not sent
# Under the sums: what unconfirmed means.
unconfirmed-body =
    Unconfirmed: sent, but the answer was lost. They may be in the tenant or not. Giving them again settles it
    and stores nothing twice.

## Reasons

# Heading.
reasons = Rejected, by the service's own reason
# Beside it: where the reasons are from. $field is the name of a field of the API.
# $field (Html)
word-for-word = { $field }, word for word
# Label of showing these rows.
# $rows (Number)
show = Show { $rows }
# Column.
reason = Reason
# Total of the reasons.
all-rejected = Rejected

## Rows and downloads

# Heading of the rows, for screen readers.
every-row = Every row
# Under the rows, where the report is printed: paper holds those alone that are on screen.
# $shown (Number)
# $rows (Number)
printed = { $shown } of { $rows } rows are printed; the report as CSV has all of them.
# Heading of the downloads.
keep = Keep the record
# A download: a table.
as-csv = Every line with its outcome
# A download: JSON.
as-json = The same, with changes and ids
# A download: a run file.
as-run = The whole run, to be opened in any browser
# Label of that download.
run-file = Run file
# A download: what this page refused and what the service rejected.
to-mend = { $rows ->
    [one] { $rows } refused or rejected row, to be mended and given again
   *[other] { $rows } refused or rejected rows, to be mended and given again
 }
# Label beside that download: the same rows are opened for review, to be mended on the page and sent.
mend-here = Mend them here
# A download.
unsent = { $rows ->
    [one] { $rows } row not sent or unconfirmed, to be given again
   *[other] { $rows } rows not sent or unconfirmed, to be given again
 }

## What "accepted" does not yet mean

# Heading of the lines below.
not-yet = What "accepted" does not yet mean
# In bold in the next line.
network = Addresses, URLs and domains
# Delays and switches as Microsoft has them in its overview of indicators. "Custom network indicators" is a
# switch in Microsoft's portal. $what are the words before this message.
# $what (Html)
network-acts =
    { $what } act within about 2 hours, sometimes up to 48, and only where "Custom network indicators" is on.
# In bold in the next line.
files = Files
# "Allow or block file" is a switch in Microsoft's portal. $what are the words before this message.
# $what (Html)
files-act = { $what } act within about 2 hours, and only where "Allow or block file" is on.
# In bold in the next line.
certificates = Certificates
# $what are the words before this message.
# $what (Html)
certificates-act = { $what } act within about 3 hours.
# The name of an action of an indicator is in bold here; it is not translated.
# $action (Html)
audit-acts = { $action } records a match and blocks nothing.

## Foot

# Label of the next import.
more = Import more
# Label, where the report is of the past.
back = Back
