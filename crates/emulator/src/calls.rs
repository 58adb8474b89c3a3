//! The log of calls to the API, for tests that ask what was sent.
//!
//! A call is noted when it arrives and completed when its answer is ready. Preflights are not calls.

use serde::Serialize;

/// One call.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Call {
    #[serde(skip)]
    number: u64,
    /// Arrival, milliseconds since 1970.
    at_ms: u64,
    method: String,
    path: String,
    /// Of the answer; `null` until there is one.
    status: Option<u16>,
    /// Indicators or ids in the body.
    items: usize,
    /// No answer came: the connection was cut, before the work where there is no status, or the
    /// answer is held back for ever.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    dropped: bool,
    /// The answer was cut short or made unreadable.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    broken: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    values: Option<Vec<String>>,
}

/// What a call turned out to be.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// `None` where nothing was done.
    pub(crate) status: Option<u16>,
    pub(crate) values: Vec<String>,
    pub(crate) dropped: bool,
    pub(crate) broken: bool,
}

/// All calls since the last reset.
#[derive(Debug, Default)]
pub(crate) struct Calls {
    calls: Vec<Call>,
    last: u64,
}

impl Calls {
    /// Notes an arrival; the number is for [`Calls::complete`].
    pub(crate) fn arrive(&mut self, at_ms: u64, method: &str, path: &str) -> u64 {
        self.last += 1;
        self.calls.push(Call {
            number: self.last,
            at_ms,
            method: method.to_owned(),
            path: path.to_owned(),
            status: None,
            items: 0,
            dropped: false,
            broken: false,
            values: None,
        });
        self.last
    }

    /// Completes call `number`; one from before a reset is gone and stays so.
    pub(crate) fn complete(&mut self, number: u64, outcome: Outcome) {
        let call = self
            .calls
            .iter_mut()
            .rev()
            .find(|call| call.number == number);
        if let Some(call) = call {
            call.status = outcome.status;
            call.items = outcome.values.len();
            call.dropped = outcome.dropped;
            call.broken = outcome.broken;
            call.values = Some(outcome.values);
        }
    }

    pub(crate) fn clear(&mut self) {
        self.calls.clear();
    }

    /// The calls, with or without the values that each carried.
    pub(crate) fn list(&self, values: bool) -> Vec<Call> {
        let mut calls = self.calls.clone();
        for call in &mut calls {
            let kept = call.values.take().unwrap_or_default();
            call.values = values.then_some(kept);
        }
        calls
    }
}
