### Runs that this browser keeps: those that did not finish, and those of the past.

## Runs that did not finish

goes-on-elsewhere = In een ander tabblad is een run bezig
unfinished = { $runs ->
    [one] Een run is niet afgerond
   *[other] { $runs } runs zijn niet afgerond
 }
unfinished-yet = { $runs ->
    [one] { $runs } run is nog niet afgerond
   *[other] { $runs } runs zijn nog niet afgerond
 }
begun = Gestart op { $moment } door { $account } in { $tenant }.
begun-in-id = Gestart op { $moment } door { $account } in tenant { $tenant }.
by = { $account } in { $tenant }.
by-in-id = { $account } in tenant { $tenant }.
from-file = De run komt uit een runbestand.
so-far = { $indicators ->
    [one] Van { $indicators } indicator: { $sums }.
   *[other] Van { $indicators } indicatoren: { $sums }.
 }
running = Een ander tabblad van deze browser verzendt de run. Daar is die te volgen.
sign-in-as = Meld u aan als { $account } om de run voort te zetten.
belongs-to =
    Alleen het eigen account kan de run voortzetten: { $account }. Aangemeld is { $who } in { $tenant }. Meld u af via
    het accountmenu en meld u daarna met dat account aan.

## What a run is called, and what became of it

no-file = geen bestand
two-files = { $first }, { $second }
more-files = { $first }, { $second } en nog { $more }
tenant = tenant { $id }
accepted = { $count } geaccepteerd
taken-back = { $count } teruggedraaid
deleted = { $count } verwijderd
rejected = { $count } afgewezen
unconfirmed = { $count } onbevestigd
not-sent = { $count } niet verzonden
between-sums = { ", " }

## Labels

resume = Hervatten
sign-in-and-resume = Aanmelden en hervatten
save = Runbestand opslaan
discard = Weggooien
show = Rapport tonen
show-rows = Rijen tonen
go-on = De run voortzetten
forget = Wissen
forget-all = Alles wissen
cancel = Annuleren
of-run = { $label }: { $name }, { $moment }

## Past runs

history = Eerdere runs
open-file = Runbestand openen
taking-in = Het runbestand wordt gelezen
showing = Het rapport wordt geopend
no-past = Er is nog geen run afgerond. Een runbestand dat elders is opgeslagen, kan hier worden geopend.
started = Gestart
list = Lijst
became = Wat ervan is geworden
commands = Opdrachten
kept = { $days ->
    [one]
        Wordt { $days } dag in deze browser bewaard, met de lijsten. Wie deze browser kan gebruiken, kan ze lezen; er
        is geen wachtwoord of token bij.
   *[other]
        Worden { $days } dagen in deze browser bewaard, met de lijsten. Wie deze browser kan gebruiken, kan ze lezen; er
        is geen wachtwoord of token bij.
 }
may-be-cleared =
    De browser kan ze eerder wissen als de opslag krap wordt: sla een runbestand op van wat bewaard moet blijven.
keeps-nothing =
    Op dit moment worden in deze browser geen runs bewaard: een run die nu begint, kan niet worden voortgezet nadat het
    tabblad is gesloten. Houd het tabblad open tot het rapport er is. De browser meldt: { $said }
unread = { $runs ->
    [one]
        { $runs } run die hier is bewaard, kan niet worden gelezen: een latere versie van deze pagina heeft de run
        geschreven, of de run is beschadigd. Laad de pagina opnieuw om de nieuwste versie te krijgen. Helpt dat niet,
        open dan een runbestand dat ervan is opgeslagen; "{ $forget-all }" verwijdert de run ook.
   *[other]
        { $runs } runs die hier zijn bewaard, kunnen niet worden gelezen: een latere versie van deze pagina heeft ze
        geschreven, of ze zijn beschadigd. Laad de pagina opnieuw om de nieuwste versie te krijgen. Helpt dat niet,
        open dan een runbestand dat ervan is opgeslagen; "{ $forget-all }" verwijdert ze ook.
 }
earlier = { $runs } eerdere

## On a report

past = Een eerdere run, zoals die in deze browser is vastgelegd.
kept-until = In deze browser bewaard tot { $day }.
days-are-over = De bewaartijd van { $days ->
    [one] { $days } dag
   *[other] { $days } dagen
 } in deze browser is voorbij; de run kan op elk moment worden gewist: download wat bewaard moet blijven.
not-kept = Van deze run wordt niets in deze browser bewaard: download wat bewaard moet blijven.

## Questions, and what is said under them

about = { $name }. { $begun } { $so-far }
ask-resume = { $indicators ->
    [one] Voortzetten met { $indicators } indicator?
   *[other] Voortzetten met { $indicators } indicatoren?
 }
will-send = { $indicators ->
    [one] { $indicators } indicator moet nog worden verzonden, of worden nagegaan als een antwoord ontbreekt.
   *[other] { $indicators } indicatoren moeten nog worden verzonden, of worden nagegaan als een antwoord ontbreekt.
 }
will-delete = Van { $indicators ->
    [one] { $indicators } indicator
   *[other] de { $indicators } indicatoren
 } van de run { $deletions ->
    [one] wordt { $deletions }
   *[other] worden { $deletions }
 } niet verzonden, maar uit de tenant verwijderd.
unseen =
    Deze run komt uit een runbestand. Mogelijk hebt u de rijen ervan nooit beoordeeld: wat het bestand zegt, wordt met
    uw rechten verzonden.
ask-show = De rijen van deze run tonen, en wat ervan is geworden?
puts-away = { $records ->
    [0] Wat nu wordt gelezen, verdwijnt: lever het daarna opnieuw aan.
    [one]
        De huidige lijst ({ $records } record) verdwijnt, met wat u erover hebt beslist: lever die daarna opnieuw aan.
   *[other]
        De huidige lijst ({ $records } records) verdwijnt, met wat u erover hebt beslist: lever die daarna opnieuw aan.
 }
ask-discard = Deze run weggooien?
discards = De lijst en de vastlegging worden uit deze browser verwijderd; de run kan niet worden voortgezet.
discards-accepted = { $accepted ->
    [0] Er is nog niets van geaccepteerd.
    [one] { $accepted } is geaccepteerd en blijft in de tenant.
   *[other] { $accepted } zijn geaccepteerd en blijven in de tenant.
 }
discards-unconfirmed = { $unconfirmed ->
    [one] { $unconfirmed } staat er misschien wel, misschien niet.
   *[other] { $unconfirmed } staan er misschien wel, misschien niet.
 }
discards-unsent = { $unsent ->
    [one] { $unsent } is niet verzonden.
   *[other] { $unsent } zijn niet verzonden.
 }
ask-forget = Deze run wissen?
forgets = Het rapport en de lijst worden uit deze browser verwijderd. In de tenant verandert niets.
ask-forget-all = Alle runs wissen?
forgets-all = De rapporten en lijsten worden uit deze browser verwijderd. In de tenant verandert niets.
forgets-all-unfinished = { $unfinished ->
    [one]
        De rapporten en lijsten worden uit deze browser verwijderd, ook { $unfinished } run die niet is afgerond. In de
        tenant verandert niets.
   *[other]
        De rapporten en lijsten worden uit deze browser verwijderd, ook { $unfinished } runs die niet zijn afgerond. In
        de tenant verandert niets.
 }
forgets-all-unread = { $unread ->
    [one]
        De rapporten en lijsten worden uit deze browser verwijderd, ook { $unread } run die niet kan worden gelezen. In
        de tenant verandert niets.
   *[other]
        De rapporten en lijsten worden uit deze browser verwijderd, ook { $unread } runs die niet kunnen worden gelezen.
        In de tenant verandert niets.
 }
forgets-all-of-both = De rapporten en lijsten worden uit deze browser verwijderd, ook { $unfinished ->
    [one] { $unfinished } run die niet is afgerond
   *[other] { $unfinished } runs die niet zijn afgerond
 } en { $unread ->
    [one] { $unread } run die niet kan worden gelezen
   *[other] { $unread } runs die niet kunnen worden gelezen
 }. In de tenant verandert niets.

## What a screen reader is told

said-unfinished = { $runs ->
    [one] { $runs } run is niet afgerond.
   *[other] { $runs } runs zijn niet afgerond.
 }
said-past = { $runs ->
    [one] { $runs } eerdere run is bewaard.
   *[other] { $runs } eerdere runs zijn bewaard.
 }

## What could not be done: what is so, and what to do

elsewhere = Een ander tabblad van deze browser is met Defender bezig.
elsewhere-body =
    Er verzendt of vraagt maar één tabblad tegelijk, zodat de limieten van de service worden aangehouden. Van hieruit is
    niets verzonden. Probeer het opnieuw als het andere tabblad klaar is.
busy = Deze pagina is nog met een andere run bezig.
busy-body = Er is niets gewijzigd. Probeer het opnieuw als die run is geëindigd en vastgelegd.
nothing-to-send = Geen rij is gereed om te worden verzonden.
nothing-to-send-body =
    Er is niets verzonden. Mogelijk zijn rijen verlopen sinds ze zijn gelezen: bekijk wat is geweigerd, en verbeter het
    of laat het weg.
other-base = De run ging naar een ander adres van de API dan waarvoor deze pagina is ingesteld.
other-base-body =
    Er is niets verzonden. Wie deze pagina host, stelt het adres in config.json in. De run ging naar: { $address }
storage = De browser heeft niet bewaard wat de run nodig heeft.
storage-body =
    Er is niets verzonden en er is niets verloren. Maak ruimte vrij op dit apparaat en probeer het opnieuw; of kies
    "Verzenden zonder vastlegging", wat de vraag voor het verzenden nu aanbiedt. De browser meldt: { $said }
other-account = De run is van een ander account.
other-account-body =
    Er is niets verzonden: een run wordt voortgezet met het account dat hem heeft gestart. Meld u aan met dat account:
    { $account }
gone = De run is hier niet meer bewaard.
gone-body =
    De run is in een ander tabblad gewist, de bewaartijd was voorbij of de browser heeft hem gewist. Een runbestand dat
    ervan is opgeslagen, kan nog worden geopend.
damaged = De run is beschadigd: hij is niet meer zoals hij is geschreven.
damaged-body =
    Er is niets mee gedaan, omdat er delen kunnen ontbreken. Een runbestand ervan dat opnieuw is opgeslagen of
    gekopieerd, is misschien heel. Lever anders de lijst opnieuw aan: de API werkt bij wat er al is.
newer = Een latere versie van deze pagina heeft de run geschreven.
newer-body =
    Deze versie kan niet alles lezen, dus er is niets gedaan. Laad de pagina opnieuw om de latere versie te krijgen.
read-otherwise = Deze versie van de pagina zou iets anders verzenden dan is bevestigd.
read-otherwise-body =
    Er is niets verzonden. Sla het runbestand op, gooi de run weg en lever de lijst opnieuw aan: u ziet en bevestigt dan
    wat wordt verzonden, en de API werkt bij wat er al is.
no-run-file = Het bestand is geen runbestand.
no-run-file-body = Er is niets uit overgenomen. Een lijst met indicatoren levert u aan onder "Bestanden kiezen".
part-missing = Een deel van de pagina is niet geladen, dus er is niets gedaan.
part-missing-body = Wat is gelezen, blijft bewaard. Probeer het opnieuw.
unlisted = De inhoud van de tenant is niet gelezen, dus er is niets gewijzigd.
unlisted-body = Wat wordt teruggedraaid of verwijderd, hangt af van wat er nu staat. Probeer het opnieuw.
