### The sign-in: its buttons, and the account's menu.

## The buttons, and the account.

sign-in = 以公司帳戶登入
signing-in = 正在登入。按一下可重新開始
sign-in-again = 重新登入
in-a-window = 在視窗中登入
own-tab = 在獨立分頁開啟
try-again = 重試
sign-out = 登出
account = 帳戶與租用戶：
lapsed = { $account }（重新登入）
