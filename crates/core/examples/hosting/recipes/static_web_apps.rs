//! The recipe for Azure Static Web Apps: `staticwebapp.config.json`.
//!
//! The first route that fits decides, and its headers go over the global ones; an empty one takes a
//! global one away. A route may end in `*` and knows no other pattern: so the beginnings of the lasting
//! names are listed, and a test holds the list to what a build gives. It knows no status either: what it
//! says of a name it says of the answer that there is no such file, so that nothing is kept for long.

use ioculate_core::config::{Config, Keeping, Served};
use serde_json::{Map, Value, json};

use super::{TYPES, header, headers};

/// Beginnings of the names that change with their content.
pub(crate) const LASTING: [&str; 4] = ["guard-lists-", "ioculate-", "messages-", "style-"];

/// For this deployment.
pub(crate) fn recipe(config: &Config) -> String {
    let mut global = Map::new();
    let mut redirect = Map::new();
    for (name, value, is_same) in headers(config) {
        global.insert(name.to_owned(), value.into());
        if !is_same {
            redirect.insert(
                name.to_owned(),
                header(config, Served::Redirect, name).into(),
            );
        }
    }
    global.insert("Cache-Control".to_owned(), Keeping::Asked.header().into());
    // It is served under both names.
    let redirects = ["/redirect.html", "/redirect"];
    let redirects = redirects.map(|route| json!({ "route": route, "headers": redirect }));
    let lasting = json!({ "Cache-Control": Keeping::Bounded.header() });
    let lasting = LASTING.map(|start| json!({ "route": format!("/{start}*"), "headers": lasting }));
    let types = TYPES.into_iter().skip(1);
    let types: Map<String, Value> = types
        .map(|(kind, name)| (format!(".{kind}"), name.into()))
        .collect();
    let recipe = json!({
        "globalHeaders": global,
        "routes": redirects.into_iter().chain(lasting).collect::<Vec<_>>(),
        "mimeTypes": types,
    });
    format!("{recipe:#}\n")
}
