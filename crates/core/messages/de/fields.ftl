### What is said of the fields of a row beside its type and value. What, why, what to do. What is between
### backticks stands as it is in the file. Actions, severities, types and names of fields are the API's and are
### never translated.

bad-action =
    `{ $given }` ist keine Aktion. Verwenden Sie Audit, Allowed, Warn, Block oder BlockAndRemediate.
missing-action =
    Es ist keine Aktion angegeben. Defender verlangt eine: Audit, Allowed, Warn, Block oder BlockAndRemediate.
action-not-for-network =
    { $action } ist für { $type } nicht möglich. Verwenden Sie Audit, Allowed, Warn oder Block.
action-not-for-file =
    { $action } ist für { $type } nicht möglich. Verwenden Sie Allowed oder BlockAndRemediate.
bad-generate-alert =
    `{ $given }` sagt nicht, ob eine Warnung generiert werden soll. Schreiben Sie true oder false.
allowed-never-alerts =
    Was erlaubt ist, generiert nie eine Warnung; generateAlert hat hier keine Wirkung.
bad-severity =
    `{ $given }` ist kein Schweregrad. Verwenden Sie Informational, Low, Medium oder High, oder lassen Sie ihn
    weg.
missing-title =
    Es ist kein Titel angegeben. Defender verlangt einen. Nehmen Sie den Namen der Datei, oder schreiben Sie
    einen.
missing-description =
    Es ist keine Beschreibung angegeben. Defender verlangt eine. Nehmen Sie den Standardwert, oder schreiben Sie
    eine.
title-too-long =
    Der Titel hat { $len } Zeichen; höchstens { $most } werden gesendet. Kürzen Sie ihn.
long-description =
    Die Beschreibung hat { $len } Zeichen. Andere Werkzeuge senden höchstens { $usual }; Microsoft nennt kein
    Limit. Sie wird ganz gesendet.
control-character =
    Der Text enthält ein Steuerzeichen ({ $code }). Geben Sie ihn neu ein.
bad-date =
    `{ $given }` ist kein Datum, das sich sicher lesen lässt. Schreiben Sie es als 2027-01-31 oder
    2027-01-31T00:00:00Z.
ambiguous-date =
    `{ $given }` kann { $day-first } oder { $month-first } sein, und kein anderes Datum der Spalte gibt
    Aufschluss. Schreiben Sie es auf eine dieser Weisen.
expired =
    Der Ablauf war am { $given }. Defender löscht, was abgelaufen ist. Geben Sie ein späteres Datum an oder
    keines.
far-expiration =
    Der Ablauf ist am { $given }, mehr als { $years } Jahre voraus. Prüfen Sie das Datum.
educate-url-unused =
    educateUrl wird bei URLs gezeigt, die blockiert werden oder vor denen gewarnt wird. Hier hat es keine
    Wirkung.
group-not-seen =
    Kein Indikator des Mandanten gilt für die Gerätegruppe `{ $name }`. Gibt es sie nicht, weist Defender die
    Zeile zurück. Prüfen Sie den Namen.

## Default texts with fields in braces, such as "From { "{" }file{ "}" }".

template-field =
    Der Standardtext enthält { "{" }{ $name }{ "}" }, und ein solches Feld gibt es nicht. Verwenden Sie value,
    type, action, severity, expires, date, file, line oder column: mit dem Namen einer Spalte dahinter; für eine
    geschweifte Klammer schreiben Sie { "{{" }.
template-column =
    Der Standardtext nennt die Spalte `{ $name }`, die diese Quelle nicht hat. Wählen Sie eine andere, oder
    schreiben Sie den Text ohne sie.
template-not-closed =
    Der Standardtext öffnet an Zeichen { $at } eine geschweifte Klammer und schließt sie nicht. Schließen Sie
    sie; für eine einzelne Klammer schreiben Sie { "{{" }.
template-too-long =
    Der Standardtext hat { $len } Zeichen. Mit Feldern in geschweiften Klammern sind höchstens { $most } Zeichen
    und höchstens { $fields } Felder möglich. Kürzen Sie ihn.
