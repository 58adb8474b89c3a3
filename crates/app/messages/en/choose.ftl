### The first screen, signed in or not.

# Heading.
heading = Choose what to import
# Heading while nobody is signed in.
heading-signed-out =
    Import threat indicators into Microsoft Defender for Endpoint, and see what will happen before it does.
# Heading above what needs no sign-in; the sign-in stands above.
without-sign-in = Or check a list first, without signing in
# Beside it.
without-sign-in-body = It is read and checked in the same way, and nothing leaves this browser.
# Label of the button that checks the connection to the API.
check = Check the connection

## Where files and text go in.

# Heading of the drop zone.
drop = Drop files here
# Under it.
drop-body =
    A table, a feed or a report; several at once. They are read in this browser and go nowhere until you send.
# Label of the button that opens files.
files = Choose files
# In the demo, beside the button.
# $file (Html) is a link to the sample, the next message.
sample = Try a { $file }
# The link to the sample, inside the sentence before.
sample-file = sample CSV
# Label of the box into which text is pasted.
paste = Or paste a list or a report
# Label of the way to that box from a later screen.
paste-more = Paste more
# Label of the button that has the pasted text read.
read = Read the text
# Beside it.
defanged = Defanged forms are understood.
# Beside it, once text was pasted elsewhere on the screen, which goes into the box.
pasted = { $lines ->
    [one] { $lines } line pasted.
   *[other] { $lines } lines pasted.
 }
# Beside it, where what was pasted holds links to addresses that its text does not show.
hidden-links = { $links ->
    [one] { $links } link leads
   *[other] { $links } links lead
 } to addresses that the text does not show.
# Label of adding the addresses of those links to the text.
add-links = Add them

## What is read, and how much of it.

# Before the formats that are read; a term with its explanation beside it.
reads = Reads
# The formats.
formats =
    The portal's CSV, any table (CSV, TSV, Excel), the API's JSON, STIX, MISP, OpenIOC, hosts files, lists, reports and
    mails, and zip files of these.
# Before the limits that hold; a term with its explanation beside it.
limits = Limits
# The limits that the API has.
# $tenant (Number), the most indicators of a tenant.
# $call (Number), the most indicators of a call.
# $minute (Number), the most calls of a minute.
limits-body = { $tenant } active indicators a tenant, { $call } a call, { $minute } calls a minute.

## While files are read, and after that.

# One file is read.
# $file (Html) is its name, or nothing where it is not known yet.
reading = Reading { $file }
# Several files are still to be read.
# $files (Number), two or more.
# $file (Html) is the name of the one that is being read, or nothing where it is not known yet.
reading-more = Reading { $files } more files: { $file }
# A list is at hand.
kept = { $records ->
    [one] { $records } record is
   *[other] { $records } records are
 } still here, checked and unsent.
# Label of the way back to the list.
back-to-review = Back to review
# Label of forgetting the records of the list.
forget = Forget them
# Nothing was in what was given.
nothing = Nothing to import was found.

## What the page does, and what it does not. Each line goes on where its heading ends.

# Heading of what the page does; the lines below it go on.
will = It will
# What it does.
will-show = Read your files in this browser, and show every change it makes to a value.
# What it does.
will-check = Check every record against the API's rules before anything is sent.
# What it does. "Ti.ReadWrite" is the name of a permission.
will-send = Send only after you confirm, with your own rights (Ti.ReadWrite).
# What it does.
will-account = Account for every line that you gave.
# Heading of what the page does not; the lines below it go on.
will-not = It will not
# What it does not.
will-not-contact = Send anything to a server other than the sign-in and the API host.
# What it does not.
will-not-keep = Keep a password or a secret.
# What it does not.
will-not-open = Open, resolve or look up an indicator.
# What it does not.
will-not-guess = Count a lost answer as a success, or as a failure.

## Where the page stands: a fact each, with its value beside it.

# Heading.
deployment = This deployment
# Fact: which of Microsoft's clouds.
cloud = Cloud
# Fact: the host that calls go to.
api-host = API host
# Fact: the host that signs users in.
sign-in = Sign-in
# Fact: the id of the app registration.
app-id = App ID
# Fact: what the app may do.
permission = Permission
# Fact: the id of the page's build.
build = Build

# Heading.
defaults = If the list does not say
# Under it.
defaults-body = A portal CSV says all of this itself; a plain list says none of it. What the list says wins.
