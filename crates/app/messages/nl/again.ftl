### The tenant is looked at once more right before an import is sent.

reading = De tenant wordt opnieuw gelezen
reading-body = Er wordt niets verzonden voordat bekend is of de tenant nog is zoals bij de beoordeling.
back = Terug naar beoordeling

## The tenant is not what was reviewed, or that is not known

not-read = De tenant is niet opnieuw gelezen.
not-readable = De tenant kon niet opnieuw worden gelezen.
nothing-sent = Er is niets verzonden.
stands =
    De rijen staan er zoals ze om { $time } zijn vergeleken. Bij verzenden wordt het nog eens geprobeerd; de vraag
    vooraf biedt nu ook aan om volgens die lijst te verzenden.

changed = De tenant is sinds { $time } gewijzigd.
otherwise = { $rows ->
    [one] { $rows } rij zou nu iets anders doen.
   *[other] { $rows } rijen zouden nu iets anders doen.
 }
otherwise-in-sums = { $rows ->
    [one] { $rows } rij zou nu iets anders doen ({ $sums }).
   *[other] { $rows } rijen zouden nu iets anders doen ({ $sums }).
 }
sum = { $fate }: { $now }, eerder { $before }
between-sums = { "; " }
written = { $rows ->
    [one] { $rows } rij zou een indicator wijzigen of verwijderen die iemand inmiddels heeft gewijzigd.
   *[other] { $rows } rijen zouden een indicator wijzigen of verwijderen die iemand inmiddels heeft gewijzigd.
 }
shown = De beoordeling toont de tenant zoals die nu is.

## The way on by the old list

not-again = De tenant kon de laatste keer niet opnieuw worden gelezen
as-listed = Verzenden volgens de lijst van { $time }
as-listed-body =
    Wat anderen sindsdien in de tenant hebben gewijzigd, wordt dan niet gezien: terugdraaien zou teruggeven wat er op
    dat moment stond. Het rapport vermeldt dat zo is verzonden.
was-sent-as-listed =
    De tenant kon vóór de eerste aanroep niet opnieuw worden gelezen: u hebt ervoor gekozen te verzenden volgens de
    vergelijking met de lijst van de tenant van { $moment }.
