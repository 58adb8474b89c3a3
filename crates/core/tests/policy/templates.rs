//! Default texts with fields in braces, in every kind of source.

use ioculate_core::{
    change::Field,
    check::Defaults,
    import::History,
    indicator::{Action, Severity},
    ledger::Ledger,
    limits::Limits,
    plan::Plan,
    report::{self, Evidence},
    session::{Fix, Scope},
};
use proptest::prelude::*;

use crate::{given, read, rows, settings};

fn titled(title: &str) -> Defaults {
    Defaults {
        title: title.to_owned(),
        action: Action::Block,
        ..given()
    }
}

fn titles(ledger: &Ledger) -> Vec<String> {
    rows(ledger, |sent| sent.title.to_string())
}

/// The title, a source, and the titles of its rows.
#[test]
fn a_title_is_made_of_what_is_known_of_the_row() {
    let table: &[(&str, &str, &str, &[&str])] = &[
        (
            "{type} {value}",
            "list.txt",
            "bad[.]example\n198.51.100.7\n",
            &["DomainName bad.example", "IpAddress 198.51.100.7"],
        ),
        (
            "{file}:{line} {date} {expires}",
            "list{value}.txt",
            "\nbad.example\nda39a3ee5e6b4b0d3255bfef95601890afd80709\n",
            &[
                "list{value}.txt:2 2026-11-21 2027-02-19",
                "list{value}.txt:3 2026-11-21 never",
            ],
        ),
        ("", "list{value}.txt", "bad.example\n", &["list{value}.txt"]),
        (
            "{action} {severity} until {expires}",
            "a.csv",
            "indicatorValue,action,severity,expirationTime\nbad.example,AlertAndBlock,high,2027-01-31\nx.example,Allowed,,\n",
            &["Block High until 2027-01-31", "Allowed  until never"],
        ),
        (
            "{column:Family} ({column: note })",
            "a.csv",
            "Domain,Family,Note\nbad.example,\"Evil, \"\"Inc\"\"\",'=x\nx.example,,\n",
            &["Evil, \"Inc\" (=x)", " ()"],
        ),
        (
            "{column:Family}",
            "a.csv",
            "Domain,IP,Family\nbad.example,192.0.2.1,Evil\nx.example,,\n",
            &["Evil", "Evil", "! missing-title"],
        ),
        (
            "{column:Family}",
            "a.csv",
            "indicatorValue,Family\nbad.example,Evil\nindicatorValue,Other,Family\nx.example,no,Worse\n",
            &["Evil", "Worse"],
        ),
        (
            "{column:Family}",
            "a.csv",
            "indicatorValue,Family\nbad.example,Evil\nindicatorValue,Other\nx.example,no\n",
            &["Evil", "! template-column"],
        ),
        (
            "{column:Family}",
            "list.txt",
            "bad.example\n",
            &["! template-column"],
        ),
        (
            "{column:Family}",
            "a.json",
            "[{\"indicatorValue\": \"bad.example\", \"indicatorType\": \"DomainName\", \"action\": \"Block\", \"description\": \"d\"}]",
            &["! missing-title"],
        ),
        (
            "{family}",
            "list.txt",
            "bad.example\n",
            &["! template-field"],
        ),
        (
            "{value",
            "list.txt",
            "bad.example\n",
            &["! template-not-closed"],
        ),
        (
            "{column:Level}",
            "a.csv",
            "Domain,Level\nbad.example,a\u{1}b\n",
            &["! control-character"],
        ),
        (
            "{family}",
            "a.csv",
            "indicatorValue,title\nbad.example,{family}\n",
            &["{family}"],
        ),
    ];
    for (title, name, text, expected) in table {
        let ledger = read(titled(title), name, text);
        assert_eq!(titles(&ledger), *expected, "{title} {text}");
    }
}

#[test]
fn a_text_that_becomes_too_long_is_refused() {
    let note = "a".repeat(3_000);
    let text = format!("Domain,Level\nbad.example,{note}\nx.example,b\n");
    let ledger = read(titled("{column:Level}{column:Level}"), "a.csv", &text);
    assert_eq!(titles(&ledger), ["! title-too-long", "bb"]);
}

/// A description that is left blank becomes the default one, with what is known of its row.
#[test]
fn a_fix_takes_the_default_text_as_it_is_made() {
    let defaults = Defaults {
        description: "{value} of {file}".to_owned(),
        ..given()
    };
    let text = "indicatorValue,description,action,title\nbad.example,,Block,t\n10.0.0.1,,Block,t\n";
    let mut ledger = read(defaults, "a.csv", text);
    let described = |ledger: &Ledger| rows(ledger, |sent| sent.description.to_string());
    assert_eq!(described(&ledger)[0], "! missing-description");
    let scope = Scope::Code {
        code: "missing-description".to_owned(),
    };
    assert_eq!(ledger.fix(&Fix::DescriptionFromDefaults, &scope), 2);
    assert_eq!(
        described(&ledger),
        ["bad.example of a.csv", "! internal-address"]
    );
    let row = ledger.row(0).expect("a row");
    let listed: Vec<String> = row
        .listed_changes()
        .map(|change| format!("{:?} {} {:?}", change.kind, change.field, change.after))
        .collect();
    assert!(
        listed.contains(&"Edited description \"bad.example of a.csv\"".to_owned()),
        "{listed:?}"
    );
    assert!(!row.defaulted.has(Field::Description));
    let kept = Ledger::kept(&ledger.keep()).expect("what was kept");
    assert_eq!(described(&kept), described(&ledger));
}

/// What is mended or sent later has the text that its row had, and the rest of what it was given.
#[test]
fn what_did_not_arrive_has_the_text_that_it_was_given() {
    let defaults = Defaults {
        severity: Some(Severity::Low),
        generate_alert: Some(true),
        rbac_group_names: vec!["Servers".to_owned()],
        ..titled("{action} {value} of {file}, {severity}, {expires}")
    };
    let text = "hxxps://bad[.]example/A\n10.0.0.1\nda39a3ee5e6b4b0d3255bfef95601890afd80709\n";
    let ledger = read(defaults, "list.txt", text);
    let plan = Plan::build(&ledger, &Limits::documented());
    let evidence = Evidence {
        ledger: &ledger,
        plan: &plan,
        history: &History::new(plan.len()),
        otherwise: None,
    };
    let unsent = report::unsent(&evidence).expect("rows that were not sent");
    let mut again = Ledger::new(settings(given()));
    again.read("unsent.csv", unsent.bytes);
    assert_eq!(
        titles(&again),
        [titles(&ledger).remove(0), titles(&ledger).remove(2)]
    );
    let other = Plan::build(&again, &Limits::documented());
    assert!(
        plan.ids()
            .map(|id| plan.object(id))
            .eq(other.ids().map(|id| other.object(id)))
    );
    let rejects = report::rejects(&evidence).expect("a row that was refused");
    let rejects = String::from_utf8(rejects.bytes).expect("UTF-8");
    assert!(
        rejects.contains("Block 10.0.0.1 of list.txt, Low, 2027-02-19"),
        "{rejects}"
    );
}

#[test]
fn a_preview_is_what_the_first_ready_row_gets() {
    let text = "Domain,Family\nbad,x\nbad.example,Evil\nx.example,Worse\n";
    let ledger = read(titled("t"), "a.csv", text);
    let preview = |template: &str| match ledger.preview(Field::Title, template) {
        Ok(text) => text.unwrap_or_default(),
        Err(found) => format!("! {}", found.code()),
    };
    let table = [
        (
            "{value} {line} {column:family} {expires}",
            "bad.example 3 Evil 2027-02-19",
        ),
        ("{action} of {file}", "Block of a.csv"),
        ("", "a.csv"),
        ("plain", "plain"),
        ("{column:x}", "! template-column"),
        ("{x}", "! template-field"),
    ];
    for (template, expected) in table {
        assert_eq!(preview(template), expected, "{template}");
        let mut again = ledger.clone();
        again.set(settings(titled(template)));
        let row = (0..again.len()).find(|row| again.value(*row) == "bad.example");
        let sent = row.and_then(|row| again.indicator(row));
        let made = sent.map_or(preview(template), |sent| sent.title.to_string());
        assert_eq!(made, expected, "{template}");
    }
    let empty = Ledger::new(settings(given()));
    assert_eq!(empty.preview(Field::Title, "{value}"), Ok(None));
    assert!(empty.preview(Field::Title, "{values}").is_err());
}

proptest! {
    /// Any text in any column goes into a title as it stands in the source, or refuses its row.
    #[test]
    fn a_cell_comes_through_as_it_is(cell in "\\PC{0,40}") {
        let text = format!("Domain,Level\nbad.example,\"{}\"\n", cell.replace('"', "\"\""));
        let ledger = read(titled("<{column:Level}>"), "a.csv", &text);
        let row = ledger.row(0).expect("a row");
        if let Some(sent) = &row.indicator {
            let bare = cell.trim();
            let bare = ioculate_core::source::unguarded(bare).unwrap_or(bare);
            prop_assert_eq!(&*sent.title, format!("<{bare}>"));
        } else {
            prop_assert!(!row.diagnostics.is_empty());
        }
    }

    /// No template makes the check panic, and none leaves a row without title and without reason.
    #[test]
    fn any_template_makes_a_text_or_a_finding(title in any::<String>(), text in any::<String>()) {
        let ledger = read(titled(&title), "a.csv", &format!("Domain,b\nbad.example,{text}\n"));
        for row in 0..ledger.len() {
            let full = ledger.row(row).expect("a row");
            prop_assert!(full.indicator.is_none_or(|sent| !sent.title.is_empty()));
        }
    }
}
