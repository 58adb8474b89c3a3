//! What a report says on paper alone, where nothing can be opened or scrolled.

use yew::prelude::*;

use crate::{
    parts::plain,
    state::Report,
    words::message::{choose, report as message, runs},
};

/// Where the run went and what it was made of: the title bar may speak of another deployment by now.
pub(super) fn origin(report: &Report) -> Html {
    let summary = &report.summary;
    html! {
        <ul class="on-paper small">
            <li>{ choose::api_host() }{ " " }{ plain(&summary.api_base) }</li>
            <li>{ runs::tenant(&summary.account.tenant_id) }</li>
            { for report.files.iter().map(|file| html! { <li>{ plain(file) }</li> }) }
        </ul>
    }
}

/// How many of the rows are there, where that is not all.
pub(super) fn rows(report: &Report) -> Html {
    let Some(window) = &report.table.window else {
        return Html::default();
    };
    let shown = u32::try_from(window.rows.len()).unwrap_or(u32::MAX);
    if shown >= window.total {
        return Html::default();
    }
    html! { <p class="on-paper small">{ message::printed(shown, window.total) }</p> }
}
