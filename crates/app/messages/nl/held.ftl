### What the tenant holds now.

## The way here, and the heading

show = Tonen in de inhoud van de tenant
make-room = Kijken wat weg kan
holds = { $held ->
    [0] Geen indicatoren in { $tenant }
    [one] { $held } indicator in { $tenant }
   *[other] { $held } indicatoren in { $tenant }
 }
holds-at-least = { $held ->
    [0] Geen indicatoren in { $tenant }
    [one] Minstens { $held } indicator in { $tenant }
   *[other] Minstens { $held } indicatoren in { $tenant }
 }
read-at = Gelezen om { $time } als { $account }
refresh = Opnieuw lezen
stale = Sinds dit is gelezen, heeft een run de tenant gewijzigd.
empty = Niets wordt geblokkeerd, toegestaan of bewaakt door een indicator die uw account te zien krijgt.
said = { $held ->
    [one] De tenant bevat { $held } indicator.
   *[other] De tenant bevat { $held } indicatoren.
 }

## It is not there

sign-in = Meld u aan om de inhoud van de tenant te zien
sign-in-body =
    De lijst met indicatoren wordt met uw eigen account gelezen en toont wat dat account mag zien. Er wordt niets van
    bewaard nadat deze pagina is gesloten.
reading = De indicatoren van { $tenant } worden gelezen
listed = { $listed ->
    [0] Een tenant bevat er maximaal { $most }.
   *[other] { $listed } gelezen tot nu toe. Een tenant bevat er maximaal { $most }.
 }
stop = Stoppen met lezen
unread = De inhoud van de tenant is niet gelezen
stopped = Er is niet om gevraagd, of er is niet op gewacht.
read = Lezen
failed = De inhoud van de tenant kon niet worden gelezen
again = Opnieuw proberen

## Sums; each is a filter

sums = Indicatoren
all = Alle
only-expiring = Verloopt binnen een week
only-expired = Verlopen
only-conflict = Waarden met meerdere acties
only-same-file = Bestanden met meerdere hashes
only-mine = Door u gemaakt
foreign = Van een soort die hier onbekend is
not-read = Niet te lezen
by-type = Per type
by-action = Per actie
room = Ruimte over
freed = Vrij binnen een dag

## Search, filter and order

find = { $rows ->
    [one] Zoeken in { $rows } indicator
   *[other] Zoeken in { $rows } indicatoren
 }
any-severity = Ernst: alle
order-as-listed = Volgorde: zoals in de lijst
order-value = Volgorde: waarde
order-type = Volgorde: type
order-action = Volgorde: actie
order-severity = Volgorde: ernst
order-title = Volgorde: titel
order-expires = Volgorde: verloopt
order-created = Volgorde: gemaakt
order-updated = Volgorde: bijgewerkt
order-made-by = Volgorde: gemaakt door
turn = Omkeren
shown = { $rows } getoond
clear-filters = Alles tonen

## The table

rows = Indicatoren van de tenant
no-rows = Geen indicator voldoet aan de zoekopdracht en de filters. "Alles tonen" wist ze.
made-by = Gemaakt door
updated = Bijgewerkt
soon = verloopt binnen een week
expired = verlopen
also = ook met { $actions }
keys =
    In de tabel verplaatsen de pijltoetsen, Page Up, Page Down, Home en End; Spatie selecteert; Ctrl+A selecteert alles
    wat wordt getoond.

## What is selected, and what is done with it

select = { $value } selecteren
select-passing = Alles selecteren wat wordt getoond
select-all = Alle { $rows } selecteren
select-none = Selectie opheffen
selected = { $rows ->
    [0] Geen geselecteerd
   *[other] { $rows } geselecteerd
 }
selected-without-ids = { $without ->
    [one] { $all } geselecteerd, { $without } zonder id: die kan hier niet worden verwijderd
   *[other] { $all } geselecteerd, { $without } zonder id: die kunnen hier niet worden verwijderd
 }
as-csv = { $rows } als portal-CSV
as-json = { $rows } als API-JSON
delete = { $rows ->
    [0] Verwijderen
   *[other] { $rows } verwijderen
 }
after-a-review = na een beoordeling
back-to-choose = Terug naar het eerste scherm
back-to-review = Terug naar beoordeling
back-to-send = Terug
back-to-report = Terug naar het rapport

## One of them

fields = Zoals in de tenant vermeld
expired-body =
    De indicator is verlopen, maar staat nog in de lijst en telt mee voor de limiet totdat de service hem weghaalt.
same-file = Zo te zien hetzelfde bestand
wins-in-its-groups = In de eigen apparaatgroepen geldt { $winner }, elders { $loser }.
wins-in-both-groups = In de apparaatgroepen van beide geldt { $winner }.
wins = Van de twee geldt op een apparaat { $winner }.
nobody-knows-which-wins = Welke van de twee op een apparaat geldt, is niet gedocumenteerd.
show-these = Deze tonen

## What must be known of the list

notes = Wat deze lijst zegt
same-file-body =
    Welke hashes bij één bestand horen, is een schatting: hashes van verschillende soorten met dezelfde titel en
    beschrijving, waar geen andere hash beide heeft. Een bestand kan worden gemist, en twee bestanden met één titel
    kunnen voor één worden aangezien.
conflict-body =
    Heeft een waarde meerdere acties, dan geldt op apparaten Allowed vóór Warn vóór Block; bij bestanden gelden Block en
    Warn vóór Allowed. Een indicator voor een apparaatgroep gaat vóór een indicator voor alle apparaten.
not-shown = { $rows ->
    [one] { $rows } staat niet in de tabel.
   *[other] { $rows } staan niet in de tabel.
 }
