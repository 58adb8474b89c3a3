//! A run file is whole or refused.

use ioculate_core::{
    clock::WallTime,
    import::{Attempt, BatchId, CallId, Outcome, Record, Tally},
    indicator::{Action, IndicatorType},
    journal::{Closing, FORMAT, Header, NotOpened, Route, RunFile, RunId, Stored, to_bytes},
    ledger::{Decided, Replaced},
    plan::{Endpoint, EntryId},
    session::{Account, Counts, Purpose, ReportSummary},
};
use proptest::{collection::vec, prelude::*};
use sha2::{Digest as _, Sha256};

use super::read;

fn digest(input: &[u8]) -> String {
    format!("{:x}", Sha256::digest(input))
}

fn account() -> Account {
    Account {
        username: "ann@example.com".to_owned(),
        tenant_id: "tenant".to_owned(),
        account_id: "account".to_owned(),
    }
}

fn header(from_file: bool) -> Header {
    Header {
        format: FORMAT,
        account: account(),
        api_base: "https://api.example".to_owned(),
        // 2026-11-22T09:14:05Z
        started: WallTime(1_795_338_845_000),
        route: Route::Batches,
        purpose: Purpose::Import,
        files: vec!["a.csv".to_owned()],
        counts: Counts::default(),
        entries: 3,
        deletions: 0,
        plan: u64::MAX,
        from_file,
        carried: 0,
        left_alone: 0,
        on_list_of: None,
    }
}

fn records() -> Vec<Record> {
    let entries = vec![EntryId(0), EntryId(1)];
    let rejected = Outcome::Rejected {
        reason: "No.\n\"record 3\"".to_owned(),
        target: None,
    };
    vec![
        Record::Intent {
            batch: BatchId(0),
            call: CallId(1),
            endpoint: Endpoint::Import,
            entries,
            cut_from: None,
        },
        Record::Answer {
            batch: BatchId(0),
            call: CallId(1),
            attempt: Some(Attempt {
                at: WallTime(7),
                millis: 1_000,
                status: Some(200),
            }),
            outcomes: vec![
                (
                    EntryId(0),
                    Outcome::Accepted {
                        id: Some("7".to_owned()),
                    },
                ),
                (EntryId(1), rejected),
            ],
        },
    ]
}

fn closing() -> Closing {
    Closing {
        summary: ReportSummary {
            ended: WallTime(8),
            calls: 2,
            accepted: 1,
            rejected: 1,
            not_sent: 1,
            ..ReportSummary::new(
                account(),
                "https://api.example".to_owned(),
                Purpose::Import,
                WallTime(7),
            )
        },
        entries: Tally {
            accepted: 1,
            rejected: 1,
            unconfirmed: 0,
            not_sent: 1,
        },
    }
}

fn run(input: &[u8]) -> RunFile {
    RunFile {
        stored: Stored {
            run: RunId("a1b2".to_owned()),
            header: to_bytes(&header(false)),
            records: records().iter().map(to_bytes).collect(),
            closing: Some(to_bytes(&closing())),
            changed: WallTime(9),
        },
        input: input.to_vec(),
        digest: digest(input),
    }
}

/// As it comes back: marked as one from a file, with all of its records.
fn came_back(mut run: RunFile) -> RunFile {
    let carried = u32::try_from(run.stored.records.len()).expect("a few");
    run.stored.header = to_bytes(&Header {
        carried,
        ..header(true)
    });
    run
}

/// As a host opens a file: with the digest compared.
fn open(file: &[u8]) -> Result<RunFile, NotOpened> {
    let read = RunFile::from_bytes(file)?;
    if read.digest == digest(&read.input) {
        Ok(read)
    } else {
        Err(NotOpened::Damaged)
    }
}

#[test]
fn a_file_is_named_by_when_the_run_began() {
    let mut run = run(b"");
    assert_eq!(run.name(), "ioculate-run-2026-11-22-0914.iocrun");
    run.stored.header = Vec::new();
    assert_eq!(run.name(), "ioculate-run-unknown.iocrun");
}

#[test]
fn every_truncation_is_refused() {
    let file = run(b"{}\none.example\n").to_bytes();
    for len in 0..file.len() {
        let expected = if len < "ioculate run ".len() {
            NotOpened::NoRunFile
        } else {
            NotOpened::Damaged
        };
        assert_eq!(open(&file[..len]), Err(expected), "{len} bytes");
    }
}

#[test]
fn every_change_of_a_byte_is_refused() {
    let file = run(b"{}\none.example\n").to_bytes();
    for at in 0..file.len() {
        for other in 0..=u8::MAX {
            let mut changed = file.clone();
            changed[at] = other;
            let read = open(&changed);
            assert_eq!(read.is_ok(), changed == file, "byte {at} as {other}");
        }
    }
}

#[test]
fn foreign_and_newer_files_are_told_apart() {
    let file = run(b"").to_bytes();
    let newer = [b"ioculate run 3\n", &file[b"ioculate run 2\n".len()..]].concat();
    let mut newer_header = run(b"");
    newer_header.stored.header = to_bytes(&Header {
        format: 9,
        ..header(false)
    });
    let mut huge = run(b"");
    huge.stored.header = to_bytes(&Header {
        entries: u32::MAX,
        ..header(false)
    });
    let ended_with = |accepted| {
        let mut run = run(b"");
        let mut closing = closing();
        closing.entries.accepted = accepted;
        run.stored.closing = Some(to_bytes(&closing));
        run.to_bytes()
    };
    let mut no_date = run(b"");
    no_date.stored.header = to_bytes(&Header {
        started: WallTime(i64::MAX),
        ..header(false)
    });
    let mut other_digest = run(b"");
    other_digest.digest = digest(b"another");
    let table: &[(&[u8], NotOpened)] = &[
        (b"", NotOpened::NoRunFile),
        (b"indicatorType,indicatorValue\n", NotOpened::NoRunFile),
        (b"PK\x03\x04", NotOpened::NoRunFile),
        (b"ioculate run 99999999999999999999\n", NotOpened::Damaged),
        (
            b"ioculate run 1\nabout 18446744073709551615\n",
            NotOpened::Damaged,
        ),
        (&newer, NotOpened::Newer { format: 3 }),
        (&newer_header.to_bytes(), NotOpened::Newer { format: 9 }),
        (&huge.to_bytes(), NotOpened::Damaged),
        (&no_date.to_bytes(), NotOpened::Damaged),
        (&ended_with(2), NotOpened::Damaged),
        (&ended_with(u32::MAX), NotOpened::Damaged),
        (&other_digest.to_bytes(), NotOpened::Damaged),
    ];
    for (file, expected) in table {
        let shown = String::from_utf8_lossy(&file[..file.len().min(60)]).into_owned();
        assert_eq!(open(file).as_ref(), Err(expected), "{shown}");
    }
}

/// Whatever the file says of itself.
#[test]
fn what_a_run_deletes_is_counted_when_its_file_is_opened() {
    let mut ledger = read::read("a.txt", "one.example\ntwo.example\n");
    let replaced = |id: &str| Replaced {
        id: id.to_owned(),
        indicator_type: IndicatorType::DomainName,
        value: "one.example".to_owned(),
        action: Action::Allowed,
    };
    let mut decided = Decided::default();
    decided.replace(0, vec![replaced("1"), replaced("2")]);
    decided.replace(1, Vec::new());
    ledger.decide(decided);
    for (input, deletions) in [(ledger.keep(), 2), (b"anything".to_vec(), 0)] {
        let read = open(&run(&input).to_bytes()).expect("a run file");
        let view = read.stored.view(false).expect("a run");
        assert_eq!(view.deletions, deletions);
    }
}

proptest! {
    #[test]
    fn a_run_comes_back_from_its_file(
        name in "\\PC{0,20}",
        records in vec(vec(any::<u8>(), 0..40), 0..5),
        is_ended: bool,
        changed in -8_640_000_000_000_000..8_640_000_000_000_000_i64,
        input in vec(any::<u8>(), 0..100),
    ) {
        let mut run = run(&input);
        run.stored.run = RunId(name);
        run.stored.records = records;
        run.stored.changed = WallTime(changed);
        if !is_ended {
            run.stored.closing = None;
        }
        let file = run.to_bytes();
        prop_assert_eq!(open(&file), Ok(came_back(run.clone())));
        // Saved again, it is the same run.
        let again = open(&file).map(|run| run.to_bytes());
        prop_assert_eq!(again.and_then(|file| open(&file)), Ok(came_back(run)));
    }

    #[test]
    fn any_bytes_are_refused(bytes in vec(any::<u8>(), 0..200), is_begun: bool) {
        let begin: &[u8] = if is_begun { b"ioculate run 1\nabout " } else { b"" };
        prop_assert!(open(&[begin, &bytes].concat()).is_err());
    }
}
