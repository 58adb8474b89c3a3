//! The global `msal` as it is. Everything else of the crate translates to and from this.

#![allow(missing_docs, reason = "the names are the library's")]

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = msal)]
    pub(crate) type PublicClientApplication;

    #[wasm_bindgen(constructor, catch, js_namespace = msal)]
    pub(crate) fn new(configuration: &JsValue) -> Result<PublicClientApplication, JsValue>;

    #[wasm_bindgen(method, catch)]
    pub(crate) async fn initialize(this: &PublicClientApplication) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = handleRedirectPromise)]
    pub(crate) async fn handle_redirect_promise(
        this: &PublicClientApplication,
        options: &JsValue,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = loginRedirect)]
    pub(crate) async fn login_redirect(
        this: &PublicClientApplication,
        request: &JsValue,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, getter, js_name = loginPopup)]
    pub(crate) fn login_popup(this: &PublicClientApplication) -> Function;

    #[wasm_bindgen(method, catch, js_name = acquireTokenSilent)]
    pub(crate) async fn acquire_token_silent(
        this: &PublicClientApplication,
        request: &JsValue,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = acquireTokenRedirect)]
    pub(crate) async fn acquire_token_redirect(
        this: &PublicClientApplication,
        request: &JsValue,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, getter, js_name = acquireTokenPopup)]
    pub(crate) fn acquire_token_popup(this: &PublicClientApplication) -> Function;

    #[wasm_bindgen(method, catch, js_name = logoutRedirect)]
    pub(crate) async fn logout_redirect(
        this: &PublicClientApplication,
        request: &JsValue,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, getter, js_name = logoutPopup)]
    pub(crate) fn logout_popup(this: &PublicClientApplication) -> Function;

    #[wasm_bindgen(method, catch, js_name = getAllAccounts)]
    pub(crate) fn get_all_accounts(
        this: &PublicClientApplication,
    ) -> Result<js_sys::Array, JsValue>;

    #[wasm_bindgen(method, catch, js_name = getActiveAccount)]
    pub(crate) fn get_active_account(this: &PublicClientApplication) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = setActiveAccount)]
    pub(crate) fn set_active_account(
        this: &PublicClientApplication,
        account: &JsValue,
    ) -> Result<(), JsValue>;

    /// The browser's `Promise`, which calls a function that is no closure of this program.
    #[wasm_bindgen(js_name = Promise)]
    pub(crate) type Apart;

    #[wasm_bindgen(static_method_of = Apart, js_class = "Promise")]
    pub(crate) fn resolve(value: &JsValue) -> Apart;

    #[wasm_bindgen(method, js_class = "Promise")]
    pub(crate) fn then(this: &Apart, call: &Function) -> Promise;
}
