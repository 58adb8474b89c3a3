//! The tenant's indicators as the page shows them: a window of those that pass a filter, in an order;
//! and as files.
//!
//! As with rows of the ledger, those that pass are found once and kept until another filter comes or
//! the tenant is read anew, so that scrolling costs no more than the rows in sight.

use std::borrow::Cow;

use crate::{
    clock::{Now, WallTime},
    diagnostic::clipped,
    ledger::Needle,
    order::{by_figure, by_words, sorted},
    report::{self, NamedFile},
    source::small,
    tenant::{Entity, Snapshot, Text},
};

use super::{
    Selected, Session, TenantExportKind, TenantFilter, TenantOnly, TenantRow, TenantSort,
    TenantWindow,
    known::{Known, Tenant},
    window::{MOST_ROWS, VALUE},
};

/// The indicators that pass a filter, in its order.
#[derive(Clone, Debug)]
pub(super) struct Selection {
    filter: TenantFilter,
    places: Vec<u32>,
    /// Of them those that have an id.
    deletable: u32,
}

impl Session {
    /// A window of the tenant; an empty one where it is not known.
    pub(super) fn tenant_window(
        &mut self,
        now: Now,
        filter: TenantFilter,
        start: u32,
        count: u32,
    ) -> TenantWindow {
        let mut window = TenantWindow {
            start,
            total: 0,
            deletable: 0,
            rows: Vec::new(),
        };
        let Tenant::Known(known) = &mut self.tenant else {
            return window;
        };
        let selection = match known.selection.take() {
            Some(selection) if selection.filter == filter => selection,
            _ => known.select(filter, now.wall),
        };
        let end = start.saturating_add(count.min(MOST_ROWS));
        let places = (start..end).map_while(|at| selection.places.get(at as usize));
        window.total = small(selection.places.len());
        window.deletable = selection.deletable;
        window.rows = places
            .filter_map(|place| row(&known.snapshot, *place))
            .collect();
        known.selection = Some(selection);
        window
    }

    /// The places that are meant, in their order; none where the tenant is not known. Each comes once.
    pub(super) fn selected(&self, now: Now, selected: &Selected) -> Vec<u32> {
        let Tenant::Known(known) = &self.tenant else {
            return Vec::new();
        };
        match selected {
            Selected::Passing { filter, except } => {
                let mut places = match &known.selection {
                    Some(selection) if selection.filter == *filter => selection.places.clone(),
                    _ => known.select(filter.clone(), now.wall).places,
                };
                let mut left = vec![false; known.snapshot.len() as usize];
                for place in except {
                    if let Some(left) = left.get_mut(*place as usize) {
                        *left = true;
                    }
                }
                places.retain(|place| !left[*place as usize]);
                places
            }
            Selected::Places { places } => {
                let held = places.iter().copied();
                let mut places =
                    sorted(held.filter(|place| *place < known.snapshot.len()).collect());
                places.dedup();
                places
            }
        }
    }

    /// The files asked for of what the tenant holds; none where there is nothing to write. With all
    /// come the objects that cannot be shown, as they were listed: a file of all is to hold all.
    #[must_use]
    pub fn tenant_files(
        &self,
        now: Now,
        selected: &Selected,
        kind: TenantExportKind,
    ) -> Vec<NamedFile> {
        let places = self.selected(now, selected);
        let Some(known) = self.known() else {
            return Vec::new();
        };
        let tenant = &known.snapshot;
        let entities = places.iter().filter_map(|place| tenant.entity(*place));
        match kind {
            TenantExportKind::PortalCsv => report::tenant_csv(entities),
            TenantExportKind::ApiJson => {
                let others = tenant.others().filter(|_| is_all(selected));
                report::tenant_json(entities.map(Entity::object).chain(others))
            }
        }
    }
}

/// Whether everything is meant, in whatever order.
fn is_all(selected: &Selected) -> bool {
    match selected {
        Selected::Places { .. } => false,
        Selected::Passing { filter, except } => {
            let any_order = TenantFilter {
                sort: None,
                descending: false,
                ..filter.clone()
            };
            any_order == TenantFilter::default() && except.is_empty()
        }
    }
}

impl Known {
    fn select(&self, filter: TenantFilter, now: WallTime) -> Selection {
        let tenant = &*self.snapshot;
        let text = Needle::new(&filter.text);
        let alike = alike(tenant, filter.only);
        let passes = |entity: &Entity<'_>| {
            is_of(*entity, &filter)
                && self.has(*entity, filter.only, &alike, now)
                && (text.is_empty() || holds(*entity, &text))
        };
        let passing = tenant.entities().filter(passes).collect();
        let mut places = ordered(passing, filter.sort);
        if filter.descending {
            places.reverse();
        }
        let has_id = |place: &&u32| tenant.entity(**place).is_some_and(|it| it.id().is_some());
        Selection {
            deletable: small(places.iter().filter(has_id).count()),
            filter,
            places,
        }
    }

    fn has(
        &self,
        entity: Entity<'_>,
        only: Option<TenantOnly>,
        alike: &[bool],
        now: WallTime,
    ) -> bool {
        match only {
            None => true,
            Some(TenantOnly::Expiring) => entity.expires().is_soon(now),
            Some(TenantOnly::Expired) => entity.expires().is_past(now),
            Some(TenantOnly::Mine) => self.is_mine(entity),
            Some(TenantOnly::Conflict | TenantOnly::SameFile) => alike
                .get(entity.place() as usize)
                .is_some_and(|is_alike| *is_alike),
        }
    }
}

/// For each place whether others belong to it, where that is asked for.
fn alike(tenant: &Snapshot, only: Option<TenantOnly>) -> Vec<bool> {
    let places: Vec<u32> = match only {
        Some(TenantOnly::Conflict) => tenant.conflicts().flatten().copied().collect(),
        Some(TenantOnly::SameFile) => tenant.same_files().concat(),
        _ => return Vec::new(),
    };
    let mut alike = vec![false; tenant.len() as usize];
    for place in places {
        alike[place as usize] = true;
    }
    alike
}

fn is_of(entity: Entity<'_>, filter: &TenantFilter) -> bool {
    let key = entity.key();
    let has = |sought, held| sought == held;
    filter
        .indicator_type
        .is_none_or(|kind| kind == key.indicator_type)
        && filter.action.is_none_or(|action| action == key.action)
        && filter
            .severity
            .is_none_or(|severity| has(Some(severity), entity.severity()))
}

fn holds(entity: Entity<'_>, text: &Needle) -> bool {
    let fields = [
        Text::IndicatorValue,
        Text::Title,
        Text::Description,
        Text::CreatedBy,
        Text::CreatedByDisplayName,
    ];
    let mut said = fields.iter().filter_map(|field| entity.text(*field));
    said.any(|said| text.is_in(&said))
}

/// The places of the indicators in an order; equal ones as they are listed.
fn ordered(entities: Vec<Entity<'_>>, sort: Option<TenantSort>) -> Vec<u32> {
    // What never expires does so after all that does; what has no date comes before all that has.
    let figure = |entity: &Entity<'_>| match sort {
        Some(TenantSort::Type) => entity.key().indicator_type as i64,
        Some(TenantSort::Action) => entity.key().action as i64,
        Some(TenantSort::Severity) => entity.severity().map_or(-1, |severity| severity as i64),
        Some(TenantSort::Expires) => entity.expires().at().map_or(i64::MAX, |at| at.0),
        Some(TenantSort::Created) => entity.created().map_or(i64::MIN, |at| at.0),
        Some(TenantSort::Updated) => entity.updated().map_or(i64::MIN, |at| at.0),
        _ => 0,
    };
    let entities = match sort {
        None => entities,
        Some(TenantSort::Value) => {
            by_words(&entities, |entity| Cow::Borrowed(&*entity.key().value))
        }
        Some(TenantSort::Title) => by_words(&entities, |entity| said(entity, Text::Title)),
        Some(TenantSort::CreatedBy) => by_words(&entities, author),
        Some(_) => by_figure(entities, |entity| figure(entity).into()),
    };
    entities.into_iter().map(Entity::place).collect()
}

fn said(entity: Entity<'_>, field: Text) -> Cow<'_, str> {
    entity.text(field).unwrap_or_default()
}

/// Who made it, by the name that the service shows.
fn author(entity: Entity<'_>) -> Cow<'_, str> {
    let shown = entity.text(Text::CreatedByDisplayName);
    let shown = shown.filter(|name| !name.is_empty());
    shown.unwrap_or_else(|| said(entity, Text::CreatedBy))
}

pub(super) fn row(tenant: &Snapshot, place: u32) -> Option<TenantRow> {
    let entity = tenant.entity(place)?;
    let key = entity.key();
    let value = said(entity, Text::IndicatorValue);
    let others = tenant.beside(key.indicator_type, &key.value);
    let others = others.map(|other| other.key().action);
    let mut beside: Vec<_> = others.filter(|action| *action != key.action).collect();
    beside.dedup();
    let groups = entity.rbac_group_names().unwrap_or_default();
    Some(TenantRow {
        place,
        id: entity.id().map(Cow::into_owned),
        indicator_type: key.indicator_type,
        value: clipped(value.trim(), VALUE),
        action: key.action,
        severity: entity.severity(),
        title: clipped(&said(entity, Text::Title), VALUE),
        expires: entity.expires().at(),
        created: entity.created(),
        updated: entity.updated(),
        created_by: clipped(&author(entity), VALUE),
        rbac_group_names: groups.iter().map(|name| clipped(name, VALUE)).collect(),
        beside,
    })
}
