### What the tenant holds now.

## The way here, and the heading

show = Im Inhalt des Mandanten zeigen
make-room = Entbehrliches suchen
holds = { $held ->
    [0] Keine Indikatoren in { $tenant }
    [one] { $held } Indikator in { $tenant }
   *[other] { $held } Indikatoren in { $tenant }
 }
holds-at-least = { $held ->
    [0] Keine Indikatoren in { $tenant }
    [one] Mindestens { $held } Indikator in { $tenant }
   *[other] Mindestens { $held } Indikatoren in { $tenant }
 }
read-at = Gelesen um { $time } als { $account }
refresh = Neu lesen
stale = Seit dem Lesen hat ein Lauf den Mandanten geändert.
empty = Kein Indikator, den Ihr Konto sehen darf, blockiert, erlaubt oder überwacht etwas.
said = { $held ->
    [one] Der Mandant enthält { $held } Indikator.
   *[other] Der Mandant enthält { $held } Indikatoren.
 }

## It is not there

sign-in = Anmelden, um den Inhalt des Mandanten zu sehen
sign-in-body =
    Die Liste der Indikatoren wird mit Ihrem eigenen Konto gelesen und zeigt, was dieses Konto sehen darf.
    Nichts davon bleibt, wenn diese Seite geschlossen ist.
reading = Die Indikatoren von { $tenant } werden gelesen
listed = { $listed ->
    [0] Ein Mandant enthält höchstens { $most }.
   *[other] Bisher { $listed } gelesen. Ein Mandant enthält höchstens { $most }.
 }
stop = Lesen beenden
unread = Der Inhalt des Mandanten wurde nicht gelesen
stopped = Niemand hat danach gefragt, oder das Lesen wurde nicht abgewartet.
read = Lesen
failed = Der Inhalt des Mandanten konnte nicht gelesen werden
again = Erneut versuchen

## Sums; each is a filter

sums = Indikatoren
all = Alle
only-expiring = Laufen binnen einer Woche ab
only-expired = Abgelaufen
only-conflict = Werte mit mehreren Aktionen
only-same-file = Dateien mit mehreren Hashes
only-mine = Von Ihnen erstellt
foreign = Hier unbekannte Art
not-read = Nicht lesbar
by-type = Nach Typ
by-action = Nach Aktion
room = Freier Platz
freed = Wird binnen eines Tages frei

## Search, filter and order

find = { $rows ->
    [one] In { $rows } Indikator suchen
   *[other] In { $rows } Indikatoren suchen
 }
any-severity = Schweregrad: alle
order-as-listed = Sortierung: wie gelistet
order-value = Sortierung: Wert
order-type = Sortierung: Typ
order-action = Sortierung: Aktion
order-severity = Sortierung: Schweregrad
order-title = Sortierung: Titel
order-expires = Sortierung: läuft ab
order-created = Sortierung: erstellt
order-updated = Sortierung: aktualisiert
order-made-by = Sortierung: erstellt von
turn = Reihenfolge umkehren
shown = { $rows } angezeigt
clear-filters = Alle zeigen

## The table

rows = Indikatoren des Mandanten
no-rows = Kein Indikator passt zu Suche und Filtern. „Alle zeigen“ hebt sie auf.
made-by = Erstellt von
updated = Aktualisiert
soon = läuft binnen einer Woche ab
expired = abgelaufen
also = auch mit { $actions }
keys =
    In der Tabelle bewegen Sie sich mit den Pfeiltasten, Bild auf, Bild ab, Pos1 und Ende; die Leertaste wählt
    aus; Strg+A wählt alle angezeigten aus.

## What is selected, and what is done with it

select = { $value } auswählen
select-passing = Alle angezeigten auswählen
select-all = Alle { $rows } auswählen
select-none = Auswahl aufheben
selected = { $rows ->
    [0] Nichts ausgewählt
   *[other] { $rows } ausgewählt
 }
selected-without-ids = { $without ->
    [one] { $all } ausgewählt, { $without } ohne ID: kann von hier aus nicht gelöscht werden
   *[other] { $all } ausgewählt, { $without } ohne ID: können von hier aus nicht gelöscht werden
 }
as-csv = { $rows } als Portal-CSV
as-json = { $rows } als API-JSON
delete = { $rows ->
    [0] Löschen
   *[other] { $rows } löschen
 }
after-a-review = nach einer Prüfung
back-to-choose = Zurück zum ersten Bildschirm
back-to-review = Zurück zur Prüfung
back-to-send = Zurück
back-to-report = Zurück zum Bericht

## One of them

fields = Wie der Mandant ihn aufführt
expired-body = Er ist abgelaufen und noch aufgeführt. Er zählt für das Limit, bis der Dienst ihn entfernt.
same-file = Vermutlich dieselbe Datei
wins-in-its-groups = In seinen Gerätegruppen gilt { $winner }, sonst { $loser }.
wins-in-both-groups = In den Gerätegruppen beider gilt { $winner }.
wins = Von beiden gilt auf Geräten { $winner }.
nobody-knows-which-wins = Welcher von beiden auf Geräten gilt, ist nicht dokumentiert.
show-these = Diese zeigen

## What must be known of the list

notes = Was diese Liste aussagt
same-file-body =
    Welche Hashes zu einer Datei gehören, ist eine Vermutung: verschiedenartige Hashes mit gleichem Titel und
    gleicher Beschreibung, wenn kein anderer Hash beides hat. Eine Datei kann übersehen werden, und zwei
    Dateien mit demselben Titel können für eine gehalten werden.
conflict-body =
    Hat ein Wert mehrere Aktionen, gilt auf Geräten Allowed vor Warn vor Block; bei Dateien gelten Block und
    Warn vor Allowed. Ein Indikator für eine Gerätegruppe geht einem für alle Geräte vor.
not-shown = { $rows ->
    [one] { $rows } steht nicht in der Tabelle.
   *[other] { $rows } stehen nicht in der Tabelle.
 }
