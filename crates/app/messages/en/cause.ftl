### What can be done about a cause: labels of buttons, short.

## In how many days rows expire: a button, and after it a box for the number of days with a word behind it.

# Label of the button, before the box.
expire-in = Expire in
# The same, with how many rows it changes.
# $rows (Number)
expire-rows-in = Expire { $rows } in
# After the box.
days = days
# Name of the box, for screen readers.
days-of-box = days

## The other buttons.

# Label.
never-expire = Never expire
# Label: rows expire.
in-days = In { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
# Label, of one of two rows that have the same value and different actions.
choose-this = Send this one
# Label, of all such rows.
keep-strictest = Keep the strictest
# Label: of an address such as 203.0.113.7:443.
drop-port = Drop the port
# Label, of a title.
title-from-file = Use the file name
# Label, of a description.
description-from-defaults = Use the default
# Label, of a range of addresses.
expand-range = Expand to addresses
# Label. $type is the API's name for a type, such as "DomainName".
take-as = Import as { $type }
# What that means, beside it. $type is the API's name for a type.
take-as-means = It is sent with the type { $type }.
# Label.
ignore = Not an indicator
# What that means, beside it.
ignore-means = It is not sent, and counted as ignored.
# Label.
leave-out = Leave out
# Label: what was left out is not any more.
take-back-in = Take back in
# Label.
reset = Undo my changes

# One of these labels, with how many rows it changes. $fix is the label.
# $rows (Number)
fix-of-rows = { $fix } ({ $rows })
# Name of a group of such buttons, for screen readers. $title is what they are about: a line, or what was found, in
# English.
fixes-for = Fixes for { $title }
