//! Presets as stories: what is wanted and told goes in, the defaults that hold, the list and what the
//! browser is asked to keep come out.

use ioculate_core::{
    check::{Cidr, Defaults, Policy},
    clock::WallTime,
    indicator::Action,
    preset::{MOST_BYTES, Preset},
};

use super::{model, to_review, to_send};
use crate::{
    state::{
        self, Keeping, LONGEST_NAME, MOST_LISTED, Model, Msg, Notice, PresetMsg, PresetNews,
        Presets, Update, Wrong,
    },
    words::presets as words,
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
        text: Ok(text(name, action)),
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
    let groups = |many: usize| {
        let groups = vec!["1"; many].join(",");
        let defaults = format!("{{\"rbacGroupNames\":[{groups}]}}");
        format!("{{\"ioculatePreset\":1,\"name\":\"x\",\"defaults\":{defaults}}}")
    };
    let table = [
        (Err(Wrong::TooLarge), "It is larger than 64 KB."),
        (Err(Wrong::Unread), "The browser could not read it."),
        (
            Ok(String::new()),
            "The preset is no JSON (EOF while parsing a value at line 1 column 0). It takes a preset as it was saved.",
        ),
        (
            Ok("[]".to_owned()),
            "The preset is a list. It takes an object in braces.",
        ),
        (Ok("[".repeat(MOST_BYTES)), "recursion limit exceeded"),
        (Ok("x".repeat(MOST_BYTES + 1)), "65537 bytes long"),
        (Ok(groups(1_000_000)), "bytes long"),
        (Ok(groups(20_000)), "19,995 more faults are not listed."),
        (
            Ok("{\"ioculatePreset\":1,\"name\":[\"<script>\"]}".to_owned()),
            "name is a list. It takes a name of 1 to 100 characters.",
        ),
        (
            Ok("{\"ioculatePreset\":1,\"name\":\"x\",\"<img src=x>\":1}".to_owned()),
            "<img src=x> is not a key. Known here: ioculatePreset, name, defaults, policy.",
        ),
    ];
    for (text, expected) in table {
        let (model, told) = after([PresetMsg::Opened {
            file: "a.iocpreset".to_owned(),
            text,
        }]);
        assert_eq!(told, "Block Damaged! | Audit | ");
        let Some(PresetNews::NotRead { why, .. }) = model.presets.news else {
            panic!("{:?}", model.presets.news);
        };
        let said = words::wrong(&why);
        assert!(said.len() <= 6, "{}", said.len());
        let said = said.join(" ");
        assert!(said.contains(expected), "{said:.400}");
    }
}

/// What another script of this origin left under the names of presets: name and text, and how it is
/// listed.
#[test]
fn what_is_kept_is_hostile_and_listed_all_the_same() {
    let long = "n".repeat(5_000_000);
    let sound = text("x", Action::Block);
    let table: [(&str, &str, &str); 7] = [
        ("", "", " (cannot be read)"),
        ("a\nb", &sound, "a␊b (cannot be read)"),
        ("<b>", "<script>", "<b> (cannot be read)"),
        ("\u{202e}x", "[]", "[U+202E]x (cannot be read)"),
        ("null", "null", "null (cannot be read)"),
        (
            &long,
            "1",
            &format!("{}... (cannot be read)", &long[..LONGEST_NAME]),
        ),
        ("large", &long, "large (cannot be read)"),
    ];
    for (name, text, expected) in table {
        let mut model = model();
        tell(
            &mut model,
            PresetMsg::Stored(vec![(name.to_owned(), text.to_owned())]),
        );
        let update = tell(&mut model, PresetMsg::Choose(Some(0)));
        assert_eq!((&*update.ask, model.presets.all.len()), (&[][..], 1));
        assert_eq!(words::option(&model.presets.all[0]), expected);
        let Err(why) = &model.presets.all[0].read else {
            panic!("{name:.40} is a preset");
        };
        assert!(!words::wrong(why).is_empty());
        assert_eq!(
            keeps(&tell(&mut model, PresetMsg::Delete)),
            format!("forget {name}")
        );
    }
}

#[test]
fn more_presets_than_are_listed_are_counted() {
    let mut model = model();
    let all = (0..100_000).map(|n| (format!("{n:06}"), String::new()));
    tell(&mut model, PresetMsg::Stored(all.collect()));
    let presets = &model.presets;
    assert_eq!((presets.all.len(), presets.unlisted), (MOST_LISTED, 99_800));
    assert_eq!(
        words::unlisted(presets.unlisted),
        "The first 200 are listed; this browser keeps 99,800 more."
    );
    tell(&mut model, stored());
    assert_eq!(model.presets.unlisted, 0);
}

#[test]
fn what_was_replaced_is_brought_back() {
    let (mut model, _) = after([BLOCK]);
    model.update(Msg::Defaults(acting(Action::Warn)), WallTime(0));
    tell(&mut model, save("Block"));
    let Some(PresetNews::Replaced(before)) = &model.presets.news else {
        panic!("{:?}", model.presets.news);
    };
    assert_eq!(before.text, text("Block", Action::Block));
    let update = tell(&mut model, PresetMsg::BringBack);
    assert_eq!(keeps(&update), "keep Block");
    assert_eq!(list(&model), "*Block Damaged!");
    assert_eq!(model.presets.all[0].text, text("Block", Action::Block));
    assert_eq!(model.defaults.action, Action::Warn, "what stands, stands");
    tell(&mut model, save("Block"));
    tell(&mut model, save("Block"));
    assert_eq!(
        model.presets.news,
        Some(PresetNews::Saved("Block".to_owned())),
        "the same again replaces nothing"
    );
}

#[test]
fn what_runs_is_given_no_other_defaults() {
    let mut model = model();
    for msg in to_send() {
        model.update(msg, WallTime(0));
    }
    let update = tell(&mut model, opened("Warn", Action::Warn));
    assert_eq!((&*update.ask, &*update.keep), (&[][..], &[][..]));
    assert_eq!(model.notice, Some(Notice::TurnedAway));
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
        let Some(PresetNews::NotSaved(why)) = model.presets.news.take() else {
            panic!("{:?}", model.presets.news);
        };
        let said = words::wrong(&why);
        assert!(said[0].starts_with("defaults.title"), "{said:?}");
    }
}
