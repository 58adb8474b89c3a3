//! Signing in by MSAL, with its cache in this tab's session storage.

use std::{cell::RefCell, future::Future, rc::Rc};

use ioculate_core::{config::Config, import::Freshness, session::Token};
use msal_browser::{
    AccountInfo, AuthOptions, AuthenticationResult, CacheLocation, CacheOptions, Configuration,
    EndSessionPopupRequest, EndSessionRequest, PopupRequest, Prompt, PublicClientApplication,
    RedirectRequest, SilentRequest, SystemOptions,
};
use wasm_bindgen::prelude::*;

use super::{Account, Answer, Asked, Cause, Failure, TokenSource, Way, address};

#[wasm_bindgen]
extern "C" {
    /// Of the page's start script: a policy on script addresses forbids the page to do it itself.
    #[wasm_bindgen(js_namespace = ioculate, js_name = loadMsal, catch)]
    async fn load_msal() -> Result<JsValue, JsValue>;
}

/// Signs in by MSAL.
#[derive(Clone)]
pub struct Msal(Rc<Inner>);

struct Inner {
    configuration: Configuration,
    scopes: Vec<String>,
    tenant: String,
    page: String,
    redirect_uri: String,
    application: RefCell<Option<Rc<PublicClientApplication>>>,
}

impl Msal {
    /// For the page at this address.
    #[must_use]
    pub fn new(config: &Config, page: &str) -> Self {
        let redirect_uri = config.redirect_uri(page);
        Self(Rc::new(Inner {
            configuration: Configuration {
                auth: AuthOptions {
                    client_id: config.client_id.clone(),
                    authority: Some(config.authority()),
                    authority_metadata: metadata(config),
                    redirect_uri: Some(redirect_uri.clone()),
                    post_logout_redirect_uri: Some(page.to_owned()),
                },
                cache: CacheOptions {
                    cache_location: CacheLocation::SessionStorage,
                },
                system: SystemOptions::default(),
            },
            scopes: vec![config.scope()],
            tenant: config.tenant_label().to_owned(),
            page: page.to_owned(),
            redirect_uri,
            application: RefCell::new(None),
        }))
    }

    /// The same, as what the page awaits.
    pub(crate) fn source(config: &Config, page: &str) -> Rc<dyn TokenSource> {
        Rc::new(Self::new(config, page))
    }

    fn ask<T, F: Future<Output = Result<T, Failure>> + 'static>(
        &self,
        work: impl FnOnce(Rc<Inner>) -> F,
    ) -> Answer<T> {
        Box::pin(work(Rc::clone(&self.0)))
    }
}

impl TokenSource for Msal {
    fn begin(&self) -> Answer<Option<Account>> {
        self.ask(|inner| async move { inner.begin().await })
    }

    fn sign_in(&self, asked: Asked) -> Answer<Option<Account>> {
        self.ask(|inner| async move { inner.sign_in(asked).await })
    }

    fn token(&self, freshness: Freshness) -> Answer<Token> {
        self.ask(|inner| async move { inner.token(freshness).await })
    }

    fn sign_out(&self, way: Way) -> Answer<()> {
        self.ask(|inner| async move { inner.sign_out(way).await })
    }
}

impl Inner {
    async fn begin(&self) -> Result<Option<Account>, Failure> {
        let application = self.made().await?;
        let returned = application.handle_redirect_promise(None).await;
        address::clean();
        let returned = returned?.and_then(|result| result.account);
        let account = match returned {
            Some(account) => Some(account),
            None => known(&application)?,
        };
        application.set_active_account(account.as_ref())?;
        Ok(account.map(|account| self.account(account)))
    }

    /// The application, made on the first call and ready: the same for all who ask, however early.
    async fn made(&self) -> Result<Rc<PublicClientApplication>, Failure> {
        load_msal().await.map_err(|thrown| not_loaded(&thrown))?;
        let made = self.only_one()?;
        made.initialize().await?;
        Ok(made)
    }

    fn only_one(&self) -> Result<Rc<PublicClientApplication>, Failure> {
        let mut application = self.application.borrow_mut();
        if let Some(made) = &*application {
            return Ok(Rc::clone(made));
        }
        let made = Rc::new(PublicClientApplication::new(&self.configuration)?);
        *application = Some(Rc::clone(&made));
        Ok(made)
    }

    async fn sign_in(&self, asked: Asked) -> Result<Option<Account>, Failure> {
        let application = self.made().await?;
        let scopes = self.scopes.clone();
        let prompt = asked.choose.then_some(Prompt::SelectAccount);
        if asked.way == Way::Redirect {
            let request = RedirectRequest {
                scopes,
                prompt,
                login_hint: asked.hint,
                claims: asked.claims,
                redirect_start_page: Some(self.page.clone()),
            };
            application.login_redirect(&request).await?;
            return Ok(None);
        }
        let request = PopupRequest {
            scopes,
            prompt,
            login_hint: asked.hint,
            claims: asked.claims,
            override_interaction_in_progress: true,
        };
        let AuthenticationResult { account, .. } = application.login_popup(&request).await?;
        application.set_active_account(account.as_ref())?;
        Ok(account.map(|account| self.account(account)))
    }

    async fn token(&self, freshness: Freshness) -> Result<Token, Failure> {
        let application = self.made().await?;
        let request = SilentRequest {
            scopes: self.scopes.clone(),
            force_refresh: freshness == Freshness::Renewed,
            ..SilentRequest::default()
        };
        let result = application.acquire_token_silent(&request).await?;
        Ok(Token::new(result.access_token.into_secret()))
    }

    async fn sign_out(&self, way: Way) -> Result<(), Failure> {
        let application = self.made().await?;
        let account = application.get_active_account()?;
        match way {
            Way::Redirect => {
                let request = EndSessionRequest {
                    account,
                    post_logout_redirect_uri: Some(self.page.clone()),
                };
                application.logout_redirect(&request).await?;
            }
            Way::Window => {
                let request = EndSessionPopupRequest {
                    account,
                    post_logout_redirect_uri: Some(self.redirect_uri.clone()),
                    main_window_redirect_uri: None,
                };
                application.logout_popup(&request).await?;
            }
        }
        Ok(())
    }

    fn account(&self, info: AccountInfo) -> Account {
        Account {
            username: info.username,
            tenant: self.tenant.clone(),
            tenant_id: info.tenant_id,
            account_id: info.home_account_id,
        }
    }
}

/// The account that this tab is signed in with.
fn known(application: &PublicClientApplication) -> Result<Option<AccountInfo>, Failure> {
    match application.get_active_account()? {
        Some(active) => Ok(Some(active)),
        None => Ok(application.get_all_accounts()?.into_iter().next()),
    }
}

/// The demo's endpoints as the JSON text that MSAL takes.
fn metadata(config: &Config) -> Option<String> {
    let metadata = config.authority_metadata.as_ref()?;
    let object = serde_wasm_bindgen::to_value(metadata).ok()?;
    js_sys::JSON::stringify(&object).ok().map(String::from)
}

fn not_loaded(thrown: &JsValue) -> Failure {
    let error = msal_browser::Error::from_js(thrown);
    Failure {
        message: error.message,
        ..Failure::of(Cause::Library, "library")
    }
}
