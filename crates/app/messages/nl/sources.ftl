### What was given, and how it is read.

files = Bestanden
all = Alle { $files } bestanden
ready-of = { $ready } gereed van { $records ->
    [one] { $records } record
   *[other] { $records } records
 }
no-indicators =
    { $file }: het is niet duidelijk welke kolom de indicatoren bevat. Geef die op, dan worden de rijen opnieuw gelezen.
show-columns = Kolommen tonen

## How a file is read.

read-as = Lezen als
delimiter = Tussen kolommen
header = Koprij op regel
no-header = geen
as-suggested = Zoals voorgesteld.
reset = Terug naar het voorstel

## What stands between cells.

comma = Komma
semicolon = Puntkomma
tab = Tab
bar = Verticale streep

## The table of columns.

columns = Inhoud van de kolommen
column = Kolom
holds = Bevat
name-one = Nog geen kolom bevat indicatoren. Kies er hieronder een.
nth-column = Kolom { $number }
what-holds = Inhoud van { $column }

## What a column can hold.

not-imported = Niet geïmporteerd
any-indicator = Indicator, elk type
indicator-of-type = Indicator: { $type }
named-field = { $name } ({ $field })

field-type = Type
field-value = Waarde
field-expires = Verloopt
field-action = Actie
field-severity = Ernst
field-title = Titel
field-description = Beschrijving
field-recommended = Aanbevolen acties
field-groups = Apparaatgroepen
field-category = Categorie
field-techniques = MITRE-technieken
field-alert = Waarschuwing genereren
field-application = Toepassing
field-page = Pagina voor gebruikers
field-id = Eigen id

## What the texts in a column mean, for a column of actions or severities in words of its own.

meanings = Wat de woorden betekenen
texts-said = { $texts ->
    [one] { $texts } tekst opgegeven
   *[other] { $texts } teksten opgegeven
 }
meanings-of = Wat de woorden in { $column } betekenen
text = Tekst
action = Actie
severity = Ernst
action-of = Actie van { $text }
severity-of = Ernst van { $text }
rows = { $rows ->
    [one] { $rows } rij
   *[other] { $rows } rijen
 }
as-written = Zoals het er staat
not-said = Niet opgegeven
other-texts = { $rows ->
    [one] Nog { $rows } rij heeft een andere tekst; het zijn er te veel of ze zijn te lang voor de lijst.
   *[other] Nog { $rows } rijen hebben andere teksten; het zijn er te veel of ze zijn te lang voor de lijst.
 }
no-texts = In deze kolom staat niets.
