### What is said of records of exchange formats: STIX, MISP, OpenIOC. What, why, what to do. What is between
### backticks stands as it is in the file.

read-from-key = `{ $key }` 下的清單已讀取為指標。檢查清單所列是否為惡意內容：有些清單列出的是不可封鎖的內容。
xml-broken = XML 在第 { $line } 行第 { $column } 字有誤：該處應為「{ $expected }」。之前的內容已讀取。
xml-not-indicators = 文件中沒有 `IndicatorItem`，因此沒有可匯入的內容。
other-objects = 有 { $count } 個物件不是指標，未讀取：{ $names }。
observed-read = 沒有指標，只有觀察所得的內容：已讀取其中 { $records } 個。檢查是否要匯入。
revoked = 發佈者已撤回此指標。不匯入。
deleted = 發佈者已將其刪除。不匯入。
benign = 發佈者指出所描述的內容無害。不匯入。
not-for-detection = 發佈者指出不供偵測使用（`to_ids` 為 false）。不匯入。
reference = 這是與事件相關的參考資料連結。不匯入。
only-observed = 這裡說明的是觀察到的內容，而非惡意內容；後者由旁邊的指標說明。不匯入。
other-language = 模式以 `{ $language }` 撰寫。Defender 的指標是單一值，因此不匯入。
pattern-broken = 無法讀取 STIX 模式：第 { $at } 個字元處應為「{ $expected }」。修正模式。
pattern-negation = 模式指出此值不可出現。不匯入。
pattern-operator = 模式以 `{ $operator }` 比較，會符合多個值。Defender 只接受單一值；不匯入。
pattern-part = 來源尋找的是包含此值的內容。Defender 比對網域時會涵蓋子網域，其他則須完全相同；檢查是否符合原意。
pattern-conjunction = 來源要求此值與 `{ $with }` 同時出現。單獨出現時可能無害；檢查是否符合原意。
port-left-out = 來源也指定了連接埠：`{ $with }`。Defender 只接受值本身，適用於所有連接埠。
other-hash = `{ $name }` 是 Defender 不接受的雜湊。可接受檔案的 MD5、SHA-1 與 SHA-256，以及憑證的 SHA-1。
