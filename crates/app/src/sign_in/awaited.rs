//! The sign-in while what signs in is still on its way: it comes with MSAL, after the first screen.

use std::{cell::RefCell, rc::Rc};

use ioculate_core::{import::Freshness, session::Token};

use super::{Account, Answer, Asked, Cause, Failure, TokenSource, Way};
use crate::{config_file::Shared, later};

/// What signs in, once it is there; what is asked before waits for it.
#[derive(Clone)]
pub struct Awaited(Rc<Inner>);

struct Inner {
    config: Shared,
    page: String,
    source: RefCell<Option<Rc<dyn TokenSource>>>,
}

impl Awaited {
    /// For the page at this address.
    #[must_use]
    pub fn new(config: Shared, page: String) -> Self {
        Self(Rc::new(Inner {
            config,
            page,
            source: RefCell::default(),
        }))
    }

    fn ask<T: 'static>(
        &self,
        what: impl FnOnce(&dyn TokenSource) -> Answer<T> + 'static,
    ) -> Answer<T> {
        // A window opens only while the click that asks for it counts: nothing is waited for in vain.
        if let Some(source) = &*self.0.source.borrow() {
            return what(&**source);
        }
        let inner = Rc::clone(&self.0);
        Box::pin(async move { what(&*inner.fetched().await?).await })
    }
}

impl Inner {
    async fn fetched(&self) -> Result<Rc<dyn TokenSource>, Failure> {
        let made = later::source().await;
        let made = made.map_err(|_| Failure::of(Cause::Library, "library"))?;
        let mut source = self.source.borrow_mut();
        let source = source.get_or_insert_with(|| made(&self.config, &self.page));
        Ok(Rc::clone(source))
    }
}

impl TokenSource for Awaited {
    fn begin(&self) -> Answer<Option<Account>> {
        self.ask(|source| source.begin())
    }

    fn sign_in(&self, asked: Asked) -> Answer<Option<Account>> {
        self.ask(|source| source.sign_in(asked))
    }

    fn token(&self, freshness: Freshness) -> Answer<Token> {
        self.ask(move |source| source.token(freshness))
    }

    fn sign_out(&self, way: Way) -> Answer<()> {
        self.ask(move |source| source.sign_out(way))
    }
}
