### What is said of records of exchange formats: STIX, MISP, OpenIOC. What, why, what to do. What is between
### backticks stands as it is in the file.

read-from-key =
    De lijst onder `{ $key }` is gelezen als indicatoren. Controleer of ze noemt wat slecht is: sommige lijsten
    noemen wat niet mag worden geblokkeerd.
xml-broken =
    De XML is ongeldig op regel { $line }, kolom { $column }: daar hoort { $expected } te staan. Wat ervoor
    staat, is gelezen.
xml-not-indicators = Het document bevat geen `IndicatorItem`; er is dus niets te importeren.
other-objects = { $count ->
        [one] { $count } object is geen indicator en is niet gelezen: { $names }.
       *[other] { $count } objecten zijn geen indicatoren en zijn niet gelezen: { $names }.
    }
observed-read =
    Er is geen indicator, alleen wat is waargenomen: { $records ->
        [one] { $records } daarvan is
       *[other] { $records } daarvan zijn
    } gelezen. Controleer of het de bedoeling is die te importeren.
revoked = De uitgever heeft de indicator ingetrokken. Die wordt niet geïmporteerd.
deleted = De uitgever heeft dit verwijderd. Het wordt niet geïmporteerd.
benign = De uitgever zegt dat wat het beschrijft onschadelijk is. Het wordt niet geïmporteerd.
not-for-detection =
    De uitgever zegt dat het niet voor detectie is bedoeld (`to_ids` is false). Het wordt niet geïmporteerd.
reference = Dit verwijst naar iets om te lezen over het incident. Het wordt niet geïmporteerd.
only-observed =
    Dit zegt wat is waargenomen, niet wat slecht is; dat zeggen de indicatoren ernaast. Het wordt niet
    geïmporteerd.
other-language =
    Het patroon is geschreven in `{ $language }`. Indicatoren van Defender zijn losse waarden; het wordt dus niet
    geïmporteerd.
pattern-broken =
    Het STIX-patroon is niet te lezen: bij teken { $at } hoort { $expected } te staan. Verbeter het.
pattern-negation = Volgens het patroon mag deze waarde er niet zijn. Ze wordt niet geïmporteerd.
pattern-operator =
    Het patroon vergelijkt met `{ $operator }`, wat op veel waarden past. Defender accepteert losse waarden; het
    wordt niet geïmporteerd.
pattern-part =
    De bron zoekt waarden die deze bevatten. Defender vergelijkt een domein met de subdomeinen erbij, en al het
    andere precies; controleer of dit bedoeld is.
pattern-conjunction =
    De bron zoekt deze waarde samen met `{ $with }`. Alleen kan ze onschadelijk zijn; controleer of ze bedoeld
    is.
port-left-out =
    De bron zoekt ook een poort: `{ $with }`. Defender accepteert alleen de waarde, voor elke poort.
other-hash =
    `{ $name }` is een hash die Defender niet accepteert. Mogelijk zijn MD5, SHA-1 en SHA-256 van een bestand en
    SHA-1 van een certificaat.
