//! Hints, single keys and the dialog.

use super::*;
use crate::state::{Help, HelpMsg, Hint, Update};

fn told(kept: Option<&str>, msgs: Vec<HelpMsg>) -> Model {
    let mut model = Model::new(Defaults::default());
    model.help = Help::kept(kept);
    for msg in msgs {
        let shown = format!("{msg:?}");
        let update = model.update(Msg::Help(msg), WallTime(0));
        assert!(update.redraw && update.ask.is_empty(), "{shown}");
    }
    model
}

fn shown(model: &Model) -> Vec<Hint> {
    let all = Hint::ALL.into_iter();
    all.filter(|hint| model.help.shows(*hint)).collect()
}

#[test]
fn a_hint_is_shown_until_it_is_dismissed() {
    assert_eq!(shown(&Model::new(Defaults::default())), []);
    for (msgs, hints, kept) in [
        (vec![], vec![Hint::Choose, Hint::Review, Hint::Report], ""),
        (
            vec![HelpMsg::Dismiss(Hint::Review)],
            vec![Hint::Choose, Hint::Send, Hint::Report],
            "hint-review",
        ),
        (
            vec![HelpMsg::NoKeys(true), HelpMsg::DismissAll],
            vec![],
            "hint-choose hint-review hint-send hint-report no-keys",
        ),
        (
            vec![HelpMsg::DismissAll, HelpMsg::Again],
            vec![Hint::Choose, Hint::Review, Hint::Report],
            "",
        ),
    ] {
        let model = told(None, msgs);
        assert_eq!(shown(&model), hints);
        assert_eq!(model.help.to_keep(), kept);
        // The next visit.
        let next = told(Some(kept), vec![HelpMsg::Open]);
        assert_eq!(shown(&next), hints);
        assert_eq!(next.help.no_keys, model.help.no_keys);
    }
}

#[test]
fn help_opens_where_the_page_cannot_work() {
    let mut model = told(None, vec![]);
    model.update(Msg::WorkerFailed("gone".to_owned()), WallTime(0));
    assert!(model.update(Msg::Help(HelpMsg::Open), WallTime(0)).redraw);
    assert!(model.help.is_open);
    let again = model.update(Msg::Help(HelpMsg::Open), WallTime(0));
    assert_eq!(again, Update::STALE);
    assert!(model.update(Msg::Help(HelpMsg::Close), WallTime(0)).redraw);
}
