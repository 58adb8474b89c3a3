### The last screen: what became of every row.

## Heading

only-deleted = { $deleted ->
    [one] Nichts importiert, { $deleted } Indikator aus { $tenant } gelöscht
   *[other] Nichts importiert, { $deleted } Indikatoren aus { $tenant } gelöscht
 }
sent-nothing = An { $tenant } wurde nichts gesendet
all-accepted = { $accepted ->
    [one] { $accepted } Indikator von { $tenant } angenommen
   *[other] { $accepted } Indikatoren von { $tenant } angenommen
 }
some-accepted = { $sent ->
    [one] { $accepted } von { $sent } Indikator von { $tenant } angenommen
   *[other] { $accepted } von { $sent } Indikatoren von { $tenant } angenommen
 }
results = { $rejected ->
    [0] Keine
   *[other] { $rejected }
 } zurückgewiesen, { $unconfirmed ->
    [0] keine
   *[other] { $unconfirmed }
 } unbestätigt.
made-way = { $indicators ->
    [one] { $indicators } Indikator des Mandanten wurde dafür gelöscht.
   *[other] { $indicators } Indikatoren des Mandanten wurden dafür gelöscht.
 }
when-and-who = { $calls ->
    [one] { $began } bis { $ended }, { $calls } Aufruf, von { $account }.
   *[other] { $began } bis { $ended }, { $calls } Aufrufe, von { $account }.
 }

## Why the run stopped before its end: first words, and the rest

cancelled = Sie haben den Rest abgebrochen.
cancelled-body = Was schon unterwegs war, wurde abgewartet.
unfinished = Dieser Lauf ist nicht beendet.
unfinished-body = Seine Seite wurde geschlossen, bevor der Rest gesendet war.
not-let-in = Die API hat diese Seite nicht zugelassen.
not-let-in-body = Es wurde nichts gesendet.
forbidden = Defender hat es untersagt.
forbidden-body =
    Ihrem Konto oder der App-Registrierung fehlt das Recht, Indikatoren zu verwalten. Sobald das Recht da ist,
    lässt sich der Rest vom ersten Bildschirm aus fortsetzen. Antwort: { $said }
over-quota = Der Mandant hat keinen Platz mehr.
over-quota-body =
    Der Rest wurde nicht gesendet. Löschen Sie Indikatoren im Portal, oder warten Sie, bis welche ablaufen.
    Lesen Sie dann die nicht gesendeten Zeilen noch einmal ein; sie lassen sich hier herunterladen. Antwort:
    { $said }
wrong-host = Der Host ist nicht die API.
wrong-host-body = Er hat mit { $status } geantwortet. Die Adresse der API in config.json kann falsch sein.

## Where the report is from

past-of-file =
    Ein früherer Lauf, wie seine Laufdatei ihn wiedergibt. Wer die Datei erstellt hat, kann sie geändert
    haben: Diese Seite hat den Mandanten nicht gefragt.
begun-elsewhere =
    Dieser Lauf kam mit einer Laufdatei. Was aus Zeilen wurde, bevor er hier geöffnet wurde, steht hier so wie
    in der Datei.

## Sums

totals = Summen
given = Was Sie eingelesen haben
became = Was aus den bereiten Zeilen wurde
records = Datensätze
rows = Zeilen
records-read = Gelesene Datensätze
ready = Bereit
unreadable = Nicht lesbar
accepted = Angenommen
rejected = Zurückgewiesen
unconfirmed = Unbestätigt
not-sent = Nicht gesendet
unconfirmed-body =
    Unbestätigt: gesendet, aber die Antwort ging verloren. Die Indikatoren können im Mandanten sein oder
    nicht. Erneutes Einlesen und Senden klärt es und speichert nichts doppelt.

## Reasons

reasons = Zurückgewiesen, mit dem Grund des Dienstes
word-for-word = { $field }, im Wortlaut
show = { $rows } zeigen
reason = Grund
all-rejected = Zurückgewiesen

## Rows and downloads

every-row = Jede Zeile
printed = { $shown } von { $rows } Zeilen sind gedruckt; der Bericht als CSV enthält alle.
keep = Ergebnis sichern
as-csv = Jede Zeile mit ihrem Ergebnis
as-json = Dasselbe mit Änderungen und IDs
as-run = Der ganze Lauf, in jedem Browser zu öffnen
run-file = Laufdatei
to-mend = { $rows ->
    [one] { $rows } abgelehnte oder zurückgewiesene Zeile, zum Korrigieren und erneuten Einlesen
   *[other] { $rows } abgelehnte oder zurückgewiesene Zeilen, zum Korrigieren und erneuten Einlesen
 }
mend-here = Hier korrigieren
unsent = { $rows ->
    [one] { $rows } nicht gesendete oder unbestätigte Zeile, zum erneuten Einlesen
   *[other] { $rows } nicht gesendete oder unbestätigte Zeilen, zum erneuten Einlesen
 }

## What "accepted" does not yet mean

not-yet = Was „angenommen“ noch nicht bedeutet
network = Adressen, URLs und Domänen
network-acts =
    { $what } wirken innerhalb von etwa 2 Stunden, manchmal erst nach bis zu 48, und nur, wenn
    „Benutzerdefinierte Netzwerkindikatoren“ eingeschaltet ist.
files = Dateien
files-act =
    { $what } wirken innerhalb von etwa 2 Stunden, und nur, wenn „Datei zulassen oder blockieren“
    eingeschaltet ist.
certificates = Zertifikate
certificates-act = { $what } wirken innerhalb von etwa 3 Stunden.
audit-acts = { $action } zeichnet einen Treffer auf und blockiert nichts.

## Foot

more = Weitere importieren
back = Zurück
