### What a text that is no indicator is taken for. It stands after "is" in "not-an-indicator" and "other-record"
### of "value.ftl": `see report` is a sentence, not an indicator.

blank = leer
comment = ein Kommentar
placeholder = ein Platzhalter
sentence = ein Satz
email = eine E-Mail-Adresse
file-path = ein Dateipfad
file-name = ein Dateiname
registry-key = ein Registrierungsschlüssel
mutex = ein Mutex
vulnerability = die Nummer einer Sicherheitslücke
heading = eine Zeile über der Tabelle
header = noch einmal die Kopfzeile
no-value = eine Zeile ohne Indikator
port = ein Port
other-hash = ein Hash anderer Art
other-type = von einem Typ, der nicht importiert wird
local-name = ein Name des Rechners selbst
unknown = etwas anderes
