### What is said of the type and the value of a row. What, why, what to do. What is between backticks stands as
### it is in the file. Types and names of fields are the API's and are never translated.

bad-type =
    `{ $given }` is geen type dat Defender kent. Gebruik FileSha1, FileSha256, FileMd5, CertificateThumbprint,
    IpAddress, DomainName of Url.
missing-value = Er is geen waarde. Defender vereist er een; voeg die toe, of verwijder de rij.
not-an-indicator =
    `{ $given }` is geen indicator. Geef een hash, een adres, een domein of een URL, of verwijder het.
looks-like =
    `{ $given }` is { $looks } en geen indicator. Geef een hash, een adres, een domein of een URL, of verwijder
    het.
other-record =
    Dit is { $looks }. Defender accepteert hashes, adressen, domeinen en URL's; de regel wordt genegeerd.
reader-link =
    Dit is geschreven als link voor de lezer: gewoon leesbaar in een tekst die onschadelijk maakt wat slecht is,
    of naar een site waarnaar rapporten verwijzen. Het wordt genegeerd; importeer het als het bedoeld is.
unknown-tld =
    Er is geen topleveldomein `{ $tld }` bekend (lijst van { $date }). Het wordt ongewijzigd verzonden.
    Controleer de spelling.
type-mismatch =
    De waarde lijkt op { $looks }, maar het type is { $given }. Verbeter het type of de waarde.
undecodable =
    Teken { $at } van de waarde kon niet worden gelezen: de byte past in geen enkele codering. Zoek het op waar
    het bestand vandaan komt, en typ de waarde opnieuw.
hidden-character =
    De waarde bevat een teken dat niet te zien is ({ $code }). Ze kan als een andere waarde worden gelezen dan ze
    is; typ haar opnieuw.
value-too-long =
    De waarde heeft { $len } tekens; Defender accepteert er { $most }. Ze wordt nooit afgekapt; maak haar zelf
    korter.
trailing-punctuation =
    De waarde eindigt op { $found }, als gekopieerd uit een zin, en wordt zo verzonden. Haal het weg als het er
    niet bij hoort.

## A text that seems to be an indicator in disguise. $type is the API's name for what it may be.

masked-base64 =
    `{ $given }` lijkt een { $type } in base64. Er wordt niet naar geraden. Lees het zelf, en geef de waarde in
    gewone tekst.
masked-percent =
    `{ $given }` lijkt een { $type } met procenttekens in plaats van tekens. Er wordt niet naar geraden. Lees het
    zelf, en geef de waarde in gewone tekst.
masked-hex =
    `{ $given }` lijkt een { $type } in hexadecimale cijfers. Er wordt niet naar geraden. Lees het zelf, en geef
    de waarde in gewone tekst.
masked-reversed =
    `{ $given }` lijkt een { $type } die van achter naar voren is geschreven. Er wordt niet naar geraden. Lees
    het zelf, en geef de waarde in gewone tekst.

## A text that can be read in two ways. The user has to choose.

ambiguous =
    `{ $given }` is ofwel { $readings }. Er wordt niet geraden: importeer het als { $type }, of geef aan dat het
    geen indicator is.
reference-or-indicator = een indicator, ofwel een link voor de lezer
domain-or-file-name = een domein, ofwel de naam van een bestand
address-or-version = een adres, ofwel een versie
whole-or-place =
    als geheel bedoeld, ofwel genoemd als de plek waar velen een naam hebben: blokkeren treft hen allemaal
whole-or-glued = de hele waarde, ofwel een deel van een langere naam in een ander schrift
whole-or-cut = de hele waarde, ofwel het eind van een langere naam die ervoor is afgebroken
blocked-or-spared =
    een indicator, ofwel een site die een filterlijst ontziet of waarvan die de pagina's opschoont
domain-or-words = een domein, ofwel woorden van een zin
url-or-two-names = een URL zonder schema, ofwel twee namen met een schuine streep ertussen
url-or-cells = een URL met komma's erin, ofwel een URL en de cellen van een tabel

## Hashes.

hash-length =
    De hash heeft { $len ->
        [one] { $len } cijfer
       *[other] { $len } cijfers
    } en dit type { $expected }. Misschien ontbreekt er een deel; kopieer hem opnieuw.
hash-length-unknown =
    De hash heeft { $len ->
        [one] { $len } cijfer
       *[other] { $len } cijfers
    }. Defender accepteert MD5 (32), SHA-1 (40) en SHA-256 (64); gebruik een daarvan.
hash-not-hex = Teken { $at }, { $found }, is geen hexadecimaal cijfer. Kopieer de hash opnieuw.
md5-may-be-refused =
    De pagina van Defender noemt MD5, maar anderen melden dat het wordt afgewezen. Gebruik SHA-256 waar u dat
    hebt.

## Addresses.

bad-address = `{ $given }` is geen IPv4- of IPv6-adres. Verbeter het.
bad-octet =
    `{ $octet }` kan niet in een IPv4-adres staan: elk deel is 0 tot en met 255, zonder voorloopnullen. Verbeter
    het.
address-with-port =
    `{ $address }` staat er met de poort { $port }. Defender accepteert alleen het adres. Haal de poort weg.
address-range =
    `{ $given }` is een bereik. De Import-API accepteert losse adressen. Schrijf ze één voor één, of verwijder
    het.
address-range-small =
    `{ $given }` is een bereik. De Import-API accepteert losse adressen. Schrijf het uit als { $count ->
        [one] { $count } rij
       *[other] { $count } rijen
    }, of verwijder het.
address-range-large =
    `{ $given }` is een bereik. De Import-API accepteert losse adressen. Het bevat er { $count ->
        [0] 2^{ $bits }
       *[other] { $count }
    }, te veel om uit te schrijven; maak het kleiner, of verwijder het.
range-over-cap =
    `{ $given }` bevat { $count ->
        [0] 2^{ $bits }
       *[other] { $count }
    } adressen; bereiken worden tot { $cap } uitgeschreven. Verhoog dat, of maak het bereik kleiner.
ranges-over-most =
    `{ $given }` bevat { $count ->
        [0] 2^{ $bits }
       *[other] { $count }
    } adressen, en alle bereiken samen worden als hoogstens { $most } rijen uitgeschreven. Schrijf er minder uit,
    of verwijder het.
range-overlaps =
    Het bereik bevat een adres van regel { $line }, dat twee keer zou worden verzonden. Laat een van beide weg.
range-host-bits =
    `{ $given }` noemt een adres binnen een bereik. Schrijf `{ $network }` voor het hele bereik, of alleen het
    adres.
bad-prefix =
    `/{ $prefix }` is geen voorvoegsellengte; die gaat van 0 tot en met { $most }. Verbeter het.
internal-address =
    `{ $given }` is privé of gereserveerd: geen apparaat van buiten kan het bereiken, en Defender accepteert
    alleen externe adressen. Verwijder het, of sta interne adressen toe.

## Domains.

domain-character = { $found } kan niet in een domein staan. Verbeter het.
domain-without-dot = `{ $given }` is een naam zonder punt; dat is geen domein. Schrijf het voluit.
domain-empty-label = `{ $given }` heeft een punt met niets ernaast. Verbeter het.
label-too-long =
    Een deel tussen twee punten heeft { $len } tekens; in een domein mogen het er { $most } zijn. Verbeter het.
domain-too-long = Het domein heeft { $len } tekens; { $most } zijn toegestaan. Verbeter het.
label-underscore =
    `{ $label }` begint met een onderstrepingsteken, wat Defender niet ondersteunt. Gebruik het domein erboven.
unusual-label =
    `{ $label }` is geen gewone hostnaam, en Defender wijst hem misschien af. Controleer de spelling.
numeric-tld =
    `{ $given }` eindigt op een getal, wat geen domein doet, en is geen adres. Verbeter het.
bad-idn =
    `{ $given }` kan niet als `xn--` worden geschreven, de vorm waarin domeinen worden verzonden. Controleer de
    spelling.
domain-wildcard =
    `{ $given }` bevat een jokerteken. Defender accepteert dat niet: een domein geldt ook voor de subdomeinen.
    Geef alleen het domein.
domain-with-port =
    `{ $domain }` staat er met de poort { $port }. Defender accepteert alleen het domein. Haal de poort weg, of
    maak er een Url van.
domain-with-path =
    `{ $given }` is meer dan een domein. Geef alleen het domein, of maak er een Url van.

## URLs.

url-scheme =
    `{ $scheme }:` is geen webadres. Defender accepteert http en https. Geef de host als domein, of verwijder
    het.
url-without-scheme =
    De URL heeft geen `http://` of `https://`. Ze wordt ongewijzigd verzonden, en Defender wijst haar misschien
    af; voeg het schema toe.
url-blank =
    Teken { $at } is een spatie, en die staat in geen enkele URL. Schrijf %20, of splits wat niet één URL is.
url-wildcard =
    De URL bevat een jokerteken. Defender accepteert dat niet in een URL. Geef het domein, of de volledige URL.
url-userinfo =
    De URL bevat een gebruikersnaam voor de host. Browsers laten die weg; Defender ziet haar dus misschien nooit.
    Controleer of dit gewenst is.
url-with-comma =
    De URL bevat een komma en wordt verzonden met alles erachter. Hoort de regel bij een tabel, voeg dan een
    koprij toe met `IndicatorValue`.
url-host = `{ $host }` kan niet de host van een URL zijn. Verbeter het.
url-port = `{ $port }` is geen poort; poorten gaan van 0 tot en met { $most }. Verbeter het.
url-internal-host =
    `{ $host }` is alleen van binnen een netwerk bereikbaar. Controleer of blokkeren de bedoeling is.
url-defang-mark =
    `{ $mark }` achter de host wordt ongewijzigd verzonden. Staat het er om de URL onschadelijk te maken,
    verbeter het dan.
