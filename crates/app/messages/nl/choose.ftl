### The first screen, signed in or not.

heading = Kies wat u wilt importeren
heading-signed-out =
    Importeer bedreigingsindicatoren in Microsoft Defender for Endpoint en zie vooraf wat er gebeurt.
without-sign-in = Of controleer eerst een lijst, zonder aanmelden
without-sign-in-body = De lijst wordt op dezelfde manier gelezen en gecontroleerd, en niets verlaat deze browser.
check = Verbinding controleren

## Where files and text go in.

drop = Zet bestanden hier neer
drop-body =
    Een tabel, een feed of een rapport; ook meerdere tegelijk. Ze worden in deze browser gelezen en gaan nergens heen
    totdat u verzendt.
files = Bestanden kiezen
sample = Probeer een { $file }
sample-file = voorbeeld-CSV
paste = Of plak een lijst of een rapport
paste-more = Meer plakken
read = Tekst lezen
defanged = Defanged schrijfwijzen worden herkend.
pasted = { $lines ->
    [one] { $lines } regel geplakt.
   *[other] { $lines } regels geplakt.
 }
hidden-links = { $links ->
    [one] { $links } koppeling leidt naar een adres dat de tekst niet toont.
   *[other] { $links } koppelingen leiden naar adressen die de tekst niet toont.
 }
add-links = Toevoegen

## What is read, and how much of it.

reads = Leesbaar
formats =
    De CSV van de portal, elke tabel (CSV, TSV, Excel), de JSON van de API, STIX, MISP, OpenIOC, hosts-bestanden,
    lijsten, rapporten en e-mails, en zip-bestanden hiervan.
limits = Limieten
limits-body = { $tenant } actieve indicatoren per tenant, { $call } per aanroep, { $minute } aanroepen per minuut.

## While files are read, and after that.

reading = Leest { $file }
reading-more = Nog { $files } bestanden te lezen: { $file }
kept = { $records ->
    [one] { $records } record is er nog, gecontroleerd en niet verzonden.
   *[other] { $records } records zijn er nog, gecontroleerd en niet verzonden.
 }
back-to-review = Terug naar beoordeling
forget = Wissen
nothing = Er is niets gevonden om te importeren.

## What the page does, and what it does not. Each line goes on where its heading ends.

will = Wat de pagina doet
will-show = Uw bestanden in deze browser lezen en elke wijziging van een waarde tonen.
will-check = Elk record aan de regels van de API toetsen voordat er iets wordt verzonden.
will-send = Pas verzenden nadat u bevestigt, met uw eigen rechten (Ti.ReadWrite).
will-account = Verantwoorden wat er met elke aangeleverde regel is gebeurd.
will-not = Wat de pagina nooit doet
will-not-contact = Iets verzenden naar een andere server dan de aanmelding en de API-host.
will-not-keep = Een wachtwoord of geheim bewaren.
will-not-open = Een indicator openen, omzetten of opzoeken.
will-not-guess = Een verloren antwoord als gelukt of als mislukt tellen.

## Where the page stands: a fact each, with its value beside it.

deployment = Deze installatie
cloud = Cloud
api-host = API-host
sign-in = Aanmelding
app-id = App-id
permission = Machtiging
build = Build

defaults = Als de lijst het niet vermeldt
defaults-body = Een portal-CSV vermeldt dit alles zelf; een kale lijst vermeldt niets hiervan. Wat de lijst vermeldt, gaat voor.
