### Where in a file something was found. It stands before the sentence that says what was found.

line = Regel { $line }:{ " " }
line-and-column = Regel { $line }, kolom { $column }:{ " " }
