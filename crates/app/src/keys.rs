//! The page's own keys: which of them means what, and where none does.
//!
//! A key that types never means anything in a box, nor over a dialog: what a question asks is confirmed
//! by its own button alone. The table and the dialogs know keys of their own.

use crate::state::{Before, Dialog, EditMsg, HelpMsg, Model, Msg, Screen, Step, Way, Who};

/// A key that was pressed, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// What it types, or its name.
    pub key: String,
    /// Whether Ctrl, or on a Mac Command, was held.
    pub ctrl: bool,
    /// Whether Shift was held.
    pub shift: bool,
    /// Whether Alt was held.
    pub alt: bool,
    /// Where it goes.
    pub at: At,
}

/// Where a key goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// To the page.
    Page,
    /// To what has a use of its own for it: a box for text, or a browser's own command.
    Own,
    /// To an open dialog.
    Dialog,
}

impl Stroke {
    /// Whether it is one of the page's, in a place where it counts.
    #[must_use]
    pub fn may_mean_something(&self) -> bool {
        let is_free = self.at == At::Page && !self.alt;
        let is_known = matches!(
            (self.key.as_str(), self.ctrl),
            ("Enter", true) | ("?" | "/", false)
        );
        is_free && (is_known || self.way().is_some())
    }

    /// The way through what was decided that it leads.
    fn way(&self) -> Option<Way> {
        match (self.key.as_str(), self.shift) {
            _ if !self.ctrl => None,
            ("z" | "Z", false) => Some(Way::Back),
            ("z" | "Z", true) | ("y", false) => Some(Way::Forward),
            _ => None,
        }
    }
}

/// What a key means.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// Something happens.
    Msg(Msg),
    /// The focus goes to the search of the table.
    Search,
}

/// What a stroke means on this page; `None` where it means nothing.
#[must_use]
pub fn meaning(stroke: &Stroke, model: &Model, who: Option<&Who>) -> Option<Meaning> {
    if !stroke.may_mean_something() {
        return None;
    }
    if let Some(way) = stroke.way() {
        return Some(Meaning::Msg(Msg::Edit(EditMsg::Step(way))));
    }
    match stroke.key.as_str() {
        "Enter" => main(model, who).map(Meaning::Msg),
        "?" if !model.help.no_keys => Some(Meaning::Msg(Msg::Help(HelpMsg::Open))),
        "/" if !model.help.no_keys => Some(Meaning::Search),
        _ => None,
    }
}

/// What the main button of the screen does, where it can be pressed and is not about a single run.
fn main(model: &Model, who: Option<&Who>) -> Option<Msg> {
    if model.fault.is_some() {
        return None;
    }
    match &model.screen {
        Screen::Choose(choose) => {
            let list = choose.list.as_ref();
            let has_rows = list.is_some_and(|list| list.counts.records > 0);
            (has_rows && choose.wish.is_none()).then_some(Msg::Go(Step::Review))
        }
        Screen::Review(review) => {
            let awaits: Option<Before> = review.awaits(&model.tenant);
            let is_asked = review.dialog != Dialog::None;
            (who.is_some() && awaits.is_none() && !is_asked).then_some(Msg::AskToSend)
        }
        Screen::Send(_) | Screen::Report(_) | Screen::Tenant(_) => None,
    }
}
