### What can be done about a cause: labels of buttons, short.

## In how many days rows expire: a button, and after it a box for the number of days with a word behind it.

expire-in = Verloopt over
expire-rows-in = { $rows ->
    [one] { $rows } rij verloopt over
   *[other] { $rows } rijen verlopen over
 }
days = dagen
days-of-box = dagen

## The other buttons.

never-expire = Verloopt nooit
in-days = Over { $days ->
    [one] { $days } dag
   *[other] { $days } dagen
 }
choose-this = Deze verzenden
keep-strictest = Strengste behouden
drop-port = Poort weghalen
title-from-file = Bestandsnaam gebruiken
description-from-defaults = Standaard gebruiken
expand-range = Uitschrijven als adressen
take-as = Importeren als { $type }
take-as-means = Wordt verzonden met het type { $type }.
ignore = Geen indicator
ignore-means = Wordt niet verzonden en telt als genegeerd.
leave-out = Weglaten
take-back-in = Weer opnemen
reset = Wijzigingen terugdraaien

fix-of-rows = { $fix } ({ $rows })
fixes-for = Oplossingen voor { $title }
