//! What the page asks.

use ioculate_core::{
    change::{ChangeKind, ChangeKinds, Field},
    check::{Cidr, Defaults, GroupDefaults, Hashes, Policy},
    guard::Own,
    indicator::{Action, IndicatorType, Severity},
    journal::Route,
    limits::Limits,
    mapping::{Mapping, Meaning, Reading, Role},
    session::{
        CaughtBy, Command, ExportKind, FieldText, Filter, Fix, RowSort, Scope, Token, VerdictFilter,
    },
    source::SourceKind,
};

use crate::{account, run, tenant, text};

every! {
    commands -> Command {
        Configure: [Command::Configure { api_base: text(), limits: Limits::documented() }];
        Protect: [Command::Protect(Own::default()), Command::Protect(own())];
        Read: [Command::Read { name: text() }];
        Paste: [Command::Paste { text: text() }];
        ReadAs: readings().into_iter().map(|reading| Command::ReadAs { file: 3, reading }).collect::<Vec<_>>();
        Clear: [Command::Clear];
        MendRest: [Command::MendRest];
        SetDefaults: defaults().map(Command::SetDefaults);
        SetPolicy: policies().into_iter().map(Command::SetPolicy).collect::<Vec<_>>();
        Rows: filters().into_iter().map(|filter| Command::Rows { filter, start: 7, count: 60 }).collect::<Vec<_>>();
        Detail: [Command::Detail { row: u32::MAX }];
        ColumnTexts: [Command::ColumnTexts { file: u16::MAX, column: 3 }];
        PreviewText: [Command::PreviewText { field: Field::Title, template: text() }];
        Fix: fix_commands();
        Write: scopes().into_iter().map(|scope| Command::Write { texts: field_texts(), scope }).collect::<Vec<_>>();
        Try: [Command::Try { row: 7, texts: field_texts() }];
        Copy: [Command::Copy { scope: Scope::Rows { rows: vec![3] } }];
        StepBack: [Command::StepBack];
        StepForward: [Command::StepForward];
        CheckConnection: [Command::CheckConnection];
        Send: routes().into_iter().map(|route| Command::Send { account: account(), route, unjournalled: true, as_listed: false }).collect::<Vec<_>>();
        Runs: [Command::Runs];
        ResumeRun: [Command::ResumeRun { run: run(), account: account() }];
        ShowRun: [Command::ShowRun { run: run() }];
        SaveRun: [Command::SaveRun { run: run() }];
        OpenRunFile: [Command::OpenRunFile];
        ForgetRun: [Command::ForgetRun { run: run() }];
        ForgetRuns: [Command::ForgetRuns];
        Pause: [Command::Pause];
        Resume: [Command::Resume];
        Cancel: [Command::Cancel];
        Token: [Command::Token(Token::new(text()))];
        SignInFailed: [Command::SignInFailed { code: text() }];
        ListTenant: [Command::ListTenant { account: account() }];
        StopListing: [Command::StopListing];
        ForgetTenant: [Command::ForgetTenant];
        TenantRows: tenant::filters().into_iter().map(|filter| Command::TenantRows { filter, start: 0, count: 9 }).collect::<Vec<_>>();
        TenantDetail: [Command::TenantDetail { place: u32::MAX }];
        TenantExport: tenant::exports();
        SetChoices: tenant::choices().into_iter().map(Command::SetChoices).collect::<Vec<_>>();
        PrepareUndo: [Command::PrepareUndo { run: run(), account: account() }];
        PrepareDelete: tenant::selected().into_iter().map(|selected| Command::PrepareDelete { selected }).collect::<Vec<_>>();
        DropPrepared: [Command::DropPrepared];
        Export: exports().into_iter().map(|kind| Command::Export { kind }).collect::<Vec<_>>();
    }
    kinds -> SourceKind {
        PortalCsv: [SourceKind::PortalCsv];
        Table: [SourceKind::Table];
        ApiJson: [SourceKind::ApiJson];
        PageWithJson: [SourceKind::PageWithJson];
        Stix: [SourceKind::Stix];
        Misp: [SourceKind::Misp];
        OpenIoc: [SourceKind::OpenIoc];
        Hosts: [SourceKind::Hosts];
        List: [SourceKind::List];
        Prose: [SourceKind::Prose];
        TenantChanges: [SourceKind::TenantChanges];
    }
    roles -> Role {
        Skip: [Role::Skip];
        Indicator: types().map(Role::Indicator).collect::<Vec<_>>();
        Field: Field::ALL.map(Role::Field);
    }
    fixes -> Fix {
        NeverExpires: [Fix::NeverExpires];
        ExpireIn: [Fix::ExpireIn { days: 90 }];
        ChooseThis: [Fix::ChooseThis];
        KeepStrictest: [Fix::KeepStrictest];
        DropPort: [Fix::DropPort];
        TitleFromFile: [Fix::TitleFromFile];
        DescriptionFromDefaults: [Fix::DescriptionFromDefaults];
        ExpandRange: [Fix::ExpandRange { cap: 256 }];
        KeepAsWritten: ChangeKind::ALL.map(|kind| Fix::KeepAsWritten { kind });
        TakeAs: [Fix::TakeAs { indicator_type: IndicatorType::DomainName }];
        Ignore: [Fix::Ignore];
        LeaveOut: [Fix::LeaveOut];
        TakeBackIn: [Fix::TakeBackIn];
        Reset: [Fix::Reset];
        Set: [Fix::Set { field: Field::Title, text: text() }];
    }
    scopes -> Scope {
        Row: [Scope::Row { row: 0 }];
        Rows: [Scope::Rows { rows: vec![3, u32::MAX] }];
        Passing: [Scope::Passing { filter: Filter::default(), except: vec![3] }];
        Code: [Scope::Code { code: text() }];
        Changed: [Scope::Changed { kind: ChangeKind::Refanged }];
        Guard: [Scope::Guard { list: text(), stops: true }];
    }
    ranges -> Cidr {
        Refuse: [Cidr::Refuse];
        Expand: [Cidr::Expand { cap: 256 }];
        SingleApi: [Cidr::SingleApi];
    }
    hashes -> Hashes {
        All: [Hashes::All];
        Strongest: [Hashes::Strongest];
    }
    states -> VerdictFilter {
        Ready: [VerdictFilter::Ready];
        Duplicate: [VerdictFilter::Duplicate];
        Conflict: [VerdictFilter::Conflict];
        Refused: [VerdictFilter::Refused];
        Ignored: [VerdictFilter::Ignored];
        Accepted: [VerdictFilter::Accepted];
        Rejected: [VerdictFilter::Rejected];
        Unconfirmed: [VerdictFilter::Unconfirmed];
        NotSent: [VerdictFilter::NotSent];
    }
    sorts -> RowSort {
        Verdict: [RowSort::Verdict];
        Value: [RowSort::Value];
        Type: [RowSort::Type];
        Action: [RowSort::Action];
        Severity: [RowSort::Severity];
        Expires: [RowSort::Expires];
        Title: [RowSort::Title];
    }
    routes -> Route {
        Batches: [Route::Batches];
        OneByOne: [Route::OneByOne];
    }
    exports -> ExportKind {
        ReportCsv: [ExportKind::ReportCsv];
        ReportJson: [ExportKind::ReportJson];
        Rejects: [ExportKind::Rejects];
        Unsent: [ExportKind::Unsent];
        PortalCsv: [ExportKind::PortalCsv];
        RequestBodies: [ExportKind::RequestBodies];
        BashScript: [ExportKind::BashScript];
        PowerShellScript: [ExportKind::PowerShellScript];
        HuntingQuery: [ExportKind::HuntingQuery];
        Deletions: [ExportKind::Deletions];
    }
}

pub(crate) fn field_texts() -> Vec<FieldText> {
    let of = |field| FieldText {
        field,
        text: text(),
    };
    Field::ALL.map(of).into()
}

fn own() -> Own {
    Own {
        names: vec![text()],
        addresses: vec![text()],
        sign_in: vec![text()],
    }
}

pub(crate) fn types() -> impl Iterator<Item = Option<IndicatorType>> {
    let types = IndicatorType::ALL.iter().copied();
    types.map(Some).chain([None])
}

pub(crate) fn readings() -> Vec<Reading> {
    let mapping = |header, meanings| Mapping {
        delimiter: '\t',
        header,
        columns: roles(),
        meanings,
    };
    let meaning = Meaning {
        column: 3,
        text: text(),
        action: Some(Action::Block),
        severity: None,
    };
    let mappings = [
        None,
        Some(mapping(None, Vec::new())),
        Some(mapping(Some(2), vec![meaning])),
    ];
    let of = |kind| mappings.clone().map(|mapping| Reading { kind, mapping });
    kinds().into_iter().flat_map(of).collect()
}

fn defaults() -> [Defaults; 2] {
    let whole = Defaults {
        action: Action::Audit,
        title: text(),
        description: String::new(),
        severity: Some(Severity::High),
        generate_alert: Some(false),
        rbac_group_names: vec![text(), String::new()],
        files: GroupDefaults {
            action: Some(Action::Block),
            severity: Some(Severity::Low),
            expires_in_days: None,
        },
        addresses: GroupDefaults {
            expires_in_days: Some(u16::MAX),
            ..GroupDefaults::default()
        },
        names: GroupDefaults::default(),
    };
    [Defaults::default(), whole]
}

fn policies() -> Vec<Policy> {
    let of = |cidr| {
        let kept = ChangeKinds::NONE.with(ChangeKind::Refanged);
        hashes().into_iter().map(move |hashes| Policy {
            cidr,
            legacy_as_written: true,
            internal_addresses: false,
            hashes,
            kept,
        })
    };
    ranges().into_iter().flat_map(of).collect()
}

fn filters() -> Vec<Filter> {
    let by_state = states().into_iter().map(|state| Filter {
        verdict: Some(state),
        ..Filter::default()
    });
    let by_fate = tenant::fates().into_iter().map(|fate| Filter {
        fate: Some(fate),
        ..Filter::default()
    });
    let whole = Filter {
        verdict: None,
        code: Some(text()),
        indicator_type: Some(IndicatorType::Url),
        action: Some(Action::Block),
        change: Some(ChangeKind::Trimmed),
        changed: true,
        fate: None,
        guard: Some(CaughtBy {
            list: text(),
            stops: true,
        }),
        text: text(),
        sort: Some(RowSort::Verdict),
        descending: true,
    };
    let by_column = sorts().into_iter().map(|sort| Filter {
        sort: Some(sort),
        ..Filter::default()
    });
    by_state
        .chain(by_column)
        .chain(by_fate)
        .chain([whole, Filter::default()])
        .collect()
}

fn fix_commands() -> Vec<Command> {
    let of = |fix: Fix| {
        scopes().into_iter().map(move |scope| Command::Fix {
            fix: fix.clone(),
            scope,
        })
    };
    fixes().into_iter().flat_map(of).collect()
}
