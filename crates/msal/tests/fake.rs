//! The bindings against a small global `msal`: what it is asked, and what its answers become.

#![cfg(target_arch = "wasm32")]

use msal_browser::{
    AccountInfo, AuthOptions, Configuration, EndSessionPopupRequest, EndSessionRequest,
    PopupRequest, Prompt, PublicClientApplication, RedirectRequest, SilentRequest, is_loaded,
};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen(module = "/tests/fake.js")]
extern "C" {
    fn install();
    fn remove();
    fn answer(json: &str);
    fn fail(json: &str);
    fn asked(call: &str) -> Option<String>;
    #[wasm_bindgen(js_name = isBelow)]
    fn is_below(call: &str) -> bool;
}

fn configuration(client_id: &str) -> Configuration {
    Configuration {
        auth: AuthOptions {
            client_id: client_id.to_owned(),
            redirect_uri: Some("https://a.example/redirect.html".to_owned()),
            ..AuthOptions::default()
        },
        ..Configuration::default()
    }
}

fn application() -> PublicClientApplication {
    install();
    PublicClientApplication::new(&configuration("c")).unwrap()
}

fn scopes() -> Vec<String> {
    vec!["https://api.example/Read".to_owned()]
}

const RESULT: &str = r#"{"accessToken":"eyJ-secret","fromCache":true,"scopes":["s1","s2"],
    "expiresOn":1790000000000,"correlationId":"c-1","idToken":"eyJ-id",
    "account":{"homeAccountId":"h","environment":"e","tenantId":"t","username":"u","localAccountId":"l",
    "name":"N","idTokenClaims":{"x":1},"tenantProfiles":{}}}"#;

#[wasm_bindgen_test]
fn absent_options_are_left_out() {
    let _ = application();
    assert_eq!(
        asked("configuration").unwrap(),
        r#"{"auth":{"clientId":"c","redirectUri":"https://a.example/redirect.html"},"cache":{"cacheLocation":"sessionStorage"},"system":{}}"#
    );
}

#[wasm_bindgen_test]
fn a_missing_library_is_an_error_of_its_own() {
    install();
    assert!(is_loaded());
    remove();
    assert!(!is_loaded());
    let error = PublicClientApplication::new(&configuration("c"))
        .err()
        .unwrap();
    assert_eq!(&*error.name, "ReferenceError");
    install();
    let error = PublicClientApplication::new(&configuration(""))
        .err()
        .unwrap();
    assert_eq!(error.code, "empty_client");
}

#[wasm_bindgen_test]
async fn a_result_is_decoded() {
    let application = application();
    answer(RESULT);
    let request = SilentRequest {
        scopes: scopes(),
        force_refresh: true,
        ..SilentRequest::default()
    };
    let result = application.acquire_token_silent(&request).await.unwrap();
    assert_eq!(
        asked("acquireTokenSilent").unwrap(),
        r#"{"scopes":["https://api.example/Read"],"forceRefresh":true}"#
    );
    let account = result.account.clone().unwrap();
    assert_eq!(
        (account.home_account_id.as_str(), account.username.as_str()),
        ("h", "u")
    );
    assert_eq!((result.from_cache, result.scopes.len()), (true, 2));
    assert_eq!(result.expires_on, Some(1_790_000_000_000));
    assert!(!format!("{result:?}").contains("eyJ"));
    assert_eq!(result.access_token.secret(), "eyJ-secret");
}

#[wasm_bindgen_test]
async fn requests_have_the_librarys_names() {
    let application = application();
    answer(RESULT);
    let popup = PopupRequest {
        scopes: scopes(),
        prompt: Some(Prompt::SelectAccount),
        login_hint: Some("u".to_owned()),
        override_interaction_in_progress: true,
        ..PopupRequest::default()
    };
    application.login_popup(&popup).await.unwrap();
    let expected = r#"{"scopes":["https://api.example/Read"],"prompt":"select_account","loginHint":"u","overrideInteractionInProgress":true}"#;
    assert_eq!(asked("loginPopup").unwrap(), expected);
    application.acquire_token_popup(&popup).await.unwrap();
    assert_eq!(asked("acquireTokenPopup").unwrap(), expected);

    let redirect = RedirectRequest {
        scopes: scopes(),
        redirect_start_page: Some("https://a.example/".to_owned()),
        ..RedirectRequest::default()
    };
    application.login_redirect(&redirect).await.unwrap();
    let expected =
        r#"{"scopes":["https://api.example/Read"],"redirectStartPage":"https://a.example/"}"#;
    assert_eq!(asked("loginRedirect").unwrap(), expected);
    application.acquire_token_redirect(&redirect).await.unwrap();
    assert_eq!(asked("acquireTokenRedirect").unwrap(), expected);

    application
        .logout_redirect(&EndSessionRequest::default())
        .await
        .unwrap();
    assert_eq!(asked("logoutRedirect").unwrap(), "{}");
    let end = EndSessionPopupRequest {
        post_logout_redirect_uri: Some("r".to_owned()),
        ..EndSessionPopupRequest::default()
    };
    application.logout_popup(&end).await.unwrap();
    assert_eq!(
        asked("logoutPopup").unwrap(),
        r#"{"postLogoutRedirectUri":"r"}"#
    );
}

#[wasm_bindgen_test]
async fn no_redirect_is_no_result() {
    let application = application();
    answer("null");
    assert_eq!(application.handle_redirect_promise(None).await, Ok(None));
    answer(RESULT);
    let result = application.handle_redirect_promise(None).await.unwrap();
    assert_eq!(result.unwrap().correlation_id, "c-1");
}

#[wasm_bindgen_test]
async fn an_error_is_decoded() {
    let application = application();
    fail(
        r#"{"name":"InteractionRequiredAuthError","errorCode":"invalid_grant","subError":"basic_action",
            "errorMessage":"AADSTS50076: second factor","errorNo":50076,"correlationId":"c-2","claims":"{}"}"#,
    );
    let error = application.initialize().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "invalid_grant (basic_action) AADSTS50076: AADSTS50076: second factor"
    );
    assert!(error.is_interaction_required());
    assert_eq!(error.correlation_id.as_deref(), Some("c-2"));
    assert_eq!(error.claims.as_deref(), Some("{}"));

    fail(r#"{"name":"ServerError","errorCode":"x","errorNo":65001}"#);
    assert_eq!(
        application.initialize().await.unwrap_err().aadsts,
        Some(65001)
    );
}

#[wasm_bindgen_test]
fn the_active_account_goes_in_and_comes_out() {
    let application = application();
    assert_eq!(application.get_active_account(), Ok(None));
    assert_eq!(application.get_all_accounts(), Ok(Vec::new()));
    let account = AccountInfo {
        home_account_id: "h".to_owned(),
        username: "u".to_owned(),
        ..AccountInfo::default()
    };
    application.set_active_account(Some(&account)).unwrap();
    assert_eq!(application.get_active_account(), Ok(Some(account.clone())));
    assert_eq!(application.get_all_accounts(), Ok(vec![account]));
    application.set_active_account(None).unwrap();
    assert_eq!(application.get_active_account(), Ok(None));
}

#[wasm_bindgen_test]
async fn nothing_of_the_program_waits_below_a_window_that_opens() {
    let application = application();
    answer(RESULT);
    application.initialize().await.unwrap();
    assert!(is_below("initialize"), "it can be seen");
    let request = PopupRequest {
        scopes: scopes(),
        ..PopupRequest::default()
    };
    application.login_popup(&request).await.unwrap();
    application.acquire_token_popup(&request).await.unwrap();
    let request = EndSessionPopupRequest::default();
    application.logout_popup(&request).await.unwrap();
    for call in ["loginPopup", "acquireTokenPopup", "logoutPopup"] {
        assert!(!is_below(call), "{call}");
    }
}
