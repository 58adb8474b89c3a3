### Presets: what stands in the form of defaults, and the review's rules, under a name.

## The choice of one.

preset = Vorlage
standard = Standard
option-unreadable = { $name } (nicht lesbar)
option-not-kept = { $name } (nicht gespeichert)
changed = Geändert, nicht gespeichert.
unlisted = Die ersten { $listed } sind aufgeführt; dieser Browser enthält { $more } weitere.

## What can be done with presets.

save-and-open = Speichern, umbenennen, Datei öffnen
holds =
    Eine Vorlage enthält dieses Formular und die Regeln der Prüfung, aber keine Liste, kein Konto und kein
    Token. Sie liegt in diesem Browser oder in einer Datei, die Sie weitergeben.
name = Name der Vorlage
wrong-name = Ein Name hat 1 bis { $most } Zeichen in einer Zeile.
save = Speichern
replace = Ersetzen
rename = Umbenennen
delete = Löschen
to-file = Als Datei speichern
from-file = Datei öffnen

## What was done.

saved = Gespeichert: { $name }.
replaced = Ersetzt: { $name }.
bring-old-back = Alte wiederherstellen
deleted = { $name } wurde gelöscht.
bring-back = Wiederherstellen
changes = { $settings ->
    [one]
        { $settings } Einstellung wurde für die Liste in der Prüfung geändert; ihre Zeilen werden erneut
        geprüft:
   *[other]
        { $settings } Einstellungen wurden für die Liste in der Prüfung geändert; ihre Zeilen werden erneut
        geprüft:
 }
change = { $setting }: { $before } { $now }
put-back = Änderung zurücknehmen

## What went wrong.

not-saved = Nicht gespeichert.
not-read = { $file } ist keine lesbare Vorlage. Es wurde nichts geändert.
damaged = { $name } ist nicht lesbar. Es wurde nichts geändert.
not-kept =
    Dieser Browser speichert keine Vorlagen. Sie bleiben hier, bis die Seite geschlossen wird: Speichern Sie
    sie als Dateien.
too-large = Die Datei ist größer als { $size } KB.
unread = Der Browser konnte die Datei nicht lesen.
more-faults = { $faults ->
    [one] { $faults } weiterer Fehler ist nicht aufgeführt.
   *[other] { $faults } weitere Fehler sind nicht aufgeführt.
 }

## Settings in the list of what was changed: their names, and what they are.

group-action = { $group }, Aktion
group-severity = { $group }, Schweregrad
group-expires = { $group }, Ablauf
kept-as-written = Original behalten
between-kinds = ,{ " " }
yes = ja
no = nein
no-text = leer
no-kind = nichts
