### What is told outside of the page: the tab's title, and notifications.

## The title during a run. What needs the user comes first: a tab shows the first words alone

runs = { $percent } % - { $tenant }
waits = Wartet bei { $percent } % - { $tenant }
paused = Angehalten bei { $percent } % - { $tenant }
needs-you = Wartet auf Sie bei { $percent } % - { $tenant }

## On the third screen

tell = Benachrichtigen, wenn dies endet oder mich braucht
denied = Dieser Browser lässt keine Benachrichtigungen dieser Seite zu. Die Websiteeinstellungen können das ändern.
