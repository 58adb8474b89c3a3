//! Reads what JavaScript hands over, and hands errors back.

use ioculate_browser::{base::ApiBase, clock};
use ioculate_core::journal::{Kept, RunId, Stored};
use js_sys::{Array, ArrayBuffer, Error, Function, JSON, Object, Reflect, Uint8Array};
use serde::{Serialize, de::DeserializeOwned};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::AbortSignal;

use crate::{
    books::Given,
    fault::{ErrorCode, Fault},
    given::{OBJECT_KEYS, RunSettings, SETTINGS_KEYS},
    told::RunSummary,
};

/// A plain object of options; the default where it is absent.
pub(crate) fn plain<T: DeserializeOwned + Default>(given: &JsValue) -> Result<T, Fault> {
    if given.is_undefined() || given.is_null() {
        return Ok(T::default());
    }
    read(given)
}

/// By way of JSON, whose reader refuses a key that it does not know. What JSON has no number for would be
/// `null` there, as if nothing had been given.
fn read<T: DeserializeOwned>(given: &JsValue) -> Result<T, Fault> {
    let mut no_number = None;
    let json = JSON::stringify_with_replacer_func(
        given,
        &mut |key, value| {
            if value.as_f64().is_some_and(|number| !number.is_finite()) {
                no_number = key.as_string();
            }
            Ok(Some(value))
        },
        None,
    );
    let json = json.ok().and_then(|json| json.as_string());
    if let Some(key) = no_number {
        return Err(bad(format!("{key} is no number.")));
    }
    let json = json.ok_or_else(|| bad("An option holds what is no plain data."))?;
    serde_json::from_str(&json).map_err(|why| bad(why.to_string()))
}

/// What is told, as plain objects: what is absent is `null`, and no number is a `BigInt`.
pub(crate) fn told<T: Serialize + ?Sized>(what: &T) -> Result<JsValue, JsValue> {
    let objects = Serializer::json_compatible().serialize_bytes_as_arrays(false);
    what.serialize(&objects)
        .map_err(|why| Error::new(&why.to_string()).into())
}

/// The bytes of a file.
pub(crate) fn bytes(given: &JsValue) -> Result<Vec<u8>, Fault> {
    if let Some(text) = given.as_string() {
        return Ok(text.into_bytes());
    }
    if let Some(bytes) = given.dyn_ref::<Uint8Array>() {
        return Ok(bytes.to_vec());
    }
    let buffer = given.dyn_ref::<ArrayBuffer>();
    let buffer =
        buffer.ok_or_else(|| bad("bytes must be a Uint8Array, an ArrayBuffer or a text."))?;
    Ok(Uint8Array::new(buffer).to_vec())
}

/// What a run needs.
pub(crate) struct RunOptions {
    pub(crate) settings: RunSettings,
    pub(crate) base: ApiBase,
    pub(crate) get_token: Function,
    pub(crate) signal: Option<AbortSignal>,
    pub(crate) on_progress: Option<Function>,
    pub(crate) books: Given,
}

impl RunOptions {
    pub(crate) fn of(given: &JsValue) -> Result<Self, Fault> {
        let object = given.dyn_ref::<Object>();
        let object = object.ok_or_else(|| bad("run takes an object with getToken and apiHost."))?;
        for key in Object::keys(object)
            .iter()
            .filter_map(|key| key.as_string())
        {
            let mut known = SETTINGS_KEYS.into_iter().chain(OBJECT_KEYS);
            if !known.any(|it| it == key) {
                let known = [SETTINGS_KEYS.join(", "), OBJECT_KEYS.join(", ")].join(", ");
                return Err(bad(format!("{key} is not a key. Known here: {known}.")));
            }
        }
        let settings: RunSettings = read(&plain_part(object))?;
        let base = ApiBase::read(&settings.api_host);
        let get_token = function(object, "getToken")?;
        let journal = member(object, "journal", "a Journal")?;
        if journal.is_some() && !settings.is_somebodys() {
            return Err(bad(
                "journal needs account: who goes on with a kept run is who began it.",
            ));
        }
        Ok(Self {
            base: base.map_err(|why| bad(format!("apiHost: {why}")))?,
            get_token: get_token.ok_or_else(|| bad("getToken is missing. It takes a function."))?,
            signal: member(object, "signal", "an AbortSignal")?,
            on_progress: function(object, "onProgress")?,
            books: Given {
                journal,
                lock: function(object, "lock")?,
            },
            settings,
        })
    }
}

/// Of a run's options those that are plain data. A journal may hold whatever its maker likes.
fn plain_part(of: &Object) -> JsValue {
    let plain = Object::new();
    for key in SETTINGS_KEYS {
        // A fresh object takes any property, and what cannot be had is absent.
        let value = Reflect::get(of, &key.into()).unwrap_or_default();
        let _ = Reflect::set(&plain, &key.into(), &value);
    }
    plain.into()
}

/// A property that is of this class, where it is there.
fn member<T: JsCast>(of: &Object, key: &str, what: &str) -> Result<Option<T>, Fault> {
    let value = Reflect::get(of, &key.into()).unwrap_or_default();
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    let member = value.dyn_into().ok();
    member
        .map(Some)
        .ok_or_else(|| bad(format!("{key} takes {what}.")))
}

fn function(of: &Object, key: &str) -> Result<Option<Function>, Fault> {
    member(of, key, "a function")
}

/// A run as a journal has kept it.
pub(crate) fn kept(given: &JsValue) -> Result<Kept, Fault> {
    let object = given.dyn_ref::<Object>();
    let object = object.ok_or_else(|| bad("reopen takes a kept run."))?;
    let missing = |key: &str| bad(format!("{key} is missing."));
    let part = |key: &str| member::<Uint8Array>(object, key, "a Uint8Array");
    let bytes = |key: &str| part(key)?.ok_or_else(|| missing(key));
    let records: Option<Array> = member(object, "records", "a list of Uint8Array")?;
    let records = records.ok_or_else(|| missing("records"))?;
    let run = Reflect::get(object, &"run".into()).unwrap_or_default();
    let stored = Stored {
        run: RunId(run.as_string().ok_or_else(|| missing("run"))?),
        header: bytes("header")?.to_vec(),
        // What is no bytes is a record that cannot be read: the tenant is then asked.
        records: records
            .iter()
            .map(|record| {
                record
                    .dyn_into()
                    .map_or_else(|_| Vec::new(), |it: Uint8Array| it.to_vec())
            })
            .collect(),
        closing: part("closing")?.map(|closing| closing.to_vec()),
        changed: clock::wall(),
    };
    let mut kept = stored.kept(bytes("input")?.to_vec())?;
    // Another program made its calls, and this one has not seen them leave.
    kept.header.carried = u32::try_from(kept.records.len()).unwrap_or(u32::MAX);
    Ok(kept)
}

fn bad(message: impl Into<String>) -> Fault {
    Fault::new(ErrorCode::BadOption, message)
}

/// The fault as a real `Error`.
pub(crate) fn thrown(fault: &Fault) -> JsValue {
    error(fault, None, None)
}

/// The same with what became of the rows, and what somebody else threw.
pub(crate) fn error(
    fault: &Fault,
    summary: Option<&RunSummary>,
    cause: Option<JsValue>,
) -> JsValue {
    let error = Error::new(&fault.message);
    error.set_name(match fault.code {
        ErrorCode::Aborted => "AbortError",
        _ => "IoculateError",
    });
    let code = told(&fault.code).unwrap_or_default();
    let summary = summary.and_then(|summary| told(summary).ok());
    let extras = [("code", Some(code)), ("summary", summary), ("cause", cause)];
    for (key, value) in extras {
        if let Some(value) = value {
            // A fresh object takes any property.
            let _ = Reflect::set(&error, &key.into(), &value);
        }
    }
    error.into()
}

/// All of them as an array.
pub(crate) fn all<T: Serialize>(of: &[T]) -> Result<Array, JsValue> {
    of.iter().map(told).collect()
}
