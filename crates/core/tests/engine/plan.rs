//! Plans to send: nothing but what the engine needs.

use std::sync::Arc;

use ioculate_core::{
    batch::{self, Batch},
    indicator::{Action, IndicatorType},
    limits::Limits,
    plan::{Endpoint, Entry, Plan, Seen, Stage},
};

/// A plan of these values, each of the type it looks like, all to one endpoint.
pub(crate) fn of(values: &[String], endpoint: Endpoint) -> Arc<Plan> {
    let mut plan = Plan::default();
    for (row, value) in (0..).zip(values) {
        let indicator_type = if value.contains("://") {
            IndicatorType::Url
        } else {
            IndicatorType::DomainName
        };
        let start = plan.json.len();
        let object = serde_json::json!({
            "indicatorValue": value,
            "indicatorType": indicator_type.as_str(),
            "action": "Block",
            "title": "Test",
            "description": "A test",
        });
        plan.json.extend(object.to_string().bytes());
        plan.entries.push(Entry {
            row,
            indicator_type,
            value: value.as_str().into(),
            action: Action::Block,
            endpoint,
            stage: Stage::Submitting,
            seen: Seen::Anything,
            json: start..plan.json.len(),
        });
    }
    Arc::new(plan)
}

/// `d0.example`, `d1.example` and so on.
pub(crate) fn domains(count: usize) -> Vec<String> {
    (0..count).map(|n| format!("d{n}.example")).collect()
}

/// The plan's batches of `items` each.
pub(crate) fn batches(plan: &Plan, items: usize) -> Vec<Batch> {
    let limits = Limits {
        batch_items: items,
        ..Limits::documented()
    };
    batch::split(plan, &limits)
}
