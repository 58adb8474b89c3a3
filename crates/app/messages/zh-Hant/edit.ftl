edit = 編輯
only-ticked = 只會變更已勾選的欄位。
undo = 復原：{ $done }
redo = 取消復原：{ $done }
undone = 已復原：{ $done }
copied = 已複製：{ $rows }
columns = 欄
save-first = 請先儲存或取消所寫的內容。
