//! What the service accepts, written from its pages and from what others recorded.
//!
//! An indicator of the right structure goes in; nothing, or the first rule that it breaks, comes out.
//! The rules are written a second time on purpose: code shared with the client would agree with the
//! client's own misreadings.

mod address;
mod value;

use serde_json::Value;

use crate::{
    clock,
    envelope::Refusal,
    shape::{Item, text},
};

/// What the rules depend on besides the indicator.
pub(crate) struct Terms<'a> {
    /// Milliseconds since 1970.
    pub(crate) now_ms: u64,
    /// Device groups that exist; `None` where any name is accepted.
    pub(crate) groups: Option<&'a [String]>,
}

const REQUIRED: [&str; 5] = [
    "indicatorValue",
    "indicatorType",
    "action",
    "title",
    "description",
];

/// Is `item` acceptable?
///
/// # Errors
/// A 400 with the documented code of the first rule that is broken.
pub(crate) fn judge(item: &Item, terms: &Terms<'_>) -> Result<(), Refusal> {
    required(item)?;
    value::check(text(item, "indicatorType"), text(item, "indicatorValue"))?;
    action_fits(item)?;
    alerts(item)?;
    not_expired(item, terms.now_ms)?;
    groups_exist(item, terms.groups)
}

fn required(item: &Item) -> Result<(), Refusal> {
    if item.get("indicatorValue").and_then(Value::as_str) == Some("") {
        return Err(Refusal::bad(
            "InvalidInput",
            "The indicator value is empty.",
        ));
    }
    match REQUIRED
        .iter()
        .find(|name| text(item, name).trim().is_empty())
    {
        Some(name) => {
            let message = format!("{name} is required and is missing or empty.");
            Err(Refusal::bad("MissingRequiredParameter", &message))
        }
        None => Ok(()),
    }
}

/// The type x action table of the overview page (2025-04).
fn action_fits(item: &Item) -> Result<(), Refusal> {
    let (kind, action) = (text(item, "indicatorType"), text(item, "action"));
    let fits = match kind {
        "FileSha1" | "FileSha256" | "FileMd5" => true,
        "CertificateThumbprint" => {
            matches!(action, "Allowed" | "BlockAndRemediate" | "AlertAndBlock")
        }
        _ => action != "BlockAndRemediate",
    };
    if fits {
        return Ok(());
    }
    let message = format!("{action} is not an action for {kind}.");
    Err(Refusal::bad("InvalidInput", &message))
}

/// Audit needs an alert (import page, 2021-11); the old `Alert` brings its own.
fn alerts(item: &Item) -> Result<(), Refusal> {
    let silent = item.get("generateAlert") != Some(&Value::Bool(true));
    if text(item, "action") == "Audit" && silent {
        let message = "Action Audit needs generateAlert true.";
        return Err(Refusal::bad("InvalidInput", message));
    }
    Ok(())
}

fn not_expired(item: &Item, now_ms: u64) -> Result<(), Refusal> {
    let Some(expires) = clock::read(text(item, "expirationTime")) else {
        return Ok(());
    };
    if u64::try_from(expires).is_ok_and(|expires| expires > now_ms) {
        return Ok(());
    }
    let message = "The expirationTime is in the past.";
    Err(Refusal::bad("InvalidInput", message))
}

fn groups_exist(item: &Item, groups: Option<&[String]>) -> Result<(), Refusal> {
    let (Some(groups), Some(Value::Array(names))) = (groups, item.get("rbacGroupNames")) else {
        return Ok(());
    };
    let unknown = names
        .iter()
        .filter_map(Value::as_str)
        .find(|name| !groups.iter().any(|group| group == name));
    match unknown {
        Some(name) => {
            let message = format!("There is no device group {name}.");
            Err(Refusal::bad("InvalidInput", &message))
        }
        None => Ok(()),
    }
}
