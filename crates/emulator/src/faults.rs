//! The switches: what the emulator does wrong on request.
//!
//! `POST /faults` of the manage port sets them. A switch that is absent stays as it is, `null` puts
//! it back to its default, and a name that is not a switch is refused by name. In every `_every`
//! switch 0 means never, and n means each n-th one.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// How the API treats browsers of another origin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CorsMode {
    /// Preflights pass; answers can be read, their headers beyond the safelisted ones cannot.
    #[default]
    On,
    /// As `On`, and `Retry-After` and others can be read.
    Expose,
    /// Preflights get the bare 405 that a wrong verb gets.
    Off,
    /// Preflights pass, and answers of 400 and above lack the origin, as gateways' answers do.
    ErrorsWithoutOrigin,
}

/// What one bad item of a batch does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Strictness {
    /// It fails by itself.
    #[default]
    Item,
    /// It rejects the batch.
    Batch,
}

/// The JSON form of `id` in import results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum IdForm {
    /// A string of digits, as recorded.
    #[default]
    String,
    /// `null`.
    Null,
    /// A number.
    Number,
}

/// How import results repeat the value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Echo {
    /// Letter by letter.
    #[default]
    AsSent,
    /// Hashes, addresses and domains in lower case.
    Normalised,
}

/// What a deletion answers: 204 by the page, 200 as recorded, 403 for delegated callers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub(crate) enum DeleteStatus {
    #[default]
    NoContent,
    Ok,
    Forbidden,
}

impl TryFrom<u16> for DeleteStatus {
    type Error = String;

    fn try_from(status: u16) -> Result<Self, String> {
        match status {
            204 => Ok(Self::NoContent),
            200 => Ok(Self::Ok),
            403 => Ok(Self::Forbidden),
            other => Err(format!("delete_status is 204, 200 or 403, not {other}")),
        }
    }
}

impl From<DeleteStatus> for u16 {
    fn from(status: DeleteStatus) -> Self {
        match status {
            DeleteStatus::NoContent => 204,
            DeleteStatus::Ok => 200,
            DeleteStatus::Forbidden => 403,
        }
    }
}

/// How a 429 says when to come again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum RetryAfterForm {
    /// In seconds.
    #[default]
    Seconds,
    /// As an HTTP date.
    Date,
    /// Not at all.
    Absent,
}

/// All switches; the default is a service in good order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Faults {
    pub(crate) cors: CorsMode,
    /// How long an answer of the API is held back, after its work is done.
    pub(crate) latency_ms: u64,
    /// Each n-th write gets 429 with `Retry-After: 1`.
    pub(crate) throttle_every: u64,
    /// Each n-th write gets 500 and 503 in turn, and changes nothing.
    pub(crate) error_every: u64,
    /// Each n-th write is done and the connection cut before its answer.
    pub(crate) drop_after_commit_every: u64,
    /// The connection of each n-th write is cut before anything is done.
    pub(crate) drop_before_commit_every: u64,
    /// Each n-th write is done and its answer is never given; the connection stays open.
    pub(crate) hang_every: u64,
    /// The first n writes are answered; what comes after them is done, and answered once this is 0 again.
    pub(crate) hold_after: u64,
    /// Each n-th write is done, and of its 200 only the first half comes: less than its
    /// `Content-Length`, or chunks without the last one, in turn.
    pub(crate) cut_body_every: u64,
    /// Each n-th write is done, and its 200 is not what it should be: a gateway's page, half of the
    /// JSON, nothing, JSON of another shape, or bytes that are no text, in turn.
    pub(crate) garble_every: u64,
    /// Each n-th `GET` gets 429, 500, 503, half of its answer or one that is no list, in turn.
    pub(crate) list_error_every: u64,
    /// A batch that holds one of these values gets 400 as a whole, and does not say which it is.
    pub(crate) poison: Vec<String>,
    /// Each n-th item of imports fails.
    pub(crate) fail_item_every: u64,
    /// The `failureReason` of those, as it stands.
    pub(crate) failure_reason: String,
    /// Import results in another order than the items.
    pub(crate) shuffle: bool,
    /// Each n-th import result is left out.
    pub(crate) omit_item_every: u64,
    /// After each n-th import result stands one for a value that was not sent.
    pub(crate) extra_item_every: u64,
    /// Each n-th import result stands there twice.
    pub(crate) duplicate_item_every: u64,
    /// Each n-th import result is followed by one for the same value that says the opposite.
    pub(crate) contradict_item_every: u64,
    /// Each n-th import result is not of the documented types: `isFailed` as text, as a number, as
    /// null or missing; `indicator` missing or a number; a text instead of an object; in turn.
    pub(crate) mistype_every: u64,
    pub(crate) retry_after: RetryAfterForm,
    pub(crate) id_form: IdForm,
    pub(crate) echo: Echo,
    /// Device groups that exist; without a list any name is accepted.
    pub(crate) groups: Option<Vec<String>>,
    /// Calls a minute that others make on the same registration and tenant.
    pub(crate) other_calls_per_minute: u32,
    /// Life of the access tokens issued from now on.
    pub(crate) token_seconds: i64,
    /// Nobody is signed in any more: tokens are refused, and none is issued.
    pub(crate) signed_out: bool,
    /// The tenant has the feature switched off: calls with a good token get 403 `DisabledFeature`.
    pub(crate) disabled: bool,
    /// Active indicators that fit: 15,000 (import page, 2021-01).
    pub(crate) quota: usize,
    pub(crate) strict: Strictness,
    pub(crate) delete_status: DeleteStatus,
}

impl Default for Faults {
    fn default() -> Self {
        Self {
            cors: CorsMode::default(),
            latency_ms: 0,
            throttle_every: 0,
            error_every: 0,
            drop_after_commit_every: 0,
            drop_before_commit_every: 0,
            hang_every: 0,
            hold_after: 0,
            cut_body_every: 0,
            garble_every: 0,
            list_error_every: 0,
            poison: Vec::new(),
            fail_item_every: 0,
            failure_reason: "[emulator] This item was made to fail.".to_owned(),
            shuffle: false,
            omit_item_every: 0,
            extra_item_every: 0,
            duplicate_item_every: 0,
            contradict_item_every: 0,
            mistype_every: 0,
            retry_after: RetryAfterForm::default(),
            id_form: IdForm::default(),
            echo: Echo::default(),
            groups: None,
            other_calls_per_minute: 0,
            token_seconds: 3_599,
            signed_out: false,
            disabled: false,
            quota: 15_000,
            strict: Strictness::default(),
            delete_status: DeleteStatus::default(),
        }
    }
}

impl Faults {
    /// These switches with those of `changes` put over them.
    ///
    /// # Errors
    /// A sentence that names the switch that is unknown, or the value that does not fit.
    pub(crate) fn with(&self, changes: Map<String, Value>) -> Result<Self, String> {
        let mut all = fields(self);
        let defaults = fields(&Self::default());
        for (name, value) in changes {
            let default = defaults.get(&name).filter(|_| value.is_null());
            let value = default.cloned().unwrap_or(value);
            all.insert(name, value);
        }
        serde_json::from_value(Value::Object(all)).map_err(|error| error.to_string())
    }
}

fn fields(faults: &Faults) -> Map<String, Value> {
    match serde_json::to_value(faults) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// Counts to n again and again.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Nth(u64);

impl Nth {
    /// Counts one more: is it a `every`-th one?
    pub(crate) fn hit(&mut self, every: u64) -> bool {
        self.0 += 1;
        every != 0 && self.0.is_multiple_of(every)
    }

    /// Counts one more, and gives the one of `forms` whose turn it is.
    pub(crate) fn turn<T: Copy, const N: usize>(&mut self, forms: [T; N]) -> T {
        let turn = usize::try_from(self.0).unwrap_or_default() % N;
        self.0 += 1;
        forms[turn]
    }
}

/// Counts what may only be done on an unused connection: what falls on a used one is owed.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Owed {
    count: Nth,
    owed: u64,
}

impl Owed {
    /// Counts one more: is one to be done here?
    pub(crate) fn due(&mut self, every: u64, unused: bool) -> bool {
        self.owed += u64::from(self.count.hit(every));
        let due = unused && self.owed > 0;
        self.owed -= u64::from(due);
        due
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn set(changes: &Value) -> Result<Faults, String> {
        let changes = changes.as_object().cloned().unwrap_or_default();
        Faults::default().with(changes)
    }

    #[test]
    fn an_absent_switch_stays_and_null_resets() {
        let slow = set(&json!({"latency_ms": 20, "quota": 3})).expect("both are switches");
        let reset = json!({"quota": null}).as_object().cloned();
        let reset = slow.with(reset.unwrap_or_default()).expect("quota is one");
        assert_eq!((reset.latency_ms, reset.quota), (20, 15_000));
    }

    #[test]
    fn what_is_no_switch_is_named() {
        let faults = [
            (json!({"lateness": 1}), "`lateness`"),
            (json!({"cors": "maybe"}), "`maybe`"),
            (json!({"delete_status": 500}), "500"),
            (json!({"quota": "many"}), "many"),
        ];
        for (changes, named) in faults {
            let message = set(&changes).expect_err("it is refused");
            assert!(message.contains(named), "{changes}: {message}");
        }
    }

    #[test]
    fn each_nth_hits_and_zero_never_does() {
        let hits = |every| {
            let mut count = Nth::default();
            (0..5).map(|_| count.hit(every)).collect::<Vec<_>>()
        };
        assert_eq!(hits(2), [false, true, false, true, false]);
        assert_eq!(hits(0), [false; 5]);
    }
}
