### Why an undo, or a run that is gone on with, leaves an indicator as it is. "It" is the indicator. Moments stand
### as they are: 2026-11-22T09:14:00Z.

left-is-gone = De tenant noemt hem niet meer. Er is niets terug te draaien.
left-as-it-was = In de tenant staat hij zoals hij voor de run was. Er is niets terug te draaien.
left-changed = Hij is sindsdien gewijzigd. Hij blijft; wijzig hem zelf waar dat gewenst is.
left-changed-at =
    Hij is sindsdien gewijzigd, op { $at }. Hij blijft; wijzig hem zelf waar dat gewenst is.
left-changed-by =
    Hij is sindsdien gewijzigd, door { $by }. Hij blijft; wijzig hem zelf waar dat gewenst is.
left-changed-by-at =
    Hij is sindsdien gewijzigd, door { $by } op { $at }. Hij blijft; wijzig hem zelf waar dat gewenst is.
left-unknown =
    Wat hij voor de run was, is niet bekend: de inhoud van de tenant was niet gelezen, of niet meer sinds iemand
    hem maakte. Hij blijft; verwijder of wijzig hem zelf waar dat gewenst is.
left-unread =
    Hij hoort niet bij wat van de lijst van de tenant kon worden gelezen; die is niet volledig. Hij blijft
    ongemoeid; zoek hem op in de portal.
left-expired =
    Wat hij voor de run was, is verlopen op { $at } en zou nu weg zijn. Hij blijft; verwijder hem zelf waar dat
    gewenst is.
left-without-id =
    De tenant noemt hem zonder id, en alleen daarmee kan hij worden verwijderd. Hij blijft; verwijder hem in de
    portal.
changed-meanwhile =
    Terwijl de run onafgemaakt was, heeft iemand een indicator gewijzigd, gemaakt of verwijderd die deze rij zou
    wijzigen. Bij het voortzetten van de run bleef die ongemoeid. Bekijk hem in de portal; importeer de rij
    opnieuw waar die nog gewenst is.
