//! What a run left to be mended: as a list to go on with, or as a file.

use ioculate_core::session::ExportKind;
use yew::prelude::*;

use crate::{
    shell::View,
    state::{Msg, Report},
    words::message::report as message,
};

use super::takeaway_or;

/// How many rows it is, and both ways on with them.
pub(super) fn to_mend(view: &View, report: &Report) -> Html {
    let rows = report.to_mend();
    if rows == 0 {
        return Html::default();
    }
    let on = view.on.clone();
    let onclick = Callback::from(move |_: MouseEvent| on.emit(Msg::MendRest));
    let here = html! {
        <button
            type="button"
            class="mini"
            id="mend-rest"
            aria-labelledby="mend-rest about-download-rejects"
            data-testid="mend-rest"
            {onclick}
        >
            { message::mend_here() }
        </button>
    };
    let what = message::to_mend(rows).into();
    takeaway_or(
        view,
        ExportKind::Rejects,
        "download-rejects",
        what,
        "CSV",
        here,
    )
}
