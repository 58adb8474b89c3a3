### What a text that is no indicator is taken for. It stands after "is" in "not-an-indicator" and "other-record"
### of "value.ftl": `see report` is a sentence, not an indicator.

blank = nothing
comment = a comment
# "N/A", "-", "TODO".
placeholder = a placeholder
sentence = a sentence
email = an e-mail address
file-path = a file path
file-name = a file name
# Of Windows.
registry-key = a registry key
# A named lock of a program.
mutex = a mutex
# CVE-2021-44228
vulnerability = a vulnerability number
heading = a line above the table
# The header of a table, once more.
header = the header again
no-value = a row without an indicator
port = a port
other-hash = a hash of another kind
other-type = of a type that is not imported
# Such as localhost.
local-name = a name of the machine itself
unknown = something else
