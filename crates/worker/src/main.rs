//! The page's worker: pumps messages between the page and the session, and decides nothing.
//!
//! Both directions carry an array. The page posts `[command, attachment]`: the first a
//! [`Command`](ioculate_core::session::Command) as a plain object, the second a `File`, `Blob` or
//! `ArrayBuffer` where the command is `Read` or `OpenRunFile`, and absent otherwise. The worker posts
//! `[event, ...buffers]`: the first an [`Event`](ioculate_core::session::Event) as a plain object,
//! the rest one transferred `ArrayBuffer` for each file of an `Export`, in its order.
//!
//! The first message is `Ready`; what the page posts before it may be lost. `Runs` follows by itself as
//! soon as the journal is open, and again whenever what is kept has changed, in whichever page.
//! Commands are answered in the order in which they came, except that a token goes straight to the
//! call that waits for it. One that needs a part of this program that is not here yet (`later`) holds
//! back those behind it until the part has come, or has not. While a run goes on, commands are still
//! answered, and `Progress` comes at most five times a second. After `Failed` nothing more comes: the
//! page starts a new worker.

#[cfg(target_arch = "wasm32")]
mod crossing;
#[cfg(target_arch = "wasm32")]
mod file;
#[cfg(target_arch = "wasm32")]
mod guard;
#[cfg(target_arch = "wasm32")]
mod keeper;
#[cfg(target_arch = "wasm32")]
mod later;
#[cfg(target_arch = "wasm32")]
mod past;
#[cfg(target_arch = "wasm32")]
mod post;
#[cfg(target_arch = "wasm32")]
mod pump;
#[cfg(target_arch = "wasm32")]
mod run;
#[cfg(target_arch = "wasm32")]
mod told;
#[cfg(target_arch = "wasm32")]
mod unpack;

fn main() {
    #[cfg(target_arch = "wasm32")]
    pump::start();
}
