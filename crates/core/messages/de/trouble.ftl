### What is said in place of an answer of the API's that did not come or is none, and of a file of the page's own
### that did not load.

no-answer = Es kam keine Antwort.
answer-unread = Die Antwort war nicht lesbar.
tenant-unread = Die Liste des Mandanten war nicht lesbar.
not-a-list = Die Antwort ist keine Liste von Indikatoren.
guard-missing = Die Datei der öffentlichen Schutzlisten wurde nicht geladen.
guard-foreign = Die Datei der öffentlichen Schutzlisten ist nicht die, mit der diese Seite erstellt wurde.
