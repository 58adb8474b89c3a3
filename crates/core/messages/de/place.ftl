### Where in a file something was found. It stands before the sentence that says what was found.

line = Zeile { $line }:{ " " }
line-and-column = Zeile { $line }, Spalte { $column }:{ " " }
