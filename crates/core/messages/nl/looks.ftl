### What a text that is no indicator is taken for. It stands after "is" in "not-an-indicator" and "other-record"
### of "value.ftl": `see report` is a sentence, not an indicator.

blank = leeg
comment = een opmerking
placeholder = een tijdelijke aanduiding
sentence = een zin
email = een e-mailadres
file-path = een bestandspad
file-name = een bestandsnaam
registry-key = een registersleutel
mutex = een mutex
vulnerability = het nummer van een beveiligingslek
heading = een regel boven de tabel
header = nogmaals de koprij
no-value = een rij zonder indicator
port = een poort
other-hash = een ander soort hash
other-type = van een type dat niet wordt geïmporteerd
local-name = een naam van de computer zelf
unknown = iets anders
