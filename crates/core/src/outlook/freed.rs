//! Room that a tenant has, or would have: what becomes free by itself, and where replacing needs none.

use rustc_hash::FxHashSet;

use crate::{
    change::Field,
    ledger::Ledger,
    plan::values,
    session::{Fate, OnConflict},
    source::small,
    tenant::{Expires, Key},
};

use super::{Tenant, carried, compare, room::Change};

impl Tenant<'_> {
    /// Of the rows without room, those that would need none in the place of what they stand against.
    pub(super) fn replaceable(
        &self,
        ledger: &Ledger,
        fates: &[Option<Fate>],
        behind: &[u32],
    ) -> u32 {
        if self.choices.conflicts != OnConflict::AddBeside {
            return 0;
        }
        let makes_room = |row: u32| {
            let beside = self.beside(ledger, row);
            beside.iter().all(|entity| entity.id().is_some())
                && beside.len() >= values(ledger, row).count()
        };
        let stands_against = |row: u32| fates[row as usize] == Some(Fate::TenantConflict);
        let rows = behind.iter().copied();
        small(
            rows.filter(|&row| stands_against(row) && makes_room(row))
                .count(),
        )
    }

    /// Of the indicators that expire within a day those that a run deletes, or has expire later.
    pub(super) fn not_freed(
        &self,
        ledger: &Ledger,
        fates: &[Option<Fate>],
        changes: &[Change],
        touched: &[(u32, u32)],
    ) -> u32 {
        let is_sent = |row| changes.binary_search_by_key(&row, |it| it.row).is_ok();
        let frees_room = |place| {
            let entity = self.snapshot.entity(place);
            entity.is_some_and(|entity| entity.expires().frees_room(self.now))
        };
        let taken = touched.iter().filter(|&&(row, place)| {
            let is_deleted = fates[row as usize] == Some(Fate::Delete);
            frees_room(place)
                && is_sent(row)
                && (is_deleted || !self.still_frees(ledger, row, place))
        });
        let places: FxHashSet<u32> = taken.map(|(_, place)| *place).collect();
        small(places.len())
    }

    /// Whether an indicator that expires within a day does so too once a row is sent.
    fn still_frees(&self, ledger: &Ledger, row: u32, place: u32) -> bool {
        let entity = self.snapshot.entity(place);
        let sent = ledger.indicator_type(row).zip(ledger.action(row));
        let is_updated = sent.zip(entity).is_some_and(|((kind, action), entity)| {
            Key::kept_actions(kind, action).contains(&entity.key().action)
        });
        let full = ledger.alone(row);
        let kept = carried::carries(ledger, row)
            && entity.is_some_and(|entity| {
                compare::kept(&full, entity, self.now).has(Field::ExpirationTime)
            });
        let expiration = full.indicator.as_ref().and_then(|sent| sent.expiration);
        let expires = expiration.map_or(Expires::Never, Expires::At);
        is_updated && (kept || expires.frees_room(self.now))
    }
}
