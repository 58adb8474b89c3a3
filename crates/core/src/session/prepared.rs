//! A run that takes back what another did, or deletes what was selected, before it is sent.
//!
//! A run as it was kept, or places of the tenant's list, go in; a ledger of what is to be done stands
//! where the user's own was, which is put aside, and comes back when the other is dropped or its report
//! is left. From there on it is reviewed, sent and reported as any run.

use std::sync::Arc;

use crate::{
    clock::{Now, WallTime},
    import::History,
    journal::{Closing, Header, Kept, NotOpened},
    ledger::{Images, Ledger, Settings},
    tenant::Snapshot,
    undo::{self, Undo},
};

use super::{
    Account, Command, Event, Purpose, Session,
    past::{Past, last_answer},
    reviewed::Awaiting,
    run::Before,
};

/// What is prepared or about to be.
#[derive(Clone, Debug, Default)]
pub(super) struct Prepared {
    /// For what the rows are that stand in the ledger.
    pub(super) purpose: Purpose,
    /// Who has them prepared; `None` where nothing is that may be sent.
    pub(super) account: Option<Account>,
    /// What was read and reported before, the last of it on top.
    pub(super) aside: Vec<Before>,
    /// An undo that waits for the tenant's list.
    waiting: Option<Box<Waiting>>,
    /// What is sent once the tenant is listed again.
    pub(super) sending: Option<Awaiting>,
}

/// A run that is to be taken back as soon as the tenant is listed.
#[derive(Clone, Debug)]
struct Waiting {
    past: Past,
    purpose: Purpose,
    header: Header,
    ended: WallTime,
    /// What the tenant held before it.
    images: Option<Snapshot>,
    account: Account,
    /// When it was asked for.
    now: WallTime,
}

impl Session {
    /// Prepares to take back what a run did: the tenant is listed, for which the host then drives the
    /// session; what would happen is told once it is. Where that cannot be, the page is told why, and
    /// nothing has changed.
    ///
    /// Whoever may write to the tenant may undo: the run need not be this account's.
    #[must_use]
    #[inline]
    pub fn prepare_undo(&mut self, now: Now, kept: Kept, account: Account) -> Vec<Event> {
        match self.waiting(now, kept, account) {
            Ok(waiting) => {
                self.prepared.sending = None;
                let account = waiting.account.clone();
                self.prepared.waiting = Some(Box::new(waiting));
                let list = Command::ListTenant { account };
                if !self.puts_off(now, &list) {
                    self.obey(now, list, None);
                }
            }
            Err(why) => self.tell(Event::NotOpened(why)),
        }
        self.news()
    }

    fn waiting(&self, now: Now, kept: Kept, account: Account) -> Result<Waiting, NotOpened> {
        if self.is_sending() {
            return Err(NotOpened::Busy);
        }
        if kept.header.account.tenant_id != account.tenant_id {
            let account = kept.header.account;
            return Err(NotOpened::OtherAccount { account });
        }
        if kept.header.api_base != self.api_base {
            let api_base = kept.header.api_base;
            return Err(NotOpened::OtherBase { api_base });
        }
        let mut past = self.past(&kept)?;
        let started = kept.header.started;
        let images = if past.ledger.has_tasks() {
            undo::images_of(&past.ledger, started)
        } else {
            Images::kept(&kept.input)?
        };
        end_in_doubt(&mut past.history);
        let is_whole = |closing: &Closing| closing.summary.stopped.is_none();
        if kept.closing.as_ref().is_some_and(is_whole) {
            past.history.apply(&past.history.unknown_in_doubt());
        }
        let ended = kept.closing.map(|closing| closing.summary.ended);
        let last = || last_answer(&kept.records).unwrap_or(started).min(now.wall);
        Ok(Waiting {
            purpose: Purpose::Undo {
                run: kept.run,
                started,
            },
            ended: ended.unwrap_or_else(last),
            header: kept.header,
            account,
            now: now.wall,
            past,
            images,
        })
    }

    /// The tenant is listed: what waits for that is prepared.
    pub(super) fn prepare_waiting(&mut self) {
        let Some(waiting) = self.prepared.waiting.take() else {
            return;
        };
        let known = self.good_to_decide();
        let known = known.filter(|known| known.account.is_same(&waiting.account));
        let Some(tenant) = known.map(|known| Arc::clone(&known.snapshot)) else {
            return self.tell(Event::NotOpened(NotOpened::Unlisted));
        };
        let undo = Undo {
            plan: &waiting.past.plan,
            history: &waiting.past.history,
            images: waiting.images.as_ref(),
            username: &waiting.header.account.username,
            started: waiting.header.started,
            ended: waiting.ended,
            tenant: &tenant,
            doubt: i64::try_from(self.limits.clock_doubt.as_millis()).unwrap_or(i64::MAX),
            now: waiting.now,
        };
        let lines = undo.lines();
        self.prepare(waiting.now, lines, waiting.purpose, waiting.account);
    }

    /// Nobody lists the tenant any more: nothing is prepared, and nothing sent.
    pub(super) fn drop_waiting(&mut self) {
        if !self.not_listed_again(None) && self.waits_for_list() {
            self.not_sent(NotOpened::Unlisted);
        }
    }

    /// Whether something is prepared or sent once the tenant is listed.
    pub(super) fn waits_for_list(&self) -> bool {
        self.prepared.waiting.is_some() || self.prepared.sending.is_some()
    }

    /// What waits for the tenant's list waits no more, and the page is told why.
    pub(super) fn not_sent(&mut self, why: NotOpened) {
        self.prepared.waiting = None;
        self.prepared.sending = None;
        self.tell(Event::NotOpened(why));
    }

    /// Prepares to delete indicators of the tenant, as it was listed last.
    pub(super) fn prepare_delete(&mut self, now: Now, places: &[u32]) {
        if self.is_sending() {
            return self.tell(Event::NotOpened(NotOpened::Busy));
        }
        let Some(known) = self.known() else {
            return self.tell(Event::NotOpened(NotOpened::Unlisted));
        };
        let tenant = &known.snapshot;
        let entities = places.iter().filter_map(|place| tenant.entity(*place));
        let lines = undo::deletion(entities);
        let account = known.account.clone();
        self.prepare(now.wall, lines, Purpose::Delete, account);
    }

    /// Puts aside what stands here, unless it was prepared and not sent, and has `lines` in its place.
    fn prepare(&mut self, now: WallTime, lines: String, purpose: Purpose, account: Account) {
        if lines.is_empty() {
            return self.tell(Event::NotOpened(NotOpened::NothingToSend));
        }
        let settings = Settings {
            today: now,
            ..self.ledger.settings().clone()
        };
        let ledger = Ledger::of_tasks(settings, lines);
        let is_replaced = !self.prepared.aside.is_empty() && self.may_change();
        let before = self.stand(ledger, purpose);
        self.prepared.account = Some(account);
        if !is_replaced {
            self.prepared.aside.push(before);
        }
        self.summarise();
    }

    /// Has other rows stand here; gives those that stood here before.
    pub(super) fn stand(&mut self, ledger: Ledger, purpose: Purpose) -> Before {
        let before = Before {
            ledger: std::mem::replace(&mut self.ledger, ledger),
            foresight: self.foresight.clone(),
            ended: self.ended.take(),
            purpose: std::mem::replace(&mut self.prepared.purpose, purpose),
        };
        self.selection = None;
        self.prepared.sending = None;
        self.prepared.account = None;
        self.look_back();
        before
    }

    /// Drops what waits for the tenant's list; else what is prepared, or its report: what stood here
    /// before is back.
    pub(super) fn drop_last(&mut self) {
        self.prepared.sending = None;
        if self.prepared.waiting.take().is_none() {
            self.drop_prepared();
        }
    }

    /// Drops what is prepared, or its report; what stood here before is back. Says whether it is.
    fn drop_prepared(&mut self) -> bool {
        self.prepared.sending = None;
        if self.is_sending() {
            return false;
        }
        let Some(aside) = self.prepared.aside.pop() else {
            return false;
        };
        self.give_back(aside);
        true
    }

    /// Has stand here again what stood here.
    pub(super) fn put_where_it_was(&mut self, before: Before) {
        self.stand(before.ledger, before.purpose);
        (self.ended, self.foresight) = (before.ended, before.foresight);
    }

    /// Forgets what waits, and what was put aside.
    pub(super) fn forget_prepared(&mut self) {
        self.prepared.waiting = None;
        self.prepared.sending = None;
        self.prepared.aside.clear();
    }

    fn give_back(&mut self, before: Before) {
        self.put_where_it_was(before);
        if self.may_change() {
            // The tenant may be another by now, and what is chosen about it.
            self.ledger.undecide();
        }
        self.summarise();
        if let Some(ended) = &self.ended {
            let summary = ended.summary.clone();
            self.tell(Event::Report(Box::new(summary)));
        }
    }

    /// Makes way for what is to be read: what is prepared and not sent is dropped.
    pub(super) fn make_way(&mut self) {
        if self.prepared.purpose != Purpose::Import && self.may_change() && !self.drop_prepared() {
            self.start_anew();
        }
    }

    /// Has nothing stand here, that something may be read; the settings stay.
    pub(super) fn start_anew(&mut self) {
        self.stand(Ledger::new(self.settings.clone()), Purpose::Import);
    }

    /// Whether what stands here may be sent by `account`: what was prepared holds ids of one tenant.
    pub(super) fn may_send(&self, account: &Account) -> Result<(), NotOpened> {
        match (&self.prepared.purpose, &self.prepared.account) {
            (Purpose::Import, _) => Ok(()),
            (_, Some(whose)) if whose.tenant_id == account.tenant_id => Ok(()),
            (_, Some(whose)) => Err(NotOpened::OtherAccount {
                account: whose.clone(),
            }),
            (_, None) => Err(NotOpened::NothingToSend),
        }
    }
}

/// What left and was not answered is in doubt, also where the run was not gone on with.
pub(super) fn end_in_doubt(history: &mut History) {
    for end in history.ends_in_doubt() {
        history.apply(&end);
    }
}
