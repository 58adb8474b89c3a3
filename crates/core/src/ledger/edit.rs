//! What the user writes in the fields of rows, in place of what stood there.
//!
//! A text that is written is a decision like any other: it is kept beside the row, goes through the
//! same checks as the source's own, and is listed as a change. A row can be tried with texts that
//! nobody has decided on yet, so that what would come of them is said while they are being written.

use std::borrow::Cow;

use crate::{
    calendar,
    change::{Change, Field},
    check::{Draft, Row, Verdict, moment},
    indicator::{Action, Severity},
    mapping,
    session::{Did, FieldText, Fix, Scope},
    source::{Form, small},
};

use super::{Ledger, fix};

/// The fields that can be written, in the order in which they are shown.
pub(crate) const WRITABLE: [Field; 15] = [
    Field::IndicatorValue,
    Field::IndicatorType,
    Field::Action,
    Field::Severity,
    Field::ExpirationTime,
    Field::Title,
    Field::Description,
    Field::RecommendedActions,
    Field::RbacGroupNames,
    Field::GenerateAlert,
    Field::Category,
    Field::MitreTechniques,
    Field::Application,
    Field::EducateUrl,
    Field::ExternalId,
];

/// Writes a text into a draft; what that changed.
pub(super) fn set<'l>(draft: &mut Draft<'l>, field: Field, text: &'l str) -> Option<Change> {
    if !draft.fields.has(field) {
        draft.written = draft.written.with(field);
        draft.fields = draft.fields.with(field);
    }
    let list = match field {
        Field::RbacGroupNames => &mut draft.rbac_group_names,
        Field::MitreTechniques => &mut draft.mitre_techniques,
        _ => {
            if field == Field::IndicatorType {
                draft.mention = draft.mention.map(|_| crate::source::Mention::Indicator);
            }
            let text = (!text.is_empty()).then_some(Cow::Borrowed(text));
            return fix::set(mapping::slot(draft, field), field, text);
        }
    };
    let before = std::mem::replace(list, mapping::names(text));
    let (before, after) = (mapping::written_list(&before), mapping::written_list(list));
    (before != after).then(|| Change::edited(field, &before, &after))
}

impl Ledger {
    /// Writes texts into the fields of one row, or of all that are meant and hold something that could be
    /// an indicator. Says how many rows those are.
    pub fn write(&mut self, texts: &[FieldText], scope: &Scope) -> u32 {
        let mut rows = self.meant(scope);
        let is_one = matches!(scope, Scope::Row { .. });
        rows.retain(|&row| {
            self.can_be_written(row) && (is_one || self.verdict(row) != Verdict::Ignored)
        });
        if texts.is_empty() || rows.is_empty() {
            return 0;
        }
        self.edits.put_all(&rows, &fixes(texts));
        let fields = texts.iter().map(|text| text.field).collect();
        self.take_step(Did::Wrote(fields));
        self.check_again(&rows);
        small(rows.len())
    }

    /// Looks at a row as it would be with other texts in its fields; `None` where nothing can be written.
    pub fn tried<T>(
        &mut self,
        row: u32,
        texts: &[FieldText],
        look: impl FnOnce(Row<'_>) -> T,
    ) -> Option<T> {
        if !self.can_be_written(row) {
            return None;
        }
        let tried = self.edits.with(row, &fixes(texts));
        let before = self.edits.swap(row, Some(tried));
        let seen = look(self.placed(row));
        self.edits.swap(row, before);
        Some(seen)
    }

    /// Whether fields of a row can be written: it has some, and the user did not say that it is nothing.
    #[must_use]
    pub fn can_be_written(&self, row: u32) -> bool {
        let form = self.record(row).map(|record| record.form);
        let is_dismissed = self.edit(row).is_some_and(super::Edit::is_dismissed);
        !is_dismissed && matches!(form, Some(Form::Fields(_) | Form::Mention(_)))
    }

    /// What stands in each field that can be written: as it would be sent, else as it is stated.
    #[must_use]
    pub fn texts(&self, row: u32) -> Vec<FieldText> {
        let Some(draft) = self.draft(row).filter(|_| self.can_be_written(row)) else {
            return Vec::new();
        };
        let sent = self.assess(row);
        let mut draft = Some(draft);
        let text = |field| {
            let sent = sent.sent(field).map(Cow::into_owned);
            let stated = || stated(draft.as_mut()?, field).map(|text| as_read(field, text));
            let text = match field {
                Field::IndicatorValue => Some(self.value(row).to_owned()),
                Field::IndicatorType => self.indicator_type(row).map(|it| it.as_str().to_owned()),
                _ => None,
            };
            let text = text.or(sent).or_else(stated).unwrap_or_default();
            FieldText { field, text }
        };
        WRITABLE.into_iter().map(text).collect()
    }

    /// What the user wrote in a field, if that is how it stands.
    pub(super) fn written(&self, row: u32, field: Field) -> Option<&str> {
        self.edit(row)?.text_of(field)
    }

    /// A field of a record as the user wrote it; else as it stands in the source, unescaped.
    #[must_use]
    pub fn stated_field(&self, row: u32, field: Field) -> Option<Cow<'_, str>> {
        match self.written(row, field) {
            Some(text) => Some(Cow::Borrowed(text)),
            None => self.given_field(row, field),
        }
    }

    /// A record's value as the user wrote it; else as it stands in the source.
    pub(super) fn stated_value(&self, row: u32) -> &str {
        let written = self.written(row, Field::IndicatorValue);
        written.unwrap_or_else(|| self.given(row))
    }
}

/// A text in the one form that a control knows, where it is read as that; else as it stands.
fn as_read(field: Field, text: String) -> String {
    let given = text.trim();
    let read = match field {
        Field::Action => Action::read(given).map(|it| it.as_str().to_owned()),
        Field::Severity => Severity::read(given).map(|it| it.as_str().to_owned()),
        Field::GenerateAlert => ["true", "false"]
            .into_iter()
            .find(|word| word.eq_ignore_ascii_case(given))
            .map(str::to_owned),
        Field::ExpirationTime => moment(given).and_then(calendar::written),
        _ => None,
    };
    read.unwrap_or(text)
}

fn fixes(texts: &[FieldText]) -> Vec<Fix> {
    let fix = |it: &FieldText| Fix::Set {
        field: it.field,
        text: it.text.clone(),
    };
    texts.iter().map(fix).collect()
}

/// A field as a draft has it.
fn stated(draft: &mut Draft<'_>, field: Field) -> Option<String> {
    match field {
        Field::RbacGroupNames => Some(mapping::written_list(&draft.rbac_group_names)),
        Field::MitreTechniques => Some(mapping::written_list(&draft.mitre_techniques)),
        _ => mapping::slot(draft, field).take().map(Cow::into_owned),
    }
}
