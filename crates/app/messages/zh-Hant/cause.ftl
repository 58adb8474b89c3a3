### What can be done about a cause: labels of buttons, short.

## In how many days rows expire: a button, and after it a box for the number of days with a word behind it.

expire-in = 設定到期於
expire-rows-in = { $rows } 列到期於
days = 天後
days-of-box = 天數

## The other buttons.

never-expire = 永不到期
in-days = { $days } 天後到期
choose-this = 傳送這一列
keep-strictest = 保留最嚴格的動作
drop-port = 移除連接埠
title-from-file = 使用檔案名稱
description-from-defaults = 使用預設值
expand-range = 展開為個別位址
take-as = 匯入為 { $type }
take-as-means = 以類型 { $type } 傳送。
ignore = 不是指標
ignore-means = 不傳送，並計為忽略。
leave-out = 排除
take-back-in = 重新納入
reset = 復原我的變更
fix-of-rows = { $fix }（{ $rows }）
fixes-for = 修正方式：{ $title }
