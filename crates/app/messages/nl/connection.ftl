### Whether the API lets the page in, and the ways on where it does not.

## The check.

checking = Er wordt nagegaan of de API deze pagina toelaat.
open = De API beantwoordt deze pagina, en uw account mag de indicatoren lezen.
again = Opnieuw controleren

## Why it does not: a heading each, and what it means. The headings stand inside other sentences too.

cross-origin = De API staat geen aanroepen van deze pagina vanuit een browser toe
cross-origin-means =
    Een browser vraagt de API om toestemming voordat hij uw token vanaf een andere oorsprong verzendt, en houdt het
    antwoord achter als die ontbreekt. De host van de API beslist daarover; u en deze pagina kunnen het niet aanzetten.
unreachable = De API-host antwoordt niet
unreachable-means =
    Er kwam geen antwoord, leesbaar of niet. Misschien is het netwerk uitgevallen, blokkeert een proxy of een extensie
    de host, of klopt de naam van de host in config.json niet.
no-sign-in = De API heeft de aanmelding niet geaccepteerd
no-sign-in-means =
    Het token ontbrak, was verlopen of was voor een andere service bedoeld. Meld u opnieuw aan. Blijft het zo, dan moet
    wie deze pagina host het bereik in config.json vergelijken met de app-registratie.
not-permitted = Uw account mag geen indicatoren beheren
not-permitted-means =
    De aanmelding is in orde. Wat ontbreekt, is de gedelegeerde machtiging Ti.ReadWrite van de app, met toestemming, of
    een Defender-rol waarmee u beveiligingsinstellingen beheert.
too-many-calls = De API vraagt om minder aanroepen
too-many-calls-means =
    Andere programma's in de tenant delen de limiet. Er is niets mis met uw account of uw lijst. Wacht een minuut en
    probeer het opnieuw.
in-trouble = De API antwoordt met een eigen fout
in-trouble-means =
    De vraag is meermaals gesteld. Er is niets mis met uw account of uw lijst. Probeer het over enkele minuten opnieuw.
unexpected = De API-host antwoordt, maar niet als de API
unexpected-means =
    Misschien staat er iets anders op dit adres: een proxy, een aanmeldingspagina van het netwerk of een ander product.

nothing-sent = Er is geen indicator verzonden en uw lijst is bewaard.
nothing-more-sent = Er is niets meer verzonden, en wat eerder is verzonden blijft.

## What was checked: a table.

checked = Wat is gecontroleerd
asked-at = Gevraagd op { $address }
state = Status
check = Controle
found = Gevonden

passed = Geslaagd
failed = Mislukt
not-known = Niet bekend

network = API-host
access = Toegang vanaf andere oorsprong (CORS)
sign-in = Aanmelding
permission = Machtiging

answered = De host antwoordt.
no-answer = Er kwam geen antwoord.
found-in-trouble = De API antwoordt met een fout.
not-the-api = Er antwoordt iets, maar niet zoals de API.
allowed = Deze pagina mag het antwoord lezen.
no-header = Het antwoord noemt de oorsprong van deze pagina niet.
token-taken = Het token is geaccepteerd.
token-refused = Het token is niet geaccepteerd.
no-permission = Het account of de app mag dit niet.
needs-access = Kan pas worden gevraagd als de pagina is toegelaten.
needs-sign-in = Kan pas worden gevraagd als de aanmelding is geaccepteerd.

said = De API meldde { $answer }

header = De header die in het antwoord ontbreekt
means = Wat het betekent

## The ways on.

ways-on = Hoe verder
try-again = Opnieuw proberen
try-again-body = Dezelfde vraag wordt nog eens gesteld. Daarmee wordt niets verzonden.
portal = Nu uploaden in de Defender-portal
portal-body =
    Het plan als portal-CSV's van elk maximaal 500 rijen. Importeer ze onder Instellingen, Eindpunten, Indicatoren.
portal-button = Portal-CSV's downloaden
deletions = Laten verwijderen door iemand die dat mag
deletions-body =
    De id's van wat zou worden verwijderd, en kant-en-klare aanvragen voor POST /api/indicators/BatchDelete.
proxy = De API aanbieden vanaf het eigen adres van deze pagina
proxy-body =
    Voor wie deze pagina host: een reverse proxy op dezelfde oorsprong geeft de aanroepen door. apiBases in config.json
    noemt dan het pad ervan.
ways = Zonder de API
script = Met een script verzenden
script-body =
    Voor bash met curl, of voor PowerShell. Het vraagt om een toegangstoken, bewaart dat nergens en meldt wat is
    geweigerd.
bodies = Aanvraagteksten opslaan
bodies-body = Eén JSON-bestand per aanroep, voor een eigen script.
bodies-button = Aanvraagteksten downloaden
hunting = Er eerst naar zoeken
hunting-body = Query's voor Geavanceerde opsporing: zijn deze waarden de afgelopen 30 dagen gezien?
back = Terug
back-to-review = Terug naar beoordeling
