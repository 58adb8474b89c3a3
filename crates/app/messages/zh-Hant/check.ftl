### The connection check: a dialog that says, step by step, what lies between this page and the API.

## The steps that are not named elsewhere.

network = 網路
policy = 此頁面的原則
sign-in-host = 登入主機

## What was found in a step.

asking = 正在詢問。
online = 瀏覽器已連上網路。
offline = 瀏覽器表示目前離線。
allows = 允許此頁面連線到每個已設定的主機。
forbids = 不允許此頁面連線到 { $hosts }
unserved = 此頁面或其指令碼未附帶原則。
unread = 此頁面的伺服器未告知原則。
not-asked = 未詢問：此頁面的原則不允許。
busy = 未詢問：此頁面正忙於其他呼叫。等這些呼叫結束後再重新檢查。
withheld = 收到回應，但此頁面無權讀取。
signed-out = 尚未登入。
no-token = 未取得權杖。
permitted = 此帳戶可以讀取其指標。
disabled = 租用戶已關閉此功能。

## What all of it comes to, and the next step.

offline-heading = 此電腦沒有網路
offline-todo = 連上網路後再重新檢查。
forbids-heading = 此頁面本身的原則封鎖了已設定的主機
policy-todo = 此頁面的架設者：每個檔案（包括指令碼與 wasm）都要附上下方的標頭。只有 redirect.html 使用不同的標頭，列於報告中。
unserved-heading = API 允許此頁面存取，但其檔案未附帶安全性原則
sign-in-silent = 登入主機沒有回應
sign-in-silent-todo = Proxy、篩選器或擴充功能可能封鎖了該主機。請網路管理員允許連線。
withheld-heading = API 可能不允許此頁面從瀏覽器發出呼叫
withheld-todo = 登入後再重新檢查：有些主機不讓任何頁面讀取其拒絕的回應。
signed-out-heading = API 會回應此頁面。登入後才能得知此帳戶能否使用
signed-out-todo = 登入後再重新檢查。
disabled-heading = Defender 已關閉此功能
disabled-todo = 系統管理員可以在 Defender 入口網站的「設定」、「端點」、「進階功能」中開啟。
busy-heading = 目前沒有問題。尚未詢問 API

## What can be copied.

header = 提供此頁面時必須附帶的標頭
report = 給系統管理員的報告
report-body = 不含任何權杖或指標。
copy-header = 複製標頭
copy-report = 複製報告
copied = 已複製。
not-copied = 瀏覽器不允許此頁面複製。請改為選取文字。

## Names of lines in the report.

page = 頁面
browser = 瀏覽器
time = 檢查時間
served = 提供的原則
