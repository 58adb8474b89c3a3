### The sign-in: its buttons, and the account's menu.

## The buttons, and the account.

sign-in = Mit Geschäftskonto anmelden
signing-in = Anmeldung läuft. Zum Neustart klicken
sign-in-again = Erneut anmelden
in-a-window = In einem Fenster anmelden
own-tab = In eigenem Tab öffnen
try-again = Erneut versuchen
sign-out = Abmelden
account = Konto und Mandant:{ " " }
lapsed = { $account } (erneut anmelden)
