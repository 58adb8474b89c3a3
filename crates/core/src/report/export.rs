//! The plan as files, for a tenant that this page cannot reach.

use rustc_hash::FxHashSet;

use crate::{
    batch::{self, Batch},
    change::Field,
    import::Outcome,
    indicator::{Action, Indicator, IndicatorType},
    ledger::Ledger,
    limits::Limits,
    plan::{Endpoint, Entry, EntryId, Plan, moment},
    source::guarded,
};

use super::{csv::write_row, file_name, parts};

/// Rows of one portal CSV: 500 (portal import page, 2022-11).
pub const PORTAL_ROWS: usize = 500;

/// The portal's columns, in the order of its own sample.
pub(super) const HEADER: [&str; 12] = [
    "IndicatorType",
    "IndicatorValue",
    "ExpirationTime",
    "Action",
    "Severity",
    "Title",
    "Description",
    "RecommendedActions",
    "RbacGroups",
    "Category",
    "MitreTechniques",
    "GenerateAlert",
];

/// A file to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFile {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A plan as portal CSVs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PortalExport {
    /// At most [`PORTAL_ROWS`] rows each. Where the portal does not take everything, the last one is
    /// a text that lists the rest.
    pub files: Vec<NamedFile>,
    /// Indicators that the portal takes.
    pub taken: u32,
    /// Indicators that it does not take, and why, one line each.
    pub left: Vec<String>,
    /// Rows with a cell that is guarded against spreadsheets; the portal keeps the apostrophe.
    pub guarded: Vec<String>,
}

/// Writes a plan as portal CSVs.
#[must_use]
pub fn portal_csv(ledger: &Ledger, plan: &Plan) -> PortalExport {
    let mut writer = PortalWriter::default();
    let sent = |entry: &&Entry| entry.endpoint != Endpoint::Delete;
    for entry in plan.entries.iter().filter(sent) {
        let Some(indicator) = ledger.indicator(entry.row) else {
            continue;
        };
        let name = file_name(ledger, entry.row);
        let place = format!("{name} line {}", ledger.line_of(entry.row));
        let category = ledger.stated_field(entry.row, Field::Category);
        writer.take(
            &place,
            &indicator,
            &entry.value,
            category.as_deref().unwrap_or(""),
        );
    }
    writer.end()
}

/// Portal CSVs on their way.
#[derive(Default)]
pub(super) struct PortalWriter {
    rows: Vec<[String; 12]>,
    export: PortalExport,
}

impl PortalWriter {
    /// Takes an indicator, or notes why not. `place`: where it comes from, for the notes; `value`: as
    /// it is to be written.
    pub(super) fn take(
        &mut self,
        place: &str,
        indicator: &Indicator<'_>,
        value: &str,
        category: &str,
    ) {
        if let Some(why) = not_taken(indicator, value) {
            return self.leave(place, value, why);
        }
        let cells = cells(indicator, value, category);
        if cells.iter().any(|cell| guarded(cell) != *cell) {
            self.export.guarded.push(format!("{place}: {value}"));
        }
        self.rows.push(cells);
    }

    /// Notes an indicator that the CSVs cannot hold.
    pub(super) fn leave(&mut self, place: &str, value: &str, why: &str) {
        self.export.left.push(format!("{place}: {value}: {why}"));
    }

    pub(super) fn end(self) -> PortalExport {
        let mut export = self.export;
        export.taken = crate::source::small(self.rows.len());
        export.files = files(&self.rows);
        export.files.extend(notes(&export));
        export
    }
}

/// Why the portal does not take an indicator, if so (portal import page, 2022-11).
fn not_taken(indicator: &Indicator<'_>, value: &str) -> Option<&'static str> {
    match (indicator.indicator_type, indicator.action) {
        (IndicatorType::FileMd5 | IndicatorType::CertificateThumbprint, _) => {
            Some("the portal's CSV does not take this type")
        }
        (_, Action::Alert | Action::AlertAndBlock) => {
            Some("the portal's CSV does not take this action")
        }
        _ if value.contains('/') && indicator.indicator_type == IndicatorType::IpAddress => {
            Some("the portal's CSV does not take ranges")
        }
        _ if indicator
            .rbac_group_names
            .iter()
            .any(|name| name.contains(',')) =>
        {
            Some("the portal's CSV would cut the name of a device group at its comma")
        }
        _ => None,
    }
}

fn cells(indicator: &Indicator<'_>, value: &str, category: &str) -> [String; 12] {
    let alert = indicator.generate_alert.map(|alert| alert.to_string());
    // The portal's own form: YYYY-MM-DDTHH:MM:SS.0Z.
    let expiration = indicator
        .expiration
        .and_then(moment)
        .map(|text| text.replace('Z', ".0Z"));
    [
        indicator.indicator_type.as_str().to_owned(),
        value.to_owned(),
        expiration.unwrap_or_default(),
        indicator.action.as_str().to_owned(),
        indicator
            .severity
            .map_or("", |level| level.as_str())
            .to_owned(),
        indicator.title.to_string(),
        indicator.description.to_string(),
        indicator
            .recommended_actions
            .as_deref()
            .unwrap_or("")
            .to_owned(),
        indicator.rbac_group_names.join(","),
        category.to_owned(),
        indicator.mitre_techniques.join(","),
        alert.unwrap_or_default(),
    ]
}

fn files(rows: &[[String; 12]]) -> Vec<NamedFile> {
    let parts = rows.chunks(PORTAL_ROWS).zip(1..);
    parts
        .map(|(part, number)| {
            let mut text = String::new();
            write_row(&mut text, HEADER);
            for row in part {
                write_row(&mut text, row.iter().map(String::as_str));
            }
            NamedFile {
                name: format!("portal-{number:03}.csv"),
                bytes: text.into_bytes(),
            }
        })
        .collect()
}

/// What the CSVs do not say.
fn notes(export: &PortalExport) -> Option<NamedFile> {
    let mut text = String::new();
    let mut list = |title: &str, lines: &[String]| {
        if !lines.is_empty() {
            text.push_str(title);
            text.push('\n');
            for line in lines {
                text.push_str(&line.replace(['\r', '\n'], " "));
                text.push('\n');
            }
        }
    };
    list("Not in the CSVs:", &export.left);
    list(
        "With a cell that a spreadsheet would run as a formula; an apostrophe stands in front of it:",
        &export.guarded,
    );
    (!text.is_empty()).then(|| NamedFile {
        name: "portal-notes.txt".to_owned(),
        bytes: text.into_bytes(),
    })
}

/// Writes a plan as the bodies of its calls, in the order of sending.
#[must_use]
pub fn request_bodies(plan: &Plan, limits: &Limits) -> Vec<NamedFile> {
    let name = |batch: &Batch| {
        let number = batch.id.0 + 1;
        match batch.endpoint {
            Endpoint::Import => format!("import-{number:03}.json"),
            Endpoint::Single => format!("single-{number:03}.json"),
            Endpoint::Delete => format!("delete-{number:03}.json"),
        }
    };
    let batches = batch::split(plan, limits);
    batches
        .iter()
        .map(|batch| NamedFile {
            name: name(batch),
            bytes: batch::body(plan, &batch.entries, batch.endpoint),
        })
        .collect()
}

/// The columns of the list of what is to be deleted.
const TO_DELETE: [&str; 5] = [
    "IndicatorId",
    "IndicatorType",
    "IndicatorValue",
    "Action",
    "FailureReason",
];

/// Writes what a plan deletes, but for what has gone, for somebody who may delete it: a list by which
/// each is found in the portal, and the bodies of the calls. `of` says what became of an entry.
#[must_use]
pub fn deletions<'o>(
    plan: &Plan,
    limits: &Limits,
    of: impl Fn(EntryId) -> Option<&'o Outcome>,
) -> Vec<NamedFile> {
    let mut list = String::new();
    write_row(&mut list, TO_DELETE);
    let mut left = Vec::new();
    let mut ids = FxHashSet::default();
    for id in plan.deletions() {
        let outcome = of(id);
        let named = plan.deleted(id).unwrap_or_default();
        let is_gone = matches!(outcome, Some(Outcome::Accepted { .. }));
        if is_gone || !ids.insert(named.clone()) {
            continue;
        }
        let entry = &plan.entries[id.0 as usize];
        let cells = [
            named.as_str(),
            entry.indicator_type.as_str(),
            &entry.value,
            entry.action.as_str(),
            parts(outcome).failure_reason.unwrap_or(""),
        ];
        write_row(&mut list, cells);
        left.push(id);
    }
    if left.is_empty() {
        return Vec::new();
    }
    let bodies = left.chunks(limits.delete_ids.max(1)).zip(1..);
    let bodies = bodies.map(|(ids, number)| NamedFile {
        name: format!("delete-{number:03}.json"),
        bytes: batch::body(plan, ids, Endpoint::Delete),
    });
    let list = NamedFile {
        name: "delete-ids.csv".to_owned(),
        bytes: list.into_bytes(),
    };
    std::iter::once(list).chain(bodies).collect()
}
