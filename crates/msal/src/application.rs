//! The library's `PublicClientApplication`, typed.

use js_sys::Function;
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::{
    AccountInfo, AuthenticationResult, Configuration, EndSessionPopupRequest, EndSessionRequest,
    Error, HandleRedirectOptions, PopupRequest, RedirectRequest, SilentRequest, binding,
};

/// Whether the global `msal` is there.
#[must_use]
pub fn is_loaded() -> bool {
    let library = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("msal"));
    library.is_ok_and(|library| library.is_object())
}

/// One application, signed in or not. Make one for a page.
pub struct PublicClientApplication(binding::PublicClientApplication);

/// All calls but the constructor fail with `uninitialized_public_client_application` until
/// [`PublicClientApplication::initialize`] has ended.
impl PublicClientApplication {
    /// Makes one from a configuration.
    ///
    /// # Errors
    /// The library's; or the name of the exception where the global `msal` is missing.
    pub fn new(configuration: &Configuration) -> Result<Self, Error> {
        let made = binding::PublicClientApplication::new(&js(configuration)?);
        made.map(Self).map_err(|thrown| Error::from_js(&thrown))
    }

    /// Gets ready. First of all, once.
    ///
    /// # Errors
    /// `crypto_nonexistent` where the page is neither on `https` nor on this computer.
    pub async fn initialize(&self) -> Result<(), Error> {
        done(self.0.initialize().await)
    }

    /// Takes up the answer of a redirect, where there is one. Right after
    /// [`PublicClientApplication::initialize`], on every load.
    ///
    /// # Errors
    /// Whatever the provider answered instead of a sign-in.
    pub async fn handle_redirect_promise(
        &self,
        options: Option<&HandleRedirectOptions>,
    ) -> Result<Option<AuthenticationResult>, Error> {
        let options = options.map_or(Ok(JsValue::UNDEFINED), js)?;
        match self.0.handle_redirect_promise(&options).await {
            Ok(nothing) if nothing.is_null() || nothing.is_undefined() => Ok(None),
            Ok(result) => Ok(Some(AuthenticationResult::from_js(&result))),
            Err(thrown) => Err(Error::from_js(&thrown)),
        }
    }

    /// Signs in by leaving the page. Where it succeeds, the page is gone.
    ///
    /// # Errors
    /// `redirect_in_iframe`, `interaction_in_progress` and the like: the page stays.
    pub async fn login_redirect(&self, request: &RedirectRequest) -> Result<(), Error> {
        done(self.0.login_redirect(&js(request)?).await)
    }

    /// Signs in in a window. Call it while the user's click counts, or the window is blocked.
    ///
    /// # Errors
    /// `popup_window_error` where it is blocked; `timed_out` where it was closed or cannot report
    /// back; whatever the provider answered.
    pub async fn login_popup(&self, request: &PopupRequest) -> Result<AuthenticationResult, Error> {
        result(self.in_a_window(&self.0.login_popup(), request).await?)
    }

    /// Gets a token without the user: from the cache, or renewed.
    ///
    /// # Errors
    /// [`Error::is_interaction_required`] where only the user can help.
    pub async fn acquire_token_silent(
        &self,
        request: &SilentRequest,
    ) -> Result<AuthenticationResult, Error> {
        result(self.0.acquire_token_silent(&js(request)?).await)
    }

    /// Gets a token by leaving the page.
    ///
    /// # Errors
    /// As [`PublicClientApplication::login_redirect`].
    pub async fn acquire_token_redirect(&self, request: &RedirectRequest) -> Result<(), Error> {
        done(self.0.acquire_token_redirect(&js(request)?).await)
    }

    /// Gets a token in a window.
    ///
    /// # Errors
    /// As [`PublicClientApplication::login_popup`].
    pub async fn acquire_token_popup(
        &self,
        request: &PopupRequest,
    ) -> Result<AuthenticationResult, Error> {
        result(
            self.in_a_window(&self.0.acquire_token_popup(), request)
                .await?,
        )
    }

    /// Forgets the tokens and signs out by leaving the page.
    ///
    /// # Errors
    /// The page stays; the tokens may be forgotten all the same.
    pub async fn logout_redirect(&self, request: &EndSessionRequest) -> Result<(), Error> {
        done(self.0.logout_redirect(&js(request)?).await)
    }

    /// Forgets the tokens and signs out in a window.
    ///
    /// # Errors
    /// As [`PublicClientApplication::login_popup`].
    pub async fn logout_popup(&self, request: &EndSessionPopupRequest) -> Result<(), Error> {
        done(self.in_a_window(&self.0.logout_popup(), request).await?)
    }

    /// Calls what opens a window in a turn of its own, while the user's click still counts. Firefox goes on
    /// with other work until the window is there: a task of this program that stood below would keep its
    /// executor from that work, and from all that comes later.
    async fn in_a_window<T: Serialize>(
        &self,
        call: &Function,
        request: &T,
    ) -> Result<Result<JsValue, JsValue>, Error> {
        let turn = binding::Apart::resolve(&js(request)?);
        Ok(JsFuture::from(turn.then(&call.bind0(self.0.as_ref()))).await)
    }

    /// Every account in the cache.
    ///
    /// # Errors
    /// Where the storage cannot be read.
    pub fn get_all_accounts(&self) -> Result<Vec<AccountInfo>, Error> {
        let accounts = self
            .0
            .get_all_accounts()
            .map_err(|thrown| Error::from_js(&thrown))?;
        let known = |account| AccountInfo::from_js(&account);
        Ok(accounts.iter().filter_map(known).collect())
    }

    /// The account that requests are for which name none.
    ///
    /// # Errors
    /// Where the storage cannot be read.
    pub fn get_active_account(&self) -> Result<Option<AccountInfo>, Error> {
        let account = self
            .0
            .get_active_account()
            .map_err(|thrown| Error::from_js(&thrown))?;
        Ok(AccountInfo::from_js(&account))
    }

    /// Says for which account requests are that name none; `None`: for nobody.
    ///
    /// # Errors
    /// Where the storage cannot be written.
    pub fn set_active_account(&self, account: Option<&AccountInfo>) -> Result<(), Error> {
        let account = account.map_or(Ok(JsValue::NULL), js)?;
        self.0
            .set_active_account(&account)
            .map_err(|thrown| Error::from_js(&thrown))
    }
}

fn js<T: Serialize>(value: &T) -> Result<JsValue, Error> {
    serde_wasm_bindgen::to_value(value).map_err(|error| Error::from_js(&error.into()))
}

fn done(answer: Result<JsValue, JsValue>) -> Result<(), Error> {
    answer.map(drop).map_err(|thrown| Error::from_js(&thrown))
}

fn result(answer: Result<JsValue, JsValue>) -> Result<AuthenticationResult, Error> {
    match answer {
        Ok(result) => Ok(AuthenticationResult::from_js(&result)),
        Err(thrown) => Err(Error::from_js(&thrown)),
    }
}
