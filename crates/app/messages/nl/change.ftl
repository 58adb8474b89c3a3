### Changes of a value: what was done to it, in a few words without a capital.

## What a change did. It stands in lists by itself, and beside what stood there and what stands there now.

trimmed = spaties eromheen weggehaald
refanged = gelezen als defanged
lowercased = in kleine letters
punycode = geschreven als xn--
wildcard-dropped = *. weggehaald
wildcard-dropped-since = *. weggehaald; een domein omvat zijn subdomeinen
trailing-dot-dropped = laatste punt weggehaald
ipv6-expanded = geschreven in acht groepen
ipv4-unmapped = het IPv4-adres waar het voor staat
prefix-dropped = prefix weggehaald die maar één adres omvat
fragment-dropped = fragment weggehaald
fragment-dropped-since = fragment weggehaald; het bereikt nooit een server
legacy-action = wat de service er tegenwoordig van maakt
alert-forced = Audit vereist een waarschuwing
spelling = in de spelling van de API
type-detected = afgeleid van de waarde
date-rewritten = geschreven als UTC
defaulted = uit de standaardwaarden
left-out = weggelaten
left-out-since = weggelaten; de API neemt het niet aan
unguarded = formulebeveiliging weggehaald
port-dropped = poort weggehaald
edited = door u
assigned = de betekenis die u hebt opgegeven

in-places = { $what } ({ $places } plaatsen)
nothing = niets

## Keeping what was written.

keep = Laten zoals het was
keep-all = Alles laten zoals het was
rewrite = Toch herschrijven
kept = Gelaten zoals het was.
