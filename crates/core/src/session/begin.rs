//! How a run begins: what is ready now is planned and handed to the machine that sends it.

use std::sync::Arc;

use crate::{
    batch,
    clock::{Now, WallTime},
    diagnostic::Finding,
    import::{History, Import},
    journal::{FORMAT, Header, NotOpened, Opening, Route},
    plan::Plan,
    report::Outcomes,
    source::small,
};

use super::{
    Account, Event, Purpose, ReportSummary, Session,
    ended::{Ended, count_up},
    reviewed::Order,
    run::{Activity, Door, Run},
};

impl Session {
    /// Starts a run of what is ready now. What was prepared is sent once the tenant is listed again.
    #[inline]
    pub(super) fn send(&mut self, now: Now, order: Order) {
        if !self.may_change() {
            return;
        }
        // What the host opens or writes down for something else would be taken for this run's.
        if self.is_running() {
            return self.tell(Event::NotOpened(NotOpened::Busy));
        }
        if let Err(why) = self.may_send(&order.account) {
            return self.tell(Event::NotOpened(why));
        }
        match self.prepared.purpose {
            Purpose::Import => {
                self.good_for(now, &order.account);
                match self.reviewed(&order) {
                    Some(reviewed) => self.send_once_listed(now, order, Some(reviewed)),
                    None => self.begin_run(now, order),
                }
            }
            Purpose::Undo { .. } | Purpose::Delete => self.send_once_listed(now, order, None),
        }
    }

    /// Starts a run of what is ready as of now. A row that has expired since it was read is refused
    /// before anything leaves, and the page is told.
    pub(super) fn begin_run(&mut self, now: Now, order: Order) {
        self.good_for(now, &order.account);
        self.refresh(now);
        self.ledger.undecide();
        self.look_ahead(|whose| whose.is_same(&order.account));
        self.begin_decided(now, order);
    }

    /// Starts a run of what is ready, as it is decided.
    pub(super) fn begin_decided(&mut self, now: Now, order: Order) {
        let on_list_of = self.on_list_of(&order);
        let Order {
            account,
            route,
            unjournalled,
            ..
        } = order;
        (self.ended, self.selection) = (None, None);
        let mut plan = Plan::build(&self.ledger, &self.limits);
        plan.take(route);
        let plan = Arc::new(plan);
        if plan.is_empty() {
            let summary = self.begun(account, now.wall, on_list_of);
            return self.send_nothing(summary, plan);
        }
        let calls = self.stop_activity();
        let batches = batch::split(&plan, &self.limits);
        let import = Import::new(Arc::clone(&plan), batches, self.limits.clone(), calls);
        let opening = if unjournalled {
            Opening::Unjournalled
        } else {
            self.begins(now, &account, route, &plan, on_list_of)
        };
        self.activity = Activity::Sending(Box::new(Run {
            door: Door::Shut(Box::new(opening)),
            import,
            plan,
            account,
            started: now.wall,
            on_list_of,
            earlier: None,
            name: None,
            before: None,
        }));
    }

    /// Where all rows are held back, a run of none of them is reported: each has its reason.
    fn send_nothing(&mut self, mut summary: ReportSummary, plan: Arc<Plan>) {
        if !self.ledger.holds_any_back() {
            return self.tell(Event::NotOpened(NotOpened::NothingToSend));
        }
        let rows = Outcomes::of_run(&self.ledger, &plan, |_| None);
        count_up(&mut summary, &rows, &self.ledger);
        self.tell(Event::Report(Box::new(summary.clone())));
        self.ended = Some(Box::new(Ended {
            plan,
            summary,
            rows,
            history: History::default(),
        }));
    }

    /// The sums of a run of which nothing is counted yet.
    pub(super) fn begun(
        &self,
        account: Account,
        started: WallTime,
        on_list_of: Option<WallTime>,
    ) -> ReportSummary {
        ReportSummary {
            counts: self.ledger.counts(),
            on_list_of,
            ..ReportSummary::new(
                account,
                self.api_base.clone(),
                self.prepared.purpose.clone(),
                started,
            )
        }
    }

    /// What the journal is to keep of a run.
    #[inline]
    fn begins(
        &self,
        now: Now,
        account: &Account,
        route: Route,
        plan: &Plan,
        on_list_of: Option<WallTime>,
    ) -> Opening {
        let files = self.ledger.files().iter().map(|file| file.name.clone());
        let images = self.images(plan, account);
        Opening::Begin {
            header: Box::new(Header {
                format: FORMAT,
                account: account.clone(),
                api_base: self.api_base.clone(),
                started: now.wall,
                route,
                purpose: self.prepared.purpose.clone(),
                files: files.collect(),
                counts: self.ledger.counts(),
                entries: plan.len(),
                deletions: small(plan.deletions().count()),
                plan: plan.fingerprint(),
                from_file: false,
                carried: 0,
                left_alone: self.left_alone(plan),
                on_list_of,
            }),
            input: self.ledger.keep_with(images.as_ref()),
        }
    }

    /// Of an undo, the rows whose indicator stays as the run left it: those that it does not touch,
    /// and those that the user left out.
    fn left_alone(&self, plan: &Plan) -> u32 {
        let is_left = |row: &u32| match self.ledger.line(*row) {
            None => false,
            Some(line) if line.task.is_some() => plan.of_row(*row).next().is_none(),
            Some(line) => !matches!(line.why(), Some(Finding::LeftAsItWas { .. })),
        };
        small((0..self.ledger.len()).filter(is_left).count())
    }

    /// Judges expirations as of now.
    pub(super) fn refresh(&mut self, now: Now) {
        let before = self.ledger.counts();
        let mut settings = self.ledger.settings().clone();
        settings.today = now.wall;
        self.ledger.set(settings);
        if self.ledger.counts() != before {
            self.summarise_unasked();
        }
    }
}
