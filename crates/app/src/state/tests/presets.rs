//! Presets as stories: what is wanted and told goes in, the defaults that hold, the list and what the
//! browser is asked to keep come out.

use ioculate_core::{
    check::{Cidr, Defaults, Policy},
    clock::WallTime,
    indicator::Action,
    preset::{MOST_BYTES, Preset},
};

use super::{model, to_review};
use crate::state::{
    self, Keeping, LONGEST_NAME, Model, Msg, PresetMsg, PresetNews, Presets, Update,
};

fn acting(action: Action) -> Defaults {
    Defaults {
        action,
        ..model().defaults
    }
}

fn preset(name: &str, action: Action) -> Preset {
    Preset {
        name: name.to_owned(),
        defaults: acting(action),
        policy: Policy::default(),
    }
}

fn text(name: &str, action: Action) -> String {
    preset(name, action).write().expect("a preset")
}

/// A browser that keeps one preset that blocks, and a text that is none.
fn stored() -> PresetMsg {
    let damaged = ("Damaged".to_owned(), "{\"ioculatePreset\":".to_owned());
    PresetMsg::Stored(vec![
        damaged,
        ("Block".to_owned(), text("Block", Action::Block)),
    ])
}

fn tell(model: &mut Model, msg: PresetMsg) -> Update {
    model.update(Msg::Preset(msg), WallTime(0))
}

/// The names, `*` before the chosen one, `-` after what is not kept and `!` after what is damaged.
fn list(model: &Model) -> String {
    let presets = &model.presets;
    let one = |it: &state::Preset| {
        let is_chosen = presets.chosen.as_ref() == Some(&it.name);
        let chosen = if is_chosen { "*" } else { "" };
        let kept = if it.kept { "" } else { "-" };
        let damaged = if it.read.is_err() { "!" } else { "" };
        format!("{chosen}{}{kept}{damaged}", it.name)
    };
    presets.all.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn keeps(update: &Update) -> String {
    let one = |it: &Keeping| match it {
        Keeping::Keep { name, .. } => format!("keep {name}"),
        Keeping::Forget { name } => format!("forget {name}"),
        Keeping::ToFile { file, .. } => format!("file {file}"),
    };
    update.keep.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// What came of messages told to a page whose browser keeps what [`stored`] says: the list, the
/// action that holds, and what the last message has the browser do.
fn after(msgs: impl IntoIterator<Item = PresetMsg>) -> (Model, String) {
    let mut model = model();
    tell(&mut model, stored());
    let mut done = String::new();
    for msg in msgs {
        done = keeps(&tell(&mut model, msg));
    }
    let told = format!("{} | {} | {done}", list(&model), model.defaults.action);
    (model, told)
}

fn save(name: &str) -> PresetMsg {
    PresetMsg::Save(name.to_owned())
}

fn rename(name: &str) -> PresetMsg {
    PresetMsg::Rename(name.to_owned())
}

fn opened(name: &str, action: Action) -> PresetMsg {
    PresetMsg::Opened {
        file: "a.iocpreset".to_owned(),
        text: Some(text(name, action)),
    }
}

const BLOCK: PresetMsg = PresetMsg::Choose(Some(0));
const DAMAGED: PresetMsg = PresetMsg::Choose(Some(1));

#[test]
fn what_is_wanted_of_presets_is_done() {
    let refused = || PresetMsg::Refused {
        name: Some("New".to_owned()),
        message: "QuotaExceededError".to_owned(),
    };
    let table: Vec<(Vec<PresetMsg>, &str)> = vec![
        (vec![], "Block Damaged! | Audit | "),
        (vec![BLOCK], "*Block Damaged! | Block | "),
        (vec![DAMAGED], "Block *Damaged! | Audit | "),
        (vec![BLOCK, DAMAGED], "Block *Damaged! | Block | "),
        (
            vec![BLOCK, PresetMsg::Choose(None)],
            "Block Damaged! | Audit | ",
        ),
        (
            vec![PresetMsg::Choose(Some(9))],
            "Block Damaged! | Audit | ",
        ),
        (
            vec![save(" New ")],
            "Block Damaged! *New | Audit | keep New",
        ),
        (vec![save("Block")], "*Block Damaged! | Audit | keep Block"),
        (vec![save(" ")], "Block Damaged! | Audit | "),
        (vec![save("a\nb")], "Block Damaged! | Audit | "),
        (
            vec![save("New"), refused()],
            "Block Damaged! *New- | Audit | ",
        ),
        (
            vec![save("New"), refused(), stored()],
            "Block Damaged! *New- | Audit | ",
        ),
        (
            vec![BLOCK, rename("Hard")],
            "Damaged! *Hard | Block | keep Hard, forget Block",
        ),
        (vec![BLOCK, rename("Damaged")], "*Block Damaged! | Block | "),
        (vec![rename("Hard")], "Block Damaged! | Audit | "),
        (vec![DAMAGED, rename("Hard")], "Block *Damaged! | Audit | "),
        (
            vec![BLOCK, PresetMsg::Delete],
            "Damaged! | Block | forget Block",
        ),
        (
            vec![DAMAGED, PresetMsg::Delete],
            "Block | Audit | forget Damaged",
        ),
        (vec![PresetMsg::Delete], "Block Damaged! | Audit | "),
        (
            vec![BLOCK, PresetMsg::Delete, PresetMsg::BringBack],
            "*Block Damaged! | Block | keep Block",
        ),
        (
            vec![BLOCK, PresetMsg::Delete, stored(), PresetMsg::BringBack],
            "Block *Block (2) Damaged! | Block | keep Block (2)",
        ),
        (vec![PresetMsg::BringBack], "Block Damaged! | Audit | "),
        (
            vec![BLOCK, PresetMsg::ToFile],
            "*Block Damaged! | Block | file Block.iocpreset",
        ),
        (
            vec![PresetMsg::ToFile],
            "Block Damaged! | Audit | file Defaults.iocpreset",
        ),
        (
            vec![DAMAGED, PresetMsg::ToFile],
            "Block *Damaged! | Audit | file Damaged.iocpreset",
        ),
        (
            vec![opened("Warn", Action::Warn)],
            "Block Damaged! *Warn | Warn | keep Warn",
        ),
        (
            vec![opened("Block", Action::Block)],
            "*Block Damaged! | Block | ",
        ),
        (
            vec![opened("Block", Action::Warn)],
            "Block *Block (2) Damaged! | Warn | keep Block (2)",
        ),
        (
            vec![PresetMsg::Stored(vec![(
                "Only".to_owned(),
                text("Only", Action::Warn),
            )])],
            "Only | Audit | ",
        ),
        (vec![BLOCK, PresetMsg::Stored(Vec::new())], " | Block | "),
    ];
    for (msgs, expected) in table {
        let shown = format!("{msgs:?}");
        assert_eq!(after(msgs).1, expected, "{shown}");
    }
}

#[test]
fn what_cannot_be_read_is_said_and_changes_nothing() {
    let large = "x".repeat(MOST_BYTES + 1);
    let texts = [
        None,
        Some(String::new()),
        Some("[]".to_owned()),
        Some(large),
    ];
    for text in texts {
        let (model, told) = after([PresetMsg::Opened {
            file: "a.iocpreset".to_owned(),
            text,
        }]);
        assert_eq!(told, "Block Damaged! | Audit | ");
        assert!(matches!(
            model.presets.news,
            Some(PresetNews::NotRead { .. })
        ));
    }
}

#[test]
fn a_name_has_one_line_of_some_length() {
    let longest = "n".repeat(LONGEST_NAME);
    let table = [
        (" Weekly feed ", Some("Weekly feed")),
        (&*longest, Some(&*longest)),
        ("", None),
        ("  ", None),
        ("a\tb", None),
        (&*format!("{longest}n"), None),
    ];
    for (given, name) in table {
        assert_eq!(Presets::name(given).as_deref(), name, "{given}");
    }
}

#[test]
fn a_file_has_a_name_that_every_system_takes() {
    let table = [
        ("Block (2)", "Block (2).iocpreset"),
        ("a/b\\c:d", "a_b_c_d.iocpreset"),
        ("x\u{202e}y", "x_y.iocpreset"),
        ("Wöchentlich", "Wöchentlich.iocpreset"),
    ];
    for (name, file) in table {
        let (_, told) = after([save(name), PresetMsg::ToFile]);
        assert!(told.ends_with(&format!("| file {file}")), "{told}");
    }
}

#[test]
fn a_file_is_what_stands_where_it_was_changed_since() {
    let mut model = model();
    tell(&mut model, stored());
    tell(&mut model, BLOCK);
    model.update(Msg::Defaults(acting(Action::Warn)), WallTime(0));
    let update = tell(&mut model, PresetMsg::ToFile);
    let [Keeping::ToFile { text: written, .. }] = &*update.keep else {
        panic!("{:?}", update.keep);
    };
    assert_eq!(*written, text("Block", Action::Warn));
}

#[test]
fn over_a_list_a_choice_says_what_it_changes_and_is_taken_back() {
    let mut model = model();
    for msg in to_review() {
        model.update(msg, WallTime(0));
    }
    tell(&mut model, stored());
    let before = model.defaults.clone();
    let update = tell(&mut model, BLOCK);
    assert_eq!(update.ask.len(), 1, "the rows are checked again");
    let Some(PresetNews::Chosen { before: said }) = &model.presets.news else {
        panic!("{:?}", model.presets.news);
    };
    assert_eq!(said.0.defaults, before);
    tell(&mut model, PresetMsg::PutBack);
    assert_eq!(
        (model.defaults.clone(), list(&model)),
        (before, "Block Damaged!".to_owned())
    );
    assert_eq!(model.presets.news, None);
    tell(&mut model, BLOCK);
    model.update(Msg::Defaults(acting(Action::Warn)), WallTime(0));
    assert_eq!(
        model.presets.news, None,
        "what the user chose since is not taken back"
    );
    tell(&mut model, BLOCK);
    tell(&mut model, BLOCK);
    assert_eq!(model.presets.news, None, "the same again changes nothing");
}

#[test]
fn without_a_list_a_choice_has_nothing_to_say() {
    let (model, _) = after([BLOCK]);
    assert_eq!(model.presets.news, None);
}

#[test]
fn a_preset_holds_the_policy_too() {
    let mut model = model();
    let policy = Policy {
        cidr: Cidr::SingleApi,
        ..Policy::default()
    };
    model.update(Msg::Policy(policy.clone()), WallTime(0));
    tell(&mut model, save("Ranges"));
    let update = tell(&mut model, PresetMsg::Choose(None));
    assert_eq!((update.ask.len(), &model.policy), (1, &Policy::default()));
    tell(&mut model, PresetMsg::Choose(Some(0)));
    assert_eq!(model.policy, policy);
}

#[test]
fn what_no_file_could_hold_is_not_saved() {
    let mut model = model();
    let title = "t".repeat(1_001);
    let defaults = Defaults {
        title,
        ..acting(Action::Block)
    };
    model.update(Msg::Defaults(defaults), WallTime(0));
    for msg in [save("Long"), PresetMsg::ToFile] {
        let update = tell(&mut model, msg);
        assert_eq!(
            (keeps(&update), list(&model)),
            (String::new(), String::new())
        );
        let Some(PresetNews::NotSaved(faults)) = model.presets.news.take() else {
            panic!("{:?}", model.presets.news);
        };
        assert!(faults[0].starts_with("defaults.title"), "{faults:?}");
    }
}
