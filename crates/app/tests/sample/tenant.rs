//! The tenant, what a run would make of it, and what the guard says, as the worker would tell it.

use ioculate_core::{
    change::Field,
    check::Verdict,
    import::NotSent,
    indicator::{Action, IndicatorType},
    session::{
        Beside, Caught, Closed, Compared, Detail, Fate, Fates, FieldDifference, GuardState,
        Guarded, Outlook, RowView, Summary, TenantState, TenantSums, Window, Wins,
    },
};

use super::{NOVEMBER, detail, row, summary};

pub(crate) fn known() -> TenantState {
    TenantState::Known(Box::new(TenantSums {
        at: NOVEMBER,
        account: "ann@contoso.example".to_owned(),
        is_stale: false,
        held: 1_120,
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
    }))
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
    }
}

fn guarded(list: &str, stops: bool, rows: u32, example: &str) -> Guarded {
    Guarded {
        list: list.to_owned(),
        stops,
        rows,
        example: example.to_owned(),
        overridden: false,
    }
}

/// Compared with a tenant that has room for all; the guard holds one row back.
pub(crate) fn compared() -> Summary {
    Summary {
        entries: 13_106,
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
        asked: false,
        ..summary()
    }
}

/// The same, with the guard overridden.
pub(crate) fn overridden() -> Summary {
    let mut summary = compared();
    summary.entries += 1;
    summary.asked = true;
    summary.held.truncate(1);
    summary.guarded[0].overridden = true;
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
            ..outlook()
        }),
        guard: GuardState::Missing {
            reason: "The file did not load.".to_owned(),
        },
        guarded: Vec::new(),
        held: vec![(NotSent::Unchanged, 662), (NotSent::OverQuota, 9_200)],
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
        }),
        ..detail()
    }
}
