//! What a session does beyond reading a list, checking and showing it: all that has to do with the
//! tenant, with a run, and with files to keep.

use crate::{clock::Now, import::Input, late::late, ledger::Decided, outlook::Prospect};

use super::{AttemptView, Command, Compared, Event, Session, known::Tenant, reviewed::Order};

late! {
    /// What of a session may come late. It is called where it was asked for, and where what it has left
    /// behind is spoken of: a tenant that is known, a run.
    Later {
        obey: fn(&mut Session, Now, Command) = Session::obey_later,
        puts_off: fn(&mut Session, Now, &Command) -> bool = Session::puts_off,
        stop_listing: fn(&mut Session, Now) = Session::stop_listing,
        drop_waiting: fn(&mut Session) = Session::drop_waiting,
        make_way: fn(&mut Session) = Session::make_way,
        forget_known: fn(&mut Session, Now) = Session::forget_known,
        prospect: fn(&Session, &mut Decided) -> Option<Prospect> = Session::prospect,
        compared: fn(&Session, u32) -> Option<Compared> = Session::compared,
        attempts: fn(&Session, u32) -> Vec<AttemptView> = Session::attempts,
    }
}

impl Session {
    /// Obeys what a list can be read, checked and shown without.
    #[inline]
    fn obey_later(&mut self, now: Now, command: Command) {
        match command {
            Command::PrepareDelete { selected } => {
                let places = self.selected(now, &selected);
                self.prepare_delete(now, &places);
            }
            Command::DropPrepared => self.drop_last(),
            Command::CheckConnection => self.check_connection(),
            Command::MendRest => self.mend_rest(now),
            Command::Copy { scope } => {
                let copied = self.copied(scope);
                self.tell(Event::Copied(copied));
            }
            Command::Send {
                account,
                route,
                unjournalled,
                as_listed,
            } => {
                let order = Order {
                    account,
                    route,
                    unjournalled,
                    as_listed,
                };
                self.send(now, order);
            }
            Command::Pause => self.steer(now, Input::Pause),
            Command::Resume => self.steer(now, Input::Resume),
            Command::Cancel if self.prepared.sending.is_some() => self.stop_listing(now),
            Command::Cancel => self.steer(now, Input::Cancel),
            Command::ListTenant { account } => self.list_tenant(now, account),
            Command::StopListing => self.stop_listing(now),
            Command::ForgetTenant => self.forget_tenant(now),
            Command::TenantRows {
                filter,
                start,
                count,
            } => {
                let window = self.tenant_window(now, filter, start, count);
                self.tell(Event::TenantWindow(window));
            }
            Command::TenantDetail { place } => {
                let detail = self.tenant_detail(place).map(Box::new);
                let told = detail.map(Event::TenantDetail);
                self.news.extend(told);
            }
            // The host's: the session holds neither a token nor the journal, and gives files by
            // `Session::files` and its like.
            Command::Token(_)
            | Command::SignInFailed { .. }
            | Command::Export { .. }
            | Command::TenantExport { .. }
            | Command::Runs
            | Command::ResumeRun { .. }
            | Command::ShowRun { .. }
            | Command::SaveRun { .. }
            | Command::OpenRunFile
            | Command::ForgetRun { .. }
            | Command::ForgetRuns
            | Command::PrepareUndo { .. }
            // Obeyed without any of this.
            | Command::Configure { .. }
            | Command::Protect(_)
            | Command::Read { .. }
            | Command::Paste { .. }
            | Command::ReadAs { .. }
            | Command::Clear
            | Command::SetDefaults(_)
            | Command::SetPolicy(_)
            | Command::SetChoices(_)
            | Command::Rows { .. }
            | Command::Detail { .. }
            | Command::ColumnTexts { .. }
            | Command::PreviewText { .. }
            | Command::Fix { .. }
            | Command::Write { .. }
            | Command::Try { .. }
            | Command::StepBack
            | Command::StepForward => {}
        }
    }

    /// What the run left to be mended is read in the place of what it sent.
    fn mend_rest(&mut self, now: Now) {
        if let Some(file) = self.left_to_mend() {
            self.forget_all();
            self.read(now, &file.name, file.bytes);
        }
        self.summarise();
    }

    /// What was listed is no longer good.
    fn forget_known(&mut self, now: Now) {
        self.set_tenant(now, Tenant::Unknown);
    }
}

/// The table. A host asks for nothing that needs it before it has arrived.
pub(super) fn here() -> &'static Later {
    there().expect("a part that was asked for")
}
