### What is said of the type and the value of a row. What, why, what to do. What is between backticks stands as
### it is in the file. Types and names of fields are the API's and are never translated.

bad-type = `{ $given }` 不是 Defender 可辨識的類型。使用 FileSha1、FileSha256、FileMd5、CertificateThumbprint、IpAddress、DomainName 或 Url。
missing-value = 沒有值。Defender 要求指定；補上值，或移除此列。
not-an-indicator = `{ $given }` 不是指標。提供雜湊、位址、網域或 URL，或將其移除。
looks-like = `{ $given }` 是{ $looks }，不是指標。提供雜湊、位址、網域或 URL，或將其移除。
other-record = 這是{ $looks }。Defender 接受雜湊、位址、網域與 URL；忽略此行。
reader-link = 這是給讀者的連結：在將惡意內容無害化的文字中以一般形式書寫，或指向報告常引用的網站。已忽略；若確實要匯入，可匯入。
unknown-tld = 沒有已知的頂層網域 `{ $tld }`（{ $date } 的清單）。依原文傳送。檢查拼寫。
type-mismatch = 值看似 { $looks }，但類型為 { $given }。修正類型或值。
undecodable = 無法讀取值的第 { $at } 個字元：其位元組不符合任何編碼。向檔案的來源查證，並重新輸入值。
hidden-character = 值含有看不見的字元（{ $code }）。可能會被誤認為其他值；重新輸入。
value-too-long = 值有 { $len } 個字元；Defender 接受 { $most } 個。值一律不會被截斷；自行縮短。
trailing-punctuation = 值以 { $found } 結尾，看似從句子中複製而來，會照此傳送。若不屬於值，將其移除。

## A text that seems to be an indicator in disguise. $type is the API's name for what it may be.

masked-base64 = `{ $given }` 看似以 base64 編碼的 { $type }。不會猜測。自行解讀，並提供原本的值。
masked-percent = `{ $given }` 看似以百分比符號編碼的 { $type }。不會猜測。自行解讀，並提供原本的值。
masked-hex = `{ $given }` 看似以十六進位數字書寫的 { $type }。不會猜測。自行解讀，並提供原本的值。
masked-reversed = `{ $given }` 看似倒過來書寫的 { $type }。不會猜測。自行解讀，並提供原本的值。

## A text that can be read in two ways. The user has to choose.

ambiguous = `{ $given }` 可能是{ $readings }。不會猜測：匯入為 { $type }，或指定這不是指標。
reference-or-indicator = 指標，也可能是給讀者的連結
domain-or-file-name = 網域，也可能是檔案名稱
address-or-version = 位址，也可能是版本
whole-or-place = 指整個名稱，也可能只是許多人註冊名稱之處：封鎖它會封鎖所有這些名稱
whole-or-glued = 完整的值，也可能是另一種文字的較長名稱的一部分
whole-or-cut = 完整的值，也可能是前段遭切斷的較長名稱的結尾
blocked-or-spared = 指標，也可能是篩選清單放行或只清理其頁面的網站
domain-or-words = 網域，也可能是句子中的字詞
url-or-two-names = 沒有配置的 URL，也可能是以斜線分隔的兩個名稱
url-or-cells = 含有逗號的 URL，也可能是 URL 與表格的儲存格

## Hashes.

hash-length = 雜湊有 { $len } 位數，此類型應有 { $expected } 位。可能缺少一部分；重新複製。
hash-length-unknown = 雜湊有 { $len } 位數。Defender 接受 MD5（32）、SHA-1（40）與 SHA-256（64）；使用其中一種。
hash-not-hex = 第 { $at } 個字元 { $found } 不是十六進位數字。重新複製雜湊。
md5-may-be-refused = Defender 的頁面列有 MD5，但有人回報遭到退回。若有 SHA-256，使用 SHA-256。

## Addresses.

bad-address = `{ $given }` 不是 IPv4 或 IPv6 位址。修正位址。
bad-octet = `{ $octet }` 不能出現在 IPv4 位址中：每一段為 0 到 255，不可有前置零。修正位址。
address-with-port = `{ $address }` 帶有連接埠 { $port }。Defender 只接受位址。移除連接埠。
address-range = `{ $given }` 是範圍。匯入 API 只接受個別位址。逐一列出，或將其移除。
address-range-small = `{ $given }` 是範圍。匯入 API 只接受個別位址。展開為 { $count } 列，或將其移除。
address-range-large = `{ $given }` 是範圍。匯入 API 只接受個別位址。其中有 { $count ->
    [0] 2^{ $bits }
   *[other] { $count }
 } 個位址，太多而無法列出；縮小範圍，或將其移除。
range-over-cap = `{ $given }` 有 { $count ->
    [0] 2^{ $bits }
   *[other] { $count }
 } 個位址；範圍最多展開 { $cap } 個。提高此上限，或縮小範圍。
ranges-over-most = `{ $given }` 有 { $count ->
    [0] 2^{ $bits }
   *[other] { $count }
 } 個位址，而所有範圍合計最多展開為 { $most } 列。減少展開的範圍，或將其移除。
range-overlaps = 範圍包含第 { $line } 行的位址，會因此傳送兩次。排除兩者之一。
range-host-bits = `{ $given }` 指定了範圍中的一個位址。整個範圍寫成 `{ $network }`，或只寫位址。
bad-prefix = `/{ $prefix }` 不是首碼長度；首碼長度為 0 到 { $most }。修正首碼長度。
internal-address = `{ $given }` 是私人或保留位址：外部裝置無法連線，而 Defender 只接受外部位址。將其移除，或允許內部位址。

## Domains.

domain-character = 網域中不能有 { $found }。修正網域。
domain-without-dot = `{ $given }` 是沒有點的名稱，不是網域。寫出完整名稱。
domain-empty-label = `{ $given }` 有點，但旁邊沒有內容。修正網域。
label-too-long = 兩點之間的部分有 { $len } 個字元；網域允許 { $most } 個。修正網域。
domain-too-long = 網域有 { $len } 個字元；允許 { $most } 個。修正網域。
label-underscore = `{ $label }` 以底線開頭，Defender 不支援。使用其上層網域。
unusual-label = `{ $label }` 不是一般的主機名稱，Defender 可能會退回。檢查拼寫。
numeric-tld = `{ $given }` 以數字結尾，網域不會如此，也不是位址。修正此內容。
bad-idn = `{ $given }` 無法寫成 `xn--`，即傳送網域時的形式。檢查拼寫。
domain-wildcard = `{ $given }` 含有萬用字元。Defender 不接受萬用字元：網域會涵蓋其子網域。只提供網域。
domain-with-port = `{ $domain }` 帶有連接埠 { $port }。Defender 只接受網域。移除連接埠，或改為 Url。
domain-with-path = `{ $given }` 不只是網域。只提供網域，或改為 Url。

## URLs.

url-scheme = `{ $scheme }:` 不是網址。Defender 接受 http 與 https。以網域提供主機，或將其移除。
url-without-scheme = URL 沒有 `http://` 或 `https://`。依原文傳送，Defender 可能會退回；加上配置。
url-blank = 第 { $at } 個字元是空格，URL 不能有空格。寫成 %20，或拆開不屬於同一個 URL 的內容。
url-wildcard = URL 含有萬用字元。Defender 不接受 URL 中的萬用字元。提供網域，或完整的 URL。
url-userinfo = URL 的主機前有使用者名稱。瀏覽器會略去，因此 Defender 可能永遠看不到。檢查是否需要。
url-with-comma = URL 含有逗號，會連同之後的內容一併傳送。若此行屬於表格，加上含有 `IndicatorValue` 的標題列。
url-host = `{ $host }` 不能作為 URL 的主機。修正主機。
url-port = `{ $port }` 不是連接埠；連接埠為 0 到 { $most }。修正連接埠。
url-internal-host = `{ $host }` 只能從網路內部連線。檢查是否確實要封鎖。
url-defang-mark = 主機之後的 `{ $mark }` 會依原文傳送。若這是為了使 URL 無害化而寫的，將其修正。
