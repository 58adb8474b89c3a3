//! Who is signed in, and how to get a token.
//!
//! [`SignIn`] is the state, a sum type that a [`Happening`] moves on; [`SignInProvider`] gives it to
//! the page as a context and [`use_sign_in`] reads it, with the actions. What signs in stands behind
//! [`TokenSource`]: [`Msal`] on the page, a fake in tests. A token is asked for per request and lives
//! nowhere here. Each [`Failure`] explains itself.

mod address;
mod awaited;
mod context;
mod failure;
mod msal;
mod source;
mod state;
mod view;
pub mod words;

pub use address::{Framing, here, parent_origin};
pub use awaited::Awaited;
pub use context::{SignInHandle, SignInProvider, SignInProviderProps, use_sign_in};
pub use failure::{Cause, Explanation, Facts, Failed, Failure, Shown};
pub use msal::Msal;
pub use source::{Answer, Asked, TokenSource, Way};
pub use state::{Account, Happening, SignIn};
pub use view::{account, button, failure_box};
