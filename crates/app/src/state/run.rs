//! The reducer's part about a run: from the question whether to send to the report.

use ioculate_core::{
    clock::WallTime,
    journal::{JournalState, NotOpened, Route},
    session::{
        Command, Connection, Progress, ReportSummary, Stopped, Summary, TenantState, Waiting,
    },
};

use super::{
    Confirm, Dialog, Happened, Journalling, Listing, Model, Msg, Notice, Origin, Report, Runs,
    Said, Screen, Send, Table, Update, Way, Went, Who, happenings, screen::first_filter,
    table::rows,
};

/// Lines kept of what happened in a run.
const LOG: usize = 60;

impl Model {
    pub(super) fn reviewing(&mut self, msg: Msg) -> Update {
        let (journalling, listing) = (self.journalling(), self.listing());
        let Screen::Review(review) = &mut self.screen else {
            return Update::STALE;
        };
        let is_ready = review.awaits(&self.tenant).is_none();
        match (msg, &mut review.dialog) {
            (Msg::Fix(fix, scope), _) => {
                review.awaited += 1;
                review.went = Some(Went::Step(Way::Forward));
                return Update::asking(vec![Command::Fix { fix, scope }]);
            }
            (Msg::AskToSend, dialog) if is_ready => {
                *dialog = Dialog::Confirm(Confirm {
                    route: Route::default(),
                    journalling,
                    listing,
                });
            }
            (Msg::Ways, dialog) if review.before.is_none() && review.summary.entries > 0 => {
                *dialog = Dialog::Ways;
            }
            (Msg::Route(route), Dialog::Confirm(confirm)) => confirm.route = route,
            (Msg::Unjournalled(wish), Dialog::Confirm(confirm)) => match &mut confirm.journalling {
                Journalling::Refused { without, .. } => *without = wish,
                Journalling::On | Journalling::Unavailable { .. } => return Update::STALE,
            },
            (Msg::AsListed(wish), Dialog::Confirm(confirm)) => match &mut confirm.listing {
                Listing::Failed { as_listed, .. } => *as_listed = wish,
                Listing::Again => return Update::STALE,
            },
            (Msg::ConfirmSend(who), Dialog::Confirm(confirm)) if is_ready => {
                let (summary, confirm) = (review.summary.clone(), confirm.clone());
                let before = review.before.take();
                return self.send(summary, who, &confirm, before);
            }
            _ => return Update::STALE,
        }
        Update::drawn()
    }

    /// Whether a run would be written down, as far as is known.
    fn journalling(&self) -> Journalling {
        match (&self.notice, &self.runs) {
            (
                _,
                Some(Runs {
                    journal: JournalState::Unavailable { message },
                    ..
                }),
            ) => Journalling::Unavailable {
                message: message.clone(),
            },
            (Some(Notice::NotOpened(NotOpened::Storage { message })), _) => Journalling::Refused {
                message: message.clone(),
                without: false,
            },
            _ => Journalling::On,
        }
    }

    /// Whether the tenant would be listed again, as far as is known.
    fn listing(&self) -> Listing {
        match (&self.notice, &self.tenant) {
            (
                Some(Notice::NotOpened(NotOpened::UnlistedAgain { at, .. })),
                TenantState::Known(sums),
            ) if sums.at == *at => Listing::Failed {
                at: *at,
                as_listed: false,
            },
            _ => Listing::Again,
        }
    }

    pub(super) fn close_dialog(&mut self) -> Update {
        match &mut self.screen {
            Screen::Review(review) => review.dialog = Dialog::None,
            Screen::Choose(choose) => choose.wish = None,
            Screen::Send(_) | Screen::Report(_) | Screen::Tenant(_) => return Update::STALE,
        }
        Update::drawn()
    }

    fn send(
        &mut self,
        summary: Summary,
        who: Who,
        confirm: &Confirm,
        before: Option<Box<Screen>>,
    ) -> Update {
        let account = who.account.clone();
        let unjournalled = match confirm.journalling {
            Journalling::On => false,
            Journalling::Refused { without, .. } => without,
            Journalling::Unavailable { .. } => true,
        };
        let as_listed = matches!(
            confirm.listing,
            Listing::Failed {
                as_listed: true,
                ..
            }
        );
        (self.said, self.notice) = (None, None);
        let origin = Origin::Reviewed(Box::new(summary));
        let mut ask: Vec<_> = self.stop_preparing().into_iter().collect();
        self.screen = Screen::Send(Box::new(Send::new(origin, who, unjournalled, before)));
        ask.push(Command::Send {
            account,
            route: confirm.route,
            unjournalled,
            as_listed,
        });
        Update::asking(ask)
    }

    pub(super) fn sending(&mut self, command: Command) -> Update {
        match &self.screen {
            Screen::Send(_) => Update::quiet(command),
            _ => Update::STALE,
        }
    }

    pub(super) fn check_connection(&mut self) -> Update {
        self.connection = Some(Connection::Checking);
        Update::asking(vec![Command::CheckConnection])
    }

    pub(super) fn connected(&mut self, connection: Connection) -> Update {
        self.checked(&connection);
        self.connection = Some(connection.clone());
        let Screen::Send(send) = &mut self.screen else {
            return Update::drawn();
        };
        // The door that was shut is open now: the user confirms once more.
        if send.is_shut() && connection == Connection::Open {
            return self.leave_shut();
        }
        if connection != Connection::Checking {
            send.connection = connection;
        }
        Update::drawn()
    }

    /// Goes back from a door that is shut: what was reviewed is kept, and so is the run.
    pub(super) fn leave_shut(&mut self) -> Update {
        let Screen::Send(send) = &mut self.screen else {
            return Update::STALE;
        };
        let before = send.before.take();
        match &send.origin {
            Origin::Reviewed(summary) => {
                let summary = Summary::clone(summary);
                self.review(summary, 0, before)
            }
            Origin::Resumed { .. } => self.leave_resumed(before, Self::start_over),
        }
    }

    /// Goes back from a run that was not gone on with: to what stood there before it was prepared,
    /// where it was, and otherwise as is said.
    pub(super) fn leave_resumed(
        &mut self,
        before: Option<Box<Screen>>,
        otherwise: impl FnOnce(&mut Self) -> Update,
    ) -> Update {
        match before {
            Some(before) => {
                self.screen = *before;
                self.back()
            }
            None => otherwise(self),
        }
    }

    pub(super) fn progressed(&mut self, progress: Box<Progress>, now: WallTime) -> Update {
        let Screen::Send(send) = &mut self.screen else {
            return Update::STALE;
        };
        let news = happenings(send.progress.as_deref(), &progress);
        let said = worth_saying(send.progress.as_deref(), &progress);
        let news = news
            .into_iter()
            .rev()
            .map(|what| Happened { at: now, what });
        send.log.splice(0..0, news);
        send.log.truncate(LOG);
        send.connection = Connection::Open;
        // The tenant is another one from now on.
        self.listed_for = None;
        send.progress = Some(progress);
        self.said = said.or(self.said.take());
        Update::drawn()
    }

    pub(super) fn ended(&mut self, summary: ReportSummary) -> Update {
        let send = match &mut self.screen {
            Screen::Send(send) => send,
            Screen::Choose(choose) => match choose.showing.take() {
                Some(run) => return self.report(summary, None, run.files, None),
                None => return Update::STALE,
            },
            Screen::Review(_) | Screen::Report(_) | Screen::Tenant(_) => return Update::STALE,
        };
        if let Some(Stopped::Gate(reason)) = summary.stopped {
            let api_base = summary.api_base;
            (send.progress, send.connection) = (None, Connection::Closed { reason, api_base });
            return Update::drawn();
        }
        let (who, files) = (send.who.clone(), send.origin.files());
        let before = send.before.take();
        self.report(summary, Some(who), files, before)
    }

    fn report(
        &mut self,
        summary: ReportSummary,
        who: Option<Who>,
        files: Vec<String>,
        before: Option<Box<Screen>>,
    ) -> Update {
        let table = Table {
            filter: first_filter(&summary),
            ..Table::default()
        };
        let ask = vec![rows(&table)];
        self.said = None;
        self.screen = Screen::Report(Box::new(Report {
            summary,
            who,
            files,
            table,
            before,
        }));
        Update::asking(ask)
    }
}

/// A screen reader hears each tenth of a run and each wait, not each batch.
fn worth_saying(before: Option<&Progress>, now: &Progress) -> Option<Said> {
    let tenths = |p: &Progress| (p.accepted + p.rejected + p.unconfirmed) * 10 / p.entries.max(1);
    let waits = |p: &Progress| {
        !matches!(
            p.why,
            Waiting::Nothing | Waiting::Answers | Waiting::Quota { .. }
        )
    };
    if waits(now) && before.is_none_or(|before| before.why != now.why) {
        return Some(Said::Waits(now.why.clone()));
    }
    let further = tenths(now) > before.map_or(0, tenths);
    further.then(|| Said::Tenths {
        tenths: tenths(now),
        accepted: now.accepted,
        rejected: now.rejected,
    })
}
