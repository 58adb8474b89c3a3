//! The device groups that rows are for.

use ioculate_core::check::Defaults;

use crate::{given, read};

/// A source, and the groups that its ready rows are for.
/// A file's name and text, and how many rows each group has.
type Case<'c> = (&'c str, &'c str, &'c [(&'c str, u32)]);

#[test]
fn groups_are_counted_by_rows_that_are_ready() {
    let defaults = Defaults {
        rbac_group_names: vec!["Servers".to_owned(), " ".to_owned()],
        ..given()
    };
    let table: &[Case<'_>] = &[
        (
            "list.txt",
            "a.example\n10.0.0.1\nb.example\n",
            &[("Servers", 2)],
        ),
        (
            "a.csv",
            "Domain,RbacGroups\na.example,\"Kiosks, Labs\"\nb.example,Labs\nc.example,\nbad,Gone\n",
            &[("Labs", 2), ("Kiosks", 1)],
        ),
        (
            "a.csv",
            "Domain,RbacGroups\na.example,\"[\"\"A, B\"\"]\"\n",
            &[("A, B", 1)],
        ),
        (
            "a.json",
            r#"[{"indicatorValue":"a.example","indicatorType":"DomainName","action":"Audit","title":"t","description":"d","rbacGroupNames":["A","B"]}]"#,
            &[("A", 1), ("B", 1)],
        ),
        (
            "a.txt",
            "It calls evil[.]example often.\n",
            &[("Servers", 1)],
        ),
    ];
    for (name, text, expected) in table {
        let ledger = read(defaults.clone(), name, text);
        let expected: Vec<_> = expected
            .iter()
            .map(|(name, rows)| ((*name).to_owned(), *rows))
            .collect();
        assert_eq!(ledger.groups(), expected, "{text}");
    }
}
