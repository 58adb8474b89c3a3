### What a run would make of the tenant, and what the user decides as it stands.

## What would happen to a row, or does: its state, a line of the sums, and what an undo does

fate-create = Maken
fate-update = Bijwerken
fate-unchanged = Ongewijzigd
fate-conflict = Conflict met tenant
fate-over-quota = Boven quotum
fate-delete = Verwijderen
fate-restore = Herstellen

## Why a row that is ready would stay behind: its state

held-unchanged = Ongewijzigd
held-over-quota = Boven quotum
held-left-out = Weggelaten
held-guarded = Tegengehouden
held-cancelled = Geannuleerd

## The same in the question before sending, in the list of what is not sent

not-sent-unchanged = Ongewijzigd in de tenant
not-sent-over-quota = Geen ruimte in de tenant
not-sent-left-out = Weggelaten
not-sent-guarded = Door het vangnet tegengehouden
not-sent-cancelled = Geannuleerd

## The review's heading, where the tenant is known

will-send = { $indicators ->
    [one] { $indicators } indicator wordt verzonden naar { $tenant }
   *[other] { $indicators } indicatoren worden verzonden naar { $tenant }
 }
will-import-and-delete = { $indicators ->
    [one] { $indicators } indicator te importeren, eerst { $deletions } te verwijderen, in { $tenant }
   *[other] { $indicators } indicatoren te importeren, eerst { $deletions } te verwijderen, in { $tenant }
 }
sent = { $created } nieuw, { $updated } bijgewerkt.
sent-and-deleted = { $created } nieuw, { $updated } bijgewerkt, { $deleted } verwijderd.
behind = { $rows ->
    [one] { $rows } blijft achter.
   *[other] { $rows } blijven achter.
 }
nothing-sent-yet = Er is nog niets verzonden.
not-whole =
    De lijst van de tenant kon niet volledig worden gelezen: wat hier als nieuw geldt, kan er al zijn en zou dan worden
    bijgewerkt.

## Whether the rows are compared with the tenant

compared = , vergeleken met de tenant om { $time }
compared-before-run = , vergeleken met de tenant om { $time }, vóór de laatste run
refresh = Opnieuw vergelijken
listing = { $listed ->
    [0] De inhoud van de tenant wordt gelezen
   *[other] De inhoud van de tenant wordt gelezen: tot nu toe { $listed }
 }
listing-sentence = { $listed ->
    [0] De inhoud van de tenant wordt gelezen.
   *[other] De inhoud van de tenant wordt gelezen: tot nu toe { $listed }.
 }
not-compared = Niet vergeleken met de tenant.
without =
    Welke rijen er al in staan en hoeveel ruimte er is, is niet bekend. Verzenden kan toch.
again = Opnieuw proberen
compare = Vergelijken
waits = Wacht tot de tenant is gelezen.
waits-for-guard = Wacht op de lijsten van het vangnet.
nothing-to-send = Elke rij blijft achter.
skip = Niet wachten
seen =
    Microsoft documenteert niet welke indicatoren uw eigen account te zien krijgt: de tenant kan er meer bevatten dan
    deze pagina kon lezen.
seen-foreign = { $indicators ->
    [one] { $indicators } heeft een type of een actie die deze pagina niet kent; die telt mee voor de limiet.
   *[other] { $indicators } hebben een type of een actie die deze pagina niet kent; die tellen mee voor de limiet.
 }
seen-unread = { $indicators ->
    [one] { $indicators } kon niet worden gelezen.
   *[other] { $indicators } konden niet worden gelezen.
 }

## The room in the tenant

active = Actieve indicatoren
used = Nu in gebruik
used-at-least = Nu in gebruik, minstens
created = Nieuw
made-again = Opnieuw gemaakt
deleted = Verwijderd
after = Daarna
of-most = van { $most }
free = { $room } vrij
freed = Vrij binnen een dag
no-room = Geen ruimte voor

## What keeps rows back as the tenant stands, with the choices about it

conflict = Andere actie in de tenant
add-beside = Ernaast toevoegen: beide gelden dan
replace = Vervangen: eerst die van de tenant verwijderen
leave-out = Weglaten: die van de tenant blijft
conflict-body =
    Van beide geldt op apparaten Allowed vóór Warn vóór Block; bij bestanden Block vóór Allowed. Een indicator voor een
    apparaatgroep gaat vóór een indicator voor alle apparaten.
over-quota = Geen ruimte in de tenant
stay = Wat achterblijft
last-stay = De laatste rijen blijven achter
first-stay = De eerste rijen blijven achter
lowest-severity-stays = De laagste ernst blijft achter
soonest-to-expire-stay = Wat het eerst verloopt, blijft achter
over-quota-body = Wat u met de hand weglaat, maakt er ruimte voor.
replaceable = { $rows ->
    [one]
        { $rows } ervan staat tegenover een andere actie in de tenant. "Vervangen" heeft geen ruimte nodig: die van de
        tenant gaat eerst weg.
   *[other]
        { $rows } ervan staan tegenover een andere actie in de tenant. "Vervangen" heeft geen ruimte nodig: die van de
        tenant gaat eerst weg.
 }
unchanged = Ongewijzigd
send-unchanged = Ook verzenden

## A row beside what the tenant holds

in-the-tenant = In de tenant
not-there = De tenant bevat deze waarde niet met deze actie.
not-found =
    In het gelezen deel van de lijst van de tenant staat deze waarde niet met deze actie. De waarde kan er toch zijn.
the-same = De tenant bevat deze indicator, met elk veld dat de bron vermeldt.
field = Veld
now = Nu
then = Daarna
from-defaults = uit de standaardwaarden
empty = leeg
beside = Dezelfde waarde met een andere actie
made-by = door { $who }, { $groups }
row-wins = Op een apparaat geldt die van deze rij.
tenant-wins = Op een apparaat geldt die van de tenant.
row-wins-in-its-groups = In de apparaatgroepen van de rij geldt die van de rij, elders die van de tenant.
tenant-wins-in-its-groups = In de eigen apparaatgroepen geldt die van de tenant, elders die van deze rij.
row-wins-in-both-groups = In de apparaatgroepen van beide geldt die van deze rij.
tenant-wins-in-both-groups = In de apparaatgroepen van beide geldt die van de tenant.
nobody-knows-which-wins = Welke van de twee op een apparaat geldt, is niet gedocumenteerd.
no-id =
    De rij is weggelaten: de service vermeldt voor deze indicator geen id, zodat die niet eerst kan worden verwijderd.

## In the question before sending

against = In de tenant
not-sent = Niet verzonden
sent-unchanged = Opnieuw verzonden, ongewijzigd
added-beside = Maken naast een andere actie
replaced = Maken in plaats van een andere
deleted-first = Eerst verwijderen
unknown = Over de tenant is niets bekend
unknown-body =
    Of deze rijen indicatoren maken, indicatoren bijwerken of tegenover andere met een andere actie staan, blijkt pas in
    het rapport.
held-is-kept =
    De run kan worden teruggedraaid: wat de tenant nu van deze waarden bevat, wordt met de run bewaard.
not-undone-unknown =
    Alleen wat de run maakt, kan worden teruggedraaid: wat de tenant nu bevat, is niet bekend.
not-undone-unkept =
    De run kan van hieruit niet worden teruggedraaid: de browser bewaart er geen vastlegging van.
