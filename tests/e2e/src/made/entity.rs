//! Indicators of a tenant, each of another value, with every field that the service keeps.

use std::fmt::Write as _;

use serde_json::{Value, json};

/// The types in their turn.
const KINDS: [&str; 7] = [
    "DomainName",
    "FileSha256",
    "FileSha1",
    "Url",
    "IpAddress",
    "FileMd5",
    "CertificateThumbprint",
];

/// An indicator with the value of this number and the `other`-th action of those that it may have.
#[must_use]
pub fn entity(number: usize, other: usize) -> Value {
    let kind = kind(number);
    let actions: &[&str] = match kind {
        "CertificateThumbprint" => &["BlockAndRemediate", "Allowed"],
        "DomainName" | "Url" | "IpAddress" => &["Block", "Audit", "Warn", "Allowed"],
        _ => &["Block", "Audit", "BlockAndRemediate", "Warn", "Allowed"],
    };
    let action = if is_of_list(number) {
        // What the list's default is held against.
        actions[other % actions.len()]
    } else {
        actions[(number / 11 + other) % actions.len()]
    };
    let of = |texts: &[&str]| texts[number / 5 % texts.len()].to_owned();
    let is_network = matches!(kind, "DomainName" | "Url" | "IpAddress");
    let expires = (is_network || number.is_multiple_of(3)).then(|| {
        format!(
            "20{}-0{}-15T08:30:00.0000000Z",
            35 + number % 5,
            1 + number % 9
        )
    });
    let groups: &[&str] = [&[][..], &["Servers", "Clients"], &["Servers"]][number / 7 % 3];
    let techniques: &[&str] = [&["T1110"][..], &[], &["T1059", "T1059.001"]][number / 3 % 3];
    let recommended = number
        .is_multiple_of(2)
        .then(|| format!("Isolate, then call {number}"));
    let by = of(&[
        "bob@contoso.example",
        "analyst@contoso.example",
        "a1b2c3d4-0000-4000-8000-000000000009",
    ]);
    json!({
        "indicatorType": kind,
        "indicatorValue": spelt(kind, value(kind, number), number),
        "action": action,
        "severity": of(&["High", "Low", "Medium", "Informational"]),
        "title": format!("Title {number}, \"{}\"", of(&["é", "b", "説明"])),
        "description": format!("Description {number}"),
        "recommendedActions": recommended,
        "expirationTime": expires,
        "rbacGroupNames": groups,
        "rbacGroupIds": (1..=groups.len()).collect::<Vec<_>>(),
        "mitreTechniques": techniques,
        "generateAlert": action == "Audit" || (action != "Allowed" && number.is_multiple_of(4)),
        "educateUrl": number.is_multiple_of(5).then_some("https://help.example/"),
        "externalId": format!("case-{number}"),
        "category": 1 + number % 3,
        "application": "feeder",
        "bypassDurationHours": number.is_multiple_of(6).then_some(3),
        "notificationBody": number.is_multiple_of(9).then_some("Ask the desk"),
        "historicalDetection": number.is_multiple_of(8),
        "createdBy": by,
        "createdByDisplayName": by,
        "createdBySource": of(&["Portal", "PublicApi"]),
        "creationTimeDateTimeUtc": "2026-02-03T04:05:06.1234567Z",
        "lastUpdateTime": "2026-03-04T05:06:07.7654321Z",
        "lastUpdatedBy": number.is_multiple_of(2).then_some("bob@contoso.example"),
    })
}

/// Whether a list of hashes alone speaks of this number; see [`crate::made`].
const fn is_of_list(number: usize) -> bool {
    number % 7 == 1
}

fn kind(number: usize) -> &'static str {
    // Certificates are few.
    match KINDS[number % 7] {
        "CertificateThumbprint" if !number.is_multiple_of(5) => "DomainName",
        kind => kind,
    }
}

/// The value of this number as one of this type.
#[must_use]
pub fn value(kind: &str, number: usize) -> String {
    match kind {
        "DomainName" => format!("host-{number}.bad.example"),
        "Url" => format!("https://host-{number}.bad.example/In/{number}?q=A.b"),
        "IpAddress" => address(number),
        "FileMd5" => hash(number, 32),
        "FileSha256" => hash(number, 64),
        _ => hash(number, 40),
    }
}

/// Of the networks for examples (RFC 5737), as far as they reach, else of the one that is large (RFC
/// 3849).
fn address(number: usize) -> String {
    let networks = ["192.0.2", "198.51.100", "203.0.113"];
    // Every fourth of the addresses, which are every seventh.
    let at = number / 28;
    let network = networks.get(at / 254);
    if let Some(network) = network.filter(|_| number.is_multiple_of(4)) {
        return format!("{network}.{}", 1 + at % 254);
    }
    let (high, low) = (number >> 16, number & 0xffff);
    format!("2001:0db8:0000:0000:0000:0000:{high:04x}:{low:04x}")
}

/// So many digits, well spread.
fn hash(number: usize, digits: usize) -> String {
    let mut state = number as u64 ^ 0x9e37_79b9_7f4a_7c15;
    let mut text = String::new();
    while text.len() < digits {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let _ = write!(text, "{:016x}", word ^ (word >> 31));
    }
    text.truncate(digits);
    text
}

/// Some hashes came back in capitals (recorded answer of 2023).
fn spelt(kind: &str, value: String, number: usize) -> String {
    if kind.starts_with("File") && number.is_multiple_of(10) {
        value.to_ascii_uppercase()
    } else {
        value
    }
}
