### What a list is given that does not say it: a form.


## The fields in view.

action = Actie
audit-blocks-nothing = Audit legt een treffer vast en blokkeert niets.
severity = Ernst
no-severity = Standaard van de service
title = Titel
title-example = De naam van het bestand
description = Beschrijving

expires = Verloopt
by-type-below = Per type, zoals hieronder
never = Nooit
in-a-year = Over 1 jaar
in-days = Over { $days ->
    [one] { $days } dag
   *[other] { $days } dagen
 }
other-days = Over een ander aantal dagen
expires-in-days = Verloopt na (dagen)
wrong-days = 1 tot en met { $most } dagen, of leeg voor nooit.

## What differs by type.

by-type = Per type
action-as-above = Zoals hierboven
severity-as-above = Zoals hierboven

files = Hashes en certificaten
addresses = Adressen
names = Domeinen en URL's

action-of = Actie: { $group }
severity-of = Ernst: { $group }
expires-of = Verloopt na (dagen): { $group }

by-type-in-short = Bestanden { $files }, adressen { $addresses }, namen { $names }
never-in-short = nooit
days-in-short = { $days } d
all-alike = Alle gelijk

## Alerts and device groups.

alert-and-groups = Waarschuwingen en apparaatgroepen
alert = Waarschuwing
no-alert = Standaard van de service
raise-alert = Waarschuwing genereren
raise-none = Geen waarschuwing
alert-by-action = Audit genereert altijd een waarschuwing, Allowed nooit.
groups = Apparaatgroepen
all-devices = Alle apparaten
groups-help = Eén naam tegelijk, gespeld zoals in de portal; Enter voegt toe.
unknown-group = Geen indicator van de tenant noemt deze groep. Controleer de spelling.
take-off = { $group } weghalen
group-count = { $groups ->
    [one] { $groups } groep
   *[other] { $groups } groepen
 }
alert-and-groups-in-short = { $alert }, { $groups }

## Fields of templates: {value} in a text stands for the indicator, and so on.

template = Velden voor titel en beschrijving
template-body = In een tekst worden ze rij voor rij ingevuld. Een losse accolade schrijft u dubbel: { "{{" }.
first-row = Eerste rij die gereed is: { $text }
no-row = Wordt rij voor rij ingevuld; er is nog geen rij gereed om het mee te tonen.

field-value = de indicator
field-type = het type, zoals DomainName
field-action = wat er wordt gedaan
field-severity = hoe ernstig het is
field-expires = de dag van verlopen, of nooit
field-date = vandaag, in UTC
field-file = de naam van het bestand
field-line = de regel in het bestand
field-column = de tekst van de rij in een kolom van een tabel
