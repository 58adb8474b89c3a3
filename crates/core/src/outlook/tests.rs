//! One row and what the tenant holds in; a fate and its reasons out.

mod room;
mod update;

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::*;
use crate::{
    check::{Cidr, Defaults, Policy},
    ledger::Settings,
    session::{Fix, OverQuota, Scope, Wins},
    tenant::Page,
};

/// 2026-11-21T12:00:00Z.
const NOON: WallTime = WallTime(1_795_262_400_000);

const HEADER: &str =
    "IndicatorType,IndicatorValue,Action,Title,Description,ExpirationTime,RbacGroups\n";

fn settings() -> Settings {
    Settings {
        defaults: Defaults {
            action: Action::Block,
            title: "the default".to_owned(),
            description: "imported".to_owned(),
            ..Defaults::default().expiring_in(Some(30))
        },
        policy: Policy::default(),
        today: NOON,
    }
}

fn read(name: &str, text: &str) -> Ledger {
    let mut ledger = Ledger::new(settings());
    ledger.read(name, text.as_bytes().to_vec());
    ledger
}

/// A ledger of these rows under [`HEADER`].
fn rows(text: &str) -> Ledger {
    read("rows.csv", &format!("{HEADER}{text}"))
}

/// Indicators of the tenant: each a domain that is blocked, but for what is said.
fn tenant(entities: &[Value]) -> Snapshot {
    let entities = (1..).zip(entities).map(|(id, fields)| {
        let mut entity = json!({
            "id": id.to_string(), "indicatorType": "DomainName", "action": "Block", "title": "t",
            "description": "d", "severity": "Low", "generateAlert": false, "expirationTime": null,
            "rbacGroupNames": [], "mitreTechniques": [], "recommendedActions": null,
        });
        let fields = fields.as_object().expect("fields").clone();
        entity.as_object_mut().expect("fields").extend(fields);
        entity
    });
    let body = json!({ "value": entities.collect::<Vec<_>>() }).to_string();
    Snapshot::of(vec![Page::read(body.as_bytes()).expect("a page")], NOON)
}

fn domain(value: &str) -> Value {
    json!({ "indicatorValue": value })
}

fn with(value: &str, fields: Value) -> Value {
    let mut entity = fields;
    entity["indicatorValue"] = json!(value);
    entity
}

/// A tenant that holds so many at most.
fn limits(most: usize) -> Limits {
    Limits {
        tenant_indicators: most,
        ..Limits::documented()
    }
}

fn look(ledger: &mut Ledger, snapshot: &Snapshot, choices: &Choices, most: usize) -> Prospect {
    let limits = limits(most);
    let tenant = Tenant {
        snapshot,
        choices,
        limits: &limits,
        now: NOON,
    };
    let mut decided = Decided::default();
    let prospect = tenant.prospect(ledger, &mut decided);
    ledger.decide(decided);
    prospect
}

/// The fate of each row, and why it is held back or what it replaces.
fn told(ledger: &Ledger, prospect: &Prospect) -> String {
    let mut told = String::new();
    for row in 0..ledger.len() {
        let fate = prospect.fate(row).map(|fate| format!("{fate:?}"));
        let _ = write!(told, "{}", fate.as_deref().unwrap_or("-"));
        if let Some(held) = ledger.held_back(row) {
            let _ = write!(told, "!{held:?}");
        }
        for gone in ledger.replaced(row) {
            let _ = write!(told, "-{}", gone.id);
        }
        told.push(' ');
    }
    told.trim_end().to_owned()
}

fn differences(ledger: &Ledger, snapshot: &Snapshot) -> String {
    let tenant = Tenant {
        snapshot,
        choices: &Choices::default(),
        limits: &Limits::documented(),
        now: NOON,
    };
    let compared = tenant.compared(ledger, 0);
    let shown = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    let fields = compared.fields.into_iter().map(|field| {
        let given = if field.given { "" } else { " (default)" };
        let (now, then) = (shown(field.now), shown(field.then));
        format!("{}: {now} > {then}{given}", field.field)
    });
    fields.collect::<Vec<_>>().join("; ")
}

/// Holds a ledger of `a.example` against an indicator of the same value with the fields `held`.
fn stands(mut ledger: Ledger, held: &Value, fate: &str, fields: &str) {
    let mut entity = domain("a.example");
    entity
        .as_object_mut()
        .expect("fields")
        .extend(held.as_object().expect("fields").clone());
    let snapshot = tenant(&[entity]);
    let prospect = look(&mut ledger, &snapshot, &Choices::default(), 15_000);
    let row = ledger.source_of(0);
    assert_eq!(told(&ledger, &prospect), fate, "{row} {held}");
    assert_eq!(differences(&ledger, &snapshot), fields, "{row} {held}");
}

#[test]
fn a_row_has_the_fate_that_the_tenant_gives_it() {
    let all = "Block,t,d,,";
    for (row, held, fate, fields) in [
        // Nothing there, the same there, another action there.
        (all, json!({"indicatorValue": "b.example"}), "Create", ""),
        (all, json!({}), "Unchanged!Unchanged", ""),
        (all, json!({"action": "Audit"}), "TenantConflict", ""),
        (all, json!({"indicatorType": "Url"}), "Create", ""),
        (
            all,
            json!({"indicatorValue": "A.EXAMPLE "}),
            "Unchanged!Unchanged",
            "",
        ),
        // What the source gave.
        ("Block,T,d,,", json!({}), "Update", "title: t > T"),
        ("Block,t,D,,", json!({}), "Update", "description: d > D"),
        (
            "Block,t,d,2030-01-01T00:00:00Z,",
            json!({}),
            "Update",
            "expirationTime: - > 2030-01-01T00:00:00Z",
        ),
        (
            "Block,t,d,2030-01-01T00:00:00Z,",
            json!({"expirationTime": "2030-01-01T00:00:00.1234567+00:00"}),
            "Unchanged!Unchanged",
            "",
        ),
        (
            all,
            json!({"expirationTime": "2030-01-01T00:00:00Z"}),
            "Update",
            "expirationTime: 2030-01-01T00:00:00Z > -",
        ),
        (
            all,
            json!({"expirationTime": "soon"}),
            "Update",
            "expirationTime: ? > -",
        ),
        (
            "Block,t,d,,Servers",
            json!({}),
            "Update",
            "rbacGroupNames: - > Servers",
        ),
        (
            "Block,t,d,,\"B,A,B\"",
            json!({"rbacGroupNames": ["A", "B"]}),
            "Unchanged!Unchanged",
            "",
        ),
        (
            all,
            json!({"rbacGroupNames": ["A", "B"]}),
            "Update",
            "rbacGroupNames: A,B > -",
        ),
        // What a row does not send is left to the service.
        (
            all,
            json!({"severity": "High", "generateAlert": true}),
            "Unchanged!Unchanged",
            "",
        ),
        (
            all,
            json!({"recommendedActions": "r", "externalId": "e"}),
            "Unchanged!Unchanged",
            "",
        ),
        (
            all,
            json!({"application": "x", "mitreTechniques": ["T1110"]}),
            "Unchanged!Unchanged",
            "",
        ),
        // Audit always alerts, which no source has to say.
        (
            "Audit,t,d,,",
            json!({"action": "Audit"}),
            "Unchanged!Unchanged",
            "generateAlert: false > true (default)",
        ),
    ] {
        let ledger = rows(&format!("DomainName,a.example,{row}\n"));
        stands(ledger, &held, fate, fields);
    }
}

#[test]
fn defaults_alone_change_nothing() {
    let table = "indicator,severity,comment\na.example,High,d\n";
    for (name, text, held, fate, fields) in [
        (
            "list.txt",
            "a.example\n",
            json!({"title": "other", "expirationTime": "2029-01-01T00:00:00Z"}),
            "Unchanged!Unchanged",
            "expirationTime: 2029-01-01T00:00:00Z > 2026-12-21T12:00:00Z (default); \
             title: other > the default (default); description: d > imported (default)",
        ),
        (
            "list.txt",
            "a.example\n",
            json!({"rbacGroupNames": ["A"], "title": "the default", "description": "imported",
                "expirationTime": "2026-12-21T12:00:00Z"}),
            "Unchanged!Unchanged",
            "rbacGroupNames: A > - (default)",
        ),
        (
            "table.csv",
            table,
            json!({"severity": "Low", "title": "the default", "expirationTime": "2026-12-21T12:00:00Z"}),
            "Update",
            "severity: Low > High",
        ),
    ] {
        stands(read(name, text), &held, fate, fields);
    }
}

#[test]
fn what_the_user_set_counts_as_given() {
    let snapshot = tenant(&[
        json!({"indicatorValue": "a.example", "title": "the default",
        "description": "imported", "expirationTime": "2029-01-01T00:00:00Z"}),
    ]);
    let mut ledger = read("list.txt", "a.example\n");
    for (fix, fields) in [
        (
            Fix::NeverExpires,
            "expirationTime: 2029-01-01T00:00:00Z > -",
        ),
        (
            Fix::ExpireIn { days: 1 },
            "expirationTime: 2029-01-01T00:00:00Z > 2026-11-22T12:00:00Z",
        ),
    ] {
        ledger.fix(&fix, &Scope::Row { row: 0 });
        assert_eq!(differences(&ledger, &snapshot), fields);
        let prospect = look(&mut ledger, &snapshot, &Choices::default(), 15_000);
        assert_eq!(told(&ledger, &prospect), "Update");
    }
}

#[test]
fn a_legacy_action_is_held_as_what_replaced_it() {
    for (kind, value, sent, held, fate) in [
        (
            "DomainName",
            "a.example",
            "AlertAndBlock",
            "Block",
            "Unchanged!Unchanged",
        ),
        (
            "DomainName",
            "a.example",
            "AlertAndBlock",
            "BlockAndRemediate",
            "Unchanged!Unchanged",
        ),
        (
            "DomainName",
            "a.example",
            "AlertAndBlock",
            "Audit",
            "TenantConflict",
        ),
        (
            "DomainName",
            "a.example",
            "Alert",
            "Audit",
            "Unchanged!Unchanged",
        ),
        (
            "DomainName",
            "a.example",
            "Alert",
            "Block",
            "TenantConflict",
        ),
        (
            "FileMd5",
            "0123456789abcdef0123456789abcdef",
            "AlertAndBlock",
            "Block",
            "TenantConflict",
        ),
        (
            "FileMd5",
            "0123456789abcdef0123456789abcdef",
            "AlertAndBlock",
            "BlockAndRemediate",
            "Unchanged!Unchanged",
        ),
    ] {
        let mut ledger = rows(&format!("{kind},{value},{sent},t,d,,\n"));
        let policy = Policy {
            legacy_as_written: true,
            ..Policy::default()
        };
        ledger.set(Settings {
            policy,
            ..settings()
        });
        let snapshot = tenant(&[json!({"indicatorType": kind, "indicatorValue": value,
            "action": held, "generateAlert": true})]);
        let prospect = look(&mut ledger, &snapshot, &Choices::default(), 15_000);
        assert_eq!(told(&ledger, &prospect), fate, "{kind} {sent} {held}");
    }
}

/// Held as given, with another title, with another action, and not at all; and one left out.
const FIVE: &str = "DomainName,same.example,Block,t,d,,\n\
                    DomainName,other.example,Block,T,d,,\n\
                    DomainName,conflict.example,Block,t,d,,\n\
                    DomainName,new.example,Block,t,d,,\n\
                    DomainName,out.example,Block,t,d,,\n";

fn five() -> (Ledger, Snapshot) {
    let mut ledger = rows(FIVE);
    ledger.fix(&Fix::LeaveOut, &Scope::Row { row: 4 });
    let snapshot = tenant(&[
        domain("same.example"),
        domain("other.example"),
        with("conflict.example", json!({"action": "Audit"})),
        with("conflict.example", json!({"action": "Allowed"})),
    ]);
    (ledger, snapshot)
}

#[test]
fn what_the_user_chose_is_done() {
    let choices = |send_unchanged, conflicts| Choices {
        send_unchanged,
        conflicts,
        ..Choices::default()
    };
    for (choices, expected, [added, deleted]) in [
        (
            choices(false, OnConflict::AddBeside),
            "Unchanged!Unchanged Update TenantConflict Create Create!LeftOut",
            [2, 0],
        ),
        (
            choices(true, OnConflict::AddBeside),
            "Unchanged Update TenantConflict Create Create!LeftOut",
            [2, 0],
        ),
        (
            choices(false, OnConflict::LeaveOut),
            "Unchanged!Unchanged Update TenantConflict!LeftOut Create Create!LeftOut",
            [1, 0],
        ),
        (
            choices(false, OnConflict::Replace),
            "Unchanged!Unchanged Update TenantConflict-3-4 Create Create!LeftOut",
            [2, 2],
        ),
    ] {
        let (mut ledger, snapshot) = five();
        let prospect = look(&mut ledger, &snapshot, &choices, 15_000);
        assert_eq!(told(&ledger, &prospect), expected);
        let sums = &prospect.sums;
        assert_eq!([sums.added, sums.deleted], [added, deleted], "{expected}");
        assert_eq!([sums.used, sums.most], [4, 15_000]);
        let Fates {
            create,
            update,
            unchanged,
            tenant_conflict,
            over_quota,
            ..
        } = sums.fates;
        let fates = [create, update, unchanged, tenant_conflict, over_quota];
        assert_eq!(fates, [2, 1, 1, 1, 0]);
    }
}

#[test]
fn what_cannot_be_deleted_is_not_replaced() {
    let mut ledger = rows("DomainName,a.example,Block,t,d,,\n");
    let snapshot = tenant(&[
        with("a.example", json!({"action": "Audit"})),
        with("a.example", json!({"action": "Warn", "id": null})),
    ]);
    let choices = Choices {
        conflicts: OnConflict::Replace,
        ..Choices::default()
    };
    let prospect = look(&mut ledger, &snapshot, &choices, 15_000);
    assert_eq!(told(&ledger, &prospect), "TenantConflict!LeftOut");
}

#[test]
fn a_range_has_one_fate() {
    let address = |value: &str, fields: Value| {
        let mut entity = with(value, fields);
        entity["indicatorType"] = json!("IpAddress");
        entity
    };
    let same = |value: &str| address(value, json!({}));
    for (held, most, fate, added) in [
        (vec![], 9, "Create", 4),
        (vec![same("198.51.100.1")], 9, "Create", 3),
        (
            vec![address("198.51.100.1", json!({"title": "T"}))],
            9,
            "Update",
            3,
        ),
        (
            vec![
                address("198.51.100.1", json!({"title": "T"})),
                address("198.51.100.2", json!({"action": "Audit"})),
            ],
            9,
            "TenantConflict",
            3,
        ),
        (
            vec![
                same("198.51.100.0"),
                same("198.51.100.1"),
                same("198.51.100.2"),
                same("198.51.100.3"),
            ],
            9,
            "Unchanged!Unchanged",
            0,
        ),
        (vec![same("198.51.100.1")], 3, "OverQuota!OverQuota", 0),
        (vec![same("198.51.100.1")], 4, "Create", 3),
    ] {
        let mut ledger = rows("IpAddress,198.51.100.0/30,Block,t,d,,\n");
        let policy = Policy {
            cidr: Cidr::Expand { cap: 16 },
            ..Policy::default()
        };
        ledger.set(Settings {
            policy,
            ..settings()
        });
        let prospect = look(&mut ledger, &tenant(&held), &Choices::default(), most);
        assert_eq!(told(&ledger, &prospect), fate, "{held:?}");
        assert_eq!(prospect.sums.added, added, "{held:?}");
    }
}

#[test]
fn what_stands_beside_is_told_with_what_a_device_obeys() {
    let snapshot = tenant(&[
        with(
            "a.example",
            json!({"action": "Allowed", "title": "old", "createdBy": "id",
            "createdByDisplayName": "Ann"}),
        ),
        with(
            "a.example",
            json!({"action": "Warn", "rbacGroupNames": ["Servers"]}),
        ),
        with(
            "a.example",
            json!({"action": "Audit", "id": 7, "createdBy": "app"}),
        ),
        domain("b.example"),
    ]);
    let ledger = rows("DomainName,a.example,Block,t,d,,\n");
    let tenant = Tenant {
        snapshot: &snapshot,
        choices: &Choices::default(),
        limits: &Limits::documented(),
        now: NOON,
    };
    let beside = tenant.compared(&ledger, 0).beside;
    let told = beside.iter().map(|other| {
        format!(
            "{} {} {} {} {} {:?}",
            other.id.as_deref().unwrap_or("-"),
            other.action,
            other.title,
            other.created_by,
            other.rbac_group_names.join("+"),
            other.wins,
        )
    });
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            "7 Audit t app  Unknown",
            "1 Allowed old Ann  Tenant",
            "2 Warn t  Servers Tenant",
        ]
    );
    assert_eq!(beside[1].wins, Wins::Tenant);
}

/// A tenant's texts may be of any length.
#[test]
fn what_the_tenant_says_is_clipped_where_it_is_told() {
    let long = "\u{e9}".repeat(5_000);
    let snapshot = tenant(&[
        with(
            "a.example",
            json!({"title": long, "rbacGroupNames": [long]}),
        ),
        with(
            "a.example",
            json!({"action": "Audit", "title": long, "createdBy": long, "rbacGroupNames": [long]}),
        ),
    ]);
    let ledger = rows("DomainName,a.example,Block,t,d,,\n");
    let tenant = Tenant {
        snapshot: &snapshot,
        choices: &Choices::default(),
        limits: &Limits::documented(),
        now: NOON,
    };
    let compared = tenant.compared(&ledger, 0);
    let beside = &compared.beside[0];
    let fields = compared
        .fields
        .iter()
        .filter_map(|field| field.now.as_ref());
    let told = [
        &beside.title,
        &beside.created_by,
        &beside.rbac_group_names[0],
    ];
    let lengths = fields.chain(told).map(|text| text.chars().count());
    assert_eq!(lengths.collect::<Vec<_>>(), [1_000; 5]);
}

/// What is not found in a part of a list may be there.
#[test]
fn a_list_that_is_not_whole_is_said_to_be_a_part() {
    let whole = tenant(&[domain("b.example")]);
    for (snapshot, is_part) in [(whole.clone(), false), (whole.cut_short(), true)] {
        let mut ledger = rows("DomainName,a.example,Block,t,d,,\n");
        let choices = Choices::default();
        let prospect = look(&mut ledger, &snapshot, &choices, 15_000);
        let tenant = Tenant {
            snapshot: &snapshot,
            choices: &choices,
            limits: &Limits::documented(),
            now: NOON,
        };
        let compared = tenant.compared(&ledger, 0);
        assert_eq!([prospect.sums.is_part, compared.is_part], [is_part; 2]);
    }
}
