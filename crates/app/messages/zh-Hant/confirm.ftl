### The question before anything leaves.

way-batches = 傳送方式：每次呼叫傳送多個指標
way-one-by-one = 傳送方式：每個指標呼叫一次
batches = 每次呼叫傳送多個指標（{ $calls } 次呼叫）
one-by-one = 每個指標呼叫一次（較慢：約 { $time }）
one-by-one-body = 適用於無法使用匯入 API 的租用戶。期間可以關閉頁面：之後可從中斷處繼續這項作業。
calls = { $calls } 次呼叫，約 { $time }。
kept = 這項作業連同清單會在此瀏覽器中保留 { $days } 天。能使用此瀏覽器的人都能讀取：若為共用電腦，應在「過去的作業」中清除。
nothing-kept = 不會保留這項作業的任何內容
nothing-kept-body = 若在結束前關閉此索引標籤或電腦停止運作，將無從得知進行中呼叫的結果，作業也無法繼續。在報告出現前保持索引標籤開啟，並下載報告。瀏覽器的訊息：
refused = 上次要求時，瀏覽器未保留這項作業
without = 不留記錄傳送
