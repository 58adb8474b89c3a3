### What a text that is no indicator is taken for. It stands after "is" in "not-an-indicator" and "other-record"
### of "value.ftl": `see report` is a sentence, not an indicator.

blank = 空白
comment = 註解
placeholder = 預留位置文字
sentence = 句子
email = 電子郵件地址
file-path = 檔案路徑
file-name = 檔案名稱
registry-key = 登錄機碼
mutex = 互斥鎖（mutex）
vulnerability = 弱點編號
heading = 表格上方的一行
header = 重複的標題列
no-value = 沒有指標的列
port = 連接埠
other-hash = 其他種類的雜湊
other-type = 不匯入的類型
local-name = 電腦本身的名稱
unknown = 其他內容
