//! What was read, in numbers and causes.

use crate::{
    change::Field,
    diagnostic::{Diagnostic, Finding, clipped},
    import::NotSent,
    ledger::{ChangeCount, CodeCount, File, Ledger},
    order::{self, by_figure, most_first},
    plan::Outline,
    source::Survey,
};

use super::{Cause, Fix, Purpose, Rewriting, Session, SourceFile, Summary};

/// How much of a value a cause shows.
const EXAMPLE: usize = 200;

impl Session {
    pub(super) fn summary(&self, asked: bool) -> Summary {
        let tally = self.ledger.tally();
        let outline = Outline::of(&self.ledger);
        let causes: Vec<Cause> = tally
            .codes
            .iter()
            .filter_map(|code| cause(&self.ledger, code))
            .collect();
        let causes = by_figure(causes, |cause| {
            -((i128::from(cause.gravity as u8) << 32) + i128::from(cause.count))
        });
        Summary {
            files: files(&self.ledger, &tally.ready),
            counts: self.ledger.counts(),
            by_type: most_first(outline.by_type()),
            by_action: most_first(outline.by_action()),
            causes,
            changes: rewritings(&self.ledger, &tally.changes),
            changed: tally.changed,
            weaker_hashes: self.ledger.weaker_hashes(),
            entries: outline.len(),
            deletions: outline.deletions(),
            calls: outline.calls(&self.limits),
            calls_per_window: self
                .limits
                .import
                .iter()
                .map(|quota| quota.calls)
                .min()
                .unwrap_or(0),
            purpose: self.prepared.purpose.clone(),
            outlook: self.outlook(),
            guard: self.guard_state(),
            guarded: self.foresight.guarded.clone(),
            held: held(&self.ledger),
            steps: self.steps(),
            asked,
        }
    }
}

impl Summary {
    /// Indicators that would be imported; of what takes back or deletes, all that it is about.
    #[must_use]
    pub const fn imports(&self) -> u32 {
        match self.purpose {
            Purpose::Import => self.entries.saturating_sub(self.deletions),
            Purpose::Undo { .. } | Purpose::Delete => self.entries,
        }
    }
}

/// Ready rows that stay behind, by why.
fn held(ledger: &Ledger) -> Vec<(NotSent, u32)> {
    let mut held: Vec<(NotSent, u32)> = Vec::new();
    for why in (0..ledger.len()).filter_map(|row| ledger.held_back(row)) {
        order::count(&mut held, why);
    }
    most_first(held)
}

fn files(ledger: &Ledger, ready: &[u32]) -> Vec<SourceFile> {
    let ready = ready.iter().copied().chain(std::iter::repeat(0));
    let files = ledger.files().iter().zip(ready);
    files
        .map(|(file, ready)| source_file(file, ready))
        .collect()
}

/// The ways in which rows were changed, each with its first row's change.
fn rewritings(ledger: &Ledger, counts: &[ChangeCount]) -> Vec<Rewriting> {
    let counts = counts.iter().map(|count| (*count, count.count)).collect();
    let rewriting = |(count, rows): (ChangeCount, u32)| Rewriting {
        kind: count.kind,
        rows,
        example: ledger
            .row(count.first)
            .and_then(|row| row.listed_changes().find(|it| it.kind == count.kind)),
    };
    most_first(counts).into_iter().map(rewriting).collect()
}

fn source_file(file: &File, ready: u32) -> SourceFile {
    let survey = file.survey();
    SourceFile {
        name: file.name.clone(),
        kind: file
            .kind
            .map(|kind| kind.as_str().to_owned())
            .unwrap_or_default(),
        encoding: file
            .encoding
            .map(|encoding| encoding.as_str().to_owned())
            .unwrap_or_default(),
        bytes: file.bytes,
        records: file.records,
        ready,
        reading: survey.map(Survey::reading),
        kinds: survey.map_or_else(Vec::new, |survey| survey.kinds.clone()),
        columns: survey.map_or_else(Vec::new, |survey| survey.columns().to_vec()),
        diagnostics: file.diagnostics.clone(),
    }
}

/// A cause with the first row that has it.
fn cause(ledger: &Ledger, code: &CodeCount) -> Option<Cause> {
    let example = found(ledger, code)?;
    let is_decided =
        matches!(example.finding, Finding::Conflict { .. }) && ledger.has_chosen_everywhere();
    Some(Cause {
        code: code.code.to_owned(),
        gravity: example.gravity(),
        count: code.count,
        example_value: example_value(ledger, code.first),
        fixes: if is_decided {
            Vec::new()
        } else {
            for_all(&example)
        },
        example,
    })
}

fn found(ledger: &Ledger, code: &CodeCount) -> Option<Diagnostic> {
    let row = ledger.row(code.first)?;
    row.diagnostics
        .into_iter()
        .find(|found| found.code() == code.code)
}

/// The value as given; the record itself where it has none.
fn example_value(ledger: &Ledger, row: u32) -> String {
    let given = ledger.given_field(row, Field::IndicatorValue);
    let given = given.filter(|value| !value.is_empty());
    clipped(
        given.as_deref().unwrap_or_else(|| ledger.source_of(row)),
        EXAMPLE,
    )
}

/// The fixes that make sense for several rows at once.
fn for_all(found: &Diagnostic) -> Vec<Fix> {
    let mut fixes = found.finding.fixes();
    fixes.retain(|fix| *fix != Fix::ChooseThis);
    fixes
}

/// A length as the page counts.
pub(super) fn count(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}
