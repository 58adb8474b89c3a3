//! The tenant's list, asked for page by page.
//!
//! Nothing is found absent in a part of it: a [`Snapshot`] comes out once the last page has, with what
//! could not be read of it, or the reason why none does. What may pass is tried again, each page as
//! often as any call.

use rustc_hash::FxHashSet;

use super::{
    Input, Step,
    journal::Journal,
    question::{Answered, Means, Question},
};
use crate::{
    clock::{Instant, Now},
    limits::Limits,
    retry::{self, Meaning},
    tenant::{Entity, Key, Page, Snapshot},
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
    Whole(Snapshot),
    /// Out of tries; what came of the last one.
    Failed(Reply),
    /// The API does not give it out.
    Refused(Refusal),
    NoToken {
        code: String,
    },
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
            Answered::Reply(Reply::Page { page, .. }) => self.turn(now, page, means.limits),
            Answered::Reply(reply) => self.not_listed(now, reply, means.limits),
        }
    }

    /// It is not asked for any more; what has left is waited for.
    pub(super) fn drop(&mut self, journal: &mut Journal) {
        self.question.drop(journal);
    }

    /// It is not asked for any more, and what has left is not waited for.
    pub(super) fn give_up(&mut self, now: Now, means: &mut Means<'_>) {
        self.question.give_up(now, means);
    }

    /// Goes to the next page. A full one without a link may have one behind it all the same. Links of
    /// empty pages may lead on for ever, so that they are not followed; what they lead to is unread.
    fn turn(&mut self, now: Now, mut page: Page, limits: &Limits) -> Option<Listed> {
        let next = page.next.take();
        let is_full = page.len() >= limits.list_page;
        let is_empty = page.is_empty();
        page.unread += u32::from(is_empty && next.is_some());
        if self.says_nothing_new(&page) {
            return Some(self.cut_short(now));
        }
        self.pages.push(page);
        let path = match next {
            Some(query) if !is_empty => format!("/api/indicators?{query}"),
            None if is_full => page_after(self.listed(), limits),
            _ => {
                let pages = std::mem::take(&mut self.pages);
                return Some(Listed::Whole(Snapshot::of(pages, now.wall)));
            }
        };
        let most = limits.tenant_indicators.saturating_add(limits.list_page);
        if self.pages.len() >= MOST_PAGES || self.listed() >= most {
            return Some(self.cut_short(now));
        }
        self.tries = 0;
        self.ask(path);
        None
    }

    /// Indicators so far.
    pub(super) fn listed(&self) -> usize {
        self.pages.iter().map(Page::len).sum()
    }

    /// Whether a page lists again what pages before it did, as where `$skip` is ignored.
    fn says_nothing_new(&self, page: &Page) -> bool {
        let known = self.pages.iter().flat_map(Page::entities);
        let known: FxHashSet<&Key> = known.map(Entity::key).collect();
        let mut keys = page.entities().map(Entity::key).peekable();
        keys.peek().is_some() && keys.all(|key| known.contains(key))
    }

    /// The list does not end: what it shows is there, and what it does not show may be.
    fn cut_short(&mut self, now: Now) -> Listed {
        let pages = std::mem::take(&mut self.pages);
        Listed::Whole(Snapshot::of(pages, now.wall).cut_short())
    }

    fn ask(&mut self, path: String) {
        self.question = Question::new(path.clone());
        self.path = path;
    }

    fn not_listed(&mut self, now: Now, reply: Reply, limits: &Limits) -> Option<Listed> {
        if let Reply::Refused(refusal) = &reply {
            match retry::meaning(refusal.status) {
                Meaning::Forbidden | Meaning::WrongHost => {
                    return Some(Listed::Refused(refusal.clone()));
                }
                Meaning::TooMany | Meaning::TokenRefused | Meaning::BadBody => {
                    return Some(Listed::Failed(reply));
                }
                Meaning::Passing => {}
            }
        }
        self.tries += 1;
        if self.tries >= limits.tries {
            return Some(Listed::Failed(reply));
        }
        self.later = Some(now.mono + retry::backoff(self.tries, now.jitter));
        self.ask(self.path.clone());
        None
    }
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
    use crate::clock::WallTime;

    const NOW: Now = Now {
        mono: Instant::ZERO,
        wall: WallTime(7),
        jitter: 0.5,
    };

    /// Its link may lead on for ever, or to more.
    #[test]
    fn behind_an_empty_page_with_a_link_may_be_more() {
        let limits = Limits::documented();
        for (body, unread) in [
            (r#"{"value":[]}"#, 0),
            (r#"{"value":[],"@odata.nextLink":"?$skip=5"}"#, 1),
        ] {
            let page = Page::read(body.as_bytes()).expect("a page");
            match Listing::new(&limits).turn(NOW, page, &limits) {
                Some(Listed::Whole(tenant)) => assert_eq!(tenant.unread(), unread),
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
                let listed = listing.turn(NOW, page(begin..begin + 2), &limits)?;
                Some((number + 1, listed))
            });
            match ended.next() {
                Some((read, Listed::Whole(tenant))) => {
                    assert_eq!((read, tenant.held(), tenant.unread()), (pages, held, 1));
                }
                other => panic!("{other:?}"),
            }
        }
    }
}
