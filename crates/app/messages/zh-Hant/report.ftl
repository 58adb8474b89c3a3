### The last screen: what became of every row.

## Heading

only-deleted = 未匯入任何內容，已從 { $tenant } 刪除 { $deleted } 個指標
sent-nothing = 未傳送任何內容至 { $tenant }
all-accepted = { $tenant } 已接受 { $accepted } 個指標
some-accepted = { $tenant } 已接受 { $sent } 個指標中的 { $accepted } 個
results = { $rejected ->
    [0] 無退回
   *[other] 退回 { $rejected } 個
 }，{ $unconfirmed ->
    [0] 無未確認
   *[other] 未確認 { $unconfirmed } 個
 }。
made-way = 為了匯入，已先刪除租用戶的 { $indicators } 個指標。
when-and-who = { $began } 至 { $ended }，{ $calls } 次呼叫，由 { $account } 執行。

## Why the run stopped before its end: first words, and the rest

cancelled = 其餘部分已由使用者取消。
cancelled-body = 已送出的呼叫都已等候回應。
unfinished = 這項作業尚未結束。
unfinished-body = 其餘部分傳送前，頁面已關閉。
not-let-in = API 不允許此頁面存取。
not-let-in-body = 未傳送任何內容。
forbidden = Defender 禁止這項操作。
forbidden-body = 帳戶或應用程式註冊缺少管理指標的權限。取得權限後，可從第一個畫面繼續處理其餘部分。API 的訊息：{ $said }
over-quota = 租用戶已沒有空間。
over-quota-body = 其餘部分未傳送。在入口網站刪除指標，或等部分指標到期，再重新提供未傳送的列；這些列可在此下載。API 的訊息：{ $said }
wrong-host = 此主機不是 API。
wrong-host-body = 回應為 { $status }。config.json 中的 API 位址可能有誤。

## Where the report is from

past-of-file = 這是作業檔所記載的過去作業。建立檔案的人可能修改過內容：此頁面並未向租用戶查證。
begun-elsewhere = 這項作業來自作業檔。在此開啟之前各列的結果，以檔案的記載為準。

## Sums

totals = 合計
given = 提供的內容
became = 就緒列的結果
records = 記錄
rows = 列
records-read = 讀取的記錄
ready = 就緒
unreadable = 無法讀取
accepted = 已接受
rejected = 已退回
unconfirmed = 未確認
not-sent = 未傳送
unconfirmed-body = 未確認：已傳送，但回應遺失。這些列可能已在租用戶中，也可能沒有。重新提供即可確定，且不會重複儲存。

## Reasons

reasons = 已退回，依服務所述的原因
word-for-word = { $field } 原文
show = 顯示 { $rows } 列
reason = 原因
all-rejected = 已退回

## Rows and downloads

every-row = 所有列
printed = 已列印 { $rows } 列中的 { $shown } 列；CSV 報告包含所有列。
keep = 保存記錄
as-csv = 每一行及其結果
as-json = 同上，另含變更與識別碼
as-run = 整項作業，可在任何瀏覽器中開啟
run-file = 作業檔
to-mend = 遭拒絕或退回的 { $rows } 列，供修正後重新提供
mend-here = 在此修正
unsent = 未傳送或未確認的 { $rows } 列，供重新提供

## What "accepted" does not yet mean

not-yet = 「已接受」不代表已經生效
network = 位址、URL 與網域
network-acts = { $what }約在 2 小時內生效，有時最長 48 小時，且必須開啟「自訂網路指標」。
files = 檔案
files-act = { $what }約在 2 小時內生效，且必須開啟「允許或封鎖檔案」。
certificates = 憑證
certificates-act = { $what }約在 3 小時內生效。
audit-acts = { $action } 只記錄相符項目，不封鎖任何內容。

## Foot

more = 匯入更多
back = 返回
