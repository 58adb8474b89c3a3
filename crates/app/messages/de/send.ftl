### The third screen: a run as it goes.

## Heading: what the run does or waits for

quota-is-used = Die derzeit erlaubten Aufrufe sind verbraucht; weiter geht es um { $time }
asked-to-wait = Defender verlangt, bis { $time } zu warten
trying-again = Erneuter Versuch um { $time }
paused = Angehalten
paused-after-failures = Angehalten: Mehrere Batches nacheinander sind fehlgeschlagen
sign-in-again = Zum Fortfahren erneut anmelden
offline = Warten auf das Netzwerk
asking = Defender wird gefragt, was aus ungeklärten Zeilen wurde
unwritten = Angehalten: Der Browser zeichnet den Lauf nicht mehr auf
cancelled-asks-later = Abgebrochen; um { $time } wird gefragt, was aus ungeklärten Zeilen wurde
cancelled-asks = Abgebrochen; es wird gefragt, was aus ungeklärten Zeilen wurde
cancelled-waits = Abgebrochen; die letzten Antworten werden abgewartet
opening = Die API wird gefragt, ob sie diese Seite zulässt
opening-body = Kein Indikator wird gesendet, bevor sie geantwortet hat.

## Under the heading: how many so far, then what it means

so-far-accepted = Bisher { $accepted } angenommen und { $rejected } zurückgewiesen.
so-far-taken-back = Bisher { $done } zurückgenommen und { $rejected } zurückgewiesen.
so-far-deleted = Bisher { $deleted } gelöscht und { $rejected } zurückgewiesen.
ending =
    Es wird nichts mehr gesendet. Beenden Sie jetzt, bleiben ungeklärte Zeilen unbestätigt; diese können im
    Mandanten sein oder nicht.
paused-body = Nichts Neues wird gesendet, bis Sie fortsetzen. Nichts ist verloren.
asked-to-wait-body =
    Ihre Liste ist in Ordnung, und nichts ist verloren. Vielleicht nutzt auch ein anderes Programm im
    Mandanten das Limit.
sign-in-again-body = Der Rest braucht ein neues Token. Was gesendet wurde, bleibt erhalten.
offline-body = Das Senden geht von selbst weiter, sobald es wieder da ist.
asking-body =
    Die Liste des Mandanten zeigt, welche davon angekommen sind; die anderen werden erneut gesendet. Bis dahin
    wird nichts gesendet.
unwritten-body =
    Nichts wird gesendet, was nicht vorher aufgezeichnet ist. Ist der Speicher des Geräts voll, schaffen Sie
    Platz und setzen Sie dann fort. Hilft das nicht, brechen Sie den Rest ab: Dann wird der Bericht gezeigt
    und lässt sich herunterladen.
paused-after-failures-until =
    Was angenommen wurde, bleibt. Um { $time } fragt ein harmloser Aufruf von selbst, ob es vorbei ist;
    „Fortsetzen“ versucht es sofort.
paused-after-failures-body =
    Was angenommen wurde, bleibt. „Fortsetzen“ versucht die fehlgeschlagenen Batches noch einmal.
goes-well = Andere Tabs können Sie währenddessen nutzen.
no-answer = { $batches ->
    [one] Auf { $batches } Batch kam keine Antwort.
   *[other] Auf { $batches } Batches kam keine Antwort.
 }
check-network = Kommt gar keine Antwort, prüfen Sie das Netzwerk.
extra-calls = { $calls ->
    [one] { $calls } Aufruf mehr als einer je Batch: erneute Versuche und die Suche nach fehlerhaften Zeilen.
   *[other]
        { $calls } Aufrufe mehr als einer je Batch: erneute Versuche und die Suche nach fehlerhaften Zeilen.
 }
searching = Fehlerhafte Zeilen werden gesucht: { $calls ->
    [one] { $calls } weiterer Aufruf
   *[other] { $calls } weitere Aufrufe
 }, { $rows ->
    [one] noch { $rows } Zeile zu durchsuchen.
   *[other] noch { $rows } Zeilen zu durchsuchen.
 }
other-account =
    Dieser Lauf gehört { $account }. Unter einem anderen Konto wird nichts gesendet. Melden Sie sich über das
    Kontomenü ab und dann mit jenem Konto an.
browser-said = Der Browser meldet: { $said }
api-said = Antwort der API: { $said }

## Meters

answered = Beantwortete Indikatoren
of = von { $entries }
some-rejected = { $count } zurückgewiesen
not-answered = Noch ohne Antwort
unconfirmed = { $count ->
    [0] keine verloren
   *[other] und { $count } unbestätigt
 }
not-sent = Noch nicht gesendet
batches-left = { $batches ->
    [one] { $batches } Batch
   *[other] { $batches } Batches
 }
time-left = Restdauer
not-known = unbekannt
calls-free = { $calls ->
    [one] { $calls } Aufruf frei
   *[other] { $calls } Aufrufe frei
 }

## Batches: their strip, its legend, and the table of calls

batches = { $batches ->
    [one] { $batches } Batch
   *[other] { $batches } Batches
 }
state-waiting = Wartet
state-in-flight = Unterwegs
state-retry = Wird erneut versucht
state-accepted = Angenommen
state-partly = Teilweise angenommen
state-rejected = Zurückgewiesen
state-unconfirmed = Unbestätigt
state-not-sent = Nicht gesendet
in-waiting = wartend
in-flight = unterwegs
in-retry = erneut zu versuchen
in-accepted = angenommen
in-partly = teilweise angenommen
in-rejected = zurückgewiesen
in-unconfirmed = unbestätigt
in-not-sent = nicht gesendet

calls = Aufrufe
no-calls = Noch kein Aufruf hat einen Indikator übermittelt.
calls-newest-first = Aufrufe, neueste zuerst
batch = Batch
indicators = Indikatoren
range = { $first } bis { $last }
state = Zustand
rejected = Zurückgewiesen
tries = Versuche
http = HTTP
took = Dauer

## The limit of calls

quota = Aufrufe, die jetzt zählen
of-quota = { $used } von { $quota }
quota-used = { $quota ->
    [one] { $used } von { $quota } Aufruf verbraucht
   *[other] { $used } von { $quota } Aufrufen verbraucht
 }
quota-body =
    Ein Aufruf zählt bis 60 s nach seiner Antwort. Andere Programme im Mandanten nutzen dasselbe Limit.

## The log: what happened, newest first; $batch is a batch's number

happening = Was gerade geschieht
nothing-yet = Der erste Aufruf ist noch nicht unterwegs.
batch-sent = Batch { $batch } gesendet.
batches-sent = Batches { $first } bis { $last } gesendet.
batch-accepted = { $items ->
    [1] Batch { $batch } angenommen.
   *[other] Batch { $batch } angenommen, alle { $items }.
 }
batch-answered = Batch { $batch }: { $accepted } angenommen, { $rejected } zurückgewiesen.
batch-without-answer = { $items ->
    [one]
        Batch { $batch } blieb ohne Antwort. Sein { $items } Indikator wird erneut gesendet; zweimal zu senden
        schadet nicht.
   *[other]
        Batch { $batch } blieb ohne Antwort. Seine { $items } Indikatoren werden erneut gesendet; zweimal zu
        senden schadet nicht.
 }
batch-again = { $items ->
    [one]
        Antwort auf Batch { $batch }: { $status }. Sein { $items } Indikator wird erneut gesendet; zweimal zu
        senden schadet nicht.
   *[other]
        Antwort auf Batch { $batch }: { $status }. Seine { $items } Indikatoren werden erneut gesendet;
        zweimal zu senden schadet nicht.
 }
batch-lost = { $items ->
    [one] Die Antwort auf Batch { $batch } ging verloren. Sein { $items } Indikator ist unbestätigt.
   *[other] Die Antwort auf Batch { $batch } ging verloren. Seine { $items } Indikatoren sind unbestätigt.
 }
goes-on = Das Senden geht weiter.

## If the page is closed, and the foot

if-you-leave = Wenn Sie die Seite verlassen
if-you-leave-kept = { $days ->
    [one]
        Jeder Schritt wird in diesem Browser aufgezeichnet, bevor er geschieht. Wird der Tab geschlossen oder
        fällt das Netzwerk aus, endet das Senden, und der Lauf lässt sich hier, auf diesem Computer und mit
        diesem Konto, noch { $days } Tag lang fortsetzen.
   *[other]
        Jeder Schritt wird in diesem Browser aufgezeichnet, bevor er geschieht. Wird der Tab geschlossen oder
        fällt das Netzwerk aus, endet das Senden, und der Lauf lässt sich hier, auf diesem Computer und mit
        diesem Konto, noch { $days } Tage lang fortsetzen.
 }
if-you-leave-unkept =
    Von diesem Lauf wird in diesem Browser nichts aufbewahrt: Wird der Tab geschlossen, ist er beendet. Was
    angenommen wurde, bleibt im Mandanten, und dieselbe Liste noch einmal zu senden aktualisiert es, sodass
    nichts doppelt gespeichert wird.
pause = Anhalten
resume = Fortsetzen
cancel = Rest abbrechen
end-now = Jetzt beenden
