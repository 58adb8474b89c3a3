//! Closed lists of names, as TypeScript unions. Each goes to the core's own and back by a `match`, so
//! that a name which one side gets and the other lacks does not compile.

use ioculate_core::{
    change, check,
    diagnostic::Gravity as CoreGravity,
    import,
    indicator::{self},
    plan, session,
};
use serde::{Deserialize, Serialize};
use tsify::Tsify;

/// A union of the names of one of the core's types.
macro_rules! union {
    ($(#[$doc:meta])* $name:ident of $core:ty, $case:literal: $($variant:ident),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
        #[serde(rename_all = $case)]
        #[allow(missing_docs, reason = "the names are the core's own")]
        pub enum $name { $($variant),+ }

        impl $name {
            /// Every name.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }

        impl From<$core> for $name {
            fn from(core: $core) -> Self {
                match core { $(<$core>::$variant => Self::$variant),+ }
            }
        }

        impl From<$name> for $core {
            fn from(name: $name) -> Self {
                match name { $($name::$variant => Self::$variant),+ }
            }
        }
    };
}

union! {
    /// What an indicator's value is, in the API's spelling.
    IndicatorType of indicator::IndicatorType, "PascalCase":
    FileSha1, FileSha256, FileMd5, CertificateThumbprint, IpAddress, DomainName, Url
}

union! {
    /// What Defender does on a match. The last two are what the service makes others of.
    Action of indicator::Action, "PascalCase":
    Audit, Allowed, Warn, Block, BlockAndRemediate, Alert, AlertAndBlock
}

union! {
    /// How severe the alert is.
    Severity of indicator::Severity, "PascalCase": Informational, Low, Medium, High
}

union! {
    /// A field of an indicator.
    Field of change::Field, "camelCase":
    IndicatorType, IndicatorValue, ExpirationTime, Action, Severity, Title, Description,
    RecommendedActions, RbacGroupNames, Category, MitreTechniques, GenerateAlert, Application,
    EducateUrl, ExternalId
}

union! {
    /// Why a value differs from what was given.
    ChangeKind of change::ChangeKind, "kebab-case":
    Trimmed, Refanged, Lowercased, Punycode, WildcardDropped, TrailingDotDropped, Ipv6Expanded,
    Ipv4Unmapped, PrefixDropped, FragmentDropped, LegacyAction, AlertForced, Spelling, TypeDetected,
    DateRewritten, Defaulted, LeftOut, Unguarded, PortDropped, Edited, Assigned
}

union! {
    /// The state in which every record ends before a run.
    Verdict of check::Verdict, "kebab-case": Ready, Duplicate, Conflict, Refused, Ignored
}

union! {
    /// How much a finding matters.
    Gravity of CoreGravity, "kebab-case": Note, Warning, Error
}

union! {
    /// Why a row that is ready stays behind, or was not sent.
    NotSent of import::NotSent, "kebab-case": Unchanged, OverQuota, LeftOut, Guarded, Cancelled
}

union! {
    /// Which API a call uses: many at a time, one at a time, or many that go away.
    Endpoint of plan::Endpoint, "kebab-case": Import, Single, Delete
}

union! {
    /// What would happen to a row in the tenant.
    Fate of session::Fate, "kebab-case":
    Create, Update, Unchanged, TenantConflict, OverQuota, Delete, Restore
}

union! {
    /// What is done about a value that the tenant holds with another action.
    OnConflict of session::OnConflict, "kebab-case": AddBeside, Replace, LeaveOut
}

union! {
    /// Which rows stay behind where the tenant has no room for all.
    OverQuota of session::OverQuota, "kebab-case": Last, First, LowestSeverity, SoonestToExpire
}

union! {
    /// By which API indicators go: many a call, or one a call.
    Route of ioculate_core::journal::Route, "kebab-case": Batches, OneByOne
}

union! {
    /// As what a text is read.
    SourceKind of ioculate_core::source::SourceKind, "kebab-case":
    PortalCsv, Table, ApiJson, PageWithJson, Stix, Misp, OpenIoc, Hosts, List, Prose, TenantChanges
}

union! {
    /// A file that can be had: the report as CSV or JSON, what was refused or rejected and what was not
    /// sent as tables that are read again after mending, the plan as portal CSVs, request bodies,
    /// scripts or hunting queries, and what is to be deleted and was not.
    ReportFormat of session::ExportKind, "kebab-case":
    ReportCsv, ReportJson, Rejects, Unsent, PortalCsv, RequestBodies,
    BashScript, PowerShellScript, HuntingQuery, Deletions
}
