### Where in a file something was found. It stands before the sentence that says what was found.

# Before a sentence. $line is the number of a line, as it is.
line = Line { $line }:{ " " }
# Before a sentence. $line and $column are numbers, as they are; columns count characters.
line-and-column = Line { $line }, column { $column }:{ " " }
