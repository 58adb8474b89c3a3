//! The indicators of the one tenant.
//!
//! Kept in the order of their ids and found by key. Expired ones are dropped when somebody looks.

use std::collections::{BTreeMap, HashMap};

use crate::{
    entity::{self, Entity, Key, Stamp},
    envelope::Refusal,
    shape::{Item, text},
};

/// All active indicators.
#[derive(Debug, Default)]
pub(crate) struct Tenant {
    by_id: BTreeMap<u64, Entity>,
    ids: HashMap<Key, u64>,
    last_id: u64,
    /// Nothing expires before; milliseconds since 1970.
    quiet_until: Option<i64>,
}

impl Tenant {
    /// Forgets what has expired.
    pub(crate) fn expire(&mut self, now_ms: u64) {
        let now = i64::try_from(now_ms).unwrap_or(i64::MAX);
        if self.quiet_until.is_none_or(|until| now < until) {
            return;
        }
        self.remove_where(|entity| entity.expires_ms().is_some_and(|expires| expires <= now));
        self.quiet_until = self.entities().filter_map(Entity::expires_ms).min();
    }

    /// Every indicator, in the order of creation.
    pub(crate) fn entities(&self) -> impl Iterator<Item = &Entity> {
        self.by_id.values()
    }

    /// Makes or renews the indicator that `item` describes.
    ///
    /// # Errors
    /// `BadRequest` where a new one does not fit into `quota`.
    pub(crate) fn submit(
        &mut self,
        item: &Item,
        stamp: &Stamp<'_>,
        quota: usize,
    ) -> Result<&Entity, Refusal> {
        if !self.ids.contains_key(&entity::key(item)) && self.by_id.len() >= quota {
            let message = format!("The tenant already has {quota} active indicators.");
            return Err(Refusal::bad("BadRequest", &message));
        }
        let id = self.id_for(item);
        let entity = match self.by_id.get(&id) {
            Some(known) => known.update(item, stamp),
            None => Entity::create(item, id.to_string(), stamp),
        };
        Ok(self.put(id, entity))
    }

    /// Puts in what a test says was there before; no rule and no quota applies. Gives its id.
    pub(crate) fn seed(&mut self, item: &Item, stamp: &Stamp<'_>) {
        let id = self.id_for(item);
        let wanted = text(item, "id").parse().ok();
        let known = self.by_id.contains_key(&id);
        let free = |id: &u64| !known && *id > 0 && !self.by_id.contains_key(id);
        let id = wanted.filter(free).unwrap_or(id);
        let entity = Entity::create(item, id.to_string(), stamp).seeded(item);
        self.put(id, entity);
    }

    /// Would these new items fit into `quota`? Equal ones count once.
    pub(crate) fn has_room(&self, items: &[Item], quota: usize) -> bool {
        let keys: std::collections::HashSet<Key> = items.iter().map(entity::key).collect();
        let new = keys
            .iter()
            .filter(|key| !self.ids.contains_key(key))
            .count();
        new == 0 || self.by_id.len() + new <= quota
    }

    /// Deletes all of `ids`, or none where one is unknown.
    ///
    /// # Errors
    /// The first unknown id.
    pub(crate) fn delete<'a>(&mut self, ids: &[&'a str]) -> Result<(), &'a str> {
        let known = |id: &str| id.parse().is_ok_and(|id| self.by_id.contains_key(&id));
        if let Some(unknown) = ids.iter().find(|id| !known(id)) {
            return Err(unknown);
        }
        for id in ids {
            self.remove(id.parse().unwrap_or_default());
        }
        Ok(())
    }

    fn id_for(&self, item: &Item) -> u64 {
        let known = self.ids.get(&entity::key(item));
        known.copied().unwrap_or(self.last_id + 1)
    }

    fn put(&mut self, id: u64, entity: Entity) -> &Entity {
        self.last_id = self.last_id.max(id);
        let expires = [self.quiet_until, entity.expires_ms()];
        self.quiet_until = expires.into_iter().flatten().min();
        self.ids.insert(entity.key(), id);
        self.by_id.entry(id).insert_entry(entity).into_mut()
    }

    fn remove(&mut self, id: u64) {
        if let Some(entity) = self.by_id.remove(&id) {
            self.ids.remove(&entity.key());
        }
    }

    fn remove_where(&mut self, gone: impl Fn(&Entity) -> bool) {
        let gone: Vec<u64> = self
            .by_id
            .iter()
            .filter(|(_, entity)| gone(entity))
            .map(|(id, _)| *id)
            .collect();
        for id in gone {
            self.remove(id);
        }
    }
}
