### How a source was read and how it is encoded, in a few words: "portal CSV, UTF-8, 3 KB". How it is read is a
### choice, too.

# A CSV as the portal exports it.
portal-csv = portal CSV
table = table
# JSON as the API takes it.
api-json = API JSON
# A text such as a documentation page, with JSON of the API's in it.
page-with-json = page with API JSON
stix = STIX
misp = MISP event
openioc = OpenIOC
# A file as an operating system has it, of addresses and names.
hosts = hosts file
list = list
# A report or a mail.
prose = running text
# A product's own form: what is to be deleted or restored.
tenant-changes = changes to the tenant
# An encoding.
utf8-marked = UTF-8 with a byte order mark
