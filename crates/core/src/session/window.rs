//! Rows as the page shows them: a window of those that pass a filter, and one in full.
//!
//! The rows that pass a filter are found once and kept until they may be others, so that scrolling
//! a long table costs no more than the rows in sight.

use std::borrow::Cow;

use crate::{
    change::{ChangeKind, Field},
    check::Row,
    diagnostic::{Diagnostic, Gravity, clipped},
    ledger::Ledger,
    report::Evidence,
};

use super::{
    AttemptView, Compared, Detail, Excerpt, Filter, Fix, RowView, Session, Window, later,
    summary::count,
};

/// The most characters of a value that a window shows.
pub(super) const VALUE: usize = 1_000;

/// The most characters of a record that a detail shows.
const SOURCE: usize = 4_000;

/// The most rows that one window holds, whatever is asked for.
pub(super) const MOST_ROWS: u32 = 1_000;

/// The rows that pass a filter.
#[derive(Clone, Debug)]
pub(super) struct Selection {
    filter: Filter,
    rows: Passing,
}

#[derive(Clone, Debug)]
enum Passing {
    /// So many: every row.
    All(u32),
    /// These.
    Some(Vec<u32>),
}

impl Passing {
    fn len(&self) -> u32 {
        match self {
            Self::All(len) => *len,
            Self::Some(rows) => count(rows.len()),
        }
    }

    /// The row at a place within the filter.
    fn row(&self, place: u32) -> Option<u32> {
        match self {
            Self::All(len) => (place < *len).then_some(place),
            Self::Some(rows) => rows.get(place as usize).copied(),
        }
    }
}

impl Session {
    #[inline]
    pub(super) fn window(&mut self, filter: Filter, start: u32, count: u32) -> Window {
        let selection = match self.selection.take() {
            Some(selection) if selection.filter == filter => selection,
            _ => self.select(filter),
        };
        let end = start.saturating_add(count.min(MOST_ROWS));
        let rows = (start..end).map_while(|place| selection.rows.row(place));
        let window = Window {
            start,
            total: selection.rows.len(),
            rows: rows.filter_map(|row| self.view(row)).collect(),
        };
        self.selection = Some(selection);
        window
    }

    #[inline]
    fn select(&self, filter: Filter) -> Selection {
        let rows = if filter == Filter::default() {
            Passing::All(self.ledger.len())
        } else {
            Passing::Some(self.passing(&filter))
        };
        Selection { filter, rows }
    }

    /// The rows that pass a filter, in its order.
    pub(super) fn passing(&self, filter: &Filter) -> Vec<u32> {
        let mut rows = self.ledger.select_with(filter, |row| self.outcome(row));
        rows.retain(|&row| self.is_foreseen(row, filter));
        if let Some(sort) = filter.sort {
            rows = self.ledger.sorted(rows, sort);
        }
        if filter.descending {
            rows.reverse();
        }
        rows
    }

    #[inline]
    fn view(&self, row: u32) -> Option<RowView> {
        Some(self.view_of(row, &self.ledger.row(row)?))
    }

    #[inline]
    fn view_of(&self, row: u32, full: &Row<'_>) -> RowView {
        let ledger = &self.ledger;
        let indicator = full.indicator.as_ref();
        let value = ledger.value(row);
        let given = ledger.given_field(row, Field::IndicatorValue);
        let action = indicator.map(|indicator| indicator.action);
        let written = given_action(ledger, row, action.is_none());
        let title = indicator.map(|indicator| indicator.title.clone());
        let outcome = self.outcome(row).cloned();
        let meanwhile = Evidence::meanwhile(ledger, row, outcome.as_ref());
        RowView {
            row,
            file: ledger.file_of(row),
            line: ledger.line_of(row),
            verdict: full.verdict,
            outcome,
            indicator_type: ledger.indicator_type(row),
            value: clipped(value, VALUE),
            given: given
                .filter(|given| !given.is_empty() && given != value)
                .map(|given| clipped(&given, VALUE)),
            action: action.or_else(|| ledger.action(row)),
            action_given: written,
            severity: indicator.and_then(|indicator| indicator.severity),
            expires: indicator.and_then(|indicator| indicator.expiration),
            title: title
                .or_else(|| self::given(ledger, row, Field::Title))
                .map(|title| clipped(&title, VALUE))
                .unwrap_or_default(),
            finding: meanwhile.or_else(|| deciding(full).cloned()),
            twin: ledger.twin(row),
            left_out: ledger.is_left_out(row),
            fate: self.fate(row),
            caught: self.caught(row),
            held: ledger.held_back(row),
        }
    }

    #[inline]
    pub(super) fn detail(&self, row: u32) -> Option<Detail> {
        let full = self.ledger.row(row)?;
        let view = self.view_of(row, &full);
        let indicator = full.indicator.as_ref();
        let text = |text: Option<&Cow<'_, str>>, field| {
            let text = text.cloned().or_else(|| given(&self.ledger, row, field));
            text.map(|text| clipped(&text, SOURCE)).unwrap_or_default()
        };
        let not_seen = self.groups_not_seen(&full, view.line);
        let meanwhile = Evidence::meanwhile(&self.ledger, row, view.outcome.as_ref());
        Some(Detail {
            source: excerpt(&self.ledger, row),
            description: text(
                indicator.map(|indicator| &indicator.description),
                Field::Description,
            ),
            recommended_actions: text(
                indicator.and_then(|indicator| indicator.recommended_actions.as_ref()),
                Field::RecommendedActions,
            ),
            rbac_group_names: indicator.map_or_else(Vec::new, |indicator| {
                indicator
                    .rbac_group_names
                    .iter()
                    .map(ToString::to_string)
                    .collect()
            }),
            generate_alert: indicator.and_then(|indicator| indicator.generate_alert),
            attempts: self.carried(row),
            tenant: self.beside_tenant(row),
            fixes: self.fixes(row, &full),
            texts: self.texts(row),
            changes: full.listed_changes().collect(),
            diagnostics: meanwhile
                .into_iter()
                .chain(full.diagnostics)
                .chain(not_seen)
                .collect(),
            view,
        })
    }

    /// The calls that have carried a row, where a run is under way or has ended.
    #[inline]
    fn carried(&self, row: u32) -> Vec<AttemptView> {
        if self.is_sending() || self.ended.is_some() {
            (later::here().attempts)(self, row)
        } else {
            Vec::new()
        }
    }

    /// A row beside what the tenant holds, where that is known or the row says it.
    #[inline]
    fn beside_tenant(&self, row: u32) -> Option<Compared> {
        let is_known = self.known().is_some() || self.ledger.has_tasks();
        is_known.then(|| (later::here().compared)(self, row))?
    }

    /// What may be done about a row, as long as anything may.
    #[inline]
    fn fixes(&self, row: u32, full: &Row<'_>) -> Vec<Fix> {
        let mut fixes = Vec::new();
        if !self.may_change() {
            return fixes;
        }
        for fix in full
            .diagnostics
            .iter()
            .flat_map(|found| found.finding.fixes())
        {
            if !fixes.contains(&fix) {
                fixes.push(fix);
            }
        }
        for kind in ChangeKind::ALL {
            let is_made = full.changes.iter().any(|change| change.kind == kind);
            if is_made && kind.can_be_kept() {
                fixes.push(Fix::KeepAsWritten { kind });
            }
        }
        if self.ledger.is_left_out(row) {
            if !fixes.contains(&Fix::TakeBackIn) {
                fixes.push(Fix::TakeBackIn);
            }
        } else if full.indicator.is_some() {
            fixes.push(Fix::LeaveOut);
        }
        if self.ledger.is_edited(row) {
            fixes.push(Fix::Reset);
        }
        fixes
    }
}

/// The finding that decides a row's state, or the first one.
#[inline]
fn deciding<'r>(full: &'r Row<'_>) -> Option<&'r Diagnostic> {
    let found = &full.diagnostics;
    let error = found.iter().find(|found| found.gravity() == Gravity::Error);
    error.or(found.first())
}

/// The record with its value set apart, each part clipped.
#[inline]
fn excerpt(ledger: &Ledger, row: u32) -> Excerpt {
    let source = ledger.source_of(row);
    let value = ledger.value_in_source(row);
    let part = |range| clipped(source.get(range).unwrap_or_default(), SOURCE);
    Excerpt {
        before: part(0..value.start),
        after: part(value.end..source.len()),
        value: part(value),
    }
}

fn given(ledger: &Ledger, row: u32, field: Field) -> Option<Cow<'_, str>> {
    ledger
        .stated_field(row, field)
        .filter(|text| !text.is_empty())
}

/// The action as given, where it could not be read as one.
#[inline]
fn given_action(ledger: &Ledger, row: u32, is_missing: bool) -> Option<String> {
    let given = given(ledger, row, Field::Action).filter(|_| is_missing)?;
    Some(clipped(&given, VALUE))
}
