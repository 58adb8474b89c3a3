//! What is asked and told of the tenant, and of what a run would make of it.

use ioculate_core::{
    change::Field,
    indicator::{Action, IndicatorType, Severity},
    session::{
        Beside, Caught, Choices, Command, Compared, Fate, Fates, FieldDifference, GuardState,
        Guarded, OnConflict, Outlook, OverQuota, Override, Purpose, SameFile, Selected, Summary,
        TenantDetail, TenantExportKind, TenantFilter, TenantOnly, TenantRow, TenantSort,
        TenantState, TenantSums, TenantWindow, Wins,
    },
};

use crate::{LATE, commands::types, events::closed, run, text};

every! {
    export_kinds -> TenantExportKind {
        PortalCsv: [TenantExportKind::PortalCsv];
        ApiJson: [TenantExportKind::ApiJson];
    }
    selected -> Selected {
        Places: [Selected::Places { places: vec![0, 7] }];
        Passing: filters().into_iter().map(|filter| Selected::Passing { filter, except: vec![3] }).collect::<Vec<_>>();
    }
    only -> TenantOnly {
        Expiring: [TenantOnly::Expiring];
        Expired: [TenantOnly::Expired];
        Conflict: [TenantOnly::Conflict];
        SameFile: [TenantOnly::SameFile];
        Mine: [TenantOnly::Mine];
    }
    sorts -> TenantSort {
        Value: [TenantSort::Value];
        Type: [TenantSort::Type];
        Action: [TenantSort::Action];
        Severity: [TenantSort::Severity];
        Title: [TenantSort::Title];
        Expires: [TenantSort::Expires];
        Created: [TenantSort::Created];
        Updated: [TenantSort::Updated];
        CreatedBy: [TenantSort::CreatedBy];
    }
    conflicts -> OnConflict {
        AddBeside: [OnConflict::AddBeside];
        Replace: [OnConflict::Replace];
        LeaveOut: [OnConflict::LeaveOut];
    }
    behind -> OverQuota {
        Last: [OverQuota::Last];
        First: [OverQuota::First];
        LowestSeverity: [OverQuota::LowestSeverity];
        SoonestToExpire: [OverQuota::SoonestToExpire];
    }
    fates -> Fate {
        Create: [Fate::Create];
        Update: [Fate::Update];
        Unchanged: [Fate::Unchanged];
        TenantConflict: [Fate::TenantConflict];
        OverQuota: [Fate::OverQuota];
        Delete: [Fate::Delete];
        Restore: [Fate::Restore];
    }
    purposes -> Purpose {
        Import: [Purpose::Import];
        Undo: [Purpose::Undo { run: run(), started: LATE }];
        Delete: [Purpose::Delete];
    }
    guards -> GuardState {
        Unloaded: [GuardState::Unloaded];
        Loading: [GuardState::Loading];
        Loaded: [GuardState::Loaded { source: text(), date: text(), licence: text() }];
        Missing: [GuardState::Missing { reason: text() }];
    }
    states -> TenantState {
        Unknown: [TenantState::Unknown];
        Listing: [TenantState::Listing { listed: 9 }];
        Known: [TenantState::Known(Box::new(sums()))];
        Failed: closed().into_iter().map(|reason| TenantState::Failed { reason }).collect::<Vec<_>>();
    }
    wins -> Wins {
        Row: [Wins::Row];
        Tenant: [Wins::Tenant];
        Unknown: [Wins::Unknown];
    }
}

pub(crate) fn filters() -> Vec<TenantFilter> {
    let of = |only| {
        let of = move |sort| TenantFilter {
            indicator_type: Some(IndicatorType::Url),
            action: Some(Action::Block),
            severity: Some(Severity::High),
            only: Some(only),
            text: text(),
            sort: Some(sort),
            descending: true,
        };
        sorts().into_iter().map(of)
    };
    let whole = only().into_iter().flat_map(of);
    whole.chain([TenantFilter::default()]).collect()
}

pub(crate) fn exports() -> Vec<Command> {
    let of = |kind| {
        selected()
            .into_iter()
            .map(move |selected| Command::TenantExport { selected, kind })
    };
    export_kinds().into_iter().flat_map(of).collect()
}

pub(crate) fn choices() -> Vec<Choices> {
    let of = |conflicts| {
        behind().into_iter().map(move |over_quota| Choices {
            send_unchanged: true,
            conflicts,
            over_quota,
            overridden: [None, Some(7)]
                .map(|row| Override {
                    list: text(),
                    row,
                    set: 4,
                })
                .into(),
        })
    };
    let decided = conflicts().into_iter().flat_map(of);
    decided.chain([Choices::default()]).collect()
}

fn sums() -> TenantSums {
    TenantSums {
        at: LATE,
        account: text(),
        is_stale: true,
        held: 9,
        is_part: false,
        most: 15_000,
        foreign: 1,
        unread: 2,
        freed: 3,
        expiring: 4,
        expired: 6,
        conflicts: 5,
        same_files: 7,
        mine: 8,
        by_type: types().flatten().map(|kind| (kind, 1)).collect(),
        by_action: Action::ALL.iter().map(|action| (*action, 1)).collect(),
        groups: vec![(text(), 1)],
    }
}

fn row(is_full: bool) -> TenantRow {
    TenantRow {
        place: 1,
        id: is_full.then(text),
        indicator_type: IndicatorType::CertificateThumbprint,
        value: text(),
        action: Action::Warn,
        severity: is_full.then_some(Severity::Low),
        title: text(),
        expires: is_full.then_some(LATE),
        created: is_full.then_some(LATE),
        updated: is_full.then_some(LATE),
        created_by: text(),
        rbac_group_names: vec![text()],
        beside: vec![Action::Audit],
    }
}

pub(crate) fn details() -> Vec<TenantDetail> {
    let file = |wins| SameFile {
        indicator_type: IndicatorType::FileMd5,
        value: text(),
        action: Action::Block,
        wins,
    };
    let of = |is_full: bool| TenantDetail {
        row: row(is_full),
        fields: vec![(text(), text())],
        beside: compared().beside,
        same_file: wins().into_iter().map(file).collect(),
    };
    [true, false].map(of).into()
}

pub(crate) fn window() -> TenantWindow {
    TenantWindow {
        start: 0,
        total: 2,
        deletable: 1,
        rows: [true, false].map(row).into(),
    }
}

/// The summary for each purpose and with the guard in each state, with an outlook and without.
pub(crate) fn summaries(summary: &Summary) -> Vec<Summary> {
    let fates = Fates {
        create: 1,
        update: 2,
        unchanged: 3,
        tenant_conflict: 4,
        over_quota: 5,
        delete: 6,
        restore: 7,
    };
    let outlook = Outlook {
        fates,
        sent: fates,
        at: LATE,
        used: 8,
        most: 9,
        freed: 10,
        added: 11,
        deleted: 12,
        replaceable: 5,
        is_part: false,
        unseen_groups: vec![(text(), 2)],
    };
    let guarded = Guarded {
        list: text(),
        stops: true,
        rows: 1,
        overridden: 1,
        set: 4,
        example: text(),
    };
    let of = |purpose: Purpose| {
        let (outlook, guarded) = (&outlook, &guarded);
        guards().into_iter().map(move |guard| Summary {
            purpose: purpose.clone(),
            outlook: (guard == GuardState::Loading).then(|| outlook.clone()),
            guard,
            guarded: vec![guarded.clone()],
            ..summary.clone()
        })
    };
    purposes().into_iter().flat_map(of).collect()
}

pub(crate) fn caught() -> Caught {
    Caught {
        list: text(),
        entry: text(),
        stops: true,
        overridden: true,
        set: 4,
    }
}

pub(crate) fn compared() -> Compared {
    let difference = |now| FieldDifference {
        field: Field::Title,
        now,
        then: Some(text()),
        given: true,
    };
    let beside = |wins| Beside {
        id: None,
        action: Action::Allowed,
        title: text(),
        created_by: text(),
        rbac_group_names: Vec::new(),
        wins,
    };
    Compared {
        id: Some(text()),
        fields: [None, Some(text())].map(difference).into(),
        beside: wins().into_iter().map(beside).collect(),
        is_part: true,
    }
}
