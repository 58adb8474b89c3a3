//! The accounts of the demo's tenant.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::json;

use super::TENANT_ID;

/// Somebody who can sign in, or try to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Account {
    /// May write indicators.
    Analyst,
    /// Gets a token that lacks the permission.
    Reader,
    /// Is not assigned to the application and gets no token.
    Unassigned,
}

impl Account {
    pub(crate) const ALL: [Self; 3] = [Self::Analyst, Self::Reader, Self::Unassigned];

    /// The account that forms and scripts call `key`.
    pub(crate) fn named(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|account| account.key() == key)
    }

    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Analyst => "analyst",
            Self::Reader => "reader",
            Self::Unassigned => "unassigned",
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Analyst => "Ada Analyst",
            Self::Reader => "Ravi Reader",
            Self::Unassigned => "Una Unassigned",
        }
    }

    /// What the login form says of the account.
    pub(crate) fn purpose(self) -> &'static str {
        match self {
            Self::Analyst => "may write indicators",
            Self::Reader => "lacks the permission Ti.ReadWrite",
            Self::Unassigned => "is not assigned to the app (AADSTS50105)",
        }
    }

    /// The sign-in name.
    pub(crate) fn upn(self) -> &'static str {
        match self {
            Self::Analyst => "analyst@contoso.example",
            Self::Reader => "reader@contoso.example",
            Self::Unassigned => "unassigned@contoso.example",
        }
    }

    /// The object id.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Analyst => "a0000000-0000-4000-8000-000000000001",
            Self::Reader => "a0000000-0000-4000-8000-000000000002",
            Self::Unassigned => "a0000000-0000-4000-8000-000000000003",
        }
    }

    /// The `scp` of the account's tokens.
    pub(crate) fn permission(self) -> Option<&'static str> {
        match self {
            Self::Analyst => Some("Ti.ReadWrite"),
            Self::Reader => Some("Machine.Read"),
            Self::Unassigned => None,
        }
    }

    /// MSAL's name of the account in a tenant, as base64url of JSON.
    pub(crate) fn client_info(self) -> String {
        let info = json!({"uid": self.id(), "utid": TENANT_ID});
        URL_SAFE_NO_PAD.encode(info.to_string())
    }
}
