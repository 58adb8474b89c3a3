//! Portal CSVs: what the portal's own import takes (portal import page, 2022-11).
//!
//! The header stands there to the letter, a cell in quotation marks only where it needs them. What the
//! CSVs cannot say is listed beside them.

use std::borrow::Cow;

use crate::{
    change::Field,
    indicator::{Action, Indicator, IndicatorType},
    ledger::Ledger,
    plan::{Endpoint, EntryId, Plan, moment},
    source::{guarded, small},
};

use super::{NamedFile, again::with_kept, file_name};

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

/// A plan as portal CSVs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PortalExport {
    /// At most [`PORTAL_ROWS`] rows each. Where they do not say everything, the last one is a text that
    /// lists the rest.
    pub files: Vec<NamedFile>,
    /// Indicators that the portal takes.
    pub taken: u32,
    /// Indicators that it does not take, and why, one line each.
    pub left: Vec<String>,
    /// Rows with a cell that is guarded against spreadsheets; the portal keeps the apostrophe.
    pub guarded: Vec<String>,
    /// Rows that say something that no column is for.
    pub bare: Vec<String>,
    /// Indicators of the tenant that are to go away before, which no CSV does.
    pub deleted: Vec<String>,
}

/// Writes entries of a plan as portal CSVs.
#[must_use]
pub fn portal_csv(
    ledger: &Ledger,
    plan: &Plan,
    entries: impl IntoIterator<Item = EntryId>,
) -> PortalExport {
    let mut writer = PortalWriter::default();
    for id in entries {
        let entry = &plan.entries[id.0 as usize];
        let name = file_name(ledger, entry.row);
        let place = format!("{name} line {}", ledger.line_of(entry.row));
        if entry.endpoint == Endpoint::Delete {
            let id = plan.deleted(id).unwrap_or_default();
            writer.delete(&place, &entry.value, entry.action, &id);
            continue;
        }
        let Some(indicator) = ledger.indicator(entry.row) else {
            continue;
        };
        let indicator = with_kept(indicator, ledger.carried(entry.row));
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
        let spelled = portal_category(category);
        let lost = lost(indicator, category, &spelled).join(", ");
        if !lost.is_empty() {
            self.export.bare.push(format!("{place}: {value}: {lost}"));
        }
        let cells = cells(indicator, value, &spelled);
        if cells.iter().any(|cell| guarded(cell) != *cell) {
            self.export.guarded.push(format!("{place}: {value}"));
        }
        self.rows.push(cells);
    }

    /// Notes an indicator that the CSVs cannot hold.
    pub(super) fn leave(&mut self, place: &str, value: &str, why: &str) {
        self.export.left.push(format!("{place}: {value}: {why}"));
    }

    fn delete(&mut self, place: &str, value: &str, action: Action, id: &str) {
        let action = action.as_str();
        let line = format!("{place}: {value}: {action}, id {id}");
        self.export.deleted.push(line);
    }

    pub(super) fn end(self) -> PortalExport {
        let mut export = self.export;
        export.taken = small(self.rows.len());
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
        // A guard would make another group of it.
        _ if indicator
            .rbac_group_names
            .first()
            .is_some_and(|name| guarded(name) != *name) =>
        {
            Some("a spreadsheet would run the name of its first device group as a formula")
        }
        _ => None,
    }
}

/// What an indicator says that no column is for.
fn lost(indicator: &Indicator<'_>, category: &str, spelled: &str) -> Vec<&'static str> {
    let said = [
        ("Application", indicator.application.is_some()),
        ("EducateUrl", indicator.educate_url.is_some()),
        ("ExternalId", indicator.external_id.is_some()),
        (
            "Category",
            spelled.is_empty() && !category.trim().is_empty(),
        ),
    ];
    let said = said.into_iter().filter(|(_, is_said)| *is_said);
    said.map(|(name, _)| name).collect()
}

/// Categories that files of the portal were seen with, as they spell them.
const CATEGORIES: [&str; 8] = [
    "None",
    "SuspiciousActivity",
    "Discovery",
    "Execution",
    "CredentialAccess",
    "CommandAndControl",
    "Ransomware",
    "Malware",
];

/// A category as the portal spells it: words with a capital each, and nothing between them (portal
/// import page, 2022-11). The API's numbers have no names; they are left out.
fn portal_category(given: &str) -> Cow<'_, str> {
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(char::is_ascii_alphabetic);
        letters.map(|letter| letter.to_ascii_lowercase()).collect()
    };
    let strange = |letter: char| !(letter.is_ascii_alphabetic() || " -_&".contains(letter));
    let given = given.trim();
    if given.contains(strange) {
        return "".into();
    }
    let folded = letters(given);
    let known = CATEGORIES.into_iter().find(|name| letters(name) == folded);
    if let Some(name) = known {
        return name.into();
    }
    let words = given.split(|letter: char| !letter.is_ascii_alphabetic());
    let capitals = words.filter_map(|word| {
        let (first, rest) = word.split_at_checked(1)?;
        Some(first.to_ascii_uppercase() + rest)
    });
    capitals.collect::<String>().into()
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
            let mut text = HEADER.join(",") + "\r\n";
            for row in part {
                write_row(&mut text, row);
            }
            NamedFile {
                name: format!("portal-{number:03}.csv"),
                bytes: text.into_bytes(),
            }
        })
        .collect()
}

/// Writes one row, its cells guarded against spreadsheets and in quotation marks where they need them.
fn write_row(out: &mut String, cells: &[String; 12]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        let cell = guarded(cell);
        let plain = |letter: char| letter.is_alphanumeric() || "-_.:/%".contains(letter);
        if cell.chars().all(plain) {
            out.push_str(&cell);
        } else {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        }
    }
    out.push_str("\r\n");
}

/// What the CSVs do not say.
fn notes(export: &PortalExport) -> Option<NamedFile> {
    let mut text = String::new();
    let lists = [
        (
            "To be deleted in the portal before the CSVs are imported:",
            &export.deleted,
        ),
        ("Not in the CSVs:", &export.left),
        ("In the CSVs without what no column is for:", &export.bare),
        (
            "With a cell that a spreadsheet would run as a formula; an apostrophe stands in front of it:",
            &export.guarded,
        ),
    ];
    for (title, lines) in lists {
        let titled = (!lines.is_empty()).then_some(title);
        let lines = lines.iter().map(String::as_str);
        for line in titled.into_iter().chain(lines) {
            text.push_str(&line.replace(['\r', '\n'], " "));
            text.push('\n');
        }
    }
    (!text.is_empty()).then(|| NamedFile {
        name: "portal-notes.txt".to_owned(),
        bytes: text.into_bytes(),
    })
}

#[cfg(test)]
mod tests {
    use super::portal_category;

    #[test]
    fn categories_are_spelled_as_the_portal_does() {
        let cases = [
            ("", ""),
            ("None", "None"),
            ("suspicious activity", "SuspiciousActivity"),
            ("SUSPICIOUSACTIVITY", "SuspiciousActivity"),
            ("Command and control", "CommandAndControl"),
            ("InitialAccess", "InitialAccess"),
            ("lateral-movement", "LateralMovement"),
            ("1", ""),
            ("=x", ""),
        ];
        for (given, spelled) in cases {
            assert_eq!(portal_category(given), spelled, "{given:?}");
        }
    }
}
