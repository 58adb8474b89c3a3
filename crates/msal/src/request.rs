//! What the library is asked, as its own objects: absent options are left out, so that its defaults
//! hold.

use serde::Serialize;

use crate::AccountInfo;

/// The library's `Configuration`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Configuration {
    /// Who signs in where.
    pub auth: AuthOptions,
    /// Where tokens are kept.
    pub cache: CacheOptions,
    /// Times.
    pub system: SystemOptions,
}

/// The library's `BrowserAuthOptions`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AuthOptions {
    /// The application's id.
    pub client_id: String,
    /// Who signs in: `https`, with the tenant as its path.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// An `OpenID` configuration as JSON text. Given, it is neither fetched nor is its issuer
    /// checked, and its endpoints may be plain `http`: for a provider on this computer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority_metadata: Option<String>,
    /// Where answers arrive: the redirect bridge, exactly as registered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub redirect_uri: Option<String>,
    /// Where a sign-out ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post_logout_redirect_uri: Option<String>,
}

/// The library's `CacheOptions`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CacheOptions {
    /// Which storage.
    pub cache_location: CacheLocation,
}

/// Where tokens are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum CacheLocation {
    /// For this tab.
    #[default]
    SessionStorage,
    /// For all tabs of the origin, encrypted under a key in a session cookie.
    LocalStorage,
    /// Until the page is left; rules out redirects.
    MemoryStorage,
}

/// The library's `BrowserSystemOptions`, in part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SystemOptions {
    /// Milliseconds to wait for a window's answer; 60,000 by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub popup_bridge_timeout: Option<u32>,
    /// Milliseconds to wait for a hidden frame's answer; 10,000 by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iframe_bridge_timeout: Option<u32>,
    /// Seconds before its end from which a token counts as expired; 300 by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token_renewal_offset_seconds: Option<u32>,
}

/// The library's `HandleRedirectPromiseOptions`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HandleRedirectOptions {
    /// Whether to go back to the page that asked, where the answer arrived at another one; `true` by
    /// default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub navigate_to_login_request_url: Option<bool>,
}

/// What the user is asked for, whatever the provider remembers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Prompt {
    /// Name and password again.
    Login,
    /// Consent to the permissions again.
    Consent,
    /// Which account.
    SelectAccount,
}

/// The library's `RedirectRequest`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RedirectRequest {
    /// What to ask for.
    pub scopes: Vec<String>,
    /// What the user is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prompt: Option<Prompt>,
    /// Who probably signs in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub login_hint: Option<String>,
    /// What the provider wanted to be asked with: see [`crate::Error::claims`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claims: Option<String>,
    /// The page to come back to; the one that asks by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub redirect_start_page: Option<String>,
}

/// The library's `PopupRequest`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PopupRequest {
    /// What to ask for.
    pub scopes: Vec<String>,
    /// What the user is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prompt: Option<Prompt>,
    /// Who probably signs in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub login_hint: Option<String>,
    /// What the provider wanted to be asked with: see [`crate::Error::claims`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claims: Option<String>,
    /// Whether this window replaces one that is open or was closed unanswered. The earlier call then
    /// fails with `interaction_in_progress_cancelled`.
    pub override_interaction_in_progress: bool,
}

/// The library's `SilentRequest`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SilentRequest {
    /// What to ask for.
    pub scopes: Vec<String>,
    /// Whose token; the active account's by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountInfo>,
    /// Whether the cached token will not do.
    pub force_refresh: bool,
    /// What the provider wanted to be asked with: see [`crate::Error::claims`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claims: Option<String>,
}

/// The library's `EndSessionRequest`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EndSessionRequest {
    /// Who signs out; every account by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountInfo>,
    /// Where to end up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post_logout_redirect_uri: Option<String>,
}

/// The library's `EndSessionPopupRequest`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EndSessionPopupRequest {
    /// Who signs out; every account by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountInfo>,
    /// Where the window ends up: the redirect bridge, so that the page learns of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post_logout_redirect_uri: Option<String>,
    /// Where the page itself goes afterwards; nowhere by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub main_window_redirect_uri: Option<String>,
}
