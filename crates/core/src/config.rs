//! What a deployment says of itself: `config.json` beside the page.
//!
//! JSON goes in; a [`Config`] comes out, or every fault at once with the key it stands at and what is
//! allowed there. A key that is not known is a fault too: a misspelt limit must not pass for none.
//! The facts of each national cloud (hosts, authority, scope) are in [`Cloud`]. The scope is fixed per
//! cloud and never derived from the API host: the token's resource stays the same whichever host is
//! called.

mod cloud;
mod error;
mod headers;
mod keys;
mod read;
mod url;

use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

use crate::{
    check::{Defaults, GroupDefaults},
    indicator::{Action, Severity},
    limits::{Limits, Lowered},
    value::AddressRange,
};

pub use cloud::Cloud;
pub use error::{ConfigError, Fault};
pub use headers::{Keeping, Served};
pub(crate) use keys::Keys;
pub(crate) use read::{given_defaults, label, whole};

/// A deployment's configuration, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// `clientId`: the application's id in Entra, a GUID.
    pub client_id: String,
    /// `tenantId`: a GUID or a domain of the tenant; never `common`.
    pub tenant_id: String,
    /// `tenantName`: what the page calls the tenant.
    pub tenant_name: Option<String>,
    /// `cloud`
    pub cloud: Cloud,
    /// `apiBases`: where the API may be called, the first one by default. Never empty.
    pub api_bases: Vec<ApiBase>,
    /// `ownDomains`: domains that the guard protects, in lower case.
    pub own_domains: Vec<String>,
    /// `ownAddresses`: addresses and ranges that the guard protects.
    pub own_addresses: Vec<AddressRange>,
    /// `defaults`: what a list lacks.
    pub defaults: GivenDefaults,
    /// `limits`: the deployment's share of the API's.
    pub lowered: LoweredLimits,
    /// `links`: shown at the foot of the page.
    pub links: Vec<Link>,
    /// `embeddingParents`: origins whose pages may hold this one in a frame.
    pub embedding_parents: Vec<String>,
    /// `auth.authorityMetadata`: the endpoints of a sign-in on this computer, for the demo.
    pub authority_metadata: Option<AuthorityMetadata>,
    /// `redirectPath`: where the sign-in's answer arrives, relative to the page.
    pub redirect_path: String,
    authority: Option<String>,
    scope: Option<String>,
}

/// A place where the API may be called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiBase {
    /// What the page calls it.
    pub name: String,
    /// Origin and optional path, without a slash at the end.
    pub base: String,
}

/// A link of the deployment's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its text.
    pub name: String,
    /// Where it leads; always `https`.
    pub url: String,
}

/// What the deployment gives to records of sources that lack a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GivenDefaults {
    /// `action`
    pub action: Option<Action>,
    /// `title`
    pub title: Option<String>,
    /// `description`
    pub description: Option<String>,
    /// `severity`
    pub severity: Option<Severity>,
    /// `generateAlert`
    pub generate_alert: Option<bool>,
    /// `rbacGroupNames`
    pub rbac_group_names: Option<Vec<String>>,
    /// `expiresInDays`: for all types.
    pub expires: Option<Expiry>,
    /// `files`: for hashes of files and certificates.
    pub files: GivenForGroup,
    /// `addresses`
    pub addresses: GivenForGroup,
    /// `names`: for domains and URLs.
    pub names: GivenForGroup,
}

/// What the deployment gives to one group of types, instead of what holds for all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GivenForGroup {
    /// `action`
    pub action: Option<Action>,
    /// `severity`
    pub severity: Option<Severity>,
    /// `expiresInDays`
    pub expires: Option<Expiry>,
}

/// When an indicator expires that does not say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expiry {
    /// `"never"`
    Never,
    /// So many days after it is imported.
    InDays(u16),
}

impl Expiry {
    /// The same as [`GroupDefaults`] has it.
    const fn days(self) -> Option<u16> {
        match self {
            Self::Never => None,
            Self::InDays(days) => Some(days),
        }
    }
}

impl GivenDefaults {
    /// `base`, with what the deployment says put over it.
    #[must_use]
    pub fn over(&self, base: Defaults) -> Defaults {
        let given = |group: &GivenForGroup, base: GroupDefaults| {
            let expires = group.expires.or(self.expires);
            GroupDefaults {
                action: group.action.or(base.action),
                severity: group.severity.or(base.severity),
                expires_in_days: expires.map_or(base.expires_in_days, Expiry::days),
            }
        };
        let groups = self.rbac_group_names.clone();
        Defaults {
            action: self.action.unwrap_or(base.action),
            severity: self.severity.or(base.severity),
            title: self.title.clone().unwrap_or(base.title),
            description: self.description.clone().unwrap_or(base.description),
            generate_alert: self.generate_alert.or(base.generate_alert),
            rbac_group_names: groups.unwrap_or(base.rbac_group_names),
            files: given(&self.files, base.files),
            addresses: given(&self.addresses, base.addresses),
            names: given(&self.names, base.names),
        }
    }
}

/// The deployment's share of the API's limits: colleagues on the same registration share the rest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LoweredLimits {
    /// `callsPerMinute`: import calls.
    pub calls_per_minute: Option<u32>,
    /// `batchItems`: indicators in one import call.
    pub batch_items: Option<usize>,
    /// `deleteCallsPerMinute`: calls that delete.
    pub delete_calls_per_minute: Option<u32>,
    /// `deleteIds`: ids in one call that deletes.
    pub delete_ids: Option<usize>,
    /// `windowSeconds`: what counts as a minute, for an emulator on this computer.
    pub window: Option<Duration>,
}

/// The endpoints of a sign-in on this computer, as `OpenID` Connect Discovery 1.0 names them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the names are the specification's")]
pub struct AuthorityMetadata {
    pub issuer: String,
    pub authorization_endpoint: String,
    pub token_endpoint: String,
    pub end_session_endpoint: String,
    pub jwks_uri: String,
}

impl Config {
    /// Reads `config.json`.
    ///
    /// # Errors
    /// Every fault in it, in the order of [`Config`]'s keys; unknown keys of an object come first.
    pub fn read(json: &Value) -> Result<Self, Vec<ConfigError>> {
        read::config(json)
    }

    /// Who signs users in: the configured authority, or the cloud's for the tenant.
    #[must_use]
    pub fn authority(&self) -> String {
        match &self.authority {
            Some(authority) => authority.clone(),
            None => format!("{}/{}", self.cloud.login_origin(), self.tenant_id),
        }
    }

    /// The scope to ask a token for.
    #[must_use]
    pub fn scope(&self) -> String {
        match &self.scope {
            Some(scope) => scope.clone(),
            None => format!("{}/{}", self.cloud.resource(), cloud::PERMISSION),
        }
    }

    /// The origins that sign-in contacts: the demo's, or the authority's.
    #[must_use]
    pub fn sign_in_origin(&self) -> String {
        let place = match &self.authority_metadata {
            Some(metadata) => metadata.authorization_endpoint.clone(),
            None => self.authority(),
        };
        url::origin(&place).to_owned()
    }

    /// Whether somebody else than Microsoft signs users in: the page then says so all the time.
    #[must_use]
    pub fn is_demo(&self) -> bool {
        self.authority_metadata.is_some()
            || !cloud::MICROSOFT_LOGIN_ORIGINS.contains(&url::origin(&self.authority()))
    }

    /// What the page calls the tenant.
    #[must_use]
    pub fn tenant_label(&self) -> &str {
        self.tenant_name.as_deref().unwrap_or(&self.tenant_id)
    }

    /// The redirect URI of a page at this address: what must be registered in Entra, to the letter.
    #[must_use]
    pub fn redirect_uri(&self, page: &str) -> String {
        url::beside(page, &self.redirect_path)
    }

    /// The limits that hold here.
    #[must_use]
    pub fn limits(&self) -> Limits {
        let documented = Limits::documented();
        let lowered = Lowered {
            batch_items: self.lowered.batch_items,
            import_calls_per_minute: self.lowered.calls_per_minute,
            delete_ids: self.lowered.delete_ids,
            delete_calls_per_minute: self.lowered.delete_calls_per_minute,
            ..Lowered::default()
        };
        // Reading has refused what is zero or raised.
        let limits = documented.lowered(&lowered).unwrap_or(documented);
        match self.lowered.window {
            Some(window) => limits.with_demo_minute(window),
            None => limits,
        }
    }

    /// Every header that a response of this deployment must carry, besides its `Cache-Control`.
    #[must_use]
    pub fn headers(&self, served: Served) -> Vec<(&'static str, String)> {
        headers::all(self, served)
    }

    /// The `Content-Security-Policy` header that every response of this deployment must carry, the
    /// redirect page's alone excepted: see [`Config::redirect_header_line`].
    #[must_use]
    pub fn header_line(&self) -> String {
        headers::line(self, Served::Page)
    }

    /// The `Content-Security-Policy` header of the redirect page, which the page itself may hold in
    /// a hidden frame to renew a sign-in.
    #[must_use]
    pub fn redirect_header_line(&self) -> String {
        headers::line(self, Served::Redirect)
    }
}

#[cfg(test)]
mod tests;
