//! The page's server: files, policy, configuration, ports.

use std::{fs, net::TcpListener, path::PathBuf, time::Duration};

use ioculate_emulator::{CLIENT_ID, Emulator, Options, Running, TENANT_ID, Windows};
use serde_json::json;

use crate::raw::{Answer, request};

/// A built page of a few files, in a folder of its own.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder");
    let files = [
        ("index.html", "<!doctype html>"),
        ("redirect.html", "<!doctype html>"),
        ("app-0123456789abcdef.js", "let a"),
        ("app-0123456789abcdef_bg.wasm", "\0asm"),
        ("boot.js", "let b"),
        ("boot.js.br", "compressed"),
        ("config.json", "{\"clientId\": \"of the folder\"}"),
    ];
    for (name, text) in files {
        fs::write(folder.join(name), text).expect("a file");
    }
    folder
}

fn start(name: &str) -> Running {
    let site = Some(folder(name));
    Emulator::start(Options {
        site,
        ..Options::default()
    })
    .expect("free ports")
}

fn get(running: &Running, path: &str, headers: &[(&str, &str)]) -> Answer {
    request(&running.page, "GET", path, headers, "").expect("an answer")
}

#[test]
fn every_answer_carries_the_policy() {
    let running = start("policy");
    let etag = get(&running, "/boot.js", &[]).header("etag").to_owned();
    let none: &[(&str, &str)] = &[];
    let cases = [
        ("/", none, 200, "no-cache"),
        ("/index.html", none, 200, "no-cache"),
        ("/boot.js", none, 200, "no-cache"),
        (
            "/boot.js",
            &[("if-none-match", etag.as_str())],
            304,
            "no-cache",
        ),
        ("/config.json", none, 200, "no-cache"),
        (
            "/app-0123456789abcdef.js",
            none,
            200,
            "public, max-age=31536000, immutable",
        ),
        (
            "/app-0123456789abcdef_bg.wasm",
            none,
            200,
            "public, max-age=31536000, immutable",
        ),
        ("/missing-0123456789abcdef.js", none, 404, "no-cache"),
        ("/../Cargo.toml", none, 404, "no-cache"),
        ("/redirect.html", none, 200, "no-cache"),
    ];
    for (path, headers, status, cache) in cases {
        let answer = get(&running, path, headers);
        assert_eq!(
            (answer.status, answer.header("cache-control")),
            (status, cache),
            "{path}"
        );
        let policy = answer.header("content-security-policy");
        for part in [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            &format!("connect-src 'self' {}", running.api),
            &format!("frame-src 'self' {}", running.api),
            "require-trusted-types-for 'script'",
            "trusted-types ioculate",
        ] {
            assert!(
                policy.split("; ").any(|own| own == part),
                "{path}: {part} in {policy}"
            );
        }
        assert!(
            !policy.contains("unsafe-inline") && !policy.contains("data:"),
            "{policy}"
        );
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert!(answer.header("permissions-policy").contains("camera=()"));
        let bridge = path == "/redirect.html";
        let opener = if bridge {
            ""
        } else {
            "same-origin-allow-popups"
        };
        assert_eq!(
            answer.header("cross-origin-opener-policy"),
            opener,
            "{path}"
        );
        let frames = if bridge { "'self'" } else { "'none'" };
        assert!(
            policy.contains(&format!("frame-ancestors {frames};")),
            "{path}: {policy}"
        );
    }
}

#[test]
fn files_have_their_types_and_come_compressed() {
    let running = start("types");
    let wasm = get(&running, "/app-0123456789abcdef_bg.wasm", &[]);
    assert_eq!(wasm.header("content-type"), "application/wasm");
    let script = get(&running, "/boot.js", &[("accept-encoding", "br")]);
    assert_eq!(
        (script.header("content-encoding"), script.body.as_str()),
        ("br", "compressed")
    );
    let plain = get(&running, "/boot.js", &[]);
    assert_eq!(
        (plain.header("content-encoding"), plain.body.as_str()),
        ("", "let b")
    );
    assert!(
        plain.header("content-type").starts_with("text/javascript"),
        "{plain:?}"
    );
}

#[test]
fn the_configuration_leads_to_this_emulator() {
    let running = start("config");
    let config = get(&running, "/config.json", &[]).json();
    let tenant = format!("{}/{TENANT_ID}", running.api);
    let expected = json!({
        "clientId": CLIENT_ID,
        "tenantId": TENANT_ID,
        "tenantName": "Contoso Ltd (demo)",
        "cloud": "commercial",
        "apiBases": [{"name": "Emulator", "base": running.api}],
        "auth": {"authorityMetadata": {
            "issuer": format!("{tenant}/v2.0"),
            "authorization_endpoint": format!("{tenant}/oauth2/v2.0/authorize"),
            "token_endpoint": format!("{tenant}/oauth2/v2.0/token"),
            "end_session_endpoint": format!("{tenant}/oauth2/v2.0/logout"),
            "jwks_uri": format!("{tenant}/discovery/v2.0/keys"),
        }},
    });
    assert_eq!(config, expected);
}

#[test]
fn options_reach_the_configuration_and_the_policy() {
    let running = Emulator::start(Options {
        windows: Windows::of(Duration::from_secs(2)),
        embedding_parents: vec!["http://localhost:9999".to_owned()],
        ..Options::default()
    })
    .expect("free ports");
    let config = get(&running, "/config.json", &[]);
    assert_eq!(config.json()["limits"], json!({"windowSeconds": 2}));
    assert_eq!(
        config.json()["embeddingParents"],
        json!(["http://localhost:9999"])
    );
    let policy = config.header("content-security-policy");
    assert!(
        policy.contains("frame-ancestors http://localhost:9999;"),
        "{policy}"
    );
    let missing = get(&running, "/", &[]);
    assert!(
        missing.status == 404 && missing.body.contains("site folder"),
        "{missing:?}"
    );
}

#[test]
fn one_origin_for_all_on_request() {
    let running = Emulator::start(Options {
        site: Some(folder("same")),
        same_origin: true,
        ..Options::default()
    })
    .expect("free ports");
    assert_eq!(running.page, running.api);
    assert_eq!(get(&running, "/", &[]).status, 200);
    assert_eq!(get(&running, "/api/indicators", &[]).status, 401);
    let keys = get(&running, &format!("/{TENANT_ID}/discovery/v2.0/keys"), &[]);
    assert_eq!(keys.json()["keys"][0]["kty"], "EC");
}

#[test]
fn a_taken_port_is_named_with_its_flag() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = taken.local_addr().expect("an address").port();
    let default = Options::default;
    let cases = [
        ("--port", Options { port, ..default() }),
        (
            "--api-port",
            Options {
                api_port: port,
                ..default()
            },
        ),
        (
            "--manage-port",
            Options {
                manage_port: port,
                ..default()
            },
        ),
    ];
    for (flag, options) in cases {
        let message = Emulator::start(options)
            .err()
            .map(|error| error.to_string());
        let message = message.expect("a refusal");
        assert!(
            message.contains(&port.to_string()) && message.ends_with(flag),
            "{message}"
        );
    }
}

#[test]
fn it_refuses_a_missing_folder_and_a_foreign_redirect() {
    let missing = Options {
        site: Some(PathBuf::from("no/such/folder")),
        ..Options::default()
    };
    let foreign = Options {
        redirect_uris: vec!["https://bad.example/redirect.html".to_owned()],
        ..Options::default()
    };
    for (options, named) in [(missing, "no/such/folder"), (foreign, "bad.example")] {
        let message = Emulator::start(options)
            .err()
            .map(|error| error.to_string());
        let message = message.expect("a refusal");
        assert!(message.contains(named), "{message}");
    }
}

#[test]
fn a_stop_frees_the_ports_and_a_restart_takes_them() {
    let running = start("stop");
    let port: u16 = running
        .page
        .rsplit(':')
        .next()
        .and_then(|port| port.parse().ok())
        .expect("a port");
    drop(running);
    for _ in 0..3 {
        let again = Emulator::start(Options {
            port,
            ..Options::default()
        });
        let again = again.expect("the port is free");
        assert_eq!(again.page, format!("http://localhost:{port}"));
    }
}
