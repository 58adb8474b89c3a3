### How a source was read and how it is encoded, in a few words: "portal CSV, UTF-8, 3 KB". How it is read is a
### choice, too.

portal-csv = portal-CSV
table = tabel
api-json = API-JSON
page-with-json = pagina met API-JSON
stix = STIX
misp = MISP-gebeurtenis
openioc = OpenIOC
hosts = hosts-bestand
list = lijst
prose = doorlopende tekst
tenant-changes = wijzigingen in de tenant
utf8-marked = UTF-8 met byte order mark
