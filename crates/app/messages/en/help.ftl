### Help: what leads to it, keys, hints, and what the page is made of.

# Link to the page that explains a finding; it opens in a new tab. Its code stands there, or follows.
why = Why?
