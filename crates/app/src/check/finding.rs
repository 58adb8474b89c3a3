//! What each step of a check comes to.

use ioculate_core::session::{Closed, Connection};

use super::facts::{Call, Facts, Place, Probe, Served};

/// The steps, in the order in which one leads to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The browser has a network.
    Network,
    /// The page's own policy lets it reach what is configured.
    Policy,
    /// The sign-in's host answers.
    SignInHost,
    /// The API's host answers, as the API does.
    ApiHost,
    /// It lets pages of this origin in.
    Access,
    /// It takes the sign-in.
    SignIn,
    /// The account may do it.
    Permission,
}

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is being asked.
    Asking,
    /// It is as it should be.
    Passed,
    /// It is not.
    Failed,
    /// It could not be found out.
    NotKnown,
}

/// What a step comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// It is being asked.
    Asking,
    /// The browser has a network.
    Online,
    /// It has none.
    Offline,
    /// The policy lets the page reach every configured host.
    Allows,
    /// It does not.
    Forbids,
    /// The page, or its worker, is served without one.
    Unserved,
    /// The page's server did not say it.
    Unread,
    /// The policy forbids to ask.
    NotAsked,
    /// The page is calling the API already.
    Busy,
    /// A host answers.
    Answers,
    /// The sign-in's does not.
    SignInSilent,
    /// The API's does not.
    ApiSilent,
    /// The API has a trouble of its own.
    InTrouble,
    /// It asks for fewer calls.
    TooMany,
    /// Something else answers.
    WrongHost,
    /// The answer may be read.
    Readable,
    /// It may not: the host refuses pages of this origin.
    Refused,
    /// It could not be read without a sign-in, which may be different with one.
    Withheld,
    /// It takes the page to be let in.
    NeedsAccess,
    /// The token was taken.
    TokenTaken,
    /// It was not.
    TokenRefused,
    /// The sign-in gave none.
    NoToken,
    /// Nobody is signed in.
    SignedOut,
    /// It takes a sign-in.
    NeedsSignIn,
    /// The account may.
    Permitted,
    /// It may not.
    NotPermitted,
    /// The tenant has the feature switched off.
    Disabled,
}

impl Finding {
    /// How a step with it stands.
    #[must_use]
    pub const fn state(self) -> State {
        match self {
            Self::Asking => State::Asking,
            Self::Online
            | Self::Allows
            | Self::Answers
            | Self::Readable
            | Self::TokenTaken
            | Self::Permitted => State::Passed,
            Self::Unread
            | Self::NotAsked
            | Self::Busy
            | Self::NeedsAccess
            | Self::SignedOut
            | Self::NeedsSignIn => State::NotKnown,
            _ => State::Failed,
        }
    }
}

/// What each step comes to.
#[must_use]
pub fn findings(place: &Place, facts: &Facts) -> [(Step, Finding); 7] {
    let [host, access, sign_in, permission] = api(place, facts);
    [
        (Step::Network, network(place, facts)),
        (Step::Policy, policy(place, facts)),
        (Step::SignInHost, sign_in_host(place, facts)),
        (Step::ApiHost, host),
        (Step::Access, access),
        (Step::SignIn, sign_in),
        (Step::Permission, permission),
    ]
}

/// The finding that says what all of them come to: the first that failed, but for the policy. Where that is
/// in the way, what comes after it was not asked; and a missing one is in the way of nothing.
#[must_use]
pub fn heading(findings: &[(Step, Finding)]) -> Finding {
    let all = || findings.iter().map(|(_, finding)| *finding);
    let failed = |it: &Finding| {
        it.state() == State::Failed && !matches!(it, Finding::Forbids | Finding::Unserved)
    };
    let is = |wanted| all().find(|it| *it == wanted);
    is(Finding::Asking)
        .or_else(|| all().find(failed))
        .or_else(|| is(Finding::Forbids))
        .or_else(|| is(Finding::SignedOut))
        .or_else(|| is(Finding::Busy))
        .or_else(|| is(Finding::Unserved))
        .unwrap_or(Finding::Permitted)
}

/// A browser that says it is offline may still reach what is on its own computer.
fn network(place: &Place, facts: &Facts) -> Finding {
    let probes = [facts.sign_in, facts.api];
    if place.online || probes.contains(&Probe::Answered) {
        Finding::Online
    } else if probes.contains(&Probe::Asked) {
        Finding::Asking
    } else {
        Finding::Offline
    }
}

fn policy(place: &Place, facts: &Facts) -> Finding {
    let forbids = !facts.forbidden(place).is_empty();
    match &facts.policy {
        _ if forbids => Finding::Forbids,
        Served::Asked => Finding::Asking,
        Served::Unread => Finding::Unread,
        Served::Nothing => Finding::Unserved,
        Served::Policy(_) => Finding::Allows,
    }
}

fn sign_in_host(place: &Place, facts: &Facts) -> Finding {
    if facts.forbids(place, &place.sign_in) {
        return Finding::NotAsked;
    }
    match facts.sign_in {
        Probe::Asked => Finding::Asking,
        Probe::Answered => Finding::Answers,
        Probe::Silent => Finding::SignInSilent,
    }
}

/// Host, access, sign-in and permission: the first that fails leaves the later ones open.
fn api(place: &Place, facts: &Facts) -> [Finding; 4] {
    use Finding::{
        Answers, ApiSilent, Asking, Busy, Disabled, InTrouble, NeedsAccess, NeedsSignIn, NoToken,
        NotAsked, NotPermitted, Permitted, Readable, Refused, SignedOut, TokenRefused, TokenTaken,
        TooMany, Withheld, WrongHost,
    };
    let stopped = |finding| [finding, NeedsAccess, NeedsAccess, NeedsAccess];
    let shut = |finding| [Answers, finding, NeedsAccess, NeedsAccess];
    let let_in = |sign_in, permission| [Answers, Readable, sign_in, permission];
    if facts.forbids(place, &place.api) {
        return stopped(NotAsked);
    }
    let answers = facts.api == Probe::Answered;
    let status = |status| match status {
        429 => stopped(TooMany),
        500.. => stopped(InTrouble),
        _ => stopped(WrongHost),
    };
    match &facts.call {
        _ if facts.api == Probe::Asked => [Asking; 4],
        Call::Asked | Call::Told(Connection::Checking) => [Asking; 4],
        Call::Busy if answers => [Answers, Busy, Busy, Busy],
        Call::Told(Connection::Open) => let_in(TokenTaken, Permitted),
        Call::Told(Connection::Closed { reason, .. }) => match reason {
            Closed::CrossOrigin => shut(Refused),
            Closed::Unreachable if answers => shut(Refused),
            Closed::Unreachable => stopped(ApiSilent),
            Closed::SignIn { code } if is_of_the_api(code) => let_in(TokenRefused, NeedsSignIn),
            Closed::SignIn { .. } if answers => [Answers, NeedsSignIn, NoToken, NeedsSignIn],
            Closed::SignIn { .. } => [ApiSilent, NeedsAccess, NoToken, NeedsSignIn],
            Closed::Permission { code, .. } if code == "DisabledFeature" => {
                let_in(TokenTaken, Disabled)
            }
            Closed::Permission { .. } => let_in(TokenTaken, NotPermitted),
            Closed::Unexpected { status: it, .. } => status(*it),
        },
        Call::Bare(Some(401 | 403)) => let_in(SignedOut, NeedsSignIn),
        Call::Bare(Some(it)) => status(*it),
        Call::Bare(None) if answers => shut(Withheld),
        Call::Busy | Call::Bare(None) => stopped(ApiSilent),
    }
}

/// Whether the API refused the token; otherwise the sign-in gave none.
fn is_of_the_api(code: &str) -> bool {
    code == "Unauthorized" || code.starts_with("HTTP ")
}

#[cfg(test)]
mod tests;
