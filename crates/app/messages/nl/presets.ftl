### Presets: what stands in the form of defaults, and the review's rules, under a name.

## The choice of one.

preset = Voorinstelling
standard = Standaard
option-unreadable = { $name } (niet leesbaar)
option-not-kept = { $name } (niet bewaard)
changed = Gewijzigd, niet opgeslagen.
unlisted = De eerste { $listed } staan in de lijst; deze browser bewaart er nog { $more }.

## What can be done with presets.

save-and-open = Opslaan, hernoemen, bestand openen
holds =
    Een voorinstelling bevat dit formulier en de regels van de beoordeling; geen lijst, account of token. Die wordt
    bewaard in deze browser, of in een bestand dat u aan anderen geeft.
name = Naam van de voorinstelling
wrong-name = Een naam heeft 1 tot en met { $most } tekens, op één regel.
save = Opslaan
replace = Vervangen
rename = Hernoemen
delete = Verwijderen
to-file = Opslaan als bestand
from-file = Bestand openen

## What was done.

saved = Opgeslagen: { $name }.
replaced = Vervangen: { $name }.
bring-old-back = Vorige terugzetten
deleted = { $name } is verwijderd.
bring-back = Terugzetten
changes = { $settings ->
    [one] { $settings } instelling gewijzigd
   *[other] { $settings } instellingen gewijzigd
 } voor de lijst in beoordeling, waarvan de rijen opnieuw worden gecontroleerd:
change = { $setting }: { $before } { $now }
put-back = Terugzetten zoals het was

## What went wrong.

not-saved = Niet opgeslagen.
not-read = { $file } is geen leesbare voorinstelling. Er is niets gewijzigd.
damaged = { $name } kan niet worden gelezen. Er is niets gewijzigd.
not-kept =
    Deze browser bewaart geen voorinstellingen. Ze blijven hier tot de pagina wordt gesloten: sla ze op als bestand.
too-large = Het bestand is groter dan { $size } KB.
unread = De browser kon het niet lezen.
more-faults = { $faults ->
    [one] Nog { $faults } fout staat niet in deze lijst.
   *[other] Nog { $faults } fouten staan niet in deze lijst.
 }

## Settings in the list of what was changed: their names, and what they are.

group-action = { $group }, actie
group-severity = { $group }, ernst
group-expires = { $group }, verloopt
kept-as-written = Gelaten zoals het was
between-kinds = ,{ " " }
yes = ja
no = nee
no-text = geen
no-kind = geen
