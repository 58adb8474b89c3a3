### The second screen, what stands there of a row, and the question before sending.

## The result: its heading, and the sentences under it.

nothing-ready = Er is niets gereed om te verzenden
ready-to-send = { $indicators ->
    [one] { $indicators } indicator is gereed om te verzenden
   *[other] { $indicators } indicatoren zijn gereed om te verzenden
 }
records-read = { $records ->
    [one] { $records } record is gelezen.
   *[other] { $records } records zijn gelezen.
 }
files-unread = { $files ->
    [one] { $files } bestand kon niet worden gelezen.
   *[other] { $files } bestanden konden niet worden gelezen.
 }
records-behind = { $behind ->
    [one] { $behind } blijft achter.
   *[other] { $behind } blijven achter.
 }
records-behind-and-waiting = { $behind ->
    [one] { $behind } blijft achter
   *[other] { $behind } blijven achter
 }; daarvan { $waiting ->
    [one] wacht { $waiting }
   *[other] wachten { $waiting }
 } op uw beslissing.
nothing-sent-yet = Er is nog niets verzonden.

checking = Wordt opnieuw gecontroleerd.
reading = Leest { $file }
file-and-more = { $file } en nog { $more }

weaker-left-out = { $hashes ->
    [one] { $hashes } hash weggelaten, omdat een sterkere hash van hetzelfde bestand wordt verzonden.
   *[other] { $hashes } hashes weggelaten, omdat een sterkere hash van hetzelfde bestand wordt verzonden.
 }
weaker-beside = { $hashes ->
    [one] { $hashes } hash staat naast een sterkere van hetzelfde bestand.
   *[other] { $hashes } hashes staan naast een sterkere van hetzelfde bestand.
 }
leave-out-weaker = Weglaten
send-weaker = Ook verzenden

## The sums under the heading.

ledger = Records per uitkomst
records = Records
by-type = Te verzenden, per type
by-action = Te verzenden, per actie
calls = Aanroepen om te verzenden
calls-needed = Aanroepen
calls-a-minute = Toegestaan per minuut
time = Tijd
estimate = ongeveer { $time }

## States of a row, one or two words each.

ready = Gereed
duplicate = Duplicaat
conflict = Conflict
refused = Geweigerd
ignored = Genegeerd
accepted = Geaccepteerd
rejected = Afgewezen
unconfirmed = Onbevestigd
not-sent = Niet verzonden
unchanged = Ongewijzigd
no-room = Geen ruimte
left-out = Weggelaten
held-back = Tegengehouden
cancelled = Geannuleerd

## The foot.

send = { $imports } verzenden
import-and-delete = { $imports } importeren, eerst { $deletions } verwijderen
in-calls = in { $calls ->
    [one] { $calls } aanroep
   *[other] { $calls } aanroepen
 }, ongeveer { $time }
sign-in-to-send = Meld u aan om ze te verzenden.
add-more = Meer bestanden

## Problems.

problems = Problemen
no-problems = Geen. Elk record is gereed of een duplicaat.
problem-count = { $records ->
    [one] { $records } record
   *[other] { $records } records
 }, { $causes ->
    [one] { $causes } oorzaak
   *[other] { $causes } oorzaken
 }

## The settings.

settings = Regels en standaardwaarden
ranges = Adresbereiken
ranges-refuse = Weigeren; de import neemt alleen losse adressen aan
ranges-expand = Uitschrijven als losse adressen, tot { $most }
ranges-single = Eén voor één verzenden
hashes = Hashes van één bestand
hashes-all = Alle verzenden
hashes-strongest = Alleen de sterkste verzenden
hashes-strongest-saves = Alleen de sterkste verzenden: { $fewer } minder
legacy = Alert en AlertAndBlock verzenden zoals ze er staan
internal = Privéadressen en gereserveerde adressen verzenden

## The table of rows, and the tools over it.

rows = Records
find = Zoeken in { $rows ->
    [one] { $rows } rij
   *[other] { $rows } rijen
 }
any-state = Status: alle
any-action = Actie: alle
any-type = Type: alle
rewritten = Herschreven { $rows }
shown = { $rows } getoond
clear-filters = Alles tonen
no-rows = Geen rij voldoet aan het filter.

state = Status
value = Waarde
type = Type
action = Actie
severity = Ernst
expires = Verloopt
title = Titel
line-number = Regel
file-and-line = Bestand en regel
never = Nooit
was = { " " }was{ " " }
against = { " " }tegen{ " " }
same-as = { "=" } Regel { $line }

## The details of a row.

line = Regel { $line }
source = Bron
changes = Wijzigingen
findings = Bevindingen
attempts = Aanroepen met deze rij
batch = Batch { $number }, { $date } { $time }
answered-after = { $status }, { $time }
no-answer = geen antwoord
answer = Antwoord van Defender
accepted-as = Geaccepteerd met id { $id }
fields = Zoals verzonden
all-devices = Alle apparaten
previous = Vorige rij
next = Volgende rij
close = Details sluiten
conflicts-with = Dezelfde waarde staat op regel { $line } met een andere actie: { $action }
repeats = Dezelfde indicator staat op regel { $line }; die wordt één keer verzonden.

## The question before sending.

ask = { $imports ->
    [one] { $imports } indicator verzenden naar { $tenant }?
   *[other] { $imports } indicatoren verzenden naar { $tenant }?
 }
ask-and-delete = In { $tenant } eerst { $deletions } verwijderen en dan { $imports ->
    [one] { $imports } indicator
   *[other] { $imports } indicatoren
 } importeren?
ask-where = { $account }, { $cloud }, { $host }.
ask-calls = { $calls ->
    [one] { $calls } aanroep
   *[other] { $calls } aanroepen
 }, ongeveer { $time }.
blocking = { $indicators ->
    [one] { $indicators } indicator zal iets blokkeren op apparaten
   *[other] { $indicators } indicatoren zullen iets blokkeren op apparaten
 }
blocking-body =
    Block en BlockAndRemediate houden bestanden, adressen, domeinen of URL's tegen op elk apparaat waarvoor de indicator
    geldt. Bekijk de waarden voordat u doorgaat.
safe-twice = Dezelfde lijst twee keer verzenden slaat niets dubbel op.
cancel = Annuleren
ask-by-action = Per actie
