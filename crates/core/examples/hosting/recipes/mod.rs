//! What a host's server needs, for each server and each cloud: made from the headers that the page's
//! own configuration asks for, so that no recipe can say something else.
//!
//! A recipe is its server's own text with holes, which are filled here. Nothing else is in holes: what
//! a host must edit is marked in the recipes themselves.

mod api_management;
mod caddy;
mod nginx;
mod static_web_apps;

use ioculate_core::config::{Cloud, Config, Served};
use serde_json::json;

/// What the recipes call the deployment.
const SITE: &str = "ioculate.contoso.example";
const CLIENT: &str = "11111111-2222-4333-8444-555555555555";
const TENANT: &str = "99999999-0000-4000-8000-000000000001";

/// A kind of file that is in the page's folder, and its type.
const TYPES: [(&str, &str); 9] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("json", "application/json"),
    ("bin", "application/octet-stream"),
];

/// Each recipe, with its path below `www/hosting`.
pub(crate) fn all() -> Vec<(String, String)> {
    let mut recipes = Vec::new();
    for cloud in [Cloud::Commercial, Cloud::Gcc, Cloud::GccHigh] {
        let given = given(cloud);
        let config = read(&given);
        let mut add = |name: &str, text| recipes.push((format!("{}/{name}", cloud.as_str()), text));
        add("config.json", given);
        add("nginx.conf", nginx::recipe(&config, ""));
        add("Caddyfile", caddy::recipe(&config, ""));
        add("staticwebapp.config.json", static_web_apps::recipe(&config));
    }
    recipes.extend(with_proxy());
    recipes
}

/// The page with the API behind it, on one origin: for an API that refuses browsers.
fn with_proxy() -> Vec<(String, String)> {
    let given = given_proxy();
    let config = read(&given);
    let recipes = [
        ("nginx.conf", nginx::recipe(&config, nginx::PROXY)),
        ("Caddyfile", caddy::recipe(&config, caddy::PROXY)),
        ("api-management.xml", api_management::recipe()),
        ("config.json", given),
    ];
    recipes
        .map(|(name, text)| (format!("proxy/{name}"), text))
        .to_vec()
}

fn given_proxy() -> String {
    format!(
        r#"{{
  "$schema": "./config.schema.json",
  "clientId": "{CLIENT}",
  "tenantId": "{TENANT}",
  "tenantName": "Contoso",
  "cloud": "commercial",
  "apiBases": [{{ "name": "Through this host", "base": "https://{SITE}/mde" }}]
}}
"#
    )
}

fn given(cloud: Cloud) -> String {
    format!(
        r#"{{
  "$schema": "./config.schema.json",
  "clientId": "{CLIENT}",
  "tenantId": "{TENANT}",
  "tenantName": "Contoso",
  "cloud": "{}"
}}
"#,
        cloud.as_str()
    )
}

fn read(given: &str) -> Config {
    let json = serde_json::from_str(given).unwrap_or(json!(null));
    Config::read(&json).unwrap_or_else(|faults| panic!("{given}: {faults:?}"))
}

/// The value of one header; empty where it is not sent.
fn header(config: &Config, served: Served, name: &str) -> String {
    let mut headers = config.headers(served).into_iter();
    let found = headers.find(|(found, _)| *found == name);
    found.map(|(_, value)| value).unwrap_or_default()
}

/// The headers of every answer, and of those whether the redirect page has it as all others do.
fn headers(config: &Config) -> Vec<(&'static str, String, bool)> {
    let page = config.headers(Served::Page).into_iter();
    page.map(|(name, value)| {
        let is_same = header(config, Served::Redirect, name) == value;
        (name, value, is_same)
    })
    .collect()
}

/// The text with each hole filled; every hole is named in it.
fn filled(text: &str, holes: &[(&str, &str)]) -> String {
    holes.iter().fold(text.to_owned(), |text, (hole, filling)| {
        assert!(text.contains(hole), "{hole} is in the recipe");
        text.replace(hole, filling)
    })
}
