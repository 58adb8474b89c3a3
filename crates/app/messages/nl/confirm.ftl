### The question before anything leaves.

way-batches = Manier van verzenden: veel indicatoren per aanroep
way-one-by-one = Manier van verzenden: één aanroep per indicator

batches = Veel indicatoren per aanroep ({ $calls ->
    [one] { $calls } aanroep
   *[other] { $calls } aanroepen
 })
one-by-one = Eén aanroep per indicator (langzamer: ongeveer { $time })
one-by-one-body =
    Voor tenants waarin de import-API niet beschikbaar is. De pagina mag intussen dicht: de run wordt daarna voortgezet
    waar die was gebleven.

calls = { $calls ->
    [one] { $calls } aanroep
   *[other] { $calls } aanroepen
 }, ongeveer { $time }.

kept = { $days ->
    [one]
        De run wordt { $days } dag in deze browser bewaard, met de lijst. Wie deze browser kan gebruiken, kan de
        run lezen: wis de run onder "Eerdere runs" als de computer wordt gedeeld.
   *[other]
        De run wordt { $days } dagen in deze browser bewaard, met de lijst. Wie deze browser kan gebruiken, kan de
        run lezen: wis de run onder "Eerdere runs" als de computer wordt gedeeld.
 }

nothing-kept = Van deze run wordt niets bewaard
nothing-kept-body =
    Als dit tabblad wordt gesloten of de computer stopt voor het einde, is hier niet bekend wat er van de lopende
    aanroepen is geworden, en kan de run niet worden voortgezet. Houd het tabblad open tot het rapport er is, en
    download het rapport. De browser meldt:
refused = De browser heeft de run de laatste keer niet bewaard
without = Verzenden zonder vastlegging
