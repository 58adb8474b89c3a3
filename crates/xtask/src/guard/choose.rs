//! Which warning lists go into which list of the guard.
//!
//! Left out on purpose: lists of scanners, sinkholes, VPN exits and dynamic DNS, where a block is what
//! one wants; the thousands of benign hashes, 80 KB for what no list of threats that was tried held
//! beyond the 69 common ones; certificates of authorities, since Defender matches leaves alone.

use std::{
    collections::{BTreeMap, BTreeSet},
    net::IpAddr,
};

use super::{Source, Sources};
use crate::Outcome;

/// Names, each bit of the set a list of the core's (`NAME_LISTS` in its `guard/names.rs`).
pub(super) type Names = BTreeMap<String, u16>;

/// The first and last of some addresses as numbers.
pub(super) type Span = (u128, u128);

/// Sources of names besides the two of [`top_thousand`]: bit, code of the guard's list, warning list.
const NAMES: [(u16, &str, &str); 12] = [
    (1, "guard-top-site", "tranco10k"),
    (2, "guard-microsoft", "microsoft"),
    (2, "guard-microsoft", "microsoft-office365"),
    (2, "guard-microsoft", "microsoft-win10-connection-endpoints"),
    (3, "guard-shared-hosting", "lots-project"),
    (3, "guard-shared-hosting", "link-in-bio"),
    (3, "guard-shared-hosting", "public-ipfs-gateways"),
    (4, "guard-shortener", "url-shortener"),
    (5, "guard-security-site", "security-provider-blogpost"),
    (5, "guard-security-site", "automated-malware-analysis"),
    (6, "guard-google", "google"),
    (7, "guard-connectivity-check", "captive-portals"),
];

/// Sources of the top thousand.
const TOP: [&str; 3] = ["alexa", "moz-top500", "cisco_top1000"];

const ADDRESSES: [(&str, &[&str]); 4] = [
    ("guard-resolver", &["public-dns-v4", "public-dns-v6"]),
    (
        "guard-microsoft",
        &["microsoft-office365-ip", "microsoft-office365-cn"],
    ),
    (
        "guard-cdn",
        &["akamai", "cloudflare", "fastly", "stackpath"],
    ),
    (
        "guard-cloud",
        &[
            "amazon-aws",
            "google-gcp",
            "microsoft-azure",
            "microsoft-azure-china",
            "microsoft-azure-germany",
            "microsoft-azure-us-gov",
            "ovh-cluster",
            "github",
            "apple",
            "googlebot",
            "google-gmail-sending-ips",
            "wikimedia",
            "zscaler",
        ],
    ),
];

const HASHES: (&str, &str) = ("guard-false-positive", "common-ioc-false-positive");

/// Each list of the guard with each of its sources.
pub(super) fn pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    let top = TOP.iter().map(|name| ("guard-top-site", *name));
    let names = NAMES.iter().map(|(_, code, name)| (*code, *name));
    let addresses = ADDRESSES
        .iter()
        .flat_map(|(code, names)| names.iter().map(|name| (*code, *name)));
    top.chain(names).chain(addresses).chain([HASHES])
}

pub(super) fn names_of_sources() -> impl Iterator<Item = &'static str> {
    pairs()
        .map(|(_, name)| name)
        .collect::<BTreeSet<_>>()
        .into_iter()
}

/// All names, with the lists that each is on.
pub(super) fn names(sources: &Sources) -> Outcome<Names> {
    let mut names = Names::new();
    for (bit, _, source) in NAMES {
        for name in plain(&sources[source])? {
            *names.entry(name).or_default() |= 1 << bit;
        }
    }
    for name in top_thousand(sources)? {
        *names.entry(name).or_default() |= 1;
    }
    Ok(names)
}

/// The warning lists are in the order of the alphabet, without ranks: which of Tranco's ten thousand
/// are the first thousand, the two older lists of about a thousand say. Cisco's thousand are host
/// names by how often they are asked for, and each counts.
fn top_thousand(sources: &Sources) -> Outcome<BTreeSet<String>> {
    let of = |source: &str| plain(&sources[source]);
    let sites = &of("alexa")? | &of("moz-top500")?;
    let agreed = &of("tranco10k")? & &sites;
    Ok(&agreed | &of("cisco_top1000")?)
}

/// A list's names in lower case and ASCII, without the dots that some begin with; those of one label
/// are nobody's on the Internet.
fn plain(source: &Source) -> Outcome<BTreeSet<String>> {
    source
        .entries
        .iter()
        .map(|entry| entry.trim().trim_matches('.'))
        .filter(|entry| entry.contains('.'))
        .map(|entry| {
            idna::domain_to_ascii(entry).map_err(|_| format!("\"{entry}\" has no xn-- form"))
        })
        .collect()
}

/// Each list's addresses; sorted, none inside another.
pub(super) fn spans(sources: &Sources) -> Outcome<Vec<(&'static str, Vec<Span>)>> {
    let mut lists = Vec::new();
    for (code, names) in ADDRESSES {
        let entries = names.iter().flat_map(|name| &sources[name].entries);
        let spans = entries.map(|entry| span(entry)).collect::<Outcome<_>>()?;
        lists.push((code, outermost(spans)));
    }
    Ok(lists)
}

/// The hashes of the types that an indicator may have, by their digits.
pub(super) fn hashes(sources: &Sources) -> BTreeSet<String> {
    let hashes = sources[HASHES.1].entries.iter();
    let lower = hashes.map(|hash| hash.to_ascii_lowercase());
    lower
        .filter(|hash| matches!(hash.len(), 32 | 40 | 64))
        .collect()
}

/// An address or a range as numbers: IPv4 as its mapped IPv6 address.
fn span(entry: &str) -> Outcome<Span> {
    let bad = || format!("\"{entry}\" is no address and no range");
    let (address, prefix) = entry.split_once('/').unwrap_or((entry, ""));
    let (number, width) = match address.parse().map_err(|_| bad())? {
        IpAddr::V4(address) => (u128::from(address.to_ipv6_mapped()), 32),
        IpAddr::V6(address) => (u128::from(address), 128),
    };
    let prefix = match prefix {
        "" => width,
        digits => digits.parse().map_err(|_| bad())?,
    };
    let host = u128::MAX
        .checked_shr(128 - u32::checked_sub(width, prefix).ok_or_else(bad)?)
        .unwrap_or(0);
    Ok((number & !host, number | host))
}

fn outermost(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|&(first, last)| (first, u128::MAX - last));
    let mut kept: Vec<Span> = Vec::new();
    for span in spans {
        if kept.last().is_none_or(|before| span.1 > before.1) {
            kept.push(span);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_a_span() {
        let v4 = |number: u128| 0xffff_0000_0000 | number;
        let table = [
            ("192.0.2.1", Some((v4(0xc000_0201), v4(0xc000_0201)))),
            ("192.0.2.0/24", Some((v4(0xc000_0200), v4(0xc000_02ff)))),
            ("192.0.2.9/24", Some((v4(0xc000_0200), v4(0xc000_02ff)))),
            ("::1/128", Some((1, 1))),
            ("::/0", Some((0, u128::MAX))),
            ("192.0.2.0/33", None),
            ("evil.example", None),
        ];
        for (entry, expected) in table {
            assert_eq!(span(entry).ok(), expected, "{entry}");
        }
    }

    #[test]
    fn what_lies_inside_another_is_dropped() {
        assert_eq!(
            outermost(vec![(5, 6), (1, 9), (1, 3), (12, 12), (12, 12)]),
            [(1, 9), (12, 12)]
        );
    }

    #[test]
    fn the_top_thousand_are_agreed_upon() {
        let source = |names: &[&str]| Source {
            version: "1".to_owned(),
            entries: names.iter().map(|&name| name.to_owned()).collect(),
        };
        let sources = Sources::from([
            (
                "tranco10k",
                source(&["a.example", "b.example", "c.example"]),
            ),
            ("alexa", source(&["a.example", "gone.example"])),
            ("moz-top500", source(&["B.example"])),
            ("cisco_top1000", source(&["api.d.example", "localhost"])),
        ]);
        let found = top_thousand(&sources).unwrap();
        assert!(found.iter().eq(["a.example", "api.d.example", "b.example"]));
    }
}
