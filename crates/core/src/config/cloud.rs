//! The facts of each national cloud: who signs in, where the API is, whose token it wants.
//!
//! From "Microsoft Defender for Endpoint for US Government customers" (2026-01) and the indicator
//! pages of 2020 to 2026. The newest pages print `api.security.microsoft.com` and keep
//! `api.securitycenter.microsoft.com` as the token's resource: the two are not the same thing.

use super::ApiBase;

/// The permission to read and write indicators on a user's behalf.
pub(super) const PERMISSION: &str = "Ti.ReadWrite";

/// Origins at which Microsoft itself signs users in.
pub(super) const MICROSOFT_LOGIN_ORIGINS: &[&str] = &[
    "https://login.microsoftonline.com",
    "https://login.microsoftonline.us",
];

/// A national cloud of Microsoft's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cloud {
    /// Worldwide.
    #[default]
    Commercial,
    /// US government community.
    Gcc,
    /// US government community, high.
    GccHigh,
    /// US Department of Defense.
    Dod,
}

impl Cloud {
    /// Every cloud.
    pub const ALL: [Self; 4] = [Self::Commercial, Self::Gcc, Self::GccHigh, Self::Dod];

    /// As `config.json` spells it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Commercial => "commercial",
            Self::Gcc => "gcc",
            Self::GccHigh => "gcc-high",
            Self::Dod => "dod",
        }
    }

    /// As the page names it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Commercial => "Commercial",
            Self::Gcc => "GCC",
            Self::GccHigh => "GCC High",
            Self::Dod => "DoD",
        }
    }

    /// Where users sign in.
    #[must_use]
    pub const fn login_origin(self) -> &'static str {
        match self {
            Self::Commercial | Self::Gcc => MICROSOFT_LOGIN_ORIGINS[0],
            Self::GccHigh | Self::Dod => MICROSOFT_LOGIN_ORIGINS[1],
        }
    }

    /// The resource that tokens are for. For the government clouds no page names it; it is the API's
    /// own base, as other clients have it.
    #[must_use]
    pub const fn resource(self) -> &'static str {
        match self {
            Self::Commercial => "https://api.securitycenter.microsoft.com",
            Self::Gcc => GCC_API,
            Self::GccHigh | Self::Dod => GOV_API,
        }
    }

    /// Where the API can be called, the documented default first.
    #[must_use]
    pub fn api_bases(self) -> Vec<ApiBase> {
        let hosts: &[(&str, &str)] = match self {
            Self::Commercial => COMMERCIAL_APIS,
            Self::Gcc => &[("GCC", GCC_API)],
            Self::GccHigh | Self::Dod => &[("US government", GOV_API)],
        };
        hosts
            .iter()
            .map(|(name, base)| ApiBase {
                name: (*name).to_owned(),
                base: (*base).to_owned(),
            })
            .collect()
    }
}

const GCC_API: &str = "https://api-gcc.securitycenter.microsoft.us";
const GOV_API: &str = "https://api-gov.securitycenter.microsoft.us";

/// Host names of the commercial cloud; the regional ones are for speed, path and token are the same.
const COMMERCIAL_APIS: &[(&str, &str)] = &[
    ("Worldwide", "https://api.security.microsoft.com"),
    (
        "Worldwide, older name",
        "https://api.securitycenter.microsoft.com",
    ),
    ("United States", "https://us.api.security.microsoft.com"),
    ("Europe", "https://eu.api.security.microsoft.com"),
    ("United Kingdom", "https://uk.api.security.microsoft.com"),
    ("Australia", "https://au.api.security.microsoft.com"),
    ("Switzerland", "https://swa.api.security.microsoft.com"),
    ("India", "https://ina.api.security.microsoft.com"),
    (
        "United States, older name",
        "https://api-us.securitycenter.microsoft.com",
    ),
    (
        "Europe, older name",
        "https://api-eu.securitycenter.microsoft.com",
    ),
    (
        "United Kingdom, older name",
        "https://api-uk.securitycenter.microsoft.com",
    ),
    (
        "Australia, older name",
        "https://api-au.securitycenter.microsoft.com",
    ),
];
