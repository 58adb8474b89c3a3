//! Laws of what comes back from a disk or from a file that the user holds, whoever wrote its bytes.

use std::time::Instant;

use ioculate_core::{
    clock::{Now, WallTime},
    host::{Machine, Turn},
    import::{Input, Step},
    journal::{FORMAT, Header, Kept, Opened, Route, RunFile, RunId, Stored, to_bytes},
    ledger::Ledger,
    limits::Limits,
    plan::Plan,
    session::{Account, Command, Counts, Event, ExportKind, Filter, Fix, Purpose, Scope, Session},
    wire::Reply,
};

use crate::ledger::{LONG, LONGEST, NAMES, settings};

/// What stands between the first two of these is repeated.
const MARK: u8 = 0x1f;

/// Bytes of a file that is kept; a test without a fuzzer is compiled to be slow.
const MOST: usize = if cfg!(fuzzing) { usize::MAX } else { 256 };

/// Steps of a run that goes on, after which the user ends it.
const STEPS: u32 = 60;

const API: &str = "https://api.example";

/// Any bytes that are said to be a ledger: refused, or one that adds up and comes back the same from
/// its own bytes. No more room or time is taken than there are bytes.
pub(crate) fn kept(bytes: &[u8]) {
    let bytes = repeated(bytes);
    let started = Instant::now();
    if let Ok(ledger) = Ledger::kept(&bytes) {
        assert!(ledger.len() as usize <= bytes.len(), "{}", ledger.len());
        comes_back(&ledger);
    }
    in_time(started);
}

/// A file with decisions about its rows: the first byte chooses the name, the second one how many
/// pairs of a decision and a row follow. What is kept comes back.
pub(crate) fn keep(bytes: &[u8]) {
    let [name, fixes, rest @ ..] = bytes else {
        return;
    };
    let count = (usize::from(*fixes) % 8 * 2).min(rest.len() / 2 * 2);
    let (fixes, file) = rest.split_at(count);
    let file = &file[..file.len().min(MOST)];
    let mut ledger = Ledger::new(settings());
    ledger.read(NAMES[usize::from(*name) % NAMES.len()], file.to_vec());
    for pair in fixes.chunks_exact(2) {
        ledger.fix(
            &fix(pair[0]),
            &Scope::Row {
                row: pair[1].into(),
            },
        );
    }
    comes_back(&ledger);
}

/// Any bytes that are said to be a run file, and any parts in a file that is whole: refused, or the
/// run that the parts make, which can be listed, shown and gone on with.
pub(crate) fn run_file(bytes: &[u8]) {
    let bytes = repeated(bytes);
    let started = Instant::now();
    if let Ok(read) = RunFile::from_bytes(&bytes) {
        let again = RunFile::from_bytes(&read.to_bytes());
        assert_eq!(again.as_ref(), Ok(&read), "it comes back");
        goes_on(&read);
    }
    let made = of_parts(&bytes);
    let mut open = made.stored.clone();
    open.closing = None;
    let readable = open.kept(made.input.clone());
    let listed = made.stored.view(false).err();
    match RunFile::from_bytes(&made.to_bytes()) {
        Ok(read) => {
            let header = read.stored.header().expect("a header that was read");
            assert!(header.from_file && readable.is_ok());
            let mut same = made;
            same.stored.header.clone_from(&read.stored.header);
            assert_eq!(read, same);
            goes_on(&read);
        }
        // What cannot be gone on with or listed is refused, and nothing else.
        Err(why) => assert!([readable.err(), listed].contains(&Some(why))),
    }
    in_time(started);
}

fn in_time(started: Instant) {
    let took = started.elapsed();
    assert!(took < LONGEST, "{took:?}");
}

fn repeated(bytes: &[u8]) -> Vec<u8> {
    let mut parts = bytes.splitn(3, |byte| *byte == MARK);
    let (Some(before), Some(unit), Some(after)) = (parts.next(), parts.next(), parts.next()) else {
        return bytes.to_vec();
    };
    let times = LONG / unit.len().max(1);
    [before, &unit.repeat(times), after].concat()
}

fn fix(number: u8) -> Fix {
    match number % 10 {
        0 => Fix::NeverExpires,
        1 => Fix::ExpireIn {
            days: number.into(),
        },
        2 => Fix::ChooseThis,
        3 => Fix::DropPort,
        4 => Fix::TitleFromFile,
        5 => Fix::ExpandRange { cap: 256 },
        6 => Fix::Ignore,
        7 => Fix::LeaveOut,
        8 => Fix::TakeBackIn,
        _ => Fix::Reset,
    }
}

fn comes_back(ledger: &Ledger) {
    let bytes = ledger.keep();
    let again = Ledger::kept(&bytes).expect("a ledger's own bytes");
    assert_eq!(again.keep(), bytes);
    assert_eq!(again.settings(), ledger.settings());
    assert_eq!(again.files(), ledger.files());
    assert_eq!(again.counts(), ledger.counts());
    for row in 0..ledger.len() {
        assert_eq!(again.row(row), ledger.row(row), "row {row}");
        assert_eq!(again.is_left_out(row), ledger.is_left_out(row), "row {row}");
        assert_eq!(again.is_edited(row), ledger.is_edited(row), "row {row}");
    }
    let limits = Limits::documented();
    let (plan, before) = (Plan::build(&again, &limits), Plan::build(ledger, &limits));
    assert_eq!(plan, before);
    assert_eq!(plan.fingerprint(), before.fingerprint());
}

/// A run whose parts stand in lines: the header, the closing, the records, then an empty line and the
/// input. No line says how long it is, so that a fuzzer may change each.
fn of_parts(bytes: &[u8]) -> RunFile {
    let mut rest = bytes;
    let mut line = || {
        let end = rest.iter().position(|byte| *byte == b'\n');
        let (line, behind) = rest.split_at(end.unwrap_or(rest.len()));
        rest = behind.get(1..).unwrap_or_default();
        line.to_vec()
    };
    let (header, closing) = (line(), line());
    let records = std::iter::from_fn(|| Some(line()).filter(|record| !record.is_empty()));
    let records = records.collect();
    RunFile {
        stored: Stored {
            run: RunId("a".to_owned()),
            header,
            records,
            closing: Some(closing).filter(|closing| !closing.is_empty()),
            changed: WallTime(9),
        },
        input: rest.to_vec(),
        digest: "0".repeat(64),
    }
}

/// A run is listed, shown and gone on with, whatever its records say. It is said to be of the plan
/// that its input makes, or nothing would be read of it.
fn goes_on(file: &RunFile) {
    if let Ok(view) = file.stored.view(false) {
        let parts = [
            view.accepted,
            view.rejected,
            view.unconfirmed,
            view.not_sent,
        ];
        let sum = parts.iter().map(|part| u64::from(*part)).sum::<u64>();
        assert!(
            view.ended.is_some() || sum == u64::from(view.entries),
            "{view:?}"
        );
    }
    let Ok(mut kept) = file.stored.kept(file.input.clone()) else {
        return;
    };
    let Ok(ledger) = Ledger::kept(&kept.input) else {
        return;
    };
    let mut plan = Plan::build(&ledger, &Limits::documented());
    plan.take(kept.header.route);
    (kept.header.entries, kept.header.plan) = (plan.len(), plan.fingerprint());
    API.clone_into(&mut kept.header.api_base);
    is_shown(kept.clone());
    kept.closing = None;
    let account = kept.header.account.clone();
    let mut session = session();
    let told = session.resume(now(0), kept, account);
    if session.is_running() {
        drive(&mut session);
        is_reported(&mut session, &[]);
    } else {
        assert!(was_refused(&told), "{told:?}");
    }
}

fn is_shown(kept: Kept) {
    let mut session = session();
    let has_ended = kept.closing.is_some();
    let told = session.show(now(0), kept);
    if was_refused(&told) {
        return;
    }
    let told = if has_ended { &[][..] } else { &told };
    is_reported(&mut session, told);
}

fn was_refused(told: &[Event]) -> bool {
    let refused = |event: &Event| matches!(event, Event::NotOpened(_));
    told.iter().any(refused)
}

/// What is reported can be had as files, and its sums are those of the rows.
fn is_reported(session: &mut Session, told: &[Event]) {
    for event in told {
        if let Event::Report(report) = event {
            let sums = [
                report.accepted,
                report.rejected,
                report.unconfirmed,
                report.not_sent,
            ];
            assert_eq!(sums.iter().sum::<u32>(), report.counts.ready);
        }
    }
    let rows = Command::Rows {
        filter: Filter::default(),
        start: 0,
        count: u32::MAX,
    };
    let kinds = [
        ExportKind::ReportCsv,
        ExportKind::ReportJson,
        ExportKind::Rejects,
        ExportKind::Unsent,
    ];
    for kind in kinds {
        session.files(kind).for_each(drop);
    }
    for command in [rows, Command::Detail { row: 0 }] {
        let _told: Vec<Event> = session.handle(now(0), command, None);
    }
}

fn session() -> Session {
    let mut session = Session::new();
    let configure = Command::Configure {
        api_base: API.to_owned(),
        limits: Limits::documented(),
    };
    let _told: Vec<Event> = session.handle(now(0), configure, None);
    session
}

fn now(millis: u64) -> Now {
    Now {
        mono: std::time::Duration::from_millis(millis),
        wall: WallTime(1_795_219_200_000),
        jitter: 0.5,
    }
}

/// A host to which no call is answered; in the end the user cancels.
fn drive(session: &mut Session) {
    let mut time = now(0);
    for step in 0..STEPS * 2 {
        if step == STEPS {
            let _told: Vec<Event> = session.handle(time, Command::Cancel, None);
        }
        let input = match session.poll(time) {
            Turn::Finished => return,
            Turn::Wait(Some(until)) => {
                time.mono = until.max(time.mono);
                Input::Woke
            }
            Turn::Wait(None) => Input::Resume,
            Turn::Do(step) => match step {
                Step::Open(_) => Input::Opened(Opened::default()),
                Step::Close(_) => Input::Closed,
                Step::Record(id, _) => Input::Recorded(id),
                Step::NeedToken(_) => Input::Token,
                Step::Send(call, _) => {
                    let reachable = None;
                    Input::Reply(call, Reply::NoAnswer { reachable })
                }
                Step::Wait(_) | Step::Finished => Input::Woke,
            },
        };
        Machine::handle(session, time, input);
    }
}

/// A run's parts in lines, for a fuzzer to begin with.
pub(crate) fn lines(ledger: &Ledger, closing: &[u8], records: &[Vec<u8>]) -> Vec<u8> {
    let plan = Plan::build(ledger, &Limits::documented());
    let header = to_bytes(&Header {
        format: FORMAT,
        account: Account {
            username: "ann".to_owned(),
            tenant_id: "t".to_owned(),
            account_id: "a".to_owned(),
        },
        api_base: API.to_owned(),
        started: WallTime(7),
        route: Route::Batches,
        purpose: Purpose::Import,
        files: vec!["a.csv".to_owned()],
        counts: Counts::default(),
        entries: plan.len(),
        deletions: 0,
        plan: plan.fingerprint(),
        from_file: false,
        carried: 0,
        left_alone: 0,
        on_list_of: None,
    });
    let mut lines = vec![header, closing.to_vec()];
    lines.extend_from_slice(records);
    lines.extend([Vec::new(), ledger.keep()]);
    lines.join(&b'\n')
}

/// The run file of [`lines`].
pub(crate) fn file_of(lines: &[u8]) -> Vec<u8> {
    of_parts(lines).to_bytes()
}
