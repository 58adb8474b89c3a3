//! What the security policy forbids is tried and refused, in the page and in its worker, whoever serves
//! them. That nothing is broken in ordinary use, every scene of every test holds.

use ioculate_e2e::{
    attack::{self, Tried, Where},
    evidence, see,
    server::Program,
    stage::{Setting, play_in},
};

const TYPES: &str = "require-trusted-types-for";

/// What is tried in the page and in the worker, and the directive that forbids it.
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
        };
        evidence::note(check, name, &format!("refused by `{directive}`"), server);
    }
    assert_eq!(tried.len(), expected.len(), "{place:?}: {tried:?}");
    for (name, _) in BOTH {
        assert_ne!(tried[name].0, "went through", "{place:?}: {name}");
    }
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
