//! The tenant, what a run would make of it, and what the guard says, as the worker would tell it.

use ioculate_core::{
    change::Field,
    check::Verdict,
    clock::WallTime,
    import::NotSent,
    indicator::{Action, IndicatorType, Severity},
    session::{
        Beside, Caught, Closed, Compared, Detail, Fate, Fates, FieldDifference, GuardState,
        Guarded, Outlook, Override, RowView, SameFile, Steps, Summary, TenantChange, TenantDetail,
        TenantRow, TenantState, TenantSums, TenantWindow, Window, Wins,
    },
};

use super::{NOVEMBER, detail, row, summary};

pub(crate) fn known() -> TenantState {
    TenantState::Known(Box::new(sums()))
}

fn sums() -> TenantSums {
    TenantSums {
        at: NOVEMBER,
        account: "ann@contoso.example".to_owned(),
        is_stale: false,
        held: 1_120,
        is_part: false,
        most: 15_000,
        foreign: 12,
        unread: 3,
        freed: 40,
        expiring: 200,
        expired: 0,
        conflicts: 7,
        same_files: 0,
        mine: 0,
        by_type: vec![(IndicatorType::Url, 1_120)],
        by_action: vec![(Action::Block, 1_120)],
        groups: vec![("Servers".to_owned(), 40)],
    }
}

/// A tenant with something of everything.
pub(crate) fn full() -> TenantSums {
    TenantSums {
        expired: 31,
        same_files: 4,
        mine: 388,
        by_type: vec![
            (IndicatorType::Url, 700),
            (IndicatorType::DomainName, 300),
            (IndicatorType::FileSha256, 105),
        ],
        by_action: vec![(Action::Block, 1_000), (Action::Allowed, 105)],
        ..sums()
    }
}

pub(crate) fn empty() -> TenantState {
    TenantState::Known(Box::new(TenantSums {
        held: 0,
        foreign: 0,
        unread: 0,
        by_type: Vec::new(),
        by_action: Vec::new(),
        ..sums()
    }))
}

/// Rows of each kind: hostile, expired, soon to expire, without an id.
pub(crate) fn rows() -> TenantWindow {
    let of = |place: u32, value: &str| TenantRow {
        place,
        id: Some((4_101 + place).to_string()),
        indicator_type: IndicatorType::DomainName,
        value: value.to_owned(),
        action: Action::Block,
        severity: Some(Severity::High),
        title: "Feed 11".to_owned(),
        expires: None,
        created: Some(NOVEMBER),
        updated: None,
        created_by: "ann@contoso.example".to_owned(),
        rbac_group_names: Vec::new(),
        beside: Vec::new(),
    };
    let in_days = |days: i64| Some(WallTime(NOVEMBER.0 + days * 86_400_000));
    let rows = vec![
        TenantRow {
            expires: in_days(90),
            ..of(0, "evil.example")
        },
        TenantRow {
            expires: in_days(3),
            action: Action::Allowed,
            beside: vec![Action::Block, Action::Warn],
            ..of(7, "login.partner.example")
        },
        TenantRow {
            expires: in_days(-3),
            id: None,
            ..of(3, "old.example")
        },
        TenantRow {
            title: "<img src=x onerror=alert(1)>".to_owned(),
            created_by: "<script>bob</script>".to_owned(),
            ..of(4, "a\u{202e}<b>.example")
        },
    ];
    TenantWindow {
        start: 0,
        total: 1_105,
        deletable: 1_104,
        rows,
    }
}

/// The second of them in full, with hostile fields.
pub(crate) fn one() -> TenantDetail {
    let field = |name: &str, said: &str| (name.to_owned(), said.to_owned());
    TenantDetail {
        row: rows().rows.remove(1),
        fields: vec![
            field("id", "4108"),
            field("indicatorValue", "login.partner.example"),
            field("title", "<script>alert(1)</script>\u{202e}"),
            field("<b>name</b>", "[{\"a\":1}]"),
            field("creationTimeDateTimeUtc", "2026-01-02T00:00:00.1234567Z"),
        ],
        beside: vec![Beside {
            id: Some("4102".to_owned()),
            action: Action::Block,
            title: "<b>Partner</b>\u{202e}".to_owned(),
            created_by: "bob@contoso.example".to_owned(),
            rbac_group_names: vec!["Servers".to_owned()],
            wins: Wins::Row,
        }],
        same_file: vec![SameFile {
            indicator_type: IndicatorType::FileSha1,
            value: "a".repeat(40),
            action: Action::Block,
            wins: Wins::Tenant,
        }],
    }
}

pub(crate) fn failed() -> TenantState {
    TenantState::Failed {
        reason: Closed::Unreachable,
    }
}

fn outlook() -> Outlook {
    let fates = Fates {
        create: 12_104,
        update: 903,
        unchanged: 662,
        tenant_conflict: 100,
        ..Fates::default()
    };
    Outlook {
        fates,
        sent: Fates {
            create: 12_103,
            unchanged: 0,
            ..fates
        },
        at: NOVEMBER,
        used: 1_120,
        most: 15_000,
        freed: 40,
        added: 12_203,
        deleted: 0,
        replaceable: 0,
        is_part: false,
        unseen_groups: Vec::new(),
    }
}

fn guarded(list: &str, stops: bool, rows: u32, example: &str) -> Guarded {
    Guarded {
        list: list.to_owned(),
        stops,
        rows,
        overridden: 0,
        set: u32::from(stops),
        example: example.to_owned(),
    }
}

/// Compared with a tenant that has room for all; the guard holds one row back.
pub(crate) fn compared() -> Summary {
    Summary {
        entries: 13_106,
        deletions: 100,
        by_action: vec![(Action::Block, 9_411), (Action::Audit, 3_695)],
        calls: 27,
        outlook: Some(outlook()),
        guard: GuardState::Loaded {
            source: "pymispwarninglists 1.7.0".to_owned(),
            date: "2025-12-23".to_owned(),
            licence: "CC0-1.0".to_owned(),
        },
        guarded: vec![
            guarded("guard-own", true, 1, "portal.contoso.example"),
            guarded("guard-cloud", false, 17, "198.51.100.7"),
        ],
        held: vec![(NotSent::Unchanged, 662), (NotSent::Guarded, 1)],
        steps: Steps::default(),
        asked: false,
        ..summary()
    }
}

/// What overrides the guard there.
pub(crate) fn own_names() -> Override {
    Override {
        list: "guard-own".to_owned(),
        row: None,
        set: 1,
    }
}

/// The same, with the guard overridden.
pub(crate) fn overridden() -> Summary {
    let mut summary = compared();
    summary.entries += 1;
    summary.asked = true;
    summary.held.truncate(1);
    summary.guarded[0].overridden = 1;
    if let Some(outlook) = &mut summary.outlook {
        outlook.sent.create += 1;
        outlook.added += 1;
    }
    summary
}

/// Compared with a tenant that is nearly full; conflicts are replaced, and no list of the guard is
/// there.
pub(crate) fn over_quota() -> Summary {
    let fates = Fates {
        create: 2_904,
        over_quota: 9_200,
        ..outlook().fates
    };
    Summary {
        entries: 3_907,
        by_action: vec![(Action::Block, 3_000), (Action::Audit, 907)],
        calls: 8,
        outlook: Some(Outlook {
            fates,
            sent: Fates {
                unchanged: 0,
                over_quota: 0,
                ..fates
            },
            used: 12_096,
            added: 3_004,
            deleted: 100,
            replaceable: 12,
            is_part: false,
            unseen_groups: Vec::new(),
            ..outlook()
        }),
        guard: GuardState::Missing {
            reason: "The file did not load.".to_owned(),
        },
        guarded: Vec::new(),
        held: vec![(NotSent::Unchanged, 662), (NotSent::OverQuota, 9_200)],
        steps: Steps::default(),
        asked: false,
        ..summary()
    }
}

/// A row of each fate, and one that the guard holds back.
pub(crate) fn window() -> Window {
    let of = |place, fate, value: &str| RowView {
        fate: Some(fate),
        ..row(place, Verdict::Ready, IndicatorType::DomainName, value)
    };
    let rows = vec![
        of(0, Fate::Create, "new.example"),
        of(1, Fate::Update, "renewed.example"),
        RowView {
            held: Some(NotSent::Unchanged),
            ..of(2, Fate::Unchanged, "same.example")
        },
        of(3, Fate::TenantConflict, "login.partner.example"),
        RowView {
            held: Some(NotSent::OverQuota),
            ..of(4, Fate::OverQuota, "last.example")
        },
        RowView {
            held: Some(NotSent::Guarded),
            caught: Some(caught(false)),
            ..of(5, Fate::Create, "contoso.example")
        },
    ];
    Window {
        start: 0,
        total: 14_812,
        rows,
    }
}

fn caught(overridden: bool) -> Caught {
    Caught {
        list: "guard-own".to_owned(),
        entry: "portal.contoso.example".to_owned(),
        stops: true,
        overridden,
        set: 1,
    }
}

/// A row that would change two fields, beside another action of a hostile title.
pub(crate) fn updated() -> Detail {
    let difference = |field, now: Option<&str>, then: &str, given| FieldDifference {
        field,
        now: now.map(str::to_owned),
        then: Some(then.to_owned()),
        given,
    };
    Detail {
        view: RowView {
            caught: Some(caught(true)),
            ..window().rows.remove(1)
        },
        tenant: Some(Compared {
            id: Some("4101".to_owned()),
            fields: vec![
                difference(Field::Severity, Some("Low"), "High", true),
                difference(Field::Description, None, "imported", false),
            ],
            beside: vec![Beside {
                id: Some("4102".to_owned()),
                action: Action::Allowed,
                title: "<b>Partner</b>\u{202e}".to_owned(),
                created_by: "bob@contoso.example".to_owned(),
                rbac_group_names: vec!["Servers".to_owned()],
                wins: Wins::Tenant,
            }],
            is_part: false,
        }),
        ..detail()
    }
}

/// Two rows would do something else than was reviewed, and one something to what somebody else has
/// changed.
pub(crate) fn changed() -> TenantChange {
    let Outlook { fates, at, .. } = outlook();
    TenantChange {
        since: at,
        before: fates,
        now: Fates {
            create: fates.create - 2,
            unchanged: fates.unchanged + 2,
            ..fates
        },
        otherwise: 2,
        written: 1,
    }
}
