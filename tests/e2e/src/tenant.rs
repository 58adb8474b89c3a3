//! The emulated tenant, seen through the manage port.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

/// What identifies an indicator in a tenant: type, value, action.
pub type Key = (String, String, String);

/// The manage port.
#[derive(Clone, Debug)]
pub struct Tenant {
    base: String,
    http: reqwest::Client,
}

impl Tenant {
    /// The manage port at `base`.
    #[must_use]
    pub fn new(base: &str) -> Self {
        Self {
            base: base.trim_end_matches('/').to_owned(),
            http: reqwest::Client::new(),
        }
    }

    /// Sets fault switches.
    ///
    /// # Panics
    /// When the emulator refuses them.
    pub async fn faults(&self, switches: Value) {
        let answer = self.post("/faults", switches).await;
        assert!(
            answer.status().is_success(),
            "{}",
            answer.text().await.unwrap_or_default()
        );
    }

    /// Puts entities into the tenant.
    ///
    /// # Panics
    /// When the emulator refuses them.
    pub async fn seed(&self, entities: Value) {
        assert!(self.post("/seed", entities).await.status().is_success());
    }

    /// A token for this account, for an hour.
    ///
    /// # Panics
    /// When the emulator gives none.
    pub async fn token(&self, account: &str) -> String {
        self.token_for(json!({ "account": account, "seconds": 3_600 }))
            .await
    }

    /// A token that an application has of its own, by its id, for an hour.
    ///
    /// # Panics
    /// When the emulator gives none.
    pub async fn application_token(&self, app: &str) -> String {
        self.token_for(json!({ "app": app, "seconds": 3_600 }))
            .await
    }

    async fn token_for(&self, wanted: Value) -> String {
        let answer = self.post("/token", wanted).await;
        let body = answer.text().await.expect("a body");
        let body: Value = serde_json::from_str(&body).expect("of JSON");
        body["token"].as_str().expect("a token").to_owned()
    }

    /// Indicators and calls.
    ///
    /// # Panics
    /// When the emulator does not answer.
    pub async fn state(&self) -> State {
        self.ask("/state").await
    }

    /// The same, with the values that each call carried.
    ///
    /// # Panics
    /// When the emulator does not answer.
    pub async fn state_with_values(&self) -> State {
        self.ask("/state?values=1").await
    }

    async fn ask(&self, path: &str) -> State {
        let answer = self.http.get(format!("{}{path}", self.base)).send().await;
        let body = answer
            .expect("the emulator answers")
            .text()
            .await
            .expect("with a body");
        State(serde_json::from_str(&body).expect("of JSON"))
    }

    async fn post(&self, path: &str, body: Value) -> reqwest::Response {
        let request = self.http.post(format!("{}{path}", self.base));
        let request = request
            .header("content-type", "application/json")
            .body(body.to_string());
        request.send().await.expect("the emulator answers")
    }
}

/// What `/state` said.
#[derive(Clone, Debug)]
pub struct State(pub Value);

impl State {
    /// The key of each indicator in the tenant.
    #[must_use]
    pub fn keys(&self) -> BTreeSet<Key> {
        list(&self.0["indicators"]).iter().map(entity_key).collect()
    }

    /// The indicators, in the order of their ids.
    #[must_use]
    pub fn indicators(&self) -> Vec<Value> {
        list(&self.0["indicators"]).to_vec()
    }

    /// Each indicator by its key.
    #[must_use]
    pub fn by_key(&self) -> BTreeMap<Key, &Value> {
        list(&self.0["indicators"])
            .iter()
            .map(|entity| (entity_key(entity), entity))
            .collect()
    }

    /// How many indicators there are.
    #[must_use]
    pub fn len(&self) -> usize {
        list(&self.0["indicators"]).len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Arrival times, in milliseconds, of the calls with this verb and this end of the path.
    #[must_use]
    pub fn arrivals(&self, method: &str, path_end: &str) -> Vec<u64> {
        self.calls(method, path_end)
            .filter_map(|call| call["at_ms"].as_u64())
            .collect()
    }

    /// Statuses of the calls with this verb and this end of the path.
    #[must_use]
    pub fn statuses(&self, method: &str, path_end: &str) -> Vec<u64> {
        self.calls(method, path_end)
            .filter_map(|call| call["status"].as_u64())
            .collect()
    }

    /// How many calls there were, of any kind.
    #[must_use]
    pub fn calls_in_all(&self) -> usize {
        list(&self.0["calls"]).len()
    }

    /// The values that the first `past` calls carried, and those that later ones did; needs
    /// [`Tenant::state_with_values`].
    #[must_use]
    pub fn values_by(&self, past: usize) -> (BTreeSet<String>, BTreeSet<String>) {
        let (before, after) = list(&self.0["calls"]).split_at(past);
        let carried = |calls: &[Value]| calls.iter().flat_map(values).collect();
        (carried(before), carried(after))
    }

    /// The values that came again after a call with them was answered 200, whole; needs
    /// [`Tenant::state_with_values`].
    #[must_use]
    pub fn sent_after_an_answer(&self) -> BTreeSet<String> {
        let mut answered = BTreeSet::new();
        let mut again = BTreeSet::new();
        for call in list(&self.0["calls"]) {
            let carried: Vec<String> = values(call).collect();
            again.extend(
                carried
                    .iter()
                    .filter(|value| answered.contains(*value))
                    .cloned(),
            );
            let is_whole = call["dropped"] != json!(true) && call["broken"] != json!(true);
            if call["status"] == json!(200) && is_whole {
                answered.extend(carried);
            }
        }
        again
    }

    fn calls<'a>(&'a self, method: &'a str, path_end: &'a str) -> impl Iterator<Item = &'a Value> {
        list(&self.0["calls"]).iter().filter(move |call| {
            let path = call["path"].as_str().unwrap_or_default();
            call["method"] == json!(method)
                && path
                    .split('?')
                    .next()
                    .is_some_and(|p| p.ends_with(path_end))
        })
    }

    /// The most import calls that arrived in any 60 seconds.
    #[must_use]
    pub fn busiest_minute(&self) -> usize {
        let arrivals = self.arrivals("POST", "/import");
        let within = |from: &u64| {
            arrivals
                .iter()
                .filter(|at| (*from..from + 60_000).contains(*at))
                .count()
        };
        arrivals.iter().map(within).max().unwrap_or(0)
    }
}

/// Type, value and action of an entity, an indicator or a row of our report.
#[must_use]
pub fn entity_key(entity: &Value) -> Key {
    let text = |names: [&str; 2]| {
        let value = names.iter().find_map(|name| entity[*name].as_str());
        value.unwrap_or_default().to_owned()
    };
    (
        text(["indicatorType", "type"]),
        text(["indicatorValue", "value"]),
        text(["action", "action"]),
    )
}

fn values(call: &Value) -> impl Iterator<Item = String> {
    let values = list(&call["values"]).iter();
    values.filter_map(|value| value.as_str().map(str::to_owned))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
