//! What a fuzzer begins with: one small text of each kind, and the examples of the catalogue.

use ioculate_core::{
    clock::WallTime,
    diagnostic::catalogue::{GROUPS, Given},
    import::{Attempt, BatchId, CallId, Outcome, Record, Tally},
    journal::{Closing, to_bytes},
    ledger::Ledger,
    plan::{Endpoint, EntryId},
    session::{Account, Fix, Purpose, ReportSummary, Scope},
};

use crate::{kept, ledger::settings};

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
    seeds.extend(kept_ones());
    seeds
}

/// What a page leaves on disk: ledgers with decisions, and runs, in lines and as files.
fn kept_ones() -> Vec<Vec<u8>> {
    let read = |name: &str, text: &str| {
        let mut ledger = Ledger::new(settings());
        ledger.read(name, text.as_bytes().to_vec());
        ledger.fix(&Fix::LeaveOut, &Scope::Row { row: 1 });
        ledger
    };
    let ledgers = [
        read("a.csv", OWN[0]),
        read("hosts", OWN[8]),
        read("a.txt", "a[.]example\nhxxp://b.example/\n192.0.2.0/28\n"),
    ];
    let records: Vec<Vec<u8>> = happened().iter().map(to_bytes).collect();
    let closing = to_bytes(&closing());
    let mut kept_ones = Vec::new();
    for ledger in &ledgers {
        let open = kept::lines(ledger, &[], &records);
        let ended = kept::lines(ledger, &closing, &records);
        kept_ones.extend([kept::file_of(&open), ledger.keep(), open, ended]);
    }
    kept_ones
}

/// An accepted row, a rejected one, and one in doubt.
fn happened() -> [Record; 5] {
    let intent = |batch: u32, entries: &[u32]| Record::Intent {
        batch: BatchId(batch),
        call: CallId(batch + 1),
        endpoint: Endpoint::Import,
        entries: entries.iter().copied().map(EntryId).collect(),
        cut_from: batch.checked_sub(1).map(BatchId),
    };
    let rejected = Outcome::Rejected {
        reason: "No.".to_owned(),
        target: None,
    };
    let answer = Record::Answer {
        batch: BatchId(0),
        call: CallId(1),
        attempt: Some(Attempt {
            at: WallTime(7),
            millis: 1_000,
            status: Some(200),
        }),
        outcomes: vec![
            (EntryId(0), Outcome::Accepted { id: None }),
            (EntryId(1), rejected),
        ],
    };
    let call = CallId(0);
    [
        Record::Asking { call },
        Record::Asked { call },
        intent(0, &[0, 1]),
        answer,
        intent(1, &[2]),
    ]
}

fn closing() -> Closing {
    let entries = Tally {
        accepted: 1,
        rejected: 1,
        unconfirmed: 1,
        not_sent: 0,
    };
    Closing {
        summary: ReportSummary {
            ended: WallTime(8),
            calls: 2,
            accepted: entries.accepted,
            rejected: entries.rejected,
            unconfirmed: entries.unconfirmed,
            not_sent: entries.not_sent,
            ..ReportSummary::new(
                Account {
                    username: "ann".to_owned(),
                    tenant_id: "t".to_owned(),
                    account_id: "a".to_owned(),
                },
                "https://api.example".to_owned(),
                Purpose::Import,
                WallTime(7),
            )
        },
        entries,
    }
}

fn texts() -> Vec<Vec<u8>> {
    let entries = GROUPS.iter().flat_map(|group| group.entries);
    let examples = entries.filter_map(|(_, entry)| match entry.example.given {
        Given::Text(text) => Some(text.as_bytes().to_vec()),
        Given::Bytes(_, bytes) => Some(bytes.to_vec()),
        Given::Made(_, make) => Some(make().into_bytes()),
        Given::Titled(..) | Given::Happened(..) => None,
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
