### Presets: what stands in the form of defaults, and the review's rules, under a name.

## The choice of one.

# Label.
preset = Preset
# The choice of none: what the page has by itself.
standard = Standard
# A choice: a preset that cannot be read. $name is its name.
option-unreadable = { $name } (cannot be read)
# A choice: a preset that is there until the page is closed. $name is its name.
option-not-kept = { $name } (not kept)
# Under the choice: what stands in the form differs from the preset.
changed = Changed, not saved.
# Under the choice, where the browser keeps more presets than are offered.
# $listed (Number)
# $more (Number)
unlisted = The first { $listed } are listed; this browser keeps { $more } more.

## What can be done with presets.

# Label of the fold.
save-and-open = Save, rename, open a file
# Over what can be done.
holds =
    A preset holds this form and the review's rules; no list, account or token. It is kept in this browser, or in a file
    that you give to others.
# Label of a box.
name = Name of the preset
# Beside a name that cannot be one.
# $most (Number)
wrong-name = A name has 1 to { $most } characters, on one line.
# Label.
save = Save
# The same, where there is one of that name.
replace = Replace
# Label.
rename = Rename
# Label.
delete = Delete
# Label of the button that gives a file.
to-file = Save as a file
# Label of the button that opens a file.
from-file = Open a file

## What was done.

# One was saved.
# $name (Html)
saved = Saved: { $name }.
# One was saved in place of another of its name.
# $name (Html)
replaced = Replaced: { $name }.
# Label after that.
bring-old-back = Bring the old one back
# One was deleted.
# $name (Html)
deleted = { $name } was deleted.
# Label after that.
bring-back = Bring it back
# Over what choosing a preset changed, as a list.
changes = { $settings ->
    [one] { $settings } setting changed
   *[other] { $settings } settings changed
 } for the list under review, whose rows are checked again:
# In that list: a setting. $setting is its name.
# $before (Html) is what it was, struck out.
# $now (Html) is what it is.
change = { $setting }: { $before } { $now }
# Label of taking back what choosing a preset changed.
put-back = Back to what it was

## What went wrong.

# What stands cannot be saved; why follows as a list.
not-saved = Not saved.
# A file; why follows as a list.
# $file (Html) is its name.
not-read = { $file } is no preset that can be read. Nothing was changed.
# A preset that this browser keeps; why follows as a list.
# $name (Html)
damaged = { $name } cannot be read. Nothing was changed.
# The browser keeps nothing; what it said follows.
not-kept = This browser keeps no presets. They are here until the page is closed: save them as files.
# Why: a file's size.
# $size (Number)
too-large = It is larger than { $size } KB.
# Why: of a file.
unread = The browser could not read it.
# Why: after some faults of a file's text.
more-faults = { $faults ->
    [one] { $faults } more fault is
   *[other] { $faults } more faults are
 } not listed.

## Settings in the list of what was changed: their names, and what they are.

# A setting of a group of types. $group is the group, such as "Addresses".
group-action = { $group }, action
# A setting of a group of types. $group is the group, such as "Addresses".
group-severity = { $group }, severity
# A setting of a group of types. $group is the group, such as "Addresses".
group-expires = { $group }, expires
# A setting: what is not rewritten.
kept-as-written = Kept as written
# Between kinds of rewriting that are not done, with a blank where a language has one.
between-kinds = ,{ " " }
# What a setting is: it is on.
yes = yes
# What a setting is: it is off.
no = no
# What a setting is: a text is empty.
no-text = none
# What a setting is: there is no kind of rewriting that is not done.
no-kind = none
