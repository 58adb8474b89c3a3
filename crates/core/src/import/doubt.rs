//! What became of entries that nobody answered for: the tenant is asked.
//!
//! An entry is in doubt where a call of it may have been carried out. The tenant's list decides:
//! found with our fields it is accepted; else it is sent again, which updates what is there. Where
//! there is no room to send it again it stays in doubt: that a list does not show it proves nothing.
//! Of what is to go away the opposite holds: what a whole list does not show is gone.

use super::{
    Input, NotSent, Outcome, Record, Step, Tally,
    deletion::Stays,
    engine::{Hold, Import, Phase},
    full::Full,
    listing::{Listed, Listing},
    shown::Shown,
    trouble::Failure,
    work::{Standing, State, Work},
};
use crate::{
    batch,
    clock::Now,
    order::sorted,
    plan::{EntryId, Stage},
    session::Stopped,
    tenant::Snapshot,
};
use std::{borrow::Cow, collections::BTreeSet, sync::Arc};

/// How often entries in doubt are sent again by reason of a list. Each round is a whole batch with
/// all its tries, and what was carried out is found by the next list: what three rounds have not
/// cleared up, the tenant keeps in another form than it was sent, and a fourth would not either. A
/// round in which no batch is taken says nothing; batches that fail one after another are trouble.
const ROUNDS: u32 = 3;

/// How far the doubts are cleared up.
#[derive(Clone, Debug, Default)]
pub(super) struct Clearing {
    pub(super) listing: Option<Listing>,
    /// The list is to be asked for before anything else is taken up.
    pub(super) is_wanted: bool,
    rounds: u32,
    /// Whether a batch was taken since the last list.
    pub(super) was_taken: bool,
    /// What is in doubt now stays so.
    pub(super) is_over: bool,
}

/// What the list says of an entry.
pub(super) enum Lot {
    /// It is there with our fields.
    Accepted { id: Option<String> },
    /// It is to be sent.
    Again,
    /// It is not there, and there is no room for it.
    NoRoom,
    /// It stays what the API has said of it.
    Ended(Outcome),
    /// Nobody can say.
    Unconfirmed,
}

/// What is to be done with the entries of a list.
#[derive(Default)]
struct Lots {
    /// To be written down.
    known: Vec<(EntryId, Outcome)>,
    /// To be sent again, in doubt.
    doubtful: Vec<EntryId>,
    /// To be sent, for the first time.
    updates: Vec<EntryId>,
    /// For whose sake something is not sent.
    held: Stays,
}

impl Clearing {
    /// Whether the list is on its way.
    pub(super) fn is_asked(&self) -> bool {
        self.listing.as_ref().is_some_and(Listing::in_flight)
    }

    /// The user wants what was given up tried anew.
    pub(super) fn begin_anew(&mut self) {
        self.rounds = 0;
        self.is_over = false;
    }
}

impl Import {
    /// Whether the list is being asked for, or is about to be.
    pub(super) fn is_clearing(&self) -> bool {
        self.clearing.listing.is_some() || self.wants_list()
    }

    /// Whether the list is to be asked for once nothing is in flight.
    fn wants_list(&self) -> bool {
        let is_over = self.clearing.is_over;
        match &self.phase {
            Phase::Gate(_) => false,
            Phase::Running => {
                let is_left = self.doubts_now() > 0 && !is_over;
                self.clearing.is_wanted || (is_left && self.nothing_ahead_now())
            }
            Phase::Ending { why, gate } => {
                let is_left = self.tally().unconfirmed > 0 && !is_over;
                let may_ask = *why == Stopped::Cancelled && gate.is_none();
                may_ask && is_left && !self.journal.is_abandoned()
            }
        }
    }

    pub(super) fn nothing_ahead(&self) -> bool {
        self.open.is_empty()
            && self.retries.is_empty()
            && self.lanes.iter().all(|lane| lane.waiting.is_empty())
    }

    /// The next step of asking for the list.
    pub(super) fn list(&mut self, now: Now) -> Option<Step> {
        let may_begin = self.open.is_empty() && self.journal.is_idle() && self.probe.is_none();
        if self.clearing.listing.is_none() && !(self.wants_list() && may_begin) {
            return None;
        }
        if !self.ending() && !self.may_send() {
            return None;
        }
        let mut listing = self.clearing.listing.take().unwrap_or_else(|| {
            self.clearing.is_over = false;
            Listing::new(&self.limits)
        });
        let step = listing.poll(now, &mut self.means());
        self.clearing.listing = Some(listing);
        Some(step)
    }

    /// What happened may concern the list. Says whether it does.
    pub(super) fn listed(&mut self, now: Now, input: &Input) {
        let Some(mut listing) = self.clearing.listing.take() else {
            return;
        };
        let ended = listing.handle(now, input.clone(), &mut self.means());
        let Some(ended) = ended else {
            let is_dropped = self.clearing.is_over && !listing.in_flight();
            self.clearing.listing = Some(listing).filter(|_| !is_dropped);
            return;
        };
        match ended {
            _ if self.clearing.is_over => {}
            Listed::Whole(tenant) => self.decide(now, &tenant),
            _ if self.ending() => self.clearing.is_over = true,
            Listed::Failed(reply) => self.trouble(now, Failure::unlisted(&reply)),
            Listed::NoToken { code } => self.hold = Hold::SignIn { code },
            Listed::Refused(refusal) => self.no_api(&refusal),
        }
    }

    /// The list is not asked for any more; what has left is waited for.
    pub(super) fn give_up_clearing(&mut self) {
        self.clearing.is_over = true;
        self.clearing.is_wanted = false;
        if let Some(mut listing) = self.clearing.listing.take() {
            listing.drop(&mut self.journal);
            self.clearing.listing = Some(listing).filter(Listing::in_flight);
        }
    }

    /// Does as the whole list says.
    fn decide(&mut self, now: Now, tenant: &Snapshot) {
        let most = self.limits.tenant_indicators;
        let accepted = self.submitted();
        let reason = self
            .suspicion
            .settle(now, accepted, tenant.held() as usize, most);
        let reason = reason.filter(|_| !self.ending() && self.full.is_none());
        if let Some(message) = reason.filter(|_| !self.waits_for_room()) {
            let stopped = Stopped::OverQuota { message };
            let updates = BTreeSet::new();
            self.full = Some(Full { stopped, updates });
        }
        self.clearing.is_wanted = false;
        self.setbacks.given_up.clear();
        self.rechecks = false;
        if self.plan.has_seen() && !self.ending() {
            self.leave_alone(tenant);
        }
        let lots = self.lots(tenant);
        if !lots.known.is_empty() {
            self.journal.note(Record::Found {
                outcomes: lots.known,
            });
        }
        // Where no batch was taken, the list had nothing new to say.
        let was_taken = std::mem::take(&mut self.clearing.was_taken);
        self.clearing.rounds += u32::from(was_taken && !lots.doubtful.is_empty());
        self.take_in(lots.doubtful, Standing::InDoubt);
        self.take_in(lots.updates, Standing::Clear);
        self.clearing.is_over = self.nothing_ahead_now();
    }

    fn lots(&mut self, tenant: &Snapshot) -> Lots {
        let plan = Arc::clone(&self.plan);
        let list = &Shown::of(tenant, &plan);
        let mut lots = Lots::default();
        if self.turn == Stage::Submitting {
            lots.held = self.stays();
        }
        for place in 0..self.work.len() {
            let in_doubt = match &self.work[place].state {
                State::Done(ends) | State::GivenUp(ends) => ends.unconfirmed > 0,
                _ => false,
            };
            if in_doubt {
                self.part(place, list, &mut lots);
            }
        }
        if self.full.is_some() {
            let ahead = self.unsent_places();
            for place in ahead {
                self.part(place, list, &mut lots);
            }
            let may_be_sent = lots.updates.iter().chain(&lots.doubtful).copied();
            let updates: BTreeSet<EntryId> = may_be_sent.collect();
            if let Some(full) = &mut self.full {
                full.updates = updates;
            }
        }
        lots
    }

    /// Takes out of a batch what is to be sent, and ends the rest.
    fn part(&mut self, place: usize, list: &Shown<'_>, lots: &mut Lots) {
        let work = &self.work[place];
        let mut ends = Tally::default();
        let mut rest = Vec::new();
        for &id in &work.entries {
            let known = self.journal.history().outcome(id);
            let lot = match self.plan.deleted(id) {
                Some(_) if known != Some(&Outcome::Unconfirmed) => None,
                Some(_) => Some(self.lot_of_deletion(work, id, list)),
                None => self.lot(work, id, known, list, &lots.held),
            };
            let outcome = match lot {
                None => known.cloned(),
                Some(Lot::Again) if work.in_doubt() || !work.is_open() => {
                    lots.doubtful.push(id);
                    continue;
                }
                Some(Lot::Again) => {
                    lots.updates.push(id);
                    continue;
                }
                Some(Lot::Accepted { id: given }) => {
                    let accepted = Outcome::Accepted { id: given };
                    lots.known.push((id, accepted.clone()));
                    Some(accepted)
                }
                Some(Lot::NoRoom) => {
                    if known.is_some() {
                        lots.known.push((id, NO_ROOM));
                    }
                    Some(NO_ROOM)
                }
                Some(Lot::Ended(outcome)) => {
                    lots.known.push((id, outcome.clone()));
                    Some(outcome)
                }
                Some(Lot::Unconfirmed) => Some(Outcome::Unconfirmed),
            };
            ends.add(&Tally::of(&outcome));
            rest.push(id);
        }
        self.work.change(place, |work| {
            work.entries = rest;
            work.state = State::Done(ends);
        });
    }

    /// What the list says of an entry of a batch; `None` where nobody asks.
    fn lot(
        &self,
        work: &Work,
        id: EntryId,
        known: Option<&Outcome>,
        list: &Shown<'_>,
        held: &Stays,
    ) -> Option<Lot> {
        let in_doubt = match known {
            Some(Outcome::Unconfirmed) => true,
            _ => work.is_open() && work.in_doubt(),
        };
        if !work.is_open() && !in_doubt {
            return None;
        }
        let entry = &self.plan.entries[id.0 as usize];
        let found = list.find(entry);
        let holds = found.filter(|found| in_doubt && found.holds(self.plan.object(id)));
        let is_ours = known.is_none() || !list.is_overtaken(entry, None);
        let may_send = is_ours && !self.is_spent(work) && !self.ending() && !held.hold(entry);
        Some(match (holds, found) {
            (Some(found), _) => Lot::Accepted {
                id: found.id().map(Cow::into_owned),
            },
            _ if !may_send => Lot::Unconfirmed,
            // A list may lag behind what was carried out.
            (_, None) if self.full.is_some() && in_doubt => Lot::Unconfirmed,
            (_, None) if self.full.is_some() => Lot::NoRoom,
            _ => Lot::Again,
        })
    }

    /// Whether a batch that came to its end in doubt is not sent once more.
    pub(super) fn is_spent(&self, work: &Work) -> bool {
        !work.is_open() && self.clearing.rounds >= ROUNDS
    }

    /// Takes in entries as new batches.
    fn take_in(&mut self, entries: Vec<EntryId>, standing: Standing) {
        let entries = sorted(entries);
        for batch in batch::split_of(&self.plan, &self.limits, entries, self.next_batch) {
            self.take_in_batch(Work {
                standing,
                ..Work::new(batch)
            });
        }
    }

    /// What is true of an entry of which nothing is known, once the run is ended early.
    pub(super) fn left_unsent(&self, id: EntryId) -> Option<&Outcome> {
        match (&self.full, &self.phase) {
            (Some(full), _) if !full.updates.contains(&id) => Some(full.stopped.left_unsent()),
            (_, Phase::Ending { why, .. }) => Some(why.left_unsent()),
            _ => None,
        }
    }
}

const NO_ROOM: Outcome = Outcome::NotSent {
    reason: NotSent::OverQuota,
};
