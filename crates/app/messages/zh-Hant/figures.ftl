### Spans of time with their units, as they stand in sentences and tables.

seconds = { $seconds } 秒
minutes = { $minutes } 分鐘
minutes-and-seconds = { $minutes } 分 { $seconds } 秒
hours = { $hours } 小時
hours-and-minutes = { $hours } 小時 { $minutes } 分鐘
tenths = { $seconds } 秒
