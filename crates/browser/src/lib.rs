//! The effects a page's worker has: fetch, the clock and timers, the journal and its locks.
//!
//! What can be told without a browser, such as where a call may go, compiles and is tested natively;
//! the effects themselves exist in a browser only.

mod address;
pub mod base;
pub mod line;
pub mod mailbox;
pub mod turns;

#[cfg(target_arch = "wasm32")]
pub mod clock;
#[cfg(target_arch = "wasm32")]
mod complaint;
#[cfg(target_arch = "wasm32")]
pub mod digest;
#[cfg(target_arch = "wasm32")]
pub mod fetch;
#[cfg(target_arch = "wasm32")]
pub mod host;
#[cfg(target_arch = "wasm32")]
pub mod journal;
#[cfg(target_arch = "wasm32")]
pub mod locks;

#[cfg(all(test, target_arch = "wasm32"))]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);
