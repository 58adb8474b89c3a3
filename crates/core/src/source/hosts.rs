//! Hosts files, and the rules of resolvers and blockers that say the same: which names are blocked.
//!
//! `0.0.0.0 name`, dnsmasq's `address=/name/0.0.0.0`, unbound's `local-zone: "name" refuse` and the
//! blockers' `||name^` go in; one record a name comes out. The address is where a blocked name is sent,
//! the sink, and never an indicator. Where it is no sink, the name alone is read, and that is said.

use std::net::IpAddr;

use crate::{
    change::{Field, Fields},
    diagnostic::{Finding, Looks, Place},
};

use super::{
    list,
    records::{Cell, Intake, Span, Written, small},
};

/// Lines that are looked at to tell a hosts file.
const LOOKED_AT: usize = 100;

/// The names of one line and what they stand beside.
struct Rule<'t> {
    names: Vec<&'t str>,
    /// Set in a hosts line.
    address: Option<IpAddr>,
}

/// Whether nearly all of the first lines are rules, and half of them send their names nowhere. Other
/// addresses with a word beside each are a table.
pub(super) fn looks_like(text: &str) -> bool {
    let lines = text.split(['\n', '\r']).map(str::trim);
    let rules = lines.filter(|line| !line.is_empty() && !is_comment(line));
    let (mut seen, mut rules_seen, mut sinks) = (0, 0, 0);
    for line in rules.take(LOOKED_AT) {
        seen += 1;
        if let Some(rule) = rule(line) {
            rules_seen += 1;
            sinks += usize::from(rule.address.is_none_or(is_sink));
        }
    }
    seen > 0 && rules_seen * 10 >= seen * 9 && sinks * 2 >= seen
}

/// Reads a hosts file.
pub(super) fn read(text: &str, intake: &mut Intake<'_>) {
    let mut beside = 0;
    let mut first = 0;
    list::each_line(text, intake, |content, at, line, intake| {
        if is_comment(content.trim()) {
            let span = Span::of(at, at + content.len());
            intake.ignored(span, line, Looks::Comment);
            return;
        }
        match rule(content) {
            Some(rule) => {
                if rule.address.is_some_and(|address| !is_sink(address)) {
                    beside += 1;
                    first = if first == 0 { line } else { first };
                }
                names(content, &rule, at, line, intake);
            }
            None if hides_parts(content) => {
                let span = Span::of(at, at + content.len());
                intake.ignored(span, line, Looks::OtherType);
            }
            None => list::one(content, at, line, intake),
        }
    });
    if beside > 0 {
        let count = small(beside);
        intake.say(Finding::HostsAddress { count }, Place::line(first));
    }
}

/// Takes in the names of a rule.
fn names(content: &str, rule: &Rule<'_>, at: usize, line: u32, intake: &mut Intake<'_>) {
    let span = Span::of(at, at + content.len());
    for name in &rule.names {
        if is_local(name) {
            intake.ignored(span, line, Looks::LocalName);
            continue;
        }
        let start = at + (name.as_ptr() as usize - content.as_ptr() as usize);
        intake.cell(Cell {
            span: Span::of(start, start + name.len()),
            field: Field::IndicatorValue,
            written: Written::Plain,
        });
        intake.record(span, line, Fields::NONE);
    }
}

/// What a line blocks; `None` where it is no rule.
fn rule(line: &str) -> Option<Rule<'_>> {
    let bytes = line.as_bytes();
    let mut marks = memchr::memchr_iter(b'#', bytes);
    let comment = marks.find(|&at| bytes[..at].ends_with(b" ") || bytes[..at].ends_with(b"\t"));
    let content = line[..comment.unwrap_or(line.len())].trim();
    hosts(content).or_else(|| dnsmasq(content)).or_else(|| {
        let names = unbound(content).or_else(|| blocker(content))?;
        let address = None;
        Some(Rule { names, address })
    })
}

/// `0.0.0.0 name name` (hosts(5)).
fn hosts(content: &str) -> Option<Rule<'_>> {
    let mut words = content.split_whitespace();
    let address = words.next()?;
    let address = address.split_once('%').map_or(address, |(bare, _)| bare);
    let address = Some(address.parse().ok()?);
    let names: Vec<&str> = words.collect();
    // Addresses side by side are a list of these.
    let is_list = names
        .iter()
        .any(|name| name.parse::<IpAddr>().is_ok() && !is_local(name));
    (!names.is_empty() && !is_list).then_some(Rule { names, address })
}

/// `address=/name/name/0.0.0.0`, and `server=/name/` or `local=/name/`, whose names no server is asked
/// for (dnsmasq(8)). A server that is named is asked: nothing is blocked.
fn dnsmasq(content: &str) -> Option<Rule<'_>> {
    let (key, rest) = content.split_once("=/")?;
    let (names, target) = rest.rsplit_once('/')?;
    let is_block = match key {
        "address" => true,
        "server" | "local" => target.is_empty(),
        _ => false,
    };
    let names = names.split('/').filter(|name| !name.is_empty()).collect();
    let address = target.parse().ok();
    is_block.then_some(Rule { names, address })
}

/// `local-zone: "name" refuse` (unbound.conf(5)); not a type that answers as if there were no zone.
fn unbound(content: &str) -> Option<Vec<&str>> {
    let rest = content.strip_prefix("local-zone:")?.trim_start();
    let (name, kind) = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split_once('"')?,
        None => rest.split_once(char::is_whitespace)?,
    };
    let kind = kind.trim().trim_matches('"');
    let is_open = matches!(
        kind,
        "transparent" | "typetransparent" | "inform" | "nodefault" | "always_transparent"
    );
    (!is_open).then(|| vec![name])
}

/// `||name^`, with or without options.
fn blocker(content: &str) -> Option<Vec<&str>> {
    let (name, rest) = content.strip_prefix("||")?.split_once('^')?;
    let is_name = !name.is_empty() && !name.contains(['/', '*', ' ']);
    (is_name && (rest.is_empty() || rest.starts_with('$'))).then(|| vec![name])
}

/// Whether a blocker's rule hides parts of a page, `name##.banner`, and blocks nothing.
fn hides_parts(content: &str) -> bool {
    let marks = ["##", "#@#", "#?#", "#$#"];
    !content.contains("://") && marks.iter().any(|mark| content.contains(mark))
}

/// Comments of hosts files and of blockers, and the heading of theirs.
fn is_comment(line: &str) -> bool {
    line.starts_with(['#', '!']) || line.starts_with("[Adblock")
}

/// Whether what is sent to an address goes nowhere.
fn is_sink(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => {
            address.is_unspecified() || address.is_loopback() || address.is_broadcast()
        }
        IpAddr::V6(address) => {
            let is_local = address.is_unicast_link_local() || address.is_multicast();
            address.is_unspecified() || address.is_loopback() || is_local
        }
    }
}

/// Names that every hosts file has for the machine itself.
fn is_local(name: &str) -> bool {
    const LOCAL: [&str; 7] = [
        "localhost",
        "localhost.localdomain",
        "localhost4",
        "localhost6",
        "local",
        "broadcasthost",
        "0.0.0.0",
    ];
    let is_v6 = name
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("ip6-"));
    is_v6 || LOCAL.iter().any(|local| local.eq_ignore_ascii_case(name))
}
