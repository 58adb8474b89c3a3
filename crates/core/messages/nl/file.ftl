### What is said of a file as a whole, of a table, of JSON, and of one record beside others. What, why, what to
### do. What is between backticks stands as it is in the file, and is shown as such. Names of the API's are
### never translated.

## The file as a whole.

empty-file = Het bestand is leeg. Kies een bestand met indicatoren.
binary-file = Het bestand is geen tekst. Sla het op als CSV, JSON of platte tekst.
packed-file =
    Het bestand is een archief of een werkmap en wordt hier niet uitgepakt. Pak het uit, of sla de bladen op als
    CSV.
reader-missing =
    Het deel van deze pagina dat zulke bestanden leest, is niet geladen. Controleer de verbinding en kies
    het bestand opnieuw; helpt dat niet, laad dan de pagina opnieuw.
file-unreadable =
    De browser kon het bestand niet lezen. Het is intussen misschien verplaatst of gewijzigd. Kies het opnieuw.
too-large =
    Het bestand heeft { $bytes } bytes; er worden er hoogstens { $most } gelezen. Splits het.
too-many-records =
    Meer dan { $most } records tegelijk kan niet. Vanaf hier is niets gelezen. Splits het bestand.
encoding-unsaid =
    Het bestand zegt niet hoe het is gecodeerd. Het is gelezen als { $encoding }, omdat elke tweede byte nul is:
    { $count ->
        [one] { $count } teken.
       *[other] { $count } tekens.
    }
encoding-mac-roman =
    Het bestand is geen UTF-8. { $count ->
        [one] { $count } teken, op regel { $line }, is
       *[other] { $count } tekens, het eerste op regel { $line }, zijn
    } gelezen als { $encoding }: aan het eind van waarden staat byte 0xCA, daarin de harde spatie. Controleer dit,
    of sla het bestand op als UTF-8.
encoding-guessed =
    Het bestand is geen UTF-8. { $count ->
        [one] { $count } teken, op regel { $line }, is
       *[other] { $count } tekens, het eerste op regel { $line }, zijn
    } gelezen als { $encoding }, zoals de meeste van zulke bestanden. Controleer dit, of sla het bestand op als
    UTF-8.
bytes-undecoded = { $count ->
        [one] { $count } bytereeks van het bestand past
       *[other] { $count } bytereeksen van het bestand passen
    } in geen enkele codering, de eerste hier. Een waarde met zo'n reeks wordt geweigerd; andere teksten tonen
    er U+FFFD voor. Sla het bestand op als UTF-8.
hosts-address = { $count ->
        [one] { $count } regel van het hosts-bestand noemt
       *[other] { $count } regels van het hosts-bestand noemen
    } een adres dat bereikbaar is, de eerste hier. De namen worden gelezen, de adressen niet. Voeg die zelf toe
    als ze bedoeld zijn.
nul-bytes = { $count ->
        [one] De tekst bevat { $count } NUL-teken, hier,
       *[other] De tekst bevat { $count } NUL-tekens, het eerste hier,
    } en is dus beschadigd. Een waarde met zo'n teken wordt geweigerd. Exporteer het bestand opnieuw.
mail-base64 =
    Een deel van deze e-mail is gecodeerd als base64. Daarvan is niets gelezen. Open de e-mail in het
    e-mailprogramma en sla de tekst op of plak die.
mail-quoted-printable =
    Een deel van deze e-mail is gecodeerd als quoted-printable: `=3D` staat voor `=`, en lange waarden zijn
    afgebroken. Waarden eruit kunnen onjuist zijn of ontbreken. Open de e-mail in het e-mailprogramma en sla de
    tekst op of plak die.
nothing-found =
    De tekst bevat geen hash, adres, domein of URL. Zou dat wel moeten, kies dan hoe hij wordt gelezen, of geef
    één waarde per regel.

## Why something in an archive or a workbook was not unpacked. "It" is an archive, a file in one, or a sheet.

not-unpacked-damaged =
    Beschadigd of afgekapt. Er is niets van gelezen. Haal het bestand opnieuw op, of pak het opnieuw in.
not-unpacked-encrypted =
    Er is een wachtwoord nodig. Er is niets van gelezen. Pak het zelf uit, of sla het op zonder wachtwoord.
not-unpacked-method =
    Gecomprimeerd op een manier die hier niet wordt gelezen. Pak het in als gewone zip, of pak het zelf uit.
not-unpacked-too-large =
    Er is niet genoeg ruimte om het uit te pakken. Splits het, of lever de lijsten één voor één aan.
not-unpacked-bomb =
    Uitgepakt wordt het zo groot dat het misschien schade moet aanrichten. Het bleef ongemoeid. Lever de lijsten
    één voor één aan als u het vertrouwt.
not-unpacked-too-many =
    Het bevat meer items dan worden gelezen. Wat na het laatste item hier kwam, is weggelaten. Splits het.
not-unpacked-nested =
    Het is een archief in een archief; dat wordt niet uitgepakt. Pak het zelf uit en lever aan wat erin zit.
not-unpacked-same-name =
    Meerdere items hebben dezelfde naam. Daarvan is alleen het laatste gelezen. Pak het zelf uit en kijk welk
    bedoeld is.
not-unpacked-document =
    Het is een document van een kantoorprogramma en geen werkmap. Sla het op als platte tekst of CSV.
not-unpacked-breaks-off =
    Het blad is beschadigd. Wat volgt, kon niet worden gelezen. Open de werkmap en sla die opnieuw op.
not-unpacked-no-room =
    Er is niet genoeg ruimte voor het hele blad. Splits het, of sla het op als CSV.
not-unpacked-failed =
    Uitpakken is mislukt of duurde te lang. Er is niets van gelezen. Pak het zelf uit, of sla het op als CSV.
not-unpacked-from = { $why } De laatste rij die is gelezen, is { $row }.

## What holds nothing to unpack.

nothing-housekeeping = Een systeem heeft dit bestand voor zichzelf gemaakt. Het bevat geen lijst.
nothing-empty-archive = Het archief bevat geen bestand.
nothing-empty-sheet = Het blad is leeg.
nothing-no-cells = Een grafiek of een macro, zonder cellen.

## Tables.

quote-not-closed =
    Het aanhalingsteken dat op regel { $line } opent, wordt nooit gesloten. Die regel wordt geweigerd; het lezen
    ging verder bij de volgende. Sluit het.
cells-missing =
    De rij heeft { $found ->
        [one] { $found } cel
       *[other] { $found } cellen
    } en de koprij { $expected }. Misschien is ze afgekapt; vul aan wat ontbreekt.
cells-extra =
    De rij heeft { $found ->
        [one] { $found } cel
       *[other] { $found } cellen
    } en de koprij { $expected }. Zet aanhalingstekens om een tekst met een komma erin.
too-many-columns =
    De koprij heeft { $found } kolommen; er worden er hoogstens { $most } gelezen. Verwijder wat niet nodig is.
cell-too-long =
    De tekst heeft { $len } tekens; er worden er hoogstens { $most } verzonden. Maak hem korter.
no-header =
    De kolommen hebben geen bekende namen. Voeg een koprij toe, zoals `IndicatorType,IndicatorValue,Action`.
unknown-column = Geen veld van een indicator heet `{ $name }`. De kolom wordt niet verzonden.
columns-not-imported = Niet geïmporteerd, omdat geen veld van een indicator zo heet: { $names }.
columns-not-imported-and-more =
    Niet geïmporteerd, omdat geen veld van een indicator zo heet: { $names } en nog { $more }.
duplicate-column = De kolom `{ $name }` komt twee keer voor. De eerste wordt gebruikt.
column-not-read =
    De kolom `{ $name }` bevat wat op indicatoren lijkt, maar volgens de naam staan die er niet in. Ze wordt niet
    gelezen. Geef aan wat ze bevat als dat wel zo is.
other-header =
    Hier staat een andere koprij, met andere kolommen. De rijen eronder worden volgens die namen gelezen.
more-unknown = { $count ->
        [one] Nog { $count } onbekende naam, die ook niet wordt verzonden.
       *[other] Nog { $count } onbekende namen, die ook niet worden verzonden.
    }

## JSON.

json-broken =
    De JSON is ongeldig op regel { $line }, kolom { $column }: daar hoort { $expected } te staan. Wat ervoor
    staat, is gelezen.
json-cut-short =
    De JSON breekt af op regel { $line }, kolom { $column }: de tekst eindigt waar { $expected } hoort te staan.
    Wat ervoor staat, is gelezen.
json-not-indicators =
    De JSON bevat geen indicatoren. Nodig is een object met `Indicators`, een lijst met indicatoren of één
    indicator.
json-unknown-key = De API heeft geen veld `{ $key }`. Het wordt niet verzonden.
json-key-spelling =
    De sleutel `{ $found }` wordt gelezen als `{ $expected }`. De API accepteert alleen die schrijfwijze.
json-key-twice =
    Het object bevat `{ $key }` twee keer. Welke bedoeld is, valt niet te zeggen; verwijder er één.
json-wrong-kind = `{ $key }` is niet wat de API daar accepteert: { $expected }. Verbeter het.
read-from-page =
    De tekst bevat JSON met indicatoren: { $records ->
        [one] er is er { $records } gelezen.
       *[other] er zijn er { $records } gelezen.
    } De tekst eromheen niet.

## One record beside others. "Line" is that of the other one; its number stands as it is.

duplicate = Op regel { $line } staat dezelfde indicator. Die wordt één keer verzonden.
duplicate-differs =
    Op regel { $line } staat dezelfde indicator en die wordt verzonden. Hier anders, en niet verzonden:
    { $fields }.
conflict =
    Op regel { $line } staat dezelfde waarde met de actie { $action }. Het zouden twee indicatoren worden; kies
    welke bedoeld is.
weaker-hash =
    De { $sent } van hetzelfde bestand op regel { $line } wordt verzonden, en de zwakkere hash is volgens uw
    instelling weggelaten. Kies "Weer opnemen" om beide te verzenden.
