### The frame around every screen.

skip = 跳到內容
steps = 步驟
language = 語言
language-missing = 無法載入{ $language }，頁面維持目前的語言。沒有遺失任何內容。再次選擇該語言即可重試。
theme = 佈景主題

## The themes.

theme-system = 系統
theme-light = 淺色
theme-dark = 深色

## The demo's banner, and the foot.

demo = 示範。
demo-body = 登入與 Defender 都在這部電腦上模擬。不會影響任何租用戶，也不需要真實帳戶。
stays-here = 除了對 Microsoft 登入服務與上方 API 主機的呼叫，任何內容都不會離開此瀏覽器。
stays-here-demo = 任何內容都不會離開這部電腦。
build = 組建 { $build }，限制資料日期 { $date }

## The steps in the title bar: what is done in each.

step-choose = 選擇
step-review = 檢閱
step-send = 傳送
step-report = 報告

## The document's title.

title = { $screen } - { $product }
error-title = 錯誤：{ $heading } - { $product }
title-choose = 選擇要匯入的內容
title-question = { $question }？
title-review = 檢閱 { $records } 筆記錄
title-report = 報告：已接受 { $accepted } 個，已退回 { $rejected } 個

## What a screen reader is told of what happens by itself.

said-sums = 待傳送 { $entries } 個。就緒 { $ready }，拒絕 { $refused }，衝突 { $conflict }。
said-listing = 正在讀取租用戶現有的指標。
said-compared = 已與租用戶比對。將傳送 { $entries } 個指標，其中 { $created } 個是新的。
said-not-compared = 未與租用戶比對。
said-tenths = 已回應 { $percent }%：已接受 { $accepted } 個，已退回 { $rejected } 個。

## Above the screen.

turned-away-from-tenant = 未讀取檔案：目前顯示的是租用戶現有的指標，蓋住了清單。先返回，再重新拖放檔案。
turned-away-from-report = 未讀取檔案：目前顯示的是報告。用底部的按鈕離開，再重新拖放檔案。
turned-away-from-prepared = 未讀取檔案：復原或刪除時不能加入內容。用底部的按鈕離開，再重新拖放檔案。
turned-away-from-sending = 未讀取檔案：目前的清單正在傳送。報告出現後再重新拖放檔案。
close = 關閉

## The part of the page that works in the background (a worker) does not start, or has died.

late = 此頁面讀取清單的部分尚未啟動
late-body = 仍在等候，啟動後頁面會自動繼續。可能是網路緩慢或受到篩選。未傳送任何內容。若一直未啟動，重新載入頁面。
lost = 此頁面保存清單的部分已停止
lost-body = 未傳送任何內容。已讀取的清單及所做的修正都已遺失；檔案本身未受影響。
lost-while-sending = 已接受的指標在租用戶中。當時正在傳送的是哪些，這裡已無從得知。再次傳送同一份清單不會造成問題：API 會更新已有的指標。
lost-todo = 重新載入頁面，再提供一次清單。若同一份清單再次發生相同情況，將下方文字連同組建一併回報。
reload = 重新載入頁面
last-words = 最後的訊息
two-builds = 頁面的組建為 { $page }，背景工作（worker）的組建為 { $worker }。快取讓其中一個停留在舊版。

## The configuration is wrong.

config-failed = 此頁面的設定不正確
config-failed-body = 設定檔 config.json 的內容不符要求。未讀取也未傳送任何內容。此頁面的架設者可以修正：
config-unreachable = config.json 不存在，或伺服器不提供。它應與 index.html 位於同一處。
config-no-json = config.json 不是 JSON：{ $error }。
cloud-commercial = 商業雲端

tenant-view = 租用戶現有的指標
