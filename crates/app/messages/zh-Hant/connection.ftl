### Whether the API lets the page in, and the ways on where it does not.

## The check.

checking = 正在詢問 API 是否允許此頁面存取。
open = API 會回應此頁面，且此帳戶可以讀取其指標。
again = 重新檢查

## Why it does not: a heading each, and what it means. The headings stand inside other sentences too.

cross-origin = API 不允許此頁面從瀏覽器發出呼叫
cross-origin-means = 瀏覽器從另一個來源（origin）送出權杖之前，會先徵求 API 的許可；若未獲許可，就不會交出回應。這由 API 的主機決定；使用者與此頁面都無法自行啟用。
unreachable = API 主機沒有回應
unreachable-means = 沒有收到任何回應，不論能否讀取。網路可能中斷、Proxy 或擴充功能可能封鎖該主機，或 config.json 中的主機名稱可能有誤。
no-sign-in = API 未接受這次登入
no-sign-in-means = 缺少權杖、權杖已過期，或權杖屬於其他服務。重新登入。若仍然如此，此頁面的架設者應比對 config.json 中的範圍（scope）與應用程式註冊。
not-permitted = 此帳戶無權管理指標
not-permitted-means = 登入正常。問題在於應用程式缺少已獲同意的委派權限 Ti.ReadWrite，或此帳戶沒有可管理安全性設定的 Defender 角色。
too-many-calls = API 要求減少呼叫
too-many-calls-means = 租用戶中的其他程式共用這項上限。帳戶與清單都沒有問題。等待一分鐘後再試一次。
in-trouble = API 本身發生錯誤
in-trouble-means = 已詢問數次。帳戶與清單都沒有問題。幾分鐘後再試一次。
unexpected = API 主機有回應，但不像是 API
unexpected-means = 此位址可能是其他服務：Proxy、網路的登入頁面，或其他產品。
nothing-sent = 未傳送任何指標，清單仍然保留。
nothing-more-sent = 未再傳送任何內容，先前已傳送的仍然有效。

## What was checked: a table.

checked = 檢查項目
asked-at = 詢問位址：{ $address }
state = 狀態
check = 檢查
found = 結果
passed = 通過
failed = 未通過
not-known = 不明
network = API 主機
access = 跨來源存取（CORS）
sign-in = 登入
permission = 權限
answered = 主機有回應。
no-answer = 沒有收到回應。
found-in-trouble = API 以錯誤回應。
not-the-api = 有回應，但不是 API 的回應。
allowed = 此頁面可以讀取回應。
no-header = 回應未列出此頁面的來源（origin）。
token-taken = 權杖已接受。
token-refused = 權杖未獲接受。
no-permission = 帳戶或應用程式無權執行。
needs-access = 此頁面獲准存取後才能詢問。
needs-sign-in = 登入獲接受後才能詢問。
said = API 的訊息：{ $answer }
header = 回應中缺少的標頭
means = 代表的意義

## The ways on.

ways-on = 可行的做法
try-again = 重試
try-again-body = 再詢問一次相同的問題，不會傳送任何內容。
portal = 現在就到 Defender 入口網站上傳
portal-body = 將預定傳送的內容存為入口網站 CSV，每個檔案最多 500 列。在入口網站的 [設定] > [端點] > [指標] 中匯入。
portal-button = 下載入口網站 CSV
deletions = 交由有權限的人刪除
deletions-body = 要刪除的指標識別碼，以及可直接使用的 POST /api/indicators/BatchDelete 要求。
proxy = 由此頁面自己的位址提供 API
proxy-body = 供此頁面的架設者參考：由同一來源（origin）上的反向 Proxy 轉送呼叫，並在 config.json 的 apiBases 中填入其路徑。
ways = 不經由 API
script = 用指令碼傳送
script-body = 供 bash（搭配 curl）或 PowerShell 使用。它會要求輸入存取權杖、不會將權杖存放在任何地方，並列出遭拒絕的項目。
bodies = 儲存要求本文
bodies-body = 每次呼叫一個 JSON 檔案，供自行撰寫的指令碼使用。
bodies-button = 下載要求本文
hunting = 先搜捕看看
hunting-body = 進階搜捕的查詢：過去 30 天內是否出現過這些值？
back = 返回
back-to-review = 返回檢閱
