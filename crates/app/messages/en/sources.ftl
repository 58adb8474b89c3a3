### What was given, and how it is read.

# Heading.
files = Files
# Over more files than are listed unasked.
# $files (Number), more than a handful.
all = All { $files } files
# Beside a file's name: what it gave.
# $ready (Number), those of the records that can be sent.
ready-of = { $ready } ready of { $records ->
    [one] { $records } record
   *[other] { $records } records
 }
# Above the screen: a table of which it is not known where its indicators are.
# $file (Html) is its name.
no-indicators =
    { $file }: it is not clear which column holds the indicators. Say which, and the rows are read again.
# Label of the way to the table's columns.
show-columns = Show its columns

## How a file is read.

# Label of the choice of a format, such as "table".
read-as = Read as
# Label of the choice of what stands between a table's columns.
delimiter = Between columns
# Label of the box for the number of the line that holds a table's header.
header = Header in line
# What that box shows while it is empty: there is no header.
no-header = none
# The reading is the one that was suggested.
as-suggested = As suggested.
# Label of the way back to what was suggested.
reset = Back to the suggestion

## What stands between cells.

# A choice.
comma = Comma
# A choice.
semicolon = Semicolon
# A choice.
tab = Tab
# A choice: the character "|".
bar = Bar

## The table of columns.

# Its name, for screen readers.
columns = What the columns hold
# Heading of the columns' names.
column = Column
# Heading of what the columns hold.
holds = Holds
# In a table of which no column holds indicators.
name-one = No column holds indicators yet. Choose one below.
# A column without a name. $number is its place.
nth-column = Column { $number }
# Label of the choice of what a column holds, for screen readers. $column is its name.
what-holds = What { $column } holds

## What a column can hold.

# A choice.
not-imported = Not imported
# A choice: indicators, whose types are seen from the values.
any-indicator = Indicator, any type
# A choice: indicators of one type. $type is the API's name for it, such as "DomainName".
indicator-of-type = Indicator: { $type }
# A choice: a field. $name is what it is called here, one of the messages below, and $field what the API calls it.
named-field = { $name } ({ $field })

# A field: the type of an indicator.
field-type = Type
# A field: the indicator itself.
field-value = Value
# A field: until when it is held.
field-expires = Expires
# A field: what is done on a match.
field-action = Action
# A field: how grave a match is.
field-severity = Severity
# A field: the title of an alert.
field-title = Title
# A field: its description.
field-description = Description
# A field: what is recommended to whoever sees the alert.
field-recommended = What to do
# A field: the device groups that it holds for.
field-groups = Device groups
# A field: the category of an alert.
field-category = Category
# A field: the techniques of MITRE ATT&CK.
field-techniques = MITRE techniques
# A field: whether an alert is raised.
field-alert = Raise an alert
# A field: the application that it is about.
field-application = Application
# A field: the address of a page that users are shown.
field-page = Page shown to users
# A field: an id that the source gave it.
field-id = Own id

## What the texts in a column mean, for a column of actions or severities in words of its own.

# Label of the fold.
meanings = What its words mean
# Beside it: how many of them were given a meaning.
texts-said = { $texts ->
    [one] { $texts } text
   *[other] { $texts } texts
 } said
# Name of the table, for screen readers. $column is the column's name.
meanings-of = What the words in { $column } mean
# Heading of the texts.
text = Text
# Heading of the actions that they stand for.
action = Action
# Heading of the severities that they stand for.
severity = Severity
# Label of the choice of an action, for screen readers. $text is the text that stands for it.
action-of = Action of { $text }
# Label of the choice of a severity, for screen readers. $text is the text that stands for it.
severity-of = Severity of { $text }
# Beside a text: how many rows have it.
rows = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 }
# A choice, where nothing is said of a text and its column holds the field: it is the service's word.
as-written = As written
# A choice, where nothing is said of a text and its column does not hold the field.
not-said = Not said
# Under the table: texts that are not in it.
other-texts = { $rows ->
    [one] { $rows } more row has
   *[other] { $rows } more rows have
 } other texts, too many or too long to list.
# In place of the table: nothing stands in the column.
no-texts = Nothing stands in this column.
