### What the tenant holds now.

## The way here, and the heading

show = 在租用戶現有的指標中顯示
make-room = 尋找可刪除的指標
holds = { $held ->
    [0] { $tenant } 沒有指標
   *[other] { $tenant } 有 { $held } 個指標
 }
holds-at-least = { $held ->
    [0] { $tenant } 沒有指標
   *[other] { $tenant } 至少有 { $held } 個指標
 }
read-at = 於 { $time } 以 { $account } 身分讀取
refresh = 重新讀取
stale = 這次讀取之後，已有作業變更了租用戶。
empty = 在此帳戶可見的範圍內，沒有任何指標用於封鎖、允許或監視。
said = 租用戶有 { $held } 個指標。

## It is not there

sign-in = 登入以查看租用戶現有的指標
sign-in-body = 指標清單以登入者本身的帳戶讀取，只顯示該帳戶可見的內容。關閉此頁面後不會保留任何內容。
reading = 正在讀取 { $tenant } 的指標
listed = { $listed ->
    [0] 一個租用戶最多有 { $most } 個。
   *[other] 目前已讀取 { $listed } 個。一個租用戶最多有 { $most } 個。
 }
stop = 停止讀取
unread = 尚未讀取租用戶現有的指標
stopped = 尚未要求讀取，或未等到讀取完成。
read = 讀取
failed = 無法讀取租用戶現有的指標
again = 重試

## Sums; each is a filter

sums = 指標
all = 全部
only-expiring = 一週內到期
only-expired = 已過期
only-conflict = 有多種動作的值
only-same-file = 有多個雜湊的檔案
only-mine = 由我建立
foreign = 此頁面不認得的種類
not-read = 無法讀取
by-type = 依類型
by-action = 依動作
room = 剩餘空間
freed = 一天內釋出

## Search, filter and order

find = 在 { $rows } 個指標中尋找
any-severity = 嚴重性：全部
order-as-listed = 順序：依清單
order-value = 順序：值
order-type = 順序：類型
order-action = 順序：動作
order-severity = 順序：嚴重性
order-title = 順序：標題
order-expires = 順序：到期日
order-created = 順序：建立時間
order-updated = 順序：更新時間
order-made-by = 順序：建立者
turn = 反轉順序
shown = 已顯示 { $rows } 個
clear-filters = 顯示全部

## The table

rows = 租用戶的指標
no-rows = 沒有指標符合搜尋與篩選條件。「顯示全部」會清除這些條件。
made-by = 建立者
updated = 更新時間
soon = 一週內到期
expired = 已過期
also = 另有 { $actions }
keys = 在表格中，以方向鍵、Page Up、Page Down、Home 與 End 移動；空白鍵選取；Ctrl+A 選取所有顯示的項目。

## What is selected, and what is done with it

select = 選取 { $value }
select-passing = 選取所有顯示的項目
select-all = 選取全部 { $rows } 個
select-none = 取消選取
selected = { $rows ->
    [0] 未選取
   *[other] 已選取 { $rows } 個
 }
selected-without-ids = 已選取 { $all } 個，其中 { $without } 個沒有識別碼，無法從這裡刪除
as-csv = { $rows } 個存為入口網站 CSV
as-json = { $rows } 個存為 API JSON
delete = { $rows ->
    [0] 刪除
   *[other] 刪除 { $rows } 個
 }
after-a-review = 檢閱後才刪除
back-to-choose = 返回第一個畫面
back-to-review = 返回檢閱
back-to-send = 返回
back-to-report = 返回報告

## One of them

fields = 租用戶中的內容
expired-body = 此指標已過期，但仍列在清單中。在服務將其移除之前，仍會計入上限。
same-file = 看來是同一個檔案
wins-in-its-groups = 在 { $winner } 的裝置群組中，裝置會套用 { $winner }；其他裝置套用 { $loser }。
wins-in-both-groups = 在兩者共有的裝置群組中，裝置會套用 { $winner }。
wins = 兩者之中，裝置會套用 { $winner }。
nobody-knows-which-wins = 文件未說明裝置會套用哪一個。
show-these = 顯示這些指標

## What must be known of the list

notes = 關於此清單
same-file-body = 哪些雜湊屬於同一個檔案是推測的：不同種類的雜湊，標題與描述都相同，且沒有其他雜湊與之相同。可能會遺漏檔案，標題相同的兩個檔案也可能視為同一個。
conflict-body = 值有多種動作時，裝置套用的優先順序為 Allowed、Warn、Block；檔案則是 Block 與 Warn 優先於 Allowed。裝置群組的指標優先於所有裝置的指標。
not-shown = { $rows } 個不在表格中。
