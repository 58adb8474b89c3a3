//! Queries for Advanced Hunting: were the values of a plan seen in the last 30 days, which is as far back
//! as it looks (advanced hunting quotas page, 2026)?
//!
//! What a query is given is a text of ASCII without a break, so that no value can end the text that it
//! stands in. No page says how long a query may be: each holds at most [`VALUES`], which keeps it under
//! 100 kB of hashes and far from the 10,000 of `has_any` and the 1,000,000 of `in`.

use std::{fmt::Write as _, net::Ipv6Addr};

use rustc_hash::FxHashSet;

use crate::{
    indicator::IndicatorType,
    plan::{EntryId, Plan, write_text},
};

use super::{NamedFile, script::ascii};

/// Values of one query.
const VALUES: usize = 1_000;

/// The kinds of what is looked for: the name of a list, and of the search that takes it.
const LISTS: [(&str, &str); 9] = [
    ("sha1", "files"),
    ("sha256", "files"),
    ("md5", "files"),
    ("thumbprints", "certificates"),
    ("addresses", "connections"),
    ("ranges4", "in_ranges4"),
    ("ranges6", "in_ranges6"),
    ("domains", "names"),
    ("urls", "whole_urls"),
];

/// The searches. A query has those alone that have something to look for, and what they stand on.
const SEARCHES: [(&str, &str); 8] = [
    (
        "files",
        "let files = union isfuzzy=true withsource=SeenIn DeviceFileEvents, DeviceProcessEvents, DeviceImageLoadEvents
    | where Timestamp > ago(30d)
    | where SHA256 in~ (sha256) or SHA1 in~ (sha1) or MD5 in~ (md5)
    | extend Seen = case(SHA256 in~ (sha256), SHA256, SHA1 in~ (sha1), SHA1, MD5);
",
    ),
    (
        "certificates",
        r#"let certificates = DeviceFileCertificateInfo
    | where Timestamp > ago(30d)
    | where SignerHash in~ (thumbprints) or IssuerHash in~ (thumbprints)
    | extend Seen = iff(SignerHash in~ (thumbprints), SignerHash, IssuerHash)
    | extend SeenIn = "DeviceFileCertificateInfo";
"#,
    ),
    (
        "network",
        r#"let network = union isfuzzy=true withsource=SeenIn DeviceNetworkEvents, DeviceEvents
    | where Timestamp > ago(30d)
    // A socket of both families has an IPv4 address so.
    | extend Address = replace_string(tolower(RemoteIP), "::ffff:", "")
    | extend Bare = replace_regex(tolower(RemoteUrl), "^[a-z]+://", "");
"#,
    ),
    (
        "connections",
        "let connections = network
    | where Address in (addresses)
    | extend Seen = Address;
",
    ),
    (
        "in_ranges4",
        r#"let in_ranges4 = network
    | where Address contains "." and ipv4_is_in_any_range(Address, ranges4)
    | extend Seen = Address;
"#,
    ),
    (
        "in_ranges6",
        r#"let in_ranges6 = network
    | where Address contains ":" and ipv6_is_in_any_range(Address, ranges6)
    | extend Seen = Address;
"#,
    ),
    (
        "names",
        r#"// An indicator of a domain is for the hosts below it too.
let names = network
    | where Bare has_any (domains)
    | extend Labels = split(extract("^([^/:?#]+)", 1, Bare), ".")
    | mv-expand Depth = range(2, array_length(Labels)) to typeof(int)
    | extend Seen = strcat_array(array_slice(Labels, -Depth, -1), ".")
    | where Seen in (domains);
"#,
    ),
    (
        "whole_urls",
        r#"// Of an encrypted connection an event mostly has the host alone.
let whole_urls = network
    | extend Seen = trim_end("/+", Bare)
    | where Seen in (urls);
"#,
    ),
];

/// What all searches found, one line for each value and table.
const FOUND: &str = "\
| summarize Events = count(), Devices = dcount(DeviceId), First = min(Timestamp), Last = max(Timestamp), \
Examples = make_set(DeviceName, 5) by Seen, SeenIn
| order by Last desc
";

/// Writes entries of a plan as queries.
#[must_use]
pub fn hunting_queries(plan: &Plan, entries: impl IntoIterator<Item = EntryId>) -> Vec<NamedFile> {
    let mut known = FxHashSet::default();
    let mut values = Vec::new();
    for id in entries {
        let entry = &plan.entries[id.0 as usize];
        for sought in sought(entry.indicator_type, &entry.value) {
            if known.insert(sought.clone()) {
                values.push(sought);
            }
        }
    }
    let parts: Vec<&[(usize, String)]> = values.chunks(VALUES).collect();
    let of = parts.len();
    let queries = (1..).zip(parts);
    queries
        .map(|(number, part)| NamedFile {
            name: format!("hunting-{number:03}.kql"),
            bytes: query(part, number, of).into_bytes(),
        })
        .collect()
}

/// The lists, from 0, that a value belongs to, in the form in which events have it.
fn sought(kind: IndicatorType, value: &str) -> Vec<(usize, String)> {
    let lower = value.trim().to_ascii_lowercase();
    match kind {
        IndicatorType::FileSha1 => vec![(0, lower)],
        IndicatorType::FileSha256 => vec![(1, lower)],
        IndicatorType::FileMd5 => vec![(2, lower)],
        IndicatorType::CertificateThumbprint => vec![(3, lower)],
        IndicatorType::IpAddress if lower.contains('/') => {
            vec![(if lower.contains(':') { 6 } else { 5 }, lower)]
        }
        IndicatorType::IpAddress => match lower.parse::<Ipv6Addr>() {
            Ok(address) => vec![(4, address.to_string()), (4, lower)],
            Err(_) => vec![(4, lower)],
        },
        IndicatorType::DomainName => vec![(7, lower)],
        IndicatorType::Url => url(&lower),
    }
}

/// Events have it with and without its scheme, and with and without a slash at its end.
fn url(lower: &str) -> Vec<(usize, String)> {
    let bare = lower.split_once("://").map_or(lower, |(_, rest)| rest);
    vec![(8, bare.trim_end_matches('/').to_owned())]
}

fn query(values: &[(usize, String)], number: usize, of: usize) -> String {
    let mut text = format!(
        "// Were these seen in the last 30 days? Query {number} of {of}, made by ioculate.\n"
    );
    let mut searches = Vec::new();
    for (at, (name, search)) in LISTS.into_iter().enumerate() {
        let listed = values.iter().filter(|(list, _)| *list == at);
        let listed: Vec<String> = listed.map(|(_, value)| quoted(value)).collect();
        if !listed.is_empty() && !searches.contains(&search) {
            searches.push(search);
        }
        // Writing to a text does not fail.
        let _ = writeln!(text, "let {name} = dynamic([{}]);", listed.join(","));
    }
    let network = LISTS[4..]
        .iter()
        .any(|(_, search)| searches.contains(search));
    for (name, search) in SEARCHES {
        if searches.contains(&name) || (name == "network" && network) {
            text.push_str(search);
        }
    }
    let _ = writeln!(text, "union isfuzzy=true {}", searches.join(", "));
    text + FOUND
}

/// A value as a string, of JSON as of the query's language.
fn quoted(value: &str) -> String {
    let mut json = Vec::new();
    write_text(&mut json, value);
    ascii(&String::from_utf8_lossy(&json))
}
