### What each finding is called in a list of causes: two to four words. A name here is the stable code of a
### finding, so that what is shown and what stands in exported files can be told to be the same. What the
### finding says in full stands in the other files; there the comments say what is meant.

## The file as a whole.

empty-file = Leere Datei
binary-file = Kein Text
packed-file = Nicht entpackt
reader-missing = Nicht gelesen
not-unpacked = Nicht entpackt
nothing-to-unpack = Nichts zu lesen
encoding-guessed = Codierung vermutet
bytes-undecoded = Unlesbare Bytes
too-many-records = Zu viele Datensätze
file-unreadable = Datei nicht lesbar
too-large = Datei zu groß
nul-bytes = NUL-Zeichen
mail-encoded = Codierte E-Mail
nothing-found = Nichts gefunden
read-from-page = Aus einem Text gelesen

## Tables.

quote-not-closed = Anführungszeichen offen
cells-missing = Zeile abgeschnitten
cells-extra = Zu viele Zellen
too-many-columns = Zu viele Spalten
cell-too-long = Zelle zu lang
no-header = Keine Kopfzeile
unknown-column = Unbekannte Spalte
columns-not-imported = Spalten nicht importiert
duplicate-column = Spalte doppelt
column-not-read = Spalte nicht gelesen
other-header = Andere Kopfzeile
more-unknown = Weitere unbekannte Namen

## JSON and XML.

json-broken = Fehlerhaftes JSON
json-not-indicators = Keine Indikatoren
json-unknown-key = Unbekannter Schlüssel
json-key-spelling = Schlüssel umgeschrieben
json-key-twice = Schlüssel doppelt
json-wrong-kind = Falsche Art von Wert
read-from-key = Aus einer Liste gelesen
xml-broken = Fehlerhaftes XML
xml-not-indicators = Keine Indikatoren

## Exchange formats: STIX, MISP, OpenIOC.

other-objects = Andere Objekte
observed-read = Beobachtet, nicht bewertet
revoked = Widerrufen
deleted = Gelöscht
benign = Als harmlos bezeichnet
not-for-detection = Nicht zur Erkennung
reference = Etwas zum Nachlesen
only-observed = Nur beobachtet
other-language = Andere Mustersprache
pattern-broken = Fehlerhaftes Muster
pattern-negation = Darf nicht vorkommen
pattern-operator = Trifft auf viele Werte zu
pattern-part = Teil eines Werts
pattern-conjunction = Nur mit anderem gesucht
port-left-out = Port ausgelassen
other-hash = Hash anderer Art

## One record beside others.

duplicate = Wiederholt
duplicate-differs = Wiederholt, abweichend
conflict = Verschiedene Aktionen
weaker-hash = Schwächerer Hash

## Type and value.

bad-type = Unbekannter Typ
missing-value = Kein Wert
not-an-indicator = Kein Indikator
other-record = Nichts zu importieren
ambiguous = Zwei Lesarten
reader-link = Link für Leser
type-mismatch = Von anderem Typ
masked = Verschleierter Wert
hosts-address = Adresse ausgelassen
undecodable = Unlesbares Zeichen
hidden-character = Verstecktes Zeichen
value-too-long = Wert zu lang
hash-length = Hash mit falscher Länge
hash-not-hex = Kein Hash
md5-may-be-refused = MD5
bad-address = Keine IP-Adresse
bad-octet = Keine IP-Adresse
address-with-port = Mit Port
address-range = IP-Bereich
address-range-cidr = IP-Bereich
range-over-cap = IP-Bereich zu groß
ranges-over-most = Zu viele Adressen
range-overlaps = IP-Bereiche überlappen
range-host-bits = Bereich oder Adresse
bad-prefix = Kein IP-Bereich
internal-address = Private oder reservierte Adresse
domain-character = Keine Domäne
domain-without-dot = Name ohne Punkt
domain-empty-label = Keine Domäne
label-too-long = Domäne zu lang
domain-too-long = Domäne zu lang
label-underscore = Unterstrich am Anfang
unusual-label = Ungewöhnlicher Hostname
numeric-tld = Keine Domäne
bad-idn = Keine Domäne
domain-wildcard = Platzhalter
unknown-tld = Unbekannte Top-Level-Domäne
domain-with-port = Mit Port
domain-with-path = Mit Pfad
url-scheme = Keine Webadresse
url-without-scheme = URL ohne Schema
url-blank = Leerzeichen in URL
url-wildcard = Platzhalter
url-userinfo = URL mit Anmeldedaten
url-with-comma = Komma in URL
url-host = URL mit falschem Host
url-port = URL mit falschem Port
url-internal-host = Interner Host
url-defang-mark = Klammern im Pfad
trailing-punctuation = Satzzeichen am Ende

## The other fields.

bad-action = Unbekannte Aktion
missing-action = Keine Aktion
action-not-for-type = Aktion nicht möglich
bad-generate-alert = Angabe zur Warnung unklar
allowed-never-alerts = Allowed warnt nie
bad-severity = Unbekannter Schweregrad
missing-title = Kein Titel
missing-description = Keine Beschreibung
title-too-long = Titel zu lang
long-description = Lange Beschreibung
control-character = Steuerzeichen
bad-date = Unlesbares Datum
ambiguous-date = Mehrdeutiges Datum
expired = Abgelaufen
far-expiration = Später Ablauf
template-field = Unbekanntes Feld in Standardwert
template-column = Spalte nicht vorhanden
template-not-closed = Klammer nicht geschlossen
template-too-long = Standardwert zu lang
group-not-seen = Gerätegruppe unbekannt
educate-url-unused = Hilfelink ohne Wirkung

## An undo, and a run that is gone on with.

left-as-it-was = Nichts zurückzunehmen
left-changed = Seitdem geändert
left-unknown = Vorher nicht bekannt
left-unread = Liste unvollständig
left-expired = Inzwischen abgelaufen
left-without-id = Keine ID
changed-meanwhile = Inzwischen geändert
