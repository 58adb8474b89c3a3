//! What is known ahead of a run: what the guard says of the ready rows, and their fates in the tenant.
//!
//! It is found when the page is told of the rows, and again at the last moment before a run; in
//! between only where the rows, the choices, the tenant or the guard's lists have changed. The ledger
//! carries what comes of it, so that whatever is planned of the ledger is what would be sent.

use crate::{
    change::Field,
    check::Row,
    diagnostic::{Diagnostic, Finding, Place, excerpt},
    ledger::{Decided, Images},
    outlook::{Prospect, Tenant, of_line},
    plan::Plan,
    tenant::Snapshot,
    undo::Task,
};

use super::{Account, CaughtBy, Choices, Compared, Fate, Filter, Guarded, Outlook, Session, later};

/// What the session knows ahead.
#[derive(Clone, Debug, Default)]
pub(super) struct Foresight {
    pub(super) choices: Choices,
    /// What would happen in the tenant, of the rows as they were when it was asked last; `None` where
    /// the tenant is not known.
    pub(super) prospect: Option<Prospect>,
    /// What the guard says, the gravest first.
    pub(super) guarded: Vec<Guarded>,
}

impl Session {
    /// Changes what is done as the tenant stands.
    pub(super) fn choose(&mut self, choices: Choices) {
        self.change(|session| {
            session.foresight.choices = choices;
            session.ledger.undecide();
        });
    }

    /// Looks at the rows anew, since something else than they came to be known, and says what that
    /// makes of them. What is being sent, or has been, stays as it was decided.
    pub(super) fn look_again(&mut self) {
        if self.may_change() {
            self.ledger.undecide();
            self.selection = None;
            self.summarise_unasked();
        }
    }

    /// Looks ahead, unless that was done of the rows as they are. The tenant counts where it is known
    /// to the account that `is_meant`.
    pub(super) fn look_ahead(&mut self, is_meant: impl FnOnce(&Account) -> bool) {
        if self.ledger.is_decided() || !self.may_change() {
            return;
        }
        let mut decided = Decided::default();
        let guarded = self.guard_rows(&mut decided);
        let known = self.good_to_decide();
        let prospect = match known.filter(|known| is_meant(&known.account)) {
            Some(_) => (later::here().prospect)(self, &mut decided),
            None => None,
        };
        self.ledger.decide(decided);
        self.foresight.prospect = prospect;
        self.foresight.guarded = guarded;
        self.selection = None;
    }

    /// What would happen in the tenant as it is known.
    pub(super) fn prospect(&self, decided: &mut Decided) -> Option<Prospect> {
        let tenant = self.tenant_of(&self.good_to_decide()?.snapshot);
        Some(tenant.prospect(&self.ledger, decided))
    }

    /// What a plan would change, as the tenant holds it, where `account` knows that and no run has
    /// changed it since. Lines have their images in themselves.
    pub(super) fn images(&self, plan: &Plan, account: &Account) -> Option<Images> {
        if self.ledger.has_tasks() {
            return None;
        }
        let known = self.good_to_decide();
        let known = known.filter(|known| known.account.is_same(account));
        known.map(|known| Images::of(plan, &known.snapshot))
    }

    /// Forgets what was known ahead: other rows stand here that were decided about before.
    pub(super) fn look_back(&mut self) {
        self.foresight.prospect = None;
        self.foresight.guarded = Vec::new();
    }

    fn tenant_of<'t>(&'t self, snapshot: &'t Snapshot) -> Tenant<'t> {
        Tenant {
            snapshot,
            choices: &self.foresight.choices,
            limits: &self.limits,
            now: self.ledger.settings().today.max(snapshot.at()),
        }
    }

    /// What would happen to a row; `None` where it is not ready or the tenant is not known. A line says
    /// it by itself, also once it was done.
    pub(super) fn fate(&self, row: u32) -> Option<Fate> {
        match self.ledger.task(row) {
            Some(Task::Delete) => Some(Fate::Delete),
            Some(Task::Restore) => Some(Fate::Restore),
            None => self.foresight.prospect.as_ref()?.fate(row),
        }
    }

    /// What a run would make of the tenant.
    pub(super) fn outlook(&self) -> Option<Outlook> {
        let prospect = self.foresight.prospect.as_ref();
        prospect.map(|prospect| prospect.sums.clone())
    }

    /// The device groups of a row that no indicator of the tenant is for.
    pub(super) fn groups_not_seen(&self, full: &Row<'_>, line: u32) -> Vec<Diagnostic> {
        let unseen = self.foresight.prospect.as_ref();
        let unseen = unseen.map_or(&[][..], |prospect| &prospect.sums.unseen_groups);
        let sent = full.indicator.as_ref().filter(|_| !unseen.is_empty());
        let names = sent.into_iter().flat_map(|sent| &sent.rbac_group_names);
        let names = names.filter(|name| unseen.iter().any(|(other, _)| other == *name));
        let finding = |name| Finding::GroupNotSeen {
            name: excerpt(name),
        };
        let place = Place::field(line, Field::RbacGroupNames);
        names
            .map(|name| Diagnostic::new(finding(name), place))
            .collect()
    }

    /// A row that is ready beside what the tenant holds. What a restore would change its line says by
    /// itself.
    pub(super) fn compared(&self, row: u32) -> Option<Compared> {
        let known = self.fate(row).and_then(|_| self.known());
        match known {
            Some(known) => Some(self.tenant_of(&known.snapshot).compared(&self.ledger, row)),
            None => of_line(&self.ledger.line(row)?),
        }
    }

    /// Whether a row has the fate and is caught as a filter asks for.
    pub(super) fn is_foreseen(&self, row: u32, filter: &Filter) -> bool {
        let is_caught = |by: &CaughtBy| {
            let said = self.ledger.guarded(row);
            said.is_some_and(|guard| (&guard.list, guard.stops) == (&by.list, by.stops))
        };
        filter.fate.is_none_or(|fate| self.fate(row) == Some(fate))
            && filter.guard.as_ref().is_none_or(is_caught)
    }
}
