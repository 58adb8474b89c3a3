//! An indicator as the service keeps it and prints it.
//!
//! Fields stand in the order of the recorded answers of 2022 and 2023. What a submission does not
//! give is `null`, an empty list or the default seen in those answers.

use serde::Serialize;
use serde_json::{Value, json};

use crate::{
    clock,
    shape::{Item, text},
};

/// What makes two submissions the same indicator: (type, value, action). The same value with
/// another action was recorded as a second indicator.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    kind: String,
    value: String,
    action: String,
}

/// One active indicator.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Entity {
    pub(crate) id: String,
    pub(crate) indicator_value: String,
    pub(crate) indicator_type: String,
    pub(crate) action: String,
    pub(crate) created_by: Value,
    severity: Value,
    category: Value,
    application: Value,
    educate_url: Value,
    bypass_duration_hours: Value,
    title: Value,
    description: Value,
    recommended_actions: Value,
    creation_time_date_time_utc: Value,
    expiration_time: Value,
    last_update_time: Value,
    last_updated_by: Value,
    rbac_group_names: Value,
    rbac_group_ids: Value,
    notification_id: Value,
    notification_body: Value,
    version: Value,
    mitre_techniques: Value,
    historical_detection: Value,
    look_back_period: Value,
    generate_alert: Value,
    additional_info: Value,
    created_by_display_name: Value,
    external_id: Value,
    created_by_source: Value,
    certificate_info: Value,
    #[serde(skip)]
    expires_ms: Option<i64>,
}

/// Who writes, and when.
pub(crate) struct Stamp<'a> {
    /// The user's sign-in name, or the application's id.
    pub(crate) by: &'a str,
    /// Milliseconds since 1970.
    pub(crate) now_ms: u64,
}

impl Entity {
    /// A new indicator from a submission.
    pub(crate) fn create(item: &Item, id: String, stamp: &Stamp<'_>) -> Self {
        let or_null = |name: &str| or(item, name, Value::Null);
        let list = |name: &str| or(item, name, json!([]));
        let now = json!(clock::stamp(stamp.now_ms));
        let expires_ms = clock::read(text(item, "expirationTime"));
        Self {
            id,
            indicator_value: text(item, "indicatorValue").to_owned(),
            indicator_type: text(item, "indicatorType").to_owned(),
            action: stored_action(item).to_owned(),
            created_by: json!(stamp.by),
            severity: or(item, "severity", json!("Informational")),
            category: or(item, "category", json!(1)),
            application: or_null("application"),
            educate_url: or_null("educateUrl"),
            bypass_duration_hours: or_null("bypassDurationHours"),
            title: or_null("title"),
            description: or_null("description"),
            recommended_actions: or_null("recommendedActions"),
            creation_time_date_time_utc: now.clone(),
            expiration_time: expiration(item, expires_ms),
            last_update_time: now,
            last_updated_by: Value::Null,
            rbac_group_names: list("rbacGroupNames"),
            rbac_group_ids: list("rbacGroupIds"),
            notification_id: or_null("notificationId"),
            notification_body: or_null("notificationBody"),
            version: or_null("version"),
            mitre_techniques: list("mitreTechniques"),
            historical_detection: or(item, "historicalDetection", json!(false)),
            look_back_period: or_null("lookBackPeriod"),
            generate_alert: json!(alerts(item)),
            additional_info: or_null("additionalInfo"),
            created_by_display_name: json!(stamp.by),
            external_id: or_null("externalId"),
            created_by_source: json!("PublicApi"),
            certificate_info: or_null("certificateInfo"),
            expires_ms,
        }
    }

    /// This indicator after a second submission. Who made it and when stays, and so do
    /// `application`, `version` and `certificateInfo`, which only a creation sets.
    pub(crate) fn update(&self, item: &Item, stamp: &Stamp<'_>) -> Self {
        Self {
            indicator_value: self.indicator_value.clone(),
            created_by: self.created_by.clone(),
            created_by_display_name: self.created_by_display_name.clone(),
            created_by_source: self.created_by_source.clone(),
            creation_time_date_time_utc: self.creation_time_date_time_utc.clone(),
            application: self.application.clone(),
            version: self.version.clone(),
            certificate_info: self.certificate_info.clone(),
            last_updated_by: json!(stamp.by),
            ..Self::create(item, self.id.clone(), stamp)
        }
    }

    /// This indicator with what a seed says of the fields that a submission cannot set.
    pub(crate) fn seeded(self, item: &Item) -> Self {
        let given = |name: &str, own: Value| or(item, name, own);
        Self {
            created_by: given("createdBy", self.created_by),
            created_by_display_name: given("createdByDisplayName", self.created_by_display_name),
            created_by_source: given("createdBySource", self.created_by_source),
            creation_time_date_time_utc: given(
                "creationTimeDateTimeUtc",
                self.creation_time_date_time_utc,
            ),
            last_update_time: given("lastUpdateTime", self.last_update_time),
            last_updated_by: given("lastUpdatedBy", self.last_updated_by),
            application: given("application", self.application),
            version: given("version", self.version),
            certificate_info: given("certificateInfo", self.certificate_info),
            ..self
        }
    }

    pub(crate) fn key(&self) -> Key {
        key_of(&self.indicator_type, &self.indicator_value, &self.action)
    }

    /// Milliseconds since 1970; `None` where it never expires.
    pub(crate) fn expires_ms(&self) -> Option<i64> {
        self.expires_ms
    }
}

/// The key under which `item` would be kept.
pub(crate) fn key(item: &Item) -> Key {
    let (kind, value) = (text(item, "indicatorType"), text(item, "indicatorValue"));
    key_of(kind, value, stored_action(item))
}

fn key_of(kind: &str, value: &str, action: &str) -> Key {
    Key {
        kind: kind.to_owned(),
        value: folded(kind, value),
        action: action.to_owned(),
    }
}

/// `value` without the case that its type ignores: only what follows a URL's host keeps it.
pub(crate) fn folded(kind: &str, value: &str) -> String {
    if kind != "Url" {
        return value.to_ascii_lowercase();
    }
    let host = value.find("://").map_or(0, |at| at + "://".len());
    let path = value[host..].find(['/', '?', '#']);
    let (head, rest) = value.split_at(path.map_or(value.len(), |at| host + at));
    head.to_ascii_lowercase() + rest
}

/// The legacy names are kept as what replaced them.
fn stored_action(item: &Item) -> &str {
    let network = matches!(
        text(item, "indicatorType"),
        "IpAddress" | "DomainName" | "Url"
    );
    match text(item, "action") {
        "Alert" => "Audit",
        "AlertAndBlock" if network => "Block",
        "AlertAndBlock" => "BlockAndRemediate",
        other => other,
    }
}

fn alerts(item: &Item) -> bool {
    let legacy = matches!(text(item, "action"), "Alert" | "AlertAndBlock");
    legacy || item.get("generateAlert") == Some(&Value::Bool(true))
}

fn expiration(item: &Item, expires_ms: Option<i64>) -> Value {
    match expires_ms.map(u64::try_from) {
        Some(Ok(ms)) => json!(clock::stamp(ms)),
        _ => or(item, "expirationTime", Value::Null),
    }
}

fn or(item: &Item, name: &str, default: Value) -> Value {
    match item.get(name) {
        None | Some(Value::Null) => default,
        Some(value) => value.clone(),
    }
}
