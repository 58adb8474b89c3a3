### Spans of time with their units, as they stand in sentences and tables.

# Below a minute, such as "4 s".
# $seconds (Number)
seconds = { $seconds } s
# Such as "3 min".
# $minutes (Number)
minutes = { $minutes } min
# Such as "3 min 20 s".
# $minutes (Number)
# $seconds (Number)
minutes-and-seconds = { $minutes } min { $seconds } s
# Such as "2 h".
# $hours (Number)
hours = { $hours } h
# Such as "2 h 10 min".
# $hours (Number)
# $minutes (Number)
hours-and-minutes = { $hours } h { $minutes } min
# To a tenth of a second, such as "1.2 s". $seconds is such as "1.2", as the language writes it.
tenths = { $seconds } s
