### Help: what leads to it, keys, hints, and what the page is made of.

# Link to the page that explains a finding; it opens in a new tab. Its code stands there, or follows.
why = Why?

## The dialog: keys, and what the page is made of.

# Heading, label of the button that opens it, and what its key does.
help = Help
# Heading.
keys = Keyboard
# What a key does.
search = Search the table
# What a key does. Most screens have one blue button, such as the one that sends.
main = The blue button; what it asks, you still confirm
# The key that does so, as it is printed on keyboards.
main-key = Ctrl+Enter
# The keys of a table, as they are printed, and what each does.
row-key = Enter
row = Details of the row
pick-keys = Space, Ctrl+A, Ctrl+C
pick = Choose a row, choose all, copy
range-keys = Shift+Space, Shift+↓, Shift+click
range = Choose all up to there
# The keys that take a decision back and make it again.
undo-keys = Ctrl+Z, Ctrl+Y
undo = Undo, redo
# The key that closes what is open, as it is printed.
escape = Esc
# Label of a box to tick.
single-keys = React to { $keys }
# Link to the pages of all findings.
findings = All findings
# Link to the licences of what the page is made of.
licences = Licences
# Label of the button.
hints-again = Show the hints again

## Hints for who is here for the first time.

# Label of the button that takes all of them away; beside it is the one that closes a hint.
no-hints = No more hints
# At the drop zone.
hint-choose = Drop whatever you have, as it is. It is read in this browser; nothing is sent yet.
# At the sums of a review.
hint-review = Each line is a filter: it shows its rows. What is held back says why, and waits for you.
# At the button that sends.
hint-send = Nothing leaves before you confirm.
# At the report.
hint-report = Every row is here, with what became of it. Undo first shows what it would do.
