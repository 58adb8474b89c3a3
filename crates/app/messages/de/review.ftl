### The second screen, what stands there of a row, and the question before sending.

## The result: its heading, and the sentences under it.

nothing-ready = Nichts ist bereit zum Senden
ready-to-send = { $indicators ->
    [one] { $indicators } Indikator ist bereit zum Senden
   *[other] { $indicators } Indikatoren sind bereit zum Senden
 }
records-read = { $records ->
    [one] { $records } Datensatz wurde gelesen.
   *[other] { $records } Datensätze wurden gelesen.
 }
files-unread = { $files ->
    [one] { $files } Datei konnte nicht gelesen werden.
   *[other] { $files } Dateien konnten nicht gelesen werden.
 }
records-behind = { $behind ->
    [one] { $behind } bleibt zurück.
   *[other] { $behind } bleiben zurück.
 }
records-behind-and-waiting = { $behind ->
    [one] { $behind } bleibt
   *[other] { $behind } bleiben
 } zurück; davon { $waiting ->
    [one] wartet { $waiting }
   *[other] warten { $waiting }
 } auf Ihre Entscheidung.
nothing-sent-yet = Noch ist nichts gesendet.

checking = Wird erneut geprüft.
reading = Wird gelesen: { $file }
file-and-more = { $file } und { $more } weitere

weaker-left-out = { $hashes ->
    [one] { $hashes } Hash ausgelassen, weil ein stärkerer Hash derselben Datei gesendet wird.
   *[other] { $hashes } Hashes ausgelassen, weil ein stärkerer Hash derselben Datei gesendet wird.
 }
weaker-beside = { $hashes ->
    [one] { $hashes } Hash steht neben einem stärkeren derselben Datei.
   *[other] { $hashes } Hashes stehen neben einem stärkeren derselben Datei.
 }
leave-out-weaker = Auslassen
send-weaker = Mitsenden

## The sums under the heading.

ledger = Datensätze nach Zustand
records = Datensätze
by-type = Zu senden, nach Typ
by-action = Zu senden, nach Aktion
calls = Aufrufe zum Senden
calls-needed = Aufrufe
calls-a-minute = Erlaubt je Minute
time = Dauer
estimate = etwa { $time }

## States of a row, one or two words each.

ready = Bereit
duplicate = Duplikat
conflict = Konflikt
refused = Abgelehnt
ignored = Ignoriert
accepted = Angenommen
rejected = Zurückgewiesen
unconfirmed = Unbestätigt
not-sent = Nicht gesendet
unchanged = Unverändert
no-room = Kein Platz
left-out = Ausgelassen
held-back = Zurückgehalten
cancelled = Abgebrochen

## The foot.

send = { $imports } senden
import-and-delete = { $imports } importieren, vorher { $deletions } löschen
in-calls = { $calls ->
    [one] in { $calls } Aufruf, etwa { $time }
   *[other] in { $calls } Aufrufen, etwa { $time }
 }
sign-in-to-send = Zum Senden anmelden.
add-more = Mehr Dateien

## Problems.

problems = Probleme
no-problems = Keine. Jeder Datensatz ist bereit oder ein Duplikat.
problem-count = { $records ->
    [one] { $records } Datensatz
   *[other] { $records } Datensätze
 }, { $causes ->
    [one] { $causes } Ursache
   *[other] { $causes } Ursachen
 }

## The settings.

settings = Regeln und Standardwerte
ranges = Adressbereiche
ranges-refuse = Ablehnen; importiert werden nur einzelne Adressen
ranges-expand = In einzelne Adressen aufteilen, bis zu { $most }
ranges-single = Einzeln senden
hashes = Hashes einer Datei
hashes-all = Alle senden
hashes-strongest = Nur den stärksten senden
hashes-strongest-saves = Nur den stärksten senden: { $fewer } weniger
legacy = Alert und AlertAndBlock unverändert senden
internal = Private und reservierte Adressen senden

## The table of rows, and the tools over it.

rows = Datensätze
find = { $rows ->
    [one] In { $rows } Zeile suchen
   *[other] In { $rows } Zeilen suchen
 }
any-state = Zustand: alle
any-action = Aktion: alle
any-type = Typ: alle
rewritten = Umgeschrieben { $rows }
shown = { $rows } angezeigt
clear-filters = Alle zeigen
no-rows = Keine Zeile passt zum Filter.

state = Zustand
value = Wert
type = Typ
action = Aktion
severity = Schweregrad
expires = Läuft ab
title = Titel
line-number = Zeile
file-and-line = Datei und Zeile
never = Nie
was = { " " }vorher{ " " }
against = { " " }gegen{ " " }
same-as = { "=" } Zeile { $line }

## The details of a row.

line = Zeile { $line }
source = Quelle
changes = Änderungen
findings = Hinweise
attempts = Aufrufe mit dieser Zeile
batch = Batch { $number }, { $date } { $time }
answered-after = { $status }, { $time }
no-answer = keine Antwort
answer = Antwort von Defender
accepted-as = Angenommen mit der ID { $id }
fields = Wie gesendet
all-devices = Alle Geräte
previous = Vorherige Zeile
next = Nächste Zeile
close = Details schließen
conflicts-with = Derselbe Wert steht in Zeile { $line } mit einer anderen Aktion: { $action }
repeats = Derselbe Indikator steht in Zeile { $line }; er wird einmal gesendet.

## The question before sending.

ask = { $imports ->
    [one] { $imports } Indikator an { $tenant } senden?
   *[other] { $imports } Indikatoren an { $tenant } senden?
 }
ask-and-delete = { $imports ->
    [one] { $imports } Indikator importieren und vorher
   *[other] { $imports } Indikatoren importieren und vorher
 } { $deletions ->
    [one] { $deletions } Indikator in { $tenant } löschen?
   *[other] { $deletions } Indikatoren in { $tenant } löschen?
 }
ask-where = { $account }, { $cloud }, { $host }.
ask-calls = { $calls ->
    [one] { $calls } Aufruf, etwa { $time }.
   *[other] { $calls } Aufrufe, etwa { $time }.
 }
blocking = { $indicators ->
    [one] { $indicators } Indikator wird etwas auf Geräten blockieren
   *[other] { $indicators } Indikatoren werden etwas auf Geräten blockieren
 }
blocking-body =
    Block und BlockAndRemediate stoppen Dateien, Adressen, Domänen oder URLs auf jedem Gerät, für das der
    Indikator gilt. Sehen Sie sich die Werte an, bevor Sie fortfahren.
safe-twice = Wird dieselbe Liste zweimal gesendet, wird nichts doppelt gespeichert.
cancel = Abbrechen
ask-by-action = Nach Aktion
