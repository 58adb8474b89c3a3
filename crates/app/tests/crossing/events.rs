//! What the page is told.

use std::borrow::Cow;

use ioculate_core::{
    change::{Change, ChangeKind, Field},
    check::Verdict,
    clock::WallTime,
    diagnostic::{Diagnostic, Finding, Gravity, Place},
    import::{Attempt, Freshness, NotSent, Outcome},
    indicator::{Action, IndicatorType, Severity},
    journal::{JournalState, NotOpened, Route, RunView, Undone},
    mapping::Reading,
    session::{
        AttemptView, BatchState, BatchView, Cause, Closed, ColumnTexts, ColumnView, Connection,
        Copied, Counts, Detail, Did, Done, Event, Excerpt, ExportFile, Fate, Fates, Fix,
        GuardState, Guarded, Made, Preview, Progress, Purpose, Reason, ReportSummary, Rewriting,
        RowView, SourceFile, Steps, Stopped, Summary, TenantChange, Tried, Twin, Waiting, Window,
    },
};

use crate::{
    LATE, account,
    commands::{field_texts, fixes, kinds, readings, routes, types},
    run, tenant, text,
};

every! {
    events -> Event {
        Ready: [Event::Ready { build: text() }];
        Reading: [Event::Reading { name: text() }];
        Summary: tenant::summaries(&summary()).into_iter().map(|it| Event::Summary(Box::new(it))).collect::<Vec<_>>();
        Window: [Event::Window(Window { start: 0, total: 9, rows: rows() })];
        Detail: rows().into_iter().map(|row| Event::Detail(Box::new(detail(row)))).collect::<Vec<_>>();
        Copied: [None, Some(text())].map(|text| Event::Copied(Copied { rows: 3, text }));
        Tried: [Event::Tried(Box::new(tried()))];
        ColumnTexts: [Event::ColumnTexts(ColumnTexts { file: 2, column: u16::MAX, texts: vec![(text(), 7)], others: 9 })];
        Preview: made().into_iter().map(|made| Event::Preview(Preview { field: Field::Description, template: text(), made })).collect::<Vec<_>>();
        NeedToken: freshness().into_iter().map(|freshness| Event::NeedToken { freshness }).collect::<Vec<_>>();
        Connection: connections().into_iter().map(Event::Connection).collect::<Vec<_>>();
        Progress: waits().into_iter().map(|why| Event::Progress(Box::new(progress(why)))).collect::<Vec<_>>();
        Runs: journals().into_iter().map(|journal| Event::Runs { journal, runs: runs() }).collect::<Vec<_>>();
        NotOpened: refusals().into_iter().map(Event::NotOpened).collect::<Vec<_>>();
        Report: reports();
        Export: [Event::Export { files: vec![ExportFile { name: text(), media_type: text() }] }];
        Tenant: tenant::states().into_iter().map(Event::Tenant).collect::<Vec<_>>();
        TenantWindow: [Event::TenantWindow(tenant::window())];
        TenantDetail: tenant::details().into_iter().map(|it| Event::TenantDetail(Box::new(it))).collect::<Vec<_>>();
        Failed: [Event::Failed { place: text() }];
    }
    made -> Made {
        Text: [Made::Text(text())];
        NoRow: [Made::NoRow];
        Fault: [Made::Fault(Finding::TemplateField { name: text() })];
    }
    freshness -> Freshness {
        Cached: [Freshness::Cached];
        Renewed: [Freshness::Renewed];
    }
    connections -> Connection {
        Checking: [Connection::Checking];
        Open: [Connection::Open];
        Closed: closed().into_iter().map(|reason| Connection::Closed { reason, api_base: text() }).collect::<Vec<_>>();
    }
    closed -> Closed {
        CrossOrigin: [Closed::CrossOrigin];
        Unreachable: [Closed::Unreachable];
        SignIn: [Closed::SignIn { code: text() }];
        Permission: [Closed::Permission { code: text(), message: text() }];
        Unexpected: [Closed::Unexpected { status: 503, message: text() }];
    }
    waits -> Waiting {
        Nothing: [Waiting::Nothing];
        Answers: [Waiting::Answers];
        Quota: [Waiting::Quota { until: LATE }];
        Retry: [None, Some(429)].map(|status| Waiting::Retry { until: LATE, status });
        Paused: [Waiting::Paused];
        Trouble: [(None, Some(LATE)), (Some(500), None)].map(|(status, until)| Waiting::Trouble { status, message: text(), until });
        SignIn: [Waiting::SignIn { code: text() }];
        Offline: [Waiting::Offline];
        Listing: [Waiting::Listing];
        Journal: [Waiting::Journal { message: text() }];
    }
    batches -> BatchState {
        Waiting: [BatchState::Waiting];
        InFlight: [BatchState::InFlight];
        Retry: [BatchState::Retry];
        Accepted: [BatchState::Accepted];
        Partly: [BatchState::Partly];
        Rejected: [BatchState::Rejected];
        Unconfirmed: [BatchState::Unconfirmed];
        NotSent: [BatchState::NotSent];
    }
    journals -> JournalState {
        Kept: [(true, 0), (false, 7)].map(|(persisted, unread)| JournalState::Kept { persisted, unread });
        Unavailable: [JournalState::Unavailable { message: text() }];
    }
    refusals -> NotOpened {
        Elsewhere: [NotOpened::Elsewhere];
        Busy: [NotOpened::Busy];
        NothingToSend: [NotOpened::NothingToSend];
        Storage: [NotOpened::Storage { message: text() }];
        OtherAccount: [NotOpened::OtherAccount { account: account() }];
        OtherBase: [NotOpened::OtherBase { api_base: text() }];
        Gone: [NotOpened::Gone];
        Damaged: [NotOpened::Damaged];
        Newer: [NotOpened::Newer { format: 2 }];
        ReadOtherwise: [NotOpened::ReadOtherwise];
        NoRunFile: [NotOpened::NoRunFile];
        PartMissing: [NotOpened::PartMissing];
        Unlisted: [NotOpened::Unlisted];
        UnlistedAgain: [None, Some(Closed::Unreachable)].map(|reason| NotOpened::UnlistedAgain { at: WallTime(7), reason });
        TenantChanged: [NotOpened::TenantChanged(TenantChange {
            since: WallTime(7), before: Fates { create: 3, ..Fates::default() }, now: Fates::default(),
            otherwise: 2, written: 1,
        })];
        Guarded: [NotOpened::Guarded(vec![Guarded {
            list: text(), stops: true, rows: 3, overridden: 0, set: 0, example: text(),
        }])];
    }
    stops -> Stopped {
        Cancelled: [Stopped::Cancelled];
        Unfinished: [Stopped::Unfinished];
        Gate: closed().into_iter().map(Stopped::Gate).collect::<Vec<_>>();
        Forbidden: [Stopped::Forbidden { code: text(), message: text() }];
        WrongHost: [Stopped::WrongHost { status: 404 }];
        OverQuota: [Stopped::OverQuota { message: text() }];
    }
    outcomes -> Outcome {
        Accepted: [None, Some(text())].map(|id| Outcome::Accepted { id });
        Rejected: [None, Some(text())].map(|target| Outcome::Rejected { reason: text(), target });
        Unconfirmed: [Outcome::Unconfirmed];
        NotSent: unsent().into_iter().map(|reason| Outcome::NotSent { reason }).collect::<Vec<_>>();
    }
    unsent -> NotSent {
        Unchanged: [NotSent::Unchanged];
        OverQuota: [NotSent::OverQuota];
        LeftOut: [NotSent::LeftOut];
        Guarded: [NotSent::Guarded];
        Cancelled: [NotSent::Cancelled];
    }
    verdicts -> Verdict {
        Ready: [Verdict::Ready];
        Duplicate: [Verdict::Duplicate];
        Conflict: [Verdict::Conflict];
        Refused: [Verdict::Refused];
        Ignored: [Verdict::Ignored];
    }
}

fn steps() -> Steps {
    let done = |did| Some(Done { did, rows: 3 });
    Steps {
        back: done(Did::Fixed(Fix::LeaveOut)),
        forward: done(Did::Wrote(Field::ALL.into())),
        taken: 3,
    }
}

fn tried() -> Tried {
    Tried {
        row: 3,
        texts: field_texts(),
        verdict: Verdict::Ready,
        changes: vec![change()],
        diagnostics: vec![diagnostic()],
    }
}

fn counts() -> Counts {
    Counts {
        records: 15,
        ready: 1,
        duplicate: 2,
        conflict: 3,
        refused: 4,
        ignored: 5,
    }
}

fn diagnostic() -> Diagnostic {
    let finding = Finding::TooLarge {
        bytes: 1 << 40,
        most: 1 << 30,
    };
    Diagnostic::new(finding, Place::line(7))
}

fn change() -> Change {
    Change {
        kind: ChangeKind::Refanged,
        field: Field::IndicatorValue,
        before: Cow::Borrowed("[.]"),
        after: Cow::Borrowed("."),
        times: 2,
        at: vec![3, 9],
    }
}

fn file(reading: Option<Reading>) -> SourceFile {
    SourceFile {
        name: text(),
        kind: text(),
        encoding: text(),
        bytes: 1 << 40,
        records: 2,
        ready: 1,
        reading,
        kinds: kinds(),
        columns: vec![ColumnView {
            name: String::new(),
            samples: vec![text()],
        }],
        diagnostics: vec![diagnostic()],
    }
}

fn summary() -> Summary {
    let files = readings().into_iter().map(|reading| file(Some(reading)));
    let example = |example| Rewriting {
        kind: ChangeKind::Refanged,
        rows: 1,
        example,
    };
    let cause = |gravity| Cause {
        code: text(),
        gravity,
        count: 1,
        example: diagnostic(),
        example_value: text(),
        fixes: fixes(),
    };
    Summary {
        files: files.chain([file(None)]).collect(),
        counts: counts(),
        by_type: types().flatten().map(|kind| (kind, 1)).collect(),
        by_action: Action::ALL.iter().map(|action| (*action, 1)).collect(),
        causes: [Gravity::Error, Gravity::Warning, Gravity::Note]
            .map(cause)
            .into(),
        changes: [None, Some(change())].map(example).into(),
        changed: 1,
        weaker_hashes: 2,
        entries: 3,
        deletions: 0,
        calls: 4,
        calls_per_window: 5,
        steps: steps(),
        asked: true,
        purpose: Purpose::Import,
        outlook: None,
        guard: GuardState::Unloaded,
        guarded: Vec::new(),
        held: unsent().into_iter().map(|why| (why, 1)).collect(),
    }
}

/// Rows of every verdict and every outcome, with all that a row may have and without.
fn rows() -> Vec<RowView> {
    let outcomes = outcomes().into_iter().map(Some).chain([None]);
    let of = |outcome: Option<Outcome>| {
        verdicts()
            .into_iter()
            .map(move |verdict| row(verdict, outcome.clone()))
    };
    outcomes.flat_map(of).collect()
}

fn row(verdict: Verdict, outcome: Option<Outcome>) -> RowView {
    let is_full = outcome.is_some();
    let twin = Twin {
        row: 1,
        file: 2,
        line: 3,
        action: None,
    };
    RowView {
        row: 1,
        file: 2,
        line: 3,
        verdict,
        outcome,
        indicator_type: is_full.then_some(IndicatorType::IpAddress),
        value: text(),
        given: is_full.then(text),
        action: is_full.then_some(Action::Warn),
        action_given: is_full.then(text),
        severity: is_full.then_some(Severity::Low),
        expires: is_full.then_some(LATE),
        title: text(),
        finding: is_full.then(diagnostic),
        twin: is_full.then_some(twin),
        left_out: is_full,
        fate: is_full.then_some(Fate::TenantConflict),
        caught: is_full.then(tenant::caught),
        held: is_full.then_some(NotSent::Guarded),
    }
}

fn detail(view: RowView) -> Detail {
    let attempt = |status| AttemptView {
        batch: 1,
        attempt: Attempt {
            at: LATE,
            millis: 7,
            status,
        },
    };
    Detail {
        generate_alert: view.expires.is_some().then_some(true),
        view,
        source: Excerpt {
            before: text(),
            value: String::new(),
            after: text(),
        },
        changes: vec![change()],
        diagnostics: vec![diagnostic()],
        fixes: fixes(),
        texts: field_texts(),
        attempts: [None, Some(200)].map(attempt).into(),
        description: text(),
        recommended_actions: text(),
        rbac_group_names: vec![text()],
        tenant: Some(tenant::compared()),
    }
}

fn progress(why: Waiting) -> Progress {
    let batch = |state| BatchView {
        number: 1,
        first: 1,
        items: 500,
        state,
        rejected: 0,
        status: (state == BatchState::Partly).then_some(200),
        tries: 1,
        millis: 3,
    };
    Progress {
        entries: 9,
        accepted: 1,
        rejected: 2,
        in_flight: 3,
        unconfirmed: 2,
        waiting: 1,
        quota_used: 4,
        quota: 30,
        seconds_left: (why == Waiting::Nothing).then_some(7),
        why,
        cancelling: true,
        extra_calls: 5,
        searched: 6,
        by_state: batches().into_iter().map(|state| (state, 1)).collect(),
        batches: batches().into_iter().map(batch).collect(),
    }
}

fn runs() -> Vec<RunView> {
    let of = |route| RunView {
        run: run(),
        account: account(),
        api_base: text(),
        started: LATE,
        ended: (route == Route::Batches).then_some(LATE),
        is_running: true,
        files: vec![text()],
        route,
        entries: 9,
        deletions: 2,
        accepted: 1,
        rejected: 2,
        unconfirmed: 3,
        not_sent: 3,
        expires: LATE,
        from_file: true,
        purpose: Purpose::Undo {
            run: run(),
            started: LATE,
        },
        left_alone: 2,
        undone: Some(Undone {
            by: run(),
            at: LATE,
            partly: true,
        }),
    };
    routes().into_iter().map(of).collect()
}

fn reports() -> Vec<Event> {
    let of = |stopped: Option<Stopped>| ReportSummary {
        run: stopped.is_some().then(run),
        from_file: stopped.is_none(),
        account: account(),
        api_base: text(),
        purpose: Purpose::Undo {
            run: run(),
            started: LATE,
        },
        started: LATE,
        ended: LATE,
        calls: 3,
        counts: counts(),
        accepted: 1,
        rejected: 0,
        unconfirmed: 0,
        not_sent: 0,
        deleted: 5,
        restored: 6,
        undeletable: 8,
        left_alone: 7,
        on_list_of: None,
        reasons: vec![Reason {
            text: text(),
            rows: 2,
        }],
        stopped,
    };
    let stops = stops().into_iter().map(Some).chain([None]);
    stops.map(|it| Event::Report(Box::new(of(it)))).collect()
}
