### What should stand where a text breaks off or cannot be read. It stands before "should stand there" and the
### like, in "json-broken" of "file.ftl" and "xml-broken" and "pattern-broken" of "exchange.ftl"; a few stand
### after "is not" in "json-wrong-kind" of "file.ftl". What is between backticks stays as it is.

## JSON.

value = een waarde
quoted-key = een sleutel tussen aanhalingstekens
colon = een dubbele punt
comma-or-brace = een komma of `{ "}" }`
comma-or-bracket = een komma of `]`
less-nested = iets dat minder diep is genest
literal = `true`, `false` of `null`
digit = een cijfer
sound-escapes = een tekst met geldige escapereeksen
no-control = een tekst zonder besturingsteken
closing-quote = een sluitend aanhalingsteken
no-more = niets meer
object-or-list = een object of een lijst
indicator = een indicator
list-of-texts = een lijst met teksten
text = een tekst

## What stands in place of an indicator, in "json-wrong-kind".

number = een getal
boolean = true of false
null = null
list = een lijst
object = een object

## STIX patterns.

and-or-bracket = AND, OR of `]`
opening = `[` of `(`
and-or-parenthesis = AND, OR of `)`
and-or-end = AND, OR, FOLLOWEDBY of het einde
seconds = `SECONDS`
times = `TIMES`
stop = `STOP`
number-of-seconds = een aantal seconden
number-of-times = een aantal keren
timestamp = een tijdstempel
object-path = een objectpad zoals `url:value`
index = een index of `*`
bracket = `]`
parenthesis = `(`
comma-or-parenthesis = een komma of `)`
key = een sleutel
comparison = een vergelijking zoals `=`
quoted-value = een waarde, tekst tussen enkele aanhalingstekens,
word = een woord van een STIX-patroon
not-equal = `!=`

## XML.

end-of-comment = het einde van een opmerking
end-of-cdata = het einde van CDATA
end-of-declaration = het einde van een declaratie
end-of-tag = het einde van een tag
end-of-instruction = `?>`
