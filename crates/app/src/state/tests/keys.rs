//! What keys mean on each screen.

use super::*;
use crate::{
    keys::{At, Meaning, Stroke, meaning},
    state::{EditMsg, HelpMsg, Way},
};

fn stroke(key: &str, ctrl: bool) -> Stroke {
    Stroke {
        key: key.to_owned(),
        ctrl,
        shift: false,
        alt: false,
        at: At::Page,
    }
}

fn means(model: &Model, key: &str, ctrl: bool) -> Option<Meaning> {
    meaning(&stroke(key, ctrl), model, Some(&who()))
}

#[test]
fn each_key_means_one_thing() {
    let (model, _) = story(to_review());
    let help = Some(Meaning::Msg(Msg::Help(HelpMsg::Open)));
    let send = Some(Meaning::Msg(Msg::AskToSend));
    for (key, ctrl, expected) in [
        ("?", false, help.clone()),
        ("/", false, Some(Meaning::Search)),
        ("Enter", true, send),
        ("Enter", false, None),
        ("?", true, None),
        ("/", true, None),
        ("a", false, None),
        ("Escape", false, None),
    ] {
        assert_eq!(means(&model, key, ctrl), expected, "{key} {ctrl}");
        let elsewhere = [
            Stroke {
                at: At::Own,
                ..stroke(key, ctrl)
            },
            Stroke {
                at: At::Dialog,
                ..stroke(key, ctrl)
            },
            Stroke {
                alt: true,
                ..stroke(key, ctrl)
            },
        ];
        for stroke in elsewhere {
            assert_eq!(meaning(&stroke, &model, Some(&who())), None, "{stroke:?}");
        }
    }
    let quiet = Msg::Help(HelpMsg::NoKeys(true));
    let (quiet, _) = after(to_review(), [quiet]);
    assert_eq!(means(&quiet, "?", false), None);
    assert_eq!(means(&quiet, "/", false), None);
    assert_eq!(
        means(&quiet, "Enter", true),
        Some(Meaning::Msg(Msg::AskToSend))
    );
}

#[test]
fn steps_are_gone_by_the_keys_that_do_so_everywhere() {
    let (model, _) = story(to_review());
    let means = |key: &str, shift: bool, ctrl: bool| {
        let stroke = Stroke {
            shift,
            ..stroke(key, ctrl)
        };
        match meaning(&stroke, &model, None) {
            Some(Meaning::Msg(Msg::Edit(EditMsg::Step(way)))) => Some(way),
            None => None,
            other => panic!("{key}: {other:?}"),
        }
    };
    let (back, forward) = (Some(Way::Back), Some(Way::Forward));
    assert_eq!(means("z", false, true), back);
    assert_eq!(means("Z", true, true), forward);
    assert_eq!(means("y", false, true), forward);
    assert_eq!(means("z", false, false), None);
    assert_eq!(means("Z", false, true), back, "with the caps lock on");
}

#[test]
fn the_main_button_is_the_screens_and_no_question_is_confirmed() {
    let main = |msgs: Vec<Msg>| means(&story(msgs).0, "Enter", true);
    let with = |mut msgs: Vec<Msg>, more: Msg| {
        msgs.push(more);
        msgs
    };
    let back = Some(Meaning::Msg(Msg::Go(Step::Review)));
    for (screen, msgs, expected) in [
        ("nothing was given", vec![], None),
        (
            "a list is at hand",
            with(to_review(), Msg::Go(Step::Choose)),
            back,
        ),
        ("the question", with(to_review(), Msg::AskToSend), None),
        ("a run", to_send(), None),
        (
            "sums are owed",
            with(to_review(), Msg::Given { files: 1 }),
            None,
        ),
        (
            "the worker is gone",
            with(to_review(), Msg::WorkerFailed(String::new())),
            None,
        ),
    ] {
        assert_eq!(main(msgs), expected, "{screen}");
    }
    let (review, _) = story(to_review());
    assert_eq!(meaning(&stroke("Enter", true), &review, None), None);
}
