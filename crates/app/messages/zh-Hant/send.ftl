### The third screen: a run as it goes.

## Heading: what the run does or waits for

quota-is-used = 目前允許的呼叫已用完；{ $time } 繼續傳送
asked-to-wait = Defender 要求等候至 { $time }
trying-again = { $time } 重試
paused = 已暫停
paused-after-failures = 已暫停：連續數個批次失敗
sign-in-again = 重新登入以繼續
offline = 正在等候網路
asking = 正在向 Defender 查詢結果不明的列
unwritten = 已暫停：瀏覽器不再記錄這項作業
cancelled-asks-later = 已取消；{ $time } 查詢結果不明的列
cancelled-asks = 已取消；正在查詢結果不明的列
cancelled-waits = 已取消；正在等候最後的回應
opening = 正在詢問 API 是否允許此頁面存取
opening-body = API 回應之前，不會送出任何指標。

## Under the heading: how many so far, then what it means

so-far-accepted = 目前已接受 { $accepted } 個，已退回 { $rejected } 個。
so-far-taken-back = 目前已復原 { $done } 個，已退回 { $rejected } 個。
so-far-deleted = 目前已刪除 { $deleted } 個，已退回 { $rejected } 個。
ending = 不會再傳送任何內容。若現在結束，結果不明的列會維持未確認：可能已在租用戶中，也可能沒有。
paused-body = 按下「繼續」前，不會傳送新的內容。未遺失任何內容。
asked-to-wait-body = 清單沒有問題，也未遺失任何內容。租用戶中的其他程式也可能使用這項上限。
sign-in-again-body = 其餘部分需要新的權杖。已傳送的內容仍然保留。
offline-body = 網路恢復後會自動繼續傳送。
asking-body = 租用戶的清單會顯示哪些已送達；未送達的會再次傳送。期間不會傳送任何內容。
unwritten-body = 未先記錄的內容不會傳送。若裝置空間已滿，釋出一些空間後繼續。若仍無效，取消其餘部分：報告隨即顯示，並可下載。
paused-after-failures-until = 已接受的內容會保留。{ $time } 會自動以一次無害的呼叫詢問是否已恢復；按「繼續」則立即重試。
paused-after-failures-body = 已接受的內容會保留。按「繼續」會再試一次失敗的批次。
goes-well = 期間可以使用其他索引標籤。
no-answer = 有 { $batches } 個批次沒有收到回應。
check-network = 若完全沒有回應，檢查網路。
extra-calls = 除每個批次各一次外，另有 { $calls } 次呼叫：用於重試及找出有錯的列。
searching = 正在找出有錯的列：已多呼叫 { $calls } 次，還有 { $rows } 列待查。
other-account = 這項作業屬於 { $account }。不會以其他人的身分傳送任何內容。從帳戶功能表登出，再以該帳戶登入。
browser-said = 瀏覽器的訊息：{ $said }
api-said = API 的訊息：{ $said }

## Meters

answered = 已獲回應的指標
of = ／{ $entries }
some-rejected = 已退回 { $count } 個
not-answered = 尚無回應
unconfirmed = { $count ->
    [0] 無遺失
   *[other] 另有 { $count } 個未確認
 }
not-sent = 尚未傳送
batches-left = { $batches } 個批次
time-left = 剩餘時間
not-known = 不明
calls-free = 可再呼叫 { $calls } 次

## Batches: their strip, its legend, and the table of calls

batches = { $batches } 個批次
state-waiting = 等候中
state-in-flight = 傳送中
state-retry = 待重試
state-accepted = 已接受
state-partly = 部分接受
state-rejected = 已退回
state-unconfirmed = 未確認
state-not-sent = 未傳送
in-waiting = 等候中
in-flight = 傳送中
in-retry = 待重試
in-accepted = 已接受
in-partly = 部分接受
in-rejected = 已退回
in-unconfirmed = 未確認
in-not-sent = 未傳送
calls = 呼叫
no-calls = 尚無任何呼叫送出指標。
calls-newest-first = 呼叫，由新到舊
batch = 批次
indicators = 指標
range = { $first } 至 { $last }
state = 狀態
rejected = 已退回
tries = 嘗試次數
http = HTTP
took = 耗時

## The limit of calls

quota = 目前計入的呼叫
of-quota = { $used }／{ $quota }
quota-used = 已使用 { $quota } 次呼叫中的 { $used } 次
quota-body = 每次呼叫會計入至回應後 60 秒。租用戶中的其他程式共用這項上限。

## The log: what happened, newest first; $batch is a batch's number

happening = 目前進度
nothing-yet = 第一次呼叫尚未送出。
batch-sent = 批次 { $batch } 已傳送。
batches-sent = 批次 { $first } 至 { $last } 已傳送。
batch-accepted = { $items ->
    [1] 批次 { $batch } 已接受。
   *[other] 批次 { $batch } 已接受，全部 { $items } 個。
 }
batch-answered = 批次 { $batch }：已接受 { $accepted } 個，已退回 { $rejected } 個。
batch-without-answer = 批次 { $batch } 沒有收到回應。其 { $items } 個指標會再次傳送；重複傳送不會造成問題。
batch-again = 批次 { $batch } 回應 { $status }。其 { $items } 個指標會再次傳送；重複傳送不會造成問題。
batch-lost = 批次 { $batch } 的回應遺失。其 { $items } 個指標未確認。
goes-on = 繼續傳送。

## If the page is closed, and the foot

if-you-leave = 若離開此頁面
if-you-leave-kept = 每個步驟在執行前都會先記錄在此瀏覽器中。若關閉索引標籤或網路中斷，傳送會停止；{ $days } 天內可在這部電腦上以此帳戶繼續這項作業。
if-you-leave-unkept = 此瀏覽器不保留這項作業的任何內容：關閉索引標籤就會結束。已接受的內容會留在租用戶中；重新提供同一份清單會更新這些指標，不會重複儲存。
pause = 暫停
resume = 繼續
cancel = 取消其餘部分
end-now = 立即結束
