### What was given, and how it is read.

files = 檔案
all = 全部 { $files } 個檔案
ready-of = { $records } 筆記錄中有 { $ready } 筆就緒
no-indicators = { $file }：無法判斷哪一欄含有指標。指定後會重新讀取各列。
show-columns = 顯示各欄

## How a file is read.

read-as = 讀取為
delimiter = 欄分隔符號
header = 欄名所在行
no-header = 無
as-suggested = 採用建議的設定。
reset = 還原為建議的設定

## What stands between cells.

comma = 逗號
semicolon = 分號
tab = 定位字元
bar = 垂直線

## The table of columns.

columns = 各欄的內容
column = 欄
holds = 內容
name-one = 還沒有任何一欄是指標。在下方選擇一欄。
nth-column = 第 { $number } 欄
what-holds = { $column } 的內容

## What a column can hold.

not-imported = 不匯入
any-indicator = 指標，任何類型
indicator-of-type = 指標：{ $type }
named-field = { $name }（{ $field }）
field-type = 類型
field-value = 值
field-expires = 到期日
field-action = 動作
field-severity = 嚴重性
field-title = 標題
field-description = 描述
field-recommended = 建議的動作
field-groups = 裝置群組
field-category = 類別
field-techniques = MITRE 技術
field-alert = 產生警示
field-application = 應用程式
field-page = 向使用者顯示的頁面
field-id = 自有識別碼

## What the texts in a column mean, for a column of actions or severities in words of its own.

meanings = 字詞的意義
texts-said = 已指定 { $texts } 個字詞
meanings-of = { $column } 中字詞的意義
text = 字詞
action = 動作
severity = 嚴重性
action-of = { $text } 的動作
severity-of = { $text } 的嚴重性
rows = { $rows } 列
as-written = 依原文
not-said = 未指定
other-texts = 另有 { $rows } 列含其他字詞，數量太多或太長，未列出。
no-texts = 此欄沒有內容。
