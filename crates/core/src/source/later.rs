//! The readers of what is no table and no list.

use crate::late::late;

use super::{Intake, SourceKind, api, misp, openioc, prose, shape, stix};

late! {
    /// The readers that may come late.
    Later {
        read: fn(SourceKind, &str, &mut Intake<'_>) = read,
        shape: fn(&str) -> SourceKind = shape::of,
    }
}

impl SourceKind {
    /// Whether its reader may come late.
    #[must_use]
    pub const fn comes_late(self) -> bool {
        !matches!(
            self,
            Self::PortalCsv | Self::Table | Self::Hosts | Self::List
        )
    }
}

/// Which JSON a text is; the API's own where nobody here can tell.
pub(crate) fn shape(text: &str) -> SourceKind {
    there().map_or(SourceKind::ApiJson, |later| (later.shape)(text))
}

fn read(kind: SourceKind, text: &str, intake: &mut Intake<'_>) {
    match kind {
        SourceKind::ApiJson => api::read(text, intake),
        SourceKind::PageWithJson => api::read_inside(text, intake),
        SourceKind::Stix => stix::read(text, intake),
        SourceKind::Prose => prose::read(text, intake),
        SourceKind::Misp => misp::read(text, intake),
        SourceKind::OpenIoc => openioc::read(text, intake),
        SourceKind::PortalCsv
        | SourceKind::Table
        | SourceKind::Hosts
        | SourceKind::List
        | SourceKind::TenantChanges => {}
    }
}

/// The table. A host asks for nothing that needs it before it has arrived.
pub(super) fn here() -> &'static Later {
    there().expect("a part that was asked for")
}
