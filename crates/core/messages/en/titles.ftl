### What each finding is called in a list of causes: two to four words. A name here is the stable code of a
### finding, so that what is shown and what stands in exported files can be told to be the same. What the
### finding says in full stands in the other files; there the comments say what is meant.

## The file as a whole.

empty-file = Empty file
binary-file = Not a text
packed-file = Not unpacked
reader-missing = Not read
not-unpacked = Not unpacked
nothing-to-unpack = Nothing to read
encoding-guessed = Encoding guessed
bytes-undecoded = Unreadable bytes
too-many-records = Too many records
file-unreadable = File unreadable
too-large = File too large
nul-bytes = NUL characters
mail-encoded = Encoded mail
nothing-found = Nothing found
read-from-page = Read from a text

## Tables.

quote-not-closed = Quote not closed
# The row has fewer cells than the header.
cells-missing = Row cut short
cells-extra = Too many cells
too-many-columns = Too many columns
cell-too-long = Cell too long
no-header = No header
unknown-column = Unknown column
columns-not-imported = Columns not imported
duplicate-column = Column given twice
column-not-read = Column not read
other-header = Another header
# More names of columns or keys that are not known.
more-unknown = More unknown names

## JSON and XML.

json-broken = Broken JSON
json-not-indicators = No indicators
json-unknown-key = Unknown key
# A key in another spelling than the API's was read as the API's.
json-key-spelling = Key respelled
json-key-twice = Key given twice
json-wrong-kind = Wrong kind of value
# A list under a key that the API does not have was read.
read-from-key = Read from a list
xml-broken = Broken XML
xml-not-indicators = No indicators

## Exchange formats: STIX, MISP, OpenIOC.

# Objects that are no indicators.
other-objects = Other objects
# There are no indicators, only what was observed.
observed-read = Observed, not judged
# By who published it.
revoked = Taken back
# By who published it.
deleted = Deleted
benign = Said to be harmless
not-for-detection = Not for detection
# A link to something to read.
reference = Something to read
only-observed = Only observed
other-language = Another pattern language
pattern-broken = Broken pattern
# The pattern says that a value must not be there.
pattern-negation = Must not be there
# The pattern compares in a way that fits many values.
pattern-operator = Fits many values
# The pattern looks for values that contain this one.
pattern-part = Part of a value
# The pattern asks for the value together with another one.
pattern-conjunction = Asked for with more
port-left-out = Port left out
other-hash = Hash of another kind

## One record beside others.

duplicate = Repeated
# The same indicator as an earlier one, with other texts.
duplicate-differs = Repeated, differs
# The same value as an earlier one, with another action.
conflict = Different actions
# A stronger hash of the same file is sent.
weaker-hash = Weaker hash

## Type and value.

bad-type = Unknown type
missing-value = No value
not-an-indicator = Not an indicator
# A line of a text that holds no indicator.
other-record = Nothing to import
# It may be an indicator or something else; the user has to choose.
ambiguous = Two readings
reader-link = Link for the reader
type-mismatch = Of another type
# An indicator in base64, for example.
masked = Masked value
# The address in front of the names of a hosts file.
hosts-address = Address left out
undecodable = Unreadable character
hidden-character = Hidden character
value-too-long = Value too long
hash-length = Hash of a wrong length
hash-not-hex = Not a hash
md5-may-be-refused = MD5
bad-address = Not an IP address
bad-octet = Not an IP address
# 198.51.100.7:8443
address-with-port = With a port
address-range = IP range
address-range-cidr = IP range
range-over-cap = IP range too large
ranges-over-most = Too many addresses
range-overlaps = Overlapping IP ranges
# 198.51.100.5/24: a range, or the address in it?
range-host-bits = Range or address
bad-prefix = Not an IP range
internal-address = Private or reserved address
domain-character = Not a domain
domain-without-dot = Name without a dot
domain-empty-label = Not a domain
label-too-long = Domain too long
domain-too-long = Domain too long
label-underscore = Leading underscore
unusual-label = Unusual host name
numeric-tld = Not a domain
bad-idn = Not a domain
domain-wildcard = Wildcard
unknown-tld = Unknown top-level domain
# evil.example:8443
domain-with-port = With a port
# evil.example/x
domain-with-path = With a path
url-scheme = Not a web address
url-without-scheme = URL without a scheme
url-blank = Blank in a URL
url-wildcard = Wildcard
url-userinfo = URL with a login
url-with-comma = Comma in a URL
url-host = URL with a bad host
url-port = URL with a bad port
# A host that only an internal network reaches.
url-internal-host = Internal host
url-defang-mark = Brackets in a path
trailing-punctuation = Punctuation at the end

## The other fields.

bad-action = Unknown action
missing-action = No action
# The type of the indicator does not take the action.
action-not-for-type = Action not possible
# What the list says of raising an alert is neither true nor false.
bad-generate-alert = Unclear alert setting
# Allowed is an action of the API.
allowed-never-alerts = Allowed never alerts
bad-severity = Unknown severity
missing-title = No title
missing-description = No description
title-too-long = Title too long
long-description = Long description
control-character = Control character
bad-date = Unreadable date
ambiguous-date = Ambiguous date
expired = Expired
# The expiration lies years ahead.
far-expiration = Far expiration
# A default text names a field in braces that does not exist.
template-field = Unknown field in a default
template-column = Column not there
template-not-closed = Brace not closed
template-too-long = Default too long
group-not-seen = Device group not seen
# The address of a page with help for who was blocked.
educate-url-unused = Support link unused

## An undo, and a run that is gone on with.

left-as-it-was = Nothing to take back
left-changed = Changed since
# What it was before the run is not known.
left-unknown = Not known before
left-unread = List not whole
left-expired = Expired meanwhile
left-without-id = No id
changed-meanwhile = Changed meanwhile
