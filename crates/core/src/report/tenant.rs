//! Indicators of the tenant as files.

use std::borrow::Cow;

use crate::{
    indicator::Indicator,
    tenant::{Entity, Expires, Text},
};

use super::{NamedFile, portal::PortalWriter};

/// Writes indicators of the tenant as portal CSVs. Where the portal does not take all, the last file is
/// a text that lists the rest, with the reasons.
///
/// A category is left out: the API has a number where the portal has a name, and no page says which is
/// which.
#[must_use]
pub fn tenant_csv<'s>(entities: impl Iterator<Item = Entity<'s>>) -> Vec<NamedFile> {
    let mut writer = PortalWriter::default();
    for entity in entities {
        let value = entity.text(Text::IndicatorValue).unwrap_or_default();
        let value = value.trim();
        let place = entity.id().map_or(Cow::Borrowed("without an id"), |id| {
            Cow::Owned(format!("id {id}"))
        });
        match indicator(entity) {
            Ok(indicator) => writer.take(&place, &indicator, value, ""),
            Err(why) => writer.leave(&place, value, why),
        }
    }
    writer.end().files
}

/// The indicator as it could be sent, or why not.
fn indicator(entity: Entity<'_>) -> Result<Indicator<'_>, &'static str> {
    let said = |field| entity.text(field).filter(|text| !text.is_empty());
    let key = entity.key();
    if entity.expires() == Expires::Unclear {
        return Err("when it expires could not be read");
    }
    Ok(Indicator {
        indicator_type: key.indicator_type,
        value: Cow::Borrowed(&key.value),
        action: key.action,
        title: said(Text::Title).unwrap_or_default(),
        description: said(Text::Description).unwrap_or_default(),
        severity: entity.severity(),
        expiration: entity.expires().at(),
        generate_alert: entity.generate_alert(),
        recommended_actions: said(Text::RecommendedActions),
        rbac_group_names: entity
            .rbac_group_names()
            .ok_or("its device groups could not be read")?,
        application: None,
        educate_url: None,
        mitre_techniques: entity.mitre_techniques().unwrap_or_default(),
        external_id: None,
    })
}

/// Writes objects of the tenant's list in the form in which the API lists them, each as it was listed.
/// Without any there is no file.
#[must_use]
pub fn tenant_json<'s>(objects: impl Iterator<Item = &'s str>) -> Vec<NamedFile> {
    let mut text = String::new();
    for object in objects {
        text.push_str(if text.is_empty() {
            "{\"value\":[\n"
        } else {
            ",\n"
        });
        text.push_str(object);
    }
    if text.is_empty() {
        return Vec::new();
    }
    text.push_str("\n]}\n");
    vec![NamedFile {
        name: "tenant.json".to_owned(),
        bytes: text.into_bytes(),
    }]
}
