//! `www/config.schema.json` and the page's own reading of `config.json` agree: on every case of a table,
//! but for the few that each of them alone can tell.

#![allow(clippy::disallowed_methods, reason = "a test reads the schema")]

use std::{fs, path::Path};

use boon::{Compiler, SchemaIndex, Schemas};
use ioculate_core::config::Config;
use serde_json::{Value, json};

const CLIENT: &str = "11111111-2222-4333-8444-555555555555";

struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    fn read() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/config.schema.json");
        let text = fs::read_to_string(path).expect("the schema");
        let json = serde_json::from_str(&text).expect("the schema is JSON");
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        let place = "urn:config";
        compiler.add_resource(place, json).expect("a schema");
        let index = compiler.compile(place, &mut schemas).expect("a schema");
        Self { schemas, index }
    }

    fn takes(&self, json: &Value) -> bool {
        self.schemas.validate(json, self.index).is_ok()
    }
}

/// The smallest configuration, with these keys over it; a null takes a key away.
fn with(extra: &Value) -> Value {
    let Some(extra) = extra.as_object() else {
        return extra.clone();
    };
    let mut json = json!({ "clientId": CLIENT, "tenantId": CLIENT });
    for (key, value) in extra {
        json[key] = value.clone();
    }
    if let Some(json) = json.as_object_mut() {
        json.retain(|_, value| !value.is_null());
    }
    json
}

/// What each says of a case: the page, the schema.
fn said(schema: &Schema, extra: &Value) -> (bool, bool) {
    let json = with(extra);
    (Config::read(&json).is_ok(), schema.takes(&json))
}

/// Values of a key, those that may stand there and those that may not.
type Case = (&'static str, Vec<Value>, Vec<Value>);

fn endpoints(origin: &str) -> Value {
    let at = |path: &str| format!("{origin}/{path}");
    json!({ "authorityMetadata": {
        "issuer": at("v2.0"), "authorization_endpoint": at("authorize"), "token_endpoint": at("token"),
        "end_session_endpoint": at("logout"), "jwks_uri": at("keys"),
    }})
}

fn cases() -> Vec<Case> {
    let api = |base: &str| json!([{ "name": "A", "base": base }]);
    let long = |count: usize| json!("x".repeat(count));
    vec![
        ("$schema", vec![json!("./config.schema.json")], vec![]),
        ("clientID", vec![], vec![json!(CLIENT)]),
        (
            "clientId",
            vec![json!(CLIENT.to_uppercase())],
            vec![
                json!(null),
                json!(7),
                json!("demo"),
                json!(format!("{CLIENT}0")),
                json!(CLIENT.replace('-', "")),
            ],
        ),
        (
            "tenantId",
            vec![json!("contoso.example"), json!("Contoso.onmicrosoft.com")],
            vec![
                json!(null),
                json!("common"),
                json!("contoso.example/../x"),
                json!("192.0.2.1"),
                json!("-a.example"),
                json!("a..example"),
                json!("a.example."),
                json!(format!("{}.example", "x".repeat(64))),
            ],
        ),
        (
            "tenantName",
            vec![json!("Contoso Ltd (test)"), long(100), json!("台灣")],
            vec![
                json!(""),
                json!("  "),
                json!("a\nb"),
                json!("a\u{85}b"),
                long(101),
                json!(1),
            ],
        ),
        (
            "cloud",
            vec![
                json!("commercial"),
                json!("gcc"),
                json!("gcc-high"),
                json!("dod"),
            ],
            vec![json!("GCC"), json!("china"), json!(["gcc"])],
        ),
        (
            "authority",
            vec![
                json!("https://login.microsoftonline.com/contoso.example"),
                json!("https://login.contoso.example:8443/a/b/"),
            ],
            vec![
                json!("http://login.microsoftonline.com/x"),
                json!("http://localhost:8082/x"),
                json!("https://login.microsoftonline.com"),
                json!("https://login.microsoftonline.com/"),
                json!("https://login.microsoftonline.com/common"),
                json!("https://login.microsoftonline.com/common/"),
                json!("https://login.microsoftonline.com/organizations"),
                json!("https://user@login.example/x"),
                json!("https://login.example/x?y"),
            ],
        ),
        (
            "scope",
            vec![
                json!("https://api.securitycenter.microsoft.com/Ti.ReadWrite"),
                json!("https://a.example/b/.default"),
                json!("api://11111111/Ti.ReadWrite"),
            ],
            vec![
                json!("Ti.ReadWrite"),
                json!("https://api.example"),
                json!("https://api.example/"),
                json!("https:///x"),
                json!("https://api.example/A B"),
                json!("ftp://api.example/A"),
                json!("https://api.example/A/"),
            ],
        ),
        (
            "apiBases",
            vec![
                api("https://api.security.microsoft.com"),
                api("https://ioc.contoso.example/mde/"),
                api("https://API.Example:8443/a-b/c"),
                api("https://[2001:db8::1]"),
                api("http://localhost:8082"),
                api("http://127.0.0.1:1/x"),
                api("http://[::1]:8082"),
            ],
            vec![
                json!([]),
                json!("https://api.example"),
                json!(["https://api.example"]),
                json!([{ "name": "A" }]),
                json!([{ "base": "https://api.example" }]),
                json!([{ "name": "", "base": "https://api.example" }]),
                json!([{ "name": "A", "base": "https://api.example", "x": 1 }]),
                api("http://api.example"),
                api("http://localhost.evil.example"),
                api("http://127.0.0.1.evil.example"),
                api("https://user@api.example"),
                api("https://api.example?x=1"),
                api("https://api.example#x"),
                api("https://api.example/a/../b"),
                api("https://api.example/.."),
                api("https://api.example//a"),
                api("https://api.example/a;b"),
                api("https://api.example/a b"),
                api("https://api.example,https://b.example"),
                api("https://-a.example"),
                api("https://"),
                api("api.example"),
            ],
        ),
        (
            "ownDomains",
            vec![json!([]), json!(["contoso.example", "a-b.Contoso.example"])],
            vec![
                json!("contoso.example"),
                json!(["*.contoso.example"]),
                json!(["contoso"]),
                json!(["192.0.2.1"]),
            ],
        ),
        (
            "ownAddresses",
            vec![json!([
                "198.51.100.7",
                "198.51.100.0/24",
                "2001:db8::/32",
                "::1"
            ])],
            vec![
                json!(["contoso.example"]),
                json!(["198.51.100.0/"]),
                json!([7]),
                json!(["198.51.100.0-255"]),
            ],
        ),
        (
            "defaults",
            vec![
                json!({}),
                json!({ "action": "Audit", "severity": "High", "expiresInDays": 90, "generateAlert": true }),
                json!({ "expiresInDays": "never", "title": "{type} {value}", "rbacGroupNames": [] }),
                json!({ "files": { "action": "Block" }, "names": { "expiresInDays": 3650, "severity": "Low" } }),
                json!({ "addresses": {}, "description": "x".repeat(1_000) }),
            ],
            vec![
                json!([]),
                json!({ "expires": 1 }),
                json!({ "action": "AlertAndBlock" }),
                json!({ "action": null }),
                json!({ "severity": "Critical" }),
                json!({ "expiresInDays": 0 }),
                json!({ "expiresInDays": 3651 }),
                json!({ "expiresInDays": "Never" }),
                json!({ "generateAlert": "true" }),
                json!({ "rbacGroupNames": ["Servers", " "] }),
                json!({ "rbacGroupNames": ["x".repeat(201)] }),
                json!({ "title": "" }),
                json!({ "description": "x".repeat(1_001) }),
                json!({ "files": { "title": "t" } }),
                json!({ "addresses": 90 }),
                json!({ "names": { "action": "Alert" } }),
            ],
        ),
        (
            "limits",
            vec![
                json!({}),
                json!({ "callsPerMinute": 1, "batchItems": 500, "deleteCallsPerMinute": 30, "deleteIds": 1 }),
            ],
            vec![
                json!({ "callsPerMinute": 0 }),
                json!({ "callsPerMinute": 31 }),
                json!({ "callsPerMinute": 1.5 }),
                json!({ "callsPerMinute": "5" }),
                json!({ "batchItems": 501 }),
                json!({ "deleteCallsPerMinute": 31 }),
                json!({ "deleteIds": 501 }),
                json!({ "windowSeconds": 61 }),
                json!({ "calls": 1 }),
            ],
        ),
        (
            "links",
            vec![
                json!([]),
                json!([{ "name": "Help", "url": "https://a.example/x?y=(1)&z#top" }]),
                json!([{ "name": "Help", "url": "https://a.example:8443" }]),
            ],
            vec![
                json!([{ "name": "x" }]),
                json!([{ "name": "x", "url": "http://localhost/" }]),
                json!([{ "name": "x", "url": "javascript:alert(1)" }]),
                json!([{ "name": "x", "url": "https://a.example/\"><b>" }]),
                json!([{ "name": "x", "url": "https://a.example/?<b>" }]),
                json!([{ "name": "x", "url": "https://a.example", "href": "" }]),
            ],
        ),
        (
            "embeddingParents",
            vec![json!([
                "https://portal.contoso.example",
                "https://a.example:8443/",
                "http://localhost:1"
            ])],
            vec![
                json!(["https://*.contoso.example"]),
                json!(["https://a.example/portal"]),
                json!(["https://a.example; script-src *"]),
                json!(["*"]),
            ],
        ),
        (
            "auth",
            vec![
                json!({}),
                endpoints("http://localhost:8082/t"),
                endpoints("https://127.0.0.1/t"),
            ],
            vec![
                json!([]),
                json!({ "authorityMetadata": {} }),
                json!({ "metadata": {} }),
                endpoints("https://login.evil.example/t"),
                endpoints("http://localhost.evil.example/t"),
            ],
        ),
        (
            "redirectPath",
            vec![
                json!("redirect.html"),
                json!("/auth/back"),
                json!("a/b.html"),
            ],
            vec![
                json!(""),
                json!("a/"),
                json!("//elsewhere.example"),
                json!("https://elsewhere.example/x"),
                json!("../redirect.html"),
                json!("a/./b"),
                json!("a b"),
            ],
        ),
    ]
}

#[test]
fn the_schema_takes_what_the_page_takes() {
    let schema = Schema::read();
    for (key, good, bad) in cases() {
        let all = good.into_iter().map(|value| (value, true));
        for (value, expected) in all.chain(bad.into_iter().map(|value| (value, false))) {
            let said = said(&schema, &json!({ key: value }));
            assert_eq!(said, (expected, expected), "{key}: {value}: (page, schema)");
        }
    }
    for whole in [json!([]), json!("x")] {
        assert_eq!(said(&schema, &whole), (false, false), "{whole}");
    }
}

/// What a schema cannot say, or says for the writer's good. Nothing else differs, as far as is known.
#[test]
fn where_they_differ_is_known() {
    let schema = Schema::read();
    let api = |base: &str| json!({ "apiBases": [{ "name": "A", "base": base }] });
    let only_the_page_refuses = [
        api("https://api.example:99999"),
        json!({ "ownAddresses": ["198.51.100.7/24"] }),
        json!({ "ownAddresses": ["300.1.1.1"] }),
        json!({ "defaults": { "title": "{vlaue}" } }),
        json!({ "limits": { "windowSeconds": 5 } }),
        json!({ "limits": { "callsPerMinute": 30.0 } }),
    ];
    for extra in only_the_page_refuses {
        assert_eq!(said(&schema, &extra), (false, true), "{extra}");
    }
    // The page reads names of the API in any case; an editor offers them as they are written.
    let only_the_schema_refuses = json!({ "defaults": { "action": "block" } });
    assert_eq!(said(&schema, &only_the_schema_refuses), (true, false));
}

/// The placeholder that a build puts beside the page has its shape.
#[test]
fn the_file_to_be_edited_fits() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/config.json");
    let text = fs::read_to_string(path).expect("the configuration");
    let json = serde_json::from_str(&text).expect("the configuration is JSON");
    assert!(Schema::read().takes(&json) && Config::read(&json).is_ok());
}
