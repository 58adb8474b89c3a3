### Runs that this browser keeps: those that did not finish, and those of the past.

## Runs that did not finish

goes-on-elsewhere = Ein Lauf geht in einem anderen Tab weiter
unfinished = { $runs ->
    [one] Ein Lauf wurde nicht beendet
   *[other] { $runs } Läufe wurden nicht beendet
 }
unfinished-yet = { $runs ->
    [one] { $runs } Lauf ist noch nicht beendet
   *[other] { $runs } Läufe sind noch nicht beendet
 }
begun = Begonnen am { $moment } von { $account } in { $tenant }.
begun-in-id = Begonnen am { $moment } von { $account } im Mandanten { $tenant }.
by = { $account } in { $tenant }.
by-in-id = { $account } im Mandanten { $tenant }.
from-file = Er kam mit einer Laufdatei.
so-far = { $indicators ->
    [one] Von { $indicators } Indikator: { $sums }.
   *[other] Von { $indicators } Indikatoren: { $sums }.
 }
running = Ein anderer Tab dieses Browsers sendet ihn gerade. Dort lässt er sich verfolgen.
sign-in-as = Um ihn fortzusetzen, melden Sie sich als { $account } an.
belongs-to =
    Nur das Konto, das ihn begonnen hat, kann ihn fortsetzen: { $account }. Angemeldet ist { $who } in
    { $tenant }. Melden Sie sich über das Kontomenü ab und dann mit jenem Konto an.

## What a run is called, and what became of it

no-file = keine Datei
two-files = { $first }, { $second }
more-files = { $first }, { $second } und { $more } weitere
tenant = Mandant { $id }
accepted = { $count } angenommen
taken-back = { $count } zurückgenommen
deleted = { $count } gelöscht
rejected = { $count } zurückgewiesen
unconfirmed = { $count } unbestätigt
not-sent = { $count } nicht gesendet
between-sums = { ", " }

## Labels

resume = Fortsetzen
sign-in-and-resume = Anmelden und fortsetzen
save = Laufdatei speichern
discard = Verwerfen
show = Bericht zeigen
show-rows = Zeilen zeigen
go-on = Lauf fortsetzen
forget = Entfernen
forget-all = Alle entfernen
cancel = Abbrechen
of-run = { $label }: { $name }, { $moment }

## Past runs

history = Frühere Läufe
open-file = Laufdatei öffnen
taking-in = Die Laufdatei wird gelesen
showing = Der Bericht wird geöffnet
no-past = Noch ist kein Lauf beendet. Eine Laufdatei, die woanders gespeichert wurde, lässt sich hier öffnen.
started = Begonnen
list = Liste
became = Was daraus wurde
commands = Befehle
kept = { $days ->
    [one]
        { $days } Tag in diesem Browser aufbewahrt, samt Listen. Wer diesen Browser nutzen kann, kann sie
        lesen; Kennwörter oder Token sind nicht dabei.
   *[other]
        { $days } Tage in diesem Browser aufbewahrt, samt Listen. Wer diesen Browser nutzen kann, kann sie
        lesen; Kennwörter oder Token sind nicht dabei.
 }
may-be-cleared =
    Wird der Speicherplatz knapp, kann der Browser sie früher löschen: Speichern Sie eine Laufdatei von allem,
    was bleiben muss.
keeps-nothing =
    Läufe werden in diesem Browser derzeit nicht aufbewahrt: Ein jetzt begonnener Lauf lässt sich nicht
    fortsetzen, wenn sein Tab geschlossen ist. Lassen Sie den Tab offen, bis der Bericht da ist. Der Browser
    meldet: { $said }
unread = { $runs ->
    [one]
        { $runs } hier aufbewahrter Lauf ist nicht lesbar: Eine neuere Version dieser Seite hat ihn
        geschrieben, oder er ist beschädigt. Laden Sie die Seite neu, um die neueste Version zu erhalten.
        Hilft das nicht, öffnen Sie eine zuvor gespeicherte Laufdatei davon; „{ $forget-all }“ löscht auch
        ihn.
   *[other]
        { $runs } hier aufbewahrte Läufe sind nicht lesbar: Eine neuere Version dieser Seite hat sie
        geschrieben, oder sie sind beschädigt. Laden Sie die Seite neu, um die neueste Version zu erhalten.
        Hilft das nicht, öffnen Sie eine zuvor gespeicherte Laufdatei davon; „{ $forget-all }“ löscht auch
        sie.
 }
earlier = { $runs ->
    [one] { $runs } früherer
   *[other] { $runs } frühere
 }

## On a report

past = Ein früherer Lauf, wie er in diesem Browser aufgezeichnet wurde.
kept-until = In diesem Browser aufbewahrt bis { $day }.
days-are-over = { $days ->
    [one]
        Die Frist von { $days } Tag in diesem Browser ist vorbei, und der Lauf kann jederzeit entfernt werden:
        Laden Sie herunter, was bleiben muss.
   *[other]
        Die Frist von { $days } Tagen in diesem Browser ist vorbei, und der Lauf kann jederzeit entfernt
        werden: Laden Sie herunter, was bleiben muss.
 }
not-kept = Von diesem Lauf wird in diesem Browser nichts aufbewahrt: Laden Sie herunter, was bleiben muss.

## Questions, and what is said under them

about = { $name }. { $begun } { $so-far }
ask-resume = { $indicators ->
    [one] Mit { $indicators } Indikator fortfahren?
   *[other] Mit { $indicators } Indikatoren fortfahren?
 }
will-send = { $indicators ->
    [one] { $indicators } Indikator ist noch zu senden oder, wenn seine Antwort fehlt, zu klären.
   *[other] { $indicators } Indikatoren sind noch zu senden oder, wo eine Antwort fehlt, zu klären.
 }
will-delete = { $indicators ->
    [one] Von { $indicators } Indikator des Laufs
   *[other] Von { $indicators } Indikatoren des Laufs
 } { $deletions ->
    [one] wird { $deletions } nicht gesendet, sondern aus dem Mandanten gelöscht.
   *[other] werden { $deletions } nicht gesendet, sondern aus dem Mandanten gelöscht.
 }
unseen =
    Dieser Lauf kam mit einer Laufdatei. Vielleicht haben Sie seine Zeilen nie geprüft: Was in der Datei
    steht, wird mit Ihren Rechten gesendet.
ask-show = Die Zeilen dieses Laufs und ihre Ergebnisse zeigen?
puts-away = { $records ->
    [0] Was gerade gelesen wird, wird verworfen: Lesen Sie es danach noch einmal ein.
    [one]
        Die aktuelle Liste ({ $records } Datensatz) wird samt Ihren Entscheidungen verworfen: Lesen Sie sie
        danach noch einmal ein.
   *[other]
        Die aktuelle Liste ({ $records } Datensätze) wird samt Ihren Entscheidungen verworfen: Lesen Sie sie
        danach noch einmal ein.
 }
ask-discard = Diesen Lauf verwerfen?
discards =
    Seine Liste und seine Aufzeichnung werden aus diesem Browser gelöscht; er lässt sich nicht mehr
    fortsetzen.
discards-accepted = { $accepted ->
    [0] Bisher wurde nichts davon angenommen.
    [one] { $accepted } wurde angenommen und bleibt im Mandanten.
   *[other] { $accepted } wurden angenommen und bleiben im Mandanten.
 }
discards-unconfirmed = { $unconfirmed ->
    [one] { $unconfirmed } kann dort sein oder nicht.
   *[other] { $unconfirmed } können dort sein oder nicht.
 }
discards-unsent = { $unsent ->
    [one] { $unsent } wurde nicht gesendet.
   *[other] { $unsent } wurden nicht gesendet.
 }
ask-forget = Diesen Lauf entfernen?
forgets = Sein Bericht und seine Liste werden aus diesem Browser gelöscht. Im Mandanten ändert sich nichts.
ask-forget-all = Alle Läufe entfernen?
forgets-all = Ihre Berichte und Listen werden aus diesem Browser gelöscht. Im Mandanten ändert sich nichts.
forgets-all-unfinished = { $unfinished ->
    [one]
        Ihre Berichte und Listen werden aus diesem Browser gelöscht, auch { $unfinished } nicht beendeter
        Lauf. Im Mandanten ändert sich nichts.
   *[other]
        Ihre Berichte und Listen werden aus diesem Browser gelöscht, auch { $unfinished } nicht beendete
        Läufe. Im Mandanten ändert sich nichts.
 }
forgets-all-unread = { $unread ->
    [one]
        Ihre Berichte und Listen werden aus diesem Browser gelöscht, auch { $unread } nicht lesbarer Lauf. Im
        Mandanten ändert sich nichts.
   *[other]
        Ihre Berichte und Listen werden aus diesem Browser gelöscht, auch { $unread } nicht lesbare Läufe. Im
        Mandanten ändert sich nichts.
 }
forgets-all-of-both = Ihre Berichte und Listen werden aus diesem Browser gelöscht, auch { $unfinished ->
    [one] { $unfinished } nicht beendeter Lauf
   *[other] { $unfinished } nicht beendete Läufe
 } und { $unread ->
    [one] { $unread } nicht lesbarer Lauf
   *[other] { $unread } nicht lesbare Läufe
 }. Im Mandanten ändert sich nichts.

## What a screen reader is told

said-unfinished = { $runs ->
    [one] { $runs } Lauf wurde nicht beendet.
   *[other] { $runs } Läufe wurden nicht beendet.
 }
said-past = { $runs ->
    [one] { $runs } früherer Lauf ist aufbewahrt.
   *[other] { $runs } frühere Läufe sind aufbewahrt.
 }

## What could not be done: what is so, and what to do

elsewhere = Ein anderer Tab dieses Browsers arbeitet gerade mit Defender.
elsewhere-body =
    Es sendet oder fragt immer nur ein Tab, damit die Limits des Dienstes eingehalten werden. Von hier wurde
    nichts gesendet. Versuchen Sie es erneut, wenn der andere Tab fertig ist.
busy = Diese Seite ist noch mit einem anderen Lauf beschäftigt.
busy-body =
    Es hat sich nichts geändert. Versuchen Sie es erneut, wenn jener Lauf beendet und aufgezeichnet ist.
nothing-to-send = Keine Zeile ist bereit zum Senden.
nothing-to-send-body =
    Es wurde nichts gesendet. Zeilen können seit dem Lesen abgelaufen sein: Sehen Sie nach, was abgelehnt ist,
    und korrigieren Sie es oder lassen Sie es aus.
other-base = Der Lauf ging an eine andere Adresse der API, als für diese Seite eingerichtet ist.
other-base-body =
    Es wurde nichts gesendet. Der Betreiber dieser Seite legt die Adresse in config.json fest. Der Lauf ging
    an: { $address }
storage = Der Browser hat nicht gespeichert, was der Lauf braucht.
storage-body =
    Es wurde nichts gesendet, und nichts ist verloren. Schaffen Sie Speicherplatz auf diesem Gerät, und
    versuchen Sie es erneut; oder senden Sie ohne Aufzeichnung, was die Frage vor dem Senden nun anbietet. Der
    Browser meldet: { $said }
other-account = Der Lauf gehört einem anderen Konto.
other-account-body =
    Es wurde nichts gesendet: Ein Lauf wird mit dem Konto fortgesetzt, das ihn begonnen hat. Melden Sie sich
    mit diesem Konto an: { $account }
gone = Der Lauf ist hier nicht mehr vorhanden.
gone-body =
    Er wurde in einem anderen Tab entfernt, seine Frist war vorbei, oder der Browser hat ihn gelöscht. Eine
    zuvor gespeicherte Laufdatei davon lässt sich weiterhin öffnen.
damaged = Der Lauf ist beschädigt: Er ist nicht mehr so, wie er geschrieben wurde.
damaged-body =
    Es wurde nichts damit getan, da Teile fehlen können. Eine neu gespeicherte oder kopierte Laufdatei davon
    kann vollständig sein. Sonst lesen Sie die Liste noch einmal ein: Die API aktualisiert, was sie schon hat.
newer = Eine neuere Version dieser Seite hat den Lauf geschrieben.
newer-body =
    Diese Version kann nicht alles davon lesen, deshalb wurde nichts getan. Laden Sie die Seite neu, um die
    neuere Version zu erhalten.
read-otherwise = Diese Version der Seite würde etwas anderes senden, als bestätigt wurde.
read-otherwise-body =
    Es wurde nichts gesendet. Speichern Sie die Laufdatei, verwerfen Sie den Lauf, und lesen Sie die Liste
    noch einmal ein: Dann sehen und bestätigen Sie, was gesendet wird, und die API aktualisiert, was sie schon
    hat.
no-run-file = Die Datei ist keine Laufdatei.
no-run-file-body =
    Nichts daraus wurde übernommen. Eine Liste von Indikatoren lesen Sie über „Dateien auswählen“ ein.
part-missing = Ein Teil der Seite wurde nicht geladen, deshalb wurde nichts getan.
part-missing-body = Was gelesen wurde, bleibt erhalten. Versuchen Sie es erneut.
unlisted = Der Inhalt des Mandanten wurde nicht gelesen, deshalb wurde nichts geändert.
unlisted-body =
    Was zurückgenommen oder gelöscht wird, hängt davon ab, was jetzt dort ist. Versuchen Sie es erneut.
