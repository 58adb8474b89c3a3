//! What would be sent, in what order: the ready rows, each serialised once.
//!
//! A ledger goes in; entries over one buffer of JSON come out. An entry is one indicator of one row;
//! a range that is expanded gives one row many entries. A row that the user left out has none. What
//! the tenant is to lose is added afterwards: see [`Plan::add_deletions`].

mod even;
mod frame;
mod object;
mod outline;

use std::{borrow::Cow, ops::Range};

use serde::{Deserialize, Serialize};

use crate::{
    calendar,
    check::{Cidr, Verdict},
    clock::WallTime,
    fnv::Fnv,
    indicator::{Action, Indicator, IndicatorType, Severity},
    journal::Route,
    ledger::{Ledger, tasks},
    limits::Limits,
    order::by_figure,
    source::small,
    tenant::{Entity, Key, with_entity},
    undo::{Line, Task, fingerprint, write_submission},
    value::AddressRange,
};

pub(crate) use even::Even;
pub(crate) use frame::Frame;
pub(crate) use object::{write_text, write_texts};
pub(crate) use outline::Outline;

use object::Object;

/// Which API a call uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Endpoint {
    /// `POST /api/indicators/import`: many at a time.
    Import,
    /// `POST /api/indicators`: one at a time.
    Single,
    /// `POST /api/indicators/BatchDelete`: many at a time, by their ids.
    Delete,
}

/// When an entry has its turn. Each turn comes once, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// What an undo gives back, as far as it need not wait: its value is never without an indicator
    /// meanwhile.
    Restoring,
    /// What the tenant is to lose.
    Deleting,
    /// All else: it waits until what is to go away has gone.
    Submitting,
}

/// What the tenant held, when an entry was planned, of what the entry would change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Nobody asks: an import is compared right before it begins, and one that was not compared changes
    /// what it finds.
    Anything,
    /// Something with its id and its key, as a file says: see [`Plan::doubt_deletions`].
    Named,
    /// Nothing.
    Nothing,
    /// An indicator with this fingerprint: see [`crate::undo::fingerprint`].
    It(u64),
}

/// An entry's place in [`Plan::entries`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntryId(pub u32);

/// One indicator to be sent, or one of the tenant that is to go away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The row it stands for, as counted by the ledger.
    pub row: u32,
    /// The type.
    pub indicator_type: IndicatorType,
    /// The value as sent; in its folded form it is the key by which the answer is matched.
    pub value: Box<str>,
    /// The action.
    pub action: Action,
    /// The API it goes to.
    pub endpoint: Endpoint,
    /// When it has its turn.
    pub stage: Stage,
    /// What the tenant held of it. Where a run is gone on with and that has changed, it is not sent.
    pub seen: Seen,
    /// Its JSON in [`Plan::json`]: an object; of one that is to go away its id, a string.
    pub json: Range<usize>,
}

/// An indicator of the tenant that is to go away.
#[derive(Clone, Copy, Debug)]
pub struct Deletion<'t> {
    /// The row for whose sake. Where it has an indicator to be sent as well, that is sent once this
    /// one is gone, and not at all where it stays.
    pub row: u32,
    /// What makes it this indicator.
    pub key: &'t Key,
    /// Its id, as the tenant's list gives it.
    pub id: &'t str,
}

/// Everything that would be sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// In the order of the rows; of a row first what is to go away.
    pub entries: Vec<Entry>,
    /// The entries' JSON, one after another, UTF-8.
    pub json: Vec<u8>,
    /// Whether it gives back what the tenant held: what has the key of something that should have gone
    /// away and has not is then not sent, since it would change that.
    pub gives_back: bool,
    /// Whether it is known that no two entries have one value, so that none need be kept apart.
    pub(crate) are_apart: bool,
}

impl Plan {
    /// Plans the ready rows of a ledger that are not held back, and the deletion of what they replace.
    ///
    /// A single entry to be sent goes by the single API, and so does a range where the policy says so;
    /// all else by the import API.
    #[must_use]
    pub fn build(ledger: &Ledger, _limits: &Limits) -> Self {
        Self::of_rows(ledger, Self::add_row)
    }

    /// Plans a ledger, each of whose rows to be sent is added by `add`.
    fn of_rows(ledger: &Ledger, add: impl Fn(&mut Self, &Ledger, u32)) -> Self {
        let mut plan = Self {
            gives_back: ledger.has_tasks(),
            are_apart: ledger.are_values_apart(),
            ..Self::default()
        };
        for row in 0..ledger.len() {
            if ledger.verdict(row) == Verdict::Ready && ledger.held_back(row).is_none() {
                for replaced in ledger.replaced(row) {
                    plan.add_deletion(row, &replaced.key(), &replaced.id);
                }
                add(&mut plan, ledger, row);
            }
        }
        if plan.sent().count() == 1 {
            plan.take(Route::OneByOne);
        }
        plan
    }

    /// Has what is to be sent go by the single API, where that is the route.
    pub fn take(&mut self, route: Route) {
        if route == Route::OneByOne {
            for entry in self.sent_mut() {
                entry.endpoint = Endpoint::Single;
            }
        }
    }

    /// Adds indicators of the tenant that are to go away, in any order, each in front of what its row
    /// sends. Nothing is sent before all of them have their outcomes.
    pub fn add_deletions<'t>(&mut self, deletions: impl IntoIterator<Item = Deletion<'t>>) {
        for Deletion { row, key, id } in deletions {
            self.add_deletion(row, key, id);
        }
        let place = |entry: &Entry| {
            i128::from(entry.row) * 2 + i128::from(entry.endpoint != Endpoint::Delete)
        };
        self.entries = by_figure(std::mem::take(&mut self.entries), place);
    }

    /// Adds what is to be done to an indicator of the tenant.
    pub(crate) fn add_task(&mut self, ledger: &Ledger, row: u32, line: &Line<'_>) {
        let first = self.entries.len();
        let add = |entity: Entity<'_>| match line.task {
            Some(Task::Delete) => {
                if let Some(id) = entity.id() {
                    self.add_deletion(row, entity.key(), &id);
                }
            }
            Some(Task::Restore) => {
                let key = entity.key();
                let named = (key.indicator_type, ledger.value(row), key.action);
                self.push(row, named, Endpoint::Import, |json| {
                    write_submission(json, line.object, line.now);
                });
            }
            None => {}
        };
        // What is no indicator is not ready.
        let _added = with_entity(line.object, add);
        let seen = match line.task {
            Some(Task::Delete) => Some(line.object),
            Some(Task::Restore) | None => line.now,
        };
        for entry in &mut self.entries[first..] {
            entry.seen = seen.map_or(Seen::Nothing, |seen| Seen::It(fingerprint(seen)));
            if entry.stage == Stage::Submitting && !ledger.waits(row) {
                entry.stage = Stage::Restoring;
            }
        }
    }

    /// The id of an indicator that is to go away; `None` where the entry is one to be sent.
    #[must_use]
    pub fn deleted(&self, id: EntryId) -> Option<String> {
        let deletes = self.entries[id.0 as usize].endpoint == Endpoint::Delete;
        deletes.then(|| serde_json::from_slice(self.object(id)).ok())?
    }

    /// Tells plans apart that would send something else: their objects, rows and routes go into it.
    /// The same on every machine and in every version of the page.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        let mut hash = Fnv::new();
        hash.write(&self.json);
        for entry in &self.entries {
            hash.write(&entry.row.to_le_bytes());
            hash.write(&(entry.json.end as u64).to_le_bytes());
            hash.write(&[match entry.endpoint {
                Endpoint::Import => 0,
                Endpoint::Single => 1,
                Endpoint::Delete => 2,
            }]);
        }
        hash.finish()
    }

    /// Has the tenant asked about what is to go away, where nothing more is known of it: the plan comes
    /// from a file, which may pair any id with any key.
    pub(crate) fn doubt_deletions(&mut self) {
        for entry in &mut self.entries {
            if entry.endpoint == Endpoint::Delete && entry.seen == Seen::Anything {
                entry.seen = Seen::Named;
            }
        }
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> u32 {
        small(self.entries.len())
    }

    /// Whether nothing would be sent.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The ids of all entries, in order.
    pub fn ids(&self) -> impl Iterator<Item = EntryId> {
        (0..self.len()).map(EntryId)
    }

    /// The entries that are to go away, in order.
    pub fn deletions(&self) -> impl Iterator<Item = EntryId> {
        let deletes = |id: &EntryId| self.entries[id.0 as usize].endpoint == Endpoint::Delete;
        self.ids().filter(deletes)
    }

    /// The JSON of one entry, as the API takes it: an object, or the id of what is to go away.
    #[must_use]
    pub fn object(&self, id: EntryId) -> &[u8] {
        &self.json[self.entries[id.0 as usize].json.clone()]
    }

    /// Whether it would change what the tenant was seen to hold, and that alone.
    #[must_use]
    pub fn has_seen(&self) -> bool {
        self.entries
            .iter()
            .any(|entry| entry.seen != Seen::Anything)
    }

    /// The entries of one row.
    pub fn of_row(&self, row: u32) -> impl Iterator<Item = EntryId> {
        let first = self.entries.partition_point(|entry| entry.row < row);
        let rest = &self.entries[first..];
        let count = rest.partition_point(|entry| entry.row == row);
        (first..first + count).map(|at| EntryId(small(at)))
    }

    /// The entries that are to be sent.
    fn sent(&self) -> impl Iterator<Item = &Entry> {
        let entries = self.entries.iter();
        entries.filter(|entry| entry.endpoint != Endpoint::Delete)
    }

    fn sent_mut(&mut self) -> impl Iterator<Item = &mut Entry> {
        let entries = self.entries.iter_mut();
        entries.filter(|entry| entry.endpoint != Endpoint::Delete)
    }

    fn add_deletion(&mut self, row: u32, key: &Key, id: &str) {
        self.are_apart = false;
        let named = (key.indicator_type, &*key.value, key.action);
        self.push(row, named, Endpoint::Delete, |json| write_text(json, id));
    }

    fn add_row(&mut self, ledger: &Ledger, row: u32) {
        if let Some(line) = ledger.line(row) {
            return tasks::add_to(self, ledger, row, &line);
        }
        if self.add_object(ledger, row) {
            return;
        }
        let Some(indicator) = ledger.indicator(row) else {
            return;
        };
        let expands = matches!(ledger.cidr_of(row), Cidr::Expand { .. });
        let endpoint = match range(&indicator) {
            Some(_) if !expands => Endpoint::Single,
            _ => Endpoint::Import,
        };
        for value in values(ledger, row) {
            let named = (indicator.indicator_type, &*value, indicator.action);
            self.push(row, named, endpoint, |json| {
                write_object(json, &indicator, &value);
                carry(json, ledger.carried(row));
            });
        }
    }

    /// Adds a row whose object the ledger has kept. Says whether it has.
    fn add_object(&mut self, ledger: &Ledger, row: u32) -> bool {
        let known = (ledger.indicator_type(row), ledger.action(row));
        let (Some(indicator_type), Some(action)) = known else {
            return false;
        };
        let start = self.json.len();
        if !ledger.write_object(row, &mut self.json) {
            return false;
        }
        carry(&mut self.json, ledger.carried(row));
        let named = (indicator_type, ledger.value(row), action);
        self.push_from(start, row, named, Endpoint::Import);
        true
    }

    /// Adds an entry, whose JSON `write` writes.
    fn push(
        &mut self,
        row: u32,
        named: (IndicatorType, &str, Action),
        endpoint: Endpoint,
        write: impl FnOnce(&mut Vec<u8>),
    ) {
        let start = self.json.len();
        write(&mut self.json);
        self.push_from(start, row, named, endpoint);
    }

    /// Adds an entry, whose JSON begins at `start` and is the last.
    fn push_from(
        &mut self,
        start: usize,
        row: u32,
        (indicator_type, value, action): (IndicatorType, &str, Action),
        endpoint: Endpoint,
    ) {
        self.entries.push(Entry {
            row,
            indicator_type,
            value: value.into(),
            action,
            endpoint,
            stage: match endpoint {
                Endpoint::Delete => Stage::Deleting,
                Endpoint::Import | Endpoint::Single => Stage::Submitting,
            },
            seen: Seen::Anything,
            json: start..self.json.len(),
        });
    }
}

/// The values that would be sent for a row, one for each entry.
pub(crate) fn values(ledger: &Ledger, row: u32) -> impl Iterator<Item = Cow<'_, str>> {
    let value = ledger.value(row);
    let is_address = ledger.indicator_type(row) == Some(IndicatorType::IpAddress);
    let expands =
        is_address && value.contains('/') && matches!(ledger.cidr_of(row), Cidr::Expand { .. });
    let range = expands.then(|| AddressRange::parse(value)).flatten();
    let whole = range.is_none().then_some(Cow::Borrowed(value));
    let addresses = range.into_iter().flat_map(AddressRange::addresses);
    whole.into_iter().chain(addresses.map(Cow::Owned))
}

/// The range that an indicator's value is, if it is one.
pub(crate) fn range(indicator: &Indicator<'_>) -> Option<AddressRange> {
    let is_range =
        indicator.indicator_type == IndicatorType::IpAddress && indicator.value.contains('/');
    is_range
        .then(|| AddressRange::parse(&indicator.value))
        .flatten()
}

/// Writes the object that the API takes: its own names in its own spelling, only fields that are set
/// (import page, 2021-03; Indicator resource, 2024).
pub(crate) fn write_object(out: &mut Vec<u8>, indicator: &Indicator<'_>, value: &str) {
    let mut object = Object::open(out);
    object.text("indicatorValue", value);
    write_kind(&mut object, indicator);
    object.text("title", &indicator.title);
    object.text("description", &indicator.description);
    write_rest(&mut object, indicator);
    object.close();
}

/// Writes what stands between value and title.
fn write_kind(object: &mut Object<'_>, indicator: &Indicator<'_>) {
    object.text("indicatorType", indicator.indicator_type.as_str());
    object.text("action", indicator.action.as_str());
}

/// Writes what stands behind the description.
fn write_rest(object: &mut Object<'_>, indicator: &Indicator<'_>) {
    object.optional("severity", indicator.severity.map(Severity::as_str));
    let expiration = indicator.expiration.and_then(moment);
    object.optional("expirationTime", expiration.as_deref());
    object.flag("generateAlert", indicator.generate_alert);
    object.optional(
        "recommendedActions",
        indicator.recommended_actions.as_deref(),
    );
    object.texts("rbacGroupNames", &indicator.rbac_group_names);
    object.optional("application", indicator.application.as_deref());
    object.optional("educateUrl", indicator.educate_url.as_deref());
    object.texts("mitreTechniques", &indicator.mitre_techniques);
    object.optional("externalId", indicator.external_id.as_deref());
}

/// Adds members to the object that was written last.
fn carry(json: &mut Vec<u8>, members: &str) {
    if json.last() == Some(&b'}') && !members.is_empty() {
        json.pop();
        json.extend_from_slice(members.as_bytes());
        json.push(b'}');
    }
}

/// A moment as the API takes it: `YYYY-MM-DDTHH:MM:SSZ`. `None` outside of the years 0 to
/// 9999.
#[must_use]
pub fn moment(time: WallTime) -> Option<String> {
    calendar::written(time)
}
