//! What rows replace: indicators of the tenant with the same values and another action, which go away
//! before their rows are sent. And what an undo has go away, after it has given back what it can.

use std::collections::{BTreeMap, BTreeSet};

use ioculate_core::{
    check::{Defaults, Policy},
    diagnostic::Finding,
    import::{Method, Outcome},
    indicator::{Action, IndicatorType},
    journal::{FORMAT, Header, RunId},
    ledger::{Decided, Images, Ledger, Replaced, Settings},
    limits::Limits,
    outlook::{self, Prospect},
    plan::{EntryId, Plan},
    session::{Account, Choices, Purpose},
    tenant::Snapshot,
    undo::Lines,
    wire::{self, Reply},
};
use serde_json::{Value, json};

use super::{
    laws::{Law, Lawful, holds},
    rows::{self, Cells},
    schedule::Schedule,
    tenant::{Key, Tenant, fields},
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
    /// The keys of what an undo has go away, by their ids.
    rows: BTreeMap<String, Key>,
    /// What was in a call that deletes.
    left: BTreeSet<EntryId>,
    /// Of an undo; `None` where rows replace.
    undo: Option<Undo>,
    /// Whether it has seen what it would change.
    has_seen: bool,
}

/// What an undo does.
#[derive(Debug, Default)]
struct Undo {
    /// The keys of what goes away.
    goes: BTreeSet<Key>,
    /// What is given back of its value before an id goes away.
    before: BTreeMap<String, EntryId>,
    /// What is given back once everything has gone away.
    waits: BTreeSet<Key>,
    /// What has an outcome.
    settled: BTreeSet<EntryId>,
}

impl Removals {
    /// The rows by the ids of what goes away for their sake, or by themselves.
    pub(crate) fn rows(&self) -> BTreeMap<String, Key> {
        if self.undo.is_some() {
            return self.rows.clone();
        }
        let of_key = self.of_key.iter();
        let rows = of_key.flat_map(|(key, ids)| ids.iter().map(|id| (id.clone(), key.clone())));
        rows.collect()
    }

    /// Whether a run has seen what it would change.
    pub(crate) fn have_seen(&self, run: u32) -> bool {
        run == RUN && self.has_seen
    }

    /// Whether a row of an undo has what it names go away.
    pub(crate) fn goes(&self, run: u32, key: &Key) -> bool {
        let undo = self.undo.as_ref().filter(|_| run == RUN);
        undo.is_some_and(|undo| undo.goes.contains(key))
    }

    /// An entry has an outcome.
    pub(crate) fn settles(&mut self, run: u32, entry: EntryId) {
        if let (RUN, Some(undo)) = (run, &mut self.undo) {
            undo.settled.insert(entry);
        }
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
    pub(crate) fn deletes(
        &mut self,
        run: u32,
        entries: &[EntryId],
        ids: &[String],
        tenant: &Tenant,
    ) -> Lawful {
        self.bares_nothing(ids, tenant)?;
        for (entry, id) in entries.iter().zip(ids) {
            let is_new = self.left.insert(*entry);
            let is_theirs = tenant.key_of(id).is_some_and(|key| tenant.is_theirs(key));
            let is_lawful = !(is_new && is_theirs && self.has_seen);
            holds(Law::TheirsStays, is_lawful, || {
                format!("{id} is deleted, and another has written to it")
            })?;
        }
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

    /// What is given back of a value has its outcome before anything of the value goes away, where there
    /// is room for both.
    fn bares_nothing(&self, ids: &[String], tenant: &Tenant) -> Lawful {
        let Some(undo) = self.undo.as_ref().filter(|_| !tenant.is_full()) else {
            return Ok(());
        };
        let is_bared = |id: &&String| {
            let before = undo.before.get(*id);
            before.is_some_and(|entry| !undo.settled.contains(entry))
        };
        let bared: Vec<&String> = ids.iter().filter(is_bared).collect();
        holds(Law::GivenBackFirst, bared.is_empty(), || {
            format!("{bared:?} go away, and what comes in their place has no outcome")
        })
    }

    /// Something is sent: every deletion has its outcome, and those of its row are carried out; in an
    /// undo only where it waits for that.
    pub(crate) fn sends(&self, run: u32, key: &Key, tenant: &Tenant) -> Lawful {
        let waits = |undo: &Undo| undo.waits.contains(key);
        if run != RUN || self.undo.as_ref().is_some_and(|undo| !waits(undo)) {
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
        if self.goes(run, &key) {
            let is_it = match outcome {
                Outcome::Accepted { .. } => !tenant.held.contains_key(&key),
                _ => true,
            };
            let told = || format!("{row:?} is {outcome:?}, and the tenant has it");
            return Some(holds(Law::AcceptedIsHeld, is_it, told));
        }
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
/// nothing is replaced nor compared.
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
    let is_any_ready = cells.iter().any(|row| row.ready);
    if removals.of_key.is_empty() && !(schedule.is_compared() && is_any_ready) {
        return None;
    }
    ledger.decide(decided);
    let mut plan = Plan::build(&ledger, &Limits::documented());
    plan.take(schedule.route());
    let ids = plan
        .deletions()
        .filter_map(|id| Some((id, plan.deleted(id)?)));
    removals.ids = ids.collect();
    removals.has_seen = schedule.is_compared();
    let images = schedule
        .is_compared()
        .then(|| Images::of(&plan, &listed(tenant)));
    let header = header(schedule, &ledger, &plan, account);
    Some((header, ledger.keep_with(images.as_ref()), removals))
}

/// A run that takes back what another did, decided and not begun. A row of which the tenant holds the
/// key gets its fields back, one of which it does not is made again, and the rival of the row before it
/// goes away.
pub(crate) fn taken_back(
    schedule: &Schedule,
    cells: &mut [Cells],
    tenant: &mut Tenant,
    limits: &mut Limits,
    account: Account,
) -> (Header, Vec<u8>, Removals) {
    let mut undo = Undo::default();
    let mut ids = BTreeMap::new();
    let mut lines = Lines::default();
    for row in 0..cells.len() {
        let is_rival = row > 0 && is_rival(&cells[row - 1], &cells[row]);
        let this = &mut cells[row];
        let was = fields(this, &this.title).to_string();
        if is_rival {
            this.ready = true;
            tenant.hold(this);
            let now = tenant.object(&this.key()).expect("it is held");
            ids.insert(this.key(), now["id"].as_str().expect("an id").to_owned());
            undo.goes.insert(this.key());
            lines.delete(&now.to_string());
        } else if this.ready {
            let now = tenant.object(&this.key()).map(|now| now.to_string());
            lines.restore(&was, now.as_deref());
        } else {
            lines.leave(&was, &Finding::LeftUnknown);
        }
    }
    limits.tenant_indicators = tenant.capacity.max(1);
    let mut ledger = Ledger::of_tasks(settings(), lines.into_text());
    ledger.decide(ahead(&ledger, tenant, limits));
    // What there is no room for at all would not be confirmed.
    while ledger.holds_any_back() {
        tenant.capacity += 1;
        limits.tenant_indicators = tenant.capacity;
        ledger.decide(ahead(&ledger, tenant, limits));
    }
    let mut plan = Plan::build(&ledger, limits);
    plan.take(schedule.route());
    for (row, pair) in (0..).zip(cells.windows(2)) {
        let Some(id) = ids.get(&pair[1].key()).filter(|_| is_pair(pair)) else {
            continue;
        };
        match plan.of_row(row).next() {
            Some(entry) if !ledger.waits(row) => drop(undo.before.insert(id.clone(), entry)),
            Some(_) => drop(undo.waits.insert(pair[0].key())),
            None => {}
        }
    }
    let named = plan
        .deletions()
        .filter_map(|id| Some((id, plan.deleted(id)?)));
    let removals = Removals {
        ids: named.collect(),
        rows: ids.into_iter().map(|(key, id)| (id, key)).collect(),
        undo: Some(undo),
        has_seen: true,
        ..Removals::default()
    };
    let header = header(schedule, &ledger, &plan, account);
    (header, ledger.keep(), removals)
}

/// Whether a row has the value of the one before it, and another action.
fn is_rival(before: &Cells, row: &Cells) -> bool {
    before.ready
        && (before.kind, &before.value) == (row.kind, &row.value)
        && before.action != row.action
}

fn is_pair(pair: &[Cells]) -> bool {
    is_rival(&pair[0], &pair[1])
}

/// What a tenant holds, as it lists it.
fn listed(tenant: &Tenant) -> Snapshot {
    let held: Vec<Value> = tenant
        .held
        .keys()
        .filter_map(|key| tenant.object(key))
        .collect();
    let list = json!({ "value": held }).to_string();
    let page = match wire::read(Method::Get, 200, |_| None, list.as_bytes()) {
        Reply::Page { page, .. } => page,
        other => panic!("{other:?}"),
    };
    Snapshot::of(vec![page], START)
}

/// What is decided of the rows as the tenant is.
fn ahead(ledger: &Ledger, tenant: &Tenant, limits: &Limits) -> Decided {
    let mut decided = Decided::default();
    let tenant = outlook::Tenant {
        snapshot: &listed(tenant),
        choices: &Choices::default(),
        limits,
        now: START,
    };
    let _: Prospect = tenant.prospect(ledger, &mut decided);
    decided
}

fn header(schedule: &Schedule, ledger: &Ledger, plan: &Plan, account: Account) -> Header {
    let undone = Purpose::Undo {
        run: RunId("another".to_owned()),
        started: START,
    };
    Header {
        format: FORMAT,
        account,
        api_base: "https://api.example".to_owned(),
        started: START,
        route: schedule.route(),
        purpose: if ledger.has_tasks() {
            undone
        } else {
            Purpose::Import
        },
        files: vec!["rows.csv".to_owned()],
        counts: ledger.counts(),
        entries: plan.len(),
        deletions: u32::try_from(plan.deletions().count()).unwrap_or(u32::MAX),
        plan: plan.fingerprint(),
        from_file: false,
        carried: 0,
        left_alone: 0,
        on_list_of: None,
    }
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
