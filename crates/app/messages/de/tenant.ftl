### What a run would make of the tenant, and what the user decides as it stands.

## What would happen to a row, or does: its state, a line of the sums, and what an undo does

fate-create = Erstellen
fate-update = Aktualisieren
fate-unchanged = Unverändert
fate-conflict = Konflikt im Mandanten
fate-over-quota = Über Kontingent
fate-delete = Löschen
fate-restore = Wiederherstellen

## Why a row that is ready would stay behind: its state

held-unchanged = Unverändert
held-over-quota = Über Kontingent
held-left-out = Ausgelassen
held-guarded = Zurückgehalten
held-cancelled = Abgebrochen

## The same in the question before sending, in the list of what is not sent

not-sent-unchanged = Unverändert im Mandanten
not-sent-over-quota = Kein Platz im Mandanten
not-sent-left-out = Ausgelassen
not-sent-guarded = Vom Schutz zurückgehalten
not-sent-cancelled = Abgebrochen

## The review's heading, where the tenant is known

will-send = { $indicators ->
    [one] { $indicators } Indikator wird an { $tenant } gesendet
   *[other] { $indicators } Indikatoren werden an { $tenant } gesendet
 }
will-import-and-delete = { $indicators ->
    [one] { $indicators } Indikator zu importieren, vorher { $deletions } zu löschen, in { $tenant }
   *[other] { $indicators } Indikatoren zu importieren, vorher { $deletions } zu löschen, in { $tenant }
 }
sent = { $created } neu, { $updated } aktualisiert.
sent-and-deleted = { $created } neu, { $updated } aktualisiert, { $deleted } gelöscht.
behind = { $rows ->
    [one] { $rows } bleibt zurück.
   *[other] { $rows } bleiben zurück.
 }
nothing-sent-yet = Noch ist nichts gesendet.
not-whole =
    Die Liste des Mandanten konnte nicht vollständig gelesen werden: Was hier als neu gilt, kann schon
    vorhanden sein und würde dann aktualisiert.

## Whether the rows are compared with the tenant

compared = , abgeglichen um { $time }
compared-before-run = , abgeglichen um { $time }, vor dem letzten Lauf
refresh = Erneut abgleichen
listing = { $listed ->
    [0] Der Inhalt des Mandanten wird gelesen
   *[other] Der Inhalt des Mandanten wird gelesen: bisher { $listed }
 }
listing-sentence = { $listed ->
    [0] Der Inhalt des Mandanten wird gelesen.
   *[other] Der Inhalt des Mandanten wird gelesen: bisher { $listed }.
 }
not-compared = Nicht mit dem Mandanten abgeglichen.
without =
    Welche Zeilen er schon enthält und wie viel Platz er hat, ist nicht bekannt. Senden ist trotzdem möglich.
again = Erneut versuchen
compare = Abgleichen
waits = Wartet, bis der Mandant gelesen ist.
waits-for-guard = Wartet auf die Schutzlisten.
nothing-to-send = Jede Zeile bleibt zurück.
skip = Nicht warten
seen =
    Microsoft dokumentiert nicht, welche Indikatoren Ihr eigenes Konto sieht: Der Mandant kann mehr enthalten,
    als diese Seite lesen konnte.
seen-foreign = { $indicators ->
    [one] { $indicators } hat einen Typ oder eine Aktion, die diese Seite nicht kennt; er zählt für das Limit.
   *[other]
        { $indicators } haben einen Typ oder eine Aktion, die diese Seite nicht kennt; sie zählen für das
        Limit.
 }
seen-unread = { $indicators ->
    [one] { $indicators } konnte nicht gelesen werden.
   *[other] { $indicators } konnten nicht gelesen werden.
 }

## The room in the tenant

active = Aktive Indikatoren
used = Derzeit belegt
used-at-least = Derzeit belegt, mindestens
created = Neu erstellt
made-again = Wieder angelegt
deleted = Gelöscht
after = Danach
of-most = von { $most }
free = { $room } frei
freed = Wird binnen eines Tages frei
no-room = Kein Platz für

## What keeps rows back as the tenant stands, with the choices about it

conflict = Andere Aktion im Mandanten
add-beside = Hinzufügen: dann bestehen beide
replace = Ersetzen: den im Mandanten vorher löschen
leave-out = Auslassen: der im Mandanten bleibt
conflict-body =
    Von beiden gilt auf Geräten Allowed vor Warn vor Block; bei Dateien Block vor Allowed. Einer für eine
    Gerätegruppe geht einem für alle Geräte vor.
over-quota = Kein Platz im Mandanten
stay = Was zurückbleibt
last-stay = Die letzten Zeilen bleiben zurück
first-stay = Die ersten Zeilen bleiben zurück
lowest-severity-stays = Der niedrigste Schweregrad bleibt zurück
soonest-to-expire-stay = Was am frühesten abläuft, bleibt zurück
over-quota-body = Was Sie von Hand auslassen, macht Platz dafür.
replaceable = { $rows ->
    [one]
        { $rows } davon steht gegen eine andere Aktion im Mandanten. „Ersetzen“ braucht keinen Platz: Der im
        Mandanten wird vorher gelöscht.
   *[other]
        { $rows } davon stehen gegen eine andere Aktion im Mandanten. „Ersetzen“ braucht keinen Platz: Der im
        Mandanten wird vorher gelöscht.
 }
unchanged = Unverändert
send-unchanged = Mitsenden

## A row beside what the tenant holds

in-the-tenant = Im Mandanten
not-there = Der Mandant enthält diesen Wert mit dieser Aktion nicht.
not-found =
    Im lesbaren Teil der Liste des Mandanten steht dieser Wert mit dieser Aktion nicht. Er kann trotzdem
    vorhanden sein.
the-same = Der Mandant enthält ihn, mit jedem Feld, das die Quelle angibt.
field = Feld
now = Jetzt
then = Danach
from-defaults = aus den Standardwerten
empty = leer
beside = Derselbe Wert mit einer anderen Aktion
made-by = von { $who }, { $groups }
row-wins = Auf Geräten gilt der Indikator dieser Zeile.
tenant-wins = Auf Geräten gilt der Indikator im Mandanten.
row-wins-in-its-groups = In den Gerätegruppen der Zeile gilt ihr Indikator, sonst der im Mandanten.
tenant-wins-in-its-groups = In seinen Gerätegruppen gilt der Indikator im Mandanten, sonst der dieser Zeile.
row-wins-in-both-groups = In den Gerätegruppen beider gilt der Indikator dieser Zeile.
tenant-wins-in-both-groups = In den Gerätegruppen beider gilt der Indikator im Mandanten.
nobody-knows-which-wins = Welcher von beiden auf Geräten gilt, ist nicht dokumentiert.
no-id =
    Die Zeile wird ausgelassen: Der Dienst führt für diesen Indikator keine ID auf, sodass er nicht vorher
    gelöscht werden kann.

## In the question before sending

against = Im Mandanten
not-sent = Nicht gesendet
sent-unchanged = Unverändert erneut gesendet
added-beside = Neben einer anderen Aktion erstellen
replaced = Anstelle eines anderen erstellen
deleted-first = Vorher löschen
unknown = Über den Mandanten ist nichts bekannt
unknown-body =
    Ob diese Zeilen Indikatoren erstellen, welche aktualisieren oder gegen andere mit anderer Aktion stehen,
    zeigt erst der Bericht.
held-is-kept =
    Der Lauf lässt sich zurücknehmen: Was der Mandant jetzt zu diesen Werten enthält, wird mit dem Lauf
    aufbewahrt.
not-undone-unknown =
    Nur was der Lauf erstellt, lässt sich zurücknehmen: Was der Mandant jetzt enthält, ist nicht bekannt.
not-undone-unkept =
    Der Lauf lässt sich von hier aus nicht zurücknehmen: Der Browser hat keine Aufzeichnung davon.
