### Runs that this browser keeps: those that did not finish, and those of the past.

## Runs that did not finish

goes-on-elsewhere = 另一個索引標籤正在進行一項作業
unfinished = { $runs } 項作業未完成
unfinished-yet = { $runs } 項作業尚未完成
begun = { $moment } 由 { $account } 在 { $tenant } 開始。
begun-in-id = { $moment } 由 { $account } 在租用戶 { $tenant } 開始。
by = { $account }，{ $tenant }。
by-in-id = { $account }，租用戶 { $tenant }。
from-file = 來自作業檔。
so-far = { $indicators } 個指標：{ $sums }。
running = 此瀏覽器的另一個索引標籤正在傳送，可在那裡查看。
sign-in-as = 若要繼續，以 { $account } 登入。
belongs-to = 只有原帳戶可以繼續：{ $account }。目前登入的是 { $tenant } 的 { $who }。從帳戶功能表登出，再以該帳戶登入。

## What a run is called, and what became of it

no-file = 無檔案
two-files = { $first }、{ $second }
more-files = { $first }、{ $second } 及另外 { $more } 個
tenant = 租用戶 { $id }
accepted = 已接受 { $count } 個
taken-back = 已復原 { $count } 個
deleted = 已刪除 { $count } 個
rejected = 已退回 { $count } 個
unconfirmed = 未確認 { $count } 個
not-sent = 未傳送 { $count } 個
between-sums = { "、" }

## Labels

resume = 繼續
sign-in-and-resume = 登入並繼續
save = 儲存作業檔
discard = 捨棄
show = 顯示報告
show-rows = 顯示各列
go-on = 繼續這項作業
forget = 清除
forget-all = 全部清除
cancel = 取消
of-run = { $label }：{ $name }，{ $moment }

## Past runs

history = 過去的作業
open-file = 開啟作業檔
taking-in = 正在讀取作業檔
showing = 正在開啟報告
no-past = 目前沒有已完成的作業。可在此開啟在別處儲存的作業檔。
started = 開始時間
list = 清單
became = 結果
commands = 命令
kept = 在此瀏覽器中保留 { $days } 天，包括清單。能使用此瀏覽器的人都能讀取；其中不含密碼或權杖。
may-be-cleared = 空間不足時，瀏覽器可能會提早清除：需要長期保存的，應儲存作業檔。
keeps-nothing = 此瀏覽器目前不保留作業：現在開始的作業，在關閉其索引標籤後就無法繼續。在報告出現前保持索引標籤開啟。瀏覽器的訊息：{ $said }
unread = 在此保留的 { $runs } 項作業無法讀取：由此頁面的較新版本寫入，或已損毀。重新載入頁面以取得最新版本。若仍然無法讀取，開啟先前儲存的作業檔；「{ $forget-all }」也會刪除無法讀取的作業。
earlier = 更早的 { $runs } 項

## On a report

past = 這是過去的作業，內容為此瀏覽器當時的記錄。
kept-until = 在此瀏覽器中保留至 { $day }。
days-are-over = 在此瀏覽器中保留的 { $days } 天已滿，隨時可能清除：下載需要長期保存的內容。
not-kept = 此瀏覽器未保留這項作業的任何內容：下載需要長期保存的內容。

## Questions, and what is said under them

about = { $name }。{ $begun }{ $so-far }
ask-resume = 繼續處理 { $indicators } 個指標？
will-send = 還有 { $indicators } 個指標待傳送，或因缺少回應而待確認。
will-delete = 在作業的 { $indicators } 個指標中，有 { $deletions } 個不會傳送，而是從租用戶刪除。
unseen = 這項作業來自作業檔。其中的列可能從未經過檢閱：檔案的內容會以目前登入帳戶的權限傳送。
ask-show = 顯示這項作業的各列及其結果？
puts-away = { $records ->
    [0] 正在讀取的內容會關閉：之後須重新提供。
   *[other] 目前的清單（{ $records } 筆記錄）及對它所做的決定會關閉：之後須重新提供。
 }
ask-discard = 捨棄這項作業？
discards = 作業的清單與記錄會從此瀏覽器刪除，且無法再繼續。
discards-accepted = { $accepted ->
    [0] 目前沒有任何指標獲接受。
   *[other] { $accepted } 個已接受，會留在租用戶中。
 }
discards-unconfirmed = { $unconfirmed } 個可能已在租用戶中，也可能沒有。
discards-unsent = { $unsent } 個未傳送。
ask-forget = 清除這項作業？
forgets = 作業的報告與清單會從此瀏覽器刪除。租用戶中不會有任何變更。
ask-forget-all = 清除所有作業？
forgets-all = 所有作業的報告與清單會從此瀏覽器刪除。租用戶中不會有任何變更。
forgets-all-unfinished = 所有作業的報告與清單會從此瀏覽器刪除，包括 { $unfinished } 項未完成的作業。租用戶中不會有任何變更。
forgets-all-unread = 所有作業的報告與清單會從此瀏覽器刪除，包括 { $unread } 項無法讀取的作業。租用戶中不會有任何變更。
forgets-all-of-both = 所有作業的報告與清單會從此瀏覽器刪除，包括 { $unfinished } 項未完成與 { $unread } 項無法讀取的作業。租用戶中不會有任何變更。

## What a screen reader is told

said-unfinished = { $runs } 項作業未完成。
said-past = 已保留 { $runs } 項過去的作業。

## What could not be done: what is so, and what to do

elsewhere = 此瀏覽器的另一個索引標籤正在使用 Defender。
elsewhere-body = 為遵守服務的限制，一次只有一個索引標籤可以傳送或詢問。未從這裡傳送任何內容。另一個索引標籤結束後再試一次。
busy = 此頁面仍在處理另一項作業。
busy-body = 未變更任何內容。該作業結束並寫入記錄後再試一次。
nothing-to-send = 沒有可傳送的列。
nothing-to-send-body = 未傳送任何內容。有些列可能在讀取後已過期：查看遭拒絕的列，加以修正或排除。
other-base = 這項作業使用的 API 位址與此頁面設定的不同。
other-base-body = 未傳送任何內容。位址由此頁面的架設者在 config.json 中設定。這項作業使用的位址：{ $address }
storage = 瀏覽器未保留這項作業所需的資料。
storage-body = 未傳送任何內容，也未遺失任何內容。在此裝置上釋出一些空間後再試一次；或選擇「不留記錄傳送」，傳送前的確認現在提供此選項。瀏覽器的訊息：{ $said }
other-account = 這項作業屬於另一個帳戶。
other-account-body = 未傳送任何內容：作業只能由開始的帳戶繼續。以該帳戶登入：{ $account }
gone = 這裡已不再保留這項作業。
gone-body = 可能已在另一個索引標籤中清除、保留期限已過，或由瀏覽器清除。若曾儲存作業檔，仍可開啟。
damaged = 這項作業已損毀：內容與寫入時不同。
damaged-body = 由於可能缺少部分內容，未做任何處理。另行儲存或重新複製的作業檔可能是完整的。否則重新提供清單：API 會更新已有的指標。
newer = 這項作業由此頁面的較新版本寫入。
newer-body = 此版本無法讀取全部內容，因此未做任何處理。重新載入頁面以取得較新版本。
read-otherwise = 此版本的頁面會傳送與所確認內容不同的資料。
read-otherwise-body = 未傳送任何內容。儲存作業檔、捨棄這項作業，再重新提供清單：屆時可查看並確認傳送的內容，API 會更新已有的指標。
no-run-file = 此檔案不是作業檔。
no-run-file-body = 未從中讀取任何內容。指標清單應由「選擇檔案」提供。
part-missing = 頁面有一部分未能載入，因此未執行任何動作。
part-missing-body = 已讀取的內容仍會保留。再試一次。
unlisted = 未讀取租用戶現有的指標，因此未變更任何內容。
unlisted-body = 復原或刪除哪些內容，取決於租用戶目前的狀態。再試一次。
