//! The tenant's list, asked for page by page.
//!
//! Nothing is found absent in a part of it: a [`Tenant`] comes out once the last page has, with what
//! could not be read of it, or the reason why none does. What may pass is tried again, each page as often as any call.

use std::collections::{HashMap, HashSet};

use rustc_hash::FxBuildHasher;

use super::{
    Input, Step,
    journal::Journal,
    question::{Answered, Means, Question},
    trouble::Failure,
};
use crate::{
    clock::{Instant, Now},
    limits::Limits,
    plan::Entry,
    retry::{self, Meaning},
    tenant::{Entity, Key, Page},
    wire::{Refusal, Reply},
};

/// A service that gives out fewer at a time than it is asked for gives at least so many parts of
/// what a tenant can hold; a list with more pages than that does not end, nor does one that shows
/// a whole page more than a tenant can hold.
const MOST_PAGES: usize = 60;

/// The list on its way.
#[derive(Clone, Debug)]
pub(super) struct Listing {
    question: Question,
    path: String,
    pages: Vec<Page>,
    /// Tries of this page that came to nothing.
    tries: u32,
    /// When it is asked for again.
    later: Option<Instant>,
}

/// How it ended.
#[derive(Clone, Debug)]
pub(super) enum Listed {
    Whole(Tenant),
    /// Out of tries.
    Failed(Failure),
    /// The API does not give it out.
    Refused(Refusal),
    NoToken {
        code: String,
    },
}

/// What the tenant holds.
#[derive(Clone, Debug, Default)]
pub(super) struct Tenant {
    by_key: HashMap<Key, Entity, FxBuildHasher>,
    /// Indicators in all.
    pub(super) held: usize,
    /// Of them those that could not be read.
    pub(super) unread: u32,
}

impl Tenant {
    fn of(pages: Vec<Page>) -> Self {
        let mut tenant = Self::default();
        for page in pages {
            tenant.held += listed(&page);
            tenant.unread += page.unread;
            let keyed = page.entities.into_iter();
            tenant
                .by_key
                .extend(keyed.map(|entity| (entity.key.clone(), entity)));
        }
        tenant
    }

    /// The indicator that an entry would update.
    pub(super) fn find(&self, entry: &Entry) -> Option<&Entity> {
        let keys = Key::kept_as(entry.indicator_type, &entry.value, entry.action);
        keys.iter().find_map(|key| self.by_key.get(key))
    }
}

impl Listing {
    pub(super) fn new(limits: &Limits) -> Self {
        let path = page_after(0, limits);
        Self {
            question: Question::new(path.clone()),
            path,
            pages: Vec::new(),
            tries: 0,
            later: None,
        }
    }

    pub(super) fn in_flight(&self) -> bool {
        self.question.in_flight()
    }

    pub(super) fn poll(&mut self, now: Now, means: &mut Means<'_>) -> Step {
        if let Some(at) = self.later.filter(|at| *at > now.mono) {
            return Step::Wait(Some(at));
        }
        self.later = None;
        self.question.poll(now, means)
    }

    /// Takes note of what happened; says how it ended, once.
    pub(super) fn handle(
        &mut self,
        now: Now,
        input: Input,
        means: &mut Means<'_>,
    ) -> Option<Listed> {
        match self.question.handle(now, input, means)? {
            Answered::NoToken { code } => Some(Listed::NoToken { code }),
            Answered::Reply(Reply::Page(page)) => self.turn(page, means.limits),
            Answered::Reply(reply) => self.not_listed(now, reply, means.limits),
        }
    }

    /// It is not asked for any more; what has left is waited for.
    pub(super) fn drop(&mut self, journal: &mut Journal) {
        self.question.drop(journal);
    }

    /// Goes to the next page. A full one without a link may have one behind it all the same. Links of
    /// empty pages may lead on for ever, so that they are not followed; what they lead to is unread.
    fn turn(&mut self, mut page: Page, limits: &Limits) -> Option<Listed> {
        let next = page.next.take();
        let is_full = listed(&page) >= limits.list_page;
        let is_empty = listed(&page) == 0;
        page.unread += u32::from(is_empty && next.is_some());
        if self.says_nothing_new(&page) {
            return Some(self.cut_short());
        }
        self.pages.push(page);
        let path = match next {
            Some(query) if !is_empty => format!("/api/indicators?{query}"),
            None if is_full => page_after(self.listed(), limits),
            _ => {
                let pages = std::mem::take(&mut self.pages);
                return Some(Listed::Whole(Tenant::of(pages)));
            }
        };
        let most = limits.tenant_indicators.saturating_add(limits.list_page);
        if self.pages.len() >= MOST_PAGES || self.listed() >= most {
            return Some(self.cut_short());
        }
        self.tries = 0;
        self.ask(path);
        None
    }

    /// Indicators so far.
    fn listed(&self) -> usize {
        self.pages.iter().map(listed).sum()
    }

    /// Whether a page lists again what pages before it did, as where `$skip` is ignored.
    fn says_nothing_new(&self, page: &Page) -> bool {
        let known = self.pages.iter().flat_map(|page| &page.entities);
        let known: HashSet<&Key, FxBuildHasher> = known.map(|entity| &entity.key).collect();
        let is_known = |entity: &Entity| known.contains(&entity.key);
        !page.entities.is_empty() && page.entities.iter().all(is_known)
    }

    /// The list does not end: what it shows is there, and what it does not show may be.
    fn cut_short(&mut self) -> Listed {
        let mut tenant = Tenant::of(std::mem::take(&mut self.pages));
        tenant.unread += 1;
        // What was listed twice is no sign of a full tenant.
        tenant.held = tenant.by_key.len();
        Listed::Whole(tenant)
    }

    fn ask(&mut self, path: String) {
        self.question = Question::new(path.clone());
        self.path = path;
    }

    fn not_listed(&mut self, now: Now, reply: Reply, limits: &Limits) -> Option<Listed> {
        let failure = match reply {
            Reply::Refused(refusal) => match retry::meaning(refusal.status) {
                Meaning::Forbidden | Meaning::WrongHost => return Some(Listed::Refused(refusal)),
                Meaning::Passing => Failure::refused(&refusal),
                Meaning::TooMany | Meaning::TokenRefused | Meaning::BadBody => {
                    return Some(Listed::Failed(Failure::refused(&refusal)));
                }
            },
            Reply::NoAnswer { .. } => Failure::unanswered(None, "No answer came."),
            other => Failure::unanswered(other.status(), "The tenant's list could not be read."),
        };
        self.tries += 1;
        if self.tries >= limits.tries {
            return Some(Listed::Failed(failure));
        }
        self.later = Some(now.mono + retry::backoff(self.tries, now.jitter));
        self.ask(self.path.clone());
        None
    }
}

fn listed(page: &Page) -> usize {
    page.entities.len() + page.foreign as usize + page.unread as usize
}

/// The page behind so many indicators (`$top` at most 10,000, `$skip`: list page, 2024).
fn page_after(skipped: usize, limits: &Limits) -> String {
    let top = limits.list_page;
    if skipped == 0 {
        format!("/api/indicators?$top={top}")
    } else {
        format!("/api/indicators?$top={top}&$skip={skipped}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Its link may lead on for ever, or to more.
    #[test]
    fn behind_an_empty_page_with_a_link_may_be_more() {
        let limits = Limits::documented();
        for (next, unread) in [(None, 0), (Some("$skip=5".to_owned()), 1)] {
            let page = Page {
                next,
                ..Page::default()
            };
            match Listing::new(&limits).turn(page, &limits) {
                Some(Listed::Whole(tenant)) => assert_eq!(tenant.unread, unread),
                other => panic!("{other:?}"),
            }
        }
    }

    fn page(numbers: std::ops::Range<usize>) -> Page {
        let item = |n| {
            format!(
                r#"{{"indicatorValue":"d{n}.example","indicatorType":"DomainName","action":"Block"}}"#
            )
        };
        let items: Vec<String> = numbers.map(item).collect();
        let list = format!(r#"{{"value":[{}]}}"#, items.join(","));
        Page::read(list.as_bytes()).expect("a page")
    }

    #[test]
    fn a_list_that_does_not_end_is_unread_from_where_it_says_nothing_new() {
        let limits = Limits {
            list_page: 2,
            tenant_indicators: 5,
            ..Limits::documented()
        };
        // Where each page begins, one after another: pages read, indicators held.
        for (begins, pages, held) in [
            // `$skip` is ignored.
            ((|_| 0) as fn(usize) -> usize, 2, 2),
            (|page| page * 2 % 4, 3, 4),
            // More and more than a tenant may hold.
            (|page| page * 2, 4, 8),
        ] {
            let mut listing = Listing::new(&limits);
            let mut ended = (0..100).filter_map(|number| {
                let begin = begins(number);
                let listed = listing.turn(page(begin..begin + 2), &limits)?;
                Some((number + 1, listed))
            });
            match ended.next() {
                Some((read, Listed::Whole(tenant))) => {
                    assert_eq!((read, tenant.held, tenant.unread), (pages, held, 1));
                }
                other => panic!("{other:?}"),
            }
        }
    }
}
