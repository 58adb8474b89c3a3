//! What a deployment protects for itself.

use serde::{Deserialize, Serialize};

use super::{
    List,
    ranges::Span,
    reserved,
    subject::{Host, host},
};
use crate::config::Config;

/// What a deployment protects for itself, as plain text: the page makes it from its configuration and
/// hands it on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Own {
    /// Domains and hosts, or addresses of hosts.
    pub names: Vec<String>,
    /// Addresses and ranges in CIDR notation.
    pub addresses: Vec<String>,
    /// Hosts where users sign in and where the API is called.
    pub sign_in: Vec<String>,
}

impl Own {
    /// What `config` protects, and the host of `page`, the page's own address.
    #[must_use]
    pub fn of(config: &Config, page: &str) -> Self {
        let mut names = config.own_domains.clone();
        // A tenant that is named by a domain owns it.
        names.extend(
            config
                .tenant_id
                .contains('.')
                .then(|| config.tenant_id.clone()),
        );
        names.extend(
            config
                .embedding_parents
                .iter()
                .filter_map(|url| host_of(url)),
        );
        names.extend(host_of(page));
        let ranges = config.own_addresses.iter();
        Self {
            names,
            addresses: ranges.map(ToString::to_string).collect(),
            sign_in: sign_in(config),
        }
    }
}

/// The configured hosts, and those of the cloud whether configured or not: a deployment that calls the
/// API through a proxy of its own has tenants that do not.
fn sign_in(config: &Config) -> Vec<String> {
    let offered = config.cloud.api_bases();
    let bases = config.api_bases.iter().chain(&offered);
    let metadata = config.authority_metadata.as_ref();
    let mut hosts: Vec<String> = [
        config.authority().as_str(),
        &config.sign_in_origin(),
        config.cloud.login_origin(),
        config.cloud.resource(),
    ]
    .into_iter()
    .chain(metadata.map(|metadata| metadata.token_endpoint.as_str()))
    .chain(bases.map(|api| api.base.as_str()))
    .filter_map(host_of)
    .collect();
    hosts.sort_unstable();
    hosts.dedup();
    hosts
}

fn host_of(url: &str) -> Option<String> {
    let (host, _) = crate::value::url_host(url)?;
    (!host.is_empty()).then(|| host.to_owned())
}

/// [`Own`], read, and the ranges that are reserved in every network.
#[derive(Clone, Debug)]
pub(super) struct Protected {
    names: Vec<(List, String)>,
    addresses: Vec<(List, Span)>,
}

impl Protected {
    pub(super) fn new(own: &Own) -> Self {
        let mut protected = Self {
            names: Vec::new(),
            addresses: Vec::new(),
        };
        let all = [
            (List::Own, &own.names),
            (List::Own, &own.addresses),
            (List::SignIn, &own.sign_in),
        ];
        for (list, texts) in all {
            for host in texts.iter().filter_map(|text| host(text)) {
                match host {
                    Host::Name(name) => protected.names.push((list, name.into_owned())),
                    Host::Addresses(span) => protected.addresses.push((list, span)),
                }
            }
        }
        let reserved = reserved::ranges().map(|span| (List::Private, span));
        protected.addresses.extend(reserved);
        protected
    }

    pub(super) fn names(&self) -> impl Iterator<Item = (List, &str)> {
        self.names.iter().map(|(list, name)| (*list, name.as_str()))
    }

    pub(super) fn addresses(&self) -> impl Iterator<Item = (List, Span)> {
        self.addresses.iter().copied()
    }
}
