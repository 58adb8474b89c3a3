//! The reducer's part about a run: from the question to the report.

use ioculate_core::{
    clock::WallTime,
    journal::Route,
    session::{Command, Connection, Progress, ReportSummary, Stopped, Summary, Waiting},
};

use super::{
    Happened, Model, Report, Said, Screen, Send, Table, Update, Who, happenings,
    screen::first_filter, table::rows,
};

/// Lines kept of what happened in a run.
const LOG: usize = 60;

impl Model {
    pub(super) fn send(&mut self, summary: Summary, who: Who) -> Update {
        let account = who.account.clone();
        self.said = None;
        self.screen = Screen::Send(Box::new(Send {
            summary,
            who,
            connection: Connection::Checking,
            progress: None,
            log: Vec::new(),
        }));
        Update::asking(vec![Command::Send {
            account,
            route: Route::Batches,
            unjournalled: false,
        }])
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
        self.connection = Some(connection.clone());
        let Screen::Send(send) = &mut self.screen else {
            return Update::drawn();
        };
        // The door that was shut is open now: the user confirms once more.
        if matches!(send.connection, Connection::Closed { .. }) && connection == Connection::Open {
            let summary = send.summary.clone();
            return self.review(summary, 0);
        }
        if connection != Connection::Checking {
            send.connection = connection;
        }
        Update::drawn()
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
        send.progress = Some(progress);
        self.said = said.or(self.said.take());
        Update::drawn()
    }

    pub(super) fn ended(&mut self, summary: ReportSummary) -> Update {
        let Screen::Send(send) = &mut self.screen else {
            return Update::STALE;
        };
        if let Some(Stopped::Gate(reason)) = summary.stopped {
            let api_base = summary.api_base;
            (send.progress, send.connection) = (None, Connection::Closed { reason, api_base });
            return Update::drawn();
        }
        let who = send.who.clone();
        let files = send.summary.files.iter().map(|file| file.name.clone());
        let files = files.collect();
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
