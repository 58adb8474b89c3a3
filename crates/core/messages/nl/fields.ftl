### What is said of the fields of a row beside its type and value. What, why, what to do. What is between
### backticks stands as it is in the file. Actions, severities, types and names of fields are the API's and are
### never translated.

bad-action = `{ $given }` is geen actie. Gebruik Audit, Allowed, Warn, Block of BlockAndRemediate.
missing-action =
    Er is geen actie. Defender vereist er een: Audit, Allowed, Warn, Block of BlockAndRemediate.
action-not-for-network =
    { $action } is niet mogelijk voor { $type }. Gebruik Audit, Allowed, Warn of Block.
action-not-for-file = { $action } is niet mogelijk voor { $type }. Gebruik Allowed of BlockAndRemediate.
bad-generate-alert =
    `{ $given }` zegt niet of er een waarschuwing moet worden gegenereerd. Schrijf true of false.
allowed-never-alerts =
    Wat is toegestaan, genereert nooit een waarschuwing; generateAlert doet hier dus niets.
bad-severity =
    `{ $given }` is geen geldige ernst. Gebruik Informational, Low, Medium of High, of laat het weg.
missing-title =
    Er is geen titel. Defender vereist er een. Gebruik de naam van het bestand, of schrijf er een.
missing-description =
    Er is geen beschrijving. Defender vereist er een. Gebruik de standaardwaarde, of schrijf er een.
title-too-long =
    De titel heeft { $len } tekens; er worden er hoogstens { $most } verzonden. Maak hem korter.
long-description =
    De beschrijving heeft { $len } tekens. Andere hulpmiddelen verzenden er hoogstens { $usual }; Microsoft noemt
    geen limiet. Ze wordt helemaal verzonden.
control-character = De tekst bevat een besturingsteken ({ $code }). Typ hem opnieuw.
bad-date =
    `{ $given }` is geen datum die met zekerheid te lezen is. Schrijf 2027-01-31 of 2027-01-31T00:00:00Z.
ambiguous-date =
    `{ $given }` kan { $day-first } of { $month-first } zijn, en geen andere datum in de kolom geeft uitsluitsel.
    Schrijf een van deze twee.
expired =
    Verlopen op { $given }. Defender verwijdert wat is verlopen. Geef een latere datum, of geen.
far-expiration = Verloopt op { $given }, meer dan { $years } jaar vooruit. Controleer de datum.
educate-url-unused =
    educateUrl wordt getoond bij URL's die worden geblokkeerd of waarvoor wordt gewaarschuwd. Hier doet het
    niets.
group-not-seen =
    Geen indicator van de tenant is voor de apparaatgroep `{ $name }`. Bestaat die groep niet, dan wijst Defender
    de rij af. Controleer de naam.

## Default texts with fields in braces, such as "From { "{" }file{ "}" }".

template-field =
    In de standaardtekst staat { "{" }{ $name }{ "}" }, en zo'n veld is er niet. Gebruik value, type, action,
    severity, expires, date, file, line of column: met de naam van een kolom erachter; schrijf voor een accolade
    { "{{" }.
template-column =
    De standaardtekst noemt de kolom `{ $name }`, die deze bron niet heeft. Kies een andere, of schrijf de tekst
    zonder.
template-not-closed =
    De standaardtekst opent een accolade bij teken { $at } en sluit die niet. Sluit die; schrijf voor een losse
    accolade { "{{" }.
template-too-long =
    De standaardtekst heeft { $len } tekens. Met velden tussen accolades zijn hoogstens { $most } tekens en
    hoogstens { $fields } velden mogelijk. Maak hem korter.
