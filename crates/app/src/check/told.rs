//! The check as a text for an administrator. It holds addresses and outcomes, and of what the API said its
//! code alone: a token, or an indicator that something else answers with, is in none of them.

use ioculate_core::session::{Closed, Connection};

use super::{Call, Directive, Finding, Served, findings, heading};
use crate::{
    figures,
    shell::Deployment,
    state::Check,
    words::{
        check as words,
        message::{check as message, choose},
        shell,
    },
};

/// The report.
#[must_use]
pub fn told(check: &Check, deployment: &Deployment) -> String {
    let all = findings(&check.place, &check.facts);
    let mut lines = vec![
        format!("{}: {}", shell::NAME, words::heading(heading(&all))),
        String::new(),
    ];
    lines.extend(all.iter().map(|(step, finding)| {
        let state = words::state(finding.state());
        let found = found(check, *finding);
        format!("[{state}] {}: {found}", words::step(*step))
    }));
    lines.push(String::new());
    lines.extend(facts(check, deployment));
    lines.join("\n") + "\n"
}

/// What was found in a step, with the hosts that are forbidden.
pub(super) fn found(check: &Check, finding: Finding) -> String {
    match finding {
        Finding::Forbids => {
            let all = check.facts.forbidden(&check.place).into_iter();
            let named = |(origin, by): (&str, Directive)| format!("{origin} ({})", by.name());
            message::forbids(&all.map(named).collect::<Vec<_>>().join(", "))
        }
        finding => words::found(finding).to_owned(),
    }
}

fn facts(check: &Check, deployment: &Deployment) -> Vec<String> {
    let place = &check.place;
    let served = match &check.facts.policy {
        Served::Policy(policy) => policy.as_str(),
        Served::Nothing => message::unserved(),
        Served::Asked | Served::Unread => message::unread(),
    };
    let named = [
        (message::page(), place.page.as_str()),
        (choose::build(), &deployment.build),
        (choose::cloud(), &deployment.cloud),
        (choose::api_host(), &deployment.api_base),
        (choose::sign_in(), &deployment.sign_in_host),
        (choose::app_id(), &deployment.client_id),
        (choose::permission(), &deployment.scope),
        (message::browser(), &place.browser),
        (message::time(), &figures::utc(check.at)),
        (message::served(), served),
        (message::header(), &place.header),
        ("redirect.html", &place.redirect_header),
    ];
    let answer = code(&check.facts.call).map(|code| format!("API: {code}"));
    let lines = named.iter().map(|(name, value)| format!("{name}: {value}"));
    lines.chain(answer).collect()
}

/// The API's own code, or the status.
fn code(call: &Call) -> Option<String> {
    match call {
        Call::Told(Connection::Closed { reason, .. }) => match reason {
            Closed::SignIn { code } | Closed::Permission { code, .. } => Some(code.clone()),
            Closed::Unexpected { status, .. } => Some(format!("HTTP {status}")),
            Closed::CrossOrigin | Closed::Unreachable => None,
        },
        Call::Bare(Some(status)) => Some(format!("HTTP {status}")),
        Call::Told(_) | Call::Bare(None) | Call::Asked | Call::Busy => None,
    }
}
