//! Checking rows: what is kept of each, and the whole row again on demand.

use std::borrow::Cow;

use crate::{
    change::{Change, Field, Fields},
    check::{self, Defaults, Draft, Known, Policy, Row, Verdict},
    diagnostic::{Diagnostic, Finding, Looks, Place},
    indicator::{Action, IndicatorType},
    mapping,
    source::{Form, Mention, column, is_own, left_open, line_breaks},
};

use super::{
    Ledger,
    alike::Alike,
    codes::{CodeSet, Codes},
    fix::Edit,
    keys::{ChangeSet, Held, MaybeRow},
    ranges::Room,
};

/// Of so many rows one may be checked again by itself; from more on, all are. What the rows made
/// before is kept until then.
const FEW: usize = 8;

/// How many bytes of a record, or of the file before it, lines are counted in. A report asks for the
/// place of every finding, and a title that a million records share would be looked for so often.
const FARTHEST: usize = 16 * 1_024;

/// What is kept of a checked row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Checked {
    pub(super) value: Held,
    /// The row that is sent in its stead.
    pub(super) twin: MaybeRow,
    pub(super) codes: CodeSet,
    pub(super) changes: ChangeSet,
    pub(super) verdict: Verdict,
    pub(super) indicator_type: Option<IndicatorType>,
    pub(super) action: Option<Action>,
}

impl Checked {
    pub(super) fn of(
        row: &Row<'_>,
        given: &str,
        text: &str,
        made: &mut String,
        known: &mut Codes,
    ) -> Self {
        let value = match (&row.indicator, &row.recognised) {
            (Some(indicator), _) => &indicator.value,
            (None, Some((_, value))) => value,
            (None, None) => given,
        };
        let mut codes = CodeSet::default();
        for found in &row.diagnostics {
            known.add(&mut codes, found.finding.code());
        }
        let mut changes = ChangeSet::default();
        for change in &row.changes {
            changes.add(change);
        }
        Self {
            value: Held::of(value, text, made),
            twin: MaybeRow::NONE,
            codes,
            changes,
            verdict: row.verdict,
            indicator_type: row.recognised.as_ref().map(|(kind, _)| *kind),
            action: row.indicator.as_ref().map(|indicator| indicator.action),
        }
    }

    pub(super) fn value<'l>(&self, text: &'l str, made: &'l str) -> &'l str {
        self.value.text(text, made)
    }
}

impl Ledger {
    /// Checks every row and finds those with equal values.
    pub(super) fn check(&mut self) {
        self.decided = None;
        self.for_files = self.for_files();
        let mut made = std::mem::take(&mut self.made);
        let mut checked = std::mem::take(&mut self.checked);
        let mut codes = Codes::default();
        let mut objects = std::mem::take(&mut self.objects);
        made.clear();
        objects.clear(self.len());
        checked.clear();
        checked.reserve_exact(self.records.len());
        let mut room = Room::new();
        let mut alike = Alike::default();
        for row in 0..self.len() {
            let look = self.look(row).filter(|_| alike.pays());
            if let Some(look) = &look
                && let Some(mut known) = alike.known(self, look)
            {
                known.checked.value = Held::of(&look.sent, &self.text, &mut made);
                objects.push_framed(known.object);
                checked.push(known.checked);
                continue;
            }
            let mut assessed = self.assess(row);
            if self.expands(row, &assessed) {
                room.take(&mut assessed);
            }
            let given = self.stated_value(row);
            let judged = Checked::of(&assessed, given, &self.text, &mut made, &mut codes);
            objects.push(&assessed);
            checked.push(judged);
            if let Some(look) = &look {
                alike.learn(look, &assessed, judged, &mut objects.frames);
            }
        }
        (self.made, self.checked, self.codes) = (made, checked, codes);
        self.objects = objects;
        self.find_neighbours();
    }

    /// Checks rows again about which the user decided; the others are as they were. Ranges that are
    /// expanded share their room, so where there may be any, every row is checked.
    pub(super) fn check_again(&mut self, rows: &[u32]) {
        let are_few = rows.len() < self.records.len() / FEW;
        if !are_few || self.may_expand() {
            return self.check();
        }
        self.decided = None;
        let mut made = std::mem::take(&mut self.made);
        let mut codes = std::mem::take(&mut self.codes);
        let mut objects = std::mem::take(&mut self.objects);
        for &row in rows {
            let assessed = self.assess(row);
            objects.replace(row, &assessed);
            let given = self.stated_value(row);
            let checked = Checked::of(&assessed, given, &self.text, &mut made, &mut codes);
            if let Some(held) = self.checked.get_mut(row as usize) {
                *held = checked;
            }
        }
        (self.made, self.codes, self.objects) = (made, codes, objects);
        self.find_neighbours();
    }

    /// Finds what rows are to each other.
    fn find_neighbours(&mut self) {
        if self.has_tasks() {
            return;
        }
        self.refuse_overlaps();
        self.find_twins();
        self.find_weaker();
    }

    /// One row by itself, without its neighbours and without the places of its findings.
    pub(super) fn assess(&self, row: u32) -> Row<'_> {
        let Some(record) = self.record(row) else {
            return bare(Verdict::Ignored, None);
        };
        match record.form {
            Form::Ignored(looks) => {
                let finding = Finding::OtherRecord { looks };
                bare(
                    Verdict::Ignored,
                    Some(Diagnostic::new(finding, Place::FILE)),
                )
            }
            Form::Broken => bare(Verdict::Refused, self.records.beside(row).cloned()),
            Form::PassedOver => bare(Verdict::Ignored, self.records.beside(row).cloned()),
            Form::Fields(fields) => self.assess_fields(row, fields, record.given_type, None),
            Form::Task(_) => self.assess_task(row),
            Form::Mention(mention) => {
                self.assess_fields(row, Fields::NONE, record.given_type, Some(mention))
            }
        }
    }

    fn assess_fields(
        &self,
        row: u32,
        fields: Fields,
        given_type: Option<IndicatorType>,
        mention: Option<Mention>,
    ) -> Row<'_> {
        if self.edit(row).is_some_and(Edit::is_dismissed) {
            let looks = Looks::Unknown;
            let found = Diagnostic::new(Finding::OtherRecord { looks }, Place::FILE);
            return bare(Verdict::Ignored, Some(found));
        }
        let policy = self.policy_of(row);
        let (mut draft, mut changes) = self.as_decided(row, fields, given_type, mention, &policy);
        let open = self.close(row, fields, &mut draft);
        let (defaults, line) = (self.defaults_of(row), self.line_of(row));
        let mut checked = check::row(draft, defaults, &policy, self.settings.today, line);
        checked.given = open.iter().fold(checked.given, Fields::without);
        checked.open = open;
        if self.edit(row).is_some_and(Edit::takes_default_description) {
            changes.extend(checked.take_default(Field::Description));
        }
        if checked.recognised.is_none() {
            // Its value is shown as given, or as the user wrote it.
            let is_written = self.written(row, Field::IndicatorValue).is_some();
            changes.retain(|change| is_written || change.field != Field::IndicatorValue);
        }
        if !changes.is_empty() {
            changes.append(&mut checked.changes);
            checked.changes = changes;
        }
        checked
            .diagnostics
            .extend(self.records.beside(row).cloned());
        checked
    }

    fn policy_of(&self, row: u32) -> Cow<'_, Policy> {
        let policy = &self.settings.policy;
        match self.edit(row) {
            None => Cow::Borrowed(policy),
            Some(edit) => Cow::Owned(edit.policy(policy)),
        }
    }

    /// A record's fields as given and as the user decided, and what that changed.
    fn as_decided(
        &self,
        row: u32,
        fields: Fields,
        given_type: Option<IndicatorType>,
        mention: Option<Mention>,
        policy: &Policy,
    ) -> (Draft<'_>, Vec<Change>) {
        let cells = self.records.cells(row as usize);
        let (mut draft, mut changes) = mapping::draft(&self.text, cells, fields, policy.kept);
        draft.mention = mention;
        draft.origin = self.origin(row);
        if let Some(kind) = given_type {
            draft.indicator_type = Some(Cow::Borrowed(kind.as_str()));
        }
        if let Some(edit) = self.edit(row) {
            changes.extend(self.apply(edit, row, &mut draft));
        }
        (draft, changes)
    }

    /// Has no default fill what an object of the API's own leaves open. Says what that is; what the user
    /// has decided is not.
    fn close(&self, row: u32, fields: Fields, draft: &mut Draft<'_>) -> Fields {
        let file = self.files.get(usize::from(self.file_of(row)));
        let kind = file.and_then(|file| file.kind);
        if !kind.is_some_and(|kind| is_own(kind, fields)) {
            return Fields::NONE;
        }
        let open = left_open(draft.fields);
        draft.fields = open.iter().fold(draft.fields, Fields::with);
        open
    }

    /// A row's fields as given and as the user decided, those that its source lacks filled as they are
    /// for the check: what a table with every column would hold. `None` where the record could not be
    /// taken apart.
    ///
    /// Where the source does not say the type, it is the one that was seen. Where the user has yet to
    /// choose it, a question mark stands behind, so that no reader chooses instead.
    #[must_use]
    pub(crate) fn draft(&self, row: u32) -> Option<Draft<'_>> {
        let record = self.record(row)?;
        let (fields, mention) = match record.form {
            Form::Fields(fields) => (fields, None),
            Form::Mention(mention) => (Fields::NONE, Some(mention)),
            Form::Task(_) | Form::Ignored(_) | Form::Broken | Form::PassedOver => return None,
        };
        let policy = self.policy_of(row);
        let (mut draft, _) = self.as_decided(row, fields, record.given_type, mention, &policy);
        self.close(row, fields, &mut draft);
        let known = Known {
            line: self.line_of(row),
            value: self.value(row),
            kind: self.indicator_type(row),
            action: self.action(row),
        };
        check::fill(
            &mut draft,
            &known,
            self.defaults_of(row),
            self.settings.today,
        );
        if !fields.has(Field::IndicatorType) && self.written(row, Field::IndicatorType).is_none() {
            draft.indicator_type = self.indicator_type(row).map(|kind| {
                let is_open = self.is_ambiguous(row);
                let mark = if is_open { "?" } else { "" };
                Cow::Owned(format!("{kind}{mark}"))
            });
        }
        Some(draft)
    }

    fn is_ambiguous(&self, row: u32) -> bool {
        let is_choice = |found: &Diagnostic| matches!(found.finding, Finding::Ambiguous { .. });
        self.assess(row).diagnostics.iter().any(is_choice)
    }

    /// What a row's file is given for the fields that it lacks.
    pub(super) fn defaults_of(&self, row: u32) -> &Defaults {
        let given = self.for_files.get(usize::from(self.file_of(row)));
        given.map_or(&self.settings.defaults, |given| &given.defaults)
    }

    /// Changes a draft as the user decided.
    fn apply<'l>(&'l self, edit: &'l Edit, row: u32, draft: &mut Draft<'l>) -> Vec<Change> {
        let file = self.files.get(usize::from(self.file_of(row)));
        let name = file.map_or("", |file| file.name.as_str());
        edit.apply(draft, name, &self.settings)
    }

    /// A record's value as it stands in the source.
    pub(super) fn given(&self, row: u32) -> &str {
        let cells = self.records.cells(row as usize);
        cells
            .iter()
            .find(|cell| cell.field == Field::IndicatorValue)
            .map_or("", |cell| cell.span.in_text(&self.text))
    }

    /// One row with its neighbours, its changes and the places of its findings.
    pub(super) fn full(&self, row: u32) -> Row<'_> {
        let mut full = self.assess(row);
        if full.indicator.is_some() && self.verdict(row) == Verdict::Refused {
            self.refuse_range(row, &mut full);
        }
        full.verdict = self.verdict(row);
        self.find_places(row, &mut full);
        full.diagnostics.extend(self.twin_finding(row));
        full.diagnostics.extend(self.weaker_finding(row));
        full
    }

    /// One row by itself, with the places of its findings.
    pub(super) fn placed(&self, row: u32) -> Row<'_> {
        let mut alone = self.assess(row);
        self.find_places(row, &mut alone);
        alone
    }

    fn find_places(&self, row: u32, assessed: &mut Row<'_>) {
        for found in &mut assessed.diagnostics {
            if found.place.field.is_some() || found.place.line == 0 {
                found.place = self.place(row, found.place.field);
            }
        }
    }

    /// Where a field of a record stands; the record's line where it has none, or where that is far.
    fn place(&self, row: u32, field: Option<Field>) -> Place {
        let line = self.line_of(row);
        let cells = self.records.cells(row as usize);
        let cell = cells.iter().find(|cell| Some(cell.field) == field);
        let (Some(cell), Some(record)) = (cell, self.record(row)) else {
            return of_record(line, field);
        };
        let file = self.files.get(usize::from(record.file));
        let base = file.map_or(0, super::File::base);
        let text = self.text.get(base..).unwrap_or_default();
        let (start, at) = (record.span.start as usize, cell.span.start as usize);
        // A field that several records share may stand before them.
        let (first, from) = if start <= at {
            (line, start)
        } else {
            (1, base)
        };
        if at - from > FARTHEST {
            return of_record(line, field);
        }
        // A row of a sheet is one, whatever its cells hold.
        let is_row = file.is_some_and(|file| file.rows.is_some());
        let breaks = line_breaks(&self.text.as_bytes()[from..at]);
        Place {
            line: if is_row { line } else { first + breaks },
            column: column(text, at - base),
            field,
        }
    }

    /// A field of a record as it stands in the source, unescaped.
    #[must_use]
    pub fn given_field(&self, row: u32, field: Field) -> Option<Cow<'_, str>> {
        self.record(row)?;
        let cells = self.records.cells(row as usize);
        let cell = cells.iter().find(|cell| cell.field == field)?;
        Some(mapping::content(&self.text, cell))
    }
}

/// The place of a field that has none of its own.
const fn of_record(line: u32, field: Option<Field>) -> Place {
    Place {
        line,
        column: 0,
        field,
    }
}

/// A row that has no fields.
pub(super) fn bare(verdict: Verdict, found: Option<Diagnostic>) -> Row<'static> {
    Row {
        indicator: None,
        recognised: None,
        changes: Vec::new(),
        defaulted: Fields::NONE,
        given: Fields::NONE,
        open: Fields::NONE,
        diagnostics: found.into_iter().collect(),
        verdict,
    }
}
