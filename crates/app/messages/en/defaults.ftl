### What a list is given that does not say it: a form.


## The fields in view.

# Label: what is done on a match.
action = Action
# Under it while the action is Audit, one of the API's.
audit-blocks-nothing = Audit records a match and blocks nothing.
# Label: how grave a match is.
severity = Severity
# A choice: the severity is left to the service.
no-severity = The service's own
# Label.
title = Title
# What the box of the title shows while it is empty: what the title is then.
title-example = The file's name
# Label.
description = Description

# Label of the choice of an expiration.
expires = Expires
# A choice, where types of indicators differ.
by-type-below = By type, as below
# A choice: an indicator is held for ever. It stands in the box of the number of days too.
never = Never
# A choice.
in-a-year = In 1 year
# A choice.
in-days = In { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
# A choice: a number that is not offered.
other-days = In another number of days
# Label of the box for that number; heading of a column of such boxes.
expires-in-days = Expires in days
# Beside a number that cannot be.
# $most (Number)
wrong-days = 1 to { $most } days, or nothing for never.

## What differs by type.

# Label of the fold, and name of the table in it.
by-type = By type
# A choice: a group of types has no action of its own.
action-as-above = As above
# A choice: a group of types has no severity of its own.
severity-as-above = As above

# A group of types.
files = Hashes and certificates
# A group of types.
addresses = Addresses
# A group of types.
names = Domains and URLs

# Label of a choice, for screen readers. $group is one of the groups of types.
action-of = Action: { $group }
# Label of a choice, for screen readers. $group is one of the groups of types.
severity-of = Severity: { $group }
# Label of a box, for screen readers. $group is one of the groups of types.
expires-of = Expires in days: { $group }

# Beside the fold: what holds for each group of types, in short. Each variable is an action and a severity, where
# there are such, and one of the two messages below.
by-type-in-short = Files { $files }, addresses { $addresses }, names { $names }
# In such a variable: without an end.
never-in-short = never
# In such a variable: a number of days. The blank is one at which no line is broken.
# $days (Number)
days-in-short = { $days } d
# Beside the fold, where no group says anything of its own.
all-alike = All alike

## Alerts and device groups.

# Label of the fold.
alert-and-groups = Alerts and device groups
# Label: whether an alert is raised on a match.
alert = Alert
# A choice: whether an alert is raised is left to the service.
no-alert = The service's own
# A choice. It stands beside the fold too.
raise-alert = Raise an alert
# A choice. It stands beside the fold too.
raise-none = Raise none
# Under the choice. Audit and Allowed are actions of the API.
alert-by-action = Audit always raises one, Allowed never does.
# Label of the box for names of device groups.
groups = Device groups
# What that box shows while it is empty. It stands beside the fold too.
all-devices = All devices
# Under the box.
groups-help = One name at a time, as the portal spells it; Enter adds it.
# Beside a group that no indicator of the tenant names.
unknown-group = No indicator of the tenant names this group. Check its spelling.
# Label of taking a group off, for screen readers. $group is its name.
take-off = Take off { $group }
# Beside the fold: how many groups there are.
group-count = { $groups ->
    [one] { $groups } group
   *[other] { $groups } groups
 }
# Beside the fold, where it is said whether to alert. $alert is one of the two choices above; $groups is how many
# groups there are, or that it holds for all devices.
alert-and-groups-in-short = { $alert }, { $groups }

## Fields of templates: {value} in a text stands for the indicator, and so on.

# Label of the fold.
template = Fields for title and description
# Under it.
template-body = Written into a text, each is filled in row by row. A brace by itself is written twice: { "{{" }.
# What comes of a text with such fields.
# $text (Html)
first-row = First ready row: { $text }
# The same, where there is no row to show it with.
no-row = Filled in row by row; there is no ready row yet to show it with.

# What a field is filled in with.
field-value = the indicator
# What a field is filled in with. DomainName is the API's name for a type.
field-type = its type, such as DomainName
# What a field is filled in with.
field-action = what is done
# What a field is filled in with.
field-severity = how grave it is
# What a field is filled in with.
field-expires = the day it expires, or never
# What a field is filled in with.
field-date = today, in UTC
# What a field is filled in with.
field-file = the file's name
# What a field is filled in with.
field-line = its line in the file
# What a field is filled in with.
field-column = the row's text in a column of a table
