### The question before anything leaves.

# Summary of the ways to send.
way-batches = How it is sent: many indicators a call
way-one-by-one = How it is sent: one call for each indicator

# A way.
batches = Many indicators a call ({ $calls ->
    [one] { $calls } call
   *[other] { $calls } calls
 })
# A way. $time is a duration, such as "14 min".
one-by-one = One call for each indicator (slower: about { $time })
# When the slower way is the right one.
one-by-one-body =
    For tenants in which the import API is not available. The page may be closed meanwhile: the run is then
    gone on with where it stood.

# Under the heading, for the slower way; who and where stand before.
calls = { $calls ->
    [one] { $calls } call
   *[other] { $calls } calls
 }, about { $time }.

# How long the run is kept, and who can read it. "Past runs" is the name of a screen.
# $days (Number)
kept =
    The run is kept in this browser for { $days } days, its list included. Whoever can use this browser can
    read it: forget it under "Past runs" where the computer is shared.

# Nothing can be kept.
nothing-kept = Nothing of this run will be kept
# Under it; what the browser says follows.
nothing-kept-body =
    If this tab is closed or the computer stops before the end, nothing here will know what became of the
    calls under way, and the run cannot be gone on with. Keep the tab open until the report is there, and
    download the report. The browser says:
# The browser refused.
refused = The browser did not keep the run when it was last asked
# Label of going on all the same.
without = Send without a record
