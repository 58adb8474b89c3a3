//! The sign-in against RFC 6749, RFC 7636, `OpenID` Connect and Entra's habits.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use ioculate_emulator::{CLIENT_ID, RESOURCE, TENANT_ID};
use p256::ecdsa::{Signature, VerifyingKey, signature::Verifier};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use url::form_urlencoded;

use crate::raw::{Answer, Api, domain, request};

const VERIFIER: &str = "a-verifier-of-at-least-forty-three-characters-0";

type Form = Vec<(String, String)>;

fn form(pairs: &[(&str, &str)]) -> Form {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    pairs.iter().map(owned).collect()
}

fn set(mut form: Form, name: &str, value: &str) -> Form {
    form.retain(|(known, _)| known != name);
    form.push((name.to_owned(), value.to_owned()));
    form
}

fn encoded(form: &Form) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(form)
        .finish()
}

/// What MSAL asks for.
fn authorize(api: &Api) -> Form {
    let challenge = BASE64.encode(Sha256::digest(VERIFIER));
    form(&[
        ("client_id", CLIENT_ID),
        ("response_type", "code"),
        ("response_mode", "fragment"),
        (
            "redirect_uri",
            &format!("{}/redirect.html", api.running.page),
        ),
        (
            "scope",
            &format!("{RESOURCE}/Ti.ReadWrite openid profile offline_access"),
        ),
        ("code_challenge", &challenge),
        ("code_challenge_method", "S256"),
        ("state", "the \"state\" & <more>"),
        ("nonce", "the-nonce"),
        ("x-client-SKU", "msal.js.browser"),
    ])
}

fn ask(api: &Api, form: &Form, cookie: &str) -> Answer {
    let path = format!("/{TENANT_ID}/oauth2/v2.0/authorize?{}", encoded(form));
    request(&api.running.api, "GET", &path, &[("cookie", cookie)], "").expect("an answer")
}

fn post(api: &Api, endpoint: &str, form: &Form) -> Answer {
    let path = format!("/{TENANT_ID}/oauth2/v2.0/{endpoint}");
    let kind = ("content-type", "application/x-www-form-urlencoded");
    request(&api.running.api, "POST", &path, &[kind], &encoded(form)).expect("an answer")
}

fn choose(api: &Api, name: &str, value: &str) -> Answer {
    post(api, "authorize", &set(authorize(api), name, value))
}

/// The parameters that the page is sent back with.
fn sent_back(api: &Api, answer: &Answer) -> Form {
    assert_eq!(answer.status, 303, "{answer:?}");
    let to = format!("{}/redirect.html#", api.running.page);
    let fragment = answer.header("location").strip_prefix(&to);
    let fragment = fragment.unwrap_or_else(|| panic!("{answer:?}"));
    form_urlencoded::parse(fragment.as_bytes())
        .into_owned()
        .collect()
}

fn get<'a>(form: &'a Form, name: &str) -> &'a str {
    let found = form.iter().find(|(known, _)| known == name);
    found.map_or("", |(_, value)| value)
}

fn code(api: &Api, account: &str) -> String {
    let back = sent_back(api, &choose(api, "account", account));
    assert_eq!(get(&back, "state"), "the \"state\" & <more>");
    get(&back, "code").to_owned()
}

fn redemption(api: &Api, code: &str) -> Form {
    form(&[
        ("client_id", CLIENT_ID),
        ("grant_type", "authorization_code"),
        ("code", code),
        ("code_verifier", VERIFIER),
        (
            "redirect_uri",
            &format!("{}/redirect.html", api.running.page),
        ),
    ])
}

fn refreshment(token: &str) -> Form {
    form(&[
        ("client_id", CLIENT_ID),
        ("grant_type", "refresh_token"),
        ("refresh_token", token),
        (
            "scope",
            &format!("{RESOURCE}/Ti.ReadWrite openid profile offline_access"),
        ),
    ])
}

/// The claims of a token whose signature the published key confirms.
fn claims(api: &Api, token: &str) -> Value {
    let path = format!("/{TENANT_ID}/discovery/v2.0/keys");
    let keys = request(&api.running.api, "GET", &path, &[], "").expect("keys");
    let key = keys.json()["keys"][0].clone();
    let part = |name: &str| {
        BASE64
            .decode(key[name].as_str().expect("a coordinate"))
            .expect("base64")
    };
    let point = [vec![4], part("x"), part("y")].concat();
    let key = VerifyingKey::from_sec1_bytes(&point).expect("a key");
    let (signed, signature) = token.rsplit_once('.').expect("three parts");
    let signature = BASE64.decode(signature).expect("base64");
    let signature = Signature::from_slice(&signature).expect("64 bytes");
    key.verify(signed.as_bytes(), &signature)
        .expect("the signature holds");
    let claims = signed.split_once('.').expect("three parts").1;
    serde_json::from_slice(&BASE64.decode(claims).expect("base64")).expect("JSON")
}

fn call(api: &Api, token: &str) -> u16 {
    let bearer = format!("Bearer {token}");
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
    ];
    let body = json!({"Indicators": [domain("bad.example")]}).to_string();
    let path = "/api/indicators/import";
    let answer = request(&api.running.api, "POST", path, &headers, &body);
    answer.expect("an answer").status
}

#[test]
fn the_analyst_signs_in_and_may_write() {
    let api = Api::start();
    let code = code(&api, "analyst");
    let tokens = post(&api, "token", &redemption(&api, &code)).json();
    let token = tokens["access_token"].as_str().expect("a token");
    let access = claims(&api, token);
    assert_eq!(access["aud"], RESOURCE);
    assert_eq!(access["scp"], "Ti.ReadWrite");
    assert_eq!(access["upn"], "analyst@contoso.example");
    let id = claims(&api, tokens["id_token"].as_str().expect("a token"));
    assert_eq!(id["nonce"], "the-nonce");
    assert_eq!(id["aud"], CLIENT_ID);
    assert_eq!(id["preferred_username"], "analyst@contoso.example");
    assert_eq!(call(&api, token), 200);
}

#[test]
fn a_token_without_the_permission_is_forbidden() {
    let api = Api::start();
    let code = code(&api, "reader");
    let tokens = post(&api, "token", &redemption(&api, &code)).json();
    assert_eq!(
        call(&api, tokens["access_token"].as_str().expect("a token")),
        403
    );
    assert!(api.indicators().is_empty());
}

#[test]
fn only_a_token_for_this_api_is_accepted() {
    let api = Api::start();
    let token = |wanted: &Value| api.token_for(wanted);
    let good = token(&json!({"account": "analyst"}));
    let (signed, signature) = good.rsplit_once('.').expect("three parts");
    let (header, claims) = signed.split_once('.').expect("two parts");
    let text = BASE64.decode(claims).expect("base64");
    let text = String::from_utf8(text).expect("text");
    let promoted = BASE64.encode(text.replace("analyst@", "director@"));
    let none = BASE64.encode(r#"{"alg":"none","kid":"x"}"#);
    let other = Api::start();
    let foreign = other.token_for(&json!({"account": "analyst"}));
    let cases = [
        ("good", good.clone(), 200),
        (
            "another audience",
            token(&json!({"account": "analyst", "audience": "https://graph.microsoft.com"})),
            401,
        ),
        (
            "expired",
            token(&json!({"account": "analyst", "seconds": -1})),
            401,
        ),
        ("tampered", format!("{header}.{promoted}.{signature}"), 401),
        ("unsigned", format!("{none}.{claims}."), 401),
        ("of another emulator", foreign, 401),
        ("cut short", good[..good.len() - 4].to_owned(), 401),
        ("no token", String::new(), 401),
        (
            "another scope",
            token(&json!({"account": "analyst", "scope": "Ti.Read Alert.ReadWrite"})),
            403,
        ),
        (
            "one scope of several",
            token(&json!({"account": "reader", "scope": "Ti.ReadWrite Machine.Read"})),
            200,
        ),
        (
            "without assignment",
            token(&json!({"account": "unassigned"})),
            403,
        ),
    ];
    for (name, token, expected) in cases {
        assert_eq!(call(&api, &token), expected, "{name}");
    }
}

#[test]
fn a_code_serves_once_and_with_its_verifier() {
    let api = Api::start();
    let spoilt = [
        (
            "code_verifier",
            "another-verifier-of-at-least-forty-three-chars",
            "AADSTS501481",
        ),
        (
            "redirect_uri",
            "http://localhost:1/redirect.html",
            "AADSTS50011",
        ),
        ("code", "unknown", "AADSTS54005"),
        ("client_id", "somebody", "AADSTS700016"),
        ("grant_type", "password", "AADSTS70003"),
    ];
    for (name, value, number) in spoilt {
        let redemption = redemption(&api, &code(&api, "analyst"));
        let answer = post(&api, "token", &set(redemption, name, value));
        assert_eq!(answer.status, 400, "{name}");
        assert!(answer.body.contains(number), "{name}: {}", answer.body);
    }
    let redemption = redemption(&api, &code(&api, "analyst"));
    assert_eq!(post(&api, "token", &redemption).status, 200);
    let again = post(&api, "token", &redemption);
    assert_eq!(
        (again.status, &again.json()["error"]),
        (400, &json!("invalid_grant"))
    );
}

#[test]
fn a_code_dies_after_a_minute() {
    let api = Api::start();
    let redemption = redemption(&api, &code(&api, "analyst"));
    api.running.advance(std::time::Duration::from_secs(61));
    let answer = post(&api, "token", &redemption);
    assert!(answer.body.contains("AADSTS70008"), "{answer:?}");
}

#[test]
fn a_refresh_token_serves_once() {
    let api = Api::start();
    let tokens = post(&api, "token", &redemption(&api, &code(&api, "analyst"))).json();
    let first = tokens["refresh_token"].as_str().expect("a token");
    let renewed = post(&api, "token", &refreshment(first));
    assert_eq!(renewed.status, 200, "{renewed:?}");
    let renewed = renewed.json();
    assert_ne!(renewed["refresh_token"], first);
    assert_eq!(
        call(&api, renewed["access_token"].as_str().expect("a token")),
        200
    );
    let again = post(&api, "token", &refreshment(first));
    assert!(again.body.contains("AADSTS700084"), "{again:?}");
}

#[test]
fn tokens_live_as_long_as_the_switch_says() {
    let api = Api::start();
    api.faults(&json!({"token_seconds": 305}));
    let tokens = post(&api, "token", &redemption(&api, &code(&api, "analyst"))).json();
    assert_eq!(tokens["expires_in"], 305);
    let token = tokens["access_token"].as_str().expect("a token");
    assert_eq!(call(&api, token), 200);
    api.running.advance(std::time::Duration::from_secs(306));
    assert_eq!(call(&api, token), 401);
}

#[test]
fn failures_go_back_to_the_page() {
    let api = Api::start();
    let cases = [
        ("account", "unassigned", "access_denied", "AADSTS50105"),
        ("failure", "consent", "invalid_client", "AADSTS65001"),
        ("failure", "cancel", "access_denied", ""),
        ("code_challenge", "", "invalid_request", "AADSTS9002325"),
        (
            "code_challenge_method",
            "plain",
            "invalid_request",
            "AADSTS9002325",
        ),
        (
            "response_type",
            "token",
            "unsupported_response_type",
            "AADSTS700054",
        ),
        (
            "scope",
            "Ti.ReadWrite openid",
            "invalid_scope",
            "AADSTS70011",
        ),
        (
            "scope",
            "https://api.security.microsoft.com/Ti.ReadWrite",
            "invalid_scope",
            "AADSTS70011",
        ),
    ];
    for (name, value, error, number) in cases {
        let back = sent_back(&api, &choose(&api, name, value));
        assert_eq!(get(&back, "error"), error, "{name}={value}");
        assert!(
            get(&back, "error_description").starts_with(number),
            "{back:?}"
        );
        assert_eq!(get(&back, "code"), "");
    }
}

#[test]
fn nobody_is_sent_to_a_page_that_is_not_registered() {
    let api = Api::start();
    let page = &api.running.page;
    let cases = [
        (
            "redirect_uri",
            "https://bad.example/redirect.html".to_owned(),
        ),
        ("redirect_uri", format!("{page}/")),
        ("redirect_uri", format!("{page}/redirect.html?x=y")),
        ("redirect_uri", String::new()),
        (
            "client_id",
            "11111111-2222-4333-8444-555555555556".to_owned(),
        ),
    ];
    for (name, value) in cases {
        let request = set(set(authorize(&api), name, &value), "account", "analyst");
        for answer in [ask(&api, &request, ""), post(&api, "authorize", &request)] {
            assert_eq!(answer.status, 400, "{name}={value}");
            assert_eq!(answer.header("location"), "", "{name}={value}");
        }
    }
}

#[test]
fn the_form_names_the_accounts_and_escapes_the_request() {
    let api = Api::start();
    let hostile = set(authorize(&api), "state", "\"><script>alert('1')</script>");
    let page = ask(&api, &hostile, "");
    assert_eq!(page.status, 200);
    for account in ["analyst", "reader", "unassigned"] {
        let mark = format!("data-testid=\"account-{account}\"");
        assert!(page.body.contains(&mark), "{mark}");
    }
    assert!(page.body.contains("Demo sign-in, not Microsoft"));
    assert!(!page.body.contains("<script"), "{}", page.body);
    assert!(
        page.body
            .contains("&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)")
    );
    assert!(!page.body.contains("style="), "{}", page.body);
    let policy = page.header("content-security-policy");
    assert!(
        policy.starts_with("default-src 'none'; style-src 'self'; "),
        "{policy}"
    );
    let forms = format!("form-action 'self' {};", api.running.page);
    assert!(policy.contains(&forms), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
}

#[test]
fn the_form_answers_whichever_registered_page_asked() {
    let api = Api::start();
    let page = api.running.page.replace("localhost", "127.0.0.1");
    let redirect = format!("{page}/redirect.html");
    let answer = ask(&api, &set(authorize(&api), "redirect_uri", &redirect), "");
    let forms = format!("form-action 'self' {page};");
    let policy = answer.header("content-security-policy");
    assert!(policy.contains(&forms), "{policy}");
}

#[test]
fn a_session_answers_without_asking_until_the_logout() {
    let api = Api::start();
    let silent = set(authorize(&api), "prompt", "none");
    let asked = sent_back(&api, &ask(&api, &silent, ""));
    assert_eq!(get(&asked, "error"), "login_required");
    let chosen = choose(&api, "account", "analyst");
    let cookie = chosen.header("set-cookie");
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
        "{cookie}"
    );
    let cookie = cookie.split(';').next().expect("a cookie");
    let known = sent_back(&api, &ask(&api, &silent, cookie));
    assert_ne!(get(&known, "code"), "");
    let select = set(authorize(&api), "prompt", "select_account");
    assert_eq!(ask(&api, &select, cookie).status, 200);

    let back = form(&[
        (
            "post_logout_redirect_uri",
            &format!("{}/x", api.running.page),
        ),
        ("state", "s"),
    ]);
    let path = format!("/{TENANT_ID}/oauth2/v2.0/logout?{}", encoded(&back));
    let out =
        request(&api.running.api, "GET", &path, &[("cookie", cookie)], "").expect("an answer");
    assert_eq!(
        out.header("location"),
        format!("{}/x?state=s", api.running.page)
    );
    let asked = sent_back(&api, &ask(&api, &silent, cookie));
    assert_eq!(get(&asked, "error"), "login_required");
    let foreign = path.replace("localhost", "bad.example");
    let foreign = request(&api.running.api, "GET", &foreign, &[], "").expect("an answer");
    assert_eq!((foreign.status, foreign.header("location")), (200, ""));
}

#[test]
fn another_tenant_is_unknown() {
    let api = Api::start();
    for path in [
        "v2.0/.well-known/openid-configuration",
        "discovery/v2.0/keys",
        "oauth2/v2.0/authorize",
    ] {
        let answer = request(&api.running.api, "GET", &format!("/common/{path}"), &[], "");
        let answer = answer.expect("an answer");
        assert!(
            answer.status == 400 && answer.body.contains("AADSTS90002"),
            "{path}"
        );
        let ours = request(
            &api.running.api,
            "GET",
            &format!("/{TENANT_ID}/{path}"),
            &[],
            "",
        );
        assert!(
            !ours.expect("an answer").body.contains("AADSTS90002"),
            "{path}"
        );
    }
}
