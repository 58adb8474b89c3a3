//! Runs that a page did not see to their end: gone on with by another, and shown.

use super::{world::*, *};
use crate::{
    check::{Defaults, Policy},
    guard::Own,
    host::{Machine, Turn},
    import::{BatchId, CallId, Input, Outcome, Record, Step},
    indicator::{Action, IndicatorType},
    journal::{FORMAT, Kept, NotOpened, Route, RunId},
    ledger::{Decided, Ledger, Replaced},
    plan::{Endpoint, Plan},
};

#[test]
fn a_run_that_is_gone_on_with_ends_as_one_that_was_not_interrupted() {
    let (whole, mut first) = begun(Crash::Never);
    let closing = whole.kept().closing.expect("an end");
    let expected = sums(&closing.summary);
    assert_eq!(
        (
            closing.summary.accepted,
            closing.summary.rejected,
            closing.summary.not_sent
        ),
        (6, 1, 2)
    );
    let (rows, lines) = (all_rows(&mut first), reported(&mut first));
    let notes = whole.kept().records.len();
    let after_notes = (1..=notes).map(Crash::AfterNote);
    let after_posts = (1..=whole.tenant.posts).map(Crash::AfterPost);
    for crash in after_notes.chain(after_posts) {
        let (mut world, lost) = begun(crash);
        drop(lost);
        let mut session = configured();
        let at_start = resume(&mut session, &world, world.kept());
        assert!(
            matches!(at_start[..], [Event::Summary(_), Event::Progress(_)]),
            "{crash:?}: {at_start:?}"
        );
        let events = world.drive(&mut session, Crash::Never);
        assert_eq!(sums(&report(&events)), expected, "{crash:?}");
        assert_eq!(all_rows(&mut session), rows, "{crash:?}");
        assert_eq!(reported(&mut session), lines, "{crash:?}");
        assert_eq!(world.tenant.held, whole.tenant.held, "{crash:?}");
        let again = world.kept().closing.expect("an end");
        assert_eq!(again.entries, closing.entries, "{crash:?}");
    }
}

#[test]
fn a_run_outlives_any_number_of_pages() {
    let (whole, mut first) = begun(Crash::Never);
    let (mut world, _) = begun(Crash::AfterNote(1));
    for _ in 0..50 {
        let mut session = configured();
        resume(&mut session, &world, world.kept());
        world.drive(&mut session, Crash::AfterNote(4));
        if world.kept().closing.is_some() {
            assert_eq!(all_rows(&mut session), all_rows(&mut first));
            assert_eq!(world.tenant.held, whole.tenant.held);
            return;
        }
    }
    panic!("it never ends");
}

#[test]
fn an_accepted_row_is_never_sent_again() {
    let (whole, _) = begun(Crash::Never);
    for note in 1..=whole.kept().records.len() {
        let (mut world, _) = begun(Crash::AfterNote(note));
        let of = |records: &[Record]| -> Vec<u32> {
            let accepted = records.iter().flat_map(|record| match record {
                Record::Answer { outcomes, .. } | Record::Found { outcomes } => outcomes.as_slice(),
                _ => &[],
            });
            let accepted = accepted.filter(|(_, is)| matches!(is, Outcome::Accepted { .. }));
            accepted.map(|(id, _)| id.0).collect()
        };
        let before = world.kept().records;
        let accepted = of(&before);
        let mut session = configured();
        resume(&mut session, &world, world.kept());
        world.drive(&mut session, Crash::Never);
        let later = &world.kept().records[before.len()..];
        for record in later {
            if let Record::Intent { entries, .. } = record {
                let again = entries.iter().find(|id| accepted.contains(&id.0));
                assert_eq!(again, None, "after {note} notes");
            }
        }
    }
}

/// What is changed of a run, and why it may not be gone on with.
#[test]
fn what_may_not_go_on_says_why_and_changes_nothing() {
    let (world, _) = begun(Crash::AfterNote(3));
    let good = world.kept();
    let changed = |change: &dyn Fn(&mut Kept)| {
        let mut kept = good.clone();
        change(&mut kept);
        kept
    };
    let other = |tenant: &str, account_id: &str| Account {
        tenant_id: tenant.to_owned(),
        account_id: account_id.to_owned(),
        ..account()
    };
    let (tenant, person) = (other("another", "account"), other("tenant", "another"));
    let base = "https://other.example".to_owned();
    let table = [
        (
            changed(&|kept| kept.header.account = tenant.clone()),
            NotOpened::OtherAccount {
                account: tenant.clone(),
            },
        ),
        (
            changed(&|kept| kept.header.account = person.clone()),
            NotOpened::OtherAccount {
                account: person.clone(),
            },
        ),
        (
            changed(&|kept| kept.header.api_base.clone_from(&base)),
            NotOpened::OtherBase {
                api_base: base.clone(),
            },
        ),
        (
            changed(&|kept| kept.header.format = FORMAT + 1),
            NotOpened::Newer { format: FORMAT + 1 },
        ),
        (
            changed(&|kept| kept.header.plan ^= 1),
            NotOpened::ReadOtherwise,
        ),
        (
            changed(&|kept| kept.header.entries += 1),
            NotOpened::ReadOtherwise,
        ),
        (
            changed(&|kept| kept.header.entries = u32::MAX),
            NotOpened::ReadOtherwise,
        ),
        (
            changed(&|kept| kept.header.route = Route::OneByOne),
            NotOpened::ReadOtherwise,
        ),
        (
            // Another value of the same length.
            changed(&|kept| {
                let text = String::from_utf8(kept.input.clone()).expect("UTF-8");
                kept.input = text.replace("two.example", "six.example").into_bytes();
            }),
            NotOpened::ReadOtherwise,
        ),
        (
            changed(&|kept| kept.input.truncate(kept.input.len() - 1)),
            NotOpened::Damaged,
        ),
        (changed(&|kept| kept.input.clear()), NotOpened::Damaged),
    ];
    for (kept, why) in table {
        let mut session = configured();
        read(&mut session, "DomainName,mine.example,Block,t,d,\n");
        let before = all_rows(&mut session);
        let told = resume(&mut session, &world, kept);
        assert_eq!(told, [Event::NotOpened(why)]);
        assert!(!session.is_running());
        assert_eq!(all_rows(&mut session), before);
    }
}

#[test]
fn a_name_may_change_but_not_the_account() {
    let (world, _) = begun(Crash::AfterNote(3));
    let mut kept = world.kept();
    kept.header.account.username = "ann.lee@example.com".to_owned();
    let mut session = configured();
    resume(&mut session, &world, kept);
    assert!(session.is_running());
}

#[test]
fn a_door_that_stays_shut_puts_back_what_stood_here() {
    let (world, _) = begun(Crash::AfterNote(3));
    let mut session = configured();
    read(&mut session, "DomainName,mine.example,Block,t,d,\n");
    let before = all_rows(&mut session);
    resume(&mut session, &world, world.kept());
    assert_ne!(all_rows(&mut session), before);
    assert!(matches!(session.poll(NOON), Turn::Do(Step::Open(_))));
    Machine::handle(&mut session, NOON, Input::NotOpened(NotOpened::Elsewhere));
    let events = session.news();
    assert!(matches!(
        events[..],
        [Event::Summary(_), Event::NotOpened(NotOpened::Elsewhere)]
    ));
    assert!(!session.is_running());
    assert_eq!(all_rows(&mut session), before);
    // And what stood here can still be sent.
    told(&mut session, send());
    assert!(session.is_running());
}

#[test]
fn an_api_that_is_out_of_reach_leaves_a_run_to_be_gone_on_with() {
    let (_, mut first) = begun(Crash::Never);
    let (mut world, _) = begun(Crash::AfterPost(1));
    let mut session = configured();
    for is_away in [true, true, false] {
        world.tenant.is_away = is_away;
        resume(&mut session, &world, world.kept());
        let report = report(&world.drive(&mut session, Crash::Never));
        assert_eq!(report.stopped.is_some(), is_away);
        assert_eq!(world.kept().closing.is_none(), is_away);
        assert!(!session.is_running());
    }
    assert_eq!(all_rows(&mut session), all_rows(&mut first));
}

#[test]
fn a_run_that_is_refused_on_its_way_is_gone_on_with() {
    let (_, mut first) = begun(Crash::Never);
    for status in [403, 404] {
        let mut session = ready();
        told(&mut session, send());
        let mut world = World::default();
        world.tenant.refuses = Some((1, status));
        let refused = report(&world.drive(&mut session, Crash::Never));
        let why = refused.stopped.as_ref().expect("it stopped");
        let fits = match why {
            Stopped::Forbidden { .. } => status == 403,
            Stopped::WrongHost { .. } => status == 404,
            _ => false,
        };
        assert!(fits, "{why:?}");
        assert!(world.kept().closing.is_none());
        let mut session = configured();
        let shown = report(&show(&mut session, world.kept()));
        assert_eq!(shown.stopped, Some(Stopped::Unfinished));
        world.tenant.refuses = None;
        resume(&mut session, &world, world.kept());
        let report = report(&world.drive(&mut session, Crash::Never));
        assert_eq!(report.stopped, None);
        assert!((1..report.accepted).contains(&refused.accepted));
        assert!(refused.not_sent > report.not_sent, "{refused:?}");
        assert!(world.kept().closing.is_some());
        assert_eq!(all_rows(&mut session), all_rows(&mut first));
    }
}

#[test]
fn a_note_that_was_made_again_counts_once() {
    let (world, _) = begun(Crash::AfterPost(1));
    let once = report(&show(&mut configured(), world.kept()));
    let mut kept = world.kept();
    kept.records = kept
        .records
        .into_iter()
        .flat_map(|record| {
            let notes = 1 + usize::from(record.leaving().is_some());
            std::iter::repeat_n(record, notes)
        })
        .collect();
    assert_eq!(report(&show(&mut configured(), kept)), once);
}

#[test]
fn numbers_that_no_run_reaches_are_damage() {
    let (world, _) = begun(Crash::AfterNote(3));
    for (batch, call) in [(u32::MAX, 7), (7, u32::MAX), (u32::MAX - 1, 7)] {
        let mut kept = world.kept();
        kept.records.push(Record::Intent {
            batch: BatchId(batch),
            call: CallId(call),
            endpoint: Endpoint::Import,
            entries: Vec::new(),
            cut_from: None,
        });
        let damaged = [Event::NotOpened(NotOpened::Damaged)];
        let mut session = configured();
        assert_eq!(show(&mut session, kept.clone()), damaged);
        assert_eq!(resume(&mut session, &world, kept), damaged);
    }
}

#[test]
fn more_open_batches_than_pages_can_leave_are_damage() {
    let (world, _) = begun(Crash::AfterNote(3));
    for (open, is_sound) in [(900, true), (1_100, false)] {
        let mut kept = world.kept();
        kept.records.extend((0..open).map(|number| Record::Intent {
            batch: BatchId(100 + number),
            call: CallId(100 + number),
            endpoint: Endpoint::Import,
            entries: Vec::new(),
            cut_from: None,
        }));
        let shown = show(&mut configured(), kept);
        let is_damaged = shown == [Event::NotOpened(NotOpened::Damaged)];
        assert_eq!(is_damaged, !is_sound, "{open}");
    }
}

#[test]
fn a_run_whose_notes_are_not_all_written_has_no_end() {
    let mut session = ready();
    told(&mut session, send());
    let mut world = World::default();
    loop {
        let now = world.now();
        let input = match session.poll(now) {
            Turn::Finished => break,
            Turn::Do(Step::Open(opening)) => world.open(*opening),
            Turn::Do(Step::Record(id, _)) => Input::NotRecorded(id, "Full.".to_owned()),
            Turn::Wait(_) => Input::Cancel,
            Turn::Do(step) => panic!("{step:?}"),
        };
        Machine::handle(&mut session, now, input);
    }
    assert!(!session.is_running());
}

#[test]
fn a_page_that_is_at_a_run_takes_no_other() {
    let (world, _) = begun(Crash::AfterNote(3));
    let mut session = ready();
    told(&mut session, send());
    let busy = [Event::NotOpened(NotOpened::Busy)];
    assert_eq!(resume(&mut session, &world, world.kept()), busy);
    assert_eq!(show(&mut session, world.kept()), busy);
    assert!(session.is_running());
    // What asks whether the API lets it in is told the answer.
    let mut session = configured();
    told(&mut session, Command::CheckConnection);
    assert_eq!(resume(&mut session, &world, world.kept()), busy);
    assert_eq!(show(&mut session, world.kept()), busy);
    assert!(session.is_running());
}

#[test]
fn a_run_that_ended_is_shown_as_its_page_showed_it() {
    let (world, mut first) = begun(Crash::Never);
    let kept = world.kept();
    let closing = kept.closing.clone().expect("an end");
    let mut last = ask(&mut first, Command::SetPolicy(Policy::default()));
    // Nothing is looked at for harm that was sent already.
    last.guard = GuardState::Unloaded;
    for way in [show, |session: &mut Session, kept| {
        session.resume(NOON, kept, account())
    }] {
        let mut session = configured();
        let events = way(&mut session, kept.clone());
        assert_eq!(report(&events), closing.summary);
        assert_eq!(summary(events), last);
        assert!(!session.is_running());
        assert_eq!(all_rows(&mut session), all_rows(&mut first));
        assert_eq!(reported(&mut session), reported(&mut first));
        for row in 0..session.ledger.len() {
            let detail = |session: &mut Session| told(session, Command::Detail { row });
            assert_eq!(detail(&mut session), detail(&mut first), "row {row}");
        }
        // It speaks of what was sent, and of that alone.
        assert_eq!(told(&mut session, send()), []);
        assert!(!session.is_running());
    }
}

/// What the note of a run's end claims counts for nothing where its rows say otherwise: a record may
/// be torn, and a run file may be made up.
#[test]
fn the_sums_of_the_past_are_those_of_its_rows() {
    let (world, _) = begun(Crash::Never);
    let mut kept = world.kept();
    let closing = kept.closing.as_mut().expect("an end");
    let true_sums = closing.summary.clone();
    closing.summary.account.username = "eve@example.com".to_owned();
    closing.summary.counts.ready = u32::MAX;
    closing.summary.accepted = u32::MAX;
    closing.summary.rejected = u32::MAX;
    closing.summary.reasons.clear();
    let shown = |kept: &Kept| {
        let mut session = configured();
        let shown = report(&show(&mut session, kept.clone()));
        let accepted = all_rows(&mut session).into_iter();
        let accepted = accepted.filter(|row| matches!(row.outcome, Some(Outcome::Accepted { .. })));
        assert_eq!(shown.accepted as usize, accepted.count());
        shown
    };
    assert_eq!(shown(&kept), true_sums);
    for lost in 0..kept.records.len() {
        let mut kept = kept.clone();
        let record = kept.records.remove(lost);
        let shown = shown(&kept);
        let sum = shown.accepted + shown.rejected + shown.unconfirmed + shown.not_sent;
        assert_eq!(sum, true_sums.counts.ready, "without {record:?}");
        let says_more = matches!(&record, Record::Answer { .. });
        assert_eq!(shown.unconfirmed > 0, says_more, "without {record:?}");
    }
    kept.records.clear();
    let of_nothing = shown(&kept);
    let sent = true_sums.accepted + true_sums.rejected;
    assert_eq!((of_nothing.unconfirmed, of_nothing.accepted), (sent, 0));
}

#[test]
fn a_report_says_that_its_run_came_with_a_file() {
    for from_file in [false, true] {
        let (mut world, _) = begun(Crash::AfterNote(3));
        world.kept.as_mut().expect("a run").header.from_file = from_file;
        let said = |world: &World| report(&show(&mut configured(), world.kept())).from_file;
        assert_eq!(said(&world), from_file);
        let mut session = configured();
        resume(&mut session, &world, world.kept());
        let ended = report(&world.drive(&mut session, Crash::Never));
        assert_eq!(ended.from_file, from_file);
        assert_eq!(said(&world), from_file);
    }
}

/// Who made the file may have overridden the guard, or have had another one.
#[test]
fn a_run_file_does_not_go_on_with_what_the_guard_stops() {
    let stopped = Guarded {
        list: "guard-own".to_owned(),
        stops: true,
        rows: 1,
        overridden: 0,
        set: 0,
        example: "one.example".to_owned(),
    };
    let refused = [Event::NotOpened(NotOpened::Guarded(vec![stopped]))];
    let (whole, _) = begun(Crash::Never);
    let notes = whole.kept().records.len();
    let mut went_on = 0;
    for (note, from_file) in (1..=notes).flat_map(|note| [(note, true), (note, false)]) {
        let (mut world, _) = begun(Crash::AfterNote(note));
        if world.kept().closing.is_some() {
            continue;
        }
        let accepted = report(&show(&mut configured(), world.kept())).accepted;
        world.kept.as_mut().expect("a run").header.from_file = from_file;
        let mut session = configured();
        let own = Own {
            names: vec!["one.example".to_owned()],
            ..Own::default()
        };
        told(&mut session, Command::Protect(own));
        // The row that is stopped is among the first.
        let is_stopped = from_file && accepted == 0;
        let told = resume(&mut session, &world, world.kept());
        assert_eq!(told == refused, is_stopped, "{note} {from_file}: {told:?}");
        assert_eq!(session.is_running(), !is_stopped);
        went_on += u32::from(from_file && !is_stopped);
    }
    assert!(went_on > 0);
}

/// Whose ids they are is asked of the tenant first.
#[test]
fn what_a_run_file_would_delete_is_looked_up_before() {
    let (world, _) = begun(Crash::AfterNote(1));
    let mut kept = world.kept();
    let mut ledger = Ledger::kept(&kept.input).expect("a ledger");
    let mut decided = Decided::default();
    let replaced = Replaced {
        id: "7".to_owned(),
        indicator_type: IndicatorType::DomainName,
        value: "one.example".to_owned(),
        action: Action::Audit,
    };
    decided.replace(0, vec![replaced]);
    ledger.decide(decided);
    let plan = Plan::build(&ledger, &Limits::documented());
    kept.input = ledger.keep();
    kept.records.clear();
    (kept.header.entries, kept.header.plan) = (plan.len(), plan.fingerprint());
    for from_file in [false, true] {
        kept.header.from_file = from_file;
        let mut session = configured();
        resume(&mut session, &world, kept.clone());
        assert!(session.is_running());
        assert_eq!(session.plan().has_seen(), from_file);
    }
}

#[test]
fn the_guards_lists_are_loaded_once_for_a_run_that_came_with_a_file() {
    let (mut world, _) = begun(Crash::AfterNote(3));
    let mut session = configured();
    assert!(!session.wants_guard_lists_for(&world.kept()));
    world.kept.as_mut().expect("a run").header.from_file = true;
    assert!(session.wants_guard_lists_for(&world.kept()));
    assert!(!session.wants_guard_lists_for(&world.kept()));
}

/// After so many notes: accepted, rejected, unconfirmed, not sent.
#[test]
fn a_run_that_has_not_ended_is_shown_as_far_as_it_came() {
    let (whole, _) = begun(Crash::Never);
    for note in 0..=whole.kept().records.len() {
        let mut kept = whole.kept();
        kept.closing = None;
        kept.records.truncate(note);
        let left = |record: &&Record| matches!(record, Record::Intent { .. });
        let ended = |record: &&Record| matches!(record, Record::Answer { .. });
        let records = kept.records.iter();
        let open = records.clone().filter(left).count() - records.filter(ended).count();
        let mut session = configured();
        let report = report(&show(&mut session, kept));
        assert_eq!(report.stopped, Some(Stopped::Unfinished));
        assert_eq!(report.run, Some(RunId("a".to_owned())));
        assert_eq!(report.unconfirmed > 0, open > 0, "after {note} notes");
        let sum = report.accepted + report.rejected + report.unconfirmed + report.not_sent;
        assert_eq!(sum, report.counts.ready);
        assert!(report.started <= report.ended);
        assert!(!session.is_running());
    }
}

#[test]
fn a_run_with_nothing_left_to_send_says_so() {
    let mut session = configured();
    read(
        &mut session,
        "DomainName,soon.example,Block,t,d,2026-11-21T12:00:05Z\n",
    );
    let later = Now {
        wall: WallTime(NOON.wall.0 + 10_000),
        ..NOON
    };
    let events = session.handle(later, send(), None);
    assert!(matches!(
        events[..],
        [
            Event::Summary(_),
            Event::NotOpened(NotOpened::NothingToSend)
        ]
    ));
    assert_eq!(figures(&summary(events)), [1, 0, 0, 0, 1, 0]);
    assert!(!session.is_running());
}

/// A session whose user wants other things than the one of [`ready`]: ranges are refused there too, but
/// what has no action is only audited.
fn of_another_mind() -> Session {
    let mut session = configured();
    let defaults = Defaults {
        action: Action::Audit,
        ..session.ledger.settings().defaults.clone()
    };
    ask(&mut session, Command::SetDefaults(defaults));
    session
}

#[test]
fn a_run_of_the_past_does_not_decide_how_the_next_list_is_checked() {
    let (world, _) = begun(Crash::Never);
    for next in [Command::Clear, Command::MendRest] {
        let mut session = of_another_mind();
        let own = session.ledger.settings().clone();
        show(&mut session, world.kept());
        assert_ne!(session.ledger.settings(), &own);
        ask(&mut session, next.clone());
        read_file(&mut session, "list.txt", "one.example\n");
        let settings = session.ledger.settings();
        assert_eq!(settings.defaults, own.defaults, "{next:?}");
        assert_eq!(settings.policy, own.policy, "{next:?}");
    }
}

#[test]
fn what_is_wanted_while_a_report_is_read_holds_for_the_next_list() {
    let (world, mut session) = begun(Crash::Never);
    assert!(world.kept().closing.is_some());
    let sent = session.ledger.settings().clone();
    let defaults = of_another_mind().ledger.settings().defaults.clone();
    ask(&mut session, Command::SetDefaults(defaults.clone()));
    assert_eq!(session.ledger.settings(), &sent);
    ask(&mut session, Command::Clear);
    assert_eq!(session.ledger.settings().defaults, defaults);
}

#[test]
fn a_run_of_the_past_of_which_nothing_was_sent_is_changed_by_what_is_wanted_now() {
    let (world, _) = begun(Crash::AfterNote(1));
    let mut session = of_another_mind();
    let own = session.ledger.settings().clone();
    let events = show(&mut session, world.kept());
    assert_eq!(report(&events).accepted, 0);
    ask(&mut session, Command::StepBack);
    assert_eq!(session.ledger.settings().defaults, own.defaults);
    assert_eq!(session.ledger.settings().policy, own.policy);
}
