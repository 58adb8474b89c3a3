### What several screens say.

between-sentences = { " " }
sentence = { $heading }.
