//! The journal in a real browser: what was told as written is there, whole, in order, and nothing else.

#![cfg(target_arch = "wasm32")]

use std::time::Duration;

use ioculate_browser::{
    base::ApiBase,
    clock,
    host::{BrowserHost, Desk},
    journal::{Journal, Seat, running},
    locks,
};
use ioculate_core::{
    check::Defaults,
    clock::WallTime,
    host::{Host, Machine, Turn},
    import::{BatchId, CallId, Input, Outcome, Record, Tally},
    indicator::Action,
    journal::{
        Closing, Header, NotOpened, Opened, Opening, Route, RunFile, RunId, Stored, to_bytes,
    },
    plan::{Endpoint, EntryId},
    session::{Account, Command, Counts, Event, Purpose, ReportSummary, Session, Token},
};
use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// Runs a script that is given the name of a database.
async fn script(body: &str, database: &str) -> String {
    let body = format!("return (async () => {{ {HANDS} {body} }})()");
    let function = Function::new_with_args("name", &body);
    let promise = function.call1(&JsValue::UNDEFINED, &database.into());
    let promise: Promise = promise.expect("a script").unchecked_into();
    let answer = JsFuture::from(promise).await.expect("no exception");
    answer.as_string().unwrap_or_default()
}

const HANDS: &str = "
    const told = (request) => new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
    });
    const open = (version, upgrade) => {
        const request = indexedDB.open(name, version);
        request.onupgradeneeded = () => upgrade?.(request.result);
        return told(request);
    };";

/// A name that no other test has.
fn fresh(name: &str) -> String {
    format!("{name}-{}", js_sys::Math::random())
}

async fn journal(name: &str) -> Journal {
    Journal::open_as(name, 1).await.expect("a journal")
}

fn account() -> Account {
    Account {
        username: "ann@example.com".to_owned(),
        tenant_id: "tenant".to_owned(),
        account_id: "account".to_owned(),
    }
}

fn begin(entries: u32, input: &[u8]) -> Opening {
    Opening::Begin {
        header: Box::new(Header {
            format: 1,
            account: account(),
            api_base: "https://api.example".to_owned(),
            started: clock::wall(),
            route: Route::Batches,
            purpose: Purpose::Import,
            files: vec!["a.csv".to_owned()],
            counts: Counts::default(),
            entries,
            deletions: 0,
            plan: 7,
            from_file: false,
            carried: 0,
            left_alone: 0,
            on_list_of: None,
        }),
        input: input.to_vec(),
    }
}

async fn seat(journal: &Journal, opening: Opening) -> Result<(Seat, Opened), NotOpened> {
    Seat::open(&Ok(journal.clone()), opening).await
}

/// A new run with its name.
async fn new_run(journal: &Journal, input: &[u8]) -> (Seat, RunId) {
    let (seat, opened) = seat(journal, begin(1_000, input)).await.expect("a seat");
    (seat, opened.run.expect("a name"))
}

fn intent(number: u32, entries: u32) -> Record {
    Record::Intent {
        batch: BatchId(number),
        call: CallId(number),
        endpoint: Endpoint::Import,
        entries: (0..entries).map(EntryId).collect(),
        cut_from: None,
    }
}

fn answer(number: u32, entries: u32) -> Record {
    let id = |entry: u32| Some(format!("{}", 1_000_000 + entry));
    Record::Answer {
        batch: BatchId(number),
        call: CallId(number),
        attempt: None,
        outcomes: (0..entries)
            .map(|entry| (EntryId(entry), Outcome::Accepted { id: id(entry) }))
            .collect(),
    }
}

fn closing() -> Closing {
    Closing {
        entries: Tally {
            accepted: 1_000,
            ..Tally::default()
        },
        summary: ReportSummary {
            ended: WallTime(2),
            calls: 3,
            accepted: 4,
            ..ReportSummary::new(
                account(),
                "https://api.example".to_owned(),
                Purpose::Import,
                WallTime(1),
            )
        },
    }
}

async fn stored(journal: &Journal, run: &RunId) -> Stored {
    journal.load(run).await.expect("a run").stored
}

#[wasm_bindgen_test]
async fn what_was_written_is_there_whole_after_a_reload() {
    let name = fresh("reload");
    let first = journal(&name).await;
    let (seat, run) = new_run(&first, b"value,action\r\n\xff\0").await;
    let records = [intent(0, 2), answer(0, 2), intent(1, 3)];
    for record in &records {
        seat.note(record).await.expect("written");
    }
    drop(seat);
    first.close();

    let second = journal(&name).await;
    let whole = second.load(&run).await.expect("a run");
    assert_eq!(whole.input, b"value,action\r\n\xff\0");
    assert_eq!(
        whole.digest,
        "161c3bb22779361d3b8e69a44577bedabee2d5da9f4aea4f925b20dcc90da250"
    );
    let kept = whole.stored.kept(whole.input).expect("readable");
    assert_eq!(kept.records, records);
    assert_eq!(second.list().await.expect("a list"), [whole.stored]);
}

#[wasm_bindgen_test]
async fn records_keep_the_order_in_which_they_were_given() {
    let journal = journal(&fresh("order")).await;
    let (seat, run) = new_run(&journal, b"").await;
    let records: Vec<Record> = (0..40).map(|number| intent(number, 5)).collect();
    let notes: Vec<_> = records.iter().map(|record| seat.note(record)).collect();
    // The last one is waited for first.
    for note in notes.into_iter().rev() {
        note.await.expect("written");
    }
    let records: Vec<Vec<u8>> = records.iter().map(to_bytes).collect();
    assert_eq!(stored(&journal, &run).await.records, records);
}

#[wasm_bindgen_test]
async fn a_run_that_is_gone_on_with_goes_on_with_its_numbers() {
    let journal = journal(&fresh("go-on")).await;
    let (first, run) = new_run(&journal, b"input").await;
    first.note(&intent(0, 1)).await.expect("written");
    drop(first);
    let (second, whole) = Seat::of(&Ok(journal.clone()), &run).await.expect("a seat");
    assert_eq!(whole.stored.records, [to_bytes(&intent(0, 1))]);
    assert_eq!(
        second.opens(&run).await,
        Ok(Opened {
            run: Some(run.clone()),
            calls: vec![]
        })
    );
    second.note(&answer(0, 1)).await.expect("written");
    second.close(&closing()).await.expect("written");
    drop(second);
    let stored = stored(&journal, &run).await;
    assert_eq!(
        stored.records,
        [to_bytes(&intent(0, 1)), to_bytes(&answer(0, 1))]
    );
    assert_eq!(stored.closing, Some(to_bytes(&closing())));
    // Of a run that has ended a list needs no records, and nobody goes on with it.
    assert_eq!(
        journal.list().await.expect("a list")[0].records,
        [[0; 0]; 0]
    );
    let (ended, _) = Seat::of(&Ok(journal), &run).await.expect("a seat");
    assert_eq!(ended.opens(&run).await, Err(NotOpened::Gone));
}

#[wasm_bindgen_test]
async fn a_note_that_cannot_be_written_is_told_so() {
    let journal = journal(&fresh("abort")).await;
    let (seat, run) = new_run(&journal, b"").await;
    journal.close();
    let why = seat.note(&intent(0, 1)).await.expect_err("not written");
    assert!(why.contains("InvalidStateError"), "{why}");
    assert!(journal.load(&run).await.is_err());
}

/// Closes the database under the journal's feet, as a browser does that takes it away.
const TAKE_AWAY: &str = "
    const begin = IDBDatabase.prototype.transaction;
    self.used ??= {};
    IDBDatabase.prototype.transaction = function (...how) {
        self.used[this.name] = this;
        return begin.apply(this, how);
    };";

#[wasm_bindgen_test]
async fn a_database_that_was_taken_away_is_opened_again() {
    let name = fresh("taken");
    script(TAKE_AWAY, &name).await;
    let close = "self.used[name].close();";
    let journal = journal(&name).await;
    let (seat, run) = new_run(&journal, b"input").await;
    let records: Vec<Record> = (0..6).map(|number| intent(number, 2)).collect();
    seat.note(&records[0]).await.expect("written");
    script(close, &name).await;
    // Several are given before the first is told as written.
    let notes: Vec<_> = records[1..5]
        .iter()
        .map(|record| seat.note(record))
        .collect();
    for note in notes {
        assert_eq!(note.await, Ok(()));
    }
    script(close, &name).await;
    // A reading finds out that it is gone; the next one opens it again.
    assert!(seat.opens(&run).await.is_err());
    assert!(seat.opens(&run).await.is_ok());
    seat.note(&records[5]).await.expect("written");
    script(close, &name).await;
    assert_eq!(seat.close(&closing()).await, Ok(()));
    drop(seat);
    let whole = journal.load(&run).await.expect("a run");
    let kept = whole.stored.kept(whole.input).expect("readable");
    assert_eq!((kept.records, kept.closing), (records, Some(closing())));
}

#[wasm_bindgen_test]
async fn a_run_that_was_erased_is_not_written_by_halves() {
    let name = fresh("erased");
    let journal = journal(&name).await;
    let (seat, _run) = new_run(&journal, b"input").await;
    seat.note(&intent(0, 1)).await.expect("written");
    let erase = "await told(indexedDB.deleteDatabase(name));";
    script(erase, &name).await;
    for _ in 0..2 {
        let why = seat.note(&answer(0, 1)).await.expect_err("not written");
        assert!(why.contains("erased"), "{why}");
        assert_eq!(journal.list().await, Ok(vec![]));
    }
    drop(seat);
    let (seat, run) = new_run(&journal, b"input").await;
    seat.note(&intent(0, 1)).await.expect("written");
    assert_eq!(stored(&journal, &run).await.records.len(), 1);
}

/// Half a minute is made short here.
#[wasm_bindgen_test]
async fn a_write_that_does_not_end_is_told_so_and_written_once() {
    let name = fresh("silent");
    let journal = journal(&name).await;
    let (seat, run) = new_run(&journal, b"input").await;
    seat.note(&intent(0, 1)).await.expect("written");
    let hold = "
        const wait = self.setTimeout;
        self.setTimeout = (what, time) => wait(what, time === 30_000 ? 50 : time);
        self.mend = () => { self.setTimeout = wait; self.held = false; };
        self.held = true;
        const db = await open();
        const store = db.transaction('records', 'readwrite').objectStore('records');
        const on = () => { if (self.held) store.count().onsuccess = on; else db.close(); };
        on();";
    script(hold, &name).await;
    let records = [answer(0, 1), intent(1, 1)];
    let notes = records.each_ref().map(|record| seat.note(record));
    for note in notes {
        let why = note.await.expect_err("not written");
        assert!(why.contains("30 seconds"), "{why}");
    }
    script("self.mend();", &name).await;
    // The other way round, since that may be.
    for record in records.iter().rev() {
        assert_eq!(seat.note(record).await, Ok(()));
    }
    let whole = journal_of(&journal, &run, seat).await;
    assert_eq!(whole, [intent(0, 1), answer(0, 1), intent(1, 1)]);
}

async fn journal_of(journal: &Journal, run: &RunId, seat: Seat) -> Vec<Record> {
    drop(seat);
    let whole = journal.load(run).await.expect("a run");
    let kept = whole.stored.kept(whole.input).expect("readable");
    kept.records
}

#[wasm_bindgen_test]
async fn a_run_is_locked_before_it_is_there_and_gone_where_it_did_not_begin() {
    let name = fresh("begin");
    let journal = journal(&name).await;
    // The log of calls cannot be read: the run is written, and then may not begin.
    let break_calls = "
        const get = IDBObjectStore.prototype.getAllKeys;
        self.seen = 0;
        IDBObjectStore.prototype.getAllKeys = function (...what) {
            if (this.name !== 'calls') return get.apply(this, what);
            self.seen += 1;
            throw new DOMException('No.', 'UnknownError');
        };
        self.mend = () => { IDBObjectStore.prototype.getAllKeys = get; };";
    script(break_calls, &name).await;
    let refused = seat(&journal, begin(1, b"input")).await.err();
    let seen = script("self.mend(); return String(self.seen);", &name).await;
    assert_eq!(seen, "1");
    assert!(
        matches!(refused, Some(NotOpened::Storage { .. })),
        "{refused:?}"
    );
    assert_eq!(journal.list().await, Ok(vec![]));
    assert_eq!(running().await, Ok(vec![]));
}

#[wasm_bindgen_test]
async fn an_input_that_was_changed_is_damaged() {
    let name = fresh("damaged");
    let journal = journal(&name).await;
    let (seat, run) = new_run(&journal, b"input").await;
    drop(seat);
    let change = "
        const db = await open();
        const store = db.transaction('inputs', 'readwrite').objectStore('inputs');
        const [key] = await told(store.getAllKeys());
        await told(store.put(new Uint8Array([105, 110, 112, 117, 117]), key));
        db.close();";
    script(change, &name).await;
    assert_eq!(journal.load(&run).await, Err(NotOpened::Damaged));
    let gone = RunId("other".to_owned());
    assert_eq!(journal.load(&gone).await, Err(NotOpened::Gone));
}

#[wasm_bindgen_test]
async fn a_run_is_forgotten_with_all_of_it_unless_a_page_is_at_it() {
    let name = fresh("forget");
    let journal = journal(&name).await;
    let (seat, run) = new_run(&journal, b"to be erased").await;
    seat.note(&intent(0, 1)).await.expect("written");
    assert_eq!(journal.forget(&run).await, Err(NotOpened::Elsewhere));
    assert_eq!(stored(&journal, &run).await.records.len(), 1);
    drop(seat);
    assert_eq!(journal.forget(&run).await, Ok(()));
    let left = "
        const db = await open();
        const stores = ['runs', 'inputs', 'records'];
        const all = db.transaction(stores);
        const counts = await Promise.all(stores.map((s) => told(all.objectStore(s).count())));
        db.close();
        return counts.join();";
    assert_eq!(script(left, &name).await, "0,0,0");
    assert_eq!(journal.load(&run).await, Err(NotOpened::Gone));
}

/// What the clock shows at each look, in hours from now; whether the run is forgotten then.
#[wasm_bindgen_test]
async fn no_single_look_at_the_clock_erases_a_run() {
    let name = fresh("overdue");
    let journal = journal(&name).await;
    let (seat, run) = new_run(&journal, b"input").await;
    let hours = |hours: i32| {
        format!("self.clock ??= Date.now; Date.now = () => self.clock() + {hours} * 3_600_000;")
    };
    assert_eq!(
        journal.forget_overdue(&run).await,
        Err(NotOpened::Elsewhere)
    );
    drop(seat);
    for (ahead, is_forgotten) in [(0, false), (23, false), (-9_000, false), (-8_977, false)] {
        script(&hours(ahead), &name).await;
        let forgotten = journal.forget_overdue(&run).await;
        assert_eq!(forgotten, Ok(is_forgotten), "{ahead}");
    }
    // Whoever goes on with it begins its time anew.
    script(&hours(0), &name).await;
    let (seat, _) = Seat::of(&Ok(journal.clone()), &run).await.expect("a seat");
    seat.note(&intent(0, 1)).await.expect("written");
    drop(seat);
    for (ahead, is_forgotten) in [(24, false), (47, false), (48, true), (49, false)] {
        script(&hours(ahead), &name).await;
        let forgotten = journal.forget_overdue(&run).await;
        assert_eq!(forgotten, Ok(is_forgotten), "{ahead}");
    }
    script("Date.now = self.clock;", &name).await;
    assert_eq!(journal.list().await, Ok(vec![]));
}

#[wasm_bindgen_test]
async fn a_database_of_an_earlier_form_keeps_what_it_has() {
    let name = fresh("upgrade");
    let older = "
        const db = await open(1, (db) => { db.createObjectStore('runs'); });
        const store = db.transaction('runs', 'readwrite').objectStore('runs');
        const bytes = new Uint8Array([123, 125]);
        await told(store.put({run: 'old', header: bytes, sha256: bytes, changed: 5}, 'old'));
        db.close();";
    script(older, &name).await;
    let journal = Journal::open_as(&name, 2).await.expect("a journal");
    let runs = journal.list().await.expect("a list");
    assert_eq!(
        (runs[0].run.0.as_str(), runs[0].changed),
        ("old", WallTime(5))
    );
    let (_seat, run) = new_run(&journal, b"input").await;
    assert_eq!(journal.load(&run).await.expect("a run").input, b"input");
}

#[wasm_bindgen_test]
async fn a_page_makes_way_for_one_of_a_later_form() {
    let name = fresh("later");
    let older = journal(&name).await;
    let later = Journal::open_as(&name, 2).await;
    assert!(later.is_ok());
    assert!(older.list().await.is_err());
    let why = Journal::open_as(&name, 1)
        .await
        .expect_err("an earlier form");
    assert!(why.contains("A later version"), "{why}");
}

#[wasm_bindgen_test]
async fn one_page_sends_at_a_time() {
    let journal = journal(&fresh("locks")).await;
    assert_eq!(running().await, Ok(vec![]));
    let (first, run) = new_run(&journal, b"").await;
    let mut at = running().await.expect("locks");
    at.sort();
    assert_eq!(at, [None, Some(run.clone())]);
    for opening in [begin(1, b""), Opening::Check, Opening::Unjournalled] {
        let refused = seat(&journal, opening).await.err();
        assert_eq!(refused, Some(NotOpened::Elsewhere));
    }
    let other = Seat::of(&Ok(journal.clone()), &run).await.err();
    assert_eq!(other, Some(NotOpened::Elsewhere));
    drop(first);
    assert!(seat(&journal, Opening::Check).await.is_ok());
}

#[wasm_bindgen_test]
async fn a_lock_is_held_until_it_is_dropped() {
    let lock = locks::take("a").await.expect("locks").expect("free");
    assert!(locks::take("a").await.expect("locks").is_none());
    assert!(locks::take("b").await.expect("locks").is_some());
    drop(lock);
    while locks::held()
        .await
        .expect("locks")
        .contains(&"a".to_owned())
    {
        clock::sleep(Duration::from_millis(5)).await;
    }
    assert!(locks::take("a").await.expect("locks").is_some());
}

#[wasm_bindgen_test]
async fn without_a_journal_only_a_run_without_a_trace_begins() {
    let none = Err("nothing is kept here".to_owned());
    let refused = Seat::open(&none, begin(1, b"")).await.err();
    let message = "nothing is kept here".to_owned();
    assert_eq!(refused, Some(NotOpened::Storage { message }));
    for opening in [Opening::Check, Opening::Unjournalled] {
        let (seat, opened) = Seat::open(&none, opening).await.expect("a seat");
        assert_eq!(opened, Opened::default());
        assert_eq!(seat.note(&intent(0, 1)).await, Ok(()));
    }
}

#[wasm_bindgen_test]
async fn each_page_is_told_the_calls_of_others_while_they_may_count() {
    let name = fresh("calls");
    let (one, two) = (journal(&name).await, journal(&name).await);
    let before = clock::wall();
    let (seat, _run) = new_run(&one, b"").await;
    seat.note(&intent(0, 1)).await.expect("written");
    seat.note(&Record::Asking { call: CallId(1) })
        .await
        .expect("written");
    clock::sleep(Duration::from_millis(30)).await;
    seat.note(&answer(0, 1)).await.expect("written");
    let after = clock::wall();
    assert_eq!(one.past_calls().await, Ok(vec![]));
    let calls = two.past_calls().await.expect("calls");
    assert_eq!(calls.len(), 2);
    assert_eq!(
        (calls[0].class, calls[1].class),
        (Endpoint::Import, Endpoint::Single)
    );
    // The answered one counts from its answer on, the other one from its leaving.
    assert!(
        calls[0].at.0 >= before.0 + 30 && calls[0].at <= after,
        "{calls:?}"
    );
    assert!(
        calls[1].at >= before && calls[1].at < calls[0].at,
        "{calls:?}"
    );
}

#[wasm_bindgen_test]
async fn a_call_of_long_ago_is_forgotten_and_one_that_lies_ahead_is_of_now() {
    let name = fresh("clock");
    let journal = journal(&name).await;
    let calls = "
        const db = await open();
        const store = db.transaction('calls', 'readwrite').objectStore('calls');
        const hour = 3_600_000;
        for (const [number, at] of [-3 * hour, 99_999 * hour, -hour].entries()) {
            const call = {page: 'x', class: 'single', at: Date.now() + at};
            await told(store.put(call, ['x', number]));
        }
        db.close();";
    script(calls, &name).await;
    let calls = journal.past_calls().await.expect("calls");
    let ages: Vec<i64> = calls
        .iter()
        .map(|call| clock::wall().0 - call.at.0)
        .collect();
    assert_eq!(ages.len(), 2, "{ages:?}");
    assert!((0..5_000).contains(&ages[0]), "{ages:?}");
    assert!((3_600_000..3_605_000).contains(&ages[1]), "{ages:?}");
    assert_eq!(journal.past_calls().await, Ok(calls));
}

#[wasm_bindgen_test]
async fn a_run_from_elsewhere_never_takes_back_what_was_noted_here() {
    let journal = journal(&fresh("take-in")).await;
    let (seat, run) = new_run(&journal, b"input").await;
    seat.note(&intent(0, 1)).await.expect("written");
    drop(seat);
    let short = journal.load(&run).await.expect("a run");
    let (seat, _) = Seat::of(&Ok(journal.clone()), &run).await.expect("a seat");
    assert_eq!(journal.take_in(&short).await, Err(NotOpened::Elsewhere));
    seat.note(&answer(0, 1)).await.expect("written");
    drop(seat);
    let long = journal.load(&run).await.expect("a run");
    assert_eq!(journal.take_in(&short).await, Ok(()));
    assert_eq!(stored(&journal, &run).await.records, long.stored.records);

    journal.forget(&run).await.expect("erased");
    let mut changed = long.clone();
    changed.input.push(0);
    assert_eq!(journal.take_in(&changed).await, Err(NotOpened::Damaged));
    assert_eq!(journal.take_in(&long).await, Ok(()));
    let here = journal.load(&run).await.expect("a run");
    assert_eq!((here.input, here.digest), (long.input, long.digest));
    assert_eq!(here.stored.records, long.stored.records);
}

/// A run of this browser's goes into a file, which is opened in another one: a new run that is begun
/// there counts its calls too, and taken in once more they are no more of them.
#[wasm_bindgen_test]
async fn the_calls_of_a_run_file_are_in_the_log() {
    let (from, to) = (fresh("from"), fresh("to"));
    let (from, to) = (journal(&from).await, journal(&to).await);
    let before = clock::wall();
    let (seat, run) = new_run(&from, b"input").await;
    seat.note(&intent(0, 1)).await.expect("written");
    seat.note(&Record::Asking { call: CallId(1) })
        .await
        .expect("written");
    drop(seat);
    let file = from.load(&run).await.expect("a run").to_bytes();
    let file = RunFile::from_bytes(&file).expect("a run file");
    for _ in 0..2 {
        assert_eq!(to.take_in(&file).await, Ok(()));
        let calls = to.past_calls().await.expect("calls");
        let mut classes: Vec<_> = calls.iter().map(|call| call.class).collect();
        classes.sort_unstable();
        assert_eq!(classes, [Endpoint::Import, Endpoint::Single]);
        assert!(calls.iter().all(|call| call.at >= before), "{calls:?}");
        to.forget(&run).await.expect("erased");
    }
}

/// A whole run of a session against a host that is not there.
#[wasm_bindgen_test]
async fn no_token_is_written() {
    let name = fresh("token");
    let journal = journal(&name).await;
    let secret = "eyJhbGciOiJub25lIn0.c2VjcmV0.x";
    let mut session = Session::new();
    let now = clock::now();
    let defaults = Defaults {
        action: Action::Audit,
        title: "A title".to_owned(),
        description: "A description".to_owned(),
        ..Defaults::default().expiring_in(None)
    };
    let _: Vec<_> = session.handle(now, Command::SetDefaults(defaults), None);
    let said = session.handle(
        now,
        Command::Paste {
            text: "192.0.2.7\nbad.example\n".to_owned(),
        },
        None,
    );
    assert!(!said.is_empty());
    let send = Command::Send {
        account: account(),
        route: Route::Batches,
        unjournalled: false,
        as_listed: false,
    };
    let _: Vec<_> = session.handle(now, send, None);
    let desk = Desk::default();
    let base = ApiBase::read("http://localhost:9").ok();
    let page = desk.clone();
    let mut host = BrowserHost::new(base, desk, Ok(journal), move |_| {
        page.hand_over(Token::new(secret.to_owned()));
    });
    assert!(report(&mut session, &mut host).await, "the gate stays shut");
    drop(host);
    let dump = "
        const db = await open();
        const text = (value) => JSON.stringify(value, (_, v) =>
            v instanceof Uint8Array ? new TextDecoder().decode(v) : v);
        let all = '';
        for (const store of db.objectStoreNames) {
            const from = db.transaction(store).objectStore(store);
            all += text(await told(from.getAllKeys())) + text(await told(from.getAll()));
        }
        db.close();
        return all;";
    let all = script(dump, &name).await;
    for written in ["ann@example.com", "single", "asking"] {
        assert!(all.contains(written), "{written} in {all}");
    }
    assert!(!all.contains(secret) && !all.contains("c2VjcmV0"), "{all}");
}

/// Drives the run to its end; whether there was a report.
async fn report<F: Fn(ioculate_core::import::Freshness)>(
    session: &mut Session,
    host: &mut BrowserHost<F>,
) -> bool {
    let mut reported = false;
    loop {
        let turn = session.poll(host.now());
        let news = session.news();
        reported |= news
            .into_iter()
            .any(|event| matches!(event, Event::Report(_)));
        match turn {
            Turn::Do(step) => host.start(step),
            Turn::Finished => return reported,
            Turn::Wait(until) => {
                let input: Input = host.next(until).await;
                Machine::handle(session, host.now(), input);
            }
        }
    }
}

/// The promise: a strict write of 500 outcomes takes at most 10 ms, in 95 of 100. Where others keep the
/// machine so busy that writing next to nothing takes half as long, it tells nothing.
#[wasm_bindgen_test]
async fn a_strict_write_is_quick() {
    let journal = journal(&fresh("timing")).await;
    let (seat, _run) = new_run(&journal, &vec![7; 2_000_000]).await;
    let (mut large, mut small) = (Vec::new(), Vec::new());
    for number in 0..150 {
        for record in [intent(number, 500), answer(number, 500)] {
            large.push(strict_write(&seat, &record).await);
            small.push(strict_write(&seat, &Record::Found { outcomes: vec![] }).await);
        }
    }
    large.sort();
    small.sort();
    let [half, most, all] = [149, 284, 299].map(|place| large[place]);
    console_log!("strict writes of 500 outcomes: p50 {half:?}, p95 {most:?}, longest {all:?}");
    console_log!("of none: p50 {:?}, p95 {:?}", small[149], small[284]);
    let is_busy = most <= small[284] * 2;
    assert!(most <= Duration::from_millis(10) || is_busy, "p95 {most:?}");
}

async fn strict_write(seat: &Seat, record: &Record) -> Duration {
    let start = clock::mono();
    seat.note(record).await.expect("written");
    clock::mono().saturating_sub(start)
}

/// A run of 15,000 rows is listed and read within the 2 s in which it is to be offered.
#[wasm_bindgen_test]
async fn a_large_run_is_listed_at_once() {
    let journal = journal(&fresh("listing")).await;
    let (seat, run) = new_run(&journal, &vec![7; 4_000_000]).await;
    for number in 0..30 {
        let (left, came) = (
            seat.note(&intent(number, 500)),
            seat.note(&answer(number, 500)),
        );
        let (left, came) = (left.await, came.await);
        assert_eq!((left, came), (Ok(()), Ok(())));
    }
    let start = clock::mono();
    let list = journal.list().await.expect("a list");
    let view = list[0].view(true).expect("a view");
    let listed = clock::mono().saturating_sub(start);
    assert_eq!((view.run, view.accepted), (run.clone(), 500));
    let start = clock::mono();
    drop(seat);
    let whole = journal.load(&run).await.expect("a run");
    let kept = whole.stored.kept(whole.input).expect("readable");
    let loaded = clock::mono().saturating_sub(start);
    assert_eq!((kept.records.len(), kept.input.len()), (60, 4_000_000));
    console_log!("a run of 15,000 rows: listed in {listed:?}, loaded in {loaded:?}");
    assert!(listed + loaded <= Duration::from_secs(2));
}
