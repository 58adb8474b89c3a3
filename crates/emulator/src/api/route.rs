//! Which endpoint a path and a verb mean.

use axum::http::Method;

use crate::rate::Class;

/// A path of the API; the version segment may be left out.
pub(super) enum Route {
    Indicators,
    Import,
    BatchDelete,
    Indicator(String),
}

/// A path with a verb that it knows.
pub(super) enum Endpoint {
    Import,
    Single,
    List,
    Delete(String),
    BatchDelete,
}

impl Route {
    pub(super) fn of(path: &str) -> Option<Self> {
        let path = path.strip_prefix("/api")?;
        let path = path.strip_prefix("/v1.0").unwrap_or(path);
        match path.strip_prefix("/indicators")? {
            "" => Some(Self::Indicators),
            "/import" => Some(Self::Import),
            "/BatchDelete" => Some(Self::BatchDelete),
            rest => {
                let id = rest.strip_prefix('/')?;
                let digits = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
                digits.then(|| Self::Indicator(id.to_owned()))
            }
        }
    }

    /// The `Allow` header.
    pub(super) fn allow(&self) -> &'static str {
        match self {
            Self::Indicators => "GET, POST",
            Self::Import | Self::BatchDelete => "POST",
            Self::Indicator(_) => "DELETE",
        }
    }

    pub(super) fn endpoint(&self, method: &Method) -> Option<Endpoint> {
        match (self, method.as_str()) {
            (Self::Indicators, "GET") => Some(Endpoint::List),
            (Self::Indicators, "POST") => Some(Endpoint::Single),
            (Self::Import, "POST") => Some(Endpoint::Import),
            (Self::BatchDelete, "POST") => Some(Endpoint::BatchDelete),
            (Self::Indicator(id), "DELETE") => Some(Endpoint::Delete(id.clone())),
            _ => None,
        }
    }
}

impl Endpoint {
    pub(super) fn class(&self) -> Class {
        match self {
            Self::Import => Class::Import,
            Self::BatchDelete => Class::BatchDelete,
            Self::Single | Self::List | Self::Delete(_) => Class::Single,
        }
    }

    pub(super) fn has_body(&self) -> bool {
        matches!(self, Self::Import | Self::Single | Self::BatchDelete)
    }

    pub(super) fn writes(&self) -> bool {
        !matches!(self, Self::List)
    }
}
