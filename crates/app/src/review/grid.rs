//! The table of what was read.

use std::rc::Rc;

use yew::prelude::*;

use super::row;
use crate::{
    parts::{self, Place, at_hand},
    state::{Hidden, Msg, Picked, Table, Widths},
    words::message::review as message,
};

/// What the table shows.
#[derive(Clone, PartialEq, Properties)]
pub struct GridProps {
    /// The rows and the cursor.
    pub table: Table,
    /// The sources' names; a line needs one where there are several.
    pub files: Rc<[AttrValue]>,
    /// Those of them that are chosen, where any can be.
    #[prop_or_default]
    pub picked: Option<Picked>,
    /// The same as a text, where it is known.
    #[prop_or_default]
    pub copy: Option<AttrValue>,
    /// The columns that are hidden.
    #[prop_or_default]
    pub hidden: Hidden,
    /// How wide the others are.
    #[prop_or_default]
    pub widths: Widths,
    /// Whether a run has ended, so that outcomes stand in place of verdicts.
    pub ended: bool,
    /// Where messages go.
    pub on: Callback<Msg>,
}

/// The table.
#[component]
pub fn Grid(props: &GridProps) -> Html {
    let several = props.files.len() > 1;
    let (picks, hidden) = (props.picked.is_some(), props.hidden);
    let columns = hidden.leaves(8 + usize::from(picks));
    let rows = at_hand(&props.table).map(|(it, spot)| row::row(it, spot, props));
    html! {
        <parts::Grid
            label={message::rows()}
            class={classes!(several.then_some("several"), props.ended.then_some("ended"), picks.then_some("picks"), hidden.classes())}
            widths={props.widths.style(|column| !hidden.has_at(column))}
            columns={columns.to_string()}
            chooses={picks}
            copy={props.copy.clone()}
            place={Place::of(&props.table)}
            head={row::head(several, props)}
            rows={rows.collect::<Vec<_>>()}
            none={message::no_rows()}
            on={props.on.clone()}
        />
    }
}
