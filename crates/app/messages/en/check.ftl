### The connection check: a dialog that says, step by step, what lies between this page and the API.

## The steps that are not named elsewhere.

# A step.
network = Network
# A step: the security policy that this page is served with.
policy = Policy of this page
# A step.
sign-in-host = Sign-in host

## What was found in a step.

# It is being asked.
asking = Being asked.
# Of the network.
online = The browser has one.
# Of the network.
offline = The browser says that it is offline.
# Of the policy.
allows = It lets the page reach every configured host.
# Of the policy.
# $hosts, the hosts with the names of the policy's parts that forbid them.
forbids = It keeps the page from { $hosts }
# Of the policy.
unserved = The page, or its scripts, are served without one.
# Of the policy.
unread = The page's server did not say it.
# Of a host.
not-asked = Not asked: the page's policy forbids it.
# Of the API.
busy = Not asked: the page is busy with other calls. Check again when they are over.
# Of the answer without a sign-in.
withheld = An answer came, and this page may not read it.
# Of the sign-in.
signed-out = Nobody is signed in.
# Of the sign-in.
no-token = It gave no token.
# Of the permission.
permitted = Your account may read its indicators.
# Of the permission. "Feature" is one of Defender's.
disabled = The tenant has the feature switched off.

## What all of it comes to, and the next step.

# Heading where the browser is offline.
offline-heading = This computer has no network
# Next step.
offline-todo = Connect it, then check again.
# Heading.
forbids-heading = This page's own policy keeps it from a configured host
# Next step, for the host of the page.
policy-todo = For the host of this page: send the header below with every file, scripts and wasm included. Only redirect.html has another one: it is in the report.
# Heading.
unserved-heading = The API lets this page in, but its files are served without their security policy
# Heading.
sign-in-silent = The sign-in host does not answer
# Next step.
sign-in-silent-todo = A proxy, a filter or an extension may block it. Ask who runs your network to let it through.
# Heading.
withheld-heading = The API may not let this page call it from a browser
# Next step.
withheld-todo = Sign in and check again: some hosts let no page read what they refuse.
# Heading.
signed-out-heading = The API answers this page. Whether your account may use it shows once you are signed in
# Next step.
signed-out-todo = Sign in, then check again.
# Heading.
disabled-heading = Defender has this feature switched off
# Next step. The names are those of the Defender portal.
disabled-todo =
    An administrator can switch it on in the Defender portal, under Settings, Endpoints, Advanced features.
# Heading while the page is busy.
busy-heading = Nothing is wrong so far. The API was not asked

## What can be copied.

# Heading of a line of code.
header = The header that this page must be served with
# Heading of a text.
report = Report for an administrator
# Under it.
report-body = It holds no token and no indicator.
# Label of a button.
copy-header = Copy the header
# Label of a button.
copy-report = Copy the report
# Said after it.
copied = Copied.
# Said after it.
not-copied = The browser did not let the page copy it. Select the text instead.

## Names of lines in the report.

# The page's address.
page = Page
# The browser's name for itself.
browser = Browser
# When it was checked.
time = Checked at
# The policy that the page is served with.
served = Policy served
