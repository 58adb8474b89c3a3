//! A table of rows: a window over what the worker holds.
//!
//! Every row has one height, so that only those in view are in the document. What stands before and
//! after them is two empty pictures of the right height: an attribute, not an inline style. [`Stretch`]
//! knows where a table is whose rows are more than a browser can show one below the other.
//!
//! The focus is on the table; the keys move a cursor over its rows. Enter goes on to the details of the
//! row, and Escape comes back.

use std::{
    cell::{Cell, RefCell},
    ops::Range,
    rc::Rc,
};

use js_sys::Reflect;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::{
    aside,
    copying::use_copy,
    place::{Place, row_id},
    stretch::{Scroll, Stretch},
};

use crate::{
    browser,
    state::{Look, Msg},
};

/// Rows at hand beside those in view, above and below together.
const SPARE: u32 = 24;
/// Rows come by this many, so that not each that scrolls into view has all drawn anew. At least as many are
/// above those in view.
const STEP: u32 = 8;
/// Milliseconds in which a browser has painted what was drawn.
const SOON_MS: i32 = 100;
/// A row's height before it was measured, in CSS px.
const ROW: f64 = 32.0;

/// What a table shows.
#[derive(Clone, PartialEq, Properties)]
pub struct GridProps {
    /// Its name.
    pub label: &'static str,
    /// More of its classes.
    #[prop_or_default]
    pub class: Classes,
    /// What the stylesheet is told of its columns' widths.
    #[prop_or_default]
    pub widths: AttrValue,
    /// How many columns it has.
    pub columns: AttrValue,
    /// Whether rows can be chosen, beside the one under the cursor.
    #[prop_or_default]
    pub chooses: bool,
    /// Where its rows stand.
    pub place: Place,
    /// Its first line.
    pub head: Html,
    /// The rows at hand, each with the element id of [`row_id`].
    pub rows: Vec<Html>,
    /// What is chosen, as a text that is copied from here.
    #[prop_or_default]
    pub copy: Option<AttrValue>,
    /// What stands there where no row passes.
    pub none: &'static str,
    /// Where messages go.
    pub on: Callback<Msg>,
}

/// The table.
#[component]
pub fn Grid(props: &GridProps) -> Html {
    let scroller = use_node_ref();
    let height = use_state_eq(|| ROW);
    let scroll = use_mut_ref(Scroll::default);
    let offset = use_state_eq(|| 0.0);
    let leaps = Leaps {
        is_on: use_state_eq(|| false),
        count: use_mut_ref(|| 0),
    };
    let place = &props.place;
    {
        let scroller = scroller.clone();
        use_effect_with(place.turn, move |turn| {
            // A table that has just been made is there, and to say so would have it laid out at once.
            if let Some(scroller) = scroller.cast::<Element>().filter(|_| *turn > 0) {
                scroller.set_scroll_top(0);
            }
        });
    }
    {
        let scroller = scroller.clone();
        use_effect_with(props.widths.clone(), move |widths| {
            if let Some(scroller) = scroller.cast::<Element>() {
                // The property, which the security policy allows, and not the attribute.
                let _ = Reflect::set(&scroller, &"style".into(), &(&**widths).into());
            }
        });
    }
    let at = At {
        scroller: scroller.clone(),
        scroll,
        offset,
        row: *height,
        rows: place.total(),
    };
    let look = looks(props, at.clone());
    {
        let (at, look) = (at.clone(), look.clone());
        use_effect_with((place.at_hand(), *height), move |(at_hand, _)| {
            let measured = at.scroller.cast::<Element>().as_ref().and_then(row_height);
            let is_shown = Rc::new(Cell::new(true));
            if let Some(measured) = measured {
                height.set(measured);
                at.asks_for_more(at_hand, look, is_shown.clone());
            }
            move || is_shown.set(false)
        });
    }
    {
        let at = at.clone();
        use_effect_with(place.cursor, move |cursor| {
            if let Some(place) = *cursor {
                at.reveal(place);
            }
        });
    }
    let leaping = *leaps.is_on;
    let onscroll = {
        let at = at.clone();
        Callback::from(move |_: Event| {
            let before = at.scroll.borrow().seen();
            look.emit(());
            let way = at.scroll.borrow().seen() - before;
            leaps.follow(way, at.view().map_or(0.0, |(_, view)| view));
        })
    };
    let onkeydown = on_key(props, at.clone());
    use_copy(&at.scroller, props.copy.clone(), props.on.clone());
    html! {
        <div
            ref={scroller}
            class={classes!("grid", leaping.then_some("leaps"), props.class.clone())}
            id={aside::ROWS}
            role="grid"
            tabindex="0"
            aria-label={props.label}
            aria-rowcount={(place.rows() + 1).to_string()}
            aria-colcount={props.columns.clone()}
            aria-multiselectable={props.chooses.then_some("true")}
            aria-activedescendant={place.active.map(row_id)}
            {onscroll}
            {onkeydown}
            onmousedown={on_press(props.chooses, at.scroller.clone())}
            onfocusin={on_focus(at.scroller.clone())}
        >
            { props.head.clone() }
            { body(props, &at) }
        </div>
    }
}

fn body(props: &GridProps, at: &At) -> Html {
    let Some((start, rows, total)) = props.place.window else {
        return Html::default();
    };
    if total == 0 {
        return html! { <div role="row" class="none" aria-rowindex="2"><span role="gridcell">{ props.none }</span></div> };
    }
    let [before, after] = at.stretch(0.0).around(*at.offset, start, rows);
    html! {
        <>
            { pad("before", before) }
            { for props.rows.iter().cloned() }
            { pad("after", after) }
        </>
    }
}

/// It has a key as each row has, and is there where it is of no height: of a list in which anything has
/// none, all rows would be made anew whenever one comes into view.
fn pad(key: &'static str, height: f64) -> Html {
    let height = format!("{height:.0}");
    html! { <svg {key} class="pad" width="1" {height} aria-hidden="true" /> }
}

/// The table in the document, and where it is scrolled to.
#[derive(Clone)]
struct At {
    scroller: NodeRef,
    scroll: Rc<RefCell<Scroll>>,
    /// That of `scroll`, where it is drawn.
    offset: UseStateHandle<f64>,
    /// A row's height in CSS px.
    row: f64,
    rows: u32,
}

impl At {
    fn stretch(&self, view: f64) -> Stretch {
        Stretch {
            row: self.row,
            rows: self.rows,
            view,
        }
    }

    /// The scroller, and how many px of it are seen at once.
    fn view(&self) -> Option<(HtmlElement, f64)> {
        let scroller = self.scroller.cast::<HtmlElement>()?;
        let view = f64::from(scroller.client_height());
        Some((scroller, view))
    }

    /// More rows may be seen than are at hand. Where none is missing, the others come once these are on the
    /// screen.
    fn asks_for_more(&self, at_hand: &Range<u32>, look: Callback<()>, is_shown: Rc<Cell<bool>>) {
        let Some((scroller, view)) = self.view() else {
            return;
        };
        let first = rows_in(self.follow(&scroller, view).seen(), self.row);
        let end = (first + rows_in(view, self.row) + 1).min(self.rows);
        if first < at_hand.start || at_hand.end < end {
            return look.emit(());
        }
        browser::later(SOON_MS, move || {
            if is_shown.get() {
                look.emit(());
            }
        });
    }

    /// Where the browser has scrolled to.
    fn follow(&self, scroller: &HtmlElement, view: f64) -> Scroll {
        let top = f64::from(scroller.scroll_top());
        let scroll = self.stretch(view).scrolled(*self.scroll.borrow(), top);
        self.go(scroll);
        scroll
    }

    fn go(&self, scroll: Scroll) {
        self.scroll.replace(scroll);
        self.offset.set(scroll.offset);
    }

    /// Has the window show the table whole: not every browser does when the keys lead into it.
    fn show(&self) {
        if let Some(scroller) = self.scroller.cast::<Element>() {
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            scroller.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    }

    /// Scrolls no further than is needed to see a row whole, under the head that sticks.
    fn reveal(&self, place: u32) {
        let Some((scroller, view)) = self.view() else {
            return;
        };
        let now = self.follow(&scroller, view);
        if let Some(scroll) = self.stretch(view).revealed(now, place) {
            self.go(scroll);
            scroller.set_scroll_top(whole(scroll.top));
        }
    }
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
fn rows_in(length: f64, row: f64) -> u32 {
    (length / row).max(0.0) as u32
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a table is a few million px high"
)]
fn whole(px: f64) -> i32 {
    px as i32
}

/// Whether the table is scrolled by more than is seen of it, again and again. Then all rows are new each
/// time, and those out of view are not laid out; nor can anything read them, so only then.
#[derive(Clone)]
struct Leaps {
    is_on: UseStateHandle<bool>,
    /// How often it leapt.
    count: Rc<RefCell<u32>>,
}

impl Leaps {
    /// After so many milliseconds without another leap it is over.
    const OVER_MS: i32 = 200;

    fn follow(&self, way: f64, view: f64) {
        if way.abs() <= view {
            return;
        }
        let count = self.count.borrow().wrapping_add(1);
        self.count.replace(count);
        self.is_on.set(true);
        let this = self.clone();
        browser::later(Self::OVER_MS, move || {
            if *this.count.borrow() == count {
                this.is_on.set(false);
            }
        });
    }
}

/// Asks for the rows that are seen, and for some around them.
fn looks(props: &GridProps, at: At) -> Callback<()> {
    let on = props.on.clone();
    Callback::from(move |()| {
        if let Some((scroller, view)) = at.view() {
            let first = rows_in(at.follow(&scroller, view).seen(), at.row);
            let start = first.saturating_sub(STEP) / STEP * STEP;
            let count = rows_in(view, at.row) + SPARE;
            on.emit(Msg::View { start, count });
        }
    })
}

/// With Shift rows are chosen, and not their text.
fn on_press(chooses: bool, scroller: NodeRef) -> Option<Callback<MouseEvent>> {
    chooses.then(|| {
        Callback::from(move |event: MouseEvent| {
            if event.shift_key() {
                event.prevent_default();
                focus(&scroller);
            }
        })
    })
}

/// A row's box leaves the focus to the table, however it came by it: its element is another row's once it
/// is scrolled away, and the space bar would tick that one.
fn on_focus(scroller: NodeRef) -> Callback<FocusEvent> {
    Callback::from(move |event: FocusEvent| {
        let focused = event.target_dyn_into::<Element>();
        if focused.is_some_and(|it| matches!(it.closest(".row .tick"), Ok(Some(_)))) {
            focus(&scroller);
        }
    })
}

fn focus(scroller: &NodeRef) {
    if let Some(scroller) = scroller.cast::<HtmlElement>() {
        let still = FocusOptions::new();
        still.set_prevent_scroll(true);
        // What cannot take the focus leaves it where it is.
        let _ = scroller.focus_with_options(&still);
    }
}

/// What a click on a row does: it is looked at; with Shift, all up to it are chosen.
pub fn on_row(on: &Callback<Msg>, place: u32, chooses: bool) -> Callback<MouseEvent> {
    let on = on.clone();
    Callback::from(move |event: MouseEvent| {
        let reaches = chooses && event.shift_key();
        on.emit(if reaches {
            Msg::Look(Look::TickTo(place))
        } else {
            Msg::Cursor(place)
        });
    })
}

fn on_key(props: &GridProps, at: At) -> Callback<KeyboardEvent> {
    let (on, cursor, total) = (props.on.clone(), props.place.cursor, props.place.total());
    let chooses = props.chooses;
    Callback::from(move |event: KeyboardEvent| {
        let seen = at.view().map(|(_, view)| rows_in(view, at.row));
        let page = seen.map_or(10, |rows| rows.saturating_sub(2));
        // A button of the table's head has keys of its own.
        let grid = at.scroller.cast::<Element>();
        let is_own = event.target() == grid.clone().map(Into::into);
        let is_with = event.ctrl_key() || event.meta_key();
        if event.key() == "Enter" && is_with {
            // The whole page's.
        } else if event.key() == "Escape" && cursor.is_some() {
            on.emit(Msg::CloseDetail);
        } else if let ("Enter", true, Some(_), Some(grid)) = (&*event.key(), is_own, cursor, &grid)
        {
            event.prevent_default();
            aside::focus(grid, aside::DETAILS);
        } else if let Some(look) =
            chosen(&event, cursor, total, page.max(1)).filter(|_| chooses && is_own)
        {
            event.prevent_default();
            at.show();
            on.emit(Msg::Look(look));
        } else if event.key() == "Enter" && !is_own {
            // Presses the button.
        } else if let Some(place) = moved(&event.key(), cursor, total, page.max(1)) {
            event.prevent_default();
            at.show();
            on.emit(Msg::Cursor(place));
        }
    })
}

/// What a key chooses: the space bar the row under the cursor, Ctrl+A all; with Shift, all up to where it leads.
fn chosen(event: &KeyboardEvent, cursor: Option<u32>, total: u32, page: u32) -> Option<Look> {
    match (&*event.key(), event.shift_key()) {
        (" ", false) => cursor.map(Look::Tick),
        (" ", true) => cursor.map(Look::TickTo),
        ("a", _) if event.ctrl_key() || event.meta_key() => Some(Look::TickAll),
        ("Enter", true) => None,
        (key, true) => moved(key, cursor, total, page).map(Look::TickTo),
        _ => None,
    }
}

/// Where a key takes the cursor.
fn moved(key: &str, cursor: Option<u32>, total: u32, page: u32) -> Option<u32> {
    let last = total.checked_sub(1)?;
    let place = match (key, cursor) {
        ("End", _) => last,
        ("Home", _) | ("ArrowDown" | "PageDown" | "Enter", None) => 0,
        ("ArrowDown", Some(at)) => at + 1,
        ("PageDown", Some(at)) => at + page,
        ("ArrowUp", at) => at.unwrap_or(0).saturating_sub(1),
        ("PageUp", at) => at.unwrap_or(0).saturating_sub(page),
        _ => return None,
    };
    Some(place.min(last))
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
            ("Enter", None, Some(0)),
            ("Enter", Some(5), None),
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
