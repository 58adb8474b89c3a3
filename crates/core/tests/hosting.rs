//! The recipes for hosts are those of the code, and say what the page asks for.

#![allow(clippy::disallowed_methods, reason = "a test reads the recipes")]

#[path = "../examples/hosting/recipes/mod.rs"]
mod recipes;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use ioculate_core::config::{Cloud, Config, Keeping, Served};
use serde_json::{Value, json};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/hosting")
}

/// The recipes as they lie in the project.
fn written() -> BTreeMap<String, String> {
    let folders = fs::read_dir(folder()).into_iter().flatten().flatten();
    let files = folders.flat_map(|folder| fs::read_dir(folder.path()).into_iter().flatten());
    files
        .flatten()
        .map(|file| {
            let path = file.path();
            let name = path.strip_prefix(folder()).unwrap_or(&path);
            let name = name.to_string_lossy().replace('\\', "/");
            let text = fs::read_to_string(&path).unwrap_or_default();
            (name, text.replace("\r\n", "\n"))
        })
        .collect()
}

#[test]
fn the_recipes_are_those_of_the_code() {
    let made: BTreeMap<String, String> = recipes::all().into_iter().collect();
    let written = written();
    let stale: Vec<&String> = made
        .keys()
        .chain(written.keys())
        .filter(|&name| made.get(name) != written.get(name))
        .collect();
    assert!(
        stale.is_empty(),
        "www/hosting is stale: run `cargo xtask hosting`. Different: {stale:?}"
    );
}

fn config(name: &str) -> Config {
    let text = &written()[&format!("{name}/config.json")];
    let json: Value = serde_json::from_str(text).unwrap_or_default();
    Config::read(&json).unwrap_or_else(|faults| panic!("{name}: {faults:?}"))
}

/// Where the page of each cloud may connect to, besides its own origin.
#[test]
fn each_recipe_lists_the_documented_hosts_of_its_cloud() {
    let table = [
        ("commercial", "https://login.microsoftonline.com", 12),
        ("gcc", "https://login.microsoftonline.com", 1),
        ("gcc-high", "https://login.microsoftonline.us", 1),
    ];
    let written = written();
    for (name, login, apis) in table {
        let bases = config(name).cloud.api_bases();
        assert_eq!(bases.len(), apis, "{name}");
        let hosts: Vec<String> = bases.into_iter().map(|api| api.base).collect();
        let connect = format!("connect-src 'self' {login} {};", hosts.join(" "));
        let frame = format!("frame-src 'self' {login};");
        for file in ["nginx.conf", "Caddyfile", "staticwebapp.config.json"] {
            let recipe = &written[&format!("{name}/{file}")];
            for part in [&connect, &frame] {
                // The page's policy and the redirect page's.
                assert!(
                    recipe.matches(part.as_str()).count() >= 2,
                    "{name}/{file}: {part}"
                );
            }
        }
    }
}

/// What Static Web Apps sends with a path: the first route's headers over the global ones, an empty one
/// away. As its documentation says; nothing of it runs here.
fn sent(recipe: &Value, path: &str) -> BTreeMap<String, String> {
    let fits = |route: &&Value| match route["route"].as_str().unwrap_or_default() {
        start if start.ends_with('*') => path.starts_with(start.trim_end_matches('*')),
        whole => whole == path,
    };
    let routes = recipe["routes"].as_array().into_iter().flatten();
    let route = routes.clone().find(fits).map(|route| &route["headers"]);
    let layers = [Some(&recipe["globalHeaders"]), route];
    let mut sent = BTreeMap::new();
    for (name, value) in layers
        .into_iter()
        .flatten()
        .filter_map(Value::as_object)
        .flatten()
    {
        sent.insert(name.clone(), value.as_str().unwrap_or_default().to_owned());
    }
    sent.retain(|_, value| !value.is_empty());
    sent
}

#[test]
fn static_web_apps_sends_what_the_page_asks_for() {
    use {Keeping::*, Served::*};
    let table = [
        ("/", Page, Asked),
        ("/boot.js", Page, Asked),
        ("/worker-boot.js", Page, Asked),
        ("/config.json", Page, Asked),
        ("/redirect.js", Page, Asked),
        ("/redirect.html", Redirect, Asked),
        ("/redirect", Redirect, Asked),
        ("/nothing-there", Page, Asked),
        ("/ioculate-app-e8a2d2bbef162514_bg.wasm", Page, Bounded),
        ("/ioculate-worker-8d2130292af685d7.js", Page, Bounded),
        ("/messages-zh-Hant-3f53881eaae500f9.txt", Page, Bounded),
        ("/guard-lists-0b042da06f1aeb13.bin", Page, Bounded),
        // There is none, which its server does not tell from one that is there.
        ("/ioculate-app-0000000000000000_bg.wasm", Page, Bounded),
    ];
    for cloud in ["commercial", "gcc", "gcc-high"] {
        let text = &written()[&format!("{cloud}/staticwebapp.config.json")];
        let recipe: Value = serde_json::from_str(text).unwrap_or(json!(null));
        for (path, served, keeping) in table {
            let headers = config(cloud).headers(served).into_iter();
            let cache = ("Cache-Control", keeping.header().to_owned());
            let expected: BTreeMap<String, String> = headers
                .chain([cache])
                .map(|(name, value)| (name.to_owned(), value))
                .collect();
            assert_eq!(sent(&recipe, path), expected, "{cloud} {path}");
        }
    }
    assert_eq!(config("gcc-high").cloud, Cloud::GccHigh);
}
