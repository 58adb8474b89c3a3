//! A run that nothing is kept of: it ends with its program.

use std::future::ready;

use ioculate_browser::host::{Books, Notes};
use ioculate_core::{
    import::Record,
    journal::{Closing, NotOpened, Opened, Opening},
};

/// Keeps nothing, and lets any run begin: the engine has what it needs in memory.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Memory;

impl Books for Memory {
    type Seat = Self;

    async fn open(
        &self,
        _taken: Option<Self>,
        opening: Opening,
    ) -> Result<(Self, Opened), NotOpened> {
        match opening {
            Opening::Check | Opening::Unjournalled => Ok((Self, Opened::default())),
            Opening::Begin { .. } | Opening::Continue { .. } => Err(NotOpened::Gone),
        }
    }
}

impl Notes for Memory {
    fn note(&self, _record: &Record) -> impl Future<Output = Result<(), String>> + 'static {
        ready(Ok(()))
    }

    fn close(&self, _closing: &Closing) -> impl Future<Output = Result<(), String>> + 'static {
        ready(Ok(()))
    }
}
