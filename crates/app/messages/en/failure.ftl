### What went wrong at the sign-in.

## Under its sentences.

# A fact that somebody has to copy. $what is one of the next messages.
# $fact (Html)
shown = { $what }: { $fact }
# A fact: an address.
shown-consent = An administrator consents here
# A fact: an address. "Redirect URI" is a term of the sign-in.
shown-redirect-uri = Redirect URI in use
# A fact: an address.
shown-answer-page = Page that reports back
# A fact: an id. "Application (client) ID" is a name in Microsoft's portal.
shown-application = Application (client) ID
# A fact: an address. "Authority" is a term of the sign-in.
shown-authority = Configured authority
# A fact: a host.
shown-host = Sign-in host
# A fact: the beginning of an address.
shown-origin = Origin of this page
# What the sign-in said, word for word.
# $words (Html)
said = The sign-in said: { $words }
# A line with a code and an id.
# $reference (Html)
reference = For whoever helps you: { $reference }
# In that line. $id is an id under which Microsoft has logged what went wrong.
correlation-id = correlation id { $id }

## A heading, what happened, and what to do.

# Heading.
consent-missing = Nobody has allowed this app for your organisation yet
# What happened.
consent-missing-happened =
    You signed in, but the permission to write indicators has not been consented to. Nothing was sent.
# What to do; the address follows.
consent-missing-todo = Give the address below to an administrator of your tenant. After the consent, sign in again.

# Heading.
approval-needed = An administrator has to approve this app
# What happened.
approval-needed-happened = Your organisation does not let users consent themselves. Nothing was sent.
# What to do; the address follows.
approval-needed-todo = Give the address below to an administrator of your tenant. After the approval, sign in again.

# Heading.
not-assigned = Your account is not assigned to this app
# What happened.
not-assigned-happened =
    You signed in, but the app is open to assigned accounts only, and yours is not one. Nothing was sent.
# What to do.
not-assigned-todo = Ask the owner of the app registration to assign you, or sign in with another account.

# Heading.
redirect-uri = This page's address is not registered
# What happened.
redirect-uri-happened = The sign-in refuses to answer to an address that the app registration does not list.
# What to do. "Single-page application" is a name in Microsoft's portal; the address follows.
redirect-uri-todo =
    Whoever owns the app registration adds the address below under Single-page application, to the letter.

# Heading.
unknown-application = The tenant does not know this app
# What happened.
unknown-application-happened = The client ID in config.json belongs to no app of this tenant.
# What to do. "clientId" and "tenantId" are keys of a file.
unknown-application-todo = Whoever hosts this page checks clientId and tenantId in config.json.

# Heading.
not-single-page = The app is registered for the wrong platform
# What happened.
not-single-page-happened =
    A page in a browser may sign in only where its address is registered as a single-page application.
# What to do. "Web" and "Single-page application" are names in Microsoft's portal; the address follows.
not-single-page-todo = Whoever owns the app registration moves the address below from Web to Single-page application.

# Heading.
run-out = Your sign-in has run out
# What happened.
run-out-happened =
    A new token needs you: the sign-in expired, or a second factor is asked for. What is on this page is kept.
# What to do.
run-out-todo = Sign in again; the work goes on where it stopped.

# Heading.
window-blocked = The browser blocked the sign-in window
# What happened.
window-blocked-happened = No window opened. What is on this page is kept.
# What to do.
window-blocked-todo = Allow windows for this site, usually at the end of the address bar, and try again.

# Heading.
window-closed = No answer came from the sign-in window
# What happened.
window-closed-happened = The window was closed, or it could not report back. Nothing was sent.
# What to do; the address follows.
window-closed-todo =
    Try again. If it keeps happening inside another site, open this page in a tab of its own. If Microsoft's window
    showed AADSTS50011, the address below is not registered.

# Heading.
already-open = A sign-in is already open
# What happened.
already-open-happened = Another window of this page is at the sign-in.
# What to do.
already-open-todo = Finish it there, or sign in again here, which takes its place.

# Heading.
superseded = A later sign-in took this one's place
# What happened.
superseded-happened = Only the last window counts.
# What to do.
superseded-todo = Go on in the window that is open.

# Heading.
cancelled = The sign-in was cancelled
# What happened.
cancelled-happened = You, or a policy of your organisation, ended it. Nothing was sent.
# What to do; a line with a code and an id follows.
cancelled-todo = Sign in when you are ready. If you did not cancel it, give the line below to your administrator.

# Heading.
embedded = This page cannot sign in inside another page
# What happened.
embedded-happened = A page in a frame may not leave for the sign-in.
# What to do.
embedded-todo = Use the sign-in window, or open this page in a tab of its own.

# Heading.
insecure = This address is not safe enough to sign in
# What happened.
insecure-happened = Browsers offer the cryptography that sign-in needs over https, or on localhost, and nowhere else.
# What to do.
insecure-todo = Open the page by its https address.

# Heading.
authority = The sign-in service cannot be reached
# What happened.
authority-happened =
    Either the authority in config.json is wrong, or a proxy, a certificate or this page's security policy is in the
    way.
# What to do; the authority follows.
authority-todo = Check the network and load the page again. Whoever hosts this page checks the authority below.

# Heading.
network = The network is in the way of the sign-in
# What happened.
network-happened = The sign-in did not answer, or the browser withheld its answer. What is on this page is kept.
# What to do; the host follows.
network-todo = Check the network, then try again. A proxy has to let the host below through.

# Heading.
storage = The browser keeps no data for this page
# What happened.
storage-happened = Sign-in needs session storage, which a setting or a frame of another site denies.
# What to do; the origin follows.
storage-todo = Open this page in a tab of its own, or allow site data for the origin below.

# Heading.
library = The sign-in library did not load
# What happened.
library-happened = The file is missing, or is not the one that was built in. Nothing was sent.
# What to do.
library-todo = Try again. If it keeps failing, whoever hosts this page copies the built folder again, whole.

# Heading.
unknown = The sign-in failed
# What happened.
unknown-happened = It ended in a way that this page does not know. Nothing was sent.
# What to do; a line with a code and an id follows.
unknown-todo = Try again. If it happens again, give the line below to whoever helps you.
