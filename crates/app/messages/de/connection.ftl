### Whether the API lets the page in, and the ways on where it does not.

## The check.

checking = Die API wird gefragt, ob sie diese Seite zulässt.
open = Die API antwortet dieser Seite, und Ihr Konto darf die Indikatoren lesen.
again = Erneut prüfen

## Why it does not: a heading each, and what it means. The headings stand inside other sentences too.

cross-origin = Die API lässt keine Aufrufe dieser Seite aus einem Browser zu
cross-origin-means =
    Ein Browser holt die Erlaubnis der API ein, bevor er Ihr Token von einem anderen Ursprung sendet; ohne sie
    hält er die Antwort zurück. Darüber entscheidet der Host der API; weder Sie noch diese Seite können das
    einschalten.
unreachable = Der API-Host antwortet nicht
unreachable-means =
    Es kam keine Antwort, weder eine lesbare noch eine unlesbare. Das Netzwerk kann ausgefallen sein, ein
    Proxy oder eine Erweiterung kann den Host blockieren, oder der Name des Hosts in config.json ist falsch.
no-sign-in = Die API hat die Anmeldung nicht angenommen
no-sign-in-means =
    Das Token fehlte, war abgelaufen oder für einen anderen Dienst bestimmt. Melden Sie sich erneut an. Bleibt
    es dabei, sollte der Betreiber dieser Seite den Bereich (Scope) in config.json mit der App-Registrierung
    vergleichen.
not-permitted = Ihr Konto darf Indikatoren nicht verwalten
not-permitted-means =
    Die Anmeldung ist in Ordnung. Es fehlt die delegierte Berechtigung Ti.ReadWrite der App samt Zustimmung,
    oder Sie haben keine Defender-Rolle, die Sicherheitseinstellungen verwaltet.
too-many-calls = Die API verlangt weniger Aufrufe
too-many-calls-means =
    Andere Programme im Mandanten nutzen dasselbe Limit. Ihr Konto und Ihre Liste sind in Ordnung. Warten Sie
    eine Minute, und versuchen Sie es dann erneut.
in-trouble = Die API antwortet mit einem eigenen Fehler
in-trouble-means =
    Sie wurde mehrmals gefragt. Ihr Konto und Ihre Liste sind in Ordnung. Versuchen Sie es in einigen Minuten
    erneut.
unexpected = Der API-Host antwortet, aber nicht wie die API
unexpected-means =
    Unter dieser Adresse kann etwas anderes stehen: ein Proxy, eine Anmeldeseite des Netzwerks oder ein
    anderes Produkt.

nothing-sent = Kein Indikator wurde gesendet, und Ihre Liste bleibt erhalten.
nothing-more-sent = Es wurde nichts weiter gesendet, und das vorher Gesendete bleibt bestehen.

## What was checked: a table.

checked = Was geprüft wurde
asked-at = Angefragt unter { $address }
state = Zustand
check = Prüfung
found = Ergebnis

passed = Bestanden
failed = Fehlgeschlagen
not-known = Unbekannt

network = API-Host
access = Ursprungsübergreifender Zugriff (CORS)
sign-in = Anmeldung
permission = Berechtigung

answered = Der Host antwortet.
no-answer = Es kam keine Antwort.
found-in-trouble = Die API antwortet mit einem Fehler.
not-the-api = Etwas antwortet, aber nicht so wie die API.
allowed = Diese Seite darf die Antwort lesen.
no-header = Die Antwort nennt den Ursprung dieser Seite nicht.
token-taken = Das Token wurde angenommen.
token-refused = Das Token wurde nicht angenommen.
no-permission = Das Konto oder die App darf dies nicht.
needs-access = Erst prüfbar, wenn die Seite zugelassen ist.
needs-sign-in = Erst prüfbar, wenn die Anmeldung angenommen ist.

said = Antwort: { $answer }

header = Der Header, der in der Antwort fehlt
means = Was das bedeutet

## The ways on.

ways-on = Wie es weitergeht
try-again = Erneut versuchen
try-again-body = Dieselbe Frage wird noch einmal gestellt. Dabei wird nichts gesendet.
portal = Jetzt im Defender-Portal hochladen
portal-body =
    Der Plan als Portal-CSVs mit je bis zu 500 Zeilen. Importieren Sie sie unter Einstellungen, Endpunkte,
    Indikatoren.
portal-button = Portal-CSVs herunterladen
deletions = Von jemandem löschen lassen, der es darf
deletions-body =
    Die IDs dessen, was gelöscht würde, und fertige Anforderungen für POST /api/indicators/BatchDelete.
proxy = Die API unter der Adresse dieser Seite bereitstellen
proxy-body =
    Für den Betreiber dieser Seite: Ein Reverseproxy am selben Ursprung leitet die Aufrufe weiter. In
    config.json nennt apiBases dann seinen Pfad.
ways = Ohne die API
script = Mit einem Skript senden
script-body =
    Für bash mit curl oder für PowerShell. Es fragt nach einem Zugriffstoken, bewahrt es nirgends auf und sagt, was
    abgelehnt wurde.
bodies = Die Anforderungstexte speichern
bodies-body = Eine JSON-Datei je Aufruf, für ein eigenes Skript.
bodies-button = Anforderungstexte herunterladen
hunting = Zuerst danach suchen
hunting-body = Abfragen für die erweiterte Bedrohungssuche: Wurden diese Werte in den letzten 30 Tagen gesehen?
back = Zurück
back-to-review = Zurück zur Prüfung
