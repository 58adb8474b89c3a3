### What went wrong at the sign-in.

## Under its sentences.

shown = { $what }: { $fact }
shown-consent = Hier stimmt ein Administrator zu
shown-redirect-uri = Verwendete Umleitungs-URI
shown-answer-page = Seite für die Rückmeldung
shown-application = Anwendungs-ID (Client)
shown-authority = Konfigurierte Autorität
shown-host = Anmeldehost
shown-origin = Ursprung dieser Seite
said = Meldung der Anmeldung: { $words }
reference = Für Ihren Support: { $reference }
correlation-id = Korrelations-ID { $id }

## A heading, what happened, and what to do.

consent-missing = Diese App ist für Ihre Organisation noch nicht zugelassen
consent-missing-happened =
    Sie haben sich angemeldet, aber die Zustimmung zur Berechtigung, Indikatoren zu schreiben, fehlt. Es wurde
    nichts gesendet.
consent-missing-todo =
    Geben Sie die Adresse unten einem Administrator Ihres Mandanten. Melden Sie sich nach der Zustimmung
    erneut an.

approval-needed = Ein Administrator muss diese App genehmigen
approval-needed-happened =
    In Ihrer Organisation können Benutzer nicht selbst zustimmen. Es wurde nichts gesendet.
approval-needed-todo =
    Geben Sie die Adresse unten einem Administrator Ihres Mandanten. Melden Sie sich nach der Genehmigung
    erneut an.

not-assigned = Ihr Konto ist dieser App nicht zugewiesen
not-assigned-happened =
    Sie haben sich angemeldet, aber die App steht nur zugewiesenen Konten offen, und Ihres gehört nicht dazu.
    Es wurde nichts gesendet.
not-assigned-todo =
    Bitten Sie den Besitzer der App-Registrierung, Sie zuzuweisen, oder melden Sie sich mit einem anderen
    Konto an.

redirect-uri = Die Adresse dieser Seite ist nicht registriert
redirect-uri-happened = Die Anmeldung antwortet keiner Adresse, die nicht in der App-Registrierung steht.
redirect-uri-todo =
    Der Besitzer der App-Registrierung trägt die Adresse unten unter „Single-Page-Anwendung“ ein, Zeichen für
    Zeichen genau.

unknown-application = Der Mandant kennt diese App nicht
unknown-application-happened = Die Client-ID in config.json gehört zu keiner App dieses Mandanten.
unknown-application-todo = Der Betreiber dieser Seite prüft clientId und tenantId in config.json.

not-single-page = Die App ist für die falsche Plattform registriert
not-single-page-happened =
    Eine Seite in einem Browser darf nur dort anmelden, wo ihre Adresse als Single-Page-Anwendung registriert
    ist.
not-single-page-todo =
    Der Besitzer der App-Registrierung verschiebt die Adresse unten von „Web“ nach „Single-Page-Anwendung“.

run-out = Ihre Anmeldung ist abgelaufen
run-out-happened =
    Für ein neues Token werden Sie gebraucht: Die Anmeldung ist abgelaufen, oder ein zweiter Faktor wird
    verlangt. Was auf dieser Seite steht, bleibt erhalten.
run-out-todo = Melden Sie sich erneut an; die Arbeit geht dort weiter, wo sie stehen blieb.

window-blocked = Der Browser hat das Anmeldefenster blockiert
window-blocked-happened = Es hat sich kein Fenster geöffnet. Was auf dieser Seite steht, bleibt erhalten.
window-blocked-todo =
    Lassen Sie Fenster für diese Website zu, meist am Ende der Adressleiste, und versuchen Sie es erneut.

window-closed = Vom Anmeldefenster kam keine Antwort
window-closed-happened =
    Das Fenster wurde geschlossen, oder es konnte nicht zurückmelden. Es wurde nichts gesendet.
window-closed-todo =
    Versuchen Sie es erneut. Geschieht es innerhalb einer anderen Website immer wieder, öffnen Sie diese Seite
    in einem eigenen Tab. Stand im Fenster von Microsoft AADSTS50011, ist die Adresse unten nicht registriert.

already-open = Eine Anmeldung ist schon offen
already-open-happened = Ein anderes Fenster dieser Seite ist gerade bei der Anmeldung.
already-open-todo =
    Schließen Sie die Anmeldung dort ab, oder melden Sie sich hier erneut an; das ersetzt die andere.

superseded = Eine spätere Anmeldung hat diese ersetzt
superseded-happened = Nur das letzte Fenster zählt.
superseded-todo = Fahren Sie in dem Fenster fort, das offen ist.

cancelled = Die Anmeldung wurde abgebrochen
cancelled-happened =
    Sie selbst oder eine Richtlinie Ihrer Organisation haben sie beendet. Es wurde nichts gesendet.
cancelled-todo =
    Melden Sie sich an, wenn Sie bereit sind. Haben Sie nicht selbst abgebrochen, geben Sie die Zeile unten an
    Ihren Administrator weiter.

embedded = Innerhalb einer anderen Seite kann diese Seite nicht anmelden
embedded-happened = Eine Seite in einem Rahmen darf nicht zur Anmeldung wechseln.
embedded-todo = Nutzen Sie das Anmeldefenster, oder öffnen Sie diese Seite in einem eigenen Tab.

insecure = Diese Adresse ist für eine Anmeldung nicht sicher genug
insecure-happened =
    Die Kryptografie, die eine Anmeldung braucht, bieten Browser nur über https oder auf localhost.
insecure-todo = Öffnen Sie die Seite unter ihrer https-Adresse.

authority = Der Anmeldedienst ist nicht erreichbar
authority-happened =
    Entweder ist die Autorität in config.json falsch, oder ein Proxy, ein Zertifikat oder die
    Sicherheitsrichtlinie dieser Seite steht im Weg.
authority-todo =
    Prüfen Sie das Netzwerk, und laden Sie die Seite neu. Der Betreiber dieser Seite prüft die Autorität
    unten.

network = Das Netzwerk behindert die Anmeldung
network-happened =
    Die Anmeldung hat nicht geantwortet, oder der Browser hat die Antwort zurückgehalten. Was auf dieser Seite
    steht, bleibt erhalten.
network-todo =
    Prüfen Sie das Netzwerk, und versuchen Sie es dann erneut. Ein Proxy muss den Host unten durchlassen.

storage = Der Browser speichert keine Daten für diese Seite
storage-happened =
    Die Anmeldung braucht den Sitzungsspeicher; eine Einstellung oder der Rahmen einer anderen Website
    verwehrt ihn.
storage-todo =
    Öffnen Sie diese Seite in einem eigenen Tab, oder lassen Sie Websitedaten für den Ursprung unten zu.

library = Die Bibliothek für die Anmeldung wurde nicht geladen
library-happened = Die Datei fehlt oder ist nicht die, die zum Build gehört. Es wurde nichts gesendet.
library-todo =
    Versuchen Sie es erneut. Schlägt es weiter fehl, kopiert der Betreiber dieser Seite den Build-Ordner noch
    einmal vollständig.

unknown = Die Anmeldung ist fehlgeschlagen
unknown-happened = Sie endete auf eine Weise, die diese Seite nicht kennt. Es wurde nichts gesendet.
unknown-todo =
    Versuchen Sie es erneut. Geschieht es wieder, geben Sie die Zeile unten an Ihren Support weiter.
