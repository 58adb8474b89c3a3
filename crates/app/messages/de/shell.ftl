### The frame around every screen.

skip = Zum Inhalt springen
steps = Schritte
language = Sprache
language-missing =
    { $language } konnte nicht geladen werden; die Seite bleibt in der bisherigen Sprache. Nichts ist verloren.
    Wählen Sie die Sprache noch einmal, um es erneut zu versuchen.
theme = Design

## The themes.

theme-system = System
theme-light = Hell
theme-dark = Dunkel

## The demo's banner, and the foot.

demo = Demo.
demo-body =
    Anmeldung und Defender werden auf diesem Computer nachgeahmt. Kein Mandant wird berührt, und ein echtes
    Konto ist nicht nötig.
stays-here = Diesen Browser verlassen nur Aufrufe an die Anmeldung von Microsoft und an den API-Host oben.
stays-here-demo = Nichts verlässt diesen Computer.
build = Build { $build }, Limits Stand { $date }

## The steps in the title bar: what is done in each.

step-choose = Auswählen
step-review = Prüfen
step-send = Senden
step-report = Bericht

## The document's title.

title = { $screen } - { $product }
error-title = Fehler: { $heading } - { $product }
title-choose = Auswählen, was importiert wird
title-question = { $question }?
title-review = { $records ->
    [one] { $records } Datensatz prüfen
   *[other] { $records } Datensätze prüfen
 }
title-report = Bericht: { $accepted } angenommen, { $rejected } zurückgewiesen

## What a screen reader is told of what happens by itself.

said-sums = { $entries } zu senden. { $ready } bereit, { $refused } abgelehnt, { $conflict } im Konflikt.
said-listing = Der Inhalt des Mandanten wird gelesen.
said-compared =
    Mit dem Mandanten abgeglichen. { $entries ->
        [one] { $entries } Indikator würde gesendet, davon { $created } neu.
       *[other] { $entries } Indikatoren würden gesendet, davon { $created } neu.
    }
said-not-compared = Nicht mit dem Mandanten abgeglichen.
said-tenths = { $percent } % beantwortet: { $accepted } angenommen, { $rejected } zurückgewiesen.

## Above the screen.

turned-away-from-tenant =
    Die Dateien wurden nicht gelesen: Über Ihrer Liste liegt gerade der Inhalt des Mandanten. Gehen Sie zuerst
    zurück, und legen Sie die Dateien dann noch einmal ab.
turned-away-from-report =
    Die Dateien wurden nicht gelesen: Dies ist ein Bericht. Verlassen Sie ihn über die Schaltfläche am Ende,
    und legen Sie die Dateien dann noch einmal ab.
turned-away-from-prepared =
    Die Dateien wurden nicht gelesen: Zu einer Rücknahme oder Löschung kommt nichts hinzu. Verlassen Sie sie
    über die Schaltfläche am Ende, und legen Sie die Dateien dann noch einmal ab.
turned-away-from-sending =
    Die Dateien wurden nicht gelesen: Die aktuelle Liste wird gerade gesendet. Legen Sie die Dateien noch
    einmal ab, wenn der Bericht da ist.
close = Schließen

## The part of the page that works in the background (a worker) does not start, or has died.

late = Der Teil dieser Seite, der Listen liest, ist noch nicht gestartet
late-body =
    Die Seite wartet weiter auf ihn und fährt von selbst fort, sobald er da ist. Ein langsames oder
    gefiltertes Netzwerk kann der Grund sein. Es wurde nichts gesendet. Kommt er nicht, laden Sie die Seite
    neu.
lost = Der Teil dieser Seite, der Ihre Liste enthält, ist ausgefallen
lost-body =
    Es wurde nichts gesendet. Die gelesene Liste und die Korrekturen daran sind verloren; Ihre Dateien sind
    unberührt.
lost-while-sending =
    Angenommene Indikatoren sind im Mandanten. Welche gerade unterwegs waren, ist hier nicht mehr bekannt.
    Dieselbe Liste noch einmal zu senden schadet nicht: Die API aktualisiert, was sie schon hat.
lost-todo =
    Laden Sie die Seite neu, und lesen Sie die Liste noch einmal ein. Geschieht es mit derselben Liste wieder,
    melden Sie den Text unten zusammen mit dem Build.
reload = Seite neu laden
last-words = Letzte Meldung
two-builds =
    Die Seite hat Build { $page }, ihr Worker Build { $worker }. Ein Cache hält einen von beiden zurück.

## The configuration is wrong.

config-failed = Diese Seite ist nicht richtig eingerichtet
config-failed-body =
    In ihrer Konfiguration, config.json, steht nicht, was dort stehen muss. Es wurde nichts gelesen und nichts
    gesendet. Der Betreiber der Seite kann das beheben:
config-unreachable =
    config.json fehlt, oder der Server gibt die Datei nicht heraus. Sie liegt neben index.html.
config-no-json = config.json ist kein JSON: { $error }.

cloud-commercial = Kommerziell

tenant-view = Inhalt des Mandanten
