### The connection check: a dialog that says, step by step, what lies between this page and the API.

## The steps that are not named elsewhere.

network = Netzwerk
policy = Richtlinie dieser Seite
sign-in-host = Anmeldehost

## What was found in a step.

asking = Wird gefragt.
online = Der Browser hat eines.
offline = Der Browser meldet, dass er offline ist.
allows = Die Seite darf jeden konfigurierten Host erreichen.
forbids = Die Seite darf nicht erreichen: { $hosts }
unserved = Die Seite oder ihre Skripts werden ohne Richtlinie ausgeliefert.
unread = Der Server der Seite hat nicht geantwortet.
not-asked = Nicht gefragt: Die Richtlinie der Seite verbietet es.
busy = Nicht gefragt: Die Seite ist mit anderen Aufrufen beschäftigt. Prüfen Sie erneut, wenn diese beendet sind.
withheld = Eine Antwort kam, die diese Seite nicht lesen darf.
signed-out = Niemand ist angemeldet.
no-token = Sie hat kein Token geliefert.
permitted = Ihr Konto darf die Indikatoren lesen.
disabled = Das Feature ist im Mandanten ausgeschaltet.

## What all of it comes to, and the next step.

offline-heading = Dieser Computer hat kein Netzwerk
offline-todo = Stellen Sie eine Verbindung her, und prüfen Sie erneut.
forbids-heading = Die eigene Richtlinie dieser Seite sperrt einen konfigurierten Host
policy-todo = Für den Betreiber dieser Seite: Senden Sie den Header unten mit jeder Datei, auch mit Skripts und Wasm. Nur redirect.html hat einen anderen: Er steht im Bericht.
unserved-heading = Die API lässt diese Seite zu, aber ihre Dateien werden ohne Sicherheitsrichtlinie ausgeliefert
sign-in-silent = Der Anmeldehost antwortet nicht
sign-in-silent-todo = Ein Proxy, ein Filter oder eine Erweiterung kann ihn blockieren. Bitten Sie Ihren Netzwerkadministrator, ihn durchzulassen.
withheld-heading = Die API lässt vielleicht keine Aufrufe dieser Seite aus einem Browser zu
withheld-todo = Melden Sie sich an, und prüfen Sie erneut: Manche Hosts lassen keine Seite lesen, was sie ablehnen.
signed-out-heading = Die API antwortet dieser Seite. Ob Ihr Konto sie nutzen darf, zeigt sich nach der Anmeldung
signed-out-todo = Melden Sie sich an, und prüfen Sie dann erneut.
disabled-heading = Dieses Feature ist in Defender ausgeschaltet
disabled-todo =
    Ein Administrator kann es im Defender-Portal unter Einstellungen, Endpunkte, Erweiterte Features einschalten.
busy-heading = Bisher ist alles in Ordnung. Die API wurde nicht gefragt

## What can be copied.

header = Der Header, mit dem diese Seite ausgeliefert werden muss
report = Bericht für einen Administrator
report-body = Er enthält kein Token und keinen Indikator.
copy-header = Header kopieren
copy-report = Bericht kopieren
copied = Kopiert.
not-copied = Der Browser hat das Kopieren nicht zugelassen. Markieren Sie stattdessen den Text.

## Names of lines in the report.

page = Seite
browser = Browser
time = Geprüft am
served = Ausgelieferte Richtlinie
