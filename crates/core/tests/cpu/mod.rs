//! How long a call keeps its thread busy: on a machine that is shared a clock says too much.

use std::{
    fs,
    time::{Duration, Instant},
};

/// The time that `call` is on a processor; by the clock where the system does not count that.
pub(crate) fn spent(call: impl FnOnce()) -> Duration {
    let started = Instant::now();
    let before = on_processor();
    call();
    match (before, on_processor()) {
        (Some(before), Some(after)) => after.saturating_sub(before),
        _ => started.elapsed(),
    }
}

/// The time that this thread was on a processor so far, as Linux counts it.
fn on_processor() -> Option<Duration> {
    let counted = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds = counted.split_whitespace().next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}
