//! Indicators of a tenant that belong together.

use std::borrow::Cow;

use super::{Entity, Snapshot, Text};
use crate::{indicator::IndicatorType, order::sorted};

impl Snapshot {
    /// The places of each value that is there with several actions, ordered by action.
    pub fn conflicts(&self) -> impl Iterator<Item = &[u32]> {
        let key = |place: &u32| self.entity(*place).map(Entity::key);
        let of_one_value = move |one: &u32, next: &u32| {
            let value = |place| key(place).map(|key| (key.indicator_type, &key.value));
            value(one) == value(next)
        };
        let values = self.by_key().chunk_by(of_one_value);
        values.filter(move |places| {
            let action = |place: Option<&u32>| place.and_then(key).map(|key| key.action);
            action(places.first()) != action(places.last())
        })
    }

    /// The places of each file that is there under several kinds of hash, in no certain order; see
    /// [`crate::session::TenantOnly::SameFile`].
    #[must_use]
    pub fn same_files(&self) -> Vec<Vec<u32>> {
        let hashes = sorted(self.entities().filter_map(Hash::of).collect());
        let groups = hashes.chunk_by(|one, next| one.words() == next.words());
        let of_one_file = groups.filter(|group| is_of_one_file(group));
        let places = of_one_file.map(|group| group.iter().map(|hash| hash.place).collect());
        places.collect()
    }
}

/// A hash of a file, and what is said of it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Hash<'s> {
    title: Cow<'s, str>,
    description: Cow<'s, str>,
    kind: IndicatorType,
    value: &'s str,
    place: u32,
}

impl<'s> Hash<'s> {
    fn of(entity: Entity<'s>) -> Option<Self> {
        let key = entity.key();
        let said = |field| entity.text(field).filter(|text| !text.trim().is_empty());
        key.indicator_type.is_file().then_some(Self {
            title: said(Text::Title)?,
            description: said(Text::Description)?,
            kind: key.indicator_type,
            value: &key.value,
            place: entity.place(),
        })
    }

    fn words(&self) -> (&str, &str) {
        (&self.title, &self.description)
    }
}

/// Whether there are several kinds of hash, and of each kind one value.
fn is_of_one_file(group: &[Hash<'_>]) -> bool {
    let kinds = || group.chunk_by(|one, next| one.kind == next.kind);
    let one_value = |kind: &[Hash<'_>]| kind.iter().all(|hash| hash.value == kind[0].value);
    kinds().nth(1).is_some() && kinds().all(one_value)
}
