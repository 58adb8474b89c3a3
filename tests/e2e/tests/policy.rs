//! What the security policy forbids is tried and refused, in the page and in its workers, whoever serves
//! them; so is what the permissions policy denies. That nothing is broken in ordinary use, every scene of every test holds.

use std::{
    fs,
    io::{Cursor, Write as _},
    path::PathBuf,
};

use ioculate_core::config::{Config, Served};
use ioculate_e2e::{
    act,
    attack::{self, Tried, Where},
    evidence, rows, see,
    server::Program,
    stage::{Setting, play_in},
};
use thirtyfour::{WebDriver, error::WebDriverResult};
use zip::{ZipWriter, write::SimpleFileOptions};

const TYPES: &str = "require-trusted-types-for";

/// What is tried in the page and in its workers, and the directive that forbids it.
const BOTH: [(&str, &str); 10] = [
    ("a foreign fetch", "connect-src"),
    ("a foreign request", "connect-src"),
    ("a foreign socket", "connect-src"),
    ("a foreign module", "script-src"),
    ("a module of data", "script-src"),
    ("a worker of a blob", TYPES),
    ("eval", TYPES),
    ("a function of text", TYPES),
    ("a timer of text", TYPES),
    ("another policy", "trusted-types"),
];

/// What is tried in the page alone. What the document puts off until it draws throws nothing.
const PAGE: [(&str, &str); 10] = [
    ("markup from text", TYPES),
    ("a script from text", TYPES),
    ("a script from an address", TYPES),
    ("a script element", TYPES),
    ("a handler", TYPES),
    ("an inline style", "style-src"),
    ("a foreign image", "img-src"),
    ("a foreign frame", "frame-src"),
    ("a form that is sent", "form-action"),
    ("another base", "base-uri"),
];

fn held(tried: &Tried, expected: &[(&str, &str)], place: Where, server: &str) {
    for (name, directive) in expected {
        let found = tried.get(*name);
        let (came, broken) = found.unwrap_or_else(|| panic!("{place:?}: {tried:?}"));
        assert!(
            broken.starts_with(directive) || !attack::is_told_in(place),
            "{place:?}: {name}: {came}, {broken}"
        );
        let check = match place {
            Where::Page => "what is forbidden, tried in the page",
            Where::Worker => "what is forbidden, tried in the worker",
            Where::Unpacker => "what is forbidden, tried in the worker that unpacks",
        };
        evidence::note(check, name, &format!("refused by `{directive}`"), server);
    }
    assert_eq!(tried.len(), expected.len(), "{place:?}: {tried:?}");
    for (name, _) in BOTH {
        assert_ne!(tried[name].0, "went through", "{place:?}: {name}");
    }
}

/// What is to be unpacked for a list.
fn archive() -> PathBuf {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    zip.start_file("list.txt", options).expect("an entry");
    zip.write_all(b"one.example\n").expect("its bytes");
    let bytes = zip.finish().expect("a zip").into_inner();
    rows::of_bytes("tried.zip", &bytes)
}

/// The features that the page's own list of headers names, and whether the page may use them.
fn features() -> Vec<(String, bool)> {
    let config = fs::read_to_string(rows::in_project("www/config.json")).expect("a file");
    let config = serde_json::from_str(&config).expect("JSON");
    let config = Config::read(&config).expect("the page takes it");
    let headers = config.headers(Served::Page).into_iter();
    let policy = headers.filter(|(name, _)| *name == "Permissions-Policy");
    let policy: String = policy.map(|(_, value)| value).collect();
    let features = policy.split(", ").filter_map(|it| it.split_once('='));
    let features = features.map(|(name, who)| (name.to_owned(), who == "(self)"));
    features.collect()
}

/// Holds what the browser lets the page use to those, where it says.
async fn features_are_held(browser: &WebDriver, server: &str) -> WebDriverResult<()> {
    let Some(found) = attack::permissions(browser).await? else {
        return Ok(());
    };
    let features = features();
    assert!(features.len() > 1, "{features:?}");
    for (name, is_allowed) in features {
        assert_eq!(found.get(&name), Some(&is_allowed), "{name}: {found:?}");
        let held = if is_allowed { "allowed" } else { "denied" };
        evidence::note(
            "what the permissions policy says, asked in the page",
            &name,
            held,
            server,
        );
    }
    Ok(())
}

/// Tries everything on a page that is served so.
async fn refused(name: &str, setting: Setting) {
    let setting = Setting {
        is_attacked: true,
        ..setting
    };
    play_in(name, setting, async |stage| {
        let browser = stage.open().await?;
        see::ready(browser, "sign-in").await?;
        let foreign = &stage.emulator.manage;
        let server = setting.server;
        let by = server.map_or("the emulator", |recipe| recipe.program.name());
        let tried = attack::everything(browser, Where::Worker, foreign).await?;
        held(&tried, &BOTH, Where::Worker, by);
        act::drop_file(browser, &archive()).await?;
        let tried = attack::everything(browser, Where::Unpacker, foreign).await?;
        held(&tried, &BOTH, Where::Unpacker, by);
        assert_eq!(see::reviewed(browser).await?[0], 1, "it then unpacks");
        features_are_held(browser, by).await?;
        let tried = attack::everything(browser, Where::Page, foreign).await?;
        held(&tried, &[&BOTH[..], &PAGE].concat(), Where::Page, by);
        Ok(())
    })
    .await;
}

async fn refused_behind(program: Program, name: &str) {
    if let Some(setting) = Setting::behind(program, "commercial") {
        refused(name, setting).await;
    }
}

#[tokio::test]
async fn what_is_forbidden_is_refused() {
    refused("forbidden", Setting::USUAL).await;
}

#[tokio::test]
async fn what_is_forbidden_is_refused_behind_nginx() {
    refused_behind(Program::Nginx, "forbidden-nginx").await;
}

#[tokio::test]
async fn what_is_forbidden_is_refused_behind_caddy() {
    refused_behind(Program::Caddy, "forbidden-caddy").await;
}
