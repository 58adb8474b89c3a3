### What is told outside of the page: the tab's title, and notifications.

## The title during a run. What needs the user comes first: a tab shows the first words alone

runs = { $percent }% - { $tenant }
waits = 等候中，{ $percent }% - { $tenant }
paused = 已暫停，{ $percent }% - { $tenant }
needs-you = 需要您處理，{ $percent }% - { $tenant }

## On the third screen

tell = 結束或需要我處理時通知我
denied = 此瀏覽器不允許此頁面傳送通知。您可以在網站設定中變更。
