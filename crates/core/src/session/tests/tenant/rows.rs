//! What the tenant holds, in windows and files.

use super::*;
use crate::{
    indicator::{
        IndicatorType::{self, DomainName, FileMd5, FileSha1},
        Severity,
    },
    report::NamedFile,
};

#[test]
fn a_window_shows_what_passes_in_its_order() {
    let filter = TenantFilter::default;
    let only = |only| TenantFilter {
        only: Some(only),
        ..filter()
    };
    let sort = |sort, descending| TenantFilter {
        sort: Some(sort),
        descending,
        ..filter()
    };
    let text = |text: &str| TenantFilter {
        text: text.to_owned(),
        ..filter()
    };
    let mut session = known();
    for (filter, deletable, places) in [
        (filter(), 10, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10][..]),
        (
            TenantFilter {
                indicator_type: Some(DomainName),
                ..filter()
            },
            3,
            &[0, 1, 2],
        ),
        (
            TenantFilter {
                action: Some(Action::Audit),
                ..filter()
            },
            2,
            &[1, 7],
        ),
        (
            TenantFilter {
                severity: Some(Severity::High),
                ..filter()
            },
            1,
            &[0],
        ),
        (only(TenantOnly::Expiring), 2, &[0, 3]),
        (only(TenantOnly::Expired), 0, &[4]),
        (only(TenantOnly::Conflict), 4, &[1, 2, 6, 7]),
        (only(TenantOnly::SameFile), 3, &[5, 6, 7]),
        (only(TenantOnly::Mine), 8, &[0, 2, 4, 5, 6, 7, 8, 9, 10]),
        (text("  A.EXAMPLE "), 3, &[1, 2, 3]),
        (text("many"), 3, &[8, 9, 10]),
        (text("feeder"), 1, &[1]),
        (text("bob@"), 1, &[3]),
        (text("gambling"), 0, &[]),
        (
            sort(TenantSort::Value, false),
            10,
            &[4, 1, 2, 5, 0, 6, 7, 8, 9, 10, 3],
        ),
        (
            sort(TenantSort::Type, false),
            10,
            &[6, 7, 9, 10, 8, 5, 4, 0, 1, 2, 3],
        ),
        (
            sort(TenantSort::Expires, false),
            10,
            &[4, 0, 3, 1, 2, 5, 6, 7, 8, 9, 10],
        ),
        (
            sort(TenantSort::Expires, true),
            10,
            &[10, 9, 8, 7, 6, 5, 2, 1, 3, 0, 4],
        ),
        (
            sort(TenantSort::Created, true),
            10,
            &[0, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1],
        ),
        (
            sort(TenantSort::Severity, true),
            10,
            &[0, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1],
        ),
        (
            sort(TenantSort::Title, true),
            10,
            &[1, 3, 10, 9, 8, 7, 6, 5, 0, 2, 4],
        ),
        (
            sort(TenantSort::CreatedBy, true),
            10,
            &[1, 3, 10, 9, 8, 7, 6, 5, 4, 2, 0],
        ),
    ] {
        let shown = window(&mut session, filter.clone(), 0, 100);
        let found: Vec<u32> = shown.rows.iter().map(|row| row.place).collect();
        assert_eq!(
            (found, shown.deletable),
            (places.to_vec(), deletable),
            "{filter:?}"
        );
        assert_eq!(shown.total as usize, places.len());
        // A part of it is a part of the same.
        let part = window(&mut session, filter, 1, 2);
        let rows = shown.rows.into_iter().skip(1).take(2).collect::<Vec<_>>();
        assert_eq!(
            (part.start, part.total as usize, part.rows),
            (1, places.len(), rows)
        );
    }
}

#[test]
fn a_row_says_what_the_tenant_holds() {
    let mut session = known();
    let rows = window(&mut session, TenantFilter::default(), 0, 3).rows;
    assert_eq!(
        rows[0],
        TenantRow {
            place: 0,
            id: Some("1".to_owned()),
            indicator_type: DomainName,
            value: "b.example".to_owned(),
            action: Action::Block,
            severity: Some(Severity::High),
            title: "b.example".to_owned(),
            expires: Some(WallTime(1_795_284_000_000)),
            created: Some(WallTime(1_767_312_000_000)),
            updated: None,
            created_by: "ann@contoso.example".to_owned(),
            rbac_group_names: vec!["a".to_owned(), "b".to_owned()],
            beside: Vec::new(),
        }
    );
    assert_eq!(
        (rows[1].created_by.as_str(), &*rows[1].beside),
        ("Feeder", &[Action::Allowed][..])
    );
    assert_eq!(rows[2].beside, [Action::Audit]);
}

#[test]
fn a_detail_says_all_that_was_listed() {
    let mut session = known();
    let mut detail = |place| match told(&mut session, Command::TenantDetail { place }).pop() {
        Some(Event::TenantDetail(detail)) => Some(*detail),
        _ => None,
    };
    let first = detail(0).expect("a detail");
    let mut fields: Vec<(&str, &str)> = first.fields.iter().map(|(n, s)| (&**n, &**s)).collect();
    // In which order the objects of this test are written depends on what else is built.
    fields.sort_unstable();
    assert_eq!(
        fields,
        [
            ("action", "Block"),
            ("createdBy", "ann@contoso.example"),
            ("creationTimeDateTimeUtc", "2026-01-02T00:00:00Z"),
            ("description", "d"),
            ("expirationTime", "2026-11-21T18:00:00Z"),
            ("id", "1"),
            ("indicatorType", "DomainName"),
            ("indicatorValue", "b.example"),
            ("rbacGroupNames", "a, b"),
            ("severity", "High"),
            ("title", "b.example"),
        ]
    );
    assert_eq!((first.beside.len(), first.same_file.len()), (0, 0));
    // The other action of a value, and which of the two is obeyed: Allowed on the network.
    let beside = |detail: Option<TenantDetail>| -> Vec<(Action, Wins)> {
        let beside = detail.into_iter().flat_map(|detail| detail.beside);
        beside.map(|it| (it.action, it.wins)).collect()
    };
    assert_eq!(beside(detail(1)), [(Action::Allowed, Wins::Unknown)]);
    assert_eq!(beside(detail(2)), [(Action::Audit, Wins::Unknown)]);
    // A file under two kinds of hash, of which the stronger one is obeyed.
    let hashes = |detail: Option<TenantDetail>| -> Vec<(IndicatorType, Action, Wins)> {
        let hashes = detail.into_iter().flat_map(|detail| detail.same_file);
        hashes
            .map(|it| (it.indicator_type, it.action, it.wins))
            .collect()
    };
    assert_eq!(
        hashes(detail(5)),
        [
            (FileSha1, Action::Block, Wins::Tenant),
            (FileSha1, Action::Audit, Wins::Unknown),
        ]
    );
    assert_eq!(hashes(detail(6)), [(FileMd5, Action::Block, Wins::Row)]);
    assert_eq!(hashes(detail(8)), []);
    assert_eq!(detail(11), None);
}

#[test]
fn what_is_meant_is_written_as_files() {
    let places = |places: &[u32]| Selected::Places {
        places: places.to_vec(),
    };
    let passing = |text: &str, sort| Selected::Passing {
        filter: TenantFilter {
            text: text.to_owned(),
            sort,
            ..TenantFilter::default()
        },
        except: Vec::new(),
    };
    let but = |text: &str, except: &[u32]| match passing(text, None) {
        Selected::Passing { filter, .. } => Selected::Passing {
            filter,
            except: except.to_vec(),
        },
        places @ Selected::Places { .. } => places,
    };
    let listed: Vec<String> = held().iter().map(Value::to_string).collect();
    let session = known();
    let export = |selected: Selected, kind| {
        let text = |file: NamedFile| (file.name, String::from_utf8(file.bytes).expect("UTF-8"));
        session
            .tenant_files(NOON, &selected, kind)
            .into_iter()
            .map(text)
            .collect::<Vec<(String, String)>>()
    };
    for (selected, objects) in [
        (places(&[3, 1, 3, 99]), vec![1, 3]),
        (passing("a.example", Some(TenantSort::Type)), vec![1, 2, 3]),
        // A file of all holds all.
        (passing("", None), (0..13).collect()),
        (but("a.example", &[3, 99]), vec![1, 2]),
        (but("", &[0]), (1..11).collect()),
    ] {
        let files = export(selected, TenantExportKind::ApiJson);
        let objects: Vec<&str> = objects.into_iter().map(|at: usize| &*listed[at]).collect();
        let text = format!("{{\"value\":[\n{}\n]}}\n", objects.join(",\n"));
        assert_eq!(files, [("tenant.json".to_owned(), text)]);
    }
    assert_eq!(
        export(passing("nothing", None), TenantExportKind::ApiJson),
        []
    );
    let files = export(passing("", None), TenantExportKind::PortalCsv);
    let [(name, csv), (notes, said)] = &files[..] else {
        panic!("{files:?}");
    };
    assert_eq!(
        (name.as_str(), notes.as_str()),
        ("portal-001.csv", "portal-notes.txt")
    );
    assert_eq!(csv.lines().count(), 1 + 10);
    assert!(
        csv.contains(
            "\r\nDomainName,b.example,2026-11-21T18:00:00.0Z,Block,High,b.example,d,,\"a,b\",,,\r\n"
        ),
        "{csv}"
    );
    assert!(said.contains("id 6: "), "{said}");
    // What was written is read again.
    let mut again = super::session();
    let summary = read_file(&mut again, "portal-001.csv", csv);
    assert_eq!(summary.counts.records, 10);
}

#[test]
fn formulas_are_guarded_and_what_cannot_be_read_is_left_out_of_the_csv() {
    let odd = vec![
        with(
            item("1", "DomainName", "a.example", "Block"),
            &json!({"title": "=1+1"}),
        ),
        with(
            item("2", "DomainName", "b.example", "Block"),
            &json!({"expirationTime": "soon"}),
        ),
        with(
            item("3", "DomainName", "c.example", "Block"),
            &json!({"rbacGroupNames": {}}),
        ),
    ];
    let mut session = session();
    told(&mut session, list());
    Host::new().drive(&mut session, service(odd, 100));
    let selected = Selected::Places {
        places: vec![0, 1, 2],
    };
    let files = session.tenant_files(NOON, &selected, TenantExportKind::PortalCsv);
    let [csv, notes] = &files[..] else {
        panic!("two files");
    };
    let text = |file: &NamedFile| String::from_utf8(file.bytes.clone()).expect("UTF-8");
    assert!(text(csv).contains("\"'=1+1\""));
    assert_eq!(text(csv).lines().count(), 2);
    let notes = text(notes);
    for said in [
        "id 2: b.example: when it expires could not be read",
        "id 3: c.example: its device groups could not be read",
        "id 1: a.example",
    ] {
        assert!(notes.contains(said), "{notes}");
    }
}

#[test]
fn hashes_are_taken_for_one_file_only_where_nothing_speaks_against_it() {
    let hash = |kind: &str, value: u32, title: &str, description: &str| {
        with(
            item(&value.to_string(), kind, &value.to_string(), "Block"),
            &json!({"title": title, "description": description}),
        )
    };
    for (hashes, files) in [
        (
            vec![hash("FileMd5", 1, "a", "d"), hash("FileSha1", 2, "a", "d")],
            1,
        ),
        (
            vec![hash("FileMd5", 1, "a", "d"), hash("FileSha1", 2, "a", "e")],
            0,
        ),
        (
            vec![hash("FileMd5", 1, "", "d"), hash("FileSha1", 2, "", "d")],
            0,
        ),
        (
            vec![hash("FileMd5", 1, "a", "d"), hash("FileMd5", 2, "a", "d")],
            0,
        ),
        (
            vec![
                hash("FileMd5", 1, "a", "d"),
                hash("FileSha1", 2, "a", "d"),
                hash("FileSha1", 3, "a", "d"),
            ],
            0,
        ),
        (
            vec![
                hash("FileMd5", 1, "a", "d"),
                hash("CertificateThumbprint", 2, "a", "d"),
            ],
            0,
        ),
    ] {
        let mut session = session();
        told(&mut session, list());
        let events = Host::new().drive(&mut session, service(hashes.clone(), 100));
        assert_eq!(sums(&events).same_files, files, "{hashes:?}");
    }
}
