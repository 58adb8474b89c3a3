//! The browser's clocks, and timers by them.

use std::time::Duration;

use ioculate_core::clock::{Instant, Now, WallTime};
use js_sys::{Date, Function, Math, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::WorkerGlobalScope;

/// The longest wait that `setTimeout` takes: its delay is a 32-bit signed number of milliseconds.
const LONGEST: Duration = Duration::from_millis(i32::MAX as u64);

/// What the clocks show, and a random number.
pub fn now() -> Now {
    Now {
        mono: mono(),
        wall: wall(),
        jitter: Math::random(),
    }
}

/// The monotonic clock, from the worker's start.
pub fn mono() -> Instant {
    let millis = scope()
        .performance()
        .map_or_else(Date::now, |clock| clock.now());
    Duration::from_secs_f64(millis.max(0.0) / 1_000.0)
}

/// The wall clock.
#[allow(
    clippy::cast_possible_truncation,
    reason = "a date of ECMAScript has at most 54 bits"
)]
pub fn wall() -> WallTime {
    WallTime(Date::now() as i64)
}

/// Calls `callback` once after `delay`, or after 24 days where `delay` is longer: who waits looks at
/// the clock again. The handle cancels the call when it is dropped.
pub fn after(delay: Duration, callback: &Function) -> Timer {
    let millis = delay.min(LONGEST).as_micros().div_ceil(1_000);
    let millis = i32::try_from(millis).unwrap_or(i32::MAX);
    let handle = scope().set_timeout_with_callback_and_timeout_and_arguments_0(callback, millis);
    Timer(handle.ok())
}

/// Waits; less long where `delay` is longer than 24 days.
pub async fn sleep(delay: Duration) {
    let promise = Promise::new(&mut |resolve, _| std::mem::forget(after(delay, &resolve)));
    // The promise is only ever resolved.
    let _: Result<JsValue, JsValue> = JsFuture::from(promise).await;
}

/// A call to come; dropped, it does not come.
#[must_use = "a timer is cancelled when it is dropped"]
#[derive(Debug)]
pub struct Timer(Option<i32>);

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(handle) = self.0 {
            scope().clear_timeout_with_handle(handle);
        }
    }
}

fn scope() -> WorkerGlobalScope {
    js_sys::global().unchecked_into()
}
