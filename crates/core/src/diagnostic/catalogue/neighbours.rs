//! Entries on one record beside others.

use super::{Entry, Example, Given, sources};
use crate::{check::Cidr, diagnostic::Finding, indicator::IndicatorType};

pub(super) const DUPLICATE: Entry = Entry {
    why: "The service holds one indicator for a type, a value and an action. Sending it twice costs a place in a call and says nothing new.",
    source: "Microsoft Learn, *Import Indicators API*: the call submits or updates",
    remedy: "Nothing. The first of them is sent.",
    example: Example::list("bad.example\nBAD.example\n"),
};

pub(super) const DUPLICATE_DIFFERS: Entry = Entry {
    why: "The same indicator stands twice with other texts. The service would keep the later one; which is meant cannot be told.",
    source: "Microsoft Learn, *Import Indicators API*: the call submits or updates",
    remedy: "Nothing where the first is meant; else leave that one out.",
    example: Example::csv("IndicatorValue,Title\nbad.example,one\nbad.example,two\n"),
};

pub(super) const CONFLICT: Entry = Entry {
    why: "One value with two actions becomes two indicators in the service, and which of them is enforced is not what either row says.",
    source: "Microsoft Learn, *Create indicators for IPs and URLs/domains*, section *Policy conflict handling*",
    remedy: "Choose the action that is meant, or keep the strictest.",
    example: Example::csv("IndicatorValue,Action\nbad.example,Block\nbad.example,Audit\n"),
};

pub(super) const WEAKER_HASH: Entry = Entry {
    why: "Each hash counts against the indicators that a tenant holds, and one of them names the file. It is left out because of a setting, and only where a stronger hash of the same row, pattern or object is sent with the same action.",
    source: "Microsoft Learn, *Create indicators for files*, section *Policy conflict handling*: where hashes of one file conflict, SHA-256 goes before SHA-1, and SHA-1 before MD5",
    remedy: "Nothing; or take it back in.",
    example: Example {
        name: "table.csv",
        given: Given::Happened(
            "the MD5 and the SHA-256 of one file in line 2, with the setting that sends the strongest hash alone",
            || Finding::WeakerHash {
                line: 2,
                sent: IndicatorType::FileSha256,
            },
        ),
        ranges: Cidr::Refuse,
    },
};

pub(super) const RANGES_OVER_MOST: Entry = Entry {
    why: "Ranges that are expanded fill a tenant quickly. All together they become so many addresses at most.",
    source: sources::OWN,
    remedy: "Leave out a range, or narrow one.",
    example: Example::made(
        "list.txt",
        "30 ranges of 4,096 addresses each, to be expanded",
        || {
            let ranges: Vec<String> = (0..30).map(|n| format!("203.{n}.0.0/20")).collect();
            ranges.join("\n")
        },
    )
    .expanding(4_096),
};

pub(super) const RANGE_OVERLAPS: Entry = Entry {
    why: "The range would become single addresses, and another row has one of them: one value would be sent twice, perhaps with two actions.",
    source: sources::OWN,
    remedy: "Leave one of the two out.",
    example: Example::list("203.0.113.0/29\n203.0.113.5\n").expanding(256),
};
