### The first screen, signed in or not.

heading = Auswählen, was importiert wird
heading-signed-out =
    Bedrohungsindikatoren in Microsoft Defender for Endpoint importieren und vorher sehen, was geschehen wird.
without-sign-in = Oder eine Liste zuerst ohne Anmeldung prüfen
without-sign-in-body = Sie wird ebenso gelesen und geprüft, und nichts verlässt diesen Browser.
check = Verbindung prüfen

## Where files and text go in.

drop = Dateien hier ablegen
drop-body =
    Eine Tabelle, ein Feed oder ein Bericht, auch mehrere zugleich. Sie werden in diesem Browser gelesen und
    bleiben hier, bis Sie senden.
files = Dateien auswählen
sample = Mit { $file } ausprobieren
sample-file = Beispiel-CSV
paste = Oder eine Liste oder einen Bericht einfügen
paste-more = Mehr einfügen
read = Text lesen
defanged = Entschärfte Schreibweisen werden erkannt.
pasted = { $lines ->
    [one] { $lines } Zeile eingefügt.
   *[other] { $lines } Zeilen eingefügt.
 }
hidden-links = { $links ->
    [one] { $links } Link führt zu einer Adresse, die im Text nicht zu sehen ist.
   *[other] { $links } Links führen zu Adressen, die im Text nicht zu sehen sind.
 }
add-links = Hinzufügen

## What is read, and how much of it.

reads = Lesbar
formats =
    CSV aus dem Portal, jede Tabelle (CSV, TSV, Excel), JSON der API, STIX, MISP, OpenIOC, Hosts-Dateien,
    Listen, Berichte und E-Mails sowie ZIP-Dateien davon.
limits = Limits
limits-body = { $tenant } aktive Indikatoren je Mandant, { $call } je Aufruf, { $minute } Aufrufe je Minute.

## While files are read, and after that.

reading = Wird gelesen: { $file }
reading-more = Noch { $files } Dateien zu lesen: { $file }
kept = { $records ->
    [one] { $records } Datensatz ist noch hier, geprüft und nicht gesendet.
   *[other] { $records } Datensätze sind noch hier, geprüft und nicht gesendet.
 }
back-to-review = Zurück zur Prüfung
forget = Verwerfen
nothing = Es wurde nichts gefunden, was sich importieren lässt.

## What the page does, and what it does not. Each line goes on where its heading ends.

will = Was diese Seite tut
will-show = Liest Ihre Dateien in diesem Browser und zeigt jede Änderung an einem Wert.
will-check = Prüft jeden Datensatz anhand der Regeln der API, bevor etwas gesendet wird.
will-send = Sendet erst nach Ihrer Bestätigung, mit Ihren eigenen Rechten (Ti.ReadWrite).
will-account = Gibt über jede eingelesene Zeile Auskunft.
will-not = Was diese Seite nie tut
will-not-contact = Etwas an einen anderen Server senden als an die Anmeldung und den API-Host.
will-not-keep = Ein Kennwort oder ein Geheimnis speichern.
will-not-open = Einen Indikator öffnen, auflösen oder nachschlagen.
will-not-guess = Eine verlorene Antwort als Erfolg oder als Fehler zählen.

## Where the page stands: a fact each, with its value beside it.

deployment = Diese Bereitstellung
cloud = Cloud
api-host = API-Host
sign-in = Anmeldung
app-id = App-ID
permission = Berechtigung
build = Build

defaults = Wenn die Liste nichts angibt
defaults-body =
    Eine Portal-CSV gibt all das selbst an, eine einfache Liste nichts davon. Angaben der Liste haben Vorrang.
