//! What the session knows of the tenant, as whom, and for how long that is good.

use std::sync::Arc;

use crate::{
    clock::{Now, WallTime},
    indicator::{Action, IndicatorType},
    order::{count, most_first},
    source::small,
    tenant::{Entity, Snapshot, Text, is_name_of},
};

use super::{Account, Closed, Event, Session, TenantState, TenantSums, tenant_rows::Selection};

/// What is known of the tenant.
#[derive(Clone, Debug, Default)]
pub(super) enum Tenant {
    /// Nobody has asked, or what was known is no longer good.
    #[default]
    Unknown,
    Known(Known),
    /// It could not be read.
    Failed(Closed),
}

/// What was listed.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) snapshot: Arc<Snapshot>,
    pub(super) account: Account,
    is_stale: bool,
    /// The indicators that passed the last filter.
    pub(super) selection: Option<Selection>,
}

impl Known {
    pub(super) fn new(snapshot: Arc<Snapshot>, account: Account) -> Self {
        Self {
            snapshot,
            account,
            is_stale: false,
            selection: None,
        }
    }

    /// Whether the one who is signed in made an indicator.
    pub(super) fn is_mine(&self, entity: Entity<'_>) -> bool {
        let author = entity.text(Text::CreatedBy);
        author.is_some_and(|author| is_name_of(&author, &self.account.username))
    }

    fn sums(&self, now: WallTime, most: usize) -> TenantSums {
        let tenant = &self.snapshot;
        let mut sums = TenantSums {
            at: tenant.at(),
            account: self.account.username.clone(),
            is_stale: self.is_stale,
            held: tenant.held(),
            is_part: tenant.is_part(),
            most: small(most),
            foreign: tenant.foreign(),
            unread: tenant.unread(),
            freed: 0,
            expiring: 0,
            expired: 0,
            conflicts: small(tenant.conflicts().count()),
            same_files: small(tenant.same_files().len()),
            mine: 0,
            by_type: none_of(IndicatorType::ALL),
            by_action: none_of(Action::ALL),
            groups: tenant.groups(),
        };
        for entity in tenant.entities() {
            let expires = entity.expires();
            sums.freed += u32::from(expires.frees_room(now));
            sums.expiring += u32::from(expires.is_soon(now));
            sums.expired += u32::from(expires.is_past(now));
            sums.mine += u32::from(self.is_mine(entity));
            count(&mut sums.by_type, entity.key().indicator_type);
            count(&mut sums.by_action, entity.key().action);
        }
        sums.by_type = some_first(sums.by_type);
        sums.by_action = some_first(sums.by_action);
        sums
    }
}

/// Nothing counted yet of each, in the API's order: a tenant's list comes in any.
fn none_of<T: Copy>(all: &[T]) -> Vec<(T, u32)> {
    all.iter().map(|one| (*one, 0)).collect()
}

/// What there is of each, the most first.
fn some_first<T>(mut counts: Vec<(T, u32)>) -> Vec<(T, u32)> {
    counts.retain(|(_, count)| *count > 0);
    most_first(counts)
}

impl Session {
    /// What the tenant holds, where that is known and as far as it is.
    pub(super) fn known(&self) -> Option<&Known> {
        match &self.tenant {
            Tenant::Known(known) => Some(known),
            Tenant::Unknown | Tenant::Failed(_) => None,
        }
    }

    /// The same, while it is good to decide by: a run that changes the tenant makes it stale.
    pub(super) fn good_to_decide(&self) -> Option<&Known> {
        self.known().filter(|known| !known.is_stale)
    }

    /// What is known of the tenant is another thing from here on.
    pub(super) fn set_tenant(&mut self, now: Now, tenant: Tenant) {
        self.know(now, tenant);
        self.look_again();
    }

    /// The same where what is foreseen of the rows is told by whoever looks at them again.
    pub(super) fn know_again(&mut self, now: Now, tenant: Tenant) {
        self.know(now, tenant);
        self.ledger.undecide();
    }

    fn know(&mut self, now: Now, tenant: Tenant) {
        self.tenant = tenant;
        self.tell_tenant(now);
    }

    pub(super) fn tell_tenant(&mut self, now: Now) {
        let state = self.tenant_state(now);
        self.tell(Event::Tenant(state));
    }

    fn tenant_state(&self, now: Now) -> TenantState {
        if let Some(listed) = self.listed() {
            return TenantState::Listing { listed };
        }
        match &self.tenant {
            Tenant::Unknown => TenantState::Unknown,
            Tenant::Failed(reason) => TenantState::Failed {
                reason: reason.clone(),
            },
            Tenant::Known(known) => {
                let sums = known.sums(now.wall, self.limits.tenant_indicators);
                TenantState::Known(Box::new(sums))
            }
        }
    }

    /// What another account has listed is not good for this one, which may see more or less.
    pub(super) fn good_for(&mut self, now: Now, account: &Account) {
        if let Tenant::Known(known) = &self.tenant
            && !known.account.is_same(account)
        {
            self.set_tenant(now, Tenant::Unknown);
        }
    }

    /// A run has changed the tenant.
    pub(super) fn tenant_has_changed(&mut self, now: Now) {
        if let Tenant::Known(known) = &mut self.tenant
            && !known.is_stale
        {
            known.is_stale = true;
            self.tell_tenant(now);
        }
    }
}
