### What is said of the fields of a row beside its type and value. What, why, what to do. What is between
### backticks stands as it is in the file. Actions, severities, types and names of fields are the API's and are
### never translated.

# $given is what stands in the file.
bad-action = `{ $given }` is not an action. Use Audit, Allowed, Warn, Block or BlockAndRemediate.
missing-action =
    There is no action. Defender requires one: Audit, Allowed, Warn, Block or BlockAndRemediate.
# $action and $type are names of the API's; the type is an address, a domain or a URL.
action-not-for-network = { $action } is not possible for { $type }. Use Audit, Allowed, Warn or Block.
# $action and $type are names of the API's; the type is a hash or a certificate.
action-not-for-file = { $action } is not possible for { $type }. Use Allowed or BlockAndRemediate.
bad-generate-alert = `{ $given }` does not say whether to raise an alert. Write true or false.
allowed-never-alerts =
    What is allowed never raises an alert, so generateAlert does nothing here.
bad-severity =
    `{ $given }` is not a severity. Use Informational, Low, Medium or High, or leave it out.
missing-title = There is no title. Defender requires one. Use the file's name, or write one.
missing-description =
    There is no description. Defender requires one. Use the default one, or write one.
# $len (Number)
# $most (Number)
title-too-long = The title has { $len } characters; { $most } are sent at most. Shorten it.
# $len (Number)
# $usual (Number)
long-description =
    The description has { $len } characters. Other tools send { $usual } at most; Microsoft names no limit. It is
    sent in full.
# $code is a code point: U+001B
control-character = The text holds a control character ({ $code }). Type it anew.
bad-date =
    `{ $given }` is not a date that can be read for certain. Write it as 2027-01-31 or 2027-01-31T00:00:00Z.
# $given stands in the file: 12/7/2027. The other two are days: 2027-07-12
ambiguous-date =
    `{ $given }` may be { $day-first } or { $month-first }, and no other date of its column tells. Write it as
    one of these.
# $given is a date, as it is.
expired = It expired on { $given }. Defender deletes what has expired. Give a later date, or none.
# $given is a date, as it is.
# $years (Number), several
far-expiration = It expires on { $given }, more than { $years } years ahead. Check the date.
educate-url-unused =
    educateUrl is shown for URLs that are blocked or warned of. It does nothing here.
# $name is a device group's.
group-not-seen =
    No indicator of the tenant is for the device group `{ $name }`. If there is no such group, Defender refuses
    the row. Check its name.

## Default texts with fields in braces, such as "From { "{" }file{ "}" }".

# $name stands in braces in the text. The names of the fields, from "value" to "column:", are never translated.
template-field =
    The default text has { "{" }{ $name }{ "}" }, and there is no such field. Use value, type, action, severity,
    expires, date, file, line, and column: with the name of a column behind it; for a brace, write { "{{" }.
# $name is a column's.
template-column =
    The default text names the column `{ $name }`, which this source has not. Choose another, or write the text
    without it.
# $at is the place of a character, as it is.
template-not-closed =
    The default text opens a brace at character { $at } and does not close it. Close it; for a brace by itself,
    write { "{{" }.
# $len (Number)
# $most (Number)
# $fields (Number), several
template-too-long =
    The default text has { $len } characters. With fields in braces it has at most { $most }, and at most
    { $fields } fields. Shorten it.
