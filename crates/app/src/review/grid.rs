//! The table of what was read.

use std::rc::Rc;

use yew::prelude::*;

use super::row;
use crate::{
    parts::{self, Place},
    state::{Msg, Table},
    words::message::review as message,
};

/// What the table shows.
#[derive(Clone, PartialEq, Properties)]
pub struct GridProps {
    /// The rows and the cursor.
    pub table: Table,
    /// The sources' names; a line needs one where there are several.
    pub files: Rc<[AttrValue]>,
    /// Whether a run has ended, so that outcomes stand in place of verdicts.
    pub ended: bool,
    /// Where messages go.
    pub on: Callback<Msg>,
}

/// The table.
#[component]
pub fn Grid(props: &GridProps) -> Html {
    let several = props.files.len() > 1;
    let window = props.table.window.iter();
    let rows = window.flat_map(|window| window.rows.iter().zip(window.start..));
    html! {
        <parts::Grid
            label={message::rows()}
            class={several.then_some("several")}
            columns="8"
            place={Place::of(&props.table)}
            head={row::head(several)}
            rows={rows.map(|(it, place)| row::row(it, place, props)).collect::<Vec<_>>()}
            none={message::no_rows()}
            on={props.on.clone()}
        />
    }
}
