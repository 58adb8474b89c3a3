//! `DELETE /api/indicators/{id}` and `POST /api/indicators/BatchDelete`.
//!
//! A batch with an unknown id deletes nothing: the page does not say, and all or nothing is the
//! reading that a client must survive.

use axum::{http::StatusCode, response::Response};
use serde_json::{Map, Value};

use super::Answer;
use crate::{
    envelope::{self, Refusal},
    faults::DeleteStatus,
    shared::Store,
};

/// Ids in one call (batch delete page, 2023-07).
const MOST_IDS: usize = 500;

pub(super) fn one(store: &mut Store, id: &str) -> Answer {
    let ids = [id];
    Answer {
        values: vec![id.to_owned()],
        ..settle(delete(store, &ids)).into()
    }
}

pub(super) fn batch(store: &mut Store, body: &Map<String, Value>) -> Answer {
    match ids(body) {
        Ok(ids) => Answer {
            values: ids.iter().map(|id| (*id).to_owned()).collect(),
            ..settle(delete(store, &ids)).into()
        },
        Err(refusal) => refusal.into(),
    }
}

fn ids(body: &Map<String, Value>) -> Result<Vec<&str>, Refusal> {
    let list = super::only(body, "IndicatorIds")?;
    if list.is_empty() || list.len() > MOST_IDS {
        let received = list.len();
        let message = format!("Received {received} ids; 1 to {MOST_IDS} are allowed.");
        let code = if received == 0 {
            "InvalidInput"
        } else {
            "MaximumBatchSizeExceeded"
        };
        return Err(Refusal::bad(code, &message));
    }
    let ids = list.iter().map(|id| id.as_str().filter(|id| is_id(id)));
    let ids: Option<Vec<&str>> = ids.collect();
    ids.ok_or_else(|| Refusal::bad("InvalidInput", "An id is a text of digits."))
}

fn is_id(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit())
}

fn delete(store: &mut Store, ids: &[&str]) -> Result<StatusCode, Refusal> {
    let status = match store.faults.delete_status {
        DeleteStatus::NoContent => StatusCode::NO_CONTENT,
        DeleteStatus::Ok => StatusCode::OK,
        DeleteStatus::Forbidden => {
            let message = "Delegated callers may not delete.";
            let status = StatusCode::FORBIDDEN;
            return Err(Refusal::new(status, "DisallowedOperation", message));
        }
    };
    let unknown = |id: &str| {
        let message = format!("There is no indicator {id}.");
        Refusal::new(StatusCode::NOT_FOUND, "ResourceNotFound", &message)
    };
    store.tenant.delete(ids).map_err(unknown)?;
    Ok(status)
}

fn settle(outcome: Result<StatusCode, Refusal>) -> Response {
    match outcome {
        Ok(status) => envelope::empty(status),
        Err(refusal) => refusal.answer(),
    }
}
