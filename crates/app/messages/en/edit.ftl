### Writing in rows of a list, and the way back through what was decided.

# Label: the fields of a row can be written in. With a number behind it, those of so many rows at once.
edit = Edit
# Under the heading of what it opens for several rows. Each field has a box to tick.
only-ticked = Only ticked fields change.
# Label of a button. $done is what was done: "Leave out (3)", or names of fields, "title (3)".
undo = Undo: { $done }
# The same, of what was undone.
redo = Redo: { $done }
# It was undone just now.
undone = Undone: { $done }
# Chosen rows were copied just now.
# $rows (Number)
copied = Copied: { $rows }
# Label: what opens the choice of the columns that a table shows.
columns = Columns
# Beside the button that sends, which waits for it.
save-first = Save or cancel what you wrote first.
# Chosen rows could not be copied.
# $rows (Number)
too-many = Not copied: { $rows } rows are too many. Filter them, or choose fewer.
# What was saved is what stood there before.
nothing-changed = Nothing was changed: it all stood so already.
# Name of a slider beside a column's name, for screen readers. $column is that name.
width = Width: { $column }
# Label of a button: all columns are as wide as at first.
default-widths = Default widths
