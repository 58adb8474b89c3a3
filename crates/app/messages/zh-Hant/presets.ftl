### Presets: what stands in the form of defaults, and the review's rules, under a name.

## The choice of one.

preset = 設定組
standard = 標準
option-unreadable = { $name }（無法讀取）
option-not-kept = { $name }（未保留）
changed = 已變更，未儲存。
unlisted = 列出前 { $listed } 個；此瀏覽器還保留了另外 { $more } 個。

## What can be done with presets.

save-and-open = 儲存、重新命名、開啟檔案
holds = 設定組包含此表單與檢閱的規則，不含清單、帳戶或權杖。它保留在此瀏覽器中，或存成可交給他人的檔案。
name = 設定組名稱
wrong-name = 名稱為 1 至 { $most } 個字元，且只能有一行。
save = 儲存
replace = 取代
rename = 重新命名
delete = 刪除
to-file = 存成檔案
from-file = 開啟檔案

## What was done.

saved = 已儲存：{ $name }。
replaced = 已取代：{ $name }。
bring-old-back = 還原舊的設定組
deleted = 已刪除 { $name }。
bring-back = 還原
changes = 檢閱中的清單有 { $settings } 項設定變更，各列會重新檢查：
change = { $setting }：{ $before } { $now }
put-back = 還原為先前的設定

## What went wrong.

not-saved = 未儲存。
not-read = { $file } 不是可讀取的設定組檔案。未變更任何內容。
damaged = 無法讀取 { $name }。未變更任何內容。
not-kept = 此瀏覽器不保留設定組。關閉頁面後設定組就會消失：應存成檔案。
too-large = 大於 { $size } KB。
unread = 瀏覽器無法讀取。
more-faults = 另有 { $faults } 個錯誤未列出。

## Settings in the list of what was changed: their names, and what they are.

group-action = { $group }，動作
group-severity = { $group }，嚴重性
group-expires = { $group }，到期日
kept-as-written = 保留原文
between-kinds = 、
yes = 是
no = 否
no-text = 無
no-kind = 無
