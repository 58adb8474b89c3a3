//! One indicator of the tenant in full: every field of it, and what a device makes of it beside others.

use crate::{
    diagnostic::clipped,
    outlook::{Side, beside, wins},
    tenant::{Entity, Snapshot, Text},
};

use super::{SameFile, Session, TenantDetail, tenant_rows::row, window::VALUE};

/// The most fields that are told of: the API has about thirty.
const MOST_FIELDS: usize = 100;

impl Session {
    /// The indicator at a place of the list, where the tenant is known.
    pub(super) fn tenant_detail(&self, place: u32) -> Option<TenantDetail> {
        let tenant = &*self.known()?.snapshot;
        let entity = tenant.entity(place)?;
        let key = entity.key();
        let groups = groups(entity);
        let side = side(entity, &groups);
        let others = tenant.beside(key.indicator_type, &key.value);
        let others = others.filter(|other| other.key().action != key.action);
        let fields = entity.fields().into_iter().take(MOST_FIELDS);
        Some(TenantDetail {
            row: row(tenant, place)?,
            fields: fields
                .map(|(name, said)| (clipped(&name, VALUE), clipped(&said, VALUE)))
                .collect(),
            beside: others.map(|other| beside(side, other)).collect(),
            same_file: same_file(tenant, entity, side),
        })
    }
}

fn groups(entity: Entity<'_>) -> Vec<String> {
    let groups = entity.rbac_group_names().unwrap_or_default();
    groups.into_iter().map(Into::into).collect()
}

fn side<'s>(entity: Entity<'_>, groups: &'s [String]) -> Side<'s> {
    Side {
        indicator_type: entity.key().indicator_type,
        action: entity.key().action,
        groups,
    }
}

fn same_file(tenant: &Snapshot, entity: Entity<'_>, asked: Side<'_>) -> Vec<SameFile> {
    let key = entity.key();
    if !key.indicator_type.is_file() {
        return Vec::new();
    }
    let files = tenant.same_files();
    let file = files.iter().find(|file| file.contains(&entity.place()));
    let others = file.into_iter().flatten();
    let others = others.filter_map(|place| tenant.entity(*place));
    let others = others.filter(|other| other.key().value != key.value);
    let told = others.map(|other| {
        let groups = groups(other);
        SameFile {
            indicator_type: other.key().indicator_type,
            value: other
                .text(Text::IndicatorValue)
                .map_or_else(String::new, |it| clipped(&it, VALUE)),
            action: other.key().action,
            wins: wins(asked, side(other, &groups)),
        }
    });
    told.collect()
}
