//! The effects a page's worker has: fetch, the clock and timers.
//!
//! What can be told without a browser, such as where a call may go, compiles and is tested natively;
//! the effects themselves exist in a browser only.

mod address;
pub mod base;
pub mod mailbox;

#[cfg(target_arch = "wasm32")]
pub mod clock;
#[cfg(target_arch = "wasm32")]
pub mod fetch;
#[cfg(target_arch = "wasm32")]
pub mod host;

#[cfg(all(test, target_arch = "wasm32"))]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);
