//! The list of the tenant, asked for by itself.
//!
//! It takes seconds and holds nobody up: what cannot go on beside it ends it at once, and follows as
//! soon as the calls are written down that it has made. They count; their answers are not waited for.

use crate::{
    clock::Now,
    import::{CallLog, Input, Step, TenantListing},
    journal::Opening,
};

use super::{
    Account, Command, Session,
    known::{Known, Tenant},
    run::{Activity, Door},
};

/// The tenant is asked what it holds.
#[derive(Clone, Debug)]
pub(super) struct List {
    pub(super) door: Door,
    pub(super) listing: TenantListing,
    /// Who wants it; `None` where nobody does any more.
    pub(super) account: Option<Account>,
}

impl List {
    pub(super) fn poll(&mut self, now: Now) -> Step {
        match (&self.door, &self.account) {
            (Door::Shut(_), None) => Step::Finished,
            _ => self.door.step().unwrap_or_else(|| self.listing.poll(now)),
        }
    }

    fn give_up(&mut self, now: Now) {
        self.account = None;
        self.listing.give_up(now);
    }
}

impl Session {
    /// Indicators listed so far; `None` where none are being listed, or about to be.
    pub(super) fn listed(&self) -> Option<u32> {
        match (&self.activity, &self.next) {
            (Activity::Listing(list), _) if list.account.is_some() => Some(list.listing.listed()),
            (_, Some(Command::ListTenant { .. })) => Some(0),
            _ => None,
        }
    }

    /// Begins to list, unless the same list is on its way already. A run comes first: it is told that
    /// nothing has changed.
    pub(super) fn list_tenant(&mut self, now: Now, account: Account) {
        self.good_for(now, &account);
        if let Activity::Idle(calls) = &mut self.activity {
            let calls = std::mem::replace(calls, CallLog::new(&self.limits));
            self.activity = Activity::Listing(Box::new(List {
                door: Door::Shut(Box::new(Opening::Check)),
                listing: TenantListing::new(self.limits.clone(), calls),
                account: Some(account),
            }));
        }
        self.tell_tenant(now);
    }

    /// What was known before is what is known.
    pub(super) fn stop_listing(&mut self, now: Now) {
        self.next = self.next.take().filter(|next| !is_list(next));
        if let Activity::Listing(list) = &mut self.activity {
            list.give_up(now);
        }
        self.drop_waiting();
        self.tell_tenant(now);
    }

    pub(super) fn forget_tenant(&mut self, now: Now) {
        self.tenant = Tenant::Unknown;
        self.stop_listing(now);
        self.look_again();
    }

    /// Whether a command has to wait for what goes on to end; it then does, and ends a list that is in
    /// its way. Of several the last one is what is wanted.
    pub(super) fn puts_off(&mut self, now: Now, command: &Command) -> bool {
        // It is about to be sent, and was asked for twice.
        if matches!(command, Command::Send { .. }) && self.prepared.sending.is_some() {
            return true;
        }
        let waits = match (&mut self.activity, command) {
            (Activity::Listing(list), Command::ListTenant { account }) => {
                let wanted = list.account.as_ref();
                !wanted.is_some_and(|wanted| wanted.is_same(account))
            }
            (
                Activity::Listing(_),
                Command::Send { .. } | Command::CheckConnection | Command::Configure { .. },
            )
            | (Activity::Checking(_) | Activity::Closing(_), Command::ListTenant { .. }) => true,
            _ => false,
        };
        if waits {
            self.next = Some(command.clone());
            if let Activity::Listing(list) = &mut self.activity {
                list.give_up(now);
            }
            self.tell_tenant(now);
        }
        waits
    }

    /// Takes note of what happened to the list, and says how far it is.
    pub(super) fn hear(&mut self, now: Now, input: Input) {
        let Activity::Listing(list) = &mut self.activity else {
            return;
        };
        let before = list.listing.listed();
        list.listing.handle(now, input);
        if list.listing.result().is_none() && list.listing.listed() != before {
            self.tell_tenant(now);
        }
    }

    pub(super) fn end_list(&mut self, now: Now) {
        let idle = Activity::Idle(CallLog::new(&self.limits));
        let list = match std::mem::replace(&mut self.activity, idle) {
            Activity::Listing(list) => *list,
            other => return self.activity = other,
        };
        let result = list.listing.result();
        let is_wanted = list.account.is_some();
        self.activity = Activity::Idle(list.listing.into_calls());
        match (list.account, result) {
            (Some(account), Some(Ok(snapshot))) => {
                let known = Tenant::Known(Known::new(snapshot, account));
                if self.compares_again() {
                    self.know_again(now, known);
                } else {
                    self.set_tenant(now, known);
                }
            }
            (Some(_), Some(Err(reason))) if self.compares_again() => {
                self.tell_tenant(now);
                self.not_listed_again(Some(reason));
            }
            (Some(_), Some(Err(reason))) => self.set_tenant(now, Tenant::Failed(reason)),
            _ => {}
        }
        if is_wanted {
            self.prepare_waiting();
            self.send_listed(now);
        } else if self.listed().is_none() {
            self.drop_waiting();
        }
    }
}

fn is_list(command: &Command) -> bool {
    matches!(command, Command::ListTenant { .. })
}
