//! The first list is drawn once beforehand, where nobody sees it, while the worker reads it.
//!
//! A browser compiles a function when it is first called, and several hundred draw a list: that takes about
//! a third of the time from the end of the checks to the rows. The page has nothing else to do until then,
//! so it plays what a worker says of a list of one row, and draws that outside of the document.

use ioculate_core::{check::Defaults, clock::WallTime, session::Event};
use js_sys::{Array, JSON};
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use super::{Workbench, WorkbenchProps, now};
use crate::{
    browser, crossing, later,
    shell::{self, Theme, View},
    state::{Model, Msg},
    words::say,
};

/// What a worker says of a list of one row.
const SAID: &str = include_str!("rehearsal.json");

impl Workbench {
    /// Has the first list drawn beforehand, where that was not done yet.
    pub(super) fn rehearse(&mut self, ctx: &Context<Self>) {
        if std::mem::replace(&mut self.is_rehearsed, true) {
            return;
        }
        if let Some(stage) = browser::off_stage() {
            spawn_local(play(stage, ctx.props().clone()));
        }
    }
}

/// Takes a turn of the browser's for each step, so that it holds nothing up.
async fn play(stage: Element, props: WorkbenchProps) {
    browser::let_others_go_first().await;
    // What is in the program can be read.
    let said = JSON::parse(SAID).map_or_else(|_| Array::new(), |said| Array::from(&said));
    let list = yew::Renderer::<Rehearsal>::with_root_and_props(stage, props).render();
    for event in said.iter().filter_map(|event| crossing::event(event).ok()) {
        list.send_message(Step::Heard(event));
        browser::let_others_go_first().await;
    }
    list.send_message(Step::Shown);
    browser::let_others_go_first().await;
    list.destroy();
}

fn waiting_for_a_list(now: WallTime) -> Model {
    let mut model = Model::new(Defaults::default());
    model.update(Msg::Given { files: 1 }, now);
    model
}

/// What happens to the list.
enum Step {
    /// The worker said something.
    Heard(Event),
    /// Its rows would be shown: the rest can be drawn.
    Shown,
}

/// The page with a list, of which nothing leads anywhere.
struct Rehearsal {
    model: Model,
    in_full: bool,
}

impl Component for Rehearsal {
    type Message = Step;
    type Properties = WorkbenchProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            model: waiting_for_a_list(now()),
            in_full: false,
        }
    }

    fn update(&mut self, _: &Context<Self>, step: Step) -> bool {
        match step {
            Step::Heard(event) => {
                self.model.update(Msg::Told(event), now());
            }
            Step::Shown => self.in_full = true,
        }
        self.model.screen.has_rows()
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        if !self.model.screen.has_rows() {
            return Html::default();
        }
        let props = ctx.props();
        let nowhere = Callback::noop();
        shell::page(&View {
            model: &self.model,
            deployment: &props.deployment,
            who: props.who.as_ref(),
            sign_in: &props.sign_in,
            language: say::spoken(),
            theme: Theme::System,
            on: &Callback::noop(),
            on_files: &nowhere,
            on_sign_in_for: &Callback::noop(),
            on_run_file: &nowhere,
            on_preset_file: &nowhere,
            on_language: &Callback::noop(),
            on_theme: &Callback::noop(),
            in_full: self.in_full,
            later: Some(later::all()),
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::state::Screen;

    #[test]
    fn what_is_played_is_what_a_worker_says_and_leads_to_a_row() {
        let said: Vec<Event> = serde_json::from_str(SAID).expect("events");
        let given: Value = serde_json::from_str(SAID).expect("JSON");
        assert_eq!(serde_json::to_value(&said).ok(), Some(given));

        let mut model = waiting_for_a_list(WallTime(0));
        for event in said {
            model.update(Msg::Told(event), WallTime(0));
        }
        let Screen::Review(review) = &model.screen else {
            panic!("{:?}", model.screen.step());
        };
        assert_eq!(review.table.at(0).map(|row| row.line), Some(2));
    }
}
