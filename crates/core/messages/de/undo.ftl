### Why an undo, or a run that is gone on with, leaves an indicator as it is. "It" is the indicator. Moments stand
### as they are: 2026-11-22T09:14:00Z.

left-is-gone = Der Mandant führt ihn nicht mehr auf. Es gibt nichts zurückzunehmen.
left-as-it-was = Im Mandanten ist er so, wie er vor dem Lauf war. Es gibt nichts zurückzunehmen.
left-changed = Er wurde seitdem geändert. Er bleibt; ändern Sie ihn von Hand, wo das gewünscht ist.
left-changed-at =
    Er wurde seitdem geändert, am { $at }. Er bleibt; ändern Sie ihn von Hand, wo das gewünscht ist.
left-changed-by =
    Er wurde seitdem geändert, von { $by }. Er bleibt; ändern Sie ihn von Hand, wo das gewünscht ist.
left-changed-by-at =
    Er wurde seitdem geändert, von { $by } am { $at }. Er bleibt; ändern Sie ihn von Hand, wo das gewünscht ist.
left-unknown =
    Was er vor dem Lauf war, ist nicht bekannt: Der Inhalt des Mandanten war nicht gelesen worden, oder nicht,
    seit jemand ihn erstellt hat. Er bleibt; löschen oder ändern Sie ihn von Hand, wo das gewünscht ist.
left-unread =
    Er gehört nicht zu dem, was von der Liste des Mandanten gelesen werden konnte; sie ist unvollständig. Er
    bleibt unberührt; suchen Sie ihn im Portal.
left-expired =
    Was er vor dem Lauf war, ist am { $at } abgelaufen und wäre inzwischen weg. Er bleibt; löschen Sie ihn von
    Hand, wo das gewünscht ist.
left-without-id =
    Der Mandant führt ihn ohne ID auf, und nur anhand einer ID ließe er sich löschen. Er bleibt; löschen Sie ihn
    im Portal.
changed-meanwhile =
    Während der Lauf unfertig lag, hat jemand einen Indikator geändert, erstellt oder gelöscht, den diese Zeile
    ändern würde. Beim Fortsetzen des Laufs blieb er unberührt. Sehen Sie ihn sich im Portal an; importieren Sie
    die Zeile erneut, wo sie noch gewünscht ist.
