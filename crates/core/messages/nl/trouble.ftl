### What is said in place of an answer of the API's that did not come or is none, and of a file of the page's own
### that did not load.

no-answer = Er kwam geen antwoord.
answer-unread = Het antwoord kon niet worden gelezen.
tenant-unread = De lijst van de tenant kon niet worden gelezen.
not-a-list = Het antwoord is geen lijst met indicatoren.
guard-missing = Het bestand met de openbare lijsten van het vangnet is niet geladen.
guard-foreign =
    Het bestand met de openbare lijsten van het vangnet is niet het bestand waarmee deze pagina is gebouwd.
