### What the guard says: the part of the page that holds back what would hit more than the attacker.

## The guard's lists: the name of each, and under it what blocking something of it would do.

# A list.
own = Your own domain or address
# What blocking it would do.
own-why = Devices would be cut off from what this organisation runs.
# A list.
sign-in = Where you sign in
# What blocking it would do.
sign-in-why = Nobody could sign in any more, or use Defender to take it back.
# A list: private addresses, and names of a local network.
private = Inside the network
# Why it is on the list.
private-why = Many devices have such an address or name, none of them the attacker's.
# A list, such as co.uk (publicsuffix.org).
public-suffix = A public suffix
# What blocking it would do.
public-suffix-why = Every name registered under it would be hit.
# A list of one.
empty-hash = The hash of the empty file
# What blocking it would do.
empty-hash-why = Every empty file on every device would be hit.
# A list.
resolver = A public DNS resolver
# What blocking it would do.
resolver-why = Devices that ask it could resolve no name any more.
# A list.
shared-hosting = Shared hosting
# What blocking it would do.
shared-hosting-why = Whatever else is hosted there would be hit too.
# A list: domains and addresses of Microsoft.
microsoft = Microsoft's own
# Why it is on the list.
microsoft-why = Windows and Microsoft 365 need it to work.
# A list.
shortener = A link shortener
# What blocking it would do.
shortener-why = Every link shortened there would be hit, not one.
# A list: domains and addresses of Google.
google = Google's own
# What blocking it would do.
google-why = Google's services would be hit too.
# A list: hosts that devices ask whether they are online.
connectivity-check = A connectivity check
# What blocking it would do.
connectivity-check-why = Devices would believe that they are offline.
# A list: hosts that reports on threats are read on.
security-site = A security site
# What blocking it would do.
security-site-why = Reports name it as their source; its readers would be hit.
# A list.
top-site = One of the most used sites
# What blocking it would do.
top-site-why = Everyday work that has nothing to do with the attack would be hit.
# A list.
cdn = A content delivery network
# Why it is on the list.
cdn-why = Many unrelated sites answer at such an address.
# A list.
cloud = A cloud provider's range
# Why it is on the list.
cloud-why = Others may share such an address, and addresses there change hands.
# A list of hashes.
false-positive = Often named in error
# Why it is on the list.
false-positive-why = Lists of threats often name this hash though the file is harmless.
# A list that this page has no name for.
other = Caught by the guard
# What blocking it might do.
other-why = It may hit more than the attacker.

## What is done about rows that are on a list.

# Label of a fold: why a list's rows are held back, and what can be done.
held-back = Held back
# Label of the same fold, once all of them are sent.
overridden = Sent all the same
# Of a row: which list it is on.
# $list (Html) is the list's name, in bold.
# $entry (Html) is what stands in the list.
caught = { $list }, { $entry }.
# Of a row on a list, at the end of a paragraph.
caught-held-back = Held back.
# Of a row on a list, at the end of a paragraph.
caught-overridden = Sent all the same.
# Of a row on a list that only warns, at the end of a paragraph.
caught-cautioned = It is sent unless you leave it out.
# Of a list: some or all of its rows.
stopped = { $rows ->
    [one] { $rows } row is
   *[other] { $rows } rows are
 } held back and not sent.
# Of a list: some or all of its rows.
sent = { $rows ->
    [one] { $rows } row is
   *[other] { $rows } rows are
 } sent all the same, as you confirmed.
# Of a list that only warns: all of its rows.
cautioned = { $rows ->
    [one] { $rows } row is
   *[other] { $rows } rows are
 } sent unless you leave them out.

## The question before sending.

# Heading: a list whose rows are held back. $list is its name.
# $example (Html) is an indicator on it.
stop = Stop: { $list }, { $example }
# Heading: a list that only warns. $list is its name.
# $example (Html) is an indicator on it.
caution = Caution: { $list }, { $example }

# Before a box into which the tenant's name is typed.
# $tenant (Html) is that name.
type-tenant = { $rows ->
    [one] To send it all the same, type { $tenant }
   *[other] To send them all the same, type { $tenant }
 }
# Label of holding rows back after all.
hold = Hold back
# Label of looking at a list's rows.
show = { $rows ->
    [one] Show the row
   *[other] Show the { $rows } rows
 }
# Label of not sending a list's rows.
leave-out = { $rows ->
    [one] Leave it out
   *[other] Leave these { $rows } out
 }

## Where the guard's lists are from.

# In small.
# $source (Html) is the next message.
lists = The guard's public lists: { $source }
# A source. $source is its name, $date its day and $licence the licence's name.
source = { $source }, of { $date }, { $licence }.
# In small: they are not there yet.
loading = The guard's public lists are being loaded.
# In small: they could not be loaded; why follows.
missing =
    The guard's public lists are missing: large sites, clouds, resolvers and Microsoft's endpoints are not looked up.
    Your own domains, sign-in hosts, private ranges and public suffixes are.

## A run file holds what the guard stops: what is so, and what to do.

# What is so.
refused = { $indicators ->
    [one] The guard stops { $indicators } indicator that this run file would send.
   *[other] The guard stops { $indicators } indicators that this run file would send.
 }
# What to do. $lists is the next message for each list, $show-rows the label "Show its rows".
# $example (Html) is a value.
refused-body =
    Nothing was sent. { $lists } Who made the file may have overridden the guard; you have not. Choose
    "{ $show-rows }", download the rows that were not sent, and give them as a list: the review holds back what
    the guard stops, and asks you before it sends any of it. The first one is: { $example }
# One of its lists. $list is its name, $rows how many indicators are on it, $why a sentence: what blocking them
# might do.
# $rows (Number)
refused-list = { $list } ({ $rows }): { $why }
