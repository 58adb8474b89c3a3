### The last screen: what became of every row.

## Heading

only-deleted = { $deleted ->
    [one] Niets geïmporteerd, { $deleted } indicator verwijderd uit { $tenant }
   *[other] Niets geïmporteerd, { $deleted } indicatoren verwijderd uit { $tenant }
 }
sent-nothing = Er is niets verzonden naar { $tenant }
all-accepted = { $accepted ->
    [one] { $accepted } indicator geaccepteerd door { $tenant }
   *[other] { $accepted } indicatoren geaccepteerd door { $tenant }
 }
some-accepted = { $sent ->
    [one] { $accepted } van { $sent } indicator geaccepteerd door { $tenant }
   *[other] { $accepted } van { $sent } indicatoren geaccepteerd door { $tenant }
 }
results = { $rejected ->
    [0] Geen
   *[other] { $rejected }
 } afgewezen, { $unconfirmed ->
    [0] geen
   *[other] { $unconfirmed }
 } onbevestigd.
made-way = { $indicators ->
    [one] { $indicators } indicator van de tenant is verwijderd om plaats te maken.
   *[other] { $indicators } indicatoren van de tenant zijn verwijderd om plaats te maken.
 }
when-and-who = { $calls ->
    [one] { $began } tot { $ended }, { $calls } aanroep, door { $account }.
   *[other] { $began } tot { $ended }, { $calls } aanroepen, door { $account }.
 }

## Why the run stopped before its end: first words, and the rest

cancelled = U hebt de rest geannuleerd.
cancelled-body = Op wat al onderweg was, is gewacht.
unfinished = Deze run is niet afgerond.
unfinished-body = De pagina werd gesloten voordat de rest was verzonden.
not-let-in = De API heeft deze pagina niet toegelaten.
not-let-in-body = Er is niets verzonden.
forbidden = Defender heeft het verboden.
forbidden-body =
    Uw account of de app-registratie mist het recht om indicatoren te beheren. Wat nog over is, kan vanaf het eerste
    scherm worden voortgezet zodra dat recht er is. De API meldde: { $said }
over-quota = De tenant heeft geen ruimte voor meer.
over-quota-body =
    De rest is niet verzonden. Verwijder indicatoren in de portal of laat er enkele verlopen, en lever daarna de rijen
    die niet zijn verzonden nog eens aan; ze zijn hier te downloaden. De API meldde: { $said }
wrong-host = De host is niet de API.
wrong-host-body = Het antwoord was { $status }. Misschien klopt het adres van de API in config.json niet.

## Where the report is from

past-of-file =
    Een eerdere run, zoals het runbestand die vermeldt. Wie het bestand heeft gemaakt, kan het hebben gewijzigd: deze
    pagina is het niet bij de tenant nagegaan.
begun-elsewhere =
    Deze run komt uit een runbestand. Wat er van rijen is geworden voordat de run hier werd geopend, staat er zoals het
    bestand het vermeldt.

## Sums

totals = Totalen
given = Wat u hebt aangeleverd
became = Uitkomst van wat gereed was
records = Records
rows = Rijen
records-read = Records gelezen
ready = Gereed
unreadable = Onleesbaar
accepted = Geaccepteerd
rejected = Afgewezen
unconfirmed = Onbevestigd
not-sent = Niet verzonden
unconfirmed-body =
    Onbevestigd: verzonden, maar het antwoord is verloren gegaan. Ze staan misschien wel in de tenant, misschien niet.
    Lever ze nog eens aan, dan is het duidelijk; niets wordt dubbel opgeslagen.

## Reasons

reasons = Afgewezen, met de eigen reden van de service
word-for-word = { $field }, woordelijk
show = { $rows } tonen
reason = Reden
all-rejected = Afgewezen

## Rows and downloads

every-row = Elke rij
printed = { $shown } van { $rows } rijen zijn afgedrukt; het rapport als CSV bevat ze allemaal.
keep = Vastlegging bewaren
as-csv = Elke regel met de uitkomst
as-json = Hetzelfde, met wijzigingen en id's
as-run = De hele run, te openen in elke browser
run-file = Runbestand
to-mend = { $rows ->
    [one] { $rows } geweigerde of afgewezen rij, om te verbeteren en opnieuw aan te leveren
   *[other] { $rows } geweigerde of afgewezen rijen, om te verbeteren en opnieuw aan te leveren
 }
mend-here = Hier verbeteren
unsent = { $rows ->
    [one] { $rows } niet verzonden of onbevestigde rij, om opnieuw aan te leveren
   *[other] { $rows } niet verzonden of onbevestigde rijen, om opnieuw aan te leveren
 }

## What "accepted" does not yet mean

not-yet = Wat "geaccepteerd" nog niet betekent
network = Adressen, URL's en domeinen
network-acts =
    { $what } werken binnen ongeveer 2 uur, soms pas na 48 uur, en alleen als "Aangepaste netwerkindicatoren" aan staat.
files = Bestanden
files-act = { $what } werken binnen ongeveer 2 uur, en alleen als "Bestand toestaan of blokkeren" aan staat.
certificates = Certificaten
certificates-act = { $what } werken binnen ongeveer 3 uur.
audit-acts = { $action } legt een treffer vast en blokkeert niets.

## Foot

more = Meer importeren
back = Terug
