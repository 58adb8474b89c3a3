### What is told outside of the page: the tab's title, and notifications.

## The title during a run. What needs the user comes first: a tab shows the first words alone

# $percent (Number), how many of a hundred indicators are answered; so below. $tenant is a name.
runs = { $percent } % - { $tenant }
# It goes on by itself.
# $percent (Number)
waits = Waiting at { $percent } % - { $tenant }
# By the user.
# $percent (Number)
paused = Paused at { $percent } % - { $tenant }
# It goes on when the user has done something.
# $percent (Number)
needs-you = Needs you at { $percent } % - { $tenant }

## On the third screen

# Label of a box to tick. It: the run.
tell = Notify me when it ends or needs me
# Under it, where the browser refuses.
denied = This browser does not allow notifications from this page. Its settings for this site can change that.
