//! When a token is asked for, and what a 401 means.
//!
//! The token itself stays with the host. Every send spends one; the host answers from its cache, so
//! that this costs nothing and a long run never sends an old one. A cached token that the API
//! refuses is renewed once; a renewed one that is refused at once needs the user.

use super::{Freshness, Step};

/// What is known of the token.
#[derive(Clone, Debug)]
pub(super) struct Tokens {
    hand: Hand,
    wanted: Freshness,
    /// Counts renewals, so that several calls refused with one token renew it once.
    generation: Generation,
    trust: Trust,
}

/// Which token a call was sent with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Generation(u32);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hand {
    Empty,
    Asked(Freshness),
    Held,
}

/// Whether a renewal may help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trust {
    /// It may be old.
    Perhaps,
    /// It was just renewed and has not been good for a call since.
    Renewed,
}

/// What follows from a 401.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// Send again with a renewed token.
    Renew,
    /// Only the user can help.
    SignIn,
}

impl Tokens {
    pub(super) fn new() -> Self {
        Self {
            hand: Hand::Empty,
            wanted: Freshness::Cached,
            generation: Generation(0),
            trust: Trust::Perhaps,
        }
    }

    /// Takes the token for one call.
    pub(super) fn spend(&mut self) -> Option<Generation> {
        if self.hand != Hand::Held {
            return None;
        }
        self.hand = Hand::Empty;
        Some(self.generation)
    }

    /// Asks for a token, unless one was asked for.
    pub(super) fn ask(&mut self) -> Option<Step> {
        if self.hand != Hand::Empty {
            return None;
        }
        self.hand = Hand::Asked(self.wanted);
        Some(Step::NeedToken(self.wanted))
    }

    /// A token came. One from the cache is dropped where it was found wanting meanwhile.
    pub(super) fn came(&mut self) {
        let Hand::Asked(freshness) = self.hand else {
            return;
        };
        self.hand = Hand::Empty;
        if freshness == self.wanted {
            self.hand = Hand::Held;
        }
        if freshness == Freshness::Renewed {
            self.wanted = Freshness::Cached;
            self.trust = Trust::Renewed;
        }
    }

    /// No token came. Says whether one was asked for.
    pub(super) fn failed(&mut self) -> bool {
        let asked = matches!(self.hand, Hand::Asked(_));
        if asked {
            self.hand = Hand::Empty;
        }
        asked
    }

    /// A call was answered by something else than a 401.
    pub(super) fn good(&mut self, sent_with: Generation) {
        if sent_with == self.generation {
            self.trust = Trust::Perhaps;
        }
    }

    /// A call was answered by a 401.
    pub(super) fn refused(&mut self, sent_with: Generation) -> Refused {
        if sent_with != self.generation {
            return Refused::Renew;
        }
        self.generation.0 += 1;
        self.wanted = Freshness::Renewed;
        if self.hand == Hand::Held {
            self.hand = Hand::Empty;
        }
        match self.trust {
            Trust::Perhaps => Refused::Renew,
            Trust::Renewed => Refused::SignIn,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Freshness::{Cached, Renewed};

    fn tokens_with_one(freshness: Freshness) -> Tokens {
        let mut tokens = Tokens::new();
        tokens.wanted = freshness;
        assert_eq!(tokens.ask(), Some(Step::NeedToken(freshness)));
        tokens.came();
        tokens
    }

    #[test]
    fn one_token_is_asked_for_at_a_time() {
        let mut tokens = Tokens::new();
        assert_eq!(tokens.ask(), Some(Step::NeedToken(Cached)));
        assert_eq!(tokens.ask(), None);
        tokens.came();
        assert_eq!(tokens.ask(), None);
        assert!(tokens.spend().is_some());
        assert!(tokens.spend().is_none());
        assert_eq!(tokens.ask(), Some(Step::NeedToken(Cached)));
    }

    #[test]
    fn a_token_that_nobody_asked_for_is_not_used() {
        let mut tokens = Tokens::new();
        tokens.came();
        assert!(tokens.spend().is_none());
        assert!(!tokens.failed());
    }

    #[test]
    fn four_calls_refused_with_one_token_renew_it_once() {
        let mut tokens = tokens_with_one(Cached);
        let sent_with = tokens.spend().expect("a token");
        for _ in 0..4 {
            assert_eq!(tokens.refused(sent_with), Refused::Renew);
        }
        assert_eq!(tokens.ask(), Some(Step::NeedToken(Renewed)));
        tokens.came();
        assert!(tokens.spend().is_some());
        assert_eq!(tokens.ask(), Some(Step::NeedToken(Cached)));
    }

    #[test]
    fn a_renewed_token_that_is_refused_needs_the_user() {
        let mut tokens = tokens_with_one(Renewed);
        let sent_with = tokens.spend().expect("a token");
        assert_eq!(tokens.refused(sent_with), Refused::SignIn);
    }

    #[test]
    fn a_renewed_token_that_was_good_may_grow_old() {
        let mut tokens = tokens_with_one(Renewed);
        let sent_with = tokens.spend().expect("a token");
        tokens.good(sent_with);
        assert_eq!(tokens.refused(sent_with), Refused::Renew);
    }

    #[test]
    fn a_cached_token_on_its_way_is_dropped_after_a_refusal() {
        let mut tokens = tokens_with_one(Cached);
        let sent_with = tokens.spend().expect("a token");
        assert_eq!(tokens.ask(), Some(Step::NeedToken(Cached)));
        assert_eq!(tokens.refused(sent_with), Refused::Renew);
        tokens.came();
        assert!(tokens.spend().is_none());
        assert_eq!(tokens.ask(), Some(Step::NeedToken(Renewed)));
    }
}
