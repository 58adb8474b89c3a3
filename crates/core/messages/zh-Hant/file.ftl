### What is said of a file as a whole, of a table, of JSON, and of one record beside others. What, why, what to
### do. What is between backticks stands as it is in the file, and is shown as such. Names of the API's are
### never translated.

## The file as a whole.

empty-file = 檔案是空的。選擇含有指標的檔案。
binary-file = 檔案不是文字檔。另存為 CSV、JSON 或純文字。
packed-file = 檔案是封存檔或活頁簿，在這裡不會解壓縮。自行解壓縮，或將各工作表另存為 CSV。
reader-missing = 此頁面中讀取此類檔案的部分未載入。檢查連線後重新選擇檔案；若仍無法解決，重新載入頁面。
file-unreadable = 瀏覽器無法讀取檔案。檔案可能已移動或變更。重新選擇檔案。
too-large = 檔案有 { $bytes } 個位元組；最多讀取 { $most } 個。分割檔案。
too-many-records = 一次最多容納 { $most } 筆記錄。從這裡開始未讀取。分割檔案。
encoding-unsaid = 檔案未註明編碼。因為每隔一個位元組就是零，所以以 { $encoding } 讀取：{ $count } 個字元。
encoding-mac-roman = 檔案不是 UTF-8。有 { $count } 個字元（第一個在第 { $line } 行）以 { $encoding } 讀取：值的結尾有位元組 0xCA，即該編碼的不分行空格。檢查這些字元，或將檔案存為 UTF-8。
encoding-guessed = 檔案不是 UTF-8。有 { $count } 個字元（第一個在第 { $line } 行）以 { $encoding } 讀取，這類檔案大多採用此編碼。檢查這些字元，或將檔案存為 UTF-8。
bytes-undecoded = 檔案中有 { $count } 個位元組序列不符合任何編碼，第一個在這裡。含有這種序列的值會遭拒絕；其他文字會以 U+FFFD 顯示。將檔案存為 UTF-8。
hosts-address = hosts 檔案中有 { $count } 行指定了可連線的位址，第一個在這裡。只讀取名稱，不讀取位址。若位址也要匯入，自行加入。
nul-bytes = 文字含有 { $count } 個 NUL 字元，第一個在這裡，因此已損毀。含有這種字元的值會遭拒絕。重新匯出檔案。
mail-base64 = 此郵件有一部分以 base64 編碼，未讀取其中任何內容。在郵件程式中開啟此郵件，再儲存或貼上其文字。
mail-quoted-printable = 此郵件有一部分以 quoted-printable 編碼：`=3D` 代表 `=`，且過長的值會被切斷。其中的值可能有誤或遺漏。在郵件程式中開啟此郵件，再儲存或貼上其文字。
nothing-found = 文字中沒有雜湊、位址、網域或 URL。若應該有，選擇讀取方式，或每行只寫一個值。

## Why something in an archive or a workbook was not unpacked. "It" is an archive, a file in one, or a sheet.

not-unpacked-damaged = 已損毀或不完整，未讀取任何內容。重新取得檔案，或重新壓縮。
not-unpacked-encrypted = 需要密碼，未讀取任何內容。自行解壓縮，或另存為沒有密碼的檔案。
not-unpacked-method = 這裡不支援其壓縮方式。以一般 zip 壓縮，或自行解壓縮。
not-unpacked-too-large = 沒有足夠的空間可解壓縮。分割檔案，或逐一提供其中的清單。
not-unpacked-bomb = 解壓縮後會變得非常大，可能是為了造成危害，因此未處理。若可信任，逐一提供其中的清單。
not-unpacked-too-many = 項目數超過可讀取的數量。這裡列出的最後一個項目之後，其餘均已略去。分割檔案。
not-unpacked-nested = 這是封存檔中的封存檔，不會解壓縮。自行解壓縮後提供其內容。
not-unpacked-same-name = 有多個項目的名稱相同，其中只讀取了最後一個。自行解壓縮，確認要用的是哪一個。
not-unpacked-document = 這是辦公室軟體的文件，不是活頁簿。另存為純文字或 CSV。
not-unpacked-breaks-off = 工作表已損毀，之後的內容無法讀取。開啟活頁簿並重新儲存。
not-unpacked-no-room = 沒有足夠的空間容納整個工作表。分割工作表，或另存為 CSV。
not-unpacked-failed = 解壓縮失敗或時間過長，未讀取任何內容。自行解壓縮，或另存為 CSV。
not-unpacked-from = { $why }讀取到的最後一列是第 { $row } 列。

## What holds nothing to unpack.

nothing-housekeeping = 這是系統自行產生的檔案，其中沒有清單。
nothing-empty-archive = 封存檔中沒有檔案。
nothing-empty-sheet = 工作表是空的。
nothing-no-cells = 圖表或巨集，沒有儲存格。

## Tables.

quote-not-closed = 第 { $line } 行開始的引號一直沒有結束。該行遭拒絕，並從下一行繼續讀取。補上結尾引號。
cells-missing = 此列有 { $found } 個儲存格，標題列則有 { $expected } 個。可能不完整；補上缺少的部分。
cells-extra = 此列有 { $found } 個儲存格，標題列則有 { $expected } 個。含有逗號的文字要加上引號。
too-many-columns = 標題列有 { $found } 欄；最多讀取 { $most } 欄。移除不需要的欄。
cell-too-long = 文字有 { $len } 個字元；最多傳送 { $most } 個。縮短文字。
no-header = 各欄沒有已知的名稱。加上標題列，例如 `IndicatorType,IndicatorValue,Action`。
unknown-column = 指標沒有名為 `{ $name }` 的欄位。不會傳送此欄。
columns-not-imported = 未匯入，因為指標沒有這些名稱的欄位：{ $names }。
columns-not-imported-and-more = 未匯入，因為指標沒有這些名稱的欄位：{ $names } 及另外 { $more } 欄。
duplicate-column = `{ $name }` 欄出現兩次。採用第一個。
column-not-read = `{ $name }` 欄的內容看似指標，但依其名稱並未列出指標，因此不讀取。若確實是指標，指定此欄的內容。
other-header = 這裡有另一個標題列，欄也不同。以下各列依這些名稱讀取。
more-unknown = 另有 { $count } 個不明名稱，也不會傳送。

## JSON.

json-broken = JSON 在第 { $line } 行第 { $column } 字有誤：該處應為「{ $expected }」。之前的內容已讀取。
json-cut-short = JSON 在第 { $line } 行第 { $column } 字中斷：文字在應為「{ $expected }」之處結束。之前的內容已讀取。
json-not-indicators = JSON 中沒有指標。需要含有 `Indicators` 的物件、指標清單或單一指標。
json-unknown-key = API 沒有 `{ $key }` 欄位。不會傳送。
json-key-spelling = 索引鍵 `{ $found }` 讀取為 `{ $expected }`。API 只接受後者的寫法。
json-key-twice = 物件中有兩個 `{ $key }`，無法判斷要用哪一個；移除其中一個。
json-wrong-kind = `{ $key }` 不符：API 在該處只接受「{ $expected }」。修正此內容。
read-from-page = 文字中含有指標的 JSON：已讀取 { $records } 個。周圍的文字未讀取。

## One record beside others. "Line" is that of the other one; its number stands as it is.

duplicate = 第 { $line } 行有相同的指標。只傳送一次。
duplicate-differs = 第 { $line } 行有相同的指標，會傳送該行。此處不同且不會傳送的欄位：{ $fields }。
conflict = 第 { $line } 行有相同的值，但動作為 { $action }。兩者會成為不同的指標；選擇要用的動作。
weaker-hash = 會傳送第 { $line } 行中同一檔案的 { $sent }，並依設定排除較弱的雜湊。若兩者都要傳送，選擇「重新納入」。
