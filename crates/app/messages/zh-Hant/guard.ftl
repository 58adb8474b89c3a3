### What the guard says: the part of the page that holds back what would hit more than the attacker.

## The guard's lists: the name of each, and under it what blocking something of it would do.

own = 貴組織自有的網域或位址
own-why = 裝置將無法連線到貴組織營運的服務。
sign-in = 登入所用的主機
sign-in-why = 所有人都將無法登入，也無法使用 Defender 來撤回。
private = 內部網路
private-why = 許多裝置都有這類位址或名稱，其中沒有一個屬於攻擊者。
public-suffix = 公用尾碼
public-suffix-why = 註冊在其下的所有名稱都會受影響。
empty-hash = 空檔案的雜湊
empty-hash-why = 每部裝置上的每個空檔案都會受影響。
resolver = 公用 DNS 解析程式
resolver-why = 使用它的裝置將無法解析任何名稱。
shared-hosting = 共用主機服務
shared-hosting-why = 在同處代管的其他內容也會受影響。
microsoft = Microsoft 自有
microsoft-why = Windows 與 Microsoft 365 需要它才能運作。
shortener = 短網址服務
shortener-why = 受影響的是該服務的所有短網址，而不只一個。
google = Google 自有
google-why = Google 的服務也會受影響。
connectivity-check = 網路連線狀態檢查
connectivity-check-why = 裝置會誤以為自己離線。
security-site = 資安網站
security-site-why = 報告將其列為出處；該網站的讀者會受影響。
top-site = 最常用的網站之一
top-site-why = 與攻擊無關的日常工作會受影響。
cdn = 內容傳遞網路
cdn-why = 許多不相關的網站共用這類位址。
cloud = 雲端服務商的範圍
cloud-why = 這類位址可能由他人共用，且會更換使用者。
false-positive = 經常誤列
false-positive-why = 威脅清單經常列出此雜湊，但檔案無害。
other = 由防護找出
other-why = 受影響的可能不只攻擊者。

## What is done about rows that are on a list.

held-back = 暫不傳送
overridden = 仍會傳送
caught = { $list }，{ $entry }。
caught-held-back = 暫不傳送。
caught-overridden = 仍會傳送。
caught-cautioned = 若未排除，就會傳送。
stopped = { $rows } 列暫不傳送。
sent = { $rows } 列已經確認，仍會傳送。
cautioned = 若未排除，{ $rows } 列會傳送。

## The question before sending.

stop = 停止：{ $list }，{ $example }
caution = 注意：{ $list }，{ $example }
type-tenant = 若仍要傳送這 { $rows } 列，輸入 { $tenant }
hold = 暫不傳送
show = 顯示這 { $rows } 列
leave-out = 排除這 { $rows } 列

## Where the guard's lists are from.

lists = 防護使用的公開清單：{ $source }
source = { $source }，{ $date }，{ $licence }。
loading = 正在載入防護使用的公開清單。
missing = 缺少防護使用的公開清單：不會比對大型網站、雲端、解析程式與 Microsoft 的端點。自有網域、登入主機、私人範圍與公用尾碼仍會比對。

## A run file holds what the guard stops: what is so, and what to do.

refused = 防護停止了此作業檔要傳送的 { $indicators } 個指標。
refused-body = 未傳送任何內容。{ $lists }建立檔案的人可能已略過防護，但目前的使用者並未略過。請選擇「{ $show-rows }」，下載未傳送的列，再以清單提供：檢閱時會暫不傳送防護所停止的列，並在傳送其中任何一列前先詢問。第一個是：{ $example }
refused-list = { $list }（{ $rows }）：{ $why }
