//! A table's columns: each with its name, the first texts in it, and what it holds.

use ioculate_core::{
    change::Field,
    indicator::IndicatorType,
    mapping::{Mapping, Reading, Role},
    session::ColumnView,
    source::SourceKind,
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    file::SourceProps,
    meanings::{Meanings, are_asked},
};
use crate::{
    parts::{Icon, Select, Tone, data, icon, plain},
    words::{message::sources as message, sources as words},
};

/// Whether a mapping is known in which no column holds indicators. One without columns is on its
/// way to the worker, which suggests them for the delimiter and the header.
pub(super) fn lacks_indicators(mapping: &Mapping) -> bool {
    let is_indicator = |role: &Role| matches!(role, Role::Indicator(_));
    !mapping.columns.is_empty() && !mapping.columns.iter().any(is_indicator)
}

/// What stands between cells in the tables that are met.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// The table of columns, and what divides it.
pub(super) fn columns(props: &SourceProps, now: &Reading, mapping: &Mapping) -> Html {
    let edit = Edit {
        props,
        now,
        mapping,
    };
    let options: Vec<AttrValue> = roles().map(words::role).collect();
    let unseen = ColumnView::default();
    let shown = |at: usize| props.file.columns.get(at).unwrap_or(&unseen);
    let row = |(at, role): (usize, &Role)| edit.column(at, *role, shown(at), &options);
    html! {
        <>
            <div class="fields small-f">{ edit.delimiter() }{ edit.header() }</div>
            if lacks_indicators(mapping) {
                <p class="finding-line" role="status">{ icon(Icon::Warn, Tone::Warn) }<span>{ message::name_one() }</span></p>
            }
            <table class="columns">
                <caption class="vh">{ message::columns() }</caption>
                <thead><tr><th>{ message::column() }</th><th>{ message::holds() }</th></tr></thead>
                <tbody>{ for mapping.columns.iter().enumerate().map(row) }</tbody>
            </table>
        </>
    }
}

/// Everything that a column can hold, in the order in which it is offered.
fn roles() -> impl Iterator<Item = Role> {
    let types = IndicatorType::ALL
        .iter()
        .map(|it| Role::Indicator(Some(*it)));
    let fields = Field::ALL
        .into_iter()
        .filter(|field| *field != Field::IndicatorValue)
        .map(Role::Field);
    [Role::Skip, Role::Indicator(None)]
        .into_iter()
        .chain(types)
        .chain(fields)
}

/// A reading of which one thing can be chosen otherwise.
#[derive(Clone, Copy)]
struct Edit<'a> {
    props: &'a SourceProps,
    now: &'a Reading,
    mapping: &'a Mapping,
}

impl Edit<'_> {
    /// Has the source read with a mapping that a choice changes.
    fn on<T: 'static>(self, change: impl Fn(&mut Mapping, T) + 'static) -> Callback<T> {
        // The portal's columns hold what the portal says; read otherwise, it is a table.
        let kind = match self.now.kind {
            SourceKind::PortalCsv => SourceKind::Table,
            kind => kind,
        };
        let props = self.props.clone();
        let mapping = self.mapping.clone();
        Callback::from(move |chosen: T| {
            let mut mapping = mapping.clone();
            change(&mut mapping, chosen);
            let mapping = Some(mapping);
            props.read_as(Reading { kind, mapping });
        })
    }

    fn column(self, at: usize, role: Role, shown: &ColumnView, options: &[AttrValue]) -> Html {
        let on = self.on(move |mapping: &mut Mapping, chosen: usize| {
            if let (Some(role), Some(slot)) = (roles().nth(chosen), mapping.columns.get_mut(at)) {
                *slot = role;
            }
        });
        let name = if shown.name.is_empty() {
            words::nth_column(at + 1)
        } else {
            shown.name.clone()
        };
        let label: AttrValue = message::what_holds(&name).into();
        let chosen = roles().position(|it| it == role);
        html! {
            <>
            <tr key={at}>
                <th scope="row">
                    { plain(&name) }
                    <small class="dim samples">{ for shown.samples.iter().map(|text| data(text)) }</small>
                </th>
                <td><Select {label} options={options.to_vec()} {chosen} {on} class="chip" testid="role" /></td>
            </tr>
            if are_asked(self.mapping, at, role) {
                { self.meanings(at, role, name) }
            }
            </>
        }
    }

    fn meanings(self, at: usize, role: Role, name: String) -> Html {
        let Ok(column) = u16::try_from(at) else {
            return Html::default();
        };
        let texts = self.props.texts.iter().find(|it| it.column == column);
        let suggested = self.props.suggested.as_ref();
        let suggested = suggested.and_then(|it| it.mapping.as_ref()?.columns.get(at));
        let is_wanted = suggested.is_some_and(|suggested| *suggested != role);
        let mean = self.on(|mapping: &mut Mapping, all| mapping.meanings = all);
        html! {
            <tr key={format!("{at} means")}>
                <td colspan="2">
                    <Meanings
                        file={self.props.at}
                        {column}
                        {name}
                        {role}
                        {is_wanted}
                        all={self.mapping.meanings.clone()}
                        texts={texts.cloned()}
                        on={self.props.on.clone()}
                        {mean}
                    />
                </td>
            </tr>
        }
    }

    fn delimiter(self) -> Html {
        let now = self.mapping.delimiter;
        let mut all = DELIMITERS.to_vec();
        if !all.contains(&now) {
            all.push(now);
        }
        let options: Vec<AttrValue> = all.iter().map(|it| words::delimiter(*it)).collect();
        let chosen = all.iter().position(|it| *it == now);
        let on = self.on(move |mapping: &mut Mapping, chosen: usize| {
            mapping.delimiter = all.get(chosen).copied().unwrap_or(mapping.delimiter);
            mapping.columns.clear();
            mapping.meanings.clear();
        });
        html! { <label class="field"><span>{ message::delimiter() }</span><Select {options} {chosen} {on} /></label> }
    }

    /// The line of the header; blank where there is none.
    fn header(self) -> Html {
        let value = self.mapping.header.map(|line| line.to_string());
        let on = self.on(|mapping: &mut Mapping, line: Option<u32>| {
            mapping.header = line;
            mapping.columns.clear();
            mapping.meanings.clear();
        });
        let onchange = Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            on.emit(input.value().parse().ok().filter(|line| *line > 0));
        });
        html! {
            <label class="field">
                <span>{ message::header() }</span>
                <input type="number" min="1" placeholder={message::no_header()} value={value.unwrap_or_default()} data-testid="header-line" {onchange} />
            </label>
        }
    }
}
