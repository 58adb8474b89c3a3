//! What a run refused or rejected, read again in its place.

use super::{
    runs::{api, drive, send},
    *,
};

/// One row that is accepted, one that the API rejects, and one that the checks refuse.
const THREE: &str = "\
DomainName,good.example,Block,good,d,
DomainName,bad.example,Block,rejected,\"d, e\",
IpAddress,198.51.100.7x,Block,refused,d,
";

fn sent() -> Session {
    let mut session = session();
    let mut defaults = session.ledger.settings().defaults.clone();
    defaults.title = "kept".to_owned();
    ask(&mut session, Command::SetDefaults(defaults));
    read(&mut session, THREE);
    told(&mut session, send());
    drive(&mut session, api);
    session
}

#[test]
fn what_was_refused_or_rejected_stands_in_place_of_what_was_sent() {
    let mut session = sent();
    let before = session.ledger.settings().clone();
    let summary = ask(&mut session, Command::MendRest);
    assert_eq!(figures(&summary), [2, 1, 0, 0, 1, 0]);
    let names = summary.files.iter().map(|file| file.name.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["rejects.csv"]);
    assert_eq!(session.ledger.settings(), &before);
    let rows = rows(&mut session, Filter::default());
    assert_eq!(values(&rows), ["bad.example", "198.51.100.7x"]);
    let titles: Vec<&str> = rows.rows.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(titles, ["rejected", "refused"]);
    assert!(rows.rows.iter().all(|row| row.outcome.is_none()));
}

#[test]
fn it_is_mended_and_sent_as_any_list() {
    let mut session = sent();
    ask(&mut session, Command::MendRest);
    for (row, text) in [(0, "better.example"), (1, "198.51.100.7")] {
        let fix = Fix::Set {
            field: crate::change::Field::IndicatorValue,
            text: text.to_owned(),
        };
        let scope = Scope::Row { row };
        ask(&mut session, Command::Fix { fix, scope });
    }
    told(&mut session, send());
    drive(&mut session, api);
    assert_eq!(
        values(&rows(&mut session, of(VerdictFilter::Accepted))),
        ["better.example", "198.51.100.7"]
    );
}

#[test]
fn nothing_is_forgotten_where_there_is_nothing_to_mend() {
    let good = "\
DomainName,one.example,Block,t,d,
DomainName,two.example,Block,t,d,
";
    let mut unsent = session();
    read(&mut unsent, THREE);
    let mut accepted = session();
    read(&mut accepted, good);
    told(&mut accepted, send());
    let mut sending = session();
    read(&mut sending, THREE);
    told(&mut sending, send());
    drive(&mut accepted, api);
    for (mut session, records) in [(unsent, 3), (accepted, 2), (sending, 3)] {
        let summary = ask(&mut session, Command::MendRest);
        assert_eq!(summary.counts.records, records);
        assert_eq!(summary.files[0].name, "rows.csv");
    }
}
