//! What rows replace: indicators of the tenant with the same values and another action, which go away
//! before their rows are sent.

use std::collections::BTreeMap;

use ioculate_core::{
    check::{Defaults, Policy},
    import::Outcome,
    indicator::{Action, IndicatorType},
    journal::{FORMAT, Header},
    ledger::{Decided, Ledger, Replaced, Settings},
    limits::Limits,
    plan::{EntryId, Plan},
    session::{Account, Purpose},
};

use super::{
    laws::{Law, Lawful, holds},
    rows::{self, Cells},
    schedule::Schedule,
    tenant::{Key, Tenant},
};
use crate::world::START;

/// The run that replaces is the first one.
const RUN: u32 = 0;

/// What the plan of the first run names to go away, and what became of it.
#[derive(Debug, Default)]
pub(crate) struct Removals {
    ids: BTreeMap<EntryId, String>,
    /// The ids of each row's key.
    of_key: BTreeMap<Key, Vec<String>>,
    ended: BTreeMap<EntryId, Outcome>,
}

impl Removals {
    /// The rows by the ids of what goes away for their sake.
    pub(crate) fn rows(&self) -> BTreeMap<String, Key> {
        let of_key = self.of_key.iter();
        let rows = of_key.flat_map(|(key, ids)| ids.iter().map(|id| (id.clone(), key.clone())));
        rows.collect()
    }

    /// Whether an entry of a run is to go away.
    pub(crate) fn names(&self, run: u32, entry: EntryId) -> bool {
        run == RUN && self.ids.contains_key(&entry)
    }

    /// What is written of one that is to go away is true.
    pub(crate) fn noted(&mut self, entry: EntryId, outcome: &Outcome, tenant: &Tenant) -> Lawful {
        let id = &self.ids[&entry];
        let is_gone = !tenant.has_id(id);
        let says_gone = matches!(outcome, Outcome::Accepted { .. });
        holds(Law::AcceptedIsHeld, is_gone || !says_gone, || {
            format!("{id} is {outcome:?}, and the tenant has it")
        })?;
        self.ended.insert(entry, outcome.clone());
        Ok(())
    }

    /// A call that deletes leaves: it names what the plan names, and nothing that is gone already.
    pub(crate) fn deletes(&self, run: u32, entries: &[EntryId], ids: &[String]) -> Lawful {
        let named: Vec<Option<&String>> = entries.iter().map(|id| self.ids.get(id)).collect();
        let same = run == RUN && named == ids.iter().map(Some).collect::<Vec<_>>();
        holds(Law::NamedAlone, same, || {
            format!("{ids:?} are to go, the plan of run {run} names {named:?}")
        })?;
        let is_gone = |id: &&EntryId| matches!(self.ended.get(id), Some(Outcome::Accepted { .. }));
        let again: Vec<&EntryId> = entries.iter().filter(is_gone).collect();
        holds(Law::SentOnceAccepted, again.is_empty(), || {
            format!("{again:?} are gone, and are deleted again")
        })
    }

    /// Something is sent: every deletion has its outcome, and those of its row are carried out.
    pub(crate) fn sends(&self, run: u32, key: &Key, tenant: &Tenant) -> Lawful {
        if run != RUN {
            return Ok(());
        }
        let open: Vec<&EntryId> = self
            .ids
            .keys()
            .filter(|id| !self.ended.contains_key(id))
            .collect();
        let stay: Vec<&String> = self.stay(key, tenant).collect();
        holds(
            Law::DeletedFirst,
            open.is_empty() && stay.is_empty(),
            || format!("{key:?} is sent, {open:?} have no outcome and {stay:?} stay"),
        )
    }

    /// What was to go away for the sake of a row and has not.
    fn stay<'r>(&'r self, key: &Key, tenant: &'r Tenant) -> impl Iterator<Item = &'r String> {
        let ids = self.of_key.get(key).into_iter().flatten();
        ids.filter(|id| tenant.has_id(id))
    }

    /// A run has ended and says so of a row: accepted, nothing of what it replaces is left; where
    /// something is, the row is rejected for its sake and was not sent.
    pub(crate) fn is_true(
        &self,
        run: u32,
        row: &Cells,
        outcome: &Outcome,
        tenant: &Tenant,
    ) -> Option<Lawful> {
        let key = row.key();
        let stay: Vec<&String> = self.stay(&key, tenant).collect();
        if run != RUN || stay.is_empty() {
            return None;
        }
        let is_it = match outcome {
            Outcome::Accepted { .. } => false,
            _ => !tenant.has_from(run, &key),
        };
        let told = || format!("{row:?} is {outcome:?}, and {stay:?} stay");
        Some(holds(Law::DeletedFirst, is_it, told))
    }
}

/// The first run, decided and not begun: what is kept of it, and what it takes away. `None` where
/// nothing is replaced.
pub(crate) fn decided(
    schedule: &Schedule,
    cells: &[Cells],
    tenant: &Tenant,
    account: Account,
) -> Option<(Header, Vec<u8>, Removals)> {
    let mut ledger = Ledger::new(settings());
    ledger.read("rows.csv", rows::file(cells));
    let mut removals = Removals::default();
    let mut decided = Decided::default();
    for (row, cells) in (0..).zip(cells).filter(|(_, cells)| cells.ready) {
        let rivals = tenant.rivals(&cells.key());
        let replaced: Vec<Replaced> = rivals
            .iter()
            .map(|(id, action)| Replaced {
                id: id.clone(),
                indicator_type: IndicatorType::read(cells.kind).expect("a type"),
                value: cells.value.clone(),
                action: Action::read(action).expect("an action"),
            })
            .collect();
        if !replaced.is_empty() {
            let ids = rivals.into_iter().map(|(id, _)| id).collect();
            removals.of_key.insert(cells.key(), ids);
            decided.replace(row, replaced);
        }
    }
    if removals.of_key.is_empty() {
        return None;
    }
    ledger.decide(decided);
    let mut plan = Plan::build(&ledger, &Limits::documented());
    plan.take(schedule.route());
    let ids = plan
        .deletions()
        .filter_map(|id| Some((id, plan.deleted(id)?)));
    removals.ids = ids.collect();
    let header = Header {
        format: FORMAT,
        account,
        api_base: "https://api.example".to_owned(),
        started: START,
        route: schedule.route(),
        purpose: Purpose::Import,
        files: vec!["rows.csv".to_owned()],
        counts: ledger.counts(),
        entries: plan.len(),
        plan: plan.fingerprint(),
        from_file: false,
        carried: 0,
        left_alone: 0,
    };
    Some((header, ledger.keep(), removals))
}

fn settings() -> Settings {
    Settings {
        defaults: Defaults {
            action: Action::Audit,
            title: String::new(),
            description: String::new(),
            ..Defaults::default().expiring_in(None)
        },
        policy: Policy::default(),
        today: START,
    }
}
