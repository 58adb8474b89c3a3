//! A tenant with a script: it keeps what it is sent, and answers as it is told to.

use std::collections::{BTreeMap, VecDeque};

use ioculate_core::{
    clock::Instant,
    import::{Method, Request},
};
use serde_json::{Value, json};

use crate::{
    server,
    world::{Answer, Server},
};

/// What it holds, by value, each with its title; and what it says next.
#[derive(Clone, Default)]
pub(crate) struct Tenant {
    pub(crate) held: BTreeMap<String, String>,
    /// Indicators that it has room for.
    pub(crate) room: Option<usize>,
    /// Answers to `POST`s; `ok` after the last.
    pub(crate) posts: VecDeque<&'static str>,
    /// Answers to `GET`s of the list; `ok` after the last.
    pub(crate) lists: VecDeque<&'static str>,
    /// Elements of its list that say nothing.
    pub(crate) blanks: usize,
    /// Indicators on a page, whatever is asked for.
    pub(crate) page: Option<usize>,
}

impl Server for Tenant {
    fn arrive(&mut self, _: Instant, _: u32, request: &Request) -> Answer {
        if request.method == Method::Post {
            return self.post(request.body.as_deref().expect("a POST has a body"));
        }
        if request.path.ends_with("$top=1") {
            return server::http(200, &json!({ "value": [] }));
        }
        let answer = self.lists.pop_front().unwrap_or("ok");
        trouble(answer).unwrap_or_else(|| self.list(&request.path))
    }
}

/// The answers that do nothing.
fn trouble(answer: &str) -> Option<Answer> {
    let mut words = answer.split(' ');
    Some(match (words.next()?, words.next(), words.next()) {
        ("lost", ..) => Answer::Lost(None),
        ("cut", ..) => Answer::Http(200, Vec::new(), b"{\"value\":[{".to_vec()),
        ("other", Some("answer"), _) => server::http(200, &json!({ "status": "signed out" })),
        ("401", ..) => Answer::Http(401, Vec::new(), Vec::new()),
        ("429", _, after) => server::too_many(after.and_then(|after| after.parse().ok())),
        (status, ..) => server::error(status.parse().ok()?, "Code"),
    })
}

impl Tenant {
    fn post(&mut self, body: &[u8]) -> Answer {
        let answer = self.posts.pop_front().unwrap_or("ok");
        if let Some(answer) = trouble(answer) {
            return answer;
        }
        let body: Value = serde_json::from_slice(body).expect("the engine sends JSON");
        let single = [body.clone()];
        let items = body["Indicators"]
            .as_array()
            .map_or(&single[..], Vec::as_slice);
        let (word, which) = answer.split_once(' ').unwrap_or((answer, ""));
        let mut results = Vec::new();
        for item in items {
            let value = item["indicatorValue"].as_str().expect("a value");
            let named = which == value;
            let stored = match word {
                "drop" if named => Ok(()),
                "other" if named => self.put(value, "Another title"),
                _ => self.put(value, "Test"),
            };
            let reason = stored.err();
            if !(named && matches!(word, "omit" | "drop" | "other")) {
                results.push(json!({ "id": value, "indicator": value,
                    "isFailed": reason.is_some(), "failureReason": reason }));
            }
        }
        match (word, body["Indicators"].is_array(), results.first()) {
            ("done", ..) => Answer::Lost(None),
            (_, false, Some(result)) if result["isFailed"] == true => server::error(400, "Full"),
            (_, false, Some(result)) => server::http(200, &json!({ "id": result["id"] })),
            _ => server::http(200, &json!({ "value": results })),
        }
    }

    fn put(&mut self, value: &str, title: &str) -> Result<(), &'static str> {
        let is_full = self.room.is_some_and(|room| self.held.len() >= room);
        if is_full && !self.held.contains_key(value) {
            return Err("No room.");
        }
        self.held.insert(value.to_owned(), title.to_owned());
        Ok(())
    }

    fn list(&self, path: &str) -> Answer {
        let skip = path.split("$skip=").nth(1);
        let skip: usize = skip.map_or(0, |skip| skip.parse().expect("a number"));
        let entity = |(value, title): (&String, &String)| {
            json!({ "id": value, "indicatorValue": value, "indicatorType": "DomainName",
                "action": "Block", "title": title, "description": "A test",
                "expirationTime": null, "rbacGroupNames": [] })
        };
        let rest = self.held.len().saturating_sub(skip);
        let page = self.page.unwrap_or(usize::MAX).min(rest);
        let items = self.held.iter().skip(skip).take(page).map(entity);
        let blanks = std::iter::repeat_n(json!({}), self.blanks);
        let mut list = json!({ "value": items.chain(blanks).collect::<Vec<_>>() });
        if page < rest {
            let next = format!(
                "https://elsewhere.example/api/indicators?$skip={}",
                skip + page
            );
            list["@odata.nextLink"] = next.into();
        }
        server::http(200, &list)
    }
}
