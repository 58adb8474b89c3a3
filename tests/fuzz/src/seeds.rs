//! What a fuzzer begins with: one small text of each kind, and the examples of the catalogue.

use ioculate_core::diagnostic::catalogue::{GROUPS, Given};

/// Longer examples would only slow a fuzzer down.
const LONGEST: usize = 4_096;

/// The seeds. Targets that take a byte to choose by have it in front of each text.
#[must_use]
pub fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = vec![Vec::new()];
    seeds.extend(PACKED.iter().map(|bytes| bytes.to_vec()));
    for (at, text) in texts().into_iter().enumerate() {
        let choice = u8::try_from(at % 256).unwrap_or_default();
        seeds.push([&[choice], text.as_slice()].concat());
        seeds.push(text);
    }
    seeds
}

fn texts() -> Vec<Vec<u8>> {
    let entries = GROUPS.iter().flat_map(|group| group.entries);
    let examples = entries.filter_map(|(_, entry)| match entry.example.given {
        Given::Text(text) => Some(text.as_bytes().to_vec()),
        Given::Bytes(_, bytes) => Some(bytes.to_vec()),
        Given::Made(_, make) => Some(make().into_bytes()),
        Given::Happened(..) => None,
    });
    let own = OWN.iter().map(|text| text.as_bytes().to_vec());
    own.chain(examples)
        .filter(|text| text.len() <= LONGEST)
        .collect()
}

/// One of each kind of text.
const OWN: [&str; 12] = [
    include_str!("../seeds/portal.csv"),
    include_str!("../seeds/wide.csv"),
    include_str!("../seeds/indicators.json"),
    include_str!("../seeds/lines.ndjson"),
    include_str!("../seeds/bundle.stix.json"),
    include_str!("../seeds/event.misp.json"),
    include_str!("../seeds/event.misp.csv"),
    include_str!("../seeds/indicator.ioc"),
    include_str!("../seeds/hosts"),
    include_str!("../seeds/report.md"),
    include_str!("../seeds/mail.eml"),
    include_str!("../seeds/page.html"),
];

/// An archive of two lists, and a workbook.
const PACKED: [&[u8]; 2] = [
    include_bytes!("../seeds/lists.zip"),
    include_bytes!("../seeds/book.xlsx"),
];
