//! Who finds room in a tenant, and what makes some.

use super::*;

#[test]
fn who_finds_no_room_stays_behind() {
    let text = "DomainName,a.example,Block,t,d,2030-01-01T00:00:00Z,\n\
                DomainName,b.example,Block,t,d,,\n\
                DomainName,c.example,Block,t,d,2028-01-01T00:00:00Z,\n\
                DomainName,d.example,Block,t,d,2029-01-01T00:00:00Z,\n\
                DomainName,held.example,Block,T,d,,\n";
    let severities = ["Low", "High", "Medium", "", "Low"];
    let graded = text
        .lines()
        .zip(severities)
        .map(|(line, grade)| format!("{line},{grade}\n"));
    let text = format!(
        "{},Severity\n{}",
        HEADER.trim_end(),
        graded.collect::<String>()
    );
    for (most, rule, behind) in [
        (5, OverQuota::Last, ""),
        (4, OverQuota::Last, "3"),
        (3, OverQuota::Last, "23"),
        (3, OverQuota::First, "01"),
        (3, OverQuota::LowestSeverity, "03"),
        (4, OverQuota::LowestSeverity, "3"),
        (4, OverQuota::SoonestToExpire, "2"),
        (3, OverQuota::SoonestToExpire, "23"),
        (2, OverQuota::SoonestToExpire, "023"),
        (1, OverQuota::Last, "0123"),
        (0, OverQuota::First, "0123"),
    ] {
        let mut ledger = read("rows.csv", &text);
        let choices = Choices {
            over_quota: rule,
            ..Choices::default()
        };
        let snapshot = tenant(&[domain("held.example")]);
        let prospect = look(&mut ledger, &snapshot, &choices, most);
        let held = (0..5).filter(|&row| ledger.held_back(row) == Some(NotSent::OverQuota));
        assert_eq!(
            held.map(|row| row.to_string()).collect::<String>(),
            behind,
            "{most} {rule:?}"
        );
        let over = u32::try_from(behind.len()).expect("few");
        assert_eq!(
            [prospect.sums.fates.over_quota, prospect.sums.added],
            [over, 4 - over]
        );
        assert_eq!(prospect.fate(4), Some(Fate::Update));
    }
}

#[test]
fn what_is_replaced_makes_room() {
    // Two go away for the first row, so that the second finds room as well; the third does not.
    let mut ledger = rows(
        "DomainName,a.example,Block,t,d,,\n\
         DomainName,b.example,Block,t,d,,\n\
         DomainName,c.example,Block,t,d,,\n",
    );
    let snapshot = tenant(&[
        with("a.example", json!({"action": "Audit"})),
        with("a.example", json!({"action": "Warn"})),
        domain("held.example"),
    ]);
    let choices = Choices {
        conflicts: OnConflict::Replace,
        ..Choices::default()
    };
    let prospect = look(&mut ledger, &snapshot, &choices, 3);
    assert_eq!(
        told(&ledger, &prospect),
        "TenantConflict-1-2 Create OverQuota!OverQuota"
    );
    // Where the tenant holds more than it may, nothing that adds finds room.
    let prospect = look(&mut ledger, &snapshot, &choices, 1);
    assert_eq!(
        told(&ledger, &prospect),
        "TenantConflict-1-2 OverQuota!OverQuota OverQuota!OverQuota"
    );
}

/// In a full tenant nothing can be added beside, and replacing needs no room.
#[test]
fn what_could_replace_where_there_is_no_room_is_told() {
    let text = "DomainName,a.example,Block,t,d,,\n\
                DomainName,b.example,Block,t,d,,\n\
                DomainName,new.example,Block,t,d,,\n\
                DomainName,c.example,Block,t,d,,\n";
    let snapshot = tenant(&[
        with("a.example", json!({"action": "Audit"})),
        with("b.example", json!({"action": "Warn", "id": null})),
        with("c.example", json!({"action": "Audit"})),
    ]);
    let over = "OverQuota!OverQuota";
    for (conflicts, most, expected, replaceable) in [
        (
            OnConflict::AddBeside,
            3,
            [over, over, over, over].join(" "),
            2,
        ),
        (
            OnConflict::AddBeside,
            4,
            format!("TenantConflict {over} {over} {over}"),
            1,
        ),
        (
            OnConflict::Replace,
            3,
            format!("TenantConflict-1 TenantConflict!LeftOut {over} TenantConflict-3"),
            0,
        ),
        (
            OnConflict::LeaveOut,
            3,
            format!("{0} {0} {over} {0}", "TenantConflict!LeftOut"),
            0,
        ),
    ] {
        let mut ledger = rows(text);
        let choices = Choices {
            conflicts,
            ..Choices::default()
        };
        let prospect = look(&mut ledger, &snapshot, &choices, most);
        assert_eq!(told(&ledger, &prospect), expected, "{conflicts:?} {most}");
        assert_eq!(
            prospect.sums.replaceable, replaceable,
            "{conflicts:?} {most}"
        );
    }
}

#[test]
fn room_that_becomes_free_is_told() {
    let snapshot = tenant(&[
        with(
            "a.example",
            json!({"expirationTime": "2026-11-21T13:00:00Z"}),
        ),
        with(
            "b.example",
            json!({"expirationTime": "2026-11-22T12:00:00Z"}),
        ),
        with(
            "c.example",
            json!({"expirationTime": "2026-11-22T12:00:01Z"}),
        ),
        domain("d.example"),
        with(
            "e.example",
            json!({"expirationTime": "2026-11-20T12:00:00Z"}),
        ),
    ]);
    let prospect = look(&mut rows(""), &snapshot, &Choices::default(), 15_000);
    assert_eq!([prospect.sums.used, prospect.sums.freed], [5, 3]);
}

/// What a run deletes, or has expire later, does not become free by itself: the row, what is done about
/// conflicts, and whether the indicator that expires today frees room.
#[test]
fn what_a_run_extends_or_replaces_is_not_freed() {
    let today = "2026-11-21T13:00:00Z";
    let held = |action: &str| {
        with(
            "a.example",
            json!({"action": action, "expirationTime": today}),
        )
    };
    let json = r#"[{"indicatorType":"DomainName","indicatorValue":"a.example","action":"Block","title":"T","description":"d"}]"#;
    for (row, action, conflicts, freed) in [
        (
            "Block,t,d,2026-11-21T13:00:00Z,",
            "Block",
            OnConflict::Replace,
            1,
        ),
        (
            "Block,T,d,2026-11-21T13:00:00Z,",
            "Block",
            OnConflict::Replace,
            1,
        ),
        (
            "Block,T,d,2030-01-01T00:00:00Z,",
            "Block",
            OnConflict::Replace,
            0,
        ),
        ("Block,T,d,,", "Block", OnConflict::Replace, 0),
        ("Block,t,d,,", "Audit", OnConflict::Replace, 0),
        (
            "Block,t,d,2026-11-21T13:00:00Z,",
            "Audit",
            OnConflict::Replace,
            0,
        ),
        ("Block,t,d,,", "Audit", OnConflict::AddBeside, 1),
        ("Block,t,d,,", "Audit", OnConflict::LeaveOut, 1),
        ("", "Block", OnConflict::Replace, 1),
    ] {
        let mut ledger = match row {
            "" => read("rows.json", json),
            row => rows(&format!("DomainName,a.example,{row}\n")),
        };
        let snapshot = tenant(&[held(action), domain("b.example")]);
        let choices = Choices {
            conflicts,
            ..Choices::default()
        };
        let prospect = look(&mut ledger, &snapshot, &choices, 15_000);
        assert_eq!(prospect.sums.freed, freed, "{row} {action} {conflicts:?}");
    }
}
