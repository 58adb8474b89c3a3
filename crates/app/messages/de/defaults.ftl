### What a list is given that does not say it: a form.


## The fields in view.

action = Aktion
audit-blocks-nothing = Audit zeichnet einen Treffer auf und blockiert nichts.
severity = Schweregrad
no-severity = Vorgabe des Dienstes
title = Titel
title-example = Der Name der Datei
description = Beschreibung

expires = Läuft ab
by-type-below = Nach Typ, siehe unten
never = Nie
in-a-year = In 1 Jahr
in-days = { $days ->
    [one] In { $days } Tag
   *[other] In { $days } Tagen
 }
other-days = In einer anderen Zahl von Tagen
expires-in-days = Ablauf in Tagen
wrong-days = 1 bis { $most } Tage; leer heißt nie.

## What differs by type.

by-type = Nach Typ
action-as-above = Wie oben
severity-as-above = Wie oben

files = Hashes und Zertifikate
addresses = Adressen
names = Domänen und URLs

action-of = Aktion: { $group }
severity-of = Schweregrad: { $group }
expires-of = Ablauf in Tagen: { $group }

by-type-in-short = Dateien { $files }, Adressen { $addresses }, Namen { $names }
never-in-short = nie
days-in-short = { $days } d
all-alike = Alle gleich

## Alerts and device groups.

alert-and-groups = Warnungen und Gerätegruppen
alert = Warnung
no-alert = Vorgabe des Dienstes
raise-alert = Warnung generieren
raise-none = Keine Warnung
alert-by-action = Audit generiert immer eine, Allowed nie.
groups = Gerätegruppen
all-devices = Alle Geräte
groups-help = Ein Name nach dem anderen, geschrieben wie im Portal; die Eingabetaste fügt ihn hinzu.
unknown-group = Kein Indikator des Mandanten nennt diese Gruppe. Prüfen Sie die Schreibweise.
take-off = { $group } entfernen
group-count = { $groups ->
    [one] { $groups } Gruppe
   *[other] { $groups } Gruppen
 }
alert-and-groups-in-short = { $alert }, { $groups }

## Fields of templates: {value} in a text stands for the indicator, and so on.

template = Felder für Titel und Beschreibung
template-body =
    Jedes Feld, das in einem Text steht, wird Zeile für Zeile ausgefüllt. Eine einzelne geschweifte Klammer
    wird doppelt geschrieben: { "{{" }.
first-row = Erste bereite Zeile: { $text }
no-row = Wird Zeile für Zeile ausgefüllt; noch ist keine Zeile bereit, an der es sich zeigen ließe.

field-value = der Indikator
field-type = sein Typ, etwa DomainName
field-action = was bei einem Treffer geschieht
field-severity = wie schwer ein Treffer wiegt
field-expires = der Tag, an dem er abläuft, oder nie
field-date = heute, in UTC
field-file = der Name der Datei
field-line = seine Zeile in der Datei
field-column = der Text der Zeile in einer Spalte einer Tabelle
