//! Presets: the choice of one, what was done with them last, and what can be done.

use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use super::fault;
use crate::{
    choose::picker,
    parts::{Fold, Icon, Select, Tone, button, command, icon, plain},
    shell::View,
    state::{Msg, PresetMsg, PresetNews, Presets, Settings, Wrong},
    words::{
        message::{common, presets as message},
        presets as words,
    },
};

pub(super) fn presets(view: &View) -> Html {
    let presets = &view.model.presets;
    let chosen = presets.chosen();
    let is_sound = chosen.is_some_and(|preset| preset.read.is_ok());
    let chosen = chosen.map(|preset| preset.name.clone());
    let names: Vec<String> = presets.all.iter().map(|it| it.name.clone()).collect();
    html! {
        <div class="presets">
            { choice(view) }
            { said(view) }
            <Fold head={html! { message::save_and_open() }}>
                <Deeds
                    {chosen}
                    {is_sound}
                    {names}
                    on={view.on.clone()}
                    on_file={view.on_preset_file.clone()}
                />
            </Fold>
        </div>
    }
}

fn choice(view: &View) -> Html {
    let presets = &view.model.presets;
    let mut options = vec![AttrValue::Static(message::standard())];
    options.extend(presets.all.iter().map(words::option));
    let chosen = presets.chosen.as_ref();
    let at = chosen.and_then(|name| presets.place(name));
    let on = view
        .on
        .reform(|at: usize| Msg::Preset(PresetMsg::Choose(at.checked_sub(1))));
    html! {
        <label class="field">
            <span>{ message::preset() }</span>
            <Select {options} chosen={Some(at.map_or(0, |at| at + 1))} {on} testid="preset" />
            if is_changed(view) { <small data-testid="preset-changed">{ message::changed() }</small> }
            if presets.unlisted > 0 { <small data-testid="presets-unlisted">{ words::unlisted(presets.unlisted) }</small> }
        </label>
    }
}

/// Whether the defaults are others than those of the preset that was chosen.
fn is_changed(view: &View) -> bool {
    let presets = &view.model.presets;
    let of: Option<&Settings> = match presets.chosen() {
        Some(preset) => preset.read.as_deref().ok(),
        None => Some(&*presets.standard),
    };
    let model = view.model;
    of.is_some_and(|held| (&held.defaults, &held.policy) != (&model.defaults, &model.policy))
}

/// What was done last, and what is wrong.
fn said(view: &View) -> Html {
    let presets = &view.model.presets;
    let damaged = presets
        .chosen()
        .and_then(|preset| Some((preset, preset.read.as_ref().err()?)));
    html! {
        <div class="small said-of-presets" role="status">
            if let Some(news) = &presets.news {
                { told(view, news) }
            }
            if let Some((preset, why)) = damaged {
                <p>{ icon(Icon::Warn, Tone::Warn) }{ message::damaged(bold(&words::name(preset))) }</p>
                { listed(why) }
            }
            if let Some(why) = &presets.refused {
                <p>{ icon(Icon::Warn, Tone::Warn) }{ message::not_kept() }{ common::between_sentences() }<span class="dim">{ plain(why) }</span></p>
            }
        </div>
    }
}

fn told(view: &View, news: &PresetNews) -> Html {
    match news {
        PresetNews::Chosen { before } => changes(view, &before.0),
        PresetNews::Saved(name) => {
            html! { <p>{ icon(Icon::Check, Tone::Ok) }{ message::saved(bold(name)) }</p> }
        }
        PresetNews::Deleted(preset) => html! {
            <p>
                { icon(Icon::Info, Tone::Accent) }{ message::deleted(bold(&words::name(preset))) }{ " " }
                { button("mini", view.on, Msg::Preset(PresetMsg::BringBack), message::bring_back().into()) }
            </p>
        },
        PresetNews::Replaced(preset) => html! {
            <p>
                { icon(Icon::Check, Tone::Ok) }{ message::replaced(bold(&words::name(preset))) }{ " " }
                { button("mini", view.on, Msg::Preset(PresetMsg::BringBack), message::bring_old_back().into()) }
            </p>
        },
        PresetNews::NotSaved(why) => {
            html! { <><p>{ icon(Icon::Rejected, Tone::Bad) }{ message::not_saved() }</p>{ listed(why) }</> }
        }
        PresetNews::NotRead { file, why } => html! {
            <><p>{ icon(Icon::Rejected, Tone::Bad) }{ message::not_read(bold(file)) }</p>{ listed(why) }</>
        },
    }
}

/// The name of a preset or of a file, in its sentence.
fn bold(name: &str) -> Html {
    html! { <b>{ plain(name) }</b> }
}

/// What the preset changes for the list that is at hand.
fn changes(view: &View, before: &Settings) -> Html {
    let changes = words::differences(before, &view.model.settings());
    let one = |(field, before, now): &(String, String, String)| {
        let before = html! { <del>{ plain(before) }</del> };
        let now = html! { <ins>{ plain(now) }</ins> };
        html! { <li>{ message::change(field, before, now) }</li> }
    };
    html! {
        <div data-testid="preset-changes">
            <p>{ words::changes(changes.len()) }</p>
            <ul>{ for changes.iter().map(one) }</ul>
            { button("mini", view.on, Msg::Preset(PresetMsg::PutBack), message::put_back().into()) }
        </div>
    }
}

fn listed(why: &Wrong) -> Html {
    let all = words::wrong(why);
    html! { <ul>{ for all.iter().map(|it| html! { <li>{ plain(it) }</li> }) }</ul> }
}

#[derive(PartialEq, Properties)]
struct DeedsProps {
    /// The preset that was chosen.
    chosen: Option<String>,
    /// Whether it can be read.
    is_sound: bool,
    /// Those that there are.
    names: Vec<String>,
    on: Callback<Msg>,
    on_file: Callback<Vec<File>>,
}

/// What can be done. The name in the box is the box's own until something is done with it.
#[component]
fn Deeds(props: &DeedsProps) -> Html {
    let typed = use_state(String::new);
    {
        let typed = typed.setter();
        use_effect_with(props.chosen.clone(), move |chosen| {
            typed.set(chosen.clone().unwrap_or_default());
        });
    }
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            typed.set(input.value());
        })
    };
    let name = Presets::name(&typed);
    let is_taken = name.as_ref().is_some_and(|name| props.names.contains(name));
    let is_bad = name.is_none() && !typed.trim().is_empty();
    let on = props.on.reform(Msg::Preset);
    let is_chosen = props.chosen.is_some();
    let rename = name.clone().filter(|_| props.is_sound && !is_taken);
    let rename = rename.map(PresetMsg::Rename);
    let onkeydown = {
        // Nothing is replaced by a key that ends a name.
        let new = name.clone().filter(|_| !is_taken).map(PresetMsg::Save);
        let on = on.clone();
        Callback::from(move |event: KeyboardEvent| {
            let is_enter = event.key() == "Enter" && !event.is_composing();
            let is_plain = !(event.ctrl_key() || event.meta_key());
            if let (true, Some(msg)) = (is_enter && is_plain, &new) {
                event.prevent_default();
                on.emit(msg.clone());
            }
        })
    };
    let save = if is_taken {
        message::replace()
    } else {
        message::save()
    };
    html! {
        <div class="deeds">
            <p class="small dim">{ message::holds() }</p>
            <label class="field">
                <span>{ message::name() }</span>
                <input value={(*typed).clone()} aria-invalid={is_bad.then_some("true")} data-testid="preset-name" {oninput} {onkeydown} />
                if is_bad { { fault(words::wrong_name()) } }
            </label>
            <span class="menu">
                { deed("preset-save", save, &on, name.map(PresetMsg::Save)) }
                { deed("preset-rename", message::rename(), &on, rename) }
                { deed("preset-delete", message::delete(), &on, is_chosen.then_some(PresetMsg::Delete)) }
            </span>
            <span class="menu">
                { command(("mini", "preset-to-file"), message::to_file().into(), &on, PresetMsg::ToFile, message::to_file().into()) }
                { picker(&props.on_file, ("btn mini filebtn", "preset-file"), message::from_file(), false) }
            </span>
        </div>
    }
}

/// A button that cannot be pressed where there is nothing to do.
fn deed(
    testid: &'static str,
    label: &'static str,
    on: &Callback<PresetMsg>,
    msg: Option<PresetMsg>,
) -> Html {
    let disabled = msg.is_none();
    let on = on.clone();
    let onclick =
        Callback::from(move |_: MouseEvent| msg.iter().for_each(|msg| on.emit(msg.clone())));
    html! { <button type="button" class="mini" data-testid={testid} {disabled} {onclick}>{ label }</button> }
}
