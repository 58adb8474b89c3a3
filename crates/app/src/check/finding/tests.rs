//! Facts in, findings out: a line each.

use ioculate_core::session::{Closed, Connection};

use super::super::{
    facts::{Call, Facts, Found, Needed, Place, Served},
    finding::{Finding, findings, heading},
    policy::Directive,
};

const API: &str = "https://api.example/mde/api/indicators?$top=1";
const SIGN_IN: &str = "https://login.example/t/openid";

fn place(online: bool) -> Place {
    let needed = |url: &str, directive| Needed {
        url: url.to_owned(),
        directive,
    };
    Place {
        page: "https://ioc.example/".to_owned(),
        browser: String::new(),
        header: String::new(),
        redirect_header: String::new(),
        needed: vec![
            needed(API, Directive::Connect),
            needed("https://eu.example", Directive::Connect),
            needed(SIGN_IN, Directive::Connect),
            needed(SIGN_IN, Directive::Frame),
        ],
        api: API.to_owned(),
        sign_in: SIGN_IN.to_owned(),
        online,
    }
}

fn served(word: &str) -> Served {
    let hosts = match word {
        "asked" => return Served::Asked,
        "unread" => return Served::Unread,
        "nothing" => return Served::Nothing,
        "all" => "https://*.example",
        "no-api" => "https://eu.example https://login.example",
        "no-eu" => "https://api.example https://login.example",
        "no-login" => "https://api.example https://eu.example",
        other => panic!("{other}"),
    };
    Served::Policy(format!(
        "default-src 'none'; connect-src {hosts}; frame-src {hosts}"
    ))
}

fn call(word: &str) -> Call {
    let code = word.split_once(' ').map_or("", |(_, code)| code).to_owned();
    let message = String::new();
    let reason = match word.split(' ').next().unwrap_or_default() {
        "asked" => return Call::Asked,
        "busy" => return Call::Busy,
        "checking" => return Call::Told(Connection::Checking),
        "open" => return Call::Told(Connection::Open),
        "bare" => return Call::Bare(code.parse().ok()),
        "cors" => Closed::CrossOrigin,
        "unreachable" => Closed::Unreachable,
        "sign-in" => Closed::SignIn { code },
        "permission" => Closed::Permission { code, message },
        "status" => Closed::Unexpected {
            status: code.parse().unwrap_or_default(),
            message,
        },
        other => panic!("{other}"),
    };
    let api_base = "https://api.example/mde".to_owned();
    Call::Told(Connection::Closed { reason, api_base })
}

/// `network, policy, sign-in's host, API's host, call`.
fn facts(line: &str) -> (Place, Facts) {
    let words: Vec<&str> = line.split(',').map(str::trim).collect();
    let [network, policy, sign_in, api, call_] = words[..] else {
        panic!("{line}");
    };
    let mut facts = Facts {
        policy: served(policy.split('+').next().unwrap_or_default()),
        call: call(call_),
        ..Facts::default()
    };
    if let Some((_, broken)) = policy.split_once('+') {
        facts.take(Found::Broken(broken.to_owned()));
    }
    if sign_in != "?" {
        facts.take(Found::SignIn(sign_in == "yes"));
    }
    if api != "?" {
        facts.take(Found::Api(api == "yes"));
    }
    (place(network == "on"), facts)
}

fn come_to(line: &str) -> String {
    let (place, facts) = facts(line);
    let found = findings(&place, &facts);
    let name = |finding: Finding| format!("{finding:?}");
    let all: Vec<String> = found.iter().map(|(_, it)| name(*it)).collect();
    format!("{} | {}", all.join(" "), name(heading(&found)))
}

#[test]
fn facts_come_to_findings() {
    for (line, expected) in [
        (
            "on, asked, ?, ?, asked",
            "Online Asking Asking Asking Asking Asking Asking | Asking",
        ),
        (
            "off, asked, ?, ?, asked",
            "Asking Asking Asking Asking Asking Asking Asking | Asking",
        ),
        (
            "on, all, yes, yes, checking",
            "Online Allows Answers Asking Asking Asking Asking | Asking",
        ),
        (
            "on, all, yes, ?, open",
            "Online Allows Answers Asking Asking Asking Asking | Asking",
        ),
        // All well, whatever the browser says of its network or the server of the policy.
        (
            "on, all, yes, yes, open",
            "Online Allows Answers Answers Readable TokenTaken Permitted | Permitted",
        ),
        (
            "off, all, yes, yes, open",
            "Online Allows Answers Answers Readable TokenTaken Permitted | Permitted",
        ),
        (
            "on, unread, yes, yes, open",
            "Online Unread Answers Answers Readable TokenTaken Permitted | Permitted",
        ),
        (
            "on, nothing, yes, yes, open",
            "Online Unserved Answers Answers Readable TokenTaken Permitted | Unserved",
        ),
        (
            "on, all, yes, no, open",
            "Online Allows Answers Answers Readable TokenTaken Permitted | Permitted",
        ),
        // No network, or no host.
        (
            "off, unread, no, no, unreachable",
            "Offline Unread SignInSilent ApiSilent NeedsAccess NeedsAccess NeedsAccess | Offline",
        ),
        (
            "on, all, yes, no, unreachable",
            "Online Allows Answers ApiSilent NeedsAccess NeedsAccess NeedsAccess | ApiSilent",
        ),
        (
            "on, all, no, yes, open",
            "Online Allows SignInSilent Answers Readable TokenTaken Permitted | SignInSilent",
        ),
        (
            "on, all, yes, no, bare",
            "Online Allows Answers ApiSilent NeedsAccess NeedsAccess NeedsAccess | ApiSilent",
        ),
        // The page's own policy.
        (
            "on, no-api, yes, no, asked",
            "Online Forbids Answers NotAsked NeedsAccess NeedsAccess NeedsAccess | Forbids",
        ),
        (
            "on, no-login, ?, yes, open",
            "Online Forbids NotAsked Answers Readable TokenTaken Permitted | Forbids",
        ),
        (
            "on, no-eu, yes, yes, open",
            "Online Forbids Answers Answers Readable TokenTaken Permitted | Forbids",
        ),
        (
            "on, no-eu, yes, yes, cors",
            "Online Forbids Answers Answers Refused NeedsAccess NeedsAccess | Refused",
        ),
        (
            "on, unread+https://api.example, yes, no, unreachable",
            "Online Forbids Answers NotAsked NeedsAccess NeedsAccess NeedsAccess | Forbids",
        ),
        (
            "on, all+https://other.example/x, yes, yes, open",
            "Online Allows Answers Answers Readable TokenTaken Permitted | Permitted",
        ),
        // Refused by CORS: the blind probe comes through, the real call does not.
        (
            "on, all, yes, yes, cors",
            "Online Allows Answers Answers Refused NeedsAccess NeedsAccess | Refused",
        ),
        (
            "on, all, yes, yes, unreachable",
            "Online Allows Answers Answers Refused NeedsAccess NeedsAccess | Refused",
        ),
        (
            "on, nothing, yes, yes, cors",
            "Online Unserved Answers Answers Refused NeedsAccess NeedsAccess | Refused",
        ),
        (
            "on, all, yes, yes, bare",
            "Online Allows Answers Answers Withheld NeedsAccess NeedsAccess | Withheld",
        ),
        // Something else answers, or the API is not well.
        (
            "on, all, yes, yes, status 404",
            "Online Allows Answers WrongHost NeedsAccess NeedsAccess NeedsAccess | WrongHost",
        ),
        (
            "on, all, yes, yes, status 200",
            "Online Allows Answers WrongHost NeedsAccess NeedsAccess NeedsAccess | WrongHost",
        ),
        (
            "on, all, yes, yes, bare 200",
            "Online Allows Answers WrongHost NeedsAccess NeedsAccess NeedsAccess | WrongHost",
        ),
        (
            "on, all, yes, yes, status 503",
            "Online Allows Answers InTrouble NeedsAccess NeedsAccess NeedsAccess | InTrouble",
        ),
        (
            "on, all, yes, yes, status 429",
            "Online Allows Answers TooMany NeedsAccess NeedsAccess NeedsAccess | TooMany",
        ),
        // Nobody is signed in, or not as the API wants it.
        (
            "on, all, yes, yes, bare 401",
            "Online Allows Answers Answers Readable SignedOut NeedsSignIn | SignedOut",
        ),
        (
            "on, nothing, yes, yes, bare 403",
            "Online Unserved Answers Answers Readable SignedOut NeedsSignIn | SignedOut",
        ),
        (
            "on, all, yes, yes, sign-in Unauthorized",
            "Online Allows Answers Answers Readable TokenRefused NeedsSignIn | TokenRefused",
        ),
        (
            "on, all, yes, yes, sign-in HTTP 401",
            "Online Allows Answers Answers Readable TokenRefused NeedsSignIn | TokenRefused",
        ),
        (
            "on, all, yes, yes, sign-in interaction_required",
            "Online Allows Answers Answers NeedsSignIn NoToken NeedsSignIn | NoToken",
        ),
        (
            "on, all, no, no, sign-in network_error",
            "Online Allows SignInSilent ApiSilent NeedsAccess NoToken NeedsSignIn | SignInSilent",
        ),
        // Signed in, and not allowed to.
        (
            "on, all, yes, yes, permission Forbidden",
            "Online Allows Answers Answers Readable TokenTaken NotPermitted | NotPermitted",
        ),
        (
            "on, all, yes, yes, permission DisabledFeature",
            "Online Allows Answers Answers Readable TokenTaken Disabled | Disabled",
        ),
        // A run goes on.
        (
            "on, all, yes, yes, busy",
            "Online Allows Answers Answers Busy Busy Busy | Busy",
        ),
        (
            "on, all, yes, no, busy",
            "Online Allows Answers ApiSilent NeedsAccess NeedsAccess NeedsAccess | ApiSilent",
        ),
    ] {
        assert_eq!(come_to(line), expected, "{line}");
    }
}

#[test]
fn each_host_that_is_forbidden_is_named_once() {
    let named = |line: &str| {
        let (place, facts) = facts(line);
        let all = facts.forbidden(&place).into_iter();
        let all: Vec<String> = all.map(|(it, by)| format!("{it} {}", by.name())).collect();
        all.join(", ")
    };
    assert_eq!(named("on, all, ?, ?, asked"), "");
    assert_eq!(
        named("on, no-eu, ?, ?, asked"),
        "https://eu.example connect-src"
    );
    let both = "https://login.example connect-src, https://login.example frame-src";
    assert_eq!(named("on, no-login, ?, ?, asked"), both);
    let broken = "on, unread+https://api.example/x, ?, ?, asked";
    assert_eq!(named(broken), "https://api.example connect-src");
}
