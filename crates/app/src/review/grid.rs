//! The table of rows: a window over what the worker holds.
//!
//! Every row has one height, so that only those in view are in the document. What stands before and
//! after them is two empty pictures of the right height: an attribute, not an inline style.

use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::row;
use crate::{
    state::{Msg, Table},
    words::review as words,
};

/// Rows kept above and below those in view.
const SPARE: u32 = 12;
/// A row's height before it was measured, in CSS px.
const ROW: f64 = 32.0;

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
    let scroller = use_node_ref();
    let height = use_state_eq(|| ROW);
    let table = &props.table;
    let window_start = table
        .window
        .as_ref()
        .map(|window| (window.start, window.rows.len()));
    {
        let (scroller, height) = (scroller.clone(), height.clone());
        use_effect_with(window_start, move |_| {
            if let Some(measured) = scroller.cast::<Element>().as_ref().and_then(row_height) {
                height.set(measured);
            }
        });
    }
    {
        let scroller = scroller.clone();
        use_effect_with(table.filter.clone(), move |_| {
            if let Some(scroller) = scroller.cast::<Element>() {
                scroller.set_scroll_top(0);
            }
        });
    }
    {
        let (scroller, height) = (scroller.clone(), *height);
        use_effect_with(table.cursor, move |cursor| {
            if let (Some(place), Some(scroller)) = (*cursor, scroller.cast::<HtmlElement>()) {
                reveal(&scroller, place, height);
            }
        });
    }
    let onscroll = on_scroll(props, scroller.clone(), *height);
    let onkeydown = on_key(props, scroller.clone(), *height);
    let total = table.total();
    let several = props.files.len() > 1;
    html! {
        <div
            ref={scroller}
            class={classes!("grid", several.then_some("several"))}
            id="rows"
            role="grid"
            tabindex="0"
            aria-label={words::ROWS}
            aria-rowcount={(total + 1).to_string()}
            aria-colcount="8"
            aria-activedescendant={active(table)}
            {onscroll}
            {onkeydown}
        >
            { row::head(several) }
            { body(props, *height) }
        </div>
    }
}

fn body(props: &GridProps, height: f64) -> Html {
    let Some(window) = &props.table.window else {
        return Html::default();
    };
    if window.total == 0 {
        return html! { <p class="none">{ words::NO_ROWS }</p> };
    }
    let rows = window.rows.iter().zip(window.start..);
    let after = window
        .total
        .saturating_sub(window.start + u32::try_from(window.rows.len()).unwrap_or(0));
    html! {
        <>
            { pad(window.start, height) }
            { for rows.map(|(it, place)| row::row(it, place, props)) }
            { pad(after, height) }
        </>
    }
}

fn pad(rows: u32, height: f64) -> Html {
    if rows == 0 {
        return Html::default();
    }
    let height = format!("{:.0}", f64::from(rows) * height);
    html! { <svg class="pad" width="1" {height} aria-hidden="true" /> }
}

/// The id of the row under the cursor, where that row is in the document.
fn active(table: &Table) -> Option<String> {
    table
        .cursor
        .and_then(|place| table.at(place))
        .map(|it| row::id(it.row))
}

fn row_height(scroller: &Element) -> Option<f64> {
    let row = scroller.query_selector("[data-testid=row]").ok()??;
    let height = row.get_bounding_client_rect().height();
    (height > 1.0).then_some(height)
}

/// Whole rows in a length of CSS px.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "lengths of a page, clamped at 0"
)]
fn rows_in(length: i32, height: f64) -> u32 {
    (f64::from(length) / height).max(0.0) as u32
}

fn on_scroll(props: &GridProps, scroller: NodeRef, height: f64) -> Callback<Event> {
    let on = props.on.clone();
    Callback::from(move |_: Event| {
        if let Some(scroller) = scroller.cast::<Element>() {
            let start = rows_in(scroller.scroll_top(), height).saturating_sub(SPARE);
            let count = rows_in(scroller.client_height(), height) + 2 * SPARE;
            on.emit(Msg::View { start, count });
        }
    })
}

fn on_key(props: &GridProps, scroller: NodeRef, height: f64) -> Callback<KeyboardEvent> {
    let (on, cursor, total) = (props.on.clone(), props.table.cursor, props.table.total());
    Callback::from(move |event: KeyboardEvent| {
        let page = scroller.cast::<Element>().map_or(10, |it| {
            rows_in(it.client_height(), height).saturating_sub(2)
        });
        if event.key() == "Escape" && cursor.is_some() {
            on.emit(Msg::CloseDetail);
        } else if let Some(place) = moved(&event.key(), cursor, total, page.max(1)) {
            event.prevent_default();
            on.emit(Msg::Cursor(place));
        }
    })
}

/// Where a key takes the cursor.
fn moved(key: &str, cursor: Option<u32>, total: u32, page: u32) -> Option<u32> {
    let last = total.checked_sub(1)?;
    let place = match (key, cursor) {
        ("End", _) => last,
        ("Home", _) | ("ArrowDown" | "PageDown", None) => 0,
        ("ArrowDown", Some(at)) => at + 1,
        ("PageDown", Some(at)) => at + page,
        ("ArrowUp", at) => at.unwrap_or(0).saturating_sub(1),
        ("PageUp", at) => at.unwrap_or(0).saturating_sub(page),
        _ => return None,
    };
    Some(place.min(last))
}

/// Scrolls no further than is needed to see a row whole, under the head that sticks.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a table is at most a few million px high"
)]
fn reveal(scroller: &HtmlElement, place: u32, height: f64) {
    let top = (f64::from(place) * height) as i32;
    // The head is as high as a row.
    let room = scroller.client_height() - 2 * height as i32;
    let now = scroller.scroll_top();
    if top < now {
        scroller.set_scroll_top(top);
    } else if top > now + room {
        scroller.set_scroll_top(top - room);
    }
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn keys_move_the_cursor_within_the_rows() {
        let cases = [
            ("ArrowDown", None, Some(0)),
            ("ArrowDown", Some(98), Some(99)),
            ("ArrowDown", Some(99), Some(99)),
            ("ArrowUp", Some(1), Some(0)),
            ("ArrowUp", Some(0), Some(0)),
            ("PageDown", Some(5), Some(15)),
            ("PageDown", Some(95), Some(99)),
            ("PageUp", Some(5), Some(0)),
            ("Home", Some(50), Some(0)),
            ("End", None, Some(99)),
            ("a", Some(5), None),
        ];
        for (key, from, to) in cases {
            assert_eq!(moved(key, from, 100, 10), to, "{key} from {from:?}");
        }
    }

    #[test]
    fn an_empty_table_has_no_place_to_go() {
        assert_eq!(moved("End", None, 0, 10), None);
    }
}
