//! Whether the tenant still is what was reviewed.
//!
//! Between the review of an undo or a deletion and its first call others may write to the tenant, and
//! the review may be hours old. So the tenant is listed once more before anything is sent; what is no
//! longer as it was reviewed is left alone, and its row says so. The list comes right before the first
//! call; of what others do in the moments between that and a call nobody can know.

use std::sync::Arc;

use crate::{
    clock::Now,
    journal::{NotOpened, Route},
    undo,
};

use super::{Account, Session};

/// What is to be sent, by whom and how.
#[derive(Clone, Debug)]
pub(super) struct Order {
    pub(super) account: Account,
    pub(super) route: Route,
    pub(super) unjournalled: bool,
}

impl Session {
    /// Has the tenant listed, and what is prepared sent once it is.
    pub(super) fn send_once_listed(&mut self, now: Now, order: Order) {
        let account = order.account.clone();
        self.prepared.sending = Some(order);
        self.list_tenant(now, account);
    }

    /// The tenant is listed: what waits for that is sent, as far as it still is what was reviewed.
    pub(super) fn send_listed(&mut self, now: Now) {
        let Some(order) = self.prepared.sending.take() else {
            return;
        };
        let known = self.good_to_decide();
        let known = known.filter(|known| known.account.is_same(&order.account));
        match known.map(|known| Arc::clone(&known.snapshot)) {
            None => self.not_sent(NotOpened::Unlisted),
            Some(tenant) => {
                if let Some(lines) = undo::overtaken(&self.ledger, &tenant) {
                    self.ledger = self.ledger.rewritten(lines);
                }
                self.begin_run(now, order);
            }
        }
        // The rows may have become others, whether they are being sent or not.
        self.summarise_unasked();
    }
}
