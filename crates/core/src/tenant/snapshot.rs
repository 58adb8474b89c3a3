//! The tenant's list, read whole.
//!
//! The pages of a list go in; what the tenant holds comes out, to be asked by key, by value, by id and
//! by place. The indicators stay in the text in which they were listed: an undo restores from it, and
//! an export writes it.

use std::{borrow::Cow, hash::BuildHasher, sync::Arc};

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::{Entity, Key, Page, entity::Held, page::Other};
use crate::{
    clock::WallTime,
    indicator::{Action, IndicatorType},
    order::sorted,
    source::small,
};

/// What a tenant holds, as its list said at one moment.
///
/// An indicator's *place* is its number in the order of the list, from 0; it is good for this snapshot
/// alone. What was listed twice, as where one page begins before the end of the other, is held once, as it
/// was listed last: the same id of the same key; and where there is no id, the same object on two
/// pages. Two of one key are two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    at: WallTime,
    /// The pages' texts.
    texts: Vec<Arc<str>>,
    held: Vec<Held>,
    /// The objects that are no indicators to us.
    others: Vec<Other>,
    /// Where the list may have gone on and was not read.
    gaps: u32,
    /// The places, ordered by key, then id, then place.
    by_key: Vec<u32>,
    /// Where those of a value begin in `by_key`, by a hash of it: of two values with one hash the first.
    /// A plan asks once for each row, and a search through the texts was a third of its time.
    by_value: FxHashMap<u64, u32>,
    /// The places of those that have an id, ordered by it.
    by_id: Vec<u32>,
}

impl Snapshot {
    /// What these pages list, the first one first. `at`: when the last of them came.
    #[must_use]
    pub fn of(pages: Vec<Page>, at: WallTime) -> Self {
        let mut snapshot = Self {
            at,
            texts: Vec::new(),
            held: Vec::new(),
            others: Vec::new(),
            gaps: 0,
            by_key: Vec::new(),
            by_value: FxHashMap::default(),
            by_id: Vec::new(),
        };
        for (number, page) in (0..).zip(pages) {
            snapshot.gaps += page.gaps();
            snapshot.texts.push(page.text);
            for mut held in page.held {
                held.page = number;
                snapshot.held.push(held);
            }
            for mut other in page.others {
                other.page = number;
                snapshot.others.push(other);
            }
        }
        snapshot.index();
        snapshot.drop_repeats();
        snapshot
    }

    /// The same, where the list does not end: the tenant may hold more.
    #[must_use]
    pub(crate) fn cut_short(mut self) -> Self {
        self.gaps += 1;
        self
    }

    fn index(&mut self) {
        let keyed = self.entities().map(|entity| {
            let (key, id) = name(entity);
            (key, id, entity.place())
        });
        let keyed = sorted(keyed.collect());
        let named = self.entities();
        let named = named.filter_map(|entity| Some((entity.id()?, entity.place())));
        let named = sorted(named.collect());
        let by_id = named.iter().map(|(_, place)| *place).collect();
        self.by_key = keyed.iter().map(|(_, _, place)| *place).collect();
        self.by_id = by_id;
        self.by_value = FxHashMap::with_capacity_and_hasher(self.held.len(), FxBuildHasher);
        for (start, place) in (0..).zip(&self.by_key) {
            let hash = hash(&self.held[*place as usize].key);
            self.by_value.entry(hash).or_insert(start);
        }
    }

    /// Drops what was listed again later.
    fn drop_repeats(&mut self) {
        let mut repeats: Vec<bool> = vec![false; self.held.len()];
        for pair in self.by_key.windows(2) {
            let [Some(one), Some(next)] = [pair[0], pair[1]].map(|place| self.entity(place)) else {
                continue;
            };
            repeats[pair[0] as usize] = self.are_same(one, next);
        }
        if repeats.contains(&true) {
            let mut repeats = repeats.into_iter();
            self.held.retain(|_| repeats.next() != Some(true));
            self.index();
        }
        // Of these nothing but their text is known.
        let others = self.others.iter().zip(0_usize..);
        let others = others.map(|(other, place)| (other.text(&self.texts), other.page, place));
        let others = sorted(others.collect::<Vec<_>>());
        let repeats = others.windows(2);
        let repeats = repeats.filter(|pair| pair[0].0 == pair[1].0 && pair[0].1 != pair[1].1);
        let mut repeats = sorted(repeats.map(|pair| pair[0].2).collect())
            .into_iter()
            .peekable();
        let mut place = 0;
        self.others.retain(|_| {
            place += 1;
            repeats.next_if_eq(&(place - 1)).is_none()
        });
    }

    /// Whether one is the other, listed again.
    fn are_same(&self, one: Entity<'_>, other: Entity<'_>) -> bool {
        let page = |entity: Entity<'_>| self.held[entity.place() as usize].page;
        name(one) == name(other)
            && (one.id().is_some() || (page(one) != page(other) && one.object() == other.object()))
    }

    /// When it was listed.
    #[must_use]
    pub const fn at(&self) -> WallTime {
        self.at
    }

    /// Indicators in all, those included that are foreign or unread: so many of the tenant's room are
    /// used.
    #[must_use]
    pub fn held(&self) -> u32 {
        small(self.held.len() + self.others.len())
    }

    /// Those that can be read: the number of places.
    #[must_use]
    pub fn len(&self) -> u32 {
        small(self.held.len())
    }

    /// Whether none can be read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.held.is_empty()
    }

    /// Indicators of a type or with an action that no import of ours has, such as `WebCategory`.
    #[must_use]
    pub fn foreign(&self) -> u32 {
        small(self.others.iter().filter(|other| other.is_foreign).count())
    }

    /// What could not be read: objects that do not say what they are, and parts of the list that were
    /// not had. Where this is not 0, what is not found here may be in the tenant.
    #[must_use]
    pub fn unread(&self) -> u32 {
        small(self.others.len()) - self.foreign() + self.gaps
    }

    /// Whether some of the list was not had: the tenant may hold more.
    #[must_use]
    pub const fn is_part(&self) -> bool {
        self.gaps > 0
    }

    /// The indicator at a place.
    #[must_use]
    pub fn entity(&self, place: u32) -> Option<Entity<'_>> {
        let held = self.held.get(place as usize)?;
        let text = self.texts.get(held.page as usize)?;
        Some(Entity::new(text, held, place))
    }

    /// The object at a place as the tenant listed it, in JSON.
    #[must_use]
    pub fn object(&self, place: u32) -> Option<&str> {
        self.entity(place).map(Entity::object)
    }

    /// The indicators, in the order of the list.
    pub fn entities(&self) -> impl Iterator<Item = Entity<'_>> {
        (0..self.len()).filter_map(|place| self.entity(place))
    }

    /// The objects that are foreign or unread, as they were listed.
    pub fn others(&self) -> impl Iterator<Item = &str> {
        self.others.iter().map(|other| other.text(&self.texts))
    }

    /// The indicator with a key; of several the one that was listed last.
    #[must_use]
    pub fn find(&self, key: &Key) -> Option<Entity<'_>> {
        let of_value = self.of_value(key).iter();
        let found = of_value.filter(|place| self.key(**place).action == key.action);
        found.max().and_then(|place| self.entity(*place))
    }

    /// The indicators with a value, whatever their action, ordered by it. The value may be in any form
    /// in which it is the same one, as for [`Key::new`].
    pub fn beside(
        &self,
        indicator_type: IndicatorType,
        value: &str,
    ) -> impl Iterator<Item = Entity<'_>> {
        let key = Key::new(indicator_type, value, Action::Audit);
        let found = self.of_value(&key).iter();
        found.filter_map(|place| self.entity(*place))
    }

    /// The indicator with an id.
    #[must_use]
    pub fn find_id(&self, id: &str) -> Option<Entity<'_>> {
        let before = |place: &u32| {
            let other = self.entity(*place).and_then(Entity::id);
            other.is_none_or(|other| other.as_ref() < id)
        };
        let place = self.by_id.get(self.by_id.partition_point(before))?;
        let entity = self.entity(*place)?;
        (entity.id()? == id).then_some(entity)
    }

    /// The places in the order of their keys, so that those of one value stand together, by action.
    pub(super) fn by_key(&self) -> &[u32] {
        &self.by_key
    }

    /// The places of those with the type and the value of a key, ordered by key.
    fn of_value(&self, key: &Key) -> &[u32] {
        let is_it = |place: &u32| is_beside(self.key(*place), key);
        let Some(&start) = self.by_value.get(&hash(key)) else {
            return &[];
        };
        let mut found = &self.by_key[start as usize..];
        if !found.first().is_some_and(is_it) {
            let is_before = |place: &u32| {
                let other = self.key(*place);
                (other.indicator_type, &other.value) < (key.indicator_type, &key.value)
            };
            found = &self.by_key[self.by_key.partition_point(is_before)..];
        }
        let end = found.iter().position(|place| !is_it(place));
        &found[..end.unwrap_or(found.len())]
    }

    fn key(&self, place: u32) -> &Key {
        &self.held[place as usize].key
    }
}

fn is_beside(one: &Key, other: &Key) -> bool {
    one.indicator_type == other.indicator_type && one.value == other.value
}

/// Of type and value. In tests many share one, which hardly ever happens by itself.
fn hash(key: &Key) -> u64 {
    let hash = FxBuildHasher.hash_one((key.indicator_type, &key.value));
    if cfg!(test) { hash >> 61 } else { hash }
}

/// What makes two listings of an indicator the same one.
fn name(entity: Entity<'_>) -> (&Key, Option<Cow<'_, str>>) {
    (entity.key(), entity.id())
}

#[cfg(test)]
mod tests;
