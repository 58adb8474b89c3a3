//! How a text is read, and how else it could be.

use super::{Intake, SourceKind, detect::begins_as_json, table};
use crate::{mapping::Reading, session::ColumnView};

/// What was found out about a text before its records are read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Survey {
    kind: SourceKind,
    table: Option<table::Plan>,
    /// What the user chose, if that is how it is read.
    chosen: Option<Reading>,
    /// As what else it could be read, what it is read as included.
    pub(crate) kinds: Vec<SourceKind>,
}

impl Survey {
    /// Looks at a text that is to be read as `kind`.
    pub(crate) fn new(kind: SourceKind, name: &str, text: &str) -> Self {
        Self {
            kind,
            table: plan(kind, name, text),
            chosen: None,
            kinds: kinds(kind, text),
        }
    }

    /// The same text, to be read otherwise; `None` where that makes no sense.
    pub(crate) fn otherwise(&self, reading: &Reading, name: &str, text: &str) -> Option<Self> {
        if !self.kinds.contains(&reading.kind) {
            return None;
        }
        let table = match (&reading.mapping, reading.kind) {
            (Some(mapping), SourceKind::Table) => Some(table::chosen(text, mapping)?),
            (_, kind) => plan(kind, name, text),
        };
        Some(Self {
            kind: reading.kind,
            table,
            chosen: Some(reading.clone()),
            kinds: self.kinds.clone(),
        })
    }

    /// How the text is read.
    pub(crate) fn reading(&self) -> Reading {
        Reading {
            kind: self.kind,
            mapping: self.table.as_ref().map(|plan| plan.mapping.clone()),
        }
    }

    /// What the text was seen to be, before the user chose.
    pub(crate) fn seen(&self) -> SourceKind {
        self.kinds.first().copied().unwrap_or(self.kind)
    }

    /// What the user chose, if that is how it is read.
    pub(crate) fn chosen(&self) -> Option<&Reading> {
        self.chosen.as_ref()
    }

    /// The columns, where it is a table.
    pub(crate) fn columns(&self) -> &[ColumnView] {
        self.table.as_ref().map_or(&[], |plan| &plan.columns)
    }

    /// What stands between the cells, where it is a table.
    pub(crate) fn delimiter(&self) -> Option<char> {
        self.table.as_ref().map(|plan| plan.mapping.delimiter)
    }

    /// Reads the text.
    pub(crate) fn read(&self, text: &str, intake: &mut Intake<'_>) {
        match (&self.table, self.kind) {
            (Some(plan), SourceKind::Table) => table::read(text, plan, intake),
            (_, kind) => super::read(kind, text, intake),
        }
    }
}

fn plan(kind: SourceKind, name: &str, text: &str) -> Option<table::Plan> {
    match kind {
        SourceKind::PortalCsv => table::of_portal(text, &table::portal::header(text)?),
        SourceKind::Table => table::any(name, text),
        _ => None,
    }
}

/// As what a text could be read that is read as `kind`.
fn kinds(kind: SourceKind, text: &str) -> Vec<SourceKind> {
    // What is to be done to the tenant is nothing else, and nothing else is that.
    if kind == SourceKind::TenantChanges {
        return vec![kind];
    }
    let has_lines = matches!(
        kind,
        SourceKind::PortalCsv
            | SourceKind::Table
            | SourceKind::Hosts
            | SourceKind::Prose
            | SourceKind::List
    );
    let candidates = [
        (SourceKind::ApiJson, begins_as_json(text)),
        (SourceKind::Table, has_lines),
        (SourceKind::List, true),
        // Whatever a text is, what stands in it can be looked for.
        (SourceKind::Prose, true),
    ];
    let others = candidates
        .into_iter()
        .filter(|&(other, makes_sense)| makes_sense && other != kind)
        .map(|(other, _)| other);
    std::iter::once(kind).chain(others).collect()
}
