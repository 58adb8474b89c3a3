//! Walks `config.json`, key by key, and collects every fault.
//!
//! Two passes of meaning in one walk: each key's own shape first, then what one key demands of
//! another (a demo's endpoints and its short quota window only on this computer).

use std::time::Duration;

use serde_json::Value;

use super::{
    ApiBase, AuthorityMetadata, Cloud, Config, ConfigError, Expiry, GivenDefaults, GivenForGroup,
    Link, LoweredLimits, keys::Keys, url,
};
use crate::{
    check::check_template,
    indicator::{Action, Severity},
    limits::{Limits, Quota},
    value::AddressRange,
};

const KEYS: &[&str] = &[
    // Editors follow it to what may stand in the file.
    "$schema",
    "clientId",
    "tenantId",
    "tenantName",
    "cloud",
    "authority",
    "scope",
    "apiBases",
    "ownDomains",
    "ownAddresses",
    "defaults",
    "limits",
    "links",
    "embeddingParents",
    "auth",
    "redirectPath",
];
const DEFAULTS: &[&str] = &[
    "action",
    "title",
    "description",
    "severity",
    "expiresInDays",
    "generateAlert",
    "rbacGroupNames",
    "files",
    "addresses",
    "names",
];
const FOR_GROUP: &[&str] = &["action", "severity", "expiresInDays"];
const LIMITS: &[&str] = &[
    "callsPerMinute",
    "batchItems",
    "deleteCallsPerMinute",
    "deleteIds",
    "windowSeconds",
];
const METADATA: &[&str] = &[
    "issuer",
    "authorization_endpoint",
    "token_endpoint",
    "end_session_endpoint",
    "jwks_uri",
];

const A_TEXT: &str = "a text of 1 to 1000 characters, with value, type, action, severity, expires, date, \
     file, line, or column: and a column's name in braces";

/// Characters of a device group's name.
const MOST_IN_GROUP: usize = 200;

const ON_LOOPBACK: &str =
    "an address on this computer (localhost, 127.0.0.1 or [::1]): it is for the demo alone";

pub(super) fn config(json: &Value) -> Result<Config, Vec<ConfigError>> {
    let mut faults = Vec::new();
    let config =
        Keys::of(json, String::new(), KEYS, &mut faults).and_then(|mut keys| root(&mut keys));
    match config {
        Some(config) if faults.is_empty() => Ok(config),
        _ => Err(faults),
    }
}

/// `None` only where a fault was noted.
fn root(keys: &mut Keys) -> Option<Config> {
    let client_id = keys.required("clientId", "the application's id, a GUID", |v| {
        v.as_str().filter(|text| is_guid(text)).map(str::to_owned)
    });
    let tenant_id = keys.required(
        "tenantId",
        "the tenant's id, a GUID, or one of its domains; common, organizations and consumers are \
         no tenant",
        |v| v.as_str().filter(|text| is_tenant(text)).map(str::to_owned),
    );
    let tenant_name = keys.optional("tenantName", "a name of 1 to 100 characters", |v| {
        label(v, 100)
    });
    let cloud = keys.optional("cloud", "commercial, gcc, gcc-high or dod", |v| {
        Cloud::ALL
            .into_iter()
            .find(|cloud| Some(cloud.as_str()) == v.as_str())
    });
    let authority = keys.optional(
        "authority",
        "an https address with the tenant as its path, such as \
         https://login.microsoftonline.com/contoso.example",
        |v| v.as_str().and_then(authority),
    );
    let scope = keys.optional(
        "scope",
        "a resource and a permission, such as https://api.securitycenter.microsoft.com/Ti.ReadWrite",
        |v| v.as_str().filter(|text| is_scope(text)).map(str::to_owned),
    );
    let cloud = cloud.unwrap_or_default();
    let api_bases = match keys.list("apiBases", &["name", "base"], api_base) {
        Some(given) if given.is_empty() && keys.has("apiBases") => {
            keys.bad("apiBases", "at least one API base, or no such key")
        }
        Some(given) if given.is_empty() => Some(cloud.api_bases()),
        given => given,
    };
    let lowered = limits(keys, api_bases.as_deref().unwrap_or_default());
    Some(Config {
        own_domains: keys.texts(
            "ownDomains",
            "a domain such as contoso.example, without a wildcard",
            url::domain,
        ),
        own_addresses: keys.texts(
            "ownAddresses",
            "an address such as 198.51.100.7, or a range that begins at its network's first address, \
             such as 198.51.100.0/24 or 2001:db8::/32",
            own_address,
        ),
        defaults: given_defaults(keys),
        lowered,
        links: keys
            .list("links", &["name", "url"], link)
            .unwrap_or_default(),
        embedding_parents: keys.texts(
            "embeddingParents",
            "an https origin such as https://portal.contoso.example, without path or wildcard",
            url::bare_origin,
        ),
        authority_metadata: keys
            .object("auth", &["authorityMetadata"])
            .and_then(|mut auth| {
                auth.object("authorityMetadata", METADATA)
                    .and_then(|mut keys| metadata(&mut keys))
            }),
        redirect_path: keys
            .optional(
                "redirectPath",
                "a path of this origin, such as redirect.html",
                |v| {
                    v.as_str()
                        .filter(|path| is_redirect_path(path))
                        .map(str::to_owned)
                },
            )
            .unwrap_or_else(|| "redirect.html".to_owned()),
        client_id: client_id?,
        tenant_id: tenant_id?,
        api_bases: api_bases?,
        tenant_name,
        cloud,
        authority,
        scope,
    })
}

fn api_base(keys: &mut Keys) -> Option<ApiBase> {
    let name = keys.required("name", "a name of 1 to 60 characters", |v| label(v, 60));
    let base = keys.required(
        "base",
        "an https address (or http on this computer) with an optional path, without query, fragment \
         or user name",
        |v| v.as_str().and_then(url::base),
    );
    Some(ApiBase {
        name: name?,
        base: base?,
    })
}

fn own_address(text: &str) -> Option<AddressRange> {
    let single = text.parse().ok().map(AddressRange::single);
    single.or_else(|| AddressRange::parse(text))
}

fn link(keys: &mut Keys) -> Option<Link> {
    let name = keys.required("name", "a name of 1 to 60 characters", |v| label(v, 60));
    let url = keys.required("url", "an https address", |v| {
        v.as_str().and_then(url::link)
    });
    Some(Link {
        name: name?,
        url: url?,
    })
}

/// What stands under `defaults`.
pub(crate) fn given_defaults(keys: &mut Keys) -> GivenDefaults {
    let Some(mut keys) = keys.object("defaults", DEFAULTS) else {
        return GivenDefaults::default();
    };
    let keys = &mut keys;
    GivenDefaults {
        action: action(keys),
        title: keys.optional("title", A_TEXT, text),
        description: keys.optional("description", A_TEXT, text),
        severity: severity(keys),
        expires: expires(keys),
        generate_alert: keys.optional("generateAlert", "true or false", Value::as_bool),
        rbac_group_names: keys.has("rbacGroupNames").then(|| {
            keys.texts("rbacGroupNames", "a device group's name", |name| {
                label(&name.into(), MOST_IN_GROUP)
            })
        }),
        files: for_group(keys, "files"),
        addresses: for_group(keys, "addresses"),
        names: for_group(keys, "names"),
    }
}

fn for_group(keys: &mut Keys, group: &str) -> GivenForGroup {
    let Some(mut keys) = keys.object(group, FOR_GROUP) else {
        return GivenForGroup::default();
    };
    GivenForGroup {
        action: action(&mut keys),
        severity: severity(&mut keys),
        expires: expires(&mut keys),
    }
}

fn action(keys: &mut Keys) -> Option<Action> {
    let allowed = "Audit, Allowed, Warn, Block or BlockAndRemediate";
    keys.optional("action", allowed, |v| {
        let modern = |action: &Action| !matches!(action, Action::Alert | Action::AlertAndBlock);
        v.as_str().and_then(Action::read).filter(modern)
    })
}

fn severity(keys: &mut Keys) -> Option<Severity> {
    let allowed = "Informational, Low, Medium or High";
    keys.optional("severity", allowed, |v| v.as_str().and_then(Severity::read))
}

fn expires(keys: &mut Keys) -> Option<Expiry> {
    let allowed = "a whole number from 1 to 3650, or \"never\"";
    keys.optional("expiresInDays", allowed, |v| {
        if v.as_str() == Some("never") {
            return Some(Expiry::Never);
        }
        let days = whole(v, 1..=3650)?;
        u16::try_from(days).ok().map(Expiry::InDays)
    })
}

/// `windowSeconds` is for an emulator: against the real API a shorter minute would break its limit.
fn limits(keys: &mut Keys, api_bases: &[ApiBase]) -> LoweredLimits {
    let documented = Limits::documented();
    let emulated = api_bases.iter().all(|api| url::on_loopback(&api.base));
    let Some(mut keys) = keys.object("limits", LIMITS) else {
        return LoweredLimits::default();
    };
    LoweredLimits {
        calls_per_minute: calls(&mut keys, "callsPerMinute", &documented.import),
        batch_items: items(&mut keys, "batchItems", documented.batch_items),
        delete_calls_per_minute: calls(&mut keys, "deleteCallsPerMinute", &documented.delete),
        delete_ids: items(&mut keys, "deleteIds", documented.delete_ids),
        window: keys.optional(
            "windowSeconds",
            "a whole number from 1 to 60, and only where every API base is on this computer",
            |v| {
                whole(v, 1..=60)
                    .filter(|_| emulated)
                    .map(Duration::from_secs)
            },
        ),
    }
}

/// Calls in a minute, which is the first quota of a class.
fn calls(keys: &mut Keys, key: &str, quotas: &[Quota]) -> Option<u32> {
    let most = quotas.first().map_or(1, |quota| quota.calls);
    keys.optional(
        key,
        "a whole number from 1 to 30: a limit can be lowered, not raised",
        |v| whole(v, 1..=u64::from(most)).and_then(|calls| u32::try_from(calls).ok()),
    )
}

/// Items of one call.
fn items(keys: &mut Keys, key: &str, most: usize) -> Option<usize> {
    keys.optional(
        key,
        "a whole number from 1 to 500: a limit can be lowered, not raised",
        |v| whole(v, 1..=most as u64).and_then(|items| usize::try_from(items).ok()),
    )
}

fn metadata(keys: &mut Keys) -> Option<AuthorityMetadata> {
    let mut endpoint =
        |key| keys.required(key, ON_LOOPBACK, |v| v.as_str().and_then(url::loopback));
    let [issuer, authorization, token, end_session, jwks] = [
        endpoint("issuer"),
        endpoint("authorization_endpoint"),
        endpoint("token_endpoint"),
        endpoint("end_session_endpoint"),
        endpoint("jwks_uri"),
    ];
    Some(AuthorityMetadata {
        issuer: issuer?,
        authorization_endpoint: authorization?,
        token_endpoint: token?,
        end_session_endpoint: end_session?,
        jwks_uri: jwks?,
    })
}

fn is_guid(text: &str) -> bool {
    let lengths = [8, 4, 4, 4, 12];
    let groups: Vec<&str> = text.split('-').collect();
    let hex = |group: &str| group.bytes().all(|b| b.is_ascii_hexdigit());
    groups.len() == lengths.len()
        && groups
            .iter()
            .zip(lengths)
            .all(|(group, length)| group.len() == length && hex(group))
}

fn is_tenant(text: &str) -> bool {
    is_guid(text) || url::domain(text).is_some()
}

fn authority(text: &str) -> Option<String> {
    let authority = url::base(text).filter(|authority| authority.starts_with("https://"))?;
    let tenant = &authority[url::origin(&authority).len()..];
    let nobody = matches!(tenant, "" | "/common" | "/organizations" | "/consumers");
    (!nobody).then_some(authority)
}

/// A permission without a resource would be asked of Microsoft Graph, which has no such permission.
fn is_scope(text: &str) -> bool {
    let named = |rest: &str| {
        rest.split_once('/').is_some_and(|(resource, permission)| {
            !resource.is_empty() && !permission.is_empty() && !permission.ends_with('/')
        })
    };
    text.bytes().all(|b| b.is_ascii_graphic())
        && text
            .split_once("://")
            .is_some_and(|(scheme, rest)| matches!(scheme, "https" | "api") && named(rest))
}

fn is_redirect_path(path: &str) -> bool {
    !path.is_empty() && !path.ends_with('/') && !path.contains(':') && url::is_plain_path(path)
}

/// A text with fields that are known.
fn text(value: &Value) -> Option<String> {
    label(value, 1_000).filter(|text| check_template(text).is_ok())
}

pub(crate) fn label(value: &Value, most: usize) -> Option<String> {
    let text = value.as_str()?;
    let good = !text.trim().is_empty()
        && text.chars().count() <= most
        && !text.chars().any(char::is_control);
    good.then(|| text.to_owned())
}

pub(crate) fn whole(value: &Value, range: std::ops::RangeInclusive<u64>) -> Option<u64> {
    value.as_u64().filter(|number| range.contains(number))
}
