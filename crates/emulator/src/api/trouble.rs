//! What goes wrong with a call on request: before its work is done, and after it.

use axum::{http::StatusCode, response::Response};

use super::{Answer, broken::Break, route::Endpoint, too_many};
use crate::{
    envelope::{self, Refusal},
    faults::Faults,
    shared::{Counts, Store},
};

/// What becomes of an answer on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It arrives.
    Whole,
    /// It arrives broken.
    Broken(Break),
    /// The connection ends in its place; nothing was done.
    Refused,
    /// The connection ends in its place; the work was done.
    Lost,
    /// It is held back for ever.
    Held,
    /// It is held back until the switch is lifted, and arrives then.
    Delayed,
}

impl Fate {
    pub(super) fn ends_the_connection(self) -> bool {
        matches!(self, Self::Refused | Self::Lost)
    }

    /// Nothing of it arrives.
    pub(super) fn is_lost(self) -> bool {
        self.ends_the_connection() || self == Self::Held
    }
}

/// What keeps a write from its work; `unused` is whether it is the first on its connection.
pub(super) fn before(store: &mut Store, endpoint: &Endpoint, unused: bool) -> Option<Answer> {
    let Store { faults, counts, .. } = store;
    if !endpoint.writes() {
        return None;
    }
    if counts.refused.due(faults.drop_before_commit_every, unused) {
        let nothing = envelope::empty(StatusCode::SERVICE_UNAVAILABLE);
        return Some(Answer::from(nothing).with(Fate::Refused));
    }
    let errs = counts.errors.hit(faults.error_every);
    errs.then(|| service_error(counts.erred.hit(2)).into())
}

/// The answer to a call that was worked on, as the switches want it.
pub(super) fn after(
    store: &mut Store,
    endpoint: &Endpoint,
    answer: Answer,
    unused: bool,
) -> Answer {
    let Store { faults, counts, .. } = store;
    if !endpoint.writes() {
        return list(faults, counts, answer);
    }
    let is_done = answer.response.status() == StatusCode::OK;
    let fate = written(faults, counts, is_done, unused);
    answer.with(fate)
}

fn written(faults: &Faults, counts: &mut Counts, is_done: bool, unused: bool) -> Fate {
    if counts.lost.due(faults.drop_after_commit_every, unused) {
        return Fate::Lost;
    }
    if counts.held.hit(faults.hang_every) {
        return Fate::Held;
    }
    counts.prompt = if faults.hold_after == 0 {
        0
    } else {
        counts.prompt + 1
    };
    if counts.prompt > faults.hold_after {
        return Fate::Delayed;
    }
    if is_done && counts.cut.hit(faults.cut_body_every) {
        return Fate::Broken(counts.forms.cut.turn(Break::CUTS));
    }
    if is_done && counts.garbled.hit(faults.garble_every) {
        return Fate::Broken(counts.forms.garbled.turn(Break::GARBLES));
    }
    Fate::Whole
}

/// The five ways in which a list is not had.
fn list(faults: &Faults, counts: &mut Counts, answer: Answer) -> Answer {
    if !counts.lists.hit(faults.list_error_every) {
        return answer;
    }
    match counts.forms.lists.turn([0, 1, 2, 3, 4]) {
        0 => too_many(1).into(),
        1 => service_error(false).into(),
        2 => service_error(true).into(),
        3 => answer.with(Fate::Broken(Break::Short)),
        _ => answer.with(Fate::Broken(Break::Half)),
    }
}

/// The answer of a service in trouble: its own 500, or the bare 503 of a gateway.
fn service_error(of_gateway: bool) -> Response {
    if of_gateway {
        return envelope::empty(StatusCode::SERVICE_UNAVAILABLE);
    }
    let status = StatusCode::INTERNAL_SERVER_ERROR;
    let message = "This call was made to fail; nothing was done.";
    Refusal::new(status, "InternalServerError", message).answer()
}
