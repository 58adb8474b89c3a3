### The second screen, what stands there of a row, and the question before sending.

## The result: its heading, and the sentences under it.

nothing-ready = 沒有可傳送的內容
ready-to-send = 已有 { $indicators } 個指標可傳送
records-read = 已讀取 { $records } 筆記錄。
files-unread = 無法讀取 { $files } 個檔案。
records-behind = 其中 { $behind } 筆不傳送。
records-behind-and-waiting = 其中 { $behind } 筆不傳送，當中 { $waiting } 筆有待決定。
nothing-sent-yet = 目前尚未傳送任何內容。
checking = 正在重新檢查。
reading = 正在讀取 { $file }
file-and-more = { $file } 及另外 { $more } 個檔案
weaker-left-out = 已排除 { $hashes } 個雜湊，因為會傳送同一檔案較強的雜湊。
weaker-beside = 有 { $hashes } 個雜湊與同一檔案較強的雜湊並存。
leave-out-weaker = 排除這些雜湊
send-weaker = 一併傳送

## The sums under the heading.

ledger = 依判定分類的記錄
records = 記錄
by-type = 待傳送（依類型）
by-action = 待傳送（依動作）
calls = 傳送所需的呼叫
calls-needed = 呼叫次數
calls-a-minute = 每分鐘上限
time = 時間
estimate = 約 { $time }

## States of a row, one or two words each.

ready = 就緒
duplicate = 重複
conflict = 衝突
refused = 拒絕
ignored = 忽略
accepted = 已接受
rejected = 已退回
unconfirmed = 未確認
not-sent = 未傳送
unchanged = 未變更
no-room = 空間不足
left-out = 已排除
held-back = 暫不傳送
cancelled = 已取消

## The foot.

send = 傳送 { $imports } 個
import-and-delete = 先刪除 { $deletions } 個，再匯入 { $imports } 個
in-calls = { $calls } 次呼叫，約 { $time }
sign-in-to-send = 登入後即可傳送。
add-more = 新增檔案

## Problems.

problems = 問題
no-problems = 無。所有記錄均為就緒或重複。
problem-count = { $records } 筆記錄，{ $causes } 種原因

## The settings.

settings = 規則與預設值
ranges = 位址範圍
ranges-refuse = 拒絕；匯入只接受個別位址
ranges-expand = 展開為個別位址，最多 { $most } 個
ranges-single = 逐一傳送
hashes = 同一檔案的雜湊
hashes-all = 全部傳送
hashes-strongest = 只傳送最強的
hashes-strongest-saves = 只傳送最強的：減少 { $fewer } 個
legacy = 依原文傳送 Alert 與 AlertAndBlock
internal = 傳送私人與保留位址

## The table of rows, and the tools over it.

rows = 記錄
find = 在 { $rows } 列中尋找
any-state = 狀態：全部
any-action = 動作：全部
any-type = 類型：全部
rewritten = 已改寫 { $rows }
shown = 已顯示 { $rows } 列
clear-filters = 顯示全部
no-rows = 沒有符合篩選條件的列。
state = 狀態
value = 值
type = 類型
action = 動作
severity = 嚴重性
expires = 到期日
title = 標題
line-number = 行
file-and-line = 檔案與行號
never = 永不
was = { " " }原為{ " " }
against = { " " }對{ " " }
same-as = { "=" } 第 { $line } 行

## The details of a row.

line = 第 { $line } 行
source = 來源
changes = 變更
findings = 提示
attempts = 傳送此列的呼叫
batch = 批次 { $number }，{ $date } { $time }
answered-after = { $status }，{ $time }
no-answer = 無回應
answer = Defender 的回應
accepted-as = 已接受，識別碼為 { $id }
fields = 傳送的內容
all-devices = 所有裝置
previous = 上一列
next = 下一列
close = 關閉詳細資料
conflicts-with = 第 { $line } 行有相同的值，但動作不同：{ $action }
repeats = 第 { $line } 行有相同的指標；只傳送一次。

## The question before sending.

ask = 將 { $imports } 個指標傳送至 { $tenant }？
ask-and-delete = 在 { $tenant } 中先刪除 { $deletions } 個指標，再匯入 { $imports } 個？
ask-where = { $account }，{ $cloud }，{ $host }。
ask-calls = { $calls } 次呼叫，約 { $time }。
blocking = { $indicators } 個指標會在裝置上執行封鎖
blocking-body = Block 與 BlockAndRemediate 會在指標涵蓋的每部裝置上封鎖檔案、位址、網域或 URL。繼續前先查看這些值。
safe-twice = 同一份清單傳送兩次，也不會重複儲存。
cancel = 取消
ask-by-action = 依動作
