### The tenant is looked at once more right before an import is sent.

reading = Der Mandant wird noch einmal gelesen
reading-body = Nichts wird gesendet, bevor feststeht, ob der Mandant noch so ist wie bei der Prüfung.
back = Zurück zur Prüfung

## The tenant is not what was reviewed, or that is not known

not-read = Der Mandant wurde nicht noch einmal gelesen.
not-readable = Der Mandant konnte nicht noch einmal gelesen werden.
nothing-sent = Es wurde nichts gesendet.
stands =
    Die Zeilen gelten so, wie sie um { $time } abgeglichen wurden. Beim Senden wird es noch einmal versucht;
    die Frage davor bietet nun auch an, nach dieser Liste zu senden.

changed = Der Mandant hat sich seit { $time } geändert.
otherwise = { $rows ->
    [one] { $rows } Zeile würde nun etwas anderes bewirken.
   *[other] { $rows } Zeilen würden nun etwas anderes bewirken.
 }
otherwise-in-sums = { $rows ->
    [one] { $rows } Zeile würde nun etwas anderes bewirken ({ $sums }).
   *[other] { $rows } Zeilen würden nun etwas anderes bewirken ({ $sums }).
 }
sum = { $fate }: { $now }, vorher { $before }
between-sums = { "; " }
written = { $rows ->
    [one] { $rows } Zeile würde einen Indikator ändern oder löschen, den inzwischen jemand geändert hat.
   *[other] { $rows } Zeilen würden einen Indikator ändern oder löschen, den inzwischen jemand geändert hat.
 }
shown = Die Prüfung zeigt den Mandanten, wie er jetzt ist.

## The way on by the old list

not-again = Der Mandant konnte beim letzten Versuch nicht noch einmal gelesen werden
as-listed = Nach der Liste von { $time } senden
as-listed-body =
    Was andere seitdem im Mandanten geändert haben, bleibt dann unbemerkt: Eine Rücknahme stellt den Stand von
    damals wieder her. Der Bericht vermerkt, dass so gesendet wurde.
was-sent-as-listed =
    Der Mandant konnte vor dem ersten Aufruf nicht noch einmal gelesen werden. Auf Ihre Entscheidung hin wurde
    nach der Liste des Mandanten vom { $moment } gesendet.
