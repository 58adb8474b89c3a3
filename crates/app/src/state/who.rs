//! Who is signed in, and which runs are theirs to go on with or to undo.

use ioculate_core::{journal::RunView, session::Account};

/// Who is signed in, as the page names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// The tenant's name, or the best there is.
    pub tenant: String,
    /// For the worker.
    pub account: Account,
}

impl Who {
    /// Whether it was this account, in this tenant, that began a run.
    #[must_use]
    pub fn began(&self, run: &RunView) -> bool {
        (&self.account.tenant_id, &self.account.account_id)
            == (&run.account.tenant_id, &run.account.account_id)
    }

    /// Whether this account may undo a run: any of its tenant may, once no page is at it.
    #[must_use]
    pub fn may_undo(&self, run: &RunView) -> bool {
        self.account.tenant_id == run.account.tenant_id && run.may_be_undone()
    }
}
