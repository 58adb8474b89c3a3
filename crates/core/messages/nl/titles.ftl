### What each finding is called in a list of causes: two to four words. A name here is the stable code of a
### finding, so that what is shown and what stands in exported files can be told to be the same. What the
### finding says in full stands in the other files; there the comments say what is meant.

## The file as a whole.

empty-file = Leeg bestand
binary-file = Geen tekst
packed-file = Niet uitgepakt
reader-missing = Niet gelezen
not-unpacked = Niet uitgepakt
nothing-to-unpack = Niets te lezen
encoding-guessed = Codering vermoed
bytes-undecoded = Onleesbare bytes
too-many-records = Te veel records
file-unreadable = Bestand onleesbaar
too-large = Bestand te groot
nul-bytes = NUL-tekens
mail-encoded = Gecodeerde e-mail
nothing-found = Niets gevonden
read-from-page = Uit een tekst gelezen

## Tables.

quote-not-closed = Aanhalingsteken open
cells-missing = Rij afgekapt
cells-extra = Te veel cellen
too-many-columns = Te veel kolommen
cell-too-long = Cel te lang
no-header = Geen koprij
unknown-column = Onbekende kolom
columns-not-imported = Kolommen niet geïmporteerd
duplicate-column = Kolom dubbel
column-not-read = Kolom niet gelezen
other-header = Andere koprij
more-unknown = Meer onbekende namen

## JSON and XML.

json-broken = Ongeldige JSON
json-not-indicators = Geen indicatoren
json-unknown-key = Onbekende sleutel
json-key-spelling = Sleutel herschreven
json-key-twice = Sleutel dubbel
json-wrong-kind = Verkeerd soort waarde
read-from-key = Uit een lijst gelezen
xml-broken = Ongeldige XML
xml-not-indicators = Geen indicatoren

## Exchange formats: STIX, MISP, OpenIOC.

other-objects = Andere objecten
observed-read = Waargenomen, niet beoordeeld
revoked = Ingetrokken
deleted = Verwijderd
benign = Onschadelijk genoemd
not-for-detection = Niet voor detectie
reference = Iets om te lezen
only-observed = Alleen waargenomen
other-language = Andere patroontaal
pattern-broken = Ongeldig patroon
pattern-negation = Mag niet voorkomen
pattern-operator = Past op veel waarden
pattern-part = Deel van een waarde
pattern-conjunction = Gezocht samen met meer
port-left-out = Poort weggelaten
other-hash = Ander soort hash

## One record beside others.

duplicate = Herhaald
duplicate-differs = Herhaald, afwijkend
conflict = Verschillende acties
weaker-hash = Zwakkere hash

## Type and value.

bad-type = Onbekend type
missing-value = Geen waarde
not-an-indicator = Geen indicator
other-record = Niets te importeren
ambiguous = Twee lezingen
reader-link = Link voor de lezer
type-mismatch = Van een ander type
masked = Gemaskeerde waarde
hosts-address = Adres weggelaten
undecodable = Onleesbaar teken
hidden-character = Verborgen teken
value-too-long = Waarde te lang
hash-length = Hash met verkeerde lengte
hash-not-hex = Geen hash
md5-may-be-refused = MD5
bad-address = Geen IP-adres
bad-octet = Geen IP-adres
address-with-port = Met een poort
address-range = IP-bereik
address-range-cidr = IP-bereik
range-over-cap = IP-bereik te groot
ranges-over-most = Te veel adressen
range-overlaps = Overlappende IP-bereiken
range-host-bits = Bereik of adres
bad-prefix = Geen IP-bereik
internal-address = Privé of gereserveerd adres
domain-character = Geen domein
domain-without-dot = Naam zonder punt
domain-empty-label = Geen domein
label-too-long = Domein te lang
domain-too-long = Domein te lang
label-underscore = Onderstrepingsteken vooraan
unusual-label = Ongewone hostnaam
numeric-tld = Geen domein
bad-idn = Geen domein
domain-wildcard = Jokerteken
unknown-tld = Onbekend topleveldomein
domain-with-port = Met een poort
domain-with-path = Met een pad
url-scheme = Geen webadres
url-without-scheme = URL zonder schema
url-blank = Spatie in een URL
url-wildcard = Jokerteken
url-userinfo = URL met aanmeldnaam
url-with-comma = Komma in een URL
url-host = URL met onjuiste host
url-port = URL met onjuiste poort
url-internal-host = Interne host
url-defang-mark = Haken in een pad
trailing-punctuation = Leesteken aan het eind

## The other fields.

bad-action = Onbekende actie
missing-action = Geen actie
action-not-for-type = Actie niet mogelijk
bad-generate-alert = Onduidelijk over waarschuwing
allowed-never-alerts = Allowed waarschuwt nooit
bad-severity = Onbekende ernst
missing-title = Geen titel
missing-description = Geen beschrijving
title-too-long = Titel te lang
long-description = Lange beschrijving
control-character = Besturingsteken
bad-date = Onleesbare datum
ambiguous-date = Dubbelzinnige datum
expired = Verlopen
far-expiration = Verloopt pas laat
template-field = Onbekend veld in standaardwaarde
template-column = Kolom bestaat niet
template-not-closed = Accolade niet gesloten
template-too-long = Standaardwaarde te lang
group-not-seen = Apparaatgroep onbekend
educate-url-unused = Hulplink zonder effect

## An undo, and a run that is gone on with.

left-as-it-was = Niets terug te draaien
left-changed = Sindsdien gewijzigd
left-unknown = Eerder niet bekend
left-unread = Lijst niet volledig
left-expired = Intussen verlopen
left-without-id = Geen id
changed-meanwhile = Intussen gewijzigd
