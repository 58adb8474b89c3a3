### What went wrong at the sign-in.

## Under its sentences.

shown = { $what }：{ $fact }
shown-consent = 系統管理員在此同意
shown-redirect-uri = 使用中的重新導向 URI
shown-answer-page = 回報結果的頁面
shown-application = 應用程式（用戶端）識別碼
shown-authority = 設定的授權單位
shown-host = 登入主機
shown-origin = 此頁面的來源（origin）
said = 登入服務的訊息：{ $words }
reference = 供協助人員參考：{ $reference }
correlation-id = 相互關聯識別碼 { $id }

## A heading, what happened, and what to do.

consent-missing = 貴組織尚未有人允許此應用程式
consent-missing-happened = 已登入，但寫入指標的權限尚未獲得同意。未傳送任何內容。
consent-missing-todo = 將下方位址交給租用戶的系統管理員。同意之後，重新登入。
approval-needed = 此應用程式須經系統管理員核准
approval-needed-happened = 貴組織不允許使用者自行同意。未傳送任何內容。
approval-needed-todo = 將下方位址交給租用戶的系統管理員。核准之後，重新登入。
not-assigned = 此帳戶未指派給此應用程式
not-assigned-happened = 已登入，但此應用程式僅供已指派的帳戶使用，而此帳戶未獲指派。未傳送任何內容。
not-assigned-todo = 請應用程式註冊的擁有者指派此帳戶，或以其他帳戶登入。
redirect-uri = 此頁面的位址未註冊
redirect-uri-happened = 登入服務拒絕回應應用程式註冊中未列出的位址。
redirect-uri-todo = 由應用程式註冊的擁有者在 [單頁應用程式] 下加入下方位址，須一字不差。
unknown-application = 租用戶不認得此應用程式
unknown-application-happened = config.json 中的用戶端識別碼不屬於此租用戶的任何應用程式。
unknown-application-todo = 由此頁面的架設者檢查 config.json 中的 clientId 與 tenantId。
not-single-page = 此應用程式註冊的平台不正確
not-single-page-happened = 瀏覽器中的頁面，只有在其位址註冊為單頁應用程式時才能登入。
not-single-page-todo = 由應用程式註冊的擁有者將下方位址從 [Web] 移到 [單頁應用程式]。
run-out = 登入已過期
run-out-happened = 需要重新登入才能取得新的權杖：登入已過期，或要求第二個驗證要素。此頁面的內容仍然保留。
run-out-todo = 重新登入；工作會從中斷處繼續。
window-blocked = 瀏覽器封鎖了登入視窗
window-blocked-happened = 視窗未開啟。此頁面的內容仍然保留。
window-blocked-todo = 允許此網站開啟視窗（通常在網址列的右端），再試一次。
window-closed = 登入視窗沒有回應
window-closed-happened = 視窗已關閉，或無法回報結果。未傳送任何內容。
window-closed-todo = 再試一次。若在其他網站內一再發生，在單獨的索引標籤中開啟此頁面。若 Microsoft 的視窗顯示 AADSTS50011，表示下方位址未註冊。
already-open = 已有進行中的登入
already-open-happened = 此頁面的另一個視窗正在登入。
already-open-todo = 在該處完成登入，或在這裡重新登入以取代它。
superseded = 較新的登入已取代這次登入
superseded-happened = 只有最後一個視窗有效。
superseded-todo = 在開啟的視窗中繼續。
cancelled = 登入已取消
cancelled-happened = 由使用者或貴組織的原則結束。未傳送任何內容。
cancelled-todo = 準備好時再登入。若不是自行取消，將下方資訊交給系統管理員。
embedded = 此頁面嵌在其他頁面中，無法登入
embedded-happened = 框架中的頁面無法轉往登入頁面。
embedded-todo = 使用登入視窗，或在單獨的索引標籤中開啟此頁面。
insecure = 此位址不夠安全，無法登入
insecure-happened = 瀏覽器只在 https 或 localhost 上提供登入所需的加密功能。
insecure-todo = 以 https 位址開啟頁面。
authority = 無法連線到登入服務
authority-happened = config.json 中的授權單位有誤，或受到 Proxy、憑證或此頁面的安全性原則阻擋。
authority-todo = 檢查網路，再重新載入頁面。由此頁面的架設者檢查下方的授權單位。
network = 網路阻礙了登入
network-happened = 登入服務沒有回應，或瀏覽器未交出其回應。此頁面的內容仍然保留。
network-todo = 檢查網路，再試一次。Proxy 必須允許連線到下方的主機。
storage = 瀏覽器不為此頁面保存資料
storage-happened = 登入需要工作階段儲存空間，但某項設定或其他網站的框架不允許使用。
storage-todo = 在單獨的索引標籤中開啟此頁面，或允許下方的來源（origin）儲存網站資料。
library = 登入程式庫未載入
library-happened = 檔案遺失，或不是組建時的檔案。未傳送任何內容。
library-todo = 再試一次。若持續失敗，由此頁面的架設者重新複製整個組建資料夾。
unknown = 登入失敗
unknown-happened = 登入以此頁面不認得的方式結束。未傳送任何內容。
unknown-todo = 再試一次。若再次發生，將下方資訊交給協助人員。
