//! What an update sends of what the tenant holds, and what it leaves as it is.

use std::collections::BTreeSet;

use super::*;

/// An object of the API's own without a key says nothing of that field; other objects of its file do not
/// speak for it. An empty list, `null` and an empty text are said: all devices, never.
#[test]
fn a_key_that_an_object_lacks_leaves_the_field_as_it_is() {
    let object = |more: &str| {
        format!(
            r#"{{"indicatorType":"DomainName","indicatorValue":"a.example","action":"Block","title":"t","description":"d"{more}}}"#
        )
    };
    let beside = r#"{"indicatorType":"DomainName","indicatorValue":"b.example","action":"Block","title":"t","description":"d","rbacGroupNames":["C"],"expirationTime":"2031-01-01T00:00:00Z"}"#;
    let held = json!({"rbacGroupNames": ["B", "A"], "expirationTime": "2030-01-01T00:00:00Z"});
    let groups = "rbacGroupNames: A,B > -";
    let never = "expirationTime: 2030-01-01T00:00:00Z > -";
    for (more, fate, fields, kept) in [
        ("", "Unchanged!Unchanged", "", ""),
        (
            r#","rbacGroupNames":[]"#,
            "Update",
            groups,
            "expirationTime",
        ),
        (
            r#","rbacGroupNames":null"#,
            "Update",
            groups,
            "expirationTime",
        ),
        (
            r#","rbacGroupNames":["A"]"#,
            "Update",
            "rbacGroupNames: A,B > A",
            "expirationTime",
        ),
        (
            r#","rbacGroupNames":["B","A"]"#,
            "Unchanged!Unchanged",
            "",
            "",
        ),
        (
            r#","expirationTime":null"#,
            "Update",
            never,
            "rbacGroupNames",
        ),
        (r#","expirationTime":"""#, "Update", never, "rbacGroupNames"),
        (
            r#","severity":"High""#,
            "Update",
            "severity: Low > High",
            "expirationTime,rbacGroupNames",
        ),
        (
            r#","severity":"High","rbacGroupNames":[],"expirationTime":null"#,
            "Update",
            "severity: Low > High; expirationTime: 2030-01-01T00:00:00Z > -; rbacGroupNames: A,B > -",
            "",
        ),
        (r#","severity":null"#, "Unchanged!Unchanged", "", ""),
        (r#","recommendedActions":"""#, "Unchanged!Unchanged", "", ""),
    ] {
        let mut entity = with("a.example", held.clone());
        entity["severity"] = json!("Low");
        let snapshot = tenant(std::slice::from_ref(&entity));
        for text in [
            format!("[{}]", object(more)),
            format!("[{},{beside}]", object(more)),
        ] {
            let mut ledger = read("rows.json", &text);
            let before = sent(&ledger);
            let prospect = look(&mut ledger, &snapshot, &Choices::default(), 15_000);
            let first = told(&ledger, &prospect);
            let first = first.split(' ').next().expect("a fate");
            assert_eq!(first, fate, "{more}");
            let mut fields: Vec<&str> = fields.split("; ").collect();
            let differences = differences(&ledger, &snapshot);
            let mut differences: Vec<&str> = differences.split("; ").collect();
            fields.sort_unstable();
            differences.sort_unstable();
            assert_eq!(differences, fields, "{more}");
            if fate != "Update" {
                continue;
            }
            let after = sent(&ledger);
            let names = ["expirationTime", "rbacGroupNames"];
            let names = names.iter().filter(|name| before.get(**name).is_none());
            let names: Vec<&str> = names
                .filter(|name| after.get(**name) == Some(&entity[**name]))
                .copied()
                .collect();
            assert_eq!(names.join(","), kept, "{more}");
        }
    }
}

/// Nobody says what the service makes of a field that an update leaves out.
#[test]
fn an_update_sends_what_the_tenant_has_and_the_row_says_nothing_of() {
    let full = json!({
        "title": "old", "severity": "High", "generateAlert": true, "recommendedActions": "call \"us\"",
        "educateUrl": "https://portal.example/", "externalId": "x-1", "mitreTechniques": ["T1059", "T1566"],
        "application": "feed",
    });
    let csv = |row: &str| read("rows.csv", &format!("{HEADER}{row}\n"));
    let update = "DomainName,a.example,Block,t,d,,";
    let all = "educateUrl,externalId,generateAlert,mitreTechniques,recommendedActions,severity";
    let json = r#"[{"indicatorType":"DomainName","indicatorValue":"a.example","action":"Block","title":"t","description":"d","severity":null,"externalId":"x-2"}]"#;
    for (what, mut ledger, held, expected) in [
        ("all of it", csv(update), full.clone(), all),
        (
            "of nothing nothing",
            csv(update),
            json!({"title": "old", "severity": null, "generateAlert": null}),
            "",
        ),
        (
            "but what the row has",
            read(
                "rows.csv",
                "Type,Value,Action,Title,Description,Severity\nDomainName,a.example,Block,t,d,Low\n",
            ),
            full.clone(),
            "educateUrl,externalId,generateAlert,mitreTechniques,recommendedActions",
        ),
        (
            "a null says nothing",
            read("rows.json", json),
            full.clone(),
            "educateUrl,generateAlert,mitreTechniques,recommendedActions,severity",
        ),
        (
            "not into another indicator",
            csv("DomainName,b.example,Block,t,d,,"),
            full.clone(),
            "",
        ),
        (
            "not of what is held with another action",
            csv("DomainName,a.example,Audit,t,d,,"),
            full.clone(),
            "",
        ),
    ] {
        let before = sent(&ledger);
        let held = with("a.example", held);
        let prospect = look(
            &mut ledger,
            &tenant(std::slice::from_ref(&held)),
            &Choices::default(),
            9,
        );
        let after = sent(&ledger);
        let mut names: Vec<&str> = Vec::new();
        for (name, value) in after.as_object().expect("an object") {
            if let Some(same) = before.get(name) {
                assert_eq!(value, same, "{what}: {name}");
                continue;
            }
            assert_eq!(*value, held[name], "{what}: {name}");
            names.push(name);
        }
        names.sort_unstable();
        assert_eq!(
            names.join(","),
            expected,
            "{what}: {}",
            told(&ledger, &prospect)
        );
        let kept = Ledger::kept(&ledger.keep()).expect("sound");
        assert_eq!(sent(&kept), after, "{what}: after a reload");
    }
}

/// What would be sent for the only row.
fn sent(ledger: &Ledger) -> Value {
    let plan = crate::plan::Plan::build(ledger, &Limits::documented());
    serde_json::from_slice(plan.object(crate::plan::EntryId(0))).expect("an object")
}

/// The report's own tables have a column for each field; without one of them they are tables all the same.
#[test]
fn a_table_without_a_column_for_groups_is_given_the_default() {
    let mut settings = settings();
    settings.defaults.rbac_group_names = vec!["Servers".to_owned()];
    let columns = "IndicatorType,IndicatorValue,ExpirationTime,Action,Severity,Title,Description,\
        RecommendedActions,Category,MitreTechniques,GenerateAlert,Application,EducateUrl,ExternalId";
    let row = "DomainName,a.example,2030-01-01T00:00:00Z,Block,Low,t,d,,,,,,,";
    let object = r#"[{"indicatorType":"DomainName","indicatorValue":"a.example","action":"Block","title":"t","description":"d"}]"#;
    for (name, text, groups) in [
        (
            "rejects.csv",
            format!("{columns}\n{row}\n"),
            json!(["Servers"]),
        ),
        (
            "rejects.csv",
            format!("{columns},RbacGroups\n{row},\n"),
            Value::Null,
        ),
        ("rows.json", object.to_owned(), Value::Null),
    ] {
        let mut ledger = Ledger::new(settings.clone());
        ledger.read(name, text.clone().into_bytes());
        assert_eq!(sent(&ledger)["rbacGroupNames"], groups, "{text}");
    }
}

/// Without the column and without a default nothing is kept: the row asks for all devices.
#[test]
fn a_table_leaves_nothing_open() {
    let text = "IndicatorType,IndicatorValue,ExpirationTime,Action,Severity,Title,Description,\
        RecommendedActions,Category,MitreTechniques,GenerateAlert,Application,EducateUrl,ExternalId\n\
        DomainName,a.example,,Block,High,t,d,,,,,,,\n";
    stands(
        read("rejects.csv", text),
        &json!({"rbacGroupNames": ["A"]}),
        "Update",
        "severity: Low > High; rbacGroupNames: A > - (default)",
    );
}

/// What the user decides is not left open.
#[test]
fn an_object_that_the_user_has_never_expire_expires_never() {
    let object = r#"[{"indicatorType":"DomainName","indicatorValue":"a.example","action":"Block","title":"t","description":"d"}]"#;
    let mut ledger = read("rows.json", object);
    ledger.fix(&Fix::NeverExpires, &Scope::Row { row: 0 });
    let held = json!({"expirationTime": "2030-01-01T00:00:00Z"});
    let never = "expirationTime: 2030-01-01T00:00:00Z > -";
    stands(ledger, &held, "Update", never);
}

/// A range that is expanded sends one object for each address: nothing of the tenant's own is sent along,
/// and what may be reset is told.
#[test]
fn what_a_range_takes_from_an_address_is_told() {
    let groups = json!({"rbacGroupNames": ["Servers"], "expirationTime": "2030-01-01T00:00:00Z"});
    let both = "expirationTime: 2030-01-01T00:00:00Z > -; rbacGroupNames: Servers > -";
    let rest = json!({"externalId": "x", "recommendedActions": "r", "generateAlert": true});
    for (more, held, fields) in [
        (r#","severity":"Low""#, groups.clone(), both.to_owned()),
        (
            r#","severity":"High""#,
            groups,
            format!("severity: Low > High; {both}"),
        ),
        (
            r#","generateAlert":false"#,
            rest,
            "severity: Low > -; generateAlert: true > false; recommendedActions: r > -; \
             externalId: x > -"
                .to_owned(),
        ),
    ] {
        let object = format!(
            r#"[{{"indicatorType":"IpAddress","indicatorValue":"198.51.100.0/30","action":"Block","title":"t","description":"d"{more}}}]"#
        );
        let mut ledger = read("rows.json", &object);
        let policy = Policy {
            cidr: Cidr::Expand { cap: 16 },
            ..Policy::default()
        };
        ledger.set(Settings {
            policy,
            ..settings()
        });
        let mut entity = with("198.51.100.1", held);
        entity["indicatorType"] = json!("IpAddress");
        let told = differences(&ledger, &tenant(&[entity]));
        let [told, fields] = [&told, &fields].map(|text| text.split("; ").collect::<BTreeSet<_>>());
        assert_eq!(told, fields, "{more}");
    }
}

/// Device groups, or an expiration, that cannot be read cannot be kept, and to send none would be to ask
/// for all devices.
#[test]
fn what_cannot_be_read_is_not_widened() {
    let object = |more: &str| {
        format!(
            r#"[{{"indicatorType":"DomainName","indicatorValue":"a.example","action":"Block","title":"T","description":"d"{more}}}]"#
        )
    };
    let title = "title: t > T";
    let groups = json!({"rbacGroupNames": {"name": "A"}});
    for (more, held, fate, fields) in [
        (
            "",
            groups.clone(),
            "Update!LeftOut",
            format!("{title}; rbacGroupNames: ? > -"),
        ),
        (
            "",
            json!({"expirationTime": "soon"}),
            "Update!LeftOut",
            format!("expirationTime: ? > -; {title}"),
        ),
        (
            r#","rbacGroupNames":["B"]"#,
            groups.clone(),
            "Update",
            format!("{title}; rbacGroupNames: ? > B"),
        ),
        (
            r#","rbacGroupNames":[]"#,
            groups,
            "Update",
            format!("{title}; rbacGroupNames: ? > -"),
        ),
    ] {
        stands(read("rows.json", &object(more)), &held, fate, &fields);
    }
}

/// What other clients set and no row of ours does is sent as it is written, as far as an update sets it.
#[test]
fn an_update_sends_what_other_clients_have_set() {
    let set = json!({
        "category": 8, "bypassDurationHours": 24, "notificationId": "n", "notificationBody": "Ask \"us\"",
        "historicalDetection": true, "lookBackPeriod": "P30D", "additionalInfo": {"a": [1, null]},
    });
    let all = "additionalInfo,bypassDurationHours,category,historicalDetection,lookBackPeriod,\
        notificationBody,notificationId";
    let new = json!({
        "category": 1, "bypassDurationHours": null, "notificationId": null, "notificationBody": null,
        "historicalDetection": false, "lookBackPeriod": null, "additionalInfo": null, "rbacGroupIds": [],
    });
    let of_making =
        json!({"application": "feed", "version": "2", "certificateInfo": {"issuer": "i"}});
    let odd = json!({"category": "8", "bypassDurationHours": [], "notificationBody": 7, "rbacGroupIds": 4});
    let groups = json!({"rbacGroupNames": ["B", "A"], "rbacGroupIds": [7, "8"]});
    let one = json!({"rbacGroupNames": "B", "rbacGroupIds": [7]});
    let object = |more: &str| {
        format!(
            r#"[{{"indicatorType":"DomainName","indicatorValue":"a.example","action":"Block","title":"T","description":"d","severity":"Low","generateAlert":false{more}}}]"#
        )
    };
    for (more, held, expected) in [
        ("", set, all),
        ("", new, ""),
        ("", of_making, ""),
        ("", odd, ""),
        ("", groups.clone(), "rbacGroupIds,rbacGroupNames"),
        (r#","rbacGroupNames":["C"]"#, groups.clone(), ""),
        (r#","rbacGroupNames":[]"#, groups, ""),
        ("", one, "rbacGroupIds,rbacGroupNames"),
    ] {
        let mut ledger = read("rows.json", &object(more));
        let before = sent(&ledger);
        let held = with("a.example", held);
        let choices = Choices::default();
        look(
            &mut ledger,
            &tenant(std::slice::from_ref(&held)),
            &choices,
            9,
        );
        let after = sent(&ledger);
        let mut names = Vec::new();
        for (name, value) in after.as_object().expect("an object") {
            if before.get(name).is_none() {
                let one = json!([held[name]]);
                let is_one = held[name].is_string() && value.is_array();
                assert_eq!(value, if is_one { &one } else { &held[name] }, "{name}");
                names.push(name.as_str());
            }
        }
        names.sort_unstable();
        assert_eq!(names.join(","), expected, "{held}");
        let kept = Ledger::kept(&ledger.keep()).expect("sound");
        assert_eq!(sent(&kept), after, "{held}: after a reload");
    }
}
