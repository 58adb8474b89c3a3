### The third screen: a run as it goes.

## Heading: what the run does or waits for

quota-is-used = De nu toegestane aanroepen zijn gebruikt; het verzenden gaat om { $time } verder
asked-to-wait = Defender heeft gevraagd te wachten tot { $time }
trying-again = Nieuwe poging om { $time }
paused = Gepauzeerd
paused-after-failures = Gepauzeerd: meerdere batches achter elkaar zijn mislukt
sign-in-again = Meld u opnieuw aan om door te gaan
offline = Wacht op het netwerk
asking = Bij Defender wordt nagegaan wat er van onzekere rijen is geworden
unwritten = Gepauzeerd: de browser legt de run niet meer vast
cancelled-asks-later = Geannuleerd; om { $time } wordt nagegaan wat er van onzekere rijen is geworden
cancelled-asks = Geannuleerd; er wordt nagegaan wat er van onzekere rijen is geworden
cancelled-waits = Geannuleerd; wacht op de laatste antwoorden
opening = Er wordt nagegaan of de API deze pagina toelaat
opening-body = Er vertrekt geen indicator voordat de API heeft geantwoord.

## Under the heading: how many so far, then what it means

so-far-accepted = Tot nu toe { $accepted } geaccepteerd en { $rejected } afgewezen.
so-far-taken-back = Tot nu toe { $done } teruggedraaid en { $rejected } afgewezen.
so-far-deleted = Tot nu toe { $deleted } verwijderd en { $rejected } afgewezen.
ending =
    Er wordt niets meer verzonden. Beëindigt u de run nu, dan blijven onzekere rijen onbevestigd: ze staan misschien wel
    in de tenant, misschien niet.
paused-body = Er wordt niets nieuws verzonden totdat u hervat. Er gaat niets verloren.
asked-to-wait-body =
    Er is niets mis met uw lijst en er gaat niets verloren. Misschien gebruikt een ander programma in de tenant de
    limiet ook.
sign-in-again-body = Voor de rest is een nieuw token nodig. Wat al is verzonden, blijft behouden.
offline-body = Het verzenden gaat vanzelf verder als het netwerk terug is.
asking-body =
    De lijst van de tenant laat zien welke zijn aangekomen; wat niet is aangekomen, wordt opnieuw verzonden. Intussen
    wordt niets verzonden.
unwritten-body =
    Er wordt niets verzonden dat niet eerst is vastgelegd. Is het apparaat vol, maak dan ruimte vrij en hervat. Helpt
    dat niet, annuleer dan de rest: het rapport wordt daarna getoond en is te downloaden.
paused-after-failures-until =
    Wat is geaccepteerd, blijft. Om { $time } gaat één onschadelijke aanroep vanzelf na of het voorbij is;
    "Hervatten" probeert het meteen.
paused-after-failures-body = Wat is geaccepteerd, blijft. "Hervatten" probeert de mislukte batches nog eens.
goes-well = U kunt intussen andere tabbladen gebruiken.
no-answer = { $batches ->
    [one] Op { $batches } batch kwam geen antwoord.
   *[other] Op { $batches } batches kwam geen antwoord.
 }
check-network = Als er helemaal geen antwoord komt, controleer dan het netwerk.
extra-calls = { $calls ->
    [one] { $calls } aanroep meer dan één per batch: nieuwe pogingen, en het zoeken naar foute rijen.
   *[other] { $calls } aanroepen meer dan één per batch: nieuwe pogingen, en het zoeken naar foute rijen.
 }
searching = Foute rijen worden gezocht: nog { $calls ->
    [one] { $calls } aanroep
   *[other] { $calls } aanroepen
 }, { $rows ->
    [one] { $rows } rij
   *[other] { $rows } rijen
 } nog te doorzoeken.
other-account =
    Deze run is van { $account }. Er wordt niets namens een ander verzonden. Meld u af via het accountmenu en meld u
    daarna met dat account aan.
browser-said = De browser meldde: { $said }
api-said = De API meldde: { $said }

## Meters

answered = Indicatoren beantwoord
of = van { $entries }
some-rejected = { $count } afgewezen
not-answered = Nog niet beantwoord
unconfirmed = { $count ->
    [0] geen verloren
   *[other] en { $count } onbevestigd
 }
not-sent = Nog niet verzonden
batches-left = { $batches ->
    [one] { $batches } batch
   *[other] { $batches } batches
 }
time-left = Resterende tijd
not-known = niet bekend
calls-free = { $calls ->
    [one] { $calls } aanroep vrij
   *[other] { $calls } aanroepen vrij
 }

## Batches: their strip, its legend, and the table of calls

batches = { $batches ->
    [one] { $batches } batch
   *[other] { $batches } batches
 }
state-waiting = Wacht
state-in-flight = Onderweg
state-retry = Wordt opnieuw geprobeerd
state-accepted = Geaccepteerd
state-partly = Deels geaccepteerd
state-rejected = Afgewezen
state-unconfirmed = Onbevestigd
state-not-sent = Niet verzonden
in-waiting = wachtend
in-flight = onderweg
in-retry = opnieuw te proberen
in-accepted = geaccepteerd
in-partly = deels geaccepteerd
in-rejected = afgewezen
in-unconfirmed = onbevestigd
in-not-sent = niet verzonden

calls = Aanroepen
no-calls = Er is nog geen aanroep met indicatoren gedaan.
calls-newest-first = Aanroepen, nieuwste eerst
batch = Batch
indicators = Indicatoren
range = { $first } t/m { $last }
state = Status
rejected = Afgewezen
tries = Pogingen
http = HTTP
took = Duur

## The limit of calls

quota = Aanroepen die nu meetellen
of-quota = { $used } van { $quota }
quota-used = { $used } van { $quota } aanroepen gebruikt
quota-body = Een aanroep telt mee tot 60 s na het antwoord. Andere programma's in de tenant delen de limiet.

## The log: what happened, newest first; $batch is a batch's number

happening = Wat er gebeurt
nothing-yet = De eerste aanroep is nog niet vertrokken.
batch-sent = Batch { $batch } verzonden.
batches-sent = Batches { $first } tot en met { $last } verzonden.
batch-accepted = { $items ->
    [1] Batch { $batch } geaccepteerd.
   *[other] Batch { $batch } geaccepteerd, alle { $items }.
 }
batch-answered = Batch { $batch }: { $accepted } geaccepteerd, { $rejected } afgewezen.
batch-without-answer = { $items ->
    [one]
        Batch { $batch } kreeg geen antwoord. De { $items } indicator ervan wordt opnieuw verzonden; twee keer verzenden
        kan geen kwaad.
   *[other]
        Batch { $batch } kreeg geen antwoord. De { $items } indicatoren ervan worden opnieuw verzonden; twee keer
        verzenden kan geen kwaad.
 }
batch-again = { $items ->
    [one]
        Batch { $batch } kreeg antwoord { $status }. De { $items } indicator ervan wordt opnieuw verzonden; twee keer
        verzenden kan geen kwaad.
   *[other]
        Batch { $batch } kreeg antwoord { $status }. De { $items } indicatoren ervan worden opnieuw verzonden; twee keer
        verzenden kan geen kwaad.
 }
batch-lost = { $items ->
    [one] Het antwoord op batch { $batch } is verloren. De { $items } indicator ervan is onbevestigd.
   *[other] Het antwoord op batch { $batch } is verloren. De { $items } indicatoren ervan zijn onbevestigd.
 }
goes-on = Het verzenden gaat verder.

## If the page is closed, and the foot

if-you-leave = Als u weggaat
if-you-leave-kept = { $days ->
    [one]
        Elke stap wordt in deze browser vastgelegd voordat die wordt gezet. Sluit u het tabblad of valt het netwerk weg,
        dan stopt het verzenden, en kan de run hier, op deze computer en met dit account, binnen { $days } dag worden
        voortgezet.
   *[other]
        Elke stap wordt in deze browser vastgelegd voordat die wordt gezet. Sluit u het tabblad of valt het netwerk weg,
        dan stopt het verzenden, en kan de run hier, op deze computer en met dit account, binnen { $days } dagen worden
        voortgezet.
 }
if-you-leave-unkept =
    Van deze run wordt niets in deze browser bewaard: het tabblad sluiten beëindigt de run. Wat is geaccepteerd, blijft
    in de tenant, en dezelfde lijst nog eens aanleveren werkt die bij, zodat niets dubbel wordt opgeslagen.
pause = Pauzeren
resume = Hervatten
cancel = Rest annuleren
end-now = Nu stoppen
