### What is said in place of an answer of the API's that did not come or is none, and of a file of the page's own
### that did not load.

no-answer = 沒有收到回應。
answer-unread = 無法讀取回應。
tenant-unread = 無法讀取租用戶的清單。
not-a-list = 回應不是指標清單。
guard-missing = 防護的公用清單檔案未載入。
guard-foreign = 防護的公用清單檔案與建置此頁面時所用的不同。
