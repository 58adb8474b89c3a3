### What is said of the type and the value of a row. What, why, what to do. What is between backticks stands as
### it is in the file. Types and names of fields are the API's and are never translated.

bad-type =
    `{ $given }` ist kein Typ, den Defender kennt. Verwenden Sie FileSha1, FileSha256, FileMd5,
    CertificateThumbprint, IpAddress, DomainName oder Url.
missing-value =
    Es ist kein Wert angegeben. Defender verlangt einen; ergänzen Sie ihn, oder entfernen Sie die Zeile.
not-an-indicator =
    `{ $given }` ist kein Indikator. Geben Sie einen Hash, eine Adresse, eine Domäne oder eine URL an, oder
    entfernen Sie es.
looks-like =
    `{ $given }` ist { $looks } und kein Indikator. Geben Sie einen Hash, eine Adresse, eine Domäne oder eine
    URL an, oder entfernen Sie es.
other-record =
    Dies ist { $looks }. Defender nimmt Hashes, Adressen, Domänen und URLs an; die Zeile wird ignoriert.
reader-link =
    Dies ist als Link für Leser geschrieben: unverändert in einem Text, der Schädliches entschärft, oder zu
    einer Website, auf die Berichte verweisen. Es wird ignoriert; importieren Sie es, wenn es gemeint ist.
unknown-tld =
    Eine Top-Level-Domäne `{ $tld }` ist nicht bekannt (Liste vom { $date }). Der Wert wird unverändert
    gesendet. Prüfen Sie die Schreibweise.
type-mismatch =
    Der Wert sieht nach { $looks } aus, der Typ lautet aber { $given }. Korrigieren Sie den Typ oder den Wert.
undecodable =
    Zeichen { $at } des Werts war nicht lesbar: Sein Byte passt zu keiner Codierung. Sehen Sie nach, woher die
    Datei stammt, und geben Sie den Wert neu ein.
hidden-character =
    Der Wert enthält ein Zeichen, das nicht zu sehen ist ({ $code }). Er kann als ein anderer Wert gelesen
    werden, als er ist; geben Sie ihn neu ein.
value-too-long =
    Der Wert hat { $len } Zeichen; Defender nimmt { $most } an. Er wird nie abgeschnitten; kürzen Sie ihn
    selbst.
trailing-punctuation =
    Der Wert endet auf { $found }, wie aus einem Satz kopiert, und wird so gesendet. Entfernen Sie es, wenn es
    nicht dazugehört.

## A text that seems to be an indicator in disguise. $type is the API's name for what it may be.

masked-base64 =
    `{ $given }` scheint ein Wert vom Typ { $type } in Base64 zu sein. Es wird nicht geraten. Entziffern Sie ihn
    selbst, und geben Sie ihn im Klartext an.
masked-percent =
    `{ $given }` scheint ein Wert vom Typ { $type } zu sein, mit Prozentzeichen statt seiner Zeichen. Es wird
    nicht geraten. Entziffern Sie ihn selbst, und geben Sie ihn im Klartext an.
masked-hex =
    `{ $given }` scheint ein Wert vom Typ { $type } in Hexadezimalziffern zu sein. Es wird nicht geraten.
    Entziffern Sie ihn selbst, und geben Sie ihn im Klartext an.
masked-reversed =
    `{ $given }` scheint ein rückwärts geschriebener Wert vom Typ { $type } zu sein. Es wird nicht geraten.
    Entziffern Sie ihn selbst, und geben Sie ihn im Klartext an.

## A text that can be read in two ways. The user has to choose.

ambiguous =
    `{ $given }` ist entweder { $readings }. Es wird nicht geraten: Importieren Sie es als { $type }, oder geben
    Sie an, dass es kein Indikator ist.
reference-or-indicator = ein Indikator oder ein Link für Leser
domain-or-file-name = eine Domäne oder der Name einer Datei
address-or-version = eine Adresse oder eine Version
whole-or-place =
    als Ganzes gemeint oder nur als der Ort genannt, an dem viele einen Namen haben: Blockieren träfe sie alle
whole-or-glued = der ganze Wert oder Teil eines längeren Namens in einer anderen Schrift
whole-or-cut = der ganze Wert oder das Ende eines längeren Namens, der davor abgeschnitten ist
blocked-or-spared =
    ein Indikator oder eine Website, die eine Filterliste verschont oder deren Seiten sie bereinigt
domain-or-words = eine Domäne oder Wörter eines Satzes
url-or-two-names = eine URL ohne Schema oder zwei Namen mit einem Schrägstrich dazwischen
url-or-cells = eine URL mit Kommas darin oder eine URL und die Zellen einer Tabelle

## Hashes.

hash-length =
    Der Hash hat { $len ->
        [one] { $len } Stelle
       *[other] { $len } Stellen
    }, dieser Typ hat { $expected }. Vielleicht fehlt ein Teil; kopieren Sie ihn erneut.
hash-length-unknown =
    Der Hash hat { $len ->
        [one] { $len } Stelle
       *[other] { $len } Stellen
    }. Defender nimmt MD5 (32), SHA-1 (40) und SHA-256 (64) an; verwenden Sie einen davon.
hash-not-hex =
    Zeichen { $at }, { $found }, ist keine Hexadezimalziffer. Kopieren Sie den Hash erneut.
md5-may-be-refused =
    Die Seite von Defender führt MD5 auf, andere berichten aber, dass es zurückgewiesen wird. Verwenden Sie
    SHA-256, wo Sie es haben.

## Addresses.

bad-address = `{ $given }` ist keine IPv4- oder IPv6-Adresse. Korrigieren Sie sie.
bad-octet =
    `{ $octet }` kann nicht in einer IPv4-Adresse stehen: Jeder Teil geht von 0 bis 255, ohne führende Nullen.
    Korrigieren Sie sie.
address-with-port =
    `{ $address }` ist mit dem Port { $port } angegeben. Defender nimmt nur die Adresse an. Entfernen Sie den
    Port.
address-range =
    `{ $given }` ist ein Bereich. Die Import-API nimmt einzelne Adressen an. Führen Sie sie einzeln auf, oder
    entfernen Sie ihn.
address-range-small =
    `{ $given }` ist ein Bereich. Die Import-API nimmt einzelne Adressen an. Teilen Sie ihn in { $count ->
        [one] { $count } Zeile
       *[other] { $count } Zeilen
    } auf, oder entfernen Sie ihn.
address-range-large =
    `{ $given }` ist ein Bereich. Die Import-API nimmt einzelne Adressen an. Er enthält { $count ->
        [0] 2^{ $bits }
       *[other] { $count }
    }, zu viele zum Aufführen; grenzen Sie ihn ein, oder entfernen Sie ihn.
range-over-cap =
    `{ $given }` enthält { $count ->
        [0] 2^{ $bits }
       *[other] { $count }
    } Adressen; Bereiche werden bis { $cap } aufgeteilt. Erhöhen Sie das, oder grenzen Sie den Bereich ein.
ranges-over-most =
    `{ $given }` enthält { $count ->
        [0] 2^{ $bits }
       *[other] { $count }
    } Adressen, und alle Bereiche zusammen werden in höchstens { $most } Zeilen aufgeteilt. Teilen Sie weniger
    auf, oder entfernen Sie ihn.
range-overlaps =
    Der Bereich enthält eine Adresse aus Zeile { $line }, die zweimal gesendet würde. Lassen Sie eines von
    beiden aus.
range-host-bits =
    `{ $given }` nennt eine Adresse in einem Bereich. Schreiben Sie `{ $network }` für den ganzen Bereich oder
    nur die Adresse.
bad-prefix =
    `/{ $prefix }` ist keine Präfixlänge; sie geht von 0 bis { $most }. Korrigieren Sie sie.
internal-address =
    `{ $given }` ist privat oder reserviert: Kein Gerät außerhalb könnte die Adresse erreichen, und Defender
    nimmt nur externe Adressen an. Entfernen Sie sie, oder erlauben Sie interne Adressen.

## Domains.

domain-character = { $found } kann nicht in einer Domäne stehen. Korrigieren Sie sie.
domain-without-dot =
    `{ $given }` ist ein Name ohne Punkt und damit keine Domäne. Schreiben Sie sie aus.
domain-empty-label = `{ $given }` hat einen Punkt, neben dem nichts steht. Korrigieren Sie sie.
label-too-long =
    Ein Teil zwischen zwei Punkten hat { $len } Zeichen; eine Domäne erlaubt { $most }. Korrigieren Sie sie.
domain-too-long = Die Domäne hat { $len } Zeichen; { $most } sind erlaubt. Korrigieren Sie sie.
label-underscore =
    `{ $label }` beginnt mit einem Unterstrich, den Defender nicht unterstützt. Verwenden Sie die Domäne
    darüber.
unusual-label =
    `{ $label }` ist kein gewöhnlicher Hostname, und Defender weist ihn vielleicht zurück. Prüfen Sie die
    Schreibweise.
numeric-tld =
    `{ $given }` endet auf eine Zahl, was keine Domäne tut, und ist keine Adresse. Korrigieren Sie es.
bad-idn =
    `{ $given }` lässt sich nicht als `xn--` schreiben, die Form, in der Domänen gesendet werden. Prüfen Sie die
    Schreibweise.
domain-wildcard =
    `{ $given }` enthält einen Platzhalter. Defender nimmt keine an: Eine Domäne umfasst ihre Unterdomänen.
    Geben Sie nur die Domäne an.
domain-with-port =
    `{ $domain }` ist mit dem Port { $port } angegeben. Defender nimmt nur die Domäne an. Entfernen Sie den
    Port, oder machen Sie eine Url daraus.
domain-with-path =
    `{ $given }` ist mehr als eine Domäne. Geben Sie nur die Domäne an, oder machen Sie eine Url daraus.

## URLs.

url-scheme =
    `{ $scheme }:` ist keine Webadresse. Defender nimmt http und https an. Geben Sie den Host als Domäne an,
    oder entfernen Sie es.
url-without-scheme =
    Der URL fehlt `http://` oder `https://`. Sie wird unverändert gesendet, und Defender weist sie vielleicht
    zurück; fügen Sie das Schema hinzu.
url-blank =
    Zeichen { $at } ist ein Leerzeichen, das keine URL enthält. Schreiben Sie es als %20, oder trennen Sie, was
    nicht eine URL ist.
url-wildcard =
    Die URL enthält einen Platzhalter. Defender nimmt in einer URL keinen an. Geben Sie die Domäne an oder die
    ganze URL.
url-userinfo =
    Die URL enthält einen Benutzernamen vor dem Host. Browser lassen ihn weg, also sieht Defender ihn vielleicht
    nie. Prüfen Sie, ob das gewünscht ist.
url-with-comma =
    Die URL enthält ein Komma und wird mit allem dahinter gesendet. Gehört die Zeile zu einer Tabelle, fügen Sie
    eine Kopfzeile mit `IndicatorValue` hinzu.
url-host = `{ $host }` kann nicht der Host einer URL sein. Korrigieren Sie ihn.
url-port = `{ $port }` ist kein Port; Ports gehen von 0 bis { $most }. Korrigieren Sie ihn.
url-internal-host =
    `{ $host }` ist nur aus dem Inneren eines Netzwerks erreichbar. Prüfen Sie, ob das Blockieren gemeint ist.
url-defang-mark =
    `{ $mark }` hinter dem Host wird unverändert gesendet. Wurde es geschrieben, um die URL zu entschärfen,
    korrigieren Sie es.
