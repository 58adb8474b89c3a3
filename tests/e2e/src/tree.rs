//! The page as a screen reader is given it: the browser's accessibility tree, a node a line.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use thirtyfour::{WebDriver, error::WebDriverResult};

use crate::{act, engine::Ability, steady::steady};

/// Rows of a table that are told, its head among them.
const ROWS: usize = 4;
/// Times in a row that a tree must be the same.
const STILL: usize = 4;
/// Letters of a name or a text that are told.
const LETTERS: usize = 160;

/// What is told of a node besides role and name.
const PROPERTIES: [&str; 9] = [
    "level", "checked", "pressed", "expanded", "selected", "disabled", "invalid", "readonly",
    "modal",
];

/// The landmarks.
const LANDMARKS: [&str; 8] = [
    "banner",
    "complementary",
    "contentinfo",
    "form",
    "main",
    "navigation",
    "region",
    "search",
];

/// The tree.
#[derive(Debug)]
pub struct Tree {
    nodes: BTreeMap<String, Value>,
    root: String,
}

impl Tree {
    /// Of the page as it is now.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn of(browser: &WebDriver) -> WebDriverResult<Self> {
        Ability::Tree.needed()?;
        let cdp = browser.cdp();
        let told = cdp
            .send_raw("Accessibility.getFullAXTree", json!({}))
            .await?;
        let nodes = told["nodes"].as_array().cloned().unwrap_or_default();
        let id = |node: &Value| text(&node["nodeId"]);
        Ok(Self {
            root: nodes.first().map(id).unwrap_or_default(),
            nodes: nodes.into_iter().map(|node| (id(&node), node)).collect(),
        })
    }

    /// The same, once nothing of it changes any more.
    ///
    /// # Errors
    /// When the browser does not answer, or it never settles.
    pub async fn settled(browser: &WebDriver) -> WebDriverResult<Self> {
        let mut before = Vec::new();
        act::eventually(async || {
            let tree = Self::of(browser).await?;
            let told = tree.told();
            before.retain(|it| *it == told);
            before.push(told);
            Ok((before.len() >= STILL).then_some(tree))
        })
        .await
    }

    /// It as text: what is not told is left out, and what is another at each run.
    #[must_use]
    pub fn told(&self) -> String {
        let mut told = Told::default();
        self.tell(&self.root, 0, "", &mut told);
        told.lines.join("\n")
    }

    /// Landmarks that cannot be told from others of their kind.
    #[must_use]
    pub fn alike(&self) -> Vec<String> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let landmarks = self.nodes.values().filter(|node| {
            node["ignored"] != json!(true) && LANDMARKS.contains(&&*text(&node["role"]["value"]))
        });
        for node in landmarks {
            let name = format!("{} {:?}", text(&node["role"]["value"]), name(node));
            *counts.entry(name).or_default() += 1;
        }
        let alike = counts.into_iter().filter(|(_, count)| *count > 1);
        alike
            .map(|(name, count)| format!("{count} landmarks are {name}"))
            .collect()
    }

    /// Tells a node and those below it; `above` is the name that they are part of.
    fn tell(&self, id: &str, depth: usize, above: &str, told: &mut Told) {
        let Some(node) = self.nodes.get(id) else {
            return;
        };
        let (role, name) = (text(&node["role"]["value"]), name(node));
        let is_bare = node["ignored"] == json!(true) || is_plain(&role) && name.is_empty();
        match &*role {
            _ if is_bare => self.tell_below(node, depth, above, told),
            "StaticText" if above.contains(name.trim()) => {}
            "StaticText" => told.text(depth, &name),
            "InlineTextBox" | "LineBreak" | "ListMarker" | "MenuListPopup" => {}
            _ => {
                told.line(depth, &line(&role, &name, node));
                self.tell_below(node, depth + 1, &name, told);
            }
        }
    }

    fn tell_below(&self, node: &Value, depth: usize, above: &str, told: &mut Told) {
        let below = node["childIds"].as_array().into_iter().flatten();
        let is_grid = text(&node["role"]["value"]) == "grid";
        let mut rows = 0;
        for child in below.filter_map(Value::as_str) {
            rows += usize::from(is_grid);
            if rows > ROWS {
                return told.line(depth, "…");
            }
            self.tell(child, depth, above, told);
        }
    }
}

/// Lines on the way.
#[derive(Default)]
struct Told {
    lines: Vec<String>,
    /// The depth of the last line, where it is text, which may go on.
    text: Option<usize>,
}

impl Told {
    fn line(&mut self, depth: usize, line: &str) {
        self.text = None;
        self.lines.push(format!("{}{line}", "  ".repeat(depth)));
    }

    fn text(&mut self, depth: usize, said: &str) {
        let said = steady(said.trim());
        match self.lines.last_mut().filter(|_| self.text == Some(depth)) {
            Some(last) => last.extend([" ", &*said]),
            None => self.line(depth, &format!("- {said}")),
        }
        self.text = Some(depth);
    }
}

/// Whether a role alone says nothing.
fn is_plain(role: &str) -> bool {
    matches!(
        role,
        "none" | "generic" | "paragraph" | "Abbr" | "bdi" | "" | "emphasis" | "strong"
    )
}

fn line(role: &str, name: &str, node: &Value) -> String {
    let mut said = vec![role.to_owned()];
    if !name.is_empty() {
        let name: String = steady(name).chars().take(LETTERS).collect();
        said.push(format!("{name:?}"));
    }
    let properties = node["properties"].as_array().into_iter().flatten();
    let told = properties.filter(|it| PROPERTIES.iter().any(|name| it["name"] == json!(name)));
    said.extend(told.filter_map(property));
    let value = steady(&text(&node["value"]["value"]));
    if !value.is_empty() {
        said.push(format!("= {value:?}"));
    }
    let about = steady(&text(&node["description"]["value"]));
    if !about.is_empty() {
        said.push(format!("({about})"));
    }
    said.join(" ")
}

/// A property that is on; or that can be, of what can be switched.
fn property(property: &Value) -> Option<String> {
    let (name, value) = (text(&property["name"]), text(&property["value"]["value"]));
    match (&*name, &*value) {
        ("pressed" | "expanded" | "checked", "false") => Some(format!("{name}=false")),
        (_, "false") => None,
        (_, "true") if property["value"]["value"] == json!(true) => Some(name),
        _ => Some(format!("{name}={value}")),
    }
}

fn name(node: &Value) -> String {
    text(&node["name"]["value"])
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
