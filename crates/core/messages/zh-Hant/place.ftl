### Where in a file something was found. It stands before the sentence that says what was found.

line = 第 { $line } 行：
line-and-column = 第 { $line } 行第 { $column } 字：
