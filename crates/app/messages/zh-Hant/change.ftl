### Changes of a value: what was done to it, in a few words without a capital.

## What a change did. It stands in lists by itself, and beside what stood there and what stands there now.

trimmed = 移除前後空白
refanged = 依無害化寫法解讀
lowercased = 改為小寫
punycode = 改寫為 xn--
wildcard-dropped = 移除 *.
wildcard-dropped-since = 移除 *.；網域已涵蓋其子網域
trailing-dot-dropped = 移除結尾的點
ipv6-expanded = 寫成八組
ipv4-unmapped = 改為其代表的 IPv4 位址
prefix-dropped = 移除只涵蓋一個位址的首碼
fragment-dropped = 移除片段
fragment-dropped-since = 移除片段；片段不會傳到伺服器
legacy-action = 服務現今對應的動作
alert-forced = Audit 必須產生警示
spelling = 改為 API 的拼法
type-detected = 由值判斷
date-rewritten = 改寫為 UTC
defaulted = 取自預設值
left-out = 省略
left-out-since = 省略；API 不接受
unguarded = 移除防止視為公式的符號
port-dropped = 移除連接埠
edited = 手動修改
assigned = 依指定的意義
in-places = { $what }（{ $places } 處）
nothing = 無

## Keeping what was written.

keep = 保留原文
keep-all = 全部保留原文
rewrite = 仍要改寫
kept = 已保留原文。
