### The sign-in: its buttons, and the account's menu.

## The buttons, and the account.

# On the button.
sign-in = Sign in with your work account
# On the button while the user is at the sign-in.
signing-in = Signing in. Click to start again
# On the button where a sign-in has run out.
sign-in-again = Sign in again
# Beside the button: the other way in.
in-a-window = Sign in in a window
# A link, where the page stands in a frame of another: the page by itself.
own-tab = Open in its own tab
# On the button where nothing but another try is left.
try-again = Try again
# In the account's menu.
sign-out = Sign out
# Before the account, for screen readers, with a blank at its end.
account = Account and tenant:{ " " }
# In place of the account, where its sign-in has run out.
# $account (Html)
lapsed = { $account } (sign in again)
