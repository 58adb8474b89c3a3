### What a list is given that does not say it: a form.


## The fields in view.

action = 動作
audit-blocks-nothing = Audit 只記錄相符項目，不封鎖任何內容。
severity = 嚴重性
no-severity = 由服務決定
title = 標題
title-example = 檔案名稱
description = 描述
expires = 到期日
by-type-below = 依類型，如下
never = 永不
in-a-year = 1 年後
in-days = { $days } 天後
other-days = 其他天數
expires-in-days = 幾天後到期
wrong-days = 1 至 { $most } 天；留空表示永不到期。

## What differs by type.

by-type = 依類型
action-as-above = 同上
severity-as-above = 同上
files = 雜湊與憑證
addresses = 位址
names = 網域與 URL
action-of = 動作：{ $group }
severity-of = 嚴重性：{ $group }
expires-of = 幾天後到期：{ $group }
by-type-in-short = 檔案 { $files }；位址 { $addresses }；網域與 URL { $names }
never-in-short = 永不
days-in-short = { $days } 天
all-alike = 全部相同

## Alerts and device groups.

alert-and-groups = 警示與裝置群組
alert = 警示
no-alert = 由服務決定
raise-alert = 產生警示
raise-none = 不產生警示
alert-by-action = Audit 一律產生警示，Allowed 一律不產生。
groups = 裝置群組
all-devices = 所有裝置
groups-help = 一次輸入一個名稱，與入口網站的寫法相同；按 Enter 加入。
unknown-group = 租用戶中沒有指標使用此群組。檢查名稱是否正確。
take-off = 移除 { $group }
group-count = { $groups } 個群組
alert-and-groups-in-short = { $alert }，{ $groups }

## Fields of templates: {value} in a text stands for the indicator, and so on.

template = 標題與描述的欄位
template-body = 寫在文字中的欄位會逐列填入。單獨的大括號要寫兩次：{ "{{" }。
first-row = 第一個就緒的列：{ $text }
no-row = 逐列填入；目前還沒有就緒的列可供預覽。
field-value = 指標
field-type = 類型，例如 DomainName
field-action = 採取的動作
field-severity = 嚴重性
field-expires = 到期日，或永不
field-date = 今天的日期（UTC）
field-file = 檔案名稱
field-line = 在檔案中的行號
field-column = 該列在表格某一欄中的文字
