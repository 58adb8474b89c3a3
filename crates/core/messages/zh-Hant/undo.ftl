### Why an undo, or a run that is gone on with, leaves an indicator as it is. "It" is the indicator. Moments stand
### as they are: 2026-11-22T09:14:00Z.

left-is-gone = 租用戶已沒有此指標。沒有可復原的內容。
left-as-it-was = 租用戶中的指標與作業前相同。沒有可復原的內容。
left-changed = 之後已變更。維持不動；若需要，自行變更。
left-changed-at = 之後已於 { $at } 變更。維持不動；若需要，自行變更。
left-changed-by = 之後已由 { $by } 變更。維持不動；若需要，自行變更。
left-changed-by-at = 之後已由 { $by } 於 { $at } 變更。維持不動；若需要，自行變更。
left-unknown = 作業前的內容不明：當時未讀取租用戶的指標，或在有人建立此指標後未再讀取。維持不動；若需要，自行刪除或變更。
left-unread = 不在可讀取的租用戶清單中，而該清單不完整。維持不動；在入口網站中尋找。
left-expired = 作業前的內容已於 { $at } 到期，現在應已不存在。維持不動；若需要，自行刪除。
left-without-id = 租用戶未列出此指標的識別碼，而刪除必須依識別碼進行。維持不動；在入口網站中刪除。
changed-meanwhile = 作業未完成期間，有人變更、建立或刪除了此列要變更的指標。繼續作業時維持不動。在入口網站中查看；若仍需要，重新匯入此列。
