### What each finding is called in a list of causes: two to four words. A name here is the stable code of a
### finding, so that what is shown and what stands in exported files can be told to be the same. What the
### finding says in full stands in the other files; there the comments say what is meant.

## The file as a whole.

empty-file = 空白檔案
binary-file = 不是文字檔
packed-file = 未解壓縮
reader-missing = 未讀取
not-unpacked = 未解壓縮
nothing-to-unpack = 沒有可讀取的內容
encoding-guessed = 推測的編碼
bytes-undecoded = 無法讀取的位元組
too-many-records = 記錄過多
file-unreadable = 無法讀取檔案
too-large = 檔案過大
nul-bytes = NUL 字元
mail-encoded = 經過編碼的郵件
nothing-found = 找不到內容
read-from-page = 從文字中讀取

## Tables.

quote-not-closed = 引號未結束
cells-missing = 列不完整
cells-extra = 儲存格過多
too-many-columns = 欄過多
cell-too-long = 儲存格過長
no-header = 沒有標題列
unknown-column = 不明的欄
columns-not-imported = 未匯入的欄
duplicate-column = 欄重複
column-not-read = 未讀取的欄
other-header = 另一個標題列
more-unknown = 其他不明名稱

## JSON and XML.

json-broken = JSON 錯誤
json-not-indicators = 沒有指標
json-unknown-key = 不明的索引鍵
json-key-spelling = 索引鍵已改寫
json-key-twice = 索引鍵重複
json-wrong-kind = 值的種類錯誤
read-from-key = 從清單讀取
xml-broken = XML 錯誤
xml-not-indicators = 沒有指標

## Exchange formats: STIX, MISP, OpenIOC.

other-objects = 其他物件
observed-read = 觀察所得，未經判定
revoked = 已撤回
deleted = 已刪除
benign = 標示為無害
not-for-detection = 不供偵測使用
reference = 參考資料
only-observed = 僅為觀察所得
other-language = 其他模式語言
pattern-broken = 模式錯誤
pattern-negation = 不可出現
pattern-operator = 符合多個值
pattern-part = 值的一部分
pattern-conjunction = 須與其他值並存
port-left-out = 已略去連接埠
other-hash = 其他種類的雜湊

## One record beside others.

duplicate = 重複
duplicate-differs = 重複但內容不同
conflict = 動作不同
weaker-hash = 較弱的雜湊

## Type and value.

bad-type = 不明的類型
missing-value = 沒有值
not-an-indicator = 不是指標
other-record = 沒有可匯入的內容
ambiguous = 有兩種解讀
reader-link = 給讀者的連結
type-mismatch = 類型不符
masked = 經過遮蔽的值
hosts-address = 已略去位址
undecodable = 無法讀取的字元
hidden-character = 隱藏字元
value-too-long = 值過長
hash-length = 雜湊長度錯誤
hash-not-hex = 不是雜湊
md5-may-be-refused = MD5
bad-address = 不是 IP 位址
bad-octet = 不是 IP 位址
address-with-port = 含連接埠
address-range = IP 範圍
address-range-cidr = IP 範圍
range-over-cap = IP 範圍過大
ranges-over-most = 位址過多
range-overlaps = IP 範圍重疊
range-host-bits = 範圍或位址
bad-prefix = 不是 IP 範圍
internal-address = 私人或保留位址
domain-character = 不是網域
domain-without-dot = 名稱沒有點
domain-empty-label = 不是網域
label-too-long = 網域過長
domain-too-long = 網域過長
label-underscore = 以底線開頭
unusual-label = 不尋常的主機名稱
numeric-tld = 不是網域
bad-idn = 不是網域
domain-wildcard = 萬用字元
unknown-tld = 不明的頂層網域
domain-with-port = 含連接埠
domain-with-path = 含路徑
url-scheme = 不是網址
url-without-scheme = URL 沒有配置
url-blank = URL 中有空格
url-wildcard = 萬用字元
url-userinfo = URL 含登入資訊
url-with-comma = URL 中有逗號
url-host = URL 的主機錯誤
url-port = URL 的連接埠錯誤
url-internal-host = 內部主機
url-defang-mark = 路徑中有括號
trailing-punctuation = 結尾有標點

## The other fields.

bad-action = 不明的動作
missing-action = 沒有動作
action-not-for-type = 無法使用此動作
bad-generate-alert = 警示設定不明
allowed-never-alerts = Allowed 不產生警示
bad-severity = 不明的嚴重性
missing-title = 沒有標題
missing-description = 沒有描述
title-too-long = 標題過長
long-description = 描述較長
control-character = 控制字元
bad-date = 無法讀取的日期
ambiguous-date = 日期有歧義
expired = 已過期
far-expiration = 到期日過遠
template-field = 預設值含不明欄位
template-column = 欄不存在
template-not-closed = 大括號未結束
template-too-long = 預設值過長
group-not-seen = 未見過的裝置群組
educate-url-unused = 說明連結無作用

## An undo, and a run that is gone on with.

left-as-it-was = 沒有可復原的內容
left-changed = 之後已變更
left-unknown = 先前內容不明
left-unread = 清單不完整
left-expired = 期間已過期
left-without-id = 沒有識別碼
changed-meanwhile = 期間已變更
