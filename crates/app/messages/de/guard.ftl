### What the guard says: the part of the page that holds back what would hit more than the attacker.

## The guard's lists: the name of each, and under it what blocking something of it would do.

own = Ihre eigene Domäne oder Adresse
own-why = Geräte wären von dem abgeschnitten, was diese Organisation betreibt.
sign-in = Wo Sie sich anmelden
sign-in-why = Niemand könnte sich mehr anmelden oder dies in Defender zurücknehmen.
private = Im internen Netzwerk
private-why =
    Viele Geräte haben eine solche Adresse oder einen solchen Namen; keines davon gehört dem Angreifer.
public-suffix = Ein öffentliches Suffix
public-suffix-why = Jeder darunter registrierte Name wäre betroffen.
empty-hash = Der Hash der leeren Datei
empty-hash-why = Jede leere Datei auf jedem Gerät wäre betroffen.
resolver = Ein öffentlicher DNS-Resolver
resolver-why = Geräte, die ihn fragen, könnten keinen Namen mehr auflösen.
shared-hosting = Gemeinsam genutztes Hosting
shared-hosting-why = Alles andere, was dort liegt, wäre auch betroffen.
microsoft = Gehört Microsoft
microsoft-why = Windows und Microsoft 365 sind darauf angewiesen.
shortener = Ein Kurzlinkdienst
shortener-why = Jeder dort gekürzte Link wäre betroffen, nicht nur einer.
google = Gehört Google
google-why = Dienste von Google wären auch betroffen.
connectivity-check = Eine Konnektivitätsprüfung
connectivity-check-why = Geräte würden annehmen, offline zu sein.
security-site = Eine Website zur Sicherheit
security-site-why = Berichte nennen sie als Quelle; ihre Leser wären betroffen.
top-site = Eine der meistgenutzten Websites
top-site-why = Tägliche Arbeit, die nichts mit dem Angriff zu tun hat, wäre betroffen.
cdn = Ein Content Delivery Network
cdn-why = Unter einer solchen Adresse antworten viele Websites, die nichts miteinander zu tun haben.
cloud = Im Bereich eines Cloudanbieters
cloud-why = Andere können eine solche Adresse mitnutzen, und Adressen wechseln dort den Besitzer.
false-positive = Oft irrtümlich genannt
false-positive-why = Bedrohungslisten nennen diesen Hash oft, obwohl die Datei harmlos ist.
other = Vom Schutz erfasst
other-why = Es kann mehr treffen als den Angreifer.

## What is done about rows that are on a list.

held-back = Zurückgehalten
overridden = Trotzdem gesendet
caught = { $list }, { $entry }.
caught-held-back = Zurückgehalten.
caught-overridden = Trotzdem gesendet.
caught-cautioned = Wird gesendet, sofern Sie sie nicht auslassen.
stopped = { $rows ->
    [one] { $rows } Zeile wird zurückgehalten und nicht gesendet.
   *[other] { $rows } Zeilen werden zurückgehalten und nicht gesendet.
 }
sent = { $rows ->
    [one] { $rows } Zeile wird trotzdem gesendet, wie von Ihnen bestätigt.
   *[other] { $rows } Zeilen werden trotzdem gesendet, wie von Ihnen bestätigt.
 }
cautioned = { $rows ->
    [one] { $rows } Zeile wird gesendet, sofern Sie sie nicht auslassen.
   *[other] { $rows } Zeilen werden gesendet, sofern Sie sie nicht auslassen.
 }

## The question before sending.

stop = Stopp: { $list }, { $example }
caution = Vorsicht: { $list }, { $example }

type-tenant = { $rows ->
    [one] Um sie trotzdem zu senden, geben Sie { $tenant } ein
   *[other] Um sie trotzdem zu senden, geben Sie { $tenant } ein
 }
hold = Zurückhalten
show = { $rows ->
    [one] Zeile zeigen
   *[other] { $rows } Zeilen zeigen
 }
leave-out = { $rows ->
    [one] Auslassen
   *[other] Diese { $rows } auslassen
 }

## Where the guard's lists are from.

lists = Öffentliche Schutzlisten: { $source }
source = { $source }, vom { $date }, { $licence }.
loading = Die öffentlichen Schutzlisten werden geladen.
missing =
    Die öffentlichen Schutzlisten fehlen: Große Websites, Clouds, Resolver und Endpunkte von Microsoft werden
    nicht geprüft. Ihre eigenen Domänen, Anmeldehosts, private Bereiche und öffentliche Suffixe werden
    geprüft.

## A run file holds what the guard stops: what is so, and what to do.

refused = { $indicators ->
    [one] Der Schutz stoppt { $indicators } Indikator, den diese Laufdatei senden würde.
   *[other] Der Schutz stoppt { $indicators } Indikatoren, die diese Laufdatei senden würde.
 }
refused-body =
    Es wurde nichts gesendet. { $lists } Wer die Datei erstellt hat, kann den Schutz übergangen haben; Sie
    haben das nicht getan. Wählen Sie „{ $show-rows }“, laden Sie die nicht gesendeten Zeilen herunter, und
    lesen Sie sie als Liste ein: Die Prüfung hält zurück, was der Schutz stoppt, und fragt Sie, bevor etwas
    davon gesendet wird. Der erste ist: { $example }
refused-list = { $list } ({ $rows }): { $why }
