//! The sentences of the sign-in.

use super::Cause;

/// On the button.
pub const SIGN_IN: &str = "Sign in with your work account";
/// On the button while the user is at the sign-in.
pub const SIGNING_IN: &str = "Signing in. Click to start again";
/// On the button where a sign-in has run out.
pub const SIGN_IN_AGAIN: &str = "Sign in again";
/// The other way in.
pub const IN_A_WINDOW: &str = "Sign in in a window";
/// On the button where nothing but another try is left.
pub const TRY_AGAIN: &str = "Try again";
/// In the account's menu.
pub const SIGN_OUT: &str = "Sign out";
/// Before the account, for screen readers.
pub const ACCOUNT: &str = "Account and tenant: ";
/// Beside the account whose sign-in has run out.
pub const LAPSED: &str = "sign in again";
/// Before the reference line.
pub const REFERENCE: &str = "For whoever helps you";
/// Before the provider's own words.
pub const SAID: &str = "The sign-in said";

/// Heading, what happened, what to do.
#[must_use]
pub const fn failure(cause: Cause) -> (&'static str, &'static str, &'static str) {
    match cause {
        Cause::ConsentMissing => (
            "Nobody has allowed this app for your organisation yet",
            "You signed in, but the permission to write indicators has not been consented to. Nothing was sent.",
            "Give the address below to an administrator of your tenant. After the consent, sign in again.",
        ),
        Cause::ApprovalNeeded => (
            "An administrator has to approve this app",
            "Your organisation does not let users consent themselves. Nothing was sent.",
            "Give the address below to an administrator of your tenant. After the approval, sign in again.",
        ),
        Cause::NotAssigned => (
            "Your account is not assigned to this app",
            "You signed in, but the app is open to assigned accounts only, and yours is not one. Nothing was sent.",
            "Ask the owner of the app registration to assign you, or sign in with another account.",
        ),
        Cause::RedirectUri => (
            "This page's address is not registered",
            "The sign-in refuses to answer to an address that the app registration does not list.",
            "Whoever owns the app registration adds the address below under Single-page application, to the letter.",
        ),
        Cause::UnknownApplication => (
            "The tenant does not know this app",
            "The client ID in config.json belongs to no app of this tenant.",
            "Whoever hosts this page checks clientId and tenantId in config.json.",
        ),
        Cause::NotSinglePage => (
            "The app is registered for the wrong platform",
            "A page in a browser may sign in only where its address is registered as a single-page application.",
            "Whoever owns the app registration moves the address below from Web to Single-page application.",
        ),
        Cause::SignInAgain => (
            "Your sign-in has run out",
            "A new token needs you: the sign-in expired, or a second factor is asked for. What is on this page is kept.",
            "Sign in again; the work goes on where it stopped.",
        ),
        Cause::WindowBlocked => (
            "The browser blocked the sign-in window",
            "No window opened. What is on this page is kept.",
            "Allow windows for this site, usually at the end of the address bar, and try again.",
        ),
        Cause::WindowClosed => (
            "No answer came from the sign-in window",
            "The window was closed, or it could not report back. Nothing was sent.",
            "Try again. If it keeps happening inside another site, open this page in a tab of its own. If Microsoft's \
             window showed AADSTS50011, the address below is not registered.",
        ),
        Cause::AlreadyOpen => (
            "A sign-in is already open",
            "Another window of this page is at the sign-in.",
            "Finish it there, or sign in again here, which takes its place.",
        ),
        Cause::Superseded => (
            "A later sign-in took this one's place",
            "Only the last window counts.",
            "Go on in the window that is open.",
        ),
        Cause::Cancelled => (
            "The sign-in was cancelled",
            "You, or a policy of your organisation, ended it. Nothing was sent.",
            "Sign in when you are ready. If you did not cancel it, give the line below to your administrator.",
        ),
        Cause::Embedded => (
            "This page cannot sign in inside another page",
            "A page in a frame may not leave for the sign-in.",
            "Use the sign-in window, or open this page in a tab of its own.",
        ),
        Cause::Insecure => (
            "This address is not safe enough to sign in",
            "Browsers offer the cryptography that sign-in needs over https, or on localhost, and nowhere else.",
            "Open the page by its https address.",
        ),
        Cause::Authority => (
            "The sign-in service cannot be reached",
            "Either the authority in config.json is wrong, or a proxy, a certificate or this page's security policy is in the way.",
            "Check the network and load the page again. Whoever hosts this page checks the authority below.",
        ),
        Cause::Network => (
            "The network is in the way of the sign-in",
            "The sign-in did not answer, or the browser withheld its answer. What is on this page is kept.",
            "Check the network, then try again. A proxy has to let the host below through.",
        ),
        Cause::Storage => (
            "The browser keeps no data for this page",
            "Sign-in needs session storage, which a setting or a frame of another site denies.",
            "Open this page in a tab of its own, or allow site data for the origin below.",
        ),
        Cause::Library => (
            "The sign-in library did not load",
            "The file is missing, or is not the one that was built in. Nothing was sent.",
            "Try again. If it keeps failing, whoever hosts this page copies the built folder again, whole.",
        ),
        Cause::Unknown => (
            "The sign-in failed",
            "It ended in a way that this page does not know. Nothing was sent.",
            "Try again. If it happens again, give the line below to whoever helps you.",
        ),
    }
}
