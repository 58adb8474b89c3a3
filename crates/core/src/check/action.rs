//! Action, alert and severity.

use super::{Defaults, Filled, Policy};
use crate::{
    change::{ChangeKind, Field},
    diagnostic::{Finding, excerpt},
    indicator::{Action, IndicatorType, Severity},
};

/// The action and `generateAlert`, as they are sent. What is wrong is noted.
pub(super) fn read(
    action: Option<&str>,
    alert: Option<&str>,
    kind: Option<IndicatorType>,
    defaults: &Defaults,
    policy: &Policy,
    filled: &mut Filled<'_>,
) -> (Option<Action>, Option<bool>) {
    let Some(given) = given(action, kind, defaults, filled) else {
        return (None, alert_given(alert, filled));
    };
    let wanted = alert_given(alert, filled);
    let as_written = policy.legacy_as_written || filled.notes.keeps(ChangeKind::LegacyAction);
    let action = if as_written {
        given
    } else {
        modern(given, kind, filled)
    };
    if let Some(kind) = kind.filter(|&kind| !takes(kind, action)) {
        filled.notes.find(
            Field::Action,
            Finding::ActionNotForType {
                action,
                indicator_type: kind,
            },
        );
    }
    let forced = action == Action::Audit || action != given;
    if forced && wanted.is_none() && filled.lacks(Field::GenerateAlert) {
        return (Some(action), Some(true));
    }
    if forced && wanted != Some(true) {
        let before = alert.unwrap_or_default().to_owned();
        filled.notes.change(
            ChangeKind::AlertForced,
            Field::GenerateAlert,
            before,
            "true",
        );
        return (Some(action), Some(true));
    }
    if action == Action::Allowed && wanted == Some(true) {
        filled
            .notes
            .find(Field::GenerateAlert, Finding::AllowedNeverAlerts);
    }
    let has_one = alert.is_some_and(|text| !text.trim().is_empty());
    let default = defaults.generate_alert.filter(|_| !has_one);
    // A default that asks for alerts is not about what never alerts.
    let default = default.filter(|alerts| !(*alerts && action == Action::Allowed));
    let default = default.filter(|_| filled.lacks(Field::GenerateAlert));
    (Some(action), wanted.or(default))
}

/// Whether the API takes the action for the type (indicators overview, 2025-04). Of the legacy two
/// nothing is said by type; as written they are sent for any.
fn takes(kind: IndicatorType, action: Action) -> bool {
    match action {
        Action::Allowed | Action::Alert | Action::AlertAndBlock => true,
        Action::BlockAndRemediate => !kind.is_network(),
        Action::Audit | Action::Warn | Action::Block => {
            kind != IndicatorType::CertificateThumbprint
        }
    }
}

/// What the service makes of a legacy action today.
fn modern(given: Action, kind: Option<IndicatorType>, filled: &mut Filled<'_>) -> Action {
    let modern = match given {
        Action::Alert => Action::Audit,
        Action::AlertAndBlock if kind.is_some_and(IndicatorType::is_network) => Action::Block,
        Action::AlertAndBlock => Action::BlockAndRemediate,
        modern => return modern,
    };
    filled.notes.change(
        ChangeKind::LegacyAction,
        Field::Action,
        given.as_str(),
        modern.as_str(),
    );
    modern
}

fn given(
    text: Option<&str>,
    kind: Option<IndicatorType>,
    defaults: &Defaults,
    filled: &mut Filled<'_>,
) -> Option<Action> {
    let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
        if filled.lacks(Field::Action) {
            return Some(defaults.action_of(kind));
        }
        filled.notes.find(Field::Action, Finding::MissingAction);
        return None;
    };
    let Some(action) = Action::read(text.trim()) else {
        filled.notes.find(
            Field::Action,
            Finding::BadAction {
                given: excerpt(text),
            },
        );
        return None;
    };
    spelt(text, action.as_str(), Field::Action, filled);
    Some(action)
}

/// Notes where `text` is not in the API's spelling.
fn spelt(text: &str, api: &'static str, field: Field, filled: &mut Filled<'_>) {
    if text != api {
        filled
            .notes
            .change(ChangeKind::Spelling, field, text.to_owned(), api);
    }
}

/// `true` and `false` in any case: JSON has them as such, the portal's sample has both spellings.
fn alert_given(text: Option<&str>, filled: &mut Filled<'_>) -> Option<bool> {
    let text = text.filter(|text| !text.trim().is_empty())?;
    let read = [("true", true), ("false", false)];
    let alert = read
        .into_iter()
        .find(|(word, _)| word.eq_ignore_ascii_case(text.trim()));
    if alert.is_none() {
        let found = Finding::BadGenerateAlert {
            given: excerpt(text),
        };
        filled.notes.find(Field::GenerateAlert, found);
    }
    alert.map(|(_, alert)| alert)
}

/// The severity; absent where it is blank, since the API does not require one.
pub(super) fn severity(
    text: Option<&str>,
    kind: Option<IndicatorType>,
    defaults: &Defaults,
    filled: &mut Filled<'_>,
) -> Option<Severity> {
    let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
        let default = defaults.severity_of(kind);
        return default.filter(|_| filled.lacks(Field::Severity));
    };
    let Some(severity) = Severity::read(text.trim()) else {
        filled.notes.find(
            Field::Severity,
            Finding::BadSeverity {
                given: excerpt(text),
            },
        );
        return None;
    };
    spelt(text, severity.as_str(), Field::Severity, filled);
    Some(severity)
}
