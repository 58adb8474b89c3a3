//! Files to keep: the report of a run, and the plan for those whose page cannot send.

use crate::{
    import::History,
    plan::{EntryId, Plan},
    report::{self, Evidence, NamedFile},
};

use super::{Event, ExportFile, ExportKind, Message, Session};

const CSV: &str = "text/csv;charset=utf-8";
const JSON: &str = "application/json";
const TEXT: &str = "text/plain;charset=utf-8";

impl Session {
    /// Makes the files asked for, if there is something to say. There is no report before a run has
    /// ended.
    pub(super) fn export(&mut self, kind: ExportKind) {
        let files = match kind {
            ExportKind::ReportCsv => self.report_csv(),
            ExportKind::ReportJson => self.report_json(),
            ExportKind::PortalCsv => report::portal_csv(&self.ledger, &self.plan()).files,
            ExportKind::Rejects => self.rejects(),
            ExportKind::Unsent => self.unsent(),
            ExportKind::Deletions => self.deletions(),
            ExportKind::RequestBodies => report::request_bodies(&self.plan(), &self.limits),
        };
        if !files.is_empty() {
            self.news.push(message(files));
        }
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

pub(super) fn message(files: Vec<NamedFile>) -> Message {
    let list = files.iter().map(|file| ExportFile {
        name: file.name.clone(),
        media_type: media_type(&file.name).to_owned(),
    });
    Message {
        event: Event::Export {
            files: list.collect(),
        },
        files: files.into_iter().map(|file| file.bytes).collect(),
    }
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("csv") => CSV,
        Some("json") => JSON,
        _ => TEXT,
    }
}
