//! `GET /api/indicators`: pages of active indicators.
//!
//! `$top` (10,000 at most), `$skip` and `$filter` are known; `@odata.nextLink` is there while more
//! indicators match.

use axum::response::Response;
use serde::Serialize;
use serde_json::Value;
use url::form_urlencoded;

use super::Call;
use crate::{
    entity::Entity,
    envelope::{self, Refusal},
    filter::Filter,
    shared::Store,
};

/// Indicators on one page (list page, 2024).
const LONGEST_PAGE: usize = 10_000;

#[derive(Serialize)]
struct Page<'a> {
    #[serde(rename = "@odata.context")]
    context: String,
    value: Vec<&'a Entity>,
    #[serde(rename = "@odata.nextLink", skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

struct Query {
    top: usize,
    skip: usize,
    /// As text, for the next link, and as read.
    filter: Option<(String, Filter)>,
}

pub(super) fn answer(store: &Store, call: &Call, query: &str) -> Response {
    match read(query) {
        Ok(query) => envelope::ok(&page(store, call, &query)),
        Err(refusal) => refusal.answer(),
    }
}

fn page<'a>(store: &'a Store, call: &Call, query: &Query) -> Page<'a> {
    let asked = store
        .tenant
        .entities()
        .filter(|entity| admits(query, entity));
    let mut value: Vec<&Entity> = asked.skip(query.skip).take(query.top + 1).collect();
    let more = value.len() > query.top;
    value.truncate(query.top);
    Page {
        context: format!("{}/api/$metadata#Indicators", call.origin),
        value,
        next: more.then(|| next_link(&call.origin, query)),
    }
}

fn admits(query: &Query, entity: &Entity) -> bool {
    let Some((_, filter)) = &query.filter else {
        return true;
    };
    filter.admits(&serde_json::to_value(entity).unwrap_or(Value::Null))
}

fn next_link(origin: &str, query: &Query) -> String {
    let mut link = form_urlencoded::Serializer::new(String::new());
    link.append_pair("$top", &query.top.to_string());
    link.append_pair("$skip", &(query.skip + query.top).to_string());
    if let Some((text, _)) = &query.filter {
        link.append_pair("$filter", text);
    }
    format!("{origin}/api/indicators?{}", link.finish())
}

fn read(query: &str) -> Result<Query, Refusal> {
    let mut read = Query {
        top: LONGEST_PAGE,
        skip: 0,
        filter: None,
    };
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match name.as_ref() {
            "$top" => read.top = number(&name, &value)?,
            "$skip" => read.skip = number(&name, &value)?,
            "$filter" => read.filter = Some((value.to_string(), Filter::read(&value)?)),
            other => return Err(fault(&format!("{other} is no query option here."))),
        }
    }
    if (1..=LONGEST_PAGE).contains(&read.top) {
        return Ok(read);
    }
    Err(fault(&format!("$top is from 1 to {LONGEST_PAGE}.")))
}

fn number(name: &str, value: &str) -> Result<usize, Refusal> {
    let number: Option<u32> = value.parse().ok();
    number
        .and_then(|number| usize::try_from(number).ok())
        .ok_or_else(|| fault(&format!("{name} is a whole number, not {value}.")))
}

fn fault(message: &str) -> Refusal {
    Refusal::bad("ODataError", message)
}
