### Changes of a value: what was done to it, in a few words without a capital.

## What a change did. It stands in lists by itself, and beside what stood there and what stands there now.

trimmed = Leerzeichen am Rand entfernt
refanged = Entschärfung aufgehoben
lowercased = in Kleinbuchstaben
punycode = als xn-- geschrieben
wildcard-dropped = *. entfernt
wildcard-dropped-since = *. entfernt; eine Domäne umfasst ihre Subdomänen
trailing-dot-dropped = letzter Punkt entfernt
ipv6-expanded = in acht Gruppen geschrieben
ipv4-unmapped = die IPv4-Adresse, für die sie steht
prefix-dropped = Präfix entfernt, das nur eine Adresse umfasst
fragment-dropped = Fragment entfernt
fragment-dropped-since = Fragment entfernt; es erreicht nie einen Server
legacy-action = was der Dienst heute daraus macht
alert-forced = Audit erfordert eine Warnung
spelling = in der Schreibweise der API
type-detected = am Wert erkannt
date-rewritten = als UTC geschrieben
defaulted = aus den Standardwerten
left-out = ausgelassen
left-out-since = ausgelassen; die API nimmt es nicht an
unguarded = Formelschutz entfernt
port-dropped = Port entfernt
edited = von Ihnen eingegeben
assigned = die Bedeutung, die Sie angegeben haben

in-places = { $what } ({ $places } Stellen)
nothing = nichts

## Keeping what was written.

keep = Original behalten
keep-all = Alle Originale behalten
rewrite = Doch umschreiben
kept = Original behalten.
