### Runs that take back what another did, or delete what was selected in the tenant.

## What such a run is called; $moment is a day and a time

deletion = 刪除
undo-of-import = 復原 { $moment } 的匯入
undo-of-deletion = 復原 { $moment } 的刪除
undo-of-undo = 復原 { $moment } 的復原
undo-of-run = 復原 { $moment } 的作業

## Buttons that begin it

undo-import = 復原這次匯入
undo-deletion = 復原這次刪除
undo-undo = 復原這次復原
undo-rest = 復原其餘部分
undo-short = 復原
sign-in-and-undo = 登入並復原
sign-in-and-undo-rest = 登入並復原其餘部分
other-tenant = 只有該租用戶的帳戶可以復原。

## On the report of a run that may be undone

undo = 復原
undoes-import = 這項作業建立的指標會刪除，更新或取代的指標會還原為原來的內容。之後由他人變更的會維持不動。傳送任何內容前，可先查看全部。
undoes-deletion = 這項作業刪除的指標，會依這裡保留的內容以新的識別碼重新建立。傳送任何內容前，可先查看全部。
undoes-undo = 這次復原刪除的指標會以新的識別碼重新建立，還原的指標會變回復原前的內容。傳送任何內容前，可先查看全部。
undone = 已由 { $moment } 的作業復原。
undone-by = 已由 { $account } 於 { $moment } 的作業復原。
undone-partly = 已由 { $moment } 的作業部分復原。
undone-partly-by = 已由 { $account } 於 { $moment } 的作業部分復原。
stays = 有些未復原：該作業的報告會說明是哪些及原因。
undone-short = 已於 { $moment } 復原
undone-partly-short = 已於 { $moment } 部分復原
not-kept = 無法從這裡復原：瀏覽器未保留記錄。

## While it is prepared

preparing-deletion = 正在準備刪除。
preparing-undo-of-import = 正在準備復原 { $moment } 的匯入。
preparing-undo-of-deletion = 正在準備復原 { $moment } 的刪除。
preparing-undo-of-undo = 正在準備復原 { $moment } 的復原。
cancel = 取消

## The review of it

will-nothing = 在 { $tenant } 中沒有要處理的內容
will-restore = 將在 { $tenant } 中還原 { $restored } 個指標
will-delete = 將從 { $tenant } 刪除 { $deleted } 個指標
will-delete-and-restore = 將在 { $tenant } 中刪除 { $deleted } 個、還原 { $restored } 個指標
will-delete-or-restore = 將在 { $tenant } 中刪除或還原 { $indicators } 個指標
the-tenant = 租用戶
selected = 這些是在租用戶中選取的指標。
takes-back-import = 這會復原 { $moment } 的匯入。
takes-back-deletion = 這會復原 { $moment } 的刪除。
takes-back-undo = 這會復原 { $moment } 的復原。
takes-back-run = 這會復原 { $moment } 的作業。
some-left-alone = { $left } 個維持不動。
unchanged-yet = 目前尚未變更任何內容。
as-of = 依 { $time } 的租用戶狀態
sums = 預計結果與篩選
looked-at = 指標
left-alone = 維持不動
why-left = 維持不動
none-left = 無：全部都可以復原。
all-deletable = 無：全部都可以刪除。
changed-since = 之後已變更
changed-since-on = 之後已於 { $day } 變更
changed-since-by = 之後已由 { $who } 變更
changed-since-by-on = 之後已由 { $who } 於 { $day } 變更
indicator = 指標
as-it-is = 目前的內容
as-it-was = 還原後的內容
made-again = 租用戶已沒有此指標。將以新的識別碼重新建立。
goes-away = 將依識別碼 { $id } 刪除。

## The foot of that review, and the question

drop-undo = 放棄這次復原
drop-deletion = 放棄這次刪除
send-undo = 復原 { $indicators } 個指標
send-deletion = 刪除 { $indicators } 個指標
nothing = 沒有要處理的內容
nothing-to-do = 所有指標都維持不動。
sign-in = 登入以繼續。
ask-undo = 在 { $tenant } 中復原 { $indicators } 個指標？
ask-delete = 從 { $tenant } 刪除 { $deleted } 個指標？
ask-restore = 在 { $tenant } 中還原 { $restored } 個指標？
ask-delete-and-restore = 在 { $tenant } 中刪除 { $deleted } 個、還原 { $restored } 個指標？
will-be = 將執行的內容
gone = 服務無法找回已刪除的內容（{ $deleted } 個）
gone-kept = 識別碼與值（含所有欄位）會與這項作業一起在此瀏覽器中保留 { $days } 天。復原這項作業時，會據此以新的識別碼重新建立。
gone-unkept = 此瀏覽器不會保留這項作業的任何內容：下載列有識別碼與值的報告。無法從這裡復原。
may-be-refused = Defender 可能拒絕刪除
may-be-refused-body = Microsoft 的文件只說明應用程式可以刪除，未提及使用者帳戶。若遭拒絕，報告會提供識別碼與可直接使用的要求，交由有權刪除的人處理。
restored-all-the-same = 要還原的指標仍會還原。
safe = 可安全重複：已完成的不會再做一次。

## While it runs

sending = 正在傳送至 { $tenant }
undoing = 正在 { $tenant } 中復原
deleting = 正在從 { $tenant } 刪除
sending-title = 正在傳送
undoing-title = 正在復原
deleting-title = 正在刪除
until-read-again = 在此之前不會變更任何內容。檢閱後由他人變更的會維持不動。
to = 以 { $account } 身分傳送至 { $tenant }
undo-in = 以 { $account } 身分在 { $tenant } 中復原
delete-from = 以 { $account } 身分從 { $tenant } 刪除
sends-again = 再次傳送不會造成問題：API 會更新已有的指標。
asks-again = 再次要求不會造成問題：已完成的不會再做一次。
meter-accepted = 已接受
meter-taken-back = 已復原
meter-deleted = 已刪除

## Its report

changed-nothing = { $tenant } 中未變更任何內容
has-restored = 已在 { $tenant } 中還原 { $restored } 個指標
has-deleted = 已從 { $tenant } 刪除 { $deleted } 個指標
has-deleted-and-restored = 已在 { $tenant } 中刪除 { $deleted } 個、還原 { $restored } 個指標
title = 報告：已刪除 { $deleted } 個，已還原 { $restored } 個，已退回 { $rejected } 個
looked-up = 查看的範圍
all-looked-at = 已查看
to-be-done = 待執行
became = 執行結果
deleted = 已刪除
restored = 已還原
unconfirmed = 未確認：已傳送，但回應遺失。可能已執行，也可能沒有。再次復原同一項作業：會重新讀取租用戶，並列出其餘待處理的內容。
refused = Defender 拒絕刪除 { $deletions } 個指標。
refused-leaves = 這些指標仍在租用戶中；Defender 的原因列在下方「已退回」中。
deleted-before = 拒絕之前已刪除 { $deleted } 個。
refused-why = 若原因是缺少權限：Microsoft 的文件只說明應用程式可以刪除，因此使用者帳戶可能始終無法取得許可。
refused-way-on = 此時可將識別碼與可直接使用的要求交給有權刪除的人：系統管理員可在入口網站的 [設定] > [端點] > [指標] 中找到這些值；具備 Ti.ReadWrite.All 的應用程式可直接送出這些要求。
deletions = 識別碼與要求
undeleted = { $indicators } 個指標仍待刪除
leave-for-report = 返回先前的報告
leave-for-tenant = 返回租用戶現有的指標
leave = 返回
