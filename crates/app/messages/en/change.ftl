### Changes of a value: what was done to it, in a few words without a capital.

## What a change did. It stands in lists by itself, and beside what stood there and what stands there now.

# Blanks around a value.
trimmed = blanks taken off
# A defanged value, such as hxxp://evil[.]example.
refanged = read as defanged
# Capitals.
lowercased = lower-cased
# A name of other letters, such as münchen.example.
punycode = written as xn--
# A name such as *.evil.example.
wildcard-dropped = *. taken off
# The same with its reason.
wildcard-dropped-since = *. taken off; a domain covers its subdomains
# A name such as "evil.example.".
trailing-dot-dropped = last dot taken off
# An address such as 2001:db8::1.
ipv6-expanded = written in eight groups
# An address such as ::ffff:203.0.113.7.
ipv4-unmapped = the IPv4 address that it stands for
# A range such as 203.0.113.7/32.
prefix-dropped = a prefix that covers one address taken off
# A URL such as http://evil.example/#top.
fragment-dropped = fragment taken off
# The same with its reason.
fragment-dropped-since = fragment taken off; it never reaches a server
# An action of former times.
legacy-action = what the service makes of it today
# Whether to alert. Audit is an action of the API.
alert-forced = Audit requires an alert
# A word that the API spells otherwise.
spelling = in the API's spelling
# A type that the source does not say.
type-detected = seen from the value
# A date.
date-rewritten = written as UTC
# What the source does not say.
defaulted = from the defaults
# A field.
left-out = left out
# The same with its reason.
left-out-since = left out; the API does not take it
# A mark that keeps a spreadsheet from taking a text for a formula.
unguarded = a formula guard taken off
# An address such as 203.0.113.7:443.
port-dropped = port taken off
# What the user wrote in its place.
edited = by you
# A word that the user gave a meaning.
assigned = what you say it means

# What a change did, in several places of a field. $what is one of the messages above.
# $places (Number), two or more.
in-places = { $what } ({ $places } places)
# In place of what stood there: nothing did.
nothing = nothing

## Keeping what was written.

# Label, in a row.
keep = Keep as written
# Label, for all rows.
keep-all = Keep all as written
# Label of rewriting after all.
rewrite = Rewrite after all
# Of a way of rewriting that the user has switched off.
kept = Kept as written.
