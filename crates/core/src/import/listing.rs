//! The tenant's list, asked for page by page.
//!
//! Nothing is found absent in a part of it: a [`Snapshot`] comes out once the last page has, with what
//! could not be read of it, or the reason why none does. What may pass is tried again, each page as
//! often as any call.
//!
//! Documented are `$top`, at most 10,000, and `$skip` (list page, 2024); a link to the next page is
//! observed. In which order indicators are listed is not documented: that it stays the same from one
//! page to the next is assumed. Pages that are found by `$skip` move up where somebody deletes between
//! two of them, and what moves over the edge would be in none. So each begins before the last one's end:
//! one that lists nothing of it has been torn off, and all is read anew, or else said to be in part
//! unread. A link without `$skip` is followed as it is: it is taken to say where the last page ended.

use std::borrow::Cow;

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
    tenant::{Page, Snapshot},
    wire::{Refusal, Reply},
};

/// A service that gives out fewer at a time than it is asked for gives at least so many parts of
/// what a tenant can hold; a list with more pages than that does not end, nor does one that shows
/// a whole page more than a tenant can hold. A tenth of each is listed twice.
const MOST_PAGES: usize = 67;

/// The part of a page that the next one lists again: with the longest pages two calls that delete as
/// many as a call may.
const OVERLAP: usize = 10;

/// How often a list is read anew that was torn.
const MOST_TEARS: u32 = 2;

/// The list on its way.
#[derive(Clone, Debug)]
pub(super) struct Listing {
    question: Question,
    path: String,
    pages: Vec<Page>,
    /// Indicators of the list before the page that is asked for.
    begin: usize,
    /// How many of them that page lists again.
    overlap: usize,
    /// Where the pages begin that one question and the links of its answers have brought.
    chain: usize,
    /// How often it was read anew.
    tears: u32,
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
            begin: 0,
            overlap: 0,
            chain: 0,
            tears: 0,
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
        let reached = self.begin + page.len();
        // Links may lead on to as many as were asked for, and not beyond.
        let is_full = page.len() >= limits.list_page || reached - self.chain == limits.list_page;
        let is_empty = page.is_empty();
        page.unread += u32::from(is_empty && next.is_some());
        let again = self.again(&page);
        if self.overlap > 0 && again == 0 {
            if self.tears < MOST_TEARS {
                self.begin_anew(limits);
                return None;
            }
            page.unread += 1;
        }
        let leads_on = is_full || next.is_some();
        if !is_empty && again == page.len() && leads_on {
            // As where `$skip` is ignored.
            return Some(self.cut_short(now));
        }
        let overlap = page.len() / OVERLAP;
        self.pages.push(page);
        let path = match next {
            Some(query) if !is_empty => self.behind(&query, (reached, overlap), limits),
            None if is_full => {
                (self.begin, self.overlap) = (reached - overlap, overlap);
                self.chain = self.begin;
                page_after(self.begin, limits)
            }
            _ => {
                let pages = std::mem::take(&mut self.pages);
                return Some(Listed::Whole(Snapshot::of(pages, now.wall)));
            }
        };
        let most = limits.tenant_indicators.saturating_add(limits.list_page);
        if self.pages.len() >= MOST_PAGES || reached >= most {
            return Some(self.cut_short(now));
        }
        self.tries = 0;
        self.ask(path);
        None
    }

    /// Indicators so far.
    pub(super) fn listed(&self) -> usize {
        self.begin + self.overlap
    }

    /// The page that a link leads to, begun `overlap` earlier where it says how many it passes over.
    fn behind(
        &mut self,
        query: &str,
        (reached, overlap): (usize, usize),
        limits: &Limits,
    ) -> String {
        let moved = moved_back(query, overlap, limits.list_page);
        let path = |query: &str| format!("/api/indicators?{query}");
        if let Some((begin, query)) = moved {
            (self.begin, self.overlap) = (begin, overlap);
            return path(&query);
        }
        (self.begin, self.overlap) = (reached, 0);
        path(query)
    }

    /// Something has moved over the edge of a page: reads the list from its beginning.
    fn begin_anew(&mut self, limits: &Limits) {
        self.tears += 1;
        self.pages.clear();
        (self.begin, self.overlap, self.chain, self.tries) = (0, 0, 0, 0);
        self.ask(page_after(0, limits));
    }

    /// How many objects of a page the pages before it list too.
    fn again(&self, page: &Page) -> usize {
        if self.pages.is_empty() {
            return 0;
        }
        let known: FxHashSet<Cow<'_, str>> = self.pages.iter().flat_map(Page::names).collect();
        page.names().filter(|name| known.contains(name)).count()
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

/// The query of a page that begins so many indicators earlier, and how many it passes over then; `None`
/// where it does not say how many it passes over. Where it says how many are left of those asked for
/// (`$top` of a link: `OData` 4.01, Server-Driven Paging), those are as many more, but never more than
/// a page may have.
fn moved_back(query: &str, by: usize, most: usize) -> Option<(usize, String)> {
    let figure = |name: &str| {
        let mut parts = query.split('&').filter_map(|part| part.split_once('='));
        let (_, figure) = parts.find(|(known, _)| is_option(known, name))?;
        figure.parse::<usize>().ok()
    };
    let skip = figure("skip")?;
    let begin = skip.saturating_sub(by);
    let parts = query.split('&').map(|part| match part.split_once('=') {
        Some((name, _)) if is_option(name, "skip") => Cow::Owned(format!("{name}={begin}")),
        Some((name, top)) if is_option(name, "top") => match top.parse::<usize>() {
            Ok(top) => Cow::Owned(format!(
                "{name}={}",
                top.saturating_add(skip - begin).min(most.max(top))
            )),
            Err(_) => Cow::Borrowed(part),
        },
        _ => Cow::Borrowed(part),
    });
    let parts: Vec<Cow<'_, str>> = parts.collect();
    Some((begin, parts.join("&")))
}

/// Whether a name in a query is this one of `OData`'s, with its `$` as it is or written `%24`.
fn is_option(name: &str, option: &str) -> bool {
    let bare = name.strip_prefix('$').or_else(|| name.strip_prefix("%24"));
    bare.is_some_and(|bare| bare.eq_ignore_ascii_case(option))
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

    /// What a service lists that orders by age: so many at a time, and what somebody does between two
    /// pages.
    fn listed_while(
        held: std::ops::Range<usize>,
        page_len: usize,
        link: fn(usize) -> Option<String>,
        mut meanwhile: impl FnMut(usize, &mut Vec<usize>),
    ) -> (usize, Option<Snapshot>) {
        let limits = Limits {
            list_page: page_len,
            ..Limits::documented()
        };
        let mut held: Vec<usize> = held.collect();
        let mut listing = Listing::new(&limits);
        for calls in 1..30 {
            // As the service does, which answers 400.
            let top = listing.path.split("top=").nth(1).expect("always asked for");
            let top = top.split('&').next().and_then(|top| top.parse().ok());
            assert_eq!(top, Some(page_len), "{}", listing.path);
            let skip = listing.path.split("skip=").nth(1).unwrap_or("0");
            let skip: usize = skip.parse().expect("a figure");
            let shown: Vec<usize> = held.iter().skip(skip).take(page_len).copied().collect();
            let mut page = numbered(&shown);
            let more = skip + shown.len() < held.len();
            page.next = link(skip + shown.len()).filter(|_| more);
            match listing.turn(NOW, page, &limits) {
                None => meanwhile(calls, &mut held),
                Some(Listed::Whole(tenant)) => return (calls, Some(tenant)),
                Some(other) => panic!("{other:?}"),
            }
        }
        (30, None)
    }

    fn numbered(numbers: &[usize]) -> Page {
        let item = |n: &usize| {
            format!(
                r#"{{"id":"{n}","indicatorValue":"d{n}.example","indicatorType":"DomainName","action":"Block"}}"#
            )
        };
        let items: Vec<String> = numbers.iter().map(item).collect();
        let list = format!(r#"{{"value":[{}]}}"#, items.join(","));
        Page::read(list.as_bytes()).expect("a page")
    }

    fn values(tenant: &Snapshot) -> Vec<String> {
        let ids = tenant.entities().filter_map(crate::tenant::Entity::id);
        ids.map(std::borrow::Cow::into_owned).collect()
    }

    /// Pages of 40, of which the next lists the last 4 again: what others do between two pages, calls
    /// that it takes, and what may be missed.
    #[test]
    fn what_moves_from_one_page_to_the_other_is_not_missed() {
        type Deed = fn(usize, &mut Vec<usize>);
        let none: Deed = |_, _| {};
        let takes = |many: usize| {
            move |call: usize, held: &mut Vec<usize>| {
                if call == 1 {
                    held.drain(..many);
                }
            }
        };
        let links: [fn(usize) -> Option<String>; 3] = [
            |_| None,
            |skip| Some(format!("$top=40&$skip={skip}")),
            |skip| Some(format!("%24top=40&%24skip={skip}")),
        ];
        for link in links {
            let all: Vec<String> = (0..100).map(|n| n.to_string()).collect();
            let (calls, tenant) = listed_while(0..100, 40, link, none);
            let tenant = tenant.expect("a list");
            assert_eq!((calls, tenant.unread(), values(&tenant)), (3, 0, all));
            // What goes away while the list is read may be in it still, but nothing else is missed.
            for (many, calls) in [(1, 3), (3, 3), (4, 5), (30, 4)] {
                let (made, tenant) = listed_while(0..100, 40, link, takes(many));
                let tenant = tenant.expect("a list");
                let listed = values(&tenant);
                let stay = (many..100).map(|n| n.to_string());
                assert!(stay.into_iter().all(|id| listed.contains(&id)), "{many}");
                assert_eq!((made, tenant.unread()), (calls, 0), "{many}");
            }
            // Where it goes on so, something may be missed, and that is said.
            let (made, tenant) = listed_while(0..200, 40, link, |_, held| drop(held.drain(..9)));
            let tenant = tenant.expect("a list");
            assert!(tenant.unread() > 0 && made < 9, "{made}");
        }
        // A tenant that ends with a page has nothing behind it.
        let (calls, tenant) = listed_while(0..40, 40, |_| None, none);
        let tenant = tenant.expect("a list");
        assert_eq!((calls, tenant.held(), tenant.unread()), (2, 40, 0));
        // What comes meanwhile is listed once.
        let (_, tenant) = listed_while(
            10..100,
            40,
            |_| None,
            |call, held| {
                if call == 1 {
                    held.splice(..0, 0..10);
                }
            },
        );
        let tenant = tenant.expect("a list");
        assert_eq!((tenant.held(), tenant.unread()), (90, 0));
    }

    /// A service that gives out ten at a time, and in whose links are left as many as were asked for.
    #[test]
    fn links_that_count_down_what_was_asked_for_lose_nothing() {
        let limits = Limits {
            list_page: 40,
            ..Limits::documented()
        };
        for held in [0, 9, 10, 39, 40, 41, 76, 80, 95, 120] {
            let mut listing = Listing::new(&limits);
            let option = |path: &str, name: &str| {
                let rest = path.split(name).nth(1)?;
                rest.split('&').next()?.parse::<usize>().ok()
            };
            let whole = (0..40).find_map(|_| {
                let top = option(&listing.path, "$top=").expect("always asked for");
                assert!(top <= 40, "{}", listing.path);
                let skip = option(&listing.path, "$skip=").unwrap_or(0);
                let end = held.min(skip + top.min(10));
                let shown: Vec<usize> = (skip.min(end)..end).collect();
                let mut page = numbered(&shown);
                let left = top.saturating_sub(10);
                let more = end < held && left > 0;
                page.next = more.then(|| format!("$top={left}&$skip={end}"));
                listing.turn(NOW, page, &limits)
            });
            let Some(Listed::Whole(tenant)) = whole else {
                panic!("{held}: {whole:?}");
            };
            let told = (tenant.held() as usize, tenant.unread());
            assert_eq!(told, (held, 0), "{held}");
        }
    }

    /// Two indicators of one key are two, whatever page lists them.
    #[test]
    fn real_duplicates_are_not_taken_for_repeats() {
        let limits = Limits {
            list_page: 2,
            ..Limits::documented()
        };
        let page = |items: [(&str, &str); 2], len: usize| {
            let item = |(id, title): &(&str, &str)| {
                format!(
                    r#"{{"id":{id},"indicatorValue":"a.example","indicatorType":"DomainName","action":"Block","title":"{title}"}}"#
                )
            };
            let items: Vec<String> = items[..len].iter().map(item).collect();
            let list = format!(r#"{{"value":[{}]}}"#, items.join(","));
            Page::read(list.as_bytes()).expect("a page")
        };
        for (first, last, held) in [
            ([("1", "t"), ("2", "t")], ("3", "t"), 3),
            ([("1", "t"), ("2", "t")], ("2", "u"), 2),
            ([("null", "t"), ("null", "t")], ("null", "u"), 3),
            ([("null", "t"), ("null", "t")], ("null", "t"), 2),
        ] {
            let mut listing = Listing::new(&limits);
            assert!(listing.turn(NOW, page(first, 2), &limits).is_none());
            let ended = listing.turn(NOW, page([last, last], 1), &limits);
            let Some(Listed::Whole(tenant)) = ended else {
                panic!("{ended:?}");
            };
            assert_eq!(
                (tenant.held(), tenant.unread()),
                (held, 0),
                "{first:?} {last:?}"
            );
        }
    }
}
