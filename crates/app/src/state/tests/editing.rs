//! Writing in rows, choosing rows, and the way back.

use ioculate_core::{
    change::Field,
    check::Verdict,
    indicator::Action,
    session::{Copied, Detail, Did, Done, Excerpt, FieldText, RowSort, RowView, Tried},
};

use super::*;
use crate::state::{Before, EditMsg, Edited, Editing, Look, Loss, Review, ToCopy, Way, Went};

fn row(row: u32) -> RowView {
    RowView {
        row,
        file: 0,
        line: row + 1,
        verdict: Verdict::Ready,
        outcome: None,
        indicator_type: None,
        value: String::new(),
        given: None,
        action: None,
        action_given: None,
        severity: None,
        expires: None,
        title: String::new(),
        finding: None,
        twin: None,
        left_out: false,
        fate: None,
        caught: None,
        held: None,
    }
}

fn text(field: Field, text: &str) -> FieldText {
    FieldText {
        field,
        text: text.to_owned(),
    }
}

fn detail(of: u32) -> Msg {
    told(Event::Detail(Box::new(Detail {
        view: row(of),
        source: Excerpt::default(),
        changes: Vec::new(),
        diagnostics: Vec::new(),
        fixes: Vec::new(),
        texts: vec![text(Field::Title, "t"), text(Field::Action, "Block")],
        attempts: Vec::new(),
        tenant: None,
        description: String::new(),
        recommended_actions: String::new(),
        rbac_group_names: Vec::new(),
        generate_alert: None,
    })))
}

fn tried(row: u32, texts: &[FieldText]) -> Msg {
    told(Event::Tried(Box::new(Tried {
        row,
        texts: texts.to_vec(),
        verdict: Verdict::Ready,
        changes: Vec::new(),
        diagnostics: Vec::new(),
    })))
}

fn edit(msg: EditMsg) -> Msg {
    Msg::Edit(msg)
}

fn write(field: Field, it: &str) -> Msg {
    edit(EditMsg::Write(text(field, it)))
}

/// A review of five rows, of which the one at place 1 is looked at and is to be written in.
fn to_edit() -> Vec<Msg> {
    let window = Window {
        start: 0,
        total: 5,
        rows: (0..5).map(|it| row(it + 10)).collect(),
    };
    let mut msgs = to_review();
    msgs.extend([
        told(Event::Window(window)),
        Msg::Cursor(1),
        detail(11),
        edit(EditMsg::Begin(Edited::Row(11))),
    ]);
    msgs
}

fn review(model: &Model) -> &Review {
    match &model.screen {
        Screen::Review(review) => review,
        other => panic!("{other:?}"),
    }
}

fn editing(model: &Model) -> Option<&Editing> {
    review(model).editing.as_ref()
}

#[test]
fn what_is_typed_is_asked_about_one_question_at_a_time() {
    let msgs = [
        write(Field::Title, "a"),
        write(Field::Title, "ab"),
        write(Field::Title, "abc"),
        tried(11, &[text(Field::Title, "a")]),
        tried(11, &[text(Field::Title, "abc")]),
        tried(11, &[]),
        write(Field::Title, "t"),
    ];
    let (model, asked) = after(to_edit(), msgs);
    assert_eq!(asked, ["try", "", "", "try", "", "", "try"]);
    let texts = &editing(&model).expect("open").texts;
    assert_eq!(*texts, [], "what stands there already is not written");
}

#[test]
fn what_is_written_is_saved_or_dropped() {
    let title = write(Field::Title, "u");
    let (model, asked) = after(to_edit(), [title.clone(), edit(EditMsg::Save)]);
    assert_eq!(asked, ["try", "write"]);
    assert_eq!((editing(&model), review(&model).awaited), (None, 1));
    let (model, asked) = after(to_edit(), [edit(EditMsg::Save)]);
    assert_eq!((asked, editing(&model)), (vec![String::new()], None));
    let (model, asked) = after(to_edit(), [title, edit(EditMsg::Cancel)]);
    assert_eq!((&*asked[1], editing(&model)), ("", None));
}

#[test]
fn a_text_that_is_not_saved_is_not_lost_by_going_elsewhere() {
    let ways = [
        Msg::Cursor(3),
        Msg::CloseDetail,
        Msg::Filter(Filter::default()),
        edit(EditMsg::Begin(Edited::Rows)),
        edit(EditMsg::Step(Way::Back)),
        Msg::AskToSend,
        Msg::Go(Step::Choose),
        Msg::ReadAs {
            file: 0,
            reading: read_as(SourceKind::List),
        },
    ];
    for way in ways {
        let (model, asked) = after(to_edit(), [write(Field::Title, "u"), way.clone()]);
        assert!(matches!(&*asked[1], "" | "-"), "{way:?}");
        assert_eq!(editing(&model).expect("open").texts.len(), 1, "{way:?}");
    }
    let (model, _) = after(to_edit(), [Msg::Cursor(3)]);
    assert_eq!(editing(&model), None, "nothing was written");
}

#[test]
fn what_is_written_keeps_the_list_from_being_sent_and_the_page_from_being_left() {
    let awaits = |msgs: Vec<Msg>| {
        let (model, _) = after(to_edit(), msgs);
        (review(&model).awaits(&model.tenant), model.loss())
    };
    let title = || write(Field::Title, "u");
    assert_eq!(awaits(Vec::new()), (None, None));
    let lost = Some(Loss::Decisions);
    assert_eq!(awaits(vec![title()]), (Some(Before::Text), lost));
    assert_eq!(awaits(vec![title(), edit(EditMsg::Cancel)]), (None, None));
    let saved = vec![title(), edit(EditMsg::Save)];
    assert_eq!(awaits(saved), (Some(Before::Sums), lost));
}

#[test]
fn a_row_that_is_written_in_stays_open_when_others_take_its_place() {
    let moved = told(Event::Window(Window {
        start: 0,
        total: 2,
        rows: vec![row(13), row(14)],
    }));
    let (model, asked) = after(to_edit(), [write(Field::Title, "u"), moved.clone()]);
    assert_eq!(asked[1], "");
    let shown = review(&model).table.detail.as_deref().map(|it| it.view.row);
    assert_eq!((shown, editing(&model).is_some()), (Some(11), true));
    let (_, asked) = after(to_edit(), [moved]);
    assert_eq!(asked, ["detail 14"], "nothing was written");
}

#[test]
fn a_date_that_is_half_written_is_none_for_many_rows() {
    let msgs = [
        edit(EditMsg::Cancel),
        edit(EditMsg::Begin(Edited::Rows)),
        write(Field::ExpirationTime, ""),
        edit(EditMsg::Save),
    ];
    let (model, asked) = after(to_edit(), msgs);
    assert_eq!(asked[3], "");
    assert_eq!((editing(&model), review(&model).awaited), (None, 0));
}

#[test]
fn an_answer_about_another_row_is_not_shown() {
    let (model, asked) = after(to_edit(), [write(Field::Title, "u"), tried(12, &[])]);
    assert_eq!(asked, ["try", ""]);
    assert_eq!(editing(&model).expect("open").tried, None);
}

#[test]
fn rows_are_chosen_one_by_one_or_all_but_some() {
    let look = |look| Msg::Look(look);
    let count = |msgs: Vec<Msg>| {
        let (model, _) = after(to_edit(), msgs);
        let picked = review(&model).picked.clone();
        let has = (10..15).filter(|row| picked.has(*row)).collect::<Vec<_>>();
        (picked.count(5), has)
    };
    let ticks = || vec![look(Look::Tick(0)), look(Look::Tick(3))];
    assert_eq!(count(ticks()), (2, vec![10, 13]));
    assert_eq!(count([ticks(), ticks()].concat()), (0, Vec::new()));
    let but = [vec![look(Look::TickAll)], ticks()].concat();
    assert_eq!(count(but.clone()), (3, vec![11, 12, 14]));
    let none = [but.clone(), vec![look(Look::TickNone)]].concat();
    assert_eq!(count(none).0, 0);
    let each = (0..5).map(|at| look(Look::Tick(at)));
    let none = [look(Look::TickAll)].into_iter().chain(each);
    let (model, _) = after(to_edit(), none);
    assert!(
        !review(&model).picked.is_all(),
        "all that pass is none of these"
    );
    let by = |filter: Filter| [but.clone(), vec![Msg::Filter(filter)]].concat();
    let sorted = Filter {
        sort: Some(RowSort::Value),
        ..Filter::default()
    };
    assert_eq!(count(by(sorted)).0, 3, "another order has the same rows");
    let others = Filter {
        action: Some(Action::Block),
        ..Filter::default()
    };
    assert_eq!(count(by(others)).0, 0);
    assert_eq!(count(vec![look(Look::Tick(9))]).0, 0, "it is not at hand");
}

#[test]
fn what_is_written_in_many_goes_to_those_that_are_chosen() {
    let scope = |picks: Vec<Msg>| {
        let (mut model, _) = after(to_edit(), picks);
        let msgs = [
            edit(EditMsg::Begin(Edited::Rows)),
            write(Field::Action, "Block"),
            write(Field::Title, "u"),
            edit(EditMsg::Leave(Field::Title)),
            edit(EditMsg::Save),
        ];
        let asked = msgs.map(|msg| model.update(msg, WallTime(0)).ask);
        match asked.concat().as_slice() {
            [Command::Write { texts, scope }] => {
                assert_eq!(*texts, [text(Field::Action, "Block")]);
                scope.clone()
            }
            other => panic!("{other:?}"),
        }
    };
    let passing = |except| Scope::Passing {
        filter: Filter::default(),
        except,
    };
    assert_eq!(scope(Vec::new()), passing(Vec::new()));
    let tick = |at| Msg::Look(Look::Tick(at));
    assert_eq!(scope(vec![tick(2)]), Scope::Rows { rows: vec![12] });
    assert_eq!(
        scope(vec![Msg::Look(Look::TickAll), tick(2)]),
        passing(vec![12])
    );
}

#[test]
fn a_step_is_gone_where_there_is_one() {
    let mut with = summary(3, 2);
    with.steps.back = Some(Done {
        did: Did::Fixed(Fix::LeaveOut),
        rows: 1,
    });
    let mut gone = summary(3, 2);
    gone.steps.taken = 1;
    let msgs = [
        edit(EditMsg::Step(Way::Back)),
        told(Event::Summary(with)),
        edit(EditMsg::Step(Way::Forward)),
        edit(EditMsg::Step(Way::Back)),
        told(Event::Summary(gone)),
    ];
    let (model, asked) = after(to_review(), msgs.clone());
    assert_eq!(asked[0], "-");
    assert_eq!(asked[2..4], ["-", "stepback"]);
    assert_eq!(review(&model).went, Some(Went::Step(Way::Back)));
    let one_more = msgs.into_iter().chain([edit(EditMsg::Step(Way::Back))]);
    let (model, asked) = after(to_review(), one_more);
    assert_eq!(asked[5], "", "there is no other");
    assert_eq!(review(&model).went, None);
}

#[test]
fn what_changed_nothing_is_not_said_to_be_done() {
    let went = |taken| {
        let mut sums = summary(3, 2);
        sums.steps.taken = taken;
        let msgs = [
            write(Field::Title, "u"),
            edit(EditMsg::Save),
            told(Event::Summary(sums)),
        ];
        let saved = review(&after(to_edit(), msgs[..2].to_vec()).0).went;
        (saved, review(&after(to_edit(), msgs).0).went)
    };
    assert_eq!(went(1), (None, Some(Went::Step(Way::Forward))));
    assert_eq!(went(0), (None, Some(Went::Nothing)));
}

#[test]
fn many_rows_never_expire_where_that_is_said() {
    let asked = |msgs: &[Msg]| {
        let begin = [edit(EditMsg::Cancel), edit(EditMsg::Begin(Edited::Rows))];
        let save = [edit(EditMsg::Save)];
        let (mut model, _) = after(to_edit(), begin);
        let msgs = msgs.iter().cloned().chain(save);
        let asked = msgs.flat_map(|msg| model.update(msg, WallTime(0)).ask);
        asked.collect::<Vec<_>>()
    };
    let never = |on| edit(EditMsg::Never(on));
    let written = |msgs: &[Msg]| match asked(msgs).as_slice() {
        [Command::Write { texts, .. }] => texts.clone(),
        [] => Vec::new(),
        other => panic!("{other:?}"),
    };
    let date = || write(Field::ExpirationTime, "2099-12-24T10:30:00Z");
    let for_ever = [text(Field::ExpirationTime, "")];
    assert_eq!(written(&[never(true)]), for_ever);
    assert_eq!(written(&[date(), never(true)]), for_ever);
    assert_eq!(written(&[never(true), never(false)]), []);
    assert_eq!(
        written(&[never(true), date()])[0].text,
        "2099-12-24T10:30:00Z"
    );
    let leave = edit(EditMsg::Leave(Field::ExpirationTime));
    assert_eq!(written(&[never(true), leave]), []);
}

#[test]
fn what_is_passed_over_is_said() {
    let went = |msgs: Vec<Msg>| review(&after(to_edit(), msgs).0).went;
    let passed = vec![write(Field::Title, "u"), Msg::Cursor(3)];
    assert_eq!(went(passed.clone()), Some(Went::SaveFirst));
    let cancelled = [passed, vec![edit(EditMsg::Cancel)]].concat();
    assert_eq!(went(cancelled), None);
    assert_eq!(went(vec![Msg::Cursor(3)]), None);
}

/// The rows chosen after some messages, and what was asked.
fn chosen(before: Vec<Msg>, msgs: Vec<Msg>) -> (Vec<u32>, Vec<String>) {
    let (model, asked) = after(before, msgs);
    let review = review(&model);
    let has = |row: &u32| review.picked.has(*row);
    ((10..10_000).filter(has).collect(), asked)
}

fn to(at: u32) -> Msg {
    Msg::Look(Look::TickTo(at))
}

#[test]
fn rows_are_chosen_from_one_to_another() {
    let tick = |at| Msg::Look(Look::Tick(at));
    let rows = |msgs| chosen(to_edit(), msgs).0;
    assert_eq!(rows(vec![Msg::Cursor(1), to(3)]), [11, 12, 13]);
    assert_eq!(rows(vec![tick(3), to(1)]), [11, 12, 13], "and upwards");
    assert_eq!(rows(vec![tick(1), to(4), to(2)]), [11, 12], "less again");
    assert_eq!(
        rows(vec![tick(0), tick(3), to(4)]),
        [10, 13, 14],
        "beside others"
    );
    assert_eq!(
        rows(vec![tick(2), to(9)]),
        [12, 13, 14],
        "no further than the last"
    );
    let all = vec![Msg::Look(Look::TickAll), tick(1), tick(2), tick(3), to(2)];
    let (model, _) = after(to_edit(), all);
    assert_eq!(review(&model).picked.count(5), 4);
    let whole = after(to_edit(), [tick(0), to(4)]).0;
    assert!(review(&whole).picked.is_all());
}

/// Some of `total` rows, as they come when they are asked for.
fn part(start: u32, rows: u32, total: u32) -> Msg {
    told(Event::Window(Window {
        start,
        total,
        rows: (start..start + rows).map(|it| row(it + 10)).collect(),
    }))
}

/// A review of 3,000 rows, of which the first 40 are at hand.
fn with_many() -> Vec<Msg> {
    let mut msgs = to_review();
    let view = Msg::View {
        start: 0,
        count: 40,
    };
    msgs.extend([view, part(0, 40, 3_000)]);
    msgs
}

#[test]
fn rows_that_are_not_at_hand_are_asked_for_to_be_chosen() {
    let before = with_many();
    let msgs = vec![
        Msg::Look(Look::Tick(38)),
        to(1_100),
        part(1_040, 1_000, 3_000),
        part(40, 1_000, 3_000),
        part(1_040, 1_000, 3_000),
    ];
    let (rows, asked) = chosen(before.clone(), msgs.clone());
    assert_eq!(rows, (48..1_111).collect::<Vec<_>>());
    assert_eq!(asked[1..], ["rows 40+1000", "-", "rows 1040+1000", "copy"]);
    let (model, _) = after(before, msgs);
    let window = review(&model).table.window.as_ref();
    assert_eq!(
        window.map(|it| it.rows.len()),
        Some(40),
        "only what is seen is drawn"
    );
}

#[test]
fn rows_that_are_no_more_are_not_asked_for_again() {
    let before = with_many();
    let msgs = vec![
        Msg::Look(Look::Tick(38)),
        to(1_100),
        // Something was mended meanwhile: fewer pass.
        part(40, 0, 40),
        part(40, 0, 40),
    ];
    let (rows, asked) = chosen(before, msgs);
    assert_eq!(rows, [48, 49]);
    let for_more = asked.iter().filter(|it| it.starts_with("rows 40"));
    assert_eq!(for_more.count(), 1, "{asked:?}");
}

#[test]
fn the_heads_box_says_what_is_chosen_of_what_passes() {
    let tick = |at| Msg::Look(Look::Tick(at));
    let ticked = |msgs: Vec<Msg>| {
        let (model, _) = after(to_edit(), msgs);
        let review = review(&model);
        review.table.ticked(&review.picked)
    };
    let all = || Msg::Look(Look::TickAll);
    assert_eq!(ticked(vec![]), Some(false));
    assert_eq!(ticked(vec![tick(1)]), None);
    assert_eq!(ticked(vec![all()]), Some(true));
    assert_eq!(ticked(vec![all(), tick(1)]), None);
    assert_eq!(ticked((0..5).map(tick).collect()), Some(true));
    let others = told(Event::Window(Window {
        start: 0,
        total: 2,
        rows: vec![row(20), row(21)],
    }));
    let filter = Msg::Filter(Filter {
        changed: true,
        ..Filter::default()
    });
    let of_others = vec![tick(0), tick(1), filter, others];
    assert_eq!(ticked(of_others), Some(false), "as many, but others");
}

#[test]
fn too_many_rows_are_not_copied_and_that_is_said() {
    let none = told(Event::Copied(Copied {
        rows: 15_001,
        text: None,
    }));
    let all = Msg::Look(Look::TickAll);
    let copied = edit(EditMsg::Copied);
    let went = |msgs: Vec<Msg>| review(&after(to_edit(), msgs).0).went;
    assert_eq!(went(vec![all.clone(), copied.clone()]), None);
    assert_eq!(went(vec![all, none, copied]), Some(Went::TooMany(15_001)));
}

#[test]
fn of_another_reading_nothing_is_chosen_or_written() {
    let otherwise = Msg::ReadAs {
        file: 0,
        reading: read_as(SourceKind::List),
    };
    let msgs = [
        read(3, SourceKind::List),
        Msg::Look(Look::TickAll),
        otherwise,
    ];
    let (model, _) = after(to_edit(), msgs);
    assert_eq!(editing(&model), None);
    assert_eq!(review(&model).picked.count(5), 0);
}

#[test]
fn what_is_chosen_is_at_hand_as_a_text_before_it_is_copied() {
    let copied = told(Event::Copied(Copied {
        rows: 1,
        text: Some("a\tb".to_owned()),
    }));
    let tick = |at| Msg::Look(Look::Tick(at));
    let msgs = [
        tick(1),
        copied,
        edit(EditMsg::Copied),
        told(Event::Summary(summary(3, 2))),
    ];
    let (model, asked) = after(to_edit(), msgs.clone());
    assert_eq!(asked, ["copy", "", "", "rows 0+24 detail 11 copy"]);
    assert_eq!(review(&model).copy.text().as_deref(), Some("a\tb"));
    assert_eq!(review(&model).went, Some(Went::Copied(1)));
    let (model, asked) = after(to_edit(), msgs.into_iter().chain([tick(1)]));
    assert_eq!((&*asked[4], &review(&model).copy), ("", &ToCopy::Unknown));
}
