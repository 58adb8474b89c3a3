//! From the session's own terms to those of the module.

use ioculate_core::{
    clock::WallTime,
    diagnostic::Diagnostic,
    import,
    report::NamedFile,
    session::{
        self, Cause as CoreCause, ExportFile, Fates as CoreFates, GuardState,
        Progress as CoreProgress, ReportSummary, RowView, SourceFile, Stopped, Summary, Waiting,
    },
};

use super::{
    ActionCount, Caught, Cause, Change, Column, Counts, Example, Fates, Finding, Guard, Held,
    Moment, Outcome, Outlook, Plan, Progress, Reason, ReportFile, Row, RunSummary, Source,
    StoppedBy, StoppedCode, TypeCount, Why,
};

#[allow(clippy::cast_precision_loss, reason = "a date is far below 2^53")]
fn moment(at: WallTime) -> Moment {
    at.0 as f64
}

#[allow(clippy::cast_precision_loss, reason = "a file is far below 2^53 bytes")]
fn size(bytes: u64) -> f64 {
    bytes as f64
}

impl From<Summary> for Plan {
    fn from(summary: Summary) -> Self {
        let by_type = summary.by_type.into_iter();
        let by_action = summary.by_action.into_iter();
        Self {
            files: summary.files.into_iter().map(Into::into).collect(),
            counts: summary.counts.into(),
            by_type: by_type
                .map(|(kind, rows)| TypeCount {
                    kind: kind.into(),
                    rows,
                })
                .collect(),
            by_action: by_action
                .map(|(action, rows)| ActionCount {
                    action: action.into(),
                    rows,
                })
                .collect(),
            causes: summary.causes.into_iter().map(Into::into).collect(),
            changes: summary.changes.into_iter().map(Into::into).collect(),
            entries: summary.entries,
            deletions: summary.deletions,
            calls: summary.calls,
            held: summary
                .held
                .into_iter()
                .map(|(why, rows)| Held {
                    why: why.into(),
                    rows,
                })
                .collect(),
            guard: Guard {
                lists: matches!(summary.guard, GuardState::Loaded { .. }),
                caught: summary.guarded.into_iter().map(Into::into).collect(),
            },
            outlook: summary.outlook.map(Into::into),
        }
    }
}

impl From<session::Counts> for Counts {
    fn from(counts: session::Counts) -> Self {
        Self {
            records: counts.records,
            ready: counts.ready,
            duplicate: counts.duplicate,
            conflict: counts.conflict,
            refused: counts.refused,
            ignored: counts.ignored,
        }
    }
}

impl From<SourceFile> for Source {
    fn from(file: SourceFile) -> Self {
        let mapping = file.reading.as_ref().and_then(|it| it.mapping.as_ref());
        Self {
            name: file.name,
            kind: file.reading.as_ref().map(|reading| reading.kind.into()),
            encoding: file.encoding,
            bytes: size(file.bytes),
            records: file.records,
            ready: file.ready,
            mapping: mapping.map(Into::into),
            columns: file
                .columns
                .into_iter()
                .map(|column| Column {
                    name: column.name,
                    samples: column.samples,
                })
                .collect(),
            findings: file.diagnostics.iter().map(Into::into).collect(),
        }
    }
}

impl From<&Diagnostic> for Finding {
    fn from(found: &Diagnostic) -> Self {
        Self {
            code: found.code().to_owned(),
            gravity: found.gravity().into(),
            message: found.to_string(),
        }
    }
}

impl From<CoreCause> for Cause {
    fn from(cause: CoreCause) -> Self {
        Self {
            finding: (&cause.example).into(),
            rows: cause.count,
            example: cause.example_value,
        }
    }
}

impl From<session::Rewriting> for Change {
    fn from(rewriting: session::Rewriting) -> Self {
        Self {
            kind: rewriting.kind.into(),
            rows: rewriting.rows,
            example: rewriting.example.map(|change| Example {
                before: change.before.to_string(),
                after: change.after.to_string(),
            }),
        }
    }
}

impl From<session::Guarded> for Caught {
    fn from(guarded: session::Guarded) -> Self {
        Self {
            list: guarded.list,
            stops: guarded.stops,
            rows: guarded.rows,
            overridden: guarded.overridden,
            example: guarded.example,
        }
    }
}

impl From<session::Outlook> for Outlook {
    fn from(outlook: session::Outlook) -> Self {
        Self {
            fates: outlook.fates.into(),
            sent: outlook.sent.into(),
            at: moment(outlook.at),
            used: outlook.used,
            most: outlook.most,
            is_part: outlook.is_part,
        }
    }
}

impl From<CoreFates> for Fates {
    fn from(fates: CoreFates) -> Self {
        Self {
            create: fates.create,
            update: fates.update,
            unchanged: fates.unchanged,
            tenant_conflict: fates.tenant_conflict,
            over_quota: fates.over_quota,
            delete: fates.delete,
            restore: fates.restore,
        }
    }
}

impl From<RowView> for Row {
    fn from(row: RowView) -> Self {
        Self {
            row: row.row,
            line: row.line,
            verdict: row.verdict.into(),
            kind: row.indicator_type.map(Into::into),
            value: row.value,
            given: row.given,
            action: row.action.map(Into::into),
            severity: row.severity.map(Into::into),
            expires: row.expires.map(moment),
            title: row.title,
            finding: row.finding.as_ref().map(Into::into),
            fate: row.fate.map(Into::into),
            held: row.held.map(Into::into),
            outcome: row.outcome.map(Into::into),
        }
    }
}

impl From<import::Outcome> for Outcome {
    fn from(outcome: import::Outcome) -> Self {
        match outcome {
            import::Outcome::Accepted { id } => Self::Accepted { id },
            import::Outcome::Rejected { reason, .. } => Self::Rejected { reason },
            import::Outcome::Unconfirmed => Self::Unconfirmed,
            import::Outcome::NotSent { reason } => Self::NotSent {
                reason: reason.into(),
            },
        }
    }
}

impl Progress {
    /// How the run goes, and whether another program can go on with it.
    #[must_use]
    pub fn of(progress: &CoreProgress, resumable: bool) -> Self {
        let (why, until) = Why::of(&progress.why);
        Self {
            entries: progress.entries,
            accepted: progress.accepted,
            rejected: progress.rejected,
            in_flight: progress.in_flight,
            unconfirmed: progress.unconfirmed,
            waiting: progress.waiting,
            quota_used: progress.quota_used,
            quota: progress.quota,
            why,
            until,
            seconds_left: progress.seconds_left,
            ending: progress.cancelling,
            resumable,
        }
    }
}

impl Why {
    fn of(waiting: &Waiting) -> (Self, Option<Moment>) {
        match waiting {
            Waiting::Nothing => (Self::Nothing, None),
            Waiting::Answers => (Self::Answers, None),
            Waiting::Quota { until } => (Self::Quota, Some(moment(*until))),
            Waiting::Retry { until, .. } => (Self::Retry, Some(moment(*until))),
            Waiting::Paused => (Self::Paused, None),
            Waiting::Trouble { until, .. } => (Self::Trouble, until.map(moment)),
            Waiting::SignIn { .. } => (Self::SignIn, None),
            Waiting::Offline => (Self::Offline, None),
            Waiting::Listing => (Self::Listing, None),
            Waiting::Journal { .. } => (Self::Journal, None),
        }
    }
}

impl StoppedBy {
    /// What a run that nobody attends cannot wait for: it is ended.
    #[must_use]
    pub fn waiting(waiting: &Waiting) -> Option<Self> {
        let (code, message) = match waiting {
            Waiting::SignIn { code } => (StoppedCode::SignIn, code.clone()),
            Waiting::Trouble {
                message,
                until: None,
                ..
            } => (StoppedCode::Trouble, message.clone()),
            Waiting::Journal { message } => (StoppedCode::Journal, message.clone()),
            _ => return None,
        };
        Some(Self {
            code,
            message,
            cause: None,
        })
    }
}

impl From<Stopped> for StoppedBy {
    fn from(stopped: Stopped) -> Self {
        let (code, message) = match stopped {
            Stopped::Cancelled => (StoppedCode::Cancelled, String::new()),
            Stopped::Unfinished => (StoppedCode::Unfinished, String::new()),
            Stopped::Gate(_) => (StoppedCode::Gate, String::new()),
            Stopped::Forbidden { message, .. } => (StoppedCode::Forbidden, message),
            Stopped::WrongHost { .. } => (StoppedCode::WrongHost, String::new()),
            Stopped::OverQuota { message } => (StoppedCode::OverQuota, message),
        };
        Self {
            code,
            message,
            cause: None,
        }
    }
}

impl RunSummary {
    /// How the run ended; `why` where it was ended since nobody attends it.
    #[must_use]
    pub fn of(report: ReportSummary, why: Option<StoppedBy>) -> Self {
        let reasons = report.reasons.into_iter();
        Self {
            resumable: report.run.is_some(),
            run: report.run.map(|run| run.0),
            started: moment(report.started),
            ended: moment(report.ended),
            calls: report.calls,
            counts: report.counts.into(),
            accepted: report.accepted,
            rejected: report.rejected,
            unconfirmed: report.unconfirmed,
            not_sent: report.not_sent,
            deleted: report.deleted,
            reasons: reasons
                .map(|reason| Reason {
                    text: reason.text,
                    rows: reason.rows,
                })
                .collect(),
            stopped: why.or(report.stopped.map(Into::into)),
        }
    }
}

impl ReportFile {
    /// A file as it was made.
    #[must_use]
    pub fn of(file: NamedFile) -> Self {
        let ExportFile { name, media_type } = ExportFile::of(&file);
        Self {
            name,
            media_type,
            bytes: file.bytes,
        }
    }
}
