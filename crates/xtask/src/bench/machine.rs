//! The machine that something was measured on, for a reader.

use std::{env::consts, fs, thread};

/// Its processor and system.
pub(super) fn said() -> String {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    format!("{} with {cores} cores ({})", processor(), consts::OS)
}

/// How many programs wanted to run in the last minute, where the system tells: what is measured beside
/// others says less.
pub(super) fn load() -> String {
    let told = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = told.split(' ').next().filter(|load| !load.is_empty());
    load.unwrap_or("not told").to_owned()
}

fn processor() -> String {
    let told = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = told.lines().find(|line| line.starts_with("model name"));
    let model = model.and_then(|line| line.split_once(": "));
    model.map_or(consts::ARCH.to_owned(), |(_, model)| {
        model.trim().to_owned()
    })
}
