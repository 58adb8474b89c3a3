//! What was changed between the text as given and the indicator as sent.
//!
//! Every difference is listed, with what stood there before; nothing is changed silently.

use serde::{Deserialize, Serialize};

/// Why a value differs from what was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// Blanks, no-break spaces or invisible marks at the ends taken off.
    Trimmed,
    /// A defanged form such as `hxxp` or `[.]` read as what it stands for.
    Refanged,
    /// Letters lower-cased where case does not count.
    Lowercased,
    /// A name in another script written as `xn--`.
    Punycode,
    /// `*.` taken off: a domain covers its subdomains.
    WildcardDropped,
    /// The dot at the end of a domain taken off.
    TrailingDotDropped,
    /// An IPv6 address written in eight groups (`defender-api.md` section 0).
    Ipv6Expanded,
    /// The fragment of a URL taken off; it is never sent to a server.
    FragmentDropped,
    /// A URL's host or path written in the standard form.
    UrlNormalised,
    /// `Alert` or `AlertAndBlock` replaced by what the service makes of them.
    LegacyAction,
    /// `generateAlert` set because `Audit` requires it.
    AlertForced,
    /// An API name in another case, such as `block`, in the API's spelling.
    Spelling,
    /// A type that was not given, seen from the value.
    TypeDetected,
    /// A date rewritten as RFC 3339 UTC.
    DateRewritten,
    /// A field the source lacks, taken from the defaults.
    Defaulted,
    /// A field the API does not take, left out.
    LeftOut,
    /// Set by the user in this session.
    Edited,
}

/// One change of one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// Why.
    pub kind: ChangeKind,
    /// Which field.
    pub field: Field,
    /// The text as given (of the part that changed, or the whole field).
    pub before: String,
    /// The text that stands there now.
    pub after: String,
}

/// A field of an indicator; a column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Field {
    /// `indicatorType`
    IndicatorType,
    /// `indicatorValue`
    IndicatorValue,
    /// `expirationTime`
    ExpirationTime,
    /// `action`
    Action,
    /// `severity`
    Severity,
    /// `title`
    Title,
    /// `description`
    Description,
    /// `recommendedActions`
    RecommendedActions,
    /// `rbacGroupNames`
    RbacGroupNames,
    /// `category`: a name in the portal's CSV, a number in the API; not sent
    Category,
    /// `mitreTechniques`
    MitreTechniques,
    /// `generateAlert`
    GenerateAlert,
    /// `application`
    Application,
    /// `educateUrl`
    EducateUrl,
    /// `externalId`
    ExternalId,
}
