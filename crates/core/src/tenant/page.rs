//! A page of the tenant's list.

use std::{borrow::Cow, sync::Arc};

use crate::source::{
    Span,
    json::{Broken, Kind, Said, Scanner, Value},
    small,
};

use super::{
    Entity,
    entity::{Held, Listed, listed},
};

/// The longest query that is asked for; `$top`, `$skip` and a token of the service need far less.
const LONGEST_QUERY: usize = 4_000;

/// A page of the tenant's list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The body; shared, since what happened to a run is copied on its way.
    pub(super) text: Arc<str>,
    pub(super) held: Vec<Held>,
    pub(super) others: Vec<Other>,
    /// What could not be read: elements that do not say what they are, and a link to more that leads
    /// nowhere. Where this is not 0, what the page does not list may still be in the tenant.
    pub unread: u32,
    /// The query of the next page, without its question mark; `None` on the last one. Host and path of
    /// the link are dropped, since the token may go to the configured base alone.
    pub next: Option<String>,
}

/// An object that is no indicator to us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Other {
    /// The page that listed it.
    pub(super) page: u32,
    object: Span,
    /// Of a type or with an action that no import of ours has; else it does not say what it is.
    pub(super) is_foreign: bool,
}

impl Other {
    /// The object as it was listed.
    pub(super) fn text<'t>(&self, texts: &'t [Arc<str>]) -> &'t str {
        let text = texts.get(self.page as usize);
        text.map_or("", |text| self.object.in_text(text))
    }
}

impl Page {
    /// Reads a page; `None` where the body is no sound JSON with a list in `value`.
    pub(crate) fn read(body: &[u8]) -> Option<Self> {
        let text = String::from_utf8_lossy(body);
        let mut page = Self::default();
        let mut has_list = false;
        let mut scanner = Scanner::new(&text, 0);
        let read = scanner.members(1, |scanner, name| {
            match Said::of(&text, name).text.as_ref() {
                "value" => {
                    has_list = true;
                    return scanner.elements(2, |scanner| page.take(scanner));
                }
                "@odata.nextLink" => {
                    let link = scanner.value(2)?;
                    page.follow(&text, link);
                }
                _ => drop(scanner.value(2)?),
            }
            Ok(())
        });
        let is_whole = read.is_ok() && scanner.peek().is_none();
        page.text = text.as_ref().into();
        (is_whole && has_list).then_some(page)
    }

    /// The indicators that an import of ours could have made, in the order of the page.
    pub fn entities(&self) -> impl Iterator<Item = Entity<'_>> {
        let numbered = (0..).zip(&self.held);
        numbered.map(|(place, held)| Entity::new(&self.text, held, place))
    }

    /// What tells each object from any other: its id, or else all of it. In no order.
    pub(crate) fn names(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let named = self.entities();
        let named = named.map(|entity| entity.id().unwrap_or(Cow::Borrowed(entity.object())));
        let others = self.others.iter();
        named.chain(others.map(|other| Cow::Borrowed(other.object.in_text(&self.text))))
    }

    /// Indicators of a type or with an action that no import of ours has. They use the tenant's room.
    #[must_use]
    pub fn foreign(&self) -> u32 {
        small(self.others.iter().filter(|other| other.is_foreign).count())
    }

    /// Of what could not be read that which is no object.
    pub(super) fn gaps(&self) -> u32 {
        (self.unread + self.foreign()).saturating_sub(small(self.others.len()))
    }

    /// Objects in all.
    #[must_use]
    pub fn len(&self) -> usize {
        self.held.len() + self.others.len()
    }

    /// Whether it lists nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn take(&mut self, scanner: &mut Scanner<'_>) -> Result<(), Broken> {
        let (listed, object) = listed(scanner, 3)?;
        if let Listed::Read(held) = listed {
            self.held.push(held);
            return Ok(());
        }
        let is_foreign = listed == Listed::Foreign;
        self.unread += u32::from(!is_foreign);
        self.others.push(Other {
            page: 0,
            object,
            is_foreign,
        });
        Ok(())
    }

    fn follow(&mut self, text: &str, link: Value) {
        if link.kind == Kind::Null {
            return;
        }
        self.next = query(&Said::of(text, link).text);
        self.unread += u32::from(self.next.is_none());
    }
}

/// A link's query, where it has one that may stand in a URL as it is.
fn query(link: &str) -> Option<String> {
    let (_, query) = link.split_once('?')?;
    let query = query.split('#').next().unwrap_or_default();
    let is_sound = !query.is_empty()
        && query.len() <= LONGEST_QUERY
        && query.bytes().all(|byte| byte.is_ascii_graphic());
    is_sound.then(|| query.to_owned())
}
