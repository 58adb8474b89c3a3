### The tenant is looked at once more right before an import is sent.

# Heading while the tenant is listed before anything is sent.
reading = Reading the tenant once more
# Under it.
reading-body = Nothing is sent before it is known whether the tenant is still what was reviewed.
# Label of not waiting for it.
back = Back to review

## The tenant is not what was reviewed, or that is not known

# Heading: nobody could ask, or the user did not wait.
not-read = The tenant was not read again.
# Heading: it was tried. Why not follows under it.
not-readable = The tenant could not be read again.
# Under any of these headings, first.
nothing-sent = Nothing was sent.
# Under either of them, last. $time is a time of day.
stands =
    The rows stand as compared at { $time }. Sending tries once more; the question before it now also offers
    to send by that list.

# Heading: the tenant is another one than was reviewed. $time is a time of day.
changed = The tenant has changed since { $time }.
# Under it: rows to which something else would happen than was reviewed.
otherwise = { $rows ->
    [one] { $rows } row would now do something else.
   *[other] { $rows } rows would now do something else.
 }
# The same with what would happen to them, such as "Create: 3, before 5; Unchanged: 2, before 0".
otherwise-in-sums = { $rows ->
    [one] { $rows } row would now do something else ({ $sums }).
   *[other] { $rows } rows would now do something else ({ $sums }).
 }
# Of these sums: how many rows have a fate now, and how many had it. $fate is its name, such as "Create".
# $now (Number)
# $before (Number)
sum = { $fate }: { $now }, before { $before }
# Between two of these sums.
between-sums = { "; " }
# Under the heading: rows about indicators that are not any more what was reviewed.
written = { $rows ->
    [one] { $rows } row would change or delete an indicator that somebody has changed since.
   *[other] { $rows } rows would change or delete an indicator that somebody has changed since.
 }
# Under the heading, last.
shown = The review shows the tenant as it is now.

## The way on by the old list

# In the question before sending, where the tenant could not be listed again: heading.
not-again = The tenant could not be read again when it was last asked
# Label of sending all the same. $time is a time of day.
as-listed = Send by the list of { $time }
# Under it.
as-listed-body =
    What others have changed in the tenant since is then not seen: an undo would give back what was there at
    that time. The report says that it was sent so.
# In the report of a run that was sent so. $moment is a day and a time.
was-sent-as-listed =
    The tenant could not be read again before the first call: by your choice this was sent as it compared with
    the tenant's list of { $moment }.
