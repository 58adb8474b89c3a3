//! `@azure/msal-browser` 5 for Rust in the browser.
//!
//! Thin, typed bindings of the part of Microsoft's Authentication Library for JavaScript that a
//! single-page application needs: sign in by redirect or in a window, get a token silently, sign out.
//! Made for and tested with version 5.29.0.
//!
//! # Loading the library
//! The crate binds the **global `msal`** that `lib/msal-browser.min.js` of the npm package defines.
//! Load that file before a [`PublicClientApplication`] is made; [`is_loaded`] tells whether it is
//! there. The file needs neither `unsafe-eval` nor `unsafe-inline`, and it is best served from the
//! page's own origin: Microsoft's CDN has no version 5.
//!
//! Version 5 also wants a second page, the **redirect bridge**, at the registered redirect URI. It
//! loads `lib/redirect-bridge/msal-redirect-bridge.min.js` and calls
//! `msalRedirectBridge.broadcastResponseToMainFrame()`. It must not be served with a
//! `Cross-Origin-Opener-Policy` header.
//!
//! # Using it
//! ```no_run
//! use msal_browser::{AuthOptions, Configuration, Error, PublicClientApplication, SilentRequest};
//!
//! async fn token() -> Result<String, Error> {
//!     let app = PublicClientApplication::new(&Configuration {
//!         auth: AuthOptions {
//!             client_id: "11111111-2222-4333-8444-555555555555".into(),
//!             authority: Some("https://login.microsoftonline.com/contoso.example".into()),
//!             redirect_uri: Some("https://app.contoso.example/redirect.html".into()),
//!             ..AuthOptions::default()
//!         },
//!         ..Configuration::default()
//!     })?;
//!     app.initialize().await?;
//!     if let Some(signed_in) = app.handle_redirect_promise(None).await? {
//!         app.set_active_account(signed_in.account.as_ref())?;
//!     }
//!     let request = SilentRequest {
//!         scopes: vec!["https://api.contoso.example/Read".into()],
//!         ..SilentRequest::default()
//!     };
//!     let result = app.acquire_token_silent(&request).await?;
//!     Ok(result.access_token.secret().to_owned())
//! }
//! ```
//!
//! # What to know
//! - [`PublicClientApplication::initialize`] comes first, then
//!   [`PublicClientApplication::handle_redirect_promise`], also where no redirect is expected.
//! - Version 5 shortens its messages to a link. [`Error`] therefore carries codes: the library's own,
//!   the provider's sub-error and the number of an `AADSTS` message.
//! - A token shows itself in no `Debug`: see [`AccessToken`].
//! - A window that the user closes is noticed only after `popup_bridge_timeout` (60 s by default).
//!   Set [`PopupRequest::override_interaction_in_progress`] so that a second click is not refused.
//! - Off wasm the crate compiles, and everything that is not a call to the library can be tested.

mod application;
mod binding;
mod error;
mod request;
mod result;

pub use application::{PublicClientApplication, is_loaded};
pub use error::{Error, Thrown, aadsts_number};
pub use request::{
    AuthOptions, CacheLocation, CacheOptions, Configuration, EndSessionPopupRequest,
    EndSessionRequest, HandleRedirectOptions, PopupRequest, Prompt, RedirectRequest, SilentRequest,
    SystemOptions,
};
pub use result::{AccessToken, AccountInfo, AuthenticationResult};

/// The version of the library that these bindings are made for.
pub const VERSION: &str = "5.29.0";
