### Runs that take back what another did, or delete what was selected in the tenant.

## What such a run is called; $moment is a day and a time

deletion = Löschung
undo-of-import = Rücknahme des Imports vom { $moment }
undo-of-deletion = Rücknahme der Löschung vom { $moment }
undo-of-undo = Rücknahme der Rücknahme vom { $moment }
undo-of-run = Rücknahme des Laufs vom { $moment }

## Buttons that begin it

undo-import = Import zurücknehmen
undo-deletion = Löschung zurücknehmen
undo-undo = Rücknahme zurücknehmen
undo-rest = Rest zurücknehmen
undo-short = Zurücknehmen
sign-in-and-undo = Anmelden und zurücknehmen
sign-in-and-undo-rest = Anmelden und Rest zurücknehmen
other-tenant = Nur ein Konto des zugehörigen Mandanten kann das zurücknehmen.

## On the report of a run that may be undone

undo = Zurücknehmen
undoes-import =
    Was dieser Lauf erstellt hat, wird gelöscht, und was er aktualisiert oder ersetzt hat, wird wieder wie
    vorher. Was andere seitdem geändert haben, bleibt unberührt. Sie sehen alles, bevor etwas gesendet wird.
undoes-deletion =
    Was dieser Lauf gelöscht hat, wird aus dem hier Aufbewahrten wieder angelegt, unter neuen IDs. Sie sehen
    alles, bevor etwas gesendet wird.
undoes-undo =
    Was diese Rücknahme gelöscht hat, wird unter neuen IDs wieder angelegt, und was sie wiederhergestellt hat,
    wird so, wie es davor war. Sie sehen alles, bevor etwas gesendet wird.
undone = Zurückgenommen durch den Lauf vom { $moment }.
undone-by = Zurückgenommen durch den Lauf vom { $moment } von { $account }.
undone-partly = Teilweise zurückgenommen durch den Lauf vom { $moment }.
undone-partly-by = Teilweise zurückgenommen durch den Lauf vom { $moment } von { $account }.
stays = Einiges davon bleibt; was und warum, steht im Bericht jenes Laufs.
undone-short = zurückgenommen am { $moment }
undone-partly-short = teilweise zurückgenommen am { $moment }
not-kept = Der Lauf lässt sich von hier aus nicht zurücknehmen: Der Browser hat keine Aufzeichnung davon.

## While it is prepared

preparing-deletion = Die Löschung wird vorbereitet.
preparing-undo-of-import = Die Rücknahme des Imports vom { $moment } wird vorbereitet.
preparing-undo-of-deletion = Die Rücknahme der Löschung vom { $moment } wird vorbereitet.
preparing-undo-of-undo = Die Rücknahme der Rücknahme vom { $moment } wird vorbereitet.
cancel = Abbrechen

## The review of it

will-nothing = In { $tenant } ist nichts mehr zu tun
will-restore = { $restored ->
    [one] { $restored } Indikator wird in { $tenant } wiederhergestellt
   *[other] { $restored } Indikatoren werden in { $tenant } wiederhergestellt
 }
will-delete = { $deleted ->
    [one] { $deleted } Indikator wird aus { $tenant } gelöscht
   *[other] { $deleted } Indikatoren werden aus { $tenant } gelöscht
 }
will-delete-and-restore = { $deleted ->
    [one] In { $tenant } wird { $deleted } Indikator gelöscht und { $restored } wiederhergestellt
   *[other] In { $tenant } werden { $deleted } Indikatoren gelöscht und { $restored } wiederhergestellt
 }
will-delete-or-restore = { $indicators ->
    [one] { $indicators } Indikator wird in { $tenant } gelöscht oder wiederhergestellt
   *[other] { $indicators } Indikatoren werden in { $tenant } gelöscht oder wiederhergestellt
 }
the-tenant = dem Mandanten
selected = Diese wurden im Mandanten ausgewählt.
takes-back-import = Dies nimmt den Import vom { $moment } zurück.
takes-back-deletion = Dies nimmt die Löschung vom { $moment } zurück.
takes-back-undo = Dies nimmt die Rücknahme vom { $moment } zurück.
takes-back-run = Dies nimmt den Lauf vom { $moment } zurück.
some-left-alone = { $left ->
    [one] { $left } bleibt unberührt.
   *[other] { $left } bleiben unberührt.
 }
unchanged-yet = Noch ist nichts geändert.
as-of = Stand des Mandanten um { $time }

sums = Was geschehen würde, und Filter
looked-at = Indikatoren
left-alone = Unberührt
why-left = Unberührt
none-left = Nichts: Alles lässt sich zurücknehmen.
all-deletable = Nichts: Alles lässt sich löschen.
changed-since = Seitdem geändert
changed-since-on = Seitdem geändert, am { $day }
changed-since-by = Seitdem geändert von { $who }
changed-since-by-on = Seitdem geändert von { $who }, am { $day }
indicator = Indikator
as-it-is = Wie er jetzt ist
as-it-was = Wie er wieder wäre
made-again = Der Mandant enthält ihn nicht mehr. Er wird wieder angelegt, unter einer neuen ID.
goes-away = Er wird gelöscht, anhand seiner ID { $id }.

## The foot of that review, and the question

drop-undo = Rücknahme verwerfen
drop-deletion = Löschung verwerfen
send-undo = { $indicators ->
    [one] { $indicators } Indikator zurücknehmen
   *[other] { $indicators } Indikatoren zurücknehmen
 }
send-deletion = { $indicators ->
    [one] { $indicators } Indikator löschen
   *[other] { $indicators } Indikatoren löschen
 }
nothing = Nichts mehr zu tun
nothing-to-do = Jeder Indikator bleibt unberührt.
sign-in = Zum Fortfahren anmelden.

ask-undo = { $indicators ->
    [one] { $indicators } Indikator in { $tenant } zurücknehmen?
   *[other] { $indicators } Indikatoren in { $tenant } zurücknehmen?
 }
ask-delete = { $deleted ->
    [one] { $deleted } Indikator aus { $tenant } löschen?
   *[other] { $deleted } Indikatoren aus { $tenant } löschen?
 }
ask-restore = { $restored ->
    [one] { $restored } Indikator in { $tenant } wiederherstellen?
   *[other] { $restored } Indikatoren in { $tenant } wiederherstellen?
 }
ask-delete-and-restore = { $deleted ->
    [one] In { $tenant } { $deleted } Indikator löschen und { $restored } wiederherstellen?
   *[other] In { $tenant } { $deleted } Indikatoren löschen und { $restored } wiederherstellen?
 }
will-be = Was getan wird
gone = Der Dienst kann Gelöschtes nicht zurückholen ({ $deleted })
gone-kept = { $days ->
    [one]
        IDs und Werte samt allen Feldern werden mit diesem Lauf { $days } Tag in diesem Browser aufbewahrt.
        Wird dieser Lauf zurückgenommen, werden sie daraus wieder angelegt, unter neuen IDs.
   *[other]
        IDs und Werte samt allen Feldern werden mit diesem Lauf { $days } Tage in diesem Browser aufbewahrt.
        Wird dieser Lauf zurückgenommen, werden sie daraus wieder angelegt, unter neuen IDs.
 }
gone-unkept =
    Von diesem Lauf wird in diesem Browser nichts aufbewahrt: Laden Sie seinen Bericht herunter, der IDs und
    Werte aufführt. Er lässt sich von hier aus nicht zurücknehmen.
may-be-refused = Defender kann das Löschen verweigern
may-be-refused-body =
    Microsoft dokumentiert das Löschen für Anwendungen, nicht für Ihr eigenes Konto. Wird es verweigert,
    bietet der Bericht die IDs und fertige Anforderungen für jemanden, der löschen darf.
restored-all-the-same = Was wiederherzustellen ist, wird trotzdem wiederhergestellt.
safe = Gefahrlos wiederholbar: Was getan ist, wird nicht noch einmal getan.

## While it runs

sending = An { $tenant } wird gesendet
undoing = In { $tenant } wird zurückgenommen
deleting = Aus { $tenant } wird gelöscht
sending-title = Senden
undoing-title = Zurücknehmen
deleting-title = Löschen
until-read-again = Vorher wird nichts geändert. Was jemand seit der Prüfung geändert hat, bleibt unberührt.
to = An { $tenant } als { $account }
undo-in = In { $tenant } als { $account }
delete-from = Aus { $tenant } als { $account }
sends-again = Erneutes Senden schadet nicht: Die API aktualisiert, was sie schon hat.
asks-again = Eine erneute Anfrage schadet nicht: Was getan ist, wird nicht noch einmal getan.
meter-accepted = Angenommen
meter-taken-back = Zurückgenommen
meter-deleted = Gelöscht

## Its report

changed-nothing = In { $tenant } wurde nichts geändert
has-restored = { $restored ->
    [one] { $restored } Indikator in { $tenant } wiederhergestellt
   *[other] { $restored } Indikatoren in { $tenant } wiederhergestellt
 }
has-deleted = { $deleted ->
    [one] { $deleted } Indikator aus { $tenant } gelöscht
   *[other] { $deleted } Indikatoren aus { $tenant } gelöscht
 }
has-deleted-and-restored = { $deleted ->
    [one] In { $tenant } { $deleted } Indikator gelöscht und { $restored } wiederhergestellt
   *[other] In { $tenant } { $deleted } Indikatoren gelöscht und { $restored } wiederhergestellt
 }
title = Bericht: { $deleted } gelöscht, { $restored } wiederhergestellt, { $rejected } zurückgewiesen

looked-up = Was betrachtet wurde
all-looked-at = Betrachtet
to-be-done = Zu tun
became = Was daraus wurde
deleted = Gelöscht
restored = Wiederhergestellt
unconfirmed =
    Unbestätigt: gesendet, aber die Antwort ging verloren. Es kann geschehen sein oder nicht. Nehmen Sie
    denselben Lauf noch einmal zurück: Der Mandant wird gelesen, und was noch offen ist, wird angeboten.

refused = { $deletions ->
    [one] Defender hat { $deletions } Löschung verweigert.
   *[other] Defender hat { $deletions } Löschungen verweigert.
 }
refused-leaves =
    Die Indikatoren sind noch im Mandanten; der Grund von Defender steht unten unter „Zurückgewiesen“.
deleted-before = { $deleted ->
    [one] { $deleted } wurde vor der Verweigerung gelöscht.
   *[other] { $deleted } wurden vor der Verweigerung gelöscht.
 }
refused-why =
    Wenn eine Berechtigung fehlt: Microsoft dokumentiert das Löschen nur für Anwendungen; Ihr Konto erhält sie
    also vielleicht nie.
refused-way-on =
    Geben Sie dann die IDs und die fertigen Anforderungen jemandem, der löschen darf: Ein Administrator findet
    die Werte im Portal unter Einstellungen, Endpunkte, Indikatoren; eine Anwendung mit Ti.ReadWrite.All kann
    die Anforderungen unverändert senden.
deletions = IDs und Anforderungen
undeleted = { $indicators ->
    [one] { $indicators } Indikator noch zu löschen
   *[other] { $indicators } Indikatoren noch zu löschen
 }
leave-for-report = Zurück zum vorigen Bericht
leave-for-tenant = Zurück zum Inhalt des Mandanten
leave = Zurück
