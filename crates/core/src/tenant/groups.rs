//! The device groups that a tenant's indicators are for.
//!
//! Which groups a tenant has is known to another API, which takes a permission that an import does not
//! need. Names that the list of indicators has do exist; of others nothing is known.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Entity, Snapshot};
use crate::order::by_figure;

/// The most names that are told apart; further ones are not counted.
const MOST: usize = 1_000;

/// Names, each with how many have it.
#[derive(Debug, Default)]
pub(crate) struct Named {
    counts: Vec<(String, u32)>,
    places: FxHashMap<String, usize>,
}

impl Named {
    /// Counts so many more that have a name.
    pub(crate) fn add(&mut self, name: &str, count: u32) {
        if let Some(place) = self.places.get(name) {
            self.counts[*place].1 += count;
        } else if self.counts.len() < MOST {
            self.places.insert(name.to_owned(), self.counts.len());
            self.counts.push((name.to_owned(), count));
        }
    }

    /// The names, the most frequent first; of equals the one that was counted first.
    pub(crate) fn most_first(self) -> Vec<(String, u32)> {
        by_figure(self.counts, |(_, count)| -i128::from(*count))
    }
}

impl Snapshot {
    /// The device groups that indicators are for, each with how many of them, the most first.
    #[must_use]
    pub fn groups(&self) -> Vec<(String, u32)> {
        // Most indicators are for the same groups: each list of names is read once.
        let mut lists: FxHashMap<&str, usize> = FxHashMap::default();
        let mut counted: Vec<(Entity<'_>, u32)> = Vec::new();
        for entity in self.entities() {
            let place = *lists
                .entry(entity.groups_written())
                .or_insert(counted.len());
            match counted.get_mut(place) {
                Some((_, count)) => *count += 1,
                None => counted.push((entity, 1)),
            }
        }
        let mut named = Named::default();
        for (entity, count) in counted {
            for name in entity.rbac_group_names().unwrap_or_default() {
                named.add(&name, count);
            }
        }
        named.most_first()
    }

    /// Of these device groups those that no indicator is for.
    pub(crate) fn unseen(&self, mut names: Vec<(String, u32)>) -> Vec<(String, u32)> {
        let mut lists: FxHashSet<&str> = FxHashSet::default();
        for entity in self.entities() {
            if names.is_empty() {
                break;
            }
            if lists.insert(entity.groups_written()) {
                let known = entity.rbac_group_names().unwrap_or_default();
                names.retain(|(name, _)| known.binary_search_by(|own| (**own).cmp(name)).is_err());
            }
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use crate::{clock::WallTime, tenant::Snapshot, wire};

    fn snapshot(groups: &[&str]) -> Snapshot {
        let entities = groups.iter().zip(0..).map(|(groups, number)| {
            format!(
                r#"{{"id":"{number}","indicatorValue":"{number}.example","indicatorType":"DomainName","action":"Block","rbacGroupNames":{groups}}}"#
            )
        });
        let body = format!("{{\"value\":[{}]}}", entities.collect::<Vec<_>>().join(","));
        match wire::read(crate::import::Method::Get, 200, |_| None, body.as_bytes()) {
            wire::Reply::Page { page, .. } => Snapshot::of(vec![page], WallTime(0)),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn groups_are_counted_and_what_is_not_among_them_is_told() {
        let tenant = snapshot(&[
            "[]",
            r#"["Servers"]"#,
            r#"["Kiosks","Servers"]"#,
            r#"["Servers"]"#,
            "null",
            "7",
            r#"["Serv\u0065rs", "Labs"]"#,
        ]);
        let expected = [("Servers", 4), ("Kiosks", 1), ("Labs", 1)];
        let expected = expected.map(|(name, count)| (name.to_owned(), count));
        assert_eq!(tenant.groups(), expected);
        let asked = ["Labs", "labs", "Servers", "Gone"].map(|name| (name.to_owned(), 2));
        let unseen = tenant.unseen(asked.to_vec());
        let names: Vec<&str> = unseen.iter().map(|(name, _)| &**name).collect();
        assert_eq!(names, ["labs", "Gone"]);
        assert_eq!(snapshot(&[]).unseen(unseen.clone()), unseen);
    }
}
