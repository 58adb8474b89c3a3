//! Whether the tenant still is what was reviewed.
//!
//! Between a review and the first call others may write to the tenant, and the review may be hours old.
//! So the tenant is listed once more before anything is sent. Of an undo or a deletion what is no longer
//! as it was reviewed is left alone, and its row says so. An import that was compared with the tenant
//! is compared again: it is sent where it does to the tenant what was seen, and goes back to its review
//! where it does not. The list comes right before the first call; of what others do in the moments
//! between that and a call nobody can know.

use std::sync::Arc;

use crate::{
    clock::{Now, WallTime},
    journal::{NotOpened, Route},
    ledger::Decided,
    outlook::{Foreseen, Prospect, change},
    tenant::Snapshot,
    undo,
};

use super::{Account, Closed, Event, Session, TenantChange};

/// What is to be sent, by whom and how.
#[derive(Clone, Debug)]
pub(super) struct Order {
    pub(super) account: Account,
    pub(super) route: Route,
    pub(super) unjournalled: bool,
    /// Whether an import is sent though the tenant could not be listed again.
    pub(super) as_listed: bool,
}

/// What is sent once the tenant is listed again.
#[derive(Clone, Debug)]
pub(super) struct Awaiting {
    order: Order,
    /// What an import was reviewed as; `None` of what takes back or deletes.
    reviewed: Option<Box<Reviewed>>,
}

/// What was foreseen of an import when it was reviewed.
#[derive(Clone, Debug)]
pub(super) struct Reviewed {
    tenant: Arc<Snapshot>,
    prospect: Prospect,
    decided: Decided,
}

impl Reviewed {
    fn foreseen(&self) -> Foreseen<'_> {
        Foreseen {
            tenant: &self.tenant,
            prospect: &self.prospect,
            decided: &self.decided,
        }
    }
}

impl Session {
    /// What an import was compared with, where that is to be looked at again before it is sent.
    pub(super) fn reviewed(&mut self, order: &Order) -> Option<Reviewed> {
        if order.as_listed {
            return None;
        }
        self.look_ahead(|whose| whose.is_same(&order.account));
        let known = self.good_to_decide()?;
        Some(Reviewed {
            tenant: Arc::clone(&known.snapshot),
            prospect: self.foresight.prospect.clone()?,
            decided: self.ledger.decided()?.clone(),
        })
    }

    /// Has the tenant listed, and what was ordered sent once it is.
    pub(super) fn send_once_listed(&mut self, now: Now, order: Order, reviewed: Option<Reviewed>) {
        let account = order.account.clone();
        let reviewed = reviewed.map(Box::new);
        self.prepared.sending = Some(Awaiting { order, reviewed });
        self.list_tenant(now, account);
    }

    /// Whether an import waits until the tenant is listed again.
    pub(super) fn compares_again(&self) -> bool {
        let waiting = self.prepared.sending.as_ref();
        waiting.is_some_and(|waiting| waiting.reviewed.is_some())
    }

    /// The tenant is listed: what waits for that is sent, as far as it still is what was reviewed.
    pub(super) fn send_listed(&mut self, now: Now) {
        let Some(Awaiting { order, reviewed }) = self.prepared.sending.take() else {
            return;
        };
        let known = self.good_to_decide();
        let known = known.filter(|known| known.account.is_same(&order.account));
        match (known.map(|known| Arc::clone(&known.snapshot)), reviewed) {
            (None, _) => self.not_sent(NotOpened::Unlisted),
            (Some(tenant), None) => {
                if let Some(lines) = undo::overtaken(&self.ledger, &tenant) {
                    self.ledger = self.ledger.rewritten(lines);
                }
                self.begin_run(now, order);
            }
            (Some(_), Some(reviewed)) => return self.send_compared(now, order, &reviewed),
        }
        // The rows may have become others, whether they are being sent or not.
        self.summarise_unasked();
    }

    /// Sends an import that does to the tenant, as it is listed now, what was seen.
    fn send_compared(&mut self, now: Now, order: Order, reviewed: &Reviewed) {
        self.refresh(now);
        self.look_ahead(|whose| whose.is_same(&order.account));
        match self.changed_since(reviewed) {
            None => self.begin_decided(now, order),
            Some(change) => {
                self.selection = None;
                self.summarise_unasked();
                self.not_sent(NotOpened::TenantChanged(change));
            }
        }
    }

    fn changed_since(&self, reviewed: &Reviewed) -> Option<TenantChange> {
        let now = Foreseen {
            tenant: &self.good_to_decide()?.snapshot,
            prospect: self.foresight.prospect.as_ref()?,
            decided: self.ledger.decided()?,
        };
        change(&self.ledger, &reviewed.foreseen(), &now)
    }

    /// The tenant could not be listed again, or that is not waited for: an import is not sent, and what
    /// was known is known still. Says whether one was about to be.
    pub(super) fn not_listed_again(&mut self, reason: Option<Closed>) -> bool {
        let waiting = self.prepared.sending.take_if(|it| it.reviewed.is_some());
        let Some(reviewed) = waiting.and_then(|waiting| waiting.reviewed) else {
            return false;
        };
        let at = reviewed.tenant.at();
        self.tell(Event::NotOpened(NotOpened::UnlistedAgain { at, reason }));
        true
    }

    /// When the tenant was listed that an import is compared with, where the user sends it though that
    /// could not be done again.
    pub(super) fn on_list_of(&self, order: &Order) -> Option<WallTime> {
        let known = self.good_to_decide().filter(|_| order.as_listed);
        known.map(|known| known.snapshot.at())
    }
}
