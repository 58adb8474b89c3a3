//! What the workbench tells the page in whose frame it stands.

use std::{cell::Cell, rc::Rc};

use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::{Workbench, build};
use crate::{
    browser::{Around, watch_height},
    state::{Model, Totals},
};

/// The page around this one, and what it was told.
pub(super) struct Frame {
    around: Option<Around>,
    finished: Option<Totals>,
}

impl Frame {
    pub(super) const fn none() -> Self {
        Self {
            around: None,
            finished: None,
        }
    }

    /// Tells the page around this one what has changed.
    pub(super) fn follow(&mut self, model: &Model) {
        let finished = model.finished();
        if finished == self.finished {
            return;
        }
        self.finished = finished;
        if let (Some(around), Some(totals)) = (&self.around, finished) {
            let figures = totals.figures.map(|(name, figure)| (name, figure.into()));
            let whole = ("whole", totals.is_whole.into());
            around.tell("finished", figures.into_iter().chain([whole]));
        }
    }
}

impl Workbench {
    /// Tells the page around this one that it is there, and how high it is.
    pub(super) fn in_a_frame(&mut self, ctx: &Context<Self>) {
        let parents = &ctx.props().config.embedding_parents;
        let Some(around) = Around::of(parents) else {
            return;
        };
        self.frame.around = Some(around.clone());
        let height = Rc::new(Cell::new(0));
        let ready = {
            let (around, height) = (around.clone(), Rc::clone(&height));
            move || {
                around.tell("ready", [("build", build().into())]);
                tell_height(&around, height.get());
            }
        };
        ready();
        around.hear(ready);
        watch_height(move |now| {
            if height.replace(now) != now {
                tell_height(&around, now);
            }
        });
    }
}

fn tell_height(around: &Around, height: u32) {
    if height > 0 {
        around.tell("height", [("height", JsValue::from(height))]);
    }
}
