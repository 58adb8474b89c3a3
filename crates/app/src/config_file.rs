//! `config.json` beside the page: asked for, and read by the browser's own JSON.

use std::{ops::Deref, rc::Rc};

use ioculate_core::config::Config;
use js_sys::{Array, Object, Promise};
use serde_json::{Map, Number, Value};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::words::message::shell as message;

/// The configuration as the parts of the page share it. It is read once: two are the same where they stand at
/// one place, and nobody compares what they say.
#[derive(Clone, Debug)]
pub struct Shared(Rc<Config>);

impl Deref for Shared {
    type Target = Config;

    fn deref(&self) -> &Config {
        &self.0
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Asks for it.
pub fn asked() -> Option<JsFuture> {
    let window = web_sys::window()?;
    let answer: Promise = window.fetch_with_str("config.json");
    Some(JsFuture::from(answer))
}

/// Reads the answer.
///
/// # Errors
/// What is wrong with it, each a sentence.
pub async fn read(asked: Option<JsFuture>) -> Result<Shared, Rc<[String]>> {
    let json = fetched(asked).await.map_err(|why| Rc::from([why]))?;
    Config::read(&json)
        .map(|config| Shared(Rc::new(config)))
        .map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

async fn fetched(asked: Option<JsFuture>) -> Result<Value, String> {
    let text = text(asked)
        .await
        .map_err(|_| message::config_unreachable().to_owned())?;
    let json = js_sys::JSON::parse(&text);
    json.map(|json| value(&json))
        .map_err(|error| message::config_no_json(&said(&error)))
}

async fn text(asked: Option<JsFuture>) -> Result<String, JsValue> {
    let response: Response = asked.ok_or(JsValue::NULL)?.await?.into();
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    JsFuture::from(response.text()?)
        .await?
        .as_string()
        .ok_or(JsValue::NULL)
}

/// What the browser says of a text that is no JSON, with the place in most browsers.
fn said(error: &JsValue) -> String {
    let error = error.dyn_ref::<js_sys::Error>();
    error.map_or_else(String::new, |error| error.message().into())
}

/// What JSON made. A number that is whole is one of Rust's.
fn value(json: &JsValue) -> Value {
    if let Some(text) = json.as_string() {
        return Value::String(text);
    }
    if let Some(number) = json.as_f64() {
        return self::number(number).map_or(Value::Null, Value::Number);
    }
    if let Some(flag) = json.as_bool() {
        return Value::Bool(flag);
    }
    if let Some(list) = json.dyn_ref::<Array>() {
        return Value::Array(list.iter().map(|item| value(&item)).collect());
    }
    match json.dyn_ref::<Object>() {
        Some(object) => Value::Object(members(object)),
        None => Value::Null,
    }
}

/// One by one: to collect them would bring a sort with it, which everybody waits for.
fn members(object: &Object) -> Map<String, Value> {
    let mut members = Map::new();
    for entry in Object::entries(object).iter() {
        let entry: &Array = entry.unchecked_ref();
        if let Some(name) = entry.get(0).as_string() {
            members.insert(name, value(&entry.get(1)));
        }
    }
    members
}

fn number(number: f64) -> Option<Number> {
    /// Beyond it a number of JSON's stands for several whole ones.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() != 0.0 || number.abs() >= EXACT {
        return Number::from_f64(number);
    }
    #[expect(clippy::cast_possible_truncation, reason = "it is whole and exact")]
    Some(Number::from(number as i64))
}
