### What should stand where a text breaks off or cannot be read. It stands before "should stand there" and the
### like, in "json-broken" of "file.ftl" and "xml-broken" and "pattern-broken" of "exchange.ftl"; a few stand
### after "is not" in "json-wrong-kind" of "file.ftl". What is between backticks stays as it is.

## JSON.

value = a value
quoted-key = a key in quotation marks
colon = a colon
comma-or-brace = a comma or `{ "}" }`
comma-or-bracket = a comma or `]`
less-nested = something less deeply nested
literal = `true`, `false` or `null`
digit = a digit
sound-escapes = a text with sound escapes
# A character such as a line break is not allowed there.
no-control = no control character in a text
closing-quote = a closing quotation mark
no-more = no more
object-or-list = an object or a list
indicator = an indicator
list-of-texts = a list of texts
text = a text

## What stands in place of an indicator, in "json-wrong-kind".

number = a number
boolean = true or false
null = null
list = a list
object = an object

## STIX patterns.

and-or-bracket = AND, OR or `]`
opening = `[` or `(`
and-or-parenthesis = AND, OR or `)`
and-or-end = AND, OR, FOLLOWEDBY or the end
seconds = `SECONDS`
times = `TIMES`
stop = `STOP`
number-of-seconds = a number of seconds
number-of-times = a number of times
timestamp = a timestamp
object-path = an object path such as `url:value`
index = an index or `*`
bracket = `]`
parenthesis = `(`
comma-or-parenthesis = a comma or `)`
key = a key
comparison = a comparison such as `=`
quoted-value = a value, texts in single quotation marks
word = a word of a STIX pattern
not-equal = `!=`

## XML.

end-of-comment = the end of a comment
end-of-cdata = the end of CDATA
end-of-declaration = the end of a declaration
end-of-tag = the end of a tag
# The end of an instruction such as <?xml ?>.
end-of-instruction = `?>`
