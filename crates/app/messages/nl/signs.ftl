### What is told outside of the page: the tab's title, and notifications.

## The title during a run. What needs the user comes first: a tab shows the first words alone

runs = { $percent } % - { $tenant }
waits = Wacht bij { $percent } % - { $tenant }
paused = Gepauzeerd bij { $percent } % - { $tenant }
needs-you = Wacht op u bij { $percent } % - { $tenant }

## On the third screen

tell = Geef een melding als dit klaar is of mij nodig heeft
denied = Deze browser staat geen meldingen van deze pagina toe. Dat kunt u wijzigen in de site-instellingen.
