### What can be done about a cause: labels of buttons, short.

## In how many days rows expire: a button, and after it a box for the number of days with a word behind it.

expire-in = Ablauf in
expire-rows-in = Ablauf für { $rows } in
days = Tagen
days-of-box = Tage

## The other buttons.

never-expire = Nie ablaufen
in-days = { $days ->
    [one] In { $days } Tag
   *[other] In { $days } Tagen
 }
choose-this = Diese senden
keep-strictest = Strengste wählen
drop-port = Port entfernen
title-from-file = Dateinamen nehmen
description-from-defaults = Standardwert nehmen
expand-range = In Adressen aufteilen
take-as = Als { $type } importieren
take-as-means = Wird mit dem Typ { $type } gesendet.
ignore = Kein Indikator
ignore-means = Wird nicht gesendet und als ignoriert gezählt.
leave-out = Auslassen
take-back-in = Wieder aufnehmen
reset = Änderungen zurücknehmen

fix-of-rows = { $fix } ({ $rows })
fixes-for = Korrekturen für { $title }
