### The connection check: a dialog that says, step by step, what lies between this page and the API.

## The steps that are not named elsewhere.

network = Netwerk
policy = Beleid van deze pagina
sign-in-host = Aanmeldingshost

## What was found in a step.

asking = Wordt gevraagd.
online = De browser heeft er een.
offline = De browser meldt dat hij offline is.
allows = De pagina mag elke geconfigureerde host bereiken.
forbids = De pagina mag dit niet bereiken: { $hosts }
unserved = De pagina of haar scripts worden zonder beleid aangeboden.
unread = De server van de pagina gaf geen antwoord.
not-asked = Niet gevraagd: het beleid van de pagina verbiedt het.
busy = Niet gevraagd: de pagina is bezig met andere aanroepen. Controleer opnieuw als die klaar zijn.
withheld = Er kwam een antwoord dat deze pagina niet mag lezen.
signed-out = Er is niemand aangemeld.
no-token = Er kwam geen token.
permitted = Uw account mag de indicatoren lezen.
disabled = De functie staat in de tenant uit.

## What all of it comes to, and the next step.

offline-heading = Deze computer heeft geen netwerk
offline-todo = Maak verbinding en controleer opnieuw.
forbids-heading = Het eigen beleid van deze pagina houdt een geconfigureerde host tegen
policy-todo = Voor wie deze pagina host: verzend de header hieronder met elk bestand, ook met scripts en wasm. Alleen redirect.html heeft een andere: die staat in het rapport.
unserved-heading = De API laat deze pagina toe, maar haar bestanden worden zonder beveiligingsbeleid aangeboden
sign-in-silent = De aanmeldingshost antwoordt niet
sign-in-silent-todo = Misschien blokkeert een proxy, filter of extensie de host. Vraag uw netwerkbeheerder om hem door te laten.
withheld-heading = De API staat mogelijk geen aanroepen van deze pagina vanuit een browser toe
withheld-todo = Meld u aan en controleer opnieuw: sommige hosts laten geen enkele pagina lezen wat ze weigeren.
signed-out-heading = De API beantwoordt deze pagina. Of uw account haar mag gebruiken, blijkt na het aanmelden
signed-out-todo = Meld u aan en controleer opnieuw.
disabled-heading = Deze functie staat in Defender uit
disabled-todo =
    Een beheerder kan haar aanzetten in de Defender-portal, onder Instellingen, Eindpunten, Geavanceerde functies.
busy-heading = Tot nu toe is er niets mis. De API is niet gevraagd

## What can be copied.

header = De header waarmee deze pagina moet worden aangeboden
report = Rapport voor een beheerder
report-body = Het bevat geen token en geen indicator.
copy-header = Header kopiëren
copy-report = Rapport kopiëren
copied = Gekopieerd.
not-copied = De browser stond het kopiëren niet toe. Selecteer de tekst.

## Names of lines in the report.

page = Pagina
browser = Browser
time = Gecontroleerd op
served = Aangeboden beleid
