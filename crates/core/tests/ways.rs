//! A plan taken elsewhere: what is written for the portal reads back as the same indicators, and no value
//! gets out of the script or the query that it stands in.

mod read;

use std::collections::BTreeSet;

use ioculate_core::{
    check::{Cidr, Policy, Verdict},
    clock::WallTime,
    indicator::{Action, IndicatorType},
    ledger::{Decided, Ledger, Replaced, Settings},
    limits::Limits,
    plan::Plan,
    report::{self, NamedFile, Shell},
    source::guarded,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const BASE: &str = "https://api.example/it's";

fn read(name: &str, bytes: impl AsRef<[u8]>) -> Ledger {
    let mut ledger = read::read(name, bytes);
    ledger.set(Settings {
        policy: Policy {
            cidr: Cidr::SingleApi,
            ..Policy::default()
        },
        ..read::settings()
    });
    ledger
}

fn planned(ledger: &Ledger) -> Plan {
    Plan::build(ledger, &Limits::documented())
}

fn text(file: &NamedFile) -> String {
    String::from_utf8(file.bytes.clone()).expect("UTF-8")
}

const EVERY_TYPE: &str = r#"{"Indicators":[
{"indicatorValue":"d41d8cd98f00b204e9800998ecf8427e","indicatorType":"FileMd5","action":"Block","title":"t","description":"d"},
{"indicatorValue":"DA39A3EE5E6B4B0D3255BFEF95601890AFD80709","indicatorType":"FileSha1","action":"Block","title":"t","description":"d"},
{"indicatorValue":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","indicatorType":"FileSha256","action":"Block","title":"t","description":"d"},
{"indicatorValue":"aa39a3ee5e6b4b0d3255bfef95601890afd80709","indicatorType":"CertificateThumbprint","action":"Allowed","title":"t","description":"d"},
{"indicatorValue":"203.0.114.9","indicatorType":"IpAddress","action":"Block","title":"t","description":"d"},
{"indicatorValue":"2a00:1450:4009:81f::200e","indicatorType":"IpAddress","action":"Block","title":"t","description":"d"},
{"indicatorValue":"203.0.114.0/28","indicatorType":"IpAddress","action":"Block","title":"t","description":"d"},
{"indicatorValue":"bad.example.com","indicatorType":"DomainName","action":"Block","title":"'@\n'@ $(id) `id` \u2019@\nBODY\n","description":"d","application":"feed"},
{"indicatorValue":"http://bad.example.com/a?b=\\%22'$(id)`id`\u00e9/","indicatorType":"Url","action":"Block","title":"t","description":"d"}
]}"#;

/// Bodies of calls, out of a script: what a shell would take for them.
fn bodies(script: &str, opens: &str, closes: &str) -> Vec<Value> {
    let mut lines = script.lines();
    let mut bodies = Vec::new();
    while let Some(line) = lines.next() {
        if line.ends_with(opens) {
            let body: Vec<&str> = lines.by_ref().take_while(|line| *line != closes).collect();
            bodies.push(serde_json::from_str(&body.join("\n")).expect("JSON"));
        }
    }
    bodies
}

#[test]
fn a_script_holds_the_bodies_and_nothing_gets_out_of_them() {
    let ledger = read("all.json", EVERY_TYPE);
    let plan = planned(&ledger);
    let limits = Limits::documented();
    let expected: Vec<Value> = report::request_bodies(&plan, &limits, plan.ids())
        .map(|file| serde_json::from_slice(&file.bytes).expect("JSON"))
        .collect();
    assert_eq!(expected.len(), 2, "a range goes by itself");
    let script = |shell| {
        let file = report::script(shell, BASE, &plan, &limits, plan.ids());
        text(&file.expect("a script"))
    };
    let (bash, power) = (script(Shell::Bash), script(Shell::PowerShell));
    assert_eq!(bodies(&bash, " <<'BODY'", "BODY"), expected);
    assert_eq!(bodies(&power, " @'", "'@"), expected);
    assert!(bash.contains(r"api='https://api.example/it'\''s'"));
    assert!(power.contains("$api = 'https://api.example/it''s'"));
    for script in [bash, power] {
        assert!(script.is_ascii());
        assert!(script.contains("9 indicators in 2 calls"));
        assert!(
            !script.contains("@api@")
                && !script.contains("@calls@")
                && !script.contains("@bodies@")
        );
    }
    assert_eq!(report::script(Shell::Bash, BASE, &plan, &limits, []), None);
}

#[test]
fn the_queries_look_for_every_value() {
    let ledger = read("all.json", EVERY_TYPE);
    let plan = planned(&ledger);
    let queries = report::hunting_queries(&plan, plan.ids());
    assert_eq!(queries.len(), 1);
    insta::assert_snapshot!(text(&queries[0]));
}

#[test]
fn a_query_has_the_searches_alone_that_have_something_to_look_for() {
    let names: Vec<String> = (0..2_500)
        .map(|at| format!("host{at}.bad.example.com"))
        .collect();
    let ledger = read("names.txt", names.join("\n"));
    let plan = planned(&ledger);
    let queries = report::hunting_queries(&plan, plan.ids());
    let names: Vec<&str> = queries.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        ["hunting-001.kql", "hunting-002.kql", "hunting-003.kql"]
    );
    let last = text(&queries[2]);
    assert_eq!(last.matches("bad.example.com").count(), 500);
    assert!(last.contains("let network") && last.contains("let names"));
    assert!(!last.contains("let files") && !last.contains("let connections"));
    assert!(last.contains("union isfuzzy=true names\n"));
}

/// What an update keeps of the tenant's is in the portal's row too: a blank there would say all devices,
/// and never.
#[test]
fn what_an_update_keeps_is_written_and_what_goes_away_is_listed() {
    let mut ledger = read(
        "rows.csv",
        "IndicatorType,IndicatorValue,Action,Title,Description\n\
         DomainName,kept.example,Block,t,d\nDomainName,new.example,Block,t,d\n",
    );
    let mut decided = Decided::default();
    decided.carry(
        0,
        r#","rbacGroupNames":["Servers"],"expirationTime":"2027-01-31T00:00:00Z""#.to_owned(),
    );
    let replaced = Replaced {
        id: "7".to_owned(),
        indicator_type: IndicatorType::DomainName,
        value: "new.example".to_owned(),
        action: Action::Audit,
    };
    decided.replace(1, vec![replaced]);
    ledger.decide(decided);
    let plan = planned(&ledger);
    let export = report::portal_csv(&ledger, &plan, plan.ids());
    let csv = text(&export.files[0]);
    let lines: Vec<&str> = csv.lines().skip(1).collect();
    assert_eq!(
        lines,
        [
            "DomainName,kept.example,2027-01-31T00:00:00.0Z,Block,,t,d,,Servers,,,",
            "DomainName,new.example,,Block,,t,d,,,,,",
        ]
    );
    assert_eq!(
        export.deleted,
        ["rows.csv line 3: new.example: Audit, id 7"]
    );
    assert!(text(&export.files[1]).starts_with("To be deleted in the portal"));
}

/// A cell as a user, a feed or an attacker may have written it.
fn cell() -> impl Strategy<Value = String> {
    "[ -~éß中\n\r\t'\"=+@,;#-]{0,12}".prop_map(|text| text.trim().to_owned())
}

fn item() -> impl Strategy<Value = Value> {
    let value = prop_oneof![
        (0..200u32).prop_map(|at| ("DomainName", format!("host{at}.bad.example.com"))),
        "[0-9a-f]{40}".prop_map(|hash| ("FileSha1", hash)),
        "[0-9a-f]{64}".prop_map(|hash| ("FileSha256", hash)),
        (1..250u8).prop_map(|last| ("IpAddress", format!("203.0.114.{last}"))),
        "[a-z0-9',;?=&%]{0,12}".prop_map(|tail| ("Url", format!("http://bad.example.com/{tail}x"))),
    ];
    let texts = (cell(), cell(), cell());
    let groups = proptest::collection::vec("[A-Za-z =+'\"-]{1,8}", 0..3);
    let action = prop_oneof![Just("Block"), Just("Audit"), Just("Allowed"), Just("Warn")];
    let expires = proptest::option::of(1..3_000i64);
    (value, texts, groups, action, expires, any::<bool>()).prop_map(
        |((kind, value), (title, description, todo), groups, action, expires, alert)| {
            let groups: BTreeSet<String> =
                groups.iter().map(|name| name.trim().to_owned()).collect();
            let groups: Vec<String> = groups.into_iter().filter(|name| !name.is_empty()).collect();
            let day = |days: i64| {
                ioculate_core::plan::moment(WallTime(read::TODAY.0 + days * 86_400_000))
            };
            json!({
                "indicatorType": kind,
                "indicatorValue": value,
                "action": action,
                "title": format!("{title}t"),
                "description": format!("{description}d"),
                "recommendedActions": format!("{todo}r"),
                "rbacGroupNames": groups,
                "mitreTechniques": ["T1000", "T1001"],
                "severity": "High",
                "expirationTime": expires.and_then(day),
                "generateAlert": alert,
            })
        },
    )
}

proptest! {
    #[test]
    fn what_is_written_for_the_portal_reads_back(items in proptest::collection::vec(item(), 1..20)) {
        let ledger = read("given.json", json!({ "Indicators": items }).to_string());
        let plan = planned(&ledger);
        let export = report::portal_csv(&ledger, &plan, plan.ids());
        prop_assume!(export.taken > 0);
        let csv = text(&export.files[0]);
        prop_assert!(csv.starts_with(
            "IndicatorType,IndicatorValue,ExpirationTime,Action,Severity,Title,Description,\
             RecommendedActions,RbacGroups,Category,MitreTechniques,GenerateAlert\r\n"
        ));
        let again = read("portal-001.csv", csv);
        let indicators = |ledger: &Ledger| -> Vec<String> {
            let ready = (0..ledger.len()).filter(|row| ledger.verdict(*row) == Verdict::Ready);
            let indicators = ready.filter_map(|row| ledger.indicator(row));
            // The name of a group that no CSV can say is listed instead.
            let said = indicators.filter(|indicator| {
                indicator.rbac_group_names.first().is_none_or(|name| guarded(name) == *name)
            });
            said.map(|indicator| format!("{indicator:?}")).collect()
        };
        prop_assert_eq!(indicators(&ledger), indicators(&again));
        prop_assert_eq!(export.taken as usize, indicators(&ledger).len());
    }

    #[test]
    fn no_value_gets_out_of_a_script_or_a_query(tail in "[^\\s]{0,24}") {
        let url = format!("http://bad.example.com/{tail}x");
        let item = json!({"indicatorType": "Url", "indicatorValue": url, "action": "Audit",
            "title": tail.clone() + "t", "description": "d"});
        let ledger = read("given.json", json!({ "Indicators": [item, {
            "indicatorType": "DomainName", "indicatorValue": "a.example", "action": "Audit", "title": "t",
            "description": "d"}] }).to_string());
        let plan = planned(&ledger);
        let limits = Limits::documented();
        let expected: Vec<Value> = report::request_bodies(&plan, &limits, plan.ids())
            .map(|file| serde_json::from_slice(&file.bytes).unwrap())
            .collect();
        for (shell, opens, closes) in [(Shell::Bash, " <<'BODY'", "BODY"), (Shell::PowerShell, " @'", "'@")] {
            let script = report::script(shell, BASE, &plan, &limits, plan.ids()).unwrap();
            prop_assert!(script.bytes.is_ascii());
            prop_assert_eq!(&bodies(&text(&script), opens, closes), &expected);
        }
        let queries = report::hunting_queries(&plan, plan.ids());
        let lists = text(&queries[0]);
        let mut lists = lists.lines().filter_map(|line| line.split_once("dynamic("));
        let all_are_lists = lists.all(|(_, list)| {
            let list = list.strip_suffix(");").unwrap_or_default();
            serde_json::from_str::<Vec<String>>(list).is_ok()
        });
        prop_assert!(all_are_lists && queries[0].bytes.is_ascii());
    }
}
