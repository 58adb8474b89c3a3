//! What the tenant held, before a run, of all that the run would change: its images.
//!
//! A plan and the tenant's list go in; a text in the form of a page of that list comes out, with each
//! object as it was listed. It is kept behind the texts of the ledger, whose head says how long it is
//! and when the tenant was listed. An undo finds in it what an indicator was, and that there was none.

use serde::{Deserialize, Serialize};

use crate::{
    clock::WallTime,
    journal::NotOpened,
    order::sorted,
    plan::Plan,
    tenant::{Entity, Key, Page, Snapshot},
};

use super::keep::parts;

/// What a run would change, as the tenant listed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Images {
    /// When it was listed.
    pub(super) at: WallTime,
    /// The objects, as a page of the list.
    pub(super) page: String,
    /// Whether what has no image was not there.
    pub(super) is_whole: bool,
}

/// What the head says of them.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct KeptImages {
    at: WallTime,
    /// Bytes.
    pub(super) len: usize,
    /// Not known of what was kept before this was asked.
    #[serde(default)]
    is_whole: bool,
}

impl Images {
    /// Of what a plan would update or delete. Where the service may keep a row under several actions,
    /// those that the tenant holds are all taken.
    #[must_use]
    pub fn of(plan: &Plan, tenant: &Snapshot) -> Self {
        let mut places = Vec::new();
        for (id, entry) in plan.ids().zip(&plan.entries) {
            if let Some(id) = plan.deleted(id) {
                places.extend(tenant.find_id(&id).map(Entity::place));
                continue;
            }
            let kept = Key::kept_actions(entry.indicator_type, entry.action);
            let held = tenant.beside(entry.indicator_type, &entry.value);
            let held = held.filter(|entity| kept.contains(&entity.key().action));
            places.extend(held.map(Entity::place));
        }
        let mut places = sorted(places);
        places.dedup();
        let objects = places.iter().filter_map(|place| tenant.object(*place));
        Self {
            is_whole: tenant.unread() == 0,
            ..Self::listed(objects, tenant.at())
        }
    }

    /// Objects as they were listed.
    pub(crate) fn listed<'o>(objects: impl Iterator<Item = &'o str>, at: WallTime) -> Self {
        let mut page = "{\"value\":[".to_owned();
        for (number, object) in objects.enumerate() {
            page.push_str(if number == 0 { "" } else { "," });
            page.push_str(object);
        }
        page.push_str("]}");
        Self {
            at,
            page,
            is_whole: true,
        }
    }

    /// As a page of the tenant's list.
    pub(crate) fn page(&self) -> &str {
        &self.page
    }

    pub(super) fn head(&self) -> KeptImages {
        KeptImages {
            at: self.at,
            len: self.page.len(),
            is_whole: self.is_whole,
        }
    }

    /// The images that [`super::Ledger::keep_with`] kept; `None` where the tenant was not known. Where not
    /// all of it was read, or nobody knows that, they are a part of a list.
    ///
    /// # Errors
    /// As [`super::Ledger::kept`]; of the rows nothing is read.
    #[inline]
    pub fn kept(bytes: &[u8]) -> Result<Option<Snapshot>, NotOpened> {
        let (head, text) = parts(bytes)?;
        let Some(KeptImages { at, len, is_whole }) = head.images else {
            return Ok(None);
        };
        let start = text.len().checked_sub(len).ok_or(NotOpened::Damaged)?;
        let page = text.get(start..).map(str::as_bytes).and_then(Page::read);
        let is_sound = |page: &Page| page.unread == 0 && page.next.is_none();
        let page = page.filter(is_sound).ok_or(NotOpened::Damaged)?;
        let images = Snapshot::of(vec![page], at);
        Ok(Some(if is_whole { images } else { images.cut_short() }))
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;
    use crate::{
        check::{Defaults, Policy},
        indicator::Action,
        ledger::{Ledger, Settings},
        limits::Limits,
    };

    fn ledger(text: &str) -> Ledger {
        let defaults = Defaults {
            action: Action::Block,
            title: "t".to_owned(),
            description: "d".to_owned(),
            ..Defaults::default().expiring_in(None)
        };
        let mut ledger = Ledger::new(Settings {
            defaults,
            policy: Policy::default(),
            today: WallTime(0),
        });
        ledger.read("a.txt", text.as_bytes().to_vec());
        ledger
    }

    fn tenant(held: &[Value]) -> Snapshot {
        let body = json!({ "value": held }).to_string();
        let page = Page::read(body.as_bytes()).expect("a page");
        Snapshot::of(vec![page], WallTime(7))
    }

    fn held(id: u8, value: &str, action: &str, title: &str) -> Value {
        json!({
            "id": id.to_string(), "indicatorType": "DomainName", "indicatorValue": value,
            "action": action, "title": title,
        })
    }

    fn ids(tenant: &Snapshot) -> Vec<String> {
        let ids = tenant.entities().filter_map(Entity::id);
        ids.map(Cow::into_owned).collect()
    }

    /// The rows are sent with `Block`.
    #[test]
    fn of_what_a_plan_would_change_there_are_images() {
        let ledger = ledger("one.example\ntwo.example\nthree.example\n");
        let tenant = tenant(&[
            held(1, "ONE.example", "Block", "t"),
            held(2, "one.example", "Allowed", "t"),
            held(3, "three.example", "Block", "other"),
            held(4, "three.example", "Block", "same key"),
            held(5, "four.example", "Block", "t"),
        ]);
        let mut plan = Plan::build(&ledger, &Limits::documented());
        let images = |plan: &Plan| {
            let bytes = ledger.keep_with(Some(&Images::of(plan, &tenant)));
            ids(&Images::kept(&bytes).expect("sound").expect("known"))
        };
        assert_eq!(images(&plan), ["1", "3", "4"]);
        let gone = tenant.find_id("2").expect("held");
        plan.add_deletions([crate::plan::Deletion {
            row: 0,
            key: gone.key(),
            id: "2",
        }]);
        assert_eq!(images(&plan), ["1", "2", "3", "4"]);
        assert_eq!(Images::kept(&ledger.keep()), Ok(None));
    }

    #[test]
    fn what_was_cut_off_or_made_up_is_refused() {
        let ledger = ledger("one.example\n");
        let images = Images::of(
            &Plan::build(&ledger, &Limits::documented()),
            &tenant(&[held(1, "one.example", "Block", "t")]),
        );
        let bytes = String::from_utf8(ledger.keep_with(Some(&images))).expect("UTF-8");
        let len = format!("\"len\":{}", images.page.len());
        for changed in [
            bytes.replace(&len, "\"len\":5"),
            bytes.replace(&len, &format!("\"len\":{}", usize::MAX)),
            bytes.replace("{\"value\":", "{\"Value\":"),
            bytes.replace("indicatorType\"", "kind\""),
            bytes[..bytes.len() - 1].to_owned(),
            format!("{bytes} "),
        ] {
            assert_ne!(changed, bytes);
            let damaged = NotOpened::Damaged;
            assert_eq!(Images::kept(changed.as_bytes()), Err(damaged), "{changed}");
        }
    }

    proptest! {
        /// Whatever stands in an object comes back to the letter, and the ledger before it as it was.
        #[test]
        fn what_was_held_comes_back_as_it_was_listed(titles in prop::collection::vec(any::<String>(), 0..6)) {
            let values = || (0_u8..).zip(&titles);
            let names: Vec<String> = values().map(|(n, _)| format!("a{n}.example")).collect();
            let ledger = ledger(&names.join("\n"));
            let all: Vec<Value> =
                values().map(|(n, title)| held(n, &format!("a{n}.example"), "Block", title)).collect();
            let images = Images::of(&Plan::build(&ledger, &Limits::documented()), &tenant(&all));
            let bytes = ledger.keep_with(Some(&images));
            let kept = Images::kept(&bytes).expect("sound").expect("known");
            prop_assert_eq!(kept.at(), WallTime(7));
            let objects: Vec<String> = kept.entities().map(|held| held.object().to_owned()).collect();
            prop_assert_eq!(objects, all.iter().map(Value::to_string).collect::<Vec<_>>());
            let again = Ledger::kept(&bytes).expect("sound");
            prop_assert_eq!(again.keep(), ledger.keep());
        }
    }
}
