### The tenant is looked at once more right before an import is sent.

reading = 正在重新讀取租用戶
reading-body = 確認租用戶仍與檢閱時相同之前，不會傳送任何內容。
back = 返回檢閱

## The tenant is not what was reviewed, or that is not known

not-read = 未重新讀取租用戶。
not-readable = 無法重新讀取租用戶。
nothing-sent = 未傳送任何內容。
stands = 各列仍以 { $time } 的比對結果為準。再次傳送時會重新嘗試讀取；傳送前的確認現在也可選擇依該清單傳送。
changed = 租用戶在 { $time } 之後已有變更。
otherwise = 有 { $rows } 列現在會有不同的結果。
otherwise-in-sums = 有 { $rows } 列現在會有不同的結果（{ $sums }）。
sum = { $fate }：{ $now }，先前 { $before }
between-sums = { "；" }
written = 有 { $rows } 列要變更或刪除的指標，在檢閱後已由他人變更。
shown = 檢閱畫面顯示的是租用戶目前的狀態。

## The way on by the old list

not-again = 上次嘗試時無法重新讀取租用戶
as-listed = 依 { $time } 的清單傳送
as-listed-body = 之後他人在租用戶中所做的變更不會納入考量：復原時會還原為該時間的內容。報告會註明是以這種方式傳送。
was-sent-as-listed = 第一次呼叫前無法重新讀取租用戶：依照選擇，已按 { $moment } 的租用戶清單比對結果傳送。
