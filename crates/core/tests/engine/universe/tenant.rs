//! What the tenant holds, and what was last said of each value.
//!
//! Written from Microsoft's pages: an indicator's key is its type, value and action; a submit of a
//! known key updates it in place.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use ioculate_core::clock::Instant;
use serde_json::{Value, json};

use super::rows::{Cells, Fate};

/// Type, value and action.
pub(crate) type Key = [String; 3];

/// An indicator in the tenant.
#[derive(Clone, Debug)]
pub(crate) struct Entity {
    pub(crate) id: u64,
    pub(crate) fields: Value,
    /// The runs that wrote it.
    pub(crate) by: BTreeSet<u32>,
    /// What it was before, and until when, where the list lies behind.
    before: Vec<(Instant, Option<Value>)>,
}

impl Entity {
    /// Its fields as they were then; `None` where it was not there.
    fn at(&self, then: Instant) -> Option<&Value> {
        let was = self.before.iter().find(|(until, _)| then < *until);
        was.map_or(Some(&self.fields), |(_, fields)| fields.as_ref())
    }
}

/// The service's last word about a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    Took,
    Failed,
    /// The call was refused as a whole.
    Refused,
}

#[derive(Debug, Default)]
pub(crate) struct Tenant {
    pub(crate) held: BTreeMap<Key, Entity>,
    pub(crate) words: BTreeMap<Key, Word>,
    /// Indicators that it has room for.
    pub(crate) capacity: usize,
    fails: BTreeSet<String>,
    poison: BTreeSet<String>,
    next: u64,
    /// What others have written to, and when.
    pub(crate) touched: BTreeMap<Key, Instant>,
    /// When the last list was made that a run was given.
    pub(crate) listed_at: Instant,
    /// How far the list lies behind.
    pub(crate) lag: Duration,
    pub(crate) now: Instant,
}

impl Tenant {
    /// A tenant that holds what the rows' fates say, with room for so many more.
    pub(crate) fn new(cells: &[Cells], room: usize) -> Self {
        let mut tenant = Self {
            next: 4_100,
            ..Self::default()
        };
        for row in cells.iter().filter(|row| row.ready) {
            let named = || row.value.clone();
            match row.fate {
                Fate::Fine => {}
                Fate::Fails => drop(tenant.fails.insert(named())),
                Fate::Poison => drop(tenant.poison.insert(named())),
                Fate::Held => tenant.put(fields(row, &row.title), None),
                Fate::HeldOtherwise => tenant.put(fields(row, "of old"), None),
                Fate::Rivalled => {
                    let mut rival = fields(row, "of old");
                    rival["action"] = "Allowed".into();
                    tenant.put(rival, None);
                }
            }
        }
        tenant.capacity = tenant.held.len() + room;
        tenant
    }

    /// It has the value of a row with the row's action.
    pub(crate) fn hold(&mut self, row: &Cells) {
        self.put(fields(row, "of old"), None);
        self.capacity += 1;
    }

    /// Somebody else writes to one of those that it holds.
    pub(crate) fn touch(&mut self, which: usize, now: Instant) {
        self.now = now;
        let key = self
            .held
            .keys()
            .nth(which % self.held.len().max(1))
            .cloned();
        if let Some(key) = key {
            let mut fields = self.held[&key].fields.clone();
            fields["title"] = "theirs".into();
            self.put(fields, None);
            self.touched.insert(key, now);
        }
    }

    /// Whether another wrote to it, and the last list shows that.
    pub(crate) fn is_theirs(&self, key: &Key) -> bool {
        let at = self.touched.get(key);
        at.is_some_and(|at| *at + self.lag < self.listed_at)
    }

    /// Whether another wrote to something of its value, which a row may replace.
    pub(crate) fn is_touched(&self, [kind, value, _]: &Key) -> bool {
        let mut touched = self.touched.keys();
        touched.any(|[of, same, _]| (of, same) == (kind, value))
    }

    /// What it holds, as its list shows it.
    pub(crate) fn object(&self, key: &Key) -> Option<Value> {
        let entity = self.held.get(key)?;
        let mut fields = entity.fields.clone();
        fields["id"] = entity.id.to_string().into();
        Some(fields)
    }

    /// What has an id.
    pub(crate) fn key_of(&self, id: &str) -> Option<&Key> {
        let mut held = self.held.iter();
        let is_it = |(_, entity): &(&Key, &Entity)| entity.id.to_string() == id;
        held.find(is_it).map(|(key, _)| key)
    }

    fn put(&mut self, fields: Value, run: Option<u32>) {
        let id = self.next;
        let entity = self.held.entry(key(&fields)).or_insert_with(|| Entity {
            id,
            fields: Value::Null,
            by: BTreeSet::new(),
            before: Vec::new(),
        });
        self.next += 1;
        let before = std::mem::replace(&mut entity.fields, fields);
        if !self.lag.is_zero() {
            let before = Some(before).filter(|fields| !fields.is_null());
            entity.before.push((self.now, before));
        }
        entity.by.extend(run);
    }

    /// Whether one of them has the whole batch refused.
    pub(crate) fn refuses(&self, items: &[Value]) -> bool {
        items.iter().any(|item| self.poison.contains(value(item)))
    }

    /// Notes that the call was refused.
    pub(crate) fn refuse(&mut self, items: &[Value]) {
        for item in items {
            self.words.insert(key(item), Word::Refused);
        }
    }

    /// Takes one item of a run, and gives its result.
    pub(crate) fn submit(&mut self, run: u32, item: &Value) -> Value {
        let key = key(item);
        let is_full = self.held.len() >= self.capacity && !self.held.contains_key(&key);
        let reason = match (self.fails.contains(&key[1]), is_full) {
            (true, _) => "No.",
            (_, true) => "The limit of active indicators is reached.",
            _ => {
                self.put(item.clone(), Some(run));
                let id = self.held[&key].id.to_string();
                let echo = key[1].clone();
                self.words.insert(key, Word::Took);
                return json!({ "id": id, "indicator": echo, "isFailed": false, "failureReason": null });
            }
        };
        let echo = key[1].clone();
        self.words.insert(key, Word::Failed);
        json!({ "id": null, "indicator": echo, "isFailed": true, "failureReason": reason })
    }

    /// Deletes all of these, or none where one is unknown; whether it did.
    pub(crate) fn delete(&mut self, ids: &[String]) -> bool {
        let are_known = ids.iter().all(|id| self.has_id(id));
        if are_known {
            let stays = |entity: &Entity| !ids.contains(&entity.id.to_string());
            self.held.retain(|_, entity| stays(entity));
        }
        are_known
    }

    /// Whether it has the indicator with this id.
    pub(crate) fn has_id(&self, id: &str) -> bool {
        self.held.values().any(|entity| entity.id.to_string() == id)
    }

    /// The ids and the actions of what it has of a value with other actions.
    pub(crate) fn rivals(&self, [kind, value, action]: &Key) -> Vec<(String, String)> {
        let is_rival = |[of, same, other]: &Key| (of, same) == (kind, value) && other != action;
        let rivals = self.held.iter().filter(|(key, _)| is_rival(key));
        rivals
            .map(|(key, entity)| (entity.id.to_string(), key[2].clone()))
            .collect()
    }

    /// Whether a run of ours wrote it.
    pub(crate) fn has_from(&self, run: u32, key: &Key) -> bool {
        self.held
            .get(key)
            .is_some_and(|entity| entity.by.contains(&run))
    }

    /// A page of its list.
    pub(crate) fn page(&self, skip: usize, top: usize) -> Vec<Value> {
        let entity = |(entity, fields): (&Entity, &Value)| {
            let mut fields = fields.clone();
            fields["id"] = entity.id.to_string().into();
            fields
        };
        self.listed().skip(skip).take(top).map(entity).collect()
    }

    /// What the list shows: what was there so long ago.
    fn listed(&self) -> impl Iterator<Item = (&Entity, &Value)> {
        let then = self.now.saturating_sub(self.lag);
        let held = self.held.values();
        held.filter_map(move |entity| Some((entity, entity.at(then)?)))
    }

    /// How many the list shows in all.
    pub(crate) fn listed_in_all(&self) -> usize {
        self.listed().count()
    }

    /// Whether there is no room for one more.
    pub(crate) fn is_full(&self) -> bool {
        self.held.len() >= self.capacity
    }
}

/// The fields of a row.
pub(crate) fn fields(row: &Cells, title: &str) -> Value {
    json!({
        "indicatorValue": row.value,
        "indicatorType": row.kind,
        "action": row.action,
        "title": title,
        "description": format!("about {title}"),
    })
}

/// The key of what was sent.
pub(crate) fn key(item: &Value) -> Key {
    ["indicatorType", "indicatorValue", "action"]
        .map(|name| item[name].as_str().unwrap_or_default().to_owned())
}

fn value(item: &Value) -> &str {
    item["indicatorValue"].as_str().unwrap_or_default()
}
