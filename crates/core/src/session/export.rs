//! Files to keep: the report of a run, and the plan for those whose page cannot send.

use crate::report::{self, NamedFile};

use super::{Event, ExportFile, ExportKind, Message, Session};

const CSV: &str = "text/csv;charset=utf-8";
const JSON: &str = "application/json";
const TEXT: &str = "text/plain;charset=utf-8";

impl Session {
    /// Makes the files asked for. There is no report before a run has ended.
    pub(super) fn export(&mut self, kind: ExportKind) {
        let files = match kind {
            ExportKind::ReportCsv => self.report_csv(),
            ExportKind::ReportJson => self.report_json(),
            ExportKind::PortalCsv => report::portal_csv(&self.ledger, &self.plan()).files,
            // Made by the report once it knows them.
            ExportKind::Rejects | ExportKind::Unsent => Vec::new(),
            ExportKind::RequestBodies => report::request_bodies(&self.plan(), &self.limits),
        };
        if !files.is_empty() {
            self.news.push(message(files));
        }
    }

    fn report_csv(&self) -> Vec<NamedFile> {
        let csv = self.ended.as_ref().map(|ended| NamedFile {
            name: "report.csv".to_owned(),
            bytes: report::to_csv(&self.ledger, &ended.plan, |id| ended.entry(id)),
        });
        csv.into_iter().collect()
    }

    fn report_json(&self) -> Vec<NamedFile> {
        let json = self.ended.as_ref().map(|ended| NamedFile {
            name: "report.json".to_owned(),
            bytes: report::to_json(&self.ledger, &ended.plan, &ended.summary, |id| {
                ended.entry(id)
            }),
        });
        json.into_iter().collect()
    }
}

fn message(files: Vec<NamedFile>) -> Message {
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
