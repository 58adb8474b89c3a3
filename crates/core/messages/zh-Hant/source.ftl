### How a source was read and how it is encoded, in a few words: "portal CSV, UTF-8, 3 KB". How it is read is a
### choice, too.

portal-csv = 入口網站 CSV
table = 表格
api-json = API JSON
page-with-json = 含有 API JSON 的頁面
stix = STIX
misp = MISP 事件
openioc = OpenIOC
hosts = hosts 檔案
list = 清單
prose = 一般文字
tenant-changes = 對租用戶的變更
utf8-marked = UTF-8（含位元組順序標記）
