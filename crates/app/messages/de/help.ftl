why = Warum?
