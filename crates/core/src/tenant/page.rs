//! A page of the tenant's list.

use crate::source::json::{Broken, Kind, Said, Scanner, Value};

use super::{
    Entity,
    entity::{Listed, listed},
};

/// The longest query that is asked for; `$top`, `$skip` and a token of the service need far less.
const LONGEST_QUERY: usize = 4_000;

/// A page of the tenant's list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The indicators that an import of ours could have made, in the order of the page.
    pub entities: Vec<Entity>,
    /// Indicators of a type or with an action that no import of ours has. They use the tenant's room.
    pub foreign: u32,
    /// What could not be read: elements that do not say what they are, and a link to more that leads
    /// nowhere. Where this is not 0, what the page does not list may still be in the tenant.
    pub unread: u32,
    /// The query of the next page, without its question mark; `None` on the last one. Host and path of
    /// the link are dropped, since the token may go to the configured base alone.
    pub next: Option<String>,
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
        (is_whole && has_list).then_some(page)
    }

    fn take(&mut self, scanner: &mut Scanner<'_>) -> Result<(), Broken> {
        match listed(scanner, 3)? {
            Listed::Read(entity) => self.entities.push(*entity),
            Listed::Foreign => self.foreign += 1,
            Listed::Unread => self.unread += 1,
        }
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
