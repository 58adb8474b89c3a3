### What should stand where a text breaks off or cannot be read. It stands before "should stand there" and the
### like, in "json-broken" of "file.ftl" and "xml-broken" and "pattern-broken" of "exchange.ftl"; a few stand
### after "is not" in "json-wrong-kind" of "file.ftl". What is between backticks stays as it is.

## JSON.

value = 值
quoted-key = 加上引號的索引鍵
colon = 冒號
comma-or-brace = 逗號或 `{ "}" }`
comma-or-bracket = 逗號或 `]`
less-nested = 巢狀層數較少的內容
literal = `true`、`false` 或 `null`
digit = 數字
sound-escapes = 逸出序列正確的文字
no-control = 不含控制字元的文字
closing-quote = 結尾引號
no-more = 結尾
object-or-list = 物件或清單
indicator = 指標
list-of-texts = 文字清單
text = 文字

## What stands in place of an indicator, in "json-wrong-kind".

number = 數字
boolean = true 或 false
null = null
list = 清單
object = 物件

## STIX patterns.

and-or-bracket = AND、OR 或 `]`
opening = `[` 或 `(`
and-or-parenthesis = AND、OR 或 `)`
and-or-end = AND、OR、FOLLOWEDBY 或結尾
seconds = `SECONDS`
times = `TIMES`
stop = `STOP`
number-of-seconds = 秒數
number-of-times = 次數
timestamp = 時間戳記
object-path = 物件路徑（例如 `url:value`）
index = 索引或 `*`
bracket = `]`
parenthesis = `(`
comma-or-parenthesis = 逗號或 `)`
key = 索引鍵
comparison = 比較運算子（例如 `=`）
quoted-value = 值（文字須加單引號）
word = STIX 模式的字詞
not-equal = `!=`

## XML.

end-of-comment = 註解的結尾
end-of-cdata = CDATA 的結尾
end-of-declaration = 宣告的結尾
end-of-tag = 標籤的結尾
end-of-instruction = `?>`
