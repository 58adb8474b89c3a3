//! What holds of every run, at every step and at its end.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use ioculate_core::{
    import::{CallId, NotSent, Outcome, Record},
    plan::EntryId,
    session::{BatchState, Progress, ReportSummary},
    wire::Reply,
};

use super::{
    disk::{Disk, Life},
    faults::Class,
    removal::Removals,
    rows::Cells,
    service::{Call, Service},
    tenant::{Key, Tenant, Word, key},
};

/// A law, by what it promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Law {
    AddsUp,
    AcceptedIsHeld,
    RejectedIsRefused,
    NotSentNeverLeft,
    MemoryIsJournal,
    SentOnceAccepted,
    QuotaHeld,
    NoSelfMade429,
    WrittenFirst,
    Finishes,
    OwnAccount,
    FewInFlight,
    /// Nothing is deleted that the plan did not name.
    NamedAlone,
    /// Nothing is sent before what goes away has, for its sake and at all.
    DeletedFirst,
    /// Nothing goes away before what an undo gives back of its value.
    GivenBackFirst,
    /// What others have written to since the tenant was listed before stays.
    TheirsStays,
    Sound,
}

/// A law was broken.
#[derive(Clone, Debug)]
pub(crate) struct Broken {
    pub(crate) law: Law,
    what: String,
}

impl Broken {
    pub(crate) fn new(law: Law, what: impl Into<String>) -> Self {
        Self {
            law,
            what: what.into(),
        }
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.law, self.what)
    }
}

pub(crate) type Lawful<T = ()> = Result<T, Broken>;

pub(crate) fn holds(law: Law, holds: bool, what: impl FnOnce() -> String) -> Lawful {
    if holds {
        Ok(())
    } else {
        Err(Broken::new(law, what()))
    }
}

/// What is known of the runs from what is committed and from what was sent.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    intents: BTreeMap<(Life, CallId), Vec<EntryId>>,
    keys: BTreeMap<(u32, EntryId), Key>,
    accepted: BTreeSet<(u32, EntryId)>,
    /// Calls that carried a key, and were not clearly refused.
    possible: BTreeMap<(u32, Key), u32>,
    pub(crate) removals: Removals,
}

impl Watch {
    /// A record is committed: what it says must be true.
    pub(crate) fn written(
        &mut self,
        life: Life,
        run: u32,
        record: &Record,
        tenant: &Tenant,
    ) -> Lawful {
        match record {
            Record::Intent { call, entries, .. } => {
                self.intents.insert((life, *call), entries.clone());
                Ok(())
            }
            Record::Answer { outcomes, .. } | Record::Found { outcomes } => outcomes
                .iter()
                .try_for_each(|(entry, outcome)| self.noted(run, *entry, outcome, tenant)),
            Record::Asking { .. } | Record::Asked { .. } => Ok(()),
        }
    }

    fn noted(&mut self, run: u32, entry: EntryId, outcome: &Outcome, tenant: &Tenant) -> Lawful {
        self.removals.settles(run, entry);
        if let Outcome::Accepted { .. } = outcome {
            self.accepted.insert((run, entry));
        } else {
            let was = self.accepted.contains(&(run, entry));
            holds(Law::MemoryIsJournal, !was, || {
                format!("{entry:?} was accepted, and is now {outcome:?}")
            })?;
        }
        if self.removals.names(run, entry) {
            return self.removals.noted(entry, outcome, tenant);
        }
        match self.keys.get(&(run, entry)) {
            Some(key) => self.is_true(run, &key.clone(), outcome, tenant),
            // The tenant may hold by chance what was about to leave when its page was killed.
            None => holds(
                Law::MemoryIsJournal,
                !matches!(outcome, Outcome::Rejected { .. }),
                || format!("{entry:?} never left, and is {outcome:?}"),
            ),
        }
    }

    /// Accepted is in the tenant with our fields; rejected was refused in the service's last word and
    /// did not come in by us; what was not sent never was in a call that may have been carried out.
    pub(crate) fn is_true(
        &self,
        run: u32,
        key: &Key,
        outcome: &Outcome,
        tenant: &Tenant,
    ) -> Lawful {
        let ours = tenant.has_from(run, key);
        match outcome {
            Outcome::Accepted { id } => {
                let held = tenant.held.get(key);
                let is_it = held.is_some_and(|held| {
                    id.as_ref()
                        .is_none_or(|id| held.id.to_string().as_str() == id.trim_matches('"'))
                });
                holds(Law::AcceptedIsHeld, is_it, || {
                    format!("{key:?} as {id:?}, the tenant has {held:?}")
                })
            }
            Outcome::Rejected { reason, .. } => {
                let word = tenant.words.get(key);
                let refused = matches!(word, Some(Word::Failed | Word::Refused));
                holds(Law::RejectedIsRefused, refused && !ours, || {
                    format!("{key:?}: {reason:?}, last word {word:?}, ours {ours}")
                })
            }
            Outcome::NotSent { .. } => {
                let possible = self.possible.get(&(run, key.clone())).copied();
                let never = possible.unwrap_or(0) == 0 && !ours;
                holds(Law::NotSentNeverLeft, never, || {
                    format!("{key:?}: {possible:?} calls may have, ours {ours}")
                })
            }
            Outcome::Unconfirmed => Ok(()),
        }
    }

    /// A call leaves: its intent is committed, and nothing in it was accepted before.
    pub(crate) fn sends(
        &mut self,
        life: Life,
        run: u32,
        id: CallId,
        call: &Call,
        disk: &Disk,
        tenant: &Tenant,
    ) -> Lawful<Vec<Key>> {
        let noted = disk.has_call(life, id);
        holds(Law::WrittenFirst, noted, || {
            format!("{id:?} is not in the log of calls")
        })?;
        let keys: Vec<Key> = call.items().iter().map(key).collect();
        let ids = call.ids();
        if !ids.is_empty() {
            let entries = self.intents.get(&(life, id)).map_or(&[][..], Vec::as_slice);
            self.removals.deletes(run, entries, &ids, tenant)?;
        }
        for key in &keys {
            self.removals.sends(run, key, tenant)?;
        }
        if keys.is_empty() {
            return Ok(keys);
        }
        let Some(entries) = self.intents.get(&(life, id)) else {
            return Err(Broken::new(Law::WrittenFirst, format!("{id:?}: no intent")));
        };
        holds(Law::WrittenFirst, entries.len() == keys.len(), || {
            format!("{id:?} carries {} of {}", keys.len(), entries.len())
        })?;
        for (entry, key) in entries.iter().zip(&keys) {
            let accepted = self.accepted.contains(&(run, *entry));
            holds(Law::SentOnceAccepted, !accepted, || {
                format!("{key:?} was accepted, and is sent again")
            })?;
            let is_new = !self.keys.contains_key(&(run, *entry));
            let is_theirs = is_new && self.removals.have_seen(run) && tenant.is_theirs(key);
            holds(Law::TheirsStays, !is_theirs, || {
                format!("{key:?} is sent, and another has written to it")
            })?;
            let before = self.keys.insert((run, *entry), key.clone());
            let same = before.as_ref().is_none_or(|before| before == key);
            holds(Law::WrittenFirst, same, || {
                format!("{entry:?} was {before:?}, and is {key:?}")
            })?;
            *self.possible.entry((run, key.clone())).or_default() += 1;
        }
        Ok(keys)
    }

    /// The entries of a run that have left, by what they are.
    pub(crate) fn of_run(&self, run: u32) -> BTreeMap<&Key, EntryId> {
        let from = (run, EntryId(0));
        let of_run = self
            .keys
            .range(from..)
            .take_while(|((of, _), _)| *of == run);
        of_run.map(|((_, entry), key)| (key, *entry)).collect()
    }

    /// A call is answered: one that was clearly refused was not carried out.
    pub(crate) fn answered(&mut self, run: u32, keys: &[Key], reply: &Reply) {
        let Reply::Refused(refusal) = reply else {
            return;
        };
        if !(400..500).contains(&refusal.status) || refusal.status == 408 {
            return;
        }
        for key in keys {
            if let Some(calls) = self.possible.get_mut(&(run, key.clone())) {
                *calls -= 1;
            }
        }
    }

    /// The tenant's list was read: what is not in it did not get there.
    pub(crate) fn listed(&mut self, run: u32, tenant: &Tenant) {
        self.possible
            .retain(|(of, key), _| *of != run || tenant.has_from(run, key));
    }
}

/// The parts of a run are the whole.
pub(crate) fn adds_up(progress: &Progress) -> Lawful {
    let Progress {
        entries,
        accepted,
        rejected,
        in_flight,
        unconfirmed,
        waiting,
        cancelling,
        by_state,
        ..
    } = progress;
    let parts = accepted + rejected + in_flight + unconfirmed + waiting;
    // What was not sent is told in the report.
    let unsent = |(state, _): &(BatchState, u32)| *state == BatchState::NotSent;
    let some_unsent = *cancelling || by_state.iter().any(unsent);
    let is_whole = parts == *entries || (some_unsent && parts <= *entries);
    holds(Law::AddsUp, is_whole, || format!("{progress:?}"))
}

/// The report's sums are those of its rows.
pub(crate) fn report_adds_up(report: &ReportSummary, rows: &[Option<Outcome>]) -> Lawful {
    let count = |of: fn(&Outcome) -> bool| {
        let counted = rows.iter().flatten().filter(|outcome| of(outcome));
        u32::try_from(counted.count()).unwrap_or(u32::MAX)
    };
    let counted = [
        count(|outcome| matches!(outcome, Outcome::Accepted { .. })),
        count(|outcome| matches!(outcome, Outcome::Rejected { .. })),
        count(|outcome| matches!(outcome, Outcome::Unconfirmed)),
        count(|outcome| matches!(outcome, Outcome::NotSent { .. })),
    ];
    let told = [
        report.accepted,
        report.rejected,
        report.unconfirmed,
        report.not_sent,
    ];
    let sums = counted == told && told.iter().sum::<u32>() == report.counts.ready;
    holds(Law::AddsUp, sums, || {
        format!("{counted:?} rows, the report says {report:?}")
    })
}

/// An accepted row is in the tenant with the fields of the file.
pub(crate) fn has_its_fields(row: &Cells, tenant: &Tenant) -> Lawful {
    let key = [
        row.kind.to_owned(),
        row.value.clone(),
        row.action.to_owned(),
    ];
    let fields = tenant.held.get(&key).map(|held| &held.fields);
    let about = format!("about {}", row.title);
    let same = fields.is_some_and(|fields| {
        fields["title"] == row.title.as_str() && fields["description"] == about.as_str()
    });
    holds(Law::AcceptedIsHeld, same, || {
        format!("{row:?}, the tenant has {fields:?}")
    })
}

/// Of a run that a full tenant has stopped, what is not sent would be a creation, and there is truly no
/// room for it. What a list that may be behind does not show is in doubt where a fault ever struck it,
/// or its page was killed: it cannot be sent again. All else is decided.
pub(crate) fn is_kept_out(row: &Cells, outcome: &Outcome, service: &Service) -> Lawful {
    let key = row.key();
    let Outcome::NotSent { reason } = outcome else {
        let was_killed = service.any_struck(&[Class::Crash, Class::CrashInTheAir]);
        let in_doubt = was_killed || service.doubted.contains(&key);
        return match outcome {
            Outcome::Unconfirmed if in_doubt => Ok(()),
            _ => is_decided(row, outcome, service),
        };
    };
    if service.tenant.is_touched(&key) && *reason == NotSent::LeftOut {
        return Ok(());
    }
    let was_ended = service.any_struck(&[Class::Cancelled, Class::Forbidden]);
    if *reason == NotSent::Cancelled && was_ended {
        return Ok(());
    }
    let is_creation = !service.shown.contains(&key);
    let is_full = *reason == NotSent::OverQuota && service.tenant.is_full();
    holds(Law::Finishes, is_full && is_creation, || {
        format!("{row:?} is {outcome:?}, the tenant full {is_full}")
    })
}

/// A run that nobody stopped has decided every row, but those whose last call a fault struck, and what
/// others have written to.
pub(crate) fn is_decided(row: &Cells, outcome: &Outcome, service: &Service) -> Lawful {
    let is_theirs = service.tenant.is_touched(&row.key());
    let decided = match outcome {
        Outcome::Accepted { .. } | Outcome::Rejected { .. } => true,
        Outcome::Unconfirmed => {
            is_theirs || service.hides_its_list || service.wronged.contains(&row.key())
        }
        Outcome::NotSent { reason } => is_theirs && *reason == NotSent::LeftOut,
    };
    holds(Law::Finishes, decided, || {
        format!("{row:?} is {outcome:?} at the end")
    })
}
