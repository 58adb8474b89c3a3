### What a run would make of the tenant, and what the user decides as it stands.

## What would happen to a row, or does: its state, a line of the sums, and what an undo does

fate-create = 建立
fate-update = 更新
fate-unchanged = 未變更
fate-conflict = 租用戶衝突
fate-over-quota = 超出上限
fate-delete = 刪除
fate-restore = 還原

## Why a row that is ready would stay behind: its state

held-unchanged = 未變更
held-over-quota = 超出上限
held-left-out = 已排除
held-guarded = 暫不傳送
held-cancelled = 已取消

## The same in the question before sending, in the list of what is not sent

not-sent-unchanged = 與租用戶相同，未變更
not-sent-over-quota = 租用戶空間不足
not-sent-left-out = 已排除
not-sent-guarded = 因防護而暫不傳送
not-sent-cancelled = 已取消

## The review's heading, where the tenant is known

will-send = 將傳送 { $indicators } 個指標至 { $tenant }
will-import-and-delete = 將在 { $tenant } 中先刪除 { $deletions } 個指標，再匯入 { $indicators } 個
sent = 建立 { $created } 個，更新 { $updated } 個。
sent-and-deleted = 建立 { $created } 個，更新 { $updated } 個，刪除 { $deleted } 個。
behind = 其餘 { $rows } 筆不傳送。
nothing-sent-yet = 目前尚未傳送任何內容。
not-whole = 無法完整讀取租用戶的清單：標示為建立的指標可能已經存在，若是如此則會更新。

## Whether the rows are compared with the tenant

compared = ，已於 { $time } 與租用戶比對
compared-before-run = ，已於 { $time } 與租用戶比對，在最近一次作業之前
refresh = 重新比對
listing = { $listed ->
    [0] 正在讀取租用戶現有的指標
   *[other] 正在讀取租用戶現有的指標：目前 { $listed } 個
 }
listing-sentence = { $listed ->
    [0] 正在讀取租用戶現有的指標。
   *[other] 正在讀取租用戶現有的指標：目前 { $listed } 個。
 }
not-compared = 未與租用戶比對。
without = 不知道租用戶已有哪些列，也不知道還有多少空間。仍可照常傳送。
again = 重試
compare = 比對
waits = 讀取租用戶後即可使用。
waits-for-guard = 載入防護的清單後即可使用。
nothing-to-send = 所有列都不傳送。
skip = 不等候，直接繼續
seen = Microsoft 的文件未說明個人帳戶可看到哪些指標：租用戶的指標可能比此頁面讀取到的更多。
seen-foreign = 有 { $indicators } 個指標的類型或動作是此頁面不認得的；這些仍會計入上限。
seen-unread = 有 { $indicators } 個無法讀取。

## The room in the tenant

active = 使用中的指標
used = 目前使用
used-at-least = 目前至少使用
created = 本次建立
made-again = 重新建立
deleted = 本次刪除
after = 完成後
of-most = ／{ $most }
free = 剩餘 { $room }
freed = 一天內釋出
no-room = 空間不足

## What keeps rows back as the tenant stands, with the choices about it

conflict = 租用戶中有不同動作
add-beside = 並存：兩者都有效
replace = 取代：先刪除租用戶的指標
leave-out = 排除：保留租用戶的指標
conflict-body = 兩者並存時，裝置套用的優先順序為 Allowed、Warn、Block；檔案則是 Block 優先於 Allowed。裝置群組的指標優先於所有裝置的指標。
over-quota = 租用戶空間不足
stay = 不傳送哪些列
last-stay = 不傳送排在最後的列
first-stay = 不傳送排在最前的列
lowest-severity-stays = 不傳送嚴重性最低的列
soonest-to-expire-stay = 不傳送最快到期的列
over-quota-body = 手動排除的列會為這些列騰出空間。
replaceable = 其中 { $rows } 列與租用戶中的不同動作衝突。「取代」不需要空間：會先刪除租用戶的指標。
unchanged = 未變更
send-unchanged = 一併傳送

## A row beside what the tenant holds

in-the-tenant = 在租用戶中
not-there = 租用戶沒有此值與此動作的指標。
not-found = 在讀取到的租用戶清單中，沒有此值與此動作的指標，但可能已存在。
the-same = 租用戶已有此指標，且來源所列的每個欄位都相同。
field = 欄位
now = 目前
then = 之後
from-defaults = 取自預設值
empty = 空白
beside = 相同的值，不同的動作
made-by = 由 { $who } 建立，{ $groups }
row-wins = 裝置會套用此列的動作。
tenant-wins = 裝置會套用租用戶的動作。
row-wins-in-its-groups = 在此列的裝置群組中，裝置會套用此列的動作；其他裝置套用租用戶的動作。
tenant-wins-in-its-groups = 在租用戶指標的裝置群組中，裝置會套用租用戶的動作；其他裝置套用此列的動作。
row-wins-in-both-groups = 在兩者共有的裝置群組中，裝置會套用此列的動作。
tenant-wins-in-both-groups = 在兩者共有的裝置群組中，裝置會套用租用戶的動作。
nobody-knows-which-wins = 文件未說明裝置會套用哪一個。
no-id = 此列已排除：服務未列出該指標的識別碼，因此無法先刪除。

## In the question before sending

against = 在租用戶中
not-sent = 不傳送
sent-unchanged = 再次傳送，未變更
added-beside = 建立，與不同動作並存
replaced = 建立，取代現有的指標
deleted-first = 先刪除
unknown = 不知道租用戶的狀態
unknown-body = 這些列會建立指標、更新部分指標，還是與不同動作衝突，要到報告中才會知道。
held-is-kept = 可以復原：租用戶目前這些值的內容會與作業一起保留。
not-undone-unknown = 只有新建立的指標可以復原：不知道租用戶現有的內容。
not-undone-unkept = 無法從這裡復原：瀏覽器不保留記錄。
