### What the guard says: the part of the page that holds back what would hit more than the attacker.

## The guard's lists: the name of each, and under it what blocking something of it would do.

own = Uw eigen domein of adres
own-why = Apparaten zouden worden afgesneden van wat deze organisatie beheert.
sign-in = Waar u zich aanmeldt
sign-in-why = Niemand zou zich nog kunnen aanmelden of het via Defender kunnen terugdraaien.
private = Binnen het netwerk
private-why = Veel apparaten hebben zo'n adres of naam, geen ervan is van de aanvaller.
public-suffix = Een public suffix
public-suffix-why = Elke naam die eronder is geregistreerd, zou worden geraakt.
empty-hash = De hash van het lege bestand
empty-hash-why = Elk leeg bestand op elk apparaat zou worden geraakt.
resolver = Een openbare DNS-resolver
resolver-why = Apparaten die hem gebruiken, zouden geen naam meer kunnen omzetten.
shared-hosting = Gedeelde hosting
shared-hosting-why = Alles wat daar verder wordt gehost, zou ook worden geraakt.
microsoft = Van Microsoft zelf
microsoft-why = Windows en Microsoft 365 hebben het nodig om te werken.
shortener = Een URL-verkorter
shortener-why = Elke koppeling die daar is verkort, zou worden geraakt, niet slechts één.
google = Van Google zelf
google-why = De services van Google zouden ook worden geraakt.
connectivity-check = Een verbindingscontrole
connectivity-check-why = Apparaten zouden denken dat ze offline zijn.
security-site = Een beveiligingssite
security-site-why = Rapporten noemen de site als bron; de lezers ervan zouden worden geraakt.
top-site = Een van de meestgebruikte sites
top-site-why = Dagelijks werk dat niets met de aanval te maken heeft, zou worden geraakt.
cdn = Een content delivery network
cdn-why = Op zo'n adres antwoorden veel sites die niets met elkaar te maken hebben.
cloud = Een bereik van een cloudprovider
cloud-why = Anderen kunnen zo'n adres delen, en adressen daar wisselen van gebruiker.
false-positive = Vaak onterecht genoemd
false-positive-why = Dreigingslijsten noemen deze hash vaak, terwijl het bestand onschadelijk is.
other = Opgevangen door het vangnet
other-why = Het kan meer raken dan de aanvaller.

## What is done about rows that are on a list.

held-back = Tegengehouden
overridden = Toch verzonden
caught = { $list }, { $entry }.
caught-held-back = Tegengehouden.
caught-overridden = Toch verzonden.
caught-cautioned = Wordt verzonden, tenzij u de rij weglaat.
stopped = { $rows ->
    [one] { $rows } rij wordt tegengehouden en niet verzonden.
   *[other] { $rows } rijen worden tegengehouden en niet verzonden.
 }
sent = { $rows ->
    [one] { $rows } rij wordt toch verzonden, zoals u hebt bevestigd.
   *[other] { $rows } rijen worden toch verzonden, zoals u hebt bevestigd.
 }
cautioned = { $rows ->
    [one] { $rows } rij wordt verzonden, tenzij u die weglaat.
   *[other] { $rows } rijen worden verzonden, tenzij u die weglaat.
 }

## The question before sending.

stop = Stop: { $list }, { $example }
caution = Let op: { $list }, { $example }

type-tenant = { $rows ->
    [one] Typ, om deze rij toch te verzenden, { $tenant }
   *[other] Typ, om deze rijen toch te verzenden, { $tenant }
 }
hold = Tegenhouden
show = { $rows ->
    [one] Rij tonen
   *[other] { $rows } rijen tonen
 }
leave-out = { $rows ->
    [one] Rij weglaten
   *[other] Deze { $rows } weglaten
 }

## Where the guard's lists are from.

lists = De openbare lijsten van het vangnet: { $source }
source = { $source }, van { $date }, { $licence }.
loading = De openbare lijsten van het vangnet worden geladen.
missing =
    De openbare lijsten van het vangnet ontbreken: grote sites, clouds, resolvers en de eindpunten van Microsoft worden
    niet gecontroleerd. Uw eigen domeinen, aanmeldingshosts, privébereiken en public suffixes wel.

## A run file holds what the guard stops: what is so, and what to do.

refused = { $indicators ->
    [one] Het vangnet houdt { $indicators } indicator tegen die dit runbestand zou verzenden.
   *[other] Het vangnet houdt { $indicators } indicatoren tegen die dit runbestand zou verzenden.
 }
refused-body =
    Er is niets verzonden. { $lists } Wie het bestand heeft gemaakt, heeft het vangnet misschien opzijgezet; u niet. Kies
    "{ $show-rows }", download de rijen die niet zijn verzonden en lever ze aan als lijst: de beoordeling houdt tegen
    wat het vangnet tegenhoudt, en vraagt het u voordat er iets van wordt verzonden. De eerste is: { $example }
refused-list = { $list } ({ $rows }): { $why }
