//! Data as the worker would tell it. Names and addresses are reserved ones.

pub(crate) mod check;
pub(crate) mod defaults;
pub(crate) mod prepared;
pub(crate) mod tenant;

use ioculate_app::{shell::Deployment, state::Who};
use ioculate_core::{
    change::{Change, ChangeKind, Field},
    check::{Defaults, Verdict},
    clock::WallTime,
    diagnostic::{Diagnostic, Finding, Place},
    import::{Attempt, Outcome},
    indicator::{Action, IndicatorType, Severity},
    journal::{JournalState, Route, RunId, RunView},
    limits::Limits,
    mapping::{Mapping, Reading, Role},
    session::{
        Account, AttemptView, BatchState, BatchView, Cause, ColumnView, Counts, Detail, Did, Done,
        Event, Excerpt, FieldText, Fix, GuardState, Progress, Purpose, Reason, ReportSummary,
        Rewriting, RowView, SourceFile, Steps, Stopped, Summary, Tried, Twin, Waiting, Window,
    },
    source::SourceKind,
};

pub(crate) const NOVEMBER: WallTime = WallTime(1_795_269_986_000);

pub(crate) fn defaults() -> Defaults {
    Defaults {
        action: Action::Audit,
        title: String::new(),
        description: "imported".to_owned(),
        ..Defaults::default().expiring_in(Some(90))
    }
}

pub(crate) fn who() -> Who {
    Who {
        tenant: "Contoso Ltd".to_owned(),
        account: Account {
            username: "ann@contoso.example".to_owned(),
            tenant_id: "72f988bf-0000-4000-8000-000000000001".to_owned(),
            account_id: "a.t".to_owned(),
        },
    }
}

pub(crate) fn deployment() -> Deployment {
    Deployment {
        cloud: "Commercial".to_owned(),
        api_base: "https://api.security.microsoft.com".to_owned(),
        sign_in_host: "login.microsoftonline.com".to_owned(),
        client_id: "6d0b4c1e-7f0a-4b52-9b1e-52c0a4a1d3aa".to_owned(),
        scope: "https://api.securitycenter.microsoft.com/Ti.ReadWrite".to_owned(),
        parents: vec!["https://portal.contoso.example".to_owned()],
        demo: true,
        build: "3f9c1e2".to_owned(),
        limits: (15_000, 500, 30),
        single: Limits::documented().single,
        dated: Limits::documented().dated().to_vec(),
    }
}

fn file(records: u32, diagnostics: Vec<Diagnostic>) -> SourceFile {
    SourceFile {
        name: "feeds-2026-11.csv".to_owned(),
        kind: "portal CSV".to_owned(),
        encoding: "UTF-8".to_owned(),
        bytes: 2_480_112,
        records,
        ready: records.min(13_769),
        reading: None,
        kinds: Vec::new(),
        columns: Vec::new(),
        diagnostics,
    }
}

fn column(name: &str, samples: [&str; 2]) -> ColumnView {
    ColumnView {
        name: name.to_owned(),
        samples: samples.map(str::to_owned).to_vec(),
    }
}

/// A table's reading: its columns hold these.
fn reading(columns: [Role; 3]) -> Reading {
    Reading {
        kind: SourceKind::PortalCsv,
        mapping: Some(Mapping {
            delimiter: ';',
            header: Some(2),
            columns: columns.to_vec(),
            meanings: Vec::new(),
        }),
    }
}

fn table(ready: u32, columns: [Role; 3]) -> SourceFile {
    SourceFile {
        name: "export.csv".to_owned(),
        ready,
        reading: Some(reading(columns)),
        kinds: vec![SourceKind::PortalCsv, SourceKind::List],
        columns: vec![
            column("Seen", ["2026-11-01", "2026-11-02"]),
            column("", ["evil.example", "<b>198.51.100.7</b>"]),
            column("Comment", ["phish\u{202e}", "relay"]),
        ],
        ..file(
            2,
            vec![Diagnostic {
                finding: Finding::UnknownColumn {
                    name: "Seen".to_owned(),
                },
                place: Place::default(),
            }],
        )
    }
}

/// A list, and beside it a file of which nothing could be read.
pub(crate) fn unread() -> Summary {
    let unread = Diagnostic {
        finding: Finding::FileUnreadable,
        place: Place::default(),
    };
    Summary {
        files: vec![
            table(
                2,
                [Role::Skip, Role::Field(Field::IndicatorValue), Role::Skip],
            ),
            SourceFile {
                name: "report.pdf".to_owned(),
                kind: String::new(),
                ..file(0, vec![unread])
            },
        ],
        causes: Vec::new(),
        guarded: Vec::new(),
        ..summary()
    }
}

/// A table of which no column is known to hold indicators.
pub(crate) fn unclear() -> Summary {
    Summary {
        files: vec![
            file(3, Vec::new()),
            table(0, [Role::Skip, Role::Skip, Role::Field(Field::Description)]),
        ],
        ..summary()
    }
}

/// The reading that the user makes of it.
pub(crate) fn cleared_up() -> Reading {
    let value = Role::Indicator(None);
    reading([Role::Skip, value, Role::Field(Field::Description)])
}

/// What comes of it.
pub(crate) fn clear() -> Summary {
    let value = Role::Indicator(None);
    let columns = [Role::Skip, value, Role::Field(Field::Description)];
    Summary {
        files: vec![file(3, Vec::new()), table(2, columns)],
        ..summary()
    }
}

/// Fifty tables of sixty columns, all understood.
pub(crate) fn many() -> Summary {
    let mut file = clear().files.remove(1);
    let mapping = file.reading.as_mut().and_then(|it| it.mapping.as_mut());
    if let Some(mapping) = mapping {
        mapping.columns.resize(60, Role::Skip);
    }
    file.columns.resize(60, column("Note", ["a", "b"]));
    Summary {
        files: vec![file; 50],
        ..summary()
    }
}

pub(crate) fn at(line: u32) -> Place {
    Place {
        line,
        column: 0,
        field: Some(Field::IndicatorValue),
    }
}

fn port() -> Finding {
    Finding::AddressWithPort {
        address: "198.51.100.24".to_owned(),
        port: "8443".to_owned(),
    }
}

fn expired() -> Finding {
    Finding::Expired {
        given: "2021-12-12T00:00:00Z".to_owned(),
    }
}

fn cause(finding: Finding, count: u32, value: &str) -> Cause {
    Cause {
        code: finding.code().to_owned(),
        gravity: finding.gravity(),
        count,
        fixes: finding.fixes(),
        example: Diagnostic {
            finding,
            place: at(7),
        },
        example_value: value.to_owned(),
    }
}

fn rewriting(example: Change, rows: u32) -> Rewriting {
    Rewriting {
        kind: example.kind,
        rows,
        example: Some(example),
    }
}

pub(crate) fn summary() -> Summary {
    Summary {
        files: vec![file(14_812, Vec::new())],
        counts: Counts {
            records: 14_812,
            ready: 13_769,
            duplicate: 597,
            conflict: 154,
            refused: 288,
            ignored: 4,
        },
        by_type: vec![
            (IndicatorType::Url, 9_318),
            (IndicatorType::IpAddress, 4_451),
        ],
        by_action: vec![(Action::Block, 9_412), (Action::Audit, 4_357)],
        causes: vec![
            cause(port(), 23, "198.51.100.24:8443"),
            cause(expired(), 15, "old.example"),
            cause(
                Finding::Conflict {
                    line: 4_122,
                    action: Action::Allowed,
                },
                154,
                "login.partner.example",
            ),
        ],
        changes: vec![
            rewriting(
                Change::new(ChangeKind::Defaulted, Field::Description, "", "imported"),
                4_000,
            ),
            rewriting(
                Change::new(ChangeKind::Refanged, Field::IndicatorValue, "hxxp", "http"),
                3_441,
            ),
        ],
        changed: 3_441,
        weaker_hashes: 12,
        entries: 13_769,
        deletions: 0,
        calls: 28,
        calls_per_window: 30,
        purpose: Purpose::Import,
        outlook: None,
        guard: GuardState::Unloaded,
        guarded: Vec::new(),
        held: Vec::new(),
        steps: Steps::default(),
        asked: true,
    }
}

pub(crate) fn empty() -> Summary {
    Summary {
        files: vec![file(
            0,
            vec![Diagnostic {
                finding: Finding::EmptyFile,
                place: Place::default(),
            }],
        )],
        counts: Counts::default(),
        by_type: Vec::new(),
        by_action: Vec::new(),
        causes: Vec::new(),
        changes: Vec::new(),
        changed: 0,
        weaker_hashes: 0,
        entries: 0,
        deletions: 0,
        calls: 0,
        calls_per_window: 30,
        purpose: Purpose::Import,
        outlook: None,
        guard: GuardState::Unloaded,
        guarded: Vec::new(),
        held: Vec::new(),
        steps: Steps::default(),
        asked: true,
    }
}

pub(crate) fn row(row: u32, verdict: Verdict, kind: IndicatorType, value: &str) -> RowView {
    RowView {
        row,
        file: 0,
        line: row + 2,
        verdict,
        outcome: None,
        indicator_type: Some(kind),
        value: value.to_owned(),
        given: None,
        action: Some(Action::Block),
        action_given: None,
        severity: Some(Severity::High),
        expires: Some(WallTime(1_802_995_200_000)),
        title: "Phish kit".to_owned(),
        finding: None,
        twin: None,
        left_out: false,
        fate: None,
        caught: None,
        held: None,
    }
}

fn refanged() -> RowView {
    RowView {
        given: Some("hxxp://evil[.]example".to_owned()),
        expires: None,
        ..row(1, Verdict::Ready, IndicatorType::Url, "http://evil.example")
    }
}

pub(crate) fn window() -> Window {
    let first = Twin {
        row: 0,
        file: 0,
        line: 2,
        action: Some(Action::Allowed),
    };
    let rows = vec![
        row(0, Verdict::Ready, IndicatorType::IpAddress, "203.0.113.77"),
        refanged(),
        RowView {
            twin: Some(first),
            ..row(
                2,
                Verdict::Duplicate,
                IndicatorType::IpAddress,
                "203.0.113.77",
            )
        },
        RowView {
            twin: Some(first),
            ..row(
                3,
                Verdict::Conflict,
                IndicatorType::IpAddress,
                "203.0.113.77",
            )
        },
        RowView {
            finding: Some(Diagnostic {
                finding: port(),
                place: at(6),
            }),
            ..row(
                4,
                Verdict::Refused,
                IndicatorType::IpAddress,
                "198.51.100.24:8443",
            )
        },
        RowView {
            action: None,
            indicator_type: None,
            severity: None,
            expires: None,
            title: String::new(),
            ..row(5, Verdict::Ignored, IndicatorType::Url, "# a comment")
        },
        RowView {
            left_out: true,
            ..row(6, Verdict::Ready, IndicatorType::DomainName, "left.example")
        },
    ];
    Window {
        start: 0,
        total: 14_812,
        rows,
    }
}

pub(crate) fn rejected() -> Window {
    let outcome = Some(Outcome::Rejected {
        reason: "Invalid value for IndicatorValue".to_owned(),
        target: None,
    });
    let rows = vec![RowView {
        outcome,
        ..row(
            8,
            Verdict::Ready,
            IndicatorType::DomainName,
            "bad_host.example",
        )
    }];
    Window {
        start: 0,
        total: 1,
        rows,
    }
}

fn texts() -> Vec<FieldText> {
    let of = |(field, text): (Field, &str)| FieldText {
        field,
        text: text.to_owned(),
    };
    let all = [
        (Field::IndicatorValue, "http://evil.example"),
        (Field::IndicatorType, "Url"),
        (Field::Action, "Block"),
        (Field::Severity, ""),
        (Field::ExpirationTime, "2026-01-01T00:00:00Z"),
        (Field::Title, ""),
        (Field::Description, "imported"),
        (Field::GenerateAlert, "true"),
    ];
    all.map(of).into()
}

/// What would come of another title and of an action that is none.
pub(crate) fn tried() -> Tried {
    let bad = Finding::BadAction {
        given: "Burn".to_owned(),
    };
    let place = Place {
        field: Some(Field::Action),
        ..at(3)
    };
    Tried {
        row: detail().view.row,
        texts: Vec::new(),
        verdict: Verdict::Refused,
        changes: vec![
            Change::new(ChangeKind::Refanged, Field::IndicatorValue, "hxxp", "http"),
            Change::edited(Field::Title, "", "C2 of <b>November</b>"),
        ],
        diagnostics: vec![
            Diagnostic {
                finding: expired(),
                place: Place {
                    field: Some(Field::ExpirationTime),
                    ..at(3)
                },
            },
            Diagnostic {
                finding: bad,
                place,
            },
        ],
    }
}

/// A list in which something was written and something taken back.
pub(crate) fn decided() -> Summary {
    let done = |did, rows| Some(Done { did, rows });
    Summary {
        steps: Steps {
            back: done(
                Did::Wrote(vec![Field::Action, Field::ExpirationTime]),
                1_204,
            ),
            forward: done(Did::Fixed(Fix::LeaveOut), 1),
            taken: 3,
        },
        ..summary()
    }
}

/// The same one step later.
pub(crate) fn stepped() -> Summary {
    let mut summary = decided();
    summary.steps.taken += 1;
    summary
}

pub(crate) fn detail() -> Detail {
    Detail {
        view: refanged(),
        source: Excerpt {
            before: "url,".to_owned(),
            value: "hxxp://evil[.]example".to_owned(),
            after: ",Block,High".to_owned(),
        },
        changes: vec![
            Change::new(ChangeKind::Refanged, Field::IndicatorValue, "hxxp", "http"),
            Change::new(ChangeKind::Defaulted, Field::Description, "", "imported"),
        ],
        diagnostics: vec![Diagnostic {
            finding: expired(),
            place: at(3),
        }],
        attempts: Vec::new(),
        tenant: None,
        fixes: vec![
            Fix::ExpireIn { days: 90 },
            Fix::NeverExpires,
            Fix::KeepAsWritten {
                kind: ChangeKind::Refanged,
            },
            Fix::TakeAs {
                indicator_type: IndicatorType::Url,
            },
            Fix::Ignore,
            Fix::LeaveOut,
        ],
        texts: texts(),
        description: "imported".to_owned(),
        recommended_actions: String::new(),
        rbac_group_names: vec!["Servers".to_owned(), "Clients".to_owned()],
        generate_alert: Some(true),
    }
}

pub(crate) fn hostile() -> Detail {
    let evil = "<script>alert(1)</script><img src=x>\u{202e}gpj.exe";
    let change = Change::new(
        ChangeKind::Trimmed,
        Field::Title,
        evil.to_owned(),
        evil.to_owned(),
    );
    Detail {
        view: RowView {
            value: evil.to_owned(),
            title: evil.to_owned(),
            ..refanged()
        },
        source: Excerpt {
            value: evil.to_owned(),
            ..Excerpt::default()
        },
        changes: vec![change],
        diagnostics: vec![Diagnostic {
            finding: Finding::UnknownColumn {
                name: evil.to_owned(),
            },
            place: at(3),
        }],
        description: evil.to_owned(),
        rbac_group_names: vec![evil.to_owned()],
        ..detail()
    }
}

fn batch(number: u32, state: BatchState, status: Option<u16>, rejected: u32) -> BatchView {
    let tries = u32::from(state != BatchState::Waiting);
    BatchView {
        number,
        first: (number - 1) * 500 + 1,
        items: 500,
        state,
        rejected,
        status,
        tries,
        millis: tries * 1_234,
    }
}

pub(crate) fn progress(why: Waiting) -> Progress {
    Progress {
        entries: 3_000,
        accepted: 997,
        rejected: 3,
        in_flight: 500,
        unconfirmed: 0,
        waiting: 1_500,
        quota_used: 4,
        quota: 30,
        why,
        cancelling: false,
        seconds_left: Some(4),
        extra_calls: 0,
        searched: 0,
        by_state: vec![
            (BatchState::Accepted, 1),
            (BatchState::Partly, 1),
            (BatchState::Retry, 1),
            (BatchState::InFlight, 1),
            (BatchState::Waiting, 2),
        ],
        batches: vec![
            batch(1, BatchState::Accepted, Some(200), 0),
            batch(2, BatchState::Partly, Some(200), 3),
            batch(3, BatchState::Retry, Some(503), 0),
            batch(4, BatchState::InFlight, None, 0),
            batch(5, BatchState::Waiting, None, 0),
            batch(6, BatchState::Waiting, None, 0),
        ],
    }
}

pub(crate) fn report(stopped: Option<Stopped>) -> ReportSummary {
    ReportSummary {
        run: Some(RunId("c".to_owned())),
        ended: WallTime(NOVEMBER.0 + 58_000),
        calls: 29,
        counts: summary().counts,
        accepted: 13_741,
        rejected: 26,
        unconfirmed: 2,
        reasons: vec![
            Reason {
                text: "Indicator conflicts with an existing Allowed indicator".to_owned(),
                rows: 21,
            },
            Reason {
                text: "Invalid value for IndicatorValue".to_owned(),
                rows: 5,
            },
        ],
        stopped,
        ..ReportSummary::new(
            who().account,
            "https://api.security.microsoft.com".to_owned(),
            Purpose::Import,
            NOVEMBER,
        )
    }
}

fn run(id: &str, file: &str, ended: Option<WallTime>) -> RunView {
    RunView {
        run: RunId(id.to_owned()),
        account: who().account,
        api_base: "https://api.security.microsoft.com".to_owned(),
        started: WallTime(NOVEMBER.0 - 3_600_000),
        ended,
        is_running: false,
        files: vec![file.to_owned()],
        route: Route::Batches,
        entries: 11_980,
        deletions: 0,
        accepted: 7_500,
        rejected: 12,
        unconfirmed: 500,
        not_sent: 3_968,
        expires: WallTime(NOVEMBER.0 + 30 * 86_400_000),
        from_file: false,
        purpose: Purpose::Import,
        left_alone: 0,
        undone: None,
    }
}

fn kept(runs: Vec<RunView>) -> Event {
    Event::Runs {
        journal: JournalState::Kept {
            persisted: false,
            unread: 0,
        },
        runs,
    }
}

/// A run that did not finish, and two that did.
pub(crate) fn runs() -> Event {
    let past = RunView {
        accepted: 300,
        rejected: 2,
        unconfirmed: 0,
        not_sent: 0,
        entries: 302,
        files: ["pasted text", "a.csv", "b.csv"]
            .map(str::to_owned)
            .to_vec(),
        ..run("b", "", Some(NOVEMBER))
    };
    kept(vec![
        run("a", "feeds-2026-10.csv", None),
        past,
        run("c", "isac-weekly.xlsx", Some(NOVEMBER)),
    ])
}

/// Runs that whoever is signed in cannot go on with: another account's, and one that another tab is
/// at; and one of a file, with a name that is not to be believed.
pub(crate) fn others() -> Event {
    let mut other = run("d", "<b>feed</b>\u{202e}.csv", None);
    other.account = Account {
        username: "bob@fabrikam.example".to_owned(),
        tenant_id: "72f988bf-0000-4000-8000-000000000002".to_owned(),
        account_id: "b.u".to_owned(),
    };
    let busy = RunView {
        is_running: true,
        ..run("e", "list.csv", None)
    };
    let filed = RunView {
        from_file: true,
        ..run("f", "filed.csv", None)
    };
    kept(vec![other, busy, filed])
}

/// The browser keeps nothing.
pub(crate) fn nothing_kept() -> Event {
    Event::Runs {
        journal: JournalState::Unavailable {
            message: "The operation is insecure.".to_owned(),
        },
        runs: Vec::new(),
    }
}

/// One indicator a call, thousands of them, with a search for a row at fault.
pub(crate) fn one_by_one() -> Progress {
    let accepted = (1..=120).map(|number| BatchView {
        first: number + 4_000,
        items: 1,
        ..batch(number + 4_000, BatchState::Accepted, Some(200), 0)
    });
    Progress {
        entries: 13_769,
        accepted: 4_120,
        waiting: 9_649,
        rejected: 0,
        in_flight: 0,
        quota: 1_500,
        quota_used: 1_500,
        seconds_left: Some(23_160),
        extra_calls: 12,
        searched: 250,
        by_state: vec![(BatchState::Accepted, 4_120), (BatchState::Waiting, 9_649)],
        batches: accepted.collect(),
        ..progress(Waiting::Quota {
            until: WallTime(NOVEMBER.0 + 60_000),
        })
    }
}

/// A row of a report with the calls that carried it.
pub(crate) fn attempted() -> Detail {
    let attempt = |batch, seconds: i64, millis, status| AttemptView {
        batch,
        attempt: Attempt {
            at: WallTime(NOVEMBER.0 + seconds * 1_000),
            millis,
            status,
        },
    };
    Detail {
        view: rejected().rows.remove(0),
        attempts: vec![
            attempt(3, 2, 30_000, None),
            attempt(3, 34, 812, Some(400)),
            attempt(31, 37, 455, Some(200)),
        ],
        fixes: Vec::new(),
        texts: Vec::new(),
        ..detail()
    }
}

/// The report of the second of [`runs`].
pub(crate) fn past_report() -> ReportSummary {
    ReportSummary {
        started: WallTime(NOVEMBER.0 - 3_600_000),
        not_sent: 7,
        ..report(Some(Stopped::OverQuota {
            message: "Max capacity has been reached\u{202e}".to_owned(),
        }))
    }
}
