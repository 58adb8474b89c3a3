//! The indicator as the API names it: types, actions, severities, fields.
//!
//! Names and spellings are those of Microsoft's pages *Indicator resource type* and *Submit or
//! Update Indicator API*.

use std::{borrow::Cow, fmt};

use serde::{Deserialize, Serialize};

use crate::clock::WallTime;

/// Declares a closed list of API names: `as_str`, `ALL`, and reading that ignores ASCII case.
macro_rules! api_names {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every value, in the order the API's page lists them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The API's spelling.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant)),+ }
            }

            /// Reads the API's spelling in any ASCII case.
            #[must_use]
            pub fn read(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|name| name.as_str().eq_ignore_ascii_case(text))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(self.as_str()) }
        }
    };
}

api_names! {
    /// What an indicator's value is (`indicatorType`; Indicator resource type, 2021-08).
    IndicatorType {
        /// SHA-1 of a file, 40 hex digits.
        FileSha1,
        /// SHA-256 of a file, 64 hex digits.
        FileSha256,
        /// MD5 of a file, 32 hex digits.
        FileMd5,
        /// SHA-1 thumbprint of a certificate, 40 hex digits.
        CertificateThumbprint,
        /// One IPv4 or IPv6 address.
        IpAddress,
        /// A domain with all its subdomains.
        DomainName,
        /// A URL.
        Url,
    }
}

api_names! {
    /// What Defender does on a match (`action`; Indicator resource type, 2021-08). `Alert` and
    /// `AlertAndBlock` are the legacy two.
    Action {
        /// Record a match, raise an alert.
        Audit,
        /// Let it run or connect.
        Allowed,
        /// Warn the user, who may go on.
        Warn,
        /// Block it.
        Block,
        /// Block the file and remove it.
        BlockAndRemediate,
        /// Legacy: today `Audit` with an alert.
        Alert,
        /// Legacy: today `BlockAndRemediate` (files) or `Block` (network) with an alert.
        AlertAndBlock,
    }
}

api_names! {
    /// How severe the alert is (`severity`; Indicator resource type).
    Severity {
        /// No alert worth attention by itself.
        Informational,
        /// Low.
        Low,
        /// Medium.
        Medium,
        /// High.
        High,
    }
}

impl IndicatorType {
    /// Whether the value is a hash of a file.
    #[must_use]
    pub const fn is_file(self) -> bool {
        matches!(self, Self::FileSha1 | Self::FileSha256 | Self::FileMd5)
    }

    /// Whether the value is seen on the network.
    #[must_use]
    pub const fn is_network(self) -> bool {
        matches!(self, Self::IpAddress | Self::DomainName | Self::Url)
    }

    /// The group it stands in.
    #[must_use]
    pub const fn group(self) -> TypeGroup {
        match self {
            Self::FileSha1 | Self::FileSha256 | Self::FileMd5 | Self::CertificateThumbprint => {
                TypeGroup::Files
            }
            Self::IpAddress => TypeGroup::Addresses,
            Self::DomainName | Self::Url => TypeGroup::Names,
        }
    }
}

/// Types that wear out alike, and are given the same defaults.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TypeGroup {
    /// Hashes of files, and certificates.
    Files,
    /// Addresses.
    Addresses,
    /// Domains and URLs.
    Names,
}

impl TypeGroup {
    /// Every group.
    pub const ALL: [Self; 3] = [Self::Files, Self::Addresses, Self::Names];
}

/// One indicator, checked: what a call would send.
///
/// Text borrows from the source where nothing was changed. Text fields are never empty strings;
/// what is absent is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator<'a> {
    /// The type.
    pub indicator_type: IndicatorType,
    /// The value in the form that is sent.
    pub value: Cow<'a, str>,
    /// The action.
    pub action: Action,
    /// Required by the API.
    pub title: Cow<'a, str>,
    /// Required by the API.
    pub description: Cow<'a, str>,
    /// Absent: the service's default.
    pub severity: Option<Severity>,
    /// Absent: never expires.
    pub expiration: Option<WallTime>,
    /// Absent: the service's default.
    pub generate_alert: Option<bool>,
    /// Free text for the analyst who sees the alert.
    pub recommended_actions: Option<Cow<'a, str>>,
    /// Device groups; empty means all devices.
    pub rbac_group_names: Vec<Cow<'a, str>>,
    /// The program that the indicator comes from; the API keeps the first one.
    pub application: Option<Cow<'a, str>>,
    /// Where a blocked or warned user may read more.
    pub educate_url: Option<Cow<'a, str>>,
    /// Techniques such as `T1059.001`.
    pub mitre_techniques: Vec<Cow<'a, str>>,
    /// A free correlation id.
    pub external_id: Option<Cow<'a, str>>,
}

/// An indicator's value in the form in which two equal ones are equal: hashes, domains,
/// addresses and the scheme and host of a URL without case; the path of a URL as it stands.
///
/// The checked value is already in this form for every type: [`crate::check::row`] lower-cases what
/// folds. What the service echoes may not be.
#[must_use]
pub fn folded(indicator_type: IndicatorType, value: &str) -> Cow<'_, str> {
    if !has_capitals(value) {
        return Cow::Borrowed(value);
    }
    if indicator_type == IndicatorType::Url {
        return folded_url(value);
    }
    lower(value)
}

fn lower(text: &str) -> Cow<'_, str> {
    if has_capitals(text) {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether a text has a capital letter. All are looked at, several at a time, which takes less than to
/// stop at the first.
pub(crate) fn has_capitals(text: &str) -> bool {
    let bytes = text.as_bytes().iter();
    bytes.fold(false, |any, byte| any | byte.is_ascii_uppercase())
}

/// Scheme and host without case; a login before the host, the path and what follows as they stand.
fn folded_url(value: &str) -> Cow<'_, str> {
    let authority = value.find("://").map_or(0, |at| at + "://".len());
    let end = value[authority..]
        .find(['/', '?', '#'])
        .map_or(value.len(), |at| authority + at);
    let host = value[authority..end]
        .rfind('@')
        .map_or(authority, |at| authority + at + 1);
    match (lower(&value[..authority]), lower(&value[host..end])) {
        (Cow::Borrowed(_), Cow::Borrowed(_)) => Cow::Borrowed(value),
        (scheme, name) => {
            Cow::Owned([&scheme, &value[authority..host], &name, &value[end..]].concat())
        }
    }
}
