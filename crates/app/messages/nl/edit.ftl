edit = Bewerken
only-ticked = Alleen aangevinkte velden veranderen.
undo = Ongedaan maken: { $done }
redo = Opnieuw: { $done }
undone = Ongedaan gemaakt: { $done }
copied = Gekopieerd: { $rows }
columns = Kolommen
save-first = Sla eerst op of annuleer wat u hebt geschreven.
