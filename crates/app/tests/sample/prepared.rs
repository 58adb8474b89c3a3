//! Runs that take back or delete, as the worker would tell them.

use ioculate_core::{
    change::Field,
    check::Verdict,
    diagnostic::{Diagnostic, Finding},
    import::{NotSent, Outcome},
    indicator::{Action, IndicatorType},
    journal::{JournalState, RunId, RunView, Undone},
    session::{
        Compared, Counts, Detail, Event, Fate, Fates, FieldDifference, Outlook, Purpose, Reason,
        ReportSummary, RowView, Summary, Window,
    },
};

use super::{NOVEMBER, cause, detail, file, report, row, run, summary};

/// The purpose of an undo of the third of [`super::runs`].
pub(crate) fn undo() -> Purpose {
    Purpose::Undo {
        run: RunId("c".to_owned()),
        started: NOVEMBER,
    }
}

fn changed() -> Finding {
    Finding::LeftChanged {
        by: "bob@contoso.example".to_owned(),
        at: "2026-11-22T09:40:00Z".to_owned(),
    }
}

fn outlook(delete: u32, restore: u32, left_out: u32) -> Outlook {
    let fates = Fates {
        delete,
        restore,
        ..Fates::default()
    };
    Outlook {
        fates,
        sent: Fates {
            delete: delete - left_out,
            ..fates
        },
        at: NOVEMBER,
        used: 9_120,
        most: 15_000,
        freed: 0,
        added: u32::from(restore > 0) * 2,
        deleted: delete - left_out,
        replaceable: 0,
        is_part: false,
        unseen_groups: Vec::new(),
    }
}

/// An undo that deletes and restores, of which one row was left out and some are left alone.
pub(crate) fn review() -> Summary {
    Summary {
        files: vec![file(910, Vec::new())],
        counts: Counts {
            records: 910,
            ready: 903,
            ignored: 7,
            ..Counts::default()
        },
        by_type: vec![(IndicatorType::Url, 800), (IndicatorType::IpAddress, 102)],
        by_action: vec![(Action::Block, 900), (Action::Allowed, 2)],
        causes: vec![
            cause(changed(), 5, "evil.example"),
            cause(Finding::LeftAsItWas { is_gone: true }, 2, "gone.example"),
        ],
        changes: Vec::new(),
        changed: 0,
        weaker_hashes: 0,
        entries: 902,
        calls: 3,
        purpose: undo(),
        outlook: Some(outlook(600, 303, 1)),
        held: vec![(NotSent::LeftOut, 1)],
        ..summary()
    }
}

/// A deletion of which nothing is left.
pub(crate) fn deletion() -> Summary {
    Summary {
        counts: Counts {
            records: 2,
            ready: 2,
            ..Counts::default()
        },
        causes: Vec::new(),
        entries: 2,
        calls: 1,
        purpose: Purpose::Delete,
        outlook: Some(outlook(2, 0, 0)),
        held: Vec::new(),
        ..review()
    }
}

/// One row of each kind.
pub(crate) fn window() -> Window {
    let of = |place, fate, value: &str| RowView {
        fate: Some(fate),
        ..row(place, Verdict::Ready, IndicatorType::DomainName, value)
    };
    let left = |place, finding: Finding, value: &str| RowView {
        finding: Some(Diagnostic {
            finding,
            place: super::at(place),
        }),
        ..row(place, Verdict::Ignored, IndicatorType::DomainName, value)
    };
    Window {
        start: 0,
        total: 910,
        rows: vec![
            of(0, Fate::Delete, "made.example"),
            of(1, Fate::Restore, "updated.example"),
            RowView {
                left_out: true,
                held: Some(NotSent::LeftOut),
                ..of(2, Fate::Delete, "kept.example")
            },
            left(3, changed(), "evil.example"),
            left(4, Finding::LeftAsItWas { is_gone: true }, "gone.example"),
        ],
    }
}

/// A restore: what is there, and what was.
pub(crate) fn restored() -> Detail {
    let difference = |field, now: &str, then: Option<&str>| FieldDifference {
        field,
        now: Some(now.to_owned()),
        then: then.map(str::to_owned),
        given: true,
    };
    Detail {
        view: window().rows.remove(1),
        changes: Vec::new(),
        diagnostics: Vec::new(),
        tenant: Some(Compared {
            id: Some("4101".to_owned()),
            fields: vec![
                difference(Field::Title, "new", Some("<i>old</i>")),
                difference(Field::ExpirationTime, "2027-02-20T00:00:00Z", None),
            ],
            ..Compared::default()
        }),
        ..detail()
    }
}

/// A deletion by id, with nothing else to do about it than to leave it out.
pub(crate) fn deleted() -> Detail {
    Detail {
        view: window().rows.remove(0),
        tenant: Some(Compared {
            id: Some("4102".to_owned()),
            ..Compared::default()
        }),
        ..restored()
    }
}

/// The runs of [`super::runs`] and an undo and a deletion; the third was undone in part.
pub(crate) fn runs() -> Event {
    let undone = RunView {
        undone: Some(Undone {
            by: RunId("u".to_owned()),
            at: NOVEMBER,
            partly: true,
        }),
        ..run("c", "isac-weekly.xlsx", Some(NOVEMBER))
    };
    let undo = RunView {
        purpose: undo(),
        accepted: 902,
        rejected: 0,
        unconfirmed: 0,
        not_sent: 0,
        ..run("u", "changes to the tenant", Some(NOVEMBER))
    };
    let deletion = RunView {
        purpose: Purpose::Delete,
        undone: Some(Undone {
            by: RunId("w".to_owned()),
            at: NOVEMBER,
            partly: false,
        }),
        ..run("d", "changes to the tenant", Some(NOVEMBER))
    };
    Event::Runs {
        journal: JournalState::Kept {
            persisted: true,
            unread: 0,
        },
        runs: vec![deletion, undo, undone],
    }
}

/// The report of [`review`], all of it done.
pub(crate) fn done() -> ReportSummary {
    ReportSummary {
        run: Some(RunId("u".to_owned())),
        purpose: undo(),
        counts: review().counts,
        accepted: 902,
        rejected: 0,
        unconfirmed: 0,
        not_sent: 1,
        deleted: 599,
        restored: 303,
        left_alone: 7,
        on_list_of: None,
        reasons: Vec::new(),
        ..report(None)
    }
}

/// The same, where nothing could be deleted.
pub(crate) fn refused() -> ReportSummary {
    ReportSummary {
        accepted: 303,
        rejected: 599,
        deleted: 0,
        undeletable: 599,
        reasons: vec![Reason {
            text: "Delegated callers may not delete.".to_owned(),
            rows: 599,
        }],
        ..done()
    }
}

/// Rows of [`done`].
pub(crate) fn after() -> Window {
    let mut window = window();
    for row in &mut window.rows[..2] {
        row.outcome = Some(Outcome::Accepted {
            id: Some("4101".to_owned()),
        });
    }
    window.rows[2].outcome = Some(Outcome::NotSent {
        reason: NotSent::LeftOut,
    });
    window
}
