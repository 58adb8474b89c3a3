### Whether the API lets the page in, and the ways on where it does not.

## The check.

# Being asked.
checking = Asking the API whether it lets this page in.
# It lets it in.
open = The API answers this page, and your account may read its indicators.
# Label of asking again.
again = Check again

## Why it does not: a heading each, and what it means. The headings stand inside other sentences too.

# Heading.
cross-origin = The API does not let this page call it from a browser
# What it means.
cross-origin-means =
    A browser asks the API's permission before it sends your token from another origin, and withholds the answer where
    that is not given. The API's host decides it; neither you nor this page can switch it on.
# Heading.
unreachable = The API host does not answer
# What it means.
unreachable-means =
    No answer came, readable or not. The network may be down, a proxy or an extension may block the host, or the host's
    name in config.json may be wrong.
# Heading.
no-sign-in = The API did not accept the sign-in
# What it means.
no-sign-in-means =
    The token was missing, expired, or meant for another service. Sign in again. If it stays so, the host of this page
    should compare the scope in config.json with the app registration.
# Heading.
not-permitted = Your account may not manage indicators
# What it means. "Ti.ReadWrite" is the name of a permission.
not-permitted-means =
    The sign-in is good. What is missing is the app's delegated permission Ti.ReadWrite with consent, or a Defender role
    of yours that manages security settings.
# Heading.
too-many-calls = The API asks for fewer calls
# What it means.
too-many-calls-means =
    Other programs in the tenant share its limit. Nothing is wrong with your account or your list. Wait a minute, then
    try again.
# Heading.
in-trouble = The API answers with an error of its own
# What it means.
in-trouble-means =
    It was asked several times. Nothing is wrong with your account or your list. Try again in some minutes.
# Heading.
unexpected = The API host answers, but not as the API
# What it means.
unexpected-means =
    Something else may stand at this address: a proxy, a sign-in page of the network, or another product.

# Under the heading, where a list was to be sent.
nothing-sent = No indicator was sent, and your list is kept.
# Under the heading, where a run was gone on with.
nothing-more-sent = Nothing more was sent, and what was sent before stays.

## What was checked: a table.

# Heading.
checked = What was checked
# Beside it.
# $address (Html)
asked-at = Asked at { $address }
# Column.
state = State
# Column.
check = Check
# Column.
found = Found

# State of a check.
passed = Passed
# State of a check.
failed = Failed
# State of a check.
not-known = Not known

# A check.
network = API host
# A check.
access = Cross-origin access (CORS)
# A check.
sign-in = Sign-in
# A check.
permission = Permission

# What was found: of the host.
answered = The host answers.
# What was found: of the host.
no-answer = No answer came.
# What was found: of the host.
found-in-trouble = The API answers with an error.
# What was found: of the host.
not-the-api = Something answers, but not as the API does.
# What was found: of the access.
allowed = The answer may be read by this page.
# What was found: of the access.
no-header = The answer does not name this page's origin.
# What was found: of the sign-in.
token-taken = The token was accepted.
# What was found: of the sign-in.
token-refused = The token was not accepted.
# What was found: of the permission.
no-permission = The account or the app may not do this.
# What was found: nothing yet.
needs-access = Cannot be asked before the page is let in.
# What was found: nothing yet.
needs-sign-in = Cannot be asked before the sign-in is accepted.

# Under the table: what the API said.
# $answer (Html)
said = It said { $answer }

# Heading of a line of code.
header = The header that the answer lacks
# Heading of what it means.
means = What it means

## The ways on.

# Heading.
ways-on = Ways on
# A way.
try-again = Try again
# What it does.
try-again-body = The same question is asked once more. Nothing is sent by it.
# A way.
portal = Upload it in the Defender portal, now
# What it does. "Settings, Endpoints, Indicators" is the way through the portal's menus.
portal-body =
    The plan as portal CSVs of up to 500 rows each. Import them under Settings, Endpoints, Indicators.
# Its button.
portal-button = Download portal CSVs
# A way, where something was to be deleted.
deletions = Have it deleted by somebody who may
# What it does.
deletions-body =
    The ids of what would be deleted, and ready requests for POST /api/indicators/BatchDelete.
# A way, for the host of the page.
proxy = Serve the API from this page's own address
# What it does. "apiBases" is a key of a file.
proxy-body =
    For the host of this page: a reverse proxy on the same origin passes the calls on. Then apiBases in config.json
    names its path.
# A button, and the heading of what it opens: what else can be done with the list.
ways = Without the API
# A way. "bash" and "PowerShell" are names.
script = Send it by a script
# What it does.
script-body =
    For bash with curl, or for PowerShell. It asks for an access token, keeps it nowhere, and says what was refused.
# A way.
bodies = Save the request bodies
# What it does.
bodies-body = One JSON file for each call, for a script of yours.
# Its button.
bodies-button = Download request bodies
# A way.
hunting = Look for it first
# What it does. "Advanced Hunting" is a name in Microsoft's portal.
hunting-body = Queries for Advanced Hunting: were these values seen in the last 30 days?
# Label of the way back, to the first screen.
back = Back
# Label of the way back, to the review of a list.
back-to-review = Back to review
