//! What was given, how each piece was read, and the way to have it read otherwise.

mod columns;
mod file;
mod meanings;

use ioculate_core::session::SourceFile;
use yew::prelude::*;

use self::file::Source;
use crate::{
    parts::{Fold, Icon, Tone, banner, plain},
    shell::View,
    state::Msg,
    words::{message::sources as message, sources as said},
};

/// More sources than this are listed in a fold.
const FEW: usize = 6;

/// All sources, each with its reading; `heading` is the id of the heading.
pub fn sources(view: &View, files: &[SourceFile], heading: &'static str) -> Html {
    let one = |(at, file): (u16, &SourceFile)| {
        let suggested = view.model.suggested(at).cloned();
        let texts = view.model.texts(at);
        html! { <Source key={at} {at} file={file.clone()} {suggested} {texts} on={view.on.clone()} /> }
    };
    let list = html! { <ul class="sources">{ for (0..).zip(files).map(one) }</ul> };
    let open = files.iter().any(wants_a_look);
    html! {
        <section class="sec" aria-labelledby={heading}>
            <div class="bar-h"><h2 id={heading}>{ message::files() }</h2></div>
            if files.len() > FEW {
                <Fold {open} head={said::all(files.len())}>{ list }</Fold>
            } else {
                { list }
            }
        </section>
    }
}

/// The first source, with its place, none of whose columns holds indicators though it is a table.
#[must_use]
pub fn without_indicators(files: &[SourceFile]) -> Option<(usize, &SourceFile)> {
    files
        .iter()
        .enumerate()
        .find(|(_, file)| has_no_indicator_column(file))
}

/// The id of a source on the page.
#[must_use]
pub fn id(at: usize) -> String {
    format!("source-{at}")
}

fn has_no_indicator_column(file: &SourceFile) -> bool {
    let mapping = file.reading.as_ref().and_then(|it| it.mapping.as_ref());
    mapping.is_some_and(columns::lacks_indicators)
}

/// Whether a source gave less than one would expect of it.
fn wants_a_look(file: &SourceFile) -> bool {
    has_no_indicator_column(file) || (file.reading.is_some() && file.records > 2 * file.ready)
}

/// What stands above the screen where no column of a table is known to hold indicators.
pub fn notice(view: &View, files: &[SourceFile]) -> Html {
    let Some((at, file)) = without_indicators(files) else {
        return Html::default();
    };
    // A row's details stand where the sources do.
    let onclick = view.on.reform(|_: MouseEvent| Msg::CloseDetail);
    let body = message::no_indicators(plain(&file.name));
    let commands = html! { <a class="btn" href={format!("#{}", id(at))} {onclick}>{ message::show_columns() }</a> };
    banner(Tone::Warn, Icon::Warn, false, body, commands)
}
