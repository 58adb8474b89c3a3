### What went wrong at the sign-in.

## Under its sentences.

shown = { $what }: { $fact }
shown-consent = Hier geeft een beheerder toestemming
shown-redirect-uri = Omleidings-URI in gebruik
shown-answer-page = Pagina die terugmeldt
shown-application = Toepassings-id (client)
shown-authority = Ingestelde instantie
shown-host = Aanmeldingshost
shown-origin = Oorsprong van deze pagina
said = De aanmelding meldde: { $words }
reference = Voor wie u helpt: { $reference }
correlation-id = correlatie-id { $id }

## A heading, what happened, and what to do.

consent-missing = Deze app is nog niet toegestaan voor uw organisatie
consent-missing-happened =
    U bent aangemeld, maar er is geen toestemming gegeven voor de machtiging om indicatoren te schrijven. Er is niets
    verzonden.
consent-missing-todo =
    Geef het adres hieronder aan een beheerder van uw tenant. Meld u opnieuw aan nadat toestemming is gegeven.

approval-needed = Een beheerder moet deze app goedkeuren
approval-needed-happened = In uw organisatie mogen gebruikers niet zelf toestemming geven. Er is niets verzonden.
approval-needed-todo =
    Geef het adres hieronder aan een beheerder van uw tenant. Meld u opnieuw aan na de goedkeuring.

not-assigned = Uw account is niet toegewezen aan deze app
not-assigned-happened =
    U bent aangemeld, maar de app is alleen open voor toegewezen accounts, en het uwe hoort daar niet bij. Er is niets
    verzonden.
not-assigned-todo =
    Vraag de eigenaar van de app-registratie om u toe te wijzen, of meld u aan met een ander account.

redirect-uri = Het adres van deze pagina is niet geregistreerd
redirect-uri-happened = De aanmelding weigert te antwoorden aan een adres dat niet in de app-registratie staat.
redirect-uri-todo =
    De eigenaar van de app-registratie voegt het adres hieronder letterlijk toe onder "Toepassing met één pagina".

unknown-application = De tenant kent deze app niet
unknown-application-happened = De client-id in config.json hoort niet bij een app van deze tenant.
unknown-application-todo = Wie deze pagina host, controleert clientId en tenantId in config.json.

not-single-page = De app is voor het verkeerde platform geregistreerd
not-single-page-happened =
    Aanmelden vanuit een pagina in een browser mag alleen als het adres ervan is geregistreerd als toepassing met één
    pagina.
not-single-page-todo =
    De eigenaar van de app-registratie verplaatst het adres hieronder van "Web" naar "Toepassing met één pagina".

run-out = Uw aanmelding is verlopen
run-out-happened =
    Voor een nieuw token bent u zelf nodig: de aanmelding is verlopen of er wordt een tweede factor gevraagd. Wat op deze
    pagina staat, blijft bewaard.
run-out-todo = Meld u opnieuw aan; het werk gaat verder waar het stopte.

window-blocked = De browser heeft het aanmeldingsvenster geblokkeerd
window-blocked-happened = Er is geen venster geopend. Wat op deze pagina staat, blijft bewaard.
window-blocked-todo =
    Sta vensters toe voor deze site, meestal aan het einde van de adresbalk, en probeer het opnieuw.

window-closed = Er kwam geen antwoord van het aanmeldingsvenster
window-closed-happened = Het venster is gesloten, of het kon niet terugmelden. Er is niets verzonden.
window-closed-todo =
    Probeer het opnieuw. Blijft het gebeuren binnen een andere site, open deze pagina dan in een eigen tabblad. Toonde
    het venster van Microsoft AADSTS50011, dan is het adres hieronder niet geregistreerd.

already-open = Er is al een aanmelding open
already-open-happened = Een ander venster van deze pagina is bezig met aanmelden.
already-open-todo = Rond het daar af, of meld u hier opnieuw aan; dat komt ervoor in de plaats.

superseded = Een latere aanmelding heeft deze vervangen
superseded-happened = Alleen het laatste venster telt.
superseded-todo = Ga verder in het venster dat open is.

cancelled = De aanmelding is geannuleerd
cancelled-happened = U of een beleid van uw organisatie heeft de aanmelding beëindigd. Er is niets verzonden.
cancelled-todo =
    Meld u aan wanneer het u uitkomt. Hebt u niet geannuleerd, geef de regel hieronder dan aan uw beheerder.

embedded = Aanmelden kan niet binnen een andere pagina
embedded-happened = Een pagina in een frame mag niet naar de aanmelding overschakelen.
embedded-todo = Gebruik het aanmeldingsvenster, of open deze pagina in een eigen tabblad.

insecure = Dit adres is niet veilig genoeg om aan te melden
insecure-happened =
    De cryptografie die voor aanmelden nodig is, bieden browsers alleen via https of op localhost.
insecure-todo = Open de pagina via het https-adres.

authority = De aanmeldingsservice is niet bereikbaar
authority-happened =
    De instantie in config.json klopt niet, of een proxy, een certificaat of het beveiligingsbeleid van deze pagina zit
    in de weg.
authority-todo =
    Controleer het netwerk en laad de pagina opnieuw. Wie deze pagina host, controleert de instantie hieronder.

network = Het netwerk zit de aanmelding in de weg
network-happened =
    De aanmelding antwoordde niet, of de browser hield het antwoord achter. Wat op deze pagina staat, blijft bewaard.
network-todo = Controleer het netwerk en probeer het opnieuw. Een proxy moet de host hieronder doorlaten.

storage = De browser bewaart geen gegevens voor deze pagina
storage-happened =
    Voor aanmelden is sessieopslag nodig, en die wordt geweigerd door een instelling of door een frame van een andere
    site.
storage-todo =
    Open deze pagina in een eigen tabblad, of sta sitegegevens toe voor de oorsprong hieronder.

library = De aanmeldingsbibliotheek is niet geladen
library-happened = Het bestand ontbreekt, of is niet het bestand dat is ingebouwd. Er is niets verzonden.
library-todo =
    Probeer het opnieuw. Blijft het mislukken, dan kopieert wie deze pagina host de hele gebouwde map opnieuw.

unknown = De aanmelding is mislukt
unknown-happened = De aanmelding eindigde op een manier die deze pagina niet kent. Er is niets verzonden.
unknown-todo = Probeer het opnieuw. Gebeurt het nog eens, geef de regel hieronder dan aan wie u helpt.
