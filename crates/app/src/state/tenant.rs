//! The reducer's part about the tenant: when it is listed, and what the user decides as it stands.
//!
//! The page asks for the list by itself, once for each account, as soon as rows are reviewed. What was
//! asked is good until a run begins, or somebody else signs in.

use ioculate_core::session::{Account, Choices, Closed, Command, Summary, TenantState};

use super::{Dialog, Model, Msg, Origin, Said, Screen, Update, table::rows};

impl Model {
    /// What is asked about the tenant, and decided as it stands.
    pub(super) fn tenanted(&mut self, msg: Msg) -> Update {
        match msg {
            Msg::Account(account) => self.signed_in(account),
            Msg::ListTenant => {
                self.listed_for = None;
                Update::drawn()
            }
            Msg::SkipTenant if matches!(self.tenant, TenantState::Listing { .. }) => {
                Update::asking(vec![Command::StopListing])
            }
            Msg::Choices(choices) => self.choices(choices),
            _ => Update::STALE,
        }
    }

    /// The question for the tenant where it is due: rows are reviewed, or what it holds is looked at,
    /// and nobody has asked for the account that is signed in.
    pub(super) fn due(&mut self) -> Option<Command> {
        let is_wanted = matches!(self.screen, Screen::Review(_) | Screen::Tenant(_));
        let is_wanted = is_wanted && self.fault.is_none();
        let account = self.account.clone().filter(|_| is_wanted)?;
        if self.listed_for.as_ref() == Some(&account) {
            return None;
        }
        self.listed_for = Some(account.clone());
        self.tenant = TenantState::Listing { listed: 0 };
        self.said = Some(Said::Listing);
        Some(Command::ListTenant { account })
    }

    /// Notes who is signed in. The same account again has signed in anew.
    fn signed_in(&mut self, account: Option<Account>) -> Update {
        if self.account == account {
            let lacked_sign_in = matches!(
                self.tenant,
                TenantState::Failed {
                    reason: Closed::SignIn { .. }
                }
            );
            return if lacked_sign_in {
                self.tenanted(Msg::ListTenant)
            } else {
                Update::STALE
            };
        }
        self.listed_for = None;
        let before = std::mem::replace(&mut self.account, account);
        if before.is_none() {
            return Update::drawn();
        }
        let mut ask = vec![Command::ForgetTenant];
        // They were given for another tenant's name.
        ask.extend(self.without_overrides());
        self.know(TenantState::Unknown);
        if let Screen::Review(review) = &mut self.screen {
            review.dialog = Dialog::None;
        }
        Update::asking(ask)
    }

    /// What came to be known of the tenant.
    pub(super) fn told_tenant(&mut self, tenant: TenantState) -> Update {
        match tenant {
            TenantState::Failed { .. } => {
                let is_looked_at = matches!(self.screen, Screen::Tenant(_));
                self.said = Some(if is_looked_at {
                    Said::NotHeld
                } else {
                    Said::NotCompared
                });
            }
            TenantState::Unknown => self.said = None,
            TenantState::Listing { .. } if matches!(self.screen, Screen::Send(_)) => {
                self.said = Some(Said::Listing);
            }
            TenantState::Listing { .. } | TenantState::Known(_) => {}
        }
        self.know(tenant);
        Update::drawn()
    }

    fn know(&mut self, tenant: TenantState) {
        let is_compared = matches!(tenant, TenantState::Known(_) | TenantState::Listing { .. });
        self.tenant = tenant;
        if let (false, Some(summary)) = (is_compared, self.list()) {
            // What it would make of a tenant that is no longer known.
            summary.outlook = None;
        }
    }

    /// The list as it is now that more is known of the tenant or of what the guard looks up.
    pub(super) fn known_anew(&mut self, summary: Summary) -> Update {
        let is_it = |list: &&mut Summary| !list.files.is_empty() && list.purpose == summary.purpose;
        let Some(list) = self.list().filter(is_it) else {
            return Update::STALE;
        };
        let is_same = (list.entries, &list.held, &list.guarded)
            == (summary.entries, &summary.held, &summary.guarded);
        *list = summary.clone();
        if let (false, Screen::Review(review)) = (is_same, &mut self.screen) {
            // The question was about other sums.
            review.dialog = Dialog::None;
        }
        if let Some(outlook) = &summary.outlook {
            self.said = Some(Said::Compared {
                entries: summary.imports(),
                created: outlook.added,
            });
        }
        self.shows(summary)
    }

    /// Has the rows of a review told again, whose sums are these.
    pub(super) fn shows(&mut self, summary: Summary) -> Update {
        let Screen::Review(review) = &mut self.screen else {
            return Update::drawn();
        };
        review.summary = summary;
        let mut ask = vec![rows(&review.table)];
        ask.extend(review.table.detail.as_ref().map(|detail| Command::Detail {
            row: detail.view.row,
        }));
        ask.extend(review.to_copy());
        Update::asking(ask)
    }

    /// What was read, wherever it waits.
    pub(super) fn list(&mut self) -> Option<&mut Summary> {
        list(&mut self.screen)
    }

    fn choices(&mut self, choices: Choices) -> Update {
        if choices == self.choices {
            return Update::STALE;
        }
        self.choices = choices.clone();
        self.recheck(Command::SetChoices(choices))
    }

    /// Takes back what was overridden: it was about other rows, or in another tenant's name.
    pub(super) fn without_overrides(&mut self) -> Option<Command> {
        if self.choices.overridden.is_empty() {
            return None;
        }
        let choices = Choices {
            overridden: Vec::new(),
            ..self.choices.clone()
        };
        let update = self.choices(choices);
        update.ask.into_iter().next()
    }
}

fn list(screen: &mut Screen) -> Option<&mut Summary> {
    match screen {
        Screen::Review(review) => Some(&mut review.summary),
        Screen::Choose(choose) => choose.list.as_deref_mut(),
        Screen::Send(send) => match &mut send.origin {
            Origin::Reviewed(list) => Some(list),
            Origin::Resumed { .. } => None,
        },
        Screen::Report(_) => None,
        Screen::Tenant(held) => list(&mut held.before),
    }
}
