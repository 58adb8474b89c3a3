### What is said of records of exchange formats: STIX, MISP, OpenIOC. What, why, what to do. What is between
### backticks stands as it is in the file.

read-from-key =
    Die Liste unter `{ $key }` wurde als Indikatoren gelesen. Prüfen Sie, ob sie nennt, was schädlich ist:
    Manche Listen nennen, was nicht blockiert werden darf.
xml-broken =
    Das XML ist in Zeile { $line }, Spalte { $column } fehlerhaft: Dort müsste { $expected } stehen. Was davor
    steht, wurde gelesen.
xml-not-indicators = Das Dokument enthält kein `IndicatorItem`, also gibt es nichts zu importieren.
other-objects = { $count ->
        [one] { $count } Objekt ist kein Indikator und wurde nicht gelesen: { $names }.
       *[other] { $count } Objekte sind keine Indikatoren und wurden nicht gelesen: { $names }.
    }
observed-read =
    Es gibt keinen Indikator, nur Beobachtetes: { $records ->
        [one] { $records } davon wurde
       *[other] { $records } davon wurden
    } gelesen. Prüfen Sie, ob das importiert werden soll.
revoked = Der Herausgeber hat den Indikator widerrufen. Er wird nicht importiert.
deleted = Der Herausgeber hat ihn gelöscht. Er wird nicht importiert.
benign =
    Der Herausgeber gibt an, dass das Beschriebene harmlos ist. Es wird nicht importiert.
not-for-detection =
    Der Herausgeber gibt an, dass es nicht zur Erkennung dient (`to_ids` ist false). Es wird nicht importiert.
reference = Dies verweist auf etwas zum Nachlesen über den Vorfall. Es wird nicht importiert.
only-observed =
    Dies nennt, was beobachtet wurde, nicht, was schädlich ist; das tun die Indikatoren daneben. Es wird nicht
    importiert.
other-language =
    Das Muster ist in `{ $language }` geschrieben. Indikatoren von Defender sind einzelne Werte; es wird daher
    nicht importiert.
pattern-broken =
    Das STIX-Muster ist nicht lesbar: An Zeichen { $at } müsste { $expected } stehen. Korrigieren Sie es.
pattern-negation =
    Laut dem Muster darf dieser Wert nicht vorkommen. Er wird nicht importiert.
pattern-operator =
    Das Muster vergleicht mit `{ $operator }`, was auf viele Werte zutrifft. Defender nimmt nur einzelne an; es
    wird nicht importiert.
pattern-part =
    Die Quelle sucht Werte, die diesen enthalten. Defender vergleicht eine Domäne samt ihren Unterdomänen, alles
    andere genau; prüfen Sie, ob das gemeint ist.
pattern-conjunction =
    Die Quelle sucht diesen Wert zusammen mit `{ $with }`. Allein kann er harmlos sein; prüfen Sie, ob er
    gemeint ist.
port-left-out =
    Die Quelle sucht auch einen Port: `{ $with }`. Defender nimmt nur den Wert an, für jeden Port.
other-hash =
    `{ $name }` ist ein Hash, den Defender nicht annimmt. Möglich sind MD5, SHA-1 und SHA-256 einer Datei und
    SHA-1 eines Zertifikats.
