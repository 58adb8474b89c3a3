### The question before anything leaves.

way-batches = So wird gesendet: viele Indikatoren je Aufruf
way-one-by-one = So wird gesendet: ein Aufruf für jeden Indikator

batches = { $calls ->
    [one] Viele Indikatoren je Aufruf ({ $calls } Aufruf)
   *[other] Viele Indikatoren je Aufruf ({ $calls } Aufrufe)
 }
one-by-one = Ein Aufruf für jeden Indikator (langsamer: etwa { $time })
one-by-one-body =
    Für Mandanten, in denen die Import-API nicht verfügbar ist. Die Seite darf währenddessen geschlossen
    werden: Der Lauf wird später dort fortgesetzt, wo er stand.

calls = { $calls ->
    [one] { $calls } Aufruf, etwa { $time }.
   *[other] { $calls } Aufrufe, etwa { $time }.
 }

kept = { $days ->
    [one]
        Der Lauf wird samt Liste { $days } Tag in diesem Browser aufbewahrt. Wer diesen Browser nutzen kann,
        kann ihn lesen: Wird der Computer gemeinsam genutzt, entfernen Sie ihn unter „Frühere Läufe“.
   *[other]
        Der Lauf wird samt Liste { $days } Tage in diesem Browser aufbewahrt. Wer diesen Browser nutzen kann,
        kann ihn lesen: Wird der Computer gemeinsam genutzt, entfernen Sie ihn unter „Frühere Läufe“.
 }

nothing-kept = Von diesem Lauf wird nichts aufbewahrt
nothing-kept-body =
    Wird dieser Tab geschlossen oder fällt der Computer vor dem Ende aus, lässt sich hier nicht mehr
    feststellen, was aus den laufenden Aufrufen wurde, und der Lauf lässt sich nicht fortsetzen. Lassen Sie
    den Tab offen, bis der Bericht da ist, und laden Sie den Bericht herunter. Der Browser meldet:
refused = Der Browser hat den Lauf beim letzten Versuch nicht gespeichert
without = Ohne Aufzeichnung senden
