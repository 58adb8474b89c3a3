//! Rows that say what is to be done to indicators of the tenant.
//!
//! Such a ledger has one source, which the product made. Its rows are ready as they are: what the
//! tenant holds or has held is neither changed nor refused, and no row is the twin of another.

use std::borrow::Cow;

use crate::{
    change::Fields,
    check::{Row, Verdict},
    indicator::Indicator,
    late::late,
    plan::Plan,
    source::{Form, Intake, SourceKind, changes},
    tenant::{Entity, Text, with_entity},
    undo::{Line, SOURCE, Task},
};

use super::{Ledger, Settings, assess::bare};

impl Ledger {
    /// A ledger of lines that [`crate::undo::Lines`] wrote.
    #[must_use]
    pub fn of_tasks(settings: Settings, lines: String) -> Self {
        let mut ledger = Self::new(settings);
        ledger.take_lines(SOURCE, lines);
        ledger.check();
        ledger
    }

    /// The same rows with other lines, one for each; what the user decided about them stands.
    #[must_use]
    pub fn rewritten(&self, lines: String) -> Self {
        let mut ledger = Self::new(self.settings.clone());
        ledger.take_lines(SOURCE, lines);
        ledger.edits = self.edits.clone();
        ledger.check();
        ledger
    }

    /// Whether its rows say what is to be done to indicators of the tenant.
    #[must_use]
    pub fn has_tasks(&self) -> bool {
        let is_tasks = |file: &super::File| file.kind == Some(SourceKind::TenantChanges);
        self.files.iter().any(is_tasks)
    }

    /// Whether such a source stands beside another: nobody has made that.
    pub(super) fn is_mixed(&self) -> bool {
        self.has_tasks() && self.files.len() > 1
    }

    /// What a row says is to be done, or left as it is; `None` where it is of another source, and where
    /// it could not be taken apart.
    #[must_use]
    pub fn line(&self, row: u32) -> Option<Line<'_>> {
        let is_line = match self.record(row)?.form {
            Form::Task(_) => true,
            Form::PassedOver => self.has_tasks(),
            _ => false,
        };
        (there().filter(|_| is_line)?.line)(self.source_of(row))
    }

    /// What is to be done about a row.
    #[must_use]
    pub fn task(&self, row: u32) -> Option<Task> {
        match self.record(row)?.form {
            Form::Task(task) => Some(task),
            _ => None,
        }
    }

    /// An indicator as the tenant holds it, or has held it.
    pub(super) fn assess_task(&self, row: u32) -> Row<'_> {
        let line = self.line(row);
        match there() {
            Some(later) => (later.assess)(line),
            None => bare(Verdict::Ignored, None),
        }
    }
}

late! {
    /// What knows lines. Nothing but what takes back or deletes makes any.
    Later {
        line: fn(&str) -> Option<Line<'_>> = |text| Line::read(text),
        assess: fn(Option<Line<'_>>) -> Row<'_> = assess,
        plan: fn(&mut Plan, &Ledger, u32, &Line<'_>) = Plan::add_task,
        read: fn(&str, &mut Intake<'_>) = changes::read,
    }
}

/// Reads lines.
pub(crate) fn read(text: &str, intake: &mut Intake<'_>) {
    if let Some(later) = there() {
        (later.read)(text, intake);
    }
}

/// Plans what a line says is to be done.
pub(crate) fn add_to(plan: &mut Plan, ledger: &Ledger, row: u32, line: &Line<'_>) {
    if let Some(later) = there() {
        (later.plan)(plan, ledger, row, line);
    }
}

fn assess(line: Option<Line<'_>>) -> Row<'_> {
    let Some(indicator) = line.and_then(|line| with_entity(line.object, indicator)) else {
        return bare(Verdict::Ignored, None);
    };
    Row {
        recognised: Some((indicator.indicator_type, indicator.value.clone())),
        indicator: Some(indicator),
        changes: Vec::new(),
        defaulted: Fields::NONE,
        given: Fields::NONE,
        open: Fields::NONE,
        diagnostics: Vec::new(),
        verdict: Verdict::Ready,
    }
}

fn indicator(entity: Entity<'_>) -> Indicator<'static> {
    let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
    let text = |field| entity.text(field).map(owned);
    let list = |texts: Option<Vec<Cow<'_, str>>>| {
        let texts = texts.unwrap_or_default();
        texts.into_iter().map(owned).collect()
    };
    Indicator {
        indicator_type: entity.key().indicator_type,
        value: text(Text::IndicatorValue).unwrap_or_default(),
        action: entity.key().action,
        title: text(Text::Title).unwrap_or_default(),
        description: text(Text::Description).unwrap_or_default(),
        severity: entity.severity(),
        expiration: entity.expires().at(),
        generate_alert: entity.generate_alert(),
        recommended_actions: text(Text::RecommendedActions),
        rbac_group_names: list(entity.rbac_group_names()),
        application: text(Text::Application),
        educate_url: text(Text::EducateUrl),
        mitre_techniques: list(entity.mitre_techniques()),
        external_id: text(Text::ExternalId),
    }
}
