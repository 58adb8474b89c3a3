### What should stand where a text breaks off or cannot be read. It stands before "should stand there" and the
### like, in "json-broken" of "file.ftl" and "xml-broken" and "pattern-broken" of "exchange.ftl"; a few stand
### after "is not" in "json-wrong-kind" of "file.ftl". What is between backticks stays as it is.

## JSON.

value = ein Wert
quoted-key = ein Schlüssel in Anführungszeichen
colon = ein Doppelpunkt
comma-or-brace = ein Komma oder `{ "}" }`
comma-or-bracket = ein Komma oder `]`
less-nested = etwas weniger tief Verschachteltes
literal = `true`, `false` oder `null`
digit = eine Ziffer
sound-escapes = ein Text mit gültigen Escapesequenzen
no-control = ein Text ohne Steuerzeichen
closing-quote = ein schließendes Anführungszeichen
no-more = nichts mehr
object-or-list = ein Objekt oder eine Liste
indicator = ein Indikator
list-of-texts = eine Liste von Texten
text = ein Text

## What stands in place of an indicator, in "json-wrong-kind".

number = eine Zahl
boolean = true oder false
null = null
list = eine Liste
object = ein Objekt

## STIX patterns.

and-or-bracket = AND, OR oder `]`
opening = `[` oder `(`
and-or-parenthesis = AND, OR oder `)`
and-or-end = AND, OR, FOLLOWEDBY oder das Ende
seconds = `SECONDS`
times = `TIMES`
stop = `STOP`
number-of-seconds = eine Anzahl von Sekunden
number-of-times = eine Anzahl von Malen
timestamp = ein Zeitstempel
object-path = ein Objektpfad wie `url:value`
index = ein Index oder `*`
bracket = `]`
parenthesis = `(`
comma-or-parenthesis = ein Komma oder `)`
key = ein Schlüssel
comparison = ein Vergleich wie `=`
quoted-value = ein Wert, Text in einfachen Anführungszeichen,
word = ein Wort eines STIX-Musters
not-equal = `!=`

## XML.

end-of-comment = das Ende eines Kommentars
end-of-cdata = das Ende von CDATA
end-of-declaration = das Ende einer Deklaration
end-of-tag = das Ende eines Tags
end-of-instruction = `?>`
