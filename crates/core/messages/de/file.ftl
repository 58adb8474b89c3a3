### What is said of a file as a whole, of a table, of JSON, and of one record beside others. What, why, what to
### do. What is between backticks stands as it is in the file, and is shown as such. Names of the API's are
### never translated.

## The file as a whole.

empty-file = Die Datei ist leer. Wählen Sie eine mit Indikatoren aus.
binary-file = Die Datei ist kein Text. Speichern Sie sie als CSV, JSON oder einfachen Text.
packed-file =
    Die Datei ist ein Archiv oder eine Arbeitsmappe und wird hier nicht entpackt. Entpacken Sie sie, oder
    speichern Sie ihre Blätter als CSV.
reader-missing =
    Der Teil dieser Seite, der solche Dateien liest, wurde nicht geladen. Prüfen Sie die Verbindung,
    und wählen Sie die Datei erneut aus; hilft das nicht, laden Sie die Seite neu.
file-unreadable =
    Der Browser konnte die Datei nicht lesen. Vielleicht wurde sie inzwischen verschoben oder geändert. Wählen
    Sie sie erneut aus.
too-large =
    Die Datei hat { $bytes } Bytes; höchstens { $most } werden gelesen. Teilen Sie sie auf.
too-many-records =
    Mehr als { $most } Datensätze werden nicht auf einmal aufgenommen. Ab hier wurde nichts gelesen. Teilen Sie
    die Datei auf.
encoding-unsaid =
    Die Datei gibt ihre Codierung nicht an. Sie wurde als { $encoding } gelesen, weil jedes zweite Byte null
    ist: { $count ->
        [one] { $count } Zeichen.
       *[other] { $count } Zeichen.
    }
encoding-mac-roman =
    Die Datei ist nicht UTF-8. { $count ->
        [one] { $count } Zeichen, in Zeile { $line }, wurde
       *[other] { $count } Zeichen, das erste in Zeile { $line }, wurden
    } als { $encoding } gelesen: Am Ende von Werten steht das Byte 0xCA, dort das geschützte Leerzeichen. Prüfen
    Sie das, oder speichern Sie die Datei als UTF-8.
encoding-guessed =
    Die Datei ist nicht UTF-8. { $count ->
        [one] { $count } Zeichen, in Zeile { $line }, wurde
       *[other] { $count } Zeichen, das erste in Zeile { $line }, wurden
    } als { $encoding } gelesen, wie die meisten solchen Dateien codiert sind. Prüfen Sie das, oder speichern
    Sie die Datei als UTF-8.
bytes-undecoded = { $count ->
        [one] { $count } Bytefolge der Datei passt
       *[other] { $count } Bytefolgen der Datei passen
    } zu keiner Codierung, die erste hier. Ein Wert damit wird abgelehnt; andere Texte zeigen dafür U+FFFD.
    Speichern Sie die Datei als UTF-8.
hosts-address = { $count ->
        [one] { $count } Zeile der Hosts-Datei nennt
       *[other] { $count } Zeilen der Hosts-Datei nennen
    } eine Adresse, die erreichbar ist, die erste hier. Die Namen werden gelesen, die Adressen nicht. Fügen Sie
    diese selbst hinzu, wenn sie gemeint sind.
nul-bytes = { $count ->
        [one] Der Text enthält { $count } NUL-Zeichen, hier,
       *[other] Der Text enthält { $count } NUL-Zeichen, das erste hier,
    } und ist also beschädigt. Ein Wert damit wird abgelehnt. Exportieren Sie die Datei erneut.
mail-base64 =
    Ein Teil dieser E-Mail ist als Base64 codiert. Davon wurde nichts gelesen. Öffnen Sie die E-Mail in ihrem
    Programm, und speichern Sie ihren Text oder fügen Sie ihn ein.
mail-quoted-printable =
    Ein Teil dieser E-Mail ist als Quoted-Printable codiert: `=3D` steht für `=`, und lange Werte sind
    zerschnitten. Werte daraus können falsch sein oder fehlen. Öffnen Sie die E-Mail in ihrem Programm, und
    speichern Sie ihren Text oder fügen Sie ihn ein.
nothing-found =
    Der Text enthält keinen Hash, keine Adresse, keine Domäne und keine URL. Sollte er das, wählen Sie, wie er
    gelesen wird, oder geben Sie je Zeile einen Wert an.

## Why something in an archive or a workbook was not unpacked. "It" is an archive, a file in one, or a sheet.

not-unpacked-damaged =
    Beschädigt oder abgeschnitten. Nichts davon wurde gelesen. Rufen Sie die Datei erneut ab, oder packen Sie sie
    neu.
not-unpacked-encrypted =
    Es wird ein Kennwort benötigt. Nichts davon wurde gelesen. Entpacken Sie selbst, oder speichern Sie ohne
    Kennwort.
not-unpacked-method =
    Die Art der Komprimierung wird hier nicht gelesen. Packen Sie als einfache ZIP-Datei, oder entpacken Sie
    selbst.
not-unpacked-too-large =
    Zum Entpacken ist nicht genug Platz. Teilen Sie auf, oder lesen Sie die Listen einzeln ein.
not-unpacked-bomb =
    Entpackt würde es so groß, dass es vielleicht schaden soll. Es blieb unberührt. Lesen Sie seine Listen
    einzeln ein, wenn Sie ihm vertrauen.
not-unpacked-too-many =
    Es sind mehr Einträge, als gelesen werden. Die nach dem letzten hier aufgeführten wurden ausgelassen. Teilen
    Sie das Archiv auf.
not-unpacked-nested =
    Es ist ein Archiv in einem Archiv, das nicht entpackt wird. Entpacken Sie es selbst, und lesen Sie den
    Inhalt ein.
not-unpacked-same-name =
    Mehrere Einträge haben denselben Namen. Von diesen wurde nur der letzte gelesen. Entpacken Sie selbst, und
    sehen Sie nach, welcher gemeint ist.
not-unpacked-document =
    Es ist ein Dokument eines Office-Programms und keine Arbeitsmappe. Speichern Sie es als einfachen Text oder
    CSV.
not-unpacked-breaks-off =
    Das Blatt ist beschädigt. Was folgt, konnte nicht gelesen werden. Öffnen Sie die Arbeitsmappe, und speichern
    Sie sie neu.
not-unpacked-no-room =
    Für das ganze Blatt ist nicht genug Platz. Teilen Sie es auf, oder speichern Sie es als CSV.
not-unpacked-failed =
    Das Entpacken ist fehlgeschlagen oder hat zu lange gedauert. Nichts davon wurde gelesen. Entpacken Sie
    selbst, oder speichern Sie als CSV.
not-unpacked-from = { $why } Die letzte gelesene Zeile ist { $row }.

## What holds nothing to unpack.

nothing-housekeeping = Ein System hat diese Datei für sich selbst angelegt. Sie enthält keine Liste.
nothing-empty-archive = Das Archiv enthält keine Datei.
nothing-empty-sheet = Das Blatt ist leer.
nothing-no-cells = Ein Diagramm oder ein Makro, ohne Zellen.

## Tables.

quote-not-closed =
    Das Anführungszeichen, das in Zeile { $line } beginnt, wird nie geschlossen. Diese Zeile wird abgelehnt;
    gelesen wurde ab der nächsten weiter. Schließen Sie es.
cells-missing =
    Die Zeile hat { $found ->
        [one] { $found } Zelle
       *[other] { $found } Zellen
    }, die Kopfzeile { $expected }. Vielleicht ist sie abgeschnitten; ergänzen Sie, was fehlt.
cells-extra =
    Die Zeile hat { $found ->
        [one] { $found } Zelle
       *[other] { $found } Zellen
    }, die Kopfzeile { $expected }. Setzen Sie einen Text, der ein Komma enthält, in Anführungszeichen.
too-many-columns =
    Die Kopfzeile hat { $found } Spalten; höchstens { $most } werden gelesen. Entfernen Sie, was nicht
    gebraucht wird.
cell-too-long =
    Der Text hat { $len } Zeichen; höchstens { $most } werden gesendet. Kürzen Sie ihn.
no-header =
    Die Spalten haben keine bekannten Namen. Fügen Sie eine Kopfzeile hinzu, etwa
    `IndicatorType,IndicatorValue,Action`.
unknown-column = Kein Feld eines Indikators heißt `{ $name }`. Die Spalte wird nicht gesendet.
columns-not-imported = Nicht importiert, weil kein Feld eines Indikators so heißt: { $names }.
columns-not-imported-and-more =
    Nicht importiert, weil kein Feld eines Indikators so heißt: { $names } und { $more } weitere.
duplicate-column = Die Spalte `{ $name }` kommt zweimal vor. Die erste wird verwendet.
column-not-read =
    Die Spalte `{ $name }` enthält, was nach Indikatoren aussieht, aber ihrem Namen nach führt sie keine auf.
    Sie wird nicht gelesen. Wenn doch, geben Sie an, was sie enthält.
other-header =
    Hier steht eine andere Kopfzeile mit anderen Spalten. Die Zeilen darunter werden nach ihren Namen gelesen.
more-unknown = { $count ->
        [one] { $count } weiterer unbekannter Name, der ebenfalls nicht gesendet wird.
       *[other] { $count } weitere unbekannte Namen, die ebenfalls nicht gesendet werden.
    }

## JSON.

json-broken =
    Das JSON ist in Zeile { $line }, Spalte { $column } fehlerhaft: Dort müsste { $expected } stehen. Was davor
    steht, wurde gelesen.
json-cut-short =
    Das JSON bricht in Zeile { $line }, Spalte { $column } ab: Der Text endet, wo { $expected } stehen müsste.
    Was davor steht, wurde gelesen.
json-not-indicators =
    Das JSON enthält keine Indikatoren. Benötigt wird ein Objekt mit `Indicators`, eine Liste von Indikatoren
    oder ein einzelner Indikator.
json-unknown-key = Die API hat kein Feld `{ $key }`. Es wird nicht gesendet.
json-key-spelling =
    Der Schlüssel `{ $found }` wird als `{ $expected }` gelesen. Die API nimmt nur diese Schreibweise an.
json-key-twice =
    Das Objekt enthält `{ $key }` zweimal. Was davon gemeint ist, lässt sich nicht sagen; entfernen Sie eines.
json-wrong-kind = `{ $key }` passt nicht: Zulässig ist dort { $expected }. Korrigieren Sie es.
read-from-page =
    Der Text enthält JSON mit Indikatoren: { $records ->
        [one] { $records } wurde
       *[other] { $records } wurden
    } gelesen. Der Text ringsum wurde es nicht.

## One record beside others. "Line" is that of the other one; its number stands as it is.

duplicate = In Zeile { $line } steht derselbe Indikator. Er wird einmal gesendet.
duplicate-differs =
    In Zeile { $line } steht derselbe Indikator und wird gesendet. Hier anders und nicht gesendet: { $fields }.
conflict =
    In Zeile { $line } steht derselbe Wert mit der Aktion { $action }. Beide würden zu eigenen Indikatoren; wählen
    Sie, welcher gemeint ist.
weaker-hash =
    { $sent } derselben Datei in Zeile { $line } wird gesendet, und der schwächere Hash wird nach Ihrer
    Einstellung ausgelassen. Wählen Sie „Wieder aufnehmen“, um beide zu senden.
