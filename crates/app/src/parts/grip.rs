//! What the edge of a column is drawn by to make it wider or narrower.
//!
//! It is the mouse's alone: the same is done by a slider beside the choice of columns.

use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use crate::state::{Msg, Widths};

/// Which edge.
#[derive(Clone, PartialEq, Properties)]
pub struct GripProps {
    /// Which column.
    pub column: usize,
    /// How wide all are.
    pub widths: Widths,
    /// Where messages go.
    pub on: Callback<Msg>,
}

/// The edge. It stands in the head of its column.
#[component]
pub fn Grip(props: &GripProps) -> Html {
    // Where it was taken, and how wide the column was then.
    let taken = use_mut_ref(|| None::<(i32, f64)>);
    let onpointerdown = {
        let taken = taken.clone();
        Callback::from(move |event: PointerEvent| {
            if event.button() != 0 {
                return;
            }
            let edge: Element = event.target_unchecked_into();
            let head = edge.parent_element();
            let width = head.map_or(0.0, |head| head.get_bounding_client_rect().width());
            // Without it the edge is lost where the mouse is faster.
            let _ = edge.set_pointer_capture(event.pointer_id());
            event.prevent_default();
            taken.replace(Some((event.client_x(), width)));
        })
    };
    let onpointermove = {
        let (taken, on) = (taken.clone(), props.on.clone());
        let (column, widths) = (props.column, props.widths);
        Callback::from(move |event: PointerEvent| {
            if event.buttons() == 0 {
                // It was let go where the page does not hear of it.
                taken.replace(None);
            }
            if let Some((from, width)) = *taken.borrow() {
                let px = width + f64::from(event.client_x() - from);
                on.emit(Msg::Widths(widths.with(column, whole(px))));
            }
        })
    };
    let release = Callback::from(move |_: PointerEvent| {
        taken.replace(None);
    });
    html! {
        <span
            class="grip"
            aria-hidden="true"
            {onpointerdown}
            {onpointermove}
            onpointerup={release.clone()}
            onpointercancel={release}
        />
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a width of a page, clamped at 0"
)]
fn whole(px: f64) -> u16 {
    px.max(0.0) as u16
}
