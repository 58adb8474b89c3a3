//! Writing in the fields of one row, or of many at once.

use ioculate_core::{
    change::{Change, ChangeKind, Field},
    check::Verdict,
    diagnostic::{Diagnostic, Gravity},
    indicator::{Action, IndicatorType, Severity},
    session::{Detail, FieldText},
};
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{changes::difference, summary::verdict_icon};
use crate::{
    parts::{Select, button, gravity, names, plain},
    shell::View,
    state::{EditMsg, Edited, Editing, Msg, Review, Went},
    words::{
        change as change_words, edit as edit_words,
        message::{edit as message, presets as presets_message, review as review_message},
        review as words, say,
    },
};

/// The fields that many rows can be given at once.
const OF_MANY: [Field; 6] = [
    Field::Action,
    Field::Severity,
    Field::ExpirationTime,
    Field::RbacGroupNames,
    Field::Title,
    Field::Description,
];

/// A button to write in the row that is looked at, where that can be done.
pub(super) fn begin(detail: &Detail, on: &Callback<Msg>) -> Html {
    if detail.texts.is_empty() {
        return Html::default();
    }
    let on = on.reform(|of| Msg::Edit(EditMsg::Begin(of)));
    let onclick = {
        let row = Edited::Row(detail.view.row);
        Callback::from(move |_: MouseEvent| on.emit(row))
    };
    html! { <button type="button" class="mini" data-testid="edit" {onclick}>{ message::edit() }</button> }
}

/// The fields of one row; what was written in them is checked as it is written.
pub(super) fn one(detail: &Detail, review: &Review, editing: &Editing, on: &Callback<Msg>) -> Html {
    let tried = editing.tried.as_deref();
    let (verdict, found, changes) = match tried {
        Some(tried) => (tried.verdict, &tried.diagnostics, &tried.changes),
        None => (detail.view.verdict, &detail.diagnostics, &detail.changes),
    };
    let on = on.reform(Msg::Edit);
    let field = |it: &FieldText| {
        let of = |found: &&Diagnostic| found.place.field == Some(it.field);
        let found: Vec<&Diagnostic> = found.iter().filter(of).collect();
        let text = editing.text(it.field).unwrap_or(&it.text);
        let is_wrong = found.iter().any(|it| it.gravity() == Gravity::Error);
        let about = format!("about-{}", it.field);
        html! {
            <div key={it.field.as_str()} class={classes!(is_long(it.field).then_some("wide"))}>
                { labelled(it.field, control(it.field, text, Around::Label(about.clone(), is_wrong), &on)) }
                <div id={about}>
                    { for changes.iter().filter(|change| is_told(change, it.field)).map(changed) }
                    { for found.into_iter().map(finding) }
                </div>
            </div>
        }
    };
    let whole = found.iter().filter(|found| found.place.field.is_none());
    let title = review_message::line(detail.view.line);
    html! {
        <section class="sec sheet" aria-labelledby="h-d">
            <div class="bar-h">
                <h2 id="h-d">{ title }</h2>
                <span class="state small" role="status" data-testid="edit-state">{ verdict_icon(verdict) }{ words::verdict(verdict) }</span>
            </div>
            <Form on={on.clone()}>
                <div class="fields">{ for detail.texts.iter().map(field) }</div>
                <div>{ for whole.filter(|_| verdict != Verdict::Ready).map(finding) }</div>
                { ends(review.went, &on) }
            </Form>
        </section>
    }
}

/// Some fields of many rows; each that is ticked is written in all of them.
pub(super) fn many(view: &View, review: &Review, editing: &Editing) -> Html {
    let rows = count(review);
    let on = view.on.reform(Msg::Edit);
    let field = |field: Field| {
        let text = editing.text(field);
        let tick = {
            let on = on.clone();
            let msg = match text {
                Some(_) => EditMsg::Leave(field),
                None => EditMsg::Write(FieldText {
                    field,
                    text: first(field).to_owned(),
                }),
            };
            Callback::from(move |_: Event| on.emit(msg.clone()))
        };
        html! {
            <div key={field.as_str()} class={classes!("field", is_long(field).then_some("wide"))}>
                <label><span class="tick"><input type="checkbox" checked={text.is_some()} onchange={tick} /></span>{ name(field) }</label>
                { control(field, text.unwrap_or_default(), Around::Tick, &on) }
                if field == Field::ExpirationTime { { never(editing, &on) } }
            </div>
        }
    };
    html! {
        <section class="sec sheet" aria-labelledby="h-d" data-testid="edit-many">
            <div class="bar-h"><h2 id="h-d">{ edit_words::edit_rows(rows) }</h2></div>
            <p class="small dim">{ message::only_ticked() }</p>
            <Form on={on.clone()}>
                <div class="fields">{ for OF_MANY.into_iter().map(field) }</div>
                { ends(review.went, &on) }
            </Form>
        </section>
    }
}

/// That they expire at no time, which no date says.
fn never(editing: &Editing, on: &Callback<EditMsg>) -> Html {
    let never = editing.never;
    let onchange = on.reform(move |_: Event| EditMsg::Never(!never));
    html! {
        <label><span class="tick"><input type="checkbox" data-testid="edit-never" checked={never} {onchange} /></span>{ review_message::never() }</label>
    }
}

/// How many rows would be written in.
pub(super) fn count(review: &Review) -> u32 {
    let passing = review.table.total();
    match review.picked.count(passing) {
        0 => passing,
        picked => picked,
    }
}

/// The text of a field that is ticked before anything is written in it.
const fn first(field: Field) -> &'static str {
    match field {
        Field::Action => Action::Audit.as_str(),
        _ => "",
    }
}

fn ends(went: Option<Went>, on: &Callback<EditMsg>) -> Html {
    html! {
        <div class="ends">
            { button("main", on, EditMsg::Save, presets_message::save().into()) }
            { button("bare", on, EditMsg::Cancel, review_message::cancel().into()) }
            // It is read out above the table.
            if went == Some(Went::SaveFirst) { <span class="small warn" aria-hidden="true">{ message::save_first() }</span> }
        </div>
    }
}

/// Whether a field takes the whole width.
const fn is_long(field: Field) -> bool {
    matches!(
        field,
        Field::IndicatorValue | Field::Title | Field::Description | Field::RecommendedActions
    )
}

/// What came of a text besides what every row without it has.
fn is_told(change: &Change, field: Field) -> bool {
    let is_usual = matches!(
        change.kind,
        ChangeKind::Defaulted | ChangeKind::TypeDetected
    );
    change.field == field && !is_usual
}

fn changed(change: &Change) -> Html {
    html! { <small class="dim">{ difference(change) }{ " " }{ change_words::done(change.kind, change.times) }</small> }
}

fn finding(found: &Diagnostic) -> Html {
    html! { <p class="finding-line">{ gravity(found.gravity()) }<span>{ plain(&say::finding(&found.finding)) }</span></p> }
}

/// The name of a field: the API's, never translated.
fn name(field: Field) -> Html {
    let zone = (field == Field::ExpirationTime).then_some(" (UTC)");
    html! { <bdi dir="ltr">{ field.as_str() }{ zone }</bdi> }
}

fn labelled(field: Field, control: Html) -> Html {
    if field == Field::GenerateAlert {
        return html! { <label><span class="tick">{ control }</span>{ name(field) }</label> };
    }
    html! { <label class="field"><span>{ name(field) }</span>{ control }</label> }
}

/// What stands around a control.
#[derive(Clone)]
enum Around {
    /// A label; below it, by this id, what is said of it, and whether that is that it cannot be.
    Label(String, bool),
    /// A box to tick.
    Tick,
}

/// What a field is written with.
fn control(field: Field, text: &str, around: Around, on: &Callback<EditMsg>) -> Html {
    let on = on.reform(move |text| EditMsg::Write(FieldText { field, text }));
    match field {
        Field::IndicatorType => {
            let all = (IndicatorType::ALL, IndicatorType::as_str as fn(_) -> _);
            choice(field, all, text, around, &on)
        }
        Field::Action => choice(field, (Action::ALL, Action::as_str), text, around, &on),
        Field::Severity => choice(field, (Severity::ALL, Severity::as_str), text, around, &on),
        Field::GenerateAlert => alert(text, around, &on),
        Field::Description | Field::RecommendedActions => long(field, text, around, &on),
        _ => line(field, text, around, &on),
    }
}

impl Around {
    /// The control's own name, the id of what is said of it, and whether it holds what cannot be.
    fn attributes(self, field: Field) -> (Option<AttrValue>, Option<AttrValue>, bool) {
        match self {
            Self::Label(about, is_wrong) => (None, Some(about.into()), is_wrong),
            Self::Tick => (Some(field.as_str().into()), None, false),
        }
    }
}

fn alert(text: &str, around: Around, on: &Callback<String>) -> Html {
    let (label, about, is_wrong) = around.attributes(Field::GenerateAlert);
    let onchange = on.reform(|event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        input.checked().to_string()
    });
    html! {
        <input
            type="checkbox"
            aria-label={label}
            aria-describedby={about}
            aria-invalid={is_wrong.then_some("true")}
            checked={text == "true"}
            {onchange}
            data-testid={testid(Field::GenerateAlert)}
        />
    }
}

fn long(field: Field, text: &str, around: Around, on: &Callback<String>) -> Html {
    let oninput = on.reform(|event: InputEvent| {
        let area: HtmlTextAreaElement = event.target_unchecked_into();
        area.value()
    });
    let (label, about, is_wrong) = around.attributes(field);
    html! {
        <textarea
            rows="2"
            aria-label={label}
            aria-describedby={about}
            aria-invalid={is_wrong.then_some("true")}
            value={text.to_owned()}
            {oninput}
            data-testid={testid(field)}
        />
    }
}

fn line(field: Field, text: &str, around: Around, on: &Callback<String>) -> Html {
    let is_moment = field == Field::ExpirationTime;
    let oninput = on.reform(move |event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let text = input.value();
        if is_moment { moment(&text) } else { text }
    });
    let (kind, text) = if is_moment {
        ("datetime-local", local(text))
    } else {
        ("text", text)
    };
    let (label, about, is_wrong) = around.attributes(field);
    html! {
        <input
            type={kind}
            aria-label={label}
            aria-describedby={about}
            aria-invalid={is_wrong.then_some("true")}
            value={text.to_owned()}
            {oninput}
            data-testid={testid(field)}
        />
    }
}

fn testid(field: Field) -> String {
    format!("edit-{field}")
}

/// A choice among the API's names; none of them where another text stands there.
fn choice<T: Copy + PartialEq + 'static>(
    field: Field,
    (all, name): (&'static [T], fn(T) -> &'static str),
    text: &str,
    around: Around,
    on: &Callback<String>,
) -> Html {
    let mut options = vec![AttrValue::Static("")];
    options.extend(names(all, name));
    let chosen = options.iter().position(|option| &**option == text);
    let on = on.reform(move |at: usize| {
        let chosen = at.checked_sub(1).and_then(|at| all.get(at));
        chosen.map_or("", |it| name(*it)).to_owned()
    });
    let (label, about, wrong) = around.attributes(field);
    html! { <Select {label} {options} {chosen} {about} {wrong} {on} testid={testid(field)} /> }
}

/// A moment as the browser's control has it: in UTC, without its zone and without seconds of zero.
fn local(text: &str) -> &str {
    let text = text.strip_suffix('Z').unwrap_or(text);
    text.strip_suffix(":00")
        .filter(|text| text.matches(':').count() == 1)
        .unwrap_or(text)
}

/// The control's moment as it is sent.
fn moment(text: &str) -> String {
    match text.matches(':').count() {
        0 => text.to_owned(),
        1 => format!("{text}:00Z"),
        _ => format!("{text}Z"),
    }
}

#[derive(PartialEq, Properties)]
struct FormProps {
    on: Callback<EditMsg>,
    children: Html,
}

/// The fields with their keys: Enter saves what stands in a box of one line, Escape takes it back.
#[component]
fn Form(props: &FormProps) -> Html {
    let form = use_node_ref();
    {
        let form = form.clone();
        use_effect_with((), move |()| {
            let form = form.cast::<HtmlElement>();
            let first = form.and_then(|it| it.query_selector("input, select, textarea").ok()?);
            if let Some(first) =
                first.and_then(|it| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(it).ok())
            {
                // What cannot take the focus leaves it where it is.
                let _ = first.focus();
            }
        });
    }
    let on = props.on.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        // While a character is being put together its keys are the input method's.
        if event.is_composing() {
            return;
        }
        let msg = match &*event.key() {
            "Escape" => EditMsg::Cancel,
            "Enter" if is_line(&event) => EditMsg::Save,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        on.emit(msg);
    });
    html! { <div ref={form} class="detail" role="group" aria-labelledby="h-d" {onkeydown}>{ props.children.clone() }</div> }
}

/// Whether a key was pressed in a box of one line.
fn is_line(event: &KeyboardEvent) -> bool {
    let input = event.target_dyn_into::<HtmlInputElement>();
    input.is_some_and(|input| input.type_() != "checkbox")
}

#[cfg(test)]
mod tests {
    use super::{local, moment};

    #[test]
    fn a_moment_goes_through_the_browsers_control_and_back() {
        for (sent, shown) in [
            ("2027-01-31T10:30:00Z", "2027-01-31T10:30"),
            ("2027-01-31T10:00:00Z", "2027-01-31T10:00"),
            ("2027-01-31T10:30:15Z", "2027-01-31T10:30:15"),
            ("", ""),
        ] {
            assert_eq!(local(sent), shown);
            assert_eq!(moment(shown), sent);
        }
    }
}
