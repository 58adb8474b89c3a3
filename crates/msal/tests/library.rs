//! The bindings against the real library, where `MSAL_BROWSER_JS` named its file at compile time.

#![cfg(all(target_arch = "wasm32", msal_browser_js))]

use msal_browser::{AuthOptions, Configuration, PublicClientApplication, SilentRequest, is_loaded};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const LIBRARY: &str = include_str!(env!("MSAL_BROWSER_JS"));

/// An application of a provider on this computer that nobody serves.
fn application(authority: &str) -> PublicClientApplication {
    if !is_loaded() {
        js_sys::eval(LIBRARY).unwrap();
    }
    PublicClientApplication::new(&Configuration {
        auth: AuthOptions {
            client_id: "11111111-2222-4333-8444-555555555555".to_owned(),
            authority: Some(authority.to_owned()),
            redirect_uri: Some("http://localhost:1/redirect.html".to_owned()),
            ..AuthOptions::default()
        },
        ..Configuration::default()
    })
    .unwrap()
}

const AUTHORITY: &str = "https://login.microsoftonline.com/contoso.example";

fn silent() -> SilentRequest {
    SilentRequest {
        scopes: vec!["https://api.example/Read".to_owned()],
        ..SilentRequest::default()
    }
}

#[wasm_bindgen_test]
async fn nobody_is_signed_in_at_first() {
    let application = application(AUTHORITY);
    application.initialize().await.unwrap();
    assert_eq!(application.handle_redirect_promise(None).await, Ok(None));
    assert_eq!(application.get_all_accounts(), Ok(Vec::new()));
    assert_eq!(application.get_active_account(), Ok(None));
}

#[wasm_bindgen_test]
async fn a_token_for_nobody_needs_the_user() {
    let application = application(AUTHORITY);
    application.initialize().await.unwrap();
    let error = application
        .acquire_token_silent(&silent())
        .await
        .unwrap_err();
    assert_eq!(error.code, "no_account_error");
    assert!(error.is_interaction_required());
}

#[wasm_bindgen_test]
async fn an_application_that_is_not_ready_says_so() {
    let error = application(AUTHORITY)
        .acquire_token_silent(&silent())
        .await
        .unwrap_err();
    assert_eq!(error.code, "uninitialized_public_client_application");
}
