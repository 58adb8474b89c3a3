//! Help: whether it is open, which hints have not been dismissed yet, and whether single keys are
//! listened to. The last two outlive the page, as one line of words.

use super::{Model, Update};

/// A hint for who is here for the first time, beside what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// Where files go in.
    Choose,
    /// The sums of a review.
    Review,
    /// The button that sends.
    Send,
    /// What became of the rows.
    Report,
}

impl Hint {
    /// In the order in which they come.
    pub const ALL: [Self; 4] = [Self::Choose, Self::Review, Self::Send, Self::Report];

    /// Its name, for tests and as it is kept.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Choose => "hint-choose",
            Self::Review => "hint-review",
            Self::Send => "hint-send",
            Self::Report => "hint-report",
        }
    }
}

/// As it is kept that single keys do nothing.
const NO_KEYS: &str = "no-keys";

/// What is known of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Help {
    /// Whether the dialog is open.
    pub is_open: bool,
    /// Whether single keys do nothing: who speaks to the page may utter one by accident.
    pub no_keys: bool,
    /// The hints that are still to be seen; none before the browser has said what it keeps.
    hints: Vec<Hint>,
}

/// What happens to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpMsg {
    /// The dialog is wanted.
    Open,
    /// It was left.
    Close,
    /// Whether single keys do nothing was changed.
    NoKeys(bool),
    /// A hint was read.
    Dismiss(Hint),
    /// No more of them are wanted.
    DismissAll,
    /// They are wanted again.
    Again,
}

impl Help {
    /// Whether a hint is shown. That about sending stands near that about the review, and waits for it.
    #[must_use]
    pub fn shows(&self, hint: Hint) -> bool {
        let waits = hint == Hint::Send && self.hints.contains(&Hint::Review);
        self.hints.contains(&hint) && !waits
    }

    /// What the browser is to keep: a word for each thing that is not as at the first visit.
    #[must_use]
    pub fn to_keep(&self) -> String {
        let seen = Hint::ALL.iter().filter(|hint| !self.hints.contains(hint));
        let words = seen.map(|hint| hint.name());
        let words = words.chain(self.no_keys.then_some(NO_KEYS));
        words.collect::<Vec<_>>().join(" ")
    }

    /// As it was kept, if it was.
    #[must_use]
    pub fn kept(kept: Option<&str>) -> Self {
        let has = |name| kept.is_some_and(|kept| kept.split(' ').any(|word| word == name));
        let hints = Hint::ALL.into_iter().filter(|hint| !has(hint.name()));
        Self {
            is_open: false,
            no_keys: has(NO_KEYS),
            hints: hints.collect(),
        }
    }
}

impl Model {
    pub(super) fn helped(&mut self, msg: HelpMsg) -> Update {
        let help = &mut self.help;
        let before = help.clone();
        match msg {
            HelpMsg::Open => help.is_open = true,
            HelpMsg::Close => help.is_open = false,
            HelpMsg::NoKeys(no_keys) => help.no_keys = no_keys,
            HelpMsg::Dismiss(hint) => help.hints.retain(|it| *it != hint),
            HelpMsg::DismissAll => help.hints.clear(),
            HelpMsg::Again => help.hints = Hint::ALL.to_vec(),
        }
        if self.help == before {
            return Update::STALE;
        }
        Update::drawn()
    }
}
