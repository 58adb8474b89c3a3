//! Files to keep: the report of a run, and the plan for those whose page cannot send.

use std::sync::Arc;

use crate::{
    import::History,
    plan::{EntryId, Plan},
    report::{self, Evidence, NamedFile, Shell},
};

use super::{ExportFile, ExportKind, Purpose, Session};

const CSV: &str = "text/csv;charset=utf-8";
const JSON: &str = "application/json";
const TEXT: &str = "text/plain;charset=utf-8";
const RUN: &str = "application/octet-stream";

/// Files to keep, each made when it is asked for.
pub type Files<'s> = Box<dyn Iterator<Item = NamedFile> + 's>;

impl Session {
    /// The files asked for, none where there is nothing to say. There is no report before a run has
    /// ended.
    #[must_use]
    pub fn files(&self, kind: ExportKind) -> Files<'_> {
        let made = match kind {
            ExportKind::ReportCsv => self.report_csv(),
            ExportKind::ReportJson => self.report_json(),
            ExportKind::PortalCsv => {
                let (plan, entries) = self.still_to_send();
                report::portal_csv(&self.ledger, &plan, entries).files
            }
            ExportKind::Rejects => self.rejects(),
            ExportKind::Unsent => self.unsent(),
            ExportKind::Deletions => self.deletions(),
            ExportKind::RequestBodies => return self.request_bodies(),
            ExportKind::BashScript => self.script(Shell::Bash),
            ExportKind::PowerShellScript => self.script(Shell::PowerShell),
            ExportKind::HuntingQuery => {
                let (plan, entries) = self.still_to_send();
                report::hunting_queries(&plan, entries)
            }
        };
        Box::new(made.into_iter())
    }

    /// The plan, and what of it has not reached the tenant: all of it before a run.
    fn still_to_send(&self) -> (Arc<Plan>, Vec<EntryId>) {
        let plan = self.plan();
        let evidence = self
            .ended
            .as_ref()
            .map(|ended| ended.evidence(&self.ledger));
        let of = |id| evidence.as_ref().and_then(|evidence| evidence.outcome(id));
        let is_left = |id: &EntryId| of(*id).is_none_or(report::is_still_to_send);
        let entries = plan.ids().filter(is_left).collect();
        (plan, entries)
    }

    fn request_bodies(&self) -> Files<'_> {
        let is_before = self.ended.is_none() && !self.is_sending();
        let bodies = is_before.then(|| report::bodies_of(&self.ledger, &self.limits));
        if let Some(bodies) = bodies.flatten() {
            return Box::new(bodies);
        }
        let (plan, entries) = self.still_to_send();
        Box::new(report::request_bodies(plan, &self.limits, entries))
    }

    fn script(&self, shell: Shell) -> Vec<NamedFile> {
        let (plan, entries) = self.still_to_send();
        let file = report::script(shell, &self.api_base, &plan, &self.limits, entries);
        file.into_iter().collect()
    }

    /// What is known of the rows: before a run has ended, nothing but what the checks say.
    fn rejects(&self) -> Vec<NamedFile> {
        let file = match &self.ended {
            Some(ended) => report::rejects(&ended.evidence(&self.ledger)),
            None => report::rejects(&Evidence {
                ledger: &self.ledger,
                plan: &Plan::default(),
                history: &History::default(),
                otherwise: None,
            }),
        };
        file.into_iter().collect()
    }

    /// The same of a list that was sent; nothing else can be read again.
    pub(super) fn left_to_mend(&self) -> Option<NamedFile> {
        let is_of_list = !self.is_sending() && self.prepared.purpose == Purpose::Import;
        let ended = self.ended.as_ref().filter(|_| is_of_list)?;
        report::rejects(&ended.evidence(&self.ledger))
    }

    /// Before a run has ended, all that it would delete.
    fn deletions(&self) -> Vec<NamedFile> {
        let ended = self.ended.as_ref();
        let of = |id: EntryId| ended.and_then(|ended| ended.history.outcome(id));
        report::deletions(&self.plan(), &self.limits, of)
    }

    fn unsent(&self) -> Vec<NamedFile> {
        let ended = self.ended.as_ref();
        let file = ended.and_then(|ended| report::unsent(&ended.evidence(&self.ledger)));
        file.into_iter().collect()
    }

    fn report_csv(&self) -> Vec<NamedFile> {
        let csv = self.ended.as_ref().map(|ended| NamedFile {
            name: "report.csv".to_owned(),
            bytes: report::to_csv(&ended.evidence(&self.ledger)),
        });
        csv.into_iter().collect()
    }

    fn report_json(&self) -> Vec<NamedFile> {
        let json = self.ended.as_ref().map(|ended| NamedFile {
            name: "report.json".to_owned(),
            bytes: report::to_json(&ended.evidence(&self.ledger), &ended.summary),
        });
        json.into_iter().collect()
    }
}

impl ExportFile {
    /// A file that was made, as it is told of.
    #[must_use]
    pub fn of(file: &NamedFile) -> Self {
        Self {
            name: file.name.clone(),
            media_type: media_type(&file.name).to_owned(),
        }
    }
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("csv") => CSV,
        Some("json") => JSON,
        Some("iocrun") => RUN,
        _ => TEXT,
    }
}
