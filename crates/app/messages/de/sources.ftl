### What was given, and how it is read.

files = Dateien
all = Alle { $files } Dateien
ready-of = { $records ->
    [one] { $ready } von { $records } Datensatz bereit
   *[other] { $ready } von { $records } Datensätzen bereit
 }
no-indicators =
    { $file }: Es ist nicht klar, welche Spalte die Indikatoren enthält. Geben Sie sie an, und die Zeilen
    werden neu gelesen.
show-columns = Spalten zeigen

## How a file is read.

read-as = Lesen als
delimiter = Zwischen Spalten
header = Kopfzeile in Zeile
no-header = keine
as-suggested = Wie vorgeschlagen.
reset = Zurück zum Vorschlag

## What stands between cells.

comma = Komma
semicolon = Semikolon
tab = Tabulator
bar = Senkrechter Strich

## The table of columns.

columns = Was die Spalten enthalten
column = Spalte
holds = Enthält
name-one = Noch enthält keine Spalte Indikatoren. Wählen Sie unten eine aus.
nth-column = Spalte { $number }
what-holds = Was { $column } enthält

## What a column can hold.

not-imported = Nicht importiert
any-indicator = Indikator, jeder Typ
indicator-of-type = Indikator: { $type }
named-field = { $name } ({ $field })

field-type = Typ
field-value = Wert
field-expires = Läuft ab
field-action = Aktion
field-severity = Schweregrad
field-title = Titel
field-description = Beschreibung
field-recommended = Empfohlene Aktionen
field-groups = Gerätegruppen
field-category = Kategorie
field-techniques = MITRE-Techniken
field-alert = Warnung generieren
field-application = Anwendung
field-page = Seite für Benutzer
field-id = Eigene ID

## What the texts in a column mean, for a column of actions or severities in words of its own.

meanings = Was die Wörter bedeuten
texts-said = { $texts ->
    [one] { $texts } Text zugeordnet
   *[other] { $texts } Texte zugeordnet
 }
meanings-of = Was die Wörter in { $column } bedeuten
text = Text
action = Aktion
severity = Schweregrad
action-of = Aktion von { $text }
severity-of = Schweregrad von { $text }
rows = { $rows ->
    [one] { $rows } Zeile
   *[other] { $rows } Zeilen
 }
as-written = Wie geschrieben
not-said = Nicht zugeordnet
other-texts = { $rows ->
    [one] { $rows } weitere Zeile hat einen anderen Text, der zu lang ist oder nicht mehr in die Liste passt.
   *[other] { $rows } weitere Zeilen haben andere Texte, zu viele oder zu lange für die Liste.
 }
no-texts = In dieser Spalte steht nichts.
