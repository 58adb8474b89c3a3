//! What a text is, and its records.
//!
//! [`detect`] looks at how a text begins; [`read`] hands it to the reader of its kind. Reading never
//! fails as a whole: what cannot be read is a record of its own, with its reason.

mod api;
pub(crate) mod changes;
mod csv;
mod detect;
mod formula;
mod hosts;
pub(crate) mod json;
pub mod later;
mod lines;
mod list;
mod misp;
mod openioc;
mod prose;
mod records;
mod shape;
mod stix;
mod survey;
mod table;
mod walk;

use serde::{Deserialize, Serialize};

use crate::{
    diagnostic::{Finding, Place},
    ledger::tasks,
    message::{Phrase, made::source as message},
};

pub use detect::detect;
pub use formula::{guarded, unguarded};
pub(crate) use prose::are_commas_of_url;
pub use prose::{Doubt, Mention};
pub use records::{Cell, Form, Intake, MOST_RECORDS, Record, Records, Span, Written};

pub(crate) use api::{is_own, left_open};
pub(crate) use csv::{line_breaks, unquoted};
pub(crate) use json::unescaped;
pub(crate) use lines::column;
pub(crate) use openioc::unescaped as xml_unescaped;
pub(crate) use records::small;
pub(crate) use stix::unescaped as pattern_unescaped;
pub(crate) use survey::Survey;
pub(crate) use table::Cells;

/// What a text is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// A table whose header names an `indicatorValue`, as the portal's CSV does.
    PortalCsv,
    /// Any other table, its columns mapped by their names and cells or by the user.
    Table,
    /// The API's own JSON.
    ApiJson,
    /// A text with the API's JSON inside, such as a documentation page.
    PageWithJson,
    /// STIX objects: a bundle, an envelope, a list, or one object a line.
    Stix,
    /// A MISP event, or attributes of one.
    Misp,
    /// An `OpenIOC` document.
    OpenIoc,
    /// Names that a resolver or a blocker keeps from being reached, an address before each or not.
    Hosts,
    /// One value a line.
    List,
    /// Running text: a report, a mail, Markdown.
    Prose,
    /// What is to be done to indicators of the tenant. The product makes it; no file is taken for it.
    TenantChanges,
}

impl SourceKind {
    /// What a user is shown.
    #[must_use]
    pub const fn phrase(self) -> Phrase {
        match self {
            Self::PortalCsv => message::PORTAL_CSV,
            Self::Table => message::TABLE,
            Self::ApiJson => message::API_JSON,
            Self::PageWithJson => message::PAGE_WITH_JSON,
            Self::Stix => message::STIX,
            Self::Misp => message::MISP,
            Self::OpenIoc => message::OPENIOC,
            Self::Hosts => message::HOSTS,
            Self::List => message::LIST,
            Self::Prose => message::PROSE,
            Self::TenantChanges => message::TENANT_CHANGES,
        }
    }

    /// The same in English. Each is a text of its own here: looked up, it would bring along all messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PortalCsv => const { message::PORTAL_CSV.english() },
            Self::Table => const { message::TABLE.english() },
            Self::ApiJson => const { message::API_JSON.english() },
            Self::PageWithJson => const { message::PAGE_WITH_JSON.english() },
            Self::Stix => const { message::STIX.english() },
            Self::Misp => const { message::MISP.english() },
            Self::OpenIoc => const { message::OPENIOC.english() },
            Self::Hosts => const { message::HOSTS.english() },
            Self::List => const { message::LIST.english() },
            Self::Prose => const { message::PROSE.english() },
            Self::TenantChanges => const { message::TENANT_CHANGES.english() },
        }
    }
}

/// Reads a text, byte order mark left out, as what it is.
pub fn read(kind: SourceKind, text: &str, intake: &mut Intake<'_>) {
    if text.trim().is_empty() {
        intake.say(Finding::EmptyFile, Place::FILE);
    }
    match kind {
        SourceKind::PortalCsv => match table::portal::header(text) {
            Some(header) => table::portal::read(text, &header, intake),
            None => list::read(text, intake),
        },
        SourceKind::Table => match table::any("", text) {
            Some(plan) => table::read(text, &plan, intake),
            None => list::read(text, intake),
        },
        SourceKind::Hosts => hosts::read(text, intake),
        SourceKind::List => list::read(text, intake),
        SourceKind::TenantChanges => tasks::read(text, intake),
        seldom => (later::here().read)(seldom, text, intake),
    }
}
