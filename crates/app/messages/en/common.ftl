### What several screens say.

# Between two sentences of one paragraph; nothing in a language that has no blank there.
between-sentences = { " " }
# A heading made a sentence of a paragraph. $heading has no full stop.
sentence = { $heading }.
