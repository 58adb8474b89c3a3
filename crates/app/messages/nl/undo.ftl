### Runs that take back what another did, or delete what was selected in the tenant.

## What such a run is called; $moment is a day and a time

deletion = Verwijdering
undo-of-import = Terugdraaiing van de import van { $moment }
undo-of-deletion = Terugdraaiing van de verwijdering van { $moment }
undo-of-undo = Terugdraaiing van de terugdraaiing van { $moment }
undo-of-run = Terugdraaiing van de run van { $moment }

## Buttons that begin it

undo-import = Import terugdraaien
undo-deletion = Verwijdering terugdraaien
undo-undo = Terugdraaiing terugdraaien
undo-rest = Rest terugdraaien
undo-short = Terugdraaien
sign-in-and-undo = Aanmelden en terugdraaien
sign-in-and-undo-rest = Aanmelden en rest terugdraaien
other-tenant = Alleen een account van de tenant zelf kan dit terugdraaien.

## On the report of a run that may be undone

undo = Terugdraaien
undoes-import =
    Wat deze run heeft gemaakt, wordt verwijderd, en wat hij heeft bijgewerkt of vervangen, wordt weer wat het was. Wat
    anderen sindsdien hebben gewijzigd, blijft ongemoeid. U ziet alles voordat er iets wordt verzonden.
undoes-deletion =
    Wat deze run heeft verwijderd, wordt opnieuw gemaakt uit wat er hier van is bewaard, met nieuwe id's. U ziet alles
    voordat er iets wordt verzonden.
undoes-undo =
    Wat deze terugdraaiing heeft verwijderd, wordt opnieuw gemaakt met nieuwe id's, en wat daarmee is hersteld, wordt
    weer zoals het ervoor was. U ziet alles voordat er iets wordt verzonden.
undone = Teruggedraaid door de run van { $moment }.
undone-by = Teruggedraaid door de run van { $moment }, gestart door { $account }.
undone-partly = Deels teruggedraaid door de run van { $moment }.
undone-partly-by = Deels teruggedraaid door de run van { $moment }, gestart door { $account }.
stays = Een deel ervan blijft: het rapport van die run zegt wat, en waarom.
undone-short = teruggedraaid op { $moment }
undone-partly-short = deels teruggedraaid op { $moment }
not-kept = De run kan van hieruit niet worden teruggedraaid: de browser bewaart er geen vastlegging van.

## While it is prepared

preparing-deletion = De verwijdering wordt voorbereid.
preparing-undo-of-import = Het terugdraaien van de import van { $moment } wordt voorbereid.
preparing-undo-of-deletion = Het terugdraaien van de verwijdering van { $moment } wordt voorbereid.
preparing-undo-of-undo = Het terugdraaien van de terugdraaiing van { $moment } wordt voorbereid.
cancel = Annuleren

## The review of it

will-nothing = In { $tenant } is niets meer te doen
will-restore = { $restored ->
    [one] { $restored } indicator wordt hersteld in { $tenant }
   *[other] { $restored } indicatoren worden hersteld in { $tenant }
 }
will-delete = { $deleted ->
    [one] { $deleted } indicator wordt verwijderd uit { $tenant }
   *[other] { $deleted } indicatoren worden verwijderd uit { $tenant }
 }
will-delete-and-restore = { $deleted ->
    [one] In { $tenant } wordt { $deleted } indicator verwijderd en { $restored } hersteld
   *[other] In { $tenant } worden { $deleted } indicatoren verwijderd en { $restored } hersteld
 }
will-delete-or-restore = { $indicators ->
    [one] { $indicators } indicator wordt verwijderd of hersteld in { $tenant }
   *[other] { $indicators } indicatoren worden verwijderd of hersteld in { $tenant }
 }
the-tenant = de tenant
selected = Deze zijn in de tenant geselecteerd.
takes-back-import = Dit draait de import van { $moment } terug.
takes-back-deletion = Dit draait de verwijdering van { $moment } terug.
takes-back-undo = Dit draait de terugdraaiing van { $moment } terug.
takes-back-run = Dit draait de run van { $moment } terug.
some-left-alone = { $left ->
    [one] { $left } blijft ongemoeid.
   *[other] { $left } blijven ongemoeid.
 }
unchanged-yet = Er is nog niets gewijzigd.
as-of = Zoals de tenant om { $time } was

sums = Wat er zou gebeuren, en filters
looked-at = Indicatoren
left-alone = Ongemoeid
why-left = Ongemoeid
none-left = Niets: alles kan worden teruggedraaid.
all-deletable = Niets: alles kan worden verwijderd.
changed-since = Sindsdien gewijzigd
changed-since-on = Sindsdien gewijzigd, op { $day }
changed-since-by = Sindsdien gewijzigd door { $who }
changed-since-by-on = Sindsdien gewijzigd door { $who }, op { $day }
indicator = Indicator
as-it-is = Zoals het nu is
as-it-was = Zoals het weer zou zijn
made-again = De tenant bevat deze indicator niet meer. Die wordt opnieuw gemaakt, met een nieuwe id.
goes-away = Wordt verwijderd, op basis van id { $id }.

## The foot of that review, and the question

drop-undo = Terugdraaien annuleren
drop-deletion = Verwijderen annuleren
send-undo = { $indicators ->
    [one] { $indicators } indicator terugdraaien
   *[other] { $indicators } indicatoren terugdraaien
 }
send-deletion = { $indicators ->
    [one] { $indicators } indicator verwijderen
   *[other] { $indicators } indicatoren verwijderen
 }
nothing = Niets meer te doen
nothing-to-do = Elke indicator blijft ongemoeid.
sign-in = Meld u aan om door te gaan.

ask-undo = { $indicators ->
    [one] { $indicators } indicator terugdraaien in { $tenant }?
   *[other] { $indicators } indicatoren terugdraaien in { $tenant }?
 }
ask-delete = { $deleted ->
    [one] { $deleted } indicator verwijderen uit { $tenant }?
   *[other] { $deleted } indicatoren verwijderen uit { $tenant }?
 }
ask-restore = { $restored ->
    [one] { $restored } indicator herstellen in { $tenant }?
   *[other] { $restored } indicatoren herstellen in { $tenant }?
 }
ask-delete-and-restore = { $deleted ->
    [one] In { $tenant } { $deleted } indicator verwijderen en { $restored } herstellen?
   *[other] In { $tenant } { $deleted } indicatoren verwijderen en { $restored } herstellen?
 }
will-be = Wat er wordt gedaan
gone = De service kan niet terughalen wat is verwijderd ({ $deleted })
gone-kept = { $days ->
    [one]
        Id's en waarden, met alle velden, worden met deze run { $days } dag in deze browser bewaard. Deze run
        terugdraaien maakt ze daaruit opnieuw, met nieuwe id's.
   *[other]
        Id's en waarden, met alle velden, worden met deze run { $days } dagen in deze browser bewaard. Deze run
        terugdraaien maakt ze daaruit opnieuw, met nieuwe id's.
 }
gone-unkept =
    Van deze run wordt niets in deze browser bewaard: download het rapport, dat id's en waarden vermeldt. De run kan van
    hieruit niet worden teruggedraaid.
may-be-refused = Defender kan het verwijderen weigeren
may-be-refused-body =
    Microsoft documenteert verwijderen voor toepassingen, niet voor uw eigen account. Wordt het geweigerd, dan biedt het
    rapport de id's en kant-en-klare aanvragen voor iemand die mag verwijderen.
restored-all-the-same = Wat moet worden hersteld, wordt dan toch hersteld.
safe = Veilig te herhalen: wat is gedaan, wordt niet nog eens gedaan.

## While it runs

sending = Verzenden naar { $tenant }
undoing = Terugdraaien in { $tenant }
deleting = Verwijderen uit { $tenant }
sending-title = Verzenden
undoing-title = Terugdraaien
deleting-title = Verwijderen
until-read-again =
    Vóór die tijd wordt niets gewijzigd. Wat iemand sinds de beoordeling heeft gewijzigd, blijft ongemoeid.
to = Naar { $tenant } als { $account }
undo-in = In { $tenant } als { $account }
delete-from = Uit { $tenant } als { $account }
sends-again = Opnieuw verzenden kan geen kwaad: de API werkt bij wat er al is.
asks-again = Opnieuw vragen kan geen kwaad: wat al is gedaan, wordt niet nog eens gedaan.
meter-accepted = Geaccepteerd
meter-taken-back = Teruggedraaid
meter-deleted = Verwijderd

## Its report

changed-nothing = In { $tenant } is niets gewijzigd
has-restored = { $restored ->
    [one] { $restored } indicator hersteld in { $tenant }
   *[other] { $restored } indicatoren hersteld in { $tenant }
 }
has-deleted = { $deleted ->
    [one] { $deleted } indicator verwijderd uit { $tenant }
   *[other] { $deleted } indicatoren verwijderd uit { $tenant }
 }
has-deleted-and-restored = { $deleted ->
    [one] In { $tenant } { $deleted } indicator verwijderd en { $restored } hersteld
   *[other] In { $tenant } { $deleted } indicatoren verwijderd en { $restored } hersteld
 }
title = Rapport: { $deleted } verwijderd, { $restored } hersteld, { $rejected } afgewezen

looked-up = Wat is bekeken
all-looked-at = Bekeken
to-be-done = Te doen
became = Wat ervan is geworden
deleted = Verwijderd
restored = Hersteld
unconfirmed =
    Onbevestigd: verzonden, maar het antwoord is verloren gegaan. Misschien is het gebeurd, misschien niet. Draai
    dezelfde run nog eens terug: de tenant wordt gelezen, en wat nog over is, wordt aangeboden.

refused = { $deletions ->
    [one] Defender heeft { $deletions } verwijdering geweigerd.
   *[other] Defender heeft { $deletions } verwijderingen geweigerd.
 }
refused-leaves =
    De indicatoren staan nog in de tenant; de eigen reden van Defender staat hieronder, onder "Afgewezen".
deleted-before = { $deleted ->
    [one] { $deleted } is verwijderd voordat Defender weigerde.
   *[other] { $deleted } zijn verwijderd voordat Defender weigerde.
 }
refused-why =
    Ontbreekt er een machtiging: Microsoft documenteert verwijderen alleen voor toepassingen, dus misschien krijgt uw
    account die nooit.
refused-way-on =
    Geef de id's en kant-en-klare aanvragen dan aan iemand die mag verwijderen: een beheerder vindt de waarden in de
    portal onder Instellingen, Eindpunten, Indicatoren; een toepassing met Ti.ReadWrite.All kan de aanvragen verzenden
    zoals ze zijn.
deletions = Id's en aanvragen
undeleted = { $indicators ->
    [one] { $indicators } indicator nog te verwijderen
   *[other] { $indicators } indicatoren nog te verwijderen
 }
leave-for-report = Terug naar het vorige rapport
leave-for-tenant = Terug naar de inhoud van de tenant
leave = Terug
