### The first screen, signed in or not.

heading = 選擇要匯入的內容
heading-signed-out = 將威脅指標匯入 Microsoft Defender for Endpoint，並在匯入前先看到結果。
without-sign-in = 或先檢查清單，不必登入
without-sign-in-body = 讀取與檢查的方式相同，內容不會離開此瀏覽器。
check = 檢查連線

## Where files and text go in.

drop = 將檔案拖放到這裡
drop-body = 表格、情資饋送或報告，可一次放入多個。檔案在此瀏覽器中讀取，按下傳送前不會送往任何地方。
files = 選擇檔案
sample = 試用{ $file }
sample-file = 範例 CSV
paste = 或貼上清單或報告
paste-more = 貼上更多
read = 讀取文字
defanged = 可辨識無害化（defanged）的寫法。
pasted = 已貼上 { $lines } 行。
hidden-links = 有 { $links } 個連結指向文字中未顯示的位址。
add-links = 加入這些位址

## What is read, and how much of it.

reads = 可讀取
formats = 入口網站的 CSV、任何表格（CSV、TSV、Excel）、API 的 JSON、STIX、MISP、OpenIOC、hosts 檔案、清單、報告與郵件，以及包含上述內容的 zip 檔案。
limits = 限制
limits-body = 每個租用戶 { $tenant } 個使用中的指標，每次呼叫 { $call } 個，每分鐘 { $minute } 次呼叫。

## While files are read, and after that.

reading = 正在讀取 { $file }
reading-more = 還有 { $files } 個檔案要讀取：{ $file }
kept = { $records } 筆記錄仍在這裡，已檢查但尚未傳送。
back-to-review = 返回檢閱
forget = 清除這些記錄
nothing = 找不到可匯入的內容。

## What the page does, and what it does not. Each line goes on where its heading ends.

will = 此頁面會
will-show = 在此瀏覽器中讀取檔案，並顯示對值所做的每項變更。
will-check = 在傳送任何內容前，依 API 的規則檢查每筆記錄。
will-send = 經確認後才傳送，並使用登入者本身的權限（Ti.ReadWrite）。
will-account = 逐行交代所提供內容的結果。
will-not = 此頁面不會
will-not-contact = 將任何內容傳送到登入主機與 API 主機以外的伺服器。
will-not-keep = 保存密碼或祕密。
will-not-open = 開啟、解析或查詢指標。
will-not-guess = 將遺失的回應算作成功或失敗。

## Where the page stands: a fact each, with its value beside it.

deployment = 此部署
cloud = 雲端
api-host = API 主機
sign-in = 登入
app-id = 應用程式識別碼
permission = 權限
build = 組建

defaults = 清單未註明時
defaults-body = 入口網站的 CSV 會註明以下各項；純清單則完全沒有。一律以清單註明的內容為準。
