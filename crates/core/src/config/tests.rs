use serde_json::{Value, json};

use super::*;
use crate::{indicator::IndicatorType, limits::Quota};

const CLIENT: &str = "11111111-2222-4333-8444-555555555555";
const TENANT: &str = "99999999-0000-4000-8000-000000000001";

/// The smallest configuration, with `extra`'s keys over it; a null takes a key away.
fn with(extra: Value) -> Value {
    let mut json = json!({ "clientId": CLIENT, "tenantId": TENANT });
    let Value::Object(extra) = extra else {
        return extra;
    };
    for (key, value) in extra {
        json[&key] = value;
    }
    json
}

fn demo(extra: &Value) -> Value {
    let at = |path: &str| format!("http://localhost:8082/{TENANT}/{path}");
    let mut json = with(json!({
        "apiBases": [{ "name": "Emulator", "base": "http://localhost:8082" }],
        "auth": { "authorityMetadata": {
            "issuer": at("v2.0"),
            "authorization_endpoint": at("oauth2/v2.0/authorize"),
            "token_endpoint": at("oauth2/v2.0/token"),
            "end_session_endpoint": at("oauth2/v2.0/logout"),
            "jwks_uri": at("discovery/v2.0/keys"),
        }},
    }));
    for (key, value) in extra.as_object().into_iter().flatten() {
        json[key] = value.clone();
    }
    json
}

fn read(json: &Value) -> Config {
    match Config::read(json) {
        Ok(config) => config,
        Err(faults) => panic!("{json}: {faults:?}"),
    }
}

/// The faults as `key code`, in order.
fn faults(json: &Value) -> Vec<String> {
    let faults = Config::read(json).err().unwrap_or_default();
    faults
        .iter()
        .map(|fault| format!("{} {}", fault.key, fault.code()))
        .collect()
}

#[test]
fn each_cloud_has_its_authority_scope_and_hosts() {
    let line = |cloud: &str| {
        let config = read(&with(json!({ "cloud": cloud })));
        let authority = config.authority().replace(TENANT, "TENANT");
        let apis = config.api_bases;
        format!(
            "{authority} {} {} {}",
            config.scope.is_none(),
            apis[0].base,
            apis.len()
        )
    };
    assert_eq!(
        line("commercial"),
        "https://login.microsoftonline.com/TENANT true https://api.security.microsoft.com 12"
    );
    assert_eq!(
        line("gcc"),
        "https://login.microsoftonline.com/TENANT true https://api-gcc.securitycenter.microsoft.us 1"
    );
    let government = "https://login.microsoftonline.us/TENANT true https://api-gov.securitycenter.microsoft.us 1";
    assert_eq!(line("gcc-high"), government);
    assert_eq!(line("dod"), government);
}

#[test]
fn the_scope_is_the_clouds_whichever_host_is_called() {
    let scope = |json| read(&with(json)).scope();
    let eu = json!([{ "name": "EU", "base": "https://eu.api.security.microsoft.com" }]);
    let commercial = "https://api.securitycenter.microsoft.com/Ti.ReadWrite";
    assert_eq!(scope(json!({})), commercial);
    assert_eq!(scope(json!({ "apiBases": eu })), commercial);
    assert_eq!(
        scope(json!({ "cloud": "gcc" })),
        "https://api-gcc.securitycenter.microsoft.us/Ti.ReadWrite"
    );
    assert_eq!(
        scope(
            json!({ "scope": "https://securitycenter.onmicrosoft.com/windowsatpservice/.default" })
        ),
        "https://securitycenter.onmicrosoft.com/windowsatpservice/.default"
    );
}

#[test]
fn a_value_that_is_not_allowed_names_its_key() {
    let table = [
        (json!({ "clientId": "demo" }), "clientId"),
        (json!({ "clientId": 7 }), "clientId"),
        (json!({ "clientId": format!("{CLIENT}0") }), "clientId"),
        (json!({ "tenantId": "common" }), "tenantId"),
        (json!({ "tenantId": "contoso.example/../x" }), "tenantId"),
        (json!({ "tenantName": "  " }), "tenantName"),
        (json!({ "tenantName": "a\nb" }), "tenantName"),
        (json!({ "cloud": "china" }), "cloud"),
        (json!({ "cloud": "GCC" }), "cloud"),
        (
            json!({ "authority": "http://login.microsoftonline.com/x" }),
            "authority",
        ),
        (
            json!({ "authority": "https://login.microsoftonline.com/common" }),
            "authority",
        ),
        (
            json!({ "authority": "https://login.microsoftonline.com" }),
            "authority",
        ),
        (json!({ "scope": "Ti.ReadWrite" }), "scope"),
        (json!({ "scope": "https://api.example" }), "scope"),
        (json!({ "scope": "https://api.example/A B" }), "scope"),
        (json!({ "apiBases": [] }), "apiBases"),
        (json!({ "apiBases": "https://api.example" }), "apiBases"),
        (
            json!({ "apiBases": ["https://api.example"] }),
            "apiBases[0]",
        ),
        (
            json!({ "ownDomains": ["ok.example", "*.contoso.example"] }),
            "ownDomains[1]",
        ),
        (json!({ "ownDomains": ["192.0.2.1"] }), "ownDomains[0]"),
        (
            json!({ "ownAddresses": ["198.51.100.0/24", "198.51.100.7/24"] }),
            "ownAddresses[1]",
        ),
        (
            json!({ "ownAddresses": ["contoso.example"] }),
            "ownAddresses[0]",
        ),
        (
            json!({ "defaults": { "action": "AlertAndBlock" } }),
            "defaults.action",
        ),
        (
            json!({ "defaults": { "expiresInDays": 0 } }),
            "defaults.expiresInDays",
        ),
        (
            json!({ "defaults": { "severity": "Critical" } }),
            "defaults.severity",
        ),
        (
            json!({ "defaults": { "expiresInDays": "Never" } }),
            "defaults.expiresInDays",
        ),
        (
            json!({ "defaults": { "names": { "expiresInDays": 3651 } } }),
            "defaults.names.expiresInDays",
        ),
        (
            json!({ "defaults": { "files": { "action": "Alert" } } }),
            "defaults.files.action",
        ),
        (
            json!({ "defaults": { "addresses": 90 } }),
            "defaults.addresses",
        ),
        (
            json!({ "defaults": { "generateAlert": "true" } }),
            "defaults.generateAlert",
        ),
        (
            json!({ "defaults": { "rbacGroupNames": ["Servers", " "] } }),
            "defaults.rbacGroupNames[1]",
        ),
        (
            json!({ "limits": { "callsPerMinute": 31 } }),
            "limits.callsPerMinute",
        ),
        (
            json!({ "limits": { "callsPerMinute": 0 } }),
            "limits.callsPerMinute",
        ),
        (
            json!({ "limits": { "callsPerMinute": 1.5 } }),
            "limits.callsPerMinute",
        ),
        (
            json!({ "limits": { "batchItems": 501 } }),
            "limits.batchItems",
        ),
        (
            json!({ "limits": { "deleteCallsPerMinute": 31 } }),
            "limits.deleteCallsPerMinute",
        ),
        (
            json!({ "limits": { "deleteCallsPerMinute": 0 } }),
            "limits.deleteCallsPerMinute",
        ),
        (
            json!({ "limits": { "deleteIds": 501 } }),
            "limits.deleteIds",
        ),
        (
            json!({ "limits": { "deleteIds": "5" } }),
            "limits.deleteIds",
        ),
        (
            json!({ "limits": { "windowSeconds": 5 } }),
            "limits.windowSeconds",
        ),
        (
            json!({ "links": [{ "name": "x", "url": "http://contoso.example" }] }),
            "links[0].url",
        ),
        (
            json!({ "links": [{ "name": "x", "url": "javascript:alert(1)" }] }),
            "links[0].url",
        ),
        (
            json!({ "embeddingParents": ["https://*.contoso.example"] }),
            "embeddingParents[0]",
        ),
        (
            json!({ "embeddingParents": ["https://a.example/portal"] }),
            "embeddingParents[0]",
        ),
        (
            json!({ "embeddingParents": ["https://a.example; script-src *"] }),
            "embeddingParents[0]",
        ),
        (
            json!({ "redirectPath": "https://elsewhere.example/" }),
            "redirectPath",
        ),
        (
            json!({ "redirectPath": "//elsewhere.example" }),
            "redirectPath",
        ),
        (
            json!({ "redirectPath": "../redirect.html" }),
            "redirectPath",
        ),
        (json!({ "auth": [] }), "auth"),
    ];
    for (extra, key) in table {
        assert_eq!(
            faults(&with(extra.clone())),
            [format!("{key} config-bad-value")],
            "{extra}"
        );
    }
}

#[test]
fn every_fault_is_told_at_once() {
    let json = json!({
        "clientID": CLIENT,
        "tenantId": 5,
        "apiBases": [{ "name": "A" }, { "name": "B", "base": "ftp://b", "nmae": 1 }],
        "defaults": { "files": { "title": "t" } },
        "limits": { "callsPerMinute": 60, "calls": 1 },
        "auth": { "authorityMetadata": {} },
    });
    assert_eq!(
        faults(&json),
        [
            "clientID config-unknown-key",
            "clientId config-missing-key",
            "tenantId config-bad-value",
            "apiBases[0].base config-missing-key",
            "apiBases[1].nmae config-unknown-key",
            "apiBases[1].base config-bad-value",
            "limits.calls config-unknown-key",
            "limits.callsPerMinute config-bad-value",
            "defaults.files.title config-unknown-key",
            "auth.authorityMetadata.issuer config-missing-key",
            "auth.authorityMetadata.authorization_endpoint config-missing-key",
            "auth.authorityMetadata.token_endpoint config-missing-key",
            "auth.authorityMetadata.end_session_endpoint config-missing-key",
            "auth.authorityMetadata.jwks_uri config-missing-key",
        ]
    );
    assert_eq!(faults(&json!([])), [" config-bad-value"]);
}

#[test]
fn a_fault_says_what_stands_there_and_what_is_allowed() {
    let said = |extra| {
        let faults = Config::read(&with(extra)).err().unwrap_or_default();
        faults
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        said(json!({ "limits": { "callsPerMinute": 60 } })),
        "limits.callsPerMinute is 60. It takes a whole number from 1 to 30: a limit can be lowered, \
         not raised."
    );
    assert_eq!(
        said(json!({ "cloud": "x".repeat(200) })),
        format!(
            "cloud is \"{}...\". It takes commercial, gcc, gcc-high or dod.",
            "x".repeat(80)
        )
    );
    assert_eq!(
        said(json!({ "links": [{ "name": "Help", "url": "https://a.example", "href": "" }] })),
        "links[0].href is not a key. Known here: name, url."
    );
}

#[test]
fn only_this_computer_may_stand_in_for_microsofts_sign_in() {
    assert!(read(&demo(&json!({}))).is_demo());
    for key in [
        "issuer",
        "authorization_endpoint",
        "token_endpoint",
        "end_session_endpoint",
        "jwks_uri",
    ] {
        let mut json = demo(&json!({}));
        json["auth"]["authorityMetadata"][key] = "https://login.evil.example/token".into();
        assert_eq!(
            faults(&json),
            [format!("auth.authorityMetadata.{key} config-bad-value")]
        );
    }
}

#[test]
fn the_demo_is_whoever_is_not_microsoft() {
    let is_demo = |extra| read(&with(extra)).is_demo();
    assert!(!is_demo(json!({})));
    assert!(!is_demo(json!({ "cloud": "dod" })));
    assert!(!is_demo(
        json!({ "authority": "https://login.microsoftonline.com/contoso.example" })
    ));
    assert!(is_demo(
        json!({ "authority": "https://login.microsoftonline.com.evil.example/x" })
    ));
}

#[test]
fn limits_are_lowered_only() {
    let limits = |json| read(&json).limits();
    assert_eq!(limits(with(json!({}))), Limits::documented());
    let lowered = limits(with(
        json!({ "limits": { "callsPerMinute": 10, "batchItems": 100 } }),
    ));
    assert_eq!((lowered.import[0].calls, lowered.batch_items), (10, 100));
    assert_eq!(lowered.single, Limits::documented().single);
    assert_eq!(lowered.delete, Limits::documented().delete);
    let lowered = limits(with(
        json!({ "limits": { "deleteCallsPerMinute": 3, "deleteIds": 20 } }),
    ));
    let expected = Limits {
        delete: vec![
            Quota {
                calls: 3,
                ..Limits::documented().delete[0]
            },
            Limits::documented().delete[1],
        ],
        delete_ids: 20,
        ..Limits::documented()
    };
    assert_eq!(lowered, expected);
    let short = limits(demo(&json!({ "limits": { "windowSeconds": 2 } })));
    let spans = |quotas: &[Quota]| {
        quotas
            .iter()
            .map(|q| (q.calls, q.per.as_secs()))
            .collect::<Vec<_>>()
    };
    assert_eq!(spans(&short.import), [(30, 2)]);
    assert_eq!(spans(&short.single), [(100, 2), (1_500, 120)]);
    assert_eq!(spans(&short.delete), [(30, 2), (1_500, 120)]);
}

/// What a deployment says, and what then holds for hashes, addresses and names: action, severity, days.
#[test]
fn given_defaults_go_over_the_pages_own() {
    let table = [
        (json!({}), "Audit - never, Audit - 90, Audit - 90"),
        (
            json!({ "action": "block", "expiresInDays": 30 }),
            "Block - 30, Block - 30, Block - 30",
        ),
        (
            json!({ "expiresInDays": "never", "addresses": { "expiresInDays": 7 } }),
            "Audit - never, Audit - 7, Audit - never",
        ),
        (
            json!({ "severity": "Low", "files": { "action": "BlockAndRemediate", "severity": "High" } }),
            "BlockAndRemediate High never, Audit Low 90, Audit Low 90",
        ),
        (
            json!({ "names": { "expiresInDays": "never" } }),
            "Audit - never, Audit - 90, Audit - never",
        ),
    ];
    for (given, expected) in table {
        let config = read(&with(json!({ "defaults": given })));
        let defaults = config.defaults.over(Defaults::default());
        let said = |name| {
            let kind = IndicatorType::read(name);
            let severity = defaults.severity_of(kind).map_or("-", Severity::as_str);
            let days = defaults.expires_in_days(kind);
            let days = days.map_or("never".to_owned(), |days| days.to_string());
            format!("{} {severity} {days}", defaults.action_of(kind))
        };
        let said = ["FileSha1", "IpAddress", "Url"].map(said).join(", ");
        assert_eq!(said, expected, "{given}");
    }
}

#[test]
fn what_a_deployment_leaves_out_is_the_pages_own() {
    let base = Defaults {
        title: "feed.csv".to_owned(),
        description: "imported".to_owned(),
        generate_alert: Some(true),
        rbac_group_names: vec!["Servers".to_owned()],
        ..Defaults::default()
    };
    let over = |given| {
        let config = read(&with(json!({ "defaults": given })));
        config.defaults.over(base.clone())
    };
    assert_eq!(over(json!({})), base);
    let given = json!({ "title": "t", "generateAlert": false, "rbacGroupNames": [] });
    let expected = Defaults {
        title: "t".to_owned(),
        generate_alert: Some(false),
        rbac_group_names: Vec::new(),
        ..base.clone()
    };
    assert_eq!(over(given), expected);
}

#[test]
fn the_header_names_each_host_once() {
    assert_eq!(
        read(&demo(&json!({}))).header_line(),
        "Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
         style-src 'self'; img-src 'self'; connect-src 'self' http://localhost:8082; \
         worker-src 'self'; frame-src 'self' http://localhost:8082; base-uri 'none'; \
         form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
         trusted-types ioculate"
    );
    let real = read(&with(json!({
        "apiBases": [{ "name": "Proxy", "base": "https://ioc.contoso.example/defender" }],
        "embeddingParents": ["https://portal.contoso.example:443/"],
    })));
    let line = real.header_line();
    assert!(line.contains(
        "connect-src 'self' https://login.microsoftonline.com https://ioc.contoso.example; "
    ));
    assert!(line.contains("frame-ancestors https://portal.contoso.example; "));
    assert!(
        real.redirect_header_line()
            .contains("frame-ancestors 'self' https://portal.contoso.example; ")
    );
}
