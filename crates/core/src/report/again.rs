//! Rows that did not reach the tenant, as a table that reads back once it is mended.
//!
//! A row that the checks refused stands there as it was given, what its source lacks filled in as it
//! was for the check. A row that the API rejected, or that was not sent, stands there as it was to be
//! sent, an expanded range one line for each of its addresses. Behind the fields stand columns that
//! say why and from where; reading knows their names and passes over them.

use std::borrow::Cow;

use serde_json::Value;

use crate::{
    change::Field,
    check::{self, Draft, Verdict},
    diagnostic::{Finding, Gravity},
    import::{NotSent, Outcome},
    indicator::Indicator,
    mapping::{NOTES, written_list},
    plan::{Endpoint, EntryId, moment},
};

use super::{Evidence, NamedFile, csv::write_row, file_name, parts, portal::HEADER};

/// What the API takes besides what the portal has a column for.
const BESIDES: [&str; 3] = ["Application", "EducateUrl", "ExternalId"];

/// The cells that are read back: those under the portal's [`HEADER`], then those under [`BESIDES`].
type Cells<'c> = [Cow<'c, str>; HEADER.len() + BESIDES.len()];

/// The cells under [`NOTES`].
#[derive(Default)]
struct Note<'n> {
    outcome: &'n str,
    code: &'n str,
    reason: Cow<'n, str>,
    target: &'n str,
    /// The record as it stands in the source, where it could not be taken apart.
    record: &'n str,
}

/// The rows that the checks refused and those that the API rejected. `None` where there are none.
#[must_use]
pub fn rejects(evidence: &Evidence<'_>) -> Option<NamedFile> {
    let mut table = Table::new(evidence);
    for row in 0..evidence.ledger.len() {
        if evidence.ledger.verdict(row) == Verdict::Refused {
            table.refused(row);
        } else {
            table.entries(row, |outcome| matches!(outcome, Outcome::Rejected { .. }));
        }
    }
    table.file("rejects.csv")
}

/// The rows that were to be sent and were not, those included that were left alone for what others have
/// done meanwhile, and those whose answer is unknown; not those that the user or the guard held back, nor
/// what the tenant has already. `None` where there are none.
#[must_use]
pub fn unsent(evidence: &Evidence<'_>) -> Option<NamedFile> {
    let mut table = Table::new(evidence);
    let ledger = evidence.ledger;
    for row in 0..ledger.len() {
        let is_left = |outcome: &Outcome| {
            !ledger.has_tasks() && Evidence::meanwhile(ledger, row, Some(outcome)).is_some()
        };
        match ledger.held_back(row) {
            None => table.entries(row, |outcome| is_still_to_send(outcome) || is_left(outcome)),
            Some(reason) => table.held_back(row, &Outcome::NotSent { reason }),
        }
    }
    table.file("not-sent.csv")
}

/// Whether something is still to be sent, so far as it is known.
pub(crate) fn is_still_to_send(outcome: &Outcome) -> bool {
    match outcome {
        Outcome::Unconfirmed => true,
        Outcome::NotSent { reason } => match reason {
            NotSent::OverQuota | NotSent::Cancelled => true,
            NotSent::Unchanged | NotSent::LeftOut | NotSent::Guarded => false,
        },
        Outcome::Accepted { .. } | Outcome::Rejected { .. } => false,
    }
}

/// A table that is being written.
struct Table<'r> {
    evidence: &'r Evidence<'r>,
    text: String,
    is_empty: bool,
}

impl<'r> Table<'r> {
    fn new(evidence: &'r Evidence<'r>) -> Self {
        let mut text = "\u{FEFF}".to_owned();
        write_row(&mut text, HEADER.into_iter().chain(BESIDES).chain(NOTES));
        Self {
            evidence,
            text,
            is_empty: true,
        }
    }

    fn file(self, name: &str) -> Option<NamedFile> {
        (!self.is_empty).then(|| NamedFile {
            name: name.to_owned(),
            bytes: self.text.into_bytes(),
        })
    }

    fn refused(&mut self, row: u32) {
        let ledger = self.evidence.ledger;
        let Some(full) = ledger.row(row) else {
            return;
        };
        let errors = full.diagnostics.iter().map(|found| &found.finding);
        let errors: Vec<&Finding> = errors
            .filter(|finding| finding.gravity() == Gravity::Error)
            .collect();
        let reasons: Vec<String> = errors.iter().map(ToString::to_string).collect();
        let draft = ledger.draft(row);
        let note = Note {
            outcome: "refused",
            code: errors.first().map_or("", |first| first.code()),
            reason: reasons.join(" ").into(),
            record: draft.as_ref().map_or(ledger.source_of(row), |_| ""),
            target: "",
        };
        self.write(row, &of_draft(draft.unwrap_or_default()), &note);
    }

    /// The entries of a row of which something became that is meant.
    fn entries(&mut self, row: u32, is_meant: impl Fn(&Outcome) -> bool) {
        let Evidence { ledger, plan, .. } = *self.evidence;
        // To read a deletion again would be to import what was to go away.
        let sent = |id: &EntryId| plan.entries[id.0 as usize].endpoint != Endpoint::Delete;
        for id in plan.of_row(row).filter(sent) {
            let outcome = self.evidence.outcome(id);
            let outcome = outcome.unwrap_or(&Outcome::NotSent {
                reason: NotSent::Cancelled,
            });
            let Some(indicator) = ledger.indicator(row).filter(|_| is_meant(outcome)) else {
                continue;
            };
            let value = &plan.entries[id.0 as usize].value;
            self.unsent(row, indicator, value, outcome);
        }
    }

    /// A row that was not to be sent, where it would be another time.
    fn held_back(&mut self, row: u32, outcome: &Outcome) {
        let indicator = self.evidence.ledger.indicator(row);
        if let Some(indicator) = indicator.filter(|_| is_still_to_send(outcome)) {
            let value = indicator.value.clone();
            self.unsent(row, indicator, &value, outcome);
        }
    }

    fn unsent(&mut self, row: u32, indicator: Indicator<'_>, value: &str, outcome: &Outcome) {
        let indicator = with_kept(indicator, self.evidence.ledger.carried(row));
        let category = self.evidence.ledger.stated_field(row, Field::Category);
        let told = parts(Some(outcome));
        let note = Note {
            outcome: told.outcome.unwrap_or(""),
            code: told.reason.unwrap_or(""),
            reason: told.failure_reason.unwrap_or("").into(),
            target: told.target.unwrap_or(""),
            record: "",
        };
        self.write(row, &of_indicator(indicator, value, category), &note);
    }

    fn write(&mut self, row: u32, cells: &Cells<'_>, note: &Note<'_>) {
        let ledger = self.evidence.ledger;
        let line = ledger.line_of(row).to_string();
        let told = [
            note.outcome,
            note.code,
            &note.reason,
            note.target,
            file_name(ledger, row),
            &line,
            note.record,
        ];
        let cells = cells.iter().map(AsRef::as_ref);
        write_row(&mut self.text, cells.chain(told));
        self.is_empty = false;
    }
}

/// An indicator with the device groups and the expiration of the tenant's that it was to keep. Read again,
/// a blank would say all devices, or never.
pub(super) fn with_kept<'i>(mut indicator: Indicator<'i>, carried: &str) -> Indicator<'i> {
    let object: Option<Value> = serde_json::from_str(&format!("{{\"\":0{carried}}}")).ok();
    let kept = |name: &str| object.as_ref().and_then(|object| object.get(name));
    if let Some(text) = kept("expirationTime").and_then(Value::as_str) {
        indicator.expiration = check::moment(text);
    }
    if let Some(names) = kept("rbacGroupNames").and_then(Value::as_array) {
        let names = names.iter().filter_map(Value::as_str);
        indicator.rbac_group_names = names.map(|name| name.to_owned().into()).collect();
    }
    indicator
}

/// An indicator as it was to be sent.
fn of_indicator<'c>(
    indicator: Indicator<'c>,
    value: &'c str,
    category: Option<Cow<'c, str>>,
) -> Cells<'c> {
    let expiration = indicator.expiration.and_then(moment).map(Cow::Owned);
    let alert = indicator.generate_alert;
    [
        indicator.indicator_type.as_str().into(),
        value.into(),
        expiration.unwrap_or_default(),
        indicator.action.as_str().into(),
        indicator.severity.map_or("", |level| level.as_str()).into(),
        indicator.title,
        indicator.description,
        indicator.recommended_actions.unwrap_or_default(),
        written_list(&indicator.rbac_group_names).into(),
        category.unwrap_or_default(),
        written_list(&indicator.mitre_techniques).into(),
        alert.map_or(Cow::Borrowed(""), |alert| alert.to_string().into()),
        indicator.application.unwrap_or_default(),
        indicator.educate_url.unwrap_or_default(),
        indicator.external_id.unwrap_or_default(),
    ]
}

/// A row as it was given.
fn of_draft(draft: Draft<'_>) -> Cells<'_> {
    [
        draft.indicator_type.unwrap_or_default(),
        draft.value.unwrap_or_default(),
        draft.expiration.unwrap_or_default(),
        draft.action.unwrap_or_default(),
        draft.severity.unwrap_or_default(),
        draft.title.unwrap_or_default(),
        draft.description.unwrap_or_default(),
        draft.recommended_actions.unwrap_or_default(),
        written_list(&draft.rbac_group_names).into(),
        draft.category.unwrap_or_default(),
        written_list(&draft.mitre_techniques).into(),
        draft.generate_alert.unwrap_or_default(),
        draft.application.unwrap_or_default(),
        draft.educate_url.unwrap_or_default(),
        draft.external_id.unwrap_or_default(),
    ]
}
