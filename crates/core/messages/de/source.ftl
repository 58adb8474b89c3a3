### How a source was read and how it is encoded, in a few words: "portal CSV, UTF-8, 3 KB". How it is read is a
### choice, too.

portal-csv = Portal-CSV
table = Tabelle
api-json = API-JSON
page-with-json = Seite mit API-JSON
stix = STIX
misp = MISP-Ereignis
openioc = OpenIOC
hosts = Hosts-Datei
list = Liste
prose = Fließtext
tenant-changes = Änderungen am Mandanten
utf8-marked = UTF-8 mit Bytereihenfolge-Marke
