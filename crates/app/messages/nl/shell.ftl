### The frame around every screen.

skip = Naar de inhoud
steps = Stappen
language = Taal
language-missing =
    { $language } kon niet worden geladen; de pagina blijft in de huidige taal. Er is niets verloren. Kies de taal nog
    eens om het opnieuw te proberen.
theme = Thema

## The themes.

theme-system = Systeem
theme-light = Licht
theme-dark = Donker

## The demo's banner, and the foot.

demo = Demo.
demo-body =
    Aanmelding en Defender worden op deze computer nagebootst. Er wordt geen tenant geraakt en er is geen echt account
    nodig.
stays-here =
    Niets verlaat deze browser, behalve aanroepen naar de aanmelding van Microsoft en de API-host hierboven.
stays-here-demo = Niets verlaat deze computer.
build = Build { $build }, limieten van { $date }

## The steps in the title bar: what is done in each.

step-choose = Kiezen
step-review = Beoordelen
step-send = Verzenden
step-report = Rapport

## The document's title.

title = { $screen } - { $product }
error-title = Fout: { $heading } - { $product }
title-choose = Kies wat u wilt importeren
title-question = { $question }?
title-review = { $records ->
    [one] { $records } record beoordelen
   *[other] { $records } records beoordelen
 }
title-report = Rapport: { $accepted } geaccepteerd, { $rejected } afgewezen

## What a screen reader is told of what happens by itself.

said-sums = { $entries } te verzenden. { $ready } gereed, { $refused } geweigerd, { $conflict } in conflict.
said-listing = De inhoud van de tenant wordt gelezen.
said-compared =
    Vergeleken met de tenant. { $entries ->
        [one] { $entries } indicator zou worden verzonden
       *[other] { $entries } indicatoren zouden worden verzonden
    }, waarvan { $created } nieuw.
said-not-compared = Niet vergeleken met de tenant.
said-tenths = { $percent } % beantwoord: { $accepted } geaccepteerd, { $rejected } afgewezen.

## Above the screen.

turned-away-from-tenant =
    De bestanden zijn niet gelezen: de inhoud van de tenant ligt over uw lijst heen. Ga eerst terug en zet ze dan
    opnieuw neer.
turned-away-from-report =
    De bestanden zijn niet gelezen: dit is een rapport. Verlaat het met de knop onderaan en zet ze dan opnieuw neer.
turned-away-from-prepared =
    De bestanden zijn niet gelezen: aan een terugdraaiing of verwijdering wordt niets toegevoegd. Verlaat die met de
    knop onderaan en zet ze dan opnieuw neer.
turned-away-from-sending =
    De bestanden zijn niet gelezen: de huidige lijst wordt verzonden. Zet ze opnieuw neer als het rapport er is.
close = Sluiten

## The part of the page that works in the background (a worker) does not start, or has died.

late = Het deel van deze pagina dat lijsten leest, is niet gestart
late-body =
    Er wordt nog op gewacht, en de pagina gaat vanzelf verder als het er is. Een traag of gefilterd netwerk kan de
    oorzaak zijn. Er is niets verzonden. Komt het niet, laad de pagina dan opnieuw.
lost = Het deel van deze pagina dat uw lijst bevat, is gestopt
lost-body =
    Er is niets verzonden. De gelezen lijst en de aangebrachte verbeteringen zijn weg; uw bestanden zijn onaangeroerd.
lost-while-sending =
    Indicatoren die zijn geaccepteerd, staan in de tenant. Welke onderweg waren, is hier niet meer bekend. Dezelfde
    lijst opnieuw verzenden kan geen kwaad: de API werkt bij wat er al is.
lost-todo =
    Laad de pagina opnieuw en lever de lijst nog eens aan. Gebeurt het opnieuw met dezelfde lijst, meld dan de tekst
    hieronder met de build erbij.
reload = Pagina opnieuw laden
last-words = De laatste melding
two-builds =
    De pagina is van build { $page }, de worker van build { $worker }. Een cache houdt een oude
    versie van een van beide vast.

## The configuration is wrong.

config-failed = Deze pagina is niet goed ingesteld
config-failed-body =
    In de configuratie, config.json, staat niet wat erin moet staan. Er is niets gelezen en niets verzonden. Wie deze
    pagina host, kan het verbeteren:
config-unreachable =
    config.json is er niet, of de server geeft het bestand niet vrij. Het staat naast index.html.
config-no-json = config.json is geen JSON: { $error }.

cloud-commercial = Commercieel

tenant-view = Inhoud van de tenant
