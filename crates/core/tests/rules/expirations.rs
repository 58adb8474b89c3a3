//! When an indicator expires.

use ioculate_core::{
    check::{Draft, Policy},
    diagnostic::Finding,
    session::Fix,
};

use crate::outcome::{TODAY, checked, whole};

/// The expiration as sent and whether it is said to be rewritten; or the code that refuses it.
fn expiration(text: &str) -> String {
    let draft = Draft {
        expiration: Some(text.to_owned().into()),
        ..whole()
    };
    checked(draft, &Policy::default(), |row| match row.indicator {
        None => row.diagnostics[0].code().to_owned(),
        Some(indicator) => {
            let seconds = indicator
                .expiration
                .map_or(0, |time| (time.0 - TODAY.0) / 1000);
            let change = row
                .changes
                .first()
                .map(|change| format!(" as {}", change.after));
            let found = row
                .diagnostics
                .first()
                .map(|found| format!(" !{}", found.code()));
            format!(
                "{seconds}{}{}",
                change.unwrap_or_default(),
                found.unwrap_or_default()
            )
        }
    })
}

#[test]
fn expirations() {
    for (text, wanted) in [
        ("2026-11-22T00:00:00Z", "86400"),
        ("2026-11-22T00:00:00.0Z", "86400"),
        ("2026-11-22T00:00:00.0000000Z", "86400"),
        ("2026-11-22", "86400 as 2026-11-22T00:00:00Z"),
        (" 2026-11-22T00:00:00Z ", "86400 as 2026-11-22T00:00:00Z"),
        ("2026-11-22T00:00:00z", "86400 as 2026-11-22T00:00:00Z"),
        ("2026-11-22 00:00:00Z", "86400 as 2026-11-22T00:00:00Z"),
        ("2026-11-22T00:00:00.5Z", "86400 as 2026-11-22T00:00:00Z"),
        ("2026-11-22T02:00:00+02:00", "86400 as 2026-11-22T00:00:00Z"),
        (
            "2026-11-21T20:30:00.123456-03:30",
            "86400 as 2026-11-22T00:00:00Z",
        ),
        ("2028-02-29T00:00:00Z", "40176000"),
        ("2033-01-01T00:00:00Z", "192931200 !far-expiration"),
        ("9999-12-31T23:59:59Z", "251607081599 !far-expiration"),
        ("9999-12-31T23:59:59-00:01", "bad-date"),
        ("2026-11-21T00:00:00Z", "expired"),
        ("2026-11-21T00:00:00.9Z", "expired"),
        ("2026-11-21", "expired"),
        ("2021-12-12T00:00:00Z", "expired"),
        ("2020-12-12T00:00:00Z", "expired"),
        ("0001-01-01T00:00:00Z", "expired"),
        ("31/12/2027", "bad-date"),
        ("12/31/2027", "bad-date"),
        ("31.12.2027", "bad-date"),
        ("tomorrow", "bad-date"),
        ("never", "bad-date"),
        ("2027-13-01T00:00:00.0Z", "bad-date"),
        ("2027-02-30T00:00:00Z", "bad-date"),
        ("2027-02-29", "bad-date"),
        ("2027-01-01T25:00:00Z", "bad-date"),
        ("2027-01-01T00:00:00", "bad-date"),
        ("2027-01-01T00:00Z", "bad-date"),
        ("2027-01-01T00:00:00.Z", "bad-date"),
        ("2027-01-01T00:00:00+2:00", "bad-date"),
        ("2027-01-01T00:00:00+99:00", "bad-date"),
        ("20270101", "bad-date"),
        ("46388", "bad-date"),
        ("1830297600", "bad-date"),
        ("2027-01-0é", "bad-date"),
        ("٢٠٢٧-٠١-٠١", "bad-date"),
        ("+2027-01-1", "bad-date"),
    ] {
        assert_eq!(expiration(text), wanted, "{text}");
    }
}

#[test]
fn an_expired_row_offers_two_ways_on() {
    let found = Finding::Expired {
        given: "2021-12-12T00:00:00Z".to_owned(),
    };
    assert_eq!(
        found.fixes(),
        [Fix::ExpireIn { days: 90 }, Fix::NeverExpires]
    );
}
