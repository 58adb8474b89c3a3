### The sign-in: its buttons, and the account's menu.

## The buttons, and the account.

sign-in = Aanmelden met uw werkaccount
signing-in = Bezig met aanmelden. Klik om opnieuw te beginnen
sign-in-again = Opnieuw aanmelden
in-a-window = Aanmelden in een venster
own-tab = In een eigen tabblad openen
try-again = Opnieuw proberen
sign-out = Afmelden
account = Account en tenant:{ " " }
lapsed = { $account } (opnieuw aanmelden)
