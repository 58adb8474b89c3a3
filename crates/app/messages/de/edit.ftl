edit = Bearbeiten
only-ticked = Nur angehakte Felder ändern sich.
undo = Rückgängig machen: { $done }
redo = Wiederholen: { $done }
undone = Rückgängig gemacht: { $done }
copied = Kopiert: { $rows }
columns = Spalten
save-first = Speichern oder verwerfen Sie zuerst, was Sie geschrieben haben.
