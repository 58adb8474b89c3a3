//! Whether the name that an indicator keeps of who wrote it is a user's name at sign-in.

/// Whether a name that the service keeps is the one of who signs in as `username`.
///
/// Of a user the service keeps the name at sign-in (recorded answers of 2022 and 2023), which is compared
/// as directories do, without regard to case. A guest signs in by the mail address of home, while the
/// tenant's own name of the guest is made of it: `@` becomes `_`, then come `#EXT#@` and the tenant's
/// domain (Properties of an Entra B2B collaboration user, User principal name).
#[must_use]
pub fn is_name_of(kept: &str, username: &str) -> bool {
    if kept.eq_ignore_ascii_case(username) {
        return true;
    }
    let Some((guest, _)) = kept.split_once("#EXT#@") else {
        return false;
    };
    let home = username.rsplit_once('@');
    home.is_some_and(|(name, domain)| {
        let parts = guest.split_at_checked(name.len());
        parts.is_some_and(|(begin, end)| {
            let end = end.strip_prefix('_');
            begin.eq_ignore_ascii_case(name)
                && end.is_some_and(|end| end.eq_ignore_ascii_case(domain))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guest_is_known_by_the_name_that_the_tenant_made() {
        let cases = [
            ("ann@contoso.example", "Ann@Contoso.example", true),
            ("ann@contoso.example", "bob@contoso.example", false),
            (
                "ann_fabrikam.example#EXT#@contoso.example",
                "ann@fabrikam.example",
                true,
            ),
            (
                "Ann_Lee_fabrikam.example#EXT#@contoso.example",
                "ann_lee@Fabrikam.example",
                true,
            ),
            (
                "ann_fabrikam.example#EXT#@contoso.example",
                "ann@fabrikam",
                false,
            ),
            (
                "ann_fabrikam.example#EXT#@contoso.example",
                "an@n_fabrikam.example",
                false,
            ),
            (
                "ann-fabrikam.example#EXT#@contoso.example",
                "ann@fabrikam.example",
                false,
            ),
            (
                "ann_fabrikam.example@contoso.example",
                "ann@fabrikam.example",
                false,
            ),
            ("#EXT#@contoso.example", "", false),
            ("ä_x#EXT#@y", "a@x", false),
            ("", "", true),
        ];
        for (kept, username, expected) in cases {
            assert_eq!(is_name_of(kept, username), expected, "{kept} {username}");
        }
    }
}
