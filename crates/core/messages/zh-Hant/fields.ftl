### What is said of the fields of a row beside its type and value. What, why, what to do. What is between
### backticks stands as it is in the file. Actions, severities, types and names of fields are the API's and are
### never translated.

bad-action = `{ $given }` 不是動作。使用 Audit、Allowed、Warn、Block 或 BlockAndRemediate。
missing-action = 沒有動作。Defender 要求指定一個：Audit、Allowed、Warn、Block 或 BlockAndRemediate。
action-not-for-network = { $action } 不適用於 { $type }。使用 Audit、Allowed、Warn 或 Block。
action-not-for-file = { $action } 不適用於 { $type }。使用 Allowed 或 BlockAndRemediate。
bad-generate-alert = `{ $given }` 未說明是否產生警示。寫成 true 或 false。
allowed-never-alerts = 允許的內容一律不產生警示，因此 generateAlert 在此沒有作用。
bad-severity = `{ $given }` 不是嚴重性。使用 Informational、Low、Medium 或 High，或省略。
missing-title = 沒有標題。Defender 要求指定。使用檔案名稱，或自行填寫。
missing-description = 沒有描述。Defender 要求指定。使用預設值，或自行填寫。
title-too-long = 標題有 { $len } 個字元；最多傳送 { $most } 個。縮短標題。
long-description = 描述有 { $len } 個字元。其他工具最多傳送 { $usual } 個；Microsoft 未註明上限。會完整傳送。
control-character = 文字含有控制字元（{ $code }）。重新輸入文字。
bad-date = `{ $given }` 不是能明確讀取的日期。寫成 2027-01-31 或 2027-01-31T00:00:00Z。
ambiguous-date = `{ $given }` 可能是 { $day-first } 或 { $month-first }，同一欄的其他日期也無法判斷。改用其中一種寫法。
expired = 已於 { $given } 過期。Defender 會刪除已過期的指標。指定較晚的日期，或不指定。
far-expiration = 於 { $given } 到期，距今超過 { $years } 年。檢查日期。
educate-url-unused = educateUrl 會在封鎖或警告 URL 時顯示。在此沒有作用。
group-not-seen = 租用戶中沒有指標使用裝置群組 `{ $name }`。若沒有此群組，Defender 會退回此列。檢查名稱。

## Default texts with fields in braces, such as "From { "{" }file{ "}" }".

template-field = 預設文字中有 { "{" }{ $name }{ "}" }，但沒有這個欄位。使用 value、type、action、severity、expires、date、file、line，或 column: 後接欄的名稱；大括號本身寫成 { "{{" }。
template-column = 預設文字指定了 `{ $name }` 欄，但此來源沒有此欄。選擇其他欄，或不使用此欄。
template-not-closed = 預設文字在第 { $at } 個字元處有左大括號，但沒有結束。補上右大括號；單獨的大括號寫成 { "{{" }。
template-too-long = 預設文字有 { $len } 個字元。使用大括號欄位時，最多 { $most } 個字元、{ $fields } 個欄位。縮短文字。
